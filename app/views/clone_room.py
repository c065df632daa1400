"""The second step: what the microphone hears of the room, and what would help."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.translation import mark, told, tr
from syrinx.app.viewmodels.room_check import RoomCheckModel
from syrinx.app.viewmodels.wizard import WizardModel
from syrinx.app.views.clone_capture import InputPicture
from syrinx.app.views.clone_parts import LEVELS, PageKeys, button
from syrinx.app.views.parts import header, label, panel, restyle
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, MARGIN, UNIT

WORDS = {"good": mark("good"), "fair": mark("fair"), "poor": mark("poor")}
SUMS = {
    "good": mark("This room is good for recording."),
    "fair": mark("This room will do; better is possible."),
    "poor": mark("This room spoils the recordings."),
}
MEANINGS = {
    "Level": mark("How loud you are"),
    "Clipping": mark("What is too loud for the device"),
    "Noise": mark("What is heard while nobody speaks"),
    "Hum": mark("Mains and transformers"),
    "Echo": mark("How long the room answers"),
    "High tones": mark("Up to where the microphone hears"),
    "Sample rate": mark("Samples per second of the microphone"),
}


class RoomPage(QWidget):
    """A live picture above, the guided check at the left, its results at the right."""

    def __init__(
        self,
        model: WizardModel,
        check: RoomCheckModel,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._check, self._theme = model, check, theme
        self.picture = InputPicture(model.capture, theme)
        self.device = label("", "faint", wrap=True)
        self.title = label("", "title", wrap=True)
        self.text = label("", "statement", wrap=True)
        self.count = label("", "count")
        self.start = button(
            tr("Start the check"), role="primary", tooltip=tr("Start, or stop (Space)")
        )
        self.results = RoomResults(theme)
        self._build()
        keys = PageKeys(self)
        keys.let(self.start)
        keys.add("Space", self.start.click)
        self.start.clicked.connect(self._on_start)
        check.changed.connect(self.show_now)
        check.finished.connect(model.set_room)
        model.changed.connect(self.show_now)
        model.capture.state_changed.connect(self.show_now)

    def refresh(self) -> None:
        """Show what moves."""
        self.picture.refresh()
        if self._check.running:
            self._show_count()

    def take_focus(self) -> None:
        """Put the focus where one goes on."""
        self.start.setFocus()

    def note(self) -> str:
        """Return what one is told before going on; "" = nothing."""
        project = self._model.project
        room = project.room if project is not None else {}
        if self._check.running or self._check.state == "judging":
            return ""
        if not room:
            return tr("The room is not checked yet; you may go on all the same.")
        if room.get("level") != "poor":
            return ""
        return tr(
            "This room spoils the recordings. You may go on, but the voice will sound of the room."
        )

    def show_now(self, _state: str = "") -> None:
        """Show the part of the check and the results."""
        project, check, capture = self._model.project, self._check, self._model.capture
        if project is None:
            return
        stream = capture.stream
        self.device.setText(
            tr(
                "{device}, {rate:g} kHz. Another microphone is chosen in the Live area.",
                device=stream.input_device,
                rate=stream.sample_rate / 1000,
            )
            if stream is not None
            else ""
        )
        self.count.setVisible(check.running)
        if check.state == "silence":
            title, text = tr("Say nothing for three seconds."), tr("Syrinx listens to the room.")
        elif check.state == "speech":
            title, text = tr("Now read this aloud."), self._model.prompts.prompts[0].text
        elif check.state == "judging":
            title, text = tr("Judging what was heard \N{HORIZONTAL ELLIPSIS}"), ""
        elif check.problem:
            title, text = tr("That did not work."), told(check.problem)
        elif capture.state == "closed":
            title, text = tr("The microphone is closed."), ""
        elif project.room:
            level = str(project.room.get("level"))
            title, text = tr(SUMS.get(level, "")), ""
            if level != "good":
                text = tr("Follow the advice at the right, then check again.")
        else:
            title = tr("Check the room.")
            text = tr("First you say nothing for three seconds, then you read one sentence aloud.")
        self.title.setText(title)
        self.text.setText(text)
        self.start.setText(self._verb())
        self._show_count()
        self.results.show_room({} if check.running or check.state == "judging" else project.room)

    def _verb(self) -> str:
        if self._check.running:
            return tr("Stop")
        if self._model.capture.state == "closed":
            return tr("Open the microphone")
        project = self._model.project
        return tr("Check again") if project is not None and project.room else tr("Start the check")

    def _show_count(self) -> None:
        self.count.setText(f"{max(1, math.ceil(self._check.left_s))}")

    def _on_start(self) -> None:
        if self._check.running:
            self._check.cancel()
        elif self._model.capture.state == "closed":
            self._model.capture.open()
        else:
            self._check.start()

    def _build(self) -> None:
        listening, column = panel(margin=12)
        column.addLayout(header(tr("MICROPHONE")))
        column.addWidget(self.picture, 1)
        column.addWidget(self.device)
        guide, column = panel(margin=MARGIN)
        column.addLayout(header(tr("ROOM CHECK")))
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.start)
        row.addStretch(1)
        row.addWidget(self.count)
        column.addLayout(row)
        lower = QHBoxLayout()
        lower.setSpacing(GAP)
        lower.addWidget(guide, 2)
        lower.addWidget(self.results, 3)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(GAP)
        page.addWidget(listening, 2)
        page.addLayout(lower, 3)


class RoomResults(QFrame):
    """One line for each thing that was measured: icon, word, name, figure, advice."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._theme = theme
        self._room: Mapping[str, Any] = {}
        self._cells: list[QWidget] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(3, 1)
        self._empty = label(tr("The results appear here."), "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(UNIT)
        column.addLayout(header(tr("RESULTS")))
        column.addWidget(self._empty, 1)
        inner = QWidget()
        inner.setObjectName("scrolled")
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addLayout(self._grid)
        lines.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inner)
        self._area.hide()
        column.addWidget(self._area, 1)
        theme.changed.connect(self._fill)

    def show_room(self, room: Mapping[str, Any]) -> None:
        """Show ``CloneProject.room``; {} = nothing is known."""
        if room != self._room:
            self._room = room
            self._fill()

    def texts(self) -> list[str]:
        """Return what is written, cell by cell."""
        return [cell.text() for cell in self._cells if isinstance(cell, QLabel) and cell.text()]

    def _fill(self) -> None:
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells = []
        items = self._room.get("items", ())
        self._empty.setVisible(not items)
        self._area.setVisible(bool(items))
        for number, item in enumerate(items):
            self._add(number, item)

    def _add(self, number: int, item: Mapping[str, Any]) -> None:
        level = str(item.get("level", "fair"))
        icon, token = LEVELS.get(level, LEVELS["fair"])
        picture = QLabel()
        picture.setPixmap(self._theme.pixmap(icon, token, 18, self.devicePixelRatioF()))
        what = str(item.get("name", ""))
        name = label(tr(what), "heading")
        name.setToolTip(tr(MEANINGS.get(what, "")))
        word = label(tr(WORDS.get(level, level)), "muted")
        figure, advice = figure_text(str(item.get("figure", ""))), told(str(item.get("advice", "")))
        text = figure or advice
        if figure and advice:
            text = tr("{figure}. {advice}", figure=figure, advice=advice)
        more = label(text, "muted", wrap=True)
        for column, cell in enumerate((picture, name, word, more)):
            align = Qt.AlignmentFlag.AlignTop if column < 3 else Qt.AlignmentFlag(0)
            self._grid.addWidget(cell, number, column, align)
            self._cells.append(cell)
        restyle(self)


def figure_text(figure: str) -> str:
    """Return a figure of a room check, kept in English (``FIGURES``), as it is shown."""
    number = re.search(r"\d+(?:\.\d+)?", figure)
    if number is not None and not set("{}") & set(figure):
        form = f"{figure[: number.start()]}{{value}}{figure[number.end() :]}"
        figure = tr(form, value=number[0])
    else:
        figure = tr(figure)
    return figure[:1].upper() + figure[1:]
