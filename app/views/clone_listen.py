"""The fifth step: an own sentence before and after, how alike, and to keep the voice."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from syrinx.app.translation import tr
from syrinx.app.viewmodels.clone_listen import ListenModel
from syrinx.app.viewmodels.wizard import WizardModel
from syrinx.app.views.clone_capture import InputPicture
from syrinx.app.views.clone_clip import ClipView
from syrinx.app.views.clone_files import SOUND_FILES
from syrinx.app.views.clone_likeness import LikenessScale
from syrinx.app.views.clone_parts import PageKeys, RecordButton, VerdictCard, button, clock
from syrinx.app.views.parts import header, label, panel
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, MARGIN


class ListenPage(QWidget):
    """Record or choose a sentence at the left; both players; the likeness at the right."""

    discarded = Signal()

    def __init__(
        self, model: WizardModel, listen: ListenModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model, self._listen = model, listen
        self.source = ClipView(
            theme,
            title=tr("BEFORE"),
            colour_map="cool_map",
            empty=tr("Your own sentence appears here."),
        )
        self.converted = ClipView(
            theme, title=tr("AFTER"), colour_map="warm_map", empty=tr("The same in the new voice.")
        )
        self.picture = InputPicture(model.capture, theme)
        self.record = RecordButton(theme)
        self.file = button(tr("Use a file"), tooltip=tr("Convert a sound file instead"))
        self.state = VerdictCard(theme)
        self.scale = LikenessScale(theme)
        self.words = label("", "title", wrap=True)
        self.before = label("", "muted", wrap=True)
        self.pitch = label("", "muted", wrap=True)
        self.save = button(tr("Save and use this voice live"), role="primary")
        self.save.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.discard = button(tr("Discard"), tooltip=tr("Delete this voice and its recordings"))
        self.really = button(tr("Delete everything"), role="danger")
        self.keep = button(tr("Keep"))
        self._question = label(
            tr("Delete the voice and its recordings for good?"), "text", wrap=True
        )
        self._build()
        keys = PageKeys(self)
        keys.let(self.record)
        keys.add("Space", self.record.click)
        self.record.fired.connect(self._on_record)
        self.file.clicked.connect(self._on_file)
        self.source.play_pressed.connect(listen.play_source)
        self.converted.play_pressed.connect(listen.play_converted)
        self.save.clicked.connect(listen.finish)
        self.discard.clicked.connect(lambda: self._ask(True))
        self.keep.clicked.connect(lambda: self._ask(False))
        self.really.clicked.connect(self._on_discard)
        listen.changed.connect(self.show_now)
        model.capture.state_changed.connect(self.show_now)
        model.capture.clip_changed.connect(self._show_places)
        self._ask(False)

    def refresh(self) -> None:
        """Show what moves."""
        self.picture.refresh()
        self._show_record()

    def take_focus(self) -> None:
        """Put the focus where one goes on."""
        self._ask(False)
        self.record.setFocus()

    def show_now(self, _state: str = "") -> None:
        """Show the sentence, what became of it, and what it says of the voice."""
        listen = self._listen
        self.source.show_file(listen.source)
        self.converted.show_file(listen.converted)
        self._show_record()
        self._show_places()
        likeness, before = listen.similarity, listen.source_similarity
        self.scale.show_value(likeness, before)
        self.words.setText(listen.words.capitalize() or tr("Not measured yet"))
        self.before.setText(
            tr(
                "Likeness {likeness:.2f} of 1 to the speaker; your own voice has {before:.2f}.",
                likeness=likeness,
                before=before,
            )
            if likeness is not None and before is not None
            else tr("Record a sentence to hear and measure how alike it is.")
        )
        shift = listen.pitch_semitones
        self.pitch.setVisible(shift is not None)
        if shift is not None:
            self.pitch.setText(pitch_text(shift))

    def _show_record(self) -> None:
        listen, capture = self._listen, self._model.capture
        if capture.state == "recording":
            time = clock(capture.recording_s)
            self.record.show_state(time, tr("Space: stop"), recording=True, ready=True)
            self.state.show_verdict("", tr("Say a sentence or two, then press Space."))
        elif listen.state == "converting":
            title = tr("Converting\N{HORIZONTAL ELLIPSIS}")
            self.record.show_state(title, tr("One moment"), recording=False, ready=False)
            self.state.show_verdict("", tr("The sentence is put into the new voice."))
        else:
            closed = capture.state == "closed"
            title = tr("Open again") if closed else tr("Record")
            hint = tr("Microphone closed") if closed else tr("Space: record")
            ready = capture.state in ("open", "closed")
            self.record.show_state(title, hint, recording=False, ready=ready)
            if listen.problem:
                self.state.show_verdict("poor", tr("That did not work."), (listen.problem,))
            elif listen.converted is not None:
                self.state.show_verdict(
                    "good", tr("Listen to both."), (tr("Or say something else."),)
                )
            else:
                self.state.show_verdict("", tr("Say a sentence, in your own voice."))
        self.file.setEnabled(listen.state != "converting" and capture.state != "recording")

    def _show_places(self) -> None:
        capture = self._model.capture
        for view, path in (
            (self.source, self._listen.source), (self.converted, self._listen.converted)
        ):  # fmt: skip
            playing = path is not None and capture.clip == path
            view.show_place(capture.clip_s if playing else None)

    def _on_record(self) -> None:
        if self._model.capture.state == "closed":
            self._model.capture.open()
        else:
            self._listen.press()

    def _on_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("A sentence"), "", tr(SOUND_FILES))
        if name:
            self._listen.take_file(Path(name))

    def _ask(self, asking: bool) -> None:
        for widget in (self._question, self.really, self.keep):
            widget.setVisible(asking)
        for widget in (self.save, self.discard, self.before):
            widget.setVisible(not asking)

    def _on_discard(self) -> None:
        if self._model.project is not None:
            self._model.discard(self._model.project.id, made=True)

    def _build(self) -> None:
        speak, column = panel(margin=12)
        column.addWidget(self.picture, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.record)
        row.addWidget(self.state, 1)
        row.addWidget(self.file)
        column.addLayout(row)
        players = QHBoxLayout()
        players.setSpacing(GAP)
        players.addWidget(self.source, 1)
        players.addWidget(self.converted, 1)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(speak, 2)
        left.addLayout(players, 3)
        result, column = panel(margin=MARGIN)
        column.addLayout(header(tr("LIKENESS")))
        for widget in (self.words, self.scale, self.before):
            column.addWidget(widget)
        column.addSpacing(GAP)
        column.addWidget(self.pitch)
        column.addStretch(1)
        for widget in (self._question, self.save, self.discard, self.really, self.keep):
            column.addWidget(widget)
        result.setFixedWidth(280)
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(GAP)
        page.addLayout(left, 1)
        page.addWidget(result)


def pitch_text(semitones: float) -> str:
    """Return the proposal for the pitch in words."""
    if abs(semitones) < 0.5:
        return tr("Pitch: none needed, your voices lie equally high.")
    if semitones > 0:
        return tr(
            "Pitch: {shift:.1f} semitones up; the Live area does it by itself (Auto).",
            shift=semitones,
        )
    return tr(
        "Pitch: {shift:.1f} semitones down; the Live area does it by itself (Auto).",
        shift=-semitones,
    )
