"""Linear prediction and formants against filters with known poles."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from syrinx.dsp.filters import Biquad, SosFilter
from syrinx.dsp.formants import HOP_LENGTH, N_FORMANTS, StreamingFormants
from syrinx.dsp.lpc import burg, resonances

# F1 to F4 in Hz. G. E. Peterson, H. L. Barney (1952): means of men and of women; F4 as is usual.
VOWELS = {
    ("man", "heed"): (270.0, 2290.0, 3010.0, 3700.0),
    ("man", "had"): (660.0, 1720.0, 2410.0, 3500.0),
    ("man", "hod"): (730.0, 1090.0, 2440.0, 3500.0),
    ("man", "hawed"): (570.0, 840.0, 2410.0, 3400.0),
    ("man", "who'd"): (300.0, 870.0, 2240.0, 3400.0),
    ("man", "heard"): (490.0, 1350.0, 1690.0, 3400.0),
    ("woman", "head"): (610.0, 2330.0, 2990.0, 4100.0),
    ("woman", "hod"): (850.0, 1220.0, 2810.0, 4000.0),
}
WIDTHS = (60.0, 90.0, 120.0, 160.0)


def resonator(hz: float, width_hz: float, rate: int) -> Biquad:
    """Two poles and unit gain at 0 Hz (D. Klatt, 1980)."""
    radius = np.exp(-np.pi * width_hz / rate)
    a1, a2 = -2.0 * radius * np.cos(2 * np.pi * hz / rate), radius**2
    return Biquad(b0=1.0 + a1 + a2, b1=0.0, b2=0.0, a1=a1, a2=a2)


def vowel(formants, *, f0_hz: float, rate: int = 48_000, seconds: float = 1.0) -> np.ndarray:
    """Glottal pulses with a slope of -12 dB per octave, lips (+6), and the throat's poles."""
    count = round(seconds * rate)
    phase = np.cumsum(np.full(count, f0_hz / rate))
    pulses = np.diff(np.floor(phase), prepend=0.0).astype("f4")
    glottis = [resonator(0.0, 100.0, rate)]
    throat = [resonator(hz, width, rate) for hz, width in zip(formants, WIDTHS, strict=True)]
    audio = SosFilter([*glottis, *throat], sample_rate=rate).process(pulses)
    audio = np.diff(audio, prepend=0.0)
    return (0.3 * audio / np.abs(audio).max()).astype("f4")


def test_burg_finds_the_filter_that_made_the_signal() -> None:
    """White noise through four poles: the coefficients come back."""
    sections = [resonator(700.0, 80.0, 8000), resonator(1800.0, 120.0, 8000)]
    noise = np.random.default_rng(0).standard_normal(20_000).astype("f4") * 0.1
    audio = SosFilter(sections, sample_rate=8000).process(noise)
    a, error = burg(audio[None, 2000:], 4)
    wanted = np.convolve(
        [1.0, sections[0].a1, sections[0].a2], [1.0, sections[1].a1, sections[1].a2]
    )
    np.testing.assert_allclose(a[0], wanted, atol=0.02)
    gain = sections[0].b0 * sections[1].b0
    assert error[0] == pytest.approx((0.1 * gain) ** 2, rel=0.05)


def test_resonances_are_the_poles() -> None:
    first, second = resonator(700.0, 80.0, 8000), resonator(1800.0, 120.0, 8000)
    a = np.convolve([1.0, first.a1, first.a2], [1.0, second.a1, second.a2])
    hz, width = resonances(a[None], 8000)
    np.testing.assert_allclose(hz[0], [700.0, 1800.0], rtol=1e-9)
    np.testing.assert_allclose(width[0], [80.0, 120.0], rtol=1e-6)


def test_frames_are_independent_and_silence_is_harmless() -> None:
    rng = np.random.default_rng(1)
    frames = rng.standard_normal((3, 400))
    frames[1] = 0.0
    together, _ = burg(frames, 8)
    for index in (0, 2):
        np.testing.assert_allclose(together[index], burg(frames[index : index + 1], 8)[0][0])
    np.testing.assert_array_equal(together[1], [1.0, *[0.0] * 8])
    assert np.isnan(resonances(together[1:2], 8000)[0]).all()


@pytest.mark.parametrize("key", VOWELS, ids="-".join)
@pytest.mark.parametrize("rate", [48_000, 44_100])
def test_formants_of_vowels(key, rate: int) -> None:
    formants = VOWELS[key]
    f0_hz = 110.0 if key[0] == "man" else 190.0
    found = StreamingFormants(rate).process(vowel(formants, f0_hz=f0_hz, rate=rate))
    middle = np.median(found[20:-5], axis=0)
    # The poles are seen through harmonics f0 apart, and linear prediction is drawn towards those:
    # for a woman's close F1 and F2 a little more than half of f0.
    slack = np.maximum(0.06 * np.array(formants), (0.3 if key[0] == "man" else 0.6) * f0_hz)
    assert (np.abs(middle - formants) < slack).all(), middle


def test_a_glide_is_followed_in_time() -> None:
    """F2 moves from 1000 to 2200 Hz; a wrong latency would be a wrong frequency."""
    rate = 48_000
    start, stop = (700.0, 1000.0, 2800.0, 3800.0), (400.0, 2200.0, 2900.0, 3800.0)
    pieces, steps = [], 150
    for share in (np.arange(steps) + 0.5) / steps:
        now = tuple(a + (b - a) * share for a, b in zip(start, stop, strict=True))
        # The middle of a steady vowel of these formants: ten milliseconds, one period.
        whole = vowel(now, f0_hz=100.0, rate=rate, seconds=0.1)
        pieces.append(whole[-960:-480])
    estimator = StreamingFormants(rate)
    found = estimator.process(np.concatenate(pieces))
    at = (np.arange(len(found)) + 1) * 480 - estimator.latency
    wanted = start[1] + (stop[1] - start[1]) * at / (steps * 480)
    inner = slice(15, -5)
    assert np.nanmedian(found[inner, 1] / wanted[inner]) == pytest.approx(1.0, abs=0.02)
    assert np.nanmean(np.abs(found[inner, 1] / wanted[inner] - 1.0) < 0.1) > 0.9


def test_tracks_never_cross() -> None:
    rng = np.random.default_rng(2)
    found = StreamingFormants(48_000).process(rng.standard_normal(48_000).astype("f4") * 0.1)
    for lower in range(N_FORMANTS - 1):
        both = found[:, lower : lower + 2]
        both = both[~np.isnan(both).any(axis=1)]
        assert (both[:, 0] < both[:, 1]).all()


def test_silence_has_no_formants() -> None:
    audio = np.concatenate([vowel(VOWELS["man", "hod"], f0_hz=110.0), np.zeros(24_000, "f4")])
    found = StreamingFormants(48_000).process(audio)
    assert np.isnan(found[110:]).all()


def test_the_split_does_not_matter() -> None:
    audio = vowel(VOWELS["man", "had"], f0_hz=120.0)
    whole = StreamingFormants(48_000).process(audio)
    assert len(whole) == pytest.approx(len(audio) / 480, abs=1)
    estimator = StreamingFormants(48_000)
    cuts = [0, *sorted(np.random.default_rng(3).integers(0, len(audio), 30).tolist()), len(audio)]
    parts = [estimator.process(audio[a:b]) for a, b in pairwise(cuts)]
    np.testing.assert_allclose(np.concatenate(parts), whole, rtol=1e-3)
    assert HOP_LENGTH == 110
