"""The models of the user on disk: ``recognizers/<id>`` in the data folder, with a ``model.json``.

Published voices lie in ``speakers/<id>`` in the same way (`syrinx.app.synthesis.voice_store`): what
differs is a `StoreKind`.

Only the files that a model needs are kept, and its papers; nothing else of a folder is copied.
A model is made aside and renamed: it is there wholly or not at all.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import stat
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from syrinx.app.files import reason, write_atomically
from syrinx.app.transcription.layouts import recognise
from syrinx.app.transcription.model_files import MAX_BYTES, ModelFile, files_of
from syrinx.app.transcription.model_papers import papers_of, read_papers
from syrinx.app.transcription.model_trial import StoppedError, try_model
from syrinx.dsp.errors import SyrinxError

FORMAT = 1
RECORD = "model.json"
FOLDER = "recognizers"
OWN = "syrinx"
SPARE_BYTES = 100_000_000
"""Is left free on the disk."""
_CHUNK = 4 << 20
_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")
_ASIDE = (".incoming-", ".removed-", ".unpacked-")
_STALE_S = 86_400
Trial = Callable[..., None]


class AnyLayout(Protocol):
    """What the store needs to know of a model; see `syrinx.app.transcription.layouts.Layout`."""

    @property
    def kind(self) -> str: ...

    @property
    def needed(self) -> tuple[ModelFile, ...]: ...

    @property
    def size(self) -> int: ...

    @property
    def sample_rate(self) -> int: ...

    @property
    def streaming(self) -> bool: ...

    @property
    def languages(self) -> tuple[str, ...]: ...

    @property
    def licence(self) -> str: ...

    @property
    def speakers(self) -> tuple[str, ...]: ...


class Recognise(Protocol):
    """Says what kind of model a folder holds; raises SyrinxError when it is none."""

    def __call__(self, folder: Path, *, full_precision: bool = False) -> AnyLayout: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreKind:
    """What is kept in a store.

    Attributes
    ----------
    folder
        Below the data folder.
    own
        Id of what the program has itself; no model gets it.
    none_such
        Makes the error for an id that is not there, and those that are.
    recognise
        Says what a folder holds.
    trial
        Opens a model to see whether it works.
    """

    folder: str
    own: str
    none_such: Callable[[str, str], SyrinxError]
    recognise: Recognise
    trial: Trial


def _none_such(model_id: str, known: str) -> SyrinxError:
    return SyrinxError(f'There is no recognition model "{model_id}"; there is: {known}.')


RECOGNIZERS = StoreKind(
    folder=FOLDER, own=OWN, none_such=_none_such, recognise=recognise, trial=try_model
)


@dataclass(frozen=True, slots=True, kw_only=True)
class InstalledModel:
    """A model of the user.

    Attributes
    ----------
    id
        What is written in options and behind ``--model``.
    name
        For people.
    kind
        As "Whisper".
    languages
        As they are stated, codes as a rule; empty = not stated.
    size
        In bytes.
    licence
        Empty = not stated.
    added
        Date, as "2026-11-22"; empty = unknown.
    streaming
        Whether it hears while somebody speaks.
    folder
        Where it is.
    problem
        Why it cannot be used, else None.
    speakers
        Names of the speakers of a voice.
    sample_rate
        In Hz; 0 = unknown.
    """

    id: str
    name: str
    kind: str
    languages: tuple[str, ...]
    size: int
    licence: str
    added: str
    streaming: bool
    folder: Path
    problem: str | None = None
    speakers: tuple[str, ...] = ()
    sample_rate: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """How far adding is: bytes of so many; ``trying`` = all is copied, now it is opened."""

    done: int
    total: int
    trying: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What whoever offers a model says of it; empty = see what the model says.

    Attributes
    ----------
    name, languages, licence
        As in `InstalledModel`.
    source
        Address that it came from.
    """

    name: str = ""
    languages: tuple[str, ...] = ()
    licence: str = ""
    source: str = ""


class ModelStore:
    """Lists, adds and removes models.

    Parameters
    ----------
    home
        Data folder.
    kind
        What is kept in it.
    trial
        Opens a model to see whether it works; None = as the kind says.
    """

    def __init__(
        self, home: Path, *, kind: StoreKind = RECOGNIZERS, trial: Trial | None = None
    ) -> None:
        self.folder = home / kind.folder
        self.kind = kind
        self._trial = trial or kind.trial

    def list(self) -> list[InstalledModel]:
        """Return what is installed, by name; what cannot be used has a `problem`."""
        try:
            names = sorted(os.listdir(self.folder))
        except OSError:
            return []
        folders = [self.folder / name for name in names if _ID.fullmatch(name)]
        found = [self._entry(folder) for folder in folders if folder.is_dir()]
        return sorted(found, key=lambda model: (model.name.casefold(), model.id))

    def get(self, model_id: str) -> InstalledModel:
        """Return one model.

        Raises
        ------
        SyrinxError
            There is none of this id.
        """
        if not _ID.fullmatch(model_id) or not (self.folder / model_id).is_dir():
            known = ", ".join(filter(None, [self.kind.own, *(model.id for model in self.list())]))
            raise self.kind.none_such(model_id, known)
        return self._entry(self.folder / model_id)

    def add(
        self,
        folder: Path,
        *,
        given: Given | None = None,
        full_precision: bool = False,
        take: bool = False,
        on_progress: Callable[[Copied], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> InstalledModel:
        """Check a folder, copy what the model needs, try it out, and list it.

        With ``take`` the files are moved out of the folder, which lies in `folder`, instead of
        copied.

        Raises
        ------
        SyrinxError
            It is no model, incomplete, too large, there already, cannot be opened, or there is
            not enough room.
        StoppedError
            ``cancelled`` became true; nothing is left behind.
        """
        given = given or Given()
        layout = self.kind.recognise(folder, full_precision=full_precision)
        files = files_of(folder)
        papers = read_papers(folder, files)
        wanted = list(dict.fromkeys([*layout.needed, *papers_of(files)]))
        total = sum(file.size for file in wanted)
        name = given.name or folder.resolve().name.removeprefix("sherpa-onnx-") or "model"
        self._check(layout, name, total, 0 if take else total)
        model_id = self._free_id(name)
        aside = self.folder / f".incoming-{secrets.token_hex(4)}"
        try:
            aside.mkdir()
            if take:
                _move(folder, aside, wanted)
            else:
                self._copy(folder, aside, wanted, total, on_progress, cancelled)
            on_progress(Copied(done=total, total=total, trying=True))
            self._trial(aside, layout, name=name, cancelled=cancelled)
            record = {
                "format": FORMAT,
                "name": name,
                "kind": layout.kind,
                "streaming": layout.streaming,
                "languages": list(given.languages or layout.languages or papers.languages),
                "licence": given.licence or layout.licence or papers.licence,
                "added": time.strftime("%Y-%m-%d"),
                "source": given.source,
                "speakers": list(layout.speakers),
                "sample_rate": layout.sample_rate,
                "files": {file.name: file.size for file in wanted},
            }
            text = json.dumps(record, indent=1, ensure_ascii=False)
            write_atomically(aside / RECORD, text.encode())
            os.rename(aside, self.folder / model_id)
        except OSError as error:
            raise SyrinxError(f"The model cannot be stored: {reason(error)}.") from error
        finally:
            shutil.rmtree(aside, ignore_errors=True)
        return self.get(model_id)

    def remove(self, model_id: str) -> None:
        """Delete a model for good.

        Raises
        ------
        SyrinxError
            There is none of this id, or the system does not allow it.
        """
        model = self.get(model_id)
        gone = self.folder / f".removed-{secrets.token_hex(4)}"
        try:
            os.rename(model.folder, gone)  # at once, even when deleting takes a while
            shutil.rmtree(gone)
        except OSError as error:
            raise SyrinxError(f"Cannot delete {model.name}: {reason(error)}.") from error

    # ---- inside ----

    def _check(self, layout: AnyLayout, name: str, total: int, room: int) -> None:
        for file in layout.needed:
            if file.size == 0:
                raise SyrinxError(f"{file.name} is empty: copy or download the model again.")
        if total > MAX_BYTES:
            raise SyrinxError(
                f"The model has {total / 1e9:.1f} GB; at most {MAX_BYTES / 1e9:.0f} GB are taken."
            )
        for model in self.list():
            if model.name == name and model.size == total and model.problem is None:
                raise SyrinxError(f"{name} is there already.")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._sweep()
            free = shutil.disk_usage(self.folder).free
        except OSError as error:
            raise SyrinxError(f"Cannot use the folder {self.folder}: {reason(error)}.") from error
        if room and room + SPARE_BYTES > free:
            raise SyrinxError(
                f"There is not enough room for the model: it needs {room / 1e6:.0f} MB, and the "
                f"disk has {free / 1e6:.0f} MB left."
            )

    def _sweep(self) -> None:
        """Delete what a program that died has left aside."""
        for path in self.folder.glob(".*-*"):
            old = time.time() - path.stat().st_mtime > _STALE_S
            if old and path.name.startswith(_ASIDE):
                shutil.rmtree(path, ignore_errors=True)

    def _free_id(self, name: str) -> str:
        base = re.sub(r"[^a-z0-9._-]+", "-", name.casefold()).strip("-._")[:60] or "model"
        wanted, number = base, 2
        while wanted == self.kind.own or (self.folder / wanted).exists():
            wanted, number = f"{base}-{number}", number + 1
        return wanted

    def _copy(
        self,
        folder: Path,
        aside: Path,
        wanted: Iterable[ModelFile],
        total: int,
        on_progress: Callable[[Copied], None],
        cancelled: Callable[[], bool],
    ) -> None:
        done = 0
        for file in wanted:
            target = aside / file.name
            target.parent.mkdir(parents=True, exist_ok=True)
            with (folder / file.name).open("rb") as source, target.open("xb") as copy:
                facts = os.fstat(source.fileno())
                if not stat.S_ISREG(facts.st_mode) or facts.st_size != file.size:
                    raise SyrinxError(f"{file.name} changes while it is copied; try again.")
                left = file.size
                while left > 0 and (chunk := source.read(min(_CHUNK, left))):
                    if cancelled():
                        raise StoppedError("The model was not added: it was cancelled.")
                    copy.write(chunk)
                    left -= len(chunk)
                    done += len(chunk)
                    on_progress(Copied(done=done, total=total))
                if left:
                    raise SyrinxError(f"{file.name} changes while it is copied; try again.")
                copy.flush()
                os.fsync(copy.fileno())

    def _entry(self, folder: Path) -> InstalledModel:
        """Describe the model in a folder of the store, also one that was put there by hand."""
        record = _record(folder)
        if record is None:
            return self._by_hand(folder)
        files: dict[str, int] = record["files"]
        bad = next((name for name, size in files.items() if _size(folder / name) != size), None)
        problem = None if bad is None else (
            f"{bad} is missing or was changed: remove the model and add it again."
        )  # fmt: skip
        return InstalledModel(
            id=folder.name,
            name=record["name"],
            kind=record["kind"],
            languages=tuple(record["languages"]),
            size=sum(files.values()),
            licence=record["licence"],
            added=record["added"],
            streaming=record["streaming"],
            folder=folder,
            problem=problem,
            speakers=tuple(record.get("speakers", ())),
            sample_rate=record.get("sample_rate", 0),
        )

    def _by_hand(self, folder: Path) -> InstalledModel:
        kind, size, streaming, problem = "", 0, False, None
        languages: tuple[str, ...] = ()
        licence, rate = "", 0
        speakers: tuple[str, ...] = ()
        try:
            layout = self.kind.recognise(folder)
            papers = read_papers(folder, files_of(folder))
            kind, size, streaming = layout.kind, layout.size, layout.streaming
            languages = layout.languages or papers.languages
            licence = layout.licence or papers.licence
            speakers, rate = layout.speakers, layout.sample_rate
        except SyrinxError as error:
            problem = str(error)
        return InstalledModel(
            id=folder.name,
            name=folder.name,
            kind=kind,
            languages=languages,
            size=size,
            licence=licence,
            added="",
            streaming=streaming,
            folder=folder,
            problem=problem,
            speakers=speakers,
            sample_rate=rate,
        )


def _move(folder: Path, aside: Path, wanted: Iterable[ModelFile]) -> None:
    for file in wanted:
        target = aside / file.name
        target.parent.mkdir(parents=True, exist_ok=True)
        os.rename(folder / file.name, target)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _record(folder: Path) -> dict[str, Any] | None:
    """Read ``model.json``; None when it is missing or not what `ModelStore.add` writes."""
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    texts = ("name", "kind", "licence", "added")
    fits = (
        isinstance(record, dict)
        and record.get("format") == FORMAT
        and all(isinstance(record.get(key), str) for key in texts)
        and isinstance(record.get("streaming"), bool)
        and isinstance(record.get("languages"), list)
        and all(isinstance(code, str) for code in record["languages"])
        and isinstance(record.get("files"), dict)
        and all(type(size) is int for size in record["files"].values())
        and isinstance(record.get("speakers", []), list)  # not written before there were voices
        and all(isinstance(name, str) for name in record.get("speakers", []))
        and type(record.get("sample_rate", 0)) is int
    )
    return record if fits else None
