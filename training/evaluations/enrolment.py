"""``syrinx evaluate enrolment``: what fine-tuning adds to averaging, and how long both take.

Every dev speaker is enrolled from 30 s and from 3 min, averaged and fine-tuned, as ``syrinx
enroll`` does it. It must close at least ten points more of the gap, for no more than one point of
words, for every one of them.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from syrinx.dsp.errors import SyrinxError
from syrinx.training.data import DEFAULT_CACHE
from syrinx.training.evaluations.common import emit, write_json
from syrinx.training.evaluations.conversion import DEV_TARGETS, results_of, wish_of
from syrinx.training.fit import commit_id
from syrinx.training.metrics.conversion_run import LENGTHS_S, Plan, Result
from syrinx.training.studio import OpenStudio, StudioOptions

MORE_GAP, MORE_WORDS = 0.10, 0.01
"""What fine-tuning must add to the closed gap at least, and to the word error rate at most."""
USABLE_S, TUNED_S = 30.0, 120.0
"""An averaged voice from 30 s of speech, and a fine-tuned one from 3 min, must be there by then."""
GAP, WORDS = "resemblyzer_gap_closed", "wer"
BESIDE = ("nisqa", "dnsmos", "f0_correlation")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="syrinx evaluate enrolment",
        description="Enrol dev speakers from 30 s and 3 min of their recordings, by averaging and "
        "fine-tuned, convert the fixed dev sentences to each, and say what fine-tuning added. All "
        "40 sentences and 5 speakers take about an hour; start with --limit 8. The seconds are "
        "those of this machine with OMP_NUM_THREADS threads: measure them alone.",
        epilog="Exit code 0 when all that could be judged holds, else 1. The gap needs Resemblyzer "
        'and the words PocketSphinx: pip install "syrinx[judges]".',
    )
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="speech cache folder")
    parser.add_argument("--limit", type=int, metavar="N", help="only N of the 40 sentences")
    parser.add_argument(
        "--speakers",
        metavar="A,B,...",
        default=",".join(DEV_TARGETS),
        help="dev speakers, corpus/speaker each (default: %(default)s)",
    )
    parser.add_argument("--no-judges", action="store_true", help="only what is built in")
    parser.add_argument("--models", type=Path, metavar="DIR", help="a folder of exported models")
    parser.add_argument("--home", type=Path, help="data folder (default: SYRINX_HOME or yours)")
    parser.add_argument("--jobs", type=int, default=1, help="processes (default: 1)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures ('-': print)")
    return parser


def main(argv: Sequence[str], *, studio: OpenStudio | None = None) -> int:
    """Enrol, convert, compare; ``studio`` is the program's own (ADR 0031)."""
    from tqdm import tqdm

    args = _parser().parse_args(argv)
    if studio is None:
        raise SyrinxError("This needs the program itself: run `syrinx evaluate enrolment`.")
    for name in ("limit", "jobs"):
        value = getattr(args, name)
        if value is not None and value < 1:
            raise SyrinxError(f"--{name} must be at least 1.")
    wishes = [wish_of(word) for word in args.speakers.split(",")]
    for wish in wishes:
        if wish.voice is not None:
            raise SyrinxError(f"{wish.name} is no dev speaker: name corpus/speaker.")
    plan = Plan(
        cache=args.cache,
        studio=StudioOptions(home=args.home, models=args.models),
        limit=args.limit,
        compare_average=True,
        noise=False,
        baselines=False,
        outside_judges=not args.no_judges,
    )
    order = {wish.name: place for place, wish in enumerate(wishes)}
    start = time.monotonic()
    results: list[Result] = []
    report: dict[str, Any] = {}
    with tqdm(total=len(wishes), unit="voice", disable=None, leave=False) as bar:
        for result in results_of(plan, studio, wishes, args.jobs, bar):
            results = sorted([*results, result], key=lambda r: order[r.name])
            report = make_report(results, plan, elapsed_s=time.monotonic() - start)
            if args.json is not None and str(args.json) != "-":
                write_json(report, args.json)  # a long run that is cut short is not lost
            if args.jobs > 1:
                bar.update()
    for note in report["notes"]:
        print(f"Note: {note}", file=sys.stderr)
    emit(report, args.json, report_text(report))
    return 0 if report["holds"] is not False else 1


def make_report(results: Sequence[Result], plan: Plan, *, elapsed_s: float) -> dict[str, Any]:
    """Gather what was found as JSON values: one row per speaker and length."""
    import torch

    rows = [row for result in results for row in compare(result)]
    verdicts = [row["holds"] for row in rows]
    return {
        "commit": commit_id(),
        "limit": plan.limit,
        "threads": torch.get_num_threads(),
        "elapsed_s": round(elapsed_s, 1),
        "must": {
            "gap_more": MORE_GAP,
            "wer_more": MORE_WORDS,
            "averaged_30s_s": USABLE_S,
            "tuned_180s_s": TUNED_S,
        },
        "notes": list(dict.fromkeys(note for result in results for note in result.notes)),
        "rows": rows,
        "holds": _all(verdicts),
        "in_time": _all([row["in_time"] for row in rows]),
        "tables": {result.name: result.table for result in results},
    }


def compare(result: Result) -> list[dict[str, Any]]:
    """One row for each length that a speaker was enrolled from.

    ``holds`` is None where the gap cannot be told, ``in_time`` where nothing is asked of it.
    """
    rows = []
    for length in LENGTHS_S:
        names = f"average_{length}s", f"int8_{length}s"
        if not all(name in result.table for name in names):
            continue
        average, tuned = (result.table[name] for name in names)
        took = result.took_s.get(names[1], {})
        averaged_s = result.took_s.get(names[0], {}).get("averaged")
        whole_s = took["averaged"] + took["tuned"] if took else None
        more_gap, more_words = _more(average, tuned, GAP), _more(average, tuned, WORDS)
        in_time: bool | None = None
        if length == LENGTHS_S[0] and averaged_s is not None:
            in_time = averaged_s <= USABLE_S
        elif length == LENGTHS_S[1] and whole_s is not None:
            in_time = whole_s <= TUNED_S
        rows.append(
            {
                "speaker": result.name,
                "length_s": length,
                "enrolled_s": result.enrolled_s.get(f"{length}s"),
                "gap_averaged": average.get(GAP),
                "gap_tuned": tuned.get(GAP),
                "gap_more": more_gap,
                "wer_averaged": average.get(WORDS),
                "wer_tuned": tuned.get(WORDS),
                "wer_more": more_words,
                **{f"{name}_more": _more(average, tuned, name) for name in BESIDE},
                "averaged_s": averaged_s,
                "tuned_s": took.get("tuned"),
                "whole_s": None if whole_s is None else round(whole_s, 2),
                "gap_holds": None if more_gap is None else more_gap >= MORE_GAP,
                "wer_holds": None if more_words is None else more_words <= MORE_WORDS,
                "in_time": in_time,
            }
        )
        rows[-1]["holds"] = (
            None
            if more_gap is None
            else bool(rows[-1]["gap_holds"] and rows[-1]["wer_holds"] is not False)
        )
    return rows


def _more(average: Mapping[str, Any], tuned: Mapping[str, Any], name: str) -> float | None:
    """The difference of a figure; None where one of the two is missing."""
    before, after = average.get(name), tuned.get(name)
    if before is None or after is None:
        return None
    more = round(float(after) - float(before), 4)
    return more if math.isfinite(more) else None


def _all(verdicts: Sequence[bool | None]) -> bool | None:
    """Whether every known verdict is good; None when none is known."""
    known = [verdict for verdict in verdicts if verdict is not None]
    return all(known) if known else None


def report_text(report: Mapping[str, Any]) -> str:
    """The rows as a table, and the verdicts."""
    head = ("gap avg", "tuned", "more", "WER avg", "tuned", "more", "avg s", "tuned s", "verdict")
    width = max([len("speaker, seconds"), *(len(_title(row)) for row in report["rows"])])
    lines = [f"{'speaker, seconds':<{width}}" + "".join(f"{text:>9}" for text in head)]
    for row in report["rows"]:
        cells = [
            _percent(row["gap_averaged"]),
            _percent(row["gap_tuned"]),
            _points(row["gap_more"]),
            _percent(row["wer_averaged"]),
            _percent(row["wer_tuned"]),
            _points(row["wer_more"]),
            _seconds(row["averaged_s"]),
            _seconds(row["tuned_s"]),
            {True: "holds", False: "FAILS", None: "?"}[row["holds"]],
        ]
        lines.append(f"{_title(row):<{width}}" + "".join(f"{text:>9}" for text in cells))
    words = {True: "yes", False: "NO", None: "cannot be told"}
    lines += [
        "",
        f"{100 * MORE_GAP:g} points more of the gap, at most {100 * MORE_WORDS:+g} point of WER, "
        f"for everyone: {words[report['holds']]}",
        f"averaged from 30 s in {USABLE_S:g} s, fine-tuned from 3 min in {TUNED_S:g} s "
        f"({report['threads']} threads): {words[report['in_time']]}",
    ]
    return "\n".join(lines)


def _title(row: Mapping[str, Any]) -> str:
    return f"{row['speaker']}, {row['length_s']}"


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.1f}"


def _points(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:+.1f}"


def _seconds(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}"
