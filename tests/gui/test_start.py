"""The program as a process: displays, two at once, what it imports, how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from syrinx.app.display import display_problem

COMMAND = [sys.executable, "-m", "syrinx.app"]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="displays of Linux")

# Builds the real window with the real engine, lets it run, and says what the process imported.
WATCHED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from syrinx.app.main import main

def look():
    heavy = ("torch", "torchaudio", "scipy", "pyqtgraph", "onnxruntime", "sounddevice", "pyworld")
    print("IMPORTED", sorted(name for name in heavy if name in sys.modules), flush=True)
    for widget in QApplication.topLevelWidgets():
        if type(widget).__name__ == "MainWindow":
            print("READY", widget._model.engine_ready, flush=True)
            widget.close()

import syrinx.app.window as window
kept = window.MainWindow.show

def show(self):
    kept(self)
    self._model._client.event_received.connect(self.heard)

def heard(self, event):
    if type(event).__name__ in ("DevicesListed", "CommandFailed", "EngineFailed"):
        QTimer.singleShot(0, look)

window.MainWindow.show = show
window.MainWindow.heard = heard
sys.exit(main([]))
"""

# Is told to end when the signals are heard, before the event loop runs.
ENDED_EARLY = """
import os, signal, sys
import syrinx.app.window as window
from syrinx.app.main import main

class Signals(window._Signals):
    def __init__(self, shown):
        super().__init__(shown)
        if "MOMENT" == "__init__":
            os.kill(os.getpid(), signal.SIGTERM)

def show(self):
    kept(self)
    if "MOMENT" == "show":
        os.kill(os.getpid(), signal.SIGTERM)

kept, window.MainWindow.show = window.MainWindow.show, show
window._Signals = Signals
sys.exit(main([]))
"""


def run(environment: dict[str, str], *, timeout: float = 60) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        COMMAND, env=environment, capture_output=True, text=True, timeout=timeout, check=False
    )


def without_display() -> dict[str, str]:
    gone = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return {name: value for name, value in os.environ.items() if name not in gone}


@LINUX
@pytest.mark.parametrize(
    "extra",
    [{}, {"DISPLAY": ":6873"}, {"WAYLAND_DISPLAY": "wayland-63"}, {"DISPLAY": "127.0.0.1:873"}],
    ids=["none", "dead X", "dead Wayland", "dead remote X"],
)
def test_without_a_display_one_sentence_names_the_twin(extra: dict[str, str]) -> None:
    done = run(without_display() | {"XDG_RUNTIME_DIR": "/nonexistent"} | extra)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "syrinx live" in done.stderr
    assert "Traceback" not in done.stderr


@LINUX
def test_an_explicit_platform_is_believed() -> None:
    assert display_problem({"QT_QPA_PLATFORM": "offscreen"}) is None
    assert display_problem({}) is not None


def test_a_data_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    done = run({**os.environ, "SYRINX_HOME": str(blocked)})
    assert done.returncode == 1
    assert str(blocked) in done.stderr
    assert "Traceback" not in done.stderr


def test_the_window_with_the_real_engine_imports_nothing_heavy(syrinx_home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WATCHED],
        env={**os.environ, "PYTHONWARNINGS": "default"},
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "IMPORTED []" in done.stdout
    assert "READY True" in done.stdout
    assert "Traceback" not in done.stderr
    assert (syrinx_home / "settings.json").is_file()


def wait_for(path: Path, process: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + 60
    while not path.exists():
        assert process.poll() is None, "the program ended early"
        assert time.monotonic() < deadline, f"no {path}"
        time.sleep(0.05)


def end_of(process: subprocess.Popen[str]) -> str:
    """What a process that is ending writes to stderr; where it stood if it does not end."""
    try:
        return process.communicate(timeout=60)[1]
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGABRT)  # faulthandler writes the threads' stacks
        pytest.fail(f"The program did not end:\n{process.communicate(timeout=10)[1]}")


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("moment", ["__init__", "show"])
def test_sigterm_before_the_event_loop_runs_ends_the_program(
    moment: str, syrinx_home: Path
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", ENDED_EARLY.replace("MOMENT", moment)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONFAULTHANDLER": "1"},
    )
    try:
        assert end_of(process) == ""
        assert process.returncode == 0
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()
    assert not (syrinx_home / "window.lock").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_the_second_window_says_so_and_sigterm_closes_the_first(syrinx_home: Path) -> None:
    first = subprocess.Popen(
        COMMAND,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONFAULTHANDLER": "1"},
    )
    try:
        wait_for(syrinx_home / "window.lock", first)
        wait_for(syrinx_home / "settings.json", first)  # written once the window is open
        second = run(dict(os.environ))
        assert second.returncode == 1
        assert second.stderr.startswith("Syrinx is already open")
        assert second.stderr.count("\n") == 1
        first.send_signal(signal.SIGTERM)
        errors = end_of(first)
        assert first.returncode == 0
        assert errors == ""
    finally:
        if first.poll() is None:
            first.kill()
            first.communicate()
    assert not (syrinx_home / "window.lock").exists()


def test_a_dead_owner_does_not_lock_the_folder(syrinx_home: Path) -> None:
    first = subprocess.Popen(COMMAND, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_for(syrinx_home / "window.lock", first)  # type: ignore[arg-type]
    first.kill()
    first.wait()
    next_one = subprocess.Popen(COMMAND, stderr=subprocess.PIPE, text=True)
    try:
        time.sleep(3.0)
        assert next_one.poll() is None
    finally:
        next_one.terminate()
        _, errors = next_one.communicate(timeout=30)
    assert errors == ""
