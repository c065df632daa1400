"""What a text costs, against every path there is."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syrinx.neural.runtime.text_cost import ANYTHING, TextCost, text_cost


def random_log_probs(frames: int, units: int, seed: int) -> np.ndarray:
    scores = 2 * np.random.default_rng(seed).standard_normal((frames, units))
    return scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))


def collapse(path: tuple[int, ...]) -> tuple[int, ...]:
    """Merge what stands twice, then take the blanks away: what a CTC path says."""
    return tuple(unit for unit, _ in itertools.groupby(path) if unit != 0)


def by_hand(log_probs: np.ndarray, sounds: list[int]) -> float | None:
    """The cheapest of all paths that say ``sounds``."""
    frames, units = log_probs.shape
    free = log_probs.max(axis=1).sum()
    costs = [
        free - sum(log_probs[t, unit] for t, unit in enumerate(path))
        for path in itertools.product(range(units), repeat=frames)
        if collapse(path) == tuple(sounds)
    ]
    return min(costs) if costs else None


@settings(max_examples=40, deadline=None)
@given(
    st.integers(2, 6), st.lists(st.integers(1, 3), min_size=1, max_size=4), st.integers(0, 10_000)
)
def test_it_is_the_cheapest_of_all_paths(frames: int, sounds: list[int], seed: int) -> None:
    log_probs = random_log_probs(frames, 4, seed)
    wanted = by_hand(log_probs, sounds)
    found = text_cost(log_probs, sounds)
    if wanted is None:
        assert found is None
        return
    assert found is not None
    assert len(found.costs) == len(sounds)
    assert (found.costs >= 0).all()
    assert found.costs.sum() == pytest.approx(wanted)


def spoken(sounds: list[int], units: int = 6, sure: float = 0.9) -> np.ndarray:
    """Frames in which the sounds are heard: three of each, two blanks between."""
    said = [unit for sound in sounds for unit in (sound, sound, sound, 0, 0)]
    probs = np.full((len(said), units), (1 - sure) / (units - 1))
    probs[np.arange(len(said)), said] = sure
    return np.log(probs)


def test_what_was_said_costs_nothing_and_other_things_do() -> None:
    said = [1, 2, 3, 3, 4, 5]
    log_probs = spoken(said)
    right = text_cost(log_probs, said)
    assert right is not None
    assert right.mean == pytest.approx(0)
    other = text_cost(log_probs, [5, 4, 1, 2, 2, 1])
    assert other is not None
    assert other.mean > 3
    # A wrong end is found at the end.
    half = text_cost(log_probs, [1, 2, 3, 5, 1, 2])
    assert half is not None
    assert half.costs[:2].max() == pytest.approx(0)
    runs = [half.costs[i : i + 3].mean() for i in range(4)]
    assert half.worst(3) == pytest.approx(max(runs))
    assert half.worst(3) > half.mean
    assert half.worst(50) == pytest.approx(half.mean)


def test_anything_goes_where_the_sounds_are_not_known() -> None:
    log_probs = spoken([1, 2, 5, 4, 5, 3, 1])
    found = text_cost(log_probs, [1, 2, ANYTHING, 3, 1])
    assert found is not None
    assert len(found.costs) == 4
    assert found.mean == pytest.approx(0)
    wrong = text_cost(log_probs, [1, 3, ANYTHING, 2, 1])
    assert wrong is not None
    assert wrong.mean > 1
    ends = text_cost(log_probs, [ANYTHING, 5, 4, 5, ANYTHING])
    assert ends is not None
    assert ends.mean == pytest.approx(0)


def test_what_cannot_be_said() -> None:
    log_probs = spoken([1, 2])
    assert text_cost(log_probs, [ANYTHING]) is None
    assert text_cost(log_probs, []) is None
    assert text_cost(log_probs, [1] * 50) is None
    assert text_cost(log_probs[:0], [1]) is None
    assert TextCost(costs=np.array([1.0, 3.0])).mean == 2.0
