"""Name, colour and key of a preset, below its chip."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QHideEvent, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.chord import Chord
from syrinx.app.presets import COLOURS, MAX_NAME, Preset
from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.keys import KeysModel
from syrinx.app.viewmodels.presets import PresetsModel
from syrinx.app.views.key_field import KeyField
from syrinx.app.views.parts import label
from syrinx.app.views.tokens import GAP, MARGIN, UNIT

WIDTH = 280
_COLOUR_NAMES = (
    mark("Teal"), mark("Orange"), mark("Violet"), mark("Green"),
    mark("Rose"), mark("Gold"), mark("Blue"), mark("Grey"),
)  # fmt: skip


class PresetPopover(QFrame):
    """Edits a preset; each change is kept at once."""

    def __init__(self, presets: PresetsModel, keys: KeysModel, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setFixedWidth(WIDTH)
        self._presets, self._keys = presets, keys
        self._preset: Preset | None = None
        self.name = QLineEdit()
        self.name.setMaxLength(MAX_NAME)
        self.name.setAccessibleName(tr("Name of the preset"))
        self.colours: dict[str, QToolButton] = {}
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        self._group = QButtonGroup(self)
        for colour, name in zip(COLOURS, _COLOUR_NAMES, strict=True):
            button = QToolButton()
            button.setProperty("role", "swatch")
            button.setCheckable(True)
            button.setIcon(dot(colour, 18))
            button.setIconSize(QSize(18, 18))
            button.setAccessibleName(tr(name))
            button.setToolTip(tr(name))
            button.clicked.connect(lambda _=False, colour=colour: self._set_colour(colour))
            self._group.addButton(button)
            self.colours[colour] = button
            row.addWidget(button)
        row.addStretch(1)
        self.key = KeyField(tr("the preset"))
        self.hint = label("", "muted", wrap=True)
        key_row = QHBoxLayout()
        key_row.addWidget(label(tr("Key"), "heading"))
        key_row.addStretch(1)
        key_row.addWidget(self.key)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 12, MARGIN, 12)
        column.setSpacing(GAP)
        column.addWidget(self.name)
        column.addLayout(row)
        column.addLayout(key_row)
        column.addWidget(self.hint)
        self.name.editingFinished.connect(self._rename)
        self.name.returnPressed.connect(self.hide)
        self.key.chosen.connect(self._set_key)
        self.key.waiting.connect(keys.rest)

    def open_for(self, preset: Preset, corner: QPoint) -> None:
        """Show it for a preset, its top left at a place of the screen."""
        self._preset = preset
        self.name.setText(preset.name)
        self.colours.get(preset.colour, self.colours[COLOURS[0]]).setChecked(True)
        self.key.set_chord(self._keys.key_of(f"preset.{preset.id}"))
        self._tell("")
        self.adjustSize()
        screen = self.screen().availableGeometry()
        self.move(min(corner.x(), screen.right() - self.width()), corner.y())
        self.show()
        self.name.setFocus()
        self.name.selectAll()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        """What was typed counts, also when one clicks elsewhere."""
        self._rename()
        self._preset = None
        super().hideEvent(event)

    def _rename(self) -> None:
        preset = self._now()
        name = self.name.text().strip()
        if preset is not None and name and name != preset.name:
            self._presets.rename(preset.id, name)

    def _set_colour(self, colour: str) -> None:
        preset = self._now()
        if preset is not None:
            self._presets.set_colour(preset.id, colour)

    def _set_key(self, chord: Chord | None) -> None:
        preset = self._now()
        if preset is None:
            return
        action = f"preset.{preset.id}"
        taken = self._keys.assign(action, chord)
        self.key.set_chord(self._keys.key_of(action))
        warning = None if chord is None else self._keys.warning_of(chord)
        self._tell(taken or self._keys.problem_of(action) or warning or "")

    def _now(self) -> Preset | None:
        return None if self._preset is None else self._presets.find(self._preset.id)

    def _tell(self, text: str) -> None:
        self.hint.setText(text)
        self.hint.setVisible(bool(text))
        self.adjustSize()


def dot(colour: str, size: int, ratio: float = 2.0) -> QIcon:
    """Return a disc of a colour."""
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    inset = size * ratio * 0.16
    painter.drawEllipse(pixmap.rect().toRectF().adjusted(inset, inset, -inset, -inset))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return QIcon(pixmap)
