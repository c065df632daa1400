"""Silence on command, to the sample: what goes out, when it stops, and that no edge clicks."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st

from syrinx.app.engine import messages as m
from syrinx.app.engine.host import EngineHost
from syrinx.app.engine.mute import FADE_S, RELEASE_S, MuteGate
from syrinx.app.engine.params import DeviceScript, EngineConfig, Mute, VoiceParams
from syrinx.dsp.errors import SyrinxError

RATE, PERIOD = 48000, 128
FADE, RELEASE = round(FADE_S * RATE), round(RELEASE_S * RATE)


def through(gate: MuteGate, count: int, *, after: int = 0, block: int = PERIOD) -> np.ndarray:
    """Send ones through a gate."""
    out = []
    for first in range(0, count, block):
        audio = np.ones(min(block, count - first), np.float32)
        gate.voice(audio, after=after)
        gate.everything(audio)
        out.append(audio)
    return np.concatenate(out)


def test_what_is_not_muted_is_not_touched() -> None:
    assert np.array_equal(through(MuteGate(RATE), 1000), np.ones(1000, np.float32))


@pytest.mark.parametrize("mute", ["voice", "all"])
def test_mute_and_panic_are_silent_after_one_fade(mute: Mute) -> None:
    gate = MuteGate(RATE)
    through(gate, PERIOD)
    gate.set(mute)
    out = through(gate, 1000)
    assert not out[FADE:].any()
    assert np.all(np.diff(out[:FADE]) <= 0)
    assert np.abs(np.diff(out)).max() < 3 / FADE  # no step that clicks
    gate.set("off")
    back = through(gate, 1000)
    assert np.array_equal(back[FADE:], np.ones(1000 - FADE, np.float32))
    assert np.all(np.diff(back[:FADE]) >= 0)


@pytest.mark.parametrize("after", [0, 1234])
def test_push_to_talk_closes_when_what_was_said_has_been_heard(after: int) -> None:
    gate = MuteGate(RATE)
    gate.set("talk")
    out = through(gate, RATE // 2, after=after)
    held = after + RELEASE
    assert np.array_equal(out[:held], np.ones(held, np.float32))
    assert out[held + 1] < 1.0
    assert not out[held + FADE :].any()


def test_push_to_talk_opens_at_once() -> None:
    gate = MuteGate(RATE)
    gate.start("talk")
    assert not through(gate, 1000).any()
    gate.set("off")
    assert np.array_equal(through(gate, 1000)[FADE:], np.ones(1000 - FADE, np.float32))


@pytest.mark.parametrize("mute", ["voice", "all"])
def test_what_is_muted_is_not_let_out_by_push_to_talk(mute: Mute) -> None:
    gate = MuteGate(RATE)
    gate.start(mute)
    gate.set("talk")
    assert not through(gate, 1000).any()
    gate = MuteGate(RATE)
    gate.set("talk")
    through(gate, PERIOD)
    gate.set(mute)  # during the release
    assert not through(gate, 1000)[FADE:].any()


def test_clips_are_heard_while_the_voice_is_muted_and_not_in_a_panic() -> None:
    for mute, heard in (("voice", True), ("talk", True), ("all", False)):
        gate = MuteGate(RATE)
        gate.start(mute)  # type: ignore[arg-type]
        audio = np.ones(PERIOD, np.float32)
        gate.voice(audio, after=0)
        assert not audio.any()
        audio += 0.5  # a clip
        gate.everything(audio)
        assert bool(audio.any()) == heard


@given(
    blocks=st.lists(st.integers(1, 700), min_size=1, max_size=20),
    mutes=st.lists(st.sampled_from(["off", "talk", "voice", "all"]), min_size=1, max_size=20),
)
def test_no_order_of_commands_clicks(blocks: list[int], mutes: list[Mute]) -> None:
    gate = MuteGate(RATE)
    out = []
    for size, mute in zip(blocks, mutes, strict=False):
        gate.set(mute)
        audio = np.ones(size, np.float32)
        gate.voice(audio, after=200)
        gate.everything(audio)
        out.append(audio)
    whole = np.concatenate([np.ones(1, np.float32), *out])
    assert whole.min() >= 0.0
    assert whole.max() <= 1.0
    assert np.abs(np.diff(whole)).max() < 4 / FADE


def test_a_stream_that_starts_muted_lets_not_a_sample_out(
    rig: Callable, rng: np.random.Generator
) -> None:
    run = rig(0.3 * rng.standard_normal(RATE))
    run.path.mute.start("all")
    assert not run.run().any()


def test_a_panic_silences_the_clips_of_a_silent_stream(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "clip.wav", np.full(4 * RATE, 0.25), RATE, subtype="FLOAT")
    script = DeviceScript(period=480)

    def peak(host: EngineHost) -> float:
        host.poll()
        return max(host.wait_for(m.Telemetry).levels.output_peak for _ in range(4))

    with EngineHost() as host:
        quiet = EngineConfig(script=script, silent=True, params=VoiceParams(mute="all"))
        host.send(m.StartStream(config=quiet))
        host.wait_for(m.StreamStarted)
        host.send(m.PlayClip(path=str(tmp_path / "clip.wav")))
        host.wait_for(m.ClipStarted)
        assert peak(host) == 0.0
        for mute in ("voice", "off"):  # of which a silent stream has none
            host.send(m.SetParams(params=VoiceParams(mute=mute)))
            host.wait_for(m.Telemetry)
            assert peak(host) > 0.2
        host.send(m.SetParams(params=VoiceParams(mute="all")))
        host.wait_for(m.Telemetry)
        host.wait_for(m.Telemetry)
        assert host.wait_for(m.Telemetry).levels.output_peak == 0.0


def test_the_path_mutes_at_a_block_border(rig: Callable) -> None:
    run = rig(np.full(RATE, 0.25, np.float32))
    before = run.run(0.2)
    assert before[-1] == pytest.approx(0.25)
    run.path.mute.set("all")
    out = run.run(0.2)[len(before) :]
    heard = run.path.prefill + PERIOD + FADE
    assert not out[heard:].any()
    run.path.mute.set("off")
    again = run.run(0.2)[2 * len(before) :]
    assert np.allclose(again[heard:], 0.25)


def test_a_mute_that_there_is_not() -> None:
    with pytest.raises(SyrinxError, match="mute"):
        VoiceParams(mute="loud")  # type: ignore[arg-type]


def test_a_panic_survives_a_new_voice_and_the_death_of_the_engine(tmp_path: Path) -> None:
    """In the real process, on a scripted microphone that is never silent."""
    tone = 0.25 * np.sin(2 * np.pi * 440 * np.arange(RATE) / RATE)
    soundfile.write(tmp_path / "in.wav", tone, RATE, subtype="FLOAT")
    script = DeviceScript(input_path=str(tmp_path / "in.wav"), period=480, seconds=600.0)

    def peak(host: EngineHost) -> tuple[float, float]:
        """Of input and output, over half a second from now on."""
        host.poll()
        found = [host.wait_for(m.Telemetry).levels for _ in range(8)][3:]
        return max(x.input_peak for x in found), max(x.output_peak for x in found)

    with EngineHost() as host:
        host.send(m.StartStream(config=EngineConfig(script=script)))
        host.wait_for(m.StreamStarted)
        assert min(peak(host)) > 0.2
        host.send(m.SetParams(params=VoiceParams(mute="all")))
        said, heard = peak(host)
        assert said > 0.2
        assert heard == 0.0
        host.send(m.SetVoice(voice_id="robot"))
        host.wait_for(m.VoiceChanged)
        assert peak(host)[1] == 0.0
        os.kill(host.pid or 0, signal.SIGKILL)
        host.wait_for(m.EngineRestarted)
        host.wait_for(m.StreamStarted)
        said, heard = peak(host)
        assert said > 0.2
        assert heard == 0.0
        host.send(m.SetParams(params=VoiceParams()))
        assert peak(host)[1] > 0.02
