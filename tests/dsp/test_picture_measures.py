"""Third-octave spectra, correlations and notes, by closed form."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from syrinx.dsp.correlation import Envelope, lag_correlation, pitch_correlation
from syrinx.dsp.notes import is_black, note_hz, note_name, note_number, note_text
from syrinx.dsp.third_octave import SILENCE_DB, ThirdOctaveSpectrum, mean_level_db

RATE = 48_000


def pink(seconds: float, seed: int = 0) -> np.ndarray:
    """Noise with the same power in every octave: 1 over the square root of f."""
    rng = np.random.default_rng(seed)
    count = round(seconds * RATE)
    spectrum = np.fft.rfft(rng.standard_normal(count))
    spectrum[1:] /= np.sqrt(np.arange(1, len(spectrum)))
    spectrum[0] = 0.0
    audio = np.fft.irfft(spectrum, count)
    return (0.1 * audio / audio.std()).astype("f4")


@pytest.mark.parametrize("rate", [16_000, 44_100, 48_000])
@pytest.mark.parametrize("hz", [60.0, 200.0, 1000.0, 5000.0])
def test_a_sine_reads_its_level(rate: int, hz: float) -> None:
    spectrum = ThirdOctaveSpectrum(rate)
    time = np.arange(2 * rate) / rate
    audio = (10 ** (-20 / 20) * np.sin(2 * np.pi * hz * time)).astype("f4")
    level = mean_level_db(spectrum.process(audio)[5:])
    nearest = int(np.argmin(np.abs(spectrum.centres_hz - hz)))
    assert level[nearest] == pytest.approx(-20.0, abs=0.3)
    octaves = np.abs(np.log2(spectrum.centres_hz / hz))
    assert level[(octaves > 0.6) & (spectrum.centres_hz > 150)].max() < -70.0


def test_pink_noise_is_flat_at_its_power_per_band() -> None:
    audio = pink(40.0)
    spectrum = ThirdOctaveSpectrum(RATE)
    level = mean_level_db(spectrum.process(audio))
    inner = (spectrum.centres_hz > 150) & (spectrum.centres_hz < 14_000)
    assert level[inner].std() < 0.5
    # Its power, shared evenly by the octaves from 1/40 Hz to half the rate, a third of one here.
    octaves = np.log2(RATE / 2 * 40.0)
    wanted = 10 * np.log10(2 * 0.01 / octaves / 3)
    assert level[inner].mean() == pytest.approx(wanted, abs=0.4)


def test_white_noise_rises_by_three_decibels_per_octave() -> None:
    audio = np.random.default_rng(1).standard_normal(40 * RATE).astype("f4") * 0.1
    spectrum = ThirdOctaveSpectrum(RATE)
    level = mean_level_db(spectrum.process(audio))
    inner = (spectrum.centres_hz > 200) & (spectrum.centres_hz < 14_000)
    slope = np.polyfit(np.log2(spectrum.centres_hz[inner]), level[inner], 1)[0]
    assert slope == pytest.approx(10 * np.log10(2), abs=0.1)


def test_points_beyond_the_rate_and_silence_are_silent() -> None:
    spectrum = ThirdOctaveSpectrum(16_000)
    audio = np.random.default_rng(2).standard_normal(16_000).astype("f4")
    level = mean_level_db(spectrum.process(audio))
    assert (level[spectrum.centres_hz > 7300] == SILENCE_DB).all()
    assert (mean_level_db(np.full((3, 5), np.nan, "f4")) == SILENCE_DB).all()


def test_spectra_do_not_depend_on_the_split() -> None:
    audio = pink(2.0)
    whole = ThirdOctaveSpectrum(RATE).process(audio)
    assert len(whole) == 20
    pieces = ThirdOctaveSpectrum(RATE)
    cuts = [0, *sorted(np.random.default_rng(3).integers(0, len(audio), 9).tolist()), len(audio)]
    parts = [pieces.process(audio[a:b]) for a, b in pairwise(cuts)]
    np.testing.assert_allclose(np.concatenate(parts), whole, rtol=1e-3, atol=1e-9)


def syllables(seconds: float, seed: int) -> np.ndarray:
    """A loudness that rises and falls as that of speech does, ``(n_samples,)``."""
    rng = np.random.default_rng(seed)
    knots = rng.uniform(-50, 0, round(seconds * 8) + 2)
    level = np.interp(np.arange(round(seconds * RATE)) / RATE * 8, np.arange(len(knots)), knots)
    return 10 ** (level / 20)


def envelope(audio: np.ndarray) -> np.ndarray:
    return Envelope(RATE).process(audio.astype("f4"))


@pytest.mark.parametrize("delay_ms", [0.0, 33.5, 120.0])
def test_the_delay_is_found_although_the_wave_form_is_another(delay_ms: float) -> None:
    rng = np.random.default_rng(4)
    loudness = syllables(6.0, 5)
    source = 0.3 * loudness * np.sin(2 * np.pi * 150 * np.arange(len(loudness)) / RATE)
    other = 0.1 * loudness * rng.standard_normal(len(loudness))
    other = np.concatenate([np.zeros(round(delay_ms * RATE / 1000)), other])[: len(source)]
    curve = lag_correlation(
        envelope(source), envelope(other), rate_hz=1000.0, least_ms=-100, most_ms=250
    )
    assert curve.best_ms == pytest.approx(delay_ms, abs=0.6)
    assert curve.correlation.max() > 0.8
    assert (np.abs(curve.correlation) <= 1.0).all()


def test_strangers_and_silence_have_no_delay() -> None:
    first = envelope(0.1 * syllables(6.0, 6))
    still = np.zeros_like(first)
    assert lag_correlation(first, still, rate_hz=1000, least_ms=-50, most_ms=50).best_ms is None
    other = envelope(0.1 * syllables(6.0, 99))
    curve = lag_correlation(first, other, rate_hz=1000, least_ms=-50, most_ms=50)
    assert curve.best_ms is None or curve.correlation.max() < 0.5


def test_melodies_a_fifth_apart_go_together() -> None:
    f0 = 120 * 2 ** (0.3 * np.sin(np.arange(400) / 30.0))
    f0[100:150] = np.nan
    found = pitch_correlation(f0, f0 * 2 ** (7 / 12))
    assert found is not None
    assert found[0] == pytest.approx(1.0)
    assert found[1] == pytest.approx(7.0)
    turned = pitch_correlation(f0, 100.0**2 / f0)
    assert turned is not None
    assert turned[0] == pytest.approx(-1.0)


def test_too_little_or_a_monotone_has_no_melody() -> None:
    f0 = np.full(100, np.nan)
    f0[:20] = 120.0
    assert pitch_correlation(f0, f0) is None
    assert pitch_correlation(np.full(100, 120.0), 120 + np.arange(100.0)) is None


def test_notes() -> None:
    assert note_number(440.0) == 69
    assert note_name(60) == "C4"
    assert note_name(45) == "A2"
    assert note_hz(45) == pytest.approx(110.0)
    assert note_hz(note_number(123.4)) == pytest.approx(123.4)
    assert is_black(61)
    assert not is_black(64)
    assert note_text(110.0) == "A2 ±0 ct"
    assert note_text(110.0 * 2 ** (-13 / 1200)) == "A2 −13 ct"
    assert note_text(110.0 * 2 ** (20 / 1200)) == "A2 +20 ct"
