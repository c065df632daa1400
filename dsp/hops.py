"""Gain curves decided once per hop (about a millisecond) and drawn as straight lines between.

Gate, compressor, limiter and level matching work at this pace: the decision is a few scalar
operations per hop, the rest is vectorised, and nothing depends on how the signal is split,
because the hops are counted from the first sample.
"""

from __future__ import annotations

from abc import ABC, abstractmethod

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.base import BlockProcessor, DelayLine
from syrinx.dsp.processor import Audio


class HopCutter:
    """Cut a stream into whole hops: returns those that are complete, keeps the rest."""

    __slots__ = ("_rest", "hop_length")

    def __init__(self, hop_length: int) -> None:
        self.hop_length = int(hop_length)
        self.reset()

    def reset(self) -> None:
        """Forget the unfinished hop."""
        self._rest: Audio = np.zeros(0, dtype=np.float32)

    def push(self, audio: Audio) -> Audio:
        """Add ``audio``; return the complete hops, shape ``(n_hops, hop_length)``."""
        joined = np.concatenate((self._rest, audio))
        count = joined.shape[0] // self.hop_length
        used = count * self.hop_length
        self._rest = joined[used:]
        return joined[:used].reshape(count, self.hop_length)


class HopGain(BlockProcessor, ABC):
    """A delay and a gain that glides from hop to hop.

    A subclass turns the complete hops into the gain that is reached one hop later
    (``_decide``): the gain over a hop depends on the hops before it only. When the delay is
    ``latency``, the subclass therefore sees ``latency`` samples ahead of what it scales, less
    one hop.
    """

    def __init__(self, *, sample_rate: int, hop_length: int, latency: int) -> None:
        super().__init__(sample_rate=sample_rate, latency=latency)
        self._line = DelayLine(latency)
        self._cutter = HopCutter(hop_length)
        self._slope = (np.arange(1, hop_length + 1) / hop_length).astype(np.float32)
        self._hop_length = hop_length

    @property
    def gain(self) -> float:
        """Gain that was decided last."""
        return self._gain

    def reset(self) -> None:
        """Forget the past."""
        self._line.reset()
        self._cutter.reset()
        self._restart()
        self._gain = self._initial_gain()
        self._curve: Audio = np.full(self._hop_length, self._gain, dtype=np.float32)

    def _process(self, audio: Audio) -> Audio:
        return self._line.process(audio) * self._next_curve(audio)

    def _next_curve(self, audio: Audio) -> Audio:
        """Take ``audio``, return the gain of as many samples."""
        hops = self._cutter.push(audio)
        curve = self._curve
        if hops.shape[0]:
            ends = np.asarray(self._decide(hops), dtype=np.float32)
            starts = np.concatenate(([self._gain], ends[:-1])).astype(np.float32)
            lines = starts[:, None] + (ends - starts)[:, None] * self._slope
            self._gain = float(ends[-1])
            curve = np.concatenate((curve, lines.ravel()))
        size = audio.shape[0]
        self._curve = curve[size:]
        return curve[:size]

    @abstractmethod
    def _restart(self) -> None:
        """Set the subclass's state to that of a new instance."""

    @abstractmethod
    def _initial_gain(self) -> float:
        """Gain before anything was heard."""

    @abstractmethod
    def _decide(self, hops: NDArray[np.float32]) -> list[float]:
        """Return the gain at the end of the hop after each of ``hops``."""
