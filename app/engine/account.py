"""What the system says of a thread: how long it was ready to run and was not let."""

from __future__ import annotations

import contextlib
import os
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Sums since the thread began.

    Attributes
    ----------
    ready_s
        How long it was ready to run while another thread had the processor, or while the host of
        a virtual machine had taken it away.
    disk_reads
        Pages of memory that had to be read from the disk first (major faults).
    """

    ready_s: float
    disk_reads: int


class ThreadAccount:
    """Reads the account of the thread that makes it; a reading takes about 20 us.

    Only Linux keeps one. Elsewhere, and where the kernel is built without it, `read` is None.
    """

    def __init__(self) -> None:
        self._file = -1
        if sys.platform == "linux":
            with contextlib.suppress(OSError):
                self._file = os.open("/proc/thread-self/schedstat", os.O_RDONLY | os.O_CLOEXEC)

    def read(self) -> Account | None:
        """Return the sums, for the thread that made this and no other."""
        if sys.platform != "linux" or self._file < 0:
            return None
        import resource

        try:
            ready_ns = int(os.pread(self._file, 64, 0).split()[1])
        except (OSError, IndexError, ValueError):
            return None
        faults = resource.getrusage(resource.RUSAGE_THREAD).ru_majflt
        return Account(ready_s=1e-9 * ready_ns, disk_reads=faults)

    def close(self) -> None:
        """Let go of the file."""
        file, self._file = self._file, -1
        if file >= 0:
            os.close(file)


def stolen_s() -> float:
    """Return how long the host of a virtual machine kept its processors so far, added up.

    0 where nobody says. Takes about 80 us.
    """
    if sys.platform != "linux":
        return 0.0
    try:
        with open("/proc/stat", "rb") as file:
            return int(file.readline().split()[8]) / float(os.sysconf("SC_CLK_TCK"))
    except (OSError, IndexError, ValueError):
        return 0.0
