"""The median pitch of speech, also over a hum."""

from __future__ import annotations

import numpy as np
import pytest

from syrinx.app.source_pitch import median_f0_hz, target_f0_hz
from syrinx.app.voice_model import Voice
from syrinx.app.voices import effect_voices


def buzz(hz: float, seconds: float, level: float) -> np.ndarray:
    time = np.arange(round(16_000 * seconds)) / 16_000
    tone = sum(np.sin(2 * np.pi * hz * k * time) / k for k in range(1, 9))
    return (level * tone).astype(np.float32)


def test_the_median_is_that_of_the_voice_and_not_of_the_hum_in_its_pauses() -> None:
    pause, voice = buzz(70.0, 2.0, 0.01), buzz(180.0, 1.0, 0.1)
    hummed = np.concatenate([pause, voice, pause, voice, pause])
    assert median_f0_hz([hummed]) == pytest.approx(180.0, rel=0.02)
    assert median_f0_hz([pause, voice, pause]) == pytest.approx(180.0, rel=0.02)
    assert median_f0_hz([pause]) == pytest.approx(70.0, rel=0.02)  # nobody else is there


def test_silence_and_noise_have_none() -> None:
    assert median_f0_hz([]) is None
    assert median_f0_hz([np.zeros(16_000, np.float32)]) is None


def test_between_two_voices_the_target_is_in_proportion() -> None:
    low, high = (_voice(hz) for hz in (100.0, 200.0))
    unknown = _voice(None)
    assert target_f0_hz(low) == 100.0
    assert target_f0_hz(low, high, 0.0) == 100.0
    assert target_f0_hz(low, high, 0.5) == pytest.approx(100.0 * 2**0.5)
    assert target_f0_hz(low, high, 1.0) == 200.0
    assert target_f0_hz(low, unknown, 0.5) == 100.0
    assert target_f0_hz(unknown, high, 0.5) == 200.0
    assert target_f0_hz(unknown, high, 0.0) is None
    assert target_f0_hz(None) is None
    assert target_f0_hz(next(iter(effect_voices())), high, 0.5) is None


def _voice(f0_median_hz: float | None) -> Voice:
    embedding = np.zeros(192, np.float32)
    embedding[0] = 1.0
    return Voice(
        id="a", name="A", kind="neural", f0_median_hz=f0_median_hz, speaker_embedding=embedding
    )
