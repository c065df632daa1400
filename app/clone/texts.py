"""What texts are made of; light, since the window's process imports it."""

from __future__ import annotations

import unicodedata


def letters(text: str) -> int:
    """How many letters and digits a text has; a Chinese character is one."""
    return sum(1 for sign in text if unicodedata.category(sign)[0] in "LN")
