"""The line that finds and replaces in the whole transcript."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from syrinx.app.transcription.find import Query
from syrinx.app.translation import tr
from syrinx.app.viewmodels.transcribe_editor import EditorModel
from syrinx.app.views.parts import label
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, UNIT
from syrinx.app.views.transcribe_files import tool


class FindBar(QFrame):
    """Search as one types, step through what was found, replace one or all."""

    closed = Signal()
    replaced = Signal(int)
    """How many places, by Replace all."""

    def __init__(self, editor: EditorModel, theme: Theme) -> None:
        super().__init__()
        self._editor, self._theme = editor, theme
        self.setObjectName("findbar")
        self.text = QLineEdit()
        self.text.setPlaceholderText(tr("Find"))
        self.text.setAccessibleName(tr("Find"))
        self.text.setToolTip(tr("Enter goes to the next place, Shift+Enter to the one before"))
        self.by = QLineEdit()
        self.by.setPlaceholderText(tr("Replace by"))
        self.by.setAccessibleName(tr("Replace by"))
        self.by.setToolTip(tr("Nothing here takes out what was found"))
        self.case = QCheckBox(tr("Case"))
        self.case.setToolTip(tr("Capitals matter"))
        self.whole = QCheckBox(tr("Whole words"))
        self.whole.setToolTip(tr("Not within longer words"))
        self.count = label("", "muted")
        self.count.setMinimumWidth(72)
        self.before = tool(tr("Previous (Shift+F3)"), "")
        self.next = tool(tr("Next (F3)"), "")
        self.close_button = tool(tr("Close (Esc)"), "")
        self.one = _button(tr("Replace"), tr("Replace this place and go to the next"))
        self.all = _button(tr("Replace all"), tr("Replace every place in this transcript"))
        self._build()
        self.text.textChanged.connect(self._find)
        self.case.toggled.connect(self._find)
        self.whole.toggled.connect(self._find)
        self.before.clicked.connect(lambda: editor.step(-1))
        self.next.clicked.connect(lambda: editor.step(1))
        self.close_button.clicked.connect(self.close_bar)
        self.one.clicked.connect(lambda: editor.replace_one(self.by.text()))
        self.all.clicked.connect(self._on_all)
        editor.matches_changed.connect(self._show)
        theme.changed.connect(self._paint_icons)
        self._paint_icons()
        self._show()

    def open_bar(self) -> None:
        """Show it and give it the keyboard."""
        self.show()
        self.text.setFocus()
        self.text.selectAll()
        self._find()

    def close_bar(self) -> None:
        """Hide it; nothing is marked any more."""
        self.hide()
        self._editor.find(Query(text=""))
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Step, or close."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._editor.step(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, field in ((first, self.text), (second, self.by)):
            row.setSpacing(UNIT)
            row.addWidget(field, 1)
            row.addSpacing(UNIT)
        for widget in (self.count, self.before, self.next, self.close_button):
            first.addWidget(widget)
        for widget in (self.one, self.all):
            second.addWidget(widget)
        for box in (self.case, self.whole):
            second.addSpacing(GAP)
            second.addWidget(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(UNIT)
        column.addLayout(first)
        column.addLayout(second)

    def _find(self) -> None:
        self._editor.find(
            Query(text=self.text.text(), case=self.case.isChecked(), whole=self.whole.isChecked())
        )

    def _on_all(self) -> None:
        self.replaced.emit(self._editor.replace_all(self.by.text()))

    def _show(self) -> None:
        count, place = len(self._editor.matches), self._editor.match
        if not self._editor.query.text.strip():
            text = ""
        elif place is None:
            text = tr("not found")
        else:
            text = tr("{place} of {count}", place=place + 1, count=count)
        self.count.setText(text)
        for widget in (self.before, self.next, self.one, self.all):
            widget.setEnabled(count > 0)

    def _paint_icons(self) -> None:
        self.before.setIcon(self._theme.icon("chevron-up"))
        self.next.setIcon(self._theme.icon("chevron-down"))
        self.close_button.setIcon(self._theme.icon("close"))


def _button(text: str, tip: str) -> QPushButton:
    made = QPushButton(text)
    made.setProperty("role", "small")
    made.setAutoDefault(False)
    made.setToolTip(tip)
    return made
