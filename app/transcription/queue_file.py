"""The list of the queue on disk: all of it now and then, and a line for every change since.

To write twenty thousand files anew for each one that is done took half a second. ``queue.json`` is
written atomically; ``changes.jsonl`` begins with the checksum of the list that it continues, so
that the changes of an older list are never taken for those of a newer one. A line that was cut off
by a crash was never promised to anybody, and is dropped.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from syrinx.app.files import reason, write_atomically
from syrinx.dsp.errors import SyrinxError

LIST, CHANGES = "queue.json", "changes.jsonl"
MOST_CHANGES = 5000
"""With so many at its start, the program writes the list anew: it does not read them twice."""
Entry = dict[str, Any]


class DamagedListError(SyrinxError):
    """The list on disk is none; it was put aside."""


class QueueFile:
    """Entries with an "id", in their order. Not thread-safe.

    Parameters
    ----------
    folder
        There is such a folder.
    """

    def __init__(self, folder: Path) -> None:
        self._list, self._changes = folder / LIST, folder / CHANGES
        self._checksum: str | None = None
        """Of the list that is on disk; None = the next change writes it anew."""
        self._end = 0
        """Where the last whole line of the changes ends; 0 = none belongs to the list."""
        self.lost = False
        """Whether a change in the middle could not be read: what came later is not known."""

    def read(self) -> list[Entry]:
        """Return the entries as they were written last.

        Raises
        ------
        DamagedListError
            It is no list.
        """
        try:
            body = self._list.read_bytes()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise self._damaged() from error
        try:
            entries = _by_id(_decoded(body))
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            raise self._damaged() from error
        self._checksum = _checksum(body)
        count = 0
        try:
            for changed in self._read_changes(self._checksum):
                entries |= changed
                count += len(changed)
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            self.lost, self._checksum = True, None
        if count > MOST_CHANGES:
            self._checksum = None
        return list(entries.values())

    def change(self, entries: Sequence[Entry]) -> bool:
        """Append entries that are new or have changed; False = the list must be written anew.

        Raises
        ------
        SyrinxError
            The disk is full; nothing was written.
        """
        if self._checksum is None:
            return False
        line = _encoded(list(entries), None) + b"\n"
        if not self._end:
            line = _encoded({"continues": self._checksum}, None) + b"\n" + line
        append(self._changes, self._end, line)
        self._end += len(line)
        return True

    def write(self, entries: Sequence[Entry]) -> None:
        """Write all of it anew.

        Raises
        ------
        SyrinxError
            The disk is full; what was there is as it was.
        """
        body = _encoded(list(entries), 0)
        write_atomically(self._list, body)
        self._checksum, self._end = _checksum(body), 0

    def put_aside(self) -> None:
        """Keep a list that nobody can read under another name; the next change writes one."""
        self._checksum, self._end = None, 0
        with contextlib.suppress(OSError):
            self._list.replace(self._list.with_name(f"queue.damaged-{time.time_ns()}.json"))

    def _damaged(self) -> DamagedListError:
        self.put_aside()
        return DamagedListError("The list of transcriptions was damaged; it was made again.")

    def _read_changes(self, checksum: str) -> Iterator[dict[str, Entry]]:
        try:
            body = self._changes.read_bytes()
        except FileNotFoundError:
            return
        lines = body.split(b"\n")[:-1]  # what stands behind the last end of a line is half of one
        if not lines or _decoded(lines[0]) != {"continues": checksum}:
            return
        for line in lines[1:]:
            yield _by_id(_decoded(line))
        self._end = sum(len(line) + 1 for line in lines)


def append(path: Path, end: int, data: bytes) -> None:
    """Write ``data`` at ``end``, where a file ends then, wholly or not at all.

    Raises
    ------
    SyrinxError
        The disk is full.
    """
    try:
        with path.open("r+b" if path.exists() else "x+b") as file:
            file.truncate(end)
            file.seek(end)
            try:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            except OSError:
                file.truncate(end)
                raise
    except OSError as error:
        raise SyrinxError(f"Cannot write {path}: {reason(error)}.") from error


def _by_id(entries: Any) -> dict[str, Entry]:
    if not isinstance(entries, list):
        raise TypeError
    return {entry["id"]: entry for entry in entries}


def _decoded(body: bytes) -> Any:
    return json.loads(body.decode("utf-8", "surrogateescape"))


def _encoded(value: Any, indent: int | None) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=indent).encode("utf-8", "surrogateescape")


def _checksum(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
