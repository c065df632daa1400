"""Files of the decoder, from disk or as content that a registry has checked."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


def arrays_of(source: Path | bytes) -> dict[str, NDArray[Any]]:
    """Return the arrays of an .npz file, or of its content, by name; numpy's errors pass."""
    opened = io.BytesIO(source) if isinstance(source, bytes) else source
    with np.load(opened, allow_pickle=False) as file:
        return {name: file[name] for name in file.files}


def named(source: Path | bytes) -> str:
    """How an error names it."""
    return "that came with the program" if isinstance(source, bytes) else str(source)
