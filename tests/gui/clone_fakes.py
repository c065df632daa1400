"""The clone wizard on fakes: a checking process that answers at once, a training without one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import soundfile
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from syrinx.app.clone.checking import (
    CheckRoom,
    CheckTake,
    ConvertSample,
    CutFiles,
    CutProgress,
    FilesCut,
    PieceCut,
    RoomChecked,
    SampleConverted,
    TakeChecked,
)
from syrinx.app.clone.project import CloneProject, ProjectStore
from syrinx.app.clone.prompts import prompt_book
from syrinx.app.services.checking_client import CheckingClient
from syrinx.app.viewmodels.capture import CaptureModel
from syrinx.app.viewmodels.clone_listen import ListenModel
from syrinx.app.viewmodels.room_check import RoomCheckModel
from syrinx.app.viewmodels.wizard import WizardModel
from syrinx.app.views.clone_view import CloneView

RATE = 48_000
ROOM = {
    "level": "poor",
    "items": [
        {"name": "Level", "level": "good", "figure": "\N{MINUS SIGN}21 dB", "advice": ""},
        {
            "name": "Noise", "level": "fair", "figure": "24 dB below your voice",
            "advice": "A fan is audible: switch it off or move away from it.",
        },
        {"name": "Hum", "level": "good", "figure": "none", "advice": ""},
        {
            "name": "Echo", "level": "poor", "figure": "dies away in 0.6 s",
            "advice": "The walls answer: hang up a blanket, or go where there is carpet.",
        },
        {"name": "Clipping", "level": "good", "figure": "none", "advice": ""},
        {"name": "Sample rate", "level": "good", "figure": "48 kHz", "advice": ""},
    ],
}  # fmt: skip


def write_speech(path: Path, seconds: float = 3.0) -> None:
    """Write something that can be shown: a harmonic tone with a syllable's envelope, stereo."""
    t = np.arange(int(seconds * RATE)) / RATE
    f0 = 140 + 25 * np.sin(2 * np.pi * 0.6 * t)
    phase = 2 * np.pi * np.cumsum(f0) / RATE
    tone = sum(np.sin(k * phase) / k for k in range(1, 30))
    audio = (0.1 * tone * np.clip(np.sin(2 * np.pi * 1.9 * t), 0, 1)).astype(np.float32)
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, np.stack([audio, 0 * audio], axis=1), RATE, subtype="PCM_24")


class FakeChild:
    """Answers a take with ``verdict``, a file with three pieces, a sample with a file."""

    def __init__(self) -> None:
        self.asked: list[Any] = []
        self.answers: list[Any] = []
        self.answering = True
        self.problems: tuple[str, ...] = ()
        self.remarks: tuple[str, ...] = ()
        self.seconds = 4.0
        self.killed = 0

    def send(self, question: Any) -> None:
        self.asked.append(question)
        if not self.answering:
            return
        match question:
            case CheckTake():
                self.answers.append(self.checked(question.token))
            case CutFiles():
                self._cut(question)
            case CheckRoom():
                self.heard = soundfile.read(question.path)
                self.answers.append(RoomChecked(token=question.token, room=ROOM))
            case ConvertSample():
                write_speech(Path(question.target))
                self.answers.append(
                    SampleConverted(
                        token=question.token, path=question.target, similarity=0.71,
                        source_similarity=0.12, pitch_semitones=5.5, remarks=(),
                    )
                )  # fmt: skip

    def checked(self, token: int) -> TakeChecked:
        """Return what is said of a take."""
        return TakeChecked(
            token=token, seconds=self.seconds + 0.6, accepted=not self.problems,
            problems=self.problems, remarks=self.remarks, embedding=(),
            measures={"speech_s": self.seconds, "snr_db": 31.0, "level_dbfs": -22.0},
        )  # fmt: skip

    def _cut(self, question: CutFiles) -> None:
        for number in range(3):
            path = Path(question.folder) / f"piece-{number}.wav"
            write_speech(path)
            answer = PieceCut(
                token=question.token, path=str(path), origin=f"talk.mp3, {10 * number} s",
                take=self.checked(question.token),
            )  # fmt: skip
            self.answers.append(answer)
        self.answers.append(CutProgress(token=question.token, done_s=30.0, total_s=60.0))
        remarks = ("talk.mp3: 12 seconds of music.", "talk.mp3: 8 seconds of another speaker.")
        self.answers.append(FilesCut(token=question.token, remarks=remarks))

    def poll(self) -> list[Any]:
        answers, self.answers = self.answers, []
        return answers

    def close(self, *, kill: bool = False) -> None:
        self.killed += 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A point of the curves."""

    step: int
    loss: float | None
    held_out: float | None
    similarity: float | None


class FakeTraining(QObject):
    """What the page needs of ``syrinx.app.viewmodels.clone_training.TrainingModel``."""

    changed = Signal()
    finished = Signal(str)

    def __init__(self, model: WizardModel) -> None:
        super().__init__()
        self._model = model
        self.state = "idle"
        self.stage_text = ""
        self.share = 0.0
        self.left_s: float | None = None
        self.curve: list[Point] = []
        self.steps = 0
        self.remarks: tuple[str, ...] = ()
        self.problem = ""
        self.resumable = False
        self.calls: list[str] = []

    @property
    def voice_id(self) -> str:
        return self._model.project.voice_id if self._model.project is not None else ""

    def start(self) -> None:
        self.calls.append("start")
        self.tell(state="running", stage_text="Reading the takes")

    def cancel(self) -> None:
        self.calls.append("cancel")

    def tell(self, **values: object) -> None:
        """Say something new."""
        for name, value in values.items():
            setattr(self, name, value)
        self.changed.emit()

    def learn(self, steps: int, of: int = 300) -> None:
        """Have done so many steps."""
        done = np.arange(0, steps + 1, 5)
        rng = np.random.default_rng(1)
        self.tell(
            state="running", stage_text="Fine-tuning", steps=of, share=0.14 + 0.8 * steps / of,
            left_s=(of - steps) * 0.4,
            curve=[
                Point(
                    step=int(n), loss=float(1.4 + np.exp(-n / 60) + 0.06 * rng.standard_normal()),
                    held_out=float(1.55 + 0.9 * np.exp(-n / 60)) if n % 20 == 0 else None,
                    similarity=float(0.74 - 0.22 * np.exp(-n / 80)) if n % 20 == 0 else None,
                )
                for n in done
            ],
        )  # fmt: skip


def make_clone(bench: Any, home: Path) -> Any:
    """Add the Clone area to a bench with a window; return the models and the view."""
    child = FakeChild()
    clone = SimpleNamespace(child=child, bench=bench, host=bench.host)
    clone.store = ProjectStore(home)
    clone.capture = CaptureModel(bench.client, bench.model)
    clone.checking = CheckingClient(child)
    clone.model = WizardModel(clone.store, clone.capture, clone.checking, prompt_book)
    clone.room = RoomCheckModel(clone.capture, clone.checking)
    clone.training = FakeTraining(clone.model)
    clone.listen = ListenModel(clone.model, clone.capture, clone.checking)
    clone.view = CloneView(clone.model, clone.room, clone.training, clone.listen, bench.theme)
    bench.window.add_area(clone.view, icon="clone", name="Clone")
    return clone


def show_clone(clone: Any) -> None:
    """Press the rail's button of the area."""
    clone.bench.window._areas[-1][0].click()
    deliver(clone)


def deliver(clone: Any) -> None:
    """Let the engine and the checking process answer."""
    for _ in range(3):
        clone.bench.deliver()
        clone.checking._on_poll()
    QApplication.processEvents()


def record(clone: Any, button: Any, *, speech_s: float | None = None) -> None:
    """Record something by a record button, to the verdict."""
    if speech_s is not None:
        clone.child.seconds = speech_s
    button.click()
    deliver(clone)
    write_speech(Path(clone.host.recording))
    button.click()
    deliver(clone)


def consented(clone: Any, name: str = "Ada", speaker: str = "Ada Lovelace") -> CloneProject:
    """Begin a voice and record the statement."""
    assert clone.model.begin(name, speaker=speaker, language="en", colour="#37b0c8")
    deliver(clone)
    record(clone, clone.view.who.record)
    assert clone.model.project.consent is not None
    project: CloneProject = clone.model.project
    return project
