"""The Clone area: every page from model to widget and back, keys, the microphone, coming back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from syrinx.app.clone.checking import CutFiles
from syrinx.app.engine.messages import DeviceLost, PlayClip, StartRecording, StartStream, StopStream
from tests.gui.clone_fakes import consented, deliver, make_clone, record, show_clone, write_speech
from tests.gui.conftest import Bench


@pytest.fixture
def clone(bench: Bench, tmp_path: Path) -> Any:
    """Return the Clone area, shown."""
    made = make_clone(bench, tmp_path)
    show_clone(made)
    yield made
    made.model.close()


def at_takes(clone: Any) -> None:
    consented(clone)
    clone.view.next.click()
    clone.view.next.click()
    deliver(clone)
    assert clone.model.page == "takes"


# ---- the start ----


def test_a_name_begins_a_voice_and_it_is_listed(clone: Any, qtbot: QtBot) -> None:
    start = clone.view.start
    assert clone.view.page is start
    assert not start.begin.isEnabled()
    qtbot.keyClicks(start.name, "Ada")
    qtbot.keyClick(start.name, Qt.Key.Key_Return)
    assert clone.view.page is clone.view.who
    assert [p.name for p in clone.store.list()] == ["Ada"]
    clone.view.steps.leave.click()
    assert clone.view.page is start
    assert "Who and consent" in start.rows["ada"].state.text()
    start.rows["ada"].go_on.click()
    assert clone.view.page is clone.view.who
    assert clone.view.who.name.text() == "Ada"


def test_a_voice_is_deleted_only_after_a_second_question(clone: Any) -> None:
    clone.model.begin("Ada", speaker="", language="en", colour="#37b0c8")
    clone.view.leave()
    row = clone.view.start.rows["ada"]
    row.delete.click()
    row.keep.click()
    assert clone.store.list()
    row.delete.click()
    row.really.click()
    assert not clone.store.list()
    assert not clone.view.start.rows
    assert clone.view.start.empty.isVisible()


def test_a_name_that_cannot_be_one_is_refused_in_words(clone: Any) -> None:
    clone.view.start.name.setText("\N{RIGHT-TO-LEFT OVERRIDE}Ada")
    clone.view.start.begin.click()
    assert clone.view.page is clone.view.start
    assert clone.view.messages.isVisible()


# ---- who and consent ----


def test_the_form_goes_both_ways(clone: Any) -> None:
    clone.model.begin("Ada", speaker="", language="en", colour="#37b0c8")
    who = clone.view.who
    who.name.setText("Countess")
    who.name.editingFinished.emit()
    who.speaker.setText("Ada Lovelace")
    who.speaker.editingFinished.emit()
    who.owner.buttons["other"].click()
    who.swatches["#c2553f"].click()
    project = clone.store.load("ada")
    assert (project.name, project.speaker, project.own) == ("Countess", "Ada Lovelace", False)
    assert project.colour == "#c2553f"
    assert "Ada Lovelace" in who.statement.text()
    who.language.buttons["zh"].click()
    assert clone.model.project.language == "zh"
    assert who.statement.text() == clone.model.statement
    clone.model.begin("Ada", speaker="A.", language="en", colour="#5a9e4b")
    assert (who.name.text(), who.speaker.text()) == ("Ada", "A.")
    assert who.swatches["#5a9e4b"].isChecked()
    assert who.owner.value() == "own"


def test_no_statement_without_a_name_in_it(clone: Any) -> None:
    clone.model.begin("Ada", speaker="", language="en", colour="#37b0c8")
    deliver(clone)
    who = clone.view.who
    assert not who.record.ready
    who.speaker.setText("Ada Lovelace")
    assert who.record.ready


def test_the_statement_is_recorded_by_space_and_played(clone: Any, qtbot: QtBot) -> None:
    clone.model.begin("Ada", speaker="Ada Lovelace", language="en", colour="#37b0c8")
    deliver(clone)
    who = clone.view.who
    assert not clone.view.next.isEnabled()
    assert "consent" in clone.view.missing.text()
    who.record.setFocus()
    qtbot.keyClick(who, Qt.Key.Key_Space)
    deliver(clone)
    assert clone.capture.state == "recording"
    assert not who.speaker.isEnabled()  # the statement names the speaker
    write_speech(Path(clone.host.recording))
    qtbot.keyClick(who, Qt.Key.Key_Space)
    deliver(clone)
    assert clone.model.project.consent is not None
    assert who.verdict.property("level") == "good"
    assert clone.view.next.isEnabled()
    assert who.speaker.isEnabled()
    who.play.click()
    deliver(clone)
    assert clone.host.sent(PlayClip)
    assert who.play.text() == "Stop"
    who.play.click()
    deliver(clone)
    assert who.play.text() == "Play"


def test_a_refused_statement_says_why(clone: Any) -> None:
    clone.model.begin("Ada", speaker="Ada Lovelace", language="en", colour="#37b0c8")
    deliver(clone)
    clone.child.problems = ("The recording is silent.",)
    record(clone, clone.view.who.record)
    assert clone.model.project.consent is None
    assert "The recording is silent." in clone.view.who.verdict.text.text()
    assert clone.view.who.verdict.property("level") == "poor"


def test_another_speaker_must_read_again(clone: Any) -> None:
    consented(clone)
    who = clone.view.who
    who.speaker.setText("Grace Hopper")
    who.speaker.editingFinished.emit()
    assert clone.model.project.consent is None
    assert not clone.view.next.isEnabled()


def test_what_is_typed_is_kept_on_leaving(clone: Any) -> None:
    clone.model.begin("Ada", speaker="", language="en", colour="#37b0c8")
    clone.view.who.speaker.setText("Ada Lovelace")
    clone.view.steps.leave.click()
    assert clone.store.load("ada").speaker == "Ada Lovelace"


# ---- takes ----


def test_space_records_takes_and_goes_on(clone: Any, qtbot: QtBot) -> None:
    at_takes(clone)
    takes = clone.view.takes
    first = takes.prompter.text.text()
    assert first == clone.model.prompts.prompts[0].text
    record(clone, takes.record)
    assert len(clone.model.project.accepted) == 1
    assert takes.verdict.property("level") == "good"
    assert "4.0 s of speech" in takes.verdict.title.text()
    assert takes.prompter.text.text() == clone.model.prompts.prompts[1].text
    clone.child.problems = ("It is too noisy: close the window.",)
    qtbot.keyClick(takes, Qt.Key.Key_Space)
    deliver(clone)
    assert len(clone.host.sent(StartRecording)) == 3
    write_speech(Path(clone.host.recording))
    qtbot.keyClick(takes, Qt.Key.Key_Space)
    deliver(clone)
    assert takes.verdict.property("level") == "poor"
    assert "close the window" in takes.verdict.text.text()
    assert takes.prompter.text.text() == clone.model.prompts.prompts[1].text
    assert len(takes.takes.rows) == 1


def test_arrows_step_through_the_sentences(clone: Any, qtbot: QtBot) -> None:
    at_takes(clone)
    takes = clone.view.takes
    takes.record.setFocus()
    qtbot.keyClick(takes, Qt.Key.Key_Right)
    assert clone.model.project.prompt == 1
    qtbot.keyClick(takes, Qt.Key.Key_Left)
    qtbot.keyClick(takes, Qt.Key.Key_Left)
    last = clone.model.prompts.prompts[-1].text
    assert takes.prompter.text.text() == last


def test_mandarin_shows_how_it_is_read(clone: Any) -> None:
    at_takes(clone)
    project = clone.model.project
    clone.model.begin(project.name, speaker=project.speaker, language="zh", colour=project.colour)
    sentence = clone.model.prompts.prompts[0]
    assert clone.view.takes.prompter.text.text() == sentence.text
    assert clone.view.takes.prompter.reading.text() == sentence.pinyin
    assert clone.view.takes.prompter.reading.isVisible()


def test_free_speech_shows_topics(clone: Any, qtbot: QtBot) -> None:
    at_takes(clone)
    takes = clone.view.takes
    takes.mode.buttons["free"].click()
    assert clone.store.load("ada").mode == "free"
    topics = clone.model.prompts.topics
    assert takes.prompter.text.text() == topics[0]
    takes.prompter.after.click()
    assert takes.prompter.text.text() == topics[1 % len(topics)]
    assert clone.model.project.prompt == 0
    record(clone, takes.record)
    assert clone.model.project.takes[-1].text == ""


def test_takes_are_played_and_deleted(clone: Any) -> None:
    at_takes(clone)
    takes = clone.view.takes
    record(clone, takes.record)
    record(clone, takes.record)
    assert takes.takes.count.text() == "2 accepted"
    file = clone.model.project.takes[0].file
    row = takes.takes.rows[file]
    row.play.click()
    deliver(clone)
    assert Path(clone.host.sent(PlayClip)[-1].path).name == file
    row.delete.click()
    assert [take.file for take in clone.model.project.takes] == list(takes.takes.rows)
    assert file not in takes.takes.rows


def test_progress_counts_accepted_speech(clone: Any) -> None:
    at_takes(clone)
    takes = clone.view.takes
    assert "8 more" not in clone.view.missing.text()
    record(clone, takes.record, speech_s=6.0)
    assert takes.progress.text == "0:06: 24 s to a usable voice"
    assert clone.view.missing.text().startswith("4 more seconds")
    record(clone, takes.record, speech_s=30.0)
    assert takes.progress.text.startswith("0:36: usable")
    assert clone.view.next.isEnabled()
    record(clone, takes.record, speech_s=200.0)
    assert takes.progress.text.endswith("enough for a good voice")


def test_files_are_cut_and_told_about(clone: Any, tmp_path: Path) -> None:
    at_takes(clone)
    takes = clone.view.takes
    takes.mode.buttons["files"].click()
    assert takes.files.isVisible()
    clone.child.answering = False
    takes.files.zone.dropped.emit([tmp_path / "talk.mp3"])
    assert takes.files.bar.isVisible()
    assert not takes.files.zone.isEnabled()
    takes.files.cancel.click()
    assert not takes.files.bar.isVisible()
    assert "Stopped" in takes.files.aside.text()
    clone.child.answering = True
    takes.files.zone.dropped.emit([tmp_path / "talk.mp3"])
    deliver(clone)
    assert len(takes.takes.rows) == 3
    assert "music" in takes.files.aside.text()
    assert takes.files.zone.isEnabled()


def test_space_does_nothing_among_files(clone: Any, qtbot: QtBot) -> None:
    at_takes(clone)
    before = len(clone.host.sent(StartRecording))
    clone.view.takes.mode.buttons["files"].click()
    clone.view.takes.files.choose.clearFocus()
    qtbot.keyClick(clone.view.takes, Qt.Key.Key_Space)
    assert len(clone.host.sent(StartRecording)) == before


# ---- the microphone ----


def test_the_microphone_is_open_only_where_it_is_needed(clone: Any) -> None:
    assert clone.capture.state == "closed"
    consented(clone)
    assert clone.capture.state == "open"
    assert clone.view.is_animating
    assert clone.host.sent(StartStream)[-1].config.silent
    clone.bench.window._areas[0][0].click()
    deliver(clone)
    assert clone.capture.state == "closed"
    assert not clone.view.is_animating
    assert clone.host.sent(StopStream)
    show_clone(clone)
    assert clone.capture.state == "open"
    clone.view.next.click()
    clone.view.next.click()
    assert clone.capture.state == "open"
    record(clone, clone.view.takes.record, speech_s=40.0)
    clone.view.next.click()
    deliver(clone)
    assert clone.model.page == "training"
    assert clone.capture.state == "closed"
    clone.view.back.click()
    deliver(clone)
    assert clone.capture.state == "open"
    killed = clone.child.killed
    clone.view.steps.leave.click()
    assert clone.capture.state == "closed"
    assert clone.child.killed > killed  # the checking process goes, too


def test_the_live_area_gets_its_voice_back(clone: Any) -> None:
    consented(clone)
    clone.bench.window._areas[0][0].click()
    clone.bench.window.live.transport.start.click()
    deliver(clone)
    assert clone.bench.model.state == "running"
    assert clone.capture.state == "closed"
    show_clone(clone)
    assert clone.capture.state == "open"
    assert clone.bench.model.state == "stopped"


def test_closing_the_window_closes_the_microphone(clone: Any) -> None:
    consented(clone)
    clone.bench.window.close()
    assert clone.capture.state == "closed"


# ---- keys belong to the area that is shown ----


def test_space_is_of_the_area_that_is_shown(clone: Any, qtbot: QtBot) -> None:
    at_takes(clone)
    clone.view.takes.record.setFocus()
    streams = len(clone.host.sent(StartStream))
    qtbot.keyClick(clone.bench.window, Qt.Key.Key_Space)
    deliver(clone)
    assert clone.capture.state == "recording"
    assert len(clone.host.sent(StartStream)) == streams
    for key in (Qt.Key.Key_B, Qt.Key.Key_P):
        qtbot.keyClick(clone.bench.window, key)
    assert not clone.bench.model.params.bypass
    assert not clone.bench.window.live.pause.isChecked()
    clone.bench.window._areas[0][0].click()
    deliver(clone)
    clone.bench.window.live.transport.start.clearFocus()
    clone.bench.window.setFocus()
    recordings = len(clone.host.sent(StartRecording))
    qtbot.keyClick(clone.bench.window, Qt.Key.Key_Space)
    deliver(clone)
    assert clone.bench.model.state == "running"
    assert len(clone.host.sent(StartRecording)) == recordings


def test_space_in_a_field_writes_a_space(clone: Any, qtbot: QtBot) -> None:
    clone.model.begin("Ada", speaker="Ada", language="en", colour="#37b0c8")
    deliver(clone)
    who = clone.view.who
    who.speaker.setFocus()
    qtbot.keyClicks(who.speaker, " Lovelace")
    assert who.speaker.text() == "Ada Lovelace"
    assert clone.capture.state == "open"


# ---- going on and back ----


def test_steps_lead_back_but_not_past_what_is_missing(clone: Any) -> None:
    at_takes(clone)
    steps = clone.view.steps.buttons
    assert not steps["training"].isEnabled()
    assert not steps["listen"].isEnabled()
    steps["who"].click()
    assert clone.view.page is clone.view.who
    assert steps["room"].isEnabled()
    assert not steps["takes"].isEnabled()


def test_coming_back_finds_everything(clone: Any, bench: Bench, tmp_path: Path) -> None:
    at_takes(clone)
    record(clone, clone.view.takes.record)
    clone.view.steps.leave.click()
    clone.view.start.rows["ada"].go_on.click()
    deliver(clone)
    assert clone.view.page is clone.view.takes
    assert len(clone.view.takes.takes.rows) == 1
    assert clone.view.takes.prompter.text.text() == clone.model.prompts.prompts[1].text


def test_the_takes_of_another_voice_are_not_mixed_in(clone: Any) -> None:
    at_takes(clone)
    record(clone, clone.view.takes.record)
    clone.view.steps.leave.click()
    consented(clone, name="Bo", speaker="Bo")
    clone.view.next.click()
    clone.view.next.click()
    assert not clone.view.takes.takes.rows


def test_a_lost_device_is_told_and_the_button_opens_it_again(clone: Any) -> None:
    at_takes(clone)
    clone.bench.deliver(DeviceLost(message="The microphone was unplugged."))
    takes = clone.view.takes
    assert clone.view.messages.text.text() == "The microphone was unplugged."
    assert takes.record.title == "Open again"
    takes.record.click()
    deliver(clone)
    assert clone.capture.state == "open"
    assert takes.record.title == "Record"


def test_dropped_files_are_taken(clone: Any, tmp_path: Path) -> None:
    at_takes(clone)
    takes = clone.view.takes
    takes.mode.buttons["files"].click()
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "talk.mp3"))])
    where = (QPoint(20, 20), Qt.DropAction.CopyAction, files)
    keys = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(*where, *keys)
    QApplication.sendEvent(takes.files.zone, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(takes.files.zone, QDropEvent(QPointF(20, 20), *where[1:], *keys))
    asked = clone.child.asked[-1]
    assert isinstance(asked, CutFiles)
    assert asked.paths == (str(tmp_path / "talk.mp3"),)


def test_text_that_is_dropped_is_not(clone: Any) -> None:
    at_takes(clone)
    clone.view.takes.mode.buttons["files"].click()
    text = QMimeData()
    text.setText("talk.mp3")
    event = QDragEnterEvent(
        QPoint(20, 20), Qt.DropAction.CopyAction, text, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    event.ignore()
    QApplication.sendEvent(clone.view.takes.files.zone, event)
    assert not event.isAccepted()


def test_both_themes_and_the_smallest_window(clone: Any) -> None:
    at_takes(clone)
    record(clone, clone.view.takes.record)
    clone.bench.window.resize(960, 600)
    QApplication.processEvents()
    assert clone.bench.window.size().width() == 960
    assert clone.bench.window.size().height() == 600
    for page in ("takes", "room", "who"):
        clone.model.go(page)
        QApplication.processEvents()
        shown = clone.view.page
        for child in shown.findChildren(QWidget):
            if child.isVisible() and child.accessibleName() == "Microphone spectrogram":
                assert child.height() >= 100
    dark = clone.view.grab().toImage()
    clone.bench.theme.set_mode("light")
    QApplication.processEvents()
    assert clone.view.grab().toImage() != dark
    clone.bench.theme.set_mode("dark")
