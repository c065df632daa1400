"""What the Transcribe area shows before there is a file, and while files hover over it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from syrinx.app.translation import tr
from syrinx.app.views.parts import label
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, MARGIN

TEXT_WIDTH = 520


class EmptyPage(QFrame):
    """Says what to drop and where the data stay."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("dropzone")
        self._theme = theme
        self._icon = QLabel()
        self.files = QPushButton(tr("Choose files"))
        self.files.setProperty("role", "primary")
        self.files.setToolTip(tr("Choose recordings to transcribe (Ctrl+O)"))
        self.folder = QPushButton(tr("Choose a folder"))
        self.folder.setToolTip(tr("All recordings in a folder and below it"))
        what = label(
            tr(
                "WAV, FLAC, OGG, Opus, MP3 and more; of any length. Folders are searched. Each "
                "file becomes text with times, which you can listen to, correct, and export as "
                "subtitles."
            ),
            "muted",
            wrap=True,
        )
        where = label(
            tr(
                "Everything happens on this machine: recordings and texts are sent nowhere, and "
                "recordings are not changed."
            ),
            "muted",
            wrap=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, MARGIN, 24, MARGIN)
        column.setSpacing(GAP)
        column.addStretch(1)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._icon.setMinimumSize(QSize(40, 40))
        column.addWidget(self._icon, alignment=centre)
        column.addWidget(label(tr("Drop recordings here"), "title"), alignment=centre)
        texts = QVBoxLayout()
        texts.setSpacing(GAP)
        for text in (what, where):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            text.setMaximumWidth(TEXT_WIDTH)
            texts.addWidget(text)
        row = QHBoxLayout()  # a label that is aligned itself gets the height of one line
        row.addStretch(1)
        row.addLayout(texts, 100)
        row.addStretch(1)
        column.addLayout(row)
        keys = QHBoxLayout()
        keys.setSpacing(GAP)
        keys.addStretch(1)
        keys.addWidget(self.files)
        keys.addWidget(self.folder)
        keys.addStretch(1)
        column.addSpacing(GAP)
        column.addLayout(keys)
        column.addStretch(1)
        theme.changed.connect(self._paint_icon)
        self._paint_icon()

    def _paint_icon(self) -> None:
        self._icon.setPixmap(self._theme.pixmap("drop", "accent", 40, self.devicePixelRatioF()))


class DropVeil(QFrame):
    """Lies over the whole area while files hover."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dropzone")
        self.setProperty("over", True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        text = label(tr("Let go to transcribe"), "title")
        column = QVBoxLayout(self)
        column.addWidget(text, alignment=Qt.AlignmentFlag.AlignCenter)
        self.hide()
