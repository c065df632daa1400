"""A new user in the Clone area, from the first page to a voice that converts live.

Nothing is faked but the person: the engine, the checking and the training are real processes, on
the scripted device and on JACK's dummy device. Fine-tuning is cut down to two steps.
"""

from __future__ import annotations

import contextlib
import dataclasses
import time
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import pytest
import soundfile
import soxr
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from syrinx.app.clone_area import CloneArea
from syrinx.app.engine.dummy_jack import dummy_jack
from syrinx.app.engine.host import EngineHost
from syrinx.app.engine.messages import Command, DeviceScript, StartStream, Telemetry
from syrinx.app.services.engine_client import EngineClient
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.viewmodels.clone_training import TrainingModel
from syrinx.app.viewmodels.library import LibraryModel
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.views.main_window import MainWindow
from syrinx.app.views.theme import Theme
from syrinx.app.voices import VoiceLibrary

RATE = 48_000
QUIET_S, SPEECH_S = 1.5, 9.0
LOOP_S = QUIET_S + SPEECH_S


class Person(Protocol):
    """Says the same nine seconds over and over, with a pause between."""

    def place_s(self) -> float:
        """Seconds since the last pause began."""
        ...


def spoken() -> np.ndarray:
    """A pause, then nine seconds of one person, 48 kHz."""
    path = resources.files("syrinx.assets") / "speech" / "others.ogg"
    audio, rate = soundfile.read(
        str(path), dtype="float32", start=round(18.4 * 16_000), frames=round(SPEECH_S * 16_000)
    )
    speech = soxr.resample(audio, rate, RATE)
    quiet = np.zeros(round(QUIET_S * RATE), np.float32)
    room = 3e-5 * np.random.default_rng(0).standard_normal(len(quiet) + len(speech))
    return (np.concatenate((quiet, speech)) + room).astype(np.float32)


class ScriptedHost(EngineHost):
    """The real engine, with a device made of a file; itself the person."""

    def __init__(self, home: Path, path: Path) -> None:
        super().__init__(home=home)
        self._script = DeviceScript(input_path=str(path), sample_rate=RATE)
        self._told = (0.0, 0.0)

    def send(self, command: Command) -> None:
        if isinstance(command, StartStream):
            config = dataclasses.replace(command.config, script=self._script)
            command = StartStream(config=config)
        super().send(command)

    def poll(self) -> list[Any]:
        events = super().poll()
        for event in events:
            if isinstance(event, Telemetry) and event.streaming:
                self._told = (event.stream_s, time.monotonic())
        return events

    def place_s(self) -> float:
        stream_s, at = self._told
        return (stream_s + time.monotonic() - at) % LOOP_S


class JackPerson:
    """Speaks into whatever records from JACK."""

    def __init__(self, audio: np.ndarray) -> None:
        import jack

        self._audio, self._position = audio, 0
        self._client = jack.Client("person", no_start_server=True)
        self._port = self._client.outports.register("mouth")
        self._client.set_process_callback(self._speak)
        self._client.activate()

    def _speak(self, frames: int) -> None:
        index = np.arange(self._position, self._position + frames) % len(self._audio)
        self._port.get_array()[:] = self._audio[index]
        self._position = (self._position + frames) % len(self._audio)

    def connect(self) -> None:
        """Plug the mouth into every microphone that is open, instead of the silent device."""
        for port in self._client.get_ports(is_audio=True, is_input=True):
            if port.name.startswith(("system", "person")):
                continue
            before = self._client.get_all_connections(port)
            for other in before:
                if other.name.startswith("system"):
                    self._client.disconnect(other, port)
            if all(other.name != self._port.name for other in before):
                self._client.connect(self._port, port)

    def place_s(self) -> float:
        self.connect()
        return self._position / RATE

    def close(self) -> None:
        self._client.deactivate()
        self._client.close()


@contextlib.contextmanager
def scripted(home: Path) -> Iterator[tuple[EngineHost, Person]]:
    path = home / "person.wav"
    soundfile.write(path, spoken(), RATE, subtype="FLOAT")
    host = ScriptedHost(home, path)
    yield host, host


@contextlib.contextmanager
def through_jack(home: Path) -> Iterator[tuple[EngineHost, Person]]:
    with dummy_jack():
        person = JackPerson(spoken())
        try:
            yield EngineHost(home=home), person
        finally:
            person.close()


class Journey:
    """The window with its areas, and hands to use it."""

    def __init__(self, host: EngineHost, person: Person, home: Path, qtbot: QtBot) -> None:
        self.person, self.qtbot = person, qtbot
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.client = EngineClient(lambda: host)
        self.settings = SettingsStore(home)
        self.theme = Theme(application, "dark")
        self.library = VoiceLibrary(home)
        self.live = LiveModel(self.client, self.settings, self.library.list)
        voices = LibraryModel(self.library, self.settings)
        self.window = MainWindow(self.live, self.theme, self.settings, voices)
        self.area = CloneArea(self.window, self.live, self.client, self.theme, self.library, home)
        self.errors: list[str] = []
        for model in (self.live, self.area.wizard):
            model.message_posted.connect(self._on_message)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.live.open()
        self.window.show_area(self.area.view)

    def _on_message(self, message: Any) -> None:
        if message.level == "error":
            self.errors.append(message.text)

    def wait(self, ready: Callable[[], bool], seconds: float = 60.0) -> None:
        self.qtbot.waitUntil(lambda: bool(ready() or self.errors), timeout=round(1000 * seconds))
        assert self.errors == []

    def say(self, page: Any, rounds: int = 1) -> None:
        """Press the key in a pause, let the person speak, press it in a later pause."""
        capture = self.area.wizard.capture
        self.wait(lambda: capture.state == "open")
        page.record.setFocus()
        self.wait(lambda: 0.1 < self.person.place_s() < 0.6, 30.0)
        self.qtbot.keyClick(page, Qt.Key.Key_Space)
        self.wait(lambda: capture.state == "recording")
        for _ in range(rounds):
            self.wait(lambda: 3.0 < self.person.place_s() < 6.0, 30.0)
            self.wait(lambda: self.person.place_s() < 1.2, 30.0)
        self.wait(lambda: 0.6 < self.person.place_s() < 1.2, 30.0)
        self.qtbot.keyClick(page, Qt.Key.Key_Space)
        self.wait(lambda: capture.state == "open" and not self.area.wizard.checking)

    def close(self) -> None:
        self.area.close()
        self.window.close()
        self.live.close()
        for item in (self.window, self.theme, self.live, self.settings, self.client):
            item.deleteLater()


@pytest.mark.slow
@pytest.mark.parametrize("device", [scripted, pytest.param(through_jack, marks=pytest.mark.jack)])
def test_a_new_user_makes_a_voice_and_speaks_with_it(
    device: Callable[[Path], Any],
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SYRINX_HOME", str(tmp_path))
    whole = TrainingModel._job

    def short(model: TrainingModel, *args: Any) -> Any:
        return dataclasses.replace(whole(model, *args), tuning={"steps": 2, "rows": 2})

    monkeypatch.setattr(TrainingModel, "_job", short)
    with device(tmp_path) as (host, person):
        journey = Journey(host, person, tmp_path, qtbot)
        try:
            _make_a_voice(journey)
            _speak_with_it(journey)
        finally:
            journey.close()


def _make_a_voice(journey: Journey) -> None:
    view, wizard, qtbot = journey.area.view, journey.area.wizard, journey.qtbot
    qtbot.keyClicks(view.start.name, "Grandma Ida")
    qtbot.keyClick(view.start.name, Qt.Key.Key_Return)
    qtbot.keyClicks(view.who.speaker, "Ida Lund")
    # The person says something else than what is shown: in English a recogniser would hear it, in
    # Mandarin the length alone is looked at.
    view.who.language.set_value("zh")
    view.who.commit()
    journey.say(view.who, rounds=2)
    assert wizard.project is not None
    assert wizard.project.consent is not None, wizard.verdict
    view.next.click()
    assert wizard.page == "room"
    view.next.click()
    assert wizard.page == "takes"
    while wizard.project.speech_s < 10.0:
        count = len(wizard.project.takes)
        journey.say(view.takes)
        assert len(wizard.project.takes) == count + 1, wizard.verdict
    view.next.click()
    assert wizard.page == "training"
    view.training.start.click()
    journey.wait(lambda: journey.area.training.state in ("done", "failed"), 240.0)
    assert journey.area.training.state == "done", journey.area.training.problem
    view.next.click()
    assert wizard.page == "listen"
    listen = journey.area.listen
    journey.say(view.listen)
    journey.wait(lambda: listen.state in ("ready", "failed"), 120.0)
    assert listen.state == "ready"
    # The person reads with the voice that was made of the same person.
    assert listen.similarity is not None
    assert listen.similarity > 0.3
    view.listen.save.click()


def _speak_with_it(journey: Journey) -> None:
    live = journey.live
    assert journey.window.stack.currentWidget() is journey.window.live
    assert live.voice is not None
    assert live.voice.name == "Grandma Ida"
    assert live.voice.consent is not None
    assert journey.library.get("grandma-ida").adapter is not None
    live.start()
    journey.wait(lambda: live.state == "running")
    assert live.stream is not None
    assert live.stream.voice_id == "grandma-ida"
    heard: list[float] = []

    def listened() -> bool:
        journey.person.place_s()
        heard.append(live.output_meter.level_dbfs)
        return max(heard) > -40.0

    journey.wait(listened, 30.0)
    live.stop()
    journey.wait(lambda: live.state == "stopped")
