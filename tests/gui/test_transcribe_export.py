"""Exports from the window: written where it was chosen, read back, never over what is there."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from syrinx.app.transcription.formats import read_subtitles
from syrinx.app.transcription.transcript import from_json
from tests.gui.conftest import Bench
from tests.gui.transcribe_bench import Transcribing, drop, recordings, spoken

LONG = " ".join(f"word{number:02d}" for number in range(40))


@pytest.fixture
def area(bench: Bench, tmp_path: Path) -> Iterator[Transcribing]:
    made = Transcribing(bench, tmp_path / "home")
    drop(made.view, recordings(tmp_path / "one", "talk.wav", "broken.wav"))
    made.finish(spoken("hello there", LONG, speakers=[0, 1]))
    made.fail("It is broken.")
    drop(made.view, recordings(tmp_path / "two", "talk.wav"))
    made.finish(spoken("the other one"))
    assert made.said == ["broken.wav: It is broken."]
    made.said.clear()
    yield made
    made.close()


def choose(area: Transcribing, *kinds: str) -> None:
    """Choose formats as with the mouse."""
    area.view.editor.export.click()
    popover = area.view.popover
    for kind, box in popover.kinds.items():
        if box.isChecked() != (kind in kinds):
            box.click()


def test_all_formats_are_written_and_read_back(area: Transcribing, tmp_path: Path) -> None:
    popover = area.view.popover
    choose(area, "txt", "srt", "vtt", "json", "csv")
    popover.letters.setValue(30)
    popover.lines.setValue(1)
    popover.all.click()
    assert not popover.isVisible()
    for folder, words in (("one", 42), ("two", 3)):
        stem = tmp_path / folder / "talk"
        assert sorted(path.name for path in stem.parent.glob("talk.*")) == [
            "talk.csv", "talk.json", "talk.srt", "talk.txt", "talk.vtt", "talk.wav",
        ]  # fmt: skip
        done = from_json(stem.with_suffix(".json").read_text(encoding="utf-8"))
        assert sum(1 for _ in done.words()) == words
        for kind in (".srt", ".vtt"):
            cues = read_subtitles(stem.with_suffix(kind).read_text(encoding="utf-8"))
            text = " ".join(cue.text for cue in cues).replace("Speaker 1: ", "")
            assert text.replace("Speaker 2: ", "").split() == [w.text for w in done.words()]
            if kind == ".vtt":
                assert all(len(cue.lines) == 1 and len(cue.lines[0]) <= 30 for cue in cues)
        with stem.with_suffix(".csv").open(encoding="utf-8-sig", newline="") as file:
            table = list(csv.DictReader(file))
        assert [row["text"] for row in table] == [segment.text for segment in done.segments]
        assert done.segments[0].text in stem.with_suffix(".txt").read_text(encoding="utf-8")
    assert area.said == ["10 files were written beside their recordings."]


def test_one_goes_into_a_folder_and_what_is_there_is_asked_about(
    area: Transcribing, tmp_path: Path
) -> None:
    view, out = area.view, tmp_path / "out"
    out.mkdir()
    choose(area, "txt")
    area.answers.place = out
    view.popover.where.buttons["folder"].click()
    assert area.model.into == out
    assert view.popover.folder.text() == str(out)
    view.files.list.show_item(area.client.queue.items[0].id)
    view.popover.one.click()
    path = out / "talk.txt"
    assert "hello there" in path.read_text()
    assert area.said == [f"talk.txt was written to {out}."]
    assert area.view.messages.text.text() == area.said[0]  # not the error of before
    assert area.answers.asked == ["Folder of transcripts"]
    path.write_text("mine")
    # Both recordings are called talk.wav: of the two files one name is taken, one is free.
    view.export(area.model.finished())
    assert area.answers.asked[1:] == ["taken 1"]
    assert path.read_text() == "mine"
    assert "hello there" in (out / "talk (2).txt").read_text()
    assert "the other one" in (out / "talk (3).txt").read_text()
    assert area.said[1:] == [f"2 files were written to {out}."]
    area.answers.answer = "replace"
    view.export(area.model.finished()[:1])
    assert "hello there" in path.read_text()
    area.answers.answer = None
    path.write_text("mine again")
    view.export(area.model.finished()[:1])
    assert path.read_text() == "mine again"


def test_what_was_edited_a_moment_ago_is_exported(area: Transcribing, tmp_path: Path) -> None:
    view = area.view
    view.files.list.show_item(area.client.queue.items[2].id)
    area.model.editor.rewrite(0, "the better one")
    choose(area, "txt")
    view.popover.one.click()
    assert (tmp_path / "two" / "talk.txt").read_text() == "the better one\n"


def test_what_cannot_be_written_is_told_and_the_rest_is_written(
    area: Transcribing, tmp_path: Path
) -> None:
    choose(area, "json")
    area.view.popover.hide()
    first, _, third = area.client.queue.items
    (area.folder / "transcription" / "results" / f"{first.id}.json").write_text("{")
    written = area.model.export([first, third], replace=False)
    assert [path.parent.name for path in written.paths] == ["two"]
    assert "damaged" in area.said[0]
    assert area.said[1].startswith("talk.json was written to")
    # The error stays in sight: an information does not push it away.
    assert "damaged" in area.view.messages.text.text()


def test_a_recording_is_never_written_over(area: Transcribing, tmp_path: Path) -> None:
    (path,) = recordings(tmp_path, "x.wav")
    odd = path.rename(tmp_path / "talk.txt")
    drop(area.view, [odd])
    area.finish(spoken("odd"))
    choose(area, "txt")
    area.answers.answer = "replace"
    before = odd.read_bytes()
    area.view.export(area.model.finished()[-1:])
    assert odd.read_bytes() == before
    assert (tmp_path / "talk (2).txt").read_text() == "odd\n"


def test_the_choices_are_kept(area: Transcribing, qtbot: QtBot) -> None:
    popover = area.view.popover
    choose(area, "vtt")
    popover.kinds["vtt"].click()
    assert not popover.all.isEnabled()  # there is nothing to write
    popover.kinds["vtt"].click()
    assert popover.all.isEnabled()
    assert area.model.kinds == ("vtt",)
    popover.seconds.setValue(3)
    assert area.model.limits.seconds == 3
    choose(area, "txt")
    assert not popover._limits.isEnabled()
    popover.hide()
    area.bench.settings.flush()
    kept = json.loads((area.bench.settings.folder / "settings.json").read_text())
    assert kept["transcribe_formats"] == ["txt"]
    qtbot.keyClick(area.view.editor, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert popover.isVisible()
    popover.hide()
