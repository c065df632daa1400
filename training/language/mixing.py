"""Linear interpolation of n-gram models into one, with weights fitted on held-out text."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.ngram import NEVER, NgramLevel, NgramModel, level_grams
from syrinx.training.language.pruning import with_backoff

FloatArray = NDArray[np.float64]


def fit_weights(
    models: Sequence[NgramModel], sentences: Sequence[NDArray], *, rounds: int = 60
) -> FloatArray:
    """Weights of the mixture that expects ``sentences`` best (EM, Jelinek and Mercer 1980).

    Unknown words are left out: models that give them much would win by it.
    """
    _check(models)
    known = np.concatenate([np.append(s != models[0].unknown, True) for s in sentences])
    rows = [np.concatenate(model.sentences(sentences)) for model in models]
    p = np.exp(np.stack(rows)[:, known])
    weights = np.full(len(models), 1.0 / len(models))
    for _ in range(rounds):
        share = weights[:, None] * p
        share /= share.sum(axis=0)
        weights = share.mean(axis=1)
    return weights


def mix(models: Sequence[NgramModel], weights: Sequence[float] | FloatArray) -> NgramModel:
    """One back-off model with the n-grams of all and the mixed probability of each.

    Where an n-gram is in none of them, the result backs off: it is close to the mixture there,
    not equal to it.
    """
    _check(models)
    share = np.asarray(weights, np.float64)
    if share.shape != (len(models),) or np.any(share < 0) or abs(share.sum() - 1) > 1e-6:
        raise SyrinxError("The weights of a mixture must be one per model and sum to one.")
    size = len(models[0].vocabulary)
    levels: list[NgramLevel] = []
    contexts: list[NDArray[np.int64]] = []
    for k in range(1, max(m.order for m in models) + 1):
        grams = np.concatenate([level_grams(m.levels, k) for m in models if m.order >= k])
        if k == 1:
            context, word = np.zeros(size, np.int64), np.arange(size)
            rows = word[:, None]
        else:
            # Contexts are in the level below: every n-gram's shorter form is in its own model.
            at = _lookup(contexts[-1], grams[:, :-1])
            keys = np.unique(at * size + grams[:, -1])
            context, word = keys // size, keys % size
            rows = np.column_stack([contexts[-1][context], word])
        log_prob = _mixed(models, share, rows)
        levels.append(
            NgramLevel(context=context, word=word, log_prob=log_prob, backoff=np.zeros(len(word)))
        )
        contexts.append(rows)
    return with_backoff(NgramModel(models[0].vocabulary, levels))


def _lookup(table: NDArray[np.int64], rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """Place of each row in a table sorted by its columns."""
    both = np.concatenate([table, rows])
    _, inverse = np.unique(both, axis=0, return_inverse=True)
    inverse = inverse.reshape(-1)
    place = np.empty(inverse.max() + 1, np.int64)
    place[inverse[: len(table)]] = np.arange(len(table))
    return place[inverse[len(table) :]]


def _mixed(models: Sequence[NgramModel], weights: FloatArray, rows: NDArray) -> FloatArray:
    total = np.full(len(rows), -np.inf)
    for model, weight in zip(models, weights, strict=True):
        if weight <= 0:
            continue
        state = np.zeros(len(rows), np.int64)
        for i in range(rows.shape[1] - 1):
            _, state = model.score(state, rows[:, i])
        total = np.logaddexp(total, np.log(weight) + model.score(state, rows[:, -1])[0])
    return np.maximum(total, NEVER)


def _check(models: Sequence[NgramModel]) -> None:
    if not models or any(m.vocabulary != models[0].vocabulary for m in models):
        raise SyrinxError("Only models over the same vocabulary can be mixed.")
