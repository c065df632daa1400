"""The automatic level: loudness by an independent meter, pauses, limits."""

from __future__ import annotations

import numpy as np
import pytest

from syrinx.dsp.auto_level import AutoLevel
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.filters import SosFilter
from syrinx.dsp.loudness_weight import OFFSET_DB, loudness_weight
from tests.contracts.processor_contract import assert_processor_contract
from tests.dsp.signals import sentence

RATES = [8000, 22257, 44100, 48000, 192000]
RATE = 16000
LISTED = (  # ITU-R BS.1770-4, tables 1 and 2, at 48 kHz
    (1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585),
    (1.0, -2.0, 1.0, -1.99004745483398, 0.99007225036621),
)


def integrated_lufs(audio: np.ndarray, rate: int) -> float:
    """BS.1770-4 with its two gates, by the textbook."""
    weighted = SosFilter(loudness_weight(rate), sample_rate=rate).process(audio.astype("f4"))
    size, step = round(0.4 * rate), round(0.1 * rate)
    starts = range(0, len(weighted) - size + 1, step)
    powers = np.array([(weighted[s : s + size].astype(float) ** 2).mean() for s in starts])
    powers = powers[OFFSET_DB + 10 * np.log10(powers + 1e-20) > -70]
    gate = OFFSET_DB + 10 * np.log10(powers.mean()) - 10
    powers = powers[OFFSET_DB + 10 * np.log10(powers) > gate]
    return float(OFFSET_DB + 10 * np.log10(powers.mean()))


def speech(seconds: float, gain_db: float = 0.0, seed: int = 0) -> np.ndarray:
    audio = np.concatenate([sentence(RATE, seconds=3.0, seed=seed + k) for k in range(99)])
    return (audio[: round(seconds * RATE)] * 10 ** (gain_db / 20)).astype(np.float32)


def test_the_weighting_is_that_of_the_standard() -> None:
    for made, listed in zip(loudness_weight(48000), LISTED, strict=True):
        found = (made.b0, made.b1, made.b2, made.a1, made.a2)
        assert found == pytest.approx(listed, abs=2e-5)
    time = np.arange(48000 * 2) / 48000
    tone = np.sin(2 * np.pi * 997 * time).astype(np.float32)
    assert integrated_lufs(tone, 48000) == pytest.approx(-3.01, abs=0.03)


@pytest.mark.parametrize("rate", RATES)
def test_contract(rate: int) -> None:
    assert_processor_contract(lambda: AutoLevel(sample_rate=rate))


@pytest.mark.parametrize("gain_db", [-24.0, -12.0, 0.0, 12.0])
@pytest.mark.parametrize("target", [-23.0, -18.0])
def test_speech_of_any_level_gets_the_target_loudness(gain_db: float, target: float) -> None:
    stage = AutoLevel(sample_rate=RATE, target_lufs=target, max_boost_db=40.0)
    audio = speech(45.0, gain_db)
    out = stage.process(audio)
    assert integrated_lufs(out[30 * RATE :], RATE) == pytest.approx(target, abs=1.5)
    assert stage.speech_lufs == pytest.approx(integrated_lufs(audio[30 * RATE :], RATE), abs=1.5)


def test_pauses_are_not_pumped_up() -> None:
    rng = np.random.default_rng(0)
    stage = AutoLevel(sample_rate=RATE)
    stage.process(speech(20.0, -12.0) + 0.0005 * rng.standard_normal(20 * RATE).astype("f4"))
    before = stage.gain_db
    assert before > 3.0
    noise = (0.0005 * rng.standard_normal(60 * RATE)).astype(np.float32)
    stage.process(noise[: RATE // 2])  # the hang-over of the last word
    held = stage.gain_db
    out = stage.process(noise[RATE // 2 :])
    assert stage.gain_db == held
    assert held == pytest.approx(before, abs=1.0)
    # The background leaves with one gain from beginning to end.
    assert np.allclose(out, noise[RATE // 2 :] * 10 ** (held / 20), rtol=1e-5)


def test_a_fan_that_starts_is_no_speech() -> None:
    rng = np.random.default_rng(0)
    stage = AutoLevel(sample_rate=RATE)
    stage.process(speech(20.0, -6.0))
    before = stage.gain_db
    stage.process((0.02 * rng.standard_normal(30 * RATE)).astype(np.float32))
    assert stage.gain_db == pytest.approx(before, abs=3.0)


def test_somebody_far_behind_is_not_brought_forward_at_once() -> None:
    stage = AutoLevel(sample_rate=RATE)
    stage.process(speech(20.0))
    before = stage.gain_db
    stage.process(speech(4.0, -30.0, seed=5))
    assert stage.gain_db == pytest.approx(before, abs=0.5)
    stage.process(speech(30.0, -30.0, seed=9))
    assert stage.gain_db > before + 6.0  # but who stays there is


def test_limits_and_slopes() -> None:
    stage = AutoLevel(sample_rate=RATE, max_boost_db=6.0, max_cut_db=3.0)
    readings = []
    for block in speech(40.0, -40.0)[: 40 * RATE].reshape(-1, RATE // 100):
        stage.process(block)
        readings.append(stage.gain_db)
    assert max(readings) == pytest.approx(6.0)
    assert np.diff(readings).max() <= 8.0 / 100 + 1e-9
    loud = AutoLevel(sample_rate=RATE, max_boost_db=6.0, max_cut_db=3.0)
    loud.process(speech(20.0, 18.0))
    assert loud.gain_db == pytest.approx(-3.0)
    with pytest.raises(SyrinxError, match="negative"):
        AutoLevel(sample_rate=RATE, max_boost_db=-1.0)


def test_nothing_is_known_before_anybody_speaks() -> None:
    stage = AutoLevel(sample_rate=RATE)
    silence = np.zeros(RATE, np.float32)
    assert stage.speech_lufs is None
    assert np.array_equal(stage.process(silence), silence)
    assert stage.gain_db == 0.0
