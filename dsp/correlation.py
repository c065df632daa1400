"""How well two signals go together in time: loudness over the lag, pitch over the frames.

A changed voice has another wave form than its source, but gets louder and softer with it, and
its melody goes up and down with it. Where the loudness of the two matches best is the true
delay.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.base import check_sample_rate, clean
from syrinx.dsp.hops import HopCutter
from syrinx.dsp.processor import Audio
from syrinx.dsp.units import ratio_to_semitones

ENVELOPE_RATE_HZ = 1000
_SMOOTHING = 15  # ms, Hann: longer than a period of a low voice
_SLOW = 200  # ms, Hann: changes over longer than this are left out
_FLOOR_DB = -65.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LagCurve:
    """Correlation of two envelopes over the lag.

    Attributes
    ----------
    lags_ms
        By how much the second one is taken to lag, ascending by 1.
    correlation
        -1 to 1.
    best_ms
        Lag of the peak, with the fraction; None when nothing stands out.
    """

    lags_ms: NDArray[np.float64]
    correlation: NDArray[np.float64]
    best_ms: float | None


class Envelope:
    """Level of a stream in dBFS, a thousand times a second.

    Parameters
    ----------
    sample_rate
        Rate in Hz.
    """

    def __init__(self, sample_rate: int) -> None:
        self.hop_length = max(1, round(check_sample_rate(sample_rate) / ENVELOPE_RATE_HZ))
        self.rate_hz = sample_rate / self.hop_length
        self._cutter = HopCutter(self.hop_length)

    def reset(self) -> None:
        """Forget the past."""
        self._cutter.reset()

    def process(self, audio: Audio) -> NDArray[np.float32]:
        """Push ``audio`` of any length; return the mean squares of the complete hops."""
        hops = self._cutter.push(clean(audio))
        power: NDArray[np.float32] = np.einsum("ij,ij->i", hops, hops) / np.float32(self.hop_length)
        return power


def lag_correlation(
    first: NDArray[np.floating],
    second: NDArray[np.floating],
    *,
    rate_hz: float,
    least_ms: float,
    most_ms: float,
) -> LagCurve:
    """Correlate the levels of two signals over the lag of the second.

    Parameters
    ----------
    first, second
        Mean squares of `Envelope`, equally many, seconds of them. NaN counts as silence.
    rate_hz
        Of the envelopes.
    least_ms, most_ms
        Lags to look at.

    Returns
    -------
    LagCurve
        ``best_ms`` is None when the peak is below 0.3 or lies at a border.
    """
    start, stop = (round(ms * rate_hz / 1000.0) for ms in (least_ms, most_ms))
    lags = np.arange(start, stop + 1)
    lags_ms: NDArray[np.float64] = np.asarray(lags * (1000.0 / rate_hz), dtype=np.float64)
    nothing = LagCurve(lags_ms=lags_ms, correlation=np.zeros(len(lags)), best_ms=None)
    if len(first) <= 2 * _SLOW:
        return nothing
    x, y = _level(first), _level(second)
    spread = float(np.sqrt(np.dot(x, x) * np.dot(y, y)))
    if spread < 1e-6 * len(x):
        return nothing
    size = 1 << (2 * len(x) - 1).bit_length()
    product = np.fft.irfft(np.fft.rfft(y, size) * np.conj(np.fft.rfft(x, size)), size)
    overlap = np.maximum(1.0 - np.abs(lags) / len(x), 0.25)
    values = np.clip(product[lags % size] / spread / overlap, -1.0, 1.0)
    best = int(np.argmax(values))
    found = values[best] >= 0.3 and 0 < best < len(lags) - 1
    return LagCurve(
        lags_ms=lags_ms,
        correlation=values,
        best_ms=float(lags_ms[best] + 1000.0 / rate_hz * _vertex(values, best)) if found else None,
    )


def pitch_correlation(
    first_hz: NDArray[np.floating], second_hz: NDArray[np.floating], *, least: int = 30
) -> tuple[float, float] | None:
    """Compare two melodies frame by frame, where both are voiced.

    Parameters
    ----------
    first_hz, second_hz
        F0, NaN = unvoiced.
    least
        Frames that must be voiced in both.

    Returns
    -------
    tuple or None
        Correlation of the logarithms, -1 to 1, and by how many semitones the second is higher
        (median); None when there are too few frames or the first does not move.
    """
    both = np.isfinite(first_hz) & np.isfinite(second_hz)
    if int(both.sum()) < least:
        return None
    x = np.asarray(ratio_to_semitones(first_hz[both].astype(np.float64)))
    y = np.asarray(ratio_to_semitones(second_hz[both].astype(np.float64)))
    shift = float(np.median(y - x))
    x, y = x - x.mean(), y - y.mean()
    spread = float(np.sqrt(np.dot(x, x) * np.dot(y, y)))
    if np.sqrt(np.mean(x**2)) < 0.05 or spread <= 0.0:  # 5 cents: a monotone has no melody
        return None
    return float(np.dot(x, y)) / spread, shift


def _level(power: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return the smoothed level in dB without its slow changes."""
    window = np.hanning(_SMOOTHING + 2)[1:-1]
    smooth = np.convolve(np.nan_to_num(power.astype(np.float64)), window / window.sum(), "same")
    level = np.maximum(10.0 * np.log10(smooth + 1e-12), _FLOOR_DB)
    # Without what changes slowly the peak is narrow: 0.2 ms off instead of 1.7 (rms, measured
    # with noise and a tone of the same loudness).
    slow = np.hanning(_SLOW + 2)[1:-1]
    padded = np.pad(level, (_SLOW // 2, _SLOW - 1 - _SLOW // 2), mode="edge")
    return np.asarray(level - np.convolve(padded, slow / slow.sum(), "valid"), dtype=np.float64)


def _vertex(values: NDArray[np.float64], index: int) -> float:
    before, peak, after = values[index - 1 : index + 2]
    bend = before - 2.0 * peak + after
    return float(0.5 * (before - after) / bend) if bend else 0.0
