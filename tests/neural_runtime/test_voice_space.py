"""The file of the space of voices, and its geometry on a space made up here."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.voice_space import VoiceSpace, load_voice_space


def made_up(seed: int = 0) -> VoiceSpace:
    rng = np.random.default_rng(seed)
    directions = rng.standard_normal((192, 5)) * 0.025
    predictors = np.linalg.pinv(directions).T
    mean = rng.standard_normal(192)
    people = rng.standard_normal((30, 192))
    return VoiceSpace(
        mean=0.4 * mean / np.linalg.norm(mean),
        basis=rng.standard_normal((192, 20)) * 0.015,
        predictors=predictors,
        directions=directions,
        people=people / np.linalg.norm(people, axis=1, keepdims=True),
        limit=0.6,
        pitch_model=np.array([7.2, 0.4, -0.4, 0.3]),
        speaker_encoder="ab" * 32,
        notes={"commit": "abc"},
    )


def test_file_round_trip(tmp_path: Path) -> None:
    space = made_up()
    space.save(tmp_path / "space.npz")
    back = load_voice_space(tmp_path / "space.npz")
    for name, tolerance in (("mean", 1e-6), ("basis", 1e-4), ("directions", 1e-6)):
        assert np.allclose(getattr(back, name), getattr(space, name), atol=tolerance)
    assert np.allclose(back.people, space.people, atol=3e-3)
    assert np.allclose(np.linalg.norm(back.people, axis=1), 1.0)
    assert (back.limit, back.speaker_encoder, back.notes) == (0.6, "ab" * 32, {"commit": "abc"})


def test_moved_reaches_the_sliders_at_unit_length() -> None:
    space = made_up()
    start = space.draw(np.random.default_rng(1))
    wanted = np.array([0.3, -0.8, 0.1, 1.5, -1.0])
    point = space.moved(start, wanted)
    assert np.linalg.norm(point) == pytest.approx(1.0)
    assert np.allclose(space.sliders_of(point), wanted, atol=1e-2)


def test_moved_goes_along_the_directions_only() -> None:
    space = made_up()
    start = space.draw(np.random.default_rng(1))
    point = space.moved(start, np.zeros(5))
    plane = np.column_stack([start, space.directions])
    rest = point - plane @ np.linalg.lstsq(plane, point, rcond=None)[0]
    assert np.linalg.norm(rest) < 1e-9


def test_draws_have_the_covariance_of_the_basis() -> None:
    space = made_up()
    rng = np.random.default_rng(2)
    drawn = np.stack([space.draw(rng, spread=1.0) for _ in range(4000)]) - space.mean
    along = np.linalg.pinv(space.basis) @ drawn.T
    spread = np.cov(along)
    # A normal distribution cut at two deviations has a variance of 0.774.
    assert np.allclose(np.diag(spread), 0.774, atol=0.06)
    assert np.abs(spread - np.diag(np.diag(spread))).max() < 0.07
    assert np.abs(along).max() <= 2.0 + 1e-9


def test_nearest_finds_the_person() -> None:
    space = made_up()
    assert space.nearest(space.people[7]) == pytest.approx(1.0)
    assert space.nearest(-space.people[7]) < 0.5


@pytest.mark.parametrize("cut", [0, 10, 500, -20])
def test_a_cut_file_is_one_sentence(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "space.npz"
    made_up().save(path)
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(SyrinxError, match="damaged"):
        load_voice_space(path)


def test_an_altered_file_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "space.npz"
    made_up().save(path)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(bytes(content))
    with pytest.raises(SyrinxError, match="damaged"):
        load_voice_space(path)


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SyrinxError, match="No such file"):
        load_voice_space(tmp_path / "space.npz")


def test_parts_must_fit() -> None:
    space = made_up()
    with pytest.raises(SyrinxError, match="its mean"):
        replace(space, mean=np.zeros(7))
    with pytest.raises(SyrinxError, match="its directions"):
        replace(space, directions=np.full((192, 5), np.nan))
    with pytest.raises(SyrinxError, match="its limit"):
        replace(space, limit=1.5)
    with pytest.raises(SyrinxError, match="192 finite numbers"):
        space.sliders_of(np.zeros(192))
