"""N-gram language models with back-off, as sorted arrays that answer many questions at once.

An n-gram is stored as *the n-gram before its last word* and *the last word*; all of them stand in
one array that is sorted by both, so that a look-up is one binary search (the trie of Heafield
2011, without its bit packing). An n-gram that others begin with is also a *state*: what a decoder
has to remember of the words so far.

Log probabilities are natural ones.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.files import arrays_of, named

IntArray = NDArray[np.int64]
FloatArray = NDArray[np.float64]

BEGIN, END, UNKNOWN = "<s>", "</s>", "<unk>"
SPECIAL = (BEGIN, END, UNKNOWN)
NEVER = -99.0 * float(np.log(10.0))
"""Log probability of what cannot come: ARPA files write -99 for the beginning of a sentence."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class NgramLevel:
    """The n-grams of one length, sorted by ``context``, then ``word``.

    ``context (N,)`` is the place of the n-gram without its last word in the level below (0 in the
    first level), ``word (N,)`` the last word, ``log_prob (N,)`` of the word after the others,
    ``backoff (N,)`` the log weight of the level below where a longer n-gram is missing.
    """

    context: IntArray
    word: IntArray
    log_prob: FloatArray
    backoff: FloatArray

    def __len__(self) -> int:
        return len(self.word)


class NgramModel:
    """A language model over a closed list of words; what is not in it counts as ``<unk>``.

    Parameters
    ----------
    vocabulary
        The words; ``<s>``, ``</s>`` and ``<unk>`` must be among them.
    levels
        N-grams of lengths 1, 2, ...; the first level has each word at its own place.

    Raises
    ------
    SyrinxError
        If a special word or a word's own probability is missing, or the n-grams are out of order.
    """

    def __init__(self, vocabulary: Sequence[str], levels: Sequence[NgramLevel]) -> None:
        self.vocabulary = tuple(vocabulary)
        self.levels = tuple(levels)
        self._index = {word: i for i, word in enumerate(self.vocabulary)}
        size = len(self.vocabulary)
        lacking = [w for w in SPECIAL if w not in self._index]
        if lacking:
            raise SyrinxError(f"The language model has no {lacking[0]}: it cannot be used.")
        if not levels or not np.array_equal(levels[0].word, np.arange(size)):
            raise SyrinxError("The language model does not say how likely each of its words is.")
        self.begin, self.end, self.unknown = (self._index[w] for w in SPECIAL)
        offsets = np.cumsum([0, *map(len, levels)])
        self._offsets = offsets
        keys = [levels[0].word]
        for below, level in zip(offsets[:-1], levels[1:], strict=False):
            keys.append((below + level.context + 1) * size + level.word)
        self._keys = np.concatenate(keys)
        if len(self._keys) > 1 and np.any(np.diff(self._keys) <= 0):
            raise SyrinxError("The n-grams of the language model are out of order or doubled.")
        self._log_prob = np.concatenate([level.log_prob for level in levels])
        lower = [level.backoff for level in levels[:-1]] or [np.zeros(size)]
        self._backoff = np.concatenate([[0.0], *lower])  # by state; state 0 is no context at all
        self._suffix, self._next = self._links(size)

    def _links(self, size: int) -> tuple[IntArray, IntArray]:
        """The state without its first word, of each state; the state after each n-gram."""
        suffix = np.zeros(len(self._keys) + 1, np.int64)
        for k in range(1, len(self.levels)):
            level, below, here = self.levels[k], self._offsets[k - 1], self._offsets[k]
            wanted = suffix[below + level.context + 1] * size + level.word
            at = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
            if not np.array_equal(self._keys[at], wanted):
                raise SyrinxError("An n-gram's shorter form is missing in the language model.")
            suffix[here + 1 : here + 1 + len(level)] = at + 1
        n_states = len(self._backoff)
        after = np.arange(len(self._keys) + 1)
        useful = np.zeros(len(self._keys) + 1, bool)
        useful[:n_states] = self._backoff != 0.0
        useful[self._keys // size] = True
        for k in range(len(self.levels)):  # what nothing follows is known by its shorter form
            here = slice(self._offsets[k] + 1, self._offsets[k + 1] + 1)
            after[here] = np.where(useful[here], after[here], after[suffix[here]])
        after[1 : 1 + size] = np.where(useful[1 : 1 + size], after[1 : 1 + size], 0)
        return suffix[:n_states], after[1:]

    @property
    def order(self) -> int:
        """Longest n-grams: 3 for a trigram model."""
        return len(self.levels)

    def __len__(self) -> int:
        return len(self._keys)

    @cached_property
    def start(self) -> int:
        """The state at the beginning of a sentence."""
        return int(self._next[self.begin])

    def index(self, word: str) -> int:
        """Number of a word, that of ``<unk>`` if it is not known."""
        return self._index.get(word, self.unknown)

    def knows(self, word: str) -> bool:
        """Whether the word is in the vocabulary."""
        return word in self._index

    def encode(self, words: Sequence[str]) -> IntArray:
        """Numbers of words ``(n,)``."""
        return np.array([self._index.get(w, self.unknown) for w in words], np.int64)

    def score(self, states: IntArray, words: IntArray) -> tuple[FloatArray, IntArray]:
        """Log probability of each word after its state, and the states then; all ``(n,)``."""
        size = len(self.vocabulary)
        words = np.asarray(words, np.int64)
        state = np.array(states, np.int64)
        total = np.zeros(len(state))
        after = np.zeros(len(state), np.int64)
        todo = np.arange(len(state))
        while todo.size:
            key = state[todo] * size + words[todo]
            at = np.minimum(np.searchsorted(self._keys, key), len(self._keys) - 1)
            hit = self._keys[at] == key
            found, place = todo[hit], at[hit]
            total[found] += self._log_prob[place]
            after[found] = self._next[place]
            todo = todo[~hit]
            total[todo] += self._backoff[state[todo]]
            state[todo] = self._suffix[state[todo]]
        return total, after

    @property
    def unigrams(self) -> FloatArray:
        """Log probability of each word without context."""
        return self.levels[0].log_prob

    def sentences(self, sentences: Sequence[IntArray]) -> list[FloatArray]:
        """Log probabilities of each word of sentences and of the end after it.

        Parameters
        ----------
        sentences
            Numbers of words, without ``<s>`` and ``</s>``.

        Returns
        -------
        list of arrays
            ``(len(sentence) + 1,)`` each.
        """
        out = [np.zeros(len(s) + 1) for s in sentences]
        order = sorted(range(len(sentences)), key=lambda i: -len(sentences[i]))
        states = np.full(len(sentences), self.start, np.int64)
        for t in range(len(sentences[order[0]]) + 1 if order else 0):
            active = [i for i in order if len(sentences[i]) >= t]
            words = [sentences[i][t] if t < len(sentences[i]) else self.end for i in active]
            found, after = self.score(states[active], np.array(words, np.int64))
            states[active] = after
            for i, value in zip(active, found, strict=True):
                out[i][t] = value
        return out

    def save(self, path: Path) -> None:
        """Write the compact binary form; log probabilities are kept to about a thousandth."""
        arrays: dict[str, NDArray[Any]] = {
            "words": np.frombuffer("\n".join(self.vocabulary).encode(), np.uint8),
            "sizes": np.array([len(level) for level in self.levels], np.int64),
        }
        for k, level in enumerate(self.levels, start=1):
            if k > 1:
                # How many n-grams go on from each context is smaller than where they point to.
                count = np.bincount(level.context, minlength=len(self.levels[k - 2]))
                arrays[f"count{k}"] = count.astype(np.uint16 if count.max() < 65536 else np.int64)
                small = len(self.vocabulary) <= 65536
                arrays[f"word{k}"] = level.word.astype(np.uint16 if small else np.int32)
            arrays[f"p{k}"] = level.log_prob.astype(np.float16)
            if k < self.order:
                arrays[f"b{k}"] = level.backoff.astype(np.float16)
        with open(path, "wb") as file:
            np.savez_compressed(file, allow_pickle=False, **arrays)

    @classmethod
    def load(cls, source: Path | bytes) -> NgramModel:
        """Read what :meth:`save` wrote, from its file or from the file's content.

        Raises
        ------
        SyrinxError
            If the file is missing or is something else.
        """
        try:
            arrays = arrays_of(source)
            words = bytes(arrays["words"]).decode().split("\n")
            levels = []
            for k, size in enumerate(arrays["sizes"].tolist(), start=1):
                if k == 1:
                    context, word = np.zeros(size, np.int64), np.arange(size)
                else:
                    count = arrays[f"count{k}"].astype(np.int64)
                    context = np.repeat(np.arange(len(count)), count)
                    word = arrays[f"word{k}"].astype(np.int64)
                log_prob = arrays[f"p{k}"].astype(np.float64)
                if k < len(arrays["sizes"]):
                    backoff = arrays[f"b{k}"].astype(np.float64)
                else:
                    backoff = np.zeros(size)
                if not len(context) == len(word) == len(log_prob) == len(backoff) == size:
                    raise ValueError("its arrays differ in length")
                levels.append(
                    NgramLevel(context=context, word=word, log_prob=log_prob, backoff=backoff)
                )
        except (OSError, ValueError, KeyError, EOFError, UnicodeDecodeError) as error:
            raise SyrinxError(
                f"The language model {named(source)} cannot be read ({error})."
            ) from error
        return cls(words, levels)


def level_grams(levels: Sequence[NgramLevel], k: int) -> IntArray:
    """All n-grams of length ``k`` (from 1) written out, ``(N, k)``."""
    level = levels[k - 1]
    if k == 1:
        return level.word[:, None]
    return np.column_stack([level_grams(levels, k - 1)[level.context], level.word])


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Perplexity:
    """How well a model expects texts: ``perplexity`` per known word and sentence end."""

    words: int
    unknown: int
    sentences: int
    log_prob: float

    @property
    def perplexity(self) -> float:
        """Of the words that the vocabulary has and of the ends of sentences."""
        counted = self.words - self.unknown + self.sentences
        return float(np.exp(-self.log_prob / counted)) if counted else float("nan")

    @property
    def unknown_rate(self) -> float:
        """Share of the words that the vocabulary lacks."""
        return self.unknown / self.words if self.words else float("nan")


def perplexity(model: NgramModel, texts: Sequence[Sequence[str]]) -> Perplexity:
    """Measure a model on sentences of words; unknown words are counted, not scored."""
    coded = [model.encode(text) for text in texts]
    scores = model.sentences(coded)
    total = 0.0
    unknown = 0
    for words, found in zip(coded, scores, strict=True):
        strange = words == model.unknown
        unknown += int(strange.sum())
        total += float(found[:-1][~strange].sum() + found[-1])
    return Perplexity(
        words=sum(map(len, texts)), unknown=unknown, sentences=len(texts), log_prob=total
    )
