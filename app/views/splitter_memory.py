"""Splitters that are at the next start as they were left."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QSplitter


def remember_sizes(splitter: QSplitter, kept: Any, keep: Callable[[list[int]], object]) -> None:
    """Give a splitter the sizes of the last time, and keep what the user makes of them.

    Parameters
    ----------
    kept
        Read from the settings: what is no list of sizes changes nothing.
    keep
        Gets the sizes whenever the user has moved a handle.
    """
    sizes = kept if isinstance(kept, list) else []
    whole = all(isinstance(size, int) and 0 < size < 100_000 for size in sizes)
    if whole and len(sizes) == splitter.count():
        splitter.setSizes(sizes)
    splitter.splitterMoved.connect(lambda *_: keep(splitter.sizes()))
