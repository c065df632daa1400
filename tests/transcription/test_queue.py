"""The queue of files: on disk after every change, and made again when it was damaged."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from syrinx.app.transcription import queue as module
from syrinx.app.transcription import queue_file
from syrinx.app.transcription.queue import Options, TranscriptionQueue
from syrinx.app.transcription.transcript import Segment, Transcript, Word
from syrinx.dsp.errors import SyrinxError


def transcript(text: str = "hello") -> Transcript:
    words = tuple(Word(text=word, start_s=0, end_s=0.5) for word in text.split())
    return Transcript(segments=(Segment(words=words),), duration_s=2.5, model="syrinx")


@pytest.fixture
def recordings(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / name for name in ("a.wav", "b.wav", "c.flac")]
    for path in paths:
        path.write_bytes(b"x")
    return paths


def states(queue: TranscriptionQueue) -> list[str]:
    return [item.state for item in queue.items]


def test_another_program_finds_everything(tmp_path: Path, recordings: list[Path]) -> None:
    queue = TranscriptionQueue(tmp_path / "queue")
    first, second, third = queue.add(recordings, Options(model="other", diarize=True))
    queue.start(first.id)
    queue.finish(first.id, transcript())
    queue.start(second.id)
    queue.fail(second.id, "It is broken.")
    queue.start(third.id)
    again = TranscriptionQueue(tmp_path / "queue")
    assert again.notice is None
    assert states(again) == ["done", "failed", "waiting"]  # what ran waits again
    assert again.transcript(first.id) == transcript()
    assert again.items[1].message == "It is broken."
    assert again.next() == queue.get(third.id) or again.next().id == third.id
    assert again.items[0].options == Options(model="other", diarize=True)
    assert again.items[0].duration_s == 2.5


def test_order_and_priority(tmp_path: Path, recordings: list[Path]) -> None:
    queue = TranscriptionQueue(tmp_path / "queue")
    first, second, third = queue.add(recordings)
    assert queue.next() == first
    queue.prioritise(third.id)
    assert queue.next().id == third.id
    queue.prioritise(second.id)
    assert queue.next().id == second.id
    for item in (first, second, third):
        queue.cancel(item.id)
    assert queue.next() is None
    assert queue.count("cancelled") == 3
    queue.retry(first.id)
    assert queue.next().id == first.id


def test_what_is_there_is_not_added_again(tmp_path: Path, recordings: list[Path]) -> None:
    queue = TranscriptionQueue(tmp_path / "queue")
    first, *_ = queue.add(recordings)
    assert queue.add(recordings) == []
    queue.finish(first.id, transcript())
    assert queue.add(recordings, skip_done=True) == []
    assert len(queue.add(recordings, Options(diarize=True), skip_done=True)) == 1
    again = queue.add(recordings)
    assert again == []  # it waits now
    os.utime(recordings[1], ns=(1, 1))
    queue.finish(queue.items[1].id, transcript())
    recordings[1].write_bytes(b"another take")
    assert [item.path for item in queue.add(recordings, skip_done=True)] == [str(recordings[1])]


def test_folders_are_looked_through(tmp_path: Path) -> None:
    folder = tmp_path / "speech"
    for name in ("b.WAV", "a.mp3", "notes.txt", ".hidden.wav", "in/c.opus", ".git/d.wav"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    (folder / "loop").symlink_to(folder)
    queue = TranscriptionQueue(tmp_path / "queue")
    named = tmp_path / "odd.name"
    added = queue.add([folder, named])
    assert [Path(item.path).name for item in added] == ["a.mp3", "b.WAV", "c.opus", "odd.name"]


def test_removing_deletes_the_transcript_only(tmp_path: Path, recordings: list[Path]) -> None:
    queue = TranscriptionQueue(tmp_path / "queue")
    first, second, _ = queue.add(recordings)
    queue.finish(first.id, transcript())
    queue.remove([first.id, "unknown"])
    assert queue.items[0].id == second.id
    assert not list((tmp_path / "queue" / "results").iterdir())
    assert recordings[0].exists()
    queue.finish(first.id, transcript())  # it had been running
    assert queue.get(first.id) is None


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "{",
        "{}",
        '"text"',
        "[1]",
        '[{"id": "x"}]',
        json.dumps([{"id": "../x", "path": "/a", "options": {}}]),
        json.dumps([{"id": "x", "path": 5, "options": {}}]),
        json.dumps([{"id": "x", "path": "/a", "state": "odd", "options": {}}]),
        json.dumps([{"id": "x", "path": "/a", "options": {"model": 3}}]),
        "[" * 100_000,
    ],
)
def test_a_damaged_queue_is_made_again_from_the_results(
    damage: str, tmp_path: Path, recordings: list[Path]
) -> None:
    folder = tmp_path / "queue"
    queue = TranscriptionQueue(folder)
    first, *_ = queue.add(recordings)
    queue.finish(first.id, transcript("one two"))
    (folder / "queue.json").write_text(damage)
    again = TranscriptionQueue(folder)
    assert again.notice is not None
    assert [(item.path, item.state) for item in again.items] == [(str(recordings[0]), "done")]
    assert again.transcript(first.id).text == "one two"
    assert [path.name for path in folder.glob("queue.damaged*")]


def test_a_damaged_result_is_named(tmp_path: Path, recordings: list[Path]) -> None:
    queue = TranscriptionQueue(tmp_path / "queue")
    first, second, _ = queue.add(recordings)
    queue.finish(first.id, transcript())
    (tmp_path / "queue" / "results" / f"{first.id}.json").write_text("{")
    with pytest.raises(SyrinxError, match="damaged"):
        queue.transcript(first.id)
    with pytest.raises(SyrinxError):
        queue.correct(second.id, transcript())
    assert states(TranscriptionQueue(tmp_path / "queue"))[0] == "done"


def test_a_full_disk_changes_nothing(
    tmp_path: Path, recordings: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    queue = TranscriptionQueue(tmp_path / "queue")
    first, *_ = queue.add(recordings)
    queue.finish(first.id, transcript("before"))

    def full(path: Path, *_: object) -> None:
        raise SyrinxError(f"Cannot write {path}: the disk is full.")

    monkeypatch.setattr(module, "write_atomically", full)
    monkeypatch.setattr(queue_file, "write_atomically", full)
    monkeypatch.setattr(queue_file, "append", full)
    for change in (
        lambda: queue.correct(first.id, transcript("after")),
        lambda: queue.retry(first.id),
        lambda: queue.remove([first.id]),
    ):
        with pytest.raises(SyrinxError, match="full"):
            change()
    assert queue.get(first.id).state == "done"
    assert queue.transcript(first.id).text == "before"


def test_too_many_are_refused(
    tmp_path: Path, recordings: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_ITEMS", 2)
    queue = TranscriptionQueue(tmp_path / "queue")
    with pytest.raises(SyrinxError, match="at most 2"):
        queue.add(recordings)
    assert queue.items == []


def test_names_that_are_no_text(tmp_path: Path) -> None:
    queue = TranscriptionQueue(tmp_path / "queue")
    odd = Path(os.fsdecode(bytes(tmp_path / "odd-") + b"\xff.wav"))
    odd.write_bytes(b"x")
    (item,) = queue.add([odd])
    queue.finish(item.id, transcript())
    again = TranscriptionQueue(tmp_path / "queue")
    assert again.items[0].path == str(odd)
    assert again.transcript(item.id).text == "hello"


WORKING = """
import sys
from pathlib import Path
from syrinx.app.transcription.queue import TranscriptionQueue
from tests.transcription.test_queue import transcript
queue = TranscriptionQueue(Path(sys.argv[1]))
print("READY", flush=True)
while (item := queue.next()) is not None:
    queue.start(item.id)
    queue.finish(item.id, transcript(Path(item.path).stem))
"""


def test_killed_at_any_moment_nothing_is_lost(tmp_path: Path) -> None:
    folder, sounds = tmp_path / "queue", tmp_path / "sounds"
    sounds.mkdir()
    for number in range(120):
        (sounds / f"s{number:03d}.wav").write_bytes(b"x")
    added = TranscriptionQueue(folder).add([sounds])
    assert len(added) == 120
    for wait_s in (0.02, 0.05, 0.1, 0.13, 0.17):
        work = subprocess.Popen(
            [sys.executable, "-c", WORKING, str(folder)], stdout=subprocess.PIPE, text=True
        )
        assert work.stdout is not None
        with work:
            work.stdout.readline()
            time.sleep(wait_s)
            work.send_signal(signal.SIGKILL)
        queue = TranscriptionQueue(folder)
        assert queue.notice is None
        assert [item.id for item in queue.items] == [item.id for item in added]
        assert set(states(queue)) <= {"done", "waiting"}
        for item in queue.items:
            if item.state == "done":
                assert queue.transcript(item.id).text == Path(item.path).stem
    subprocess.run([sys.executable, "-c", WORKING, str(folder)], check=True, timeout=120)
    queue = TranscriptionQueue(folder)
    assert states(queue) == ["done"] * 120


def test_several_changes_are_written_once_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = TranscriptionQueue(tmp_path / "queue")
    items = made.add(tmp_path / f"{number}.wav" for number in range(5))
    written: list[Path] = []

    def counted(path: Path, end: int, data: bytes) -> None:
        written.append(path)
        append(path, end, data)

    append = queue_file.append
    monkeypatch.setattr(queue_file, "append", counted)
    with made.together():
        for item in items:
            made.cancel(item.id)
    assert len(written) == 1
    assert TranscriptionQueue(tmp_path / "queue").count("cancelled") == 5

    def full(path: Path, end: int, data: bytes) -> None:
        raise SyrinxError("The disk is full.")

    monkeypatch.setattr(queue_file, "append", full)
    with pytest.raises(SyrinxError), made.together():
        made.retry(items[0].id)
    assert made.count("cancelled") == 5
    monkeypatch.setattr(queue_file, "append", append)
    made.retry(items[0].id)  # and it goes on as before
    assert TranscriptionQueue(tmp_path / "queue").count("waiting") == 1


def test_words_are_counted(tmp_path: Path) -> None:
    made = TranscriptionQueue(tmp_path / "queue")
    (item,) = made.add([tmp_path / "a.wav"])
    words = tuple(Word(text=text, start_s=0, end_s=1) for text in ("one", "two"))
    made.finish(item.id, Transcript(segments=(Segment(words=words),), duration_s=1))
    assert made.items[0].words == 2
    made.correct(item.id, Transcript(segments=(Segment(words=words[:1]),), duration_s=1))
    assert TranscriptionQueue(tmp_path / "queue").items[0].words == 1
    (tmp_path / "queue" / "queue.json").unlink()
    assert TranscriptionQueue(tmp_path / "queue").items[0].words == 1


def test_half_a_result_is_no_result(tmp_path: Path) -> None:
    results = tmp_path / "queue" / "results"
    made = TranscriptionQueue(tmp_path / "queue")
    (item,) = made.add([tmp_path / "a.wav"])
    made.finish(item.id, transcript())
    whole = (results / f"{item.id}.json").read_text()
    (results / f".{item.id}.0a1b2c3d.part.json").write_text(whole)
    assert [one.id for one in TranscriptionQueue(tmp_path / "queue").items] == [item.id]
    assert [path.name for path in results.iterdir()] == [f"{item.id}.json"]
