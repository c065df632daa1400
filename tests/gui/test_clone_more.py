"""The wizard's picture, takes put aside later, and the statement in the Voices area."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from syrinx.app.clone.odd_takes import PROBLEM
from syrinx.app.clone.project import Take
from syrinx.app.clone.training_job import read_job, write_job
from syrinx.app.engine.messages import ClipStopped, PlayClip, StopStream
from syrinx.app.viewmodels.clone_training import TrainingModel
from syrinx.app.viewmodels.recording_player import WHILE_LIVE, RecordingPlayer
from tests.app.voices import png
from tests.clone.test_odd_takes import embedding
from tests.gui.clone_fakes import consented, deliver, make_clone, record, show_clone, write_speech
from tests.gui.conftest import Bench


@pytest.fixture
def clone(bench: Bench, tmp_path: Path) -> Any:
    made = make_clone(bench, tmp_path / "home")
    show_clone(made)
    yield made
    made.model.close()


def test_a_picture_is_chosen_shown_and_taken_away(clone: Any, tmp_path: Path) -> None:
    clone.model.begin("Ada", speaker="Ada", language="en", colour="#37b0c8")
    deliver(clone)
    who = clone.view.who
    assert not who.no_picture.isVisible()
    file = tmp_path / "face.png"
    file.write_bytes(png())
    who._dialogs.picture = lambda _parent: file
    who.choose.click()
    assert clone.store.picture_of(clone.model.project).read_bytes()[:4] == b"\x89PNG"
    assert who._face.isVisible()
    assert clone.store.load("ada").picture == "picture.png"
    who.no_picture.click()
    assert not who._face.isVisible()
    assert not list(clone.store.folder("ada").glob("picture*"))


def test_a_broken_picture_is_one_sentence(clone: Any, tmp_path: Path) -> None:
    clone.model.begin("Ada", speaker="Ada", language="en", colour="#37b0c8")
    file = tmp_path / "face.png"
    file.write_bytes(b"no picture")
    clone.view.who._dialogs.picture = lambda _parent: file
    clone.view.who.choose.click()
    assert clone.model.project.picture == ""
    assert "not a picture" in clone.view.messages.text.text()


def test_the_picture_travels_with_the_job(clone: Any, tmp_path: Path) -> None:
    consented(clone)
    clone.model.set_picture(png())
    clone.model.go("takes")
    clone.child.seconds = 12.0
    job = TrainingModel._job(_model(clone), _with_take(clone), "ada")
    assert Path(job.picture).name == "picture.png"
    write_job(tmp_path / "job", job)
    assert read_job(tmp_path / "job") == job


def _model(clone: Any) -> Any:
    made = TrainingModel.__new__(TrainingModel)
    made.__dict__["_wizard"] = clone.model
    return made


def _with_take(clone: Any) -> Any:
    project = clone.model.project
    path = clone.store.new_recording(project)
    write_speech(path)
    return clone.store.add_take(project, path, Take(file="new", seconds=3.0, accepted=True))


def test_a_stranger_among_the_takes_is_found_by_the_fourth(clone: Any) -> None:
    consented(clone)
    clone.model.go("room")
    clone.model.go("takes")
    deliver(clone)
    speakers = iter([2, 1, 1, 1])
    checked = clone.child.checked

    def answer(token: int) -> Any:
        return replace(checked(token), embedding=embedding(next(speakers), token))

    clone.child.checked = answer
    for _ in range(4):
        record(clone, clone.view.takes.record)
    takes = clone.model.project.takes
    assert [take.accepted for take in takes] == [False, True, True, True]
    assert takes[0].problems == (PROBLEM,)
    assert "another person" in clone.view.messages.text.text()
    assert clone.view.takes.takes.count.text() == "3 accepted"


def test_the_statement_is_heard_only_while_nobody_else_listens(clone: Any, bench: Bench) -> None:
    clone.model.leave()
    player = RecordingPlayer(clone.capture, bench.model)
    said: list[Any] = []
    player.message_posted.connect(said.append)
    bench.model.start()
    bench.deliver()
    player.toggle(Path("consent.flac"))
    assert [message.text for message in said] == [WHILE_LIVE]
    assert not bench.host.sent(PlayClip)
    bench.model.stop()
    bench.deliver()
    clone.capture.close()
    player.toggle(Path("consent.flac"))
    deliver(clone)
    assert Path(bench.host.sent(PlayClip)[-1].path) == Path("consent.flac")
    stops = len(bench.host.sent(StopStream))
    bench.deliver(ClipStopped(path="consent.flac", reason="ended", seconds=3.0))
    assert clone.capture.state == "closed"
    assert len(bench.host.sent(StopStream)) == stops + 1
