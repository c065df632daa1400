"""The second step: what the microphone hears of the room, and what would help."""

from __future__ import annotations

import math
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

from syrinx.app.translation import told
from syrinx.app.viewmodels.room_check import RoomCheckModel
from syrinx.app.viewmodels.wizard import WizardModel
from syrinx.app.views.clone_capture import InputPicture
from syrinx.app.views.clone_parts import LEVELS, PageKeys, button
from syrinx.app.views.parts import header, label, panel, restyle
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, MARGIN, UNIT

WORDS = {"good": "good", "fair": "fair", "poor": "poor"}
SUMS = {
    "good": "This room is good for recording.",
    "fair": "This room will do; better is possible.",
    "poor": "This room spoils the recordings. You may go on, but the voice will sound of the room.",
}
MEANINGS = {
    "Level": "How loud you are",
    "Clipping": "What is too loud for the device",
    "Noise": "What is heard while nobody speaks",
    "Hum": "Mains and transformers",
    "Echo": "How long the room answers",
    "High tones": "Up to where the microphone hears",
    "Sample rate": "Samples per second of the microphone",
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
        self.start = button("Start the check", role="primary", tooltip="Start, or stop (Space)")
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
        if not room:
            return "The room is not checked yet; you may go on all the same."
        return SUMS["poor"] if room.get("level") == "poor" else ""

    def show_now(self, _state: str = "") -> None:
        """Show the part of the check and the results."""
        project, check, capture = self._model.project, self._check, self._model.capture
        if project is None:
            return
        stream = capture.stream
        self.device.setText(
            f"{stream.input_device}, {stream.sample_rate / 1000:g} kHz. "
            "Another microphone is chosen in the Live area."
            if stream is not None
            else ""
        )
        self.count.setVisible(check.running)
        if check.state == "silence":
            title, text = "Say nothing for three seconds.", "Syrinx listens to the room."
        elif check.state == "speech":
            title, text = "Now read this aloud.", self._model.prompts.prompts[0].text
        elif check.state == "judging":
            title, text = "Judging what was heard \N{HORIZONTAL ELLIPSIS}", ""
        elif check.problem:
            title, text = "That did not work.", told(check.problem)
        elif capture.state == "closed":
            title, text = "The microphone is closed.", ""
        elif project.room:
            title, text = SUMS.get(str(project.room.get("level")), ""), ""
        else:
            title = "Check the room."
            text = "First you say nothing for three seconds, then you read one sentence aloud."
        self.title.setText(title)
        self.text.setText(text)
        self.start.setText(self._verb())
        self._show_count()
        self.results.show_room({} if check.running or check.state == "judging" else project.room)

    def _verb(self) -> str:
        if self._check.running:
            return "Stop"
        if self._model.capture.state == "closed":
            return "Open the microphone"
        project = self._model.project
        return "Check again" if project is not None and project.room else "Start the check"

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
        column.addLayout(header("MICROPHONE"))
        column.addWidget(self.picture, 1)
        column.addWidget(self.device)
        guide, column = panel(margin=MARGIN)
        column.addLayout(header("ROOM CHECK"))
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
        self._empty = label("The results appear here.", "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(UNIT)
        column.addLayout(header("RESULTS"))
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
        key = str(item.get("name", ""))
        name = label(told(key), "heading")
        name.setToolTip(MEANINGS.get(key, ""))
        word = label(WORDS.get(level, level), "muted")
        figure, advice = (told(str(item.get(part, ""))) for part in ("figure", "advice"))
        text = f"{figure}. {advice}" if figure and advice else figure or advice
        more = label(text, "muted", wrap=True)
        for column, cell in enumerate((picture, name, word, more)):
            align = Qt.AlignmentFlag.AlignTop if column < 3 else Qt.AlignmentFlag(0)
            self._grid.addWidget(cell, number, column, align)
            self._cells.append(cell)
        restyle(self)
