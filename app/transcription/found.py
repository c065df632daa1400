"""Sound files below folders, and what tells one take of a file from the next. No Qt."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from syrinx.dsp.errors import SyrinxError

SUFFIXES = frozenset(
    [
        ".aif",
        ".aifc",
        ".aiff",
        ".au",
        ".avr",
        ".caf",
        ".flac",
        ".m1a",
        ".mp2",
        ".mp3",
        ".oga",
        ".ogg",
        ".opus",
        ".rf64",
        ".snd",
        ".voc",
        ".w64",
        ".wav",
    ]
)
"""Files of a folder that are taken; a file that is named is tried whatever it is called."""
MAX_FILES_SEEN = 200_000


def found_files(
    paths: Iterable[Path], unwanted: Callable[[], bool] = lambda: False
) -> Iterator[Path]:
    """Yield files as they are, and the sound files below folders in the order of their names.

    Hidden files and folders are passed over; so is what cannot be read. A link to a folder is
    not followed.

    Parameters
    ----------
    unwanted
        Asked now and then, also where there is no sound file: True ends the search.

    Raises
    ------
    SyrinxError
        A folder holds too many files.
    """
    seen = 0
    for path in paths:
        if unwanted():
            return
        if not os.path.isdir(path):  # it never raises
            yield path
            continue
        for folder, folders, names in os.walk(path):
            if unwanted():
                return
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                seen += 1
                if seen > MAX_FILES_SEEN:
                    raise SyrinxError(f"{path} holds more than {MAX_FILES_SEEN} files.")
                if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                    yield Path(folder, name)


def facts_of(path: Path) -> tuple[int, int]:
    """Return size in bytes and time of change in ns; zeros when the file is gone."""
    try:
        facts = path.stat()
    except (OSError, ValueError):
        return 0, 0
    return facts.st_size, facts.st_mtime_ns
