"""Clips and silent streams through the client, on the fake host: what the wizard builds on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from syrinx.app.engine import messages as m
from syrinx.app.services.engine_client import EngineClient
from tests.gui.fakes import CLIP_S, FakeHost


@pytest.fixture
def host() -> FakeHost:
    return FakeHost()


@pytest.fixture
def client(qapp: object, host: FakeHost) -> Iterator[EngineClient]:
    made = EngineClient(lambda: host)
    yield made
    made.close()
    made.deleteLater()


def test_what_the_client_is_asked_reaches_the_host_and_the_answers_come_back(
    client: EngineClient, host: FakeHost
) -> None:
    told: list[m.Event] = []
    client.event_received.connect(told.append)
    client.start_stream(m.EngineConfig(silent=True, voice_id="kathleen"))
    client._on_poll()
    started = next(event for event in told if isinstance(event, m.StreamStarted))
    assert started.voice_id is None
    assert started.latency.chain_ms == 0
    told.clear()
    client.play_clip(Path("a.wav"))
    client.play_clip(Path("b.wav"), gain_db=-6.0)
    client.stop_clip()
    client.stop_clip()
    client.play_clip(Path("c.wav"))
    client._on_poll()
    host.end_clip()
    client._on_poll()
    assert host.sent(m.PlayClip)[1] == m.PlayClip(path="b.wav", gain_db=-6.0)
    assert len(host.sent(m.StopClip)) == 2
    assert [(type(event), event.path) for event in told] == [  # type: ignore[union-attr]
        (m.ClipStarted, "a.wav"),
        (m.ClipStopped, "a.wav"),
        (m.ClipStarted, "b.wav"),
        (m.ClipStopped, "b.wav"),
        (m.ClipStarted, "c.wav"),
        (m.ClipStopped, "c.wav"),
    ]
    reasons = [event.reason for event in told if isinstance(event, m.ClipStopped)]
    assert reasons == ["replaced", "command", "ended"]
    assert told[-1] == m.ClipStopped(path="c.wav", reason="ended", seconds=CLIP_S)


def test_the_fake_ends_a_clip_with_its_stream_as_the_engine_does(
    client: EngineClient, host: FakeHost
) -> None:
    client.start_stream(m.EngineConfig(silent=True))
    client.play_clip(Path("a.wav"))
    client.stop_stream()
    assert [type(event) for event in host.poll()[-2:]] == [m.ClipStopped, m.StreamStopped]
