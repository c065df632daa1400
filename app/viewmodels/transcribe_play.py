"""Hearing a recording from a word on, in parts that end in pauses; where it is now."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from syrinx.app.translation import tr
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.message import Message
from syrinx.app.viewmodels.player import Play, PlayerModel
from syrinx.app.viewmodels.recording_player import WHILE_LIVE
from syrinx.app.viewmodels.transcribe_editor import EditorModel

SLOT = "transcript "
"""And a number: what is told of a part that was left must not be taken for the next one's end."""
PART_S = 60.0
"""So much is read at once: it begins soon, and an hour is never in memory."""
LEAD_S = 0.08
"""Before a word: what is cut there sounds as if its first letter were missing."""
TICK_MS = 33


class ListenModel(QObject):
    """Plays the editor's recording through the engine, to whoever sits here.

    Parameters
    ----------
    player
        Plays files; shared with other parts, each has its slot.
    live
        While it runs nothing is played: others would hear it.
    editor
        Whose recording, and where its pauses are.
    """

    changed = Signal()
    """It plays, or does not any more."""
    moved = Signal(float)
    """Place in the recording, in s."""
    message_posted = Signal(object)

    def __init__(
        self,
        player: PlayerModel,
        live: LiveModel,
        editor: EditorModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._player, self._live, self._editor = player, live, editor
        self._path: Path | None = None
        self._count = 0
        self._from_s = self._until_s = 0.0
        self._heard_s = self._heard_at = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        player.changed.connect(self._on_player_changed)
        editor.changed.connect(self._on_editor_changed)

    @property
    def slot(self) -> str:
        """Under which the part plays."""
        return f"{SLOT}{self._count}"

    @property
    def playing(self) -> bool:
        """Whether something is heard, or about to be."""
        return self._path is not None

    def play(self, from_s: float) -> None:
        """Play from here on."""
        path = self._editor.path
        if path is None:
            return
        if self._live.state != "stopped":
            self.message_posted.emit(Message(level="warning", text=tr(WHILE_LIVE)))
            return
        if not path.is_file():
            text = tr("The recording {path} is not there any more.", path=path)
            self.message_posted.emit(Message(level="error", text=text))
            return
        self._path = path
        self._begin(max(0.0, from_s - LEAD_S))
        self._timer.start()
        self.changed.emit()

    def stop(self) -> None:
        """Stop."""
        if self._path is not None:
            self._path = None
            self._player.stop(self.slot)
            self._timer.stop()
            self.changed.emit()

    # ---- inside ----

    def _begin(self, from_s: float) -> None:
        assert self._path is not None  # a part of nothing is not begun
        self._from_s, self._until_s = from_s, self._part_end(from_s)
        self._heard_s = self._heard_at = 0.0
        seconds = max(0.05, self._until_s - from_s)
        before, self._count = self.slot, self._count + 1
        self._player.stop(before)
        self._player.play(self.slot, Play(path=self._path, start_s=from_s, seconds=seconds))

    def _part_end(self, from_s: float) -> float:
        """Return the last pause within a part, so that the next one begins unheard."""
        latest = from_s + PART_S
        transcript = self._editor.transcript
        if transcript is None:
            return latest
        if transcript.duration_s <= latest:
            return transcript.duration_s + 1.0  # what a header leaves out at the end
        best, end_s = latest, 0.0
        for segment in transcript.segments:
            pause = (end_s + segment.start_s) / 2
            if pause > latest:
                break
            if segment.start_s - end_s > 0.15 and pause > from_s + PART_S / 4:
                best = pause
            end_s = max(end_s, segment.end_s)
        return best

    def _on_player_changed(self, slot: str) -> None:
        if slot != self.slot or self._path is None:
            return
        playing = self._player.playing.get(slot)
        if playing is not None:
            if playing.played_s and playing.played_s != self._heard_s:
                self._heard_s, self._heard_at = playing.played_s, time.monotonic()
            return
        length_s = self._editor.transcript.duration_s if self._editor.transcript else 0.0
        at_end = self._until_s - self._from_s - self._heard_s < 1.0
        if at_end and self._until_s < length_s:
            self._begin(self._until_s)
            return
        self._path = None
        self._timer.stop()
        self.changed.emit()

    def _on_tick(self) -> None:
        """Between two reports of the engine time passes as it does."""
        if self._heard_at:
            ahead_s = min(0.3, time.monotonic() - self._heard_at)
            self.moved.emit(min(self._until_s, self._from_s + self._heard_s + ahead_s))

    def _on_editor_changed(self) -> None:
        if self._path is not None and self._path != self._editor.path:
            self.stop()
