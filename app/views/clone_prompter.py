"""What is to be read or talked about, in large text."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout

from syrinx.app.translation import tr
from syrinx.app.viewmodels.wizard import WizardModel
from syrinx.app.views.clone_parts import tab_only
from syrinx.app.views.parts import label, restyle
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, MARGIN, UNIT

LONG_TEXT = 90


class Prompter(QFrame):
    """The sentence with its reading below, or a topic; arrows go on and back."""

    def __init__(self, model: WizardModel, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._model, self._theme = model, theme
        self._topic = 0
        self.number = label("", "section")
        self.text = label("", "sentence", wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
        self.reading = label("", "reading", wrap=True)
        self.reading.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.before, self.after = QToolButton(), QToolButton()
        for made, name, tooltip in (
            (self.before, tr("Sentence before"), tr("Sentence before (Left)")),
            (self.after, tr("Next sentence"), tr("Next sentence (Right)")),
        ):
            made.setProperty("role", "plain")
            made.setIconSize(QSize(20, 20))
            made.setAccessibleName(name)
            made.setToolTip(tooltip)
            tab_only(made)
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        texts = QVBoxLayout()
        texts.setSpacing(UNIT)
        texts.addWidget(self.number, alignment=Qt.AlignmentFlag.AlignHCenter)
        texts.addStretch(1)
        texts.addWidget(self.text)
        texts.addWidget(self.reading)
        texts.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, 12, GAP, MARGIN)
        row.setSpacing(GAP)
        row.addWidget(self.before)
        row.addLayout(texts, 1)
        row.addWidget(self.after)
        theme.changed.connect(self._paint_icons)
        model.capture.state_changed.connect(self.show_now)
        self._paint_icons()

    def step(self, step: int) -> None:
        """Show the next sentence or topic, or the one before."""
        project = self._model.project
        if project is None or self._model.capture.state in ("recording", "stopping"):
            return
        if project.mode == "free":
            self._topic += step
            self.show_now()
        else:
            self._model.step_prompt(step)

    def show_now(self, _state: str = "") -> None:
        """Show what the project's mode asks for."""
        model = self._model
        project = model.project
        if project is None:
            return
        prompt = model.prompt
        if prompt is not None:
            count = len(model.prompts.prompts)
            number, text, reading = project.prompt % count, prompt.text, prompt.pinyin
            head = tr("READ ALOUD  {number} / {count}", number=number + 1, count=count)
        else:
            topics = model.prompts.topics
            number = self._topic % max(1, len(topics))
            text = topics[number] if topics else tr("Talk about what you like.")
            head = tr("TALK ABOUT")
            reading = tr("In whole sentences, as you speak; up to half a minute.")
        self.number.setText(head)
        self.text.setText(text)
        self.reading.setText(reading)
        self.reading.setVisible(bool(reading))
        long = len(text) > LONG_TEXT
        if bool(self.text.property("long")) != long:
            self.text.setProperty("long", long)
            restyle(self.text)
        busy = model.capture.state in ("recording", "stopping")
        for made in (self.before, self.after):
            made.setEnabled(not busy)

    def _paint_icons(self) -> None:
        self.before.setIcon(self._theme.icon("back", "text"))
        self.after.setIcon(self._theme.icon("forward", "text"))
