"""The sound server's own devices, with a real PulseAudio: listed, played to, unplugged, found."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from syrinx.app.cli.main import main
from syrinx.app.engine import messages as m
from syrinx.app.engine.device import choose_device, known_devices
from syrinx.app.engine.device_messages import (
    MonitorChanged,
    MonitorConfig,
    SetMonitor,
    SpeakersTested,
    TestSpeakers,
)
from syrinx.app.engine.device_watch import DeviceWatch
from syrinx.app.engine.host import EngineHost
from syrinx.app.engine.live import run_live
from syrinx.app.engine.pulse import PulseStream
from syrinx.app.engine.pulse_list import list_pulse
from syrinx.app.virtual_mic import MICROPHONE_NAME, OUTPUT_ID, VirtualMicrophone
from syrinx.dsp.errors import SyrinxError
from tests.engine.sound_server import RATE, Ear, Mouth, SoundServer

pytestmark = pytest.mark.pulse


@pytest.fixture
def host(sound_server: SoundServer) -> Iterator[EngineHost]:
    with EngineHost() as engine:
        engine.wait_for(m.EngineReady)
        yield engine


@pytest.fixture
def mouth(sound_server: SoundServer, tmp_path: Path) -> Iterator[Mouth]:
    """Somebody who hums at 440 Hz into the microphone."""
    hum = 0.3 * np.sin(2 * np.pi * 440 * np.arange(60 * RATE) / RATE)
    path = tmp_path / "hum.wav"
    soundfile.write(path, hum.astype(np.float32), RATE)
    made = Mouth(sound_server, path)
    yield made
    made.stop()


def start(host: EngineHost, **changes: Any) -> m.StreamStarted:
    host.send(m.StartStream(config=m.EngineConfig(**changes)))
    return host.wait_for(m.StreamStarted)


def hums(server: SoundServer, source: str, seconds: float = 2.0) -> bool:
    """Whether 440 Hz is what a source hears, and nothing else."""
    ear = Ear(server, source)
    try:
        ear.listen(0.5)
        audio = ear.listen(seconds)
    finally:
        ear.stop()
    spectrum = np.abs(np.fft.rfft(audio * np.hanning(len(audio)))) ** 2
    near = round(440 * len(audio) / RATE)
    # A late block now and then on a busy machine is a faded gap, not another sound.
    return bool(audio.std() > 0.02 and spectrum[near - 40 : near + 41].sum() > 0.9 * spectrum.sum())


def hums_soon(server: SoundServer, source: str) -> bool:
    return any(hums(server, source) for _ in range(3))


def test_the_server_lists_what_there_is(sound_server: SoundServer) -> None:
    devices = {device.id: device for device in list_pulse()}
    speaker = devices["PulseAudio: speaker"]
    assert (speaker.name, speaker.is_default_output) == ("Speaker", True)
    assert (speaker.output_channels, speaker.default_sample_rate) == (2, RATE)
    assert devices["PulseAudio: microphone"].is_default_input
    assert devices["PulseAudio: speaker.monitor"].monitor_of == "PulseAudio: speaker"
    known = known_devices()
    assert "ALSA: pulse" not in [info.id for _, info in known]
    assert choose_device(known, "phones", output=True)[1].id == "PulseAudio: phones"
    assert choose_device(known, None, output=False)[1].id == "PulseAudio: microphone"


def test_a_voice_goes_from_the_microphone_to_output_and_monitor(
    host: EngineHost, sound_server: SoundServer, mouth: Mouth
) -> None:
    started = start(host, output_device="speaker", monitor=MonitorConfig(device="phones"))
    assert (started.input_device, started.output_device) == ("Microphone", "Speaker")
    assert started.sample_rate == RATE
    playing = host.wait_for(MonitorChanged)
    assert playing.device == "Phones"
    assert 15 < playing.delay_ms < 80
    assert hums_soon(sound_server, "speaker.monitor")
    assert hums_soon(sound_server, "phones.monitor")
    host.send(SetMonitor(monitor=MonitorConfig(device="speaker")))
    refused = host.wait_for(MonitorChanged)
    assert "is the output itself" in (refused.message or "")


def test_an_unplugged_monitor_leaves_the_voice_alone_and_comes_back(
    host: EngineHost, sound_server: SoundServer, mouth: Mouth
) -> None:
    start(host, output_device="speaker", monitor=MonitorConfig(device="phones"))
    assert host.wait_for(MonitorChanged).device == "Phones"
    sound_server.unplug("phones")
    lost = host.wait_for(MonitorChanged)
    assert lost.device is None
    assert "gone" in (lost.message or "")
    assert hums_soon(sound_server, "speaker.monitor")
    sound_server.plug("phones")
    while host.wait_for(MonitorChanged).device != "Phones":
        pass
    assert hums_soon(sound_server, "phones.monitor")
    events = host.poll()
    assert not [e for e in events if isinstance(e, m.StreamStopped | m.DeviceLost)]


def test_an_unplugged_output_is_lost_at_once_and_nothing_else_is_taken(
    host: EngineHost, sound_server: SoundServer, mouth: Mouth
) -> None:
    start(host, output_device="phones")
    sound_server.unplug("phones")
    assert host.wait_for(m.StreamStopped).reason == "device_lost"
    assert "Phones" in host.wait_for(m.DeviceLost).message
    assert not hums(sound_server, "speaker.monitor", 0.5)  # the server would have moved it there
    sound_server.plug("phones")
    start(host, output_device="phones")
    assert hums_soon(sound_server, "phones.monitor")


def test_a_server_that_is_restarted_is_taken_again(
    host: EngineHost, sound_server: SoundServer
) -> None:
    start(host)
    sound_server.end()
    assert host.wait_for(m.StreamStopped).reason == "device_lost"
    sound_server.start()
    host.poll()
    assert start(host).output_device == "Speaker"


def test_the_watch_sees_devices_come_and_go_beside_a_stream(
    host: EngineHost, sound_server: SoundServer
) -> None:
    start(host)
    watch = DeviceWatch()
    try:
        assert "PulseAudio: phones" in next_ids(watch)
        sound_server.unplug("phones")
        assert "PulseAudio: phones" not in next_ids(watch)
        sound_server.plug("phones")
        assert "PulseAudio: phones" in next_ids(watch)
    finally:
        watch.close()
    assert not [e for e in host.poll() if isinstance(e, m.StreamStopped | m.DeviceLost)]


def next_ids(watch: DeviceWatch) -> list[str]:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        found = watch.poll()
        if found is not None:
            return [device.id for device in found]
        time.sleep(0.05)
    raise AssertionError("the watch says nothing")


def test_loudspeakers_are_tried_without_a_stream(
    host: EngineHost, sound_server: SoundServer
) -> None:
    ear = Ear(sound_server, "phones.monitor")
    ear.listen(0.2)
    host.send(TestSpeakers(device="phones"))
    assert host.wait_for(SpeakersTested) == SpeakersTested(device="Phones", channels=2)
    assert np.abs(ear.listen(3.0)).max() > 0.04
    ear.stop()
    host.send(TestSpeakers(device="nothing"))
    assert "no output device" in (host.wait_for(SpeakersTested).error or "")


def test_the_virtual_microphone_is_made_heard_and_removed(
    host: EngineHost, sound_server: SoundServer, mouth: Mouth
) -> None:
    maker = VirtualMicrophone()
    assert maker.state() == "absent"
    maker.make()
    maker.make()  # once is enough
    assert maker.state() == "ours"
    listed = sound_server.pactl("list", "sources")
    assert f"Description: {MICROPHONE_NAME}" in listed
    assert sound_server.pactl("list", "short", "sinks").count("syrinx") == 1
    assert not [d for d in list_pulse() if "syrinx" in d.id and d.input_channels]
    start(host, output_device=OUTPUT_ID)
    assert hums_soon(sound_server, "syrinx_microphone")
    maker.remove()
    assert "syrinx" not in sound_server.pactl("list", "short", "modules")
    assert host.wait_for(m.StreamStopped).reason == "device_lost"


def test_what_a_crash_left_behind_is_cleared(sound_server: SoundServer) -> None:
    crashed = VirtualMicrophone()
    crashed._mark = "4194303.1"  # nobody's
    crashed.make()
    assert VirtualMicrophone().state() == "absent"
    assert VirtualMicrophone().clear_left_over()
    assert "syrinx" not in sound_server.pactl("list", "short", "modules")
    assert not VirtualMicrophone().clear_left_over()


def test_a_stream_to_a_device_that_is_not_there_is_one_sentence(
    sound_server: SoundServer,
) -> None:
    with pytest.raises(SyrinxError, match="No such entity"):
        PulseStream("nothing", output=True, sample_rate=RATE, channels=1, buffer=960, chunk=240)


def test_the_command_line_waits_for_a_lost_device_and_goes_on(
    sound_server: SoundServer, tmp_path: Path
) -> None:
    """`syrinx live --wait`: lost, found by name, running again, and not on another device."""
    streams: list[m.StreamStarted] = []
    lost: list[m.DeviceLost] = []

    def on_event(event: m.Event) -> None:
        if isinstance(event, m.StreamStarted):
            streams.append(event)
            if len(streams) == 1:
                sound_server.unplug("phones")
        elif isinstance(event, m.DeviceLost):
            lost.append(event)
            sound_server.plug("phones")

    report = run_live(
        m.EngineConfig(output_device="phones"),
        seconds=None,
        on_event=on_event,
        stop=lambda: len(streams) == 2,
        wait=True,
    )
    assert [stream.output_device for stream in streams] == ["Phones", "Phones"]
    assert len(lost) == 1
    assert "Phones" in report.notices[0]


def test_the_command_line_makes_the_virtual_microphone_and_takes_it_away(
    sound_server: SoundServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["devices"]) == 0
    assert "can be made: syrinx live --virtual-mic" in capsys.readouterr().out
    assert main(["live", "--virtual-mic", "--monitor", "phones", "--seconds", "1", "--json"]) == 0
    said = capsys.readouterr()
    assert '"output_device": "Syrinx"' in said.out
    assert MICROPHONE_NAME in said.err
    assert "syrinx" not in sound_server.pactl("list", "short", "modules")
    assert main(["live", "--virtual-mic", "--output", "phones"]) == 1
    assert "leave --output out" in capsys.readouterr().err
