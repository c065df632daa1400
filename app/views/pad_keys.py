"""Keys of the Live area that act while they are held: the pads, the marker, stop."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from syrinx.app.viewmodels.recordings import RecordingsModel
from syrinx.app.viewmodels.soundboard import SoundboardModel

_TYPING = (QLineEdit, QAbstractSpinBox, QTextEdit, QPlainTextEdit)
_HARMLESS = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


class PadKeys(QObject):
    """Watches the keys of a window; a shortcut of Qt knows no release.

    They are taken from the native window, before the focused widget: a list would search by them.

    Parameters
    ----------
    area
        The keys act while it is shown, and its window has them.
    """

    def __init__(
        self, area: QWidget, recordings: RecordingsModel, soundboard: SoundboardModel
    ) -> None:
        super().__init__(area)
        self._area, self._recordings, self._soundboard = area, recordings, soundboard
        self._down: dict[int, str] = {}
        self._handle: QWindow | None = None
        area.window().installEventFilter(self)
        self._watch()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Take the keys that are ours."""
        kind = event.type()
        if watched is self._handle and isinstance(event, QKeyEvent):
            if kind == QEvent.Type.KeyRelease:
                return self._release(event)
            if kind == QEvent.Type.KeyPress:
                return self._listening() and self._press(event)
        elif kind in (QEvent.Type.Show, QEvent.Type.WinIdChange):
            self._watch()
        elif kind == QEvent.Type.WindowDeactivate:
            self._down.clear()
            self._soundboard.release_all()  # the release goes to somebody else
        return False

    def _watch(self) -> None:
        handle = self._area.window().windowHandle()
        if handle is not None and handle is not self._handle:
            self._handle = handle
            handle.installEventFilter(self)

    def _listening(self) -> bool:
        focus = self._area.window().focusWidget()
        return (
            self._area.isVisible()
            and QApplication.activeModalWidget() is None
            and QApplication.activePopupWidget() is None
            and not isinstance(focus, _TYPING)
            and not (isinstance(focus, QComboBox) and focus.isEditable())
        )

    def _press(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~_HARMLESS:
            return False
        key = event.key()
        if key in self._down:
            return True  # held
        if key == Qt.Key.Key_Escape and self._soundboard.any_playing:
            self._soundboard.stop_all()
            return True
        if key == Qt.Key.Key_M and self._recordings.running is not None:
            if not event.isAutoRepeat():
                self._recordings.add_marker()
            return True
        pad = self._soundboard.pad_of_key(event.text())
        if pad is None or event.isAutoRepeat():
            return pad is not None
        self._down[key] = pad.id
        self._soundboard.press(pad.id)
        return True

    def _release(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat():
            return event.key() in self._down
        pad_id = self._down.pop(event.key(), None)
        if pad_id is None:
            return False
        self._soundboard.release(pad_id)
        return True
