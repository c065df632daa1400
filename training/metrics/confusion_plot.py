"""A confusion matrix as an SVG picture, without a plotting library."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.training.metrics.picture import colour

CELL = 34
MARGIN = 96


def confusion_svg(words: Sequence[str], counts: NDArray[np.int64], title: str) -> str:
    """Rows are what was said, columns what was heard; colours are shares of the row.

    Raises
    ------
    SyrinxError
        If the counts are not as many as the words.
    """
    n = len(words)
    if counts.shape != (n, n) or n == 0:
        raise SyrinxError("A confusion matrix has a row and a column for each word.")
    share = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    fills = colour(0.05 + 0.95 * share)
    size = MARGIN + n * CELL + 16
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size + 24}"'
        ' font-family="sans-serif" font-size="11">',
        f'<rect width="{size}" height="{size + 24}" fill="#ffffff"/>',
        f'<text x="8" y="16" font-size="13">{escape(title)}</text>',
    ]
    for i, word in enumerate(words):
        middle = MARGIN + (i + 0.5) * CELL
        label = escape(word)
        parts.append(
            f'<text x="{MARGIN - 6}" y="{middle + 4 + 24}" text-anchor="end">{label}</text>'
        )
        parts.append(
            f'<text transform="translate({middle + 4},{MARGIN + 18}) rotate(-60)">{label}</text>'
        )
        for j in range(n):
            r, g, b = fills[i, j].tolist()
            x, y = MARGIN + j * CELL, MARGIN + 24 + i * CELL
            parts.append(
                f'<rect x="{x}" y="{y}" width="{CELL - 1}" height="{CELL - 1}"'
                f' fill="rgb({r},{g},{b})"/>'
            )
            if counts[i, j]:
                ink = "#000000" if share[i, j] > 0.6 else "#ffffff"
                parts.append(
                    f'<text x="{x + CELL / 2}" y="{y + CELL / 2 + 4}" text-anchor="middle"'
                    f' fill="{ink}">{counts[i, j]}</text>'
                )
    return "\n".join([*parts, "</svg>", ""])
