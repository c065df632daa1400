"""The delay: its sum, and its measurement against delays that are known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syrinx.app.engine.latency import (
    LatencyReport,
    chirp,
    find_delay,
    find_envelope_delay,
)
from syrinx.dsp.errors import SyrinxError

RATE = 48000


def test_the_total_is_the_sum_of_the_parts() -> None:
    report = LatencyReport(
        input_ms=1.0, buffer_ms=2.0, output_ms=4.0, chain_parts=(("gate", 8.0), ("voice", 16.0))
    )
    assert report.total_ms == 31.0 == sum(ms for _, ms in report.parts)
    assert [name for name, _ in report.parts] == [
        "input device",
        "buffer",
        "gate",
        "voice",
        "output device",
    ]
    assert report.to_json()["total_ms"] == 31.0


@settings(max_examples=25, deadline=None)
@given(
    delay=st.integers(0, 20_000),
    gain=st.floats(0.01, 2.0, allow_subnormal=False),
    seed=st.integers(0, 1000),
)
def test_a_known_delay_is_found_to_the_sample(delay: int, gain: float, seed: int) -> None:
    sent = np.concatenate((chirp(RATE), np.zeros(24_000, np.float32)))
    heard = gain * np.concatenate((np.zeros(delay, np.float32), sent))[: len(sent)]
    heard += 0.02 * gain * np.random.default_rng(seed).standard_normal(len(heard))
    found = find_delay(sent, heard.astype(np.float32))
    assert found.samples == pytest.approx(delay, abs=0.2)
    assert found.confidence > 2


def test_half_a_sample_is_seen() -> None:
    sent = chirp(RATE)
    spectrum = np.fft.rfft(sent, 1 << 15)
    turned = spectrum * np.exp(-2j * np.pi * np.fft.rfftfreq(1 << 15) * 100.5)
    assert find_delay(sent, np.fft.irfft(turned)).samples == pytest.approx(100.5, abs=0.05)


def test_noise_alone_has_no_confidence(rng: np.random.Generator) -> None:
    heard = rng.standard_normal(48_000).astype(np.float32)
    assert find_delay(chirp(RATE), heard).confidence < 2


def test_silence_is_an_error() -> None:
    with pytest.raises(SyrinxError, match="silent"):
        find_delay(chirp(RATE), np.zeros(100, np.float32))


def test_the_envelope_is_enough_for_another_wave_form(rng: np.random.Generator) -> None:
    sent = np.zeros(2 * RATE, np.float32)
    other = np.zeros_like(sent)
    for at in (3_000, 14_000, 31_000, 57_000):
        sent[at : at + 4000] = np.sin(np.arange(4000) * 0.05)
        other[at + 777 : at + 4777] = np.sin(np.arange(4000) * 0.031 + 1)
    assert find_envelope_delay(sent, other, RATE).samples == pytest.approx(777, abs=48)
