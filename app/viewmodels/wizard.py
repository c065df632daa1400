"""The clone wizard as a model: who and consent, the room, the takes; training and listening follow.

Everything that is decided goes into the project on disk at once (`ProjectStore`), so that the
wizard can be left at any moment.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal

from syrinx.app.clone.checking import (
    CheckTake,
    CutFiles,
    CutProgress,
    FilesCut,
    Heard,
    PieceCut,
    Refused,
    TakeChecked,
)
from syrinx.app.clone.odd_takes import put_odd_aside
from syrinx.app.clone.project import PAGES, CloneProject, Mode, Page, ProjectStore
from syrinx.app.clone.prompts import Prompt, PromptBook, spoken_date
from syrinx.app.services.checking_client import CheckingClient
from syrinx.app.translation import tr
from syrinx.app.viewmodels.capture import CaptureModel
from syrinx.app.viewmodels.message import Message
from syrinx.app.viewmodels.wizard_takes import Patience, consent_of, take_of
from syrinx.dsp.errors import SyrinxError

LEAST_S, ENOUGH_S, BEST_S = 10.0, 30.0, 180.0
"""Seconds of speech: the least to go on with, what gives a usable voice, and a good one."""
Purpose = Literal["consent", "take"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the last check said, in words."""

    accepted: bool
    sentences: tuple[str, ...]
    seconds: float
    measures: Mapping[str, float] = field(default_factory=dict)


class WizardModel(QObject):
    """The pages up to the takes.

    Parameters
    ----------
    store
        The voices in the making.
    capture
        The microphone.
    checking
        Checks recordings in a process of its own.
    prompts_of
        Returns what is to be read in a language.
    """

    changed = Signal()
    page_changed = Signal(str)
    checking_changed = Signal()
    verdict_given = Signal(object)
    cutting_changed = Signal()
    message_posted = Signal(object)
    voice_discarded = Signal(str)
    """Id of a voice of the library that is not wanted."""

    def __init__(
        self,
        store: ProjectStore,
        capture: CaptureModel,
        checking: CheckingClient,
        prompts_of: Callable[[str], PromptBook],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.store, self.capture = store, capture
        self._checking, self._prompts_of = checking, prompts_of
        self.project: CloneProject | None = None
        self.verdict: Verdict | None = None
        self.cut_share: float | None = None
        self.cut_remarks: tuple[str, ...] = ()
        self._purpose: Purpose = "take"
        self._recording: Path | None = None
        self._checked: dict[int, tuple[Purpose, Path, Prompt | None]] = {}
        self._patience = Patience()
        self._cutting: int | None = None
        capture.recorded.connect(self._on_recorded)
        capture.failed.connect(lambda text: self._post("error", text))
        checking.answered.connect(self._on_answer)

    # ---- projects ----

    def unfinished(self) -> Sequence[CloneProject]:
        """Return the voices in the making; damaged ones are told about."""
        for sentence in self.store.problems():
            self._post("warning", sentence)
        return self.store.list()

    def begin(
        self, name: str, *, speaker: str, language: str, colour: str, own: bool = True
    ) -> bool:
        """Begin a voice, or change what is known of the present one; False when refused.

        A statement that was read for another speaker or in another language counts no more.
        """
        values: dict[str, Any] = {
            "speaker": speaker.strip(), "language": language, "colour": colour, "own": own,
        }  # fmt: skip
        project = self.project
        if project is not None:
            other = (project.speaker, project.language) != (values["speaker"], language)
            if other and project.consent is not None:
                values["consent"] = None
                self._post(
                    "info", tr("The statement says something else now: it must be read again.")
                )
            if other:
                self.verdict = None
            return self._change(name=name.strip(), **values)
        try:
            self.project = self.store.create(name, **values)
        except SyrinxError as error:
            self._post("error", str(error))
            return False
        self.changed.emit()
        return True

    def set_picture(self, data: bytes | None) -> None:
        """Give the voice a picture (PNG or JPEG), or take it away."""
        self._keep(lambda project: self.store.set_picture(project, data))

    def prepare(self) -> None:
        """Get ready to check: somebody is about to record."""
        self._checking.prepare()

    def resume(self, id_: str) -> None:
        """Go on with a voice in the making, where it was left."""
        try:
            self.project = self.store.load(id_)
        except SyrinxError as error:
            self._post("error", str(error))
            return
        self.verdict = None
        self.changed.emit()
        self.page_changed.emit(self.project.page)

    def discard(self, id_: str, *, made: bool = False) -> None:
        """Delete a voice in the making and its recordings; ``made``: also the voice they gave."""
        try:
            voice_id = self.store.load(id_).voice_id if made else ""
            self.store.remove(id_)
        except SyrinxError as error:
            self._post("error", str(error))
        else:
            if voice_id:
                self.voice_discarded.emit(voice_id)
        if self.project is not None and self.project.id == id_:
            self.leave()
        self.changed.emit()

    def leave(self) -> None:
        """Go back to the list; everything is kept."""
        self._stop()
        self.project = None
        self.verdict = None
        self.changed.emit()

    def close(self) -> None:
        """Stop what runs: the window closes."""
        self._stop()

    # ---- pages ----

    @property
    def page(self) -> Page:
        """Where the wizard is."""
        return self.project.page if self.project is not None else "who"

    def why_not_on(self) -> str:
        """Say what is missing before the next page; "" when nothing is."""
        project = self.project
        if project is None:
            return tr("Give the voice a name first.")
        if project.page == "who" and project.consent is None:
            return tr("The statement of consent must be read and recorded first.")
        if project.page == "takes" and project.speech_s < LEAST_S:
            missing = LEAST_S - project.speech_s
            return tr("{missing:.0f} more seconds of accepted speech are needed.", missing=missing)
        if project.page == "training" and not project.voice_id:
            return tr("The voice must be made first.")
        return ""

    def go(self, page: Page) -> None:
        """Show a page: an earlier one, or the next when nothing is missing."""
        project = self.project
        if project is None or page == project.page:
            return
        ahead = PAGES.index(page) - PAGES.index(project.page)
        if ahead > 1 or (ahead == 1 and self.why_not_on()):
            return
        self._stop_work()
        self.verdict = None
        self._change(page=page)
        self.page_changed.emit(page)

    def set_room(self, room: Mapping[str, Any]) -> None:
        """Keep what the room check found."""
        self._change(room=dict(room))

    def set_voice(self, voice_id: str) -> None:
        """Remember the voice that was made of the takes."""
        self._change(voice_id=voice_id)

    # ---- prompts ----

    @property
    def prompts(self) -> PromptBook:
        """What is to be read, in the language of the project."""
        return self._prompts_of(self.project.language if self.project else "en")

    @property
    def prompt(self) -> Prompt | None:
        """What is to be read now; None in free speech."""
        project = self.project
        if project is None or project.mode != "prompts":
            return None
        sentences = self.prompts.prompts
        return sentences[project.prompt % len(sentences)]

    @property
    def statement(self) -> str:
        """The statement of consent, with the names filled in."""
        project = self.project
        return "" if project is None else self.statement_of(project.speaker or project.name)

    def statement_of(self, speaker: str) -> str:
        """The statement of consent as ``speaker`` reads it."""
        book = self.prompts
        return book.consent(speaker, spoken_date(book.language, time.localtime()))

    def step_prompt(self, step: int) -> None:
        """Show the next sentence, or the one before."""
        if self.project is not None and self.capture.state == "open":
            count = len(self.prompts.prompts)
            self.verdict = None
            self._change(prompt=(self.project.prompt + step) % count)

    def set_mode(self, mode: Mode) -> None:
        """Read prompts, speak freely or take files."""
        if self.project is not None and mode != self.project.mode:
            self.verdict = None
            self._change(mode=mode)

    # ---- recording ----

    @property
    def checking(self) -> bool:
        """Whether a recording is being checked."""
        return bool(self._checked)

    def press(self, purpose: Purpose) -> None:
        """The one key: record, or stop."""
        if self.project is None:
            return
        if self.capture.state == "recording":
            self.capture.finish()
        elif self.capture.state == "open" and not self.checking:
            self._purpose, self.verdict = purpose, None
            try:
                self._recording = self.store.new_recording(self.project)
            except SyrinxError as error:
                self._post("error", str(error))
                return
            self.capture.record(self._recording)
            self.changed.emit()

    def drop(self, file: str) -> None:
        """Delete a take."""
        if self.project is not None:
            self._keep(lambda project: self.store.drop_take(project, file))

    def play(self, file: str) -> None:
        """Play a take or the consent; the one that plays is stopped."""
        if self.project is None:
            return
        path = self.store.path_of(self.project, file)
        if self.capture.clip == path:
            self.capture.stop_clip()
        else:
            self.capture.play(path)

    # ---- files ----

    def add_files(self, paths: Sequence[Path]) -> None:
        """Cut files into takes, in the background."""
        if self.project is None or self._cutting is not None or not paths:
            return
        folder = self.store.takes_folder(self.project.id)
        others = self._heard(self.project)
        self.cut_share, self.cut_remarks = 0.0, ()
        self._cutting = self._checking.ask(
            lambda token: CutFiles(
                token=token,
                paths=tuple(str(path) for path in paths),
                folder=str(folder),
                others=others,
            )
        )
        self.cutting_changed.emit()

    def cancel_files(self) -> None:
        """Stop cutting; the takes that are there stay."""
        if self._cutting is not None:
            self._checking.cancel()
            self._checked.clear()
            self._end_cutting((tr("Stopped; what was found until then is kept."),))

    # ---- inside ----

    def _on_recorded(self, path: Path, _seconds: float) -> None:
        if path != self._recording:
            return  # of another page
        self._recording, project = None, self.project
        if project is None:
            path.unlink(missing_ok=True)
            return
        purpose, prompt = self._purpose, self.prompt
        if purpose == "consent":
            text = self.statement
            others = self._heard(replace(project, consent=None))
        else:
            text = prompt.text if prompt is not None else ""
            others = self._heard(project)
        lenient = self._patience.is_over(text)
        token = self._checking.ask(
            lambda token: CheckTake(
                token=token, path=str(path), text=text, language=project.language,
                others=others, lenient=lenient,
            )
        )  # fmt: skip
        self._checked[token] = (purpose, path, prompt if purpose == "take" else None)
        self.checking_changed.emit()

    @staticmethod
    def _heard(project: CloneProject) -> tuple[Heard, ...]:
        """Who spoke so far: takes must sound like each other, and like who consented."""
        takes = [
            (take.embedding, take.measures.get("f0_median_hz", 0.0))
            for take in project.accepted
            if take.embedding
        ]
        consent = project.consent
        if consent is not None and consent.embedding:
            takes.append((consent.embedding, consent.f0_hz))
        return tuple(takes)

    def _on_answer(self, answer: object) -> None:
        match answer:
            case TakeChecked() if answer.token in self._checked:
                self._on_checked(answer)
            case PieceCut() if answer.token == self._cutting:
                self._on_piece(answer)
            case CutProgress() if answer.token == self._cutting:
                self.cut_share = answer.done_s / max(answer.total_s, 1e-6)
                self.cutting_changed.emit()
            case FilesCut() if answer.token == self._cutting:
                self._end_cutting(answer.remarks)
            case Refused():
                self._on_refused(answer)

    def _on_checked(self, answer: TakeChecked) -> None:
        purpose, path, prompt = self._checked.pop(answer.token)
        take = take_of(answer, prompt=prompt)
        self._patience.hear(self.statement if purpose == "consent" else take.text, answer)
        if purpose == "consent":
            self._on_consent(path, answer)
        elif answer.accepted:
            kept = self._keep(lambda project: self.store.add_take(project, path, take))
            self._put_odd_aside()
            if kept and self.project is not None and prompt is not None:
                count = len(self.prompts.prompts)
                self._change(prompt=(self.project.prompt + 1) % count)
        else:
            path.unlink(missing_ok=True)
        self._give(
            Verdict(
                accepted=answer.accepted,
                sentences=answer.problems or answer.remarks,
                seconds=answer.seconds,
                measures=answer.measures,
            )
        )

    def _put_odd_aside(self) -> None:
        project = self.project
        if project is None:
            return
        changed = put_odd_aside(project)
        fewer = len(project.accepted) - len(changed.accepted)
        if fewer and self._keep(lambda _: self.store.save(changed)):
            text = tr("An earlier take sounds like another person: left out, see the list.")
            if fewer > 1:
                text = tr(
                    "{count} earlier takes sound like another person: left out, see the list.",
                    count=fewer,
                )
            self._post("warning", text)

    def _on_consent(self, path: Path, answer: TakeChecked) -> None:
        if not answer.accepted:
            path.unlink(missing_ok=True)
            return
        consent = consent_of(answer, self.statement)
        self._keep(lambda project: self.store.set_consent(project, path, consent))

    def _on_piece(self, answer: PieceCut) -> None:
        take = replace(take_of(answer.take), origin=answer.origin)
        self._keep(lambda project: self.store.add_take(project, Path(answer.path), take))

    def _on_refused(self, answer: Refused) -> None:
        if answer.token in self._checked:
            _, path, _ = self._checked.pop(answer.token)
            path.unlink(missing_ok=True)
            self._give(Verdict(accepted=False, sentences=(answer.message,), seconds=0.0))
        elif answer.token == self._cutting:
            self._end_cutting((answer.message,))

    def _give(self, verdict: Verdict) -> None:
        self.verdict = verdict
        self.verdict_given.emit(verdict)
        self.checking_changed.emit()

    def _end_cutting(self, remarks: tuple[str, ...]) -> None:
        self._cutting, self.cut_share, self.cut_remarks = None, None, remarks
        self.cutting_changed.emit()

    def _stop(self) -> None:
        self._stop_work()
        self.capture.close()
        self._checking.close()  # its models take 100 MB that nobody needs now

    def _stop_work(self) -> None:
        """End what belongs to a page; the microphone is the next page's, too."""
        if self.capture.state == "recording":
            self.capture.finish()
        self.capture.stop_clip()
        self._checking.cancel()
        self._checked.clear()
        if self._cutting is not None:
            self._end_cutting(())

    def _change(self, **values: Any) -> bool:
        return self._keep(lambda project: self.store.save(replace(project, **values)))

    def _keep(self, work: Callable[[CloneProject], CloneProject]) -> bool:
        """Change the project on disk; False, with a message, when the disk refuses."""
        if self.project is None:
            return False
        try:
            self.project = work(self.project)
        except SyrinxError as error:
            self._post("error", str(error))
            return False
        finally:
            self.changed.emit()
        return True

    def _post(self, level: Literal["error", "warning", "info"], text: str) -> None:
        self.message_posted.emit(Message(level=level, text=text))
