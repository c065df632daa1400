"""The feedback guard on closed loops through a room, and on what only sounds like feedback."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from syrinx.dsp.echo import FRAME, EchoDetector
from syrinx.dsp.feedback import FeedbackGuard, FeedbackReport
from syrinx.dsp.howl import FRAME as HOWL_FRAME
from syrinx.dsp.howl import HowlDetector
from tests.dsp.signals import sentence

RATE = 16_000
BLOCK = 128


def speech(seconds: float, seed: int = 0) -> np.ndarray:
    pieces = [sentence(RATE, seconds=2.0, seed=seed + k) for k in range(round(seconds / 2) + 1)]
    rng = np.random.default_rng(seed)
    pieces = [rng.uniform(0.3, 1.0) * np.roll(p, int(rng.integers(len(p)))) for p in pieces]
    audio = np.concatenate(pieces)[: round(seconds * RATE)]
    return (audio + 3e-4 * rng.standard_normal(len(audio))).astype(np.float32)


def response(seed: int = 0, decay_s: float = 0.25) -> np.ndarray:
    """A direct path, then noise that decays: a loudspeaker a metre away in a living room."""
    rng = np.random.default_rng(seed)
    time = np.arange(round(decay_s * RATE)) / RATE
    taps = 0.12 * rng.standard_normal(len(time)) * 10 ** (-3 * time / decay_s)
    taps[:40] = 0.0
    taps[0] = 1.0
    return taps.astype(np.float32)


def at_gain(taps: np.ndarray, gain_db: float) -> np.ndarray:
    """Scale a response so that its loop gain is ``gain_db`` at the worst frequency."""
    return (taps * 10 ** (gain_db / 20) / np.abs(np.fft.rfft(taps, 1 << 16)).max()).astype("f4")


class Run:
    """Closes the loop: talker + room(output) -> voice -> guard -> output."""

    def __init__(self, talk: np.ndarray, taps: np.ndarray, *, delay: int, on: bool = True) -> None:
        guard = FeedbackGuard(sample_rate=RATE, shortest_ms=16.0)
        guard.on = on
        taps = np.concatenate((np.zeros(delay - BLOCK, np.float32), taps))
        past = np.zeros(len(taps) + BLOCK, np.float32)
        self.reports: list[tuple[float, FeedbackReport]] = []
        self.turned_s = np.inf
        played = []
        for index, block in enumerate(talk[: len(talk) // BLOCK * BLOCK].reshape(-1, BLOCK)):
            back = np.convolve(past, taps, "valid")[1 : BLOCK + 1]
            heard = np.clip(block + back, -1, 1).astype(np.float32)
            out = np.clip(guard.process(heard, heard.copy()), -0.97, 0.97).astype(np.float32)
            past = np.concatenate((past[BLOCK:], out))
            played.append(out)
            now = (index + 1) * BLOCK / RATE
            if guard.state != "listening":
                self.turned_s = min(self.turned_s, now)
            if (report := guard.take_report()) is not None:
                self.reports.append((now, report))
        self.played = np.concatenate(played)


@pytest.mark.parametrize("gain_db", [2.0, 6.0, 15.0])
def test_a_howling_loop_is_silenced_and_named(gain_db: float) -> None:
    taps = at_gain(response(), gain_db)
    wild = Run(speech(12.0), taps, delay=900, on=False)
    assert np.sqrt((wild.played[-RATE:] ** 2).mean()) > 0.3  # it does howl
    run = Run(speech(12.0), taps, delay=900)
    assert run.turned_s < 4.0
    assert run.reports[0][0] < 9.0
    assert run.reports[0][1].muted_s >= 4.0
    power = (run.played.reshape(-1, RATE // 4) ** 2).mean(axis=1)
    after = power[round(4 * run.reports[0][0]) + 1 :]
    assert (after < 1e-6).mean() > 0.5  # it rests, and is tried again now and then


def test_an_echo_is_found_with_its_delay() -> None:
    run = Run(speech(12.0), at_gain(response(seed=3), -4.0), delay=1200)
    assert run.reports
    at, report = run.reports[0]
    assert report.kind == "echo"
    assert at < 5.0
    assert report.delay_ms == pytest.approx(75.0, abs=1.5)


def test_it_is_tried_again_and_stays_open_once_the_loop_is_gone() -> None:
    """Headphones on: what was muted comes back by itself."""
    guard = FeedbackGuard(sample_rate=RATE, shortest_ms=16.0)
    talk = speech(40.0)
    past = np.zeros(1200 + BLOCK, np.float32)
    states = []
    for index, block in enumerate(talk[: len(talk) // BLOCK * BLOCK].reshape(-1, BLOCK)):
        now = index * BLOCK / RATE
        back = 0.5 * past[BLOCK - BLOCK : BLOCK] if now < 10.0 else 0.0
        heard = (block + back).astype(np.float32)
        out = guard.process(heard, heard.copy())
        past = np.concatenate((past[BLOCK:], out))
        states.append((now, guard.state))
    assert any(state == "muted" for now, state in states if now < 10.0)
    assert all(state == "listening" for now, state in states if now > 25.0)


def no_report(audio: np.ndarray) -> FeedbackGuard:
    guard = FeedbackGuard(sample_rate=RATE, shortest_ms=16.0)
    for block in audio[: len(audio) // BLOCK * BLOCK].reshape(-1, BLOCK):
        guard.process(block, block.copy())
        assert guard.take_report() is None
        assert not guard.muted
    return guard


def whistle(seconds: float) -> np.ndarray:
    time = np.arange(round(seconds * RATE)) / RATE
    shape = np.minimum(1, time / 0.03) * np.minimum(1, (seconds - time) / 0.03)
    return (0.2 * shape * np.sin(2 * np.pi * 1300 * time)).astype(np.float32)


def tune(seconds: float) -> np.ndarray:
    """Chords that change every half second."""
    time = np.arange(round(seconds * RATE)) / RATE
    out = np.zeros(len(time))
    for index, root in enumerate((0, 5, 7, 3, 8, 2, 10, 5)):
        now = (time // 0.5).astype(int) % 8 == index
        for note in (0, 4, 7, 12):
            hz = 220 * 2 ** ((root + note) / 12)
            out += now * sum(np.sin(2 * np.pi * k * hz * time) / k for k in range(1, 6))
    return (0.05 * out).astype(np.float32)


def drums(seconds: float) -> np.ndarray:
    rng = np.random.default_rng(0)
    hit = np.exp(-np.arange(2400) / 300) * rng.standard_normal(2400)
    return np.tile(0.2 * hit, round(seconds * RATE / 2400) + 1).astype(np.float32)


SOUNDS: dict[str, Callable[[], np.ndarray]] = {
    "speech": lambda: speech(60.0, seed=7),
    "a short whistle": lambda: np.concatenate([np.zeros(RATE, "f4"), whistle(0.4)] * 8),
    "a long whistle": lambda: np.concatenate([np.zeros(RATE, "f4"), whistle(5.0)] * 3),
    "a test tone": lambda: whistle(20.0),
    "music": lambda: tune(30.0),
    "a drum machine": lambda: drums(30.0),
    "a fan": lambda: (0.15 * np.random.default_rng(0).standard_normal(20 * RATE)).astype("f4"),
    "silence": lambda: np.zeros(5 * RATE, np.float32),
}


@pytest.mark.parametrize("name", SOUNDS)
def test_it_does_not_mute_what_is_no_feedback(name: str) -> None:
    audio = SOUNDS[name]()
    noise = 3e-4 * np.random.default_rng(1).standard_normal(len(audio))
    no_report((audio + noise * audio.any()).astype(np.float32))


def test_speech_is_passed_bit_for_bit() -> None:
    guard = FeedbackGuard(sample_rate=48000, shortest_ms=10.0)
    audio = np.repeat(speech(4.0), 3)
    for block in audio[: len(audio) // 480 * 480].reshape(-1, 480):
        assert guard.process(block, block) is block


def test_off_is_off_and_turning_it_off_opens_at_once() -> None:
    taps = at_gain(response(), 10.0)
    run = Run(speech(4.0), taps, delay=900, on=False)
    assert not run.reports
    guard = FeedbackGuard(sample_rate=RATE, shortest_ms=16.0)
    guard._confirm("howl", lag=0)
    block = np.ones(RATE, np.float32)
    assert guard.process(block, block)[-1] == 0.0
    assert guard.muted
    guard.on = False
    assert np.array_equal(guard.process(block, block), block)


def test_muting_is_a_fade() -> None:
    guard = FeedbackGuard(sample_rate=48000, shortest_ms=16.0)
    tone = (0.5 * np.sin(2 * np.pi * 200 * np.arange(48000) / 48000)).astype(np.float32)
    guard.process(tone[:480], tone[:480])
    guard._confirm("howl", lag=0)
    out = np.concatenate([guard.process(b, b) for b in tone[480:4800].reshape(-1, 128 + 16)])
    assert not out[-100:].any()
    assert np.abs(np.diff(out, 2)).max() < 1.5 * np.abs(np.diff(tone, 2)).max()


def test_the_report_comes_once_a_minute_at_most() -> None:
    run = Run(speech(30.0), at_gain(response(), 10.0), delay=900)
    assert len(run.reports) == 1


# ---- the detectors ----


@pytest.mark.parametrize("lag", [300, 1000, 5000])
@pytest.mark.parametrize("own", [0, 400])
def test_the_correlation_finds_lag_and_gain(lag: int, own: int) -> None:
    rng = np.random.default_rng(0)
    talk = (0.1 * rng.standard_normal(5 * RATE)).astype(np.float32)
    played = np.pad(talk, (own, 0))[: len(talk)]
    heard = talk + 0.3 * np.pad(played, (lag, 0))[: len(talk)]
    detector = EchoDetector(shortest=250)
    for start in range(0, len(talk) - FRAME, FRAME):
        piece = slice(start, start + FRAME)
        detector.push(heard[piece].astype("f4"), played[piece])
    found = detector.strongest(own_delay=own)
    assert found is not None
    assert abs(found.lag - lag) <= 1
    assert 0.15 < found.strength < 0.4
    assert found.alone > 2.0
    assert detector.gain_at(lag) == pytest.approx(0.3, rel=0.3)


def test_the_tone_is_measured_and_a_vowel_is_none() -> None:
    detector = HowlDetector()
    time = np.arange(RATE) / RATE
    tone = (0.1 * np.sin(2 * np.pi * 1234.5 * time)).astype(np.float32)
    for frame in tone[: 20 * HOWL_FRAME].reshape(-1, HOWL_FRAME):
        detector.push(frame)
    found = detector.standing(16)
    assert found is not None
    assert found.hz == pytest.approx(1234.5, abs=1.0)
    assert found.level_dbfs == pytest.approx(-20.0, abs=0.3)
    vowel = sum(np.sin(2 * np.pi * k * 200 * time) / k for k in range(1, 12)).astype("f4") * 0.1
    detector.reset()
    for frame in vowel[: 30 * HOWL_FRAME].reshape(-1, HOWL_FRAME):
        detector.push(frame)
    assert detector.standing(4) is None
    glide = (0.1 * np.sin(2 * np.pi * (1000 * time + 60 * time**2))).astype(np.float32)
    detector.reset()
    for frame in glide[: 30 * HOWL_FRAME].reshape(-1, HOWL_FRAME):
        detector.push(frame)
    assert detector.standing(16) is None


def test_what_else_is_heard_is_turned_by_the_same_gain() -> None:
    guard = FeedbackGuard(sample_rate=RATE, shortest_ms=20.0)
    ones = np.ones(480, np.float32)
    assert guard.turned(ones) is ones
    guard._turn(0.0)
    turned = []
    for _ in range(100):
        output = guard.process(np.zeros(480, np.float32), ones)
        assert np.array_equal(guard.turned(ones), output)
        turned.append(output[-1])
    assert turned[-1] == 0.0
    guard.on = False
    guard.process(np.zeros(480, np.float32), ones)
    assert guard.turned(ones) is ones
