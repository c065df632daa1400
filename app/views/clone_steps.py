"""The bar of steps above the pages of the clone wizard."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from syrinx.app.clone.project import PAGES, Page
from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.wizard import WizardModel
from syrinx.app.views.clone_parts import button
from syrinx.app.views.parts import ElidedLabel, restyle
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, UNIT

STEPS: dict[Page, str] = {
    "who": mark("Who and consent"),
    "room": mark("Room"),
    "takes": mark("Takes"),
    "training": mark("Training"),
    "listen": mark("Listen"),
}
_SAID = {"now": mark("shown now"), "done": mark("done"), "ahead": mark("not reached yet")}


class StepBar(QFrame):
    """Shows where one is; a click goes back, or on when nothing is missing."""

    left = Signal()

    def __init__(self, model: WizardModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps")
        self._model, self._theme = model, theme
        self.buttons: dict[Page, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(UNIT)
        for number, (page, text) in enumerate(STEPS.items(), start=1):
            made = button(f"{number}  {tr(text)}", role="step")
            made.clicked.connect(lambda _=False, page=page: model.go(page))
            self.buttons[page] = made
            row.addWidget(made)
        row.addSpacing(GAP)
        self.name = ElidedLabel("", "muted")
        # Beside the steps it would look like one more.
        self.name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.name, 1)
        row.addSpacing(GAP)
        self.leave = button(
            tr("Leave, everything is kept"),
            tooltip=tr("Back to the list of voices; go on at any time"),
        )
        self.leave.clicked.connect(self.left)
        row.addWidget(self.leave)
        model.changed.connect(self.show_now)
        model.page_changed.connect(self.show_now)
        theme.changed.connect(self._paint_icons)
        self.show_now()

    def show_now(self, _page: str = "") -> None:
        """Show the page, and which others may be gone to."""
        project = self._model.project
        self.name.setText(project.name if project is not None else "")
        here = PAGES.index(self._model.page)
        for number, (page, made) in enumerate(self.buttons.items()):
            state = "now" if number == here else "done" if number < here else "ahead"
            open_ = number <= here or (number == here + 1 and not self._model.why_not_on())
            made.setEnabled(project is not None and open_)
            made.setAccessibleName(
                tr(
                    "Step {number}, {name}, {state}",
                    number=number + 1,
                    name=tr(STEPS[page]),
                    state=tr(_SAID[state]),
                )
            )
            if made.property("state") != state:
                made.setProperty("state", state)
                restyle(made)
        self._paint_icons()

    def _paint_icons(self) -> None:
        for number, made in enumerate(self.buttons.values(), start=1):
            done = made.property("state") == "done"
            text = made.text().split("  ")[-1]
            made.setText(text if done else f"{number}  {text}")
            made.setIcon(self._theme.icon("good", "ok") if done else QIcon())
