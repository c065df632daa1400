"""Is there a tone that stands and does not go? One half of the feedback guard.

The measures are the usual ones of howling detection (T. van Waterschoot, M. Moonen, *Fifty years
of acoustic feedback control*, Proc. IEEE 99, 2011): the peak against the whole spectrum, against
its harmonics, and its persistence from frame to frame. Whistles, flutes and test tones have them,
too. What tells feedback from these is only that it goes when the loop is cut: see `feedback`.
"""

from __future__ import annotations

import collections
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.processor import Audio

SAMPLE_RATE = 16_000
FRAME = 512
"""32 ms; the spectrum is that of the last two frames."""
N_FFT = 2 * FRAME
LOWEST_HZ, HIGHEST_HZ = 180.0, 7600.0
WIDTH = 3
"""Bins on each side that belong to a peak (Hann's main lobe and its foot)."""
QUIETEST_DBFS = -48.0
SHARE = 0.7
"""Of the frame's energy that lies in the peak."""
HARMONIC_DB = 24.0
"""How far the second harmonic and the half of the frequency lie below the peak, at least."""
STEADY = 0.004
"""Largest relative deviation of the frequency from its median while it stands."""
FALL_DB = 4.0
_TINY = 1e-20


@dataclass(frozen=True, slots=True, kw_only=True)
class Tone:
    """A tone that stands: frequency in Hz, level in dBFS of its amplitude."""

    hz: float
    level_dbfs: float


class HowlDetector:
    """Follow the strongest peak of frames of 512 samples at 16 kHz."""

    def __init__(self) -> None:
        self._window = np.hanning(N_FFT + 1)[:-1].astype(np.float32)
        self._scale = 2.0 / float(self._window.sum())
        hz = np.fft.rfftfreq(N_FFT, 1.0 / SAMPLE_RATE)
        self._first = int(np.searchsorted(hz, LOWEST_HZ))
        self._last = int(np.searchsorted(hz, HIGHEST_HZ))
        self.reset()

    def reset(self) -> None:
        """Forget the past."""
        self._past: Audio = np.zeros(FRAME, dtype=np.float32)
        self._power: NDArray[np.float64] = np.zeros(N_FFT // 2 + 1)
        self.forget()

    def forget(self) -> None:
        """Begin to count anew."""
        self._run: collections.deque[Tone] = collections.deque(maxlen=64)

    def push(self, frame: Audio) -> None:
        """Take the next frame, shape ``(512,)``."""
        spectrum = np.fft.rfft(np.concatenate((self._past, frame)) * self._window)
        self._past = frame
        self._power = (spectrum.real**2 + spectrum.imag**2) * self._scale**2
        tone = self._tone()
        if tone is None:
            self._run.clear()
            return
        self._run.append(tone)

    def standing(self, frames: int) -> Tone | None:
        """Return the tone that has stood for the last ``frames``, or None."""
        if len(self._run) < frames:
            return None
        tones = list(self._run)[-frames:]
        hz = np.array([tone.hz for tone in tones])
        middle = float(np.median(hz))
        if np.abs(hz / middle - 1.0).max() > STEADY:
            return None
        loudest = max(tone.level_dbfs for tone in tones)
        if tones[-1].level_dbfs < loudest - FALL_DB:
            return None
        return Tone(hz=middle, level_dbfs=tones[-1].level_dbfs)

    def level_dbfs(self, hz: float) -> float:
        """Level of the newest frame around ``hz``, in dBFS."""
        middle = round(hz * N_FFT / SAMPLE_RATE)
        return self._db(self._sum(middle))

    def _tone(self) -> Tone | None:
        power = self._power
        peak = self._first + int(power[self._first : self._last].argmax())
        inside = self._sum(peak)
        level = self._db(inside)
        if level < QUIETEST_DBFS or inside < SHARE * float(power.sum()):
            return None
        limit = inside * 10.0 ** (-HARMONIC_DB / 10.0)
        if self._sum(2 * peak) > limit or self._sum(round(peak / 2), clear_of=peak) > limit:
            return None
        left, top, right = np.log(power[peak - 1 : peak + 2] + _TINY).tolist()
        bend = left - 2.0 * top + right
        shift = 0.5 * (left - right) / bend if bend < 0.0 else 0.0
        return Tone(hz=(peak + shift) * SAMPLE_RATE / N_FFT, level_dbfs=level)

    def _sum(self, middle: int, clear_of: int | None = None) -> float:
        first, last = max(0, middle - WIDTH), middle + WIDTH + 1
        if clear_of is not None:  # half of a low tone lies under its own foot
            last = min(last, clear_of - WIDTH)
        return float(self._power[first:last].sum()) if last > first else 0.0

    @staticmethod
    def _db(power: float) -> float:
        # A sine spreads over Hann's main lobe with 1.5 times the power of its top.
        return float(10.0 * np.log10(power / 1.5 + _TINY))
