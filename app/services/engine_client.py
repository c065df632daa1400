"""The engine as Qt sees it: commands as methods, events as a signal, taps to pull."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from syrinx.app.engine.device_messages import MonitorConfig, SetMonitor, TestSpeakers
from syrinx.app.engine.messages import (
    AddMarker,
    Command,
    CommandFailed,
    EngineConfig,
    EngineFailed,
    Event,
    ListDevices,
    PlayClip,
    PrepareClips,
    RecordContent,
    SetClipGain,
    SetParams,
    SetVoice,
    StartRecording,
    StartStream,
    StopClip,
    StopRecording,
    StopStream,
    VoiceParams,
)
from syrinx.app.engine.taps import TapAudio, TapF0, TapReader
from syrinx.dsp.errors import SyrinxError

POLL_MS = 20


class Host(Protocol):
    """What the client needs of ``syrinx.app.engine.host.EngineHost``."""

    @property
    def tap_name(self) -> str: ...

    def start(self) -> None: ...

    def send(self, command: Command) -> None: ...

    def poll(self) -> list[Event]: ...

    def close(self) -> None: ...


class EngineClient(QObject):
    """Wraps one engine host.

    Parameters
    ----------
    make_host
        Makes the host; called by :meth:`open`, so that a window can be shown before.
    """

    event_received = Signal(object)

    def __init__(self, make_host: Callable[[], Host], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_host = make_host
        self._host: Host | None = None
        self._taps: TapReader | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._on_poll)

    @property
    def is_open(self) -> bool:
        """Whether an engine process was started."""
        return self._host is not None

    @property
    def tap_name(self) -> str | None:
        """Name of the engine's taps, for a process that reads them; None while there are none."""
        if self._host is None:
            return None
        try:
            return self._host.tap_name
        except SyrinxError:  # it could not be started
            return None

    def open(self) -> None:
        """Start the engine process. It says `EngineReady` when it takes commands.

        Raises
        ------
        SyrinxError
            It cannot be started.
        """
        if self._host is None:
            self._host = self._make_host()
            self._host.start()
            self._timer.start()

    def close(self) -> None:
        """Stop the engine process; the client can be opened again."""
        self._timer.stop()
        if self._taps is not None:
            self._taps.close()
            self._taps = None
        if self._host is not None:
            self._host.close()
            self._host = None

    def start_stream(self, config: EngineConfig) -> None:
        """Open the devices and run."""
        self.open()
        self._send(StartStream(config=config))

    def stop_stream(self) -> None:
        """Close the devices."""
        self._send(StopStream())

    def set_voice(self, voice_id: str | None) -> None:
        """Swap the voice."""
        self._send(SetVoice(voice_id=voice_id))

    def set_params(self, params: VoiceParams) -> None:
        """Turn the knobs."""
        self._send(SetParams(params=params))

    def start_recording(self, path: Path, content: RecordContent = "both") -> None:
        """Record to ``path``."""
        self._send(StartRecording(path=str(path), content=content))

    def add_marker(self, label: str = "") -> None:
        """Mark what is being said now in the recording."""
        self._send(AddMarker(label=label))

    def stop_recording(self) -> None:
        """Close the recording."""
        self._send(StopRecording())

    def play_clip(
        self,
        path: Path,
        *,
        gain_db: float = 0.0,
        slot: str = "",
        loop: bool = False,
        alone: bool = False,
        through_voice: bool = False,
        start_s: float = 0.0,
        seconds: float | None = None,
    ) -> None:
        """Play a sound file, or a part, into the running stream, instead of its slot's clip."""
        self._send(
            PlayClip(
                path=str(path),
                gain_db=gain_db,
                slot=slot,
                loop=loop,
                alone=alone,
                through_voice=through_voice,
                start_s=start_s,
                seconds=seconds,
            )
        )

    def stop_clip(self, slot: str | None = "") -> None:
        """Fade the clip of a slot out, or all of them."""
        self._send(StopClip(slot=slot))

    def set_clip_gain(self, slot: str, gain_db: float) -> None:
        """Change the level of what plays in a slot."""
        self._send(SetClipGain(slot=slot, gain_db=gain_db))

    def prepare_clips(self, paths: Sequence[Path]) -> None:
        """Have files at hand that may be played soon."""
        self._send(PrepareClips(paths=tuple(map(str, paths))))

    def send(self, command: Command) -> None:
        """Send any command; nothing happens while no engine runs."""
        self._send(command)

    def list_devices(self) -> None:
        """Ask for the devices."""
        self._send(ListDevices())

    def set_monitor(self, monitor: MonitorConfig | None) -> None:
        """Open, change or close the second output."""
        self._send(SetMonitor(monitor=monitor))

    def test_speakers(self, device: str | None) -> None:
        """Play a sweep on an output, with or without a stream."""
        self._send(TestSpeakers(device=device))

    def read_taps(self) -> tuple[TapAudio | None, TapF0 | None]:
        """Return what passed the engine since the last call."""
        if self._host is None:
            return None, None
        if self._taps is None:
            self._taps = TapReader(self._host.tap_name)
        return self._taps.read_audio(), self._taps.read_f0()

    def _send(self, command: Command) -> None:
        if self._host is None:
            return
        try:
            self._host.send(command)
        except SyrinxError as error:
            failed = CommandFailed(command=type(command).__name__, message=str(error))
            self.event_received.emit(failed)

    def _on_poll(self) -> None:
        events = self._host.poll() if self._host is not None else []
        for event in events:
            if isinstance(event, EngineFailed):
                self.close()  # the next start tries it with a new engine
            self.event_received.emit(event)


def make_engine_host(folder: Path) -> Host:
    """Return the real host for the data folder ``folder``."""
    from syrinx.app.engine.host import EngineHost

    return EngineHost(home=folder)
