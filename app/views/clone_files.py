"""Files instead of a microphone: dropped or chosen, cut in the background."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.translation import mark, told, tr
from syrinx.app.viewmodels.wizard import WizardModel
from syrinx.app.views.clone_parts import button
from syrinx.app.views.file_drop import FileDrop
from syrinx.app.views.parts import label, panel
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, MARGIN

SOUND_FILES = mark("Sound files (*.wav *.flac *.ogg *.opus *.mp3 *.aiff *.aif);;All files (*)")


class FilesPanel(QWidget):
    """A drop zone, a button, progress with cancel, and what was put aside."""

    def __init__(self, model: WizardModel, theme: Theme) -> None:
        super().__init__()
        self._model, self._theme = model, theme
        self.zone = DropZone(theme)
        self.choose = self.zone.choose
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Files that are cut"))
        self.stage = label("", "muted")
        self.cancel = button(tr("Stop"), tooltip=tr("Stop; the takes that were found stay"))
        self.aside = label("", "muted", wrap=True)
        self.aside.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.aside.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._build()
        self.zone.dropped.connect(model.add_files)
        self.choose.clicked.connect(self._on_choose)
        self.cancel.clicked.connect(model.cancel_files)
        model.cutting_changed.connect(self.show_now)
        self.show_now()

    def show_now(self) -> None:
        """Show how far cutting is, and what it said."""
        share = self._model.cut_share
        cutting = share is not None
        self.zone.setEnabled(not cutting)
        for widget in (self.bar, self.stage, self.cancel):
            widget.setVisible(cutting)
        if share is not None:
            self.bar.setValue(round(1000 * min(1.0, share)))
            self.stage.setText(tr("Looking for speech, {share:.0f} %", share=100 * share))
        remarks = self._model.cut_remarks
        self._report.setVisible(bool(remarks))
        self.aside.setText("\n".join(map(told, remarks)))

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.stage)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self._report, report = panel(margin=MARGIN)
        report.addWidget(label(tr("WHAT WAS PUT ASIDE"), "section"))
        inner = QWidget()
        inner.setObjectName("scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.aside)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        report.addWidget(area, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.zone, 1)
        column.addLayout(row)
        column.addWidget(self._report, 1)

    def _on_choose(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self, tr("Recordings of the voice"), "", tr(SOUND_FILES)
        )
        if names:
            self._model.add_files([Path(name) for name in names])


class DropZone(QFrame):
    """Takes sound files that are dropped on it, and has a button to choose some."""

    dropped = Signal(list)

    def __init__(self, theme: Theme, text: str = "") -> None:
        super().__init__()
        self.setObjectName("dropzone")
        FileDrop(self, self.dropped.emit)
        self._theme = theme
        self.choose = button(tr("Choose files"))
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._icon.setMinimumSize(QSize(32, 32))
        title = label(text or tr("Drop recordings here"), "title")
        more = label(
            tr("Speech of one person, without music. Long files are cut into takes; other "
            "speakers, music and noise are put aside."), "muted", wrap=True,
        )  # fmt: skip
        for line in (title, more):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, MARGIN, 24, MARGIN)
        column.setSpacing(GAP)
        column.addStretch(1)
        for widget in (self._icon, title, more):
            column.addWidget(widget)
        column.addSpacing(GAP)
        column.addWidget(self.choose, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        theme.changed.connect(self._paint_icon)
        self._paint_icon()

    def _paint_icon(self) -> None:
        self._icon.setPixmap(self._theme.pixmap("drop", "accent", 32, self.devicePixelRatioF()))
