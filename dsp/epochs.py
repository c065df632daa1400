"""Pitch marks of a live stream: one per period, at the same place of every period.

Works at 16 kHz whatever the outer rate. Marks are found as in pitch-synchronous overlap-add
(E. Moulines, F. Charpentier, 1990), but causally: each one is the place near the last mark plus
one period where the waveform resembles the last period most, drawn towards the energy peak. What
lies too near the present to be searched is extrapolated.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.base import windows
from syrinx.dsp.pitch import StreamingF0, TrackerConfig
from syrinx.dsp.processor import Audio
from syrinx.dsp.resample import PolyphaseResampler

CORE_RATE = 16000
_HOP = 80
_WINDOW = 480
_KEEP = 1600  # samples of the past that a search may need
_BEFORE, _AFTER = 0.7, 0.15  # of a period: what two periods are compared by
_ALIKE = 0.7
_AGREE = 0.12
_TRUST = 0.8  # in the newest interval between two marks
_TREND = 0.6  # how fast the drift of the period follows, and how far it is carried on
_MAX_DRIFT = 0.08
_SEARCH = 0.2  # of a period, either side
_PEAK_WEIGHT = 0.1
_VOICING_BIAS = 2.0  # a voiced grain in breath does less harm than a missing one in a vowel


class PitchMarks:
    """Period and marks of a stream, as of any moment.

    Parameters
    ----------
    sample_rate
        Rate of the stream in Hz.

    Notes
    -----
    Times are in samples of the stream, counted from its first one. `advance` gives the state at
    a moment from the samples before it alone, so that the split into blocks does not matter.
    """

    def __init__(self, *, sample_rate: int) -> None:
        self._ratio = sample_rate / CORE_RATE
        self._down = PolyphaseResampler(sample_rate, CORE_RATE)
        self._delay = float(self._down.latency_in)
        self._f0 = StreamingF0(
            sample_rate=CORE_RATE,
            hop_length=_HOP,
            window_length=_WINDOW,
            fmin_hz=68.0,
            fmax_hz=600.0,
            config=TrackerConfig(voicing_bias=_VOICING_BIAS),
        )
        self.reset()

    def reset(self) -> None:
        """Forget the past."""
        self._down.reset()
        self._f0.reset()
        self._audio: Audio = np.zeros(_KEEP, dtype=np.float32)
        self._end = 0  # core samples seen; the last one of `_audio` is `_end - 1`
        self._pending: Audio = np.zeros(0, dtype=np.float32)
        self._hops: list[tuple[int, float]] = []  # moment (core samples), F0
        self._seen_hops = 0
        self._mark = 0.0  # last mark found, core samples
        self._trend = 0.0  # change from one period to the next
        self._period = 0.0  # core samples; 0 while unvoiced

    def push(self, audio: Audio) -> None:
        """Hear the next samples of the stream."""
        low = self._down.process(audio)
        self._audio = np.concatenate((self._audio, low))
        self._end += low.shape[0]
        pending = np.concatenate((self._pending, low))
        count = pending.shape[0] // _HOP
        if count:
            f0_hz, _ = self._f0.process(pending[: count * _HOP])
            for value in f0_hz.tolist():
                self._seen_hops += 1
                self._hops.append((self._seen_hops * _HOP, value))
        self._pending = pending[count * _HOP :]

    def forget(self) -> None:
        """Drop samples that no later search needs; call it after each block."""
        self._audio = self._audio[-_KEEP:] if self._audio.shape[0] > _KEEP else self._audio

    @property
    def period(self) -> float:
        """Period in samples of the stream at the last `advance`, 0 while unvoiced.

        The drift between the last marks is carried on to the present: without it the pitch would
        lag by a period and a half (20 cents instead of 11 on speech).
        """
        drift = max(-_MAX_DRIFT, min(_MAX_DRIFT, _TREND * self._trend))
        return self._period * self._ratio * (1.0 + drift)

    def advance(self, moment: int) -> None:
        """Bring period and marks to the state after ``moment`` samples of the stream."""
        known = int(moment / self._ratio)  # core samples that are certainly there
        while self._hops and self._hops[0][0] <= known:
            _, f0_hz = self._hops.pop(0)
            if f0_hz <= 0.0:
                self._period = 0.0
                self._trend = 0.0
                continue
            if self._period == 0.0:
                self._period = CORE_RATE / f0_hz
                self._mark = self._first_mark(known)
            # The estimate is 15 ms old; the marks know the period of just now, while they agree.
            if abs(self._period * f0_hz / CORE_RATE - 1.0) > _AGREE:
                self._period = CORE_RATE / f0_hz
        if self._period:
            self._follow(known)

    def nearest(self, time: float, latest: float) -> float:
        """Return the mark nearest to ``time``, the one before if it lies after ``latest``."""
        period = self._period
        target = (time - self._delay) / self._ratio
        steps = round((target - self._mark) / period)
        mark = (self._mark + steps * period) * self._ratio + self._delay
        while mark > latest:
            mark -= period * self._ratio
        return mark

    def _view(self, start: int, stop: int) -> NDArray[np.float32]:
        base = self._end - self._audio.shape[0]
        return self._audio[max(0, start - base) : max(0, stop - base)]

    def _first_mark(self, known: int) -> float:
        start = known - int(self._period * 1.5)
        part = self._view(start, known)
        return float(start + int(np.argmax(_bump(part)))) if part.shape[0] else float(known)

    def _follow(self, known: int) -> None:
        # A mark that fell far behind (a long unvoiced gap) starts again near the present.
        if known - self._mark > 6.0 * self._period:
            self._mark = self._first_mark(known)
        while True:
            period = self._period
            before, after = int(_BEFORE * period), int(_AFTER * period)
            reach = max(2, int(_SEARCH * period))
            here, there = round(self._mark), round(self._mark + period)
            if there + reach + after + 1 > known:
                return
            offset = self._mark - here
            template = self._view(here - before, here + after + 1)
            part = self._view(there - reach - before, there + reach + after + 1)
            size = template.shape[0]
            if size < 3 or part.shape[0] < size + 2 * reach:
                self._mark += period
                continue
            views = windows(part, size)
            energy = np.sqrt(np.einsum("ij,ij->i", views, views) * np.dot(template, template))
            likeness = (views @ template) / (energy + 1e-9)
            peaks = _bump(part)[before : before + likeness.shape[0]]
            score = likeness + _PEAK_WEIGHT * peaks / (float(peaks.max()) + 1e-9)
            best = int(np.argmax(score))
            fraction = 0.0
            if 0 < best < score.shape[0] - 1:
                left, top, right = score[best - 1 : best + 2].tolist()
                fraction = 0.5 * (left - right) / min(left - 2.0 * top + right, -1e-9)
            # The template sat on a whole sample, the mark did not.
            mark = there - reach + best + fraction + offset
            if likeness[best] > _ALIKE:
                change = mark - self._mark - period
                self._trend += _TREND * (change / period - self._trend)
                self._period += _TRUST * change
            else:
                self._trend = 0.0
            self._mark = mark


def _bump(audio: NDArray[np.float32]) -> NDArray[np.float32]:
    """Energy smoothed over 0.6 ms: peaks where the vocal folds close."""
    power = np.convolve(audio * audio, _SMOOTH, mode="same")
    return power.astype(np.float32)


_SMOOTH = np.hanning(13)[1:-1].astype(np.float32)
