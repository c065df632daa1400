"""MIDI by python-rtmidi through a real JACK server: a virtual controller is played."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from syrinx.app.engine.dummy_jack import DummyJack
from syrinx.app.services import midi as midi_module
from syrinx.app.services.midi import MidiEvent, MidiIn, RtMidi
from syrinx.dsp.errors import SyrinxError

rtmidi = pytest.importorskip("rtmidi", reason="python-rtmidi is not installed")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[DummyJack]:
    if shutil.which("jackd") is None:
        pytest.skip("jackd is not installed (make test does it)")
    jack = pytest.importorskip("jack", reason="JACK-Client is not installed")
    if rtmidi.API_UNIX_JACK not in rtmidi.get_compiled_api():
        pytest.skip("python-rtmidi was built without JACK")
    made = DummyJack()
    monkeypatch.setenv("JACK_DEFAULT_SERVER", made.name)
    monkeypatch.setattr(midi_module, "_SEQUENCER", "/nonexistent")
    deadline = time.monotonic() + 10
    while True:
        try:
            jack.Client("probe", no_start_server=True, servername=made.name).close()
            break
        except jack.JackOpenError:
            assert time.monotonic() < deadline, "jackd does not start"
            time.sleep(0.1)
    yield made
    made.stop()


def test_a_controller_is_found_heard_and_missed(server: DummyJack, qtbot: QtBot) -> None:
    pads = rtmidi.MidiOut(rtmidi.API_UNIX_JACK, "Pads")
    pads.open_virtual_port("out")
    midi = MidiIn(RtMidi())
    heard: list[MidiEvent] = []
    midi.received.connect(heard.append)
    midi.start(None)
    assert midi.error is None
    assert midi.ports == ["Pads:out"]
    assert midi.is_open
    pads.send_message([0x90, 60, 127])
    pads.send_message([0xF8])
    pads.send_message([0xB0, 7, 64])
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == [
        MidiEvent(kind="note", channel=1, number=60, value=1.0),
        MidiEvent(kind="control", channel=1, number=7, value=64 / 127),
    ]
    pads.close_port()
    pads.delete()
    midi.look()
    assert midi.ports == []
    assert not midi.is_open
    again = rtmidi.MidiOut(rtmidi.API_UNIX_JACK, "Pads")
    again.open_virtual_port("out")
    midi.look()
    assert midi.is_open
    again.send_message([0x80, 60, 0])
    qtbot.waitUntil(lambda: len(heard) == 3)
    midi.stop()
    again.close_port()
    again.delete()
    midi.deleteLater()


def test_without_any_midi_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(midi_module, "_SEQUENCER", "/nonexistent")
    monkeypatch.setenv("JACK_DEFAULT_SERVER", "nobody")
    with pytest.raises(SyrinxError, match="no MIDI here"):
        RtMidi().ports()
