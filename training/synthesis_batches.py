"""Batches for the synthesiser: whole takes of like length, with what their readings were like."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from syrinx.neural.runtime.synthesis_frames import positions
from syrinx.neural.runtime.text.units import PAUSES
from syrinx.neural.synthesizer import EXTRAS, FRAMES_PER_CELL, PROSODY
from syrinx.training.synthesis_data import NUMBERS, Speaker, SynthesisCache, Take
from syrinx.training.voice_speech import SPEECH_DBFS

FloatArray = NDArray[np.float32]
PITCH_SCALE, LOUDNESS_SCALE = 4.0, 10.0
LOUDNESS_LIMITS = (-5.0, 1.5)
USUAL_RATE, RATE_SPREAD = 9.5, 0.25
NARROW, ENGINE = "asterisk_allison_8k", "taught_"
_ENDS = (NUMBERS["."], NUMBERS["¶"])
MEDIAN_REACH, STRAY_SEMITONES = 12, 7.0
FIELDS = ("units", "emphasis", "edges")


@dataclasses.dataclass(slots=True, kw_only=True)
class SynthesisBatch:
    """``B`` takes of ``U`` units and ``T`` frames at most, padded with zeros.

    ``units``, ``emphasis``, ``edges (B, U)``, ``mode (B,)``, ``style (B, 196)``, ``prosody
    (B, U, 3)``, ``unit_mask (B, U, 1)``; ``index (B, T)``, ``position (B, T, 3)``, ``content
    (B, T, 64)``, ``pitch``, ``voiced``, ``loudness (B, T)``, ``mask (B, T/2, 1)``.
    """

    units: Tensor
    emphasis: Tensor
    edges: Tensor
    mode: Tensor
    style: Tensor
    prosody: Tensor
    unit_mask: Tensor
    index: Tensor
    position: Tensor
    content: Tensor
    pitch: Tensor
    voiced: Tensor
    loudness: Tensor
    mask: Tensor

    @property
    def frame_mask(self) -> Tensor:
        """``(B, T)``."""
        return self.mask[..., 0].repeat_interleave(FRAMES_PER_CELL, dim=1)


def style_row(
    embedding: FloatArray, rate: float, spread_semitones: float, *, narrow: bool, engine: bool
) -> FloatArray:
    """Speaker embedding and `EXTRAS` as the network takes them, ``(196,)``."""
    extras = [
        np.log(rate / USUAL_RATE) / RATE_SPREAD,
        spread_semitones / PITCH_SCALE - 1.0,
        float(narrow),
        float(engine),
    ]
    if len(extras) != EXTRAS:
        raise ValueError("the style has other numbers than the network")
    return np.concatenate([embedding, np.array(extras)]).astype(np.float32)


def style_of_speaker(speaker: Speaker, embedding: FloatArray) -> FloatArray:
    """The style of a speaker as usual."""
    corpus = speaker.name.split("/")[0]
    return style_row(
        embedding,
        speaker.rate,
        12.0 * speaker.log_f0_spread,
        narrow=corpus == NARROW,
        engine=corpus.startswith(ENGINE),
    )


@dataclasses.dataclass(slots=True, kw_only=True)
class Row:
    """One take, see `SynthesisBatch`."""

    units: NDArray[np.int64]
    emphasis: NDArray[np.int64]
    edges: NDArray[np.int64]
    mode: int
    style: FloatArray
    prosody: FloatArray
    index: NDArray[np.int64]
    position: FloatArray
    content: FloatArray
    pitch: FloatArray
    voiced: FloatArray
    loudness: FloatArray


def row_of(cache: SynthesisCache, take: Take, rng: np.random.Generator | None = None) -> Row:
    """A take as numbers; ``rng`` makes the style now and then the speaker's usual one."""
    speaker = cache.speakers[take.speaker]
    durations = np.array(take.durations, np.int64)
    spare = int(durations.sum()) % FRAMES_PER_CELL
    longest = int(np.flatnonzero(durations)[-1])
    durations[longest] -= spare
    frames = int(durations.sum())
    index = np.repeat(np.arange(len(durations)), durations)
    f0 = cache.f0(take)[:frames]
    voiced = (f0 > 0).astype(np.float32)
    pitch = _contour(f0, speaker.log_f0_mean) / PITCH_SCALE
    loudness = (cache.loudness(take)[:frames] - SPEECH_DBFS) / LOUDNESS_SCALE
    loudness = np.clip(loudness, *LOUDNESS_LIMITS).astype(np.float32)
    prosody = np.zeros((len(durations), PROSODY), np.float32)
    prosody[:, 0] = np.log1p(durations)
    count = np.maximum(durations, 1)
    for column, values in ((1, pitch), (2, loudness)):
        prosody[:, column] = np.bincount(index, values, minlength=len(durations)) / count
    usual = rng is not None and rng.random() < 0.2
    phones = sum(unit >= len(PAUSES) for unit in take.units)
    spread = 12.0 * speaker.log_f0_spread if usual else PITCH_SCALE * float(_spread(pitch, voiced))
    corpus = speaker.name.split("/")[0]
    units = np.array(take.units, np.int64)
    if rng is not None and units[-1] in _ENDS:
        units[-1] = _ENDS[int(rng.integers(0, 2))]
    return Row(
        units=units,
        emphasis=np.minimum(np.array(take.emphasis, np.int64), 1),
        edges=np.array(take.edges, np.int64),
        mode=take.mode,
        style=style_row(
            cache.embeddings[take.speaker],
            speaker.rate if usual else phones / (0.01 * frames),
            spread,
            narrow=corpus == NARROW,
            engine=corpus.startswith(ENGINE),
        ),
        prosody=prosody,
        index=index,
        position=positions(durations),
        content=cache.content(take)[:frames],
        pitch=pitch,
        voiced=voiced,
        loudness=loudness,
    )


def _contour(f0: FloatArray, log_mean: float) -> FloatArray:
    """Semitones above the mean, unvoiced stretches bridged, ``(T,)``; 0 without any voice.

    What lies far from the voiced frames around it is creak or an octave that was missed: bridged.
    """
    voiced = np.flatnonzero(f0 > 0)
    if not len(voiced):
        return np.zeros(len(f0), np.float32)
    values = 12.0 * (np.log2(f0[voiced]) - log_mean)
    around = np.pad(values, MEDIAN_REACH, mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(around, 2 * MEDIAN_REACH + 1)
    near = np.abs(values - np.median(windows, axis=1)) < STRAY_SEMITONES
    contour = np.interp(np.arange(len(f0)), voiced[near], values[near])
    return np.clip(contour, -16.0, 16.0).astype(np.float32)


def _spread(pitch: FloatArray, voiced: FloatArray) -> np.floating:
    some = pitch[voiced > 0]
    return some.std() if len(some) > 10 else np.float32(1.0)


def batch_of(rows: Sequence[Row]) -> SynthesisBatch:
    """Rows padded to one length."""
    units, frames = max(len(r.units) for r in rows), max(len(r.index) for r in rows)

    def stacked(name: str, length: int) -> Tensor:
        values = [getattr(row, name) for row in rows]
        out = np.zeros((len(rows), length, *values[0].shape[1:]), values[0].dtype)
        for target, value in zip(out, values, strict=True):
            target[: len(value)] = value
        return torch.from_numpy(out)

    unit_mask = np.zeros((len(rows), units, 1), np.float32)
    mask = np.zeros((len(rows), frames // FRAMES_PER_CELL, 1), np.float32)
    for k, row in enumerate(rows):
        unit_mask[k, : len(row.units)] = 1.0
        mask[k, : len(row.index) // FRAMES_PER_CELL] = 1.0
    return SynthesisBatch(
        **{name: stacked(name, units) for name in (*FIELDS, "prosody")},
        **{
            name: stacked(name, frames)
            for name in ("index", "position", "content", "pitch", "voiced", "loudness")
        },
        mode=torch.tensor([row.mode for row in rows]),
        style=torch.from_numpy(np.stack([row.style for row in rows])),
        unit_mask=torch.from_numpy(unit_mask),
        mask=torch.from_numpy(mask),
    )


class SynthesisBatches:
    """Endless batches of about ``batch_s`` seconds, takes drawn by the weight of their corpus."""

    def __init__(
        self,
        cache: SynthesisCache,
        takes: Sequence[Take],
        weights: Mapping[str, float],
        *,
        batch_s: float,
        seed: int,
    ) -> None:
        self._cache, self._takes, self._seed = cache, list(takes), seed
        self._frames = round(100 * batch_s)
        p = np.array([weights.get(t.corpus, 1.0) * t.n_frames**0.5 for t in self._takes])
        self._p = p / p.sum()

    def __iter__(self) -> Iterator[SynthesisBatch]:
        rng = np.random.default_rng(self._seed)
        while True:
            drawn = rng.choice(len(self._takes), size=256, p=self._p)
            drawn = drawn[np.argsort([self._takes[i].n_frames for i in drawn])]
            groups: list[list[int]] = [[]]
            for i in drawn:
                if groups[-1] and (len(groups[-1]) + 1) * self._takes[i].n_frames > self._frames:
                    groups.append([])
                groups[-1].append(int(i))
            for g in rng.permutation(len(groups)):
                yield batch_of([row_of(self._cache, self._takes[i], rng) for i in groups[g]])
