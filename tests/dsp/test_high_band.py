"""The band above 8 kHz: where it lies, when it sounds, and that silence has none."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from syrinx.dsp.adapters import Resampled
from syrinx.dsp.base import BlockProcessor
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.high_band import (
    EDGES_HZ,
    ENVELOPE_DELAY,
    ENVELOPE_POWER,
    N_BANDS,
    STEP,
    Envelope,
    HighBand,
    band_weights,
    noise_bands,
)
from syrinx.dsp.processor import Audio
from syrinx.dsp.resample import PolyphaseResampler, minimum_latency
from tests.contracts.processor_contract import assert_processor_contract

RATES = (48_000, 44_100, 96_000, 22_050, 32_000)


class Steps(BlockProcessor):
    """A voice that says what it hears, in steps of 10 ms at 16 kHz."""

    def __init__(self) -> None:
        super().__init__(sample_rate=16_000, block_size=STEP)

    def reset(self) -> None:
        pass

    def _process(self, audio: Audio) -> Audio:
        return audio.copy()


class Constant:
    """An extension whose gains never change."""

    def __init__(self, sample_rate: int, latency_in: Fraction, gains: np.ndarray) -> None:
        self._band, self._gains = HighBand(sample_rate, latency_in=latency_in), gains

    def reset(self) -> None:
        self._band.reset()

    def process(self, core: Audio) -> Audio:
        return np.concatenate([self._band.step(b, self._gains) for b in core.reshape(-1, STEP)])


def run(core: Audio, rate: int, gains: np.ndarray | float = 1.0) -> Audio:
    gains = np.broadcast_to(np.asarray(gains, np.float32), (N_BANDS,))
    return Constant(rate, minimum_latency(16_000, rate), gains).process(core)


def hiss(seconds: float, seed: int = 0) -> Audio:
    size = round(seconds * 100) * STEP
    return (0.1 * np.random.default_rng(seed).standard_normal(size)).astype(np.float32)


def test_weights_share_the_power() -> None:
    frequency = np.arange(0.0, 24_000.0, 25.0)
    weights = band_weights(frequency)
    inside = (frequency > 8000.0) & (frequency < 19_000.0)
    assert np.allclose(weights[:, inside].sum(axis=0), 1.0)
    assert not weights[:, frequency < 7200.0].any()
    assert not weights[:, frequency > 21_001.0].any()
    for k in range(N_BANDS):
        centre = (EDGES_HZ[k] + EDGES_HZ[k + 1]) / 2
        assert weights[k, np.argmin(abs(frequency - centre))] == pytest.approx(1.0, abs=0.1)


def test_noise_has_power_one_in_its_band() -> None:
    bands = noise_bands(48_000)
    assert np.allclose((bands.astype(float) ** 2).mean(axis=1), 1.0, atol=1e-3)
    power = np.abs(np.fft.rfft(bands.astype(float))) ** 2
    frequency = np.fft.rfftfreq(bands.shape[1], 1 / 48_000)
    for k in range(N_BANDS):
        own = (frequency > 0.94 * EDGES_HZ[k]) & (frequency < 1.06 * EDGES_HZ[k + 1])
        assert power[k, own].sum() > (1 - 1e-6) * power[k].sum()


def test_a_rate_with_less_room_keeps_the_density() -> None:
    def density(rate: int) -> float:
        power = np.abs(np.fft.rfft(noise_bands(rate)[0].astype(float))) ** 2
        frequency = np.fft.rfftfreq(noise_bands(rate).shape[1], 1 / rate)
        band = (frequency > 8000.0) & (frequency < 8200.0)
        return float(power[band].mean() / (noise_bands(rate).shape[1] * rate))

    assert density(20_000) == pytest.approx(density(48_000), rel=0.05)


@pytest.mark.parametrize("rate", RATES)
def test_nothing_is_put_below_seven_kilohertz(rate: int) -> None:
    high = run(hiss(2.0), rate).astype(float)
    power = np.abs(np.fft.rfft(high * np.hanning(high.shape[0]))) ** 2
    frequency = np.fft.rfftfreq(high.shape[0], 1 / rate)
    assert power[frequency < 6500.0].sum() < 1e-3 * power.sum()


def test_gains_decide_the_bands() -> None:
    core = hiss(3.0)
    carrier = Envelope().process(core)
    for k in (1, 5, 8):
        gains = np.zeros(N_BANDS)
        gains[k] = 0.25
        high = run(core, 48_000, gains)[4800:].astype(float)
        wanted = 0.25**2 * np.mean(carrier.astype(float) ** 2)
        assert 10 * np.log10(np.mean(high**2) / wanted) == pytest.approx(0.0, abs=0.4)
        power = np.abs(np.fft.rfft(high)) ** 2
        frequency = np.fft.rfftfreq(high.shape[0], 1 / 48_000)
        own = (frequency > 0.9 * EDGES_HZ[k]) & (frequency < 1.1 * EDGES_HZ[k + 1])
        assert power[own].sum() > 0.9 * power.sum()


def test_envelope_grows_by_its_power_and_is_as_late_as_it_says() -> None:
    audio = hiss(0.5)
    louder = Envelope().process(audio * np.float32(4.0))
    assert np.allclose(louder, Envelope().process(audio) * 4.0**ENVELOPE_POWER, rtol=1e-4)
    click = np.zeros(200, np.float32)
    click[100] = 1.0
    carrier = Envelope().process(click)
    centre = np.sum(np.arange(200) * carrier**2) / np.sum(carrier**2)
    assert centre == pytest.approx(100 + ENVELOPE_DELAY, abs=0.05)


@pytest.mark.parametrize("rate", RATES)
def test_it_sounds_when_the_voice_does(rate: int) -> None:
    """Bursts in the voice: the high band lies where the up-sampled bursts are, within 0.1 ms."""
    core = np.zeros(100 * STEP, np.float32)
    rng = np.random.default_rng(3)
    starts = rng.integers(20, 100 * STEP - 200, 60)
    for start in starts:
        core[start : start + 24] += rng.standard_normal(24).astype(np.float32)
    high = run(core, rate)
    low = PolyphaseResampler(16_000, rate).process(core)
    assert high.shape == low.shape
    power = [np.convolve(x.astype(float) ** 2, np.hanning(rate // 1000)) for x in (high, low)]
    size = 2 * power[0].shape[0]
    cross = np.fft.irfft(np.fft.rfft(power[0], size) * np.conj(np.fft.rfft(power[1], size)))
    lag = int(np.argmax(cross))
    lag -= size if lag > size // 2 else 0
    assert abs(lag) / rate < 0.0002


def test_silence_has_no_high_band() -> None:
    core = np.concatenate([hiss(0.5), np.zeros(STEP * 20, np.float32), hiss(0.2)])
    high = run(core, 48_000)
    silent = high[round(0.5 * 48_000) + 48 + 3 * 32 : round(0.7 * 48_000)]
    assert not silent.any()
    assert high[: round(0.5 * 48_000)].any()


def test_gains_glide() -> None:
    """A jump of 40 dB in the gain of steady hiss is spread over a step: no click."""
    band = HighBand(48_000)
    core = hiss(1.0)
    high = np.concatenate(
        [
            band.step(block, np.full(N_BANDS, 0.01 if t < 50 else 1.0, np.float32))
            for t, block in enumerate(core.reshape(-1, STEP))
        ]
    )
    first = high[50 * 480 : 50 * 480 + 24].astype(float)
    late = high[52 * 480 : 60 * 480].astype(float)
    assert np.sqrt(np.mean(first**2)) < 0.08 * np.sqrt(np.mean(late**2))


@pytest.mark.parametrize("rate", RATES)
def test_contract_and_unchanged_delay(rate: int) -> None:
    def extended() -> Resampled:
        return Resampled(
            Steps(),
            sample_rate=rate,
            extend=lambda latency: Constant(rate, latency, np.full(N_BANDS, 0.3, np.float32)),
        )

    assert extended().latency == Resampled(Steps(), sample_rate=rate).latency
    assert extended().block_size == Resampled(Steps(), sample_rate=rate).block_size
    assert_processor_contract(extended, split_tolerance=1e-6)


def test_the_voice_below_is_untouched() -> None:
    """With and without: the difference is what the high band adds, and nothing else."""
    speech = hiss(1.0).repeat(3)
    with_band = Resampled(
        Steps(),
        sample_rate=48_000,
        extend=lambda latency: Constant(48_000, latency, np.ones(N_BANDS, np.float32)),
    )
    without = Resampled(Steps(), sample_rate=48_000)
    difference = (with_band.process(speech) - without.process(speech)).astype(float)
    power = np.abs(np.fft.rfft(difference * np.hanning(difference.shape[0]))) ** 2
    frequency = np.fft.rfftfreq(difference.shape[0], 1 / 48_000)
    assert difference.any()
    assert power[frequency < 6500.0].sum() < 1e-3 * power.sum()


@pytest.mark.parametrize("rate", [8000, 16_000])
def test_no_room_no_extension(rate: int) -> None:
    with pytest.raises(SyrinxError, match="no band above 8 kHz"):
        HighBand(rate)
    made: list[int] = []
    resampled = Resampled(Steps(), sample_rate=rate, extend=lambda latency: made.append(1))  # type: ignore[arg-type,return-value]
    resampled.process(np.zeros(resampled.block_size * 4, np.float32))
    assert not made
