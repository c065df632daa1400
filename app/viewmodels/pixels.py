"""Pixels ``0xffrrggbb`` in arrays: mixing and tables of colours (numpy only, no Qt)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint32]


def mix(below: Pixels, above: Pixels, share: NDArray[np.float64]) -> Pixels:
    """Return ``below`` covered by ``above`` as far as ``share`` (0 to 1) says."""
    result = np.full(below.shape, 0xFF000000, dtype=np.uint32)
    for shift in (16, 8, 0):
        under = ((below >> shift) & 0xFF).astype(np.float64)
        over = ((above >> shift) & 0xFF).astype(np.float64)
        result |= np.rint(under + (over - under) * share).astype(np.uint32) << np.uint32(shift)
    return result


def tinted(below: Pixels, colour: int, share: float) -> Pixels:
    """Return ``below`` covered by ``colour`` as far as ``share`` (0 to 1) says."""
    return mix(below, np.full(below.shape, colour, np.uint32), np.full(below.shape, share))


def colour_table(stops: Sequence[str]) -> Pixels:
    """Return 256 opaque pixels (``0xffrrggbb``) that pass evenly through ``stops``."""
    rgb = np.array([[int(stop[i : i + 2], 16) for i in (1, 3, 5)] for stop in stops], dtype=float)
    at = np.linspace(0, len(stops) - 1, 256)
    red, green, blue = (
        np.rint(np.interp(at, np.arange(len(stops)), rgb[:, i])).astype(np.uint32) for i in range(3)
    )
    table: Pixels = np.uint32(0xFF000000) | (red << 16) | (green << 8) | blue
    return table
