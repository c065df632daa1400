"""``syrinx evaluate takes``: does the clone wizard's check tell good takes from spoiled ones?"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tqdm import tqdm

from syrinx.dsp.errors import SyrinxError
from syrinx.training.data import DEFAULT_CACHE, SpeechCache
from syrinx.training.evaluations.common import emit
from syrinx.training.metrics.take_checks import (
    GOOD_CORPORA,
    TRAIN_CORPORA,
    Outcome,
    chosen_takes,
    reasons_of,
    run_checks,
    table_of,
)
from syrinx.training.studio import OpenStudio, StudioOptions


def main(argv: Sequence[str], *, studio: OpenStudio | None = None) -> int:
    """Check good and spoiled takes; print how many were refused."""
    parser = argparse.ArgumentParser(
        prog="syrinx evaluate takes",
        description="Good takes of dev speakers, and the same takes spoiled on purpose, are shown "
        "to the check of the clone wizard, with earlier takes of the speaker at hand.",
    )
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="speech cache folder")
    parser.add_argument("--split", choices=("dev", "train"), default="dev", help="default: dev")
    parser.add_argument(
        "--corpora", metavar="A,B", help="corpora that count as good recordings at home"
    )
    parser.add_argument(
        "--per-speaker", type=int, default=13, help="good takes of a speaker (default: 13)"
    )
    parser.add_argument(
        "--spoiled", type=int, default=6, help="of these, spoiled in every way (default: 6)"
    )
    parser.add_argument(
        "--speakers", type=int, default=1000, help="speakers of a corpus (default: all)"
    )
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--home", type=Path, help="data folder (default: SYRINX_HOME or yours)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures ('-': print)")
    args = parser.parse_args(argv)
    if studio is None:
        raise SyrinxError("This needs the program itself: run `syrinx evaluate takes`.")
    if min(args.per_speaker, args.speakers) < 1 or args.spoiled < 0:
        raise SyrinxError("--per-speaker and --speakers must be at least 1, --spoiled 0.")
    cache = SpeechCache(args.cache)
    usual = GOOD_CORPORA if args.split == "dev" else TRAIN_CORPORA
    takes = chosen_takes(
        cache,
        args.split,
        args.corpora.split(",") if args.corpora else usual,
        per_speaker=args.per_speaker,
        speakers=args.speakers,
    )
    outcomes: list[Outcome] = []
    with (
        studio(StudioOptions(home=args.home)) as place,
        tqdm(unit="take", disable=None, leave=False) as bar,
    ):
        for outcome in run_checks(
            place, takes, cache.noises(), spoiled_per_speaker=args.spoiled, seed=args.seed
        ):
            outcomes.append(outcome)
            bar.update()
    report = {
        "speakers": len(takes),
        "kinds": table_of(outcomes),
        "good": reasons_of(outcomes),
        "furnished": reasons_of(outcomes, "good, furnished room"),
    }
    emit(report, args.json, text_of(report))
    return 0


def text_of(report: Mapping[str, Any]) -> str:
    """The report as text."""
    lines = [f"{report['speakers']} speakers", "", f"{'kind':<22} takes  refused  rightly named"]
    for kind, row in report["kinds"].items():
        if row:
            named = f"{100 * row['named']:11.1f} %" if "named" in row else ""
            lines.append(f"{kind:<22} {row['takes']:5.0f} {100 * row['refused']:6.1f} % {named}")
    lines += ["", "good takes refused, by corpus"]
    for corpus, row in report["good"].items():
        codes = ", ".join(f"{k} {v}" for k, v in row.items() if k not in ("takes", "refused"))
        lines.append(f"{corpus:<22} {row['refused']:3d} of {row['takes']:3d}  {codes}".rstrip())
    return "\n".join(lines)
