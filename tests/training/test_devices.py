"""Devices by physics: band edges, companding, clipped shares."""

from __future__ import annotations

import numpy as np
import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.training.devices import DEVICES, Device, clip_hard, clip_soft, companded


@pytest.mark.parametrize("name", sorted(DEVICES))
def test_band_edges_are_3_db_down(name: str) -> None:
    device = DEVICES[name]
    bare = Device(low_hz=device.low_hz, high_hz=device.high_hz, slope=device.slope)
    edges = 20 * np.log10(bare.gain(np.array([device.low_hz, device.high_hz])))
    assert edges == pytest.approx([-3.01, -3.01], abs=0.25)
    hz = np.array([2.0 * device.high_hz, device.low_hz / 2])
    assert (20 * np.log10(device.gain(hz)) < -6 * device.slope + 6).all()


def test_the_colour_of_a_device_is_met() -> None:
    gain = 20 * np.log10(DEVICES["laptop"].gain(np.array([1200.0, 2000.0])))
    assert gain == pytest.approx([4.0, -4.0], abs=0.1)


def test_a_telephone_passes_speech_band_only() -> None:
    gain = 20 * np.log10(DEVICES["telephone"].gain(np.array([100.0, 1000.0, 5000.0])))
    assert gain[0] < -60
    assert gain[1] == pytest.approx(0, abs=0.01)
    assert gain[2] < -20


def test_two_of_a_kind_differ_a_little() -> None:
    a, b = (DEVICES["headset"].varied(np.random.default_rng(s)) for s in (0, 1))
    assert a != b
    assert abs(np.log(a.high_hz / b.high_hz)) < 0.5


@pytest.mark.parametrize("level", [0.5, 0.05, 0.005])
def test_companding_keeps_a_ratio_of_about_38_db_at_any_level(level: float) -> None:
    tone = (level * np.sin(np.arange(16_000) * 0.31)).astype(np.float32)
    error = companded(tone) - tone
    ratio = 20 * np.log10(tone.std() / error.std())
    assert 25 < ratio < 42  # a uniform 8-bit quantiser would be at 10 dB for 0.005


@pytest.mark.parametrize("share", [0.001, 0.01, 0.05])
def test_clipping_hits_the_share_asked_for(share: float) -> None:
    audio = np.random.default_rng(0).normal(0, 0.1, 50_000).astype(np.float32)
    hard, soft = clip_hard(audio, share), clip_soft(audio, share)
    assert (hard != audio).mean() == pytest.approx(share, abs=4e-5)
    ceiling = np.abs(hard).max()
    assert (np.abs(hard) == ceiling).mean() == pytest.approx(share, abs=4e-5)
    pressed = np.abs(soft) < np.abs(audio) * np.tanh(1)
    assert pressed.mean() == pytest.approx(share, rel=0.05)
    small = np.abs(audio) < 0.1 * np.quantile(np.abs(audio), 1 - share)
    assert soft[small] == pytest.approx(audio[small], rel=0.005)


def test_silence_stays_silent() -> None:
    silence = np.zeros(500, np.float32)
    for effect in (clip_hard, clip_soft):
        assert not effect(silence, 0.01).any()
    assert not companded(silence).any()


def test_devices_are_checked() -> None:
    with pytest.raises(SyrinxError, match="low edge"):
        Device(low_hz=4000, high_hz=300)
