"""From frames to a finished utterance: N best, rescored, its words in time with confidences."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from syrinx.neural.runtime.decoding.alignment import (
    align_units,
    ctc_log_prob,
    ctc_log_probs,
)
from syrinx.neural.runtime.decoding.confidence import (
    ConfidenceModel,
    word_features,
    word_posteriors,
)
from syrinx.neural.runtime.decoding.search import BeamSearch, Hypothesis, Vocabulary
from syrinx.neural.runtime.decoding.word_network import WordScorer

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class HeardWord:
    """A word and the frames ``first`` to ``last`` in which its sounds are heard."""

    text: str
    first: int
    last: int
    confidence: float
    features: tuple[float, ...] = ()


class Finisher:
    """Turns what a search found into words.

    Parameters
    ----------
    vocabulary
        That of the search.
    network, network_weight
        A recurrent language model that scores the best hypotheses anew, and what its log
        probability counts beside that of the n-grams; None: it is not asked.
    n_best
        Hypotheses that are looked at.
    confidence
        What makes confidences of features.
    letters, letters_weight
        Units of a second head that writes letters beside the phones, and the weight of its
        score for the spelling of a hypothesis; none: it is not asked.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        *,
        network: WordScorer | None = None,
        network_weight: float = 0.0,
        n_best: int = 30,
        confidence: ConfidenceModel | None = None,
        letters: Sequence[str] = (),
        letters_weight: float = 0.0,
    ) -> None:
        self.vocabulary = vocabulary
        self.network, self.network_weight = network, network_weight
        self.n_best = n_best
        self.confidence = ConfidenceModel() if confidence is None else confidence
        self.letters_weight = letters_weight
        self._letter = {name.lower(): i for i, name in enumerate(letters)}
        lexicon = vocabulary.lexicon
        self._first_way = np.searchsorted(lexicon.word_of, np.arange(len(lexicon) + 1))
        known = {name.lower(): i for i, name in enumerate(vocabulary.units)}
        self._unit = np.array([known[u.lower()] for u in lexicon.units], np.int64)

    def hypotheses(
        self, search: BeamSearch, letters: NDArray[np.floating[Any]] | None = None
    ) -> list[Hypothesis]:
        """The best hypotheses of a search, rescored, best first.

        Parameters
        ----------
        letters
            Log probabilities ``(n_frames, n_letters)`` of the second head, if there is one.
        """
        found, spelled, expected = self.opinions(search, letters)
        scores = np.array([h.score for h in found])
        scores += self.letters_weight * spelled + self.network_weight * expected
        order = np.argsort(-scores, kind="stable").tolist()
        return [Hypothesis(words=found[i].words, score=float(scores[i])) for i in order]

    def opinions(
        self, search: BeamSearch, letters: NDArray[np.floating[Any]] | None = None
    ) -> tuple[list[Hypothesis], FloatArray, FloatArray]:
        """The best hypotheses, and the log probability of each by who else has a say.

        Returns
        -------
        found, spelled, expected
            Hypotheses as the search has them; ``(n,)`` by the letters and by the network, zeros
            where there is none, it has no weight or there is nothing to choose.
        """
        found = search.best(self.n_best)
        spelled, expected = np.zeros(len(found)), np.zeros(len(found))
        if len(found) > 1:
            if letters is not None and len(letters) and self._letter and self.letters_weight > 0:
                texts = [[self.vocabulary.lexicon.words[w] for w in h.words] for h in found]
                spelled = self._spelled(letters, texts)
            if self.network is not None and self.network_weight > 0:
                rows = [np.array(h.words, np.int64) for h in found]
                expected = self.network.sums([self.vocabulary.lm_word[row] for row in rows])
        return found, spelled, expected

    def _spelled(
        self, letters: NDArray[np.floating[Any]], texts: Sequence[Sequence[str]]
    ) -> FloatArray:
        """How well the second head agrees with each spelling; signs that it lacks do not count."""
        spelled = [
            [self._letter[c] for c in " ".join(words).lower() if c in self._letter]
            for words in texts
        ]
        found = ctc_log_probs(letters, spelled)
        usual = found[np.isfinite(found)]
        return np.where(np.isfinite(found), found, usual.min(initial=0.0) - 20.0)

    def words(
        self,
        search: BeamSearch,
        log_probs: NDArray[np.floating[Any]],
        letters: NDArray[np.floating[Any]] | None = None,
    ) -> list[HeardWord]:
        """Words of the utterance whose frames ``(n_frames, n_units)`` the search has taken."""
        hypotheses = self.hypotheses(search, letters)
        best = hypotheses[0].words
        if not best:
            return []
        posteriors = word_posteriors(
            [(h.words, h.score) for h in hypotheses], scale=self.confidence.scale
        )
        frames = np.asarray(log_probs, np.float64)
        spans = self._spans(frames, best)
        features = np.array(
            [
                word_features(float(p), heard)
                for p, (_, _, heard) in zip(posteriors, spans, strict=True)
            ]
        )
        sure = self.confidence(features)
        out = []
        for word, (first, last, _), c, row in zip(best, spans, sure, features, strict=True):
            parts = self.vocabulary.lexicon.written(word).split(" ")
            # A hot phrase is one entry; its words share the time by their letters.
            sums = np.cumsum([0, *map(len, parts)]) / sum(map(len, parts))
            edges = first + np.round(sums * (last + 1 - first)).astype(np.int64)
            for text, a, b in zip(parts, edges[:-1], edges[1:], strict=True):
                out.append(
                    HeardWord(
                        text=text,
                        first=int(a),
                        last=max(int(a), int(b) - 1),
                        confidence=float(c),
                        features=tuple(row.tolist()),
                    )
                )
        return out

    def _ways(self, word: int) -> list[IntArray]:
        lexicon = self.vocabulary.lexicon
        first, last = self._first_way[word], self._first_way[word + 1]
        return [
            self._unit[lexicon.codes[lexicon.starts[i] : lexicon.starts[i + 1]]]
            for i in range(first, last)
        ]

    def _spans(self, frames: FloatArray, words: Sequence[int]) -> list[tuple[int, int, FloatArray]]:
        """First and last frame of each word, and how well each of its units is heard."""
        ways = [self._ways(w) for w in words]
        chosen = [w[0] for w in ways]
        aligned = align_units(frames, np.concatenate(chosen).tolist())
        if aligned is not None and any(len(w) > 1 for w in ways):
            better = _better_ways(frames, ways, chosen, aligned[0], aligned[1])
            again = align_units(frames, np.concatenate(better).tolist())
            if again is not None:
                chosen, aligned = better, again
        if aligned is None:  # more sounds than frames: spread them
            first = np.linspace(0, max(len(frames) - 1, 0), len(words) + 1).astype(np.int64)
            return [
                (int(a), max(int(a), int(b) - 1), np.full(1, -8.0))
                for a, b in itertools.pairwise(first)
            ]
        first, last, _ = aligned
        out = []
        at = 0
        for units in chosen:
            end = at + len(units)
            heard = np.array(
                [
                    frames[first[i] : last[i] + 1, unit].max()
                    for i, unit in zip(range(at, end), units, strict=True)
                ]
            )
            out.append((int(first[at]), int(last[end - 1]), heard))
            at = end
        return out


def _better_ways(
    frames: FloatArray,
    ways: Sequence[Sequence[IntArray]],
    chosen: Sequence[IntArray],
    first: IntArray,
    last: IntArray,
) -> list[IntArray]:
    """Of words with several pronunciations the one that fits its stretch best."""
    out = []
    at = 0
    for options, units in zip(ways, chosen, strict=True):
        end = at + len(units)
        if len(options) > 1:
            left = int(last[at - 1]) + 1 if at else 0
            right = int(first[end]) if end < len(first) else len(frames)
            stretch = frames[left:right]
            units = max(options, key=lambda o: ctc_log_prob(stretch, o.tolist()))
        out.append(units)
        at = end
    return out
