"""What a recording tells about the voice in it, by closed-form measures of its voiced frames.

Used to fit the sliders of invented voices, and to check them on what the program puts out.
"""

from __future__ import annotations

import dataclasses

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.mel import hann_window

SAMPLE_RATE = 16_000
HOP_LENGTH = 160
MIN_FRAMES = 12
"""Fewer voiced frames than this tell nothing."""
_N_FFT = 1024
_LOW_HZ, _MIDDLE_HZ, _HIGH_HZ = 100.0, 1000.0, 5000.0
_BELOW_LOUD_DB = 25.0
_LPC_ORDER = 12
_FORMANT_RATE = 10_000
_MOST_FORMANT_FRAMES = 150


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class VoiceMeasures:
    """One recording, or the means over several of one speaker.

    Attributes
    ----------
    f0_hz
        Median F0.
    tract_hz
        Mean spacing of the formants in Hz: speed of sound over twice the vocal tract's length,
        about 1000 for men, 1150 for women, more for children.
    balance_db
        Energy of 1 to 5 kHz over that of 0.1 to 1 kHz in voiced frames: the brightness. Known as
        the alpha ratio (Sundberg and Nordenberg 2006).
    centroid_hz
        Centroid of the same frames' amplitude spectrum between 0.1 and 5 kHz.
    jitter, shimmer
        Mean change from one period to the next of the length (relative) and of the level (dB).
    harmonicity_db
        Harmonics over noise below 2 kHz, from the autocorrelation (Boersma 1993).
    prominence_db
        Cepstral peak prominence (Hillenbrand et al. 1994): low for rough and breathy voices.
    snr_db
        Voiced frames over the quietest tenth of all frames.
    frames
        Voiced frames measured.
    """

    f0_hz: float
    tract_hz: float
    balance_db: float
    centroid_hz: float
    jitter: float
    shimmer: float
    harmonicity_db: float
    prominence_db: float
    snr_db: float
    frames: int


def mean_measures(measures: list[VoiceMeasures]) -> VoiceMeasures:
    """Return the means of several recordings, each weighted by its voiced frames."""
    weights = np.array([m.frames for m in measures], float)
    values = {}
    for field in dataclasses.fields(VoiceMeasures):
        column = np.array([getattr(m, field.name) for m in measures], float)
        known = np.isfinite(column)
        total = float(weights[known].sum())
        values[field.name] = float(column[known] @ weights[known]) / total if total else np.nan
    return VoiceMeasures(**{**values, "frames": int(weights.sum())})


def measure_voice(audio: NDArray[np.float32], f0_hz: NDArray[np.float32]) -> VoiceMeasures | None:
    """Measure a recording; None where it has too little voiced speech.

    Parameters
    ----------
    audio
        ``(n_samples,)`` at 16 kHz.
    f0_hz
        ``(n_frames,)``, frame ``k`` centred at sample ``160 k``; 0 where unvoiced.
    """
    signal = np.asarray(audio, np.float64)
    found = _steady_frames(signal, f0_hz)
    if found is None:
        return None
    power, level, steady = found
    f0 = np.asarray(f0_hz, np.float64)[steady]
    hz = np.fft.rfftfreq(_N_FFT, 1 / SAMPLE_RATE)
    low = power[:, (hz >= _LOW_HZ) & (hz < _MIDDLE_HZ)].sum(1)
    high = power[:, (hz >= _MIDDLE_HZ) & (hz < _HIGH_HZ)].sum(1)
    band = (hz >= _LOW_HZ) & (hz < _HIGH_HZ)
    amplitude = np.sqrt(power[:, band])
    jitter, shimmer = _perturbation(signal, np.asarray(f0_hz, np.float64), steady)
    return VoiceMeasures(
        f0_hz=float(np.median(f0)),
        tract_hz=_formant_spacing(signal, np.flatnonzero(steady) * HOP_LENGTH),
        balance_db=float(np.mean(10 * np.log10((high + 1e-9) / (low + 1e-9)))),
        centroid_hz=float(np.mean(amplitude @ hz[band] / (amplitude.sum(1) + 1e-9))),
        jitter=jitter,
        shimmer=shimmer,
        harmonicity_db=_harmonicity_db(power, f0, hz < 2000.0),
        prominence_db=_prominence_db(power, f0),
        snr_db=float(np.mean(level[steady]) - np.percentile(level, 10)),
        frames=int(np.count_nonzero(steady)),
    )


def harmonicity_db(
    audio: NDArray[np.float32],
    f0_hz: NDArray[np.float32],
    *,
    low_hz: float = 0.0,
    high_hz: float = 2000.0,
) -> float | None:
    """Return the harmonics over the noise of a band in dB (Boersma 1993); as `measure_voice`."""
    found = _steady_frames(np.asarray(audio, np.float64), f0_hz)
    if found is None:
        return None
    power, _, steady = found
    hz = np.fft.rfftfreq(_N_FFT, 1 / SAMPLE_RATE)
    f0 = np.asarray(f0_hz, np.float64)[steady]
    return _harmonicity_db(power, f0, (hz >= low_hz) & (hz < high_hz))


def _steady_frames(
    signal: NDArray[np.float64], f0_hz: NDArray[np.float32]
) -> tuple[NDArray, NDArray, NDArray] | None:
    """Power of the loud voiced frames between voiced ones; level and choice of all frames."""
    frames = _centred_frames(signal, len(f0_hz))
    level = 10 * np.log10(np.mean(frames[:, _N_FFT // 2 - 160 : _N_FFT // 2 + 160] ** 2, 1) + 1e-12)
    voiced = np.asarray(f0_hz) > 0
    steady = voiced.copy()
    steady[1:] &= voiced[:-1]
    steady[:-1] &= voiced[1:]
    if not steady.any():
        return None
    steady &= level > np.percentile(level[steady], 95) - _BELOW_LOUD_DB
    if np.count_nonzero(steady) < MIN_FRAMES:
        return None
    power = np.abs(np.fft.rfft(frames[steady] * hann_window(_N_FFT), axis=1)) ** 2
    return power, level, steady


def _centred_frames(signal: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    """Frames of 64 ms around the samples ``160 k``: ``(count, 1024)``."""
    half = _N_FFT // 2
    padded = np.pad(signal, (half, half + max(0, count * HOP_LENGTH - len(signal))))
    return np.lib.stride_tricks.sliding_window_view(padded, _N_FFT)[::HOP_LENGTH][:count]


def _harmonicity_db(power: NDArray, f0: NDArray, band: NDArray) -> float:
    """Median of ``r / (1 - r)`` in dB, ``r`` the normalised autocorrelation one period away."""
    limited = power * band
    window = np.fft.irfft(np.abs(np.fft.rfft(hann_window(_N_FFT), 2 * _N_FFT)) ** 2)
    correlation = np.fft.irfft(limited, axis=1)  # circular: the window has faded at both ends
    around = window[: _N_FFT // 2] / window[0]
    correlation = correlation[:, : _N_FFT // 2] / (correlation[:, :1] + 1e-12)
    lags = np.arange(_N_FFT // 2)
    peak = np.zeros(len(f0))
    for row, pitch in enumerate(f0):
        period = SAMPLE_RATE / pitch
        near = (lags > 0.85 * period) & (lags < 1.15 * period) & (lags < 360)
        if near.any():
            peak[row] = np.max(correlation[row, near] / around[near])
    peak = np.clip(peak, 0.01, 0.9999)
    return float(np.median(10 * np.log10(peak / (1 - peak))))


def _prominence_db(power: NDArray, f0: NDArray) -> float:
    """Mean height of the cepstrum's peak at the period over its straight line, in dB."""
    log_power = 10 * np.log10(power + 1e-10)
    cepstrum = np.abs(np.fft.irfft(log_power, axis=1))[:, : _N_FFT // 2]
    cepstrum = 20 * np.log10(cepstrum + 1e-4)
    lags = np.arange(_N_FFT // 2)
    used = (lags >= SAMPLE_RATE / 500) & (lags < SAMPLE_RATE / 60)
    x = lags[used] - lags[used].mean()
    slope = (cepstrum[:, used] @ x) / (x @ x)
    middle = cepstrum[:, used].mean(1)
    peaks = np.zeros(len(f0))
    for row, pitch in enumerate(f0):
        period = SAMPLE_RATE / pitch
        near = np.flatnonzero((lags > 0.9 * period) & (lags < 1.1 * period))
        best = near[np.argmax(cepstrum[row, near])]
        peaks[row] = cepstrum[row, best] - (middle[row] + slope[row] * (best - lags[used].mean()))
    return float(np.mean(peaks))


def _perturbation(signal: NDArray, f0: NDArray, steady: NDArray) -> tuple[float, float]:
    """Jitter (relative) and shimmer (dB) over runs of steady voice of 80 ms and more.

    Periods are followed mark by mark: the next mark is where the waveform resembles the last
    period most, to a fraction of a sample.
    """
    edges = np.flatnonzero(np.diff(np.concatenate([[0], steady.astype(np.int8), [0]])))
    lengths, levels = [], []
    for start, stop in zip(edges[::2], edges[1::2], strict=True):
        if stop - start < 8:
            continue
        run_lengths, run_levels = _periods(signal, f0, start * HOP_LENGTH, (stop - 1) * HOP_LENGTH)
        if len(run_lengths) < 4:
            continue
        # The trend over three periods is intonation, not jitter.
        bent = run_lengths[1:-1] - (run_lengths[:-2] + run_lengths[1:-1] + run_lengths[2:]) / 3
        lengths.append(np.abs(bent) / run_lengths[1:-1])
        bent = run_levels[1:-1] - (run_levels[:-2] + run_levels[1:-1] + run_levels[2:]) / 3
        levels.append(np.abs(bent))
    if not lengths:
        return np.nan, np.nan
    joined, loud = np.concatenate(lengths), np.concatenate(levels)
    kept = joined < 0.08  # beyond it a mark was missed
    return float(joined[kept].mean()) if kept.any() else np.nan, float(np.median(loud))


def _periods(
    signal: NDArray, f0: NDArray, start: int, stop: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Lengths (samples) and levels (dB) of the periods between two samples."""
    lengths, levels = [], []
    place = float(start)
    while place < stop:
        pitch = f0[min(int(place) // HOP_LENGTH, len(f0) - 1)]
        if pitch <= 0:
            break
        period = SAMPLE_RATE / pitch
        size = round(period)
        first = int(place)
        span = max(2, round(0.15 * period))
        low = first + size - span
        if low < 0 or first + 2 * size + span > len(signal):
            break
        template = signal[first : first + size]
        around = signal[low : low + size + 2 * span]
        views = np.lib.stride_tricks.sliding_window_view(around, size)
        score = views @ template / (np.linalg.norm(views, axis=1) + 1e-9)
        best = int(np.argmax(score))
        shift = 0.0
        if 0 < best < len(score) - 1:
            left, centre, right = score[best - 1 : best + 2]
            bend = left - 2 * centre + right
            shift = 0.5 * (left - right) / bend if bend < 0 else 0.0
        length = size - span + best + shift
        lengths.append(length)
        levels.append(10 * np.log10(np.mean(template**2) + 1e-12))
        place = first + length
        place = float(round(place))
    return np.array(lengths), np.array(levels)


def _formant_spacing(signal: NDArray[np.float64], centres: NDArray[np.int_]) -> float:
    """Median spacing of the first four formants by linear prediction, NaN where none is found."""
    import scipy.signal

    low = scipy.signal.resample_poly(signal, _FORMANT_RATE, SAMPLE_RATE)
    low = np.append(low[:1], low[1:] - 0.95 * low[:-1])
    size = 300
    places = (centres[:: max(1, len(centres) // _MOST_FORMANT_FRAMES)] * 10 // 16) - size // 2
    places = places[(places >= 0) & (places + size <= len(low))]
    if not len(places):
        return np.nan
    frames = low[places[:, None] + np.arange(size)] * np.hamming(size)
    spectrum = np.fft.rfft(frames, 1024, axis=1)
    correlation = np.fft.irfft(np.abs(spectrum) ** 2, axis=1)[:, : _LPC_ORDER + 1]
    index = np.abs(np.subtract.outer(np.arange(_LPC_ORDER), np.arange(_LPC_ORDER)))
    matrix = correlation[:, index] + 1e-6 * correlation[:, :1, None] * np.eye(_LPC_ORDER)
    matrix += 1e-12 * np.eye(_LPC_ORDER)
    taps = np.linalg.solve(matrix, correlation[:, 1:, None])[..., 0]
    companion = np.zeros((len(taps), _LPC_ORDER, _LPC_ORDER))
    companion[:, 0] = taps
    companion[:, np.arange(1, _LPC_ORDER), np.arange(_LPC_ORDER - 1)] = 1.0
    roots = np.linalg.eigvals(companion)
    hz = np.angle(roots) * _FORMANT_RATE / (2 * np.pi)
    width = -np.log(np.abs(roots) + 1e-9) * _FORMANT_RATE / np.pi
    spacings = []
    for row_hz, row_width in zip(hz, width, strict=True):
        found = np.sort(row_hz[(row_hz > 200) & (row_hz < 4800) & (row_width < 500)])[:4]
        if len(found) == 4:
            number = np.arange(1, 5) - 0.5
            spacings.append(float(found[1:] @ number[1:] / (number[1:] @ number[1:])))
    return float(np.median(spacings)) if len(spacings) >= 5 else np.nan
