"""One stage of the rack as a card: switch, meter, main knob, and the rest behind an expander."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.translation import tr
from syrinx.app.viewmodels.rack import RackModel
from syrinx.app.views.parts import ParamRow, ignore_stray_wheel
from syrinx.app.views.rack_knobs import Knob, StageCard
from syrinx.app.views.rack_meter import RackMeter
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import HEADER_HEIGHT, UNIT

CAPTION_WIDTH, FIELD_WIDTH, BUTTON_WIDTH = 76, 70, 22


class RackCard(QFrame):
    """A stage.

    Parameters
    ----------
    card
        What it shows.
    movable
        Whether it has arrows to change its place.
    """

    moved = Signal(str, int)

    def __init__(
        self, card: StageCard, model: RackModel, theme: Theme, *, movable: bool = False
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        title, what = tr(card.title), tr(card.help)
        self.setAccessibleName(title)
        self.card, self._model, self._theme = card, model, theme
        self.switch = QCheckBox(title)
        self.switch.setToolTip(what)
        self.switch.setAccessibleDescription(what)
        self.meter = RackMeter(card.meter, theme, name=title, tooltip=tr(card.meter_help))
        self.up = self._button("arrow-up", tr("Move {stage} earlier in the chain", stage=title))
        self.down = self._button("arrow-down", tr("Move {stage} later in the chain", stage=title))
        self.more = self._button("chevron-down", tr("More settings of {stage}", stage=title))
        self.more.setCheckable(True)
        self.main, *rest = (self._row(knob) for knob in card.knobs)
        self.rows = {knob.name: row for knob, row in zip(card.knobs[1:], rest, strict=True)}
        self.options = {}
        for option in card.options:
            box = QCheckBox(tr(option.caption))
            box.setToolTip(tr(option.help))
            box.toggled.connect(lambda on, name=option.name: model.set_value(card.stage, name, on))
            self.options[option.name] = box
        self._build(movable)
        self.switch.toggled.connect(lambda on: model.set_on(card.stage, on))
        self.more.setProperty("fold", True)
        self.more.toggled.connect(self._on_more)
        self.up.clicked.connect(lambda: self.moved.emit(card.stage, -1))
        self.down.clicked.connect(lambda: self.moved.emit(card.stage, 1))
        theme.changed.connect(self._paint_icons)
        self._paint_icons()
        self.refresh()

    def row(self, name: str) -> ParamRow:
        """Return the row of a knob."""
        return self.main if name == self.card.knobs[0].name else self.rows[name]

    def refresh(self) -> None:
        """Show what is set."""
        model, stage = self._model, self.card.stage
        on = model.is_on(stage)
        with QSignalBlocker(self.switch):
            self.switch.setChecked(on)
        for knob in self.card.knobs:
            value = model.value(stage, knob.name)
            self.row(knob.name).set_value(float(value) * knob.scale)
        for row in (self.main, *self.rows.values()):
            row.set_editable(on)
        for name, box in self.options.items():
            with QSignalBlocker(box):
                box.setChecked(bool(model.value(stage, name)))
            box.setEnabled(on)
        self.up.setEnabled(model.can_move(stage, -1))
        self.down.setEnabled(model.can_move(stage, 1))

    def show_reading(self, value: float | None) -> None:
        """Show what the stage does now; None = nothing."""
        self.meter.show_value(value)

    def _row(self, knob: Knob) -> ParamRow:
        row = ParamRow(
            tr(knob.caption),
            low=knob.low,
            high=knob.high,
            step=knob.step,
            default=knob.default,
            unit=knob.unit,
            decimals=knob.decimals,
            tooltip=tr(knob.help),
        )
        for widget in row.findChildren(QDoubleSpinBox) + row.findChildren(QSlider):
            widget.setAccessibleName(
                tr("{stage}: {name}", stage=tr(self.card.title), name=widget.accessibleName())
            )
            widget.setAccessibleDescription(tr(knob.help))
            ignore_stray_wheel(widget)
        row.caption.setProperty("role", "muted")
        row.caption.setFixedWidth(CAPTION_WIDTH)
        row.field.setFixedWidth(FIELD_WIDTH)
        # All on one line: nine cards are to be seen at a glance.
        row.head.takeAt(1)
        row.slider.setMinimumWidth(40)
        row.head.insertWidget(1, row.slider, 1)
        row.value_changed.connect(
            lambda value: self._model.set_value(self.card.stage, knob.name, value / knob.scale)
        )
        return row

    def _build(self, movable: bool) -> None:
        head = QHBoxLayout()
        head.setSpacing(0)
        self.switch.setMinimumHeight(HEADER_HEIGHT)
        head.addWidget(self.switch)
        head.addStretch(1)
        head.addWidget(self.meter)
        head.addSpacing(UNIT)
        for button in (self.up, self.down):
            button.setVisible(movable)
            head.addWidget(button)
        head.addWidget(self.more)
        self.details = QWidget()
        column = QVBoxLayout(self.details)
        column.setContentsMargins(0, UNIT, 0, 0)
        column.setSpacing(UNIT)
        for box in self.options.values():
            column.addWidget(box)
        for row in self.rows.values():
            column.addWidget(row)
        self.details.setVisible(False)
        self.more.setVisible(bool(self.rows or self.options))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 4, 8, 6)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.main)
        whole.addWidget(self.details)

    @staticmethod
    def _button(icon: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "plain")
        button.setProperty("icon_name", icon)
        button.setIconSize(QSize(14, 14))
        button.setFixedSize(BUTTON_WIDTH, HEADER_HEIGHT)
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    def _on_more(self, shown: bool) -> None:
        self.details.setVisible(shown)
        self._paint_icons()

    def _paint_icons(self) -> None:
        for button in (self.up, self.down):
            button.setIcon(self._theme.icon(button.property("icon_name")))
        self.more.setIcon(
            self._theme.icon("chevron-up" if self.more.isChecked() else "chevron-down")
        )
