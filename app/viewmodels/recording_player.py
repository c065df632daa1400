"""Plays a recording to whoever sits here, while nobody else listens."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.capture import CaptureModel
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.message import Message

WHILE_LIVE = mark("Stop the voice first: others would hear the recording.")


class RecordingPlayer(QObject):
    """Opens the device for one recording and closes it after that.

    Parameters
    ----------
    capture
        Plays it; whoever opened the microphone with it keeps it.
    live
        While it runs nothing is played.
    """

    message_posted = Signal(object)

    def __init__(
        self, capture: CaptureModel, live: LiveModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._capture, self._live = capture, live
        self._path: Path | None = None
        self._opened = False
        capture.clip_changed.connect(self._on_clip_changed)
        capture.failed.connect(self._on_failed)

    def toggle(self, path: Path) -> None:
        """Play a recording; the one that plays is stopped."""
        if self._live.state != "stopped":
            self.message_posted.emit(Message(level="warning", text=tr(WHILE_LIVE)))
        elif self._path == path and self._capture.clip == path:
            self._capture.stop_clip()
        else:
            self._opened = self._opened or self._capture.state == "closed"
            self._path = path
            self._capture.play(path)

    def _on_clip_changed(self) -> None:
        if self._path is not None and self._capture.clip is None:
            self._end()

    def _on_failed(self, text: str) -> None:
        if self._path is not None:
            self.message_posted.emit(Message(level="error", text=text))
            self._end()

    def _end(self) -> None:
        self._path, opened, self._opened = None, self._opened, False
        if opened:
            self._capture.close()
