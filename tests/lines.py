"""Lines that another process prints, waited for without losing those that came together."""

from __future__ import annotations

import os
import select
import subprocess


class Lines:
    """Reads the output of a process that was started with ``stdout=PIPE``, in bytes."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout is not None
        self._handle = process.stdout.fileno()
        self._rest = b""

    def next(self, seconds: float) -> str | None:
        """Return the next line; None when there is none in time, or no more."""
        while b"\n" not in self._rest:
            if not select.select([self._handle], [], [], seconds)[0]:
                return None
            data = os.read(self._handle, 65536)
            if not data:
                return None
            self._rest += data
        line, _, self._rest = self._rest.partition(b"\n")
        return line.decode().strip()
