"""The first page of the clone wizard: a new voice, and the voices in the making."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.clone.project import CloneProject
from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.wizard import WizardModel
from syrinx.app.views.clone_parts import button, clock
from syrinx.app.views.clone_steps import STEPS
from syrinx.app.views.parts import ElidedLabel, header, label, panel
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, MARGIN, UNIT

NEEDS = (
    ("clock", mark("30 seconds of speech at least; 3 minutes are better.")),
    ("people", mark("The consent of who speaks, read aloud and recorded.")),
    ("quiet", mark("A quiet room, and a microphone close to the mouth.")),
)
FIRST_COLOUR = "#37b0c8"


class StartPage(QWidget):
    """Begins a voice, or goes on with one."""

    def __init__(self, model: WizardModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme
        self._icons: list[tuple[QLabel, str]] = []
        self.rows: dict[str, ProjectRow] = {}
        self.name = QLineEdit()
        self.name.setMaxLength(100)
        self.name.setPlaceholderText(tr("Name of the voice"))
        self.name.setAccessibleName(tr("Name of the new voice"))
        self.begin = button(tr("Begin"), role="primary")
        self.begin.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.empty = label(
            tr("None yet. What you begin is kept here until it is a voice."), "muted", wrap=True
        )
        self._list = QVBoxLayout()
        self._build()
        self.name.textChanged.connect(self._on_name_changed)
        self.name.returnPressed.connect(self.begin.click)
        self.begin.clicked.connect(self._on_begin)
        theme.changed.connect(self._paint_icons)
        self._paint_icons()
        self._on_name_changed()

    def reload(self) -> None:
        """Show the voices in the making as they are on disk."""
        projects = self._model.unfinished()
        for id_ in list(self.rows):
            row = self.rows.pop(id_)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for number, project in enumerate(projects):
            row = ProjectRow(project, self._theme)
            row.resumed.connect(self._model.resume)
            row.discarded.connect(self._on_discarded)
            self.rows[project.id] = row
            self._list.insertWidget(number, row)
        self.empty.setVisible(not projects)

    def refresh(self) -> None:
        """Nothing moves here."""

    def take_focus(self) -> None:
        """Put the focus where one begins."""
        self.name.setFocus()

    def _build(self) -> None:
        new, column = panel(margin=32, spacing=16)
        column.addWidget(label(tr("A new voice"), "page"))
        column.addWidget(
            label(
                tr("Made on this computer, and it stays here. What is needed:"), "muted", wrap=True
            )
        )
        for icon, text in NEEDS:
            picture = QLabel()
            picture.setFixedWidth(24)
            self._icons.append((picture, icon))
            line = QHBoxLayout()
            line.setSpacing(12)
            line.addWidget(picture, alignment=Qt.AlignmentFlag.AlignTop)
            line.addWidget(label(tr(text), "need", wrap=True), 1)
            column.addLayout(line)
        column.addSpacing(MARGIN)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.name, 1)
        row.addWidget(self.begin)
        column.addLayout(row)
        column.addStretch(1)
        going, column = panel(margin=MARGIN)
        column.addLayout(header(tr("VOICES IN THE MAKING")))
        inner = QWidget()
        inner.setObjectName("scrolled")
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(UNIT)
        self._list.addWidget(self.empty)
        self._list.addStretch(1)
        inner.setLayout(self._list)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        column.addWidget(area, 1)
        new.setMinimumWidth(360)
        pages = QHBoxLayout(self)
        pages.setContentsMargins(0, 0, 0, 0)
        pages.setSpacing(GAP)
        pages.addWidget(new, 1)
        pages.addWidget(going, 1)

    def _on_name_changed(self) -> None:
        self.begin.setEnabled(bool(self.name.text().strip()))

    def _on_begin(self) -> None:
        # Who reads Chinese in the window will read it aloud; the next page has the choice.
        language = "zh" if QLocale().language() == QLocale.Language.Chinese else "en"
        begun = self._model.begin(
            self.name.text(), speaker="", language=language, colour=FIRST_COLOUR
        )
        if begun:
            self.name.clear()

    def _on_discarded(self, id_: str) -> None:
        self._model.discard(id_)
        self.reload()

    def _paint_icons(self) -> None:
        for picture, icon in self._icons:
            ratio = self.devicePixelRatioF()
            picture.setPixmap(self._theme.pixmap(icon, "accent", 24, ratio))


class ProjectRow(QFrame):
    """A voice in the making: go on, or delete after a second question."""

    resumed = Signal(str)
    discarded = Signal(str)

    def __init__(self, project: CloneProject, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("row")
        self.project = project
        tooltip = tr("Go on with {name} where it was left", name=project.name)
        self.go_on = button(tr("Go on"), tooltip=tooltip)
        self.delete = button("", role="flat", tooltip=tr("Delete it and its recordings"))
        self.delete.setAccessibleName(tr("Delete {name}", name=project.name))
        self.delete.setIcon(theme.icon("trash"))
        self.really = button(tr("Delete"), role="danger")
        self.keep = button(tr("Keep"))
        for made in (self.go_on, self.delete, self.really, self.keep):
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        shown, asking = QWidget(), QWidget()
        texts = QVBoxLayout()
        texts.setSpacing(2)
        name = ElidedLabel(project.name, "heading")
        self.state = ElidedLabel(_how_far(project), "muted")
        texts.addWidget(name)
        texts.addWidget(self.state)
        line = QHBoxLayout(shown)
        line.setContentsMargins(GAP, GAP, GAP, GAP)
        line.setSpacing(12)
        line.addWidget(_Disc(project.colour))
        line.addLayout(texts, 1)
        line.addWidget(self.go_on)
        line.addWidget(self.delete)
        line = QHBoxLayout(asking)
        line.setContentsMargins(GAP, GAP, GAP, GAP)
        line.setSpacing(GAP)
        question = tr("Delete the recordings of {name} for good?", name=project.name)
        line.addWidget(label(question, "text", wrap=True), 1)
        line.addWidget(self.really)
        line.addWidget(self.keep)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(shown)
        self._stack.addWidget(asking)
        self.go_on.clicked.connect(lambda: self.resumed.emit(project.id))
        self.delete.clicked.connect(self._ask)
        self.keep.clicked.connect(lambda: self._stack.setCurrentIndex(0))
        self.really.clicked.connect(lambda: self.discarded.emit(project.id))

    def _ask(self) -> None:
        self._stack.setCurrentIndex(1)
        self.keep.setFocus()


class _Disc(QWidget):
    """The colour of a voice."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self._colour = QColor(colour)
        self.setFixedSize(QSize(28, 28))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawEllipse(self.rect())
        painter.end()


def _how_far(project: CloneProject) -> str:
    speech = tr("{time} min of speech", time=clock(project.speech_s))
    return f"{tr(STEPS[project.page])} \N{MIDDLE DOT} {speech}"
