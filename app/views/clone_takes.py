"""The third step: takes, by prompts, in free speech or from files."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from syrinx.app.clone.project import Mode
from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.wizard import WizardModel
from syrinx.app.views.clone_capture import InputPicture, RecordControl
from syrinx.app.views.clone_files import FilesPanel
from syrinx.app.views.clone_parts import PageKeys, Segments, VerdictCard
from syrinx.app.views.clone_progress import SpeechProgress
from syrinx.app.views.clone_prompter import Prompter
from syrinx.app.views.clone_take_list import TakeList
from syrinx.app.views.parts import panel
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, MARGIN

MODE_TEXT: tuple[tuple[Mode, str], ...] = (
    ("prompts", mark("Prompts")), ("free", mark("Speak freely")), ("files", mark("Files")),
)  # fmt: skip
FIGURES = (
    ("speech_s", mark("{value:.1f} s of speech")),
    ("snr_db", mark("{value:.0f} dB above the noise")),
    ("level_dbfs", mark("{value:.0f} dB loud")),
    ("likeness", mark("likeness {value:.2f}")),
)
"""Measures of a take that are said of an accepted one."""


class TakesPage(QWidget):
    """What is read, the microphone, the verdict; the list of takes at the right."""

    def __init__(self, model: WizardModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.mode = Segments(MODE_TEXT, name=tr("Where takes come from"))
        self.progress = SpeechProgress(theme)
        self.prompter = Prompter(model, theme)
        self.picture = InputPicture(model.capture, theme)
        self.record = RecordControl(model, theme, "take")
        self.verdict = VerdictCard(theme)
        self.files = FilesPanel(model, theme)
        self.takes = TakeList(model, theme)
        self._stack = QStackedWidget()
        self._build()
        keys = PageKeys(self)
        keys.let(self.record)
        keys.add("Space", self._on_space)
        keys.add("Left", lambda: self.prompter.step(-1))
        keys.add("Right", lambda: self.prompter.step(1))
        self.mode.chosen.connect(self._on_mode)
        model.changed.connect(self.show_now)
        model.checking_changed.connect(self._show_verdict)
        model.capture.state_changed.connect(self._show_verdict)

    def refresh(self) -> None:
        """Show what moves."""
        self.picture.refresh()
        self.record.show_now()

    def take_focus(self) -> None:
        """Put the focus where one goes on."""
        recording = self._stack.currentIndex() == 0
        (self.record if recording else self.files.choose).setFocus()

    def show_now(self) -> None:
        """Show the project."""
        project = self._model.project
        if project is None:
            return
        self.mode.set_value(project.mode)
        self._stack.setCurrentIndex(1 if project.mode == "files" else 0)
        self.progress.show_seconds(project.speech_s)
        self.prompter.show_now()
        self.takes.show_now()
        self._show_verdict()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(MARGIN)
        head.addWidget(self.mode)
        head.addWidget(self.progress, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.record)
        row.addWidget(self.verdict, 1)
        listening, column = panel(margin=12)
        column.addWidget(self.picture, 1)
        column.addLayout(row)
        recording = QWidget()
        column = QVBoxLayout(recording)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.prompter, 4)
        column.addWidget(listening, 5)
        self._stack.addWidget(recording)
        self._stack.addWidget(self.files)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addLayout(head)
        left.addWidget(self._stack, 1)
        self.takes.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.takes.setMinimumWidth(264)
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(GAP)
        page.addLayout(left, 5)
        page.addWidget(self.takes, 2)

    def _on_space(self) -> None:
        project = self._model.project
        if project is not None and project.mode != "files":
            self.record.click()

    def _on_mode(self, mode: Mode) -> None:
        if self._model.capture.state != "recording":
            self._model.set_mode(mode)
            self.take_focus()
        self.show_now()

    def _show_verdict(self, _state: str = "") -> None:
        model = self._model
        verdict = model.verdict
        if model.capture.state == "recording":
            free = model.project is not None and model.project.mode == "free"
            said = tr("Read the sentence, then press Space.")
            self.verdict.show_verdict("", tr("Speak, then press Space.") if free else said)
        elif model.checking or model.capture.state == "stopping":
            self.verdict.show_verdict("", tr("Listening to the take \N{HORIZONTAL ELLIPSIS}"))
        elif verdict is None:
            more = (tr("It is judged at once, and you can listen to it at the right."),)
            self.verdict.show_verdict("", tr("Press Space and speak."), more)
        elif verdict.accepted:
            measured = figures(verdict.measures, verdict.seconds)
            title = tr("Accepted: {figures}.", figures=measured)
            level = "fair" if verdict.sentences else "good"
            self.verdict.show_verdict(level, title, verdict.sentences)
        else:
            self.verdict.show_verdict("poor", tr("Once more, please."), verdict.sentences)


def figures(measures: Mapping[str, float], seconds: float) -> str:
    """Return the measures of an accepted take in words."""
    known = [tr(text, value=measures[name]) for name, text in FIGURES if name in measures]
    if measures.get("text_matches") == 1.0:
        known.append(tr("the words as shown"))
    return tr(", ").join(known or [f"{seconds:.1f} s"]).replace("-", "\N{MINUS SIGN}")
