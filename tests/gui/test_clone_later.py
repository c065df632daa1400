"""The Clone area: the room check, the training page, the listening page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from syrinx.app.clone.checking import CheckRoom
from syrinx.app.engine.messages import PlayClip, Telemetry
from syrinx.app.viewmodels.clip_picture import picture_of
from syrinx.app.views.clone_curves import tick_step
from syrinx.app.views.clone_listen import pitch_text
from syrinx.app.views.clone_progress import place
from syrinx.app.views.clone_training import left_text
from tests.gui.clone_fakes import (
    RATE,
    ROOM,
    consented,
    deliver,
    make_clone,
    record,
    show_clone,
    write_speech,
)
from tests.gui.conftest import Bench


@pytest.fixture
def clone(bench: Bench, tmp_path: Path) -> Any:
    """Return the Clone area with a voice that has its consent."""
    made = make_clone(bench, tmp_path)
    show_clone(made)
    consented(made)
    yield made
    made.model.close()


def hear(clone: Any, seconds: float, level: float = 0.0) -> None:
    """Let the microphone hear noise of this level, in steps of 50 ms."""
    rng = np.random.default_rng(7)
    for _ in range(round(seconds / 0.05)):
        piece = (level * rng.standard_normal(RATE // 20)).astype(np.float32)
        clone.host.writer.write(piece, 0 * piece)
        clone.capture.pull(0.05)


def at_training(clone: Any) -> None:
    clone.view.next.click()
    clone.view.next.click()
    deliver(clone)
    record(clone, clone.view.takes.record, speech_s=40.0)
    clone.view.next.click()
    deliver(clone)
    assert clone.view.page is clone.view.training


def at_listening(clone: Any) -> None:
    at_training(clone)
    clone.model.set_voice("ada")
    clone.view.next.click()
    deliver(clone)
    assert clone.view.page is clone.view.listen


# ---- room ----


def test_the_room_check_guides_and_keeps_what_it_found(clone: Any, qtbot: QtBot) -> None:
    clone.view.next.click()
    room = clone.view.room
    assert "not checked" in clone.view.missing.text()
    assert clone.view.next.isEnabled()
    qtbot.keyClick(room, Qt.Key.Key_Space)
    assert "Say nothing" in room.title.text()
    assert room.count.text() == "3"
    hear(clone, 1.5, 0.001)
    room.refresh()
    assert room.count.text() == "2"
    hear(clone, 1.7, 0.001)
    assert clone.room.state == "speech"
    assert room.text.text() == clone.model.prompts.prompts[0].text
    hear(clone, 6.0, 0.1)
    deliver(clone)
    assert clone.model.project.room == ROOM
    assert clone.store.load("ada").room == ROOM
    texts = room.results.texts()
    for item in ROOM["items"]:
        assert item["name"] in texts
        assert item["level"] in texts  # a word, not a colour alone
    assert any("carpet" in text for text in texts)
    assert "spoils" in clone.view.missing.text()
    assert clone.view.next.isEnabled()
    assert room.start.text() == "Check again"


def test_the_room_is_judged_by_silence_and_then_speech(clone: Any) -> None:
    clone.view.next.click()
    clone.room.start()
    hear(clone, 3.0, 0.001)
    hear(clone, 6.2, 0.1)
    deliver(clone)
    audio, rate = clone.child.heard
    assert rate == RATE
    edge = 3 * RATE
    assert len(audio) >= 9 * RATE
    assert np.std(audio[: edge - RATE // 10]) == pytest.approx(0.001, rel=0.1)
    assert np.std(audio[edge + RATE // 10 :]) == pytest.approx(0.1, rel=0.1)
    question = next(q for q in clone.child.asked if isinstance(q, CheckRoom))
    assert not Path(question.path).exists()


def test_a_check_that_is_stopped_or_left_judges_nothing(clone: Any) -> None:
    clone.view.next.click()
    clone.view.room.start.click()
    hear(clone, 1.0)
    clone.view.room.start.click()
    assert clone.room.state == "idle"
    clone.view.room.start.click()
    hear(clone, 1.0)
    clone.view.back.click()
    assert clone.room.state == "idle"
    hear(clone, 12.0)
    assert not any(isinstance(q, CheckRoom) for q in clone.child.asked)
    assert not clone.model.project.room


# ---- training ----


def test_training_starts_by_space_and_is_never_stopped_by_it(clone: Any, qtbot: QtBot) -> None:
    at_training(clone)
    page = clone.view.training
    assert "0:40 minutes" in page.title.text()
    qtbot.keyClick(page, Qt.Key.Key_Space)
    assert clone.training.calls == ["start"]
    qtbot.keyClick(clone.bench.window.focusWidget() or page, Qt.Key.Key_Space)
    assert clone.training.calls == ["start"]
    assert not page.start.isVisible()
    page.cancel.click()
    assert clone.training.calls == ["start", "cancel"]


def test_training_shows_time_and_curves(clone: Any) -> None:
    at_training(clone)
    page = clone.view.training
    clone.training.learn(100)
    assert page.bar.value() == round(1000 * clone.training.share)
    assert page.left.text() == "About 80 seconds left"
    assert "Fine-tuning" in page.stage.text()
    likeness = clone.training.curve[-1].similarity
    assert f"{likeness:.2f}" in page.similarity.accessibleDescription()
    assert "kept apart" in page.loss.accessibleDescription()
    low, high = page.loss.span()
    values = [p.loss for p in clone.training.curve]
    assert low <= min(values) <= max(values) <= high


def test_the_microphone_stays_closed_while_it_trains(clone: Any) -> None:
    at_training(clone)
    clone.training.start()
    assert clone.capture.state == "closed"
    clone.bench.window._areas[0][0].click()
    clone.bench.window.live.transport.start.click()
    deliver(clone)
    assert clone.bench.model.state == "running"
    show_clone(clone)
    assert clone.capture.state == "closed"
    assert clone.bench.model.state == "running"  # live conversion goes on


def test_a_voice_lets_one_go_on_and_a_failure_says_why(clone: Any) -> None:
    at_training(clone)
    page = clone.view.training
    assert not clone.view.next.isEnabled()
    clone.training.tell(state="failed", problem="The disk is full: make room.")
    assert page.verdict.title.text() == "The disk is full: make room."
    assert page.start.text() == "Try it again"
    clone.model.set_voice("ada")
    clone.training.tell(state="done", problem="")
    assert clone.view.next.isEnabled()
    assert page.start.text() == "Make it again"


# ---- listen ----


def test_a_sentence_before_and_after(clone: Any, qtbot: QtBot) -> None:
    at_listening(clone)
    page = clone.view.listen
    assert page.words.text() == "Not measured yet"
    qtbot.keyClick(page, Qt.Key.Key_Space)
    deliver(clone)
    write_speech(Path(clone.host.recording))
    qtbot.keyClick(page, Qt.Key.Key_Space)
    deliver(clone)
    assert not page.source.picture.is_empty
    assert not page.converted.picture.is_empty
    assert page.words.text() == clone.listen.words.capitalize()
    assert "0.71" in page.before.text()
    assert "5.5 semitones up" in page.pitch.text()
    page.converted.play.click()
    clone.bench.deliver()
    clone.bench.deliver(Telemetry(streaming=True, clips=(("", 1.5),)))
    assert clone.host.sent(PlayClip)[-1].path == str(clone.listen.converted)
    assert page.converted.play.text() == "Stop"
    assert page.converted.picture._place == pytest.approx(0.5)
    assert page.source.play.text() == "Play"
    # The sentence is no take.
    assert len(clone.model.project.takes) == 1


def test_a_kept_voice_leaves_the_wizard(clone: Any) -> None:
    at_listening(clone)
    kept: list[str] = []
    clone.listen.kept.connect(kept.append)
    clone.view.listen.save.click()
    assert kept == ["ada"]
    assert clone.view.page is clone.view.start
    assert clone.capture.state == "closed"


def test_discarding_asks_first(clone: Any) -> None:
    at_listening(clone)
    page = clone.view.listen
    page.discard.click()
    page.keep.click()
    assert clone.store.list()
    page.discard.click()
    assert not page.save.isVisible()
    unwanted: list[str] = []
    clone.model.voice_discarded.connect(unwanted.append)
    voice_id = clone.model.project.voice_id
    page.really.click()
    assert not clone.store.list()
    assert clone.view.page is clone.view.start
    assert unwanted == [voice_id]


def test_recordings_are_deleted_from_the_list_without_the_voice(clone: Any) -> None:
    at_listening(clone)
    unwanted: list[str] = []
    clone.model.voice_discarded.connect(unwanted.append)
    clone.view.leave()
    row = clone.view.start.rows["ada"]
    row.delete.click()
    row.really.click()
    assert not clone.store.list()
    assert unwanted == []


# ---- the microphone, closed and opened at once ----


def test_the_newest_stream_is_heard(clone: Any) -> None:
    clone.capture.close()
    clone.capture.open()
    clone.capture.close()
    clone.capture.open()  # two streams begin before the first answer
    deliver(clone)
    heard: list[int] = []
    clone.capture.audio_pulled.connect(lambda audio: heard.append(len(audio)))
    hear(clone, 0.5, 0.1)
    assert sum(heard) == pytest.approx(RATE // 2, abs=512)  # taps come in blocks


# ---- small things by closed form ----


def test_the_bar_gives_the_first_half_minute_a_third() -> None:
    assert place(0.0) == 0.0
    assert place(15.0) == pytest.approx(1 / 6)
    assert place(30.0) == pytest.approx(1 / 3)
    assert place(29.999) == pytest.approx(place(30.001), abs=1e-3)
    assert place(1e6) == 1.0


@pytest.mark.parametrize(("span", "step"), [(1.0, 0.2), (0.3, 0.05), (6.0, 1.0), (12.0, 2.0)])
def test_ticks_are_round(span: float, step: float) -> None:
    assert tick_step(span) == pytest.approx(step)


def test_times_and_pitches_in_words() -> None:
    assert left_text(3.0) == "A few seconds left"
    assert left_text(42.0) == "About 40 seconds left"
    assert left_text(130.0) == "About 2 minutes left"
    assert "down" in pitch_text(-4.0)
    assert "none" in pitch_text(0.2)


def test_a_picture_shows_a_tone_where_it_is(tmp_path: Path) -> None:
    import soundfile

    from syrinx.app.viewmodels.spectrogram import FrequencyAxis

    path = tmp_path / "tone.wav"
    t = np.arange(2 * RATE) / RATE
    soundfile.write(path, 0.3 * np.sin(2 * np.pi * 1000 * t) * (t < 1), RATE)
    levels, seconds = picture_of(path)
    assert seconds == 2.0
    assert levels.shape == (200, 288)
    assert levels[50].argmax() == pytest.approx(FrequencyAxis().position(1000.0) * 288, abs=2)
    assert levels[150].max() == 0
    assert picture_of(tmp_path / "none.wav")[1] == 0.0
