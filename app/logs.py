"""Log files of limited size in the data folder: one for each kind of process.

``logs/window.log`` and ``logs/engine.log`` (with two older ones each, 1.5 MB in all), and beside
them ``*-crash.log`` with the stacks of a process that the system ended. The audio callback and the
DSP thread never write: the engine's lines come from the thread that sends its events.

Two engines of one folder (the window and ``syrinx live``) write into one file; a line may be lost
when both turn it over at the same moment.
"""

from __future__ import annotations

import faulthandler
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import IO, Literal

FOLDER = "logs"
MAX_BYTES = 256 * 1024
KEPT = 2
Level = Literal["info", "warning", "error"]


class RotatingLog:
    """Appends lines to a file and begins a new one before it gets too long.

    It never raises: a full or read-only disk must not end what is being logged.

    Parameters
    ----------
    folder
        The data folder.
    role
        Name of the process: "window" or "engine".
    max_bytes
        A file that would get longer becomes ``<role>.log.1``.
    """

    def __init__(self, folder: Path, role: str, *, max_bytes: int = MAX_BYTES) -> None:
        self.path = log_path(folder, role)
        self._role = role
        self._max_bytes = max_bytes
        self._crash: IO[str] | None = None
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)

    def write(self, level: Level, text: str) -> None:
        """Append a line (of several, those after the first are indented)."""
        stamp = time.strftime("%Y-%m-%d %H:%M:%S")
        body = text.rstrip("\n").replace("\n", "\n    ")
        line = f"{stamp} {level.upper():<7} {body}\n".encode(errors="replace")[: self._max_bytes]
        with suppress(OSError):
            self._turn_over(len(line))
        with suppress(OSError), self.path.open("ab") as file:
            file.write(line)

    def watch_crashes(self) -> bool:
        """Let the stacks of all threads be written when the system ends this process.

        Returns
        -------
        bool
            Whether the last process left some; they are in ``<role>-crash.log.1`` now.
        """
        left = False
        path = crash_path(self.path.parent.parent, self._role)
        with suppress(OSError):
            if path.exists() and path.stat().st_size:
                os.replace(path, path.with_name(path.name + ".1"))
                left = True
        with suppress(OSError, ValueError):
            self._crash = path.open("w", encoding="utf-8")
            faulthandler.enable(self._crash)
        return left

    def close(self) -> None:
        """Take the crash handler out."""
        if self._crash is not None:
            faulthandler.disable()
            self._crash.close()
            self._crash = None

    def _turn_over(self, coming: int) -> None:
        if not self.path.exists() or self.path.stat().st_size + coming <= self._max_bytes:
            return
        names = [self.path] + [
            self.path.with_name(f"{self.path.name}.{n + 1}") for n in range(KEPT)
        ]
        for older, newer in zip(reversed(names), reversed(names[:-1]), strict=False):
            with suppress(FileNotFoundError):
                os.replace(newer, older)


def log_path(folder: Path, role: str) -> Path:
    """Return the log file of a kind of process in a data folder."""
    return folder / FOLDER / f"{role}.log"


def crash_path(folder: Path, role: str) -> Path:
    """Return where the stacks of a process are written that the system ends."""
    return folder / FOLDER / f"{role}-crash.log"


def last_lines(path: Path, count: int, *, only: tuple[Level, ...] = ()) -> list[str]:
    """Return the last lines of a log, those of ``only`` if any; none where there is no file."""
    marks = tuple(f" {level.upper():<7} " for level in only)
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - MAX_BYTES))
            lines = file.read().decode(errors="replace").splitlines()
    except OSError:
        return []
    kept: list[str] = []
    taking = not marks
    for line in lines:
        if marks and not line.startswith("    "):
            taking = any(mark in line[:32] for mark in marks)
        if taking:
            kept.append(line)
    return kept[-count:]
