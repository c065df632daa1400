"""Conversions between units; the only place where they are written down.

Every function takes a number or an array and returns the same kind, in float64.
"""

from __future__ import annotations

import math
from typing import overload

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

MIN_GAIN = 1e-10
"""Gains below this are reported as this: -200 dB stands for silence."""

_MEL_BREAK_HZ = 1000.0
_MEL_STEP_HZ = 200.0 / 3.0
_MEL_BREAK = _MEL_BREAK_HZ / _MEL_STEP_HZ
_MEL_LOG_STEP = math.log(6.4) / 27.0


@overload
def db_to_gain(db: float) -> float: ...
@overload
def db_to_gain(db: Array) -> Array: ...
def db_to_gain(db: float | Array) -> float | Array:
    """Amplitude ratio of a level difference in dB (20 dB is a factor of 10)."""
    if isinstance(db, np.ndarray):
        return np.asarray(10.0 ** (db / 20.0), dtype=np.float64)
    return float(10.0 ** (db / 20.0))


@overload
def gain_to_db(gain: float) -> float: ...
@overload
def gain_to_db(gain: Array) -> Array: ...
def gain_to_db(gain: float | Array) -> float | Array:
    """Level in dB of an amplitude ratio; -200 dB for silence."""
    if isinstance(gain, np.ndarray):
        return np.asarray(20.0 * np.log10(np.maximum(np.abs(gain), MIN_GAIN)), dtype=np.float64)
    return 20.0 * math.log10(max(abs(gain), MIN_GAIN))


@overload
def semitones_to_ratio(semitones: float) -> float: ...
@overload
def semitones_to_ratio(semitones: Array) -> Array: ...
def semitones_to_ratio(semitones: float | Array) -> float | Array:
    """Frequency ratio of an interval in semitones (12 semitones are a factor of 2)."""
    if isinstance(semitones, np.ndarray):
        return np.asarray(2.0 ** (semitones / 12.0), dtype=np.float64)
    return float(2.0 ** (semitones / 12.0))


@overload
def ratio_to_semitones(ratio: float) -> float: ...
@overload
def ratio_to_semitones(ratio: Array) -> Array: ...
def ratio_to_semitones(ratio: float | Array) -> float | Array:
    """Interval in semitones of a positive frequency ratio."""
    if isinstance(ratio, np.ndarray):
        return np.asarray(12.0 * np.log2(ratio), dtype=np.float64)
    return 12.0 * math.log2(ratio)


@overload
def ratio_to_cents(ratio: float) -> float: ...
@overload
def ratio_to_cents(ratio: Array) -> Array: ...
def ratio_to_cents(ratio: float | Array) -> float | Array:
    """Interval in cents (hundredths of a semitone) of a positive frequency ratio."""
    if isinstance(ratio, np.ndarray):
        return np.asarray(1200.0 * np.log2(ratio), dtype=np.float64)
    return 1200.0 * math.log2(ratio)


def ms_to_samples(ms: float, sample_rate: int) -> int:
    """Nearest whole number of samples in ``ms`` milliseconds."""
    return round(ms * sample_rate / 1000.0)


def samples_to_ms(samples: float, sample_rate: int) -> float:
    """Milliseconds that ``samples`` samples last."""
    return 1000.0 * samples / sample_rate


@overload
def hz_to_mel(hz: float) -> float: ...
@overload
def hz_to_mel(hz: Array) -> Array: ...
def hz_to_mel(hz: float | Array) -> float | Array:
    """Mel of a frequency on Slaney's scale: linear below 1 kHz, logarithmic above.

    Source: M. Slaney, Auditory Toolbox (1998), the scale that librosa uses by default.
    """
    values = np.asarray(hz, dtype=np.float64)
    mel = np.where(
        values < _MEL_BREAK_HZ,
        values / _MEL_STEP_HZ,
        _MEL_BREAK + np.log(np.maximum(values, 1.0) / _MEL_BREAK_HZ) / _MEL_LOG_STEP,
    )
    return mel if isinstance(hz, np.ndarray) else float(mel)


@overload
def mel_to_hz(mel: float) -> float: ...
@overload
def mel_to_hz(mel: Array) -> Array: ...
def mel_to_hz(mel: float | Array) -> float | Array:
    """Inverse of `hz_to_mel`."""
    values = np.asarray(mel, dtype=np.float64)
    hz = np.where(
        values < _MEL_BREAK,
        values * _MEL_STEP_HZ,
        _MEL_BREAK_HZ * np.exp(_MEL_LOG_STEP * (np.maximum(values, _MEL_BREAK) - _MEL_BREAK)),
    )
    return hz if isinstance(mel, np.ndarray) else float(hz)
