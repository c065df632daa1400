"""Conversions, by known values and round trips."""

from __future__ import annotations

import numpy as np
import pytest

from syrinx.dsp import units


def test_known_values():
    assert units.db_to_gain(20.0) == pytest.approx(10.0)
    assert units.gain_to_db(0.5) == pytest.approx(-6.0206, abs=1e-4)
    assert units.gain_to_db(0.0) == -200.0
    assert units.semitones_to_ratio(12.0) == 2.0
    assert units.ratio_to_semitones(2.0) == pytest.approx(12.0)
    assert units.ratio_to_cents(2 ** (1 / 12)) == pytest.approx(100.0)
    assert units.ms_to_samples(10.0, 44100) == 441
    assert units.samples_to_ms(480, 48000) == 10.0
    assert units.hz_to_mel(1000.0) == pytest.approx(15.0)
    assert units.hz_to_mel(440.0) == pytest.approx(6.6)
    assert units.hz_to_mel(6400.0) == pytest.approx(42.0)


def test_round_trips_on_arrays():
    hz = np.linspace(10.0, 20000.0, 50)
    np.testing.assert_allclose(units.mel_to_hz(units.hz_to_mel(hz)), hz, rtol=1e-12)
    db = np.linspace(-100.0, 40.0, 50)
    np.testing.assert_allclose(units.gain_to_db(units.db_to_gain(db)), db, atol=1e-9)
    steps = np.linspace(-24.0, 24.0, 50)
    ratios = units.semitones_to_ratio(steps)
    np.testing.assert_allclose(units.ratio_to_semitones(ratios), steps, atol=1e-9)
    np.testing.assert_allclose(units.ratio_to_cents(ratios), 100 * steps, atol=1e-7)
    assert isinstance(units.hz_to_mel(100.0), float)
    assert isinstance(units.mel_to_hz(3.0), float)
