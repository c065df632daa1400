"""Filters against their formulas and against an independent recursion."""

from __future__ import annotations

import numpy as np
import pytest

from syrinx.dsp import filters
from syrinx.dsp.errors import SyrinxError
from tests.contracts.processor_contract import assert_processor_contract

RATE = 48000


def recursion(sections, audio):
    """The difference equations, sample by sample."""
    y = audio.astype(np.float64)
    for s in sections:
        x, out = y, np.zeros_like(y)
        for n in range(len(x)):
            out[n] = s.b0 * x[n]
            if n >= 1:
                out[n] += s.b1 * x[n - 1] - s.a1 * out[n - 1]
            if n >= 2:
                out[n] += s.b2 * x[n - 2] - s.a2 * out[n - 2]
        y = out
    return y


def cascade():
    return [
        filters.high_pass(300, sample_rate=RATE),
        filters.low_pass(3400, sample_rate=RATE),
        filters.peaking(1000, sample_rate=RATE, q=2.0, gain_db=6.0),
        filters.high_shelf(5000, sample_rate=RATE, gain_db=-9.0),
        filters.band_pass(2000, sample_rate=RATE, q=0.5),
    ]


def test_equals_the_difference_equations():
    audio = np.random.default_rng(0).standard_normal(1500).astype(np.float32)
    output = filters.SosFilter(cascade(), sample_rate=RATE).process(audio)
    np.testing.assert_allclose(output, recursion(cascade(), audio), atol=1e-6)


@pytest.mark.parametrize("rate", [8000, 22257, 48000, 192000])
def test_contract(rate):
    # A recursive filter has no delay of its own, only phase: there is nothing to measure.
    assert_processor_contract(lambda: filters.HighPass(sample_rate=rate), delay_tolerance=0.6)
    section = filters.low_pass(1000, sample_rate=rate)
    assert_processor_contract(
        lambda: filters.SosFilter([section] * 3, sample_rate=rate), measure_delay=False
    )


@pytest.mark.parametrize("rate", [8000, 44100, 192000])
def test_minus_three_db_at_the_cut_off(rate):
    hz = np.array([500.0])
    for make in (filters.low_pass, filters.high_pass):
        gain = abs(make(500.0, sample_rate=rate).response(hz, rate)[0])
        assert 20 * np.log10(gain) == pytest.approx(-3.01, abs=0.01)


def test_shelves_bells_and_bands_reach_their_gain():
    def db(section, hz):
        return 20 * np.log10(abs(section.response(np.array([float(hz)]), RATE)[0]))

    low = filters.low_shelf(500, sample_rate=RATE, gain_db=6.0)
    high = filters.high_shelf(500, sample_rate=RATE, gain_db=6.0)
    bell = filters.peaking(500, sample_rate=RATE, q=1.0, gain_db=-8.0)
    band = filters.band_pass(500, sample_rate=RATE, q=1.0)
    assert db(low, 1) == pytest.approx(6.0, abs=0.01)
    assert db(low, 20000) == pytest.approx(0.0, abs=0.01)
    assert db(low, 500) == pytest.approx(3.0, abs=0.01)
    assert db(high, 1) == pytest.approx(0.0, abs=0.01)
    assert db(high, 23000) == pytest.approx(6.0, abs=0.01)
    assert db(bell, 500) == pytest.approx(-8.0, abs=0.01)
    assert db(band, 500) == pytest.approx(0.0, abs=0.01)


def test_high_pass_takes_out_dc_and_leaves_the_voice():
    processor = filters.HighPass(sample_rate=RATE)
    time = np.arange(RATE) / RATE
    voice = 0.3 * np.sin(2 * np.pi * 150 * time)
    output = processor.process((voice + 0.5).astype(np.float32))[RATE // 2 :]
    assert abs(output.mean()) < 1e-4
    assert output.std() / voice.std() == pytest.approx(1.0, abs=0.01)


def test_silence_after_sound_ends_in_exact_zeros():
    processor = filters.HighPass(sample_rate=RATE)
    processor.process(np.ones(1000, dtype=np.float32))
    silence = np.zeros(RATE, dtype=np.float32)
    assert not np.any([processor.process(silence) for _ in range(2)][-1])


def test_impossible_filters_are_refused():
    with pytest.raises(SyrinxError, match="not possible"):
        filters.low_pass(5000, sample_rate=8000)
    with pytest.raises(SyrinxError, match="at least one"):
        filters.SosFilter([], sample_rate=8000)
