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
    mark("no space left on device"),
    mark("permission denied"),
    mark("no such file or directory"),
    mark("read-only file system"),
    mark("is a directory"),
    mark("not a directory"),
    mark("file exists"),
    mark("file name too long"),
    mark("disk quota exceeded"),
    mark("input/output error"),
    mark("operation not permitted"),
    mark("too many open files"),
    mark("directory not empty"),
    mark("device or resource busy"),
    mark("connection refused"),
    mark("the bound address is already in use"),
    mark("the address is protected"),
    mark("no connection"),
    mark("unknown reason"),
    mark("no sound moved"),
    mark("the disk is too slow"),
    mark("reinstall syrinx"),
    mark("remove {0} to have the shipped models back"),
    mark('"{0}" and "{1}"'),
    mark("input device"),
    mark("output device"),
    mark("buffer"),
    mark("blocks of 10 ms"),
    mark("gate"),
    mark("limiter"),
    mark("network"),
    mark("noise suppression"),
    mark("resampling"),
    mark("voice: {0}"),
)
"""What stands inside sentences and comes from the system, from Qt, or from parts below this one;
and the parts of the delay."""
