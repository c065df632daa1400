"""Settings, Keys: every action with its key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from syrinx.app.chord import Chord
from syrinx.app.translation import tr
from syrinx.app.viewmodels.actions import Action
from syrinx.app.viewmodels.keys import KeysModel
from syrinx.app.views.key_field import KeyField
from syrinx.app.views.parts import header, label
from syrinx.app.views.settings_view import column_of
from syrinx.app.views.tokens import GAP, UNIT


class KeyRow(QWidget):
    """An action, its key, and what is wrong with it."""

    def __init__(self, action: Action, keys: KeysModel) -> None:
        super().__init__()
        self._keys, self._wanted = keys, None
        self.action_id = action.id
        self.field = KeyField(action.title)
        self.note = label("", "warning", wrap=True)
        self.take = QPushButton(tr("Take it all the same"))
        self.take.setProperty("role", "small")
        name = label(action.title, "heading")
        name.setBuddy(self.field)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(0)
        grid.addWidget(name, 0, 0)
        grid.addWidget(label(action.description, "muted", wrap=True), 1, 0)
        grid.addWidget(self.field, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        trouble = QHBoxLayout()
        trouble.addWidget(self.note, 1)
        trouble.addWidget(self.take)
        grid.addLayout(trouble, 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        self._wanted: Chord | None = None
        self.field.chosen.connect(self._on_chosen)
        self.field.waiting.connect(keys.rest)
        self.take.clicked.connect(self._on_take)
        self.show_key()

    def show_key(self) -> None:
        """Show the key as it is now."""
        self.field.set_chord(self._keys.key_of(self.action_id))
        if self._wanted is None:
            problem = self._keys.problem_of(self.action_id)
            self._tell(problem or "")

    def _on_chosen(self, chord: Chord | None) -> None:
        self._wanted = None
        taken = self._keys.assign(self.action_id, chord)
        if taken is not None:
            self._wanted = chord
            self._tell(taken, can_take=True)
            return
        warning = None if chord is None else self._keys.warning_of(chord)
        self._tell(self._keys.problem_of(self.action_id) or warning or "")

    def _on_take(self) -> None:
        chord, self._wanted = self._wanted, None
        if chord is not None:
            self._keys.assign(self.action_id, chord, take=True)
            self.show_key()

    def _tell(self, text: str, *, can_take: bool = False) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self.take.setVisible(can_take)


class KeysPage(QWidget):
    """Rows in the order of the actions, under their groups."""

    def __init__(self, keys: KeysModel) -> None:
        super().__init__()
        self.setObjectName("keys")
        self._keys = keys
        self.note = label("", "muted", wrap=True)
        self.rows: dict[str, KeyRow] = {}
        self._shown: list[tuple[str, str, str]] = []
        self._column = column_of(self)
        self._column.addWidget(self.note)
        self._list = QWidget()
        self._column.addWidget(self._list)
        keys.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.note.setText(
            tr(
                "{note} Click a field and press the key; Backspace takes it away.",
                note=self._keys.note,
            )
        )
        actions = self._keys.actions()
        wanted = [(action.group, action.id, action.title) for action in actions]
        if wanted != self._shown:
            self._shown = wanted
            self._build(actions)
        for row in self.rows.values():
            row.show_key()

    def _build(self, actions: list[Action]) -> None:
        self._column.removeWidget(self._list)
        self._list.hide()
        self._list.deleteLater()
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.rows = {}
        for group in dict.fromkeys(action.group for action in actions):
            column.addSpacing(UNIT)
            column.addLayout(header(tr(group).upper()))
            for action in (item for item in actions if item.group == group):
                row = KeyRow(action, self._keys)
                self.rows[action.id] = row
                column.addWidget(row)
        self._column.addWidget(self._list)
