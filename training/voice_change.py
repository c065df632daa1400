"""Changes of tempo, pitch and formants, each alone, cheap enough for every training example.

Tempo by overlapping pieces that continue each other's waveform (WSOLA, Verhelst and Roelands
1993); pitch by resampling and taking the tempo back; formants by moving the spectral envelope
(the low part of the cepstrum) along the frequency axis. Everything but the tempo keeps time:
formants exactly, pitch within the 8 ms of WSOLA's search.
"""

from __future__ import annotations

import numpy as np
import scipy.fft
import scipy.signal
from numpy.typing import NDArray

SAMPLE_RATE = 16_000
FloatArray = NDArray[np.float32]
_WINDOW, _SEARCH = 512, 128
_HOP = _WINDOW // 2
_N_FFT, _STFT_HOP = 512, 128
_LIFTER_FLAT, _LIFTER_END = 26, 44  # quefrencies; 44 is the period of 364 Hz


def change_tempo(audio: FloatArray, speed: float) -> FloatArray:
    """Play at ``speed`` times the tempo; pitch and formants stay. ``round(n / speed)`` samples."""
    n_out = round(len(audio) / speed)
    if n_out == len(audio) or len(audio) < 2 * _WINDOW:
        return _fitted(audio, n_out)
    source = np.concatenate(
        [np.zeros(_SEARCH + _HOP, np.float32), audio, np.zeros(2 * _WINDOW + _SEARCH, np.float32)]
    )
    window = np.hanning(_WINDOW + 1)[:-1].astype(np.float32)
    n_pieces = -(-n_out // _HOP) + 1
    out = np.zeros((n_pieces + 1) * _HOP, np.float32)
    chosen = _SEARCH
    out[:_WINDOW] = source[chosen : chosen + _WINDOW] * window
    for i in range(1, n_pieces):
        goal = source[chosen + _HOP : chosen + _HOP + _WINDOW]
        first = min(round(i * _HOP * speed), len(source) - _WINDOW - 2 * _SEARCH)
        field = source[first : first + _WINDOW + 2 * _SEARCH]
        likeness = np.correlate(field, goal, mode="valid")
        energy = np.concatenate([[0.0], np.cumsum(np.square(field, dtype=np.float64))])
        likeness = likeness / np.sqrt(energy[_WINDOW:] - energy[:-_WINDOW] + 1e-6)
        chosen = first + int(likeness.argmax())
        out[i * _HOP : i * _HOP + _WINDOW] += source[chosen : chosen + _WINDOW] * window
    return out[_HOP : _HOP + n_out]


def _fitted(audio: FloatArray, n_samples: int) -> FloatArray:
    out = np.zeros(n_samples, np.float32)
    out[: len(audio)] = audio[:n_samples]
    return out


def shift_formants(audio: FloatArray, ratio: float) -> FloatArray:
    """Multiply all formant frequencies by ``ratio``; pitch, time and length stay."""
    if ratio == 1.0:
        return audio
    window = np.sqrt(np.hanning(_N_FFT + 1)[:-1]).astype(np.float32)
    padded = np.pad(audio, (_N_FFT - _STFT_HOP, _N_FFT))
    frames = np.lib.stride_tricks.sliding_window_view(padded, _N_FFT)[::_STFT_HOP]
    spectrum = scipy.fft.rfft(frames * window, axis=1)
    level = np.log(np.abs(spectrum) + 1e-5)
    cepstrum = scipy.fft.irfft(level, axis=1)
    quefrency = np.minimum(np.arange(_N_FFT), _N_FFT - np.arange(_N_FFT))
    fall = np.clip((quefrency - _LIFTER_FLAT) / (_LIFTER_END - _LIFTER_FLAT), 0.0, 1.0)
    lifter = (0.5 + 0.5 * np.cos(np.pi * fall)).astype(np.float32)
    envelope = scipy.fft.rfft(cepstrum * lifter, axis=1).real
    at = np.minimum(np.arange(envelope.shape[1]) / ratio, envelope.shape[1] - 1.001)
    low = at.astype(int)
    part = (at - low).astype(np.float32)
    moved = envelope[:, low] * (1 - part) + envelope[:, low + 1] * part
    spectrum *= np.exp(np.clip(moved - envelope, -5.0, 3.5))
    pieces = scipy.fft.irfft(spectrum, axis=1) * (window * (2 * _STFT_HOP / _N_FFT))
    return _overlapped(pieces.astype(np.float32))[_N_FFT - _STFT_HOP :][: len(audio)]


def _overlapped(pieces: FloatArray) -> FloatArray:
    n = len(pieces)
    parts = pieces.reshape(n, _N_FFT // _STFT_HOP, _STFT_HOP)
    out = np.zeros((n + parts.shape[1] - 1, _STFT_HOP), np.float32)
    for k in range(parts.shape[1]):
        out[k : k + n] += parts[:, k]
    return out.ravel()


def change_voice(audio: FloatArray, pitch_ratio: float, formant_ratio: float) -> FloatArray:
    """Multiply pitch and formants by a ratio each; length and timing stay.

    Parameters
    ----------
    audio
        ``(n,)`` at 16 kHz.
    pitch_ratio, formant_ratio
        0.5 to 2; 1 leaves as it is.
    """
    if pitch_ratio == 1.0:
        return shift_formants(audio, formant_ratio)
    denominator = 40
    numerator = max(1, round(pitch_ratio * denominator))
    faster = scipy.signal.resample_poly(audio, denominator, numerator).astype(np.float32)
    slow = change_tempo(faster, len(faster) / len(audio))
    return shift_formants(_fitted(slow, len(audio)), formant_ratio * denominator / numerator)
