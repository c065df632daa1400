"""Where the models are, and whether they are what they should be."""

from __future__ import annotations

import dataclasses
import hashlib
import importlib.resources
import json
import threading
from pathlib import Path
from typing import Any

import onnxruntime as ort

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.session import open_session

INDEX_NAME = "models.json"
LIVE_MODELS = ("content_encoder.int8", "decoder.int8")
FLOAT_MODELS = ("content_encoder.fp16", "decoder.fp16")
SPEAKER_MODEL = "speaker_encoder.fp16"
EXTENDER_MODEL = "band_extender.fp16"
"""May be missing: the voices then end at 8 kHz."""
SUPPRESSOR_MODEL = "suppressor.fp16"
"""May be missing: the noise then stays."""
RECOGNIZER_MODEL, RECOGNIZER_FLOAT = "recognizer.int8", "recognizer.fp16"
"""May be missing: nothing is recognised then but by models of the user's own."""
SECOND_MODEL = "recognizer_second.fp16"
"""May be missing: what was heard at once is then not heard again."""
WORD_MODEL = "recognizer_words.int8"
"""May be missing: the best hypotheses are then not rescored by a network."""
REQUIRED_MODELS = (*LIVE_MODELS, *FLOAT_MODELS, SPEAKER_MODEL)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ModelEntry:
    """One model as ``models.json`` describes it, and where it is.

    ``bytes`` is the size of the file, ``provenance`` says what it was trained on and how.
    """

    name: str
    path: Path
    sha256: str
    bytes: int
    provenance: Any = None


def shipped_models() -> Path:
    """Folder of the models that come with the program."""
    return Path(str(importlib.resources.files("syrinx.assets"))) / "models"


class ModelRegistry:
    """Finds models, checks them, and opens each only once.

    Parameters
    ----------
    home
        The user's data folder: models in ``home/models`` come before the shipped ones.
        ``None``: only the shipped ones.
    shipped
        Folder of the shipped models; default `shipped_models`.

    Notes
    -----
    A file's sha256 is computed whenever it is read (about 1 ms per MB): size and date say nothing
    about a file that was altered. Sessions are kept, and shared by all voices of the process.
    """

    def __init__(self, home: Path | None = None, *, shipped: Path | None = None) -> None:
        folders = [] if home is None else [Path(home) / "models"]
        self._folders = [*folders, shipped_models() if shipped is None else Path(shipped)]
        self._sessions: dict[tuple[str, int], ort.InferenceSession] = {}
        self._indexes: dict[Path, tuple[tuple[int, ...], dict[str, ModelEntry]]] = {}
        self._lock = threading.Lock()

    def entries(self) -> dict[str, ModelEntry]:
        """Return all models by name; the user's own hide shipped ones of the same name.

        Raises
        ------
        SyrinxError
            If an index is there but cannot be read.
        """
        found: dict[str, ModelEntry] = {}
        for folder in reversed(self._folders):
            found |= self._index(folder)
        return found

    def _index(self, folder: Path) -> dict[str, ModelEntry]:
        """Return the index of a folder; one that is still the same file is not decoded again."""
        try:
            stat = (folder / INDEX_NAME).stat()
        except OSError:
            return _read_index(folder, self._remedy(folder))  # which says why
        state = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
        known = self._indexes.get(folder)
        if known is None or known[0] != state:
            known = self._indexes[folder] = (state, _read_index(folder, self._remedy(folder)))
        return known[1]

    def entry(self, name: str) -> ModelEntry:
        """Return one model's entry.

        Raises
        ------
        SyrinxError
            If no index lists it.
        """
        entries = self.entries()
        if name not in entries:
            folders = " or ".join(str(folder) for folder in self._folders)
            raise SyrinxError(
                f"The model {name} is not installed in {folders}: reinstall Syrinx, or use an"
                " effect voice, which needs no model."
            )
        return entries[name]

    def read(self, name: str) -> bytes:
        """Return the content of a model file whose checksum is right.

        Raises
        ------
        SyrinxError
            If the file is missing, cut short or altered; the sentence names it.
        """
        entry = self.entry(name)
        remedy = self._remedy(entry.path.parent)
        try:
            content = entry.path.read_bytes()
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise SyrinxError(
                f"The model file {entry.path} cannot be read ({reason}): {remedy}."
            ) from error
        if len(content) != entry.bytes:
            raise SyrinxError(
                f"The model file {entry.path} has {len(content)} bytes instead of {entry.bytes}:"
                f" it was cut short or replaced; {remedy}."
            )
        if hashlib.sha256(content).hexdigest() != entry.sha256:
            raise SyrinxError(
                f"The model file {entry.path} was altered (its checksum is wrong): {remedy}."
            )
        return content

    def _remedy(self, folder: Path) -> str:
        if folder == self._folders[-1]:
            return "reinstall Syrinx"
        return f"remove {folder} to have the shipped models back"

    def session(self, name: str, *, threads: int = 1) -> ort.InferenceSession:
        """Return the open session of a model; the first call reads and checks the file."""
        with self._lock:
            key = (name, threads)
            if key not in self._sessions:
                self._sessions[key] = open_session(self.read(name), threads=threads, name=name)
            return self._sessions[key]

    def verify(self, required: tuple[str, ...] = REQUIRED_MODELS) -> list[str]:
        """Check every listed file and that all ``required`` ones are listed.

        Returns
        -------
        list of str
            One sentence per problem; empty when all is well.
        """
        try:
            names = list(self.entries())
        except SyrinxError as error:
            return [str(error)]
        problems = []
        for name in dict.fromkeys([*required, *names]):
            try:
                self.read(name)
            except SyrinxError as error:
                problems.append(str(error))
        return problems


def _read_index(folder: Path, remedy: str) -> dict[str, ModelEntry]:
    path = folder / INDEX_NAME
    if not path.is_file():
        return {}
    try:
        index = json.loads(path.read_text(encoding="utf-8"))
        entries = {}
        for name, value in index["models"].items():
            file = folder / str(value["file"])
            if file.parent != folder:
                raise ValueError(f"{value['file']} is not a plain file name")
            entries[name] = ModelEntry(
                name=name,
                path=file,
                sha256=str(value["sha256"]),
                bytes=int(value["bytes"]),
                provenance=value.get("provenance"),
            )
        return entries
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SyrinxError(
            f"The list of models {path} cannot be read ({error}): {remedy}."
        ) from error
