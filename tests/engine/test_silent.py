"""Silent streams, on which takes are recorded: nothing of the input is heard, nothing is lost."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from syrinx.app.engine import messages as m
from syrinx.app.engine.host import EngineHost
from syrinx.app.engine.recorder import Recorder
from syrinx.app.engine.voice_chain import build_voice_chain
from syrinx.app.engine.worker import AudioPath
from syrinx.dsp.errors import SyrinxError
from tests.engine.conftest import Rig

RATE, PERIOD = 48000, 128
HALF_STEP = 2.0**-23
"""Of 24 bits, in which a recording is kept; twice, for the rounding of either end."""


def noise(seconds: float, seed: int = 0) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return (0.2 * rng.standard_normal(round(seconds * RATE))).clip(-0.9, 0.9).astype(np.float32)


def recorded(run: Rig, path: Path, seconds: float) -> np.ndarray:
    run.path.recorder = Recorder(path, sample_rate=RATE, latency=0)
    run.run(seconds)
    run.path.recorder.close()
    stereo, rate = soundfile.read(path, dtype="float32")
    assert rate == RATE
    return stereo


@pytest.mark.parametrize("stalls", [(), ((0.5, 0.02), (1.0, 1.5))])
def test_the_output_is_zero_and_the_recording_is_the_input(
    rig: Callable, tmp_path: Path, stalls: tuple
) -> None:
    run = rig(noise(4.0), silent=True, stalls=stalls)
    stereo = recorded(run, tmp_path / "take.wav", 4.0)
    assert not run.device.output().any()
    np.testing.assert_allclose(stereo[:, 0], run.audio[: len(stereo)], atol=HALF_STEP)
    assert not stereo[:, 1].any()
    assert len(stereo) >= 4.0 * RATE - 2 * PERIOD
    counters = run.path.counters
    assert counters.dropped == 0
    assert (counters.late_blocks > 0) == bool(stalls)
    assert run.path.queue == run.path.prefill
    assert counters.input_peak == pytest.approx(np.abs(run.audio).max(), rel=0.1)


def test_a_clip_is_on_the_right_of_the_recording_and_the_input_alone_on_the_left(
    rig: Callable, tmp_path: Path
) -> None:
    from syrinx.app.engine.clips import Clip, Sound

    run = rig(noise(1.0), silent=True)
    run.path.clips.start(Clip(Sound("a.wav", noise(0.5, seed=1), sample_rate=RATE)))
    stereo = recorded(run, tmp_path / "take.wav", 1.0)
    np.testing.assert_allclose(stereo[:, 0], run.audio[: len(stereo)], atol=HALF_STEP)
    heard = run.device.output()[run.path.prefill :]
    np.testing.assert_allclose(stereo[: len(heard), 1], heard, atol=HALF_STEP)
    assert heard.any()


def test_a_stall_beyond_the_ring_loses_the_oldest_and_says_how_much(rig: Callable) -> None:
    run = rig(noise(9.0), silent=True, stalls=((1.0, 6.5),))
    took = Collector()
    run.path.recorder = took  # type: ignore[assignment]
    run.run(9.0)
    left = took.left()
    counters = run.path.counters
    lost = len(run.audio) - len(left) - run.path.ring_in.fill
    assert 0 < counters.dropped == lost < 1.5 * RATE
    # One piece is missing, and the rest is in place.
    cut = int(np.argmax(left != run.audio[: len(left)]))
    assert np.array_equal(left[cut:], run.audio[cut + lost : len(left) + lost])
    assert run.path.queue == run.path.prefill


def test_a_callback_that_finds_nothing_in_the_middle_of_a_step_costs_no_sample(
    rig: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = rig(noise(1.0), silent=True)
    took = Collector()
    run.path.recorder = took  # type: ignore[assignment]
    run.run(0.2)
    calls: list[int] = []

    def late() -> int:
        calls.append(len(calls))
        if len(calls) % 50 == 0:
            run.device.pump(run.path, 6)
        return 0

    monkeypatch.setattr(run.path, "_swap_if_wanted", late)
    run.run(0.5)
    assert run.path.counters.late_blocks > 0
    left = took.left()
    assert len(left) > 0.6 * RATE
    assert np.array_equal(left, run.audio[: len(left)])
    assert run.path.counters.dropped == 0


class Collector:
    """Stands in for the recorder and keeps the input."""

    def __init__(self) -> None:
        self.parts: list[np.ndarray] = [np.zeros(0, np.float32)]

    def push(self, audio_in: np.ndarray, audio_out: np.ndarray, latency: int) -> None:
        assert audio_in.shape == audio_out.shape
        assert latency == 0
        assert not audio_out.any()
        self.parts.append(audio_in.copy())

    def left(self) -> np.ndarray:
        return np.concatenate(self.parts)


@settings(max_examples=100, deadline=None)
@given(
    period=st.sampled_from([16, 64, 128, 441, 480, 1024]),
    safety_ms=st.floats(0.0, 25.0, allow_subnormal=False),
    coupled=st.booleans(),
    calls=st.lists(st.sampled_from(["render", "capture", "step", "both", "both"]), max_size=120),
)
def test_in_any_order_of_calls_every_sample_is_recorded_once_and_the_delay_comes_back(
    period: int, safety_ms: float, coupled: bool, calls: list[str]
) -> None:
    chain = build_voice_chain(None, sample_rate=RATE, params=m.VoiceParams())
    path = AudioPath(chain, period=period, safety_ms=safety_ms, coupled=coupled, silent=True)
    took = Collector()
    path.recorder = took  # type: ignore[assignment]
    audio = np.random.default_rng(0).uniform(-0.9, 0.9, 400_000).astype(np.float32)
    out, captured = np.empty(period, np.float32), 0
    settle = ["render", "capture", "step"] * (13 + path.prefill // period)
    for call in [*calls, *settle]:
        if call == "step":
            while path.step():
                pass
        if call in ("render", "both"):
            path.render(out)
            assert not out.any()
        if call in ("capture", "both"):
            path.capture(audio[captured : captured + period])
            captured += period
    left = took.left()
    assert np.array_equal(left, audio[: len(left)])
    assert captured - len(left) < period
    assert path.counters.dropped == 0
    if coupled and calls.count("render") == calls.count("capture"):
        assert path.queue == path.prefill


# ---- the engine as a process ----


def config(**changes: object) -> m.EngineConfig:
    values = {"script": m.DeviceScript(period=480), "silent": True, **changes}
    return m.EngineConfig(**values)  # type: ignore[arg-type]


def write(path: Path, audio: np.ndarray, rate: int = RATE) -> str:
    soundfile.write(path, audio, rate, subtype="FLOAT")
    return str(path)


def test_a_take_is_recorded_while_a_clip_plays(tmp_path: Path) -> None:
    """Both to the sample, through the whole engine, and whatever the machine does meanwhile."""
    audio = noise(3.0)
    script = m.DeviceScript(
        input_path=write(tmp_path / "in.wav", audio),
        output_path=str(tmp_path / "out.wav"),
        period=480,
    )
    params = m.VoiceParams(input_gain_db=-20.0, gate_threshold_dbfs=-20.0, output_gain_db=20.0)
    sound = write(tmp_path / "clip.wav", np.full(RATE // 4, 0.5))
    with EngineHost() as host:
        host.send(m.StartStream(config=config(script=script, voice_id="robot", params=params)))
        started = host.wait_for(m.StreamStarted)
        assert started.voice_id is None
        assert started.latency.chain_ms == 0
        host.send(m.StartRecording(path=str(tmp_path / "take.wav")))
        host.wait_for(m.RecordingStarted)
        # What was meant for a voice changes nothing here.
        host.send(m.SetVoice(voice_id="deep"))
        assert host.wait_for(m.VoiceChanged).voice_id == "deep"
        host.send(m.SetParams(params=m.VoiceParams(gate_threshold_dbfs=-10.0)))
        host.send(m.PlayClip(path=sound))
        assert host.wait_for(m.ClipStarted) == m.ClipStarted(path=sound, seconds=0.25)
        ended = host.wait_for(m.ClipStopped)
        assert (ended.path, ended.reason, ended.seconds) == (sound, "ended", 0.25)
        time.sleep(0.2)
        host.send(m.StopRecording())
        host.wait_for(m.RecordingStopped)
        assert not any(isinstance(event, m.LatencyChanged) for event in host.poll())
        telemetry = host.wait_for(m.Telemetry)
        assert telemetry.levels.input_peak > 0.3
        assert telemetry.clip_s is None
        assert telemetry.dropped_samples == 0
        host.send(m.StopStream())
        host.wait_for(m.StreamStopped)
    stereo, _ = soundfile.read(tmp_path / "take.wav", dtype="float32")
    left = stereo[:, 0]
    looped = np.tile(audio, 3)
    at = int(np.argmax(np.correlate(looped[: 6 * RATE], left[:2000], "valid")))
    np.testing.assert_allclose(left, looped[at : at + len(left)], atol=HALF_STEP)
    assert len(left) > 0.4 * RATE
    out, _ = soundfile.read(tmp_path / "out.wav", dtype="float32")
    assert np.count_nonzero(out) == pytest.approx(RATE // 4, abs=4)
    assert out.max() == pytest.approx(0.5, abs=1e-6)


def test_clips_in_a_running_engine_stop_are_replaced_and_fail_in_one_sentence(
    tmp_path: Path,
) -> None:
    long, short = (
        write(tmp_path / name, noise(seconds, 1), 16000)
        for name, seconds in (("long.wav", 20.0), ("short.wav", 10.0))
    )
    text = tmp_path / "text.wav"
    text.write_text("no sound")
    with EngineHost() as host:
        host.send(m.PlayClip(path=long))
        with pytest.raises(SyrinxError, match="Nothing runs: start the stream, then play"):
            host.wait_for(m.ClipStarted)
        host.send(m.StopClip())
        host.send(m.StartStream(config=config(silent=False, voice_id="robot")))
        host.wait_for(m.StreamStarted)
        host.send(m.PlayClip(path=long, gain_db=-6.0))
        assert host.wait_for(m.ClipStarted).seconds == pytest.approx(60.0)
        host.poll()
        while host.wait_for(m.Telemetry).clip_s is None:
            pass
        for path in (text, tmp_path / "missing.wav"):
            host.send(m.PlayClip(path=str(path)))
            failed = host.wait_for(m.CommandFailed)
            assert failed.command == "PlayClip"
            assert path.name in failed.message
        host.poll()
        assert (host.wait_for(m.Telemetry).clip_s or 0.0) > 0.0
        host.send(m.PlayClip(path=short))
        gone = host.wait_for(m.ClipStopped)
        assert (gone.path, gone.reason) == (long, "replaced")
        assert host.wait_for(m.ClipStarted).path == short
        host.send(m.StopClip())
        gone = host.wait_for(m.ClipStopped)
        assert (gone.path, gone.reason) == (short, "command")
        host.send(m.PlayClip(path=long))
        host.wait_for(m.ClipStarted)
        host.send(m.StopStream())
        gone = host.wait_for(m.ClipStopped)
        assert (gone.path, gone.reason, gone.error) == (long, "command", None)
        assert host.wait_for(m.StreamStopped).reason == "command"


def test_a_clip_that_ends_with_its_device_says_so(tmp_path: Path) -> None:
    sound = write(tmp_path / "clip.wav", noise(30.0))
    script = m.DeviceScript(period=480, vanish_at_s=1.5)
    with EngineHost() as host:
        host.send(m.StartStream(config=config(script=script)))
        host.wait_for(m.StreamStarted)
        host.send(m.PlayClip(path=sound))
        host.wait_for(m.ClipStarted)
        gone = host.wait_for(m.ClipStopped)
        assert gone.reason == "error"
        assert "stopped with the stream" in (gone.error or "")
        assert host.wait_for(m.StreamStopped).reason == "device_lost"


def test_after_a_restart_the_stream_is_silent_again_and_plays_nothing(tmp_path: Path) -> None:
    sound = write(tmp_path / "clip.wav", noise(30.0))
    with EngineHost() as host:
        host.send(m.StartStream(config=config()))
        host.wait_for(m.StreamStarted)
        host.send(m.PlayClip(path=sound))
        host.wait_for(m.ClipStarted)
        os.kill(host.pid or 0, signal.SIGKILL)
        gone = host.wait_for(m.ClipStopped)
        assert (gone.path, gone.reason) == (sound, "error")
        assert "stopped with the engine" in (gone.error or "")
        host.wait_for(m.EngineRestarted)
        host.wait_for(m.StreamStarted)
        host.poll()
        for _ in range(3):
            telemetry = host.wait_for(m.Telemetry)
            assert telemetry.streaming
            assert telemetry.clip_s is None
            assert telemetry.levels.output_peak == 0.0
        assert not any(isinstance(event, m.ClipStarted) for event in host.poll())
        os.kill(host.pid or 0, signal.SIGKILL)
        host.wait_for(m.EngineRestarted)
        assert not any(isinstance(event, m.ClipStopped) for event in host.poll())
