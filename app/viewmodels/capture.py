"""The microphone for the wizard: a silent stream, pictures of it, takes, and a player of files.

The engine has one stream. While this model has it the Live area is stopped; whoever starts the
voice there takes it back.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from syrinx.app.engine.messages import (
    ClipStarted,
    ClipStopped,
    CommandFailed,
    DeviceLost,
    EngineConfig,
    EngineFailed,
    EngineRestarted,
    Event,
    RecordingStarted,
    RecordingStopped,
    StreamStarted,
    StreamStopped,
    Telemetry,
    VoiceParams,
)
from syrinx.app.services.engine_client import EngineClient
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.meters import Meter
from syrinx.app.viewmodels.stream import StreamModel
from syrinx.dsp.errors import SyrinxError

CaptureState = Literal["closed", "opening", "open", "recording", "stopping"]
SPAN_S = 6.0


class CaptureModel(QObject):
    """Opens the microphone, records takes from it, plays files.

    Parameters
    ----------
    client
        The engine, shared with ``live``.
    live
        Lends its stream, and knows the devices.
    """

    state_changed = Signal(str)
    recorded = Signal(object, float)
    """Path and seconds of a finished recording."""
    clip_changed = Signal()
    failed = Signal(str)
    audio_pulled = Signal(object)
    """Samples ``(n,)`` of the input as they come, for the room check."""

    def __init__(
        self, client: EngineClient, live: LiveModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._client, self._live = client, live
        self.input = StreamModel(span_s=SPAN_S)
        self.meter = Meter()
        self.state: CaptureState = "closed"
        self.stream: StreamStarted | None = None
        self.recording_s = 0.0
        self.clip: Path | None = None
        self.clip_length_s = 0.0
        self.clip_s = 0.0
        self._wanted_clip: Path | None = None
        client.event_received.connect(self._on_event)
        live.reclaimed.connect(self._on_reclaimed)

    @property
    def sample_rate(self) -> int:
        """Of the device, Hz; 0 while it is closed."""
        return self.stream.sample_rate if self.stream is not None else 0

    def open(self) -> None:
        """Open the microphone, silently."""
        if self.state != "closed":
            return
        self._live.lend()
        self._set_state("opening")
        try:
            self._client.start_stream(silent_config(self._live))
        except SyrinxError as error:
            self._fail(str(error))

    def close(self) -> None:
        """Close the microphone; the Live area can start again."""
        if self.state != "closed":
            self._client.stop_stream()
            self._end()

    def record(self, path: Path) -> None:
        """Record into a new file; `recorded` follows after `finish`."""
        if self.state == "open":
            self.stop_clip()
            self.recording_s = 0.0
            self._set_state("recording")
            self._client.start_recording(path)

    def finish(self) -> None:
        """End the recording."""
        if self.state == "recording":
            self._set_state("stopping")
            self._client.stop_recording()

    def play(self, path: Path) -> None:
        """Play a file, opening the device when it is closed."""
        if self.state == "open":
            self._client.play_clip(path)
        elif self.state in ("closed", "opening"):
            self._wanted_clip = path
            self.open()

    def stop_clip(self) -> None:
        """Stop what plays."""
        if self.clip is not None:
            self._client.stop_clip()

    def pull(self, elapsed_s: float) -> None:
        """Take what the taps hold; move the picture and the meter by ``elapsed_s``."""
        if self.state == "closed" or self.stream is None:
            self.meter.update(rms_dbfs=-200.0, peak_dbfs=-200.0, elapsed_s=elapsed_s)
            return
        audio, f0 = self._client.read_taps()
        if audio is not None and audio.stream == self.stream.stream:
            self.meter.feed(rms=audio.input_rms, peak=audio.input_peak, elapsed_s=elapsed_s)
            self.input.feed(audio.input, position=audio.position, sample_rate=audio.sample_rate)
            if f0 is not None and f0.stream == audio.stream:
                for position, hz in zip(f0.positions.tolist(), f0.f0_hz.tolist(), strict=True):
                    self.input.feed_f0(hz, position=position)
            self.audio_pulled.emit(audio.input)
        self.input.tick(elapsed_s)

    # ---- inside ----

    def _on_event(self, event: Event) -> None:
        if self.state == "closed":
            return
        match event:
            case StreamStarted():
                self._on_started(event)
            case StreamStopped():
                if event.reason != "command":
                    self._end()
            case Telemetry():
                self.recording_s = event.recording_s or 0.0
                if event.clip_s is not None and self.clip is not None:
                    self.clip_s = event.clip_s
                    self.clip_changed.emit()
            case RecordingStarted():
                pass
            case RecordingStopped():
                self._on_recorded(event)
            case ClipStarted() if event.slot == "":
                self.clip, self.clip_length_s, self.clip_s = Path(event.path), event.seconds, 0.0
                self.clip_changed.emit()
            case ClipStopped() if event.slot == "":
                if event.reason != "replaced":
                    self.clip = None
                    self.clip_changed.emit()
            case CommandFailed():
                self._on_command_failed(event)
            case DeviceLost() | EngineFailed():
                self._fail(event.message)
            case EngineRestarted():
                self._set_state("opening")  # the host opens the stream again
                self.failed.emit(event.message)

    def _on_started(self, event: StreamStarted) -> None:
        # Closed and opened again at once, two streams begin: the taps are of the second.
        self.stream = event
        self.input.clear()
        self.meter.reset()
        self._set_state("open")
        clip, self._wanted_clip = self._wanted_clip, None
        if clip is not None:
            self._client.play_clip(clip)

    def _on_recorded(self, event: RecordingStopped) -> None:
        if self.state not in ("recording", "stopping"):
            return
        self._set_state("open")
        if event.error:
            self.failed.emit(event.error)
        else:
            self.recorded.emit(Path(event.path), event.seconds)

    def _on_command_failed(self, event: CommandFailed) -> None:
        if event.command == "StartStream":
            self._fail(event.message)
        elif event.command in ("StartRecording", "StopRecording"):
            self._set_state("open")
            self.failed.emit(event.message)
        elif event.command in ("PlayClip", "StopClip") and not event.slot:
            self.clip = None
            self.clip_changed.emit()
            self.failed.emit(event.message)

    def _on_reclaimed(self) -> None:
        if self.state != "closed":
            self._end()

    def _fail(self, message: str) -> None:
        self._end()
        self.failed.emit(message)

    def _end(self) -> None:
        self.stream = None
        self._wanted_clip = None
        self.recording_s = 0.0
        if self.clip is not None:
            self.clip = None
            self.clip_changed.emit()
        self._set_state("closed")

    def _set_state(self, state: CaptureState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)


def silent_config(live: LiveModel) -> EngineConfig:
    """Return a stream on the chosen devices in which nothing is heard but clips."""
    devices = live.devices
    config = EngineConfig(
        input_device=devices.input_id,
        output_device=devices.output_id,
        safety_ms=live.safety_ms,
        silent=True,
        params=VoiceParams(mute=live.params.mute),
    )
    return live.complete(config)
