"""The process of live captions: attaches itself to the engine's taps, at low priority.

The engine does not know of it: it writes its taps as ever, and nothing of the audio path waits.
"""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from syrinx.app.clone.training_process import give_way
from syrinx.app.engine.taps import TapReader
from syrinx.app.transcription.captioning import Captioned, Captioner
from syrinx.app.transcription.recognizer import Recognizer
from syrinx.app.transcription.tap_feed import Source, TapFeed
from syrinx.dsp.errors import SyrinxError

LOOK_S = 0.02
"""The taps hold 0.7 s at 192 kHz; words are shown so much later at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listen:
    """Listen to the taps of this name from now on.

    Attributes
    ----------
    token
        Comes back with every answer.
    began_at
        Where the times of segments count from (`time.monotonic`); None = now.
    """

    token: int
    tap_name: str
    source: Source
    model: str
    began_at: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """Listen to nothing: what is being said is ended and told, then `Resting`."""

    token: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """Everything that was heard has been told."""

    token: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Listening:
    """The recogniser is loaded; from now on it listens."""

    token: int
    model: str
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """Something new was said."""

    token: int
    said: Captioned


@dataclass(frozen=True, slots=True, kw_only=True)
class NotListening:
    """It does not work, or no longer: one sentence."""

    token: int
    message: str


Question = Listen | Rest
Answer = Listening | Caption | Resting | NotListening
Load = Callable[[str, Path], Recognizer]


def caption_main(connection: Connection, home: str) -> None:
    """Serve captions until the pipe ends (entry of the child process)."""

    def load(model: str, folder: Path) -> Recognizer:
        from syrinx.app.transcription.models import load_recognizer

        return load_recognizer(model, folder)

    serve(connection, home, load)


def serve(connection: Connection, home: str, load: Load) -> None:
    """Answer `Listen` with captions until the pipe ends.

    Parameters
    ----------
    load
        Returns the recogniser of an id.
    """
    give_way()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the program decides what Ctrl-C means

    def tell(answer: Answer) -> None:
        try:
            connection.send(answer)
        except OSError:
            os._exit(0)  # nobody listens any more

    desk = Desk(Path(home), load, tell)
    with contextlib.suppress(EOFError, OSError):
        while True:
            if connection.poll(LOOK_S):
                desk.serve(connection.recv())
            desk.look()


class Desk:
    """Listens to one thing at a time; keeps the recogniser.

    Parameters
    ----------
    home
        Data folder, where models of the user lie.
    load
        Returns the recogniser of an id.
    tell
        Takes the answers.
    """

    def __init__(self, home: Path, load: Load, tell: Callable[[Answer], None]) -> None:
        self._home, self._load, self._tell = home, load, tell
        self._kept: tuple[str, Recognizer] | None = None
        self._reader: TapReader | None = None
        self._captioner: Captioner | None = None
        self._token = 0

    def serve(self, question: Question) -> None:
        """Listen to something else, or to nothing."""
        self.close()
        self._token = question.token
        if isinstance(question, Rest):
            self._tell(Resting(token=question.token))
        else:
            self._listen(question)

    def _listen(self, question: Listen) -> None:

        def begin() -> None:
            if self._kept is None or self._kept[0] != question.model:
                self._kept = None  # the old one's memory is free before the new one is read
                self._kept = (question.model, self._load(question.model, self._home))
            recognizer = self._kept[1]
            self._reader = TapReader(question.tap_name)
            feed = TapFeed(self._reader, question.source, recognizer.sample_rate)
            self._captioner = Captioner(feed, recognizer, began_at=question.began_at)
            self._tell(
                Listening(token=question.token, model=recognizer.name, language=recognizer.language)
            )

        self._guarded(begin)

    def look(self) -> None:
        """Tell what is new."""
        captioner = self._captioner
        if captioner is not None:
            self._guarded(lambda: self._tell_all(captioner.pull()))

    def close(self) -> None:
        """Tell what was open, and let go of the taps."""
        captioner, self._captioner = self._captioner, None
        if captioner is not None:
            self._guarded(lambda: self._tell_all(captioner.finish()))
        self._drop()

    def _tell_all(self, told: list[Captioned]) -> None:
        for said in told:
            self._tell(Caption(token=self._token, said=said))

    def _guarded(self, work: Callable[[], None]) -> None:
        """Whatever goes wrong is told, and ends the listening."""
        try:
            work()
        except SyrinxError as error:
            self._fail(str(error))
        except MemoryError:
            self._fail("There is not enough memory for this: close other programs, then try again.")
        except Exception as error:
            text = " ".join(f"{type(error).__name__}: {error}".split())
            self._fail(f"This is an error in Syrinx itself ({text}).")

    def _fail(self, message: str) -> None:
        self._captioner = None
        self._drop()
        self._tell(NotListening(token=self._token, message=message))

    def _drop(self) -> None:
        reader, self._reader = self._reader, None
        if reader is not None:
            with contextlib.suppress(BufferError):
                reader.close()
