"""What the synthesiser is told of an utterance besides its units."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from syrinx.neural.runtime.text.utterance import Mode, Utterance

MODES: tuple[Mode, ...] = (
    "statement",
    "question",
    "question_word",
    "exclamation",
    "unfinished",
)
"""The number of a mode is its place here; one may be appended, none may move."""


def edges_of(utterance: Utterance) -> NDArray[np.int64]:
    """Per unit ``(n,)``: 1 the first of a word, 2 the last, 3 both, 0 inside and in pauses."""
    out = np.zeros(len(utterance.units), np.int64)
    for word in utterance.words:
        out[word.first] += 1
        out[word.last - 1] += 2
    return out
