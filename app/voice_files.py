"""The two file forms of a voice: the profile (JSON with a checksum) and the exchange file (zip)."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import Any

from syrinx.app.files import reason, replacing
from syrinx.app.voice_model import Voice
from syrinx.dsp.errors import SyrinxError

FORMAT = 1
MAX_VOICE_BYTES = 1_000_000
_MAX_ENTRIES = 16
_PROFILE = "voice.json"


def encode_voice(voice: Voice) -> bytes:
    """Return the profile of a voice: its fields and the SHA-256 of their canonical JSON."""
    values = voice.to_json()
    document = {"format": FORMAT, "sha256": _digest(values), "voice": values}
    return (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode()


def decode_voice(data: bytes, *, source: str) -> Voice:
    """Read a profile.

    Parameters
    ----------
    source
        What to call it in an error: the path or the archive.

    Raises
    ------
    SyrinxError
        It is no profile, from a newer version, or its checksum does not fit.
    """
    try:
        document = json.loads(data)
        form, digest, values = document["format"], document["sha256"], document["voice"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise SyrinxError(f"The voice profile {source} is damaged.") from error
    if form != FORMAT:
        raise SyrinxError(
            f"The voice profile {source} has format {form!r}; this version reads format {FORMAT}, "
            "so update Syrinx."
        )
    if digest != _digest(values):
        raise SyrinxError(
            f"The voice profile {source} was altered or cut short: its checksum does not fit."
        )
    try:
        return Voice.from_json(values)
    except SyrinxError as error:
        raise SyrinxError(f"The voice profile {source} cannot be used: {error}") from error


def write_exchange(voice: Voice, path: Path) -> None:
    """Write a ``.syrinxvoice`` file, wholly or not at all.

    Raises
    ------
    SyrinxError
        The file cannot be written.
    """
    with (
        replacing(path) as temporary,
        zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        archive.writestr(_PROFILE, encode_voice(voice))


def read_exchange(path: Path) -> Voice:
    """Read a ``.syrinxvoice`` file without unpacking anything onto the disk.

    Raises
    ------
    SyrinxError
        It is no such file, is damaged, or holds what such a file never holds (a path that leads
        out of the archive, too many or too large entries).
    """
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise SyrinxError(f"{path} is a pipe or a device; copy it into a file first.")
        with zipfile.ZipFile(path) as archive:
            data = _profile_bytes(archive, path)
    except OSError as error:
        raise SyrinxError(f"Cannot read {path}: {reason(error)}.") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise SyrinxError(f"{path} is not a voice file or is damaged.") from error
    return decode_voice(data, source=f"in {path}")


def _profile_bytes(archive: zipfile.ZipFile, path: Path) -> bytes:
    entries = archive.infolist()
    if len(entries) > _MAX_ENTRIES:
        raise SyrinxError(f"{path} holds too many files to be a voice file.")
    for entry in entries:
        name = PurePosixPath(entry.filename.replace("\\", "/"))
        if name.is_absolute() or ".." in name.parts or ":" in entry.filename:
            raise SyrinxError(f"{path} holds the unsafe path {entry.filename!r} and was refused.")
    if _PROFILE not in archive.namelist():
        raise SyrinxError(f"{path} is not a voice file: it holds no {_PROFILE}.")
    with archive.open(_PROFILE) as stream:
        data = stream.read(MAX_VOICE_BYTES + 1)  # the size in the header may lie
    if len(data) > MAX_VOICE_BYTES:
        raise SyrinxError(f"{path} is too large to be a voice file.")
    return data


def _digest(values: Any) -> str:
    canonical = json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(canonical.encode()).hexdigest()
