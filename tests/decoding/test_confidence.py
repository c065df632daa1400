"""Confidences: posteriors counted by hand, a regression that finds its own weights."""

from __future__ import annotations

import numpy as np
import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.confidence import (
    ConfidenceModel,
    calibration_error,
    fit_confidence,
    matches,
    word_features,
    word_posteriors,
)
from syrinx.neural.runtime.decoding.traces import Traces


def test_posteriors_are_shares_of_the_hypotheses() -> None:
    scores = np.log([0.5, 0.3, 0.2])
    hypotheses = [((1, 2, 3), scores[0]), ((1, 4, 3), scores[1]), ((2, 3), scores[2])]
    assert word_posteriors(hypotheses, scale=1.0) == pytest.approx([0.8, 0.7, 1.0])
    flat = word_posteriors(hypotheses, scale=1e9)
    assert flat == pytest.approx([2 / 3, 2 / 3, 1.0])


def test_places_match_with_the_fewest_edits() -> None:
    rng = np.random.default_rng(1)
    for _ in range(50):
        one, other = rng.integers(0, 4, 6).tolist(), rng.integers(0, 4, 7).tolist()
        pairs = matches(one, other)
        cost = sum(one[i] != other[j] for i, j in pairs) + 13 - 2 * len(pairs)
        table = np.zeros((7, 8), int)
        table[0], table[:, 0] = range(8), range(7)
        for i in range(1, 7):
            for j in range(1, 8):
                change = table[i - 1, j - 1] + (one[i - 1] != other[j - 1])
                table[i, j] = min(change, table[i - 1, j] + 1, table[i, j - 1] + 1)
        assert cost == table[6, 7]
        assert pairs == sorted(pairs)


def test_regression_finds_the_probabilities() -> None:
    rng = np.random.default_rng(2)
    x = np.column_stack([np.ones(20000), rng.normal(size=(20000, 3))])
    true = ConfidenceModel(weights=(0.5, 1.5, -0.7, 0.2))
    right = rng.random(20000) < true(x)
    found = fit_confidence(x, right, scale=2.0)
    assert found.weights == pytest.approx(true.weights, abs=0.1)
    assert found.scale == 2.0
    assert calibration_error(found(x), right) < 0.02
    assert calibration_error(np.full(20000, 0.99), right) > 0.2


def test_words_of_one_kind_cannot_be_fitted() -> None:
    with pytest.raises(SyrinxError, match="right and wrong"):
        fit_confidence(np.ones((5, 4)), np.ones(5, bool), scale=1.0)
    with pytest.raises(SyrinxError, match="does not fit"):
        ConfidenceModel(weights=(1.0,))


def test_features_grow_with_certainty() -> None:
    sure = word_features(0.99, np.log([0.9, 0.8]))
    unsure = word_features(0.3, np.log([0.9, 0.01]))
    assert all(a >= b for a, b in zip(sure, unsure, strict=True))
    model = ConfidenceModel()
    assert model(np.array([sure]))[0] > model(np.array([unsure]))[0]


def test_traces_give_every_way_best_first() -> None:
    """A lattice of two places with two words each: four ways in the order of their losses."""
    traces = Traces()
    a, b = traces.add(0, 1, 0, 1), traces.add(0, 2, 0, 1)
    traces.lost(a, b, 2.0)
    c, d = traces.add(a, 3, 2, 3), traces.add(a, 4, 2, 3)
    traces.lost(c, d, 0.5)
    ways = traces.best([(c, 10.0)], 10)
    assert ways == [((1, 3), 10.0), ((1, 4), 9.5), ((2, 3), 8.0), ((2, 4), 7.5)]
    assert traces.best([(c, 10.0), (d, 9.9)], 2) == [((1, 3), 10.0), ((1, 4), 9.9)]
    assert traces.add(a, 3, 7, 9) == c
    assert traces.common([c, d]) == a
    assert traces.common([c, b]) == 0
