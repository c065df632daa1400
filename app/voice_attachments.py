"""Files that belong to a voice beside its profile: the consent's recording and a picture.

A profile names its files with their SHA-256, and on disk the digest is a part of the file's
name: a new picture never overwrites the one that an earlier profile means, so that replacing
the profile alone, in one step, replaces them all.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from syrinx.app.files import reason, write_atomically
from syrinx.app.texts import mark
from syrinx.dsp.errors import SyrinxError

CONSENT = "consent.flac"
PICTURES = ("picture.png", "picture.jpg")
MAX_BYTES = {CONSENT: 4_000_000, **dict.fromkeys(PICTURES, 1_000_000)}
_MAGIC = {
    CONSENT: b"fLaC",
    "picture.png": b"\x89PNG\r\n\x1a\n",
    "picture.jpg": b"\xff\xd8\xff",
}
_WHAT = {
    CONSENT: mark("consent recording"),
    "picture.png": mark("picture"),
    "picture.jpg": mark("picture"),
}
_FORM = {
    CONSENT: mark("a FLAC file"),
    "picture.png": mark("a PNG file"),
    "picture.jpg": mark("a JPEG file"),
}
_DIGEST = re.compile(r"[0-9a-f]{64}")
_STORED = re.compile(r"(consent|picture)-[0-9a-f]{16}\.(flac|png|jpg)")


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceFile:
    """A file of a voice as its profile names it.

    Attributes
    ----------
    name
        "consent.flac", "picture.png" or "picture.jpg".
    sha256
        Of its bytes.
    size
        Number of bytes.
    """

    name: str
    sha256: str
    size: int

    def __post_init__(self) -> None:
        """Raise SyrinxError when no voice has such a file."""
        if self.name not in MAX_BYTES:
            raise SyrinxError("A voice cannot have a file of that name.")
        if not isinstance(self.sha256, str) or not _DIGEST.fullmatch(self.sha256):
            raise SyrinxError(f"The file {self.name} of a voice needs a SHA-256.")
        if isinstance(self.size, bool) or not isinstance(self.size, int):
            raise SyrinxError(f"The file {self.name} of a voice needs a size.")
        if not 0 < self.size <= MAX_BYTES[self.name]:
            raise SyrinxError(f"The file {self.name} of a voice is too large.")

    @property
    def stored_name(self) -> str:
        """Name on disk, with the first digits of the digest."""
        stem, suffix = self.name.split(".")
        return f"{stem}-{self.sha256[:16]}.{suffix}"

    def to_json(self) -> dict[str, Any]:
        """Return JSON values."""
        return {"name": self.name, "sha256": self.sha256, "bytes": self.size}

    @classmethod
    def from_json(cls, values: Any) -> VoiceFile:
        """Build it from JSON values; raises SyrinxError when they are no such file's."""
        try:
            return cls(name=values["name"], sha256=values["sha256"], size=values["bytes"])
        except (KeyError, TypeError) as error:
            raise SyrinxError("its list of files is damaged.") from error


def describe(files: Mapping[str, bytes]) -> tuple[VoiceFile, ...]:
    """Check the files of a voice, by name, and return what a profile says of them.

    Raises
    ------
    SyrinxError
        One is too large, has an unknown name or begins like no such file, or there are two
        pictures.
    """
    for name, data in files.items():
        if name not in MAX_BYTES:
            raise SyrinxError(
                f"A voice cannot have a file {name!r}, only {', '.join(sorted(MAX_BYTES))}."
            )
        if len(data) > MAX_BYTES[name]:
            raise SyrinxError(
                f"The {_WHAT[name]} has {len(data) / 1e6:.1f} MB; "
                f"{MAX_BYTES[name] / 1e6:g} MB is the most."
            )
        if not data.startswith(_MAGIC[name]):
            raise SyrinxError(f"The {_WHAT[name]} is not {_FORM[name]}.")
    if sum(name in files for name in PICTURES) > 1:
        raise SyrinxError("A voice has one picture.")
    return tuple(
        VoiceFile(name=name, sha256=hashlib.sha256(data).hexdigest(), size=len(data))
        for name, data in sorted(files.items())
    )


def picture_name(data: bytes) -> str:
    """Return the name of a picture by how it begins.

    Raises
    ------
    SyrinxError
        It is neither PNG nor JPEG.
    """
    for name in PICTURES:
        if data.startswith(_MAGIC[name]):
            return name
    raise SyrinxError("A picture of a voice must be a PNG or JPEG file.")


def read_picture(path: Path) -> dict[str, bytes]:
    """Read a picture file: its name as a voice's file, and its bytes.

    Raises
    ------
    SyrinxError
        It cannot be read, is neither PNG nor JPEG, or is too large.
    """
    try:
        if not path.is_file():
            raise SyrinxError(f"There is no picture file {path}.")
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES[PICTURES[0]] + 1)
    except OSError as error:
        raise SyrinxError(f"Cannot read the picture {path}: {reason(error)}.") from error
    files = {picture_name(data): data}
    describe(files)
    return files


def store(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a voice's folder under their stored names; those there stay.

    Raises
    ------
    SyrinxError
        The disk refuses.
    """
    for item in describe(files):
        path = folder / item.stored_name
        if _is_whole(path, item):
            continue
        write_atomically(path, files[item.name])


def load(folder: Path, files: Iterable[VoiceFile]) -> dict[str, bytes]:
    """Read files of a voice from its folder and check them.

    Raises
    ------
    SyrinxError
        One is missing or was altered.
    """
    found = {}
    for item in files:
        path = folder / item.stored_name
        try:
            data = path.read_bytes() if path.stat().st_size == item.size else b""
        except OSError as error:
            raise SyrinxError(
                f'The {_WHAT[item.name]} "{path}" cannot be read: {reason(error)}.'
            ) from error
        if hashlib.sha256(data).hexdigest() != item.sha256:
            raise SyrinxError(f'The {_WHAT[item.name]} "{path}" was altered or cut short.')
        found[item.name] = data
    return found


def paths(folder: Path, files: Iterable[VoiceFile]) -> dict[str, Path]:
    """Return where those files of a voice lie that are there and have the right size."""
    return {
        item.name: folder / item.stored_name
        for item in files
        if _has_size(folder / item.stored_name, item.size)
    }


def is_stored_name(name: str) -> bool:
    """Whether a file of this name is one of a voice."""
    return _STORED.fullmatch(name) is not None


def _has_size(path: Path, size: int) -> bool:
    try:
        return path.is_file() and path.stat().st_size == size
    except OSError:
        return False


def _is_whole(path: Path, item: VoiceFile) -> bool:
    if not _has_size(path, item.size):
        return False
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() == item.sha256
    except OSError:
        return False
