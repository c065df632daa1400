"""Long base64 texts, decoded without holding the interpreter's lock for long."""

from __future__ import annotations

import binascii

PIECE = 1 << 15
"""Characters decoded at once, a multiple of four: 0.05 ms."""


def decode_base64(text: str) -> bytes:
    """Return what ``base64.b64decode(text, validate=True)`` does, decoded piece by piece.

    Half a million characters at once take more than 1 ms, in which no other thread runs: a voice
    that sounds in the same process would wait.

    Raises
    ------
    ValueError
        It is no base64 (``binascii.Error``), or not ASCII.
    TypeError
        It is no text.
    """
    if not isinstance(text, str):
        raise TypeError("base64 is a text")
    if "=" in text[:-2]:  # no end within: each piece alone may have one
        raise binascii.Error("Excess data after padding")
    pieces = range(0, len(text), PIECE)
    return b"".join(binascii.a2b_base64(text[at : at + PIECE], strict_mode=True) for at in pieces)
