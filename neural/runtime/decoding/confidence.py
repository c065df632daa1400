"""How sure a word is: its share among the best hypotheses and how well its sounds are heard.

Wessel et al. 2001: the posterior of a word is the summed probability of the hypotheses that have
it at its place. A logistic regression turns it, and the network's own doubt, into the probability
that the word is right; ADR 0072 says on what it was fitted.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError

FloatArray = NDArray[np.float64]
N_FEATURES = 4


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ConfidenceModel:
    """Weights of the logistic regression over `word_features`, the constant first.

    ``scale`` is what scores of hypotheses are divided by before they become probabilities: the
    scores of neighbouring frames are not independent.
    """

    weights: tuple[float, ...] = (-1.0, 0.6, 0.8, 0.15)
    scale: float = 3.0

    def __post_init__(self) -> None:
        if len(self.weights) != N_FEATURES or self.scale <= 0:
            raise SyrinxError("The model of confidences does not fit its features.")

    def __call__(self, features: FloatArray) -> FloatArray:
        """Probability ``(n,)`` that each word is right, of features ``(n, 4)``."""
        z = features @ np.asarray(self.weights)
        return np.asarray(1.0 / (1.0 + np.exp(-np.clip(z, -30, 30))), np.float64)


def word_posteriors(
    hypotheses: Sequence[tuple[Sequence[int], float]], *, scale: float
) -> FloatArray:
    """Share ``(n_words,)`` of the hypotheses that have each word of the first one at its place.

    Parameters
    ----------
    hypotheses
        Words and score, best first.
    scale
        Divides the scores.
    """
    best = list(hypotheses[0][0])
    scores = np.array([score for _, score in hypotheses])
    weights = np.exp((scores - scores.max()) / scale)
    weights /= weights.sum()
    out = np.zeros(len(best))
    for (words, _), weight in zip(hypotheses, weights, strict=True):
        for i, j in matches(best, list(words)):
            out[i] += weight if best[i] == words[j] else 0.0
    return np.minimum(out, 1.0)


def matches(one: Sequence[int], other: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs of places that an alignment with the fewest edits (Levenshtein) sets together."""
    n, m = len(one), len(other)
    cost = np.zeros((n + 1, m + 1), np.int64)
    cost[0], cost[:, 0] = np.arange(m + 1), np.arange(n + 1)
    right = np.asarray(other)
    for i in range(1, n + 1):
        step = np.minimum(cost[i - 1, :-1] + (right != one[i - 1]), cost[i - 1, 1:] + 1)
        row = np.concatenate([[i], step]) - np.arange(m + 1)
        cost[i] = np.minimum.accumulate(row) + np.arange(m + 1)
    pairs = []
    i, j = n, m
    while i and j:
        if cost[i, j] == cost[i - 1, j - 1] + (one[i - 1] != other[j - 1]):
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif cost[i, j] == cost[i - 1, j] + 1:
            i -= 1
        else:
            j -= 1
    return pairs[::-1]


def word_features(posterior: float, unit_log_probs: FloatArray) -> tuple[float, ...]:
    """Features of one word: 1, log odds of its posterior, mean and worst of its units.

    Parameters
    ----------
    posterior
        As of `word_posteriors`.
    unit_log_probs
        Of each of its units, at the frame where it is heard best.
    """
    p = min(max(posterior, 1e-3), 1 - 1e-3)
    heard = np.maximum(unit_log_probs, -8.0)
    if not heard.size:
        heard = np.full(1, -8.0)
    return 1.0, float(np.log(p / (1 - p))), float(heard.mean()), float(heard.min())


def fit_confidence(
    features: FloatArray, right: NDArray[np.bool_], *, scale: float, ridge: float = 1e-2
) -> ConfidenceModel:
    """Fit the weights to words known to be right or wrong (Newton's method).

    Raises
    ------
    SyrinxError
        If all words are right, or all wrong.
    """
    y = np.asarray(right, np.float64)
    if not 0 < y.sum() < len(y):
        raise SyrinxError("Confidences can be fitted to right and wrong words only.")
    w = np.zeros(N_FEATURES)
    penalty = ridge * np.diag([0.0] + [1.0] * (N_FEATURES - 1))
    for _ in range(50):
        p = 1.0 / (1.0 + np.exp(-np.clip(features @ w, -30, 30)))
        slope = features.T @ (p - y) + penalty @ w
        curve = (features * (p * (1 - p))[:, None]).T @ features + penalty + 1e-9 * np.eye(len(w))
        step = np.linalg.solve(curve, slope)
        w = w - step
        if np.abs(step).max() < 1e-8:
            break
    return ConfidenceModel(weights=tuple(w.tolist()), scale=scale)


def calibration_error(confidence: FloatArray, right: NDArray[np.bool_], *, bins: int = 10) -> float:
    """Mean distance between confidence and share of right words, over bins of confidence."""
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    total = 0.0
    for b in range(bins):
        here = place == b
        if here.any():
            total += abs(float(confidence[here].mean()) - float(right[here].mean())) * here.mean()
    return float(total)
