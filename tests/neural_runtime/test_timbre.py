"""Mixtures of timbres: pure at the ends, in proportion between."""

from __future__ import annotations

import numpy as np
import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.retrieval import FrameBank
from syrinx.neural.runtime.timbre import Timbre, TimbreMix

SHAPES = {"film": (6,), "up_in": (5, 2), "up_out": (2, 7), "head_bias": (4,)}


def timbre(seed: int, *, adapted: bool = True, f0_hz: float | None = 100.0) -> Timbre:
    rng = np.random.default_rng(seed)
    adapter = {n: rng.standard_normal(s).astype(np.float16) for n, s in SHAPES.items()}
    return Timbre(
        embedding=rng.standard_normal(192).astype(np.float32),
        adapter=adapter if adapted else None,
        banks=((FrameBank(rng.standard_normal((20, 4))), 1.0),),
        f0_median_hz=f0_hz,
        f0_flutter=0.01 * seed,
    )


def written(mix: TimbreMix, *weights: float) -> dict[str, np.ndarray]:
    target = {name: np.full(shape, 9.0, np.float32) for name, shape in SHAPES.items()}
    mix.write_adapter(weights, target)
    return target


def test_a_weight_of_one_is_the_timbre_itself() -> None:
    first, second = timbre(1, f0_hz=100.0), timbre(2, f0_hz=200.0)
    mix = TimbreMix([first, second], SHAPES)
    for pure, weights in ((first, (1.0, 0.0)), (second, (0.0, 1.0))):
        np.testing.assert_array_equal(mix.embedding(weights), pure.embedding)
        for name, value in written(mix, *weights).items():
            np.testing.assert_array_equal(value, pure.adapter[name].astype(np.float32))
        assert mix.f0_median_hz(weights) == pure.f0_median_hz
        assert mix.f0_flutter(weights) == pure.f0_flutter
        assert mix.banks(weights) == pure.banks


def test_between_two_everything_is_in_proportion() -> None:
    first, second = timbre(1, f0_hz=100.0), timbre(2, f0_hz=200.0)
    mix = TimbreMix([first, second], SHAPES)
    weights = (0.75, 0.25)
    embedding = mix.embedding(weights)
    assert np.linalg.norm(embedding) == pytest.approx(1.0, abs=1e-6)
    assert embedding @ first.embedding > embedding @ second.embedding
    assert mix.f0_median_hz(weights) == pytest.approx(100.0 * 2**0.25)
    assert mix.f0_flutter(weights) == pytest.approx(0.0125)
    assert [share for _, share in mix.banks(weights)] == [0.75, 0.25]
    made = written(mix, *weights)
    for name in ("film", "head_bias"):
        expected = 0.75 * first.adapter[name] + 0.25 * second.adapter[name]
        np.testing.assert_allclose(made[name], expected, atol=2e-3)


def product(tensors: dict[str, np.ndarray]) -> np.ndarray:
    return np.asarray(tensors["up_in"], np.float64) @ np.asarray(tensors["up_out"], np.float64)


def test_low_rank_terms_are_never_crossed() -> None:
    first, second = timbre(1), timbre(2)
    mix = TimbreMix([first, second], SHAPES)
    own = [product(dict(t.adapter)) for t in (first, second)]
    for share, (which, factor) in {
        0.0: (0, 1.0), 0.25: (0, 0.5), 0.5: (0, 0.0), 0.6: (1, 0.2), 1.0: (1, 1.0),
    }.items():  # fmt: skip
        made = product(written(mix, 1.0 - share, share))
        np.testing.assert_allclose(made, factor * own[which], atol=1e-2)
    alone = TimbreMix([first, timbre(2, adapted=False)], SHAPES)
    np.testing.assert_allclose(product(written(alone, 0.25, 0.75)), 0.25 * own[0], atol=1e-2)


def test_it_changes_without_a_jump() -> None:
    mix = TimbreMix([timbre(1), timbre(2)], SHAPES)
    shares = np.linspace(0.0, 1.0, 201)
    made = [written(mix, 1.0 - s, s) for s in shares]
    products = np.array([product(tensors) for tensors in made])
    assert np.abs(np.diff(products, axis=0)).max() < 0.02 * np.abs(products).max()
    embeddings = np.array([mix.embedding((1.0 - s, s)) for s in shares])
    assert np.linalg.norm(np.diff(embeddings, axis=0), axis=1).max() < 0.02


def test_a_mixture_can_be_mixed_again() -> None:
    mix = TimbreMix([timbre(1), timbre(2)], SHAPES)
    weights = (0.3, 0.7)
    kept = mix.at(weights)
    again = TimbreMix([kept], SHAPES)
    np.testing.assert_allclose(again.embedding((1.0,)), mix.embedding(weights), atol=1e-6)
    made = written(again, 1.0)
    for name, value in written(mix, *weights).items():
        np.testing.assert_array_equal(made[name], value)
    bare = TimbreMix([timbre(3, adapted=False)], SHAPES)
    assert bare.at((1.0,)).adapter is None
    assert not any(value.any() for n, value in written(bare, 1.0).items() if n == "film")


def test_unknown_pitches_do_not_count_and_opposites_have_nothing_between() -> None:
    first, second = timbre(1, f0_hz=None), timbre(2, f0_hz=200.0)
    mix = TimbreMix([first, second], SHAPES)
    assert mix.f0_median_hz((1.0, 0.0)) is None
    assert mix.f0_median_hz((0.5, 0.5)) == 200.0
    across = Timbre(embedding=-first.embedding)
    opposite = TimbreMix([first, across], SHAPES)
    np.testing.assert_array_equal(opposite.embedding((0.5, 0.5)), first.embedding)


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(SyrinxError, match="adapter"):
        TimbreMix([timbre(1)], {"film": (6,)})
    with pytest.raises(SyrinxError, match="damaged"):
        Timbre(embedding=np.zeros(192, np.float32))
    with pytest.raises(SyrinxError, match="flutter"):
        Timbre(embedding=np.ones(192, np.float32), f0_flutter=0.5)
