"""The gate that voice activity drives."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.voice_gate import VoiceActivityGate

RATE = 16_000


class Told:
    """A source that says what it is told."""

    def __init__(self) -> None:
        self.activity = np.zeros(0, np.float32)


def gated(activity: np.ndarray, audio: np.ndarray, *, cuts=(), **settings_) -> np.ndarray:
    source = Told()
    gate = VoiceActivityGate(source, sample_rate=RATE, **settings_)
    out = []
    edges = [0, *sorted(cuts), len(audio)]
    for start, stop in pairwise(edges):
        source.activity = activity[start:stop].astype(np.float32)
        out.append(gate.process(audio[start:stop].astype(np.float32)))
    return np.concatenate(out)


def spoken(first_s: float, last_s: float, seconds: float = 1.0) -> np.ndarray:
    time = np.arange(int(seconds * RATE)) / RATE
    return ((time >= first_s) & (time < last_s)).astype(np.float32)


def test_it_is_shut_then_open_then_shut() -> None:
    activity = spoken(0.3, 0.4)
    out = gated(activity, np.ones(RATE), look_back_ms=8.0, hold_ms=100.0, release_ms=20.0)
    late = int(0.008 * RATE)
    heard = 20 * np.log10(np.maximum(out[late:], 1e-9))
    at = lambda second: heard[int(second * RATE)]  # noqa: E731
    assert at(0.2) == pytest.approx(-80.0, abs=0.1)
    assert at(0.3) == pytest.approx(0.0, abs=1e-6)  # the look-back is longer than the opening
    assert at(0.48) == pytest.approx(0.0, abs=1e-6)  # held
    assert at(0.9) < -60.0


def test_what_came_just_before_the_decision_passes_whole() -> None:
    """Everything from ``look_back - OPEN_MS - 2 ms`` before the decision on has full gain."""
    for at in (0.3, 0.30037, 0.31411):
        activity = spoken(at, 0.6)
        out = gated(activity, np.ones(RATE), look_back_ms=10.0)
        first = int((at - 0.004) * RATE)
        assert out[first + int(0.010 * RATE)] == pytest.approx(1.0, abs=1e-6)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, RATE - 1), max_size=12), st.integers(0, 10_000))
def test_the_split_does_not_matter(cuts: list[int], seed: int) -> None:
    rng = np.random.default_rng(seed)
    audio = rng.uniform(-1, 1, RATE)
    activity = np.repeat(rng.uniform(0, 1, 200), 80) ** 3
    whole = gated(activity, audio)
    assert np.allclose(gated(activity, audio, cuts=set(cuts)), whole, atol=1e-7)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.floats(0.05, 1.0))
def test_speech_is_never_louder_and_never_lost(seed: int, threshold: float) -> None:
    """The gain is in [floor, 1], and 1 wherever activity has been high for long enough."""
    rng = np.random.default_rng(seed)
    activity = np.repeat(rng.uniform(0, 1, 200), 80).astype(np.float32)
    out = gated(activity, np.ones(RATE), threshold=threshold, look_back_ms=6.0, floor_db=-30.0)
    gain = out[int(0.006 * RATE) :]
    assert gain.max() <= 1.0 + 1e-6
    assert gain.min() >= 10 ** (-30 / 20) - 1e-6
    for at in np.flatnonzero(activity >= threshold):
        if at < len(gain):
            assert gain[at] == pytest.approx(1.0, abs=1e-5) or at < int(0.006 * RATE)


def test_it_closes_a_little_below_where_it_opens() -> None:
    """Activity just under the threshold keeps it open, but does not open it."""
    activity = np.concatenate([np.full(4000, 0.45), np.full(4000, 0.6), np.full(8000, 0.45)])
    out = gated(activity, np.ones(RATE), threshold=0.5)
    assert out[:4000].max() < 1e-3
    assert out[-1] == pytest.approx(1.0, abs=1e-6)
    activity[8000:] = 0.35
    assert gated(activity, np.ones(RATE), threshold=0.5)[-1] < 0.1


def test_it_can_stay_open_and_refuses_nonsense() -> None:
    audio = np.random.default_rng(0).uniform(-1, 1, RATE)
    out = gated(np.zeros(RATE), audio, threshold=None, look_back_ms=4.0)
    assert np.allclose(out[64:], audio[:-64], atol=1e-6)
    source = Told()
    with pytest.raises(SyrinxError, match="look-back"):
        VoiceActivityGate(source, sample_rate=RATE, look_back_ms=0.5)
    with pytest.raises(SyrinxError, match="probability"):
        VoiceActivityGate(source, sample_rate=RATE, threshold=0.0)
    gate = VoiceActivityGate(source, sample_rate=RATE)
    with pytest.raises(SyrinxError, match="right behind"):
        gate.process(np.zeros(10, np.float32))
    gate.reset()
    assert not gate.is_open
