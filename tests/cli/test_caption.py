"""``syrinx caption``: real processes, on a device made of a file and on JACK."""

from __future__ import annotations

import threading
from argparse import Namespace
from collections.abc import Callable
from multiprocessing import resource_tracker
from pathlib import Path

import numpy as np
import psutil
import pytest
import soundfile

from syrinx.app.cli import caption
from syrinx.app.engine.messages import DeviceScript, EngineConfig
from syrinx.app.transcription import caption_process, formats
from tests.cli.conftest import Result
from tests.engine.conftest import jack_server
from tests.transcription.fake_recognizer import beep_main, beeps

__all__ = ["jack_server"]

Syrinx = Callable[..., Result]
RATE = 48_000


@pytest.fixture
def beeping(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the command hear a file of beeps, by a recogniser of beeps."""
    path = tmp_path / "beeps.wav"
    # Quiet first: the recogniser's process needs a moment, and what it missed it cannot say.
    quiet = np.zeros(4 * RATE, np.float32)
    soundfile.write(path, np.concatenate([quiet, beeps("one two three", RATE)]), RATE)
    script = DeviceScript(input_path=str(path), sample_rate=RATE, seconds=5.4)
    monkeypatch.setattr(caption, "_config", lambda _: EngineConfig(silent=True, script=script))
    monkeypatch.setattr(caption_process, "caption_main", beep_main)
    return path


@pytest.mark.usefixtures("beeping")
def test_what_is_said_is_printed_and_kept(syrinx: Syrinx, tmp_path: Path) -> None:
    resource_tracker.ensure_running()  # it stays for the whole session
    before = set(psutil.Process().children(recursive=True))
    path = tmp_path / "said.srt"
    result = syrinx("caption", "-o", path, "--model", "beeps")
    assert result.code == 0, result.err
    lines = result.out.splitlines()
    assert "~ one two" in lines
    (final,) = [line for line in lines if line.endswith("  one two three")]
    assert "median" in result.err
    assert lines[-1] == str(path)
    (cue,) = formats.read_subtitles(path.read_text())
    assert cue.text == "one two three"
    assert cue.end_s - cue.start_s == pytest.approx(0.8, abs=0.1)
    assert final.startswith("00:0")
    assert set(psutil.Process().children(recursive=True)) <= before


@pytest.mark.usefixtures("beeping")
def test_a_recogniser_that_cannot_be_had_ends_it(syrinx: Syrinx) -> None:
    result = syrinx("caption", "-q", "--model", "nobody")
    assert "nobody" in result.assert_one_sentence()


def test_the_file_is_looked_at_first(syrinx: Syrinx, tmp_path: Path) -> None:
    there = tmp_path / "there.srt"
    there.write_text("mine")
    assert "is there already" in syrinx("caption", "-o", there).assert_one_sentence()
    assert ".srt" in syrinx("caption", "-o", tmp_path / "a.doc").assert_one_sentence()
    assert "no folder" in syrinx("caption", "-o", tmp_path / "no" / "a.srt").assert_one_sentence()
    assert there.read_text() == "mine"


def test_the_devices_are_those_asked_for() -> None:
    config = caption._config(Namespace(input="USB", device_output=None))
    assert (config.input_device, config.output_device, config.silent) == ("USB", None, True)


@pytest.mark.jack
@pytest.mark.usefixtures("jack_server")
def test_on_jack(syrinx: Syrinx, monkeypatch: pytest.MonkeyPatch) -> None:
    import jack

    monkeypatch.setattr(caption_process, "caption_main", beep_main)
    mouth = jack.Client("mouth", no_start_server=True)
    port = mouth.outports.register("out")
    sound = np.concatenate([np.zeros(mouth.samplerate, np.float32), beeps("seven", RATE)])
    place = [0]

    def speak(frames: int) -> None:
        index = np.arange(place[0], place[0] + frames) % len(sound)
        port.get_array()[:] = sound[index]
        place[0] += frames

    mouth.set_process_callback(speak)
    mouth.activate()
    try:
        done = threading.Event()

        def plug() -> None:
            while not done.wait(0.1):
                for other in mouth.get_ports(is_audio=True, is_input=True):
                    if not other.name.startswith(("system", "mouth")):
                        before = mouth.get_all_connections(other)
                        for source in before:
                            if source.name.startswith("system"):
                                mouth.disconnect(source, other)
                        if all(source.name != port.name for source in before):
                            mouth.connect(port, other)

        thread = threading.Thread(target=plug)
        thread.start()
        try:
            result = syrinx("caption", "--seconds", "6", "--model", "beeps")
        finally:
            done.set()
            thread.join()
    finally:
        mouth.deactivate()
        mouth.close()
    assert result.code == 0, result.err
    assert "  seven" in result.out
