"""``syrinx evaluate diarisation``: whose words they are, in conversations mixed of dev speakers."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
from tqdm import tqdm

from syrinx.dsp.errors import SyrinxError
from syrinx.training.data import DEFAULT_CACHE, SAMPLE_RATE, SpeechCache
from syrinx.training.evaluations.common import emit
from syrinx.training.metrics.conversations import halves, people, talks
from syrinx.training.metrics.diarisation import Confusion, confusion_of
from syrinx.training.studio import OpenStudio, StudioOptions

KINDS = ("mixed", "librispeech", "speechocean762")
MOST_SPEAKERS = 5


def main(argv: Sequence[str], *, studio: OpenStudio | None = None) -> int:
    """Mix conversations, have the program tell the speakers apart, print the errors."""
    args = _parser().parse_args(argv)
    if studio is None:
        raise SyrinxError("This needs the program itself: run `syrinx evaluate diarisation`.")
    if min(args.talks, args.most) < 1:
        raise SyrinxError("--talks and --most must be at least 1.")
    cache = SpeechCache(args.cache)
    first, second = halves(list(people(cache)))
    names = first if args.half == "limits" else second
    rows: dict[str, list[Confusion]] = {}
    total = len(args.kinds.split(",")) * args.most * args.talks
    with (
        studio(StudioOptions(home=args.home)) as place,
        tempfile.TemporaryDirectory() as folder,
        tqdm(total=total, unit="talk", disable=None, leave=False) as bar,
    ):
        path = Path(folder) / "talk.wav"
        for kind in args.kinds.split(","):
            for count in range(1, args.most + 1):
                for talk in talks(
                    cache,
                    names,
                    count=args.talks,
                    speakers=count,
                    corpus=None if kind == "mixed" else kind,
                    seed=args.seed,
                ):
                    soundfile.write(path, talk.audio, SAMPLE_RATE)
                    heard = place.turns(
                        path,
                        talk.words,
                        speakers=count if args.known else None,
                        least=args.least,
                    )
                    found = confusion_of(talk.words, talk.speaker, heard)
                    for row in (kind, f"{count} speakers", "all"):
                        rows.setdefault(row, []).append(found)
                    bar.update()
    report = {
        "half": args.half,
        "speakers": len(names),
        "known": args.known,
        "rows": {name: summary(found) for name, found in sorted(rows.items())},
    }
    emit(report, args.json, text_of(report))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="syrinx evaluate diarisation",
        description="Conversations of one to five dev speakers, in turns of 1 to 10 s with 0 to "
        "0.8 s between; where speech is, is known. Half of the speakers served to set the limits, "
        "the other half is measured with.",
    )
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="speech cache folder")
    parser.add_argument("--talks", type=int, default=6, help="of each kind (default: 6)")
    parser.add_argument(
        "--most", type=int, default=MOST_SPEAKERS, help="speakers in a talk (default: 5)"
    )
    parser.add_argument(
        "--half", choices=("measure", "limits"), default="measure", help="default: measure"
    )
    parser.add_argument(
        "--kinds", default=",".join(KINDS), help="mixed, or a corpus (default: %(default)s)"
    )
    parser.add_argument("--known", action="store_true", help="the number of speakers is told")
    parser.add_argument("--least", type=float, help="another threshold (default: the program's)")
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--home", type=Path, help="data folder (default: SYRINX_HOME or yours)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures ('-': print)")
    return parser


def summary(found: Sequence[Confusion]) -> dict[str, float]:
    """Error over all seconds, share of right numbers of speakers, mean of found minus true."""
    return {
        "talks": len(found),
        "minutes": sum(item.speech_s for item in found) / 60,
        "error": sum(item.confused_s for item in found) / sum(item.speech_s for item in found),
        "count_right": float(np.mean([item.found == item.speakers for item in found])),
        "count_bias": float(np.mean([item.found - item.speakers for item in found])),
    }


def text_of(report: Mapping[str, Any]) -> str:
    """The report as text."""
    lines = [f"{'':<16} talks  minutes  error  number right  found - true"]
    for name, row in report["rows"].items():
        lines.append(
            f"{name:<16} {row['talks']:5d}  {row['minutes']:7.1f} {100 * row['error']:5.1f} %"
            f" {100 * row['count_right']:9.0f} %  {row['count_bias']:+12.2f}"
        )
    return "\n".join(lines)
