"""The exchange file of a voice, ``.syrinxvoice``: all of it in one zip, with checksums (ADR 0050).

Format 2 holds ``manifest.json`` (format, program, size and SHA-256 of every other entry),
``voice.json`` (the profile) and the voice's files. Format 1, which is still read, held the
profile alone. Nothing is ever unpacked onto the disk, and what is read is bounded.
"""

from __future__ import annotations

import hashlib
import io
import json
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path, PurePosixPath
from typing import Any

from syrinx.app.files import reason, replacing
from syrinx.app.voice_attachments import CONSENT, MAX_BYTES, describe
from syrinx.app.voice_files import MAX_VOICE_BYTES, VOICE_FILE, decode_voice, encode_voice
from syrinx.app.voice_model import Voice
from syrinx.dsp.errors import SyrinxError

EXCHANGE_SUFFIX = ".syrinxvoice"
EXCHANGE_FORMAT = 2
MANIFEST = "manifest.json"
MAX_EXCHANGE_BYTES = 8_000_000
_MAX_ENTRIES = 16
_LIMITS = {MANIFEST: 10_000, VOICE_FILE: MAX_VOICE_BYTES, **MAX_BYTES}
_DATE = (1980, 1, 1, 0, 0, 0)
"""Of every entry: the same voice gives the same bytes, and tells no time of its own."""

Files = dict[str, bytes]


def write_exchange(voice: Voice, files: Mapping[str, bytes], path: Path) -> None:
    """Write a ``.syrinxvoice`` file, wholly or not at all.

    Parameters
    ----------
    files
        Those that ``voice.files`` names.

    Raises
    ------
    SyrinxError
        The files are not those of the voice, or the file cannot be written.
    """
    if describe(files) != voice.files:
        raise SyrinxError(f'The files of the voice "{voice.name}" are not those of its profile.')
    entries = {VOICE_FILE: encode_voice(voice), **files}
    manifest = {
        "format": EXCHANGE_FORMAT,
        "made_with": _program(),
        "entries": {name: _facts(data) for name, data in entries.items()},
    }
    with replacing(path) as temporary, zipfile.ZipFile(temporary, "w") as archive:
        text = json.dumps(manifest, indent=1, ensure_ascii=False) + "\n"
        for name, data in {MANIFEST: text.encode(), **entries}.items():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            packed = name.endswith(".json")
            entry.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
            archive.writestr(entry, data)


def read_exchange(path: Path) -> tuple[Voice, Files]:
    """Read a ``.syrinxvoice`` file without unpacking anything onto the disk.

    Returns
    -------
    voice
        As its profile says.
    files
        The bytes of ``voice.files``, by name.

    Raises
    ------
    SyrinxError
        It is no such file, is damaged or of a newer format, or holds what such a file never
        holds (a path that leads out of the archive, a link, an encrypted, repeated, unknown or
        too large entry).
    """
    data = _bytes_of(path)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = _read_entries(archive, path)
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        EOFError,
        NotImplementedError,
        OSError,
        OverflowError,
        RuntimeError,
        ValueError,
    ) as error:
        raise SyrinxError(f"{path} is not a voice file or is damaged.") from error
    manifest = entries.pop(MANIFEST, None)
    if manifest is not None:
        _check_manifest(manifest, entries, path)
    if VOICE_FILE not in entries:
        raise SyrinxError(f"{path} is not a voice file: it holds no {VOICE_FILE}.")
    voice = decode_voice(entries.pop(VOICE_FILE), source=str(path))
    try:
        files = entries if manifest is not None else {}
        if describe(files) != voice.files:
            raise SyrinxError("its files are not those that its profile names.")
        check_consent(voice)
    except SyrinxError as error:
        raise SyrinxError(f"{path} was refused: {_small(str(error)).rstrip('.')}.") from error
    return voice, files


def check_consent(voice: Voice) -> None:
    """Raise SyrinxError unless the consent record and the recording belong together."""
    record = voice.consent_record
    there = next((item.sha256 for item in voice.files if item.name == CONSENT), None)
    if there is not None and (record is None or record.how != "recorded"):
        raise SyrinxError("A consent recording needs the record that says who agreed and to what.")
    if record is not None and record.recording_sha256 != there:
        if there is None:
            raise SyrinxError("The recording that the consent record names is missing.")
        raise SyrinxError("The consent recording is not the one that the consent record names.")


def _bytes_of(path: Path) -> bytes:
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise SyrinxError(f"{path} is a pipe or a device; copy it into a file first.")
        with path.open("rb") as stream:
            data = stream.read(MAX_EXCHANGE_BYTES + 1)
    except OSError as error:
        raise SyrinxError(f"Cannot read {path}: {reason(error)}.") from error
    except ValueError as error:  # a null character in the name
        raise SyrinxError("That name cannot be one of a file.") from error
    if len(data) > MAX_EXCHANGE_BYTES:
        raise SyrinxError(f"{path} is too large to be a voice file.")
    return data


def _read_entries(archive: zipfile.ZipFile, path: Path) -> Files:
    listed = archive.infolist()
    if len(listed) > _MAX_ENTRIES:
        raise SyrinxError(f"{path} holds too many files to be a voice file.")
    for entry in listed:
        name = PurePosixPath(entry.filename.replace("\\", "/"))
        if name.is_absolute() or ".." in name.parts or ":" in entry.filename:
            raise SyrinxError(f"{path} holds the unsafe path {_shown(entry)} and was refused.")
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise SyrinxError(f"{path} holds a link and was refused.")
        if entry.flag_bits & 0x1:
            raise SyrinxError(f"{path} is encrypted; a voice file never is.")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise SyrinxError(f"{path} is packed in a way that a voice file never is.")
    names = [entry.filename for entry in listed]
    if len(set(names)) < len(names):
        raise SyrinxError(f"{path} holds an entry twice and was refused.")
    if MANIFEST not in names:  # format 1: the profile, and what nobody reads
        listed = [entry for entry in listed if entry.filename == VOICE_FILE]
    entries = {}
    for entry in listed:
        most = _LIMITS.get(entry.filename)
        if most is None:
            raise SyrinxError(f"{path} holds {_shown(entry)}, which no voice file has.")
        with archive.open(entry) as stream:
            data = stream.read(most + 1)  # the size in the header may lie
        if len(data) > most:
            raise SyrinxError(f"{path} is too large to be a voice file.")
        entries[entry.filename] = data
    return entries


def _check_manifest(data: bytes, entries: Files, path: Path) -> None:
    try:
        manifest = json.loads(data)
        form, listed = manifest["format"], manifest["entries"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise SyrinxError(f"The manifest in {path} is damaged.") from error
    if form != EXCHANGE_FORMAT or isinstance(form, bool):
        raise SyrinxError(
            f"{path} has format {_small(repr(form))}; this version reads up to format "
            f"{EXCHANGE_FORMAT}, so update Syrinx."
        )
    if not isinstance(listed, dict) or set(listed) != set(entries):
        raise SyrinxError(f"{path} does not hold the files that its manifest names.")
    for name, content in entries.items():
        if listed[name] != _facts(content):
            raise SyrinxError(
                f"{name} in {path} was altered or cut short: its checksum does not fit."
            )


def _facts(data: bytes) -> dict[str, Any]:
    return {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}


def _program() -> str:
    try:
        return f"syrinx {version('syrinx')}"
    except PackageNotFoundError:
        return "syrinx"


def _shown(entry: zipfile.ZipInfo) -> str:
    """Return the name of an entry, quoted, and short enough for a sentence."""
    return repr(entry.filename[:80])


def _small(text: str) -> str:
    """Return a text from a file short enough for a sentence, its first letter small."""
    text = text if len(text) <= 120 else text[:117] + "..."
    return text[:1].lower() + text[1:]
