"""How transcripts are written: formats, limits of subtitles, where to; for one or for all."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.texts import mark
from syrinx.app.transcription.cues import CueLimits
from syrinx.app.transcription.formats import FORMATS
from syrinx.app.translation import tr
from syrinx.app.viewmodels.transcribe import TranscribeModel
from syrinx.app.views.clone_parts import Segments
from syrinx.app.views.parts import ElidedLabel, label
from syrinx.app.views.tokens import GAP, MARGIN, UNIT

WIDTH = 320
ABOUT = {
    "txt": mark("TXT: the bare text"),
    "srt": mark("SRT: subtitles for players"),
    "vtt": mark("VTT: subtitles for browsers"),
    "json": mark("JSON: words, times, confidence"),
    "csv": mark("CSV: a table of the segments"),
}


class ExportPopover(QFrame):
    """Opens below its button; each choice is kept at once."""

    one_wanted = Signal()
    all_wanted = Signal()
    folder_wanted = Signal()
    """Ask for a folder: a dialog closes the popover, which is opened again."""

    def __init__(self, model: TranscribeModel, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setFixedWidth(WIDTH)
        self._model = model
        self._folder: Path | None = None
        self._one, self._count = False, 0
        self.kinds = {kind: QCheckBox(tr(ABOUT[kind])) for kind in FORMATS}
        for box in self.kinds.values():
            box.setToolTip(tr("Write this format"))
        self.letters = _number(10, 500, tr("Characters of a line of subtitles"))
        self.lines = _number(1, 4, tr("Lines of a subtitle"))
        self.seconds = _number(1, 60, tr("Longest time of a subtitle, in seconds"))
        self.where = Segments(
            (("beside", mark("Beside the recordings")), ("folder", mark("In one folder"))),
            name=tr("Where to"),
        )
        for button in self.where.buttons.values():
            button.setToolTip(tr("Where transcripts are written"))
        self.choose = QPushButton(tr("Choose..."))
        self.choose.setProperty("role", "small")
        self.choose.setToolTip(tr("Choose the folder of transcripts"))
        self.folder = ElidedLabel("", "muted")
        self.one = QPushButton(tr("Export this one"))
        self.one.setToolTip(tr("Write the transcript that is shown"))
        self.all = QPushButton("")
        self.all.setProperty("role", "primary")
        self.all.setToolTip(tr("Write every transcript of the list"))
        self._build()
        for box in self.kinds.values():
            box.clicked.connect(self._keep)
        for field in (self.letters, self.lines, self.seconds):
            field.valueChanged.connect(self._keep)
        self.where.chosen.connect(self._on_where)
        self.choose.clicked.connect(self.folder_wanted)
        self.one.clicked.connect(self._on_one)
        self.all.clicked.connect(self._on_all)

    def open_at(self, corner: QPoint, *, one: bool) -> None:
        """Show it with the upper right corner at a place of the screen.

        Parameters
        ----------
        one
            Whether a transcript is shown that could be written alone.
        """
        self.show_now(one=one)
        self.adjustSize()
        screen = self.screen().availableGeometry()
        self.move(max(screen.left(), corner.x() - self.width()), corner.y())
        self.show()
        next(iter(self.kinds.values())).setFocus()

    def show_now(self, *, one: bool) -> None:
        """Show what is chosen."""
        model = self._model
        for kind, box in self.kinds.items():
            box.setChecked(kind in model.kinds)
        limits = model.limits
        for field, value in (
            (self.letters, limits.line_length),
            (self.lines, limits.lines),
            (self.seconds, round(limits.seconds)),
        ):
            field.blockSignals(True)
            field.setValue(value)
            field.blockSignals(False)
        self._folder = model.into or self._folder
        self.where.set_value("beside" if model.into is None else "folder")
        self.folder.setText(str(self._folder or ""))
        self._one, self._count = one, len(model.finished())
        self.all.setText(tr("Export all ({count})", count=self._count))
        self._show_more()

    def set_folder(self, folder: Path) -> None:
        """Write into this folder from now on."""
        self._folder = folder
        self.where.set_value("folder")
        self.folder.setText(str(folder))
        self._keep()

    # ---- inside ----

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 12, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(label(tr("FORMATS"), "section"))
        for box in self.kinds.values():
            column.addWidget(box)
        self._limits = QWidget()
        rows = QVBoxLayout(self._limits)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(UNIT)
        rows.addWidget(label(tr("SUBTITLES"), "section"))
        for text, field in (
            (tr("Characters of a line"), self.letters),
            (tr("Lines"), self.lines),
            (tr("Seconds at most"), self.seconds),
        ):
            row = QHBoxLayout()
            row.addWidget(label(text, "muted"), 1)
            row.addWidget(field)
            rows.addLayout(row)
        column.addWidget(self._limits)
        column.addWidget(label(tr("WHERE TO"), "section"))
        column.addWidget(self.where)
        self._place = QWidget()
        row = QHBoxLayout(self._place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose)
        column.addWidget(self._place)
        keys = QHBoxLayout()
        keys.setSpacing(GAP)
        keys.addWidget(self.one, 1)
        keys.addWidget(self.all, 1)
        column.addSpacing(GAP)
        column.addLayout(keys)

    def _chosen(self) -> list[str]:
        return [kind for kind, box in self.kinds.items() if box.isChecked()]

    def _keep(self) -> None:
        kinds = self._chosen() or self._model.kinds  # without one nothing can be exported
        limits = CueLimits(
            line_length=self.letters.value(),
            lines=self.lines.value(),
            seconds=float(self.seconds.value()),
        )
        into = self._folder if self.where.value() == "folder" else None
        self._model.choose_export(kinds, limits, into)
        self._show_more()

    def _show_more(self) -> None:
        chosen = set(self._chosen())
        self._limits.setEnabled(bool({"srt", "vtt"} & chosen))
        self.one.setEnabled(self._one and bool(chosen))
        self.all.setEnabled(self._count > 0 and bool(chosen))
        self._place.setVisible(self.where.value() == "folder")
        self.adjustSize()

    def _on_where(self, where: str) -> None:
        if where == "folder" and self._folder is None:
            self.folder_wanted.emit()
        else:
            self._keep()

    def _on_one(self) -> None:
        self.hide()
        self.one_wanted.emit()

    def _on_all(self) -> None:
        self.hide()
        self.all_wanted.emit()


def _number(low: int, high: int, name: str) -> QSpinBox:
    made = QSpinBox()
    made.setRange(low, high)
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setFixedWidth(72)
    return made
