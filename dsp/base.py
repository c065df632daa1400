"""What every processor of this package shares: checking, cleaning, a buffer of samples."""

from __future__ import annotations

from abc import ABC, abstractmethod
from math import cos, pi

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio

MAX_AMPLITUDE = 16.0
"""Larger samples are no audio (full scale is 1): they are cut to this on entry."""


def clean(block: NDArray[np.floating]) -> Audio:
    """Return ``block`` as float32 with NaN and infinities as 0 and at most ±`MAX_AMPLITUDE`.

    The extremes decide whether there is anything to do (NaN spreads to them), so that clean
    audio costs 2 µs.
    """
    audio = np.asarray(block, dtype=np.float32)
    if not audio.shape[0]:
        return audio
    if np.maximum.reduce(audio) <= MAX_AMPLITUDE and np.minimum.reduce(audio) >= -MAX_AMPLITUDE:
        return audio
    audio = np.nan_to_num(audio, nan=0.0, posinf=0.0, neginf=0.0)
    return np.clip(audio, -MAX_AMPLITUDE, MAX_AMPLITUDE)


def check_sample_rate(sample_rate: int) -> int:
    """Return the rate, or raise `SyrinxError` when no sound device has it."""
    if not 4000 <= sample_rate <= 768_000:
        raise SyrinxError(
            f"A sample rate of {sample_rate} Hz is not supported: use 8000 to 192000 Hz."
        )
    return int(sample_rate)


def windows(audio: Audio, length: int, *, step: int = 1) -> Audio:
    """View of all whole windows of ``audio`` (contiguous), shape ``(n_windows, length)``.

    As numpy's ``sliding_window_view``, which takes 25 µs a call, against 1 µs here. Do not write
    into it.
    """
    count = max(0, (audio.shape[0] - length) // step + 1)
    return np.ndarray((count, length), np.float32, buffer=audio, strides=(4 * step, 4))


def approach(now: float, wanted: float, most: float) -> float:
    """Return ``now`` moved towards ``wanted`` by ``most`` at most, and exactly there at last."""
    if abs(wanted - now) <= most:
        return wanted
    return now + most if wanted > now else now - most


class BlockProcessor(ABC):
    """Base of the processors: keeps the three facts, checks and cleans each block.

    A subclass writes ``_process`` (clean float32 in, float32 of the same length out) and
    ``reset``. It must return a new array.
    """

    def __init__(self, *, sample_rate: int, block_size: int = 1, latency: int = 0) -> None:
        self._sample_rate = check_sample_rate(sample_rate)
        self._block_size = int(block_size)
        self._latency = int(latency)

    @property
    def sample_rate(self) -> int:
        """Rate of input and output in Hz."""
        return self._sample_rate

    @property
    def block_size(self) -> int:
        """`process` takes any multiple of it."""
        return self._block_size

    @property
    def latency(self) -> int:
        """Constant delay in samples."""
        return self._latency

    def process(self, block: Audio) -> Audio:
        """Process ``block`` of shape ``(n,)``; see `syrinx.dsp.processor.Processor`.

        Raises
        ------
        SyrinxError
            When the block is not one channel or not a multiple of ``block_size``.
        """
        if block.ndim != 1 or block.shape[0] % self._block_size:
            raise SyrinxError(
                f"{type(self).__name__} needs one channel in multiples of {self._block_size} "
                f"samples, not an array of shape {block.shape}."
            )
        if not block.shape[0]:
            return np.zeros(0, dtype=np.float32)
        return self._process(clean(block))

    @abstractmethod
    def reset(self) -> None:
        """Forget the past: the next output equals that of a new instance."""

    @abstractmethod
    def _process(self, audio: Audio) -> Audio: ...


class DelayLine:
    """Delay by a constant number of samples, for any block length (a helper, no processor)."""

    __slots__ = ("_past", "samples")

    def __init__(self, samples: int) -> None:
        if samples < 0:
            raise SyrinxError(f"A delay cannot be negative, and {samples} samples were asked for.")
        self.samples = int(samples)
        self._past: Audio = np.zeros(self.samples, dtype=np.float32)

    def reset(self) -> None:
        """Fill the line with silence."""
        self._past = np.zeros(self.samples, dtype=np.float32)

    def process(self, audio: Audio) -> Audio:
        """Push ``audio``, return as many samples from ``samples`` earlier."""
        if not self.samples:
            return audio.copy()
        joined = np.concatenate((self._past, audio))
        size = audio.shape[0]
        self._past = joined[size:]
        return joined[:size]


def eased(share: float | Audio) -> float | Audio:
    """Bend a share that moves in a straight line from 0 to 1 so that it has no corners."""
    if isinstance(share, float):
        return 0.5 - 0.5 * cos(pi * share)
    return np.asarray(0.5 - 0.5 * np.cos(np.pi * share), dtype=np.float32)


class Ramp:
    """A number that glides linearly to its target, exactly the same for any block split."""

    __slots__ = ("_left", "_length", "_target", "_value")

    def __init__(self, value: float, *, length: int) -> None:
        self._length = max(1, int(length))
        self._value = self._target = float(value)
        self._left = 0

    @property
    def target(self) -> float:
        """Where the number is going."""
        return self._target

    @property
    def settled(self) -> bool:
        """Whether the target has been reached."""
        return not self._left

    def set(self, target: float) -> None:
        """Start to glide to ``target``; a new glide takes the full length."""
        if float(target) != self._target:
            self._target = float(target)
            self._left = self._length

    def jump(self) -> None:
        """Be at the target at once."""
        self._value, self._left = self._target, 0

    def next(self, size: int) -> float | Audio:
        """Return the next ``size`` values: one number while settled, else shape ``(size,)``."""
        if not self._left:
            return self._target
        start, left = self._value, self._left
        step = (self._target - start) / left
        run = min(size, left)
        values = np.full(size, self._target, dtype=np.float32)
        values[:run] = start + step * np.arange(1, run + 1)
        self._left = left - run
        self._value = self._target if not self._left else start + step * run
        return values
