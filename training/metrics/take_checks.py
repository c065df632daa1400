"""Good takes and takes spoiled on purpose, shown to the program's check of takes."""

from __future__ import annotations

import dataclasses
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

from syrinx.dsp.errors import SyrinxError
from syrinx.training.data import SAMPLE_RATE, SpeechCache
from syrinx.training.metrics import spoiled_takes as spoiled
from syrinx.training.metrics.take_set import Take, takes_of
from syrinx.training.studio import Studio, TakeVerdict

GOOD_CORPORA = ("librispeech", "rhasspy_nathalie", "speechocean762")
TRAIN_CORPORA = ("librispeech", "speechocean762", "rhasspy_kathleen", "rhasspy_kerstin")
OTHERS = 5
"""Earlier takes that a take is compared with."""
Spoiler = Callable[[spoiled.FloatArray, np.random.Generator], spoiled.FloatArray]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One way to spoil a take: how, and the codes that name it rightly."""

    spoil: Spoiler
    codes: frozenset[str]


def kinds_of(noises: spoiled.Noises) -> dict[str, Kind]:
    """Every kind of spoiled take but that of another speaker."""
    noisy, cut = frozenset({"noisy"}), frozenset({"cut_start", "cut_end"})
    out = {
        "clipped": Kind(spoil=spoiled.clipped, codes=frozenset({"clipped"})),
        "clipped, resampled": Kind(spoil=spoiled.clipped_resampled, codes=frozenset({"clipped"})),
        "white noise": Kind(spoil=spoiled.white_noise, codes=noisy),
    }
    for name, noise in noises.items():
        # A fridge and some fans are a hum with noise.
        out[f"noise: {name}"] = Kind(spoil=spoiled.recorded({name: noise}), codes=noisy | {"hum"})
    out |= {
        "hum": Kind(spoil=spoiled.hum, codes=frozenset({"hum"})),
        "echo": Kind(spoil=spoiled.echo, codes=frozenset({"echo"})),
        "silence": Kind(spoil=spoiled.silence(noises), codes=frozenset({"silent", "too_short"})),
        "too short": Kind(spoil=spoiled.too_short, codes=frozenset({"too_short"})),
        "cut": Kind(spoil=spoiled.cut, codes=cut),
    }
    return out


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One take of one kind: which codes it was refused with, and those that name its fault."""

    kind: str
    speaker: str
    problems: tuple[str, ...]
    codes: frozenset[str] = frozenset()
    likeness: float | None = None

    @property
    def refused(self) -> bool:
        """Whether it was sent back."""
        return bool(self.problems)

    @property
    def named(self) -> bool:
        """Whether it was sent back for what is wrong with it."""
        return bool(self.codes.intersection(self.problems))


def chosen_takes(
    cache: SpeechCache, split: str, corpora: Sequence[str], *, per_speaker: int, speakers: int
) -> dict[str, list[Take]]:
    """At most so many takes of each of at most so many speakers a corpus, spread evenly."""
    out: dict[str, list[Take]] = {}
    for corpus in corpora:
        everyone = {k: v for k, v in takes_of(cache, split, [corpus]).items() if len(v) > 1}
        names = list(everyone)
        for index in np.unique(np.linspace(0, len(names) - 1, min(speakers, len(names))).round()):
            takes = everyone[names[int(index)]]
            places = np.unique(np.linspace(0, len(takes) - 1, min(per_speaker, len(takes))).round())
            out[names[int(index)]] = [takes[int(place)] for place in places]
    if not out:
        raise SyrinxError(f"The cache holds no two takes of a {split} speaker of {corpora}.")
    return out


def run_checks(
    studio: Studio,
    by_speaker: Mapping[str, Sequence[Take]],
    noises: spoiled.Noises,
    *,
    spoiled_per_speaker: int,
    seed: int = 0,
) -> Iterator[Outcome]:
    """Check every take good, then spoiled in each way; earlier takes are at hand, as in use."""
    kinds = kinds_of(noises)
    for speaker, takes in by_speaker.items():
        rng = np.random.default_rng((seed, zlib.crc32(speaker.encode())))
        alone = [_check(studio, take) for take in takes]
        for index, take in enumerate(takes):
            others = _others(alone, index, rng)
            yield _outcome("good", take, _check(studio, take, others=others))
            if index >= spoiled_per_speaker:
                continue
            room = spoiled.furnished(take.audio, rng)
            yield _outcome("good, furnished room", take, _check(studio, take, room, others))
            for name, kind in kinds.items():
                audio = np.ascontiguousarray(kind.spoil(take.audio, rng), np.float32)
                verdict = _check(studio, take, audio, others)
                yield _outcome(name, take, verdict, kind.codes)
            if others:
                stranger = _stranger(by_speaker, speaker, rng)
                verdict = _check(studio, stranger, others=others)
                name = "other speaker" if len(others) > 2 else "other speaker, 1-2 takes"
                yield _outcome(name, take, verdict, frozenset({"other_speaker"}))
                both = dataclasses.replace(take, text="", audio=_halves(take, stranger))
                verdict = _check(studio, both, others=others)
                codes = frozenset({"two_speakers", "other_speaker"})
                yield _outcome("two speakers", take, verdict, codes)


def _halves(take: Take, stranger: Take) -> spoiled.FloatArray:
    """The first half of one take and the second one of another."""
    half = len(take.audio) // 2
    return np.concatenate([take.audio[:half], stranger.audio[len(stranger.audio) // 2 :]])


def _check(
    studio: Studio,
    take: Take,
    audio: spoiled.FloatArray | None = None,
    others: Sequence[TakeVerdict] = (),
) -> TakeVerdict:
    audio = take.audio if audio is None else audio
    return studio.check_take(
        audio, SAMPLE_RATE, text=take.text, language=take.language, others=others
    )


def _outcome(
    kind: str, take: Take, verdict: TakeVerdict, codes: frozenset[str] = frozenset()
) -> Outcome:
    return Outcome(
        kind=kind,
        speaker=take.speaker,
        problems=verdict.problems,
        codes=codes,
        likeness=verdict.likeness,
    )


def _others(
    verdicts: Sequence[TakeVerdict], index: int, rng: np.random.Generator
) -> list[TakeVerdict]:
    """Up to `OTHERS` accepted takes, without this one."""
    left = [v for i, v in enumerate(verdicts) if i != index and not v.problems]
    return [left[int(i)] for i in rng.permutation(len(left))[:OTHERS]]


def _stranger(
    by_speaker: Mapping[str, Sequence[Take]], speaker: str, rng: np.random.Generator
) -> Take:
    """A take of somebody else, of the same corpus where there is anybody."""
    others = [name for name in by_speaker if name != speaker]
    near = [name for name in others if name.split("/")[0] == speaker.split("/")[0]]
    if not others:
        raise SyrinxError("Another speaker needs takes of two speakers at least.")
    chosen = (near or others)[int(rng.integers(len(near or others)))]
    return by_speaker[chosen][int(rng.integers(len(by_speaker[chosen])))]


def table_of(outcomes: Sequence[Outcome]) -> dict[str, dict[str, float]]:
    """Rates by kind, and of everything that was spoiled; in [0, 1]."""
    rows: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        rows.setdefault(outcome.kind, []).append(outcome)
        if outcome.codes:
            rows.setdefault("all spoiled", []).append(outcome)
    table: dict[str, dict[str, float]] = {}
    for kind, found in rows.items():
        table[kind] = {
            "takes": float(len(found)),
            "refused": float(np.mean([o.refused for o in found])),
        }
        if found[0].codes:
            table[kind]["named"] = float(np.mean([o.named for o in found]))
    table["all spoiled"] = table.pop("all spoiled", {})
    return table


def reasons_of(outcomes: Sequence[Outcome], kind: str = "good") -> dict[str, dict[str, int]]:
    """Corpus -> how many takes, and how many were refused by each code."""
    out: dict[str, dict[str, int]] = {}
    for outcome in outcomes:
        if outcome.kind == kind:
            row = out.setdefault(outcome.speaker.split("/")[0], {"takes": 0, "refused": 0})
            row["takes"] += 1
            row["refused"] += outcome.refused
            for code in outcome.problems:
                row[code] = row.get(code, 0) + 1
    return out
