"""``syrinx evaluate speaker``: equal error rates of a speaker encoder."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from syrinx.neural.speaker_encoder import load_speaker_encoder
from syrinx.training.data import DEFAULT_CACHE, SpeechCache
from syrinx.training.evaluations.common import emit, figures_text
from syrinx.training.metrics.speaker import dev_equal_error_rates


def main(argv: Sequence[str]) -> int:
    """Equal error rates of a speaker encoder."""
    parser = argparse.ArgumentParser(
        prog="syrinx evaluate speaker",
        description="Equal error rates over the labelled dev speakers, for pieces of 3, 10, 30 s; "
        "`_in_corpus` counts impostors of the same corpus only.",
    )
    parser.add_argument("checkpoint", type=Path, help="speaker encoder, such as best.pt")
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="speech cache folder")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures ('-': print)")
    args = parser.parse_args(argv)
    model = load_speaker_encoder(args.checkpoint)
    report = dev_equal_error_rates(model, SpeechCache(args.cache))
    emit(report, args.json, figures_text(report))
    return 0
