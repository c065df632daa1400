"""Text with markup taken apart: paragraphs of plain characters, with what the markup asks for.

Things that are no characters (a break, sounds in brackets, a word said otherwise) stand in the
text as one private character each, `INSERT` and what follows it; the tokens wait in ``inserts``.
"""

from __future__ import annotations

import bisect
import dataclasses

from syrinx.neural.runtime.text.source import SourceText
from syrinx.neural.runtime.text.spoken import Token
from syrinx.neural.runtime.text.utterance import Prosody

INSERT = 0xF0000
"""First of the characters (private use) that stand for insertions."""
MOST_INSERTS = 60000


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Emphasis and prosody of the source from ``start`` to before ``end``."""

    start: int
    end: int
    emphasis: int = 0
    voice: int = 0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A text without its markup.

    Attributes
    ----------
    paragraphs
        Cleaned, in order.
    inserts
        Tokens that the character ``chr(INSERT + i)`` stands for.
    marks
        In the order of their starts; those that are inside others come later.
    voices
        Prosody by its number.
    notices
        What was not understood, one sentence each.
    """

    paragraphs: tuple[SourceText, ...]
    inserts: tuple[tuple[Token, ...], ...] = ()
    marks: tuple[Mark, ...] = ()
    voices: dict[int, Prosody] = dataclasses.field(default_factory=dict)
    notices: tuple[str, ...] = ()


class MarkIndex:
    """Finds emphasis and prosody of a place quickly.

    Parameters
    ----------
    marks
        Nested or apart, never crossing; sorted by their starts.
    """

    def __init__(self, marks: tuple[Mark, ...]) -> None:
        # Flat, from the outside in: what holds from each border on.
        borders: dict[int, tuple[int, int]] = {}
        stack: list[Mark] = []

        def state() -> tuple[int, int]:
            emphasis = next((m.emphasis for m in reversed(stack) if m.emphasis), 0)
            voice = next((m.voice for m in reversed(stack) if m.voice), 0)
            return emphasis, voice

        for mark in [*marks, None]:
            while stack and (mark is None or stack[-1].end <= mark.start):
                end = stack.pop().end
                borders[end] = state()
            if mark is not None:
                stack.append(mark)
                borders[mark.start] = state()
        self._starts = sorted(borders)
        self._states = [borders[s] for s in self._starts]

    def at(self, place: int) -> tuple[int, int]:
        """Emphasis and number of the prosody at a place of the source."""
        found = bisect.bisect_right(self._starts, place) - 1
        return self._states[found] if found >= 0 else (0, 0)

    def applied(self, token: Token) -> Token:
        """The token with what holds at its place."""
        if not self._starts:
            return token
        emphasis, voice = self.at(token.start)
        if not emphasis and not voice:
            return token
        return dataclasses.replace(
            token, emphasis=emphasis or token.emphasis, voice=voice or token.voice
        )


class Builder:
    """Gathers the parts of a marked text in the order of the source."""

    def __init__(self) -> None:
        self.notices: list[str] = []
        self.voices: dict[int, Prosody] = {}
        self.marks: list[Mark] = []
        self._paragraphs: list[SourceText] = []
        self._parts: list[SourceText] = []
        self._inserts: list[tuple[Token, ...]] = []

    def text(self, source: SourceText) -> None:
        """Add characters, and clean them."""
        if len(source):
            self._parts.append(source.cleaned())

    def insert(self, tokens: tuple[Token, ...], start: int, end: int) -> None:
        """Add tokens for the source from ``start`` to before ``end``."""
        if len(self._inserts) >= MOST_INSERTS:
            return
        char = chr(INSERT + len(self._inserts))
        self._inserts.append(tokens)
        self._parts.append(SourceText(text=char, starts=(start,), ends=(end,)))

    def paragraph(self) -> None:
        """End the paragraph."""
        if any(part.text.strip() for part in self._parts):
            self._paragraphs.append(
                SourceText(
                    text="".join(p.text for p in self._parts),
                    starts=tuple(s for p in self._parts for s in p.starts),
                    ends=tuple(e for p in self._parts for e in p.ends),
                )
            )
        self._parts = []

    def done(self) -> Marked:
        """What was gathered."""
        self.paragraph()
        return Marked(
            paragraphs=tuple(self._paragraphs),
            inserts=tuple(self._inserts),
            marks=tuple(sorted(self.marks, key=lambda m: (m.start, -m.end))),
            voices=dict(self.voices),
            notices=tuple(dict.fromkeys(self.notices)),
        )
