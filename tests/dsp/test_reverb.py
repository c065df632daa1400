"""The reverb: contract, decay, damping, power, smooth changes."""

from __future__ import annotations

import numpy as np
import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.reverb import Reverb, decay_s
from tests.contracts.processor_contract import assert_processor_contract
from tests.dsp.signals import sentence

RATES = [8000, 22257, 44100, 48000, 192000]
RATE = 16000


def tail(size: float, damping: float, rate: int = RATE, seconds: float = 6.0) -> np.ndarray:
    impulse = np.zeros(round(seconds * rate), np.float32)
    impulse[0] = 1.0
    return Reverb(sample_rate=rate, size=size, damping=damping, mix=1.0).process(impulse)


def rt60_s(impulse: np.ndarray, rate: int, low: float = 0.0, high: float = 1e9) -> float:
    """Schroeder's backward integration, from -5 to -35 dB, in a band."""
    padded = np.pad(impulse, rate)  # the filter rings to both sides
    spectrum = np.fft.rfft(padded)
    hz = np.fft.rfftfreq(len(padded), 1 / rate)
    spectrum[(hz < low) | (hz > high)] = 0
    filtered = np.fft.irfft(spectrum, len(padded))[rate:-rate]
    left = np.cumsum((filtered**2)[::-1])[::-1]
    level = 10 * np.log10(left / left[0] + 1e-12)
    start, end = np.argmax(level < -5), np.argmax(level < -35)
    return float(2.0 * (end - start) / rate)


@pytest.mark.parametrize("rate", RATES)
def test_contract(rate: int) -> None:
    assert_processor_contract(
        lambda: Reverb(sample_rate=rate, mix=0.3), measure_delay=False, tail_s=1.0
    )
    assert_processor_contract(lambda: Reverb(sample_rate=rate, mix=0.0))


@pytest.mark.parametrize("size", [0.2, 0.5, 0.8, 1.0])
def test_the_tail_dies_in_the_time_of_the_room(size: float) -> None:
    assert rt60_s(tail(size, 0.0), RATE) == pytest.approx(decay_s(size), rel=0.15)


def test_damping_takes_the_treble_first() -> None:
    bare, soft = tail(0.7, 0.0), tail(0.7, 0.8)
    assert rt60_s(soft, RATE, 4000, 7900) < 0.6 * rt60_s(bare, RATE, 4000, 7900)
    assert rt60_s(soft, RATE, 50, 500) == pytest.approx(rt60_s(bare, RATE, 50, 500), rel=0.2)


@pytest.mark.parametrize("size", [0.0, 0.4, 1.0])
@pytest.mark.parametrize("mix", [0.2, 0.5, 1.0])
def test_the_power_is_kept(size: float, mix: float) -> None:
    noise = (0.1 * np.random.default_rng(0).standard_normal(12 * RATE)).astype(np.float32)
    out = Reverb(sample_rate=RATE, size=size, damping=0.0, mix=mix).process(noise)
    half = slice(6 * RATE, None)
    change = 10 * np.log10((out[half] ** 2).mean() / (noise[half] ** 2).mean())
    assert abs(change) < 1.5


def test_the_answer_begins_after_the_walls_are_reached() -> None:
    impulse = tail(0.4, 0.5, seconds=0.5)
    first = np.flatnonzero(np.abs(impulse) > 1e-4)[0] / RATE
    assert 0.003 < first < 0.010
    # Dense: soon after the early reflections no millisecond is empty.
    part = impulse[round(0.1 * RATE) : round(0.2 * RATE)].reshape(-1, 16)
    assert (np.abs(part).max(axis=1) > 1e-5).all()


def test_no_tail_rings_longer_than_it_should() -> None:
    reverb = Reverb(sample_rate=RATE, size=0.5, mix=0.5)
    reverb.process(sentence(RATE))
    reverb.process(np.zeros(4 * RATE, np.float32))
    assert not reverb.process(np.zeros(RATE, np.float32)).any()


def test_changes_are_smooth() -> None:
    audio = (0.3 * np.sin(2 * np.pi * 200 * np.arange(4 * 48000) / 48000)).astype(np.float32)
    reverb = Reverb(sample_rate=48000, size=0.2, mix=0.0)
    parts = []
    for index, block in enumerate(audio.reshape(-1, 128)):
        if index == 300:
            reverb.mix = 0.6
        if index == 600:
            reverb.set_room(size=0.9, damping=0.1)
        if index == 620:  # while the last one fades in
            reverb.set_room(size=0.3, damping=0.9)
        if index == 1200:
            reverb.mix = 0.0
        parts.append(reverb.process(block))
    out = np.concatenate(parts)
    loudest = np.abs(out).max() / 0.3
    rough = np.abs(np.diff(out.astype(float), 2)).max()
    assert rough < 1.5 * loudest * np.abs(np.diff(audio.astype(float), 2)).max()
    assert np.array_equal(out[-4800:], audio[-4800:])
    with pytest.raises(SyrinxError, match="mix"):
        reverb.mix = 1.5
