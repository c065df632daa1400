"""Which files of a model folder are networks, tokens and so on, by their names alone."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from syrinx.app.files import reason
from syrinx.dsp.errors import SyrinxError

NETWORK_SUFFIXES = (".onnx", ".ort")
MAX_FILES = 2000
MAX_DEPTH = 4
"""Folders in folders; published models have three."""
MAX_BYTES = 12 * 10**9
"""All files of a model together; the largest published ones have 7 GB."""
_LEFT_OUT = {"test_wavs", "test_wav", "__pycache__", "examples"}
_WHOLE_NUMBERS = ("int8", "uint8", "int4", "q8", "q4", "quant", "quantized")
# The first that is part of a network's name says what it is for.
_ROLES = (
    ("joiner", "joiner"),
    ("uncached_decode", "uncached_decoder"),
    ("cached_decode", "cached_decoder"),
    ("preprocess", "preprocessor"),
    ("conv_frontend", "conv_frontend"),
    ("encoder_adaptor", "encoder_adaptor"),
    ("embedding", "embedding"),
    ("llm", "llm"),
    ("encode", "encoder"),
    ("decode", "decoder"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFile:
    """One file of a folder.

    Attributes
    ----------
    name
        Relative to the folder, with slashes.
    size
        In bytes.
    """

    name: str
    size: int

    @property
    def path(self) -> PurePosixPath:
        """The name as a path."""
        return PurePosixPath(self.name)

    @property
    def role(self) -> str:
        """What a network is for, as its name says; "model" when it is the only one."""
        stem = self.path.name.lower()
        return next((role for part, role in _ROLES if part in stem), "model")

    @property
    def quantised(self) -> bool:
        """Whether a network counts in whole numbers, as its name says."""
        parts = self.path.name.lower().replace("-", ".").replace("_", ".").split(".")
        return any(part in _WHOLE_NUMBERS for part in parts)


def files_of(folder: Path) -> list[ModelFile]:
    """List a folder, three folders deep, without recordings and hidden files.

    Symbolic links inside the folder are followed as long as they stay inside it.

    Raises
    ------
    SyrinxError
        It is no folder, cannot be read, has too many files, or names a file outside it.
    """
    if not folder.is_dir():
        raise SyrinxError(f"{folder} is not a folder: a model is a folder with .onnx files.")
    root = folder.resolve()
    found: list[ModelFile] = []
    try:
        for path in _walk(folder, 0):
            inside = path.resolve()
            if not inside.is_relative_to(root):
                raise SyrinxError(
                    f"{path.name} in {folder.name} is a link to a file outside the folder: "
                    "copy the file itself into it."
                )
            facts = path.stat()
            if not stat.S_ISREG(facts.st_mode):
                continue
            name = path.relative_to(folder).as_posix()
            found.append(ModelFile(name=name, size=facts.st_size))
            if len(found) > MAX_FILES:
                raise SyrinxError(f"{folder.name} has more than {MAX_FILES} files: it is no model.")
    except OSError as error:
        raise SyrinxError(f"Cannot read {folder}: {reason(error)}.") from error
    return sorted(found, key=lambda file: file.name)


def _walk(folder: Path, depth: int) -> Iterator[Path]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.startswith(".") or entry.name in _LEFT_OUT:
                continue
            if entry.is_dir(follow_symlinks=False):
                if depth + 1 < MAX_DEPTH:
                    yield from _walk(Path(entry.path), depth + 1)
            elif not (entry.is_symlink() and Path(entry.path).is_dir()):
                yield Path(entry.path)


def networks_by_role(
    files: Iterable[ModelFile], *, full_precision: bool = False
) -> dict[str, ModelFile]:
    """Return the network of each role.

    Of several the quantised one is taken (or the other, with ``full_precision``), then the one
    whose name is "model", then the first by name: epochs and chunk sizes of one export then fit
    together.

    Raises
    ------
    SyrinxError
        The folder holds no network, or those of several models.
    """
    networks = [file for file in files if file.path.suffix.lower() in NETWORK_SUFFIXES]
    if not networks:
        raise SyrinxError("There is no .onnx file in this folder: it is no model of sherpa-onnx.")
    folders = sorted({str(file.path.parent) for file in networks})
    if len(folders) > 1:
        names = ", ".join(folders[:4])
        raise SyrinxError(f"There is more than one model in this folder: add one of {names}.")
    roles: dict[str, ModelFile] = {}
    for file in sorted(networks, key=lambda file: _rank(file, full_precision)):
        roles.setdefault(file.role, file)
    return roles


def _rank(file: ModelFile, full_precision: bool) -> tuple[bool, bool, str]:
    other = file.quantised if full_precision else not file.quantised
    return other, not file.path.name.startswith("model."), file.name


def tokens_of(files: Iterable[ModelFile]) -> ModelFile | None:
    """Return the table of tokens: ``tokens.txt``, or ``tiny.en-tokens.txt`` and the like."""
    named = [file for file in files if file.path.name.lower().endswith("tokens.txt")]
    return min(
        named,
        key=lambda file: (file.path.name != "tokens.txt", len(file.path.parts), file.name),
        default=None,
    )


def tokenizer_of(files: Iterable[ModelFile]) -> tuple[str, tuple[ModelFile, ...]] | None:
    """Return the folder of a tokenizer, as language models have one, and its files."""
    every = list(files)
    for file in every:
        if file.path.name in ("vocab.json", "tokenizer.json") and len(file.path.parts) > 1:
            folder = file.path.parent
            inside = tuple(other for other in every if other.path.parent == folder)
            return str(folder), inside
    return None
