"""A group of controls under a name that folds it away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from syrinx.app.translation import tr


class Section(QWidget):
    """A name with an arrow, and rows below it that a click hides and shows.

    Parameters
    ----------
    name
        Of the group.
    rows
        Its controls.
    """

    folded = Signal(bool)

    def __init__(self, name: str, *rows: QWidget) -> None:
        super().__init__()
        self.name = name
        self.head = QToolButton()
        self.head.setText(name.upper())
        self.head.setObjectName("fold")
        self.head.setCheckable(True)
        self.head.setChecked(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setAccessibleName(tr("{name}: show its controls", name=name))
        self.head.setToolTip(tr("Show or hide the controls of {name}", name=name.lower()))
        self._body = QWidget()
        self._rows = QVBoxLayout(self._body)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._body)
        for row in rows:
            self.add(row)
        self.head.toggled.connect(self._on_toggled)
        self._on_toggled(True)

    @property
    def is_folded(self) -> bool:
        """Whether the controls are hidden."""
        return not self.head.isChecked()

    def add(self, row: QWidget, *, at: int | None = None) -> None:
        """Put a control below the others, or where ``at`` says."""
        self._rows.insertWidget(self._rows.count() if at is None else at, row)

    def fold(self, folded: bool) -> None:
        """Hide the controls, or show them."""
        self.head.setChecked(not folded)

    def _on_toggled(self, shown: bool) -> None:
        self.head.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
        self._body.setVisible(shown)
        self.folded.emit(not shown)
