"""Global keys on Wayland: the desktop's portal, which asks the user.

After the documentation of ``org.freedesktop.portal.GlobalShortcuts`` (version 2) and the
"shortcuts" specification of freedesktop.org. A session can be bound once: other keys need another
session. Tried against a portal of the tests' own; real desktops were not at hand.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSocketNotifier, QTimer

from syrinx.app.chord import Chord
from syrinx.app.services.hotkeys import Hotkey, OnKey
from syrinx.dsp.errors import SyrinxError

BUS_NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
_REQUEST = "org.freedesktop.portal.Request"
_SESSION = "org.freedesktop.portal.Session"
_REGISTRY = "org.freedesktop.host.portal.Registry"
_PATIENCE_S = 2.0
_SETTLE_MS = 500
"""Each change makes the desktop ask: what changes together is told together."""
_MODIFIERS = {"Ctrl": "CTRL", "Alt": "ALT", "Shift": "SHIFT", "Meta": "LOGO"}
_NAMES = {
    "Space": "space", "Tab": "Tab", "Return": "Return", "Backspace": "BackSpace",
    "Escape": "Escape", "PageUp": "Page_Up", "PageDown": "Page_Down", "ScrollLock": "Scroll_Lock",
    "-": "minus", "=": "equal", "[": "bracketleft", "]": "bracketright", "\\": "backslash",
    ";": "semicolon", "'": "apostrophe", ",": "comma", ".": "period", "/": "slash", "`": "grave",
    "Num+": "KP_Add", "Num-": "KP_Subtract", "Num*": "KP_Multiply", "Num/": "KP_Divide",
    "Num.": "KP_Decimal", "NumEnter": "KP_Enter", "MediaPlay": "XF86AudioPlay",
    "MediaStop": "XF86AudioStop", "MediaPrevious": "XF86AudioPrev", "MediaNext": "XF86AudioNext",
    "VolumeUp": "XF86AudioRaiseVolume", "VolumeDown": "XF86AudioLowerVolume",
    "VolumeMute": "XF86AudioMute", **{f"Num{n}": f"KP_{n}" for n in range(10)},
}  # fmt: skip


class PortalKeys:
    """Asks the desktop for keys; it may give others, and tells when they are held.

    Attributes
    ----------
    asks_user
        Binding keys opens a dialog of the desktop.
    """

    is_global = True
    asks_user = True
    note = (
        "Your desktop asks whether Syrinx may have these keys, and may give it others: its own "
        "settings show which."
    )

    def __init__(self) -> None:
        self._bus: Any = None
        self._notifier: QSocketNotifier | None = None
        self._on_key: OnKey | None = None
        self._hotkeys: dict[str, Hotkey] = {}
        self._session: str | None = None
        self._create = self._bind = ""
        self._due = QTimer()
        self._due.setSingleShot(True)
        self._due.setInterval(_SETTLE_MS)
        self._due.timeout.connect(self._begin)

    def open(self, on_key: OnKey) -> None:
        """Connect to the session bus and look for the portal."""
        try:
            from jeepney.io.blocking import open_dbus_connection
        except ImportError as error:
            raise SyrinxError("Global keys on Wayland need the package jeepney.") from error
        try:
            self._bus = open_dbus_connection("SESSION")
            self._look_for_portal()
        except (OSError, KeyError, ValueError) as error:
            self.close()
            raise SyrinxError("There is no session bus to ask the desktop for keys.") from error
        except SyrinxError:
            self.close()
            raise
        self._on_key = on_key
        self._notifier = QSocketNotifier(self._bus.sock.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._read)

    def bind(self, hotkeys: Mapping[str, Hotkey]) -> dict[str, str]:
        """Ask for these keys. What the desktop says comes later, and it tells the user itself."""
        self._hotkeys = dict(hotkeys)
        self._due.start()
        return {}

    def close(self) -> None:
        """Leave; the portal ends the session with the connection."""
        self._due.stop()
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._bus is not None:
            self._bus.close()
            self._bus = None

    # ---- asking ----

    def _look_for_portal(self) -> None:
        """Raise SyrinxError unless there is a portal for keys; hear its signals from now on."""
        from jeepney import MatchRule, message_bus

        self._ask(_REGISTRY, "Register", "sa{sv}", ("syrinx", {}))  # older portals do not know it
        found = self._ask("org.freedesktop.DBus.Properties", "Get", "ss", (SHORTCUTS, "version"))
        if found is None:
            raise SyrinxError("This desktop has no portal for global keys.")
        for interface in (SHORTCUTS, _REQUEST, _SESSION):
            rule = MatchRule(type="signal", sender=BUS_NAME, interface=interface)
            self._bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=_PATIENCE_S)

    def _ask(self, interface: str, method: str, signature: str, body: tuple[Any, ...]) -> Any:
        """Return the answer, None for an error."""
        from jeepney import MessageType

        message = self._message(interface, method, signature, body)
        try:
            reply = self._bus.send_and_get_reply(message, timeout=_PATIENCE_S)
        except TimeoutError:
            return None
        return None if reply.header.message_type is MessageType.error else reply.body

    def _send(
        self,
        interface: str,
        method: str,
        signature: str,
        body: tuple[Any, ...],
        *,
        path: str = PATH,
    ) -> None:
        try:
            self._bus.send(self._message(interface, method, signature, body, path=path))
        except OSError:
            self.close()

    @staticmethod
    def _message(
        interface: str, method: str, signature: str, body: tuple[Any, ...], *, path: str = PATH
    ) -> Any:
        from jeepney import DBusAddress, new_method_call

        address = DBusAddress(path, bus_name=BUS_NAME, interface=interface)
        return new_method_call(address, method, signature or None, body)

    def _begin(self) -> None:
        """Begin another session: one can be bound only once."""
        if self._bus is None:
            return
        if self._session is not None:
            self._send(_SESSION, "Close", "", (), path=self._session)
            self._session = None
        if not self._hotkeys:
            return
        token = f"syrinx_{secrets.token_hex(6)}"
        self._create = self._request_path(token)
        options = {"handle_token": ("s", token), "session_handle_token": ("s", token)}
        self._send(SHORTCUTS, "CreateSession", "a{sv}", (options,))

    def _bind_session(self) -> None:
        token = f"syrinx_{secrets.token_hex(6)}"
        self._bind = self._request_path(token)
        shortcuts = [
            (
                name,
                {
                    "description": ("s", hotkey.title),
                    "preferred_trigger": ("s", trigger(hotkey.chord)),
                },
            )
            for name, hotkey in self._hotkeys.items()
        ]
        body = (self._session, shortcuts, "", {"handle_token": ("s", token)})
        self._send(SHORTCUTS, "BindShortcuts", "oa(sa{sv})sa{sv}", body)

    def _request_path(self, token: str) -> str:
        sender = self._bus.unique_name.removeprefix(":").replace(".", "_")
        return f"/org/freedesktop/portal/desktop/request/{sender}/{token}"

    # ---- hearing ----

    def _read(self) -> None:
        while self._bus is not None:
            try:
                message = self._bus.receive(timeout=0)
            except TimeoutError:
                return
            except (OSError, ValueError):  # the bus is gone, or talks nonsense
                self.close()
                return
            self._take(message)

    def _take(self, message: Any) -> None:
        from jeepney import HeaderFields

        header = message.header.fields
        member, path = header.get(HeaderFields.member), header.get(HeaderFields.path)
        body = message.body
        if member == "Response" and path == self._create and len(body) == 2:
            handle = body[1].get("session_handle", ("s", None))[1]
            if body[0] == 0 and handle:
                self._session = str(handle)
                self._bind_session()
        elif member in ("Activated", "Deactivated") and len(body) >= 2:
            if body[0] == self._session and body[1] in self._hotkeys and self._on_key is not None:
                self._on_key(body[1], member == "Activated")
        elif member == "Closed" and path == self._session:
            self._session = None


def trigger(chord: Chord) -> str:
    """Return a chord as the specification of shortcuts writes it: ``CTRL+ALT+F9``."""
    held = [text for name, text in _MODIFIERS.items() if name in chord.modifiers]
    key = _NAMES.get(chord.key, chord.key)
    return "+".join([*held, key.lower() if len(key) == 1 else key])
