"""The queue in the window: dropped, cancelled, paused, watched, and there after a restart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from syrinx.app.services.models_client import ModelsClient
from syrinx.app.transcription.model_store import ModelStore
from syrinx.app.transcription.queue import Options, TranscriptionQueue
from syrinx.app.viewmodels.recognition_models import RecognitionModels
from syrinx.app.viewmodels.transcribe_rows import ROW_ROLE
from syrinx.app.viewmodels.transcribe_watch import WatchModel
from tests.gui.conftest import Bench
from tests.gui.test_reach import assert_helped, assert_named, reachable
from tests.gui.transcribe_bench import Transcribing, drop, recordings, spoken
from tests.transcription import tiny_models


@pytest.fixture
def make(bench: Bench, tmp_path: Path) -> Iterator[Callable[[], Transcribing]]:
    made: list[Transcribing] = []

    def one() -> Transcribing:
        made.append(Transcribing(bench, tmp_path / "home"))
        return made[-1]

    yield one
    for area in made:
        area.close()


@pytest.fixture
def area(make: Callable[[], Transcribing]) -> Transcribing:
    return make()


def rows(area: Transcribing) -> list[tuple[str, str, str]]:
    model = area.view.files.list.model()
    found = [model.index(row, 0).data(ROW_ROLE) for row in range(model.rowCount())]
    return [(row.name, row.state, row.facts) for row in found]


def press(menu: QMenu, text: str) -> None:
    (action,) = [action for action in menu.actions() if action.text() == text]
    assert action.isEnabled()
    action.trigger()
    menu.deleteLater()


def test_what_is_dropped_is_transcribed(area: Transcribing, tmp_path: Path) -> None:
    view = area.view
    assert view.stack.currentWidget() is view.empty
    recordings(tmp_path / "talks" / "deep", "b.flac")
    paths = [*recordings(tmp_path, "one.wav"), tmp_path / "talks"]
    (tmp_path / "talks" / "notes.txt").write_text("no sound")
    drop(view, paths)
    assert view.stack.currentWidget() is view.columns
    assert not view.veil.isVisible()
    assert [name for name, _, _ in rows(area)] == ["one.wav", "b.flac"]
    assert area.states == ["running", "waiting"]
    area.client._began_at -= 30
    area.progress(2.0, 8.0, "hello there")
    _, state, facts = rows(area)[0]
    assert state.startswith("25 %, 1:")
    assert state.endswith("left")
    assert facts == "hello there"
    area.finish(spoken("hello there my friend"))
    assert rows(area)[0][1:] == ("Done", "0:04 \N{MIDDLE DOT} 4 words")
    area.fail(f"{tmp_path}/talks/deep/b.flac is not a sound file, or is broken.")
    assert rows(area)[1][1:] == ("Failed", "b.flac is not a sound file, or is broken.")
    assert area.said == [f"{tmp_path}/talks/deep/b.flac is not a sound file, or is broken."]
    assert area.view.messages.isVisible()
    assert area.view.files.summary.text() == "1 done \N{MIDDLE DOT} 1 failed"


def test_how_long_all_of_them_take(area: Transcribing, tmp_path: Path) -> None:
    drop(area.view, recordings(tmp_path, "a.wav", "b.wav", "c.wav", "d.wav"))
    summary = area.view.files.summary
    assert summary.text() == "4 to do"
    area.client._began_at -= 60
    area.finish(spoken("one"))
    assert summary.text() == "3 to do, about 3:00 left \N{MIDDLE DOT} 1 done"
    area.client._began_at -= 20
    area.fail("It is broken.")  # 40 s on average
    text = "2 to do, about 1:20 left \N{MIDDLE DOT} 1 done \N{MIDDLE DOT} 1 failed"
    assert summary.text() == text
    area.view.files.pause.click()
    area.finish(spoken("two"))
    assert summary.text().startswith("Paused. 1 to do \N{MIDDLE DOT} 2 done")


def test_the_menu_of_the_list(area: Transcribing, tmp_path: Path) -> None:
    files = area.view.files
    drop(area.view, recordings(tmp_path, "a.wav", "b.wav", "c.wav", "d.wav"))
    ids = [item.id for item in area.client.queue.items]
    files.list.show_item(ids[3])
    press(files.menu(), "To the front")
    files.list.show_item(ids[0])
    press(files.menu(), "Cancel")
    assert area.states == ["cancelled", "waiting", "waiting", "running"]
    press(files.menu(), "Try again")
    assert area.states == ["waiting", "waiting", "waiting", "running"]
    area.finish(spoken("done"))
    files.list.show_item(ids[3])
    area.answers.agrees = False
    press(files.menu(), "Remove from the list")
    assert area.answers.asked == ["remove 1"]
    assert len(ids) == files.list.model().rowCount()
    area.answers.agrees = True
    press(files.menu(), "Transcribe again")
    assert area.states[3] == "waiting"
    files.list.selectAll()
    press(files.menu(), "Remove from the list")
    assert area.client.queue.items == []
    assert area.view.stack.currentWidget() is area.view.empty
    assert area.view.editor.title.text() == ""


def test_keys_of_the_list(area: Transcribing, tmp_path: Path, qtbot: QtBot) -> None:
    listed = area.view.files.list
    drop(area.view, recordings(tmp_path, "a.wav", "b.wav"))
    area.finish(spoken("one two", "three"))
    listed.setFocus()
    qtbot.keyClick(listed, Qt.Key.Key_Home)
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is area.view.editor.text
    listed.setFocus()
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    assert area.view.editor.title.text() == "b.wav"
    qtbot.keyClick(listed, Qt.Key.Key_Delete)
    assert [name for name, _, _ in rows(area)] == ["a.wav"]
    assert area.answers.asked == []  # b.wav had no transcript


def test_choices_are_for_the_next_files_and_are_kept(
    area: Transcribing, make: Callable[[], Transcribing], tmp_path: Path
) -> None:
    bar = area.view.add_bar
    area.model._models = lambda: [("syrinx", "Syrinx (English)"), ("whisper", "Whisper")]
    area.model.options_changed.emit()
    bar.recogniser.setCurrentIndex(bar.recogniser.findData("whisper"))
    bar.recogniser.activated.emit(bar.recogniser.currentIndex())
    bar.speakers.click()
    bar.skip.click()
    drop(area.view, recordings(tmp_path, "a.wav"))
    assert area.client.queue.items[0].options == Options(model="whisper", diarize=True)
    assert (area.child.asked[0].model, area.child.asked[0].diarize) == ("whisper", True)
    area.close()
    again = make()  # where that model is gone
    assert again.model.options == Options(model="syrinx", diarize=True)
    assert again.view.add_bar.speakers.isChecked()
    assert not again.view.add_bar.skip.isChecked()


def test_what_is_done_is_skipped_and_that_is_said(area: Transcribing, tmp_path: Path) -> None:
    paths = recordings(tmp_path, "a.wav")
    drop(area.view, paths)
    drop(area.view, paths)
    assert area.said == ["These files are in the list already."]
    area.finish(spoken("hello"))
    drop(area.view, paths)
    assert area.said[1:] == ["There is nothing new in it. Files that are done are skipped."]
    area.view.add_bar.skip.click()
    drop(area.view, paths)
    assert len(area.states) == 2
    (tmp_path / "empty").mkdir()
    drop(area.view, [tmp_path / "empty"])
    assert area.said[2:] == ["There are no sound files in it."]


def test_a_folder_that_is_a_model_is_not_searched(area: Transcribing, tmp_path: Path) -> None:
    recordings(tmp_path / "model", "example.wav")
    seen: list[Path] = []
    area.model.search._is_recogniser = lambda folder: folder.name == "model"
    area.model.adopt = seen.append
    drop(area.view, [tmp_path / "model"])
    assert seen == [tmp_path / "model"]
    assert area.states == []
    assert area.said == []


def test_a_model_that_is_dropped_can_be_chosen(bench: Bench, tmp_path: Path, qtbot: QtBot) -> None:
    store = ModelStore(tmp_path / "home", trial=lambda *_, **__: None)
    client = ModelsClient(store)
    recognizers = RecognitionModels(client, tmp_path / "home", bench.window)
    area = Transcribing(bench, tmp_path / "home", recognizers)
    try:
        folder = tmp_path / "small-zipformer"
        folder.mkdir()
        tiny_models.transducer(folder)
        with qtbot.waitSignal(client.ended, timeout=10_000):
            drop(area.view, [folder])
        assert area.states == []
        assert area.said[0] == "small-zipformer is a recogniser: it is checked and added."
        box = area.view.add_bar.recogniser
        assert box.itemText(0) == "Syrinx (English)"
        assert box.count() == 2
        box.setCurrentIndex(1)
        box.activated.emit(1)
        drop(area.view, recordings(tmp_path, "a.wav"))
        (model,) = recognizers.installed
        assert area.child.asked[0].model == model.id
        recognizers.remove(model.id)
        assert box.count() == 1
        assert area.model.options.model == "syrinx"
    finally:
        area.close()
        recognizers.close()
        client.deleteLater()


def test_a_restart_goes_on_and_a_pause_outlives_it(
    area: Transcribing, make: Callable[[], Transcribing], tmp_path: Path
) -> None:
    drop(area.view, recordings(tmp_path, "a.wav", "b.wav"))
    area.finish(spoken("kept words"))
    area.close()
    again = make()
    assert again.states == ["done", "running"]
    assert again.view.editor.text.segments.rowCount() == 1
    again.view.files.pause.click()
    assert again.view.files.summary.text().startswith("Paused.")
    again.close()
    third = make()
    assert third.states == ["done", "waiting"]
    assert third.view.files.pause.isChecked()
    third.view.files.pause.click()
    assert third.states == ["done", "running"]


def test_a_damaged_list_is_told(make: Callable[[], Transcribing], tmp_path: Path) -> None:
    folder = tmp_path / "home" / "transcription"
    TranscriptionQueue(folder)
    (folder / "queue.json").write_text("{")
    area = make()
    assert "damaged" in area.view.messages.text.text()


def test_500_files_are_rows_without_widgets(
    area: Transcribing, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(500):
        (folder / f"{number:03d}.wav").write_bytes(b"x")
    drop(area.view, [folder])
    listed = area.view.files.list
    assert listed.model().rowCount() == 500
    told: list[int] = []
    listed.model().dataChanged.connect(
        lambda first, last: told.append(last.row() - first.row() + 1)
    )
    area.view.grab()
    assert len(listed.viewport().children()) == 0
    seen = listed.visible_rows()
    assert 5 < len(seen) < 40
    for number in range(20):
        if number % 4:
            area.finish(spoken("a word"))
        else:
            area.fail("It is broken.")
    assert area.states.count("failed") == 5
    assert sum(told) <= 2 * 20 + 20  # each file twice, never the whole list
    listed.scrollToBottom()
    area.view.grab()
    assert listed.visible_rows()[-1] == 499
    listed.selectAll()
    area.model.remove([item.id for item in listed.items()[100:400]])
    assert listed.model().rowCount() == 200
    assert [name for name, _, _ in rows(area)][99:101] == ["099.wav", "400.wav"]


def test_a_watched_folder(
    area: Transcribing, make: Callable[[], Transcribing], tmp_path: Path, qtbot: QtBot
) -> None:
    watch, folder = area.model.watch, tmp_path / "inbox"
    watch._timer.setInterval(10_000)  # the test looks itself
    folder.mkdir()
    assert not watch.on
    area.answers.place = folder
    area.view.add_bar.watch.click()
    assert watch.on
    qtbot.waitUntil(lambda: not watch._looking)

    def look(model: WatchModel) -> None:
        model.look()
        qtbot.waitUntil(lambda: not model._looking)

    (path,) = recordings(folder, "new.wav")
    look(watch)
    assert area.states == []  # it may still be growing
    with path.open("ab") as grown:
        grown.write(b"more")
    look(watch)
    assert area.states == []
    look(watch)
    assert area.states == ["running"]
    look(watch)
    area.finish(spoken("hello"))
    look(watch)
    area.model.remove([item.id for item in area.client.queue.items])
    look(watch)
    assert area.states == []  # what was removed does not come back
    area.close()
    again = make()
    assert again.model.watch.on
    assert again.model.watch.folder == folder
    qtbot.waitUntil(lambda: not again.model.watch._looking)
    look(again.model.watch)
    assert again.states == []
    path.unlink()
    folder.rmdir()
    look(again.model.watch)
    look(again.model.watch)
    assert again.said == [f"The watched folder {folder} is not there."]
    again.model.watch.set_on(False)
    assert not again.model.watch._timer.isActive()


def test_everything_is_reached_by_the_keyboard_and_named(
    area: Transcribing, tmp_path: Path
) -> None:
    for filled in (False, True):
        if filled:
            drop(area.view, recordings(tmp_path, "a.wav"))
            area.finish(spoken("one two", "three four", speakers=[0, 1]))
            area.view.editor.open_find()
            QApplication.processEvents()
        reached = reachable(area.bench.window)
        assert_named(reached)
        assert_helped(reached)
        bar = area.view.add_bar
        parts = [bar.files, bar.folder, bar.watch, bar.recogniser, bar.speakers, bar.skip]
        if filled:
            editor = area.view.editor
            parts += [area.view.files.list, editor.play, editor.find, editor.speakers]
            parts += [editor.export, editor.canvas, editor.find_bar.text, editor.text]
        places = [reached.index(part) for part in parts]
        assert places == sorted(places)


def test_nothing_is_cut_off_in_the_smallest_window(area: Transcribing, tmp_path: Path) -> None:
    drop(area.view, recordings(tmp_path, "a.wav"))
    area.finish(spoken("one two", "three four", speakers=[0, 1]))
    area.view.editor.open_find()
    area.bench.window.resize(area.bench.window.minimumSize())
    QApplication.processEvents()
    assert area.bench.window.width() == 960
    for part in (area.view.add_bar, area.view.files, area.view.editor, area.view.editor.find_bar):
        assert part.minimumSizeHint().width() <= part.width(), part
        assert part.width() + part.mapTo(area.view, part.rect().topLeft()).x() <= area.view.width()


def test_where_the_handles_were_left(make: Callable[[], Transcribing], tmp_path: Path) -> None:
    area = make()
    area.bench.window.resize(1280, 800)
    drop(area.view, recordings(tmp_path, "a.wav"))
    area.finish(spoken("hello there"))
    area.view.columns.moveSplitter(400, 1)
    area.view.editor.halves.moveSplitter(300, 1)
    columns, halves = area.view.columns.sizes(), area.view.editor.halves.sizes()
    area.close()
    again = make()
    assert again.view.columns.sizes() == columns
    assert again.view.editor.halves.sizes() == halves
    again.close()
    for damaged in ("text", [1], [0, -5], [3, "x"], None):
        area.bench.settings.remember("transcribe_columns", damaged)
        assert min(make().view.columns.sizes()) > 100
