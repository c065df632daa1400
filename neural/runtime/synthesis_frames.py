"""From durations to frames: where each frame lies in its unit."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_NEAR = 12.0


def positions(durations: NDArray[np.int64]) -> NDArray[np.float32]:
    """Per frame ``(T, 3)``: how much of its unit is over, and how near beginning and end are.

    The first is 0 to 1, the others are 1 at the edge and 0 from 12 frames on.
    """
    index = np.repeat(np.arange(len(durations)), durations)
    starts = np.cumsum(durations) - durations
    place = np.arange(len(index)) - starts[index] + 0.5
    length = durations[index].astype(np.float64)
    out = np.stack(
        [
            place / np.maximum(length, 1.0),
            1.0 - np.minimum(place, _NEAR) / _NEAR,
            1.0 - np.minimum(length - place, _NEAR) / _NEAR,
        ],
        axis=1,
    )
    return out.astype(np.float32)
