"""Loudness of a stream after ITU-R BS.1770-4 and EBU R128: LUFS, loudness range, true peak.

K-weighting, mean squares of 400 ms (momentary) and 3 s (short-term), and the integrated loudness
over blocks of 400 ms that overlap by 75 %, with the absolute gate at -70 LUFS and the relative
one 10 LU below. The weighting filter is given by the standard for 48 kHz; for other rates it is
made again from its analogue prototype (corner, gain and Q as in B. De Man, *Evaluation of
implementations of the EBU R128 loudness measurement*, 2018). Loudness range: EBU Tech 3342.
True peak: four times oversampling, BS.1770-4 Annex 2 (with a filter of our own).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log10, pi, tan

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.base import check_sample_rate, clean, windows
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.filters import Biquad, SosFilter
from syrinx.dsp.hops import HopCutter
from syrinx.dsp.processor import Audio

SILENCE_LUFS = -120.0
"""Stands for everything below; digital silence has no loudness."""
ABSOLUTE_GATE_LUFS = -70.0
HOP_S = 0.1
_OFFSET_DB = -0.691
_MOMENTARY, _SHORT_TERM = 4, 30  # hops
_BIN_LU = 0.02
_N_BINS = round((10.0 - ABSOLUTE_GATE_LUFS) / _BIN_LU)
_TAPS = 24  # of each phase of the oversampling filter


@dataclass(frozen=True, slots=True, kw_only=True)
class Loudness:
    """What a meter shows.

    Attributes
    ----------
    momentary, short_term, integrated
        LUFS, at least `SILENCE_LUFS`; None before enough was heard (0.4 s, 3 s, 0.4 s above the
        gate).
    range_lu
        Loudness range in LU; None before 3 s.
    true_peak_db
        Highest true peak so far in dBTP, at least `SILENCE_LUFS`.
    seconds
        How much the integrated loudness is of.
    """

    momentary: float | None
    short_term: float | None
    integrated: float | None
    range_lu: float | None
    true_peak_db: float
    seconds: float


def k_weighting(sample_rate: int) -> tuple[Biquad, Biquad]:
    """Return the shelf and the high-pass of BS.1770 for ``sample_rate`` (Hz)."""
    check_sample_rate(sample_rate)
    k = tan(pi * 1681.974450955533 / sample_rate)
    q, gain = 0.7071752369554196, 10.0 ** (3.999843853973347 / 20.0)
    middle = gain**0.4996667741545416
    a0 = 1.0 + k / q + k * k
    shelf = Biquad(
        b0=(gain + middle * k / q + k * k) / a0,
        b1=2.0 * (k * k - gain) / a0,
        b2=(gain - middle * k / q + k * k) / a0,
        a1=2.0 * (k * k - 1.0) / a0,
        a2=(1.0 - k / q + k * k) / a0,
    )
    k = tan(pi * 38.13547087602444 / sample_rate)
    q = 0.5003270373238773
    a0 = 1.0 + k / q + k * k
    # The numerator is (1, -2, 1) at every rate, as in the standard.
    high = Biquad(
        b0=1.0, b1=-2.0, b2=1.0, a1=2.0 * (k * k - 1.0) / a0, a2=(1.0 - k / q + k * k) / a0
    )
    return shelf, high


class LoudnessMeter:
    """Measure the loudness of one signal that is heard from ``speakers`` loudspeakers.

    Parameters
    ----------
    sample_rate
        Rate in Hz.
    speakers
        How many front loudspeakers play this signal. The default is 2: a voice that is sent to a
        stream or a call comes from both, and that is what the meter there reads (ADR 0066). 1
        reads 3.01 LU less.

    Raises
    ------
    SyrinxError
        On a rate that no device has, or no speaker.
    """

    def __init__(self, sample_rate: int, *, speakers: int = 2) -> None:
        if speakers < 1:
            raise SyrinxError("Loudness needs at least one loudspeaker.")
        self.sample_rate = check_sample_rate(sample_rate)
        self.hop_length = round(HOP_S * sample_rate)
        self._speakers = float(speakers)
        self._filter = SosFilter(k_weighting(sample_rate), sample_rate=sample_rate)
        self._cutter = HopCutter(self.hop_length)
        self._peak = TruePeak()
        self.reset()

    def reset(self) -> None:
        """Begin anew."""
        self._filter.reset()
        self._cutter.reset()
        self._peak.reset()
        self._powers = np.zeros(0)  # of the last hops, oldest first
        self._hops = 0
        self._true_peak = 0.0
        self._blocks = _Histogram()
        self._short_terms = _Histogram()

    def process(self, audio: Audio) -> NDArray[np.float64]:
        """Push ``audio`` of any length.

        Returns
        -------
        ndarray
            ``(n_hops, 2)``: momentary and short-term LUFS at the end of every 0.1 s that is
            complete now; NaN before 0.4 s and 3 s.
        """
        audio = clean(audio)
        if not audio.shape[0]:
            return np.zeros((0, 2))
        self._true_peak = max(self._true_peak, self._peak.process(audio, above=self._true_peak))
        hops = self._cutter.push(self._filter.process(audio))
        if not hops.shape[0]:
            return np.zeros((0, 2))
        fresh = self._speakers * np.mean(hops.astype(np.float64) ** 2, axis=1)
        kept = self._powers[-(_SHORT_TERM - 1) :]
        powers = np.concatenate((kept, fresh))
        result = np.full((len(fresh), 2), np.nan)
        for column, length in enumerate((_MOMENTARY, _SHORT_TERM)):
            means = _means(powers, length)[-len(fresh) :]
            result[len(fresh) - len(means) :, column] = lufs(means)
            (self._blocks if length == _MOMENTARY else self._short_terms).add(means)
        self._powers = powers[-_SHORT_TERM:]
        self._hops += len(fresh)
        return result

    def read(self) -> Loudness:
        """Return what is known now."""
        momentary, short_term = (
            float(lufs(_means(self._powers[-length:], length))[0])
            if len(self._powers) >= length
            else None
            for length in (_MOMENTARY, _SHORT_TERM)
        )
        return Loudness(
            momentary=momentary,
            short_term=short_term,
            integrated=self._blocks.gated_loudness(10.0),
            range_lu=self._short_terms.spread(),
            true_peak_db=max(SILENCE_LUFS, 20.0 * log10(max(self._true_peak, 1e-10))),
            seconds=self._hops * self.hop_length / self.sample_rate,
        )


class TruePeak:
    """The peak between the samples: four times oversampling by a windowed sinc.

    Within 0.1 dB up to 0.4 of the rate (BS.1770-4 asks for less than 0.6 dB there).
    """

    def __init__(self) -> None:
        at = np.arange(_TAPS) - _TAPS // 2 + 1
        phases = np.array([0.25, 0.5, 0.75])
        time = at[:, None] - phases
        inside = np.clip(1.0 - (time / (_TAPS / 2)) ** 2, 0.0, None)
        kernel = np.sinc(time) * np.i0(5.0 * np.sqrt(inside)) / np.i0(5.0)
        self._kernel = (kernel / kernel.sum(axis=0)).astype(np.float32)
        self._most = float(np.abs(self._kernel).sum(axis=0).max())
        self.reset()

    def reset(self) -> None:
        """Forget the past."""
        self._past: Audio = np.zeros(_TAPS - 1, dtype=np.float32)

    def process(self, audio: Audio, *, above: float = 0.0) -> float:
        """Push ``audio``; return the highest absolute value in and between its samples, linear.

        What cannot be higher than ``above`` is not looked for.
        """
        joined = np.concatenate((self._past, audio))
        self._past = joined[-(_TAPS - 1) :]
        own = float(np.abs(joined).max(initial=0.0))
        if own * self._most <= above:
            return own
        return max(own, float(np.abs(windows(joined, _TAPS) @ self._kernel).max(initial=0.0)))


class _Histogram:
    """Powers by loudness: bounded memory for hours, exact sums, gates to `_BIN_LU`."""

    def __init__(self) -> None:
        self._counts = np.zeros(_N_BINS, dtype=np.int64)
        self._sums = np.zeros(_N_BINS)

    def add(self, powers: NDArray[np.float64]) -> None:
        """Count those above the absolute gate."""
        loud = powers[lufs(powers) > ABSOLUTE_GATE_LUFS]
        if not len(loud):
            return
        index = np.minimum(((lufs(loud) - ABSOLUTE_GATE_LUFS) / _BIN_LU).astype(int), _N_BINS - 1)
        np.add.at(self._counts, index, 1)
        np.add.at(self._sums, index, loud)

    def _above(self, relative_lu: float) -> int | None:
        """Return the first bin over the gate ``relative_lu`` below the mean; None: no block."""
        count = int(self._counts.sum())
        if not count:
            return None
        gate = float(lufs(np.array(self._sums.sum() / count))) - relative_lu
        return max(0, int(np.ceil((gate - ABSOLUTE_GATE_LUFS) / _BIN_LU)))

    def gated_loudness(self, relative_lu: float) -> float | None:
        """Return the loudness of the mean power over both gates."""
        first = self._above(relative_lu)
        if first is None or not (count := int(self._counts[first:].sum())):
            return None
        return float(lufs(np.array(self._sums[first:].sum() / count)))

    def spread(self) -> float | None:
        """Return the distance of the 10th and the 95th percentile over a gate of -20 LU."""
        first = self._above(20.0)
        if first is None or not (count := int(self._counts[first:].sum())):
            return None
        below = np.cumsum(self._counts[first:])
        low = int(np.searchsorted(below, 0.10 * (count - 1) + 0.5))
        high = int(np.searchsorted(below, 0.95 * (count - 1) + 0.5))
        return (high - low) * _BIN_LU


def lufs(power: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the loudness of K-weighted mean squares, summed over the loudspeakers."""
    level: NDArray[np.float64] = _OFFSET_DB + 10.0 * np.log10(np.maximum(power, 1e-20))
    return np.maximum(level, SILENCE_LUFS)


def _means(powers: NDArray[np.float64], length: int) -> NDArray[np.float64]:
    """Return the mean of every ``length`` neighbours; empty when there are fewer."""
    if len(powers) < length:
        return np.zeros(0)
    views = np.lib.stride_tricks.sliding_window_view(powers, length)
    return np.asarray(views.mean(axis=1), dtype=np.float64)
