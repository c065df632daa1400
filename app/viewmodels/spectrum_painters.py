"""Columns of spectrograms: levels as colours, with lines on them, and differences of levels."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from syrinx.app.viewmodels.lines import draw_line, line_rows, widened, widening
from syrinx.app.viewmodels.pane import Look, Sheet, grid_rows
from syrinx.app.viewmodels.pixels import Pixels, tinted
from syrinx.app.viewmodels.spectrogram import CEILING_DB, FLOOR_DB, FrequencyAxis
from syrinx.app.viewmodels.tracks import AXIS, N_BANDS, FormantTrack, LevelTrack, PitchTrack

DIFFERENCE_DB = 30.0
"""The difference that has the full colour."""
DIFFERENCE_FLOOR_DB = -64.0
SMOOTHED_BANDS = 13
"""About a third of an octave: another pitch has its harmonics elsewhere, which would be stripes."""
STEP_DB = (CEILING_DB - FLOOR_DB) / 255.0
_MOST_OCTAVES = 0.2


class _Bands:
    """Gets the bands of columns out of a track, and spreads bands over rows of pixels."""

    def __init__(self, axis: FrequencyAxis, sheet: Sheet) -> None:
        self._sheet = sheet
        height = sheet.height
        hz = axis.frequency((height - 0.5 - np.arange(height)) / height)
        position = np.clip(np.asarray(AXIS.position(hz)) * N_BANDS - 0.5, 0, N_BANDS - 1)
        self._low = np.minimum(position.astype(np.intp), N_BANDS - 2)
        self._fraction = np.rint((position - self._low) * 256).astype(np.int32)

    def columns(self, track: LevelTrack, first: int, last: int) -> NDArray[np.int32]:
        """Return the levels of columns, ``(n_columns, N_BANDS)``: the greatest of each."""
        per_column = track.rate_hz / self._sheet.columns_per_s
        edges = np.arange(first, last + 1) * per_column
        start = int(np.floor(edges[0]))
        if per_column >= 1:
            cuts = np.floor(edges[:-1]).astype(np.intp) - start
            stop = max(int(np.floor(edges[-1])), start + int(cuts[-1]) + 1)
            frames = track.ring.frames(start, stop)
            return np.maximum.reduceat(frames, cuts, axis=0).astype(np.int32)
        frames = track.ring.frames(start, int(np.floor(edges[-1])) + 2).astype(np.int32)
        index = np.floor(edges[:-1]).astype(np.intp) - start
        fraction = np.rint((edges[:-1] % 1) * 256).astype(np.int32)[:, None]
        blended: NDArray[np.int32] = frames[index] + (
            (frames[index + 1] - frames[index]) * fraction >> 8
        )
        return blended

    def rows(self, bands: NDArray[np.int32]) -> NDArray[np.int32]:
        """Return ``(n_columns, height)``."""
        below = bands[:, self._low]
        spread: NDArray[np.int32] = below + (
            (bands[:, self._low + 1] - below) * self._fraction >> 8
        )
        return spread


class _FrequencyPainter:
    """A table of colours with lines of the scale mixed in."""

    def __init__(
        self, axis: FrequencyAxis, table: Pixels, look: Look, sheet: Sheet, grid: list[float]
    ) -> None:
        self._bands = _Bands(axis, sheet)
        self._sheet = sheet
        self._table = table
        rows = grid_rows(grid, sheet)
        self._grid_rows = rows
        self._grid_table = tinted(table, look.grid, 0.13)

    def coloured(self, values: NDArray[np.int32]) -> Pixels:
        columns = self._table[values]
        columns[:, self._grid_rows] = self._grid_table[values[:, self._grid_rows]]
        return columns

    def blank_of(self, value: int) -> Pixels:
        return self.coloured(np.full((1, self._sheet.height), value, np.int32))[0]


class SpectrogramPainter(_FrequencyPainter):
    """Levels as colours, with F0 and formants as lines.

    Parameters
    ----------
    levels, pitch, formants
        What is painted; None = nothing.
    axis
        The frequencies from the bottom to the top.
    table
        256 pixels from silence to full scale.
    grid
        Places of the lines of the scale.
    """

    def __init__(
        self,
        levels: LevelTrack,
        axis: FrequencyAxis,
        table: Pixels,
        look: Look,
        sheet: Sheet,
        *,
        pitch: PitchTrack | None,
        formants: FormantTrack | None,
        grid: list[float],
    ) -> None:
        super().__init__(axis, table, look, sheet, grid)
        self._levels, self._pitch, self._formants = levels, pitch, formants
        self._axis, self._look = axis, look

    def blank(self) -> Pixels:
        """Return a column about which nothing is known."""
        return self.blank_of(0)

    def paint(self, first: int, last: int) -> Pixels:
        """Return columns ``first … last - 1``."""
        columns = self.coloured(self._bands.rows(self._bands.columns(self._levels, first, last)))
        width = 1.6 * self._sheet.ratio
        if self._pitch is not None:
            rows = self._rows(self._pitch, first, last, width)[0]
            draw_line(columns, rows, self._look.trace, width, halo=self._look.shade)
        if self._formants is not None:
            width *= 1.6
            each = self._rows(self._formants, first, last, width)
            for rows, colour in zip(each, self._look.formants, strict=True):
                draw_line(columns, rows, colour, width, halo=self._look.shade)
        return columns

    def _rows(
        self, track: PitchTrack | FormantTrack, first: int, last: int, width: float
    ) -> list[NDArray[np.float64]]:
        """Return where the lines of a track run, one by one."""
        by = widening(width)
        edges = np.arange(first - by, last + 1) * (track.rate_hz / self._sheet.columns_per_s)
        start = int(np.floor(edges[0])) - 3
        values = track.ring.frames(start, int(np.floor(edges[-1])) + 5).astype(np.float64)
        height = self._sheet.height
        places = (1 - self._axis.position(values)) * height
        octave = height / np.log2(self._axis.f_max_hz / self._axis.f_min_hz)
        return [
            widened(
                line_rows(rows, edges - start, most=_MOST_OCTAVES * octave, least_run=3),
                by,
            )
            for rows in places.T
        ]


class DifferencePainter(_FrequencyPainter):
    """By how much the ``second`` channel is louder, as colours of ``look.difference``."""

    def __init__(
        self,
        first: LevelTrack,
        second: LevelTrack,
        axis: FrequencyAxis,
        look: Look,
        sheet: Sheet,
        *,
        grid: list[float],
    ) -> None:
        super().__init__(axis, look.difference, look, sheet, grid)
        self._first, self._second = first, second

    def blank(self) -> Pixels:
        """Return a column about which nothing is known."""
        return self.blank_of(128)

    def paint(self, first: int, last: int) -> Pixels:
        """Return columns ``first … last - 1``."""
        before, after = (
            smoothed(self._bands.columns(track, first, last))
            for track in (self._first, self._second)
        )
        scale = round(256 * STEP_DB * 127.5 / DIFFERENCE_DB)
        values = 128 + ((after - before) * scale).astype(np.int32) // 256
        return self.coloured(self._bands.rows(np.clip(values, 0, 255)))


def smoothed(bands: NDArray[np.int32]) -> NDArray[np.float64]:
    """Return quantised levels as means over `SMOOTHED_BANDS`, those of silence as the floor."""
    floor = (DIFFERENCE_FLOOR_DB - FLOOR_DB) / STEP_DB
    half = SMOOTHED_BANDS // 2
    level = np.maximum(bands.astype(np.float64), floor)
    padded = np.pad(level, ((0, 0), (half + 1, half)), mode="edge")
    running = np.cumsum(padded, axis=1)
    return np.asarray(running[:, SMOOTHED_BANDS:] - running[:, :-SMOOTHED_BANDS]) / SMOOTHED_BANDS
