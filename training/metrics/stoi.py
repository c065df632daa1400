"""How much of noisy speech is understood, and how far it is from the clean speech.

STOI: Taal, Hendriks, Heusdens and Jensen 2011, *An Algorithm for Intelligibility Prediction of
Time-Frequency Weighted Noisy Speech*. SI-SDR: Le Roux, Wisdom, Erdogan and Hershey 2019.
"""

from __future__ import annotations

import numpy as np
import soxr
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError

_RATE = 10_000
_FRAME, _HOP, _N_FFT = 256, 128, 512
_BANDS, _LOWEST_HZ = 15, 150.0
_SEGMENT = 30
_RANGE_DB, _CLIP_DB = 40.0, -15.0
Signal = NDArray[np.floating]


def _window() -> NDArray[np.float64]:
    return np.hanning(_FRAME + 2)[1:-1]


def _frames(audio: Signal) -> NDArray[np.float64]:
    count = (len(audio) - _FRAME) // _HOP + 1
    if count < 1:
        return np.zeros((0, _FRAME))
    views = np.lib.stride_tricks.sliding_window_view(np.asarray(audio, np.float64), _FRAME)
    return views[::_HOP][:count] * _window()


def _without_silence(clean: Signal, other: Signal) -> tuple[Signal, Signal]:
    """Overlap-add only the frames in which the clean speech is within 40 dB of its loudest."""
    both = _frames(clean), _frames(other)
    energy = 20 * np.log10(np.linalg.norm(both[0], axis=1) + 1e-12)
    keep = energy > energy.max(initial=-np.inf) - _RANGE_DB
    out = []
    for frames in both:
        kept = frames[keep]
        signal = np.zeros((len(kept) + 1) * _HOP)
        for index, frame in enumerate(kept):
            signal[index * _HOP : index * _HOP + _FRAME] += frame
        out.append(signal)
    return out[0], out[1]


def third_octaves() -> NDArray[np.float64]:
    """Bins of each band, ``(15, 257)`` of zeros and ones."""
    bins = np.arange(_N_FFT // 2 + 1) * _RATE / _N_FFT
    matrix = np.zeros((_BANDS, len(bins)))
    for band in range(_BANDS):
        centre = _LOWEST_HZ * 2 ** (band / 3)
        low, high = (int(np.argmin(np.abs(bins - centre * 2**k))) for k in (-1 / 6, 1 / 6))
        matrix[band, low:high] = 1.0
    return matrix


def stoi(clean: Signal, other: Signal, sample_rate: int) -> float:
    """Short-time objective intelligibility of ``other``, about 0 to 1.

    Parameters
    ----------
    clean, other
        The speech, and what became of it: ``(n,)``, in step.
    sample_rate
        Of both, in Hz.

    Raises
    ------
    SyrinxError
        If lengths differ, or less than 0.4 s of speech is left.
    """
    if np.shape(clean) != np.shape(other):
        raise SyrinxError("Only signals of one length can be compared.")
    pair = [np.asarray(x, np.float64) for x in (clean, other)]
    if sample_rate != _RATE:
        pair = [soxr.resample(x, sample_rate, _RATE) for x in pair]
    bank = third_octaves()
    spectra = [
        np.sqrt(np.abs(np.fft.rfft(_frames(x), _N_FFT, axis=1)) ** 2 @ bank.T)
        for x in _without_silence(*pair)
    ]
    if len(spectra[0]) < _SEGMENT:
        raise SyrinxError("Intelligibility needs at least 0.4 s of speech.")
    views = [
        np.lib.stride_tricks.sliding_window_view(spectrum, _SEGMENT, axis=0) for spectrum in spectra
    ]  # (segments, bands, 30)
    x, y = views
    scale = np.linalg.norm(x, axis=2) / (np.linalg.norm(y, axis=2) + 1e-12)
    y = np.minimum(y * scale[..., None], x * (1 + 10 ** (-_CLIP_DB / 20)))
    x, y = (z - z.mean(axis=2, keepdims=True) for z in (x, y))
    lengths = np.linalg.norm(x, axis=2) * np.linalg.norm(y, axis=2) + 1e-12
    return float(((x * y).sum(axis=2) / lengths).mean())


def si_sdr_db(clean: Signal, other: Signal) -> float:
    """Scale-invariant ratio of speech to everything else in ``other``, in dB."""
    x, y = (np.asarray(z, np.float64) - np.mean(z) for z in (clean, other))
    wanted = x * (x @ y) / (x @ x + 1e-20)
    rest = y - wanted
    return float(10 * np.log10((wanted @ wanted + 1e-20) / (rest @ rest + 1e-20)))
