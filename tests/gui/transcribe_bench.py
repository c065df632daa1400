"""The Transcribe area in a window on fakes: a child without a process, an engine without sound."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import soundfile
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication, QWidget

from syrinx.app.recognition_area import RecognitionArea
from syrinx.app.services.recognition_client import RecognitionClient
from syrinx.app.transcription.process import NotTranscribed, Progressed, Transcribed
from syrinx.app.transcription.queue import TranscriptionQueue
from syrinx.app.transcription.transcript import Segment, Transcript, Word, to_json
from syrinx.app.viewmodels.player import PlayerModel
from syrinx.app.viewmodels.recognition_models import RecognitionModels
from syrinx.app.views.transcribe_dialogs import Answer, TranscribeDialogs
from syrinx.app.views.transcribe_view import TranscribeView
from tests.gui.conftest import Bench
from tests.gui.dropping import drop_files
from tests.gui.test_recognition_client import FakeChild

RATE = 16_000


def spoken(
    *lines: str, speakers: Sequence[int | None] = (), confidence: float = 0.95
) -> Transcript:
    """Return a transcript: a word each half second, a second of pause after a line."""
    at, segments = 1.0, []
    for number, line in enumerate(lines):
        words = []
        for text in line.split():
            words.append(Word(text=text, start_s=at, end_s=at + 0.4, confidence=confidence))
            at += 0.5
        speaker = speakers[number] if number < len(speakers) else None
        segments.append(Segment(words=tuple(words), speaker=speaker))
        at += 1.0
    return Transcript(segments=tuple(segments), duration_s=at, language="en", model="Fake")


def recordings(folder: Path, *names: str, seconds: float = 8.0) -> list[Path]:
    """Write tones with these names."""
    folder.mkdir(parents=True, exist_ok=True)
    times = np.arange(int(seconds * RATE)) / RATE
    paths = [folder / name for name in names]
    for path in paths:
        soundfile.write(path, 0.3 * np.sin(2 * np.pi * 440 * times), RATE)
    return paths


class Answers(TranscribeDialogs):
    """What the user would say."""

    def __init__(self) -> None:
        self.paths: list[Path] = []
        self.place: Path | None = None
        self.agrees = True
        self.answer: Answer | None = "keep"
        self.asked: list[str] = []

    def files(self, parent: QWidget) -> list[Path]:
        self.asked.append("files")
        return self.paths

    def folder(self, parent: QWidget, title: str, start: Path | None) -> Path | None:
        self.asked.append(title)
        return self.place

    def may_remove(self, parent: QWidget, count: int) -> bool:
        self.asked.append(f"remove {count}")
        return self.agrees

    def may_redo(self, parent: QWidget, count: int) -> bool:
        self.asked.append(f"redo {count}")
        return self.agrees

    def replace_or_keep(self, parent: QWidget, count: int) -> Answer | None:
        self.asked.append(f"taken {count}")
        return self.answer


class Transcribing:
    """The area with what surrounds it."""

    def __init__(
        self, bench: Bench, folder: Path, recognizers: RecognitionModels | None = None
    ) -> None:
        self.bench, self.folder = bench, folder
        self.child = FakeChild()
        self.client = RecognitionClient(
            TranscriptionQueue(folder / "transcription"), self.child, bench.window
        )
        self.player = PlayerModel(bench.client, bench.model, bench.window)
        self.area = RecognitionArea(
            bench.window, bench.model, bench.settings, self.player, bench.theme, folder,
            recognizers=recognizers, client=self.client,
        )  # fmt: skip
        self.model, self.view = self.area.model, self.area.view
        self.answers = Answers()
        self.view._dialogs = self.view.files._dialogs = self.answers
        self.said: list[str] = []
        self.model.message_posted.connect(lambda message: self.said.append(message.text))
        bench.window.show_area(self.view)
        self.area.open()
        QApplication.processEvents()

    @property
    def states(self) -> list[str]:
        return [item.state for item in self.client.queue.items]

    def finish(self, transcript: Transcript) -> None:
        """Let what runs be done."""
        answer = Transcribed(
            item=self.child.asked[-1].item, transcript=to_json(transcript), took_s=1.0
        )
        self._answer(answer)

    def fail(self, message: str) -> None:
        """Let what runs fail."""
        self._answer(NotTranscribed(item=self.child.asked[-1].item, message=message))

    def progress(self, done_s: float, total_s: float, text: str = "") -> None:
        """Let what runs go on."""
        item = self.child.asked[-1].item
        self._answer(Progressed(item=item, done_s=done_s, total_s=total_s, text=text))

    def _answer(self, answer: object) -> None:
        self.child.answers.append(answer)
        self.client._on_poll()
        QApplication.processEvents()

    def close(self) -> None:
        self.area.close()
        self.player.close()


def drop(view: TranscribeView, paths: Sequence[Path]) -> None:
    """Drop files on the middle of the area, as a file manager does."""
    drop_files(view, [QUrl.fromLocalFile(str(path)) for path in paths])
    searched(view)


def searched(view: TranscribeView) -> None:
    """Wait until everything was looked through."""
    late = time.monotonic() + 30
    while view._model.search.running:
        QApplication.processEvents()
        assert time.monotonic() < late, "the search does not end"
        time.sleep(0.002)
