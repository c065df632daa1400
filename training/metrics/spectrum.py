"""Log-mel spectra of two recordings: distance and pictures."""

from __future__ import annotations

import functools

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.mel import hann_window, mel_filterbank

SAMPLE_RATE, N_FFT, HOP_LENGTH, N_MELS = 16_000, 512, 160, 80


@functools.cache
def _bank() -> NDArray:
    return mel_filterbank(
        sample_rate=SAMPLE_RATE, n_fft=N_FFT, n_mels=N_MELS, fmin_hz=20, fmax_hz=7600
    )


def log_mel_db(audio: NDArray, *, floor_db: float = -120.0) -> NDArray:
    """Mel power in dB of audio at 16 kHz, (n_frames, 80), one frame per 10 ms, none padded."""
    if len(audio) < N_FFT:
        raise SyrinxError("Recordings to be compared must be longer than 32 ms.")
    windows = np.lib.stride_tricks.sliding_window_view(np.asarray(audio, np.float64), N_FFT)
    spectrum = np.fft.rfft(windows[::HOP_LENGTH] * hann_window(N_FFT), axis=1)
    power = (np.abs(spectrum) ** 2) @ _bank().T.astype(np.float64)
    return 10 * np.log10(np.maximum(power, 10 ** (floor_db / 10)))


def log_mel_distance_db(reference: NDArray, other: NDArray, *, lag: int = 0) -> float:
    """Mean absolute difference in dB of two log-mel spectrograms, of audio at 16 kHz.

    The mean difference (a gain) is taken out, bands more than 60 dB below the loudest one are
    held there, and only frames within 40 dB of the reference's loudest count. ``other`` lags by
    ``lag`` frames of 10 ms.
    """
    a, b = log_mel_db(reference), log_mel_db(other)
    if lag >= 0:
        b = b[lag:]
    else:
        a = a[-lag:]
    n = min(len(a), len(b))
    if n == 0:
        raise SyrinxError("The recordings do not overlap.")
    a, b = a[:n], b[:n]
    level = a.max(axis=1)
    loud = level > level.max() - 40
    a, b = np.maximum(a[loud], a.max() - 60), np.maximum(b[loud], b.max() - 60)
    difference = b - a
    return float(np.mean(np.abs(difference - difference.mean())))
