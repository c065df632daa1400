"""The real way through PortAudio: JACK's dummy device, fed and captured sample by sample."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from syrinx.app.engine import messages as m
from syrinx.app.engine.host import EngineHost
from syrinx.app.engine.latency import find_delay
from syrinx.app.voices import Voice, VoiceLibrary
from syrinx.dsp.errors import SyrinxError
from tests.engine.loopback import RATE, Loop, bursts, chirps, excess_ms, start, trouble
from tests.neural_runtime.tiny import write_tiny_bundle

pytestmark = pytest.mark.jack


@pytest.fixture
def loop(jack_server: Any) -> Iterator[Loop]:
    client = Loop(jack_server.name)
    yield client
    client.close()


@pytest.fixture
def host(jack_server: Any) -> Iterator[EngineHost]:
    with EngineHost() as engine:
        engine.wait_for(m.EngineReady)
        yield engine


def test_measured_delay_is_the_declared_one_straight_through(loop: Loop, host: EngineHost) -> None:
    started = start(host)
    assert (started.sample_rate, started.period) == (RATE, 128)
    assert "JACK" in started.host_api
    loop.connect()
    assert abs(excess_ms(loop, host, chirps(), started.latency.total_ms)) <= 1.0


@pytest.mark.parametrize("voice_id", ["deep", "high", "hall"])
def test_an_effect_voice_from_mouth_to_ear_takes_at_most_25_ms(
    loop: Loop, host: EngineHost, voice_id: str
) -> None:
    started = start(host, voice_id=voice_id)
    loop.connect()
    declared = started.latency.total_ms
    assert declared <= 25.0
    # The voice itself changes the wave form: its loudness is what can be compared.
    assert abs(excess_ms(loop, host, bursts(), declared, envelope=True)) <= 1.0
    host.send(m.SetParams(params=m.VoiceParams(bypass=True)))
    time.sleep(0.2)
    assert abs(excess_ms(loop, host, chirps(), declared)) <= 1.0


def add_voice(home: Path) -> None:
    embedding = np.zeros(192, np.float32)
    embedding[3] = 1.0
    voice = Voice(
        id="someone",
        name="Someone",
        kind="neural",
        f0_median_hz=180.0,
        speaker_embedding=embedding,
        consent="a test",
    )
    VoiceLibrary(home).add(voice)


@pytest.mark.parametrize("models", ["tiny", "shipped"])
def test_a_neural_voice_from_mouth_to_ear_takes_at_most_70_ms(
    loop: Loop, host: EngineHost, syrinx_home: Path, models: str
) -> None:
    """Tiny networks have the same delay; the loudness of real ones can be measured, too."""
    if models == "tiny":
        write_tiny_bundle(syrinx_home / "models")
    add_voice(syrinx_home)
    started = start(host, voice_id="someone", params=m.VoiceParams(pitch=0.0))
    loop.connect()
    declared = started.latency.total_ms
    assert declared <= 67.0
    if models == "shipped":
        # Bursts of noise are not speech: the network shapes their onsets anew, by up to a frame.
        excess = excess_ms(loop, host, bursts(), declared, envelope=True)
        assert abs(excess) <= 10.0
        assert declared + excess <= 70.0
    host.send(m.SetParams(params=m.VoiceParams(pitch=0.0, bypass=True)))
    time.sleep(0.2)
    assert abs(excess_ms(loop, host, chirps(), declared)) <= 1.0
    assert host.wait_for(m.Telemetry).rss_mb <= 300


def test_the_engine_measures_its_own_way_round(loop: Loop, host: EngineHost) -> None:
    """The loop hands the engine's output back to its input, one period later."""
    started = start(host)
    loop.connect()
    outside = started.latency.total_ms + excess_ms(loop, host, chirps(), started.latency.total_ms)
    for connect in (loop.cable, lambda: setattr(loop, "echo", True)):
        loop.connect()
        connect()
        host.send(m.MeasureDelay())
        measured = host.wait_for(m.DelayMeasured)
        assert measured.count >= 2
        assert measured.total_ms == pytest.approx(outside, abs=1.0)
        assert measured.declared == started.latency
    loop.echo = False
    host.send(m.MeasureDelay())
    with pytest.raises(SyrinxError, match="was not heard"):
        host.wait_for(m.DelayMeasured)


def test_a_neural_voice_measured_from_inside_takes_at_most_60_ms(
    loop: Loop, host: EngineHost, syrinx_home: Path
) -> None:
    add_voice(syrinx_home)
    started = start(host, voice_id="someone", params=m.VoiceParams(pitch=0.0))
    assert started.period == 128
    loop.cable()
    host.send(m.MeasureDelay())
    measured = host.wait_for(m.DelayMeasured)
    loop.connect()
    host.send(m.SetParams(params=m.VoiceParams(pitch=0.0, bypass=True)))
    time.sleep(0.2)
    outside = measured.total_ms + excess_ms(loop, host, chirps(), measured.total_ms)
    assert measured.total_ms == pytest.approx(outside, abs=1.0)
    assert measured.total_ms <= 60.0


def found(piece: np.ndarray, whole: np.ndarray) -> int:
    """Where ``piece`` begins in ``whole``; a piece of noise is nowhere else."""
    return int(np.argmax(np.correlate(whole, piece[:2000], "valid")))


def test_a_take_is_recorded_and_a_clip_heard_sample_by_sample(
    loop: Loop, host: EngineHost, tmp_path: Path
) -> None:
    rng = np.random.default_rng(8)
    clip, sent = (0.1 * rng.standard_normal((2, 4 * RATE))).astype(np.float32)
    sent = sent[:RATE]
    path = tmp_path / "clip.wav"
    soundfile.write(path, clip, RATE, subtype="FLOAT")
    start(host, silent=True)
    loop.connect()
    assert not loop.play(sent).any()
    for attempt in range(12):  # a busy machine lets JACK itself lose a period now and then
        before, take = trouble(loop, host), tmp_path / f"take-{attempt}.wav"
        host.send(m.StartRecording(path=str(take)))
        host.wait_for(m.RecordingStarted)
        host.send(m.PlayClip(path=str(path)))
        assert host.wait_for(m.ClipStarted).seconds == 4.0
        time.sleep(0.2)
        heard = loop.play(sent)
        host.send(m.StopRecording())
        host.wait_for(m.RecordingStopped)
        host.send(m.StopClip())
        assert host.wait_for(m.ClipStopped).reason == "command"
        if trouble(loop, host) == before:
            break
    at = found(heard, clip)
    assert np.array_equal(heard, clip[at : at + RATE])
    left = soundfile.read(take, dtype="float32")[0][:, 0]
    at = found(sent, left)
    np.testing.assert_allclose(left[at : at + RATE], sent, atol=2.0**-23)
    assert not left[:at].any()
    assert not left[at + RATE :].any()


def test_another_rate_than_jacks_is_a_notice_and_jacks_rate(host: EngineHost) -> None:
    started = start(host, sample_rate=44100, period=64)
    assert (started.sample_rate, started.period) == (RATE, 128)
    messages = [host.wait_for(m.Notice).message for _ in range(2)]
    assert "44100 Hz" in messages[0]
    assert "JACK runs with 128" in messages[1]


def test_a_stall_of_two_seconds_leaves_no_delay(loop: Loop, host: EngineHost) -> None:
    started = start(host)
    loop.connect()
    rng = np.random.default_rng(4)
    sent = (0.1 * rng.standard_normal(5 * RATE)).astype(np.float32)
    timer = threading.Timer(1.0, lambda: host.send(m.ForceStall(seconds=2.0)))
    timer.start()
    heard = loop.play(sent)
    timer.join()
    delay = round(started.latency.total_ms * RATE / 1000)
    # The delay in windows of 0.1 s, from 0.3 s after the end of the silence on.
    silent = np.flatnonzero(np.convolve(np.abs(heard) > 0, np.ones(4800), "valid")[: 4 * RATE] == 0)
    assert silent.size > RATE
    after = int(silent[-1]) + 4800 + round(0.3 * RATE)
    lags = []
    for at in range(after, len(heard) - 4800 - delay, 4800):
        window = sent[at : at + 4800]
        lags.append(find_delay(window, heard[at : at + 4800 + 2 * delay]).samples)
    assert np.median(lags) == pytest.approx(delay, abs=RATE / 1000)


def test_a_jack_server_that_dies_is_a_lost_device_and_the_engine_lives(
    jack_server: Any, host: EngineHost
) -> None:
    start(host)
    jack_server.process.terminate()
    assert host.wait_for(m.StreamStopped, timeout_s=20).reason == "device_lost"
    assert "gone" in host.wait_for(m.DeviceLost, timeout_s=10).message
    host.send(m.Ping(token=5))
    assert host.wait_for(m.Pong, timeout_s=20).token == 5
    script = m.DeviceScript(period=480)
    host.send(m.StartStream(config=m.EngineConfig(script=script)))
    host.wait_for(m.StreamStarted)
