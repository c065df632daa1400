"""Resampling between two clocks, against the closed form of a tone."""

from __future__ import annotations

import numpy as np
import pytest

from syrinx.dsp.drift import MAX_DRIFT, DriftResampler


def tone(hz: float, rate: float, count: int, start: float = 0.0) -> np.ndarray:
    return (0.5 * np.sin(2 * np.pi * hz * (np.arange(count) + start) / rate)).astype(np.float32)


def in_pieces(resampler: DriftResampler, audio: np.ndarray, sizes: list[int]) -> np.ndarray:
    parts, at = [], 0
    while at < len(audio):
        size = sizes[len(parts) % len(sizes)]
        parts.append(resampler.process(audio[at : at + size]))
        at += size
    return np.concatenate(parts)


@pytest.mark.parametrize(("rate_in", "rate_out"), [(48000, 48000), (48000, 44100), (44100, 96000)])
@pytest.mark.parametrize("drift", [0.0, 3e-4, -2e-3])
def test_a_tone_comes_out_where_it_belongs(rate_in: int, rate_out: int, drift: float) -> None:
    resampler = DriftResampler(rate_in, rate_out)
    resampler.drift = drift
    heard = in_pieces(resampler, tone(997.0, rate_in, rate_in), [128, 1, 480, 37])
    times = np.arange(len(heard)) * (1 + drift) * rate_in / rate_out - resampler.latency_in
    wanted = 0.5 * np.sin(2 * np.pi * 997.0 * times / rate_in)
    steady = slice(rate_out // 10, None)
    assert np.abs(heard[steady] - wanted[steady]).max() < 5e-4


def test_the_split_makes_no_difference() -> None:
    audio = np.random.default_rng(0).standard_normal(5000).astype(np.float32)
    whole, split = DriftResampler(48000, 44100), DriftResampler(48000, 44100)
    whole.drift = split.drift = 1e-4
    first = whole.process(audio)
    np.testing.assert_allclose(in_pieces(split, audio, [1, 700, 3]), first, atol=1e-6)
    whole.reset()
    np.testing.assert_array_equal(whole.process(audio), first)


def test_what_the_lower_rate_cannot_hold_is_taken_away() -> None:
    resampler = DriftResampler(48000, 16000)
    alias = resampler.process(tone(12000.0, 48000, 48000))[500:]
    kept = DriftResampler(48000, 16000).process(tone(5000.0, 48000, 48000))[500:]
    assert 20 * np.log10(alias.std() / kept.std()) < -60


def test_the_drift_is_limited_and_garbage_stays_out() -> None:
    resampler = DriftResampler(48000, 48000)
    resampler.drift = 1.0
    count = len(resampler.process(np.zeros(48000, np.float32)))
    assert count == pytest.approx(48000 / (1 + MAX_DRIFT), abs=40)
    heard = resampler.process(np.full(480, np.nan, np.float32))
    assert np.isfinite(heard).all()
    assert len(resampler.process(np.zeros(0, np.float32))) == 0
