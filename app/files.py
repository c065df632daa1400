"""Writing files so that a crash, a full disk or a second process never leaves half of one."""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from syrinx.app.texts import mark
from syrinx.dsp.errors import SyrinxError


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a temporary path beside ``path``; move it over ``path`` when the block succeeds.

    The temporary file lies in the same folder (a rename is atomic only inside one file system),
    starts with a dot and ends in the same suffix (libsndfile guesses from it). When the block
    raises, Ctrl-C included, the temporary file is deleted and ``path`` is what it was before.

    Raises
    ------
    SyrinxError
        The folder does not exist or cannot be written, or the disk is full.
    """
    temporary = path.parent / f".{path.stem}.{secrets.token_hex(4)}.part{path.suffix}"
    try:
        yield temporary
        with temporary.open("rb") as written:
            os.fsync(written.fileno())
        os.replace(temporary, path)
    except OSError as error:
        raise SyrinxError(f"Cannot write {path}: {reason(error)}.") from error
    finally:
        with suppress(OSError):
            temporary.unlink()


def write_atomically(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, wholly or not at all.

    Raises
    ------
    SyrinxError
        The folder does not exist or cannot be written, or the disk is full.
    """
    with replacing(path) as temporary:
        temporary.write_bytes(data)


def new_recording(folder: Path, ending: str = ".wav") -> Path:
    """Return a path for a recording in ``folder``: `free_path` says how."""
    return free_path(folder, "syrinx", ending, doing=mark("record"))


def free_path(folder: Path, stem: str, ending: str, *, doing: str = mark("save")) -> Path:
    """Return a path in ``folder``, made on demand, named by ``stem`` and the time, not taken.

    Parameters
    ----------
    doing
        What cannot be done in the folder, for the sentence.

    Raises
    ------
    SyrinxError
        The folder cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SyrinxError(f"Cannot {doing} into {folder}: {reason(error)}.") from error
    name = f"{stem} {time.strftime('%Y-%m-%d %H-%M-%S')}"
    path, number = folder / f"{name}{ending}", 2
    while path.exists():
        path, number = folder / f"{name} ({number}){ending}", number + 1
    return path


REASONS = (
    mark("no space left on device"),
    mark("permission denied"),
    mark("read-only file system"),
    mark("no such file or directory"),
    mark("file exists"),
    mark("is a directory"),
    mark("not a directory"),
    mark("input/output error"),
    mark("file name too long"),
    mark("disk quota exceeded"),
)
"""What `reason` says most, so that the window can translate it."""


def reason(error: OSError) -> str:
    """Say why the system refused, in lower case and without an error number."""
    text = error.strerror or str(error) or type(error).__name__
    return text[0].lower() + text[1:]
