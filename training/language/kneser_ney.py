"""Interpolated Kneser-Ney smoothing with three discounts per length (Chen and Goodman 1998)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.ngram import (
    BEGIN,
    END,
    NEVER,
    SPECIAL,
    NgramLevel,
    NgramModel,
)

IntArray = NDArray[np.int64]
FloatArray = NDArray[np.float64]


def vocabulary_of(words: Sequence[str]) -> list[str]:
    """The words in alphabetical order, the special ones first."""
    return [*SPECIAL, *sorted(set(words) - set(SPECIAL))]


def discounts(counts: IntArray) -> FloatArray:
    """Discounts ``(4,)`` of n-grams seen 0, 1, 2 and more times, from the counts of counts.

    Where a small text has no n-gram seen once, twice, ... the formula has no answer; what it
    gives for texts of moderate size, 0.6, 1.0 and 1.3, is taken then.
    """
    n = np.array([np.count_nonzero(counts == i) for i in range(5)], np.float64)
    usual = np.array([0.0, 0.6, 1.0, 1.3])
    if n[1] == 0 or n[2] == 0:
        return usual
    y = n[1] / (n[1] + 2 * n[2])
    out = usual.copy()
    for i in (1, 2, 3):
        if n[i] and n[i + 1]:
            found = i - (i + 1) * y * n[i + 1] / n[i]
            if 0.0 < found < i:
                out[i] = found
    return out


def estimate(
    sentences: Sequence[NDArray],
    vocabulary: Sequence[str],
    order: int,
    *,
    base: FloatArray | None = None,
) -> NgramModel:
    """Estimate a model of any order from sentences of word numbers.

    Parameters
    ----------
    sentences
        Numbers into ``vocabulary``, without ``<s>`` and ``</s>``.
    vocabulary
        All words that can come, seen or not; as of :func:`vocabulary_of`.
    order
        Length of the longest n-grams.
    base
        Probability of each word ``(V,)`` before any text is seen, from which the words that the
        text lacks get their share; even if left out. What it gives ``<s>`` is not used.

    Raises
    ------
    SyrinxError
        If there is no text.
    """
    words = list(vocabulary)
    size = len(words)
    begin, end = words.index(BEGIN), words.index(END)
    if order < 1:
        raise SyrinxError("The order of a language model must be at least 1.")
    if not sentences:
        raise SyrinxError("There is no text to learn a language model from.")
    prior = np.ones(size) if base is None else np.array(base, np.float64)
    prior[begin] = 0.0
    if prior.shape != (size,) or np.any(prior < 0) or prior.sum() <= 0:
        raise SyrinxError("The base of a language model must give each word its probability.")
    prior /= prior.sum()

    counted = _count(sentences, size, begin, end, order)
    probability: list[FloatArray] = []
    weight: list[FloatArray] = []  # of the level below, by context
    for k, level in enumerate(counted):
        counts = level.counts
        if k + 1 < order:  # how many different words stand before it
            before = np.bincount(counted[k + 1].suffix, minlength=len(counts))
            counts = np.where(level.from_begin, level.counts, before)
        if k == 0:
            counts = np.where(np.arange(size) == begin, 0, counts)
        n_contexts = 1 if k == 0 else len(probability[k - 1])
        discount = discounts(counts)[np.minimum(counts, 3)]
        total = np.bincount(level.context, counts, minlength=n_contexts)
        kept = np.bincount(level.context, counts - discount, minlength=n_contexts)
        share = np.divide(total - kept, total, out=np.ones(n_contexts), where=total > 0)
        below = prior if k == 0 else probability[k - 1][level.suffix]
        own = np.divide(
            counts - discount,
            total[level.context],
            out=np.zeros(len(counts)),
            where=total[level.context] > 0,
        )
        probability.append(own + share[level.context] * below)
        weight.append(share)
    levels = []
    for k, level in enumerate(counted):
        with np.errstate(divide="ignore"):
            log_prob = np.maximum(np.log(probability[k]), NEVER)
        backoff = np.zeros(len(log_prob)) if k + 1 == order else np.log(weight[k + 1])
        levels.append(
            NgramLevel(context=level.context, word=level.word, log_prob=log_prob, backoff=backoff)
        )
    return NgramModel(words, levels)


class _Counts:
    """The n-grams of one length: how often, and which shorter one each ends with."""

    def __init__(
        self,
        context: IntArray,
        word: IntArray,
        counts: IntArray,
        suffix: IntArray,
        from_begin: NDArray[np.bool_],
    ) -> None:
        self.context, self.word, self.counts = context, word, counts
        self.suffix, self.from_begin = suffix, from_begin


def _count(
    sentences: Sequence[NDArray], size: int, begin: int, end: int, order: int
) -> list[_Counts]:
    lengths = np.array([len(s) + 2 for s in sentences])
    text = np.empty(int(lengths.sum()), np.int64)
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    text[starts] = begin
    text[starts + lengths - 1] = end
    inner = np.ones(len(text), bool)
    inner[starts] = inner[starts + lengths - 1] = False
    text[inner] = np.concatenate([np.asarray(s, np.int64) for s in sentences])
    if text.min() < 0 or text.max() >= size:
        raise SyrinxError("The text has numbers of words that the vocabulary lacks.")
    place = np.arange(len(text)) - np.repeat(starts, lengths)

    gram = text.copy()  # number of the n-gram that ends at each place
    levels = [
        _Counts(
            np.zeros(size, np.int64),
            np.arange(size),
            np.bincount(text, minlength=size),
            np.zeros(size, np.int64),
            np.arange(size) == begin,
        )
    ]
    for k in range(1, order):
        ends = np.flatnonzero(place >= k)
        keys = gram[ends - 1] * size + text[ends]
        unique, first, inverse, counts = np.unique(
            keys, return_index=True, return_inverse=True, return_counts=True
        )
        context, word = unique // size, unique % size
        levels.append(
            _Counts(context, word, counts, gram[ends[first]], levels[-1].from_begin[context].copy())
        )
        gram = gram.copy()
        gram[ends] = inverse
    return levels
