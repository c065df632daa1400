"""A voice in the making, on disk: who, consent, room, takes, and how far the wizard has come.

``<home>/clones/<id>/project.json`` says everything, ``takes/`` holds the recordings. Every
change is written at once and atomically, so that the wizard goes on where it was after a quit, a
crash or a power cut. A take that was being recorded then is the only thing that is lost.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal, get_args

import numpy as np
import soundfile
from numpy.typing import NDArray

from syrinx.app.consent import Check
from syrinx.app.files import reason, replacing, write_atomically
from syrinx.app.voice_attachments import PICTURES, picture_name
from syrinx.app.voice_model import check_name, slug
from syrinx.dsp.errors import SyrinxError

FORMAT = 1
PROJECT_FILE = "project.json"
Mode = Literal["prompts", "free", "files"]
Page = Literal["who", "room", "takes", "training", "listen"]
PAGES: tuple[Page, ...] = get_args(Page)
MODES: tuple[Mode, ...] = get_args(Mode)
_MAX_PROJECT_BYTES = 20_000_000
_FILE = re.compile(r"[a-z0-9][a-z0-9.-]*")
_RECORDING = "recording-"

# Inside the class ``list`` is its method.
Sentences = list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """A recording of the speaker, and what its check said.

    Attributes
    ----------
    file
        Its name in ``takes/``.
    seconds
        Length.
    accepted
        Whether the voice is made from it.
    prompt, text
        Id and text of what was to be read; "" for free speech and files.
    origin
        What file it was cut from, and where; "" when it was recorded here.
    problems, remarks
        Sentences: why it was sent back, and what is worth knowing.
    measures
        Figures by name.
    embedding
        Speaker embedding, 192 numbers, so that later takes can be compared; () = none.
    """

    file: str
    seconds: float
    accepted: bool
    prompt: str = ""
    text: str = ""
    origin: str = ""
    problems: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    measures: Mapping[str, float] = field(default_factory=dict)
    embedding: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        """Raise SyrinxError when the name of the file leads out of the folder."""
        if not _FILE.fullmatch(self.file):
            raise SyrinxError(f"{self.file!r} is no name of a take.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """The statement that the speaker read, and the recording of it in ``takes/``.

    ``checked`` says what the check made of it. ``embedding`` and ``f0_hz`` say who read it: the
    takes must sound like the same person. ``compared`` is what a recogniser found, as
    `ConsentRecord.checked` keeps it; None = none was there.
    """

    statement: str
    date: str
    file: str
    seconds: float
    checked: str = ""
    embedding: tuple[float, ...] = ()
    f0_hz: float = 0.0
    compared: Check | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CloneProject:
    """Everything about a voice in the making.

    Attributes
    ----------
    id
        Names its folder, and the voice later on.
    name, colour, language, speaker
        Of the voice: language as "en" or "zh", speaker = whose voice it is.
    own
        Whether the speaker is who uses the program.
    mode
        Read prompts, speak freely, or take files.
    page
        Where the wizard is.
    consent
        None = not recorded yet; nothing is made of the takes then.
    picture
        File of the voice's picture in the project's folder; "" = the colour is shown.
    room
        What the room check found; empty = not done.
    takes
        In the order of their recording, those that were sent back included.
    prompt
        Number of the prompt that is next.
    voice_id
        The voice that was made; "" = none yet.
    created
        UTC time, ISO 8601.
    """

    id: str
    name: str
    colour: str = "#37b0c8"
    language: str = "en"
    speaker: str = ""
    own: bool = True
    mode: Mode = "prompts"
    page: Page = "who"
    consent: Consent | None = None
    picture: str = ""
    room: Mapping[str, Any] = field(default_factory=dict)
    takes: tuple[Take, ...] = ()
    prompt: int = 0
    voice_id: str = ""
    created: str = ""

    def __post_init__(self) -> None:
        """Raise SyrinxError when a field has the wrong form."""
        if self.id != slug(self.id):
            raise SyrinxError(f"{self.id!r} cannot be the id of a voice.")
        check_name(self.name)
        if self.picture not in ("", *PICTURES):
            raise SyrinxError(f"{self.picture!r} is no name of a picture.")
        if self.mode not in MODES or self.page not in PAGES:
            raise SyrinxError("A voice in the making is on an unknown page.")

    @property
    def accepted(self) -> tuple[Take, ...]:
        """The takes that the voice is made from."""
        return tuple(take for take in self.takes if take.accepted)

    @property
    def speech_s(self) -> float:
        """Seconds of speech in the accepted takes."""
        return sum(take.measures.get("speech_s", take.seconds) for take in self.accepted)


class ProjectStore:
    """The voices in the making of one user.

    Parameters
    ----------
    home
        The data folder; nothing is written before `create`.
    """

    def __init__(self, home: Path) -> None:
        self.root = home / "clones"

    def list(self) -> list[CloneProject]:
        """Return those that can be read, the newest first."""
        found = [item for item in self._all() if isinstance(item, CloneProject)]
        return sorted(found, key=lambda project: project.created, reverse=True)

    def problems(self) -> Sentences:
        """Return one sentence for each that cannot be read."""
        return [str(item) for item in self._all() if isinstance(item, SyrinxError)]

    def create(self, name: str, **values: Any) -> CloneProject:
        """Begin a voice; ``values`` are fields of `CloneProject`.

        Raises
        ------
        SyrinxError
            The name cannot be one, or the disk refuses.
        """
        check_name(name)
        stem = slug(name)
        id_, number = stem, 2
        while (self.root / id_).exists():
            id_, number = f"{stem}-{number}", number + 1
        created = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        project = CloneProject(id=id_, name=name.strip(), created=created, **values)
        staging = self.root / f".new-{secrets.token_hex(4)}"
        try:
            (staging / "takes").mkdir(parents=True)
            write_atomically(staging / PROJECT_FILE, _encode(project))
            os.rename(staging, self.root / id_)
        except OSError as error:
            shutil.rmtree(staging, ignore_errors=True)
            raise SyrinxError(
                f'Cannot begin the voice "{name}" in {self.root}: {reason(error)}.'
            ) from error
        return project

    def load(self, id_: str) -> CloneProject:
        """Read a project; recordings that were cut off by a crash are removed.

        Raises
        ------
        SyrinxError
            There is none, or it is damaged.
        """
        project = self._read(self.folder(id_))
        kept = {take.file for take in project.takes}
        if project.consent is not None:
            kept.add(project.consent.file)
        for path in self.takes_folder(id_).glob("*"):
            if path.name not in kept and path.is_file():
                path.unlink(missing_ok=True)
        return project

    def save(self, project: CloneProject) -> CloneProject:
        """Write a project; return it.

        Raises
        ------
        SyrinxError
            The disk refuses; what was there before is still there.
        """
        write_atomically(self.folder(project.id) / PROJECT_FILE, _encode(project))
        return project

    def remove(self, id_: str) -> None:
        """Delete a project and its recordings, for good.

        Raises
        ------
        SyrinxError
            The disk refuses.
        """
        doomed = self.root / f".removed-{secrets.token_hex(4)}"
        try:
            os.rename(self.folder(id_), doomed)  # at once out of the list
            shutil.rmtree(doomed)
        except OSError as error:
            raise SyrinxError(f"Cannot remove the recordings of {id_}: {reason(error)}.") from error

    def folder(self, id_: str) -> Path:
        """Return the folder of a project."""
        return self.root / slug(id_)

    def takes_folder(self, id_: str) -> Path:
        """Return the folder of its recordings."""
        return self.folder(id_) / "takes"

    def new_recording(self, project: CloneProject) -> Path:
        """Return where the engine may record to: a file that is not there yet."""
        folder = self.takes_folder(project.id)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SyrinxError(f"Cannot record into {folder}: {reason(error)}.") from error
        return folder / f"{_RECORDING}{secrets.token_hex(4)}.wav"

    def add_take(self, project: CloneProject, recording: Path, take: Take) -> CloneProject:
        """Keep the input of a recording as a take: mono, 24 bit, the device's rate.

        Parameters
        ----------
        recording
            As the engine wrote it, the input on the left; removed when the take is written.
        take
            Its ``file`` is replaced by the next free name.

        Raises
        ------
        SyrinxError
            The recording cannot be read, or the disk refuses; the recording is kept then.
        """
        name = self._keep(project, recording, f"take-{self._next(project):03d}.wav")
        changed = replace(project, takes=(*project.takes, replace(take, file=name)))
        self.save(changed)
        recording.unlink(missing_ok=True)
        return changed

    def add_audio(
        self, project: CloneProject, audio: NDArray[np.float32], sample_rate: int, take: Take
    ) -> CloneProject:
        """Keep mono audio, cut out of a file, as a take."""
        name = f"take-{self._next(project):03d}.wav"
        self._write(self.takes_folder(project.id) / name, audio, sample_rate)
        return self.save(replace(project, takes=(*project.takes, replace(take, file=name))))

    def set_consent(self, project: CloneProject, recording: Path, consent: Consent) -> CloneProject:
        """Keep a recording as the statement of consent, instead of an earlier one."""
        before = project.consent
        name = self._keep(project, recording, f"consent-{secrets.token_hex(3)}.wav")
        changed = self.save(replace(project, consent=replace(consent, file=name)))
        recording.unlink(missing_ok=True)
        if before is not None:
            (self.takes_folder(project.id) / before.file).unlink(missing_ok=True)
        return changed

    def set_picture(self, project: CloneProject, data: bytes | None) -> CloneProject:
        """Keep a picture (PNG or JPEG) of the voice; None = none.

        Raises
        ------
        SyrinxError
            It is neither, or the disk refuses.
        """
        before = self.picture_of(project)
        name = "" if data is None else picture_name(data)
        if data is not None:
            write_atomically(self.folder(project.id) / name, data)
        changed = self.save(replace(project, picture=name))
        if before is not None and before.name != name:
            before.unlink(missing_ok=True)
        return changed

    def picture_of(self, project: CloneProject) -> Path | None:
        """Return the file of the picture; None when there is none."""
        return self.folder(project.id) / project.picture if project.picture else None

    def drop_take(self, project: CloneProject, file: str) -> CloneProject:
        """Delete a take."""
        takes = tuple(take for take in project.takes if take.file != file)
        changed = self.save(replace(project, takes=takes))
        (self.takes_folder(project.id) / Path(file).name).unlink(missing_ok=True)
        return changed

    def path_of(self, project: CloneProject, file: str) -> Path:
        """Return the path of a take or the consent."""
        return self.takes_folder(project.id) / Path(file).name

    def storage(self, id_: str) -> int:
        """Return the bytes that a project takes."""
        files = (path for path in self.folder(id_).rglob("*") if path.is_file())
        return sum(path.stat().st_size for path in files)

    # ---- inside ----

    def _all(self) -> Iterator[CloneProject | SyrinxError]:
        try:
            folders = sorted(item for item in self.root.iterdir() if item.name[0] != ".")
        except FileNotFoundError:
            return
        except OSError as error:
            yield SyrinxError(f"{self.root} cannot be read: {reason(error)}.")
            return
        for folder in folders:
            try:
                yield self._read(folder)
            except SyrinxError as error:
                yield error

    def _read(self, folder: Path) -> CloneProject:
        path = folder / PROJECT_FILE
        try:
            if path.stat().st_size > _MAX_PROJECT_BYTES:
                raise SyrinxError(f"{path} is too large to be a voice in the making.")
            document = json.loads(path.read_text(encoding="utf-8"))
            if document["format"] != FORMAT:
                raise SyrinxError(f"{path} is of another version of Syrinx.")
            project = _decode(document["project"])
        except OSError as error:
            raise SyrinxError(f"{path} cannot be read: {reason(error)}.") from error
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise SyrinxError(
                f"{path} is damaged; the recordings are in the folder beside it."
            ) from error
        if project.id != folder.name:
            raise SyrinxError(f"{path} belongs in a folder named {project.id}.")
        return project

    def _next(self, project: CloneProject) -> int:
        numbers = [
            int(digits) for take in project.takes for digits in re.findall(r"\d+", take.file)
        ]
        return max(numbers, default=0) + 1

    def _keep(self, project: CloneProject, recording: Path, name: str) -> str:
        try:
            audio, sample_rate = soundfile.read(recording, dtype="float32", always_2d=True)
        except (OSError, soundfile.LibsndfileError) as error:
            raise SyrinxError(f'The recording "{recording}" cannot be read ({error}).') from error
        self._write(self.takes_folder(project.id) / name, audio[:, 0], sample_rate)
        return name

    def _write(self, path: Path, audio: NDArray[np.float32], sample_rate: int) -> None:
        try:
            with replacing(path) as temporary:
                soundfile.write(temporary, audio, sample_rate, format="WAV", subtype="PCM_24")
        except (soundfile.LibsndfileError, AssertionError) as error:
            raise SyrinxError(f"Cannot write {path}: make room on the disk.") from error


def _encode(project: CloneProject) -> bytes:
    values = _plain(project)
    document = {"format": FORMAT, "project": values}
    return (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode()


def _plain(value: Any) -> Any:
    if isinstance(value, CloneProject | Take | Consent):
        return {item.name: _plain(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return dict(value) if isinstance(value, Mapping) else value


def _decode(values: Any) -> CloneProject:
    known = _known(CloneProject, values)
    takes = tuple(_take(item) for item in known.pop("takes", ()))
    consent = known.pop("consent", None)
    return CloneProject(
        takes=takes,
        consent=None if consent is None else _consent(consent),
        **known,
    )


def _consent(values: Any) -> Consent:
    known = _known(Consent, values)
    known["embedding"] = tuple(known.get("embedding", ()))
    return Consent(**known)


def _take(values: Any) -> Take:
    known = _known(Take, values)
    for name in ("problems", "remarks", "embedding"):
        if name in known:
            known[name] = tuple(known[name])
    return Take(**known)


def _known(kind: type, values: Any) -> dict[str, Any]:
    if not isinstance(values, dict):
        raise TypeError("not an object")
    return {item.name: values[item.name] for item in fields(kind) if item.name in values}
