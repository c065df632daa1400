"""Control processes that only sleep: whatever they see late, the machine made late.

They share nothing with the engine, and nothing with each other: one process for each processor, of
higher real-time priority than the sound where the system allows it, sleeps for a millisecond at a
time and notes when it woke late. A late block beside such a note was the machine's (on a shared
host all processors may stop at once for some milliseconds); a late block without one was ours.

One more process touches half a megabyte of its own memory every ten milliseconds, a byte of each
page, which takes microseconds. On a virtual machine it takes milliseconds when the host has thrown
away what it knew of the guest's memory: then every page of every process has to be fetched again,
and a thread seems to compute for tens of milliseconds what otherwise takes a tenth of one.

    python -m syrinx.app.engine.witness --seconds 60
"""

from __future__ import annotations

import argparse
import contextlib
import json
import mmap
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

PRIORITY = 70
SLEEP_S = 0.001
LATE_S = 0.002
EXPLAINS_S = 0.004
PAGES = 128
TOUCH_S = 0.01
_MOST = 100_000
_MODULE = "syrinx.app.engine.witness"
_END_S = 20.0

Stall = tuple[float, float]
"""``(time.time() at its end, seconds)``."""


def watch_sleep(stopped: Callable[[], bool]) -> list[Stall]:
    """Sleep for a millisecond at a time; return each late awakening."""
    stalls: list[Stall] = []
    before = time.perf_counter()
    while not stopped():
        time.sleep(SLEEP_S)
        now = time.perf_counter()
        late = now - before - SLEEP_S
        if late > LATE_S and len(stalls) < _MOST:
            stalls.append((time.time(), late))
        before = now
    return stalls


def watch_pages(stopped: Callable[[], bool]) -> list[Stall]:
    """Touch every page of some memory now and then; return each time that it took long."""
    stalls: list[Stall] = []
    with mmap.mmap(-1, PAGES * mmap.PAGESIZE) as memory:
        for page in range(PAGES):  # each its own, not the one page of zeros
            memory[page * mmap.PAGESIZE] = 1
        while not stopped():
            time.sleep(TOUCH_S)
            began = time.perf_counter()
            memory[:: mmap.PAGESIZE]
            took = time.perf_counter() - began
            if took > LATE_S and len(stalls) < _MOST:
                stalls.append((time.time(), took))
    return stalls


def explained(at: float, stalls: list[Stall], *, within_s: float = 0.25) -> bool:
    """Whether one of ``stalls`` ended within ``within_s`` of ``at`` (``time.time()``).

    Those below half of the usual margin of 8 ms explain nothing.
    """
    return any(abs(at - end) <= within_s + length for end, length in stalls if length >= EXPLAINS_S)


def main(arguments: list[str] | None = None) -> int:
    """Watch until the time is over, SIGTERM comes or nobody listens; print the stalls as JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--seconds", type=float, default=3600.0)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    done = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: done.set())
    if options.one is not None:
        print(json.dumps(_one(options.one, options.seconds, done)), flush=True)
        return 0
    count = os.cpu_count() or 1
    kinds = [*map(str, range(count)), "pages"]
    told = _all(kinds, done, options.seconds)
    found = {
        "realtime": all(each["realtime"] for each in told),
        "stalls": sorted(stall for each in told[:count] for stall in each["stalls"]),
        "pages": told[count]["stalls"],
    }
    print(json.dumps(found), flush=True)
    return 0


def _all(kinds: list[str], done: threading.Event, seconds: float) -> list[dict[str, Any]]:
    """Run a process of each kind until ``done``; return what they told."""
    with contextlib.ExitStack() as stack:
        watchers = [
            stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-m", _MODULE, "--one", kind, "--seconds", str(seconds)],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                )
            )
            for kind in kinds
        ]
        done.wait(seconds)
        for watcher in watchers:  # the end of its input is its end
            assert watcher.stdin is not None
            watcher.stdin.close()
            watcher.stdin = None
        return [json.loads(watcher.communicate(timeout=_END_S)[0]) for watcher in watchers]


def _one(kind: str, seconds: float, done: threading.Event) -> dict[str, Any]:
    """Be one of the processes: on processor ``kind``, or the one that touches pages."""

    def listen() -> None:
        sys.stdin.read()
        done.set()

    threading.Thread(target=listen, daemon=True).start()
    realtime = False
    if kind != "pages" and hasattr(os, "sched_setaffinity"):
        with contextlib.suppress(OSError):
            os.sched_setaffinity(0, {int(kind)})
    if hasattr(os, "sched_setscheduler"):
        with contextlib.suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(PRIORITY))
            realtime = True
    ends = time.monotonic() + seconds
    watch = watch_pages if kind == "pages" else watch_sleep
    stalls = watch(lambda: done.is_set() or time.monotonic() >= ends)
    return {"realtime": realtime, "stalls": stalls}


if __name__ == "__main__":
    sys.exit(main())
