"""The last page of the wizard: an own sentence, the same in the new voice, and how alike it is."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from syrinx.app.clone.checking import ConvertSample, Refused, SampleConverted
from syrinx.app.services.checking_client import CheckingClient
from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.capture import CaptureModel
from syrinx.app.viewmodels.message import Message
from syrinx.app.viewmodels.wizard import WizardModel
from syrinx.dsp.errors import SyrinxError

ListenState = Literal["empty", "recording", "converting", "ready", "failed"]
WORDS = (
    (0.7, mark("as alike as recordings of the speaker are")),
    (0.55, mark("clearly alike")),
    (0.35, mark("somewhat alike")),
    (-1.0, mark("hardly alike")),
)
"""Cosines of the own speaker encoder. Of four dev speakers, their own recordings have 0.74 to 0.83,
conversions to fine-tuned voices 0.56 to 0.64, to averaged ones 0.44 to 0.65, strangers 0."""


class ListenModel(QObject):
    """Records or takes a sentence, converts it, plays both.

    Parameters
    ----------
    wizard
        Knows the voice in the making.
    """

    changed = Signal()
    kept = Signal(str)
    """Id of the voice that shall be used."""

    def __init__(
        self,
        wizard: WizardModel,
        capture: CaptureModel,
        checking: CheckingClient,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._wizard, self._capture, self._checking = wizard, capture, checking
        self._recording: Path | None = None
        self._token: int | None = None
        self.reset()
        capture.recorded.connect(self._on_recorded)
        checking.answered.connect(self._on_answer)
        wizard.page_changed.connect(lambda _page: self.reset())

    def reset(self) -> None:
        """Forget what was recorded and converted."""
        self.state: ListenState = "empty"
        self.source: Path | None = None
        self.converted: Path | None = None
        self.similarity: float | None = None
        self.source_similarity: float | None = None
        self.pitch_semitones: float | None = None
        self.problem = ""
        self.changed.emit()

    @property
    def words(self) -> str:
        """The likeness in words; "" while it is not known."""
        if self.similarity is None:
            return ""
        return tr(next(text for least, text in WORDS if self.similarity >= least))

    def press(self) -> None:
        """Record an own sentence, or stop; it is converted then."""
        project = self._wizard.project
        if project is None:
            return
        if self._capture.state == "recording":
            self._capture.finish()
        elif self._capture.state == "open" and self.state != "converting":
            try:
                self._recording = self._wizard.store.new_recording(project)
            except SyrinxError as error:
                self._fail(str(error))
                return
            self._capture.record(self._recording)
            self.state = "recording"
            self.changed.emit()

    def take_file(self, path: Path) -> None:
        """Use a sound file instead."""
        self.source = path
        self.convert()

    def convert(self) -> None:
        """Convert the source with the voice that was made."""
        project, source = self._wizard.project, self.source
        if project is None or source is None or not project.voice_id:
            return
        target = self._wizard.store.takes_folder(project.id) / f"converted-{source.stem}.wav"
        self.state, self.problem = "converting", ""
        self._token = self._checking.ask(
            lambda token: ConvertSample(
                token=token, source=str(source), target=str(target), voice_id=project.voice_id
            )
        )
        self.changed.emit()

    def play_source(self) -> None:
        """Play the sentence as it was; stop it when it plays."""
        self._toggle(self.source)

    def play_converted(self) -> None:
        """Play it in the new voice; stop it when it plays."""
        self._toggle(self.converted)

    def finish(self) -> None:
        """Keep the voice and use it."""
        project = self._wizard.project
        if project is not None and project.voice_id:
            voice_id = project.voice_id
            self._wizard.leave()
            self.kept.emit(voice_id)

    # ---- inside ----

    def _toggle(self, path: Path | None) -> None:
        if path is None:
            return
        if self._capture.clip == path:
            self._capture.stop_clip()
        else:
            self._capture.play(path)

    def _on_recorded(self, path: Path, _seconds: float) -> None:
        if path == self._recording:
            self._recording = None
            self.take_file(path)

    def _on_answer(self, answer: object) -> None:
        if getattr(answer, "token", None) != self._token:
            return
        match answer:
            case SampleConverted():
                self._token = None
                self.state, self.converted = "ready", Path(answer.path)
                self.similarity = answer.similarity
                self.source_similarity = answer.source_similarity
                self.pitch_semitones = answer.pitch_semitones
                self.changed.emit()
            case Refused():
                self._token = None
                self._fail(answer.message)

    def _fail(self, message: str) -> None:
        self.state, self.problem = "failed", message
        self._wizard.message_posted.emit(Message(level="error", text=message))
        self.changed.emit()
