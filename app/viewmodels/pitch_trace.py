"""F0 for the eye: an estimate from the spectra that the picture needs anyway (no Qt).

Autocorrelation of the windowed frame over that of the window (Boersma 1993), one inverse FFT per
frame. Good enough for a line on a spectrogram; the voice itself uses ``syrinx.dsp.pitch``.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

F0_MIN_HZ = 65.0
F0_MAX_HZ = 700.0
TOO_HIGH_HZ = 1600.0  # what repeats faster than F0_MAX_HZ must be seen, to be no F0
VOICED_CORRELATION = 0.55
SILENCE_DBFS = -55.0


class PitchTrace:
    """Estimates F0 from power spectra of a fixed window.

    Parameters
    ----------
    sample_rate
        Hz.
    window
        The analysis window, shape ``(win_length,)``.
    n_fft
        Length of the transform, at least twice the window.
    """

    def __init__(self, sample_rate: int, window: NDArray[np.float32], n_fft: int) -> None:
        self._rate = sample_rate
        self._n_fft = n_fft
        self._low = max(2, int(sample_rate / TOO_HIGH_HZ))
        self._high = min(len(window) * 3 // 4, int(sample_rate / F0_MIN_HZ) + 1)
        own = np.fft.irfft(np.abs(np.fft.rfft(window, n_fft)) ** 2)
        self._window = (own[: self._high + 2] / own[0]).astype(np.float32)
        # Power of a full-scale sine under this window, for the silence threshold.
        self._full_scale = float((window**2).sum() / 2)

    def process(self, power: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return Hz per frame, NaN where unvoiced.

        Parameters
        ----------
        power
            Squared magnitudes, shape ``(n_frames, n_fft // 2 + 1)``.
        """
        correlation = np.fft.irfft(power, self._n_fft, axis=1)[:, : self._high + 2]
        energy = correlation[:, 0]
        loud = 10 * np.log10(energy / self._full_scale + 1e-12) > SILENCE_DBFS
        normal = correlation / (energy[:, None] + 1e-12) / self._window
        result = np.full(len(power), np.nan)
        for row in np.flatnonzero(loud):
            result[row] = self._pick(normal[row])
        return result

    def _pick(self, curve: NDArray[np.float32]) -> float:
        inner = curve[self._low : self._high]
        before, after = curve[self._low - 1 : self._high - 1], curve[self._low + 1 : self._high + 1]
        peaks = np.flatnonzero((inner > before) & (inner >= after) & (inner > VOICED_CORRELATION))
        if not len(peaks):
            return float("nan")
        # The first peak nearly as high as the best one: later ones are its multiples.
        first = peaks[inner[peaks] >= 0.9 * inner[peaks].max()][0]
        lag = first + self._low
        left, middle, right = (float(curve[lag + i]) for i in (-1, 0, 1))
        bend = left - 2 * middle + right
        offset = 0.5 * (left - right) / bend if bend else 0.0
        f0_hz = self._rate / (lag + offset)
        return f0_hz if f0_hz <= F0_MAX_HZ else float("nan")
