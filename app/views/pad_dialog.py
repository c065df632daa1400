"""Changing a pad: everything takes effect at once, so that it can be set by ear."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.pads import COLOURS, KEYS, LONGEST_NAME, MAX_DB, MIN_DB, MODES, Pad
from syrinx.app.viewmodels.soundboard import SoundboardModel
from syrinx.app.views.parts import ParamRow, label
from syrinx.app.views.tokens import GAP, MARGIN

_COLOUR_NAMES = (
    mark("Kingfisher"),
    mark("Teal"),
    mark("Green"),
    mark("Yellow"),
    mark("Orange"),
    mark("Red"),
    mark("Pink"),
    mark("Violet"),
)


class PadDialog(QDialog):
    """Name, colour, key, level, and how a pad plays."""

    def __init__(self, model: SoundboardModel, pad: Pad, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._id = model, pad.id
        self.setWindowTitle(tr("Pad: {name}", name=pad.name))
        self.setMinimumWidth(380)
        self.name = QLineEdit(pad.name)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName(tr("Name of the pad"))
        self.colour = QComboBox()
        for value, name in zip(COLOURS, _COLOUR_NAMES, strict=True):
            disc = QPixmap(14, 14)
            disc.fill(QColor(value))
            self.colour.addItem(QIcon(disc), tr(name), value)
        self.colour.setCurrentIndex(max(0, self.colour.findData(pad.colour)))
        self.key = QComboBox()
        self.key.addItem(tr("None"), "")
        for key in KEYS:
            other = next((p for p in model.pads if p.key == key and p.id != pad.id), None)
            self.key.addItem(
                key if other is None else tr("{key}  (now {name})", key=key, name=other.name), key
            )
        self.key.setCurrentIndex(self.key.findData(pad.key))
        self.key.setToolTip(tr("Plays this pad while the Live area is shown and no text is edited"))
        self.mode = QComboBox()
        for mode, text in MODES.items():
            self.mode.addItem(tr(text), mode)
        self.mode.setCurrentIndex(self.mode.findData(pad.mode))
        self.loop = QCheckBox(tr("&Over and over, until it is stopped"))
        self.loop.setChecked(pad.loop)
        self.through = QCheckBox(tr("Say it &with the voice"))
        self.through.setToolTip(
            tr(
                "The clip goes in where the microphone does; the voice, the gate and the clean-up\n"
                "take it for speech. For other people's speech rather than for music."
            )
        )
        self.through.setChecked(pad.through_voice)
        self.gain = ParamRow(
            tr("&Level"), low=MIN_DB, high=MAX_DB, step=0.5, default=0, unit="dB",
            tooltip=tr("Level of this clip. It is heard at once while the pad plays."),
        )  # fmt: skip
        self.gain.set_value(pad.gain_db)
        self.play = QPushButton(tr("&Play"))
        self.remove = QPushButton(tr("&Remove pad"))
        self.remove.setToolTip(
            tr("Take the pad away, and delete the soundboard's copy of its file")
        )
        self.done_button = QPushButton(tr("Close"))
        for made in (self.play, self.remove):
            made.setAutoDefault(False)
        self.done_button.setDefault(True)
        form = QFormLayout()
        form.setSpacing(GAP)
        form.addRow(tr("&Name"), self.name)
        form.addRow(tr("&Colour"), self.colour)
        form.addRow(tr("&Key"), self.key)
        form.addRow(tr("&Starts"), self.mode)
        buttons = QHBoxLayout()
        buttons.addWidget(self.play)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        buttons.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP + 4)
        column.addLayout(form)
        column.addWidget(self.gain)
        column.addWidget(self.loop)
        column.addWidget(self.through)
        column.addWidget(label(tr("Changes take effect at once."), "faint"))
        column.addLayout(buttons)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._connect()

    def _connect(self) -> None:
        self.name.editingFinished.connect(self._on_named)
        self.colour.activated.connect(lambda _: self._set(colour=self.colour.currentData()))
        self.key.activated.connect(lambda _: self._set(key=self.key.currentData()))
        self.mode.activated.connect(lambda _: self._set(mode=self.mode.currentData()))
        self.loop.toggled.connect(lambda on: self._set(loop=on))
        self.through.toggled.connect(lambda on: self._set(through_voice=on))
        self.gain.value_changed.connect(lambda gain_db: self._set(gain_db=gain_db))
        self.play.clicked.connect(lambda: self._model.trigger(self._id))
        self.remove.clicked.connect(self._on_remove)
        self.done_button.clicked.connect(self.accept)

    def _set(self, **changes: object) -> None:
        self._model.update(self._id, **changes)

    def _on_named(self) -> None:
        name = " ".join(self.name.text().split())
        if name:
            self._set(name=name)

    def _on_remove(self) -> None:
        self.accept()
        self._model.remove(self._id)
