"""Huge folders that are dropped: looked through in a thread, shown as they come, cancelled."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from syrinx.app.transcription import queue as queue_module
from syrinx.app.transcription.found import found_files
from syrinx.app.transcription.queue import TranscriptionQueue
from syrinx.app.viewmodels import transcribe_search
from syrinx.app.viewmodels.transcribe_search import MOST_AT_ONCE, Found
from syrinx.app.views import transcribe_search as strip_module
from syrinx.dsp.errors import SyrinxError
from tests.gui.conftest import Bench
from tests.gui.transcribe_bench import Transcribing, drop, recordings, searched


@pytest.fixture
def area(bench: Bench, tmp_path: Path) -> Iterator[Transcribing]:
    made = Transcribing(bench, tmp_path / "home")
    yield made
    made.close()


class Gate:
    """Stands in for `found_files`: stops after so many files until it is opened."""

    def __init__(self, stop_after: int) -> None:
        self.stop_after = stop_after
        self.reached, self.open = threading.Event(), threading.Event()
        self.threads: set[int] = set()

    def __call__(self, paths: Iterable[Path], unwanted: Callable[[], bool]) -> Iterator[Path]:
        for number, path in enumerate(found_files(paths, unwanted)):
            self.threads.add(threading.get_ident())
            if number == self.stop_after:
                self.reached.set()
                assert self.open.wait(30)
            yield path


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    made = Gate(3 * MOST_AT_ONCE)
    monkeypatch.setattr(transcribe_search, "found_files", made)
    monkeypatch.setattr(strip_module, "SHOW_AFTER_MS", 0)
    yield made
    made.open.set()


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Twenty thousand names in forty folders, all of one file."""
    folder, one = tmp_path / "many", tmp_path / "one"
    one.write_bytes(b"x")
    for number in range(20_000):
        below = folder / f"{number // 500:02d}"
        if number % 500 == 0:
            below.mkdir(parents=True)
        (below / f"{number:05d}.wav").hardlink_to(one)
    return folder


def test_twenty_thousand_files(area: Transcribing, many: Path, gate: Gate, qtbot: QtBot) -> None:
    parts: list[int] = []
    area.model.search.found.connect(lambda found: parts.append(len(found.files)))
    area.view.add([many])
    qtbot.waitUntil(gate.reached.is_set, timeout=30_000)
    qtbot.waitUntil(lambda: len(area.states) == 3 * MOST_AT_ONCE, timeout=30_000)
    strip = area.view.search
    qtbot.waitUntil(strip.isVisible)
    assert strip.text.text() == "Looking through many: 1,500 recordings so far"
    assert area.states[0] == "running"  # meanwhile the first is worked on
    gate.open.set()
    searched(area.view)
    assert not strip.isVisible()
    assert area.view.files.list.model().rowCount() == 20_000
    assert max(parts) <= MOST_AT_ONCE
    assert threading.main_thread().ident not in gate.threads
    assert area.view.files.list.currentIndex().row() == 0
    area.view.grab()
    names = [Path(item.path).name for item in area.client.queue.items]
    assert names == [f"{number:05d}.wav" for number in range(20_000)]
    assert TranscriptionQueue(area.folder / "transcription").count("waiting") == 20_000


def test_cancelled_it_keeps_what_was_found(
    area: Transcribing, many: Path, gate: Gate, qtbot: QtBot
) -> None:
    area.view.add([many])
    qtbot.waitUntil(gate.reached.is_set, timeout=30_000)
    qtbot.waitUntil(lambda: len(area.states) == 3 * MOST_AT_ONCE, timeout=30_000)
    area.view.search.cancel.click()
    assert not area.model.search.running
    assert not area.view.search.isVisible()
    gate.open.set()
    drop(area.view, recordings(many.parent / "more", "z.wav"))  # behind the one that ends now
    assert len(area.states) == 3 * MOST_AT_ONCE + 1
    assert area.said == []


def test_two_drops_are_looked_through_one_after_the_other(
    area: Transcribing, tmp_path: Path, gate: Gate, qtbot: QtBot
) -> None:
    gate.stop_after = 0
    recordings(tmp_path / "first", "b.wav")
    recordings(tmp_path / "second", "a.wav")
    area.view.add([tmp_path / "first"])
    area.view.add([tmp_path / "second"])
    qtbot.waitUntil(gate.reached.is_set)
    strip = area.view.search
    qtbot.waitUntil(strip.isVisible)
    assert strip.text.text() == "Looking through first: 0 recordings so far"
    gate.stop_after = -1
    gate.open.set()
    searched(area.view)
    assert [Path(item.path).name for item in area.client.queue.items] == ["b.wav", "a.wav"]


def test_too_many_are_told_and_the_rest_stays(
    area: Transcribing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue_module, "MAX_ITEMS", 1)
    drop(area.view, recordings(tmp_path / "a", "one.wav"))
    drop(area.view, [tmp_path / "a", *recordings(tmp_path, "two.wav")])
    assert area.said == ["The queue holds at most 1 files: remove some first."]

    def broken(_paths: object, _unwanted: object) -> Iterator[Path]:
        raise SyrinxError("The folder holds more than 200000 files.")

    monkeypatch.setattr(transcribe_search, "found_files", broken)
    drop(area.view, [tmp_path / "a"])
    assert area.said[1:] == ["The folder holds more than 200000 files."]


def test_closing_ends_a_search(area: Transcribing, tmp_path: Path, gate: Gate) -> None:
    gate.stop_after = 0
    recordings(tmp_path / "folder", "b.wav")
    heard: list[Found] = []
    area.model.search.found.connect(heard.append)
    area.view.add([tmp_path / "folder"])
    assert gate.reached.wait(30)
    gate.open.set()
    area.model.search.close()
    QApplication.processEvents()
    assert heard == []
    assert "search" not in {thread.name for thread in threading.enumerate()}


def test_a_name_that_the_system_refuses_is_a_file_that_fails(area: Transcribing) -> None:
    area.view.add([Path("/tmp") / ("x" * 300 + ".wav")])
    searched(area.view)
    assert area.states == ["running"]  # the recogniser says what is wrong with it
