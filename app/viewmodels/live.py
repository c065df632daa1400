"""The Live area as a model: what runs, with which voice and settings, and how it fares."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from syrinx.app.engine.latency import LatencyReport
from syrinx.app.engine.messages import (
    CommandFailed,
    DeviceLost,
    DevicesListed,
    EngineConfig,
    EngineFailed,
    EngineReady,
    EngineRestarted,
    Event,
    FeedbackHeard,
    LatencyChanged,
    Notice,
    RecordContent,
    RecordingStarted,
    RecordingStopped,
    StreamStarted,
    StreamStopped,
    Telemetry,
    VoiceParams,
)
from syrinx.app.files import new_recording
from syrinx.app.services.engine_client import EngineClient
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.settings import Settings
from syrinx.app.source_pitch import target_f0_hz
from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.devices import DevicesModel
from syrinx.app.viewmodels.displays import Displays
from syrinx.app.viewmodels.message import Message
from syrinx.app.viewmodels.voices import PictureOf, VoicesModel
from syrinx.app.voices import Voice
from syrinx.dsp.errors import SyrinxError

State = Literal["stopped", "starting", "running"]
DEFAULT_GATE_DBFS = -50.0
RESTART_DELAY_MS = 400
LOAD_HISTORY = 240
SETTING_OF = {"mark": "mark_output"}
"""Knobs that the settings know under another name."""
SETTINGS = frozenset(item.name for item in fields(Settings))
_OF_THE_ENGINE = (EngineReady, DevicesListed, EngineRestarted, EngineFailed)
"""What concerns everybody, whoever has the stream."""


class LiveModel(QObject):
    """Everything the Live area shows and does; it knows nothing of widgets.

    Parameters
    ----------
    client
        The engine.
    settings
        What was chosen last time; every choice goes back into it.
    load_voices
        Returns the voices of the library; may raise SyrinxError.
    picture
        Returns the file of a voice's picture.
    """

    state_changed = Signal(str)
    voice_changed = Signal()
    params_changed = Signal()
    stats_changed = Signal()
    latency_changed = Signal()
    recording_changed = Signal()
    message_posted = Signal(object)
    reclaimed = Signal()

    def __init__(
        self,
        client: EngineClient,
        settings: SettingsStore,
        load_voices: Callable[[], Sequence[Voice]],
        parent: QObject | None = None,
        *,
        picture: PictureOf | None = None,
    ) -> None:
        super().__init__(parent)
        self._client = client
        self._settings = settings
        self._load_voices = load_voices
        self.voices = VoicesModel(parent=self, picture=picture)
        self.devices = DevicesModel(self)
        self.displays = Displays()
        self.pictures = self.displays.pictures
        self.input_meter = self.displays.input_meter
        self.output_meter = self.displays.output_meter
        self.state: State = "stopped"
        self.lent = False
        self.engine_ready = False
        self.voice: Voice | None = None
        self.params = VoiceParams()
        self.latency: LatencyReport | None = None
        self.stream: StreamStarted | None = None
        self.stats = Telemetry(streaming=False)
        self.load_history: deque[tuple[float, float, int]] = deque(maxlen=LOAD_HISTORY)
        self.recording_path: Path | None = None
        self.tells_of_recordings = True
        self.plan_recording: Callable[[], tuple[Path, RecordContent]] = lambda: (
            new_recording(self.recordings_folder),
            "both",
        )
        self.safety_ms = settings.current.safety_ms
        self._config_parts: list[Callable[[EngineConfig], EngineConfig]] = []
        self._restart = QTimer(self)
        self._restart.setSingleShot(True)
        self._restart.setInterval(RESTART_DELAY_MS)
        self._restart.timeout.connect(self._on_restart_due)
        client.event_received.connect(self._on_event)
        settings.failed.connect(lambda text: self._post("error", text))
        settings.changed.connect(
            lambda: self.voices.set_favourites(self._settings.current.favourites)
        )
        self.devices.chosen.connect(self._on_device_chosen)
        self._restore()

    # ---- what the user does ----

    def open(self) -> None:
        """Start the engine process and look for devices: call once the window is shown."""
        if self._settings.notice:
            self._post("warning", self._settings.notice)
        self.devices.set_searching()
        self.open_engine()

    def open_engine(self) -> None:
        """Start the engine process, which then looks for devices."""
        try:
            self._client.open()
        except SyrinxError as error:
            self.devices.set_unknown()
            self._post("error", str(error))

    def close(self) -> None:
        """Stop everything and write the settings."""
        self._restart.stop()
        self._client.close()
        self._settings.flush()

    def toggle(self) -> None:
        """Start, or stop."""
        if self.state == "stopped":
            self.start()
        else:
            self.stop()

    def lend(self) -> None:
        """Stop, and leave the engine's stream to somebody else until `start`.

        Who borrowed it hears `reclaimed` then; what the engine says of that stream until then
        does not concern this model.
        """
        if self.state != "stopped":
            self.stop()
            self._on_stopped()
        if self.lent:
            self.reclaimed.emit()  # who had it so far
        self.lent = True

    def start(self) -> None:
        """Open the devices and run."""
        if self.lent:
            self.lent = False
            self.reclaimed.emit()
        self._set_state("starting")
        try:
            self._client.start_stream(self._config())
        except SyrinxError as error:
            self._set_state("stopped")
            self._post("error", str(error))

    def stop(self) -> None:
        """Close the devices."""
        self._restart.stop()
        self._client.stop_stream()

    def select_voice(self, voice_id: str) -> None:
        """Change the voice, while it runs too."""
        voice = self.voices.find(voice_id)
        if voice is None or (self.voice is not None and voice.id == self.voice.id):
            return
        self.voice = voice
        self._settings.update(voice=voice.id)
        if self.state != "stopped":
            self._client.set_voice(voice.id)
        self.voice_changed.emit()
        self.params_changed.emit()

    def change(self, **changes: object) -> None:
        """Turn knobs: fields of `VoiceParams` by name. What `Settings` has a field for is kept."""
        kept = {SETTING_OF.get(name, name): value for name, value in changes.items()}
        try:
            params = replace(self.params, **changes)  # type: ignore[arg-type]
            self._settings.update(**{name: kept[name] for name in kept if name in SETTINGS})
        except SyrinxError as error:
            self._post("error", str(error))
            self.params_changed.emit()
            return
        if params == self.params:
            return
        self.params = params
        if self.state != "stopped" or "mute" in changes:  # somebody else may have the stream
            self._client.set_params(params)
        self.params_changed.emit()

    def set_pitch(self, semitones: float) -> None:
        """Shift by a fixed number of semitones (this ends auto)."""
        self.change(pitch=semitones)

    def set_auto_pitch(self, auto: bool) -> None:
        """Follow the mean pitch of the voice, or keep the shift that auto had found."""
        shift = self.auto_shift()
        self.change(pitch="auto" if auto else round(shift or 0.0, 1))

    def set_formant(self, semitones: float) -> None:
        """Shift the formants."""
        self.change(formant_semitones=semitones)

    def set_band_extension(self, on: bool) -> None:
        """Give neural voices a band above 8 kHz, or let them end there."""
        self.change(band_extension=on)

    def set_likeness(self, percent: float) -> None:
        """Pull what is said towards the voice's own recordings, 0 to 100 %."""
        self.change(index_ratio=percent / 100.0)

    def set_input_gain(self, gain_db: float) -> None:
        """Amplify what comes in."""
        self.change(input_gain_db=gain_db)

    def set_output_gain(self, gain_db: float) -> None:
        """Amplify what goes out."""
        self.change(output_gain_db=gain_db)

    def set_gate(self, threshold_dbfs: float | None) -> None:
        """Silence the input below a level; None = gate off."""
        self.change(gate_threshold_dbfs=threshold_dbfs)

    def set_bypassed(self, bypassed: bool) -> None:
        """Let the own voice through. Not remembered: the program starts with the voice on."""
        self.change(bypass=bypassed)

    def set_safety(self, safety_ms: float) -> None:
        """Keep what the next stream starts with; `DelayModel` tells a running one."""
        self.safety_ms = safety_ms
        self._settings.update(safety_ms=safety_ms)

    def toggle_recording(self) -> None:
        """Begin to record to a new file (`plan_recording` says which), or end it."""
        if self.recording_path is not None:
            self._client.stop_recording()
        elif self.state == "running":
            try:
                self._client.start_recording(*self.plan_recording())
            except SyrinxError as error:
                self._post("error", str(error))
        self.recording_changed.emit()

    def toggle_favourite(self, voice_id: str) -> None:
        """Put a voice first, or back."""
        kept = [name for name in self._settings.current.favourites if name != voice_id]
        if len(kept) == len(self._settings.current.favourites):
            kept.append(voice_id)
        self._settings.update(favourites=tuple(kept))

    def refresh_devices(self) -> None:
        """Search the devices again."""
        self.devices.set_searching()
        if self._client.is_open:
            self._client.list_devices()
        else:
            self.open_engine()

    def add_to_config(self, part: Callable[[EngineConfig], EngineConfig]) -> None:
        """Let a feature complete what every stream is started with."""
        self._config_parts.append(part)

    def complete(self, config: EngineConfig) -> EngineConfig:
        """Return a stream's configuration with what the features add, for whoever borrows it."""
        for part in self._config_parts:
            config = part(config)
        return config

    # ---- what the views ask ----

    @property
    def client(self) -> EngineClient:
        """The engine, for the models of features that tell it something of their own."""
        return self._client

    @property
    def can_start(self) -> bool:
        """Whether there is something to start."""
        return not self.devices.known or (self.devices.has_input and self.devices.has_output)

    def auto_shift(self) -> float | None:
        """Return what auto pitch shifts by in semitones; None while it is not known."""
        source = self.stats.source_f0_hz or self._settings.current.own_f0_hz
        target = target_f0_hz(self.voice, self.voices.find(self.params.morph_to), self.params.morph)
        if not source or not target:
            return None
        return 12.0 * math.log2(target / source)

    @property
    def has_likeness(self) -> bool:
        """Whether the voice can be pulled towards its own recordings."""
        return self.voice is not None and self.voice.bank is not None

    @property
    def recordings_folder(self) -> Path:
        """Where recordings go."""
        chosen = self._settings.current.recordings
        return Path(chosen) if chosen else self._settings.folder / "recordings"

    def pull(self, elapsed_s: float) -> None:
        """Take what the taps hold and move the displays by ``elapsed_s`` of wall time."""
        running = self.state == "running"
        audio, f0 = self._client.read_taps() if running else (None, None)
        if self.stream is not None and audio is not None and audio.stream == self.stream.stream:
            self.displays.feed(audio, f0, elapsed_s)
        else:
            self.displays.rest(elapsed_s, running=running)
        if running:
            self.pictures.tick(elapsed_s)

    # ---- inside ----

    def _restore(self) -> None:
        kept = self._settings.current
        self.params = VoiceParams(
            pitch=kept.pitch,
            formant_semitones=kept.formant_semitones,
            input_gain_db=kept.input_gain_db,
            output_gain_db=kept.output_gain_db,
            gate_threshold_dbfs=kept.gate_threshold_dbfs,
            wet=kept.wet,
            source_f0_hz=kept.own_f0_hz,
            index_ratio=kept.index_ratio,
            band_extension=kept.band_extension,
            mark=kept.mark_output,
        )
        self.devices.restore(kept.input_device, kept.output_device)
        self.reload_voices()

    def reload_voices(self) -> None:
        """Read the library again; choose the remembered voice, or the first.

        A running engine is told when its voice sounds different now.
        """
        before = self.voice
        try:
            voices = list(self._load_voices())
        except SyrinxError as error:
            voices = []
            self._post("error", str(error))
        self.voices.set_voices(voices)
        self.voices.set_favourites(self._settings.current.favourites)
        wanted = self.voices.find(self._settings.current.voice)
        self.voice = wanted or (voices[0] if voices else None)
        running = self.state != "stopped" and self.voice is not None and before is not None
        if running and not self.voice.sounds_like(before):
            self._client.set_voice(self.voice.id)
        self.voice_changed.emit()

    def _config(self) -> EngineConfig:
        config = EngineConfig(
            input_device=self.devices.input_id,
            output_device=self.devices.output_id,
            safety_ms=self.safety_ms,
            voice_id=self.voice.id if self.voice else None,
            params=self.params,
        )
        return self.complete(config)

    def _on_device_chosen(self) -> None:
        self._settings.update(
            input_device=self.devices.input_id, output_device=self.devices.output_id
        )
        self.restart_soon()

    def restart_soon(self) -> None:
        """Start a running stream again, once what the user turns has settled."""
        if self.state != "stopped":
            self._restart.start()

    def _on_restart_due(self) -> None:
        if self.state != "stopped":
            self.start()

    def _set_state(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)

    def _post(self, level: Literal["error", "warning", "info"], text: str) -> None:
        self.message_posted.emit(Message(level=level, text=text))

    def _on_event(self, event: Event) -> None:
        if self.lent and not isinstance(event, _OF_THE_ENGINE):
            return
        match event:
            case Telemetry():
                self._on_telemetry(event)
            case EngineReady():
                self.engine_ready = True
                self._client.list_devices()
            case DevicesListed():
                self.devices.set_devices(event.devices)
            case StreamStarted():
                self._on_started(event)
            case StreamStopped():
                self._on_stopped()
            case LatencyChanged():
                self.latency = event.latency
                self.latency_changed.emit()
            case RecordingStarted():
                self.recording_path = Path(event.path)
                self.recording_changed.emit()
            case RecordingStopped():
                self.recording_path = None
                self.recording_changed.emit()
                if event.error:
                    self._post("error", event.error)
                elif self.tells_of_recordings:
                    text = mark("Recorded {seconds:.1f} s to {path}.")
                    self._post("info", tr(text, seconds=event.seconds, path=event.path))
            case Notice():
                self._post("info", event.message)
            case FeedbackHeard():
                self._post("warning", event.message)
            case CommandFailed():
                self._on_command_failed(event)
            case DeviceLost():
                self._on_stopped()
                self._post("warning", event.message)  # it may come back, see HotplugModel
                self.refresh_devices()
            case EngineRestarted():
                if self.state == "running":
                    self._set_state("starting")  # the host repeats the start by itself
                self._post("warning", event.message)
            case EngineFailed():
                self._on_stopped()
                self.devices.set_unknown()
                self._post("error", event.message)

    def _on_telemetry(self, event: Telemetry) -> None:
        self.stats = event
        if event.streaming:
            self.load_history.append((event.stream_s, event.load, event.late_blocks))
            if event.source_f0_hz and 30 <= event.source_f0_hz <= 1000:
                self._settings.update(own_f0_hz=round(event.source_f0_hz, 1))
        self.stats_changed.emit()

    def _on_started(self, event: StreamStarted) -> None:
        self.stream = event
        self.latency = event.latency
        self.load_history.clear()
        self.stats = replace(self.stats, late_blocks=0, load=0.0, load_peak=0.0)
        self.displays.clear()
        self._set_state("running")
        self.latency_changed.emit()
        self.stats_changed.emit()

    def _on_stopped(self) -> None:
        self.stream = None
        self.latency = None
        if self.recording_path is not None:
            self.recording_path = None
            self.recording_changed.emit()
        self._set_state("stopped")
        self.latency_changed.emit()
        self.stats_changed.emit()

    def _on_command_failed(self, event: CommandFailed) -> None:
        self._post("error", event.message)
        if self.state == "starting" and event.command == "StartStream":
            self._on_stopped()
        elif event.command == "StartRecording":
            self.recording_path = None
            self.recording_changed.emit()
        elif event.command == "ListDevices":
            self.devices.set_unknown()
