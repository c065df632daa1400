"""The process that transcribes: one file after the other, at low priority; killed to cancel."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from syrinx.app.clone.training_process import give_way
from syrinx.dsp.errors import SyrinxError

TELL_EVERY_S = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcribe:
    """Transcribe the recording ``path``."""

    item: str
    path: str
    model: str
    diarize: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Progressed:
    """How far a recording is; ``text`` are the last words."""

    item: str
    done_s: float
    total_s: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcribed:
    """The end of a recording: its transcript as JSON, and how long it took."""

    item: str
    transcript: str
    took_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTranscribed:
    """The end of a recording that could not be transcribed."""

    item: str
    message: str


Answer = Progressed | Transcribed | NotTranscribed


def transcription_main(connection: Connection, home: str) -> None:
    """Transcribe what is asked for until the pipe ends.

    Parameters
    ----------
    connection
        `Transcribe` comes from it, answers go into it.
    home
        Data folder.
    """
    give_way()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the program decides what Ctrl-C means

    def tell(answer: Answer) -> None:
        try:
            connection.send(answer)
        except OSError:
            os._exit(0)  # nobody listens any more

    desk = Desk(Path(home), tell)
    with contextlib.suppress(EOFError, OSError):
        while True:
            desk.serve(connection.recv())


class Desk:
    """Answers questions; keeps the recogniser that was used last.

    Parameters
    ----------
    home
        Data folder, where models of the user lie.
    tell
        Takes the answers.
    """

    def __init__(self, home: Path, tell: Callable[[Answer], None]) -> None:
        self._home, self._tell = home, tell
        self._kept: tuple[str, Any] | None = None

    def serve(self, question: Transcribe) -> None:
        """Transcribe one recording; whatever goes wrong is told."""
        try:
            self._transcribe(question)
        except SyrinxError as error:
            self._tell(NotTranscribed(item=question.item, message=str(error)))
        except MemoryError:
            message = "There is not enough memory for this: close other programs, then try again."
            self._tell(NotTranscribed(item=question.item, message=message))
        except Exception as error:
            text = " ".join(f"{type(error).__name__}: {error}".split())
            message = f"This is an error in Syrinx itself ({text})."
            self._tell(NotTranscribed(item=question.item, message=message))

    def _transcribe(self, question: Transcribe) -> None:
        import time

        from syrinx.app.transcription.models import load_recognizer
        from syrinx.app.transcription.recognizer import Heard, transcribe
        from syrinx.app.transcription.transcript import to_json

        if self._kept is None or self._kept[0] != question.model:
            self._kept = None  # the old one's memory is free before the new one is read
            self._kept = (question.model, load_recognizer(question.model, self._home))
        began = told = time.monotonic()

        def on_progress(heard: Heard) -> None:
            nonlocal told
            now = time.monotonic()
            if now - told >= TELL_EVERY_S:
                told = now
                self._tell(
                    Progressed(
                        item=question.item,
                        done_s=heard.done_s,
                        total_s=heard.total_s,
                        text=heard.text,
                    )
                )

        path = Path(question.path)
        transcript = transcribe(path, self._kept[1], on_progress=on_progress)
        if question.diarize:
            from syrinx.app.transcription.speakers import with_speakers

            transcript = with_speakers(path, transcript, self._home)
        took_s = time.monotonic() - began
        self._tell(Transcribed(item=question.item, transcript=to_json(transcript), took_s=took_s))
