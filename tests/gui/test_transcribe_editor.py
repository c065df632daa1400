"""The chosen transcript: shown, heard, corrected, searched; what is corrected is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from syrinx.app.engine.messages import ClipStopped, PlayClip, StopClip, Telemetry
from syrinx.app.transcription import queue as queue_module
from syrinx.app.transcription.find import Query
from syrinx.app.transcription.queue import TranscriptionQueue
from syrinx.app.transcription.transcript import Transcript
from syrinx.app.viewmodels.transcribe_play import LEAD_S, PART_S
from syrinx.app.viewmodels.transcribe_sound import TILE_S, SoundTiles, Tile, TileReader
from syrinx.app.views.transcribe_text import TextList
from syrinx.dsp.errors import SyrinxError
from tests.gui.conftest import Bench
from tests.gui.transcribe_bench import RATE, Transcribing, drop, recordings, spoken

LINES = ("the cat sat on the mat", "then The dog came", "and the end")


@pytest.fixture
def area(bench: Bench, tmp_path: Path) -> Iterator[Transcribing]:
    made = Transcribing(bench, tmp_path / "home")
    drop(made.view, recordings(tmp_path, "talk.wav", seconds=25.0))
    made.finish(replace(spoken(*LINES, speakers=[0, 1, 0]), duration_s=25.0))
    yield made
    made.close()


def kept(area: Transcribing) -> Transcript:
    """What is on disk now."""
    area.model.editor.keep()
    queue = TranscriptionQueue(area.folder / "transcription")
    return queue.transcript(queue.items[0].id)


def lines(area: Transcribing) -> list[str]:
    model = area.view.editor.text.segments
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def index(text: TextList, row: int) -> QModelIndex:
    return text.segments.index(row)


def middle(text: TextList, row: int, word: int) -> QPoint:
    line = text.segments.line(index(text, row))
    assert line is not None
    box = text.row.word_rect(QRectF(text.visualRect(index(text, row))), line, word)
    return box.center().toPoint()


def edit(area: Transcribing, qtbot: QtBot, row: int, text: str, end: Qt.Key) -> None:
    view = area.view.editor.text
    view.focus()
    view.setCurrentIndex(index(view, row))
    qtbot.keyClick(view, Qt.Key.Key_F2)
    (field,) = [one for one in view.findChildren(QPlainTextEdit) if one.isVisible()]
    assert field.toPlainText() == lines(area)[row]
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, end)
    QApplication.processEvents()


def test_a_segment_is_edited_in_place_and_kept(area: Transcribing, qtbot: QtBot) -> None:
    before = area.model.editor.transcript
    assert before is not None
    edit(area, qtbot, 0, "the cat sat on a red mat", Qt.Key.Key_Return)
    assert lines(area)[0] == "the cat sat on a red mat"
    after = kept(area)
    assert after.segments[0].text == "the cat sat on a red mat"
    assert after.segments[0].words[1] == before.segments[0].words[1]  # with its time
    assert after.segments[1:] == before.segments[1:]
    assert area.client.queue.items[0].words == 14
    edit(area, qtbot, 1, "nothing of this", Qt.Key.Key_Escape)
    assert lines(area)[1] == LINES[1]


def test_the_word_that_was_clicked_is_marked_in_the_field(area: Transcribing, qtbot: QtBot) -> None:
    view = area.view.editor.text
    view.focus()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, 0, 2))
    qtbot.keyClick(view, Qt.Key.Key_F2)
    (field,) = [one for one in view.findChildren(QPlainTextEdit) if one.isVisible()]
    words = LINES[0].split()
    assert field.textCursor().selectedText() == words[2]
    qtbot.keyClicks(field, "dog")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert lines(area)[0].split() == [*words[:2], "dog", *words[3:]]


def test_an_edit_is_on_disk_by_itself(area: Transcribing, qtbot: QtBot) -> None:
    item = area.client.queue.items[0].id
    area.model.editor.rewrite(0, "kept by the clock alone")
    qtbot.waitUntil(lambda: "clock" in area.client.queue.transcript(item).text, timeout=10_000)
    area.model.editor.undo()
    qtbot.waitUntil(lambda: "clock" not in area.client.queue.transcript(item).text, timeout=10_000)


def test_what_the_disk_refuses_is_tried_again(
    area: Transcribing, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = area.client.queue.items[0].id

    def full(path: Path, data: bytes) -> None:
        raise SyrinxError(f"Cannot write {path}: the disk is full.")

    area.model.editor.rewrite(0, "held back")
    with monkeypatch.context() as patch:
        patch.setattr(queue_module, "write_atomically", full)
        area.model.editor.keep()
    assert "full" in area.said[-1]
    assert "held" not in area.client.queue.transcript(item).text
    area.model.editor.keep()
    assert "held back" in area.client.queue.transcript(item).text


def test_edits_are_undone_and_made_again(area: Transcribing, qtbot: QtBot) -> None:
    panel = area.view.editor
    assert not panel.undo.isEnabled()
    edit(area, qtbot, 2, "and so on", Qt.Key.Key_Return)
    panel.text.focus()
    panel.text.setCurrentIndex(index(panel.text, 1))
    qtbot.keyClick(panel.text, Qt.Key.Key_Delete)
    assert lines(area) == [LINES[0], "and so on"]
    panel.undo.click()
    assert lines(area) == [LINES[0], LINES[1], "and so on"]
    qtbot.keyClick(panel.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert lines(area) == list(LINES)
    assert not panel.undo.isEnabled()
    panel.redo.click()
    assert lines(area)[2] == "and so on"
    assert kept(area).segments[2].text == "and so on"


def test_find_and_replace(area: Transcribing, qtbot: QtBot) -> None:
    panel = area.view.editor
    area.bench.window._focus_search()  # Ctrl+F of the window
    bar = panel.find_bar
    assert bar.isVisible()
    assert panel.find.isChecked()
    qtbot.keyClicks(bar.text, "the")
    assert bar.count.text() == "1 of 5"
    bar.whole.click()
    assert bar.count.text() == "1 of 4"
    bar.case.click()
    assert bar.count.text() == "1 of 3"
    qtbot.keyClick(bar.text, Qt.Key.Key_Return)
    assert bar.count.text() == "2 of 3"
    assert panel.text.lights.chosen == area.model.editor.matches[1]
    qtbot.keyClicks(bar.by, "a new")
    bar.one.click()
    assert lines(area)[0] == "the cat sat on a new mat"
    assert bar.count.text() == "2 of 2"
    bar.all.click()
    assert lines(area) == ["a new cat sat on a new mat", LINES[1], "and a new end"]
    assert area.said == ["2 places were replaced."]
    assert bar.count.text() == "not found"
    assert not bar.all.isEnabled()
    panel.undo.click()
    assert lines(area)[2] == LINES[2]
    qtbot.keyClick(bar.text, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert area.model.editor.matches == []


def test_replacing_by_nothing_drops_an_empty_segment(area: Transcribing) -> None:
    editor = area.model.editor
    editor.find(Query(text=LINES[1]))
    assert editor.replace_all("") == 1
    assert lines(area) == [LINES[0], LINES[2]]
    editor.find(Query(text="(.*"))  # letters, not an expression
    assert editor.matches == []
    editor.find(Query(text="end"))
    assert editor.replace_all(r"\1 & <b>") == 1
    assert lines(area)[1] == r"and the \1 & <b>"
    assert kept(area).segments[1].text == r"and the \1 & <b>"


def test_speakers_are_named_and_turns_changed(area: Transcribing, qtbot: QtBot) -> None:
    panel = area.view.editor
    model = panel.text.segments
    turns = [model.line(model.index(row)).turn for row in range(3)]  # type: ignore[union-attr]
    assert turns == ["Speaker 1", "Speaker 2", "Speaker 1"]
    panel.speakers.click()
    field = panel.names.fields[1]
    qtbot.keyClicks(field, "Ada")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert not panel.names.isVisible()
    assert kept(area).speaker_name(1) == "Ada"
    menu = panel.text.menu(model.index(2))
    (more,) = [action.menu() for action in menu.actions() if action.menu() is not None]
    texts = [action.text() for action in more.actions()]
    assert texts == ["Speaker 1", "Ada", "New speaker"]
    more.actions()[1].trigger()
    menu.deleteLater()
    turns = [model.line(model.index(row)).turn for row in range(3)]  # type: ignore[union-attr]
    assert turns == ["Speaker 1", "Ada", None]
    assert [segment.speaker for segment in kept(area).segments] == [0, 1, 1]


def test_a_click_on_a_word_plays_from_there(area: Transcribing, qtbot: QtBot) -> None:
    text, host = area.view.editor.text, area.bench.host
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=middle(text, 0, 2))
    area.bench.deliver()
    area.bench.deliver()
    (command,) = host.sent(PlayClip)
    assert command.path == str(area.model.editor.path)
    assert command.start_s == pytest.approx(2.0 - LEAD_S)
    assert command.seconds == pytest.approx(25.0 + 1.0 - command.start_s)
    assert area.model.listen.playing
    telemetry = Telemetry(streaming=True, clips=((command.slot, 0.4),))
    area.bench.deliver(telemetry)
    area.model.listen._on_tick()
    assert text.lights.heard == (0, 2)
    area.bench.deliver(replace(telemetry, clips=((command.slot, 3.5),)))
    area.model.listen._on_tick()
    assert text.lights.heard == (1, 0)
    # Another word at once: the end of the first part must not be taken for that of the second.
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=middle(text, 2, 2))
    area.bench.deliver()
    area.bench.deliver()
    assert area.model.listen.playing
    assert host.sent(PlayClip)[-1].start_s == pytest.approx(9.0 - LEAD_S)
    qtbot.keyClick(text, Qt.Key.Key_Space)
    area.bench.deliver()
    assert not area.model.listen.playing
    assert text.lights.heard is None
    assert len(host.sent(StopClip)) >= 2


def test_keys_go_from_word_to_word_and_play(area: Transcribing, qtbot: QtBot) -> None:
    text, host = area.view.editor.text, area.bench.host
    text.focus()
    for _ in range(7):
        qtbot.keyClick(text, Qt.Key.Key_Right)
    assert text.lights.at == (1, 1)
    qtbot.keyClick(text, Qt.Key.Key_Left)
    qtbot.keyClick(text, Qt.Key.Key_Left)
    assert text.lights.at == (0, 5)
    qtbot.keyClick(text, Qt.Key.Key_Down)
    assert text.lights.at == (1, 0)
    qtbot.keyClick(text, Qt.Key.Key_Space)
    area.bench.deliver()
    assert host.sent(PlayClip)[-1].start_s == pytest.approx(5.0 - LEAD_S)


def test_a_long_recording_plays_on_part_by_part(area: Transcribing, tmp_path: Path) -> None:
    listen, editor, host = area.model.listen, area.model.editor, area.bench.host
    long = spoken(*["one two three four five six seven eight nine ten"] * 60)
    editor._show(long)
    listen.play(0.0)
    area.bench.deliver()
    area.bench.deliver()
    first = host.sent(PlayClip)[-1]
    assert PART_S / 2 < first.seconds <= PART_S
    assert editor.word_at(first.seconds) is None  # in a pause
    area.bench.deliver(Telemetry(streaming=True, clips=((first.slot, first.seconds - 0.1),)))
    host.clips.clear()
    area.bench.deliver(
        ClipStopped(path=first.path, reason="ended", seconds=first.seconds, slot=first.slot)
    )
    area.bench.deliver()
    second = host.sent(PlayClip)[-1]
    assert second.start_s == pytest.approx(first.start_s + first.seconds)
    area.bench.deliver(
        ClipStopped(path=first.path, reason="error", seconds=3.0, slot=second.slot, error="Lost.")
    )
    assert not listen.playing


def test_nothing_is_played_while_the_voice_runs_or_the_file_is_gone(area: Transcribing) -> None:
    area.bench.model.toggle()
    area.bench.deliver()
    area.model.listen.play(1.0)
    assert not area.bench.host.sent(PlayClip)
    assert area.said == ["Stop the voice first: others would hear the recording."]
    area.bench.model.toggle()
    area.bench.deliver()
    path = area.model.editor.path
    assert path is not None
    path.unlink()
    area.model.listen.play(1.0)
    assert area.said[1:] == [f"The recording {path} is not there any more."]


def test_the_picture_scrolls_zooms_and_plays(area: Transcribing, qtbot: QtBot) -> None:
    canvas, host = area.view.editor.canvas, area.bench.host
    span = canvas.span
    assert span.length_s == 25.0
    qtbot.waitUntil(lambda: canvas.grab() and len(canvas._tiles._tiles) >= 2)
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    seconds = span.seconds
    qtbot.keyClick(canvas, Qt.Key.Key_End)
    assert span.until_s == pytest.approx(25.0)
    assert area.view.editor.bar.value() == area.view.editor.bar.maximum()
    area.view.editor.bar.setValue(0)
    assert span.from_s == 0.0
    turn = QWheelEvent(
        QPointF(200, 80), QPointF(200, 80), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, turn)
    assert span.from_s == pytest.approx(0.1 * seconds)
    span.scroll_to(0.0)
    place = QPoint(round(canvas._x_of(2.2)), 5)  # in the middle of a word: from its beginning
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place)
    area.bench.deliver()
    assert host.sent(PlayClip)[-1].start_s == pytest.approx(2.0 - LEAD_S)
    assert area.view.editor.text.lights.at == (0, 2)


def test_tiles_are_the_sound_and_few_are_kept(tmp_path: Path) -> None:
    """A tone of 1 kHz from 12 s to 18 s in an hour of silence."""
    path = tmp_path / "long.wav"
    with soundfile.SoundFile(path, "w", RATE, 1, "PCM_16") as file:
        for second in range(600):
            time = np.arange(RATE) / RATE
            loud = 0.5 if 12 <= second < 18 else 0.0
            file.write(loud * np.sin(2 * np.pi * 1000 * time))
    reader = TileReader()
    tile = reader.read(path, 1)
    assert tile.levels.shape == (1000, 144)
    loud = np.nonzero(tile.levels.max(axis=1) > 100)[0]
    assert abs(loud[0] - 200) <= 3
    assert abs(loud[-1] - 800) <= 3
    assert len(tile.high) == 2000
    assert tile.high[500] == pytest.approx(0.5, abs=0.01)
    assert tile.high[100] == 0
    assert reader.read(path, 59).levels.shape[0] == 1000
    assert reader.read(path, 60).levels.shape[0] == 0
    assert reader.read(tmp_path / "none.wav", 0).levels.shape[0] == 0
    reader.close()
    got: list[Tile] = []
    tiles = SoundTiles(got.append)
    tiles.open(path)
    for number in range(60):
        tiles.put(reader.read(path, number))
    reader.close()
    assert len(tiles._tiles) == 30
    assert tiles.want(31 * TILE_S, 33 * TILE_S - 1)[0].number == 31
    assert tiles.want(59 * TILE_S, 59 * TILE_S + 1)[0].number == 59
    tiles.close()


def test_words_are_shaded_by_doubt(area: Transcribing) -> None:
    from syrinx.app.views.transcribe_row import doubt

    assert [doubt(share) for share in (1.0, 0.85, 0.0)] == [0.0, 0.0, 1.0]
    assert doubt(0.3) > doubt(0.6) > 0

    def pixel() -> int:
        text = area.view.editor.text
        place = middle(text, 0, 1) + QPoint(0, -7)
        return text.viewport().grab().toImage().pixel(place)

    area.view.editor.text.clearSelection()
    sure = pixel()
    area.model.editor._show(replace(spoken(*LINES, confidence=0.1), duration_s=25.0))
    area.view.editor.text.clearSelection()
    assert pixel() != sure
