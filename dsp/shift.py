"""Pitch and formant shift without a network, with 9 ms of delay.

Pitch-synchronous overlap-add on a live stream (after E. Moulines, F. Charpentier 1990 and
K. Lent 1989): two periods around a pitch mark are a grain; grains are laid out at the wanted
period, which moves the pitch and leaves the formants, and each is read faster or slower, which
moves the formants. Unvoiced sound keeps the original spacing. A grain is read while it arrives:
its first sample is heard before its last one is known, which is what keeps the delay short.
"""

from __future__ import annotations

from math import ceil, sqrt

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.base import BlockProcessor, windows
from syrinx.dsp.epochs import PitchMarks
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio
from syrinx.dsp.units import ms_to_samples, semitones_to_ratio

LATENCY_MS = 9.0
MAX_SEMITONES = 24.0
_UNVOICED_MS = 4.0
_TAPS = 12
_PHASES = 256
_HISTORY_MS = 80.0
_EARLY = 1.1  # of a half-length: a period may shrink by so much between two grains
_SHORTEST = 0.4  # of a half-length: a shorter rise would click


class _Grain:
    """One grain: output centre, source centre, half-lengths (left, right), gain, speed."""

    __slots__ = ("centre", "gain", "left", "right", "source", "speed")

    def __init__(
        self, centre: float, source: float, left: float, right: float, gain: float, speed: float
    ) -> None:
        self.centre, self.source = centre, source
        self.left, self.right = left, right
        self.gain, self.speed = gain, speed


class PitchFormantShift(BlockProcessor):
    """Shift pitch and formants of one voice.

    Parameters
    ----------
    sample_rate
        Rate in Hz.
    pitch_semitones, formant_semitones
        Shifts, -24 to 24; settable while it runs.
    monotone_hz
        Speak all voiced sound at this F0 instead (a robot); the pitch shift is added to it.

    Raises
    ------
    SyrinxError
        On a shift outside the range.
    """

    def __init__(
        self,
        *,
        sample_rate: int,
        pitch_semitones: float = 0.0,
        formant_semitones: float = 0.0,
        monotone_hz: float | None = None,
    ) -> None:
        super().__init__(sample_rate=sample_rate, latency=ms_to_samples(LATENCY_MS, sample_rate))
        self.pitch_semitones = pitch_semitones
        self.formant_semitones = formant_semitones
        self._monotone = monotone_hz
        self._marks = PitchMarks(sample_rate=sample_rate)
        self._step = _UNVOICED_MS * 1e-3 * sample_rate
        self._keep = ms_to_samples(_HISTORY_MS, sample_rate)
        self.reset()

    @property
    def pitch_semitones(self) -> float:
        """Pitch shift in semitones."""
        return self._pitch

    @pitch_semitones.setter
    def pitch_semitones(self, value: float) -> None:
        self._pitch = _checked(value)
        self._pitch_ratio = semitones_to_ratio(self._pitch)

    @property
    def formant_semitones(self) -> float:
        """Formant shift in semitones."""
        return self._formant

    @formant_semitones.setter
    def formant_semitones(self, value: float) -> None:
        self._formant = _checked(value)
        self._speed = semitones_to_ratio(self._formant)
        self._table = _sinc_table(self._speed)

    def reset(self) -> None:
        """Forget the past."""
        self._marks.reset()
        self._past: Audio = np.zeros(self._keep, dtype=np.float32)
        self._now = 0
        self._grains: list[_Grain] = []
        self._centre = 0.0  # of the last grain
        self._wake = 0  # when the next one is decided

    def _process(self, audio: Audio) -> Audio:
        size = audio.shape[0]
        output = np.zeros(size, dtype=np.float32)
        limit = self._keep // 8  # long blocks in pieces, so that the history stays short
        for start in range(0, size, limit):
            piece = audio[start : start + limit]
            output[start : start + piece.shape[0]] = self._run(piece)
        return output

    def _run(self, audio: Audio) -> Audio:
        size = audio.shape[0]
        begin, end = self._now, self._now + size
        self._marks.push(audio)
        buffer = np.concatenate((self._past, audio))
        base = end - buffer.shape[0]
        while self._wake < end:
            self._add_grain(self._wake)
        output = self._render(buffer, base, begin, size)
        self._grains = [g for g in self._grains if g.centre + g.right > end]
        self._past = buffer[size:]
        self._now = end
        self._marks.forget()
        return output

    def _add_grain(self, wake: int) -> None:
        """Choose the source of the next grain with what was heard before ``wake``."""
        marks, speed = self._marks, self._speed
        marks.advance(wake)
        period = marks.period
        margin = _TAPS // 2 * speed + 2.0
        if period:
            spacing = period / self._pitch_ratio
            if self._monotone is not None:
                spacing = self._sample_rate / (self._monotone * self._pitch_ratio)
            half = period / speed
            gain = sqrt(speed * spacing / period)
        else:
            spacing = half = self._step
            gain = 1.0
        # The last grain woke this one by an estimate; the place follows the period of now.
        centre = max(self._centre + spacing, wake + _SHORTEST * half)
        wanted = centre - self._latency
        latest = centre - abs(speed - 1.0) * half - margin
        source = marks.nearest(wanted, latest) if period else min(wanted, latest)
        left = min(half, centre - wake)
        self._grains.append(_Grain(centre, source, left, half, gain, speed))
        self._centre = centre
        self._wake = max(wake + 1, ceil(centre + spacing - _EARLY * half))

    def _render(self, buffer: Audio, base: int, begin: int, size: int) -> Audio:
        """Sum of the grains over ``size`` samples from ``begin`` on, all in one go."""
        grains = self._grains
        if not grains:  # a short block between two grains that do not touch
            return np.zeros(size, dtype=np.float32)
        rows = np.array(
            [(begin - g.centre, g.source - base, g.left, g.right, g.gain, g.speed) for g in grains]
        )
        # In float64, so that a different split does not round to another phase.
        offset = rows[:, :1] + np.arange(size)
        length = np.where(offset < 0.0, rows[:, 2:3], rows[:, 3:4])
        turn = np.minimum(np.abs(offset) / length, 1.0).astype(np.float32)
        gain = rows[:, 4:5].astype(np.float32)
        window = (np.float32(0.5) + np.float32(0.5) * np.cos(np.float32(np.pi) * turn)) * gain
        position = rows[:, 1:2] + rows[:, 5:6] * offset
        place = np.floor(position * _PHASES + 0.5).astype(np.int64)
        views = windows(buffer, _TAPS)
        last = views.shape[0] - 1
        whole = (place // _PHASES) - (_TAPS // 2 - 1)
        np.clip(whole, 0, last, out=whole)  # outside its window a grain may point anywhere
        values = np.einsum("ijk,ijk->ij", views[whole], self._table[place % _PHASES])
        output: Audio = np.einsum("ij,ij->j", values, window)
        return output


def _checked(semitones: float) -> float:
    if not abs(semitones) <= MAX_SEMITONES:
        raise SyrinxError(
            f"Shifts from {-MAX_SEMITONES:g} to {MAX_SEMITONES:g} semitones are possible, "
            f"not {semitones:g}."
        )
    return float(semitones)


def _sinc_table(speed: float) -> NDArray[np.float32]:
    """Interpolation filters, ``(phases, taps)``; reading faster needs a lower cut-off."""
    cutoff = min(1.0, 1.0 / speed)
    fraction = np.arange(_PHASES) / _PHASES
    time = np.arange(_TAPS) - (_TAPS // 2 - 1) - fraction[:, None]
    window = np.i0(6.0 * np.sqrt(np.clip(1.0 - (time / (_TAPS // 2)) ** 2, 0.0, None)))
    kernel = np.sinc(cutoff * time) * window * (np.abs(time) < _TAPS // 2)
    kernel /= kernel.sum(axis=1, keepdims=True)
    return kernel.astype(np.float32)
