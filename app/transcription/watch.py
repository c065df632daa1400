"""Looking into a folder for recordings that have arrived whole. No Qt.

A file is taken when its size and its time of change are the same in two looks: by then whoever
writes it has finished, or pauses for longer than the looks are apart.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from syrinx.app.files import write_atomically
from syrinx.app.transcription.found import facts_of, found_files

MOST_KNOWN = 20_000
Facts = tuple[int, int]


class FolderWatch:
    """Remembers what was there at the last look, and what was taken already.

    Parameters
    ----------
    memory
        File in which lies what was taken: a removed transcript does not come back.
    """

    def __init__(self, memory: Path) -> None:
        self._memory = memory
        self._taken = _read(memory)
        self._before: dict[str, Facts] = {}

    def look(self, folder: Path, unwanted: Callable[[], bool] = lambda: False) -> list[Path] | None:
        """Return what has arrived whole since the last look; None = there is no such folder.

        Raises
        ------
        SyrinxError
            There are too many files.
        """
        if not os.path.isdir(folder):
            self._before = {}
            return None
        seen: dict[str, Facts] = {}
        whole: list[Path] = []
        for path in found_files([folder], unwanted):
            name, facts = str(path.absolute()), facts_of(path)
            seen[name] = facts
            if facts[0] and self._before.get(name) == facts and self._taken.get(name) != facts:
                whole.append(path)
        if unwanted():
            return []
        self._before = seen
        return whole

    def take(self, paths: Iterable[Path]) -> None:
        """Remember that these need no second look; a disk that is full forgets it again."""
        for path in paths:
            self._taken[str(path.absolute())] = facts_of(path)
        newest = dict(list(self._taken.items())[-MOST_KNOWN:])
        self._taken = newest
        text = json.dumps({name: list(facts) for name, facts in newest.items()})
        write_atomically(self._memory, text.encode("utf-8", "surrogateescape"))


def _read(path: Path) -> dict[str, Facts]:
    try:
        found = json.loads(path.read_bytes().decode("utf-8", "surrogateescape"))
        return {str(name): (int(size), int(when)) for name, (size, when) in found.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}  # at worst files are transcribed that were removed from the list
