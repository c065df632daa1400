"""The margin of a running path: what a change sounds like, and what the delay is then."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from syrinx.app.engine.worker import AudioPath
from tests.engine.conftest import straight
from tests.engine.test_audio_path import MINUS_40_DBFS, PERIOD, RATE, click_level, noise, tone


@pytest.mark.parametrize(("before", "after"), [(4.0, 12.0), (12.0, 4.0), (8.0, 10.0), (3.0, 60.0)])
def test_the_delay_is_that_of_the_new_margin_to_the_sample(
    rig: Callable, rng: np.random.Generator, before: float, after: float
) -> None:
    audio = noise(rng, 3.0)
    run = rig(audio, safety_ms=before)
    run.run(1.0)
    run.path.set_safety(after)
    out = run.run(2.0 - PERIOD / RATE)
    prefill = PERIOD + round(after * RATE / 1000)
    assert run.path.prefill == run.path.queue == prefill
    assert run.path.safety_ms == pytest.approx(after)
    assert run.path.counters.late_blocks == 0
    tail = slice(round(1.5 * RATE), len(out))
    assert np.array_equal(out[tail], audio[: len(out)][tail.start - prefill : len(out) - prefill])


@pytest.mark.parametrize(("before", "after"), [(4.0, 12.0), (12.0, 4.0), (4.0, 40.0)])
def test_a_change_in_loud_sound_is_no_louder_than_the_concealment(
    rig: Callable, before: float, after: float
) -> None:
    late = rig(tone(3.0), safety_ms=before, stalls=((1.0, 0.03),))
    concealed = click_level(late.run()[RATE // 2 :])
    run = rig(tone(3.0), safety_ms=before)
    run.run(1.0)
    run.path.set_safety(after)
    out = run.run(2.0 - PERIOD / RATE)
    assert click_level(out[RATE // 2 :]) < MINUS_40_DBFS
    assert click_level(out[RATE // 2 :]) < 1.5 * concealed
    silent = np.abs(out[RATE:]) < 1e-4
    longest = max(0, round((after - before) * RATE / 1000)) + 16
    assert np.convolve(silent, np.ones(longest), "valid").max() < longest


def test_a_change_waits_for_a_pause_and_is_inaudible_there(rig: Callable) -> None:
    audio = tone(3.0)
    audio[round(1.5 * RATE) : round(1.7 * RATE)] = 0
    run = rig(audio, safety_ms=4.0)
    run.run(1.0)
    run.path.set_safety(10.0, patience_s=2.0)
    run.run(0.4)
    assert run.path.safety_ms == 4.0
    out = run.run(1.0)
    assert run.path.safety_ms == 10.0
    # The pause is as much longer, and nothing else is different.
    first, second = PERIOD + 4 * 48, PERIOD + 10 * 48
    assert np.array_equal(out[RATE : round(1.5 * RATE)], audio[RATE - first :][: RATE // 2])
    at = round(1.75 * RATE)
    assert np.array_equal(out[at:], audio[at - second : len(out) - second])


def test_a_change_does_not_wait_for_ever(rig: Callable) -> None:
    run = rig(tone(3.0), safety_ms=4.0)
    run.run(0.5)
    run.path.set_safety(8.0, patience_s=1.0)
    run.run(0.9)
    assert run.path.safety_ms == 4.0
    run.run(0.2)
    assert run.path.safety_ms == 8.0


def test_a_margin_too_small_for_a_fade_grows_by_one(rig: Callable) -> None:
    run = rig(tone(1.0), safety_ms=8.0)
    run.run(0.3)
    run.path.set_safety(8.5)
    out = run.run(0.3)
    assert run.path.safety_ms == pytest.approx(8.0 + 1000 * 64 / RATE, abs=0.01)
    assert run.path.queue == run.path.prefill
    assert click_level(out[4800:]) < MINUS_40_DBFS


def test_many_changes_amid_stalls_leave_no_delay_behind(
    rig: Callable, rng: np.random.Generator
) -> None:
    audio = noise(rng, 6.0)
    stalls = tuple((0.5 + 0.1 * k, float(rng.uniform(0.001, 0.03))) for k in range(40))
    run = rig(audio, stalls=stalls)
    for _ in range(50):
        run.path.set_safety(float(rng.uniform(0.0, 100.0)), patience_s=float(rng.uniform(0, 0.1)))
        run.run(0.09)
    run.path.set_safety(5.0)
    out = run.run(1.0)
    prefill = PERIOD + 5 * 48
    tail = slice(len(out) - RATE // 2, len(out))
    assert run.path.queue == prefill
    assert np.array_equal(out[tail], audio[tail.start - prefill : tail.stop - prefill])
    counters = run.path.counters
    assert 0 < counters.gaps <= counters.late_blocks
    assert run.path.missing_ms > 0


@pytest.mark.parametrize("drift", [0.998, 1.002])
def test_two_clocks_keep_near_a_margin_that_changes(drift: float) -> None:
    path = AudioPath(straight(), period=PERIOD, safety_ms=4.0, coupled=False)
    audio, captured, due = tone(20.0), 0, 0.0
    out = np.empty(PERIOD, np.float32)
    for index in range(8 * RATE // PERIOD):
        if index % 600 == 300:
            path.set_safety((20.0, 6.0)[index // 600 % 2])
        path.render(out)
        due += drift
        while due >= 1:
            due -= 1
            path.capture(audio[captured : captured + PERIOD])
            captured += PERIOD
        while path.step():
            pass
        if index % 600 > 320:  # what is left out must come in first
            assert path.queue <= path.prefill + 4 * PERIOD
    assert path.safety_ms in (20.0, 6.0)
    assert path.counters.late_blocks < 40
