"""A button that takes the next key one presses."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from syrinx.app.chord import Chord
from syrinx.app.services.qt_keys import chord_of
from syrinx.app.translation import mark, tr
from syrinx.app.views.parts import restyle

WAITING = mark("Press a key …")
NONE = mark("None")


class KeyField(QPushButton):
    """Shows a key; a click waits for another one, Escape lets it be, Backspace takes it away.

    While it waits, the keys of the window and of the whole program should rest: `waiting`.
    """

    chosen = Signal(object)
    """The `Chord`, or None for no key."""
    waiting = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._chord: Chord | None = None
        self._is_waiting = False
        self.setProperty("role", "key")
        self.setMinimumWidth(132)
        self.setToolTip(
            tr(
                "Click, then press the key with its modifiers.\n"
                "Backspace takes the key away, Escape leaves it as it is."
            )
        )
        self.clicked.connect(lambda: self._wait(True))
        self._show()

    @property
    def is_waiting(self) -> bool:
        """Whether the next key is taken."""
        return self._is_waiting

    def set_chord(self, chord: Chord | None) -> None:
        """Show a key."""
        self._chord = chord
        self._show()

    def event(self, event: QEvent) -> bool:
        """Take keys before shortcuts and the tab order get them."""
        if self._is_waiting and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
            if event.type() == QEvent.Type.KeyRelease:
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """Who goes away wants no key."""
        self._wait(False)
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Nobody can press a key for what is not seen."""
        self._wait(False)
        super().hideEvent(event)

    def _take(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        alone = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if alone and event.key() == Qt.Key.Key_Escape:
            self._wait(False)
        elif alone and event.key() == Qt.Key.Key_Backspace:
            self._wait(False)
            self.chosen.emit(None)
        else:
            chord = chord_of(event)
            if chord is not None:  # a lone modifier: the key is still to come
                self._wait(False)
                self.chosen.emit(chord)

    def _wait(self, on: bool) -> None:
        if on != self._is_waiting:
            self._is_waiting = on
            self._show()
            self.waiting.emit(on)

    def _show(self) -> None:
        text = tr(WAITING) if self._is_waiting else str(self._chord or tr(NONE))
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(tr("Key of {name}: {text}", name=self._name, text=text))
        self.setProperty("empty", self._chord is None)
        self.setProperty("waiting", self._is_waiting)
        restyle(self)
