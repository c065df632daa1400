"""Pauses over a quiet floor are lowered; speech, loud floors and an unknown floor are not."""

from __future__ import annotations

import numpy as np
import pytest

from syrinx.dsp.hush import DEPTH_DB, WINDOW_FRAMES, WINDOWS, Hush


def gains(levels: list[float], *, voiced: bool = False) -> list[float]:
    hush = Hush()
    return [hush.gain_db(level, voiced=voiced) for level in levels]


def talk(floor_dbfs: float, speech_dbfs: float, rounds: int = 6) -> list[float]:
    """A second of speech and half a second of pause in turn, the floor wavering by a few dB."""
    rng = np.random.default_rng(0)
    pause = list(floor_dbfs + rng.uniform(-2.0, 2.0, 50))
    return ([speech_dbfs] * 100 + pause) * rounds


@pytest.mark.parametrize(("floor", "lowered"), [(-70.0, DEPTH_DB), (-60.0, DEPTH_DB), (-40.0, 0.0)])
def test_only_a_quiet_floor_is_lowered(floor: float, lowered: float) -> None:
    found = np.array(gains(talk(floor, -25.0))[300:])
    levels = np.array(talk(floor, -25.0)[300:])
    assert found[levels < floor + 3.0] == pytest.approx(-lowered, abs=0.1)
    assert found[levels > -30.0] == pytest.approx(0.0)


def test_weak_consonants_stay_and_loud_voiced_frames_are_never_touched() -> None:
    levels = talk(-65.0, -48.0)
    assert min(np.array(gains(levels))[300:][np.array(levels[300:]) > -50.0]) == 0.0
    hum = [-40.0] * 900  # for long enough to be taken for the floor
    assert gains(hum, voiced=True) == pytest.approx([0.0] * 900)
    assert min(gains([-60.0] * 900, voiced=True)) == -DEPTH_DB  # "voiced" noise


def test_nothing_is_lowered_before_the_floor_is_known() -> None:
    assert gains([-63.0] * (WINDOW_FRAMES - 1)) == pytest.approx([0.0] * (WINDOW_FRAMES - 1))
    hush = Hush()
    for _ in range(2 * WINDOW_FRAMES):
        hush.gain_db(-63.0, voiced=False)
    assert hush.gain_db(-63.0, voiced=False) == -DEPTH_DB
    hush.reset()
    assert hush.gain_db(-63.0, voiced=False) == 0.0


def test_digital_silence_does_not_hold_the_floor_down_for_ever() -> None:
    hush = Hush()
    for _ in range(WINDOW_FRAMES):
        hush.gain_db(-100.0, voiced=False)
    assert hush.gain_db(-63.0, voiced=False) == 0.0
    for _ in range(WINDOW_FRAMES * (WINDOWS + 1)):
        hush.gain_db(-63.0, voiced=False)
    assert hush.floor_dbfs == -63.0
