"""Texts that are written where no Qt is, and translated where they are shown."""

from __future__ import annotations


def mark(text: str, /) -> str:
    """Return ``text``, and have it offered for translation (Qt's ``QT_TRANSLATE_NOOP``).

    For texts of tables that are made when a module is imported, before a language is chosen. Where
    they are shown, ``tr`` translates them. A text with ``{0}`` that is filled in at once is found
    again by its form, like a sentence.
    """
    return text


PIECES = (
    mark("no such file or directory"),
    mark("permission denied"),
    mark("operation not permitted"),
    mark("no space left on device"),
    mark("disk quota exceeded"),
    mark("file too large"),
    mark("file name too long"),
    mark("file exists"),
    mark("is a directory"),
    mark("not a directory"),
    mark("directory not empty"),
    mark("read-only file system"),
    mark("input/output error"),
    mark("too many open files"),
    mark("too many levels of symbolic links"),
    mark("invalid argument"),
    mark("device or resource busy"),
    mark("no such device"),
    mark("no such device or address"),
    mark("transport endpoint is not connected"),
    mark("host is down"),
    mark("connection refused"),
    mark("connection timed out"),
    mark("connection reset by peer"),
    mark("address already in use"),
    mark("cannot assign requested address"),
    mark("stale file handle"),
    mark("text file busy"),
    mark("broken pipe"),
    mark("cannot allocate memory"),
    mark("resource temporarily unavailable"),
    mark("the bound address is already in use"),
    mark("the address is protected"),
    mark("reinstall Syrinx"),
    mark("remove {0} to have the shipped models back"),
    mark('"{0}" and "{1}"'),
    mark("normal"),
    mark("raised"),
    mark("realtime"),
)
"""What stands inside sentences and comes from the system, from Qt, or from parts below this one."""
