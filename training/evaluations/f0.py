"""``syrinx evaluate f0``: the live F0 estimator against WORLD."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tqdm import tqdm

from syrinx.dsp.errors import SyrinxError
from syrinx.training.data import DEFAULT_CACHE, SpeechCache
from syrinx.training.evaluations.common import emit, figures_text
from syrinx.training.metrics.live_f0 import score_live_f0, segments, spread


def main(argv: Sequence[str]) -> int:
    """Score the live F0 estimator."""
    parser = argparse.ArgumentParser(
        prog="syrinx evaluate f0",
        description="Score the live F0 estimator against WORLD on held-out speech: on utterances "
        "spread evenly over the split, or on random segments of every corpus.",
    )
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="speech cache folder")
    parser.add_argument("--limit", type=int, default=200, help="utterances (default: 200)")
    parser.add_argument(
        "--per-corpus",
        type=int,
        metavar="N",
        help="N random segments of each corpus instead, with figures for each",
    )
    parser.add_argument(
        "--reference",
        choices=("dio", "harvest", "both"),
        default="dio",
        help="of WORLD's estimators; both: frames on whose voicing they agree (default: dio)",
    )
    parser.add_argument("--split", default="dev", help="default: dev")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures ('-': print)")
    args = parser.parse_args(argv)
    if args.limit < 1 or (args.per_corpus is not None and args.per_corpus < 1):
        raise SyrinxError("--limit and --per-corpus must be at least 1.")
    cache = SpeechCache(args.cache)
    if args.per_corpus is None:
        pieces = spread(cache, split=args.split, limit=args.limit)
    else:
        pieces = segments(cache, split=args.split, per_corpus=args.per_corpus)
    table: dict[str, Any] = {}
    with tqdm(unit="utt", disable=None, leave=False) as bar:
        for done, figures in score_live_f0(pieces, reference=args.reference):
            table = figures
            bar.update(done - bar.n)
    if args.per_corpus is None:
        emit(table["all"], args.json, figures_text(table["all"]))
    else:
        emit(table, args.json, "\n\n".join(f"{k}\n{figures_text(v)}" for k, v in table.items()))
    return 0
