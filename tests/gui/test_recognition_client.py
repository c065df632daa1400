"""The queue of transcriptions worked through, on a child without a process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from syrinx.app.clone.child import ChildDiedError
from syrinx.app.services.recognition_client import Progress, RecognitionClient
from syrinx.app.transcription import queue as queue_module
from syrinx.app.transcription.process import NotTranscribed, Progressed, Transcribe, Transcribed
from syrinx.app.transcription.queue import Options, TranscriptionQueue
from syrinx.app.transcription.transcript import Segment, Transcript, Word, to_json
from syrinx.dsp.errors import SyrinxError


class FakeChild:
    """Is asked, and answers what it is given."""

    def __init__(self) -> None:
        self.asked: list[Transcribe] = []
        self.answers: list[object] = []
        self.dies = False
        self.refuses = False
        self.closed = 0

    def send(self, question: object) -> None:
        if self.refuses:
            raise SyrinxError("The process cannot be started.")
        assert isinstance(question, Transcribe)
        self.asked.append(question)

    def poll(self) -> list[object]:
        if self.dies:
            self.dies = False
            raise ChildDiedError("The process stopped unexpectedly (exit code -9).")
        answers, self.answers = self.answers, []
        return answers

    def close(self, *, kill: bool = False) -> None:
        self.closed += 1
        self.answers = []


def transcript(text: str) -> Transcript:
    words = tuple(Word(text=word, start_s=0, end_s=1) for word in text.split())
    return Transcript(segments=(Segment(words=words),), duration_s=10)


@pytest.fixture
def child() -> FakeChild:
    return FakeChild()


@pytest.fixture
def client(child: FakeChild, tmp_path: Path, qtbot: QtBot) -> Iterator[RecognitionClient]:
    made = RecognitionClient(TranscriptionQueue(tmp_path / "queue"), child)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def sounds(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{name}.wav" for name in "abc"]
    for path in paths:
        path.write_bytes(b"x")
    return paths


def states(client: RecognitionClient) -> list[str]:
    return [item.state for item in client.queue.items]


def finish(child: FakeChild, text: str = "hello") -> None:
    item = child.asked[-1].item
    child.answers.append(Transcribed(item=item, transcript=to_json(transcript(text)), took_s=1.0))


def test_one_after_the_other(
    client: RecognitionClient, child: FakeChild, sounds: list[Path], qtbot: QtBot
) -> None:
    told: list[Progress] = []
    client.progressed.connect(told.append)
    client.add(sounds, Options(model="other", diarize=True))
    assert states(client) == ["running", "waiting", "waiting"]
    (question,) = child.asked
    assert (question.model, question.diarize) == ("other", True)
    assert question.path == str(sounds[0])
    child.answers.append(Progressed(item=question.item, done_s=5, total_s=10, text="hel"))
    finish(child)
    qtbot.waitUntil(lambda: len(child.asked) == 2)
    assert [(one.done_s, one.text) for one in told] == [(5, "hel")]
    assert told[0].left_s is not None
    child.answers.append(NotTranscribed(item=child.asked[-1].item, message="It is broken."))
    qtbot.waitUntil(lambda: len(child.asked) == 3)
    finish(child, "the end")
    qtbot.waitUntil(lambda: client.running is None)
    assert states(client) == ["done", "failed", "done"]
    assert client.queue.items[1].message == "It is broken."
    assert client.queue.transcript(client.queue.items[2].id).text == "the end"


def test_cancel_stops_at_once_and_goes_on_with_the_next(
    client: RecognitionClient, child: FakeChild, sounds: list[Path]
) -> None:
    first, second, third = client.add(sounds)
    client.cancel([first.id, third.id])
    assert child.closed == 1
    assert client.running == second.id
    assert states(client) == ["cancelled", "running", "cancelled"]
    client.retry([first.id], Options(diarize=True))
    assert states(client) == ["waiting", "running", "cancelled"]
    client.remove([second.id])
    assert client.running == first.id
    assert child.asked[-1].diarize


def test_pause_finishes_what_runs(
    client: RecognitionClient, child: FakeChild, sounds: list[Path], qtbot: QtBot
) -> None:
    client.add(sounds)
    client.pause()
    finish(child)
    qtbot.waitUntil(lambda: client.running is None)
    assert states(client) == ["done", "waiting", "waiting"]
    client.prioritise(client.queue.items[2].id)
    client.resume()
    assert states(client) == ["done", "waiting", "running"]


def test_a_process_that_dies_gets_a_second_chance(
    client: RecognitionClient, child: FakeChild, sounds: list[Path], qtbot: QtBot
) -> None:
    client.add(sounds[:2])
    child.dies = True
    qtbot.waitUntil(lambda: len(child.asked) == 2)
    assert child.asked[0].item == child.asked[1].item
    child.dies = True
    qtbot.waitUntil(lambda: len(child.asked) == 3)
    assert states(client) == ["failed", "running"]
    assert "stopped unexpectedly" in client.queue.items[0].message


def test_what_runs_when_the_window_closes_waits_for_the_next_time(
    client: RecognitionClient, child: FakeChild, sounds: list[Path], tmp_path: Path
) -> None:
    client.add(sounds)
    client.close()
    assert child.closed
    again = TranscriptionQueue(tmp_path / "queue")
    assert [item.state for item in again.items] == ["waiting"] * 3


def test_a_full_disk_pauses_and_says_so(
    client: RecognitionClient,
    child: FakeChild,
    sounds: list[Path],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[str] = []
    client.failed.connect(said.append)
    client.add(sounds)

    def full(path: Path, data: bytes) -> None:
        raise SyrinxError(f"Cannot write {path}: the disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(queue_module, "write_atomically", full)
        finish(child)
        qtbot.waitUntil(lambda: client.paused)
    assert "the disk is full" in said[0]
    assert client.running is None
    client.resume()
    assert client.running == client.queue.items[0].id
    assert states(client) == ["running", "waiting", "waiting"]


def test_no_process_is_told_once(
    client: RecognitionClient, child: FakeChild, sounds: list[Path]
) -> None:
    said: list[str] = []
    client.failed.connect(said.append)
    child.refuses = True
    client.add(sounds)
    assert said == ["The process cannot be started."]
    assert states(client) == ["waiting"] * 3
    child.refuses = False
    client.resume()
    assert client.running == client.queue.items[0].id


def test_a_late_answer_of_a_cancelled_file_is_nothing(
    client: RecognitionClient, child: FakeChild, sounds: list[Path], qtbot: QtBot
) -> None:
    first, *_ = client.add(sounds)
    client.cancel([first.id])
    child.answers.append(
        Transcribed(item=first.id, transcript=to_json(transcript("late")), took_s=1.0)
    )
    finish(child)
    qtbot.waitUntil(lambda: len(child.asked) == 3)
    assert states(client) == ["cancelled", "done", "running"]
