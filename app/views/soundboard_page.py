"""The soundboard of the strip: pads in a grid that take dropped files, level, stop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.pads import MAX_DB, MIN_DB
from syrinx.app.viewmodels.soundboard import SoundboardModel
from syrinx.app.views.file_drop import FileDrop
from syrinx.app.views.pad_button import PAD_WIDTH, PadButton
from syrinx.app.views.pad_dialog import PadDialog
from syrinx.app.views.parts import ignore_stray_wheel, label
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, UNIT

_FILES = mark(
    "Sound files (*.wav *.flac *.mp3 *.ogg *.opus *.aif *.aiff *.au *.caf *.w64);;All files (*)"
)
_EMPTY = mark("Drop sound files here: each becomes a pad that others hear when you press it.")


class PadGrid(QFrame):
    """As many columns as fit; files may be dropped anywhere."""

    files_dropped = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pads")
        FileDrop(self, self.files_dropped.emit)
        self._pads: list[PadButton] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(UNIT)
        self._empty = label(tr(_EMPTY), "faint", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()

    def set_pads(self, pads: list[PadButton]) -> None:
        """Show these pads."""
        self._pads = pads
        self._columns = 0
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Change the number of columns."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        columns = max(1, (self.width() + UNIT) // (PAD_WIDTH + UNIT))
        if columns == self._columns:
            return
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        while self._grid.count():
            self._grid.takeAt(0)
        self._empty.setVisible(not self._pads)
        if not self._pads:
            self._grid.addWidget(self._empty, 0, 0)
        for place, pad in enumerate(self._pads):
            self._grid.addWidget(pad, place // columns, place % columns)
        for column in range(columns if self._pads else 1):
            self._grid.setColumnStretch(column, 1)
        self._grid.setRowStretch(self._grid.rowCount(), 1 if self._pads else 0)


class SoundboardPage(QWidget):
    """The grid, and what concerns all pads."""

    def __init__(self, model: SoundboardModel, theme: Theme) -> None:
        super().__init__()
        self._model, self._theme = model, theme
        self._buttons: dict[str, PadButton] = {}
        self.grid = PadGrid()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.grid)
        self.stop = QPushButton(tr("Stop all"))
        self.stop.setToolTip(tr("Fade out every sound of the soundboard (Esc)"))
        self.add = QPushButton(tr("Add..."))
        self.add.setToolTip(tr("Choose sound files for new pads; they are copied"))
        self.add.setAccessibleName(tr("Add sound files"))
        for made in (self.stop, self.add):
            made.setProperty("role", "small")
            made.setIconSize(QSize(14, 14))
        self.gain = QSlider(Qt.Orientation.Horizontal)
        self.gain.setRange(round(2 * MIN_DB), round(2 * MAX_DB))
        self.gain.setPageStep(6)
        self.gain.setAccessibleName(tr("Level of the soundboard"))
        ignore_stray_wheel(self.gain)
        self.level = label("", "caption")
        side = QWidget()
        side.setFixedWidth(104)
        tools = QVBoxLayout(side)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(2)
        for widget in (self.stop, self.add, self.level, self.gain):
            tools.addWidget(widget)
        tools.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(area, 1)
        row.addWidget(side)
        self.stop.clicked.connect(model.stop_all)
        self.add.clicked.connect(self._on_add)
        self.gain.valueChanged.connect(lambda half_db: model.set_gain(half_db / 2))
        self.grid.files_dropped.connect(model.add_files)
        model.changed.connect(self._show)
        model.pad_changed.connect(self._on_pad_changed)
        theme.changed.connect(self._paint)
        self._show()
        self._paint()

    @property
    def pads(self) -> list[PadButton]:
        """The buttons in their order."""
        return [self._buttons[pad.id] for pad in self._model.pads]

    def edit(self, pad_id: str) -> PadDialog | None:
        """Open what changes a pad."""
        pad = self._model.pad(pad_id)
        if pad is None:
            return None
        dialog = PadDialog(self._model, pad, self)
        dialog.open()
        return dialog

    def _show(self) -> None:
        pads = self._model.pads
        before = list(self._buttons)
        for pad in pads:
            if pad.id in self._buttons:
                self._buttons[pad.id].show_pad(pad)
            else:
                self._buttons[pad.id] = self._make(pad.id)
        for pad_id in set(before) - {pad.id for pad in pads}:
            self._buttons.pop(pad_id).deleteLater()
        if before != [pad.id for pad in pads]:
            self._buttons = {pad.id: self._buttons[pad.id] for pad in pads}
            self.grid.set_pads(self.pads)
        with QSignalBlocker(self.gain):
            self.gain.setValue(round(2 * self._model.gain_db))
        self.level.setText(tr("Level  {gain_db:+.1f} dB", gain_db=self._model.gain_db))
        self.gain.setToolTip(tr("Level of all pads"))
        self.stop.setEnabled(self._model.any_playing)

    def _make(self, pad_id: str) -> PadButton:
        pad = self._model.pad(pad_id)
        assert pad is not None  # it was just listed
        made = PadButton(pad, self._theme)
        made.pressed.connect(lambda: self._model.press(pad_id))
        made.released.connect(lambda: self._model.release(pad_id))
        made.moved.connect(lambda steps: self._on_moved(pad_id, steps))
        made.customContextMenuRequested.connect(lambda _: self.edit(pad_id))
        return made

    def _on_moved(self, pad_id: str, steps: int) -> None:
        self._model.move(pad_id, steps)
        self._buttons[pad_id].setFocus()

    def _on_pad_changed(self, pad_id: str) -> None:
        made = self._buttons.get(pad_id)
        if made is not None:
            made.show_playing(self._model.playing(pad_id))
        self.stop.setEnabled(self._model.any_playing)

    def _on_add(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self, tr("Sounds for the soundboard"), "", tr(_FILES)
        )
        self._model.add_files([Path(name) for name in names])

    def _paint(self) -> None:
        self.stop.setIcon(self._theme.icon("stop", "text"))
        self.add.setIcon(self._theme.icon("plus", "text"))
