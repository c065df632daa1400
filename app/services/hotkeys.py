"""Keys that work everywhere, or as far as the platform lets them: one seam, one choice."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from syrinx.app.chord import Chord
from syrinx.dsp.errors import SyrinxError

OnKey = Callable[[str, bool], None]
"""Gets the id of a hot-key, and True when it goes down, False when it comes up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hotkey:
    """What a key is bound to.

    Attributes
    ----------
    chord
        The key.
    title
        What it does, for systems that ask the user.
    """

    chord: Chord
    title: str


class HotkeyBackend(Protocol):
    """What listens to keys on one platform.

    Attributes
    ----------
    is_global
        Whether keys arrive while another program has the focus.
    asks_user
        Whether binding keys opens a dialog: not to be done without need.
    note
        One sentence for the user about what it can do.
    """

    is_global: bool
    asks_user: bool
    note: str

    def open(self, on_key: OnKey) -> None:
        """Begin to listen. Raises SyrinxError when it cannot."""

    def bind(self, hotkeys: Mapping[str, Hotkey]) -> dict[str, str]:
        """Listen to these keys and no others.

        Returns
        -------
        dict
            A sentence for each id whose key cannot be had.
        """

    def close(self) -> None:
        """Give all keys back. May be called twice."""


class Hotkeys(QObject):
    """The keys of the program: tries the backends in turn and keeps the first that opens.

    Parameters
    ----------
    backends
        The best first; the last one should always open.
    """

    pressed = Signal(str)
    released = Signal(str)

    def __init__(self, backends: list[HotkeyBackend], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._down: set[str] = set()
        self._backend: HotkeyBackend | None = None
        self.trouble: list[str] = []
        for backend in backends:
            try:
                backend.open(self._on_key)
            except SyrinxError as error:
                self.trouble.append(str(error))
                continue
            self._backend = backend
            break

    @property
    def is_global(self) -> bool:
        """Whether keys arrive while another program has the focus."""
        return self._backend is not None and self._backend.is_global

    @property
    def asks_user(self) -> bool:
        """Whether binding keys opens a dialog of the desktop."""
        return self._backend is not None and self._backend.asks_user

    @property
    def note(self) -> str:
        """What the platform can do, in one sentence, with the reason where it is little."""
        own = "Keys cannot be used." if self._backend is None else self._backend.note
        return " ".join([own, *self.trouble])

    def bind(self, hotkeys: Mapping[str, Hotkey]) -> dict[str, str]:
        """Listen to these keys and no others; a sentence for each that cannot be had."""
        for name in list(self._down):  # whoever held a key that is taken away lets go
            if name not in hotkeys:
                self._on_key(name, False)
        return {} if self._backend is None else self._backend.bind(hotkeys)

    def close(self) -> None:
        """Give all keys back."""
        for name in list(self._down):
            self._on_key(name, False)
        if self._backend is not None:
            self._backend.close()
            self._backend = None

    def _on_key(self, name: str, down: bool) -> None:
        """Pass a change on; what repeats while a key is held is none."""
        if down == (name in self._down):
            return
        if down:
            self._down.add(name)
            self.pressed.emit(name)
        else:
            self._down.discard(name)
            self.released.emit(name)


def choose_backends(platform: str) -> list[HotkeyBackend]:
    """Return the backends for a platform of Qt, the best first.

    Parameters
    ----------
    platform
        ``QGuiApplication.platformName()``.
    """
    from syrinx.app.services.hotkeys_window import WindowKeys

    backends: list[HotkeyBackend] = []
    wayland = platform == "wayland" or os.environ.get("XDG_SESSION_TYPE") == "wayland"
    if wayland and platform in ("wayland", "xcb"):
        from syrinx.app.services.hotkeys_portal import PortalKeys

        backends.append(PortalKeys())
    elif platform == "xcb":
        from syrinx.app.services.hotkeys_x11 import X11Keys

        backends.append(X11Keys())
    elif platform == "windows" and sys.platform == "win32":
        from syrinx.app.services.hotkeys_windows import WindowsKeys

        backends.append(WindowsKeys())
    return [*backends, WindowKeys(_why_not(platform))]


def _why_not(platform: str) -> str:
    if platform == "cocoa":
        return "Keys work while a Syrinx window is in front: on macOS there are no others yet."
    return "Keys work while a Syrinx window is in front."
