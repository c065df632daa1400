"""Loudness against the standard: its filter, its test signals (EBU Tech 3341, 3342), its gates."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.filters import SosFilter
from syrinx.dsp.loudness import SILENCE_LUFS, LoudnessMeter, TruePeak, k_weighting

RATE = 48_000


def sine(level_dbfs: float, seconds: float, *, hz: float = 1000.0, rate: int = RATE) -> np.ndarray:
    time = np.arange(round(seconds * rate)) / rate
    return (10 ** (level_dbfs / 20) * np.sin(2 * np.pi * hz * time)).astype("f4")


def steps(*parts: tuple[float, float]) -> np.ndarray:
    return np.concatenate([sine(level, seconds) for level, seconds in parts])


def measure(audio: np.ndarray, *, rate: int = RATE, speakers: int = 2):
    meter = LoudnessMeter(rate, speakers=speakers)
    meter.process(audio)
    return meter.read()


def test_the_filter_is_that_of_the_standard() -> None:
    """BS.1770-4, tables 1 and 2: the coefficients at 48 kHz."""
    shelf, high = k_weighting(48_000)
    for got, wanted in (
        (shelf.b0, 1.53512485958697),
        (shelf.b1, -2.69169618940638),
        (shelf.b2, 1.19839281085285),
        (shelf.a1, -1.69065929318241),
        (shelf.a2, 0.73248077421585),
        (high.a1, -1.99004745483398),
        (high.a2, 0.99007225036621),
    ):
        assert got == pytest.approx(wanted, abs=1e-6)


@pytest.mark.parametrize("rate", [16_000, 44_100, 96_000])
def test_other_rates_weigh_alike(rate: int) -> None:
    hz = np.array([60.0, 200.0, 1000.0, 2000.0, 4000.0])
    wanted = SosFilter(k_weighting(48_000), sample_rate=48_000).response(hz)
    got = SosFilter(k_weighting(rate), sample_rate=rate).response(hz)
    np.testing.assert_allclose(20 * np.log10(abs(got) / abs(wanted)), 0.0, atol=0.3)


def test_full_scale_from_one_speaker_is_minus_3_01() -> None:
    """BS.1770-4: a 997 Hz sine of 0 dBFS in one front channel reads -3.01 LKFS."""
    audio = sine(0.0, 10.0, hz=997.0)
    assert measure(audio, speakers=1).integrated == pytest.approx(-3.01, abs=0.02)


# EBU Tech 3341, table 1: cases 1 to 5 (stereo, the same in both channels), tolerance 0.1 LU.
@pytest.mark.parametrize(
    ("audio", "wanted"),
    [
        (((-23.0, 20.0),), -23.0),
        (((-33.0, 20.0),), -33.0),
        (((-36.0, 10.0), (-23.0, 60.0), (-36.0, 10.0)), -23.0),
        (((-72.0, 10.0), (-36.0, 10.0), (-23.0, 60.0), (-36.0, 10.0), (-72.0, 10.0)), -23.0),
        (((-26.0, 20.0), (-20.0, 20.1), (-26.0, 20.0)), -23.0),
    ],
)
def test_integrated_loudness_of_the_ebu_cases(audio, wanted: float) -> None:
    assert measure(steps(*audio)).integrated == pytest.approx(wanted, abs=0.1)


def test_case_1_momentary_and_short_term() -> None:
    read = measure(sine(-23.0, 20.0))
    assert read.momentary == pytest.approx(-23.0, abs=0.1)
    assert read.short_term == pytest.approx(-23.0, abs=0.1)
    assert read.true_peak_db == pytest.approx(-23.0, abs=0.1)
    assert read.seconds == pytest.approx(20.0)


def test_case_9_short_term_stays() -> None:
    """1.34 s at -20 and 1.66 s at -30 dBFS, five times: -23 LUFS from the third second on."""
    meter = LoudnessMeter(RATE)
    values = meter.process(steps(*([(-20.0, 1.34), (-30.0, 1.66)] * 5)))
    np.testing.assert_allclose(values[29:, 1], -23.0, atol=0.1)


def test_case_12_momentary_stays() -> None:
    """0.18 s at -20 and 0.22 s at -30 dBFS, 25 times: -23 LUFS from the first second on."""
    meter = LoudnessMeter(RATE)
    values = meter.process(steps(*([(-20.0, 0.18), (-30.0, 0.22)] * 25)))
    np.testing.assert_allclose(values[9:, 0], -23.0, atol=0.1)


@pytest.mark.parametrize("number", range(0, 20, 4))
def test_case_10_short_term_finds_the_burst(number: int) -> None:
    """A tone of 3 s at -23 dBFS that begins at any multiple of 0.15 s: the maximum is -23."""
    meter = LoudnessMeter(RATE)
    silence = np.zeros(round(number * 0.15 * RATE), "f4")
    values = meter.process(np.concatenate([silence, sine(-23.0, 3.0), np.zeros(RATE, "f4")]))
    assert np.nanmax(values[:, 1]) == pytest.approx(-23.0, abs=0.2)


# EBU Tech 3342, table 1: cases 1 to 3, tolerance 1 LU.
@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        (((-20.0, 20.0), (-30.0, 20.0)), 10.0),
        (((-20.0, 20.0), (-15.0, 20.0)), 5.0),
        (((-40.0, 20.0), (-20.0, 20.0)), 20.0),
        (((-50.0, 20.0), (-35.0, 20.0), (-20.0, 20.0), (-35.0, 20.0), (-50.0, 20.0)), 15.0),
    ],
)
def test_loudness_range_of_the_ebu_cases(parts, wanted: float) -> None:
    assert measure(steps(*parts)).range_lu == pytest.approx(wanted, abs=1.0)


# EBU Tech 3341, cases 15 to 18: a sine of a quarter of the rate, by phase; +0.2, -0.4 dB.
@pytest.mark.parametrize(("divisor", "degrees"), [(4, 0.0), (4, 45.0), (6, 60.0), (8, 67.5)])
def test_true_peak_between_the_samples(divisor: int, degrees: float) -> None:
    n = np.arange(4800)
    audio = (0.5 * np.sin(2 * np.pi * n / divisor + math.radians(degrees))).astype("f4")
    fade = np.minimum(1.0, n / 480).astype("f4")
    peak = 20 * math.log10(TruePeak().process(audio * fade))
    assert -6.4 <= peak <= -5.8


def test_the_split_does_not_matter() -> None:
    rng = np.random.default_rng(1)
    audio = (0.1 * rng.standard_normal(5 * RATE)).astype("f4")
    whole = LoudnessMeter(RATE)
    values = whole.process(audio)
    pieces = LoudnessMeter(RATE)
    cuts = [0, *sorted(rng.integers(0, len(audio), 20).tolist()), len(audio)]
    parts = [pieces.process(audio[a:b]) for a, b in pairwise(cuts)]
    np.testing.assert_allclose(np.concatenate(parts), values, atol=1e-6)
    assert pieces.read().integrated == pytest.approx(whole.read().integrated, abs=1e-6)
    assert pieces.read().true_peak_db == pytest.approx(whole.read().true_peak_db, abs=1e-4)


def test_silence_has_no_integrated_loudness() -> None:
    read = measure(np.zeros(5 * RATE, "f4"))
    assert read.integrated is None
    assert read.range_lu is None
    assert read.momentary == read.short_term == read.true_peak_db == SILENCE_LUFS


def test_nothing_is_known_before_enough_was_heard() -> None:
    read = measure(sine(-23.0, 0.3))
    assert (read.momentary, read.short_term, read.integrated) == (None, None, None)


def test_not_a_number_does_not_stay() -> None:
    meter = LoudnessMeter(RATE)
    meter.process(np.full(4800, np.nan, "f4"))
    meter.process(sine(-23.0, 4.0))
    assert meter.read().short_term == pytest.approx(-23.0, abs=0.1)


def test_reset_forgets() -> None:
    meter = LoudnessMeter(RATE)
    meter.process(sine(-3.0, 2.0))
    meter.reset()
    meter.process(sine(-23.0, 4.0))
    assert meter.read().integrated == pytest.approx(-23.0, abs=0.1)
    assert meter.read().true_peak_db == pytest.approx(-23.0, abs=0.1)


def test_no_speaker_is_an_error() -> None:
    with pytest.raises(SyrinxError, match="loudspeaker"):
        LoudnessMeter(RATE, speakers=0)
