"""Following the user's pitch: auto pitch, and the F0 line for voices without a network."""

from __future__ import annotations

import math

import numpy as np

# `numpy.percentile` imports it at its first call: 8 ms in the audio thread, at the first word.
import numpy.ma
from numpy.typing import NDArray

from syrinx.app.source_pitch import speech_threshold_dbfs
from syrinx.dsp.pitch import StreamingF0
from syrinx.dsp.processor import Audio
from syrinx.dsp.resample import PolyphaseResampler, minimum_latency
from syrinx.neural.runtime.onnx_processor import HOP_LENGTH, SAMPLE_RATE

F0Points = list[tuple[float, float]]

MAX_AUTO_SEMITONES = 24.0
_MEMORY_FRAMES = 1500
_STORED_WEIGHT = 300
_FIRST_FRAMES = 20
_UPDATE_EVERY = 10
_SEMITONES_PER_FRAME = 0.02
_UNSETTLED_FRAMES = 500
_FIRST_SEMITONES_PER_FRAME = 0.15
_LOUDER_DB = 6.0


class AutoPitch:
    """Shift that brings the user's median F0 to that of the target voice.

    The median runs over the last 15 s of voiced speech. A stored median counts as the first
    3 s, so that a known user is right from the first word; an unknown one is after 0.2 s of
    voice, and corrected quickly in the first 5 s: the first frames may be a cough or an octave
    off. Later corrections move by 2 semitones per second at most: nobody hears them. Frames far
    below the loudest do not count: they are hum and noise. When somebody begins to speak over a
    hum, the shift is right at once as well.

    Parameters
    ----------
    target_hz
        Median F0 of the target voice; None = not known: nothing is shifted.
    stored_hz
        The user's median F0 from earlier; None = not known.
    """

    def __init__(self, target_hz: float | None, *, stored_hz: float | None = None) -> None:
        self.set_target(target_hz)
        self._stored_hz = stored_hz
        self.reset()

    def set_target(self, hz: float | None) -> None:
        """Move to another target at once; None = not known: nothing is shifted."""
        self._target = None if hz is None else math.log2(hz)

    def reset(self) -> None:
        """Start again from the stored median."""
        self._values: NDArray[np.float64] = np.zeros(_MEMORY_FRAMES)
        self._levels: NDArray[np.float64] = np.full(_MEMORY_FRAMES, np.nan)
        self._threshold = -math.inf
        self._count = 0
        self._median: float | None = None
        self._centre: float | None = None  # goes where the median is, slowly
        if self._stored_hz is not None:
            self._median = self._centre = math.log2(self._stored_hz)
            self._values[:_STORED_WEIGHT] = self._median
            self._count = _STORED_WEIGHT

    def go_on_from(self, other: AutoPitch) -> None:
        """Take over what another one knows of the same user; safe beside the other's thread."""
        if other._median is None:
            return
        self._values, self._levels = other._values.copy(), other._levels.copy()
        self._threshold, self._count = other._threshold, other._count
        self._median, self._centre = other._median, other._centre

    @property
    def semitones(self) -> float:
        """The present shift."""
        if self._target is None or self._centre is None:
            return 0.0
        shift = 12.0 * (self._target - self._centre)
        return max(-MAX_AUTO_SEMITONES, min(MAX_AUTO_SEMITONES, shift))

    @property
    def centre(self) -> float | None:
        """Log2 of the F0, in Hz, that is taken for the user's mean; None = not known yet."""
        return self._centre

    @property
    def source_hz(self) -> float | None:
        """The user's running median F0; None before there is enough voice."""
        return None if self._median is None else float(2.0**self._median)

    def update(self, f0_hz: float, level_dbfs: float = 0.0) -> float:
        """Take one frame of F0 (0 = unvoiced) and its level; return the shift in semitones."""
        if f0_hz <= 0.0:
            return self.semitones
        self._values[self._count % _MEMORY_FRAMES] = math.log2(f0_hz)
        self._levels[self._count % _MEMORY_FRAMES] = level_dbfs
        self._count += 1
        first = self._median is None and self._count >= _FIRST_FRAMES
        due = first or (self._median is not None and self._count % _UPDATE_EVERY == 0)
        if due and (self._measure() or first):
            self._centre = self._median
        if self._median is not None and self._centre is not None:
            settled = self._stored_hz is not None or self._count > _UNSETTLED_FRAMES
            limit = (_SEMITONES_PER_FRAME if settled else _FIRST_SEMITONES_PER_FRAME) / 12.0
            self._centre += max(-limit, min(limit, self._median - self._centre))
        return self.semitones

    def _measure(self) -> bool:
        """Take the median anew; return whether a far louder voice has begun."""
        count = min(self._count, _MEMORY_FRAMES)
        levels = self._levels[:count]
        heard = levels[~np.isnan(levels)]  # a stored median has no level: it always counts
        threshold = speech_threshold_dbfs(heard)
        counted = ~(levels < threshold)
        self._median = float(np.median(self._values[:count][counted]))
        louder = self._stored_hz is None and threshold > self._threshold + _LOUDER_DB
        self._threshold = max(threshold, self._threshold)
        return louder


class F0Tracker:
    """F0 of a live signal of any rate, for the picture only.

    Attributes
    ----------
    trace
        ``(time_s, f0_hz)`` of new frames, 0 = unvoiced, the time counted from the start;
        the owner empties it.
    median
        Keeps the user's running median.
    """

    def __init__(self, *, sample_rate: int, stored_hz: float | None = None) -> None:
        delay = minimum_latency(sample_rate, SAMPLE_RATE)
        self._down = PolyphaseResampler(sample_rate, SAMPLE_RATE, latency_in=delay)
        self._delay_s = float(delay) / sample_rate
        self._f0 = StreamingF0(sample_rate=SAMPLE_RATE, hop_length=HOP_LENGTH)
        self.median = AutoPitch(None, stored_hz=stored_hz)
        self.reset()

    def reset(self) -> None:
        """Forget the past."""
        self._down.reset()
        self._f0.reset()
        self.median.reset()
        self._pending: Audio = np.zeros(0, np.float32)
        self._frames = 0
        self.trace: F0Points = []

    def process(self, audio: Audio) -> None:
        """Take the next samples, any number."""
        pending = np.concatenate((self._pending, self._down.process(audio)))
        whole = pending.shape[0] // HOP_LENGTH * HOP_LENGTH
        self._pending = pending[whole:]
        if not whole:
            return
        f0_hz, voiced = self._f0.process(pending[:whole])
        power = np.square(pending[:whole]).reshape(-1, HOP_LENGTH).mean(axis=1)
        levels = 10.0 * np.log10(power + 1e-10)
        frames = zip(f0_hz.tolist(), voiced.tolist(), levels.tolist(), strict=True)
        for value, is_voiced, level_dbfs in frames:
            self._frames += 1
            newest = self._frames * HOP_LENGTH - self._f0.delay_samples
            f0 = value if is_voiced else 0.0
            self.median.update(f0, level_dbfs)
            self.trace.append((newest / SAMPLE_RATE - self._delay_s, f0))
