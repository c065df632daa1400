"""Live captions in the window: on a fake process, and through the real one that hears beeps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import psutil
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from syrinx.app.caption_area import CaptionArea
from syrinx.app.clone.child import ChildProcess
from syrinx.app.engine.messages import EngineFailed, StreamStopped
from syrinx.app.engine.taps import CHUNK
from syrinx.app.services.caption_client import CaptionClient
from syrinx.app.transcription import formats
from syrinx.app.transcription.caption_process import NotListening
from syrinx.app.viewmodels.actions import ActionRegistry
from syrinx.app.viewmodels.captions import KEY, CaptionModel
from syrinx.app.views.caption_text import CaptionText
from syrinx.app.views.caption_window import CaptionDialogs
from tests.gui.caption_fakes import FakeChild
from tests.gui.conftest import Bench
from tests.gui.fakes import RATE
from tests.transcription.fake_recognizer import beep_main, beeps


class Room(SimpleNamespace):
    """A window with captions on a fake process."""

    bench: Bench
    child: FakeChild
    area: CaptionArea

    @property
    def model(self) -> CaptionModel:
        return self.area.model

    def deliver(self) -> None:
        self.bench.deliver()
        self.client._on_poll()
        QApplication.processEvents()

    def on(self) -> None:
        self.area.button.click()
        self.deliver()


@pytest.fixture
def make_room(make_bench: Callable[..., Bench]) -> Iterator[Callable[..., Room]]:
    made: list[Room] = []

    def make(child: object | None = None) -> Room:
        bench = make_bench()
        child = child or FakeChild()
        client = CaptionClient(child)  # type: ignore[arg-type]
        area = CaptionArea(
            bench.window, bench.model, bench.settings, bench.theme, bench.settings.folder,
            client=client,
        )  # fmt: skip
        messages: list[str] = []
        bench.model.message_posted.connect(lambda message: messages.append(message.text))
        room = Room(bench=bench, child=child, client=client, area=area, messages=messages)
        made.append(room)
        return room

    yield make
    for room in made:
        room.area.close()
        room.area.model.deleteLater()
        room.client.deleteLater()


@pytest.fixture
def room(make_room: Callable[..., Room]) -> Room:
    return make_room()


def test_off_until_somebody_wants_them(room: Room) -> None:
    assert not room.area.window.isVisible()
    assert room.child.asked == []
    room.on()
    assert room.area.window.isVisible()
    assert room.area.button.isChecked()
    (question,) = room.child.asked
    assert question.tap_name == room.bench.host.tap_name
    assert question.source == "input"
    assert room.area.window.text.shown_lines() == ["Reading the recogniser…"]
    room.child.ready()
    room.deliver()
    assert room.area.window.text.shown_lines() == ["Start the voice to see captions."]
    room.bench.model.start()
    room.deliver()
    assert room.area.window.text.shown_lines() == ["What is said appears here."]
    room.area.window.shut.click()
    assert not room.area.window.isVisible()
    assert not room.area.button.isChecked()
    assert room.child.killed == 1
    assert not room.client.is_listening


def test_words_and_how_late_they_are(room: Room) -> None:
    now = [100.0]
    room.model._clock = lambda: now[0]
    room.on()
    room.child.ready()
    window = room.area.window
    room.child.say("hello")
    now[0] = 101.3
    room.deliver()
    assert window.text.shown_lines() == ["hello"]
    assert window.lag.text() == ""
    assert not window.save.isEnabled()
    room.child.say("", "Hello world")
    now[0] = 101.5
    room.deliver()
    assert window.text.shown_lines() == ["Hello world"]
    # The words were over at 101.0: seen after 300 and 500 ms.
    assert window.lag.text() == "400 ms behind"
    window.copy.click()
    assert QGuiApplication.clipboard().text() == "Hello world"


def test_only_the_last_two_lines_are_shown(qtbot: QtBot, make_bench: Callable[..., Bench]) -> None:
    bench = make_bench()
    text = CaptionText(bench.theme)
    qtbot.addWidget(text)
    text.resize(300, 100)
    words = [f"word{number}" for number in range(40)]
    text.show_text(" ".join(words[:30]), " ".join(words[30:]))
    lines = text.shown_lines()
    assert len(lines) == 2
    assert " ".join(lines).split() == words[-len(" ".join(lines).split()) :]
    image = text.grab().toImage()
    assert len({image.pixel(x, y) for x in range(0, 300, 3) for y in range(0, 100, 3)}) > 3
    text.close()


def test_another_source_other_letters_and_the_next_start(room: Room) -> None:
    room.on()
    window = room.area.window
    window.source.setCurrentIndex(1)
    assert [question.source for question in room.child.asked] == ["input", "output"]
    before = window.text.font().pixelSize()
    window.larger.click()
    assert window.text.font().pixelSize() > before
    window.opacity.setValue(40)
    assert room.model.opacity == pytest.approx(0.4)
    kept = room.bench.settings.recall(KEY)
    assert kept == {
        "source": "output", "model": "syrinx", "font_size": before + 4, "opacity": 40,
    }  # fmt: skip
    again = CaptionModel(room.client, room.bench.model, room.bench.settings)
    assert (again.source, again.font_size, again.state) == ("output", before + 4, "off")
    room.bench.settings.remember(KEY, {"source": 7, "font_size": "x", "opacity": 1e9, "model": 3})
    odd = CaptionModel(room.client, room.bench.model, room.bench.settings)
    assert (odd.source, odd.font_size, odd.opacity, odd.model_id) == ("input", 26, 1.0, "syrinx")
    for model in (again, odd):
        model.deleteLater()


def test_a_recogniser_of_the_user_listens(room: Room) -> None:
    room.model._models = lambda: [("mine", "Mine & yours")]
    window = room.area.window
    room.on()
    window._fill_menu()
    actions = window._menu.actions()
    assert [action.text() for action in actions] == ["Syrinx", "Mine && yours"]
    assert [action.isChecked() for action in actions] == [True, False]
    actions[1].trigger()
    assert [question.model for question in room.child.asked] == ["syrinx", "mine"]
    assert room.model.state == "loading"
    # It is gone: the next time ours listens again.
    token = room.child.asked[-1].token
    room.child.answers.append(NotListening(token=token, message="There is no such model."))
    room.deliver()
    assert room.messages[-1] == "There is no such model."
    room.on()
    assert room.child.asked[-1].model == "syrinx"


def test_another_engine_is_listened_to(room: Room) -> None:
    room.on()
    first = room.bench.host.tap_name
    room.child.ready()
    room.deliver()
    # A stream that starts again on the same engine needs nothing.
    room.bench.model.start()
    room.deliver()
    assert [question.tap_name for question in room.child.asked] == [first]
    room.bench.host.events.append(EngineFailed(message="The engine died."))
    room.deliver()
    assert room.model.is_on


def test_errors_switch_it_off_and_are_told(room: Room) -> None:
    room.on()
    token = room.child.asked[-1].token
    room.child.answers.append(NotListening(token=token, message="There is no recogniser."))
    room.deliver()
    assert room.messages[-1] == "There is no recogniser."
    assert not room.model.is_on
    assert not room.area.window.isVisible()
    room.on()
    room.child.dies = True
    room.deliver()
    assert "stopped unexpectedly" in room.messages[-1]
    assert not room.model.is_on


def test_what_was_said_is_saved(room: Room, tmp_path: Path) -> None:
    class Answers(CaptionDialogs):
        path: Path | None = None

        def file_to_save(self, parent: object) -> Path | None:
            return self.path

    dialogs = Answers()
    room.area.window._dialogs = dialogs
    room.on()
    room.child.ready()
    room.child.say("three", "one two")
    room.deliver()
    for kind in ("srt", "vtt", "txt"):
        dialogs.path = tmp_path / f"said.{kind}"
        room.area.window.save.click()
    assert (tmp_path / "said.txt").read_text() == "one two\n"
    for kind in ("srt", "vtt"):
        (cue,) = formats.read_subtitles((tmp_path / f"said.{kind}").read_text())
        assert cue.text == "one two"
    dialogs.path = tmp_path / "no" / "said.srt"
    room.area.window.save.click()
    assert "Cannot write" in room.messages[-1]
    dialogs.path = tmp_path / "said.doc"
    room.area.window.save.click()
    assert "no format" in room.messages[-1]
    dialogs.path = None
    room.area.window.save.click()


def test_actions_switch_and_clear(room: Room) -> None:
    registry = ActionRegistry()
    room.area.offer(registry)
    registry.call("captions")
    assert room.model.is_on
    action = registry.find("captions")
    assert action is not None
    assert action.is_on is not None
    assert action.is_on()
    room.child.ready()
    room.child.say("two", "one")
    room.deliver()
    registry.call("captions_clear")
    assert room.model.text == ""
    registry.call("captions")
    assert not room.model.is_on
    registry.deleteLater()


def test_the_window_is_moved_by_its_middle(room: Room, qtbot: QtBot) -> None:
    room.on()
    window = room.area.window
    before = window.pos()
    middle = window.text.mapTo(window, window.text.rect().center())
    qtbot.mousePress(window, Qt.MouseButton.LeftButton, pos=middle)
    if window._grabbed is not None:  # else the system moves it
        qtbot.mouseMove(window, middle + QPoint(40, -30))
        assert window.pos() == before + QPoint(40, -30)
    qtbot.mouseRelease(window, Qt.MouseButton.LeftButton, pos=middle)
    flags = window.windowFlags()
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert flags & Qt.WindowType.FramelessWindowHint
    window.close()
    assert not room.model.is_on


def test_through_the_real_process(make_room: Callable[..., Room], qtbot: QtBot) -> None:
    child = ChildProcess(beep_main, "nowhere", name="captions-of-a-test")
    room = make_room(child)
    room.bench.model.start()
    room.bench.deliver()
    room.area.button.click()
    qtbot.waitUntil(lambda: room.model.state == "listening", timeout=30_000)
    assert child.pid is not None
    assert psutil.Process(child.pid).nice() >= 10
    sound = beeps("one two three", RATE)
    whole = len(sound) - len(sound) % CHUNK
    for block in sound[:whole].reshape(-1, CHUNK):
        room.bench.host.writer.write(block, np.zeros_like(block))
    qtbot.waitUntil(lambda: room.model.text == "one two three", timeout=30_000)
    room.bench.host.events.append(StreamStopped(reason="command"))
    room.bench.deliver()
    pid = child.pid
    room.model.stop()
    assert not psutil.pid_exists(pid)
