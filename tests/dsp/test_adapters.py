"""Adapters: contract, matched delays, exact formulas."""

from __future__ import annotations

import numpy as np
import pytest

from syrinx.dsp.adapters import (
    Bypass,
    Chain,
    Crossfade,
    Delay,
    DryWet,
    Gain,
    Reblocked,
    Resampled,
    Sanitize,
)
from syrinx.dsp.base import BlockProcessor
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio
from tests.contracts.processor_contract import assert_processor_contract

RATES = [8000, 11025, 16000, 22050, 22257, 24000, 32000, 44100, 48000, 88200, 96000, 192000]


class Fixed(BlockProcessor):
    """Takes blocks of a fixed size and delays: stands for the neural voice."""

    def __init__(self, *, sample_rate: int = 16000, block_size: int = 160, latency: int = 320):
        super().__init__(sample_rate=sample_rate, block_size=block_size, latency=latency)
        self._delay = Delay(latency, sample_rate=sample_rate)

    def reset(self) -> None:
        self._delay.reset()

    def _process(self, audio: Audio) -> Audio:
        return self._delay.process(audio)


@pytest.mark.parametrize(
    "factory",
    [
        lambda: Delay(37, sample_rate=48000),
        lambda: Delay(0, sample_rate=48000),
        lambda: Sanitize(sample_rate=48000),
        lambda: Gain(-6.0, sample_rate=48000),
        lambda: Chain([Delay(5, sample_rate=8000), Gain(3.0, sample_rate=8000)]),
        lambda: Chain([Fixed(block_size=4), Fixed(block_size=6, latency=1)]),
        lambda: Reblocked(Fixed(), block_size=160),
        lambda: Reblocked(Fixed(), block_size=480),
        lambda: Reblocked(Delay(3, sample_rate=8000), block_size=1),
        lambda: DryWet(Delay(100, sample_rate=48000), wet=0.4),
        lambda: Bypass(Delay(100, sample_rate=48000), bypassed=True),
        lambda: Bypass(Fixed()),
        lambda: Fixed(),
    ],
)
def test_contract(factory):
    assert_processor_contract(factory)


@pytest.mark.parametrize(("old", "new"), [(10, 400), (400, 10), (0, 0)])
def test_crossfade_contract(old, new):
    assert_processor_contract(
        lambda: Crossfade(
            Delay(old, sample_rate=16000), Delay(new, sample_rate=16000), seconds=0.05
        ),
        delay_skip_s=0.1,
    )


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("inner_rate", [16000, 22050])
def test_resampled_contract_at_every_rate(rate, inner_rate):
    factory = lambda: Resampled(Fixed(sample_rate=inner_rate), sample_rate=rate)  # noqa: E731
    rng = np.random.default_rng(1)
    low = min(rate, inner_rate) * 0.3
    size = max(rate // 2, 8 * factory().block_size)
    spectrum = np.fft.rfft(rng.standard_normal(size))
    spectrum[np.fft.rfftfreq(size, 1 / rate) > low] = 0
    probe = 0.3 * np.fft.irfft(spectrum, size)
    assert_processor_contract(
        factory, probe=probe.astype(np.float32), split_tolerance=2e-6, delay_tolerance=0.05
    )


@pytest.mark.parametrize(
    ("rate", "block", "latency"),
    [
        (48000, 480, 96 + 960),
        (44100, 441, 971),  # ceil(44.1 + 44.1 + 882)
        (96000, 960, 2 * 1056),
        (16000, 160, 320),
        (8000, 80, 16 + 16 + 160),
        # No whole block: floor((160 - 1) / r) samples for the blocking.
        (11025, 1, 16 + 221 + 16 + int(159 * 11025 / 16000)),  # 16 + 220.5 + 16, rounded up
    ],
)
def test_resampled_latency_follows_the_formula(rate, block, latency):
    processor = Resampled(Fixed(), sample_rate=rate)
    assert (processor.block_size, processor.latency) == (block, latency)


def test_resampled_takes_any_block_when_the_inner_does():
    processor = Resampled(Delay(0, sample_rate=16000), sample_rate=48000)
    assert (processor.block_size, processor.latency) == (1, 96)
    assert_processor_contract(
        lambda: Resampled(Gain(0.0, sample_rate=16000), sample_rate=48000), measure_delay=False
    )


def test_resampled_passes_speech_band_unchanged():
    processor = Resampled(Delay(0, sample_rate=16000), sample_rate=44100)
    time = np.arange(44100) / 44100
    tone = (0.5 * np.sin(2 * np.pi * 3000 * time)).astype(np.float32)
    output = processor.process(tone)
    delay = processor.latency
    np.testing.assert_allclose(output[1000:], tone[1000 - delay : -delay], atol=0.01)


def test_a_block_of_the_wrong_length_is_refused():
    with pytest.raises(SyrinxError, match="multiples of 160"):
        Fixed().process(np.zeros(100, dtype=np.float32))
    with pytest.raises(SyrinxError, match="shape"):
        Delay(0, sample_rate=8000).process(np.zeros((2, 100), dtype=np.float32))


def test_errors_name_the_problem():
    with pytest.raises(SyrinxError, match="8000 Hz and 16000 Hz"):
        Chain([Delay(0, sample_rate=8000), Delay(0, sample_rate=16000)])
    with pytest.raises(SyrinxError, match="empty"):
        Chain([])
    with pytest.raises(SyrinxError, match="do not fit"):
        Reblocked(Fixed(), block_size=100)
    with pytest.raises(SyrinxError, match="between 0 and 1"):
        DryWet(Fixed(), wet=1.5)
    with pytest.raises(SyrinxError, match="Cannot fade"):
        Crossfade(Delay(0, sample_rate=8000), Delay(0, sample_rate=16000))
    with pytest.raises(SyrinxError, match="negative"):
        Delay(-1, sample_rate=8000)
    with pytest.raises(SyrinxError, match="not supported"):
        Gain(sample_rate=100)


def test_dry_path_is_delayed_to_match():
    rng = np.random.default_rng(0)
    audio = rng.standard_normal(5000).astype(np.float32)
    output = DryWet(Delay(123, sample_rate=48000), wet=0.5).process(audio)
    np.testing.assert_allclose(output[123:], audio[:-123], atol=1e-6)


def test_bypass_switches_without_a_step():
    time = np.arange(9600) / 48000
    tone = np.sin(2 * np.pi * 200 * time).astype(np.float32)
    bypass = Bypass(Gain(-60.0, sample_rate=48000))
    first = bypass.process(tone[:4800])
    bypass.bypassed = True
    assert bypass.bypassed
    output = np.concatenate((first, bypass.process(tone[4800:])))
    assert np.abs(np.diff(output)).max() < 1.1 * np.abs(np.diff(tone)).max()
    np.testing.assert_array_equal(output[5400:], tone[5400:])


def test_crossfade_keeps_the_power_and_ends_with_the_new_one_alone():
    rng = np.random.default_rng(3)
    audio = rng.standard_normal(48000).astype(np.float32)
    fade = Crossfade(Delay(0, sample_rate=48000), Delay(2000, sample_rate=48000), seconds=0.5)
    output = fade.process(audio)
    assert fade.done
    np.testing.assert_array_equal(output[:2000], audio[:2000])  # the new one is still cold
    np.testing.assert_allclose(output[26000:], audio[24000:-2000], atol=1e-6)
    power = (output[2000:26000] ** 2).reshape(10, -1).mean(axis=1)
    np.testing.assert_allclose(power, 1.0, atol=0.1)


def test_gain_glides_to_a_new_value():
    gain = Gain(0.0, sample_rate=1000 * 8, ramp=0.01)
    ones = np.ones(200, dtype=np.float32)
    gain.process(ones)
    gain.gain_db = 20.0
    output = gain.process(ones)
    assert output[0] < 1.2
    np.testing.assert_allclose(np.diff(output[:80]), 9.0 / 80, atol=1e-4)
    np.testing.assert_allclose(output[80:], 10.0, rtol=1e-5)
    assert gain.gain_db == pytest.approx(20.0)
