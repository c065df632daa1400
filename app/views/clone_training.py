"""The fourth step: the voice is made; how far it is, and how well it gets on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from syrinx.app.translation import told, tr
from syrinx.app.viewmodels.wizard import WizardModel
from syrinx.app.views.clone_curves import CurvePlot, Line
from syrinx.app.views.clone_parts import PageKeys, VerdictCard, button, clock
from syrinx.app.views.parts import header, label, panel, restyle
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, MARGIN

if TYPE_CHECKING:
    from syrinx.app.viewmodels.clone_training import TrainingModel


class TrainingPage(QWidget):
    """One button, a bar with the time left, and two plots."""

    def __init__(
        self,
        model: WizardModel,
        training: TrainingModel,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model, self._training = model, training
        self.title = label("", "page")
        self.text = label("", "muted", wrap=True)
        self.start = button(tr("Make the voice"), role="primary")
        self.start.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.cancel = button(tr("Stop and keep the best so far"))
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Training"))
        self.stage = label("", "text")
        self.left = label("", "muted")
        self.loss = CurvePlot(
            theme,
            name=tr("Error"),
            empty=tr("How far the voice is from the takes, while it learns."),
        )
        self.similarity = CurvePlot(
            theme,
            name=tr("Likeness"),
            least_span=0.2,
            empty=tr("How alike the voice is to the speaker, 1 at most."),
        )
        self.verdict = VerdictCard(theme)
        self._build()
        keys = PageKeys(self)
        keys.let(self.start)
        keys.add("Space", self._on_space)
        self.start.clicked.connect(training.start)
        self.cancel.clicked.connect(training.cancel)
        training.changed.connect(self.show_now)
        model.changed.connect(self.show_now)

    def refresh(self) -> None:
        """Nothing moves by itself: the model tells what is new."""

    def take_focus(self) -> None:
        """Put the focus where one goes on."""
        self.start.setFocus()

    def show_now(self) -> None:
        """Show the training."""
        project, training = self._model.project, self._training
        if project is None:
            return
        running = training.state == "running"
        speech = clock(project.speech_s)
        made = bool(training.voice_id)
        if running:
            title = tr("{name} is being made", name=project.name)
            text = tr("You may leave this page and speak with another voice in the Live area.")
            if made:
                text = tr(
                    "A first version is there: go on and listen to it, or wait. "
                    "You may leave this page and speak with another voice in the Live area."
                )
        elif training.state == "failed":
            title = tr("{name} could not be made", name=project.name)
            text = tr("The takes are kept; nothing of them is lost.")
        elif training.state == "done" or made:
            title = tr("{name} is ready", name=project.name)
            text = tr("Go on and listen to it, or make it again after more takes.")
        else:
            title = tr(
                "Make {name} out of {speech} minutes of speech", name=project.name, speech=speech
            )
            text = tr(
                "It takes some minutes on this computer, and nothing leaves it. You can stop early "
                "and keep the best so far."
            )
        self.title.setText(title)
        self.text.setText(text)
        if running and self.start.hasFocus():
            self.setFocus()  # or Space would stop what it has begun
        self.start.setVisible(not running)
        self.start.setText(self._verb(made))
        role = "" if made else "primary"  # once there is a voice, one goes on
        if self.start.property("role") != role:
            self.start.setProperty("role", role)
            restyle(self.start)
        self.cancel.setVisible(running)
        self.bar.setVisible(running)
        self.bar.setValue(round(1000 * training.share))
        self.stage.setText(f"{training.stage_text} \N{HORIZONTAL ELLIPSIS}" if running else "")
        left = training.left_s
        self.left.setText(left_text(left) if running and left is not None else "")
        self._show_verdict()
        self._show_curves()

    def _verb(self, made: bool) -> str:
        if self._training.resumable:
            return tr("Go on with the training")
        if self._training.state == "failed":
            return tr("Try it again")
        return tr("Make it again") if made else tr("Make the voice")

    def _show_verdict(self) -> None:
        training = self._training
        self.verdict.setVisible(bool(training.problem or training.remarks))
        if training.problem:
            self.verdict.show_verdict("poor", told(training.problem))
        elif training.remarks:
            self.verdict.show_verdict("fair", tr("Worth knowing"), training.remarks)

    def _show_curves(self) -> None:
        curve, steps = self._training.curve, self._training.steps

        def points(name: str) -> list[tuple[float, float]]:
            values = ((point.step, getattr(point, name)) for point in curve)
            return [(step, value) for step, value in values if value is not None]

        takes = Line(name=tr("error on the takes"), token="accent", points=points("loss"))
        apart = Line(
            name=tr("on takes kept apart"), token="warning", points=points("held_out"), dashed=True
        )
        self.loss.show_lines((takes, apart), steps)
        alike = Line(name=tr("likeness to the speaker"), token="warm", points=points("similarity"))
        self.similarity.show_lines((alike,), steps)

    def _on_space(self) -> None:
        if self._training.state != "running":
            self.start.click()

    def _build(self) -> None:
        head, column = panel(margin=24, spacing=GAP)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addSpacing(GAP)
        column.addWidget(self.bar)
        row = QHBoxLayout()
        row.setSpacing(MARGIN)
        row.addWidget(self.start)
        row.addWidget(self.stage)
        row.addWidget(self.left)
        row.addStretch(1)
        row.addWidget(self.cancel)
        column.addLayout(row)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(GAP)
        page.addWidget(head)
        page.addWidget(self.verdict)
        plots = QHBoxLayout()
        plots.setSpacing(GAP)
        for text, plot in ((tr("LEARNING"), self.loss), (tr("LIKENESS"), self.similarity)):
            frame, column = panel(margin=MARGIN)
            column.addLayout(header(text))
            column.addWidget(plot, 1)
            plots.addWidget(frame, 1)
        page.addLayout(plots, 1)


def left_text(seconds: float) -> str:
    """Return a time to wait in words."""
    if seconds < 5:
        return tr("A few seconds left")
    if seconds < 100:
        return tr("About {seconds} seconds left", seconds=5 * round(seconds / 5))
    return tr("About {minutes} minutes left", minutes=round(seconds / 60))
