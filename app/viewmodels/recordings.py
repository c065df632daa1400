"""Recording: what is recorded and how, what runs, and the takes that came of it."""

from __future__ import annotations

import os
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Signal

from syrinx.app.engine.messages import (
    Event,
    MarkerAdded,
    RecordContent,
    RecordingStarted,
    RecordingStopped,
    Telemetry,
)
from syrinx.app.engine.recording_file import FORMATS
from syrinx.app.files import new_recording, reason
from syrinx.app.services.engine_client import EngineClient
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.translation import mark, told, tr
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.message import Message
from syrinx.app.viewmodels.player import Play, PlayerModel
from syrinx.app.viewmodels.takes import MOST_TAKES, Take, TakesModel

PART = "recording"
SLOT = "take"
CONTENTS: dict[RecordContent, str] = {
    "both": mark("Input left, output right"),
    "output": mark("Output only"),
    "input": mark("Input only"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingChoice:
    """What the user chose.

    Attributes
    ----------
    ending
        A key of `FORMATS`.
    content
        A key of `CONTENTS`.
    """

    ending: str = ".wav"
    content: RecordContent = "both"


def choice_of(kept: Any) -> RecordingChoice:
    """Return what was kept; a damaged value is the default."""
    values = kept if isinstance(kept, dict) else {}
    ending, content = values.get("ending"), values.get("content")
    default = RecordingChoice()
    return RecordingChoice(
        ending=ending if isinstance(ending, str) and ending in FORMATS else default.ending,
        content=content if isinstance(content, str) and content in CONTENTS else default.content,
    )


class RecordingsModel(QObject):
    """Choices, the running recording, and the last takes.

    Parameters
    ----------
    client, live, settings
        As everywhere.
    player
        Plays takes.
    """

    choice_changed = Signal()
    running_changed = Signal()
    """It began, ended, grew, or was marked."""
    playing_changed = Signal()

    def __init__(
        self,
        client: EngineClient,
        live: LiveModel,
        settings: SettingsStore,
        player: PlayerModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._client, self._live, self._settings, self._player = client, live, settings, player
        kept = settings.recall(PART)
        self.choice = choice_of(kept)
        self.takes = TakesModel(self)
        self.running: Path | None = None
        self.seconds = 0.0
        self.size_bytes = 0
        self.free_bytes: int | None = None
        self.markers = 0
        self._planned: Path | None = None
        self._shown: Path | None = None
        paths = kept.get("takes", []) if isinstance(kept, dict) else []
        if isinstance(paths, list):
            self.takes.restore([Path(path) for path in paths[:MOST_TAKES] if isinstance(path, str)])
        live.plan_recording = self._plan
        live.tells_of_recordings = False  # the take appears in the list
        client.event_received.connect(self._on_event)
        player.changed.connect(self._on_player_changed)
        self.takes.paths_changed.connect(self._keep)
        self.takes.failed.connect(self._post_error)
        self.look_at_disk()

    # ---- choices ----

    @property
    def folder(self) -> Path:
        """Where recordings go."""
        return self._live.recordings_folder

    def set_format(self, ending: str) -> None:
        """Record into files of this ending from the next one on."""
        self._choose(RecordingChoice(ending=ending, content=self.choice.content))

    def set_content(self, content: RecordContent) -> None:
        """Record both sides or one of them, from the next recording on."""
        self._choose(RecordingChoice(ending=self.choice.ending, content=content))

    def set_folder(self, folder: Path | None) -> None:
        """Record into another folder; None = that of the data."""
        if folder is not None:
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                self._post_error(
                    tr(
                        "Cannot record into {folder}: {reason}.",
                        folder=folder,
                        reason=told(reason(error)),
                    )
                )
                return
            if not os.access(folder, os.W_OK):
                self._post_error(
                    tr("Cannot record into {folder}: it cannot be written.", folder=folder)
                )
                return
        self._settings.update(recordings=None if folder is None else str(folder))
        self.look_at_disk()
        self.choice_changed.emit()
        self._live.recording_changed.emit()  # its tooltip names the folder

    def look_at_disk(self) -> None:
        """See how much room there is."""
        folder = self.folder
        while not folder.exists() and folder != folder.parent:
            folder = folder.parent
        try:
            self.free_bytes = shutil.disk_usage(folder).free
        except OSError:
            self.free_bytes = None
        self.running_changed.emit()

    @property
    def room_s(self) -> float | None:
        """About how many seconds the disk has room for; None = not known."""
        if self.free_bytes is None:
            return None
        rates = FORMATS[self.choice.ending].bytes_per_s
        return self.free_bytes / rates[self.choice.content == "both"]

    # ---- the running recording ----

    def add_marker(self, label: str = "") -> None:
        """Mark what is being said now."""
        if self.running is not None:
            self._client.add_marker(label)

    # ---- takes ----

    def is_playing(self, take: Take) -> bool:
        """Whether this take is heard."""
        playing = self._player.playing.get(SLOT)
        return playing is not None and playing.path == take.path

    def share(self, take: Take) -> float | None:
        """How much of a take was played; None = it does not play."""
        playing = self._player.playing.get(SLOT)
        return playing.share if playing is not None and playing.path == take.path else None

    def toggle(self, index: QModelIndex) -> None:
        """Play a take, or stop it."""
        take = self.takes.take(index)
        if take is None:
            return
        if self.is_playing(take):
            self._player.stop(SLOT)
        else:
            self._player.play(SLOT, Play(path=take.path))

    def delete(self, index: QModelIndex) -> bool:
        """Move a take to the trash; False = that cannot be: ask, then `takes.delete`."""
        take = self.takes.take(index)
        if take is None:
            return True
        if self.is_playing(take):
            self._player.stop(SLOT)
        if not self.takes.trash(index):
            return False
        self._post("info", tr("{name} was moved to the trash.", name=take.path.name))
        return True

    def close(self) -> None:
        """End the thread that looks into the files."""
        self.takes.close()

    # ---- inside ----

    def _plan(self) -> tuple[Path, RecordContent]:
        self._planned = new_recording(self.folder, self.choice.ending)
        return self._planned, self.choice.content

    def _choose(self, choice: RecordingChoice) -> None:
        if choice != self.choice:
            self.choice = choice
            self._keep()
            self.choice_changed.emit()

    def _keep(self) -> None:
        takes = [str(path) for path in self.takes.paths]
        self._settings.remember(PART, {**asdict(self.choice), "takes": takes})

    def _on_event(self, event: Event) -> None:
        match event:
            case RecordingStarted() if self._planned == Path(event.path):
                self.running, self._planned = Path(event.path), None
                self.seconds, self.size_bytes, self.markers = 0.0, 0, 0
                self.running_changed.emit()
            case Telemetry() if self.running is not None and event.recording_s is not None:
                self.seconds = event.recording_s
                self.size_bytes, self.free_bytes = event.recording_bytes, event.recording_free_bytes
                self.running_changed.emit()
            case MarkerAdded() if self.running is not None:
                self.markers += 1
                self.running_changed.emit()
            case RecordingStopped() if self.running is not None:
                self.running = None
                if event.seconds > 0 and Path(event.path).is_file():
                    self.takes.add(Path(event.path), event.seconds)
                self.look_at_disk()
            case _:
                pass

    def _on_player_changed(self, slot: str) -> None:
        if slot != SLOT:
            return
        playing = self._player.playing.get(SLOT)
        for path in {self._shown, None if playing is None else playing.path} - {None}:
            assert path is not None
            self.takes.touch(path)
        self._shown = None if playing is None else playing.path
        self.playing_changed.emit()

    def _post_error(self, text: str) -> None:
        self._post("error", text)

    def _post(self, level: Any, text: str) -> None:
        self._live.message_posted.emit(Message(level=level, text=text))


def size_text(size: float) -> str:
    """Return bytes as people read them."""
    for unit in ("B", "kB", "MB", "GB"):
        if size < 1000 or unit == "GB":
            return (
                f"{size:.0f} {unit}" if unit in ("B", "kB") or size >= 100 else f"{size:.1f} {unit}"
            )
        size /= 1000
    raise AssertionError  # GB ends it


def room_text(seconds: float) -> str:
    """Return a length of hours or minutes, rounded down."""
    if seconds >= 36_000:
        return tr("{hours} h", hours=int(seconds // 3600))
    if seconds >= 3600:
        return tr(
            "{hours} h {minutes} min", hours=int(seconds // 3600), minutes=int(seconds // 60 % 60)
        )
    return tr("{minutes} min", minutes=int(seconds // 60))
