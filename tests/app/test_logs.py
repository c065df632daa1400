"""Log files: they stay small, they never raise, and the newest lines are the last ones."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from syrinx.app.logs import KEPT, RotatingLog, crash_path, last_lines, log_path


def test_lines_are_appended_in_order_over_two_starts(tmp_path: Path) -> None:
    RotatingLog(tmp_path, "window").write("info", "started")
    RotatingLog(tmp_path, "window").write("error", "broke\nTraceback\n  deeper")
    lines = last_lines(log_path(tmp_path, "window"), 10)
    assert [line[20:] for line in lines[:2]] == ["INFO    started", "ERROR   broke"]
    assert lines[2:] == ["    Traceback", "      deeper"]
    assert last_lines(log_path(tmp_path, "window"), 10, only=("error",)) == lines[1:]
    assert last_lines(log_path(tmp_path, "window"), 1) == lines[-1:]
    assert last_lines(log_path(tmp_path, "engine"), 10) == []


def test_the_files_stay_within_their_size(tmp_path: Path) -> None:
    log = RotatingLog(tmp_path, "engine", max_bytes=1000)
    for number in range(300):
        log.write("info", f"line {number}")
    files = sorted(path.name for path in log.path.parent.iterdir())
    assert files == ["engine.log", *(f"engine.log.{n + 1}" for n in range(KEPT))]
    assert all(path.stat().st_size <= 1000 for path in log.path.parent.iterdir())
    text = "".join((log.path.parent / name).read_text() for name in reversed(files))
    numbers = [int(line.rsplit(" ", 1)[1]) for line in text.splitlines()]
    assert numbers == list(range(numbers[0], 300))
    assert len(numbers) > 40


def test_a_line_longer_than_the_file_is_cut(tmp_path: Path) -> None:
    log = RotatingLog(tmp_path, "engine", max_bytes=100)
    log.write("info", "x" * 10_000)
    log.write("info", "after")
    assert log.path.stat().st_size <= 100
    assert last_lines(log.path, 1)[0].endswith("after")


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("in the way")
    log = RotatingLog(tmp_path, "window")
    log.watch_crashes()
    log.write("error", "nobody reads this")
    log.close()


def test_a_process_that_the_system_ends_leaves_its_stacks(tmp_path: Path) -> None:
    script = (
        "import sys, ctypes\nfrom pathlib import Path\nfrom syrinx.app.logs import RotatingLog\n"
        "log = RotatingLog(Path(sys.argv[1]), 'engine')\nlog.watch_crashes()\n"
        "def fall():\n    ctypes.string_at(0)\nfall()\n"
    )
    run = [sys.executable, "-c", script, str(tmp_path)]
    assert subprocess.run(run, capture_output=True, check=False).returncode != 0
    path = crash_path(tmp_path, "engine")
    assert "in fall" in path.read_text()
    log = RotatingLog(tmp_path, "engine")  # the next start keeps it aside
    assert log.watch_crashes()
    log.close()
    assert "in fall" in path.with_name(path.name + ".1").read_text()
    assert path.read_text() == ""
