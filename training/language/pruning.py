"""Entropy pruning of n-gram models (Stolcke 1998), and what it needs: back-off weights anew."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.arpa import places
from syrinx.neural.runtime.decoding.ngram import NgramLevel, NgramModel, level_grams

FloatArray = NDArray[np.float64]
_LEAST = 1e-12


def shorter_log_probs(model: NgramModel, k: int) -> FloatArray:
    """What each n-gram of length ``k`` (from 2) would have by the levels below."""
    grams = level_grams(model.levels, k)
    lower = NgramModel(model.vocabulary, model.levels[: k - 1])
    state = np.zeros(len(grams), np.int64)
    for i in range(1, k - 1):
        _, state = lower.score(state, grams[:, i])
    return lower.score(state, grams[:, -1])[0]


def with_backoff(model: NgramModel) -> NgramModel:
    """The same n-grams with back-off weights by which the probabilities sum to one."""
    levels = list(model.levels)
    for k in range(2, model.order + 1):
        below = shorter_log_probs(NgramModel(model.vocabulary, levels[:k]), k)
        level = levels[k - 1]
        n = len(levels[k - 2])
        own = np.bincount(level.context, np.exp(level.log_prob), minlength=n)
        other = np.bincount(level.context, np.exp(below), minlength=n)
        weight = np.log(np.maximum(1 - own, _LEAST)) - np.log(np.maximum(1 - other, _LEAST))
        has = np.bincount(level.context, minlength=n) > 0
        down = levels[k - 2]
        levels[k - 2] = NgramLevel(
            context=down.context,
            word=down.word,
            log_prob=down.log_prob,
            backoff=np.where(has, weight, 0.0),
        )
    return NgramModel(model.vocabulary, levels)


def context_log_probs(model: NgramModel, k: int) -> FloatArray:
    """Log probability of each n-gram of length ``k`` as the words before some word.

    A leading ``<s>`` counts as one: a sentence begins with it for certain.
    """
    grams = level_grams(model.levels, k)
    total = np.zeros(len(grams))
    state = np.zeros(len(grams), np.int64)
    for i in range(k):
        log_p, after = model.score(state, grams[:, i])
        total += np.where((i == 0) & (grams[:, i] == model.begin), 0.0, log_p)
        state = after
    return total


def prune(model: NgramModel, threshold: float) -> NgramModel:
    """Leave out the n-grams whose loss raises the perplexity by less than a share of it.

    Parameters
    ----------
    threshold
        Relative growth of the perplexity that one n-gram is worth, e.g. 1e-7.
    """
    if threshold < 0:
        raise SyrinxError("The threshold of pruning must not be negative.")
    levels = list(model.levels)
    for k in range(model.order, 1, -1):
        current = NgramModel(model.vocabulary, levels)
        level = levels[k - 1]
        n = len(levels[k - 2])
        p, q = np.exp(level.log_prob), np.exp(shorter_log_probs(current, k))
        at = level.context
        num = np.maximum(1 - np.bincount(at, p, minlength=n), _LEAST)
        den = np.maximum(1 - np.bincount(at, q, minlength=n), _LEAST)
        old, new = np.log(num / den)[at], np.log((num[at] + p) / (den[at] + q))
        history = np.exp(context_log_probs(current, k - 1))[at]
        loss = -history * (p * (np.log(q) + new - np.log(p)) + num[at] * (new - old))
        keep = np.expm1(loss) >= threshold
        if k < model.order:
            keep |= np.bincount(levels[k].context, minlength=len(level)) > 0
        # A suffix must stay as long as a longer n-gram backs off to it.
        if k < model.order:
            for i in _suffixes(current, k + 1):
                keep[i] = True
        levels = _without(levels, k, keep)
    return with_backoff(NgramModel(model.vocabulary, levels))


def _suffixes(model: NgramModel, k: int) -> NDArray[np.int64]:
    """Places in level ``k - 1`` of the n-grams of length ``k`` without their first word."""
    grams = level_grams(model.levels, k)
    return np.unique(places(model.levels, grams[:, 1:], len(model.vocabulary)))


def _without(levels: list[NgramLevel], k: int, keep: NDArray[np.bool_]) -> list[NgramLevel]:
    """Drop n-grams of length ``k`` and renumber the contexts of the longer ones."""
    old = levels[k - 1]
    out = list(levels)
    out[k - 1] = NgramLevel(
        context=old.context[keep],
        word=old.word[keep],
        log_prob=old.log_prob[keep],
        backoff=old.backoff[keep],
    )
    if k < len(levels):
        number = np.cumsum(keep) - 1
        up = levels[k]
        out[k] = NgramLevel(
            context=number[up.context],
            word=up.word,
            log_prob=up.log_prob,
            backoff=up.backoff,
        )
    return out
