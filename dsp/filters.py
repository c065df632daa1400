"""Recursive filters without a loop over samples: high-pass, biquads, cascades of them.

A cascade of biquads is one linear state-space system ``z' = A z + b x, y = c z + d x``. Over a
block of n samples it is two small matrix products: the response of the block to its own samples
(a Toeplitz matrix of the impulse response) plus the response to the state. Everything is in
float64, so that the split into blocks changes the output by 1e-15 at most.
Formulas of the biquads: R. Bristow-Johnson, *Audio EQ Cookbook*.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.base import BlockProcessor
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio

Matrix = NDArray[np.float64]

_CHUNK = 128
_DENORMAL = 1e-15
BUTTERWORTH_Q = sqrt(0.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Biquad:
    """Second-order section ``(b0 + b1/z + b2/z²) / (1 + a1/z + a2/z²)``."""

    b0: float
    b1: float
    b2: float
    a1: float
    a2: float

    def response(self, hz: NDArray[np.float64], sample_rate: int) -> NDArray[np.complex128]:
        """Complex gain at the frequencies ``hz``."""
        z = np.exp(-2j * np.pi * hz / sample_rate)
        gain: NDArray[np.complex128] = (self.b0 + self.b1 * z + self.b2 * z * z) / (
            1.0 + self.a1 * z + self.a2 * z * z
        )
        return gain


def low_pass(hz: float, *, sample_rate: int, q: float = BUTTERWORTH_Q) -> Biquad:
    """Low-pass with 12 dB per octave; -3 dB at ``hz`` for the default Q."""
    cosine, alpha = _angle(hz, sample_rate, q)
    side = (1.0 - cosine) / 2.0
    return _scaled(side, 2.0 * side, side, 1.0 + alpha, -2.0 * cosine, 1.0 - alpha)


def high_pass(hz: float, *, sample_rate: int, q: float = BUTTERWORTH_Q) -> Biquad:
    """High-pass with 12 dB per octave; -3 dB at ``hz`` for the default Q."""
    cosine, alpha = _angle(hz, sample_rate, q)
    side = (1.0 + cosine) / 2.0
    return _scaled(side, -2.0 * side, side, 1.0 + alpha, -2.0 * cosine, 1.0 - alpha)


def band_pass(hz: float, *, sample_rate: int, q: float) -> Biquad:
    """Band-pass with 0 dB at ``hz``."""
    cosine, alpha = _angle(hz, sample_rate, q)
    return _scaled(alpha, 0.0, -alpha, 1.0 + alpha, -2.0 * cosine, 1.0 - alpha)


def peaking(hz: float, *, sample_rate: int, q: float, gain_db: float) -> Biquad:
    """Bell with ``gain_db`` at ``hz``."""
    cosine, alpha = _angle(hz, sample_rate, q)
    a = 10.0 ** (gain_db / 40.0)
    return _scaled(
        1.0 + alpha * a,
        -2.0 * cosine,
        1.0 - alpha * a,
        1.0 + alpha / a,
        -2.0 * cosine,
        1.0 - alpha / a,
    )


def low_shelf(hz: float, *, sample_rate: int, gain_db: float) -> Biquad:
    """Shelf with ``gain_db`` below ``hz``."""
    return _shelf(hz, sample_rate, gain_db, 1.0)


def high_shelf(hz: float, *, sample_rate: int, gain_db: float) -> Biquad:
    """Shelf with ``gain_db`` above ``hz``."""
    return _shelf(hz, sample_rate, gain_db, -1.0)


class SosFilter(BlockProcessor):
    """Cascade of biquads, without delay.

    Parameters
    ----------
    sections
        The biquads, in any order; none is an error.
    sample_rate
        Rate in Hz.
    gain
        Factor on top.
    """

    def __init__(self, sections: Sequence[Biquad], *, sample_rate: int, gain: float = 1.0) -> None:
        if not sections:
            raise SyrinxError("A filter needs at least one section.")
        super().__init__(sample_rate=sample_rate)
        self.sections = tuple(sections)
        a, b, c, d = _state_space(sections)
        c, d = c * gain, d * gain
        order = a.shape[0]
        powers = np.empty((_CHUNK + 1, order, order))
        powers[0] = np.eye(order)
        for index in range(_CHUNK):
            powers[index + 1] = a @ powers[index]
        from_state = np.einsum("i,nij->nj", c, powers[:_CHUNK])  # (chunk, order)
        impulse = np.concatenate(([d], from_state[: _CHUNK - 1] @ b))
        rows = np.arange(_CHUNK)
        toeplitz = np.where(rows[:, None] >= rows, impulse[rows[:, None] - rows], 0.0)
        self._powers = powers
        # Column k: what the sample k before the last of a block leaves in the state, backwards.
        self._into_state = np.ascontiguousarray((powers[:_CHUNK] @ b)[::-1].T)
        self._toeplitz = np.ascontiguousarray(toeplitz)
        self._from_state = np.ascontiguousarray(from_state)
        self._order = order
        self.reset()

    def reset(self) -> None:
        """Forget the past."""
        self._state: Matrix = np.zeros(self._order)

    def response(self, hz: NDArray[np.float64]) -> NDArray[np.complex128]:
        """Complex gain at ``hz``, without the factor."""
        total = np.ones(np.shape(hz), dtype=np.complex128)
        for section in self.sections:
            total = total * section.response(hz, self._sample_rate)
        return total

    def _process(self, audio: Audio) -> Audio:
        x = audio.astype(np.float64)
        size = x.shape[0]
        state = self._state
        output = np.empty(size, dtype=np.float32)
        for start in range(0, size, _CHUNK):
            part = x[start : start + _CHUNK]
            n = part.shape[0]
            output[start : start + n] = self._toeplitz[:n, :n] @ part + self._from_state[:n] @ state
            state = self._powers[n] @ state + self._into_state[:, _CHUNK - n :] @ part
        # Denormal numbers would make silence expensive.
        if np.abs(state).max() < _DENORMAL:
            state = np.zeros(self._order)
        self._state = state
        return output


class HighPass(SosFilter):
    """Second-order Butterworth high-pass: takes out DC and rumble.

    Parameters
    ----------
    sample_rate
        Rate in Hz.
    cutoff_hz
        Frequency of -3 dB.
    """

    def __init__(self, *, sample_rate: int, cutoff_hz: float = 40.0) -> None:
        super().__init__([high_pass(cutoff_hz, sample_rate=sample_rate)], sample_rate=sample_rate)


def _state_space(sections: Sequence[Biquad]) -> tuple[Matrix, Matrix, Matrix, float]:
    """Join the sections (each in transposed direct form II) to one system."""
    order = 2 * len(sections)
    a, b = np.zeros((order, order)), np.zeros(order)
    c, d = np.zeros(order), 1.0  # of the cascade so far
    for index, s in enumerate(sections):
        one, two = 2 * index, 2 * index + 1
        gains = (s.b1 - s.a1 * s.b0, s.b2 - s.a2 * s.b0)
        for row, gain in zip((one, two), gains, strict=True):
            a[row] += gain * c
            b[row] = gain * d
        a[one, one] -= s.a1
        a[one, two] += 1.0
        a[two, one] -= s.a2
        c = s.b0 * c
        c[one] = 1.0
        d = s.b0 * d
    return a, b, c, d


def _angle(hz: float, sample_rate: int, q: float) -> tuple[float, float]:
    if not 0.0 < hz < sample_rate / 2.0 or q <= 0.0:
        raise SyrinxError(f"A filter at {hz:g} Hz is not possible at {sample_rate} Hz.")
    omega = 2.0 * pi * hz / sample_rate
    return cos(omega), sin(omega) / (2.0 * q)


def _scaled(b0: float, b1: float, b2: float, a0: float, a1: float, a2: float) -> Biquad:
    return Biquad(b0=b0 / a0, b1=b1 / a0, b2=b2 / a0, a1=a1 / a0, a2=a2 / a0)


def _shelf(hz: float, sample_rate: int, gain_db: float, side: float) -> Biquad:
    """Low shelf for side 1, high shelf for side -1; slope 1."""
    cosine, alpha = _angle(hz, sample_rate, BUTTERWORTH_Q)
    a = 10.0 ** (gain_db / 40.0)
    root = 2.0 * sqrt(a) * alpha
    k = side * cosine
    return _scaled(
        a * ((a + 1.0) - (a - 1.0) * k + root),
        side * 2.0 * a * ((a - 1.0) - (a + 1.0) * k),
        a * ((a + 1.0) - (a - 1.0) * k - root),
        (a + 1.0) + (a - 1.0) * k + root,
        side * -2.0 * ((a - 1.0) + (a + 1.0) * k),
        (a + 1.0) + (a - 1.0) * k - root,
    )
