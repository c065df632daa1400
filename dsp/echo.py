"""Does the output come back into the input? The other half of the feedback guard.

The cross-correlation of the two, whitened (SCOT: C. Knapp, G. Carter, *The generalized
correlation method for estimation of time delay*, IEEE Trans. ASSP 24, 1976), averaged over a
second or so, in the frequency domain: two Fourier transforms per 64 ms. A returning output is one
peak that stays at its delay while the sound changes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.processor import Audio

SAMPLE_RATE = 16_000
FRAME = 1024
"""64 ms."""
LONGEST = 5632
"""Longest delay, 352 ms (a Bluetooth loudspeaker has up to 300)."""
N_FFT = 8192
LOWEST_HZ, HIGHEST_HZ = 200.0, 6000.0
SILENT = 1e-7
"""Mean power (-70 dBFS) under which a frame says nothing."""
APART = 96
"""Samples (6 ms) around the peak in which others belong to it: the first reflections."""
EARLIER = 512
"""Lags down to -32 ms are looked at, too: no echo can be there, but what repeats itself is."""
_TINY = 1e-14


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """The strongest peak of the correlation.

    Attributes
    ----------
    lag
        Delay from output to input in samples of 16 kHz.
    strength
        About the share of the input's amplitude that is the output come back, 0 to 1.
    alone
        How far it stands above the next best, as a factor.
    """

    lag: int
    strength: float
    alone: float


class EchoDetector:
    """Correlate frames of 1024 samples at 16 kHz of the input with the output before them.

    Parameters
    ----------
    shortest
        No sound can be back sooner, in samples: what is buffered between output and input. What
        the voice itself repeats sooner than that (its pitch) is none.
    memory
        Frames over which the spectra are averaged.
    """

    def __init__(self, *, shortest: int, memory: float = 32.0) -> None:
        self.set_shortest(shortest)
        self._keep = 1.0 - 1.0 / memory
        hz = np.fft.rfftfreq(N_FFT, 1.0 / SAMPLE_RATE)
        band = (hz >= LOWEST_HZ) & (hz <= HIGHEST_HZ)
        # Scaled so that a pure delay has the strength 1.
        self._band = (band * (0.5 * N_FFT / band.sum())).astype(np.float32)
        self._power_ratio = FRAME / (FRAME + EARLIER + LONGEST)
        self._window = np.hanning(FRAME + 1)[:-1].astype(np.float32)
        self._window /= np.sqrt(np.mean(self._window**2))
        self.reset()

    def set_shortest(self, shortest: int) -> None:
        """Change the shortest delay, in samples."""
        self.shortest = max(1, min(shortest, LONGEST - 2 * APART))

    def reset(self) -> None:
        """Forget the past."""
        self._played: Audio = np.zeros(FRAME + EARLIER + LONGEST, dtype=np.float32)
        self._heard: Audio = np.zeros(EARLIER, dtype=np.float32)
        self.forget()

    def forget(self) -> None:
        """Begin to average anew; the output that was played is kept."""
        size = N_FFT // 2 + 1
        self._cross: NDArray[np.complex64] = np.zeros(size, np.complex64)
        self._in: NDArray[np.float32] = np.zeros(size, np.float32)
        self._out: NDArray[np.float32] = np.zeros(size, np.float32)
        self.frames = 0

    def push(self, heard: Audio, played: Audio) -> None:
        """Take the next frames of input and output, shape ``(1024,)`` each."""
        self._played = np.concatenate((self._played[FRAME:], played))
        both = np.concatenate((self._heard, heard))
        self._heard, heard = both[FRAME:], both[:FRAME]
        power = float(np.dot(heard, heard)) / FRAME
        if power < SILENT or float(np.dot(self._played, self._played)) / N_FFT < SILENT:
            return
        one, other = np.fft.rfft(heard * self._window, N_FFT), np.fft.rfft(self._played, N_FFT)
        # Every frame counts the same, loud or not: an echo is there in quiet frames, too.
        scale = 1.0 / power
        keep = self._keep
        self._cross *= keep
        self._cross += scale * one * np.conj(other)
        self._in *= keep
        self._in += scale * (one.real**2 + one.imag**2)
        self._out *= keep
        self._out += scale * (other.real**2 + other.imag**2)
        self.frames += 1

    def gain_at(self, lag: int, *, within: int = 4) -> float:
        """Return the gain from output to input near ``lag``: what a sample played comes back as.

        Unlike the strength it does not depend on what else is heard.
        """
        out = self._out * np.float32(self._power_ratio)
        found = self._lags(self._cross * (self._band / (out + np.float32(1e-3) * out.mean())))
        first = EARLIER + max(self.shortest, lag - within)
        return float(found[first : EARLIER + lag + within + 1].max())

    def strongest(self, *, own_delay: int = 0) -> Return | None:
        """Return the strongest peak; None while nothing was heard.

        Parameters
        ----------
        own_delay
            From input to output. What is back after ``lag`` goes round again and is back after
            another ``lag + own_delay``: that is no other peak. Nor is the output itself, which
            may be the input so much later.
        """
        if not self.frames:
            return None
        found = self._correlation()
        possible = EARLIER + self.shortest
        lag = int(found[possible:].argmax()) + self.shortest
        strength = float(found[EARLIER + lag])
        for place in (-own_delay, lag, 2 * lag + own_delay, 3 * lag + 2 * own_delay):
            middle = EARLIER + place
            found[max(0, middle - APART) : max(0, middle + APART + 1)] = 0.0
        return Return(lag=lag, strength=strength, alone=strength / (float(found.max()) + 1e-6))

    def _correlation(self) -> NDArray[np.float32]:
        """Strength per lag from ``-EARLIER`` on, shape ``(EARLIER + LONGEST,)``."""
        weight = np.sqrt(self._in * self._out) * np.float32(self._power_ratio**0.5) + _TINY
        return self._lags(self._cross * (self._band / weight))

    @staticmethod
    def _lags(spectrum: NDArray[np.complexfloating]) -> NDArray[np.float32]:
        # The output's buffer begins LONGEST samples before the frame of the input.
        found: NDArray[np.float32] = np.abs(np.fft.irfft(spectrum, N_FFT)[-LONGEST - EARLIER :])
        return found
