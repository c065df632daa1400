"""The process that speaks: one text at a time, as far ahead as is wanted; killed to break off.

A published voice that is broken ends this process, not the window's. What is spoken travels
through the pipe in pieces, never more than `AHEAD_S` beyond what was granted.
"""

from __future__ import annotations

import contextlib
import os
import signal
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Literal

from syrinx.app.clone.training_process import give_way
from syrinx.app.synthesis.reading import AHEAD_S, Spoken, read_aloud
from syrinx.app.synthesis.script import Script, script_of
from syrinx.app.synthesis.synthesizer import Manner, Synthesizer
from syrinx.dsp.errors import SyrinxError

TELL_EVERY_S = 1.0
"""Of speech that was heard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speak:
    """Speak a text; a text that is being spoken is given up.

    Attributes
    ----------
    job
        Stands in the answers.
    text, form
        As in `script_of`.
    voice, by, mark
        As in `open_speaker`.
    first, last
        Numbers of the first sentence and of the last one; None = to the end.
    take
        Which reading of them.
    """

    job: str
    text: str
    voice: str
    manner: Manner
    form: Literal["auto", "plain", "markdown", "ssml"] = "auto"
    by: str | None = None
    mark: bool = True
    first: int = 0
    last: int | None = None
    take: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """So many seconds of the job were heard: more may be made."""

    job: str
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeManner:
    """Speak the sentences from the next one on in another manner."""

    job: str
    manner: Manner


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """Give the job up."""

    job: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The voice is loaded."""

    job: str
    name: str
    language: str
    sample_rate: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Said:
    """The next piece; the sentence comes without what the front end knows of it."""

    job: str
    spoken: Spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class AllSaid:
    """The end of a job; ``message`` says why it ended early."""

    job: str
    message: str | None = None


Question = Speak | Heard | ChangeManner | Quiet
Answer = Opened | Said | AllSaid


def synthesis_main(connection: Connection, home: str) -> None:
    """Speak what is asked for until the pipe ends.

    Parameters
    ----------
    connection
        Questions come from it, answers go into it.
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

    def ask(wait: bool) -> Question | None:
        if not wait and not connection.poll(0.0):
            return None
        found: Question = connection.recv()
        return found

    desk = SpeakingDesk(Path(home), tell, ask)
    with contextlib.suppress(EOFError, OSError):
        while True:
            desk.serve()


class SpeakingDesk:
    """Speaks; keeps the voice that was used last.

    Parameters
    ----------
    home
        Data folder, where voices lie.
    tell
        Takes the answers.
    ask
        Gives the next question; waits for one if it is told to.
    """

    def __init__(
        self,
        home: Path,
        tell: Callable[[Answer], None],
        ask: Callable[[bool], Question | None],
    ) -> None:
        self._home, self._tell, self._ask = home, tell, ask
        self._voice: tuple[tuple[str, str | None, bool], Synthesizer] | None = None
        self._front_end: Any = None
        self._next: Speak | None = None
        self._job = ""
        self._manner = Manner()
        self._heard_s = 0.0
        self._stopped = False

    def serve(self) -> None:
        """Wait for a text, and speak it; whatever goes wrong is told."""
        while self._next is None:
            self._listen(wait=True)
        question, self._next = self._next, None
        self._job, self._manner, self._heard_s = question.job, question.manner, 0.0
        self._stopped = False
        message = None
        try:
            self._speak(question)
        except SyrinxError as error:
            message = str(error)
        except MemoryError:
            message = "There is not enough memory for this: close other programs, then try again."
        except (EOFError, OSError):
            raise
        except Exception as error:
            text = " ".join(f"{type(error).__name__}: {error}".split())
            message = f"This is an error in Syrinx itself ({text})."
        self._tell(AllSaid(job=question.job, message=message))

    def _speak(self, question: Speak) -> None:
        voice = self._opened(question)
        self._tell(
            Opened(
                job=question.job,
                name=voice.name,
                language=voice.language,
                sample_rate=voice.sample_rate,
            )
        )
        script = self._script(question, voice)
        made_s = 0.0
        for spoken in read_aloud(
            script,
            voice,
            lambda: self._manner,
            first=question.first,
            takes=lambda _: question.take,
            stopped=self._given_up,
        ):
            if question.last is not None and spoken.sentence.number > question.last:
                return
            plain = replace(spoken.sentence, utterance=None)
            self._tell(Said(job=question.job, spoken=replace(spoken, sentence=plain)))
            made_s += len(spoken.chunk.audio) / voice.sample_rate
            while not self._given_up() and made_s - self._heard_s >= AHEAD_S:
                self._listen(wait=True)

    def _given_up(self) -> bool:
        while self._listen(wait=False):
            pass
        return self._stopped

    def _listen(self, *, wait: bool) -> bool:
        """Take one question; return whether there was one."""
        question = self._ask(wait)
        match question:
            case None:
                return False
            case Speak():
                self._next, self._stopped = question, True
            case Heard() if question.job == self._job:
                self._heard_s = max(self._heard_s, question.seconds)
            case ChangeManner() if question.job == self._job:
                self._manner = question.manner
            case Quiet() if question.job == self._job:
                self._stopped = True
            case Quiet() if self._next is not None and question.job == self._next.job:
                self._next = None
        return True

    def _opened(self, question: Speak) -> Synthesizer:
        from syrinx.app.synthesis.speakers import open_speaker

        key = (question.voice, question.by, question.mark)
        if self._voice is None or self._voice[0] != key:
            self._voice = None  # the old one's memory is free before the new one is read
            voice = open_speaker(question.voice, self._home, by=question.by, mark=question.mark)
            self._voice = (key, voice)
        return self._voice[1]

    def _script(self, question: Speak, voice: Synthesizer) -> Script:
        front_end = None
        if voice.language in ("en", ""):
            front_end = self._english()
        return script_of(
            question.text, language=voice.language, front_end=front_end, form=question.form
        )

    def _english(self) -> Any:
        from syrinx.neural.runtime.registry import ModelRegistry
        from syrinx.neural.runtime.text.front_end import TextFrontEnd
        from syrinx.neural.runtime.text.user_dictionary import FILE_NAME, UserDictionary

        if self._front_end is None:
            self._front_end = TextFrontEnd.open(ModelRegistry(self._home))
        self._front_end.set_dictionary(UserDictionary.load(self._home / FILE_NAME))
        return self._front_end


class Inbox:
    """What the process has said and nobody has taken yet; stands for a `Reader` in the window.

    Parameters
    ----------
    job
        Whose pieces are taken.
    ask
        Sends a question to the process.
    """

    def __init__(self, job: str, ask: Callable[[Question], None]) -> None:
        self._job, self._ask = job, ask
        self._ready: deque[Spoken] = deque()
        self._told_s = 0.0
        self._ended = False
        self._error: str | None = None

    @property
    def finished(self) -> bool:
        """Whether everything was taken, or it was ended."""
        return self._ended and not self._ready

    def on_answer(self, answer: Answer) -> None:
        """Take an answer of the process."""
        if answer.job != self._job or self._ended:
            return
        if isinstance(answer, Said):
            self._ready.append(answer.spoken)
        elif isinstance(answer, AllSaid):
            self._ended, self._error = True, answer.message

    def died(self, message: str) -> None:
        """Note that the process is gone."""
        if not self._ended:
            self._ended, self._error = True, message

    def take(self, timeout_s: float | None = None) -> Spoken | None:
        """Return the next piece, if it has come; it never waits.

        Raises
        ------
        SyrinxError
            The job ended early.
        """
        if self._ready:
            return self._ready.popleft()
        if self._error is not None:
            error, self._error = self._error, None
            raise SyrinxError(error)
        return None

    def heard(self, seconds: float) -> None:
        """Tell how far the listener is, once a second."""
        if not self._ended and seconds - self._told_s >= TELL_EVERY_S:
            self._told_s = seconds
            self._ask(Heard(job=self._job, seconds=seconds))

    def close(self) -> None:
        """Give the job up."""
        if not self._ended:
            self._ask(Quiet(job=self._job))
        self._ended = True
        self._ready.clear()
