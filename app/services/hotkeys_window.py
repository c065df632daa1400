"""Keys that work while a window of the program has the focus: where nothing better is there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from syrinx.app.chord import Chord
from syrinx.app.services.hotkeys import Hotkey, OnKey
from syrinx.app.services.qt_keys import chord_of

_TYPED_INTO = ("QLineEdit", "QAbstractSpinBox", "QTextEdit", "QPlainTextEdit")


class WindowKeys(QObject):
    """Watches the keys of the program's own windows.

    Parameters
    ----------
    note
        What to tell the user.
    """

    is_global = False
    asks_user = False

    def __init__(self, note: str) -> None:
        super().__init__()
        self.note = note
        self._on_key: OnKey | None = None
        self._names: dict[Chord, str] = {}
        self._held: dict[str, str] = {}

    def open(self, on_key: OnKey) -> None:
        """Begin to watch."""
        self._on_key = on_key
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_state_changed)

    def bind(self, hotkeys: Mapping[str, Hotkey]) -> dict[str, str]:
        """Watch these keys."""
        self._names = {hotkey.chord: name for name, hotkey in hotkeys.items()}
        return {}

    def close(self) -> None:
        """Watch no longer."""
        application = QCoreApplication.instance()
        if self._on_key is not None and application is not None:
            application.removeEventFilter(self)
            if isinstance(application, QGuiApplication):
                application.applicationStateChanged.disconnect(self._on_state_changed)
        self._on_key = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Take the keys that are bound; others go their way."""
        kind = event.type()
        if kind not in (
            QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease
        ):  # fmt: skip
            return False
        if self._on_key is None or not isinstance(event, QKeyEvent):
            return False
        chord = chord_of(event)
        if kind == QEvent.Type.KeyRelease:
            return self._release(event)
        name = self._names.get(chord) if chord is not None else None
        if chord is None or name is None or (chord.is_bare and _is_typing()):
            return False
        if kind == QEvent.Type.ShortcutOverride:
            event.accept()  # it comes again as a key press, not to a shortcut
            return True
        if not event.isAutoRepeat():
            self._held[chord.key] = name
            self._on_key(name, True)
        return True

    def _release(self, event: QKeyEvent) -> bool:
        # The modifiers may have been let go before the key was.
        chord = chord_of(event)
        if chord is None or chord.key not in self._held:
            return False
        if not event.isAutoRepeat() and self._on_key is not None:
            self._on_key(self._held.pop(chord.key), False)
        return True

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        """Nobody tells of keys that come up elsewhere: they count as up."""
        if state != Qt.ApplicationState.ApplicationActive and self._on_key is not None:
            for name in self._held.values():
                self._on_key(name, False)
            self._held.clear()


def _is_typing() -> bool:
    focus = QGuiApplication.focusObject()
    return focus is not None and any(focus.inherits(name) for name in _TYPED_INTO)
