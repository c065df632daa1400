"""The names of those who speak, each in the colour of his turns."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from syrinx.app.translation import tr
from syrinx.app.viewmodels.transcribe_editor import EditorModel
from syrinx.app.views.parts import label
from syrinx.app.views.preset_popover import dot
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, MARGIN
from syrinx.app.views.transcribe_row import speaker_colour

WIDTH = 260
MOST_LETTERS = 60


class SpeakersPopover(QFrame):
    """A field for each speaker; a name counts when the field is left."""

    def __init__(self, editor: EditorModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setFixedWidth(WIDTH)
        self._editor, self._theme = editor, theme
        self.fields: dict[int, QLineEdit] = {}
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN, 12, MARGIN, MARGIN)
        self._column.setSpacing(GAP)
        self._column.addWidget(label(tr("SPEAKERS"), "section"))

    def open_at(self, corner: QPoint) -> None:
        """Show it with the upper right corner at a place of the screen."""
        self.show_now()
        self.adjustSize()
        screen = self.screen().availableGeometry()
        self.move(max(screen.left(), corner.x() - self.width()), corner.y())
        self.show()
        if self.fields:
            first = next(iter(self.fields.values()))
            first.setFocus()
            first.selectAll()

    def show_now(self) -> None:
        """Make the fields."""
        for old in self._rows:
            self._column.removeWidget(old)
            old.deleteLater()
        self._rows, self.fields = [], {}
        for speaker in self._editor.speakers():
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(GAP)
            mark = QLabel()
            mark.setPixmap(dot(speaker_colour(self._theme, speaker).name(), 16).pixmap(16, 16))
            field = QLineEdit(self._given(speaker))
            field.setPlaceholderText(tr("Speaker {number}", number=speaker + 1))
            field.setMaxLength(MOST_LETTERS)
            field.setAccessibleName(tr("Name of speaker {number}", number=speaker + 1))
            field.setToolTip(tr("Stands in the text and in exports"))
            field.editingFinished.connect(
                lambda speaker=speaker, field=field: self._editor.rename_speaker(
                    speaker, field.text()
                )
            )
            field.returnPressed.connect(self.hide)
            line.addWidget(mark)
            line.addWidget(field, 1)
            self._column.addWidget(row)
            self._rows.append(row)
            self.fields[speaker] = field

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        """What was typed counts, also when one clicks elsewhere."""
        for speaker, field in self.fields.items():
            if field.text() != self._given(speaker):
                self._editor.rename_speaker(speaker, field.text())
        super().hideEvent(event)

    def _given(self, speaker: int) -> str:
        transcript = self._editor.transcript
        names = transcript.speakers if transcript is not None else ()
        return names[speaker] if speaker < len(names) else ""
