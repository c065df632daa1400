"""The process of live captions as Qt sees it: what it says as signals."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from syrinx.app.clone.child import ChildDiedError, ChildProcess
from syrinx.app.transcription.caption_process import (
    Answer,
    Caption,
    Listen,
    Listening,
    NotListening,
    caption_main,
)
from syrinx.app.transcription.tap_feed import Source
from syrinx.dsp.errors import SyrinxError

POLL_MS = 25


class Child(Protocol):
    """What the client needs of ``syrinx.app.clone.child.ChildProcess``."""

    def send(self, question: object) -> None: ...

    def poll(self) -> list[Answer]: ...

    def close(self, *, kill: bool = False) -> None: ...


class CaptionClient(QObject):
    """Listens to one thing at a time; no process runs while it does not.

    Parameters
    ----------
    child
        The process; started with the first `listen`.
    """

    ready = Signal(object)
    """`Listening`: the recogniser is loaded."""
    said = Signal(object)
    """`Captioned`: something new."""
    failed = Signal(str)
    """It listens no more."""

    def __init__(self, child: Child, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._child = child
        self._token = 0
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._on_poll)

    @property
    def is_listening(self) -> bool:
        """Whether a process listens, or gets ready to."""
        return self._timer.isActive()

    def listen(self, tap_name: str, source: Source, model: str, began_at: float) -> None:
        """Listen to these taps instead of to what was listened to."""
        self._token += 1
        try:
            self._child.send(
                Listen(
                    token=self._token,
                    tap_name=tap_name,
                    source=source,
                    model=model,
                    began_at=began_at,
                )
            )
        except SyrinxError as error:
            self.stop()
            self.failed.emit(str(error))
            return
        self._timer.start()

    def stop(self) -> None:
        """End the process; what was being said is lost."""
        self._timer.stop()
        self._child.close(kill=True)

    def _on_poll(self) -> None:
        try:
            answers = self._child.poll()
        except ChildDiedError as error:
            self.stop()
            self.failed.emit(f"{error} Switch the captions on again.")
            return
        for answer in answers:
            if not self._timer.isActive():  # stopped by who heard the answer before
                return
            match answer:
                case Listening() if answer.token == self._token:
                    self.ready.emit(answer)
                case Caption():  # also the end of what was said before
                    self.said.emit(answer.said)
                case NotListening() if answer.token == self._token:
                    self.stop()
                    self.failed.emit(answer.message)


def make_caption_client(folder: Path, parent: QObject | None = None) -> CaptionClient:
    """Return the client of the data folder ``folder``."""
    return CaptionClient(ChildProcess(caption_main, str(folder), name="syrinx-captions"), parent)
