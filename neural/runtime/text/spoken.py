"""What the parts of the front end hand each other: words to be said, with their places."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Literal

Kind = Literal["word", "letter", "phones", "pause", "chinese"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word to be said, or one sign that makes a pause.

    Attributes
    ----------
    kind
        ``word`` (small letters), ``letter`` (its name is said: ``B``, or ``B's``), ``phones``
        (``phones`` holds units), ``chinese`` (Han characters), ``pause`` (``text`` is the sign).
    text
        What is said; ``written`` is what stood there.
    start, end
        Place in the source.
    ms
        Of a pause that somebody has asked for in milliseconds.
    emphasis
        0 none, 1 moderate, 2 strong, -1 reduced.
    voice
        Number of the prosody span (SSML) it stands in; 0 is none.
    sound
        The sound that a dictionary was told to take for this word: part of speech, or empty.
    """

    kind: Kind
    text: str
    start: int
    end: int
    written: str = ""
    phones: tuple[str, ...] = ()
    ms: int | None = None
    emphasis: int = 0
    voice: int = 0
    sound: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words for the characters from ``start`` to before ``end`` of a text.

    A word is in small letters; a capital by itself, or with ``'s``, is said by its name; a sign is
    a pause.
    """

    words: tuple[str, ...]
    start: int
    end: int


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a rule of the normaliser makes of the text up to ``end``."""

    pieces: tuple[Piece, ...]
    end: int


def found(words: Sequence[str], start: int, end: int) -> Found:
    """One piece."""
    return Found(pieces=(Piece(words=tuple(words), start=start, end=end),), end=end)


def joined(parts: Sequence[tuple[Sequence[str], int, int]]) -> Found:
    """Several pieces, one after the other."""
    pieces = tuple(Piece(words=tuple(w), start=a, end=b) for w, a, b in parts if w)
    return Found(pieces=pieces, end=parts[-1][2])


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What a rule may look at besides the text: the words that are said already.

    ``shouted`` is true where the whole text is in capitals.
    """

    said: Sequence[str]
    shouted: bool = False

    @property
    def before(self) -> str:
        """The word before, in small letters; empty at the beginning and after a pause."""
        return self.said[-1] if self.said else ""
