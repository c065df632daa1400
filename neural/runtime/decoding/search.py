"""CTC beam search over a tree of words with an n-gram model, a frame at a time.

Graves et al. 2006 (CTC), Hannun et al. 2014 (prefix beam search), Ney and Ortmanns 1999 (a tree of
words, look-ahead, joining what the language model cannot tell apart). All hypotheses of a frame
are moved at once by numpy.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.lexicon import Lexicon, PrefixTree
from syrinx.neural.runtime.decoding.ngram import NgramModel
from syrinx.neural.runtime.decoding.traces import Traces, record_losers

IntArray = NDArray[np.int64]
FloatArray = NDArray[np.float64]
BLANK = 0
SHOWN_WITHIN = 3.0
"""Nats by which a complete word may be worse than a longer one that has only begun."""
LOSERS_WITHIN = 10.0
"""Joined hypotheses that were worse by more are not remembered for the N best."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SearchConfig:
    """How the search weighs and prunes; all scores are natural logs.

    Parameters
    ----------
    lm_weight
        Weight of the language model beside the network, which weighs 1.
    word_bonus
        Added per word: the language model makes every word cost something.
    beam
        Hypotheses this much worse than the best are dropped.
    most
        Hypotheses kept at most.
    unit_floor
        Units this much less likely than the frame's best are not followed.
    blank_skip
        Frames whose blank is likelier than this move nothing.
    """

    lm_weight: float = 0.65
    word_bonus: float = -0.5
    beam: float = 14.0
    most: int = 300
    unit_floor: float = 9.0
    blank_skip: float = 0.998

    def __post_init__(self) -> None:
        if self.lm_weight < 0 or self.beam <= 0 or self.most < 1 or self.unit_floor <= 0:
            raise SyrinxError("The weights and the beam of the search must be above zero.")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Hypothesis:
    """What an utterance may be: numbers of the lexicon's words, and the score in nats."""

    words: tuple[int, ...]
    score: float


class Vocabulary:
    """The words that can be heard: tree, language model, and extra weights of single words.

    Parameters
    ----------
    lexicon, model
        Words of the lexicon that the model does not know count as its ``<unk>``.
    units
        Names of the network's units; the first is the blank. A unit ``" "`` may stand between
        words and is never needed there.
    boosts
        Word -> nats that it gains whenever it is heard.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        model: NgramModel,
        units: Sequence[str],
        *,
        boosts: Mapping[str, float] | None = None,
    ) -> None:
        self.lexicon, self.model = lexicon, model
        self.units = tuple(units)
        self.tree = PrefixTree.of(lexicon, units)
        self.separator = self.units.index(" ") if " " in self.units else -1
        self.lm_word = model.encode(lexicon.words)
        self.boost = np.zeros(len(lexicon))
        place = {word: i for i, word in enumerate(lexicon.words)}
        for word, gain in (boosts or {}).items():
            if word in place:
                self.boost[place[word]] = gain


_NODE, _STATE, _LAST, _TRACE, _START = range(5)
"""Rows of a beam's whole numbers: place in the tree, state of the language model, last unit,
trace of the words so far, frame at which the present word began."""
_IN_BLANK, _IN_UNIT = range(2)
"""Rows of a beam's scores: of all ways that end in a blank, and in the last unit."""


class BeamSearch:
    """One utterance at a time: :meth:`step` takes frames, :meth:`best` says what was heard."""

    def __init__(self, vocabulary: Vocabulary, config: SearchConfig | None = None) -> None:
        self.vocabulary = vocabulary
        self.config = SearchConfig() if config is None else config
        tree, model = vocabulary.tree, vocabulary.model
        self._gain = vocabulary.boost + self.config.word_bonus
        ahead = self.config.lm_weight * model.unigrams[vocabulary.lm_word] + self._gain
        self._ahead = tree.best_below(ahead)
        self._ahead[0] = 0.0
        self._word_count = np.diff(tree.first_word)
        self._no_blank_needed = float(np.log(self.config.blank_skip))
        self.reset()

    def reset(self) -> None:
        """Begin a new utterance."""
        self.traces = Traces()
        self.frames = 0
        self._whole = np.zeros((5, 1), np.int64)
        self._whole[_STATE] = self.vocabulary.model.start
        self._score = np.array([[0.0], [-np.inf]])

    @property
    def size(self) -> int:
        """How many hypotheses are followed now."""
        return self._whole.shape[1]

    def step(self, log_probs: NDArray[np.floating[Any]]) -> None:
        """Take frames ``(n_frames, n_units)`` of natural log probabilities."""
        for frame in np.asarray(log_probs, np.float64):
            self._step(frame)
            self.frames += 1

    def _step(self, frame: FloatArray) -> None:
        whole, total = self._whole, np.logaddexp(self._score[_IN_BLANK], self._score[_IN_UNIT])
        stay = np.stack([total + frame[BLANK], self._score[_IN_UNIT] + frame[whole[_LAST]]])
        if frame[BLANK] > self._no_blank_needed:
            self._score = stay
            return
        here = np.logaddexp(stay[0], stay[1])
        moved, score = self._moved(frame, total)
        best = max(float(here.max()), float(score.max(initial=-np.inf)))
        fit = score > best - self.config.beam
        moved, score = moved[:, fit], score[fit]
        row, word, state, new = self._ended(moved, score, best - self.config.beam)
        # Who would not be among the best anyway need not be written down, sorted and joined.
        floor = self._floor(here, score, new)
        fit, over = score >= floor, np.flatnonzero(new >= floor)
        ended = self._written(moved[:, row[over]], word[over], state[over])
        units = np.concatenate([stay[_IN_UNIT], score[fit], new[over]])
        blanks = np.full(len(units), -np.inf)
        blanks[: len(total)] = stay[_IN_BLANK]
        self._joined(np.concatenate([whole, moved[:, fit], ended], axis=1), blanks, units)

    def _floor(self, *scores: FloatArray) -> float:
        """The score that as many reach as are kept."""
        every = np.concatenate(scores)
        if len(every) <= self.config.most:
            return -np.inf
        return float(np.partition(every, -self.config.most)[-self.config.most])

    def _moved(self, frame: FloatArray, total: FloatArray) -> tuple[IntArray, FloatArray]:
        """Every hypothesis gone on by each unit that the tree and the frame allow."""
        tree, whole, separator = self.vocabulary.tree, self._whole, self.vocabulary.separator
        heard = frame > frame.max() - self.config.unit_floor
        heard[BLANK] = False
        pause = heard[separator] if separator >= 0 else False
        if separator >= 0:
            heard[separator] = False
        units = np.flatnonzero(heard)
        node = whole[_NODE]
        children = tree.children[node]
        bits = np.left_shift(np.uint64(1), units.astype(np.uint64))
        row, column = np.nonzero(children[:, None] & bits)
        unit, bit = units[column], bits[column]
        before = np.bitwise_count(children[row] & (bit - np.uint64(1)))
        child = tree.first_child[node[row]] + before
        again = unit == whole[_LAST, row]
        score = np.where(again, self._score[_IN_BLANK, row], total[row]) + frame[unit]
        score += self._ahead[child] - self._ahead[node[row]]
        out = whole[:, row]
        out[_START] = np.where(node[row] == 0, self.frames, out[_START])
        out[_NODE], out[_LAST] = child, unit
        if pause:
            at_root = np.flatnonzero(node == 0)
            again = whole[_LAST, at_root] == separator
            came = np.where(again, self._score[_IN_BLANK, at_root], total[at_root])
            between = whole[:, at_root]
            between[_LAST] = separator
            out = np.concatenate([out, between], axis=1)
            score = np.concatenate([score, came + frame[separator]])
        return out, score

    def _ended(
        self, moved: IntArray, score: FloatArray, floor: float
    ) -> tuple[IntArray, IntArray, IntArray, FloatArray]:
        """The words that end where hypotheses have just arrived.

        Returns
        -------
        row, word, state, score
            Place among ``moved``, word, state of the language model after it, new score.
        """
        tree, vocabulary = self.vocabulary.tree, self.vocabulary
        count = self._word_count[moved[_NODE]]
        row = np.repeat(np.arange(len(count)), count)
        within = np.arange(len(row)) - np.repeat(np.cumsum(count) - count, count)
        word = tree.words[tree.first_word[moved[_NODE, row]] + within]
        known, state = vocabulary.model.score(moved[_STATE, row], vocabulary.lm_word[word])
        new = score[row] - self._ahead[moved[_NODE, row]]
        new += self.config.lm_weight * known + self._gain[word]
        fit = new > floor
        return row[fit], word[fit], state[fit], new[fit]

    def _written(self, moved: IntArray, word: IntArray, state: IntArray) -> IntArray:
        """Hypotheses at the root again, after their words, which the traces remember."""
        moved[_NODE], moved[_STATE] = 0, state
        add, now = self.traces.add, self.frames
        moved[_TRACE] = [
            add(parent, w, start, now)
            for parent, w, start in zip(
                moved[_TRACE].tolist(), word.tolist(), moved[_START].tolist(), strict=True
            )
        ]
        return moved

    def _joined(self, whole: IntArray, blanks: FloatArray, units: FloatArray) -> None:
        """Join what is in the same place, keep the best."""
        total = np.logaddexp(blanks, units)
        key = (whole[_NODE] << 38) | (whole[_LAST] << 32) | whole[_STATE]
        order = np.lexsort((-total, key))
        sorted_key = key[order]
        new = np.empty(len(key), bool)
        new[0], new[1:] = True, sorted_key[1:] != sorted_key[:-1]
        first = np.flatnonzero(new)
        if len(first) < len(order):
            group = np.empty(len(order), np.int64)
            group[order] = np.cumsum(new) - 1
            # Ways of the same words add up; of other words the best one stands for all.
            rival = whole[_TRACE] != whole[_TRACE, order[first]][group]
            blanks, units = np.where(rival, -np.inf, blanks), np.where(rival, -np.inf, units)
            record_losers(self.traces, whole[_TRACE], group, order[first], total, self.config.beam)
        blank = np.logaddexp.reduceat(blanks[order], first)
        unit = np.logaddexp.reduceat(units[order], first)
        joined = np.logaddexp(blank, unit)
        keep = np.flatnonzero(joined > joined.max() - self.config.beam)
        if len(keep) > self.config.most:
            keep = keep[np.argpartition(joined[keep], -self.config.most)[-self.config.most :]]
        self._whole = whole[:, order[first[keep]]]
        self._score = np.stack([blank[keep], unit[keep]])

    def _shown(self) -> int:
        """The trace to be shown now: of the best hypothesis that has just ended a word.

        The very best one may be in the midst of a longer word; if it is not better by
        `SHOWN_WITHIN`, the word that could be complete is shown at once.
        """
        total = np.logaddexp(self._score[_IN_BLANK], self._score[_IN_UNIT])
        best = int(total.argmax())
        ended = np.where(self._whole[_NODE] == 0, total, -np.inf)
        other = int(ended.argmax())
        chosen = other if ended[other] > total[best] - SHOWN_WITHIN else best
        return int(self._whole[_TRACE, chosen])

    def heard(self) -> tuple[list[tuple[int, int, int]], int]:
        """What may be shown now: words with the frames at which each began and ended.

        Returns
        -------
        words, settled
            ``(word, first, last)`` of each, and how many of them all hypotheses share.
        """
        traces = self.traces
        trace = self._shown()
        shared = traces.common([trace, *self._whole[_TRACE].tolist()])
        out = []
        while trace > 0:
            out.append((traces.word[trace], traces.start[trace], traces.end[trace]))
            trace = traces.parent[trace]
        return out[::-1], len(traces.words(shared))

    def ends(self) -> list[tuple[int, float]]:
        """Traces that the utterance may end with, and their scores with the sentence's end."""
        total = np.logaddexp(self._score[_IN_BLANK], self._score[_IN_UNIT])
        done = np.flatnonzero(self._whole[_NODE] == 0)
        if not done.size:  # within a word: what was heard before it counts
            best = int(total.argmax())
            return [(int(self._whole[_TRACE, best]), float(total[best]))]
        model = self.vocabulary.model
        end = np.full(len(done), model.end)
        last, _ = model.score(self._whole[_STATE, done], end)
        score = total[done] + self.config.lm_weight * last
        out: dict[int, float] = {}
        for trace, value in zip(self._whole[_TRACE, done].tolist(), score.tolist(), strict=True):
            out[trace] = max(value, out.get(trace, -np.inf))
        return sorted(out.items(), key=lambda item: -item[1])

    def best(self, count: int = 1) -> list[Hypothesis]:
        """What was heard if the utterance ends here, best first."""
        found = self.traces.best(self.ends(), count)
        return [Hypothesis(words=words, score=score) for words, score in found]
