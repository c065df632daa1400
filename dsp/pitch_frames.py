"""One frame of pitch analysis: candidates from the autocorrelation, refined by phase.

Candidates follow P. Boersma, *Accurate short-term analysis of the fundamental frequency and the
harmonics-to-noise ratio of a sampled sound* (1993): the autocorrelation of the windowed frame
divided by that of the window, which removes the bias towards short lags, here of the
amplitude spectrum (the square root of the power flattens the formants). The refinement follows
Flanagan's instantaneous frequency as WORLD's StoneMask uses it (M. Morise, 2016): the phase
derivative at the first harmonics, weighted by their amplitudes.
"""

from __future__ import annotations

from math import log10, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.mel import mel_filterbank
from syrinx.dsp.windows import hann_window

Floats = NDArray[np.float32]

N_CANDIDATES = 6
N_BANDS = 18
N_EDGES = 6
_HARMONICS = 6
_LOW_PASS_HZ = 1600.0
_LOW_BAND_HZ = 1000.0
_SILENCE = 1e-9  # mean power of a frame: -90 dBFS
_MAX_REFINEMENT = 0.08
_BELOW = 0.7


class Analysis(NamedTuple):
    """Analysis of one frame.

    Attributes
    ----------
    spectra
        With the window and with its derivative, ``(2, n_bins)``.
    correlation
        Unbiased normalised autocorrelation at ``lag_min - 1`` to ``lag_max + 1``.
    below
        Share of the low-passed amplitude spectrum up to each bin, ``(n_bins,)``.
    mean_power, low_share
        Mean power of the frame and the share of it below 1 kHz.
    bands
        Logarithms (base 10) of the shares of the mel bands, ``(N_BANDS,)``.
    samples
        The frame without its mean, ``(window_length,)``.
    """

    spectra: NDArray[np.complex64]
    correlation: Floats
    below: Floats
    mean_power: float
    low_share: float
    bands: Floats
    samples: Floats


class PitchFrames:
    """Analyse frames of ``window_length`` samples.

    Parameters
    ----------
    sample_rate
        Rate in Hz.
    window_length
        Samples per frame; two periods of ``fmin_hz`` or more.
    fmin_hz, fmax_hz
        Range of F0 in Hz.
    """

    def __init__(
        self, *, sample_rate: int, window_length: int, fmin_hz: float, fmax_hz: float
    ) -> None:
        self.sample_rate = sample_rate
        self.window_length = window_length
        self.fmin_hz, self.fmax_hz = float(fmin_hz), float(fmax_hz)
        self.lag_min = max(2, int(sample_rate / fmax_hz))
        self.lag_max = min(window_length - 2, int(np.ceil(sample_rate / fmin_hz)))
        n_fft = 1 << int(np.ceil(np.log2(window_length + self.lag_max + 2)))
        self._n_fft = n_fft
        self._bin_hz = sample_rate / n_fft
        window = hann_window(window_length)
        slope = np.sin(2.0 * np.pi * np.arange(window_length) / window_length)
        slope *= np.pi / window_length  # derivative of the window, per sample
        self._windows = np.stack((window, slope.astype(np.float32)))
        self._edge, self._span = window_length // 4, 3 * window_length // 8
        self._power_scale = 2.0 / n_fft / float(np.sum(window**2))
        hz = np.arange(n_fft // 2 + 1) * self._bin_hz
        self._weight = (1.0 / (1.0 + (hz / _LOW_PASS_HZ) ** 6)).astype(np.float32)
        self._weight[hz < 0.5 * fmin_hz] = 0.0
        self._bank = np.ascontiguousarray(
            mel_filterbank(
                sample_rate=sample_rate,
                n_fft=n_fft,
                n_mels=N_BANDS,
                fmin_hz=50.0,
                fmax_hz=min(6500.0, 0.45 * sample_rate),
                area_norm=False,
            ).T
        )
        self._low_bins = int(_LOW_BAND_HZ / self._bin_hz)
        own = np.fft.irfft(np.abs(np.fft.rfft(window.astype(np.float64), n_fft)))
        lags = slice(self.lag_min - 1, self.lag_max + 2)
        # Long lags overlap little: the division is bounded so that noise is not blown up.
        self._unbias = (own[0] / np.maximum(own[lags], 0.08 * own[0])).astype(np.float32)
        self._lags = np.arange(lags.start, lags.stop)
        self._octave = np.log2(self._lags / self.lag_min).astype(np.float32)

    def analyse(self, frame: Floats) -> Analysis:
        """Analyse one frame of shape ``(window_length,)``.

        One at a time on purpose: sums over several frames at once would round differently, and
        a stream must give the same decisions for every split into blocks.
        """
        samples = frame - frame.mean()
        product = samples * self._windows
        spectra = np.fft.rfft(product, self._n_fft, axis=1).astype(np.complex64, copy=False)
        first = spectra[0]
        power = first.real**2 + first.imag**2
        # The square root of the power keeps the first formant from winning.
        weighted = np.sqrt(power) * self._weight
        below = np.cumsum(weighted)
        below /= below[-1] + np.float32(1e-12)
        correlation = np.fft.irfft(weighted, self._n_fft)
        zero = correlation[0] + np.float32(1e-12)
        unbiased = correlation[self._lags[0] : self._lags[-1] + 1] / zero * self._unbias
        total = power.sum() + np.float32(1e-12)
        return Analysis(
            spectra=spectra,
            correlation=unbiased,
            below=below,
            mean_power=float(total) * self._power_scale,
            low_share=float(power[: self._low_bins].sum() / total),
            bands=np.log10((power @ self._bank) / total + np.float32(1e-5)),
            samples=samples,
        )

    def edges(self, samples: Floats, f0_hz: float) -> tuple[float, ...]:
        """What the borders of the frame tell, which the window hides: does the voice go on?

        Parameters
        ----------
        samples
            Of one frame, see `Analysis`.
        f0_hz
            Its F0.

        Returns
        -------
        tuple
            `N_EDGES` numbers: the power of the newest quarter, the newest eighth and the oldest
            quarter against that of the frame and the steepness of the newest quarter (base 10
            logarithms within +-3); how much the newest and the oldest three eighths are like the
            signal one period further inside (normalised correlation).
        """
        quarter, span = self._edge, self._span
        lag = int(self.sample_rate / f0_hz + 0.5)
        newest, oldest = samples[-quarter:], samples[:quarter]
        half = newest[-quarter // 2 :]
        slope = newest[1:] - newest[:-1]
        newest_power = float(np.dot(newest, newest)) / quarter + 1e-12
        mean_power = float(np.dot(samples, samples)) / samples.shape[0] + 1e-12
        return (
            _log_ratio(newest_power, mean_power),
            _log_ratio(float(np.dot(half, half)) / half.shape[0] + 1e-12, mean_power),
            _log_ratio(float(np.dot(oldest, oldest)) / quarter + 1e-12, mean_power),
            _log_ratio(float(np.dot(slope, slope)) / quarter + 1e-12, newest_power),
            _likeness(samples[-span:], samples[-span - lag : -lag]),
            _likeness(samples[:span], samples[lag : lag + span]),
        )

    def share_below(self, below: Floats, f0_hz: Floats) -> Floats:
        """Share of one frame's spectrum (of amplitudes) that lies well below each candidate.

        Little of a voice lies below its F0; a harmonic that a formant lifts has much below it.
        """
        return below[(f0_hz * (_BELOW / self._bin_hz)).astype(np.int64)]

    def candidates(self, correlation: Floats, *, octave_cost: float) -> tuple[Floats, Floats]:
        """Peaks of one frame's autocorrelation, best first.

        Returns
        -------
        tuple
            F0 in Hz and strength (the peak's height), each ``(n,)``, at most `N_CANDIDATES`;
            they are ranked by strength less ``octave_cost`` per octave of lag.
        """
        inner = correlation[1:-1]
        peaks = np.flatnonzero(
            (inner > 0.15) & (inner >= correlation[:-2]) & (inner > correlation[2:])
        )
        if not peaks.shape[0]:
            return _NOTHING, _NOTHING
        if peaks.shape[0] > N_CANDIDATES:
            rank = inner[peaks] - octave_cost * self._octave[1:-1][peaks]
            peaks = peaks[np.argpartition(rank, -N_CANDIDATES)[-N_CANDIDATES:]]
        left, top, right = correlation[peaks], inner[peaks], correlation[peaks + 2]
        bend = left - 2.0 * top + right
        shift = 0.5 * (left - right) / np.minimum(bend, -1e-9)
        height = np.minimum(top - 0.25 * (left - right) * shift, 1.0)
        lag = peaks + self.lag_min + shift
        return (self.sample_rate / lag).astype(np.float32), height

    def refine(self, spectra: NDArray[np.complex64], f0_hz: float) -> tuple[float, float, float]:
        """Refine ``f0_hz`` by the instantaneous frequency of its first harmonics.

        Parameters
        ----------
        spectra
            Of one frame, ``(2, n_bins)``: with the window and with its derivative.
        f0_hz
            Estimate in Hz; it is returned unchanged when the refined one is far from it.

        Returns
        -------
        tuple
            F0 in Hz; the first harmonic's share of the harmonics' power; and how far the
            harmonics are from multiples of F0 (relative mean deviation, at most 0.2).
        """
        count = max(1, min(_HARMONICS, int(0.45 * self.sample_rate / f0_hz)))
        orders = _ORDERS[:count]
        bins = (orders * (f0_hz / self._bin_hz) + 0.5).astype(np.int64)
        main, slope = spectra[0, bins], spectra[1, bins]
        power = main.real**2 + main.imag**2 + 1e-20
        # d(phase)/dt: the derivative window's spectrum against the window's.
        turn = (main.real * slope.imag - main.imag * slope.real) / power
        hz = bins * self._bin_hz - turn * (self.sample_rate / (2.0 * np.pi))
        weight = np.sqrt(power)
        refined = float(np.dot(weight, hz) / np.dot(weight, orders))
        first = float(power[0] / power.sum())
        spread = float(np.dot(weight, np.abs(hz / orders - refined)) / weight.sum()) / f0_hz
        if abs(refined - f0_hz) > _MAX_REFINEMENT * f0_hz:
            refined = f0_hz
        return refined, first, min(0.2, spread)


_NOTHING: Floats = np.zeros(0, dtype=np.float32)
_ORDERS = np.arange(1, _HARMONICS + 1)


def _log_ratio(power: float, reference: float) -> float:
    return max(-3.0, min(3.0, log10(power / reference)))


def _likeness(first: Floats, second: Floats) -> float:
    energies = (float(np.dot(first, first)) + 1e-9) * (float(np.dot(second, second)) + 1e-9)
    return float(np.dot(first, second)) / sqrt(energies)
