"""Analysis windows."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def hann_window(length: int) -> NDArray[np.float32]:
    """Periodic Hann window (the one for overlap-add), float32, shape ``(length,)``."""
    phase = np.arange(length) / length
    return (0.5 - 0.5 * np.cos(2.0 * np.pi * phase)).astype(np.float32)


def sqrt_hann_window(length: int) -> NDArray[np.float32]:
    """Square root of the periodic Hann window: once before and once after the spectrum."""
    return np.sin(np.pi * np.arange(length) / length).astype(np.float32)
