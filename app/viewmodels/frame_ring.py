"""Frames of an analysis in a ring, addressed by their number (numpy only, no Qt)."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray


class FrameRing:
    """The last ``capacity`` frames of ``width`` values.

    Parameters
    ----------
    empty
        What stands for a frame that is not known.

    Attributes
    ----------
    first, count
        Number of the first frame since `start`, and after the newest one.
    """

    def __init__(
        self, capacity: int, width: int, *, dtype: DTypeLike = np.float32, empty: float = np.nan
    ) -> None:
        self.capacity = max(2, capacity)
        self.width = width
        self._empty = empty
        self._ring = np.full((self.capacity, width), empty, dtype=dtype)
        self._number = np.full(self.capacity, -1, dtype=np.int64)
        self.first = self.count = 0

    def start(self, at: int) -> None:
        """Forget everything; the next frame appended has the number ``at``."""
        self._number[:] = -1
        self.first = self.count = at

    def append(self, frames: NDArray[Any]) -> None:
        """Add frames of shape ``(n, width)``."""
        kept = frames[-self.capacity :]
        numbers = self.count + len(frames) - len(kept) + np.arange(len(kept))
        self._ring[numbers % self.capacity] = kept
        self._number[numbers % self.capacity] = numbers
        self.count += len(frames)

    def put(self, number: int, values: Any) -> None:
        """Set one frame (>= 0), in any order."""
        if number >= 0:
            self._ring[number % self.capacity] = values
            self._number[number % self.capacity] = number
            self.count = max(self.count, number + 1)

    def frames(self, first: int, last: int) -> NDArray[Any]:
        """Return frames ``first … last - 1``, ``(n, width)``, ``empty`` where unknown."""
        numbers = np.arange(first, max(first, last))
        taken = self._ring[numbers % self.capacity]
        taken[self._number[numbers % self.capacity] != numbers] = self._empty
        return taken
