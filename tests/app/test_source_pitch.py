"""The median pitch of speech, also over a hum."""

from __future__ import annotations

import numpy as np
import pytest

from syrinx.app.source_pitch import median_f0_hz


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
