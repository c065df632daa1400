"""Training in the wizard: a job made of the accepted takes, its stages, curves and end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from syrinx.app.clone.project import CloneProject, ProjectStore
from syrinx.app.clone.training_job import TrainingJob, read_job, read_state, write_job
from syrinx.app.clone.training_messages import (
    STAGES,
    Event,
    Progress,
    Remark,
    Stage,
    StageChanged,
    TrainingCancelled,
    TrainingFailed,
    TrainingRestarted,
    VoiceStored,
)
from syrinx.app.services.train_client import TrainClient
from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.wizard import WizardModel
from syrinx.dsp.errors import SyrinxError

TrainingState = Literal["idle", "running", "done", "failed"]
JOB_FOLDER = "job"
STAGE_TEXT: dict[Stage, str] = {
    "reading": mark("Reading the takes"),
    "embedding": mark("Listening to the voice"),
    "averaging": mark("Making the first version"),
    "fine-tuning": mark("Fine-tuning"),
    "bank": mark("Collecting typical sounds"),
    "storing": mark("Storing the voice"),
}
_SHARES: dict[Stage, tuple[float, float]] = {
    "reading": (0.0, 0.04),
    "embedding": (0.04, 0.12),
    "averaging": (0.12, 0.14),
    "fine-tuning": (0.14, 0.95),
    "bank": (0.95, 0.99),
    "storing": (0.99, 1.0),
}
assert tuple(_SHARES) == STAGES


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvePoint:
    """One step of fine-tuning; None where nothing was measured."""

    step: int
    loss: float | None
    held_out: float | None
    similarity: float | None


class TrainingModel(QObject):
    """Makes the voice of the wizard's project.

    Parameters
    ----------
    wizard
        Knows the project.
    client
        The training process.
    live
        Tells whether a live stream runs, to which the training leaves a core.
    free_id
        Returns an id for a name that no voice of the library has.
    """

    changed = Signal()
    finished = Signal(str)
    """Id of the voice that was stored."""

    def __init__(
        self,
        wizard: WizardModel,
        client: TrainClient,
        live: LiveModel,
        free_id: Callable[[str], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._wizard, self._client, self._live = wizard, client, live
        self._free_id = free_id
        self._project: str | None = None
        self._clear()
        client.event_received.connect(self._on_event)
        live.state_changed.connect(self._on_live_changed)
        wizard.changed.connect(self._on_project_changed)

    def _clear(self) -> None:
        self.state: TrainingState = "idle"
        self.stage: Stage | None = None
        self.share = 0.0
        self.left_s: float | None = None
        self.curve: list[CurvePoint] = []
        self.steps = 0
        self.remarks: tuple[str, ...] = ()
        self.problem = ""
        self.result: VoiceStored | None = None

    @property
    def voice_id(self) -> str:
        """The voice that was made; "" = none yet."""
        return self._wizard.project.voice_id if self._wizard.project is not None else ""

    @property
    def stage_text(self) -> str:
        """What is being done, in words."""
        return tr(STAGE_TEXT[self.stage]) if self.stage is not None else ""

    @property
    def resumable(self) -> bool:
        """Whether a training of this project was cut off and can go on."""
        project = self._wizard.project
        if project is None or self.state == "running":
            return False
        folder = self._folder(project)
        try:
            job = read_job(folder)
            same = job == self._job(project, job.voice_id)  # not without consent
        except SyrinxError:
            return False
        return same and read_state(folder).status == "running"

    def start(self) -> None:
        """Make the voice of the accepted takes; go on where it was cut off."""
        project = self._wizard.project
        if project is None or self.state == "running":
            return
        goes_on = self.resumable
        self._clear()
        try:
            folder = self._folder(project)
            if not goes_on:
                voice_id = project.voice_id or self._free_id(project.name)
                write_job(folder, self._job(project, voice_id))
            self._project = project.id
        except SyrinxError as error:
            self.state, self.problem = "failed", str(error)
            self.changed.emit()
            return
        self.state = "running"
        self.changed.emit()
        self._client.set_live(self._live.state != "stopped")
        self._client.start(folder)

    def cancel(self) -> None:
        """End it and keep the best so far."""
        if self.state == "running":
            self._client.cancel()

    def close(self) -> None:
        """The window closes: the training stops and can go on later."""
        self._client.close()

    # ---- inside ----

    @property
    def _store(self) -> ProjectStore:
        return self._wizard.store

    def _folder(self, project: CloneProject) -> Path:
        return self._store.folder(project.id) / JOB_FOLDER

    def _job(self, project: CloneProject, voice_id: str) -> TrainingJob:
        consent = project.consent
        if consent is None:
            raise SyrinxError(tr("The statement of consent must be recorded first."))
        paths = tuple(str(self._store.path_of(project, take.file)) for take in project.accepted)
        return TrainingJob(
            name=project.name,
            recordings=paths,
            consent=f"{project.speaker or project.name} read the statement on {consent.date}: "
            f"{consent.statement}",
            voice_id=voice_id,
            colour=project.colour,
            language=project.language,
            speaker=project.speaker,
            consent_record={
                "statement": consent.statement,
                "language": project.language,
                "speaker": project.speaker or project.name,
                "date": consent.date,
                "checked": consent.compared,
            },
            consent_audio=str(self._store.path_of(project, consent.file)),
            picture=str(self._store.picture_of(project) or ""),
            replace=bool(project.voice_id),
        )

    def _on_event(self, event: Event) -> None:
        if self.state != "running":
            return
        match event:
            case StageChanged():
                low, high = _SHARES[event.stage]
                self.stage = event.stage
                self.share = max(self.share, low + (high - low) * event.share)
            case Progress():
                self._on_progress(event)
            case Remark():
                self.remarks = (*self.remarks, event.text)
            case VoiceStored():
                self._on_stored(event)
            case TrainingCancelled():
                if event.stored is not None:
                    self._end(event.stored)
                else:
                    self.state = "idle"
            case TrainingRestarted():
                self.remarks = (*self.remarks, event.message)
            case TrainingFailed():
                self.state, self.problem = "failed", event.message
        self.changed.emit()

    def _on_progress(self, event: Progress) -> None:
        low, high = _SHARES["fine-tuning"]
        self.stage, self.steps, self.left_s = "fine-tuning", event.steps, event.left_s
        self.share = max(self.share, low + (high - low) * event.step / max(1, event.steps))
        point = CurvePoint(
            step=event.step, loss=event.loss, held_out=event.held_out, similarity=event.similarity
        )
        # After a restart the process goes on from a step that was told already.
        self.curve = [p for p in self.curve if p.step < point.step or point.step == 0]
        self.curve.append(point)

    def _on_stored(self, event: VoiceStored) -> None:
        if event.provisional:
            self.result = event
            self._remember(event.voice_id)
        else:
            self._end(event)

    def _end(self, stored: VoiceStored) -> None:
        self.state, self.result, self.share, self.left_s = "done", stored, 1.0, 0.0
        self._remember(stored.voice_id)
        self.finished.emit(stored.voice_id)

    def _remember(self, voice_id: str) -> None:
        """Write the voice's id into the project that it was made of, whichever is shown now."""
        if self._project is None:
            return
        try:
            shown = self._wizard.project
            if shown is not None and shown.id == self._project:
                self._wizard.set_voice(voice_id)
            else:
                project = self._store.load(self._project)
                self._store.save(replace(project, voice_id=voice_id))
        except SyrinxError as error:
            self.remarks = (*self.remarks, str(error))

    def _on_live_changed(self, state: str) -> None:
        self._client.set_live(state != "stopped")

    def _on_project_changed(self) -> None:
        """Another project is shown: what was said of the one before is void."""
        project = self._wizard.project
        if self.state != "running" and project is not None and project.id != self._project:
            self._project = project.id
            self._clear()
            self.changed.emit()
