"""The monitor: two clocks simulated to the sample, faults, and what the control thread does."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from syrinx.app.engine.clips import Clip, Sound
from syrinx.app.engine.device_messages import (
    MonitorChanged,
    MonitorConfig,
    MonitorSource,
    SpeakersTested,
)
from syrinx.app.engine.messages import DeviceInfo, DeviceScript
from syrinx.app.engine.monitor import MonitorFeed
from syrinx.app.engine.monitor_desk import RETRY_S, MonitorDesk
from syrinx.app.engine.opener import Opener
from syrinx.app.engine.scripted import ScriptedDevice
from syrinx.app.engine.speaker_test import SpeakerTest, speaker_sound
from syrinx.app.engine.worker import AudioPath
from syrinx.dsp.errors import SyrinxError
from tests.engine.conftest import Rig, straight

RATE = 48000


class Clocks:
    """A main stream and a monitor, each by its own clock."""

    def __init__(
        self, *, ppm: float, period: int = 128, out_rate: int = RATE, out_period: int = 256
    ) -> None:
        self.now = 0.0
        self.period, self.out_rate, self.out_period = period, out_rate, out_period
        self.feed = MonitorFeed(
            sample_rate=RATE,
            period=period,
            out_rate=out_rate,
            out_period=out_period,
            clock=lambda: self.now,
        )
        self._step = period / RATE
        self._out_step = out_period / (out_rate * (1 + 1e-6 * ppm))
        self._due, self._out_due = 0.0, 0.0021
        self._sent = 0
        self.held = self.out_held = False
        self.heard: list[np.ndarray] = []
        self.drifts: list[float] = []

    def run(self, seconds: float) -> None:
        end = self.now + seconds
        while self.now < end:
            self.now = min(self._due, self._out_due)
            if self._due <= self._out_due:
                self._due += self._step
                count = np.arange(self._sent, self._sent + self.period)
                self._sent += self.period
                if not self.held:
                    block = (0.5 * np.sin(2 * np.pi * 1000 * count / RATE)).astype(np.float32)
                    self.feed.push(np.zeros_like(block), block)
            else:
                self._out_due += self._out_step
                if not self.out_held:
                    frames = np.full((self.out_period, 3), 9.0, np.float32)
                    self.feed.render(frames)
                    assert not frames[:, 2].any()
                    self.heard.append(frames[:, 0])
                    self.drifts.append(self.feed.drift)

    def take(self) -> np.ndarray:
        heard = np.concatenate(self.heard)
        self.heard = []
        return heard


def largest_step(audio: np.ndarray) -> float:
    """In a tone of 1 kHz and 0.5 at 48 kHz neighbours differ by 0.065 at most."""
    return float(np.abs(np.diff(audio)).max())


@pytest.mark.parametrize(
    ("ppm", "out_rate", "out_period"),
    [(250, 48000, 256), (-300, 44100, 441), (40, 96000, 2048), (0, 48000, 64)],
)
def test_the_controller_finds_the_other_clock(ppm: float, out_rate: int, out_period: int) -> None:
    clocks = Clocks(ppm=ppm, out_rate=out_rate, out_period=out_period)
    clocks.run(90.0)
    feed = clocks.feed
    assert (feed.gaps, feed.skips, feed.error) == (0, 0, None)
    late = np.array(clocks.drifts[-len(clocks.drifts) // 3 :])
    assert np.mean(late) * 1e6 == pytest.approx(-ppm, abs=10)
    assert np.ptp(late) < 60e-6  # a tenth of a cent
    assert max(map(abs, clocks.drifts)) < 1.5e-3
    assert largest_step(clocks.take()[out_rate:]) < 0.066 * RATE / out_rate + 0.002


def test_a_main_stream_that_stalls_is_a_faded_pause() -> None:
    clocks = Clocks(ppm=100)
    clocks.run(2.0)
    clocks.take()
    clocks.held = True
    clocks.run(0.5)
    clocks.held = False
    clocks.run(1.0)
    heard = clocks.take()
    assert clocks.feed.gaps == 1
    assert (heard == 0).sum() > 0.4 * RATE
    assert np.abs(heard[-RATE // 4 :]).max() == pytest.approx(0.5, abs=0.01)
    assert largest_step(heard) < 0.09


@pytest.mark.parametrize("seconds", [0.2, 5.0])
def test_a_monitor_that_stalls_is_left_behind_and_cut_once(seconds: float) -> None:
    clocks = Clocks(ppm=0)
    clocks.run(2.0)
    clocks.take()
    clocks.out_held = True
    clocks.run(seconds)
    clocks.out_held = False
    clocks.run(1.0)
    assert clocks.feed.skips == 1
    assert clocks.feed.ring.fill < clocks.feed.target + 512
    assert clocks.feed.ring.lost == 0
    assert largest_step(clocks.take()) < 0.12


def test_source_and_gain_change_while_it_plays() -> None:
    clocks = Clocks(ppm=0)
    clocks.run(1.0)
    clocks.feed.gain_db = -20.0
    clocks.run(1.0)
    assert np.abs(clocks.take()[-4800:]).max() == pytest.approx(0.05, rel=0.02)
    clocks.feed.source = "input"
    clocks.run(1.0)
    assert not clocks.take()[-4800:].any()


def test_a_bug_in_the_monitor_never_reaches_the_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    feed = MonitorFeed(sample_rate=RATE, period=128, out_rate=RATE, out_period=128)
    monkeypatch.setattr(feed, "_steer", lambda _: 1 / 0)
    block = np.zeros(128, np.float32)
    feed.push(block, block)
    feed.push(block, block)
    assert "monitor stopped" in (feed.error or "")


def test_the_main_stream_is_the_same_with_and_without(
    rig: Callable[..., Rig], rng: np.random.Generator
) -> None:
    audio = (0.1 * rng.standard_normal(RATE)).astype(np.float32)
    alone = rig(audio).run()
    beside = rig(audio)
    beside.path.monitor = MonitorFeed(sample_rate=RATE, period=128, out_rate=44100, out_period=441)
    np.testing.assert_array_equal(beside.run(), alone)
    assert beside.path.monitor.ring.written > 0


@pytest.mark.parametrize("source", ["output", "input"])
@pytest.mark.parametrize("clips", [True, False])
def test_the_soundboard_is_heard_there_or_not_and_by_others_always(
    rig: Callable[..., Rig],
    rng: np.random.Generator,
    monkeypatch: pytest.MonkeyPatch,
    source: MonitorSource,
    clips: bool,
) -> None:
    spoken, sound = (0.1 * rng.standard_normal((2, RATE))).astype(np.float32)
    run = rig(spoken)
    feed = MonitorFeed(
        sample_rate=RATE, period=128, out_rate=RATE, out_period=128, source=source, clips=clips
    )
    heard: list[np.ndarray] = []
    monkeypatch.setattr(
        feed,
        "push",
        lambda block, output: heard.append((output if source == "output" else block).copy()),
    )
    run.path.monitor = feed
    run.path.clips.start(Clip(Sound("a.wav", sound.copy(), sample_rate=RATE)))
    out = run.run()[run.path.prefill :]
    beside = np.concatenate(heard)[: len(out)]
    both = spoken[: len(out)] + sound[: len(out)]
    middle = slice(1000, len(out) - 1000)  # without the fades of the clip
    np.testing.assert_allclose(out[middle], both[middle], atol=1e-6)
    expected = both if clips else spoken
    np.testing.assert_allclose(beside[middle], expected[middle], atol=1e-6)
    # A panic silences what the others hear, and the monitor of it.
    run.path.mute.set("all")
    heard.clear()
    run.device = ScriptedDevice(DeviceScript(sample_rate=RATE, realtime=False), audio=spoken)
    run.run(0.2)
    assert np.concatenate(heard)[-1000:].any() == (source == "input")


@pytest.mark.parametrize("state", ["panic", "howl"])
def test_the_own_voice_in_the_monitor_takes_no_clip_into_a_panic_and_howls_no_further(
    rig: Callable[..., Rig],
    rng: np.random.Generator,
    monkeypatch: pytest.MonkeyPatch,
    state: str,
) -> None:
    spoken, sound = (0.1 * rng.standard_normal((2, RATE))).astype(np.float32)
    run = rig(spoken)
    feed = MonitorFeed(sample_rate=RATE, period=128, out_rate=RATE, out_period=128, source="input")
    heard: list[np.ndarray] = []
    monkeypatch.setattr(feed, "push", lambda block, output: heard.append(block.copy()))
    run.path.monitor = feed
    run.path.clips.start(Clip(Sound("a.wav", sound.copy(), sample_rate=RATE)))
    if state == "panic":
        run.path.mute.start("all")
    else:
        run.path.guard.on = True
        run.path.guard._turn(0.0)
    run.run(0.4)
    last = np.concatenate(heard)
    expected = spoken[: len(last)] if state == "panic" else np.zeros(len(last), np.float32)
    np.testing.assert_allclose(last[-9600:], expected[-9600:], atol=1e-6)


# ---- the desk ----


class FakeOutput:
    def __init__(self, name: str, *, broken: bool = False) -> None:
        self.info = DeviceInfo(
            id=f"API: {name}", name=name, host_api="API", input_channels=0, output_channels=2,
            default_sample_rate=RATE,
        )  # fmt: skip
        self.name, self.host_api, self.sample_rate = name, "API", RATE
        self.channels, self.period, self.latency_s = 2, 256, 0.01
        self.broken, self.closed = broken, 0
        self.lost: str | None = None
        self.render: Any = None

    def open(self) -> None:
        if self.broken:
            raise SyrinxError("It does not open.")

    def run(self, render: Any) -> None:
        self.render = render

    def check(self) -> str | None:
        return self.lost

    def close(self) -> bool:
        self.closed += 1
        return True


class Desk:
    def __init__(self) -> None:
        self.outputs: dict[str | None, FakeOutput] = {}
        self.events: list[Any] = []
        self.opener = Opener(self._find)
        self.monitor = MonitorDesk(self.events.append, self.opener)
        self.path = AudioPath(straight(), period=128, safety_ms=4.0)

    def _find(self, wanted: str | None) -> FakeOutput:
        if wanted not in self.outputs:
            raise SyrinxError(f"There is no {wanted}.")
        return self.outputs[wanted]

    def begin(self, wanted: MonitorConfig | None) -> None:
        self.monitor.begin(self.path, main_output="API: Main", wanted=wanted)
        self.settle()

    def settle(self) -> None:
        assert self.opener.settle(5.0)
        self.monitor.look_after()
        assert self.opener.settle(5.0)


@pytest.fixture
def desk() -> Any:
    made = Desk()
    made.outputs["phones"] = FakeOutput("phones")
    yield made
    made.opener.shut_down()


def test_the_desk_opens_tells_and_closes(desk: Desk) -> None:
    desk.begin(MonitorConfig(device="phones", gain_db=-6.0))
    (event,) = desk.events
    assert event.device == "phones"
    assert 20 < event.delay_ms < 50
    assert desk.path.monitor is not None
    assert desk.outputs["phones"].render is not None
    feed = desk.path.monitor
    desk.monitor.set(MonitorConfig(device="phones", gain_db=3.0, source="input"))
    assert desk.path.monitor is feed  # no gap
    assert (feed.source, round(feed.gain_db)) == ("input", 3)
    desk.monitor.set(None)
    desk.settle()
    assert desk.events[-1] == MonitorChanged(device=None)
    assert desk.outputs["phones"].closed == 1
    assert desk.path.monitor is None


def test_a_lost_monitor_is_said_once_and_comes_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.monotonic()
    monkeypatch.setattr("syrinx.app.engine.monitor_desk.time.monotonic", lambda: now)
    desk.begin(MonitorConfig(device="phones"))
    desk.outputs["phones"].lost = "It is gone."
    desk.settle()
    assert desk.path.monitor is None
    assert desk.events[-1].message == "It is gone."
    gone = desk.outputs.pop("phones")
    assert gone.closed == 1
    for _ in range(3):
        now += RETRY_S + 0.1
        desk.monitor.look_after()
        desk.opener.settle(5.0)
    told = len(desk.events)
    assert told == 2  # playing, gone
    desk.outputs["phones"] = FakeOutput("phones")
    now += RETRY_S + 0.1
    desk.monitor.look_after()
    desk.opener.settle(5.0)
    assert desk.events[-1].device == "phones"
    assert desk.path.monitor is not None


def test_the_main_output_is_no_monitor(desk: Desk) -> None:
    desk.outputs["main"] = FakeOutput("Main")
    desk.begin(MonitorConfig(device="main"))
    assert "is the output itself" in desk.events[-1].message
    assert desk.path.monitor is None
    assert desk.outputs["main"].closed == 1


def test_a_stream_that_ends_while_the_monitor_opens_leaves_nothing_open(desk: Desk) -> None:
    desk.monitor.begin(desk.path, main_output="", wanted=MonitorConfig(device="phones"))
    desk.monitor.end()
    assert desk.opener.settle(5.0)
    assert desk.outputs["phones"].closed == 1
    assert desk.path.monitor is None
    assert not desk.events


def test_a_monitor_that_hangs_holds_nobody_up(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    release = threading.Event()
    desk.outputs["phones"].open = lambda: release.wait(10) and None  # type: ignore[method-assign]
    started = time.perf_counter()
    desk.monitor.begin(desk.path, main_output="", wanted=MonitorConfig(device="phones"))
    desk.monitor.look_after()
    assert time.perf_counter() - started < 5
    assert not desk.opener.settle(0.05)
    release.set()
    assert desk.opener.settle(5.0)
    assert desk.path.monitor is not None


# ---- the loudspeakers' trial ----


def test_the_sweep_is_soft_rises_and_comes_left_then_right() -> None:
    sound = speaker_sound(RATE, 2)
    half = len(sound) // 2
    left, right = sound[:half], sound[half:]
    assert left[:, 0].any()
    assert right[:, 1].any()
    assert not left[:, 1].any()
    assert not right[:, 0].any()
    assert 20 * np.log10(np.abs(sound).max()) == pytest.approx(-18.4, abs=0.5)
    crossings = np.flatnonzero(np.diff(np.signbit(left[: RATE - 4800, 0]).astype(int)))
    early, late = np.diff(crossings)[10:20].mean(), np.diff(crossings)[-10:].mean()
    assert early > 2 * late
    mono = speaker_sound(RATE, 1)
    assert mono.shape[1] == 1
    assert mono[:half].any()
    assert mono[half:].any()


def test_the_trial_plays_all_of_it_and_says_where() -> None:
    output = FakeOutput("speakers")
    events: list[Any] = []
    opener = Opener(lambda _: output)
    trial = SpeakerTest(events.append, opener)
    trial.start(None)
    assert opener.settle(5.0)
    heard = []
    while not events:
        frames = np.full((480, 2), 9.0, np.float32)
        output.render(frames)
        heard.append(frames)
        trial.look_after()
    assert opener.settle(5.0)
    sound = speaker_sound(RATE, 2)
    np.testing.assert_array_equal(np.concatenate(heard)[: len(sound)], sound)
    assert events == [SpeakersTested(device="speakers", channels=2)]
    assert output.closed == 1
    output.broken = True
    trial.start("x")
    assert opener.settle(5.0)
    assert events[-1].error == "It does not open."
    opener.shut_down()
