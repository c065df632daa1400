"""A training job: a folder that says what voice to make, and how far that is.

``job.json`` is what to make, written once. ``state.json`` is how far it is; it can be lost: the
job then starts over. ``tuning.state`` is fine-tuning in the middle (`syrinx.training`). All are
written atomically, so that a killed process or a power cut leaves the last whole one.
"""

from __future__ import annotations

import dataclasses
import json
import math
import os
import re
import shutil
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Literal, get_args

from syrinx.app.clone.training_messages import Progress, VoiceStored
from syrinx.app.files import reason, write_atomically
from syrinx.app.voice_model import check_name, slug
from syrinx.dsp.errors import SyrinxError

FORMAT = 1
JOB_FILE, STATE_FILE, TUNING_FILE, LOCK_FILE = "job.json", "state.json", "tuning.state", "lock"
JOBS_FOLDER = "training"
MOST_BYTES = 1 << 20
LOCK_S = 5.0
Status = Literal["new", "running", "done", "cancelled", "failed"]
_CURVE = {field.name for field in dataclasses.fields(Progress)}
_RESULT = {field.name for field in dataclasses.fields(VoiceStored)}
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class TrainingJob:
    """What voice to make.

    Attributes
    ----------
    name
        What the user reads.
    recordings
        Paths of sound files, absolute.
    consent
        Who stated the speaker's consent, how and when.
    voice_id
        Id of the voice; "" = the one that belongs to the name.
    colour
        ``#rrggbb``; "" = that of a new voice.
    language, speaker
        What is spoken, and whose voice it is; "" = not told.
    consent_record
        JSON values about the recorded statement; None = there is none.
    consent_audio
        Path of the recorded statement; "" = there is none.
    picture
        Path of a picture of the voice; "" = none.
    fine_tune
        Learn an adapter, or average only.
    replace
        Allow a voice of this id.
    tuning
        Settings of ``TuningConfig`` that are not the usual ones.
    """

    name: str
    recordings: tuple[str, ...]
    consent: str
    voice_id: str = ""
    colour: str = ""
    language: str = ""
    speaker: str = ""
    consent_record: Mapping[str, Any] | None = None
    consent_audio: str = ""
    picture: str = ""
    fine_tune: bool = True
    replace: bool = False
    tuning: Mapping[str, float] = dataclasses.field(default_factory=dict)

    def __post_init__(self) -> None:
        """Raise SyrinxError when no voice can be made like this."""
        check_name(self.name)
        if not self.recordings or not all(isinstance(path, str) for path in self.recordings):
            raise SyrinxError("Name at least one recording.")
        texts = (self.consent, self.voice_id, self.colour, self.language, self.speaker)
        if not all(isinstance(text, str) for text in (*texts, self.consent_audio, self.picture)):
            raise SyrinxError("A training job has a field of the wrong kind.")
        if not self.consent:
            raise SyrinxError("A voice belongs to the person who speaks: their consent is needed.")
        if self.colour and not _COLOUR.fullmatch(self.colour):
            raise SyrinxError("The colour of a voice must look like #7a8ca3.")
        if not isinstance(self.consent_record, Mapping | None):
            raise SyrinxError("The consent record of a training job is not one.")
        if not all(_is_number(value) for value in self.tuning.values()):
            raise SyrinxError("The settings of fine-tuning must be numbers.")

    @property
    def id(self) -> str:
        """Id of the voice to be made."""
        return self.voice_id or slug(self.name)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class JobState:
    """How far a job is.

    Attributes
    ----------
    status
        "new", "running" (also after a crash), "done", "cancelled" or "failed".
    claimed
        The job found the id of its voice free (or may replace it), so that a voice of this id is
        its own.
    curve
        The fields of `Progress` at the validations so far.
    result
        The fields of the last `VoiceStored`; empty before.
    message
        Why it failed.
    """

    status: Status = "new"
    claimed: bool = False
    curve: Sequence[Mapping[str, Any]] = ()
    result: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    message: str = ""

    def __post_init__(self) -> None:
        """Raise SyrinxError when a field is of the wrong kind."""
        if self.status not in get_args(Status) or not isinstance(self.claimed, bool):
            raise SyrinxError("This is no state of a training job.")
        if not isinstance(self.result, Mapping) or set(self.result) not in (set(), _RESULT):
            raise SyrinxError("This is no state of a training job.")
        if not isinstance(self.message, str):
            raise SyrinxError("This is no state of a training job.")
        steps = self.curve if isinstance(self.curve, list | tuple) else (None,)
        if not all(_is_point(step) for step in steps):
            raise SyrinxError("This is no state of a training job.")

    @property
    def resumable(self) -> bool:
        """Whether starting the job (again) makes sense."""
        return self.status in ("new", "running", "failed")


def write_job(folder: Path, job: TrainingJob) -> None:
    """Write what to make into a folder, made on demand; what an earlier job left there goes.

    Raises
    ------
    SyrinxError
        The folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in (JOB_FILE, STATE_FILE, TUNING_FILE):
            (folder / name).unlink(missing_ok=True)
    except OSError as error:
        raise SyrinxError(f"Cannot write the training job {folder}: {reason(error)}.") from error
    _write(folder / JOB_FILE, dataclasses.asdict(job))


def read_job(folder: Path) -> TrainingJob:
    """Read what to make.

    Raises
    ------
    SyrinxError
        There is no job in this folder, or it is damaged.
    """
    values = _read(folder / JOB_FILE)
    if values is None:
        raise SyrinxError(
            f"There is no training job in {folder}, or it is damaged: make a new one."
        )
    known = {f.name: values[f.name] for f in dataclasses.fields(TrainingJob) if f.name in values}
    try:
        return TrainingJob(**{**known, "recordings": tuple(known["recordings"])})
    except (KeyError, TypeError, AttributeError, SyrinxError) as error:
        raise SyrinxError(
            f"The training job {folder / JOB_FILE} is damaged: make a new one."
        ) from error


def read_state(folder: Path) -> JobState:
    """Read how far a job is; one that cannot be read has not begun."""
    values = _read(folder / STATE_FILE) or {}
    known = {f.name: values[f.name] for f in dataclasses.fields(JobState) if f.name in values}
    try:
        return JobState(**known)
    except (TypeError, SyrinxError):
        return JobState()


def write_state(folder: Path, state: JobState) -> None:
    """Write how far a job is.

    Raises
    ------
    SyrinxError
        The disk refuses.
    """
    _write(folder / STATE_FILE, dataclasses.asdict(state))


def forget_tuning(folder: Path) -> None:
    """Remove the checkpoint of a job that is finished."""
    with suppress(OSError):
        (folder / TUNING_FILE).unlink()


def remove_job(folder: Path) -> None:
    """Remove a job's folder; recordings that lie elsewhere stay."""
    shutil.rmtree(folder, ignore_errors=True)


def jobs(home: Path) -> list[tuple[Path, TrainingJob, JobState]]:
    """Jobs under a data folder that can be read, by the name of their folders."""
    found = []
    root = home / JOBS_FOLDER
    with suppress(OSError):
        for folder in sorted(item for item in root.iterdir() if item.is_dir()):
            with suppress(SyrinxError):
                found.append((folder, read_job(folder), read_state(folder)))
    return found


def job_folder(home: Path, job: TrainingJob) -> tuple[Path, bool]:
    """Return the folder for a job under a data folder, and whether it is there to be resumed.

    That is the case when the same job was begun and has not ended.
    """
    for folder, other, state in jobs(home):
        # The consent names the day on which it was stated.
        if dataclasses.replace(other, consent=job.consent) == job and state.resumable:
            return folder, True
    stem, number = job.id, 1
    folder = home / JOBS_FOLDER / stem
    while folder.exists():
        number += 1
        folder = home / JOBS_FOLDER / f"{stem}-{number}"
    return folder, False


def absolute(paths: Sequence[Path]) -> tuple[str, ...]:
    """Paths as a job keeps them: they must mean the same to another process."""
    return tuple(str(path.expanduser().absolute()) for path in paths)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other processes off a job while the block runs; a dead owner keeps nobody off.

    An owner that is just dying is waited for.

    Raises
    ------
    SyrinxError
        Another process works on it, or the folder cannot be written.
    """
    try:
        file = (folder / LOCK_FILE).open("a+b")
    except OSError as error:
        raise SyrinxError(f"Cannot write the training job {folder}: {reason(error)}.") from error
    with file:
        deadline = time.monotonic() + LOCK_S
        while True:
            try:
                _lock(file.fileno())
                break
            except OSError as error:
                if time.monotonic() > deadline:
                    raise SyrinxError(
                        "This voice is being made already, by another window or command."
                    ) from error
                time.sleep(0.05)
        yield


def _lock(descriptor: int) -> None:
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _write(path: Path, values: Mapping[str, Any]) -> None:
    text = json.dumps({"format": FORMAT, **values}, indent=2, ensure_ascii=False)
    write_atomically(path, text.encode("utf-8"))


def _read(path: Path) -> dict[str, Any] | None:
    """The JSON object in a file; None when there is no such thing of this format."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return None
        values = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(values, dict) or values.get("format") != FORMAT:
        return None
    return values


def _is_point(value: object) -> bool:
    """Whether this is a point of the curve."""
    if not isinstance(value, Mapping) or set(value) != _CURVE:
        return False
    return _is_number(value["step"]) and _is_number(value["held_out"])


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and math.isfinite(value)
