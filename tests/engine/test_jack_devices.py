"""Monitor, lost and found devices over JACK: PortAudio's own callbacks, on the dummy driver."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest

from syrinx.app.engine import messages as m
from syrinx.app.engine.device_messages import MonitorChanged, MonitorConfig, SetMonitor
from syrinx.app.engine.device_watch import DeviceWatch
from syrinx.app.engine.dummy_jack import DEVICE
from syrinx.app.engine.host import EngineHost
from syrinx.app.engine.reconnect import Reconnect
from tests.engine.loopback import RATE

pytestmark = pytest.mark.jack


class Phones:
    """A JACK client that listens: to PortAudio it is an output of two channels."""

    def __init__(self, server: str, name: str = "phones") -> None:
        import jack

        self.client = jack.Client(name, no_start_server=True, servername=server)
        self.ports = [self.client.inports.register(side) for side in ("left", "right")]
        self.heard = np.zeros(20 * RATE, np.float32)
        self.count = 0
        self.unplugged = False
        self.client.set_process_callback(self._process)
        self.client.activate()

    def _process(self, frames: int) -> None:
        if self.count + frames <= len(self.heard):
            self.heard[self.count : self.count + frames] = self.ports[0].get_array()
            self.count += frames

    def listen(self, seconds: float) -> np.ndarray:
        start = self.count
        deadline = time.monotonic() + seconds + 10
        while self.count < start + seconds * RATE and time.monotonic() < deadline:
            time.sleep(0.02)
        return self.heard[start : self.count].copy()

    def unplug(self) -> None:
        if not self.unplugged:
            self.unplugged = True
            self.client.deactivate()
            self.client.close()


class Hum:
    """A JACK client that hums at 440 Hz into whatever PortAudio listens with."""

    def __init__(self, server: str) -> None:
        import jack

        self.client = jack.Client("hum", no_start_server=True, servername=server)
        self.port = self.client.outports.register("out")
        self.at = 0
        self.client.set_process_callback(self._process)
        self.client.activate()

    def _process(self, frames: int) -> None:
        times = np.arange(self.at, self.at + frames) / RATE
        self.port.get_array()[:] = 0.3 * np.sin(2 * np.pi * 440 * times)
        self.at += frames

    def connect(self) -> None:
        for port in self.client.get_ports("PortAudio", is_audio=True, is_input=True):
            self.client.connect(self.port, port)

    def close(self) -> None:
        self.client.deactivate()
        self.client.close()


@pytest.fixture
def hum(jack_server: Any) -> Iterator[Hum]:
    made = Hum(jack_server.name)
    yield made
    made.close()


@pytest.fixture
def plug(jack_server: Any) -> Iterator[Callable[[], Phones]]:
    """Returns phones; those that are still plugged in at the end are unplugged."""
    made: list[Phones] = []

    def make() -> Phones:
        made.append(Phones(jack_server.name))
        return made[-1]

    yield make
    for phones in made:
        phones.unplug()


@pytest.fixture
def host(jack_server: Any) -> Iterator[EngineHost]:
    with EngineHost() as engine:
        engine.wait_for(m.EngineReady)
        yield engine


def start(host: EngineHost, **changes: Any) -> m.StreamStarted:
    config = m.EngineConfig(input_device=DEVICE, output_device=DEVICE, **changes)
    host.send(m.StartStream(config=config))
    return host.wait_for(m.StreamStarted)


def wait_for_monitor(host: EngineHost, playing: bool) -> MonitorChanged:
    while True:
        event = host.wait_for(MonitorChanged)
        if (event.device is not None) == playing:
            return event


def test_a_second_device_hears_the_voice(
    plug: Callable[[], Phones], host: EngineHost, hum: Hum
) -> None:
    phones = plug()
    start(host, monitor=MonitorConfig(device="phones"))
    playing = wait_for_monitor(host, True)
    assert playing.delay_ms < 50
    hum.connect()
    time.sleep(0.5)
    heard = phones.listen(1.0)
    assert np.abs(heard).max() == pytest.approx(0.3, abs=0.03)
    spectrum = np.abs(np.fft.rfft(heard * np.hanning(len(heard)))) ** 2
    near = round(440 * len(heard) / RATE)
    assert spectrum[near - 8 : near + 9].sum() > 0.9 * spectrum.sum()
    host.send(SetMonitor(monitor=MonitorConfig(device="phones", gain_db=-40.0)))
    time.sleep(0.5)
    assert np.abs(phones.listen(0.3)).max() < 0.02
    host.send(SetMonitor(monitor=None))
    wait_for_monitor(host, False)
    time.sleep(0.3)
    assert not phones.listen(0.3).any()


def test_a_monitor_that_is_unplugged_leaves_the_voice_alone(
    plug: Callable[[], Phones], host: EngineHost, hum: Hum
) -> None:
    """JACK goes on calling a client whose other end is gone: only silence tells."""
    phones = plug()
    start(host, monitor=MonitorConfig(device="phones"))
    wait_for_monitor(host, True)
    hum.connect()
    phones.unplug()
    host.poll()
    before = host.wait_for(m.Telemetry)
    time.sleep(2.5)
    events = host.poll()
    assert not [e for e in events if isinstance(e, m.StreamStopped | m.DeviceLost)]
    after = host.wait_for(m.Telemetry)
    assert after.stream_s > before.stream_s + 2
    again = plug()
    host.send(SetMonitor(monitor=None))
    host.send(SetMonitor(monitor=MonitorConfig(device="phones")))
    wait_for_monitor(host, True)
    time.sleep(0.5)
    assert np.abs(again.listen(0.5)).max() == pytest.approx(0.3, abs=0.03)


def test_jack_itself_dies_and_comes_back(jack_server: Any, host: EngineHost) -> None:
    """As somebody in front of the window has it: lost, awaited by name, running again."""
    reconnect, watch = Reconnect(), DeviceWatch()
    config = m.EngineConfig(input_device=DEVICE, output_device=DEVICE)
    try:
        host.send(m.StartStream(config=config))
        reconnect.started(config, host.wait_for(m.StreamStarted))
        pump(host, reconnect, watch, lambda event: False, seconds=2.0)
        jack_server.process.terminate()
        jack_server.process.wait(10)
        lost = pump(host, reconnect, watch, lambda event: isinstance(event, m.DeviceLost))
        assert lost is not None
        reconnect.lost()
        reconnect.seen(())
        assert reconnect.waiting
        jack_server.process = jack_server._start()
        again = pump(
            host, reconnect, watch, lambda event: isinstance(event, m.StreamStarted), config=config
        )
        assert isinstance(again, m.StreamStarted)
        assert (again.sample_rate, again.period) == (RATE, 128)
    finally:
        watch.close()


def pump(
    host: EngineHost,
    reconnect: Reconnect,
    watch: DeviceWatch,
    until: Any,
    *,
    config: m.EngineConfig | None = None,
    seconds: float = 45.0,
) -> m.Event | None:
    """The loop of a program: events, devices, and starting again when that is due."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        for event in host.poll():
            if until(event):
                return event
        found = watch.poll()
        if found is not None:
            reconnect.seen(found)
        if config is not None and reconnect.take_due():
            host.send(m.StartStream(config=config))
        time.sleep(0.03)
    return None
