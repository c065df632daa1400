"""Lines in columns of pixels: from values at even times to antialiased strokes (numpy only)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from syrinx.app.viewmodels.pixels import Pixels, mix

Rows = NDArray[np.float64]


def line_rows(
    rows: Rows, edges: NDArray[np.float64], *, most: float = np.inf, least_run: int = 1
) -> Rows:
    """Return where a line runs through each column.

    Parameters
    ----------
    rows
        Height of the line at frames 0, 1, … in pixels from the top, NaN = none.
    edges
        Borders of the columns in frames, ``(n_columns + 1,)``.
    most
        Neighbours further apart than this many pixels are not joined.
    least_run
        Fewer joined steps in a row than this are specks, which are left out.

    Returns
    -------
    ndarray
        Heights at both borders of each column, ``(n_columns, 2)``, NaN = no line.
    """
    joined = np.abs(np.diff(rows)) < most  # NaN counts as broken
    if least_run > 1:
        joined = long_runs(joined, least_run)
    breaks = np.concatenate([[0], np.cumsum(~joined)])
    last_step = len(rows) - 2
    index = np.clip(np.floor(edges).astype(np.intp), 0, last_step)
    filled = np.nan_to_num(rows)
    value = filled[index] + (edges - index) * (filled[index + 1] - filled[index])
    # A column is crossed by the line when no step between its borders is broken.
    last = np.minimum(np.maximum(np.ceil(edges[1:]).astype(np.intp), index[:-1] + 1), last_step + 1)
    whole = breaks[last] == breaks[index[:-1]]
    pairs = np.stack([value[:-1], value[1:]], axis=1)
    return np.where(whole[:, None], pairs, np.nan)


def widening(width: float) -> int:
    """Return how many columns before the wanted ones `widened` needs for a line of ``width``."""
    return max(1, round(width) - 1)


def widened(pairs: Rows, by: int) -> Rows:
    """Return what `line_rows` gave, from column ``by`` on, each joined with ``by`` before it.

    A column is one pixel wide: without this a steep line would be thinner than a flat one.
    """
    count = len(pairs) - by
    low, high = pairs.min(axis=1), pairs.max(axis=1)  # NaN where there is no line
    lowest, highest = low[by:], high[by:]
    for back in range(1, by + 1):
        lowest = np.fmin(lowest, low[by - back : by - back + count])
        highest = np.fmax(highest, high[by - back : by - back + count])
    return np.stack([lowest, highest], axis=1)


def long_runs(joined: NDArray[np.bool_], least: int) -> NDArray[np.bool_]:
    """Return the true values that stand in runs of at least ``least``."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], joined, [False])).astype(np.int8)))
    kept = np.zeros_like(joined)
    for start, stop in edges.reshape(-1, 2).tolist():
        if stop - start >= least:
            kept[start:stop] = True
    return kept


def draw_line(
    columns: Pixels, rows: Rows, colour: int, width: float, *, halo: int | None = None
) -> None:
    """Draw a line into ``columns`` in place.

    Parameters
    ----------
    columns
        ``(n_columns, height)``.
    rows
        Of `line_rows`.
    colour
        Pixel of the line.
    width
        Pixels.
    halo
        Pixel of a soft border that keeps the line readable on any ground; None = none.
    """
    half = width / 2
    reach = (3 if halo is not None else 1) * half + 1.5
    drawn = np.flatnonzero(~np.isnan(rows).any(axis=1))
    if not len(drawn):
        return
    low, high = rows[drawn].min(axis=1), rows[drawn].max(axis=1)
    height = columns.shape[1]
    top = np.clip(np.floor(low - reach), 0, height).astype(np.intp)
    count = np.clip(np.ceil(high + reach), 0, height).astype(np.intp) - top
    count = np.maximum(count, 0)
    total = int(count.sum())
    if not total:
        return
    # One flat list of the pixels that are touched, whichever column they are of.
    starts = np.cumsum(count) - count
    row = np.arange(total) - np.repeat(starts - top, count)
    beyond = np.maximum(np.repeat(low, count) - (row + 0.5), (row + 0.5) - np.repeat(high, count))
    column = np.repeat(drawn, count)
    pixels = columns[column, row]
    if halo is not None:
        shade = np.full(total, halo, np.uint32)
        pixels = mix(pixels, shade, 0.55 * np.clip(3 * half + 0.5 - beyond, 0, 1))
    line = np.full(total, colour, np.uint32)
    columns[column, row] = mix(pixels, line, np.clip(half + 0.5 - beyond, 0, 1))
