"""The tests, in runs side by side: those that wait for real time, and those that compute.

    python packaging/run_tests.py [what pytest takes]

Tests of the engine, the window and the clone wizard wait for sound that passes at its own pace;
one after the other all tests would take three times as long. With arguments pytest runs alone.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

WAITING = (("tests/engine", "tests/clone"), ("tests/gui",))
"""What each run that waits has."""


def main(arguments: list[str]) -> int:
    """Run pytest; the exit code is that of the first run that failed."""
    # A shell that puts us into the background ignores Ctrl-C for all below: tests send it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    pytest = [sys.executable, "-m", "pytest"]
    if arguments:
        return subprocess.run([*pytest, *arguments], check=False).returncode
    groups = [[path for path in group if Path(path).is_dir()] for group in WAITING]
    # Half of the cores for what computes: sound that is late fails no test, but takes its time.
    threads = str(max(1, (os.cpu_count() or 2) // 2))
    computing = {**os.environ, "OMP_NUM_THREADS": os.environ.get("OMP_NUM_THREADS", threads)}
    ignored = [f"--ignore={path}" for group in groups for path in group]
    with contextlib.ExitStack() as stack:
        beside = []
        for number, group in enumerate(filter(None, groups)):
            kept = stack.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8"))
            cache = f"cache_dir=.cache/pytest-waiting-{number}"
            command = [*pytest, "--durations=10", *group, "-o", cache]
            run = subprocess.Popen(command, stdout=kept, stderr=subprocess.STDOUT, text=True)
            stack.callback(run.kill)
            beside.append((run, kept))
        codes = [
            subprocess.run(
                [*pytest, "--durations=10", *ignored, "-o", "cache_dir=.cache/pytest-computing"],
                env=computing,
                check=False,
            ).returncode
        ]
        for run, kept in beside:
            codes.append(run.wait())
            kept.seek(0)
            sys.stdout.write(kept.read())
            sys.stdout.flush()
    return next((code for code in codes if code), 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
