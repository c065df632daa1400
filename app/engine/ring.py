"""A ring of float32 samples for one writing and one reading thread, without a lock."""

from __future__ import annotations

import numpy as np

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio


class Ring:
    """Single-producer, single-consumer ring.

    Two counters that only grow, each written by one side, are the whole state: `written` by the
    producer after the samples are in place, `read` by the consumer after they were copied out.
    Reading or replacing a Python int is atomic, so neither side ever waits.

    Parameters
    ----------
    capacity
        Samples it can hold; rounded up to a power of two.
    """

    __slots__ = ("_data", "_mask", "capacity", "read", "written")

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise SyrinxError(f"A ring needs room for one sample at least, not {capacity}.")
        self.capacity = 1 << (capacity - 1).bit_length()
        self._mask = self.capacity - 1
        self._data: Audio = np.zeros(self.capacity, dtype=np.float32)
        self.written = 0
        self.read = 0

    @property
    def fill(self) -> int:
        """Samples written and not yet read; more than `capacity` once the oldest are lost."""
        return self.written - self.read

    def push(self, block: Audio) -> int:
        """Producer: append as much of ``block`` as there is room for; return how much that was."""
        size = min(len(block), self.capacity - self.fill)
        self._put(block[:size])
        return size

    def push_newest(self, block: Audio) -> None:
        """Producer: append ``block`` whatever the reader does; the oldest samples are lost.

        At most `capacity` samples at once. The reader sees the loss as `lost`.
        """
        self._put(block[-self.capacity :])

    def pop(self, out: Audio) -> int:
        """Consumer: fill ``out`` from the oldest on; return how many samples there were."""
        size = min(len(out), self.fill)
        self.peek(0, out[:size])
        self.read += size
        return size

    def peek(self, offset: int, out: Audio) -> None:
        """Consumer: copy the samples from ``offset`` behind the oldest on, and keep them."""
        start = (self.read + offset) & self._mask
        first = min(out.shape[0], self.capacity - start)
        out[:first] = self._data[start : start + first]
        out[first:] = self._data[: out.shape[0] - first]

    def skip(self, count: int) -> None:
        """Consumer: leave out the oldest ``count`` samples."""
        self.read += count

    @property
    def lost(self) -> int:
        """Consumer: how many of the oldest unread samples `push_newest` wrote over."""
        return max(0, self.fill - self.capacity)

    def clear(self) -> None:
        """Consumer: forget everything unread."""
        self.read = self.written

    def _put(self, block: Audio) -> None:
        start = self.written & self._mask
        first = min(block.shape[0], self.capacity - start)
        self._data[start : start + first] = block[:first]
        self._data[: block.shape[0] - first] = block[first:]
        self.written += block.shape[0]
