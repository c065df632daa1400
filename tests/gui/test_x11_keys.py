"""Global keys on a real X server, while another program's window has the focus."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from syrinx.app.chord import parse_chord
from syrinx.app.services.hotkeys import Hotkey, Hotkeys
from syrinx.app.services.hotkeys_x11 import X11Keys
from syrinx.app.settings import Settings, save_settings
from tests.gui.xvfb import Screen, screen
from tests.lines import Lines


@pytest.fixture(scope="module")
def x11() -> Iterator[Screen]:
    with screen() as made:
        yield made


class Ear:
    """Hot-keys on the server, and what was heard of them."""

    def __init__(self, **keys: str) -> None:
        self.heard: list[tuple[str, bool]] = []
        self.hotkeys = Hotkeys([X11Keys()])
        self.hotkeys.pressed.connect(lambda name: self.heard.append((name, True)))
        self.hotkeys.released.connect(lambda name: self.heard.append((name, False)))
        self.problems = self.bind(**keys)

    def bind(self, **keys: str) -> dict[str, str]:
        return self.hotkeys.bind(
            {name: Hotkey(chord=parse_chord(text), title=name) for name, text in keys.items()}
        )


@pytest.fixture
def listen(x11: Screen, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    monkeypatch.setenv("DISPLAY", x11.display)
    made: list[Ear] = []

    def make(**keys: str) -> Ear:
        made.append(Ear(**keys))
        return made[-1]

    yield make
    for ear in made:
        ear.hotkeys.close()
    for key in ("Control_L", "Shift_L", "Alt_L", "F9", "F8", "x"):
        x11.xdotool("keyup", key)
    x11.typed_there()


def test_a_held_key_is_heard_from_its_press_to_its_release_and_nobody_else_gets_it(
    x11: Screen, listen, qtbot: QtBot
) -> None:
    ear = listen(talk="F9")
    assert ear.hotkeys.is_global
    assert ear.problems == {}
    assert x11.focused == x11.window
    x11.xdotool("keydown", "F9")
    qtbot.waitUntil(lambda: ear.heard == [("talk", True)])
    # Longer than the delay of the auto-repeat (660 ms in Xvfb): it must not look like releases.
    qtbot.wait(1000)
    assert ear.heard == [("talk", True)]
    x11.xdotool("keyup", "F9")
    qtbot.waitUntil(lambda: ear.heard == [("talk", True), ("talk", False)])
    assert x11.typed_there() == ""
    x11.xdotool("key", "x")
    assert x11.typed_there() == "x"


def test_modifiers_must_be_those_and_may_be_let_go_first(x11: Screen, listen, qtbot: QtBot) -> None:
    ear = listen(mute="Ctrl+Shift+F8")
    x11.xdotool("key", "F8", "key", "ctrl+F8")
    x11.xdotool("keydown", "Control_L", "keydown", "Shift_L", "keydown", "F8")
    qtbot.waitUntil(lambda: ear.heard == [("mute", True)])
    x11.xdotool("keyup", "Control_L", "keyup", "Shift_L")
    qtbot.wait(100)
    assert ear.heard == [("mute", True)]
    x11.xdotool("keyup", "F8")
    qtbot.waitUntil(lambda: ear.heard == [("mute", True), ("mute", False)])


@pytest.mark.parametrize("lock", ["Num_Lock", "Caps_Lock"])
def test_locks_do_not_matter(x11: Screen, listen, qtbot: QtBot, lock: str) -> None:
    ear = listen(talk="Alt+X")
    x11.xdotool("key", lock)
    try:
        x11.xdotool("key", "alt+x")
        qtbot.waitUntil(lambda: ear.heard == [("talk", True), ("talk", False)])
    finally:
        x11.xdotool("key", lock)


def test_a_key_that_another_program_has_is_named(x11: Screen, listen, qtbot: QtBot) -> None:
    first = listen(talk="F9")
    second = listen(talk="F9", mute="F8")
    assert second.problems == {"talk": "Another program has the key F9."}
    x11.xdotool("key", "F9", "key", "F8")
    qtbot.waitUntil(lambda: second.heard == [("mute", True), ("mute", False)])
    qtbot.waitUntil(lambda: first.heard == [("talk", True), ("talk", False)])
    first.hotkeys.close()
    assert second.bind(talk="F9", mute="F8") == {}


def test_keys_that_the_server_keeps_are_named(listen) -> None:  # type: ignore[no-untyped-def]
    ear = listen(talk="Ctrl+Alt+F8")
    assert ear.problems == {"talk": "The system keeps Ctrl+Alt+F8 for itself."}


def test_a_key_that_is_taken_away_counts_as_let_go_and_is_free_again(
    x11: Screen, listen, qtbot: QtBot
) -> None:
    ear = listen(talk="X")
    x11.xdotool("keydown", "x")
    qtbot.waitUntil(lambda: ear.heard == [("talk", True)])
    ear.bind()
    assert ear.heard == [("talk", True), ("talk", False)]
    x11.xdotool("keyup", "x")
    x11.typed_there()
    x11.xdotool("key", "x")
    assert x11.typed_there() == "x"


def test_another_layout_moves_the_keys(x11: Screen, listen, qtbot: QtBot) -> None:
    if shutil.which("setxkbmap") is None:
        pytest.skip("setxkbmap is not installed")
    ear = listen(talk="Z")
    code = {"us": "52", "de": "29"}  # where Z lies
    for layout in ("us", "de", "us"):
        subprocess.run(["setxkbmap", "-display", x11.display, layout], check=True, timeout=20)
        qtbot.wait(200)
        ear.heard.clear()
        x11.xdotool("key", code[layout])
        qtbot.waitUntil(lambda: ear.heard == [("talk", True), ("talk", False)])


def test_without_a_server_the_next_backend_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":6873")
    hotkeys = Hotkeys([X11Keys()])
    assert not hotkeys.is_global
    assert "X server" in hotkeys.note
    assert hotkeys.bind({}) == {}
    hotkeys.close()


# The real program; it says what its engine is told about muting.
PROGRAM = """
import sys
from PySide6.QtCore import QTimer
import syrinx.app.live_extras as extras
import syrinx.app.window as window

class Watched(extras.LiveExtras):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        live = arguments[1]
        self.control.mute.changed.connect(lambda: print(live.params.mute, flush=True))
        QTimer.singleShot(0, lambda: print("OPEN", live.params.mute, flush=True))

window.LiveExtras = Watched
from syrinx.app.main import main
sys.exit(main([]))
"""


def test_push_to_talk_in_the_program_while_another_window_has_the_focus(
    x11: Screen, syrinx_home: Path
) -> None:
    save_settings(
        Settings(
            extra={
                "talk": {"push_to_talk": True},
                "keys": {"bindings": {"push_to_talk": "F9", "panic": "Ctrl+Alt+M"}},
            }
        ),
        syrinx_home,
    )
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, "DISPLAY": x11.display, "QT_QPA_PLATFORM": "xcb"},
        stdout=subprocess.PIPE,
    )
    lines = Lines(process)
    try:
        assert lines.next(60) == "OPEN talk"
        x11.focus_other()
        x11.xdotool("keydown", "F9")
        assert lines.next(20) == "off"
        x11.xdotool("keyup", "F9")
        assert lines.next(20) == "talk"
        x11.xdotool("key", "ctrl+alt+m")
        assert lines.next(20) == "all"
        x11.xdotool("keydown", "F9", "keyup", "F9")
        assert [lines.next(20), lines.next(20)] == ["all", "all"]  # a panic is stronger
        x11.xdotool("key", "ctrl+alt+m")
        assert lines.next(20) == "talk"
        assert x11.focused == x11.window
        assert x11.typed_there() == ""
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)
        assert process.stdout is not None
        process.stdout.close()
