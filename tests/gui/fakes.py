"""An engine host without a process: it answers commands and writes real taps."""

from __future__ import annotations

import numpy as np

from syrinx.app.engine.device_messages import (
    MonitorChanged,
    SetMonitor,
    SpeakersTested,
    TestSpeakers,
)
from syrinx.app.engine.latency import LatencyReport
from syrinx.app.engine.messages import (
    AddMarker,
    ClipEnd,
    ClipStarted,
    ClipStopped,
    Command,
    DeviceInfo,
    DevicesListed,
    EngineReady,
    Event,
    ListDevices,
    MarkerAdded,
    PlayClip,
    RecordingStarted,
    RecordingStopped,
    SetVoice,
    StartRecording,
    StartStream,
    StopClip,
    StopRecording,
    StopStream,
    StreamStarted,
    StreamStopped,
    VoiceChanged,
)
from syrinx.app.engine.taps import Taps, TapWriter
from syrinx.app.voice_model import Voice, slug

RATE = 48_000
LATENCY = LatencyReport(
    input_ms=2.7,
    buffer_ms=6.7,
    output_ms=5.3,
    chain_parts=(("blocks of 10 ms", 10.0), ("neural voice", 20.0)),
)
SILENT_LATENCY = LatencyReport(input_ms=2.7, buffer_ms=6.7, output_ms=5.3, chain_parts=())
CLIP_S = 2.0
DEVICES = (
    DeviceInfo(
        id="ALSA: USB microphone", name="USB microphone", host_api="ALSA",
        input_channels=1, output_channels=0, default_sample_rate=RATE, is_default_input=True,
    ),
    DeviceInfo(
        id="ALSA: Headphones", name="Headphones", host_api="ALSA",
        input_channels=0, output_channels=2, default_sample_rate=RATE, is_default_output=True,
    ),
    DeviceInfo(
        id="JACK: system", name="system", host_api="JACK Audio Connection Kit",
        input_channels=2, output_channels=2, default_sample_rate=RATE,
    ),
)  # fmt: skip


class FakeHost:
    """Answers like the engine and remembers what it was told.

    A clip plays until it is stopped, replaced, or the test lets it end (`end_clip`).
    """

    def __init__(self, devices: tuple[DeviceInfo, ...] = DEVICES) -> None:
        self.devices = devices
        self.commands: list[Command] = []
        self.events: list[Event] = []
        self.answering = True
        self.closed = False
        self.clips: dict[str, str] = {}
        self.recording = "take.wav"
        self._taps = Taps()
        self.writer = TapWriter(self._taps.name)

    @property
    def tap_name(self) -> str:
        return self._taps.name

    def start(self) -> None:
        self.events.append(EngineReady(pid=1, ready_s=0.1, rss_mb=80.0, priority="normal"))

    def send(self, command: Command) -> None:
        self.commands.append(command)
        if not self.answering:
            return
        match command:
            case ListDevices():
                self.events.append(DevicesListed(devices=self.devices, fresh=True))
            case StartStream():
                self.end_clips("command")
                silent = command.config.silent
                stream = self.writer.begin(sample_rate=RATE, latency=0 if silent else 480)
                self.events.append(
                    StreamStarted(
                        stream=stream, sample_rate=RATE, period=128,
                        input_device="USB microphone", output_device="Headphones",
                        host_api="ALSA", priority="normal",
                        voice_id=None if silent else command.config.voice_id,
                        latency=SILENT_LATENCY if silent else LATENCY,
                    )
                )  # fmt: skip
            case StopStream():
                self.end_clips("command")
                self.events.append(StreamStopped(reason="command"))
            case SetVoice():
                self.events.append(VoiceChanged(voice_id=command.voice_id))
            case StartRecording():
                self.recording = command.path
                self.events.append(RecordingStarted(path=command.path))
            case StopRecording():
                self.events.append(RecordingStopped(path=self.recording, seconds=3.0))
            case AddMarker():
                self.events.append(MarkerAdded(seconds=1.0))
            case PlayClip():
                slot = command.slot
                self.end_clip("replaced", slot)
                for other in [name for name in self.clips if command.alone and name]:
                    self.end_clip("replaced", other)
                self.clips[slot] = command.path
                self.events.append(ClipStarted(path=command.path, seconds=CLIP_S, slot=slot))
            case StopClip() if command.slot is None:
                self.end_clips("command")
            case StopClip():
                self.end_clip("command", command.slot or "")
            case SetMonitor():
                device = None if command.monitor is None else "Headphones"
                self.events.append(MonitorChanged(device=device, delay_ms=30.0))
            case TestSpeakers():
                self.events.append(SpeakersTested(device="Headphones"))
            case _:
                pass

    @property
    def clip(self) -> str | None:
        """What plays in the slot of the wizard and the library."""
        return self.clips.get("")

    def end_clips(self, reason: ClipEnd = "ended") -> None:
        """Let all clips end."""
        for slot in list(self.clips):
            self.end_clip(reason, slot)

    def end_clip(self, reason: ClipEnd = "ended", slot: str = "") -> None:
        """Let the clip of a slot end, if one plays."""
        path = self.clips.pop(slot, None)
        if path is not None:
            seconds = CLIP_S if reason == "ended" else CLIP_S / 2
            self.events.append(ClipStopped(path=path, reason=reason, seconds=seconds, slot=slot))

    def poll(self) -> list[Event]:
        events, self.events = self.events, []
        return events

    def close(self) -> None:
        if not self.closed:
            self.closed = True
            self.writer.close()
            self._taps.close()

    def sent(self, kind: type) -> list[Command]:
        """Return the commands of one kind."""
        return [command for command in self.commands if isinstance(command, kind)]


def make_voices() -> list[Voice]:
    """Return two neural voices and four effects."""
    embedding = np.zeros(192, dtype=np.float32)
    embedding[0] = 1.0
    neural = [
        Voice(
            id=slug(name), name=name, kind="neural", description=text, tags=tags,
            colour=colour, f0_median_hz=f0, speaker_embedding=embedding, shipped=True,
            licence="CC0", attribution="rhasspy",
        )
        for name, text, tags, colour, f0 in (
            ("Kathleen", "A clear, warm narrator", ("female", "US English"), "#37b0c8", 196.0),
            ("Günter", "Deep and calm", ("male", "German"), "#c98a3a", 108.0),
        )
    ]  # fmt: skip
    effects = [
        Voice(
            id=slug(name), name=name, kind="effect", description=text, tags=tags,
            colour=colour, effect_id=slug(name), shipped=True,
        )
        for name, text, tags, colour in (
            ("Robot", "Flat pitch and a metal throat", ("machine",), "#8fa3ad"),
            ("Giant", "Deep, slow and large", ("deep", "fantasy"), "#7a5bc7"),
            ("Radio", "An old receiver on medium wave", ("band", "noise"), "#d0783c"),
            ("Whisper", "Breath without a voice", ("soft",), "#5c9ea0"),
        )
    ]  # fmt: skip
    return neural + effects
