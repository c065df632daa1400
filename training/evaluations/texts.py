"""``syrinx evaluate texts``: does the clone wizard tell whether the shown text was read?"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from tqdm import tqdm

from syrinx.dsp.errors import SyrinxError
from syrinx.training.data import DEFAULT_CACHE, SAMPLE_RATE, SpeechCache
from syrinx.training.evaluations.common import emit
from syrinx.training.metrics import spoiled_takes as spoiled
from syrinx.training.metrics.take_set import Take, takes_of
from syrinx.training.studio import OpenStudio, Studio, StudioOptions

CORPORA = ("librispeech", "speechocean762")
OTHERS = 4
"""Other texts of about the same length that each take is held against."""
LIMITS = tuple(round(1.2 + 0.2 * step, 1) for step in range(14))
NOISE_DB = 15.0
KINDS = ("right", "right, in noise", "other", "half of it other", "last third other", "half unread")
WRONG = KINDS[2:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one text cost on one take."""

    kind: str
    corpus: str
    speaker: str
    cost: float


def texts_for(take: Take, others: Sequence[Take]) -> Iterator[tuple[str, str]]:
    """Texts to hold a take against: ``(kind, text)``."""
    yield "right", take.text
    near = sorted(
        (o.text for o in others if o.text != take.text),
        key=lambda text: abs(len(text) - len(take.text)),
    )
    near = list(dict.fromkeys(near))[: OTHERS + 1]
    for text in near[:OTHERS]:
        yield "other", text
    said, wrong = take.text.split(), near[-1].split()
    half, third = len(said) // 2, 2 * len(said) // 3
    yield "half of it other", " ".join(said[:half] + wrong[len(wrong) // 2 :])
    yield "last third other", " ".join(said[:third] + wrong[2 * len(wrong) // 3 :])
    yield "half unread", " ".join(said + near[0].split())


def costs_of(
    place: Studio, takes: Sequence[Take], noises: Mapping[str, Any], *, seed: int
) -> Iterator[list[Cost]]:
    """Hold every take against its own text and others."""
    rng = np.random.default_rng(seed)
    noisy = spoiled.recorded(noises, NOISE_DB) if noises else None
    for take in takes:
        pairs = list(texts_for(take, takes))
        found = place.text_costs(take.audio, SAMPLE_RATE, [text for _, text in pairs])
        kinds = [kind for kind, _ in pairs]
        if noisy is not None:
            audio = noisy(take.audio, rng)
            found = [*found, *place.text_costs(audio, SAMPLE_RATE, [take.text])]
            kinds.append("right, in noise")
        yield [
            Cost(kind=kind, corpus=take.corpus, speaker=take.speaker, cost=cost)
            for kind, cost in zip(kinds, found, strict=True)
            if cost is not None
        ]


def main(argv: Sequence[str], *, studio: OpenStudio | None = None) -> int:
    """Print how many right texts are refused and wrong ones accepted, by limit."""
    parser = argparse.ArgumentParser(
        prog="syrinx evaluate texts",
        description="Takes of dev speakers are held against the text that was read, and others.",
    )
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="speech cache folder")
    parser.add_argument("--corpora", metavar="A,B", help="default: " + ",".join(CORPORA))
    parser.add_argument("--split", choices=("dev", "train"), default="dev", help="default: dev")
    parser.add_argument(
        "--per-speaker", type=int, default=20, help="takes of a speaker (default: 20)"
    )
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--home", type=Path, help="data folder (default: SYRINX_HOME or yours)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures ('-': print)")
    args = parser.parse_args(argv)
    if studio is None:
        raise SyrinxError("This needs the program itself: run `syrinx evaluate texts`.")
    if args.per_speaker < 1:
        raise SyrinxError("--per-speaker must be at least 1.")
    cache = SpeechCache(args.cache)
    corpora = args.corpora.split(",") if args.corpora else CORPORA
    takes = [
        take
        for made in takes_of(cache, args.split, corpora).values()
        for take in [t for t in made if t.text and t.language == "en"][: args.per_speaker]
    ]
    if len({take.text for take in takes}) < OTHERS + 2:
        raise SyrinxError("The cache holds too few takes with texts.")
    costs: list[Cost] = []
    with (
        studio(StudioOptions(home=args.home)) as place,
        tqdm(total=len(takes), unit="take", disable=None, leave=False) as bar,
    ):
        for found in costs_of(place, takes, cache.noises(), seed=args.seed):
            costs += found
            bar.update()
    if not costs:
        raise SyrinxError("There is no recogniser that could say whether a text was read.")
    report = report_of(costs)
    emit(report, args.json, text_of(report))
    return 0


def report_of(costs: Sequence[Cost]) -> dict[str, Any]:
    """Shares of right texts refused and wrong ones accepted, at each limit; costs by corpus."""

    def over(kind: str, limit: float, corpus: str | None = None) -> float:
        chosen = [c.cost for c in costs if c.kind == kind and corpus in (None, c.corpus)]
        return float(np.mean(np.array(chosen) > limit)) if chosen else float("nan")

    corpora = sorted({c.corpus for c in costs})
    return {
        "takes": {name: sum(c.kind == "right" and c.corpus == name for c in costs)
                  for name in corpora},
        "speakers": len({c.speaker for c in costs}),
        "limits": [
            {
                "limit": limit,
                "refused": {kind: over(kind, limit) for kind in KINDS[:2]},
                "refused_by_corpus": {name: over("right", limit, name) for name in corpora},
                "accepted": {kind: 1 - over(kind, limit) for kind in WRONG},
            }
            for limit in LIMITS
        ],
    }  # fmt: skip


def text_of(report: Mapping[str, Any]) -> str:
    """The report as a table."""
    takes = ", ".join(f"{name} {count}" for name, count in report["takes"].items())
    names = [*KINDS[:2], *report["takes"], *WRONG]
    lines = [
        f"{report['speakers']} speakers, takes: {takes}",
        "",
        "| limit | " + " | ".join(
            [*(f"{name}: refused" for name in names[: 2 + len(report['takes'])]),
             *(f"{name}: accepted" for name in WRONG)]
        ) + " |",
        "|---" * (len(names) + 1) + "|",
    ]  # fmt: skip
    for row in report["limits"]:
        values = [
            *row["refused"].values(), *row["refused_by_corpus"].values(), *row["accepted"].values(),
        ]  # fmt: skip
        cells = " | ".join(f"{100 * value:.1f} %" for value in values)
        lines.append(f"| {row['limit']:.1f} | {cells} |")
    return "\n".join(lines)
