"""``syrinx evaluate conversion``: from the speech cache to a table of quality, in one command.

Dev sentences go through the live chain to dev speakers enrolled from 30 s and from 3 min, and to
voices that ship; beside them stand the source, two classical changers, and the target himself.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tqdm import tqdm

from syrinx.dsp.errors import SyrinxError
from syrinx.training.data import DEFAULT_CACHE
from syrinx.training.evaluations.common import emit, mean_tables, write_json
from syrinx.training.evaluations.report_html import write_html
from syrinx.training.evaluations.report_text import aims_text, table_text
from syrinx.training.fit import commit_id
from syrinx.training.metrics.conversion_run import (
    Plan,
    Result,
    Wish,
    Workplace,
    convert_and_score,
)
from syrinx.training.studio import OpenStudio, StudioOptions

DEV_TARGETS = (
    "rhasspy_nathalie/nathalie",
    "librispeech/26",
    "aishell_subset/S0913",
    "speechocean762/SPEAKER1197",
    "speechocean762/SPEAKER1439",
)
SPEAKERS = {
    "felix": "librispeech/307",
    "greta": "librispeech/6476",
    "hazel": "vctk_subset/p239",
    "iris": "librispeech/19",
    "kathleen": "rhasspy_kathleen/kathleen",
    "kerstin": "rhasspy_kerstin/kerstin",
    "miles": "librispeech/27",
    "otto": "librispeech/7447",
    "ruben": "librispeech/2384",
}
"""Who a shipped voice was made from; others are voices that nobody recorded."""
DEFAULT_VOICES = (*DEV_TARGETS, "kathleen", "hazel", "iris")
KINDS = {
    "dev": "dev speakers, enrolled (never trained on)",
    "train": "shipped voices of train speakers",
    "free": "voices without recordings",
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="syrinx evaluate conversion",
        description="Convert the fixed dev sentences as `syrinx convert` does, to dev speakers "
        "enrolled from 30 s and 3 min and to voices that ship, and score the result beside the "
        "source, two classical changers and the target's own recordings. All 40 sentences and 8 "
        "voices take about an hour of one processor; start with --limit 8.",
        epilog="Judges (Resemblyzer, PocketSphinx, DNSMOS, NISQA) are asked where they are "
        'installed: pip install "syrinx[judges]"; SYRINX_NISQA names a copy of NISQA.',
    )
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="speech cache folder")
    parser.add_argument("--limit", type=int, metavar="N", help="only N of the 40 sources")
    parser.add_argument(
        "--voices",
        metavar="A,B,...",
        help="dev speakers (corpus/speaker) or ids of voices; ID=CORPUS/SPEAKER says whose "
        "recordings a voice is compared with, ID= that nobody's "
        f"(default: {','.join(DEFAULT_VOICES)})",
    )
    parser.add_argument("--compare-float", action="store_true", help="also the fp32 networks")
    parser.add_argument("--no-noise", action="store_true", help="leave out the sources with noise")
    parser.add_argument("--no-judges", action="store_true", help="only what is built in")
    parser.add_argument(
        "--compare-average", action="store_true", help="enrol speakers by averaging alone, too"
    )
    parser.add_argument("--models", type=Path, metavar="DIR", help="a folder of exported models")
    parser.add_argument("--home", type=Path, help="data folder (default: SYRINX_HOME or yours)")
    parser.add_argument(
        "--index-ratio",
        type=float,
        metavar="R",
        help="pull of the content to the voice's own, 0 to 1 (default: what the program does)",
    )
    parser.add_argument("--encoder", type=Path, help="speaker encoder checkpoint (.pt) to ask")
    parser.add_argument("--jobs", type=int, default=1, help="processes (default: 1)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures ('-': print)")
    parser.add_argument("--html", type=Path, metavar="FOLDER", help="write a report to listen to")
    parser.add_argument(
        "--examples", type=int, default=4, help="sentences per voice in it (default: 4)"
    )
    return parser


def main(argv: Sequence[str], *, studio: OpenStudio | None = None) -> int:
    """Convert, score, print; ``studio`` is the program's own (ADR 0031)."""
    args = _parser().parse_args(argv)
    if studio is None:
        raise SyrinxError("This needs the program itself: run `syrinx evaluate conversion`.")
    for name in ("limit", "jobs", "examples"):
        value = getattr(args, name)
        if value is not None and value < 1:
            raise SyrinxError(f"--{name} must be at least 1.")
    if args.index_ratio is not None and not 0 <= args.index_ratio <= 1:
        raise SyrinxError("--index-ratio must be between 0 and 1.")
    plan = Plan(
        cache=args.cache,
        studio=StudioOptions(
            home=args.home,
            models=args.models,
            index_ratio=args.index_ratio,
        ),
        limit=args.limit,
        compare_float=args.compare_float,
        compare_average=args.compare_average,
        noise=not args.no_noise,
        outside_judges=not args.no_judges,
        encoder=args.encoder,
        folder=args.html,
        examples=args.examples,
    )
    wishes = [wish_of(word) for word in (args.voices or ",".join(DEFAULT_VOICES)).split(",")]
    if twice := [w.name for i, w in enumerate(wishes) if w.name in {v.name for v in wishes[:i]}]:
        raise SyrinxError(f"--voices names {twice[0]} twice.")
    order = {wish.name: place for place, wish in enumerate(wishes)}
    start = time.monotonic()
    results: list[Result] = []
    report: dict[str, Any] = {}
    with tqdm(total=len(wishes), unit="voice", disable=None, leave=False) as bar:
        for result in results_of(plan, studio, wishes, args.jobs, bar):
            results = sorted([*results, result], key=lambda r: order[r.name])
            report = make_report(results, plan, elapsed_s=time.monotonic() - start)
            _keep(report, args.json, args.html)
            if args.jobs > 1:
                bar.update()
    for note in report["notes"]:
        print(f"Note: {note}", file=sys.stderr)
    emit(report, args.json, report_text(report))
    if args.html is not None:
        print(f"\n{args.html / 'index.html'}", file=sys.stderr)
    return 0


def _keep(report: Mapping[str, Any], figures: Path | None, page: Path | None) -> None:
    """Write what there is after each voice: a long run that is cut short is not lost."""
    if figures is not None and str(figures) != "-":
        write_json(report, figures)
    if page is not None:
        write_html(page, report)


def wish_of(word: str) -> Wish:
    """Read one word of ``--voices``.

    Raises
    ------
    SyrinxError
        It names nothing.
    """
    word = word.strip()
    voice, equals, speaker = word.partition("=")
    if not voice:
        raise SyrinxError("--voices holds an empty name.")
    if "/" in voice:
        return Wish(name=word, voice=None, speaker=word)
    known = SPEAKERS.get(voice) if not equals else None
    return Wish(name=voice, voice=voice, speaker=speaker or known)


def results_of(
    plan: Plan, studio: OpenStudio, wishes: Sequence[Wish], jobs: int, bar: Any
) -> Iterator[Result]:
    """Score every wish, in this process or in ``jobs`` others; ``bar`` is a tqdm bar."""
    if jobs == 1:
        with Workplace(plan, studio) as work:
            bar.reset(total=len(wishes) * len(work.sources))
            bar.unit = "sentence"
            for place, wish in enumerate(wishes, start=1):
                yield convert_and_score(work, wish, bar.update)
                bar.update(place * len(work.sources) - bar.n)  # a target's own are left out
        return
    context = multiprocessing.get_context("spawn")
    with context.Pool(
        min(jobs, len(wishes)), initializer=_open_workplace, initargs=(plan, studio)
    ) as pool:
        yield from pool.imap_unordered(_in_workplace, wishes)


_WORK: list[Workplace] = []
"""The workplace of this worker process; made when the process starts, as it takes seconds."""


def _open_workplace(plan: Plan, studio: OpenStudio) -> None:
    _WORK.append(Workplace(plan, studio))
    _WORK[-1].__enter__()


def _in_workplace(wish: Wish) -> Result:
    return convert_and_score(_WORK[-1], wish)


def make_report(results: Sequence[Result], plan: Plan, *, elapsed_s: float) -> dict[str, Any]:
    """Gather the results as JSON values: voices by name, means by kind of voice."""
    return {
        "commit": commit_id(),
        "sources": max((int(r.table["source"]["seconds"]) for r in results), default=0),
        "settings": {
            "limit": plan.limit,
            "models": None if plan.studio.models is None else str(plan.studio.models),
            "index_ratio": plan.studio.index_ratio,
        },
        "elapsed_s": round(elapsed_s, 1),
        "notes": list(dict.fromkeys(note for result in results for note in result.notes)),
        "mean": {
            kind: mean_tables([r.table for r in results if r.kind == kind])
            for kind in KINDS
            if any(r.kind == kind for r in results)
        },
        "voices": {
            r.name: {
                "kind": r.kind,
                "speaker": r.speaker,
                "enrolled_s": r.enrolled_s,
                "table": r.table,
                "examples": r.examples,
            }
            for r in results
        },
    }


def report_text(report: Mapping[str, Any]) -> str:
    """The report as text: each voice, the means, the aims."""
    blocks = [f"{name}\n{table_text(item['table'])}" for name, item in report["voices"].items()]
    for kind, table in report["mean"].items():
        blocks.append(f"MEAN: {KINDS[kind]}\n{table_text(table)}")
    if "dev" in report["mean"]:
        blocks.append(aims_text(report["mean"]["dev"]))
    return "\n\n\n".join(blocks)
