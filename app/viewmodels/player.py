"""Plays sound files beside the voice: into the stream that runs, or a silent one opened for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from syrinx.app.engine.messages import (
    ClipStarted,
    ClipStopped,
    CommandFailed,
    DeviceLost,
    EngineFailed,
    EngineRestarted,
    Event,
    StreamStarted,
    StreamStopped,
    Telemetry,
)
from syrinx.app.services.engine_client import EngineClient
from syrinx.app.viewmodels.capture import silent_config
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.message import Message
from syrinx.dsp.errors import SyrinxError

REST_MS = 3000
"""The silent stream stays open for so long after the last clip: the next one starts at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """What shall be played, and how; see `PlayClip`."""

    path: Path
    gain_db: float = 0.0
    loop: bool = False
    alone: bool = False
    through_voice: bool = False
    start_s: float = 0.0
    seconds: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Playing:
    """A clip that is heard; 0 s long while its file is being read."""

    path: Path
    seconds: float = 0.0
    played_s: float = 0.0

    @property
    def share(self) -> float:
        """How much of it was played, 0 to 1."""
        return min(1.0, self.played_s / self.seconds) if self.seconds else 0.0


class PlayerModel(QObject):
    """Clips by slot; the slot "" belongs to the wizard (`CaptureModel`).

    Parameters
    ----------
    client
        The engine, shared with ``live``.
    live
        Lends its stream when it does not run.
    """

    changed = Signal(str)
    """Something about this slot."""

    def __init__(
        self, client: EngineClient, live: LiveModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._client, self._live = client, live
        self.playing: dict[str, Playing] = {}
        self._running = False
        self._opening = False
        self._own = False
        self._waiting: dict[str, Play] = {}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._on_rested)
        client.event_received.connect(self._on_event)
        live.reclaimed.connect(self._on_reclaimed)

    def play(self, slot: str, play: Play) -> None:
        """Play a file in a slot, instead of what plays there."""
        self._rest.stop()
        before = self.playing.get(slot)
        if before is not None and before.path != play.path and self._running:
            self._client.stop_clip(slot)  # also when the next one turns out to be broken
        self.playing[slot] = Playing(path=play.path)
        if self._running:
            self._send(slot, play)
        else:
            self._waiting[slot] = play
            self._open()
        self.changed.emit(slot)

    def stop(self, slot: str) -> None:
        """Fade out what plays in a slot."""
        if self._waiting.pop(slot, None) is not None:
            self._forget(slot)
        elif slot in self.playing:
            self._client.stop_clip(slot)

    def set_gain(self, slot: str, gain_db: float) -> None:
        """Change the level of what plays in a slot."""
        if slot in self._waiting:
            self._waiting[slot] = replace(self._waiting[slot], gain_db=gain_db)
        elif slot in self.playing:
            self._client.set_clip_gain(slot, gain_db)

    def close(self) -> None:
        """Play nothing any more."""
        self._rest.stop()
        self._waiting.clear()

    # ---- inside ----

    def _send(self, slot: str, play: Play) -> None:
        self._client.play_clip(
            play.path,
            gain_db=play.gain_db,
            slot=slot,
            loop=play.loop,
            alone=play.alone,
            through_voice=play.through_voice,
            start_s=play.start_s,
            seconds=play.seconds,
        )

    def _open(self) -> None:
        if self._opening or self._live.state == "starting":
            return  # a stream is on its way
        self._live.lend()
        self._opening = True
        try:
            self._client.start_stream(silent_config(self._live))
        except SyrinxError as error:
            self._end()
            self._post(str(error))

    def _on_event(self, event: Event) -> None:
        match event:
            case StreamStarted():
                self._running, self._own, self._opening = True, self._opening, False
                waiting, self._waiting = self._waiting, {}
                for slot, play in waiting.items():
                    self._send(slot, play)
            case StreamStopped():
                self._running = self._own = False
                self._rest.stop()
            case Telemetry():
                for slot, played_s in event.clips:
                    if slot in self.playing:
                        self.playing[slot] = replace(self.playing[slot], played_s=played_s)
                        self.changed.emit(slot)
            case ClipStarted() if event.slot:
                self._rest.stop()
                self.playing[event.slot] = Playing(path=Path(event.path), seconds=event.seconds)
                self.changed.emit(event.slot)
            case ClipStopped() if event.slot:
                self._forget(event.slot)  # of one that was replaced, the next is told of at once
            case CommandFailed():
                self._on_command_failed(event)
            case DeviceLost() | EngineFailed():
                self._end()
            case EngineRestarted():
                self._running = False

    def _on_command_failed(self, event: CommandFailed) -> None:
        if event.slot:
            self._forget(event.slot)
            if self._live.lent:  # else the Live area says it
                self._post(event.message)
        elif event.command == "StartStream" and (self._opening or self._waiting):
            lent = self._opening
            self._end()
            if lent:
                self._post(event.message)

    def _on_reclaimed(self) -> None:
        """Whoever has the stream now starts one of its own."""
        self._own = self._opening = False
        self._rest.stop()

    def _on_rested(self) -> None:
        if self._own and not self.playing:
            self._own = False
            self._client.stop_stream()

    def _forget(self, slot: str) -> None:
        self.playing.pop(slot, None)
        self.changed.emit(slot)
        if self._own and not self.playing:
            self._rest.start()

    def _end(self) -> None:
        self._running = self._own = self._opening = False
        self._rest.stop()
        self._waiting.clear()
        for slot in list(self.playing):
            self._forget(slot)

    def _post(self, text: str) -> None:
        self._live.message_posted.emit(Message(level="error", text=text))
