"""A control process that only sleeps: whatever it sees late, the machine made late.

It shares nothing with the engine. One thread for each processor, of higher real-time priority than
the sound where the system allows it, sleeps for a millisecond at a time and notes when it woke
late. A late block beside such a note was the machine's (on a shared host all processors may stop
at once for some milliseconds); a late block without one was ours.

    python -m syrinx.app.engine.witness --seconds 60
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import signal
import sys
import threading
import time

PRIORITY = 70
SLEEP_S = 0.001
LATE_S = 0.002
EXPLAINS_S = 0.004
_MOST = 100_000


class Sleeper:
    """One sleeping thread.

    Attributes
    ----------
    stalls
        ``(time.time() at its end, seconds)`` of each late awakening.
    """

    def __init__(self, processor: int | None) -> None:
        self.stalls: list[tuple[float, float]] = []
        self.realtime = False
        self._processor = processor
        self._stop = False
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End it."""
        self._stop = True
        self._thread.join(2.0)

    def _run(self) -> None:
        if self._processor is not None and hasattr(os, "sched_setaffinity"):
            with contextlib.suppress(OSError):
                os.sched_setaffinity(0, {self._processor})
        if hasattr(os, "sched_setscheduler"):
            with contextlib.suppress(OSError):
                os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(PRIORITY))
                self.realtime = True
        before = time.perf_counter()
        while not self._stop:
            time.sleep(SLEEP_S)
            now = time.perf_counter()
            late = now - before - SLEEP_S
            if late > LATE_S and len(self.stalls) < _MOST:
                self.stalls.append((time.time(), late))
            before = now


def together(sleepers: list[Sleeper]) -> list[tuple[float, float]]:
    """Return the stalls of all of them in the order of time."""
    return sorted(stall for sleeper in sleepers for stall in sleeper.stalls)


def explained(at: float, stalls: list[tuple[float, float]], *, within_s: float = 0.25) -> bool:
    """Whether one of ``stalls`` ended within ``within_s`` of ``at`` (``time.time()``).

    Those below half of the usual margin of 8 ms explain nothing.
    """
    return any(abs(at - end) <= within_s + length for end, length in stalls if length >= EXPLAINS_S)


def main(arguments: list[str] | None = None) -> int:
    """Watch until the time is over or SIGTERM comes; print the stalls as JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--seconds", type=float, default=3600.0)
    options = parser.parse_args(arguments)
    done = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: done.set())
    count = os.cpu_count() or 1
    sleepers = [Sleeper(processor) for processor in range(count)]
    done.wait(options.seconds)
    for sleeper in sleepers:
        sleeper.stop()
    realtime = all(sleeper.realtime for sleeper in sleepers)
    print(json.dumps({"realtime": realtime, "stalls": together(sleepers)}), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
