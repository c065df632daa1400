"""A circular image of a stretch of time: scrolling either way costs only the new columns.

Column ``c`` shows the time from ``c`` to ``c + 1`` columns since the beginning, and lies at
``c % width`` for as long as it is seen (numpy only, no Qt).
"""

from __future__ import annotations

from typing import Protocol

import numpy as np

from syrinx.app.viewmodels.pixels import Pixels


class Painter(Protocol):
    """Paints what a picture shows, column by column."""

    def paint(self, first: int, last: int) -> Pixels:
        """Return columns ``first … last - 1``, ``(n_columns, height)`` pixels ``0xffrrggbb``."""

    def blank(self) -> Pixels:
        """Return a column about which nothing is known, ``(height,)``."""


class ColumnImage:
    """RGB32 pixels of ``width`` columns.

    Parameters
    ----------
    width, height
        Size in device pixels.
    columns_per_s
        Resolution in time.
    painter
        Paints the columns.

    Attributes
    ----------
    pixels
        ``(height, width)``; the left edge lies at column `head`.
    """

    def __init__(self, width: int, height: int, columns_per_s: float, painter: Painter) -> None:
        self.width, self.height = max(1, width), max(1, height)
        self.columns_per_s = columns_per_s
        self._painter = painter
        self._left = 0
        self._known = (0, 0)  # columns that are painted
        self._blank = painter.blank()[:, None]
        self.pixels: Pixels = np.empty((self.height, self.width), dtype=np.uint32)
        self.pixels[:] = self._blank

    @property
    def head(self) -> int:
        """Where in `pixels` the left edge lies."""
        return self._left % self.width

    @property
    def left(self) -> int:
        """Number of the column at the left edge."""
        return self._left

    def show(self, end_s: float, ready_s: float) -> int:
        """Show the columns before ``end_s``.

        Parameters
        ----------
        end_s
            Time at the right edge.
        ready_s
            Up to when there is something to paint; what lies behind stays blank until there is.

        Returns
        -------
        int
            How many columns were painted.
        """
        left = int(np.floor(end_s * self.columns_per_s + 1e-6)) - self.width
        stop = min(left + self.width, int(np.floor(ready_s * self.columns_per_s + 1e-6)))
        low, high = self._known
        low, high = max(low, left), min(high, left + self.width)
        if high <= low:
            low = high = left
            self.pixels[:] = self._blank
        else:
            self._wipe(max(left, self._left + self.width), left + self.width)
            self._wipe(left, min(self._left, left + self.width))
        self._left = left
        if stop < low:  # a hole before what is known: what lies behind is painted again
            self._known = (left, max(left, stop))
            return self._paint(left, stop)
        self._known = (left, max(stop, high))
        return self._paint(left, low) + self._paint(high, stop)

    def _wipe(self, first: int, last: int) -> None:
        if last > first:
            self.pixels[:, np.arange(first, last) % self.width] = self._blank

    def _paint(self, first: int, last: int) -> int:
        if last <= first:
            return 0
        # In slices: one of a whole screen at 4K would take a hundred megabytes.
        for start in range(first, last, 256):
            stop = min(last, start + 256)
            index = np.arange(start, stop) % self.width
            self.pixels[:, index] = self._painter.paint(start, stop).T
        return last - first
