"""Names, watch and waiting: what makes a device the same again, and when a stream starts again."""

from __future__ import annotations

import itertools
import pickle
from collections.abc import Callable
from dataclasses import replace

import pytest

from syrinx.app.engine import messages as m
from syrinx.app.engine.device import choose_device
from syrinx.app.engine.device_names import exclusive_mode, feedback, find_again, plain_name
from syrinx.app.engine.device_watch import (
    SETTLE_S,
    DeviceWatch,
    Freshness,
    SearchProcess,
    fingerprint,
)
from syrinx.app.engine.latency import LatencyReport
from syrinx.app.engine.pulse_list import list_pulse
from syrinx.app.engine.reconnect import Reconnect
from syrinx.dsp.errors import SyrinxError


def device(
    name: str, *, api: str = "ALSA", inputs: int = 0, outputs: int = 0, default: bool = False
) -> m.DeviceInfo:
    return m.DeviceInfo(
        id=f"{api}: {name}", name=name, host_api=api, input_channels=inputs,
        output_channels=outputs, default_sample_rate=48000,
        is_default_input=default and inputs > 0, is_default_output=default and outputs > 0,
    )  # fmt: skip


MIC = device("USB Mic: Audio (hw:1,0)", inputs=1)
SPEAKERS = device("Speakers", outputs=2, default=True)
PHONES = device("Phones", outputs=2)


# ---- names ----


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("ALSA: USB Mic: Audio (hw:1,0)", "ALSA: USB Mic: Audio (hw:3,0)"),
        ("MME: Microphone (2- USB Audio)", "MME: Microphone (USB Audio)"),
        ("MME: Microphone (2- USB Audio)", "MME: Microphone (11- USB Audio)"),
    ],
)
def test_the_systems_own_numbers_do_not_make_another_device(before: str, after: str) -> None:
    assert plain_name(before) == plain_name(after)


def test_the_same_device_is_found_again_and_twins_are_not_mixed_up() -> None:
    moved = device("USB Mic: Audio (hw:2,0)", inputs=1)
    twin = device("USB Mic: Audio (hw:3,0)", inputs=1)
    assert find_again([SPEAKERS, moved], MIC.id, output=False) is moved
    assert find_again([moved, twin], MIC.id, output=False) is None
    assert find_again([moved, MIC, twin], MIC.id, output=False) is MIC
    assert find_again([MIC], MIC.id, output=True) is None


def test_loops_inside_the_machine_are_recognised() -> None:
    cable_in = device("CABLE Input (VB-Audio Virtual Cable)", outputs=2)
    cable_out = device("CABLE Output (VB-Audio Virtual Cable)", inputs=2)
    hole = device("BlackHole 2ch", inputs=2, outputs=2)
    assert "feeds back" in (feedback(cable_out, [SPEAKERS, cable_in]) or "")
    assert feedback(hole, [hole]) is not None
    assert feedback(hole, [device("BlackHole 16ch", outputs=16)]) is None
    assert feedback(MIC, [cable_in, SPEAKERS]) is None
    heard = m.DeviceInfo(
        id="PulseAudio: a.monitor", name="Monitor of A", host_api="PulseAudio", input_channels=2,
        output_channels=0, default_sample_rate=48000, monitor_of=PHONES.id,
    )  # fmt: skip
    assert feedback(heard, [SPEAKERS]) is None
    assert feedback(heard, [SPEAKERS, PHONES]) is not None


def test_who_leaves_the_choice_of_the_exclusive_mode() -> None:
    assert exclusive_mode("Windows WASAPI") == "choice"
    assert exclusive_mode("Core Audio") == "choice"
    assert exclusive_mode("ASIO") == "always"
    assert exclusive_mode("Windows WDM-KS") == "always"
    for api in ("ALSA", "JACK Audio Connection Kit", "MME", "Windows DirectSound", "PulseAudio"):
        assert exclusive_mode(api) == "never"


# ---- what pactl says ----

ABOUT = "Server Name: PulseAudio (on PipeWire 1.0.5)\nDefault Sink: a\nDefault Source: mic\n"
SINKS = """Sink #34
\tState: RUNNING
\tName: a
\tDescription: Speakers: left & right
\tSample Specification: s32le 8ch 96000Hz
\tMonitor Source: a.monitor
\tProperties:
\t\tdevice.description = "wrong"
\t\tName: wrong
Sink #35
\tName: b
\tDescription:
\tSample Specification: nonsense
"""
SOURCES = """Source #1
\tName: a.monitor
\tDescription: Monitor of Speakers
\tMonitor of Sink: a
\tSample Specification: s16le 2ch 48000Hz
Source #2
\tName: mic
\tDescription: Microphone
\tMonitor of Sink: n/a
\tSample Specification: s16le 1ch 44100Hz
Source #3
\tName: syrinx_microphone
\tDescription: Syrinx Microphone
\tMonitor of Sink: n/a
"""


def test_a_list_of_pactl_is_understood() -> None:
    said = {("info",): ABOUT, ("list", "sinks"): SINKS, ("list", "sources"): SOURCES}
    first, second, mic, monitor = list_pulse(lambda *words: said[words])
    assert (first.id, first.name) == ("PulseAudio: a", "Speakers: left & right")
    assert (first.output_channels, first.default_sample_rate) == (8, 96000)
    assert first.is_default_output
    assert (second.name, second.output_channels, second.is_default_output) == ("b", 2, False)
    assert (mic.input_channels, mic.default_sample_rate, mic.is_default_input) == (1, 44100, True)
    assert monitor.monitor_of == first.id


@pytest.mark.parametrize("broken", ["info", "sinks", "sources"])
def test_a_pactl_that_fails_is_no_devices(broken: str) -> None:
    assert list_pulse(lambda *words: None if broken in words else "") == ()


# ---- the watch ----


class FakeSearch:
    def __init__(self, watched: Watched) -> None:
        self.watched, self.cancelled = watched, False

    def result(self) -> tuple[m.DeviceInfo, ...] | None:
        if self.watched.fails:
            raise SyrinxError("It broke off.")
        return self.watched.found

    def cancel(self) -> None:
        self.cancelled = True


class FakeNews:
    said = closed = False

    def take(self) -> bool:
        said, self.said = self.said, False
        return said

    def close(self) -> None:
        self.closed = True


class Watched:
    def __init__(self) -> None:
        self.now, self.mark, self.fails = 100.0, ("a",), False
        self.found: tuple[m.DeviceInfo, ...] | None = (MIC,)
        self.searches: list[FakeSearch] = []
        self.news = FakeNews()
        self.watch = DeviceWatch(
            look=lambda: self.mark, search=self._search, news=self.news, clock=lambda: self.now
        )  # type: ignore[arg-type]

    def _search(self) -> FakeSearch:
        self.searches.append(FakeSearch(self))
        return self.searches[-1]

    def run(self, seconds: float) -> list[tuple[m.DeviceInfo, ...]]:
        told, end = [], self.now + seconds
        while self.now < end:
            self.now += 0.1
            found = self.watch.poll()
            if found is not None:
                told.append(found)
        return told


def test_the_watch_tells_what_is_new_and_searches_no_oftener() -> None:
    watched = Watched()
    assert watched.run(5.0) == [(MIC,)]
    assert len(watched.searches) == 1
    watched.mark = ("a", "b")
    assert watched.run(5.0) == []  # searched, and nothing was new
    assert len(watched.searches) == 2
    watched.found = (MIC, SPEAKERS)
    watched.news.said = True
    assert watched.run(5.0) == [(MIC, SPEAKERS)]
    watched.watch.refresh()
    watched.found = (SPEAKERS,)
    assert watched.run(1.0) == [(SPEAKERS,)]


def test_changes_that_come_together_are_one_search() -> None:
    watched = Watched()
    for _ in range(10):
        watched.news.said = True
        watched.run(SETTLE_S / 2)
    assert not watched.searches
    watched.run(2.0)
    assert len(watched.searches) == 1


def test_a_search_that_fails_is_tried_at_the_next_change_and_ended_at_the_end() -> None:
    watched = Watched()
    watched.fails = True
    assert watched.run(3.0) == []
    watched.fails = False
    watched.mark = ("c",)
    assert watched.run(3.0) == [(MIC,)]
    watched.found = None
    watched.mark = ("d",)
    watched.run(3.0)
    watched.watch.close()
    assert watched.searches[-1].cancelled
    assert watched.news.closed


def test_a_real_search_in_a_process_of_its_own() -> None:
    search = SearchProcess()
    try:
        while (found := search.result()) is None:
            pass
    finally:
        search.cancel()
    assert isinstance(found, tuple)
    assert all(isinstance(info, m.DeviceInfo) for info in found)
    assert fingerprint() == fingerprint()


def test_portaudio_searches_again_only_when_something_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    searched: list[bool] = []
    monkeypatch.setattr(
        "syrinx.app.engine.device_watch.rescan_portaudio", lambda: searched.append(True)
    )
    monkeypatch.setitem(__import__("sys").modules, "sounddevice", object())
    mark = ["a"]
    fresh = Freshness(lambda: tuple(mark))
    for _ in range(3):
        fresh.renew()
    assert not searched
    mark.append("b")
    fresh.renew()
    fresh.renew()
    assert searched == [True]


# ---- waiting ----


def started(inp: str, out: str) -> m.StreamStarted:
    return m.StreamStarted(
        stream=1, sample_rate=48000, period=128, input_device=inp, output_device=out,
        host_api="ALSA", voice_id=None, priority="normal",
        latency=LatencyReport(input_ms=1, buffer_ms=1, output_ms=1),
    )  # fmt: skip


class Waiting:
    def __init__(self, config: m.EngineConfig) -> None:
        self.now = 0.0
        self.reconnect = Reconnect(lambda: self.now)
        self.reconnect.started(config, started(MIC.name, PHONES.name))

    def due(self, seconds: float = 0.0) -> bool:
        self.now += seconds
        return self.reconnect.take_due()


@pytest.fixture
def waiting() -> Callable[..., Waiting]:
    return lambda **ids: Waiting(m.EngineConfig(**ids))


@pytest.mark.parametrize("ids", [{}, {"input_device": MIC.id, "output_device": PHONES.id}])
def test_the_same_devices_and_no_others_are_awaited(
    waiting: Callable[..., Waiting], ids: dict[str, str]
) -> None:
    made = waiting(**ids)
    reconnect = made.reconnect
    assert not reconnect.waiting
    reconnect.lost()
    reconnect.seen((MIC, SPEAKERS))
    assert reconnect.waiting
    assert reconnect.missing == (PHONES.name,)
    assert not made.due(100.0)  # the default is there, and is not taken
    offered = reconnect.fallback(output=True)
    assert offered is SPEAKERS
    assert reconnect.fallback(output=False) is None
    moved = device("USB Mic: Audio (hw:4,0)", inputs=1)
    reconnect.seen((moved if ids else MIC, SPEAKERS, PHONES))
    assert reconnect.missing == ()
    assert made.due()
    assert not made.due()


def test_the_default_of_before_is_aimed_at_by_name(waiting: Callable[..., Waiting]) -> None:
    """Meanwhile the system has made another device its default."""
    made = waiting()
    made.reconnect.lost()
    made.reconnect.seen((MIC, SPEAKERS))
    config = m.EngineConfig(safety_ms=5.0)
    assert made.reconnect.aim(config) is config
    made.reconnect.seen((MIC, SPEAKERS, PHONES))
    aimed = made.reconnect.aim(config)
    assert (aimed.input_device, aimed.output_device) == (MIC.id, PHONES.id)
    assert aimed.safety_ms == 5.0


def test_a_loop_is_the_default_input_only_where_there_is_no_microphone() -> None:
    loop = replace(device("Monitor", inputs=2, default=True), monitor_of=SPEAKERS.id)
    listed = [(-1, loop), (-1, MIC), (-1, SPEAKERS)]
    assert choose_device(listed, None, output=False)[1] is MIC
    assert choose_device([(-1, loop)], None, output=False)[1] is loop


def test_a_start_that_fails_is_tried_later_and_later(waiting: Callable[..., Waiting]) -> None:
    made = waiting()
    made.reconnect.lost()
    made.reconnect.seen((MIC, PHONES))
    times = []
    while made.now < 60.0:
        if made.due(0.1):
            times.append(made.now)
    pauses = [later - earlier for earlier, later in itertools.pairwise(times)]
    assert pauses[0] == pytest.approx(1.0, abs=0.2)
    assert pauses == sorted(pauses)
    assert max(pauses) < 16
    made.reconnect.seen((MIC,))  # gone again: from the beginning
    made.reconnect.seen((MIC, PHONES))
    assert made.due()


def test_whoever_stops_or_starts_is_not_overridden(waiting: Callable[..., Waiting]) -> None:
    made = waiting()
    made.reconnect.lost()
    made.reconnect.cancel()
    made.reconnect.seen((MIC, PHONES))
    assert not made.due(10.0)
    made.reconnect.lost()
    made.reconnect.started(m.EngineConfig(), started(MIC.name, SPEAKERS.name))
    assert not made.reconnect.waiting


def test_the_new_messages_cross_a_pipe() -> None:
    from syrinx.app.engine import device_messages as d

    config = m.EngineConfig(
        input_channel=3, exclusive=True, monitor=d.MonitorConfig(device="x", gain_db=-3.0)
    )
    for message in (
        m.StartStream(config=config),
        d.SetMonitor(monitor=config.monitor),
        d.TestSpeakers(device=None),
        d.MonitorChanged(device=None, message="gone"),
        d.SpeakersTested(device="x"),
    ):
        assert pickle.loads(pickle.dumps(message)) == message
    with pytest.raises(SyrinxError, match="input channel"):
        m.EngineConfig(input_channel=0)
    with pytest.raises(SyrinxError, match="gain of the monitor"):
        d.MonitorConfig(gain_db=float("nan"))
    with pytest.raises(SyrinxError, match="monitor hears"):
        d.MonitorConfig(source="both")  # type: ignore[arg-type]
