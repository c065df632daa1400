"""How an unknown English word is said: a joint-sequence model of letters and phones.

A word is cut into graphones, pieces of one or two letters with the phones they say, and an n-gram
model over graphones says how likely each cutting is (Bisani and Ney 2008). A beam search finds the
best; cuttings that say the same add up. Learned by ``syrinx train letter_to_sound``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.ngram import SPECIAL, NgramModel

Way = tuple[str, ...]
IntArray = NDArray[np.int64]
FloatArray = NDArray[np.float64]
BEAM = 24
MUTE = 20.0
"""What it costs to leave out a letter that says nothing by itself."""
LONGEST = 64
"""Letters of a word that are said at most; nobody's word is longer."""


def graphone_name(letters: str, phones: Sequence[str]) -> str:
    """A graphone as a word of the n-gram model: ``er:ER0``, ``x:K_S``, ``e:``."""
    return f"{letters}:{'_'.join(phones)}"


class LetterToSound:
    """Says words by their letters.

    Parameters
    ----------
    model
        N-grams of graphones, named as by :func:`graphone_name`.
    """

    def __init__(self, model: NgramModel) -> None:
        self.model = model
        self._phones: list[Way] = []
        by_letters: dict[str, list[int]] = {}
        for number, name in enumerate(model.vocabulary):
            letters, _, said = name.partition(":")
            self._phones.append(tuple(said.split("_")) if said else ())
            if name not in SPECIAL:
                by_letters.setdefault(letters, []).append(number)
        self._letters = {letter for letters in by_letters for letter in letters}
        self._by_letters = {k: np.array(v, np.int64) for k, v in by_letters.items()}

    @classmethod
    def load(cls, source: Path | bytes) -> LetterToSound:
        """Read a model from its file or from the file's content.

        Raises
        ------
        SyrinxError
            If the file is missing or is something else.
        """
        return cls(NgramModel.load(source))

    def ways(self, word: str, *, most: int = 1) -> list[tuple[Way, float]]:
        """The likeliest ways to say a word, best first, with their log probabilities.

        What is no letter is passed over; nothing is returned where nothing can be said.
        """
        plain = re.sub("[^a-z]", "", word.lower())[:LONGEST]
        plain = "".join(c for c in plain if c in self._letters)
        if not plain:
            return []
        found: dict[Way, float] = {}
        for way, score in self._search(plain):
            if way:
                found[way] = float(np.logaddexp(found.get(way, -np.inf), score))
        return sorted(found.items(), key=lambda item: -item[1])[:most]

    def say(self, word: str) -> Way:
        """Phones of a word, vowels with stress.

        Raises
        ------
        SyrinxError
            If nothing of the word can be said.
        """
        found = self.ways(word)
        if not found:
            raise SyrinxError(f"{word!r} cannot be pronounced: write it as it is spoken.")
        return found[0][0]

    def _search(self, word: str) -> list[tuple[Way, float]]:
        n = len(word)
        model = self.model
        # Hypotheses that have read i letters: state, score, graphone, place of the one before.
        states: list[list[IntArray]] = [[] for _ in range(n + 1)]
        scores: list[list[FloatArray]] = [[] for _ in range(n + 1)]
        pieces: list[list[IntArray]] = [[] for _ in range(n + 1)]
        origin: list[list[IntArray]] = [[] for _ in range(n + 1)]
        states[0], scores[0] = [np.array([model.start])], [np.zeros(1)]
        pieces[0], origin[0] = [np.zeros(1, np.int64)], [np.full(1, -1)]
        kept: list[tuple[IntArray, IntArray]] = []  # graphone and origin, by number
        first_number = 0
        for i in range(n):
            if not states[i]:
                kept.append((np.zeros(0, np.int64), np.zeros(0, np.int64)))
                continue
            state, score, piece, back = self._best(states[i], scores[i], pieces[i], origin[i])
            kept.append((piece, back))
            number = first_number + np.arange(len(state))
            first_number += len(state)
            if word[i] not in self._by_letters:  # seen in pairs only: it may have to be mute
                states[i + 1].append(state)
                scores[i + 1].append(score - MUTE)
                pieces[i + 1].append(np.full(len(state), model.unknown))
                origin[i + 1].append(number)
            for width in (1, 2):
                choices = self._by_letters.get(word[i : i + width])
                if i + width > n or choices is None:
                    continue
                at = np.repeat(np.arange(len(state)), len(choices))
                chosen = np.tile(choices, len(state))
                gain, after = model.score(state[at], chosen)
                states[i + width].append(after)
                scores[i + width].append(score[at] + gain)
                pieces[i + width].append(chosen)
                origin[i + width].append(number[at])
        state, score, piece, back = self._best(states[n], scores[n], pieces[n], origin[n])
        score = score + model.score(state, np.full(len(state), model.end))[0]
        all_pieces = np.concatenate([k[0] for k in kept])
        all_back = np.concatenate([k[1] for k in kept])
        out = []
        for k in range(len(state)):
            way: list[Way] = [self._phones[piece[k]]]
            before = int(back[k])
            while before > 0:
                way.append(self._phones[all_pieces[before]])
                before = int(all_back[before])
            out.append((tuple(p for part in way[::-1] for p in part), float(score[k])))
        return out

    @staticmethod
    def _best(
        states: list[IntArray],
        scores: list[FloatArray],
        pieces: list[IntArray],
        origin: list[IntArray],
    ) -> tuple[IntArray, FloatArray, IntArray, IntArray]:
        state, score = np.concatenate(states), np.concatenate(scores)
        best = np.argsort(-score, kind="stable")[:BEAM]
        best = best[score[best] > score[best[0]] - 12.0]
        return (
            state[best],
            score[best],
            np.concatenate(pieces)[best],
            np.concatenate(origin)[best],
        )
