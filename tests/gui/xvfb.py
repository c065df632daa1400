"""An X server in memory with another program's window that has the focus."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.lines import Lines

OTHER = """
import sys
from PySide6.QtWidgets import QApplication, QWidget

class Other(QWidget):
    def keyPressEvent(self, event):
        if not event.isAutoRepeat() and event.text().isprintable() and event.text():
            print("KEY", event.text(), flush=True)

application = QApplication(sys.argv)
window = Other()
window.setWindowTitle("the other one")
window.resize(300, 200)
window.show()
print("WINDOW", int(window.winId()), flush=True)
application.exec()
"""


class Screen:
    """The server, and a window that is not ours."""

    def __init__(self, display: str, lines: Lines, window: str) -> None:
        self.display, self._lines, self.window = display, lines, window

    def xdotool(self, *words: str) -> str:
        """Press keys as a person does: through the server, for whoever listens."""
        done = subprocess.run(
            ["xdotool", *words], env={**os.environ, "DISPLAY": self.display},
            capture_output=True, text=True, timeout=20, check=True,
        )  # fmt: skip
        return done.stdout.strip()

    @property
    def focused(self) -> str:
        """Number of the window that has the focus, "" while none has."""
        return self._try("getwindowfocus", "-f")

    def focus_other(self) -> None:
        """Give the other window the focus, as a click on it would."""
        deadline = time.monotonic() + 20
        while self.focused != self.window:
            assert time.monotonic() < deadline, "the other window does not get the focus"
            self._try("windowfocus", self.window)
            time.sleep(0.1)

    def _try(self, *words: str) -> str:
        try:
            return self.xdotool(*words)
        except subprocess.CalledProcessError:
            return ""

    def typed_there(self) -> str:
        """Return what the other program got since the last call."""
        got = []
        while (line := self._lines.next(0.3)) is not None:
            got.append(line.removeprefix("KEY ").strip())
        return "".join(got)


@contextmanager
def screen() -> Iterator[Screen]:
    """Start the server and the other program; skip where the tools are missing."""
    for tool in ("Xvfb", "xdotool"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed (make test does it)")
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[write], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    other = None
    try:
        assert select.select([read], [], [], 20)[0], "Xvfb does not start"
        display = ":" + os.read(read, 64).decode().strip()
        other = subprocess.Popen(
            [sys.executable, "-c", OTHER],
            env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        lines = Lines(other)
        word, _, window = (lines.next(20) or "").partition(" ")
        assert word == "WINDOW", "the other window does not open"
        made = Screen(display, lines, window)
        made.focus_other()
        yield made
    finally:
        os.close(read)
        for process in (other, server):
            if process is not None:
                process.terminate()
                process.wait(10)
                if process.stdout is not None:
                    process.stdout.close()
