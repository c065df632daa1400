"""How an unknown word may sound, from its letters: learned from the lexicon itself.

Every letter says a few sounds, which depend on the letters around it. The context is widened step
by step, nearest letters first, and the sounds are those of the widest context that was seen
(IGTree, Daelemans, van den Bosch and Weijters 1997); which letter says which sounds is found by
expectation and maximisation over the alignments (Damper et al. 2004).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.files import arrays_of, named

Sounds = tuple[str, ...]
MOST_SOUNDS = 3
"""Sounds that one letter says at most: x in "x-ray" says three."""
WINDOW = (1, -1, 2, -2, 3, -3, 4)
"""Places of the letters around, in the order in which they are looked at."""
EDGE = "#"


def aligned(
    pairs: Iterable[tuple[str, Sequence[str]]], *, rounds: int = 6
) -> list[tuple[str, list[Sounds]]]:
    """Which sounds each letter of each word says; words that do not fit are left out."""
    kept = [(w, tuple(p)) for w, p in pairs if w and len(p) <= MOST_SOUNDS * len(w)]
    weight: dict[tuple[str, Sounds], float] = {}
    out: list[tuple[str, list[Sounds]]] = []
    for _ in range(rounds):
        counts: Counter[tuple[str, Sounds]] = Counter()
        out = []
        for word, sounds in kept:
            way = _best_alignment(word, sounds, weight)
            counts.update(zip(word, way, strict=True))
            out.append((word, way))
        of_letter: Counter[str] = Counter()
        for (letter, _), count in counts.items():
            of_letter[letter] += count
        weight = {
            (letter, said): float(np.log(count / of_letter[letter]))
            for (letter, said), count in counts.items()
        }
    return out


def _best_alignment(
    word: str, sounds: Sounds, weight: dict[tuple[str, Sounds], float]
) -> list[Sounds]:
    n, m = len(word), len(sounds)
    best = [[-1e18] * (m + 1) for _ in range(n + 1)]
    came = [[0] * (m + 1) for _ in range(n + 1)]
    best[0][0] = 0.0
    for i in range(1, n + 1):
        for j in range(max(0, m - MOST_SOUNDS * (n - i)), min(m, MOST_SOUNDS * i) + 1):
            for k in range(min(MOST_SOUNDS, j) + 1):
                before = best[i - 1][j - k]
                if before <= -1e17:
                    continue
                said = sounds[j - k : j]
                # Unseen: one sound per letter is the rule, more or none the exception.
                gain = weight.get((word[i - 1], said), (-4.0, -2.5, -9.0, -14.0)[k] - 4.0)
                if before + gain > best[i][j]:
                    best[i][j], came[i][j] = before + gain, k
    out, j = [], m
    for i in range(n, 0, -1):
        k = came[i][j]
        out.append(sounds[j - k : j])
        j -= k
    return out[::-1]


def _context(word: str, place: int, width: int) -> str:
    letters = [word[place]]
    for offset in WINDOW[:width]:
        at = place + offset
        letters.append(word[at] if 0 <= at < len(word) else EDGE)
    return "".join(letters)


class Sounding:
    """Says words by rules of their letters.

    Parameters
    ----------
    rules
        Letter with its context (nearest letters first, as `WINDOW`) -> sounds, phones with blanks
        between; empty where the letter is mute.
    """

    def __init__(self, rules: dict[str, str]) -> None:
        self.rules = rules

    @classmethod
    def learn(cls, pairs: Iterable[tuple[str, Sequence[str]]]) -> Sounding:
        """Learn from words and pronunciations; a rule is kept where a narrower one is wrong."""
        words = aligned(pairs)
        if not words:
            raise SyrinxError("There are no words to learn pronunciations from.")
        rules: dict[str, str] = {}
        for width in range(len(WINDOW) + 1):
            seen: dict[str, Counter[str]] = {}
            for word, way in words:
                for place, sounds in enumerate(way):
                    context = _context(word, place, width)
                    seen.setdefault(context, Counter())[" ".join(sounds)] += 1
            for context, counts in seen.items():
                said, count = counts.most_common(1)[0]
                if (width == 0 or count > 1) and cls._known(rules, context[:-1]) != said:
                    rules[context] = said
        return cls(rules)

    @staticmethod
    def _known(rules: dict[str, str], context: str) -> str | None:
        while context:
            if context in rules:
                return rules[context]
            context = context[:-1]
        return None

    def say(self, word: str) -> Sounds:
        """Phones of a word; what is no letter of the lexicon says nothing.

        Raises
        ------
        SyrinxError
            If nothing of the word can be said.
        """
        plain = word.lower()
        out: list[str] = []
        for place in range(len(plain)):
            said = self._known(self.rules, _context(plain, place, len(WINDOW)))
            out += (said or "").split()
        if not out:
            raise SyrinxError(f"{word!r} cannot be pronounced: write it as it is spoken.")
        return tuple(out)

    def save(self, path: Path) -> None:
        """Write the rules."""
        lines = "\n".join(f"{c}\t{s}" for c, s in sorted(self.rules.items()))
        with open(path, "wb") as file:
            np.savez_compressed(
                file, allow_pickle=False, rules=np.frombuffer(lines.encode(), np.uint8)
            )

    @classmethod
    def load(cls, source: Path | bytes) -> Sounding:
        """Read what :meth:`save` wrote, from its file or from the file's content.

        Raises
        ------
        SyrinxError
            If the file is missing or is something else.
        """
        try:
            lines = bytes(arrays_of(source)["rules"]).decode().split("\n")
            return cls(dict(line.split("\t") for line in lines))
        except (OSError, ValueError, KeyError, EOFError, UnicodeDecodeError) as error:
            raise SyrinxError(f"The rules {named(source)} cannot be read ({error}).") from error
