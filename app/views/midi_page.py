"""Settings, MIDI: which controller, and what its notes and knobs do."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.actions import ActionRegistry
from syrinx.app.viewmodels.midi import MidiModel
from syrinx.app.views.parts import header, ignore_stray_wheel, label
from syrinx.app.views.settings_view import column_of
from syrinx.app.views.tokens import GAP, UNIT

ANY = mark("The first that is there")
TEXT = mark(
    "Notes and controllers of a MIDI device do what keys do, and turn knobs. Click Learn, then "
    "press the pad or move the knob."
)


class MidiRow(QWidget):
    """An action or a knob, what it is bound to, and a button that learns."""

    def __init__(self, target: str, title: str, model: MidiModel) -> None:
        super().__init__()
        self._target, self._model = target, model
        self.bound = label("", "muted")
        self.learn = QPushButton(tr("Learn"))
        self.learn.setProperty("role", "small")
        self.learn.setCheckable(True)
        self.learn.setAccessibleName(tr("Learn: {title}", title=title))
        self.learn.setToolTip(tr("Click, then press or turn something on the controller"))
        self.forget = QPushButton(tr("Forget"))
        self.forget.setProperty("role", "small")
        self.forget.setAccessibleName(tr("Forget: {title}", title=title))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.addWidget(label(title, "heading"), 0, 0)
        grid.addWidget(self.bound, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.forget, 0, 2)
        grid.addWidget(self.learn, 0, 3)
        grid.setColumnStretch(0, 1)
        self.learn.clicked.connect(lambda on: model.learn(target if on else None))
        self.forget.clicked.connect(lambda: model.forget(target))

    def show_now(self) -> None:
        """Show the binding as it is now."""
        bindings = self._model.bindings_of(self._target)
        learning = self._model.learning == self._target
        self.learn.setChecked(learning)
        self.learn.setEnabled(self._model.enabled)
        self.forget.setVisible(bool(bindings))
        text = tr("; ").join(map(str, bindings))
        self.bound.setText(tr("Press or move it now") if learning else text)


class MidiPage(QWidget):
    """The controller, then knobs, then actions by their groups."""

    def __init__(self, model: MidiModel, registry: ActionRegistry) -> None:
        super().__init__()
        self.setObjectName("midi")
        self._model, self._registry = model, registry
        self.on = QCheckBox(tr("Listen to a MIDI controller"))
        self.on.setToolTip(tr("Its notes and controllers do what is learned below"))
        self.port = QComboBox()
        self.port.setAccessibleName(tr("MIDI controller"))
        self.port.setToolTip(tr("Which controller to listen to"))
        ignore_stray_wheel(self.port)
        self.status = label("", "muted", wrap=True)
        self.rows: dict[str, MidiRow] = {}
        self._shown: list[tuple[str, str]] = []
        choice = QHBoxLayout()
        caption = label(tr("Controller"), "heading")
        caption.setBuddy(self.port)
        choice.addWidget(caption)
        choice.addWidget(self.port, 1)
        self._column = column_of(self)
        self._column.addWidget(label(tr(TEXT), "muted", wrap=True))
        self._column.addWidget(self.on)
        self._column.addLayout(choice)
        self._column.addWidget(self.status)
        self._list = QWidget()
        self._column.addWidget(self._list)
        self.on.toggled.connect(model.set_enabled)
        self.port.activated.connect(lambda _: model.set_port(self.port.currentData()))
        model.changed.connect(self._show)
        registry.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        model = self._model
        with QSignalBlocker(self.on), QSignalBlocker(self.port):
            self.on.setChecked(model.enabled)
            self.port.clear()
            self.port.addItem(tr(ANY), None)
            for name in dict.fromkeys([*model.midi.ports, *([model.port] if model.port else [])]):
                self.port.addItem(name, name)
            self.port.setCurrentIndex(max(0, self.port.findData(model.port)))
        self.port.setEnabled(model.enabled)
        self.status.setText(model.status)
        actions = [item for item in self._registry.all() if item.wants == "nothing"]
        wanted = [(action.id, action.title) for action in actions]
        if wanted != self._shown:
            self._shown = wanted
            self._build()
        for row in self.rows.values():
            row.show_now()

    def _build(self) -> None:
        self._column.removeWidget(self._list)
        self._list.hide()
        self._list.deleteLater()
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self.rows = {}
        groups: dict[str, list[tuple[str, str]]] = {
            mark("Knobs"): [(f"knob:{knob.id}", knob.title) for knob in self._model.knobs.values()]
        }
        for action in self._registry.all():
            if action.wants == "nothing":
                groups.setdefault(action.group, []).append((f"action:{action.id}", action.title))
        for group, entries in groups.items():
            column.addSpacing(UNIT)
            column.addLayout(header(tr(group).upper()))
            for target, title in entries:
                self.rows[target] = MidiRow(target, title, self._model)
                column.addWidget(self.rows[target])
        self._column.addWidget(self._list)
