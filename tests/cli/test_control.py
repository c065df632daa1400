"""``syrinx control`` against a window in a process of its own, on a scripted engine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from syrinx.app.cli.main import main
from syrinx.app.remote_access import FILE_NAME, RemoteAccess, load_access, save_access
from tests.lines import Lines

# The real window; only the port is any free one.
WINDOW = """
import socket, sys
from PySide6.QtCore import QTimer
import syrinx.app.live_extras as extras
import syrinx.app.window as window

with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]

class Open(extras.LiveExtras):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.control.remote.set_port(port)
        self.control.remote.set_enabled(True)
        self.control.mute.changed.connect(lambda: print("MUTE", arguments[1].params.mute, flush=True))
        QTimer.singleShot(0, lambda: print("OPEN", flush=True))

window.LiveExtras = Open
from syrinx.app.main import main
sys.exit(main([]))
"""  # noqa: E501


class Window:
    """The process, and what it says."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", WINDOW], env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
        )  # fmt: skip
        self._lines = Lines(self.process)
        assert self.line() == "OPEN"

    def line(self) -> str:
        line = self._lines.next(60.0)
        assert line is not None, "the window says nothing"
        return line

    def end(self) -> None:
        self.process.terminate()
        self.process.wait(30)
        if self.process.stdout is not None:
            self.process.stdout.close()


@pytest.fixture
def window(syrinx_home: Path) -> Iterator[Window]:
    made = Window()
    yield made
    made.end()


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["control", *arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_window_is_controlled_from_the_command_line(
    window: Window, capsys: pytest.CaptureFixture[str], syrinx_home: Path
) -> None:
    code, out, _ = run(capsys, "list")
    assert code == 0
    assert "push_to_talk" in out
    assert "(lasts while held)" in out
    assert "[text]" in out
    code, out, _ = run(capsys, "list", "--json")
    assert {item["id"] for item in json.loads(out)} >= {"mute", "panic", "voice"}
    assert run(capsys, "mute") == (0, "", "")
    assert window.line() == "MUTE voice"
    assert run(capsys, "mute")[0] == 0
    assert window.line() == "MUTE off"
    assert run(capsys, "push_to_talk_mode")[0] == 0
    assert window.line() == "MUTE talk"
    assert run(capsys, "push_to_talk", "--hold", "0.2")[0] == 0
    assert [window.line(), window.line()] == ["MUTE off", "MUTE talk"]
    assert run(capsys, "voice", "Robot")[0] == 0
    state = json.loads(run(capsys, "state")[1])
    assert state["voice"]["id"] == "robot"
    assert state["push_to_talk"]
    assert json.loads(run(capsys, "set", "pitch", "-3")[1]) == {"pitch": -3.0}
    assert json.loads(run(capsys, "set", "gate_threshold_dbfs", "null")[1]) == {
        "gate_threshold_dbfs": None
    }
    assert json.loads(run(capsys, "turn", "wet", "0.5")[1])["value"] == 0.5
    for name in ("voices", "presets", "clips", "knobs", "params"):
        assert isinstance(json.loads(run(capsys, name)[1]), list | dict)
    for arguments, sentence in (
        (("explode",), "no action"), (("mute", "now"), "takes no argument"),
        (("voice",), "takes one argument"), (("voice", "Nobody"), "no voice"),
        (("set", "pitch"), "takes 2 arguments"), (("set", "pitch", "high"), "no parameter"),
        (("set", "mark", "false"), "cannot be set"), (("mute", "--hold", "1"), "done once"),
        (("state", "x"), "takes no arguments"), (("turn", "x", "1"), "no such knob"),
    ):  # fmt: skip
        code, out, err = run(capsys, *arguments)
        assert (code, out) == (1, "")
        assert sentence in err
        assert err.count("\n") == 1
    window.end()
    assert load_access(syrinx_home).port is None  # type: ignore[union-attr]
    assert "switch it on" in run(capsys, "mute")[2]


def test_without_a_window_one_sentence(
    capsys: pytest.CaptureFixture[str], syrinx_home: Path
) -> None:
    code, out, err = run(capsys, "mute")
    assert (code, out) == (1, "")
    assert "Settings, Remote control" in err
    save_access(syrinx_home, RemoteAccess(token="x" * 32, port=9))
    assert "No window answers on port 9" in run(capsys, "mute")[2]
    for text in ("", "[]", "{", '{"token": 3}', '{"token": "short", "port": 1}', "[" * 100_000):
        (syrinx_home / FILE_NAME).write_text(text)
        assert "Settings, Remote control" in run(capsys, "mute")[2]
    (syrinx_home / FILE_NAME).unlink()
    (syrinx_home / FILE_NAME).mkdir()
    assert "cannot be read" in run(capsys, "mute")[2]
