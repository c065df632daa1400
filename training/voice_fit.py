"""The statistics behind the sliders of invented voices: plain numpy, no speech.

Everything works on speakers within their corpus (means of corpora removed), so that what a
corpus was recorded with is no property of voices.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SliderFit:
    """How well an attribute is told by embeddings of speakers that the fit has not seen.

    ``r2`` is the share of the variance within corpora, ``slope`` what remains of a difference in
    the estimate, ``speakers`` how many there were.
    """

    r2: float
    correlation: float
    slope: float
    speakers: int


def within(values: NDArray, groups: NDArray) -> FloatArray:
    """Remove each group's mean over its known (finite) values."""
    out = np.array(values, np.float64)
    for group in np.unique(groups):
        rows = groups == group
        known = out[rows][np.isfinite(out[rows]).reshape(int(rows.sum()), -1).all(1)]
        if len(known):
            out[rows] -= known.mean(axis=0)
    return out


def standardised(values: NDArray, groups: NDArray) -> FloatArray:
    """Within groups, and of unit deviation."""
    centred = within(values, groups)
    return np.asarray(centred / np.nanstd(centred))


def residual(values: NDArray, others: Sequence[NDArray]) -> FloatArray:
    """What a least-squares fit by ``others`` leaves of ``values`` (unknown others count as 0)."""
    design = np.nan_to_num(np.stack(others, axis=1))
    known = np.isfinite(values)
    weights = np.linalg.lstsq(design[known], values[known], rcond=None)[0]
    return np.asarray(values - design @ weights)


def first_component(columns: NDArray) -> FloatArray:
    """Unit-deviation first principal component of standardised columns, signed like their sum."""
    scaled = columns / columns.std(axis=0)
    _, vectors = np.linalg.eigh(np.cov(scaled.T))
    weights = vectors[:, -1] * np.sign(vectors[:, -1].sum())
    found = scaled @ weights
    return np.asarray(found / found.std())


def two_groups(values: NDArray, start: tuple[float, float], *, rounds: int = 300) -> FloatArray:
    """Chance of belonging to the upper of two Gaussians fitted to ``values`` (EM): ``(n,)``."""
    means, deviations, shares = np.array(start, float), np.full(2, 0.2), np.full(2, 0.5)
    chances = np.zeros((len(values), 2))
    for _ in range(rounds):
        density = np.exp(-0.5 * ((values[:, None] - means) / deviations) ** 2)
        chances = shares / deviations * density + 1e-12
        chances /= chances.sum(axis=1, keepdims=True)
        amount = chances.sum(axis=0)
        means = (chances * values[:, None]).sum(axis=0) / amount
        spread = (chances * (values[:, None] - means) ** 2).sum(axis=0) / amount
        deviations, shares = np.sqrt(spread) + 1e-3, amount / amount.sum()
    return np.asarray(chances[:, 1])


def ridge(
    embeddings: FloatArray,
    values: FloatArray,
    *,
    penalty: float,
    nuisances: FloatArray,
    immunity: float,
) -> FloatArray:
    """Weights ``(d,)`` that estimate ``values`` and do not answer to ``nuisances (m, d)``.

    A nuisance is a way embeddings move with the voice unchanged; ``immunity`` is how many
    speakers' worth of evidence each one has that the value stays.
    """
    known = np.isfinite(values)
    rows = embeddings[known]
    matrix = rows.T @ rows + penalty * np.eye(rows.shape[1])
    matrix += immunity * nuisances.T @ nuisances
    return np.asarray(np.linalg.solve(matrix, rows.T @ values[known]))


def held_out(
    embeddings: FloatArray,
    values: FloatArray,
    *,
    penalty: float,
    nuisances: FloatArray,
    immunity: float,
    folds: int = 5,
    seed: int = 0,
) -> tuple[FloatArray, SliderFit]:
    """Estimate every speaker by a fit without them; return the estimates and how good they are."""
    order = np.random.default_rng(seed).permutation(len(values))
    estimate = np.zeros(len(values))
    for fold in range(folds):
        out = np.zeros(len(values), bool)
        out[order[fold::folds]] = True
        hidden = np.where(out, np.nan, values)
        weights = ridge(embeddings, hidden, penalty=penalty, nuisances=nuisances, immunity=immunity)
        estimate[out] = embeddings[out] @ weights
    known = np.isfinite(values)
    true, found = values[known], estimate[known]
    spread = true - true.mean()
    return estimate, SliderFit(
        r2=float(1 - np.sum((found - true) ** 2) / np.sum(spread**2)),
        correlation=float(np.corrcoef(found, true)[0, 1]),
        slope=float(spread @ found / (spread @ spread)),
        speakers=int(known.sum()),
    )


def likeliest_directions(
    covariance: FloatArray, predictors: FloatArray, nuisances: FloatArray
) -> FloatArray:
    """The directions ``(d, k)`` along which one estimate changes by one and no other does.

    Of all vectors that do so they are the likeliest under the covariance of speakers (shortest
    in Mahalanobis' sense), which keeps them among real voices: the pattern that belongs to a
    filter (Haufe et al. 2014), made orthogonal to the other filters. They have no part that
    looks like a ``nuisance (m, d)`` either, by its matched filter.
    """
    size = len(covariance)
    trace = np.trace(covariance) / size
    firm = covariance + 0.02 * trace * np.eye(size)
    matched = np.linalg.solve(firm, nuisances.T)
    matched /= np.sqrt(np.einsum("dk,de,ek->k", matched, firm, matched))
    filters = np.concatenate([predictors, matched], axis=1)
    pattern = covariance @ filters
    gram = filters.T @ pattern
    return np.asarray((pattern @ np.linalg.pinv(gram, rcond=1e-6))[:, : predictors.shape[1]])


def low_rank(covariance: FloatArray, *, share: float = 0.98) -> FloatArray:
    """Return ``L (d, n)`` with ``L @ L.T`` near ``covariance``, of the fewest columns."""
    values, vectors = np.linalg.eigh(covariance)
    values, vectors = values[::-1].clip(0), vectors[:, ::-1]
    count = int(np.searchsorted(np.cumsum(values) / values.sum(), share)) + 1
    return np.asarray(vectors[:, :count] * np.sqrt(values[:count]))


def clusters(embeddings: FloatArray, *, alike: float) -> FloatArray:
    """Unit-length means of embeddings of untold speakers, joined while closer than ``alike``.

    Greedy, by average linkage: fine for some hundred utterances.
    """
    means = [row / np.linalg.norm(row) for row in embeddings]
    sums, counts = list(means), [1] * len(means)
    while len(means) > 1:
        stack = np.stack(means)
        cosine = stack @ stack.T
        np.fill_diagonal(cosine, -1.0)
        one, other = np.unravel_index(int(np.argmax(cosine)), cosine.shape)
        if cosine[one, other] < alike:
            break
        sums[one] = sums[one] + sums[other]
        counts[one] += counts[other]
        means[one] = sums[one] / np.linalg.norm(sums[one])
        for column in (means, sums, counts):
            del column[other]
    return np.stack(means)
