"""One voice's folder on disk: its profile, the files beside it, and its earlier versions.

Everything is written so that the profile ``voice.json`` is replaced last and in one step: before
it the voice is what it was, after it the voice is the new one, whole. What an interruption can
leave is a file that no profile names; :func:`tidy` deletes it later.
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from syrinx.app import voice_attachments
from syrinx.app.files import write_atomically
from syrinx.app.voice_files import MAX_VOICE_BYTES, VOICE_FILE, decode_voice
from syrinx.app.voice_model import Voice
from syrinx.dsp.errors import SyrinxError

MAX_VERSIONS = 10
STALE_S = 3600.0
"""What another process may still be writing is younger."""
_PREVIOUS = "previous"
_DAMAGED = (
    OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, SyrinxError,
)  # fmt: skip
_STAMP = re.compile(r"(\d{8}-\d{6})-[0-9a-f-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceVersion:
    """An earlier state of a voice.

    Attributes
    ----------
    id
        Names it for ``VoiceLibrary.restore``.
    replaced
        When it was replaced, UTC, ISO 8601.
    voice
        As it was.
    size
        Bytes of its profile.
    """

    id: str
    replaced: str
    voice: Voice
    size: int

    @property
    def fine_tuned(self) -> bool:
        """Whether it has an adapter."""
        return self.voice.adapter is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceStorage:
    """Bytes on disk.

    Attributes
    ----------
    profile, files, versions
        The profile, the files beside it, and earlier versions.
    """

    profile: int = 0
    files: int = 0
    versions: int = 0

    @property
    def total(self) -> int:
        """All of it."""
        return self.profile + self.files + self.versions

    def __add__(self, other: VoiceStorage) -> VoiceStorage:
        """Sum by parts."""
        return VoiceStorage(
            profile=self.profile + other.profile,
            files=self.files + other.files,
            versions=self.versions + other.versions,
        )


def publish(target: Path, profile: bytes, files: Mapping[str, bytes]) -> None:
    """Make the folder of a new voice: written aside, then moved to its place in one step.

    Raises
    ------
    OSError
        The disk refuses, or another process was first.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    staging = target.parent / f".new-{secrets.token_hex(4)}"
    staging.mkdir()
    try:
        voice_attachments.store(staging, files)
        write_atomically(staging / VOICE_FILE, profile)
        os.rename(staging, target)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise


def replace_profile(
    folder: Path, profile: bytes, files: Mapping[str, bytes], *, keep: bool, drop: str | None = None
) -> None:
    """Replace the profile of a voice, and delete the files that nothing names any more.

    Parameters
    ----------
    files
        Files to write that the new profile names.
    keep
        Keep the present profile as a version.
    drop
        Id of a version that goes, because it is the new profile.

    Raises
    ------
    OSError
        The disk refuses; the voice is then what it was.
    """
    before = _files_named(folder)
    voice_attachments.store(folder, files)
    if keep:
        _keep_version(folder)
    write_atomically(folder / VOICE_FILE, profile)
    kept = _version_paths(folder)
    for path in kept[MAX_VERSIONS:] + [path for path in kept if path.stem == drop]:
        with suppress(OSError):
            path.unlink()
    with suppress(OSError, SyrinxError):  # what cannot be read may name any of them
        for name in before - _files_named(folder, strict=True):
            (folder / name).unlink()


def versions(folder: Path) -> list[VoiceVersion]:
    """Return the readable earlier versions, the newest first."""
    found = []
    for path in _version_paths(folder):
        stamp = _STAMP.fullmatch(path.stem)
        try:
            data = _profile_bytes(path)
            voice = decode_voice(data, source=str(path))
        except (OSError, SyrinxError):
            continue
        try:
            moment = time.strptime(stamp[1] if stamp else "", "%Y%m%d-%H%M%S")
        except ValueError:
            moment = time.gmtime(path.stat().st_mtime)
        replaced = time.strftime("%Y-%m-%dT%H:%M:%SZ", moment)
        found.append(VoiceVersion(id=path.stem, replaced=replaced, voice=voice, size=len(data)))
    return found


def storage(folder: Path) -> VoiceStorage:
    """Return what a folder of a voice takes."""
    return VoiceStorage(
        profile=_size(folder / VOICE_FILE),
        files=sum(_size(p) for p in _listed(folder) if p.is_file() and p.name != VOICE_FILE),
        versions=sum(_size(path) for path in _listed(folder / _PREVIOUS)),
    )


def tidy(library: Path, voice: str | None = None) -> None:
    """Delete what an interruption left: half-made and half-deleted folders, files unnamed.

    Voices are not touched, and of their folders only that of ``voice`` is looked into (None:
    all). Nothing that another process may be writing now is: such things are older than
    `STALE_S`. What was already removed by the user is deleted whatever its age.
    """
    for item in _listed(library):
        if item.name.startswith(".removed-") or (item.name.startswith(".new-") and _is_stale(item)):
            shutil.rmtree(item, ignore_errors=True)
        elif voice in (None, item.name) and not item.name.startswith("."):
            _tidy_voice(item)


def _tidy_voice(folder: Path) -> None:
    doomed, files = [], []
    for path in [*_listed(folder), *_listed(folder / _PREVIOUS)]:
        if path.name.startswith(".") and ".part." in path.name:
            doomed.append(path)
        elif voice_attachments.is_stored_name(path.name):
            files.append(path)
    with suppress(OSError, SyrinxError):  # a damaged profile may name any of them
        if any(map(_is_stale, files)):
            named = _files_named(folder, strict=True)
            doomed += [path for path in files if path.name not in named]
    for path in doomed:
        if _is_stale(path):
            with suppress(OSError):
                path.unlink()


def _keep_version(folder: Path) -> None:
    data = (folder / VOICE_FILE).read_bytes()
    newest = next(iter(_version_paths(folder)), None)
    if newest is not None and newest.read_bytes() == data:
        return  # the last replacement was interrupted right after this step
    previous = folder / _PREVIOUS
    previous.mkdir(exist_ok=True)
    now = time.time_ns()
    stamp = time.strftime("%Y%m%d-%H%M%S", time.gmtime(now // 10**9))
    name = f"{stamp}-{now % 10**9:09d}-{secrets.token_hex(2)}.json"
    write_atomically(previous / name, data)


def _version_paths(folder: Path, *, strict: bool = False) -> list[Path]:
    """Return the profiles of earlier versions, the newest first."""
    try:
        listed = list((folder / _PREVIOUS).iterdir())
    except FileNotFoundError:
        listed = []
    except OSError:
        if strict:
            raise
        listed = []
    found = [path for path in listed if path.suffix == ".json" and not path.name.startswith(".")]
    return sorted(found, key=lambda path: path.name, reverse=True)


def _files_named(folder: Path, *, strict: bool = False) -> set[str]:
    """Return the stored names of all files that the profile or a version names."""
    named: set[str] = set()
    for path in [folder / VOICE_FILE, *_version_paths(folder, strict=strict)]:
        try:
            values = json.loads(_profile_bytes(path))["voice"].get("files", [])
            named.update(voice_attachments.VoiceFile.from_json(v).stored_name for v in values)
        except _DAMAGED as error:
            if strict:
                raise SyrinxError(f"The profile {path} is damaged.") from error
    return named


def _profile_bytes(path: Path) -> bytes:
    if path.stat().st_size > MAX_VOICE_BYTES:
        raise SyrinxError(f"The voice profile {path} is too large to be one.")
    return path.read_bytes()


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _is_stale(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime > STALE_S
    except OSError:
        return False
