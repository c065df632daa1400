"""Text that remembers where each of its characters stood in what the user wrote.

Texts are cleaned, unpacked from markup and cut before they are spoken; the panel lights the word
in the text as it was written. So every character keeps its place.
"""

from __future__ import annotations

import dataclasses
import unicodedata

_PLAIN = {
    "‘": "'", "’": "'", "‛": "'", "ʼ": "'", "`": "'", "´": "'", "′": "'",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "″": '"',
    "‐": "-", "‑": "-", "−": "-", "‒": "–", "―": "—",
    "…": "...", "⁄": "/", "∕": "/", "×": "×", "·": "·",
    "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D",
    "ł": "l", "Ł": "L", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "ı": "i",
}  # fmt: skip
_KEPT = frozenset("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞²³°ºª™℃℉№℡…µ×÷±≈≠≤≥√∞，！？；：（）")
"""Characters that compatibility forms would spoil: ½ is not 1/2 stuck to the digit before it."""
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u2060\ufeff")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """``text``, and where each of its characters begins and ends in the source."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str, offset: int = 0) -> SourceText:
        """A text whose first character stands at ``offset`` of the source."""
        n = len(text)
        return cls(
            text=text,
            starts=tuple(range(offset, offset + n)),
            ends=tuple(range(offset + 1, offset + n + 1)),
        )

    def __len__(self) -> int:
        return len(self.text)

    def part(self, start: int, end: int) -> SourceText:
        """The characters from ``start`` to before ``end``."""
        return SourceText(
            text=self.text[start:end], starts=self.starts[start:end], ends=self.ends[start:end]
        )

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters from ``start`` to before ``end`` stand in the source."""
        if not self.text:
            return 0, 0
        if end <= start:
            here = self.starts[start] if start < len(self.text) else self.ends[-1]
            return here, here
        return self.starts[start], self.ends[end - 1]

    def plus(self, other: SourceText) -> SourceText:
        """This text and another one after it."""
        return SourceText(
            text=self.text + other.text,
            starts=self.starts + other.starts,
            ends=self.ends + other.ends,
        )

    def cleaned(self) -> SourceText:
        """The text with plain quotes, hyphens and letters, blanks for control characters.

        Accents go from Latin letters, full-width forms become usual ones, signs that nobody sees
        are dropped. Characters of other scripts stay as they are.
        """
        text: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for char, start, end in zip(self.text, self.starts, self.ends, strict=True):
            plain = char if char.isascii() and char.isprintable() else _plain(char)
            if plain and unicodedata.combining(plain[0]) and ends:
                ends[-1] = end
                continue
            for c in plain:
                text.append(c)
                starts.append(start)
                ends.append(end)
        return SourceText(text="".join(text), starts=tuple(starts), ends=tuple(ends))


def _plain(char: str) -> str:
    if char in _PLAIN:
        return _PLAIN[char]
    if char in _INVISIBLE:
        return ""
    if char in _KEPT:
        return char
    if char in "\n\t\r\v\f\x85\u2028\u2029":
        return "\n" if char in "\n\u2028\u2029\x85" else " "
    kind = unicodedata.category(char)
    if kind in ("Cc", "Cs", "Co", "Cn") or kind.startswith("Z"):
        return " "
    forms = unicodedata.normalize("NFKD", char)
    bare = "".join(c for c in forms if not unicodedata.combining(c))
    if bare.isascii() and bare:
        return bare
    return unicodedata.normalize("NFKC", char) if len(forms) < 4 else char
