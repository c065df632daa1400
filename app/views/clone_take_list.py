"""The takes of a voice in the making: play, delete, length, remarks."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.clone.project import Take
from syrinx.app.translation import told, tr
from syrinx.app.viewmodels.wizard import WizardModel
from syrinx.app.views.clone_parts import LEVELS, in_a_row, tab_only
from syrinx.app.views.parts import ElidedLabel, header, label
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, UNIT


class TakeList(QFrame):
    """One row for each take, the newest on top."""

    def __init__(self, model: WizardModel, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._model, self._theme = model, theme
        self._project = ""
        self.rows: dict[str, TakeRow] = {}
        self.count = label("", "muted")
        self.empty = label(tr("The takes that you record are listed here."), "muted", wrap=True)
        self.empty.setContentsMargins(8, 0, 8, 0)
        inner = QWidget()
        inner.setObjectName("scrolled")
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._list.addWidget(self.empty)
        self._list.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 8)
        column.setSpacing(UNIT)
        head = header(tr("TAKES"), self.count)
        head.setContentsMargins(8, 0, 8, 0)
        column.addLayout(head)
        column.addWidget(area, 1)
        model.changed.connect(self.show_now)
        model.capture.clip_changed.connect(self._show_playing)
        model.capture.state_changed.connect(self._show_playing)
        theme.changed.connect(self._show_playing)

    def show_now(self) -> None:
        """Show the takes of the project."""
        project = self._model.project
        if project is None:
            return
        wanted = {take.file: take for take in project.takes}
        if project.id != self._project:
            self._project = project.id
            self._clear()
        for file in [file for file in self.rows if file not in wanted]:
            self._remove(file)
        for number, take in enumerate(project.takes, start=1):
            if take.file not in self.rows:
                row = TakeRow(take, number, self._theme)
                row.played.connect(self._model.play)
                row.dropped.connect(self._model.drop)
                self.rows[take.file] = row
                self._list.insertWidget(0, row)
        accepted = len(project.accepted)
        self.count.setText(tr("{count} accepted", count=accepted) if project.takes else "")
        self.empty.setVisible(not project.takes)
        self._show_playing()

    def _clear(self) -> None:
        for file in list(self.rows):
            self._remove(file)

    def _remove(self, file: str) -> None:
        row = self.rows.pop(file)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _show_playing(self, _state: str = "") -> None:
        project, capture = self._model.project, self._model.capture
        if project is None:
            return
        busy = capture.state in ("recording", "stopping")
        for file, row in self.rows.items():
            playing = capture.clip == self._model.store.path_of(project, file)
            row.show_state(playing=playing, busy=busy)


class TakeRow(QFrame):
    """A take: play, what was read, seconds, what is worth knowing, delete."""

    played = Signal(str)
    dropped = Signal(str)

    def __init__(self, take: Take, number: int, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("row")
        self.take, self._theme = take, theme
        self.play, self.delete = QToolButton(), QToolButton()
        for made, name in (
            (self.play, tr("Play take {number}", number=number)),
            (self.delete, tr("Delete take {number}", number=number)),
        ):
            made.setProperty("role", "plain")
            made.setIconSize(QSize(16, 16))
            made.setAccessibleName(name)
            tab_only(made)
        self.delete.setToolTip(tr("Delete this take"))
        self._icon = QLabel()
        self.text = ElidedLabel(take.text or take.origin or tr("Free speech"), "text")
        said = take.problems or take.remarks
        self.note = ElidedLabel(in_a_row(said), "faint")
        self.note.setVisible(bool(said))
        speech = take.measures.get("speech_s", take.seconds)
        seconds = label(f"{speech:.1f} s", "muted")
        seconds.setToolTip(
            tr("Seconds of speech; the take has {seconds:.1f} s", seconds=take.seconds)
        )
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self.text)
        lines.addWidget(self.note)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 3, 2, 3)
        row.setSpacing(UNIT)
        row.addWidget(self.play)
        row.addWidget(self._icon)
        row.addSpacing(UNIT)
        row.addLayout(lines, 1)
        row.addSpacing(GAP)
        row.addWidget(seconds)
        row.addWidget(self.delete)
        self.play.clicked.connect(lambda: self.played.emit(take.file))
        self.delete.clicked.connect(lambda: self.dropped.emit(take.file))
        self.setToolTip("\n".join((self.text.text(), *map(told, said))))

    @property
    def level(self) -> str:
        """ "good", "fair" (there are remarks) or "poor" (it is not used)."""
        if not self.take.accepted:
            return "poor"
        return "fair" if self.take.remarks else "good"

    def show_state(self, *, playing: bool, busy: bool) -> None:
        """Show whether it plays; ``busy`` forbids to."""
        self.play.setIcon(self._theme.icon("stop" if playing else "start", "text"))
        self.play.setToolTip(tr("Stop") if playing else tr("Play this take"))
        self.play.setEnabled(not busy)
        self.delete.setEnabled(not busy)
        self.delete.setIcon(self._theme.icon("trash"))
        name, token = LEVELS[self.level]
        self._icon.setPixmap(self._theme.pixmap(name, token, 16, self.devicePixelRatioF()))
        self._icon.setToolTip(tr("Used for the voice") if self.take.accepted else tr("Not used"))
