"""Lists of words, written as they are read."""

from __future__ import annotations


def listed(text: str) -> tuple[str, ...]:
    """The words of a text between its blanks."""
    return tuple(text.split())
