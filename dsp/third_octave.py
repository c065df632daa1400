"""Long-term spectra: power in a sliding third of an octave.

What an analyser with third-octave bands (IEC 61260) reads, but with a band around every point of
the curve instead of thirty-one fixed ones. Pink noise is flat; a sine reads its level.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.base import check_sample_rate, clean, windows
from syrinx.dsp.processor import Audio
from syrinx.dsp.windows import hann_window

WINDOW_S = 0.17
HOP_S = 0.1
POINTS_PER_OCTAVE = 12
SILENCE_DB = -120.0


class ThirdOctaveSpectrum:
    """Powers around logarithmically spaced frequencies, ten times a second.

    Parameters
    ----------
    sample_rate
        Rate in Hz.
    f_min_hz, f_max_hz
        First and last point; points above 0.45 of the rate stay silent.

    Attributes
    ----------
    centres_hz
        ``(n_points,)``.
    """

    def __init__(
        self, sample_rate: int, *, f_min_hz: float = 50.0, f_max_hz: float = 16_000.0
    ) -> None:
        self.sample_rate = check_sample_rate(sample_rate)
        self.hop_length = round(HOP_S * sample_rate)
        # Long enough that a third of an octave at 50 Hz (12 Hz) is two bins wide.
        self.win_length = 1 << round(np.log2(WINDOW_S * sample_rate))
        count = int(np.floor(POINTS_PER_OCTAVE * np.log2(f_max_hz / f_min_hz) + 1e-9)) + 1
        self.centres_hz: NDArray[np.float64] = f_min_hz * 2.0 ** (
            np.arange(count) / POINTS_PER_OCTAVE
        )
        window = hann_window(self.win_length)
        self._window = window
        # Parseval: the sum over the bins is twice the mean square (a sine of amplitude 1 reads 1).
        self._scale = 4.0 / (self.win_length * float(np.sum(window.astype(np.float64) ** 2)))
        self._low, self._high = self._borders()
        self.reset()

    def reset(self) -> None:
        """Forget the past."""
        self._past: Audio = np.zeros(self.win_length - self.hop_length, dtype=np.float32)

    def process(self, audio: Audio) -> NDArray[np.float32]:
        """Push ``audio`` of any length.

        Returns
        -------
        ndarray
            ``(n_frames, n_points)``: powers in the band around each centre, of which 1 is a sine
            of full scale. Frame ``k`` ends with the sample ``(k + 1) * hop_length - 1``.
        """
        joined = np.concatenate((self._past, clean(audio)))
        hop = self.hop_length
        count = (joined.shape[0] - (self.win_length - hop)) // hop
        self._past = joined[max(0, count) * hop :]
        if count <= 0:
            return np.zeros((0, len(self.centres_hz)), dtype=np.float32)
        frames = windows(joined, self.win_length, step=hop)[:count]
        spectra = np.fft.rfft(frames * self._window, axis=1)
        power = (spectra.real**2 + spectra.imag**2).astype(np.float64) * self._scale
        # A band is the difference of the running sum at its borders, which lie between bins.
        running = np.concatenate((np.zeros((count, 1)), np.cumsum(power, axis=1)), axis=1)
        return (_at(running, self._high) - _at(running, self._low)).astype(np.float32)

    def _borders(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return where each band begins and ends, in bins (bin ``k`` reaches from k to k + 1)."""
        bin_hz = self.sample_rate / self.win_length
        low = self.centres_hz * 2.0 ** (-1 / 6) / bin_hz + 0.5
        high = self.centres_hz * 2.0 ** (1 / 6) / bin_hz + 0.5
        # A tone is four bins wide with this window: narrower bands would lose a part of it.
        short = np.maximum(0.0, 4.0 - (high - low)) / 2
        low, high = low - short, high + short
        beyond = self.centres_hz > 0.45 * self.sample_rate
        low[beyond] = high[beyond] = 0.0
        return np.maximum(low, 0.0), np.minimum(high, self.win_length // 2 + 1.0)


def mean_level_db(powers: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return the mean over frames in dBFS, at least `SILENCE_DB`; frames with NaN do not count.

    Parameters
    ----------
    powers
        ``(n_frames, n_points)``.
    """
    known = powers[~np.isnan(powers).any(axis=1)]
    if not len(known):
        return np.full(powers.shape[1], SILENCE_DB)
    level: NDArray[np.float64] = 10.0 * np.log10(known.mean(axis=0, dtype=np.float64) + 1e-12)
    return np.maximum(level, SILENCE_DB)


def _at(running: NDArray[np.float64], place: NDArray[np.float64]) -> NDArray[np.float64]:
    whole = np.minimum(place.astype(np.intp), running.shape[1] - 2)
    step = running[:, whole + 1] - running[:, whole]
    return np.asarray(running[:, whole] + (place - whole) * step, dtype=np.float64)
