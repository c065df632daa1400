"""Recordings and the soundboard through the engine process: scripted devices, kills, and JACK."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from syrinx.app.engine import messages as m
from syrinx.app.engine.host import EngineHost
from syrinx.app.engine.markers import read_labels
from syrinx.app.engine.recording_file import FORMATS
from syrinx.dsp.errors import SyrinxError
from tests.engine.loopback import RATE, Loop, start, trouble


@pytest.fixture
def host() -> Iterator[EngineHost]:
    with EngineHost() as engine:
        engine.wait_for(m.EngineReady)
        yield engine


def noise(seconds: float, seed: int = 0, level: float = 0.1) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return (level * rng.standard_normal(round(seconds * RATE))).astype(np.float32)


def sound_file(path: Path, audio: np.ndarray) -> str:
    soundfile.write(path, audio, RATE, subtype="FLOAT")
    return str(path)


def lag(audio: np.ndarray, reference: np.ndarray) -> int:
    """By how many samples ``audio`` is later, found by correlation."""
    size = 1 << int(np.ceil(np.log2(len(audio) + len(reference))))
    product = np.fft.rfft(audio, size) * np.conj(np.fft.rfft(reference, size))
    at = int(np.argmax(np.fft.irfft(product, size)))
    return at if at < size // 2 else at - size


# ---- scripted device ----


@pytest.mark.parametrize("content", ["both", "input", "output"])
@pytest.mark.parametrize("voice_id", [None, "high"])
def test_a_recording_is_the_device_s_input_and_output_to_the_sample(
    host: EngineHost, tmp_path: Path, content: m.RecordContent, voice_id: str | None
) -> None:
    spoken = noise(2.0)
    heard, take = tmp_path / "heard.wav", tmp_path / "take.wav"
    script = m.DeviceScript(
        input_path=sound_file(tmp_path / "spoken.wav", spoken),
        output_path=str(heard),
        seconds=2.0,
        realtime=False,
    )
    config = m.EngineConfig(
        script=script, voice_id=voice_id, record_path=str(take), record_content=content
    )
    host.send(m.StartStream(config=config))
    started = host.wait_for(m.StreamStarted)
    done = host.wait_for(m.RecordingStopped)
    assert (done.path, done.error) == (str(take), None)
    host.wait_for(m.StreamStopped)
    recorded, _ = soundfile.read(take, dtype="float32", always_2d=True)
    assert recorded.shape[1] == (2 if content == "both" else 1)
    # The recording begins somewhere in the stream; from there on it is the same.
    begun = RATE // 2
    if content != "output":
        left = recorded[:, 0]
        at = int(np.argmax(np.correlate(spoken, left[begun : begun + 2000], "valid"))) - begun
        assert 0 <= at < RATE // 2
        np.testing.assert_allclose(left, spoken[at : at + len(left)], atol=2.0**-24)
    if content == "input":
        return
    out = soundfile.read(heard, dtype="float32")[0]
    right = recorded[:, -1]
    found = int(np.argmax(np.correlate(out, right[begun : begun + 2000], "valid"))) - begun
    count = min(len(right), len(out) - found)
    np.testing.assert_allclose(right[:count], out[found : found + count], atol=2.0**-23)
    if content == "both":
        # What was heard is earlier in the recording, by the delay of buffers and voice.
        delay = started.latency.buffer_ms + sum(ms for _, ms in started.latency.chain_parts)
        assert found - at == pytest.approx(delay * RATE / 1000, abs=0.5)


@pytest.mark.parametrize("ending", list(FORMATS))
def test_the_recording_of_a_killed_engine_is_there_with_its_markers(
    host: EngineHost, tmp_path: Path, ending: str
) -> None:
    take = tmp_path / f"take{ending}"
    script = m.DeviceScript(input_path=sound_file(tmp_path / "in.wav", noise(3.0)))
    host.send(m.StartStream(config=m.EngineConfig(script=script)))
    host.wait_for(m.StreamStarted)
    host.send(m.StartRecording(path=str(take)))
    host.wait_for(m.RecordingStarted)
    deadline = time.monotonic() + 30
    marked = None
    while True:
        assert time.monotonic() < deadline
        told = host.wait_for(m.Telemetry)
        if marked is None and (told.recording_s or 0) > 0.5:
            host.send(m.AddMarker(label="here"))
            marked = host.wait_for(m.MarkerAdded).seconds
        if (told.recording_s or 0) > 3.0:
            break
    assert told.recording_bytes > 1000
    assert told.recording_free_bytes > 0
    assert host.pid is not None
    os.kill(host.pid, signal.SIGKILL)
    lost = host.wait_for(m.RecordingStopped)
    assert "what was written is kept" in (lost.error or "")
    assert lost.seconds > 1.5
    assert soundfile.read(take)[0].shape[0] / RATE == pytest.approx(lost.seconds, abs=0.05)
    assert read_labels(take) == [(pytest.approx(marked, abs=1e-6), "here")]
    host.wait_for(m.EngineRestarted)
    host.wait_for(m.StreamStarted)


def test_a_marker_without_a_recording_is_one_sentence(host: EngineHost) -> None:
    host.send(m.StartStream(config=m.EngineConfig(script=m.DeviceScript())))
    host.wait_for(m.StreamStarted)
    host.send(m.AddMarker())
    with pytest.raises(SyrinxError, match="Nothing is being recorded"):
        host.wait_for(m.MarkerAdded)


def test_slots_through_the_process(host: EngineHost, tmp_path: Path) -> None:
    paths = [sound_file(tmp_path / f"{n}.wav", noise(5.0, seed=n)) for n in range(3)]
    host.send(m.PrepareClips(paths=tuple(paths)))
    host.send(m.StartStream(config=m.EngineConfig(script=m.DeviceScript())))
    host.wait_for(m.StreamStarted)
    for slot, path in enumerate(paths):
        host.send(m.PlayClip(path=path, slot=str(slot), loop=slot == 1))
        assert host.wait_for(m.ClipStarted).slot == str(slot)
    deadline = time.monotonic() + 10
    while dict(host.wait_for(m.Telemetry).clips).get("2", 0.0) < 0.2:
        assert time.monotonic() < deadline
    host.send(m.StopClip(slot="0"))
    assert host.wait_for(m.ClipStopped).slot == "0"
    os.kill(host.pid or 0, signal.SIGKILL)
    ended = [host.wait_for(m.ClipStopped) for _ in range(2)]
    assert {(event.slot, event.reason) for event in ended} == {("1", "error"), ("2", "error")}
    host.wait_for(m.StreamStarted)
    host.send(m.PlayClip(path=str(tmp_path / "missing.wav"), slot="0"))
    with pytest.raises(SyrinxError, match="missing"):
        host.wait_for(m.ClipStarted, timeout_s=10)


# ---- JACK ----


@pytest.fixture
def loop(jack_server: Any) -> Iterator[Loop]:
    client = Loop(jack_server.name)
    yield client
    client.close()


@pytest.mark.jack
def test_over_jack_voice_and_pads_are_their_sum_and_the_recording_has_it(
    jack_server: Any, loop: Loop, host: EngineHost, tmp_path: Path
) -> None:
    voice, first, second = noise(1.0), noise(6.0, seed=1), noise(6.0, seed=2)
    paths = [
        sound_file(tmp_path / f"{name}.wav", audio) for name, audio in (("1", first), ("2", second))
    ]
    host.send(m.PrepareClips(paths=tuple(paths)))
    started = start(host)
    loop.connect()
    for attempt in range(12):  # a busy machine lets JACK itself lose a period now and then
        before = trouble(loop, host)
        takes = tmp_path / f"take-{attempt}.wav", tmp_path / f"take-{attempt}.mp3"
        for slot, path in enumerate(paths):
            host.send(m.PlayClip(path=path, slot=str(slot), gain_db=-6.0))
            host.wait_for(m.ClipStarted)
        time.sleep(0.2)
        heard = []
        for take in takes:
            host.send(m.StartRecording(path=str(take)))
            host.wait_for(m.RecordingStarted)
            time.sleep(0.1)
            heard.append(loop.play(voice))
            time.sleep(0.1)
            host.send(m.AddMarker())
            marked = host.wait_for(m.MarkerAdded).seconds
            host.send(m.StopRecording())
            done = host.wait_for(m.RecordingStopped)
            assert done.error is None
            # The output, which is later, is not there to the last of the input.
            assert done.seconds <= marked + 0.5
        host.send(m.StopClip(slot=None))
        for _ in paths:
            host.wait_for(m.ClipStopped)
        if trouble(loop, host) == before:
            break
    # What was heard: the voice, later by the declared delay, and both clips somewhere.
    delay = round(started.latency.total_ms * RATE / 1000)
    out = heard[0]
    half = np.float32(10 ** (-6 / 20))
    expected = np.zeros(RATE)
    expected[delay:] = voice[: RATE - delay]
    rest = out - expected
    for audio in (first, second):
        at = int(np.argmax(np.correlate(audio, rest[:4000], "valid")))
        expected += half * audio[at : at + RATE]
    np.testing.assert_allclose(out, expected, atol=1e-6)
    # And recorded: input and output in step, also in the MP3.
    exact, _ = soundfile.read(takes[0], dtype="float32")
    begun = lag(exact[:, 0], voice)
    np.testing.assert_allclose(exact[begun : begun + RATE, 0], voice, atol=2.0**-23)
    at = lag(exact[:, 1], out)
    assert at + delay - begun == 0
    np.testing.assert_allclose(exact[at : at + RATE, 1], out, atol=2.0**-23)
    lossy, _ = soundfile.read(takes[1], dtype="float32")
    assert lag(lossy[:, 1], heard[1]) + delay - lag(lossy[:, 0], voice) == 0


@pytest.mark.jack
@pytest.mark.parametrize("content", ["both", "output"])
def test_the_command_line_records_mp3(jack_server: Any, tmp_path: Path, content: str) -> None:
    take = tmp_path / "take.mp3"
    command = [sys.executable, "-m", "syrinx.app", "live", "--voice", "robot", "--seconds", "2"]
    command += ["--record", str(take), "--record-content", content]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    info = soundfile.info(take)
    assert (info.format, info.channels) == ("MP3", 2 if content == "both" else 1)
    assert info.duration > 1.0
