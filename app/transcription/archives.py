"""Unpacks an archive of a model without trusting it: no links, no ways out, no bombs."""

from __future__ import annotations

import tarfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import IO

from syrinx.app.files import reason
from syrinx.app.transcription.model_files import MAX_BYTES, MAX_FILES
from syrinx.app.transcription.model_trial import StoppedError
from syrinx.dsp.errors import SyrinxError

SUFFIXES = (".tar.bz2", ".tbz2", ".tar.gz", ".tgz", ".tar.xz", ".txz", ".tar")
_CHUNK = 1 << 20
_LEFT_OUT = ("test_wavs", "test_wav")


def unpack(
    archive: Path,
    folder: Path,
    *,
    max_bytes: int = MAX_BYTES,
    on_progress: Callable[[int], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Unpack a tar archive into an empty folder, which is made; recordings are left out.

    Parameters
    ----------
    max_bytes
        More than this is not written.
    on_progress
        Gets the bytes of the archive that are read.
    cancelled
        Asked every MB.

    Raises
    ------
    SyrinxError
        It is no archive, broken, too large, wants to write outside the folder, or the disk is
        full.
    StoppedError
        ``cancelled`` became true.
    """
    try:
        folder.mkdir(parents=True)
        with archive.open("rb") as raw, tarfile.open(fileobj=raw, mode="r:*") as tar:
            written = count = 0
            for member in tar:
                count += 1
                if count > MAX_FILES:
                    raise SyrinxError(f"The archive has more than {MAX_FILES} files: no model has.")
                target = _target(folder, member)
                if target is None:
                    continue
                written += member.size
                if written > max_bytes:
                    raise SyrinxError(
                        f"The archive unpacks to more than {max_bytes / 1e9:.1f} GB: "
                        "it is not unpacked."
                    )
                content = tar.extractfile(member)
                assert content is not None  # it is a regular file
                target.parent.mkdir(parents=True, exist_ok=True)
                with target.open("xb") as file:
                    _copy(content, file, lambda: on_progress(raw.tell()), cancelled)
    except (tarfile.TarError, EOFError, ValueError) as error:
        raise SyrinxError("The archive is broken, or is no tar archive.") from error
    except OSError as error:
        if error.errno is None:  # the decompressors raise it for wrong data
            raise SyrinxError("The archive is broken, or is no tar archive.") from error
        raise SyrinxError(f"The archive cannot be unpacked: {reason(error)}.") from error


def _target(folder: Path, member: tarfile.TarInfo) -> Path | None:
    """Return where a member goes; None for folders and recordings."""
    name = PurePosixPath(member.name.replace("\\", "/"))
    if name.is_absolute() or ".." in name.parts or ":" in member.name:
        raise SyrinxError(
            f"The archive wants to write to {member.name}, outside its folder: it is not unpacked."
        )
    if member.isdir() or any(part in _LEFT_OUT for part in name.parts):
        return None
    if not member.isreg() or member.issparse():
        raise SyrinxError(
            f"The archive holds {member.name}, which is a link or a device: it is not unpacked."
        )
    if not name.parts or any(part.startswith(".") for part in name.parts if part != "."):
        return None  # such as macOS adds
    return folder.joinpath(*name.parts)


def _copy(
    source: IO[bytes], file: IO[bytes], tell: Callable[[], None], cancelled: Callable[[], bool]
) -> None:
    while chunk := source.read(_CHUNK):
        if cancelled():
            raise StoppedError("The model was not added: it was cancelled.")
        file.write(chunk)
        tell()
