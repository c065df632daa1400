"""What the synthesiser learns from: takes as units with durations, and what the decoder is given.

Layout of the folder that ``syrinx train prepare_synthesis`` writes, frames at 100 per second, frame
``k`` of a take centred at sample ``160 k`` of its trimmed audio, whose speech is at -26 dBFS::

    content.f16    (n, 64)   of the content encoder that ships
    f0.f32         (n,)      Hz, 0 where unvoiced, as the live path finds it
    loudness.f16   (n,)      dBFS, of the speech alone (ADR 0045)
    speakers.npy   (s, 192)  speaker embeddings, unit length
    takes.json     {"version", "encoder", "speakers": [...], "takes": [...]}: see :class:`Take`
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.synthesis_units import edges_of
from syrinx.neural.runtime.text.units import CLAUSE, PAUSES, PHRASE, SILENCE, UNITS, VERSION
from syrinx.neural.runtime.text.utterance import Utterance
from syrinx.training.synthesis_align import CLASSES, Timing

DEFAULT_SYNTHESIS = Path(".cache/synthesis")
TABLE = "takes.json"
SPLITS = ("train", "held", "dev")
"""``held`` are texts of train speakers, ``dev`` speakers that are never trained on."""
SHORTEST_BREAK = 8
"""Frames of silence between words that count as a pause where the text has none."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """One reading.

    ``units``, ``durations`` (frames), ``emphasis``, ``edges`` (1 first, 2 last unit of a word, 3
    both, 0 else) have one number per unit; the durations add up to ``n_frames``. ``speaker``
    counts the speakers of the table.
    """

    corpus: str
    speaker: int
    split: str
    text: str
    mode: int
    units: tuple[int, ...]
    durations: tuple[int, ...]
    emphasis: tuple[int, ...]
    edges: tuple[int, ...]
    start: int
    n_frames: int
    score: float


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who speaks: mean and spread of ``log2 F0`` of voiced frames, and units per second."""

    name: str
    log_f0_mean: float
    log_f0_spread: float
    rate: float
    seconds: float


class SynthesisCache:
    """Read-only view of the folder.

    Raises
    ------
    SyrinxError
        If there is none, or it is of other units.
    """

    def __init__(self, folder: Path = DEFAULT_SYNTHESIS) -> None:
        table = folder / TABLE
        if not table.is_file():
            raise SyrinxError(f"No takes in {folder}: run `syrinx train prepare_synthesis` first.")
        record = json.loads(table.read_text(encoding="utf-8"))
        if record["version"] != VERSION:
            raise SyrinxError(
                f"The takes in {folder} have other units: run `syrinx train prepare_synthesis`."
            )
        self.folder = folder
        self.encoder: str = record["encoder"]
        self.speakers = [Speaker(**row) for row in record["speakers"]]
        self.takes = [_take(row) for row in record["takes"]]
        self.embeddings: NDArray[np.float32] = np.load(folder / "speakers.npy")
        self._content = np.memmap(folder / "content.f16", np.float16, "r").reshape(-1, 64)
        self._f0 = np.memmap(folder / "f0.f32", np.float32, "r")
        self._loudness = np.memmap(folder / "loudness.f16", np.float16, "r")

    def select(self, split: str) -> list[Take]:
        """The takes of a split."""
        return [take for take in self.takes if take.split == split]

    def content(self, take: Take) -> NDArray[np.float32]:
        """``(n_frames, 64)``."""
        return np.array(self._content[take.start : take.start + take.n_frames], np.float32)

    def f0(self, take: Take) -> NDArray[np.float32]:
        """``(n_frames,)`` in Hz, 0 unvoiced."""
        return np.array(self._f0[take.start : take.start + take.n_frames])

    def loudness(self, take: Take) -> NDArray[np.float32]:
        """``(n_frames,)`` in dBFS."""
        return np.array(self._loudness[take.start : take.start + take.n_frames], np.float32)


def _take(row: Mapping[str, Any]) -> Take:
    lists = ("units", "durations", "emphasis", "edges")
    return Take(**{k: tuple(v) if k in lists else v for k, v in row.items()})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A whole text as the front end gives it: units, per unit its features, words as classes."""

    units: tuple[str, ...]
    emphasis: tuple[int, ...]
    edges: tuple[int, ...]
    word_of: tuple[int, ...]
    mode: str

    @property
    def words(self) -> list[list[int]]:
        """Classes of `syrinx.training.synthesis_align` of each word."""
        out: list[list[int]] = [[] for _ in range(max(self.word_of) + 1)]
        for unit, word in zip(self.units, self.word_of, strict=True):
            if word >= 0:
                out[word].append(CLASSES[unit.rstrip("012")])
        return out


def reading_of(utterances: Sequence[Utterance]) -> Reading | None:
    """Utterances strung together as a reader reads them; None without words or not English."""
    if not utterances:
        return None
    units: list[str] = []
    emphasis: list[int] = []
    edges: list[int] = []
    word_of: list[int] = []
    words = 0
    for part in utterances:
        first = 1 if units else 0  # the silence before a later one is the pause of the former
        units += part.units[first:]
        emphasis += part.emphasis.tolist()[first:]
        edges += edges_of(part).tolist()[first:]
        word_of += [w + words if w >= 0 else -1 for w in part.word_of.tolist()[first:]]
        words += len(part.words)
    if not words or any(u not in PAUSES and u.rstrip("012") not in CLASSES for u in units):
        return None
    return Reading(
        units=tuple(units),
        emphasis=tuple(emphasis),
        edges=tuple(edges),
        word_of=tuple(word_of),
        mode=utterances[-1].mode,
    )


def with_durations(
    reading: Reading, timing: Timing, *, punctuated: bool
) -> tuple[Reading, list[int]]:
    """The reading with a duration per unit; breaks that were made and not written are added.

    A pause of the text that nobody made lasts 0 frames. Silence between words where the text has
    no pause is a `PHRASE` (or a `CLAUSE`, where the text has no punctuation at all and it is
    long), or belongs to the sound after it when it is shorter than `SHORTEST_BREAK`: the closure
    of a stop.
    """
    spoken = np.flatnonzero(timing.unit >= 0)
    count = int(timing.unit.max()) + 1
    first = np.full(count, -1)
    last = np.full(count, -1)
    for frame in spoken:
        unit = timing.unit[frame]
        if first[unit] < 0:
            first[unit] = frame
        last[unit] = frame + 1
    units: list[str] = []
    rows: list[tuple[int, int, int]] = []
    durations: list[int] = []

    def put(unit: str, length: int, emphasis: int = 0, edge: int = 0, word: int = -1) -> None:
        units.append(unit)
        durations.append(length)
        rows.append((emphasis, edge, word))

    at, number, open_pause = 0, 0, False
    for unit, emphasis, edge, word in zip(
        reading.units, reading.emphasis, reading.edges, reading.word_of, strict=True
    ):
        if word < 0:
            if open_pause:
                continue  # two pauses in a row: the first has the silence
            put(unit, 0)
            open_pause = True
            continue
        gap = int(first[number]) - at
        if open_pause:
            durations[-1] = gap
        elif gap >= SHORTEST_BREAK:
            long = not punctuated and gap >= 25
            put(CLAUSE if long else PHRASE, gap)
        lead = gap if not open_pause and gap < SHORTEST_BREAK else 0
        put(unit, int(last[number] - first[number]) + lead, emphasis, edge, word)
        at = int(last[number])
        number += 1
        open_pause = False
    durations[-1] += len(timing.label) - at
    made = dataclasses.replace(
        reading,
        units=tuple(units),
        emphasis=tuple(r[0] for r in rows),
        edges=tuple(r[1] for r in rows),
        word_of=tuple(r[2] for r in rows),
    )
    return made, durations


NUMBERS = {unit: number for number, unit in enumerate(UNITS)}
SILENCE_NUMBER = NUMBERS[SILENCE]
