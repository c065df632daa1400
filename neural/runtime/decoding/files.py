"""Files of the decoder, from disk or as content that a registry has checked."""

from __future__ import annotations

import io
from pathlib import Path


def opened(source: Path | bytes) -> Path | io.BytesIO:
    """What numpy can read from."""
    return io.BytesIO(source) if isinstance(source, bytes) else source


def named(source: Path | bytes) -> str:
    """How an error names it."""
    return "that came with the program" if isinstance(source, bytes) else str(source)
