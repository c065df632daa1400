"""Frames, bands and gains of the noise suppressor: one definition for training and live use.

The signal at 16 kHz is cut into frames of 32 ms every 5 ms, which is enough to tell harmonics
apart, and yet nothing waits for 32 ms: the analysis window is lopsided, and the window of the way
back covers only the newest 10 ms (Mauler and Martin 2007, *A low delay, variable resolution,
perfect reconstruction spectral analysis-synthesis system*). Where no gain changes anything the
product of the two is a Hann window of 10 ms at half overlap: exact reconstruction, 5 ms late.

A network gives one gain per band. Bands are single bins at the bottom and grow with frequency;
between their centres gains are straight lines.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.base import windows
from syrinx.dsp.processor import Audio
from syrinx.dsp.windows import hann_window

CORE_RATE = 16_000
N_FFT = 512
N_BINS = N_FFT // 2 + 1
HOP_LENGTH = 80
"""5 ms. The output of a hop is that of the hop before: so long is the delay of the frames."""
N_BANDS = 96
_LINEAR_BANDS = 48
"""So many bands, up to 1.5 kHz, are single bins."""
_FLOOR = 1e-10
FloatArray = NDArray[np.float32]


def analysis_window() -> FloatArray:
    """The window of a frame, ``(N_FFT,)``: a slow rise, then a flank of one hop."""
    rise = N_FFT - HOP_LENGTH
    slow = np.sqrt(hann_window(2 * rise)[:rise].astype(np.float64))
    fast = np.sqrt(hann_window(2 * HOP_LENGTH)[HOP_LENGTH:].astype(np.float64))
    return np.concatenate((slow, fast)).astype(np.float32)


def synthesis_window() -> FloatArray:
    """The window of the newest two hops on the way back, ``(2 HOP_LENGTH,)``."""
    product = hann_window(2 * HOP_LENGTH).astype(np.float64)
    return (product / np.maximum(analysis_window()[-2 * HOP_LENGTH :], 1e-9)).astype(np.float32)


def band_centres() -> NDArray[np.float64]:
    """Centres of the bands in bins, ``(N_BANDS,)``; the first is bin 0, the last the last bin."""
    grown = N_BANDS - _LINEAR_BANDS
    # Every step grows by the same factor, and the last band ends at the last bin.
    low, high = 1.0, 1.5
    for _ in range(60):
        factor = (low + high) / 2.0
        reach = _LINEAR_BANDS - 1 + sum(factor**k for k in range(1, grown + 1))
        low, high = (factor, high) if reach < N_BINS - 1 else (low, factor)
    steps = np.cumsum([factor**k for k in range(1, grown + 1)])
    return np.concatenate((np.arange(_LINEAR_BANDS), _LINEAR_BANDS - 1 + steps))


def gain_matrix() -> FloatArray:
    """Weights ``(N_BANDS, N_BINS)`` that turn gains of bands into gains of bins."""
    centres, bins = band_centres(), np.arange(N_BINS)
    rows = [np.interp(bins, centres, row) for row in np.eye(N_BANDS)]
    return np.asarray(rows, dtype=np.float32)


def power_matrix() -> FloatArray:
    """Weights ``(N_BINS, N_BANDS)`` that turn powers of bins into mean powers of bands.

    The window's sum is divided out: a full-scale sine has about 0 dB in its band.
    """
    weights = gain_matrix().T.astype(np.float64)
    weights /= weights.sum(axis=0) * (analysis_window().astype(np.float64).sum() / 2.0) ** 2
    return weights.astype(np.float32)


def band_features(power: NDArray[np.floating], matrix: FloatArray) -> FloatArray:
    """What the network hears: levels of the bands, ``(..., N_BANDS)``, scaled to about -1.5 to 3.

    ``power`` is ``(..., N_BINS)``, ``matrix`` that of `power_matrix`.
    """
    level_db = 10.0 * np.log10(power @ matrix + np.float32(_FLOOR))
    features: FloatArray = ((level_db + 70.0) / 20.0).astype(np.float32)
    return features


class Frames:
    """Spectra of a stream at 16 kHz, one at every hop, and the way back."""

    def __init__(self) -> None:
        self._analysis = analysis_window()
        self._synthesis = synthesis_window()
        self.reset()

    def reset(self) -> None:
        """Forget the past."""
        self._past: Audio = np.zeros(N_FFT - HOP_LENGTH, np.float32)
        self._tail: Audio = np.zeros(HOP_LENGTH, np.float32)

    def spectra(self, audio: Audio) -> NDArray[np.complex64]:
        """Take whole hops; return the frames that end with them, ``(n_hops, N_BINS)``."""
        joined = np.concatenate((self._past, audio))
        self._past = joined[audio.shape[0] :]
        frames = windows(joined, N_FFT, step=HOP_LENGTH)
        found: NDArray[np.complex64] = np.fft.rfft(frames * self._analysis, axis=1).astype(
            np.complex64, copy=False
        )
        return found

    def audio(self, spectra: NDArray[np.complex64]) -> Audio:
        """Take changed spectra ``(n_hops, N_BINS)``; return the signal, one hop late."""
        whole = np.fft.irfft(spectra, N_FFT, axis=1)[:, -2 * HOP_LENGTH :]
        pieces = whole.astype(np.float32, copy=False) * self._synthesis
        out = pieces[:, :HOP_LENGTH].copy()
        out[0] += self._tail
        out[1:] += pieces[:-1, HOP_LENGTH:]
        self._tail = pieces[-1, HOP_LENGTH:]
        joined: Audio = out.reshape(-1)
        return joined
