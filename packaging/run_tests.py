"""The tests, in two runs side by side: those that wait for real time, and those that compute.

    python packaging/run_tests.py [what pytest takes]

Tests of the engine, the window and the clone wizard wait for sound that passes at its own pace;
one after the other all tests would take half as long again. With arguments pytest runs alone.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

WAITING = ("tests/engine", "tests/gui", "tests/clone")


def main(arguments: list[str]) -> int:
    """Run pytest; the exit code is that of the first run that failed."""
    # A shell that puts us into the background ignores Ctrl-C for all below: tests send it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    pytest = [sys.executable, "-m", "pytest"]
    if arguments:
        return subprocess.run([*pytest, *arguments], check=False).returncode
    waiting = [path for path in WAITING if Path(path).is_dir()]
    # Half of the cores for what computes: sound that is late fails no test, but takes its time.
    threads = str(max(1, (os.cpu_count() or 2) // 2))
    computing = {**os.environ, "OMP_NUM_THREADS": os.environ.get("OMP_NUM_THREADS", threads)}
    ignored = [f"--ignore={path}" for path in waiting]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as kept:
        beside = subprocess.Popen(
            [*pytest, "--durations=10", *waiting], stdout=kept, stderr=subprocess.STDOUT, text=True
        )
        try:
            first = subprocess.run(
                [*pytest, "--durations=10", *ignored, "-o", "cache_dir=.cache/pytest-computing"],
                env=computing,
                check=False,
            ).returncode
            second = beside.wait()
        finally:
            beside.kill()
        kept.seek(0)
        sys.stdout.write(kept.read())
    return first or second


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
