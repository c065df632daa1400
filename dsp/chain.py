"""Processors one after the other, and in blocks of their own size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import ceil, lcm
from time import perf_counter
from typing import Protocol

import numpy as np

from syrinx.dsp.base import BlockProcessor, check_sample_rate, clean
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio, Processor
from syrinx.dsp.resample import PolyphaseResampler, minimum_latency


class Chain(BlockProcessor):
    """Run ``processors`` one after the other.

    ``block_size`` is the least common multiple of theirs, ``latency`` the sum.

    Attributes
    ----------
    spent
        Seconds that each processor took so far, when somebody has put a list of zeros here;
        None (as at first) costs nothing.

    Raises
    ------
    SyrinxError
        When the list is empty or the sample rates differ.
    """

    def __init__(self, processors: Sequence[Processor]) -> None:
        rates = sorted({processor.sample_rate for processor in processors})
        if len(rates) != 1:
            raise SyrinxError(
                "A chain needs processors of one sample rate, not "
                f"{' and '.join(f'{rate} Hz' for rate in rates) or 'an empty list'}; "
                "wrap the odd ones in Resampled."
            )
        self.processors = tuple(processors)
        self.spent: list[float] | None = None
        super().__init__(
            sample_rate=rates[0],
            block_size=lcm(*(processor.block_size for processor in processors)),
            latency=sum(processor.latency for processor in processors),
        )

    def reset(self) -> None:
        """Reset every member."""
        for processor in self.processors:
            processor.reset()

    def _process(self, audio: Audio) -> Audio:
        spent = self.spent  # another thread may take it away
        if spent is not None:
            return self._timed(audio, spent)
        for processor in self.processors:
            audio = processor.process(audio)
        return audio

    def _timed(self, audio: Audio, spent: list[float]) -> Audio:
        before = perf_counter()
        for index, processor in enumerate(self.processors):
            audio = processor.process(audio)
            now = perf_counter()
            spent[index] += now - before
            before = now
        return audio


class Reblocked(BlockProcessor):
    """Take blocks of any length and hand ``inner`` whole blocks of ``block_size``.

    Adds ``block_size - 1`` samples of latency, which is what arbitrary splits cost; nothing is
    added (and nothing buffered) when ``block_size`` is 1.

    Parameters
    ----------
    inner
        The processor.
    block_size
        A multiple of ``inner.block_size``.

    Raises
    ------
    SyrinxError
        When it is not a multiple.
    """

    def __init__(self, inner: Processor, *, block_size: int) -> None:
        if block_size < 1 or block_size % inner.block_size:
            raise SyrinxError(
                f"Blocks of {block_size} samples do not fit a processor that takes multiples "
                f"of {inner.block_size}."
            )
        super().__init__(sample_rate=inner.sample_rate, latency=inner.latency + block_size - 1)
        self.inner = inner
        self._size = block_size
        self.reset()

    def reset(self) -> None:
        """Drop what is buffered and reset the inner processor."""
        self.inner.reset()
        self._pending: Audio = np.zeros(0, dtype=np.float32)
        self._ready: Audio = np.zeros(self._size - 1, dtype=np.float32)

    def _process(self, audio: Audio) -> Audio:
        pending = np.concatenate((self._pending, audio))
        whole = pending.shape[0] // self._size * self._size
        ready = self._ready
        if whole:
            ready = np.concatenate((ready, self.inner.process(pending[:whole])))
        self._pending = pending[whole:]
        size = audio.shape[0]
        self._ready = ready[size:]
        return ready[:size]


class Extension(Protocol):
    """What can add to an up-sampled signal that which its lower rate cannot hold."""

    def reset(self) -> None:
        """Forget the past."""
        ...

    def process(self, core: Audio) -> Audio:
        """Take whole blocks of the inner processor's output, return what is to be added.

        As many samples, at the same times, as the up-sampler returns for ``core``.
        """
        ...


class Resampled(BlockProcessor):
    """Run ``inner`` at its own rate inside a stream of another rate.

    With ``r = inner.sample_rate / sample_rate`` and ``B = inner.block_size``:

    * ``B / r`` whole (160 at 16 kHz in 48 kHz: 480; in 44.1 kHz: 441): ``block_size`` is ``B / r``
      and the blocking costs nothing. For ``B = 1`` any block does, too.
    * otherwise ``block_size`` is 1 and the blocking costs ``floor((B - 1) / r)`` samples.

    ``latency = ceil(H_in + (inner.latency + H_out) / r) + blocking``, where ``H_in`` and ``H_out``
    are the half-widths of the two filters (`syrinx.dsp.resample.minimum_latency`); the way back
    is delayed by the missing fraction of a sample, so that the sum is exact. 48 kHz <-> 16 kHz:
    ``96 + 3 * inner.latency``. Equal rates cost nothing.

    Parameters
    ----------
    inner
        The processor.
    sample_rate
        Rate of the outer stream in Hz, any whole number.
    extend
        Makes the `Extension` for the exact delay of the up-sampler, in samples of ``inner``
        (the outer rate is above the inner one). It costs no delay.
    """

    def __init__(
        self,
        inner: Processor,
        *,
        sample_rate: int,
        extend: Callable[[Fraction], Extension] | None = None,
    ) -> None:
        check_sample_rate(sample_rate)
        self.inner = inner
        ratio = Fraction(sample_rate, inner.sample_rate)
        outer_block = inner.block_size * ratio
        self._same = ratio == 1
        exact = outer_block.denominator == 1 and inner.block_size > 1
        blocking = 0 if exact or self._same else int((inner.block_size - 1) * ratio)
        delay_in = minimum_latency(sample_rate, inner.sample_rate)
        delay_out = minimum_latency(inner.sample_rate, sample_rate)
        wanted = delay_in + (inner.latency + delay_out) * ratio
        latency = ceil(wanted)
        super().__init__(
            sample_rate=sample_rate,
            block_size=int(outer_block) if exact else inner.block_size if self._same else 1,
            latency=latency + blocking,
        )
        self._blocking = blocking
        self._down = PolyphaseResampler(sample_rate, inner.sample_rate, latency_in=delay_in)
        self._up = PolyphaseResampler(
            inner.sample_rate, sample_rate, latency_in=delay_out + (latency - wanted) / ratio
        )
        self._extension: Extension | None = None
        if extend is not None and ratio > 1:
            self._extension = extend(self._up.latency_in)
        self.reset()

    def reset(self) -> None:
        """Forget the past of the filters and of the inner processor."""
        self.inner.reset()
        if self._extension is not None:
            self._extension.reset()
        self._down.reset()
        self._up.reset()
        self._pending: Audio = np.zeros(0, dtype=np.float32)
        self._ready: Audio = np.zeros(self._blocking, dtype=np.float32)

    def _process(self, audio: Audio) -> Audio:
        if self._same:
            return self.inner.process(audio)
        low = self._down.process(audio)
        if self._pending.shape[0]:
            low = np.concatenate((self._pending, low))
        whole = low.shape[0] // self.inner.block_size * self.inner.block_size
        self._pending = low[whole:]
        high = low[:0]
        if whole:
            core = self.inner.process(low[:whole])
            high = self._up.process(core)
            if self._extension is not None:
                high += self._extension.process(core)
        # Up-sampling rounds up to whole samples: one may be left for the next call.
        ready = np.concatenate((self._ready, high)) if self._ready.shape[0] else high
        size = audio.shape[0]
        self._ready = ready[size:]
        return clean(ready[:size])
