"""A client of the JACK server that only notes when it was called late.

    python -m tests.bench.jack_witness

It shares nothing with the engine but the server: what it sees late, the server called late, so the
machine or the server stood still. Goes on after the server was gone. Ends with SIGTERM and prints
``[[time.time() at the end of the gap, seconds beyond the period], ...]``.
"""

from __future__ import annotations

import contextlib
import json
import signal
import sys
import threading
import time

import jack

LATE_S = 0.002
RETRY_S = 0.25
_MOST = 100_000


def watch(done: threading.Event, gaps: list[tuple[float, float]]) -> None:
    """Be a client until the server goes or ``done`` is set."""
    gone = threading.Event()
    client = jack.Client("syrinx-witness", no_start_server=True)
    period_s = client.blocksize / client.samplerate
    before = 0.0

    @client.set_process_callback
    def called(_frames: int) -> None:
        nonlocal before
        now = time.perf_counter()
        if before and now - before - period_s > LATE_S and len(gaps) < _MOST:
            gaps.append((time.time(), now - before - period_s))
        before = now

    client.set_shutdown_callback(lambda *_: gone.set())
    with client:
        while not (gone.wait(0.1) or done.is_set()):
            pass


def main() -> int:
    done = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: done.set())
    gaps: list[tuple[float, float]] = []
    while not done.is_set():
        with contextlib.suppress(jack.JackError):  # no server now
            watch(done, gaps)
        done.wait(RETRY_S)
    print(json.dumps(gaps), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
