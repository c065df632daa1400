"""What was shown in another language, found again in English: for logs and remote control."""

from __future__ import annotations

import re

MOST_SENTENCES = 500
_FIELD = re.compile(r"\{(\w+)[^{}]*\}")
_END = re.compile("(?<=[。！？])")


class ShownTexts:
    """Remembers translations as they are used, and their English."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        """With their places for values: at most as many as the program has."""
        self._sentences: dict[str, str] = {}

    def add_text(self, translated: str, source: str) -> None:
        """Remember a text, its places still empty."""
        self._texts[translated] = source

    def add_sentence(self, translated: str, source: str) -> None:
        """Remember a whole sentence; old ones are forgotten."""
        self._sentences[translated] = source
        if len(self._sentences) > MOST_SENTENCES:
            del self._sentences[next(iter(self._sentences))]

    def clear(self) -> None:
        """Forget everything: the language is another one."""
        self._texts.clear()
        self._sentences.clear()

    def english(self, text: str) -> str:
        """Return the English of a text; one that was never shown stays as it is."""
        known = self._sentences.get(text) or self._texts.get(text) or self._by_form(text)
        if known is not None:
            return known
        pieces = [piece.strip() for piece in _END.split(text) if piece.strip()]
        return " ".join(map(self.english, pieces)) if len(pieces) > 1 else text

    def _by_form(self, text: str) -> str | None:
        """The text with the most letters of its own that fits, its places filled."""
        best = 0
        found: tuple[str, dict[str, str]] | None = None
        for translated, source in self._texts.items():
            parts = _FIELD.split(translated)
            own, names = parts[::2], parts[1::2]
            weight = sum(map(len, own))
            if not names or weight <= best or not all(part in text for part in own):
                continue
            match = re.fullmatch("(.*?)".join(map(re.escape, own)), text, re.DOTALL)
            if match is not None and set(_FIELD.findall(source)) <= set(names):
                best, found = weight, (source, dict(zip(names, match.groups(), strict=True)))
        if found is None:
            return None
        source, values = found
        return _FIELD.sub(lambda field: self.english(values[field[1]]), source)
