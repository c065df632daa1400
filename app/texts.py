"""Texts that are written where no Qt is, and translated where they are shown."""

from __future__ import annotations


def mark(text: str, /) -> str:
    """Return ``text``, and have it offered for translation (Qt's ``QT_TRANSLATE_NOOP``).

    For texts of tables that are made when a module is imported, before a language is chosen. Where
    they are shown, ``tr`` translates them.
    """
    return text
