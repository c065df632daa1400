"""Resampler: exact counts, pass band, stop band, round trip, delay."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.resample import PolyphaseResampler, minimum_latency

RATES = [8000, 11025, 16000, 22050, 22257, 24000, 32000, 44100, 48000, 88200, 96000, 192000]


def tone_gain_db(rate_in, rate_out, hz, out_hz=None):
    """Level of ``out_hz`` in the output for a full-scale tone of ``hz``."""
    resampler = PolyphaseResampler(rate_in, rate_out)
    time = np.arange(rate_in // 2) / rate_in
    output = resampler.process(np.cos(2 * np.pi * hz * time).astype(np.float32))
    output = output[output.shape[0] // 4 :].astype(np.float64)
    window = np.hanning(output.shape[0])
    phase = np.exp(-2j * np.pi * (out_hz or hz) * np.arange(output.shape[0]) / rate_out)
    return 20 * np.log10(2 * abs((output * window * phase).sum()) / window.sum() + 1e-12)


@pytest.mark.parametrize("rates", [(48000, 16000), (16000, 48000), (44100, 16000), (16000, 44100)])
def test_pass_band_is_flat_to_7200_hz(rates):
    for hz in (50, 500, 1000, 3000, 5000, 6500, 7000, 7200):
        assert abs(tone_gain_db(*rates, hz)) < 0.2, hz


@pytest.mark.parametrize("rate", [44100, 48000, 96000])
def test_what_would_fold_back_is_48_db_down(rate):
    for hz in (8800, 9000, 9500, 10500, 12000, 14000, 15500, 20000):
        alias = abs(hz - 16000 * round(hz / 16000))
        assert tone_gain_db(rate, 16000, hz, alias) < -48.0, hz


@pytest.mark.parametrize("rate", [44100, 48000])
def test_images_are_48_db_down(rate):
    for hz in (1000, 3000, 5000, 7200):
        assert tone_gain_db(16000, rate, hz, 16000 - hz) < -48.0, hz


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(RATES),
    st.sampled_from(RATES),
    st.lists(st.integers(0, 900), min_size=1, max_size=12),
)
def test_counts_are_exact_for_every_split(rate_in, rate_out, lengths):
    whole = PolyphaseResampler(rate_in, rate_out)
    parts = PolyphaseResampler(rate_in, rate_out)
    audio = np.random.default_rng(0).standard_normal(sum(lengths)).astype(np.float32)
    expected = whole.process(audio)
    seen, pieces = 0, []
    for length in lengths:
        due = parts.due(length)
        pieces.append(parts.process(audio[seen : seen + length]))
        assert pieces[-1].shape == (due,)
        seen += length
        assert sum(piece.shape[0] for piece in pieces) == ceil(Fraction(seen * rate_out, rate_in))
    np.testing.assert_allclose(np.concatenate(pieces), expected, atol=3e-6)


@pytest.mark.parametrize("rate_in", RATES)
@pytest.mark.parametrize("rate_out", [16000, 48000, 22257])
def test_declared_delay_is_exact(rate_in, rate_out):
    """A slow tone comes out with the phase of the declared delay."""
    extra = Fraction(1, 3) if rate_in != rate_out else Fraction(0)
    resampler = PolyphaseResampler(
        rate_in, rate_out, latency_in=minimum_latency(rate_in, rate_out) + extra
    )
    hz = 1000.0
    audio = np.sin(2 * np.pi * hz * np.arange(rate_in // 4) / rate_in).astype(np.float32)
    output = resampler.process(audio)
    time = np.arange(output.shape[0]) / rate_out - float(resampler.latency_in) / rate_in
    skip = output.shape[0] // 4
    np.testing.assert_allclose(output[skip:], np.sin(2 * np.pi * hz * time)[skip:], atol=0.015)


def test_delay_is_one_millisecond_each_way_between_48_and_16_khz():
    assert minimum_latency(48000, 16000) == 48
    assert minimum_latency(16000, 48000) == 16
    down = PolyphaseResampler(48000, 16000)
    assert down._table.shape[1] <= 97


def test_constant_stays_constant():
    for rate_in, rate_out in ((48000, 16000), (16000, 44100), (22257, 16000)):
        output = PolyphaseResampler(rate_in, rate_out).process(np.ones(4000, dtype=np.float32))
        np.testing.assert_allclose(output[200:], 1.0, atol=1e-5)


def test_nan_does_not_stay():
    resampler = PolyphaseResampler(48000, 16000)
    bad = np.zeros(480, dtype=np.float32)
    bad[100] = np.nan
    assert np.isfinite(resampler.process(bad)).all()


def test_impossible_requests_are_refused():
    with pytest.raises(SyrinxError, match="at least 48 samples"):
        PolyphaseResampler(48000, 16000, latency_in=Fraction(10))
    with pytest.raises(SyrinxError, match="not supported"):
        PolyphaseResampler(48000, 0)
