"""The training process as Qt sees it, on a host without a process."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from syrinx.app.clone import training_messages as m
from syrinx.app.services.train_client import TrainClient, make_training_host
from syrinx.dsp.errors import SyrinxError


class FakeTraining:
    """Says what it is given, and ends when a job ends."""

    def __init__(self) -> None:
        self.events: list[m.Event] = []
        self.commands: list[object] = []
        self.running = False
        self.closed = False
        self.refuses = False

    def start(self, folder: Path, *, live: bool = False) -> None:
        if self.refuses:
            raise SyrinxError("A voice is being made already.")
        self.running = True
        self.commands.append((folder, live))

    def send(self, command: object) -> None:
        self.commands.append(command)

    def poll(self) -> list[m.Event]:
        events, self.events = self.events, []
        if any(m.is_end(event) for event in events):
            self.running = False
        return events

    def close(self) -> None:
        self.closed = True
        self.running = False


@pytest.fixture
def host() -> FakeTraining:
    return FakeTraining()


@pytest.fixture
def client(host: FakeTraining, qtbot: QtBot):  # type: ignore[no-untyped-def]
    made = TrainClient(lambda: host)
    yield made
    made.close()
    made.deleteLater()


def test_a_job_from_start_to_end(host: FakeTraining, client: TrainClient, qtbot: QtBot) -> None:
    told: list[m.Event] = []
    client.event_received.connect(told.append)
    assert not client.running
    client.set_live(True)
    client.start(Path("/job"))
    assert client.running
    assert host.commands == [(Path("/job"), True)]
    host.events = [m.StageChanged(stage="reading", share=0.5)]
    qtbot.waitUntil(lambda: len(told) == 1, timeout=5000)
    client.set_live(False)
    client.cancel()
    assert host.commands[1:] == [m.LiveStream(runs=False), m.CancelTraining()]
    host.events = [m.Remark(text="x"), m.TrainingCancelled()]
    qtbot.waitUntil(lambda: not client.running, timeout=5000)
    assert told[1:] == [m.Remark(text="x"), m.TrainingCancelled()]
    assert not client._timer.isActive()


def test_what_cannot_start_is_an_event(host: FakeTraining, client: TrainClient) -> None:
    told: list[m.Event] = []
    client.event_received.connect(told.append)
    host.refuses = True
    client.start(Path("/job"))
    assert told == [m.TrainingFailed(message="A voice is being made already.")]
    assert not client.running


def test_the_end_of_one_job_may_start_the_next(
    host: FakeTraining, client: TrainClient, qtbot: QtBot
) -> None:
    def on_event(event: m.Event) -> None:
        if m.is_end(event) and len(host.commands) < 2:
            client.start(Path("/second"))

    client.event_received.connect(on_event)
    client.start(Path("/first"))
    host.events = [m.TrainingCancelled()]
    qtbot.waitUntil(lambda: len(host.commands) == 2, timeout=5000)
    assert client.running
    assert client._timer.isActive()
    client.close()
    assert host.closed
    assert not client.running


def test_the_real_host_says_that_there_is_no_job(tmp_path: Path) -> None:
    host = make_training_host(tmp_path)
    with pytest.raises(SyrinxError, match="no training job"):
        host.start(tmp_path / "none")
    assert not host.running
    assert host.poll() == []
    host.close()
