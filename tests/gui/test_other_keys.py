"""Keys of platforms that are not here: a portal of our own on a real bus, Windows by a fake."""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from syrinx.app.chord import KEYS, parse_chord
from syrinx.app.services import hotkeys_portal
from syrinx.app.services.hotkeys import Hotkey, Hotkeys, choose_backends
from syrinx.app.services.hotkeys_portal import PortalKeys, trigger
from syrinx.app.services.hotkeys_window import WindowKeys
from syrinx.app.services.hotkeys_windows import VIRTUAL_KEYS, WM_HOTKEY, WindowsKeys, _Message
from syrinx.app.services.hotkeys_x11 import X11Keys
from tests.lines import Lines


def hotkeys(**keys: str) -> dict[str, Hotkey]:
    return {
        name: Hotkey(chord=parse_chord(text), title=name.title()) for name, text in keys.items()
    }


# ---- the portal ----


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    pytest.importorskip("jeepney")
    if shutil.which("dbus-daemon") is None:
        pytest.skip("dbus-daemon is not installed")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE
    )
    address = Lines(daemon).next(20)
    assert address is not None
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    yield
    daemon.terminate()
    daemon.wait(10)
    assert daemon.stdout is not None
    daemon.stdout.close()


class Portal:
    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("fake_portal.py"))],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        self._lines = Lines(self.process)
        assert self._lines.next(20) == "READY"

    def said(self, qtbot: QtBot) -> str:
        got: list[str] = []

        def heard() -> bool:
            line = self._lines.next(0.02)
            got.extend([line] if line is not None else [])
            return bool(got)

        qtbot.waitUntil(heard)
        return got[0]

    def key(self, word: str, name: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{word} {name}\n".encode())
        self.process.stdin.flush()

    def end(self) -> None:
        self.process.terminate()
        self.process.wait(10)
        for end in (self.process.stdin, self.process.stdout):
            assert end is not None
            end.close()


def test_the_portal_is_asked_and_heard(
    bus: None, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hotkeys_portal, "_SETTLE_MS", 10)
    portal = Portal()
    made = Hotkeys([PortalKeys()])
    heard: list[tuple[str, bool]] = []
    made.pressed.connect(lambda name: heard.append((name, True)))
    made.released.connect(lambda name: heard.append((name, False)))
    try:
        assert made.is_global
        assert made.trouble == []
        assert made.bind(hotkeys(talk="F9")) == {}
        assert made.bind(hotkeys(talk="F9", mute="Ctrl+Alt+M")) == {}
        assert portal.said(qtbot) == "CREATE"
        word, _, asked = portal.said(qtbot).partition(" ")
        assert word == "BIND"
        assert json.loads(asked) == {"talk": ["Talk", "F9"], "mute": ["Mute", "CTRL+ALT+m"]}
        portal.key("press", "talk")
        qtbot.waitUntil(lambda: heard == [("talk", True)])
        portal.key("release", "talk")
        portal.key("press", "unknown")
        portal.key("press", "mute")
        qtbot.waitUntil(lambda: heard == [("talk", True), ("talk", False), ("mute", True)])
        made.bind(hotkeys(talk="F8"))
        assert heard[-1] == ("mute", False)
        assert [portal.said(qtbot) for _ in range(2)] == ["CLOSE", "CREATE"]
        assert portal.said(qtbot) == 'BIND {"talk": ["Talk", "F8"]}'
        portal.key("press", "talk")
        qtbot.waitUntil(lambda: heard[-1] == ("talk", True))
    finally:
        made.close()
        portal.end()


def test_a_desktop_without_the_portal_or_without_a_bus(
    bus: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Hotkeys([PortalKeys(), WindowKeys("Only here.")])
    assert made.note == "Only here. This desktop has no portal for global keys."
    assert not made.is_global
    made.close()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    made = Hotkeys([PortalKeys()])
    assert "no session bus" in made.note
    made.close()


def test_a_portal_that_dies_takes_nothing_along(
    bus: None, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hotkeys_portal, "_SETTLE_MS", 10)
    portal = Portal()
    made = Hotkeys([PortalKeys()])
    made.bind(hotkeys(talk="F9"))
    assert portal.said(qtbot) == "CREATE"
    portal.end()
    made.bind(hotkeys(talk="F8"))
    qtbot.wait(100)
    made.close()


def test_triggers_are_written_as_the_specification_does() -> None:
    assert trigger(parse_chord("Ctrl+Shift+A")) == "CTRL+SHIFT+a"
    assert trigger(parse_chord("Meta+Num5")) == "LOGO+KP_5"
    assert trigger(parse_chord("-")) == "minus"
    names = {trigger(parse_chord(key)) for key in KEYS}
    assert len(names) == len(KEYS)
    assert all(name.isascii() and "+" not in name for name in names)


# ---- Windows ----


class User32:
    def __init__(self) -> None:
        self.registered: dict[int, tuple[int, int]] = {}
        self.taken: set[int] = set()
        self.down: set[int] = set()

    def RegisterHotKey(self, window: object, number: int, mask: int, code: int) -> int:  # noqa: N802
        assert window is None
        assert number not in self.registered
        if code in self.taken:
            return 0
        self.registered[number] = (mask, code)
        return 1

    def UnregisterHotKey(self, _window: object, number: int) -> int:  # noqa: N802
        del self.registered[number]
        return 1

    def GetAsyncKeyState(self, code: int) -> int:  # noqa: N802
        return -32768 if code in self.down else 0


def test_windows_tells_of_presses_and_releases_are_looked_for(qtbot: QtBot) -> None:
    user32 = User32()
    user32.taken = {VIRTUAL_KEYS["F8"]}
    backend = WindowsKeys(user32)
    made = Hotkeys([backend])
    heard: list[tuple[str, bool]] = []
    made.pressed.connect(lambda name: heard.append((name, True)))
    made.released.connect(lambda name: heard.append((name, False)))
    problems = made.bind(hotkeys(talk="F9", mute="F8", panic="Ctrl+Shift+P"))
    assert problems == {"mute": "Another program has the key F8."}
    assert sorted(user32.registered.values()) == [(0x4000, 0x78), (0x4006, 0x50)]

    def send(number: int, message: int = WM_HOTKEY, kind: bytes = b"windows_generic_MSG") -> bool:
        told = _Message(message=message, wparam=number)
        return backend.nativeEventFilter(QByteArray(kind), ctypes.addressof(told))[0]

    number = next(n for n, (_, code) in user32.registered.items() if code == 0x78)
    user32.down.add(0x78)
    assert send(number)
    assert not send(number, message=0x0100)
    assert not send(99)
    assert not send(number, kind=b"xcb_generic_event_t")
    assert heard == [("talk", True)]
    qtbot.wait(60)
    assert heard == [("talk", True)]
    user32.down.clear()
    qtbot.waitUntil(lambda: heard == [("talk", True), ("talk", False)])
    made.bind(hotkeys(mute="F7"))
    assert list(user32.registered.values()) == [(0x4000, 0x76)]
    made.close()
    assert user32.registered == {}


def test_windows_has_a_code_for_every_key() -> None:
    assert set(VIRTUAL_KEYS) == set(KEYS)


# ---- the choice ----


def test_each_platform_has_its_backends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_SESSION_TYPE", raising=False)

    def kinds(platform: str) -> list[type]:
        return [type(backend) for backend in choose_backends(platform)]

    assert kinds("xcb") == [X11Keys, WindowKeys]
    assert kinds("wayland") == [PortalKeys, WindowKeys]
    assert kinds("offscreen") == [WindowKeys]
    assert kinds("cocoa") == [WindowKeys]
    assert "macOS" in choose_backends("cocoa")[0].note
    # X programs on Wayland get grabbed keys only while another X program has the focus.
    monkeypatch.setenv("XDG_SESSION_TYPE", "wayland")
    assert kinds("xcb") == [PortalKeys, WindowKeys]
    assert os.name == "posix"
    monkeypatch.setattr(sys, "platform", "win32")
    assert kinds("windows") == [WindowsKeys, WindowKeys]
