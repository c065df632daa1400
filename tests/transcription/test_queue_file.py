"""The list on disk: written seldom, changed by lines, whole whatever happens in between."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from syrinx.app.transcription import queue_file
from syrinx.app.transcription.queue import TranscriptionQueue
from syrinx.app.transcription.queue_file import CHANGES, LIST, DamagedListError, QueueFile
from syrinx.app.transcription.transcript import Segment, Transcript, Word
from syrinx.dsp.errors import SyrinxError


def entry(name: str, state: str = "waiting") -> dict[str, str]:
    return {"id": name, "state": state, "path": f"/é录音\udcff/{name}.wav"}


def read(folder: Path) -> list[str]:
    return [f"{one['id']} {one['state']}" for one in QueueFile(folder).read()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A list of three, one of which was changed twice, and one more that came later."""
    file = QueueFile(tmp_path)
    assert file.read() == []
    assert not file.change([entry("a")])  # there is no list to continue
    file.write([entry("a"), entry("b"), entry("c")])
    assert file.change([entry("b", "running")])
    assert file.change([entry("b", "done"), entry("d")])
    return tmp_path


def test_changes_are_read_back_in_order(folder: Path) -> None:
    assert QueueFile(folder).read()[1] == entry("b", "done")
    assert read(folder) == ["a waiting", "b done", "c waiting", "d waiting"]
    again = QueueFile(folder)
    again.read()
    assert again.change([entry("a", "failed")])
    assert read(folder) == ["a failed", "b done", "c waiting", "d waiting"]


def test_cut_off_anywhere_it_is_what_was_promised_last(folder: Path) -> None:
    whole = (folder / CHANGES).read_bytes()
    ends = [place + 1 for place, byte in enumerate(whole) if byte == ord("\n")]
    assert len(ends) == 3
    states = ["b waiting", "b running", "b done"]
    for cut in range(len(whole) + 1):
        (folder / CHANGES).write_bytes(whole[:cut])
        wanted = states[max(0, sum(end <= cut for end in ends) - 1)]
        file = QueueFile(folder)
        found = file.read()[1]
        assert f"{found['id']} {found['state']}" == wanted
        file.change([entry("c", "done")])  # goes on behind the last whole line
        assert read(folder)[1:3] == [wanted, "c done"]


def test_changes_of_an_older_list_are_none_of_the_newer(folder: Path) -> None:
    old = (folder / CHANGES).read_bytes()
    file = QueueFile(folder)
    file.read()
    file.write([entry("a"), entry("c", "done")])
    assert (folder / CHANGES).read_bytes() == old  # killed before it was touched
    assert read(folder) == ["a waiting", "c done"]
    assert file.change([entry("a", "done")])
    assert read(folder) == ["a done", "c done"]


def test_many_changes_are_put_together(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue_file, "MOST_CHANGES", 2)
    before, file = read(folder), QueueFile(folder)
    entries = file.read()
    assert not file.change([entry("a", "done")])
    file.write(entries)
    assert read(folder) == before
    assert QueueFile(folder).read() == entries
    assert file.change([entry("a", "done")])


def test_a_full_disk_leaves_whole_lines(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    file = QueueFile(folder)
    before = file.read()
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(SyrinxError, match="no space left"):
            file.change([entry("a", "done")])
    assert QueueFile(folder).read() == before
    assert file.change([entry("a", "done")])
    assert read(folder)[0] == "a done"


def test_a_damaged_line_ends_the_changes_and_is_known(folder: Path) -> None:
    header, first, second, _ = (folder / CHANGES).read_bytes().split(b"\n")
    (folder / CHANGES).write_bytes(b"\n".join([header, b"[1]", second, b""]))
    file = QueueFile(folder)
    assert [one["state"] for one in file.read()] == ["waiting"] * 3
    assert file.lost
    assert not file.change([entry("a", "done")])  # it is written anew instead
    assert first


def test_no_list_is_put_aside(folder: Path) -> None:
    (folder / LIST).write_text("{}")
    file = QueueFile(folder)
    with pytest.raises(DamagedListError):
        file.read()
    assert [path.read_text() for path in folder.glob("queue.damaged-*.json")] == ["{}"]
    assert not file.change([entry("a")])


def test_transcripts_survive_a_damaged_line(tmp_path: Path) -> None:
    queue = TranscriptionQueue(tmp_path)
    first, second, _ = queue.add([Path("/a.wav"), Path("/b.wav"), Path("/c.wav")])
    words = (Word(text="corrected", start_s=0, end_s=1),)
    queue.finish(first.id, Transcript(segments=(Segment(words=words),), duration_s=1))
    queue.fail(second.id, "It is broken.")
    header, *_ = (tmp_path / CHANGES).read_bytes().split(b"\n")
    (tmp_path / CHANGES).write_bytes(header + b"\nodd\n")
    again = TranscriptionQueue(tmp_path)
    assert again.notice
    assert sorted((item.path, item.state) for item in again.items) == [
        ("/a.wav", "done"), ("/b.wav", "waiting"), ("/c.wav", "waiting"),
    ]  # fmt: skip
    assert again.transcript(first.id).text == "corrected"
    again.cancel(second.id)
    assert TranscriptionQueue(tmp_path).notice is None


def test_one_change_of_twenty_thousand_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue = TranscriptionQueue(tmp_path)
    items = queue.add([Path(f"/{number}.wav") for number in range(20_000)])
    body = (tmp_path / LIST).read_bytes()
    queue.start(items[7].id)
    queue.fail(items[7].id, "It is broken.")
    assert (tmp_path / LIST).read_bytes() == body
    assert (tmp_path / CHANGES).stat().st_size < 2000
    assert TranscriptionQueue(tmp_path).get(items[7].id).message == "It is broken."
