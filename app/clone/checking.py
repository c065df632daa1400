"""What a second process does for the wizard: takes checked, files cut, samples converted.

Each takes from a tenth of a second to minutes of computing in Python, which the window must not
feel. The process ends with the pipe.
"""

from __future__ import annotations

import contextlib
import os
import signal
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from syrinx.dsp.errors import SyrinxError

Embedding = tuple[float, ...]
Heard = tuple[Embedding, float]
"""Who spoke in a take, and their median F0 in Hz (0 = unknown)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckTake:
    """Check a recording (its left channel) beside the takes that were accepted so far.

    ``lenient``: let a text pass that is hard to make out (`TakeLimits.text_cost_lenient`).
    """

    token: int
    path: str
    text: str = ""
    language: str = "en"
    others: tuple[Heard, ...] = ()
    lenient: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeChecked:
    """What the check found; see ``syrinx.app.clone.project.Take`` for the fields.

    Among the measures ``text_matches`` is 1 or 0 where a recogniser judged what was read.
    """

    token: int
    seconds: float
    accepted: bool
    problems: tuple[str, ...]
    remarks: tuple[str, ...]
    measures: dict[str, float]
    embedding: Embedding


@dataclass(frozen=True, slots=True, kw_only=True)
class CutFiles:
    """Cut long recordings into takes, written as WAV files into ``folder``.

    ``others`` are the takes that were accepted so far: who sounds unlike them is put aside.
    """

    token: int
    paths: tuple[str, ...]
    folder: str
    others: tuple[Heard, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CutProgress:
    """How much of the files is read."""

    token: int
    done_s: float
    total_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceCut:
    """A take that was cut out of a file, lying in ``path``."""

    token: int
    path: str
    origin: str
    take: TakeChecked


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesCut:
    """All files are done; one sentence for each thing that was put aside."""

    token: int
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvertSample:
    """Convert a sound file with a voice of the library."""

    token: int
    source: str
    target: str
    voice_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleConverted:
    """The file is there.

    ``similarity`` is the cosine of its speaker embedding to the voice's, ``source_similarity``
    that of the source's, both by the project's own speaker encoder; ``pitch_semitones`` is the
    shift that was used.
    """

    token: int
    path: str
    similarity: float
    source_similarity: float
    pitch_semitones: float
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRoom:
    """Judge a room by a recording: silence first, then speech (see ``room.RoomMeter``)."""

    token: int
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomChecked:
    """What is kept in ``CloneProject.room``."""

    token: int
    room: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepare:
    """Read what checking takes needs, so that the first check is not the slow one; no answer."""

    token: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """What was asked cannot be done: one sentence."""

    token: int
    message: str


def only_the_text(answer: TakeChecked) -> bool:
    """Whether a take is sent back for nothing but what was read."""
    differs = answer.measures.get("text_matches") == 0.0
    return not answer.accepted and differs and len(answer.problems) == 1


Question = CheckTake | CutFiles | ConvertSample | CheckRoom | Prepare
Answer = TakeChecked | CutProgress | PieceCut | FilesCut | SampleConverted | RoomChecked | Refused


def checking_main(connection: Connection, home: str) -> None:
    """Serve questions until the pipe is closed (entry of the child process)."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group
    with contextlib.suppress(OSError, AttributeError):
        os.nice(5)
    os.environ["SYRINX_HOME"] = home
    from syrinx.app.clone.desk import Desk  # numpy and onnxruntime, in the child alone

    desk = Desk(Path(home), connection.send)
    with contextlib.suppress(OSError, EOFError):
        while True:
            question = connection.recv()
            try:
                desk.serve(question)
            except SyrinxError as error:
                connection.send(Refused(token=question.token, message=str(error)))
            except (OSError, EOFError):
                raise
            except Exception as error:  # one bad file must not end the process
                message = f"It failed inside Syrinx ({type(error).__name__}: {error})."
                connection.send(Refused(token=question.token, message=message))
