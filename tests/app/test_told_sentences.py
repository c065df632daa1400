"""Sentences that the program really makes are found again: each part is asked for its own."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from syrinx.app.audio_files import AudioReader
from syrinx.app.chord import parse_chord
from syrinx.app.consent import ConsentRecord
from syrinx.app.engine.device import choose_device
from syrinx.app.engine.event_text import CAUSES, late_details, late_text
from syrinx.app.engine.host import EngineHost
from syrinx.app.engine.messages import DeviceInfo
from syrinx.app.engine.params import VoiceParams
from syrinx.app.engine.portaudio_modes import channel_counts, refusal_sentence
from syrinx.app.engine.watch import Hiccup
from syrinx.app.files import free_path, replacing, write_atomically
from syrinx.app.presets import PresetStore, import_presets
from syrinx.app.settings import load_settings
from syrinx.app.translation import told
from syrinx.app.voice_exchange import read_exchange
from syrinx.app.voices import VoiceLibrary
from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.registry import ModelRegistry
from tests.app.voices import neural
from tests.language import CLOSE, OPEN, bracketed, compile_into, load_tool, spoken

MICROPHONE = DeviceInfo(
    id="ALSA: mic one", name="mic one", host_api="ALSA",
    input_channels=1, output_channels=0, default_sample_rate=48_000,
)  # fmt: skip
TWIN = DeviceInfo(
    id="JACK: mic one", name="mic one", host_api="JACK",
    input_channels=1, output_channels=0, default_sample_rate=48_000,
)  # fmt: skip


@pytest.fixture(scope="module")
def brackets(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Speak a language in which every text of the program stands in brackets."""
    folder = tmp_path_factory.mktemp("assets")
    with spoken(qapp, compile_into(folder, bracketed(load_tool().collect()))):
        yield


def assert_known(sentence: str) -> None:
    said = told(sentence)
    assert said.startswith(OPEN), sentence
    assert said.endswith(CLOSE), sentence


def broken_sound(folder: Path) -> None:
    path = folder / "my broken file.wav"
    path.write_bytes(b"RIFF\0\0\0\0WAVEnothing that is a sound")
    AudioReader(path)


def full_disk(folder: Path) -> None:
    with replacing(folder / "x.bin"):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def damaged_profile(folder: Path) -> None:
    library = VoiceLibrary(folder)
    voice = library.add(neural("Ada"))
    path = library.folder / voice.id / "voice.json"
    document = json.loads(path.read_text("utf-8"))
    document["format"] = 99
    path.write_text(json.dumps(document), "utf-8")
    library.get(voice.id)


def foreign_file(folder: Path) -> None:
    path = folder / "some thing.syrinxvoice"
    path.write_bytes(b"no archive")
    read_exchange(path)


def damaged_model(folder: Path) -> None:
    models = folder / "models"
    models.mkdir()
    (models / "models.json").write_text("{", "utf-8")
    ModelRegistry(folder).entry("decoder")


ERRORS: dict[str, Callable[[Path], Any]] = {
    "no device": lambda _: choose_device([], None, output=True),
    "no output": lambda _: choose_device([(0, MICROPHONE)], None, output=True),
    "unknown device": lambda _: choose_device([(0, MICROPHONE)], "Zzz", output=False),
    "two devices": lambda _: choose_device(
        [(0, MICROPHONE), (1, TWIN)], "mic one", output=False
    ),
    "no channel": lambda _: channel_counts(4, 9, "mic one"),
    "one channel": lambda _: channel_counts(1, 9, "mic one"),
    "full disk": full_disk,
    "no folder": lambda folder: write_atomically(folder / "none" / "x", b""),
    "not a folder": lambda folder: free_path(folder / "file" / "x", "x", ".wav"),
    "broken sound": broken_sound,
    "no sound": lambda folder: AudioReader(folder / "gone.wav"),
    "damaged profile": damaged_profile,
    "no voice": lambda folder: VoiceLibrary(folder).get("Nobody at all"),
    "built-in voice": lambda folder: VoiceLibrary(folder).rename("robot", "Mine"),
    "foreign file": foreign_file,
    "no presets": lambda folder: import_presets(folder / "file", []),
    "no key": lambda _: parse_chord("Ctrl+Nothing"),
    "out of range": lambda _: VoiceParams(pitch=99.0),
    "no number": lambda _: VoiceParams(formant_semitones="a"),  # type: ignore[arg-type]
    "no consent": lambda _: ConsentRecord.stated(""),
    "damaged model": damaged_model,
}  # fmt: skip


@pytest.mark.parametrize("name", ERRORS)
def test_what_is_raised_is_known(brackets: None, tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("nothing", "utf-8")
    with pytest.raises(SyrinxError) as raised:
        ERRORS[name](tmp_path)
    assert_known(str(raised.value))


def test_damaged_settings_and_presets_are_known(brackets: None, tmp_path: Path) -> None:
    for damage in ("{", "[]", "\0"):
        (tmp_path / "settings.json").write_text(damage, "utf-8")
        notice = load_settings(tmp_path).notice
        assert notice is not None
        assert_known(notice)
    path = tmp_path / "presets.json"
    path.write_text("{", "utf-8")
    _, notice = PresetStore(tmp_path).load()
    assert notice is not None
    assert_known(notice)


@pytest.mark.parametrize("cause", CAUSES)
@pytest.mark.parametrize("blocks", [1, 3])
@pytest.mark.parametrize("busy", [False, True])
def test_every_hiccup_is_known(brackets: None, cause: Any, blocks: int, busy: bool) -> None:
    hiccup = Hiccup(
        cause=cause, blocks=blocks, stream_s=1.0, gaps=1, missing_ms=12.3,
        callback_gap_ms=1.0, waited_ms=2.0, slowest_ms=3.0, slowest_cpu_ms=1.5,
        ready_ms=0.5, disk_reads=2, stolen_ms=20.0,
    )  # fmt: skip
    assert_known(late_text(hiccup, window_busy=busy))
    assert_known(late_details(hiccup))
    assert OPEN + CAUSES[cause] + CLOSE in told(late_text(hiccup, window_busy=busy))


@pytest.mark.parametrize("checked", [None, "matches", "differs"])
def test_a_consent_is_known_and_its_speaker_untouched(brackets: None, checked: Any) -> None:
    record = ConsentRecord(
        statement="I agree.", speaker="Ada King", date="2026-11-22", how="recorded",
        checked=checked, recording_sha256="0" * 64, recording_s=9.0,
    )  # fmt: skip
    assert_known(record.sentence())
    assert "Ada King agreed on 2026-11-22" in told(record.sentence())
    assert_known(ConsentRecord.stated("Ada King").sentence())


@pytest.mark.parametrize("other", [None, "c d"])
@pytest.mark.parametrize("code", [-9985, -9997, 1])
def test_devices_that_do_not_open_are_known(brackets: None, other: str | None, code: int) -> None:
    sentence = refusal_sentence("a b", Exception("It broke.", code), rate=44_100, other=other)
    assert_known(sentence)
    assert '"a b"' in told(sentence)


def test_an_engine_that_dies_too_often_is_known(
    brackets: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    host = EngineHost()
    try:
        monkeypatch.setattr(host, "_replace", lambda: None)
        monkeypatch.setattr(host, "_give_up", lambda: None)
        said = [
            event.message
            for _ in range(8)
            for event in host._revive("The audio engine stopped unexpectedly (exit code -9).")
        ]
        assert len(set(said)) == 2
        for sentence in said:
            assert_known(sentence)
            assert told(sentence).count(OPEN) == 2, sentence  # what happened, and what follows
    finally:
        host.close()
