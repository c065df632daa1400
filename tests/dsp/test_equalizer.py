"""The equaliser and the switch: response, no transient on a change, nothing when off."""

from __future__ import annotations

import numpy as np
import pytest

from syrinx.dsp.adapters import Delay, Switch
from syrinx.dsp.effect_parts import Drive
from syrinx.dsp.equalizer import EqBand, Equalizer, response
from syrinx.dsp.errors import SyrinxError
from tests.contracts.processor_contract import assert_processor_contract

RATES = [8000, 22257, 44100, 48000, 192000]
RATE = 48000
BANDS = (
    EqBand(kind="high_pass", hz=80.0),
    EqBand(kind="low_shelf", hz=150.0, gain_db=3.0),
    EqBand(kind="peak", hz=400.0, gain_db=-4.0, q=1.0),
    EqBand(kind="peak", hz=3000.0, gain_db=5.0, q=0.8),
    EqBand(kind="high_shelf", hz=9000.0, gain_db=-6.0),
)


def roughness(audio: np.ndarray) -> float:
    """Peak of the second difference: what a click has and a low tone has not."""
    return float(np.abs(np.diff(audio.astype(float), 2)).max())


def tone(hz: float, seconds: float = 1.0) -> np.ndarray:
    return (0.3 * np.sin(2 * np.pi * hz * np.arange(round(seconds * RATE)) / RATE)).astype("f4")


@pytest.mark.parametrize("rate", RATES)
def test_contract(rate: int) -> None:
    assert_processor_contract(lambda: Equalizer(BANDS, sample_rate=rate))
    assert_processor_contract(lambda: Equalizer((), sample_rate=rate))
    assert_processor_contract(lambda: Switch(Drive(sample_rate=rate, drive_db=6.0)))
    assert_processor_contract(lambda: Switch(Drive(sample_rate=rate, drive_db=6.0), on=False))


def test_the_sound_has_the_response_that_is_drawn() -> None:
    impulse = np.zeros(RATE, np.float32)
    impulse[0] = 1.0
    found = np.abs(np.fft.rfft(Equalizer(BANDS, sample_rate=RATE).process(impulse)))
    hz = np.fft.rfftfreq(RATE, 1 / RATE)
    drawn = np.abs(response(BANDS, hz, RATE))
    heard = slice(20, 20000)
    assert np.abs(20 * np.log10(found[heard] / drawn[heard])).max() < 0.02


@pytest.mark.parametrize(
    ("band", "hz", "gain_db"),
    [
        (EqBand(kind="peak", hz=1000.0, gain_db=6.0, q=2.0), 1000.0, 6.0),
        (EqBand(kind="low_shelf", hz=400.0, gain_db=-5.0), 10.0, -5.0),
        (EqBand(kind="low_shelf", hz=400.0, gain_db=-5.0), 400.0, -2.5),
        (EqBand(kind="high_shelf", hz=4000.0, gain_db=7.0), 22000.0, 7.0),
        (EqBand(kind="high_shelf", hz=4000.0, gain_db=7.0), 4000.0, 3.5),
        (EqBand(kind="high_pass", hz=100.0), 100.0, -3.01),
        (EqBand(kind="high_pass", hz=100.0), 10000.0, 0.0),
    ],
)
def test_each_kind_by_its_closed_form(band: EqBand, hz: float, gain_db: float) -> None:
    found = 20 * np.log10(np.abs(response((band,), np.array([hz]), RATE))[0])
    assert found == pytest.approx(gain_db, abs=0.05)


def test_flat_is_bit_for_bit() -> None:
    audio = tone(500.0)
    flat = (EqBand(kind="peak", hz=1000.0), EqBand(kind="high_shelf", hz=8000.0))
    assert np.array_equal(Equalizer(flat, sample_rate=RATE).process(audio), audio)


@pytest.mark.parametrize("hz", [60.0, 300.0])
def test_a_change_makes_no_click(hz: float) -> None:
    """Also where the new filter has a long memory (high-pass), and for changes in a row."""
    audio = tone(hz, 2.0)
    stage = Equalizer((), sample_rate=RATE)
    parts = []
    for index, block in enumerate(audio.reshape(-1, 128)):
        if index == 200:
            stage.set_bands(BANDS)
        if index in (400, 401, 402, 403):
            stage.set_bands((EqBand(kind="peak", hz=300.0, gain_db=3.0 * (index - 400)),))
        if index == 600:
            stage.set_bands(())
        parts.append(stage.process(block))
    out = np.concatenate(parts)
    loudest = np.abs(out).max() / np.abs(audio).max()
    assert roughness(out) < 1.3 * loudest * roughness(audio) + 2e-6
    # The newest bands are those heard in the end.
    assert np.array_equal(out[-4800:], audio[-4800:])


def test_a_change_while_fading_is_not_lost() -> None:
    stage = Equalizer((), sample_rate=RATE)
    stage.process(tone(1000.0, 0.1))
    stage.set_bands((EqBand(kind="peak", hz=1000.0, gain_db=12.0),))
    stage.process(tone(1000.0, 0.005))
    stage.set_bands((EqBand(kind="peak", hz=1000.0, gain_db=-12.0),))
    out = np.concatenate([stage.process(b) for b in tone(1000.0, 1.0).reshape(-1, 480)])
    assert 20 * np.log10(np.abs(out[-4800:]).max() / 0.3) == pytest.approx(-12.0, abs=0.05)


# ---- the switch ----


class Counting(Drive):
    """Counts what it is asked to compute."""

    calls = 0
    resets = 0

    def process(self, block: np.ndarray) -> np.ndarray:
        self.calls += 1
        return super().process(block)

    def reset(self) -> None:
        self.resets += 1
        super().reset()


def test_off_costs_nothing_and_changes_nothing() -> None:
    inner = Counting(sample_rate=RATE, drive_db=20.0)
    switch = Switch(inner, on=False)
    audio = tone(300.0, 0.1)
    assert np.array_equal(switch.process(audio), audio)
    assert inner.calls == 0
    switch.on = True
    assert not np.array_equal(switch.process(audio), audio)
    assert inner.calls == 1
    assert inner.resets == 1  # it starts afresh, without what it heard an hour ago
    switch.on = False
    switch.process(audio)
    assert switch.idle
    assert np.array_equal(switch.process(audio), audio)
    assert inner.calls == 2


def test_switching_makes_no_click() -> None:
    switch = Switch(Drive(sample_rate=RATE, drive_db=12.0), on=False)
    audio = tone(200.0, 2.0)
    parts = []
    for index, block in enumerate(audio.reshape(-1, 128)):
        switch.on = (index // 40) % 2 == 1
        parts.append(switch.process(block))
    drive = Drive(sample_rate=RATE, drive_db=12.0)
    assert roughness(np.concatenate(parts)) < 1.2 * max(
        roughness(audio), roughness(drive.process(audio))
    )


def test_what_delays_cannot_be_switched() -> None:
    with pytest.raises(SyrinxError, match="delay"):
        Switch(Delay(5, sample_rate=RATE))
