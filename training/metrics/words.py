"""Word error rate."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class WordErrors:
    """Counts of an alignment of what was heard with what was said."""

    words: int
    substitutions: int
    deletions: int
    insertions: int

    @property
    def rate(self) -> float:
        """Errors per spoken word; can exceed 1. Not a number without words."""
        errors = self.substitutions + self.deletions + self.insertions
        return errors / self.words if self.words else float("nan")

    def __add__(self, other: WordErrors) -> WordErrors:
        return WordErrors(
            words=self.words + other.words,
            substitutions=self.substitutions + other.substitutions,
            deletions=self.deletions + other.deletions,
            insertions=self.insertions + other.insertions,
        )


NO_ERRORS = WordErrors(words=0, substitutions=0, deletions=0, insertions=0)


def normalise_text(text: str) -> list[str]:
    """Return the words of a text: lower case, letters, digits and inner apostrophes only."""
    return re.findall(r"[a-z0-9]+(?:'[a-z]+)*", text.lower().replace("’", "'"))


def word_errors(said: Sequence[str], heard: Sequence[str]) -> WordErrors:
    """Align two word lists with the fewest errors (Levenshtein) and count them.

    Among alignments of equal cost the one with most substitutions is taken.
    """
    # Each cell: (cost, substitutions, deletions, insertions)
    row = [(j, 0, 0, j) for j in range(len(heard) + 1)]
    for i, word in enumerate(said, start=1):
        above = row
        row = [(i, 0, i, 0)]
        for j, other in enumerate(heard, start=1):
            cost, s, d, n = above[j - 1]
            best = (cost, s, d, n) if word == other else (cost + 1, s + 1, d, n)
            cost, s, d, n = above[j]
            if cost + 1 < best[0]:
                best = (cost + 1, s, d + 1, n)
            cost, s, d, n = row[j - 1]
            if cost + 1 < best[0]:
                best = (cost + 1, s, d, n + 1)
            row.append(best)
    _, substitutions, deletions, insertions = row[-1]
    return WordErrors(
        words=len(said), substitutions=substitutions, deletions=deletions, insertions=insertions
    )


def total_errors(errors: Iterable[WordErrors]) -> WordErrors:
    """Add up counts; the rate of the sum weighs every word alike."""
    return sum(errors, NO_ERRORS)
