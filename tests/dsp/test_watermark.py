"""The mark: processor contract, found again at every rate, lost to nobody's ear, never invented."""

from __future__ import annotations

import numpy as np
import pytest
import soxr

from syrinx.dsp.processor import Audio
from syrinx.dsp.watermark import N_BANDS, N_SLOTS, SLOT_S, Watermark, band_edges_hz, signs
from syrinx.dsp.watermark_search import MOST_CHANCE, MarkFinder, find_mark
from tests.contracts.processor_contract import assert_processor_contract, random_splits
from tests.dsp.signals import sentence

RATES = (16_000, 44_100, 48_000)


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(1)


def speech(rate: int, seconds: float = 4.0) -> Audio:
    """A sentence with pauses, over a little noise."""
    rng = np.random.default_rng(3)
    audio = sentence(rate, seconds=seconds)
    return (audio + 1e-4 * rng.standard_normal(len(audio))).astype(np.float32)


def marked(audio: Audio, rate: int, **options: object) -> Audio:
    return Watermark(sample_rate=rate, **options).process(audio)  # type: ignore[arg-type]


@pytest.mark.parametrize("rate", [*RATES, 8000, 96_000])
def test_it_keeps_the_contract_and_has_no_delay(rate: int) -> None:
    def factory() -> Watermark:
        return Watermark(sample_rate=rate)

    assert factory().latency == 0
    assert_processor_contract(factory, split_tolerance=2e-6)


@pytest.mark.parametrize("rate", RATES)
def test_it_is_found_at_every_rate_and_nothing_is_found_without_it(rate: int) -> None:
    audio = speech(rate)
    found = find_mark(marked(audio, rate), rate)
    assert found.marked
    assert found.log10_chance < -10
    (span,) = found.spans_s
    assert span[0] < 0.3
    assert span[1] > 3.5
    assert span[1] <= 4.0
    without = find_mark(audio, rate)
    assert not without.marked
    assert without.spans_s == ()
    assert without.log10_chance > -2
    assert not find_mark(marked(audio, rate, key=b"another"), rate).marked


@pytest.mark.parametrize(("rate", "through"), [(48_000, 44_100), (48_000, 16_000), (44_100, 8000)])
def test_it_survives_resampling(rate: int, through: int) -> None:
    audio = soxr.resample(marked(speech(rate, 6.0), rate), rate, through)
    assert find_mark(audio, through).marked
    assert find_mark(soxr.resample(audio, through, rate), rate).marked


@pytest.mark.parametrize("speed", [0.99, 0.997, 1.003, 1.01])
def test_it_survives_another_speed_and_tells_it(speed: float) -> None:
    audio = soxr.resample(marked(speech(16_000, 10.0), 16_000), 16_000 * speed, 16_000)
    found = find_mark(audio, 16_000)
    assert found.marked
    assert found.speed == pytest.approx(speed - 1, abs=0.0015) or found.speed == pytest.approx(
        1 / speed - 1, abs=0.0015
    )


def test_it_survives_level_noise_and_cutting(rng: np.random.Generator) -> None:
    rate = 16_000
    whole = marked(speech(rate, 12.0), rate)
    assert find_mark(0.01 * whole[5 * rate + 77 :], rate).marked
    cut = np.concatenate((whole[: 4 * rate], whole[7 * rate :]))
    assert find_mark(cut, rate).marked
    loud = np.sqrt(np.mean(whole**2))
    assert find_mark(whole + 0.1 * loud * rng.standard_normal(len(whole)), rate).marked


def test_it_says_where_the_marked_part_lies() -> None:
    rate = 16_000
    audio = speech(rate, 20.0)
    audio[6 * rate : 13 * rate] = marked(audio[6 * rate : 13 * rate], rate)
    found = find_mark(audio, rate)
    assert found.marked
    assert found.spans_s[0][0] == pytest.approx(6.0, abs=1.5)
    assert found.spans_s[-1][1] == pytest.approx(13.0, abs=1.5)


def test_the_stream_decides_as_the_whole_does(rng: np.random.Generator) -> None:
    rate = 16_000
    audio = marked(speech(rate, 9.0), rate)
    finder = MarkFinder(sample_rate=rate)
    start = 0
    for length in random_splits(len(audio), 1, rng, largest=9000):
        finder.push(audio[start : start + length])
        start += length
    streamed, whole = finder.finish(), find_mark(audio, rate)
    assert streamed.marked == whole.marked
    assert streamed.strength == pytest.approx(whole.strength, rel=1e-3)


def test_every_cell_changes_by_a_decibel_at_most_and_nothing_outside() -> None:
    """Noise through it: the spectrum of each slot against that without it."""
    rate = 16_000
    rng = np.random.default_rng(0)
    noise = rng.standard_normal(rate * 4).astype(np.float32)
    loud, soft = (marked(noise, rate, depth_db=depth) for depth in (1.0, -1.0))
    slot = round(SLOT_S * rate)
    assert np.sqrt(np.mean((loud - noise) ** 2) / np.mean(noise**2)) < 10 ** (-17 / 20)
    ratio = []
    edges = band_edges_hz()
    bins = np.fft.rfftfreq(slot, 1 / rate)
    band = np.clip(np.searchsorted(edges, bins) - 1, 0, N_BANDS - 1)
    inside = (bins > edges[0]) & (bins < edges[-1])
    key = signs()
    for number in range(1, len(noise) // slot - 1):
        piece = slice(number * slot + slot // 2, (number + 1) * slot)
        window = np.hanning(slot - slot // 2)
        one, two = (np.abs(np.fft.rfft(x[piece] * window, slot)) for x in (loud, soft))
        change = 20 * np.log10(one / two) / 2
        ratio.append(np.mean((change * key[band, number % N_SLOTS])[inside]))
    assert 0.4 < np.mean(ratio) < 1.0
    for edge in (slice(0, 300), slice(7300, 8000)):
        power = [np.abs(np.fft.rfft(x))[edge.start * 4 : edge.stop * 4] for x in (loud, noise)]
        assert 20 * np.log10(np.linalg.norm(power[0]) / np.linalg.norm(power[1])) == pytest.approx(
            0.0, abs=0.1
        )


def test_silence_and_what_is_no_speech_carry_no_mark(rng: np.random.Generator) -> None:
    rate = 16_000
    time = np.arange(8 * rate) / rate
    beat = np.sin(2 * np.pi * 440 * time) * (np.sin(2 * np.pi * time / (N_SLOTS * SLOT_S)) > 0)
    for audio in (
        np.zeros(8 * rate),
        rng.standard_normal(8 * rate),
        np.sin(2 * np.pi * 1000 * time),
        beat,
        np.zeros(0),
        np.zeros(10),
    ):
        found = find_mark(audio.astype(np.float32), rate)
        assert not found.marked
        assert np.isfinite(found.log10_chance)
    silence = np.zeros(rate, np.float32)
    assert not marked(silence, rate).any()


def test_pauses_get_nothing() -> None:
    """Digital silence after speech is silent again as soon as the filter is empty."""
    rate = 48_000
    audio = speech(rate, 1.0)
    audio[rate // 2 :] = 0.0
    out = marked(audio, rate)
    assert not out[rate // 2 + round(0.013 * rate) :].any()


def test_other_keys_are_found_by_accident_as_rarely_as_the_bound_says() -> None:
    """The bound of the chance holds for 300 keys on one piece of speech: a null distribution."""
    rate = 16_000
    audio = marked(speech(rate, 2.5), rate)
    chances = [find_mark(audio, rate, key=b"null %d" % k).log10_chance for k in range(300)]
    assert min(chances) > np.log10(MOST_CHANCE)
    for limit in (-0.5, -1.0, -2.0):
        assert np.mean(np.array(chances) < limit) <= 2 * 10**limit


def test_the_key_never_changes() -> None:
    """Marks of today must be found by the Syrinx of tomorrow."""
    key = signs()
    assert key.shape == (N_BANDS, N_SLOTS)
    assert set(np.unique(key)) == {-1.0, 1.0}
    assert abs(key.mean()) < 0.05
    assert "".join("+" if x > 0 else "-" for x in key[0, :24]) == "-+--+-++++---+----+++++-"
