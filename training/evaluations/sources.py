"""``syrinx evaluate sources``: the fixed dev sentences and targets as folders of WAV files."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from syrinx.dsp.errors import SyrinxError
from syrinx.training.data import DEFAULT_CACHE, SpeechCache
from syrinx.training.metrics.dev_set import write_sources, write_targets

DEFAULT_TARGETS = ("rhasspy_kathleen/kathleen", "vctk_subset/p239", "librispeech/19")


def main(argv: Sequence[str]) -> int:
    """Write the fixed dev sentences, and target recordings, as folders of WAV files."""
    parser = argparse.ArgumentParser(
        prog="syrinx evaluate sources",
        description="Write the fixed set of dev sentences (OUT/source, with texts.tsv) and "
        "recordings of target speakers (OUT/target/NAME).",
    )
    parser.add_argument("out", type=Path, metavar="OUT", help="folder to write into")
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="speech cache folder")
    parser.add_argument("--sentences", type=int, default=40, help="how many (default: 40)")
    parser.add_argument(
        "--target",
        action="append",
        metavar="CORPUS/SPEAKER",
        help=f"target speaker, repeatable (default: {', '.join(DEFAULT_TARGETS)})",
    )
    args = parser.parse_args(argv)
    if args.sentences < 1:
        raise SyrinxError("--sentences must be at least 1.")
    cache = SpeechCache(args.cache)
    paths = write_sources(cache, args.out / "source", args.sentences)
    targets = write_targets(cache, args.out / "target", args.target or DEFAULT_TARGETS)
    print(f"{len(paths)} sentences and {len(targets)} targets in {args.out}")
    return 0
