"""The Clean-up tab: every stage in the order in which the sound passes it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from syrinx.app.engine.rack_presets import RACK_PRESETS
from syrinx.app.translation import tr
from syrinx.app.viewmodels.rack import INPUT_STAGES, LAST_STAGE, RackModel
from syrinx.app.views.parts import header, label
from syrinx.app.views.rack_card import RackCard
from syrinx.app.views.rack_knobs import CARDS
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP


class RackView(QWidget):
    """Ready-made settings, "all off" to compare, and a card per stage.

    Parameters
    ----------
    model
        The rack.
    theme
        Colours and icons.
    """

    def __init__(self, model: RackModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.presets: dict[str, QPushButton] = {}
        for preset in RACK_PRESETS.values():
            button = QPushButton(tr(preset.name))
            button.setProperty("role", "segment")
            button.setCheckable(True)
            what = tr(preset.description)
            button.setToolTip(tr("{what}\nSets all stages but the gate.", what=what))
            button.setAccessibleName(tr("Ready-made setting: {name}", name=tr(preset.name)))
            button.clicked.connect(lambda _=False, name=preset.id: self._on_preset(name))
            self.presets[preset.id] = button
        self.compare = QPushButton(tr("Compare: all o&ff"))
        self.compare.setProperty("role", "small")
        self.compare.setCheckable(True)
        self.compare.setToolTip(
            tr(
                "Let the sound through all stages untouched while this is down, at the same delay, "
                "to hear what they do. The guard and the limiter stay."
            )
        )
        self.defaults = QPushButton(tr("Reset"))
        self.defaults.setProperty("role", "small")
        self.defaults.setToolTip(tr("All stages as at first: only the feedback guard is on"))
        self.defaults.setAccessibleName(tr("Reset all stages"))
        self.cards: dict[str, RackCard] = {}
        for card in CARDS:
            movable = card.stage not in (*INPUT_STAGES, LAST_STAGE)
            self.cards[card.stage] = RackCard(card, model, theme, movable=movable)
        self._build()
        for made in self.cards.values():
            made.moved.connect(self._on_moved)
        self.compare.toggled.connect(model.set_bypassed)
        self.defaults.clicked.connect(model.reset)
        model.changed.connect(self._show)
        model.readings_changed.connect(self._show_readings)
        self._show()
        self._show_readings()

    def order(self) -> list[str]:
        """Names of the stages as the cards stand."""
        inputs = [self._inputs.itemAt(i).widget() for i in range(self._inputs.count())]
        outputs = [self._outputs.itemAt(i).widget() for i in range(self._outputs.count())]
        return [card.card.stage for card in inputs + outputs if isinstance(card, RackCard)]

    def _build(self) -> None:
        choice = QFrame()
        choice.setObjectName("segments")
        presets = QHBoxLayout(choice)
        presets.setContentsMargins(2, 2, 2, 2)
        presets.setSpacing(2)
        for button in self.presets.values():
            presets.addWidget(button, 1)
        actions = QHBoxLayout()
        actions.setSpacing(GAP)
        actions.addWidget(self.compare, 1)
        actions.addWidget(self.defaults)
        self._inputs, self._outputs = QVBoxLayout(), QVBoxLayout()
        for column, stages in (
            (self._inputs, INPUT_STAGES),
            (self._outputs, self._model.order()[len(INPUT_STAGES) :]),
        ):
            column.setSpacing(6)
            for stage in stages:
                column.addWidget(self.cards[stage])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(choice)
        whole.addLayout(actions)
        whole.addLayout(header(tr("BEFORE THE VOICE")))
        whole.addLayout(self._inputs)
        whole.addLayout(header(tr("BEHIND THE VOICE")))
        whole.addLayout(self._outputs)
        whole.addWidget(
            label(tr("The sound passes the stages from top to bottom."), "faint", wrap=True)
        )

    def _show(self) -> None:
        model = self._model
        for card in self.cards.values():
            card.refresh()
        with QSignalBlocker(self.compare):
            self.compare.setChecked(model.rack.bypass)
        chosen = model.preset()
        for name, button in self.presets.items():
            with QSignalBlocker(button):
                button.setChecked(name == chosen)
        if self.order() != list(model.order()):
            for place, stage in enumerate(model.order()[len(INPUT_STAGES) :]):
                self._outputs.insertWidget(place, self.cards[stage])
            self._order_focus()

    def _order_focus(self) -> None:
        """Let the tab key pass the cards as they stand."""
        cards = [self.cards[stage] for stage in self._model.order()]
        last: QWidget | None = None
        for card in cards:
            rows = [card.main, *card.rows.values()]
            widgets = [card.switch, card.up, card.down, card.more]
            widgets += [part for row in rows for part in (row.field, row.slider)]
            for widget in (*widgets, *card.options.values()):
                if last is not None:
                    QWidget.setTabOrder(last, widget)
                last = widget

    def _show_readings(self) -> None:
        readings = self._model.readings
        for stage, card in self.cards.items():
            card.show_reading(readings.get(stage))

    def _on_preset(self, name: str) -> None:
        self._model.apply_preset(name)
        self._show()

    def _on_moved(self, stage: str, by: int) -> None:
        self._model.move(stage, by)
        card = self.cards[stage]
        first, other = (card.up, card.down) if by < 0 else (card.down, card.up)
        (first if first.isEnabled() else other).setFocus()  # stay where the hand is
