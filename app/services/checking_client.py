"""The checking process as Qt sees it: questions as methods, answers as signals."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from syrinx.app.clone.checking import (
    Answer,
    CheckRoom,
    CheckTake,
    ConvertSample,
    CutFiles,
    FilesCut,
    Prepare,
    Question,
    Refused,
    RoomChecked,
    SampleConverted,
    TakeChecked,
)
from syrinx.app.clone.child import ChildDiedError
from syrinx.dsp.errors import SyrinxError

POLL_MS = 30


class Child(Protocol):
    """What the client needs of ``syrinx.app.clone.child.ChildProcess``."""

    def send(self, question: object) -> None: ...

    def poll(self) -> list[Any]: ...

    def close(self, *, kill: bool = False) -> None: ...


class CheckingClient(QObject):
    """Asks one question after another; each answer carries the token of its question.

    Parameters
    ----------
    child
        The process; started with the first question.
    """

    answered = Signal(object)

    def __init__(self, child: Child, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._child = child
        self._tokens = 0
        self._open: dict[int, Question] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._on_poll)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return bool(self._open)

    def ask(self, make: Callable[[int], Question]) -> int:
        """Ask what ``make`` returns for a new token; return the token."""
        self._tokens += 1
        token = self._tokens
        question = make(token)
        self._open[token] = question
        self._timer.start()
        try:
            self._child.send(question)
        except SyrinxError as error:
            self._refuse(token, str(error))
        return token

    def prepare(self) -> None:
        """Start the process, and let it read its models before they are needed."""
        with contextlib.suppress(SyrinxError):  # the first question says it
            self._child.send(Prepare())

    def cancel(self) -> None:
        """Forget every question; what is being computed is stopped at once."""
        if self._open:
            self._open.clear()
            self._child.close(kill=True)
        self._timer.stop()

    def close(self) -> None:
        """End the process."""
        self._timer.stop()
        self._open.clear()
        self._child.close(kill=True)

    def _on_poll(self) -> None:
        try:
            answers: list[Answer] = self._child.poll()
        except ChildDiedError as error:
            for token in list(self._open):
                self._refuse(token, f"{error} Try it again.")
            return
        for answer in answers:
            if answer.token not in self._open:
                continue
            if _ends(self._open[answer.token], answer):
                del self._open[answer.token]
            self.answered.emit(answer)
        if not self._open:
            self._timer.stop()

    def _refuse(self, token: int, message: str) -> None:
        self._open.pop(token, None)
        self.answered.emit(Refused(token=token, message=message))
        if not self._open:
            self._timer.stop()


def _ends(question: Question, answer: Answer) -> bool:
    """Whether nothing follows this answer."""
    if isinstance(answer, Refused):
        return True
    match question:
        case CheckTake():
            return isinstance(answer, TakeChecked)
        case CutFiles():
            return isinstance(answer, FilesCut)
        case ConvertSample():
            return isinstance(answer, SampleConverted)
        case CheckRoom():
            return isinstance(answer, RoomChecked)
