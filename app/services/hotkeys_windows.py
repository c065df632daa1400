"""Global keys on Windows: ``RegisterHotKey``.

Written after Microsoft's documentation of ``RegisterHotKey``, ``WM_HOTKEY`` and
``GetAsyncKeyState``; tried with a fake only.
"""

from __future__ import annotations

import ctypes
import string
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QTimer

from syrinx.app.chord import Chord
from syrinx.app.services.hotkeys import Hotkey, OnKey
from syrinx.dsp.errors import SyrinxError

WM_HOTKEY = 0x0312
_NO_REPEAT = 0x4000
_MODIFIERS = {"Alt": 0x0001, "Ctrl": 0x0002, "Shift": 0x0004, "Meta": 0x0008}
_RELEASE_MS = 15
"""Windows tells when a hot-key goes down, not when it comes up: a held one is looked at."""
VIRTUAL_KEYS: dict[str, int] = {
    **{letter: ord(letter) for letter in string.ascii_uppercase},
    **{digit: ord(digit) for digit in string.digits},
    **{f"F{n}": 0x6F + n for n in range(1, 25)},
    **{f"Num{n}": 0x60 + n for n in range(10)},
    "Num*": 0x6A, "Num+": 0x6B, "Num-": 0x6D, "Num.": 0x6E, "Num/": 0x6F, "NumEnter": 0x0D,
    "Space": 0x20, "Tab": 0x09, "Return": 0x0D, "Backspace": 0x08, "Escape": 0x1B,
    "Insert": 0x2D, "Delete": 0x2E, "Home": 0x24, "End": 0x23, "PageUp": 0x21, "PageDown": 0x22,
    "Up": 0x26, "Down": 0x28, "Left": 0x25, "Right": 0x27, "Pause": 0x13, "ScrollLock": 0x91,
    "Print": 0x2C, "Menu": 0x5D, "-": 0xBD, "=": 0xBB, "[": 0xDB, "]": 0xDD, "\\": 0xDC,
    ";": 0xBA, "'": 0xDE, ",": 0xBC, ".": 0xBE, "/": 0xBF, "`": 0xC0, "MediaPlay": 0xB3,
    "MediaStop": 0xB2, "MediaPrevious": 0xB1, "MediaNext": 0xB0, "VolumeUp": 0xAF,
    "VolumeDown": 0xAE, "VolumeMute": 0xAD,
}  # fmt: skip


class _Message(ctypes.Structure):
    """The beginning of ``MSG``."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("wparam", ctypes.c_size_t),
        ("lparam", ctypes.c_ssize_t),
    )


class WindowsKeys(QAbstractNativeEventFilter):
    """Registers keys for the thread of the window.

    Parameters
    ----------
    user32
        The library; None = that of the system.
    """

    is_global = True
    asks_user = False
    note = "Keys work everywhere; other programs do not get them while Syrinx runs."

    def __init__(self, user32: Any = None) -> None:
        super().__init__()
        self._user32 = user32
        self._on_key: OnKey | None = None
        self._names: dict[int, str] = {}
        self._codes: dict[int, int] = {}
        self._down: set[int] = set()
        self._look = QTimer()
        self._look.setInterval(_RELEASE_MS)
        self._look.timeout.connect(self._look_for_releases)

    def open(self, on_key: OnKey) -> None:
        """Begin to listen."""
        if self._user32 is None:
            try:
                self._user32 = ctypes.WinDLL("user32")  # type: ignore[attr-defined]
            except (AttributeError, OSError) as error:
                raise SyrinxError("The library user32 is missing.") from error
        self._on_key = on_key
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self)

    def bind(self, hotkeys: Mapping[str, Hotkey]) -> dict[str, str]:
        """Register these keys and no others."""
        self._forget()
        problems: dict[str, str] = {}
        for number, (name, hotkey) in enumerate(hotkeys.items(), 1):
            code = VIRTUAL_KEYS[hotkey.chord.key]
            if self._user32.RegisterHotKey(None, number, _mask(hotkey.chord), code):
                self._names[number], self._codes[number] = name, code
            else:
                problems[name] = f"Another program has the key {hotkey.chord}."
        return problems

    def close(self) -> None:
        """Give all keys back."""
        if self._on_key is not None:
            self._forget()
            application = QCoreApplication.instance()
            if application is not None:
                application.removeNativeEventFilter(self)
            self._on_key = None

    def nativeEventFilter(  # noqa: N802 (Qt's name)
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Take our hot-keys out of the thread's messages."""
        if bytes(kind) not in (b"windows_generic_MSG", b"windows_dispatcher_MSG"):
            return False, 0
        told = _Message.from_address(int(message))
        number = int(told.wparam)
        if told.message != WM_HOTKEY or number not in self._names:
            return False, 0
        self._down.add(number)
        self._look.start()
        if self._on_key is not None:
            self._on_key(self._names[number], True)
        return True, 0

    def _look_for_releases(self) -> None:
        for number in list(self._down):
            if self._user32.GetAsyncKeyState(self._codes[number]) & 0x8000:
                continue
            self._down.discard(number)
            if self._on_key is not None:
                self._on_key(self._names[number], False)
        if not self._down:
            self._look.stop()

    def _forget(self) -> None:
        for number in self._names:
            self._user32.UnregisterHotKey(None, number)
        self._names, self._codes = {}, {}
        self._down.clear()
        self._look.stop()


def _mask(chord: Chord) -> int:
    return _NO_REPEAT | sum(_MODIFIERS[name] for name in chord.modifiers)
