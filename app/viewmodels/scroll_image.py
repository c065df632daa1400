"""A circular image of a history: scrolling costs only the new columns (numpy only, no Qt)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from syrinx.app.viewmodels.lines import draw_line, line_rows
from syrinx.app.viewmodels.pixels import Pixels, mix
from syrinx.app.viewmodels.spectrogram import FRAME_RATE_HZ, FrequencyAxis, History

# A line is drawn between frames whose F0 differs by less than this; else it is broken.
MAX_STEP_OCTAVES = 0.2
MIN_RUN = 3


class ScrollImage:
    """RGB32 pixels of the last ``seconds``; columns never move, the newest is before ``head``.

    The grid and the F0 line are part of the image, so that drawing a frame is copying it.

    Parameters
    ----------
    width, height
        Size in device pixels.
    seconds
        Time that the width spans.
    axis
        Frequency axis of the history's bands.
    colours
        256 pixels ``0xffrrggbb``, from ``pixels.colour_table``.
    trace
        Pixel of the F0 line.
    line_width
        Of the F0 line and the grid, in device pixels.
    grid_hz
        Frequencies with a grid line.
    grid
        Pixel that is mixed into the grid lines.
    """

    def __init__(
        self,
        width: int,
        height: int,
        *,
        seconds: float,
        axis: FrequencyAxis,
        n_bands: int,
        colours: Pixels,
        trace: int,
        line_width: float = 1.5,
        grid_hz: Sequence[float] = (),
        grid: int = 0xFF808080,
    ) -> None:
        self.width = max(1, width)
        self.height = max(1, height)
        self.columns_per_s = self.width / seconds
        self.column = 0  # columns painted since the start
        self._axis = axis
        self._colours = colours
        self._trace = trace
        self._line_width = line_width
        self.pixels: Pixels = np.empty((self.height, self.width), dtype=np.uint32)
        position = (self.height - 0.5 - np.arange(self.height)) / self.height * n_bands - 0.5
        position = np.clip(position, 0, n_bands - 1)
        self._low = np.minimum(position.astype(np.intp), max(0, n_bands - 2))
        self._high = np.minimum(self._low + 1, n_bands - 1)
        self._fraction = np.rint((position - self._low) * 256).astype(np.int32)
        rows = [int((1 - float(axis.position(hz))) * self.height) for hz in grid_hz]
        thick = max(1, round(line_width / 1.5))
        self._grid_rows = np.array(
            [row + i for row in rows for i in range(thick) if 0 <= row + i < self.height],
            dtype=np.intp,
        )
        self._grid_colours = mix(colours, np.full(256, grid, np.uint32), np.full(256, 0.13))
        self._blank()

    @property
    def head(self) -> int:
        """Column of ``pixels`` after the newest one: the oldest, where drawing begins."""
        return self.column % self.width

    def advance(self, history: History, time_s: float) -> int:
        """Paint the columns up to ``time_s`` on the history's clock; return how many."""
        target = int(np.floor(time_s * self.columns_per_s))
        first = max(self.column, target - self.width)
        if target > first:
            columns = self._paint(history, first, target)
            self.pixels[:, np.arange(first, target) % self.width] = columns.T
        self.column = max(self.column, target)
        return max(0, target - first)

    def redraw(self, history: History, time_s: float) -> None:
        """Paint everything anew: after a change of size or colours, or a jump of the clock."""
        self._blank()
        self.column = max(0, int(np.floor(time_s * self.columns_per_s)) - self.width)
        self.advance(history, time_s)

    def _blank(self) -> None:
        self.pixels[:] = self._colours[0]
        self.pixels[self._grid_rows] = self._grid_colours[0]

    def _paint(self, history: History, first: int, last: int) -> Pixels:
        """Return columns ``first … last - 1``, shape ``(n_columns, height)``."""
        frames_per_column = FRAME_RATE_HZ / self.columns_per_s
        edges = np.arange(first, last + 1) * frames_per_column
        start = int(np.floor(edges[0]))
        if frames_per_column >= 1:
            cuts = np.floor(edges[:-1]).astype(np.intp) - start
            last = max(int(np.floor(edges[-1])), start + int(cuts[-1]) + 1)
            frames = history.frames(start, last)
            bands = np.maximum.reduceat(frames, cuts, axis=0).astype(np.int32)
        else:
            frames = history.frames(start, int(np.floor(edges[-1])) + 2).astype(np.int32)
            index = np.floor(edges[:-1]).astype(np.intp) - start
            fraction = np.rint((edges[:-1] % 1) * 256).astype(np.int32)[:, None]
            bands = frames[index] + ((frames[index + 1] - frames[index]) * fraction >> 8)
        below = bands[:, self._low]
        rows = below + ((bands[:, self._high] - below) * self._fraction >> 8)
        columns = self._colours[rows]
        columns[:, self._grid_rows] = self._grid_colours[rows[:, self._grid_rows]]
        rows = self._trace_rows(history, edges)
        shade = int(self._colours[0])
        draw_line(columns, rows, self._trace, self._line_width, halo=shade)
        return columns

    def _trace_rows(self, history: History, edges: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the rows of the F0 line at both borders of each column, NaN without a line."""
        start = int(np.floor(edges[0])) - MIN_RUN
        f0_hz = history.f0(start, int(np.floor(edges[-1])) + 2 + MIN_RUN)
        rows = (1 - np.asarray(self._axis.position(f0_hz))) * self.height
        octave = float(self._axis.position(2 * self._axis.f_min_hz)) * self.height
        most = MAX_STEP_OCTAVES * octave
        return line_rows(rows, edges - start, most=most, least_run=MIN_RUN)
