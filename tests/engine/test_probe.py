"""Measuring the delay: what the chirps find, what others hear of it, and the check of a voice."""

from __future__ import annotations

import threading
from collections.abc import Callable

import numpy as np
import pytest

from syrinx.app.engine.builder import Builder, BuildRequest, Workshop
from syrinx.app.engine.chain_check import check_chain, loudness_lag, sentences
from syrinx.app.engine.device_messages import MonitorSource
from syrinx.app.engine.host import EngineHost
from syrinx.app.engine.latency import LatencyReport
from syrinx.app.engine.measurement import NOT_HEARD, Measurement
from syrinx.app.engine.messages import (
    DelayMeasured,
    DeviceScript,
    EngineConfig,
    MeasureDelay,
    StartStream,
    StreamStarted,
    VoiceParams,
)
from syrinx.app.engine.monitor import MonitorFeed
from syrinx.app.engine.probe import LEVELS_DBFS, LoopbackProbe
from syrinx.app.engine.scripted import ScriptedDevice
from syrinx.app.engine.voice_chain import build_voice_chain
from syrinx.app.voices import VoiceLibrary
from syrinx.dsp.adapters import Delay
from syrinx.dsp.errors import SyrinxError
from tests.engine.conftest import Rig, straight
from tests.engine.test_audio_path import MINUS_40_DBFS, PERIOD, RATE, click_level, tone

DECLARED = LatencyReport(input_ms=1.0, buffer_ms=10.0, output_ms=2.0, chain_parts=(("x", 3.0),))


class Line:
    """What the output goes through before the microphone hears it."""

    def __init__(self, delay: int, gain: float, noise: np.ndarray | None = None) -> None:
        self.gain, self.noise = gain, noise
        self.wet: np.ndarray = np.zeros(delay, np.float32)
        self.at = 0

    def __call__(self, played: np.ndarray) -> np.ndarray:
        self.wet = np.concatenate((self.wet, played))
        heard, self.wet = self.gain * self.wet[: len(played)], self.wet[len(played) :]
        if self.noise is not None:
            heard = heard + self.noise[self.at : self.at + len(played)]
        self.at += len(played)
        return heard.astype(np.float32)


def run_probe(probe: LoopbackProbe, line: Line, block: int = PERIOD) -> np.ndarray:
    """Run until the probe is done; return what was played."""
    played, heard = [], np.zeros(block, np.float32)
    while not probe.done:
        out = probe.speak(np.zeros_like(probe.hear(heard)))
        played.append(out)
        heard = line(out)
    return np.concatenate(played)


@pytest.mark.parametrize("block", [16, 128, 1000])
def test_three_chirps_say_the_delay_of_the_line(block: int) -> None:
    probe = LoopbackProbe(sample_rate=RATE)
    played = run_probe(probe, Line(1234, -0.3), block)
    found = probe.result()
    assert found is not None
    assert found.samples == pytest.approx(1234 + block, abs=0.1)
    assert (found.count, found.level_dbfs) == (3, LEVELS_DBFS[0])
    assert found.spread < 0.1
    # Soft and short: three tenths of a second in all, at most -32 dBFS.
    assert np.abs(played).max() == pytest.approx(10 ** (-32 / 20), rel=0.01)
    assert np.count_nonzero(np.abs(played) > 1e-6) < 0.31 * RATE


def test_in_the_noise_of_a_room_it_is_still_found(rng: np.random.Generator) -> None:
    """Chirps 20 dB softer than the noise: the correlation gains 27 dB."""
    noise = (0.005 * rng.standard_normal(4 * RATE)).astype(np.float32)
    probe = LoopbackProbe(sample_rate=RATE)
    run_probe(probe, Line(3000, 0.05, noise))
    found = probe.result()
    assert found is not None
    assert found.samples == pytest.approx(3000 + PERIOD, abs=5)


def test_noise_alone_is_nothing(rng: np.random.Generator) -> None:
    probe = LoopbackProbe(sample_rate=RATE)
    run_probe(probe, Line(3000, 0.0, rng.standard_normal(4 * RATE).astype(np.float32)))
    assert probe.result() is None


def test_where_nothing_comes_back_it_gets_louder_twice_and_then_gives_up() -> None:
    probe = LoopbackProbe(sample_rate=RATE)
    measurement = Measurement(probe, straight)
    peaks = []
    answer = None
    for _ in range(3):
        peaks.append(20 * np.log10(np.abs(run_probe(probe, Line(100, 0.0))).max()))
        answer = measurement.take(DECLARED, RATE)
    assert peaks == pytest.approx(LEVELS_DBFS, abs=0.1)
    assert answer == NOT_HEARD
    assert not probe.over
    for _ in range(10):
        probe.speak(probe.hear(np.zeros(PERIOD, np.float32)))
    assert probe.over


def test_the_figure_is_the_loop_and_the_voice() -> None:
    probe = LoopbackProbe(sample_rate=RATE)
    measurement = Measurement(probe, lambda: Delay(480, sample_rate=RATE))
    run_probe(probe, Line(2400 - PERIOD, 0.1))
    assert measurement.take(DECLARED, RATE) is None  # the voice is not back, and not checked
    while not probe.over:
        probe.speak(probe.hear(np.zeros(PERIOD, np.float32)))
    assert measurement.take(DECLARED, RATE) is None
    thread = threading.Thread(target=measurement.check)
    thread.start()
    thread.join()
    result = measurement.take(DECLARED, RATE)
    assert isinstance(result, DelayMeasured)
    assert result.measured_ms == pytest.approx(50.0, abs=0.01)
    assert result.chain_measured_ms == pytest.approx(10.0, abs=0.1)
    assert result.total_ms == pytest.approx(60.0, abs=0.2)
    assert result.declared_ms == 13.0


def test_a_voice_that_cannot_be_checked_counts_as_declared() -> None:
    def broken() -> None:
        raise SyrinxError("There is no such voice.")

    probe = LoopbackProbe(sample_rate=RATE)
    measurement = Measurement(probe, broken)
    run_probe(probe, Line(2400 - PERIOD, 0.1))
    measurement.check()
    measurement.take(DECLARED, RATE)
    while not probe.over:
        probe.speak(probe.hear(np.zeros(PERIOD, np.float32)))
    result = measurement.take(DECLARED, RATE)
    assert isinstance(result, DelayMeasured)
    assert (result.chain_ms, result.chain_measured_ms) == (3.0, None)


def looped(rig: Callable, audio: np.ndarray, probe_at: int, line: Line) -> tuple[Rig, np.ndarray]:
    """Run a path whose microphone hears ``audio`` and, over ``line``, its own output."""
    run = rig(audio, safety_ms=8.0)
    device: ScriptedDevice = run.device
    echo = np.zeros(PERIOD, np.float32)
    probe = LoopbackProbe(sample_rate=RATE)
    for index in range(len(audio) // PERIOD):
        if index == probe_at:
            run.path.probe = probe
        if probe.done:
            probe.release()
        if probe.over:
            run.path.probe = None
        out = np.empty(PERIOD, np.float32)
        run.path.render(out)
        device.played.append(out)
        run.path.capture(audio[index * PERIOD : (index + 1) * PERIOD] + echo)
        echo = line(out)
        while run.path.step():
            pass
    assert run.path.probe is None
    found = probe.result()
    if line.gain:
        assert found is not None
        assert found.samples == pytest.approx(len(line.wet) + PERIOD + run.path.prefill, abs=0.1)
    return run, device.output()


def test_the_buffers_of_the_path_are_part_of_the_loop(rig: Callable) -> None:
    looped(rig, np.zeros(4 * RATE // PERIOD * PERIOD, np.float32), 100, Line(300, 0.2))


def test_the_voice_leaves_and_comes_back_without_a_click(rig: Callable) -> None:
    """While it is measured the microphone is not heard: only the chirps are."""
    audio = tone(5.0)
    run, out = looped(rig, audio, 375, Line(300, 0.0))
    begin = 375 * PERIOD + run.path.prefill
    fade, lead = round(0.01 * RATE), round(0.12 * RATE)
    assert not out[begin + fade + PERIOD : begin + lead].any()
    assert click_level(out[RATE // 2 : begin + lead]) < MINUS_40_DBFS
    after = np.flatnonzero(np.abs(out) > 0.2)
    back = after[after > begin + lead][0]
    assert back - begin > round(2.1 * RATE)
    assert click_level(out[back - RATE // 4 : back + RATE // 2]) < MINUS_40_DBFS
    assert np.abs(out[begin + fade + PERIOD : back - 2 * fade]).max() < 10 ** (-31 / 20)
    prefill = run.path.prefill
    assert np.array_equal(out[-RATE // 2 :], audio[len(out) - RATE // 2 - prefill : -prefill])


@pytest.mark.parametrize("voice_id", ["deep", "robot", "iris", "otto"])
def test_a_voice_takes_the_time_that_it_declares(tmp_path, voice_id: str) -> None:
    voice = VoiceLibrary(tmp_path).get(voice_id)
    chain = build_voice_chain(voice, sample_rate=RATE, params=VoiceParams())
    found = check_chain(chain)
    assert found.verdict == "right"
    assert found.best_ms == found.declared_ms == chain.latency * 1000 / RATE
    late = check_chain(Lying(chain))
    assert late.verdict == "wrong"
    assert late.best_ms == pytest.approx(found.measured_ms + 20.0, abs=1.0)


class Lying:
    """A voice that takes 20 ms more than it says."""

    block_size = 1

    def __init__(self, inner: object) -> None:
        self.inner = inner
        self.sample_rate, self.latency = inner.sample_rate, inner.latency
        self.delay = Delay(960, sample_rate=RATE)

    def reset(self) -> None:
        self.inner.reset()
        self.delay.reset()

    def process(self, block: np.ndarray) -> np.ndarray:
        return self.delay.process(self.inner.process(block))


def test_what_smears_the_loudness_is_called_unclear(rng: np.random.Generator) -> None:
    class Noise(Lying):
        def process(self, block: np.ndarray) -> np.ndarray:
            return rng.standard_normal(block.shape[0]).astype(np.float32)

    found = check_chain(Noise(straight()))
    assert (found.verdict, found.measured_ms, found.best_ms) == ("unclear", None, 0.0)


@pytest.mark.parametrize("rate", [16000, 44100, 48000])
def test_the_course_of_the_loudness_says_the_lag(rate: int) -> None:
    spoken = sentences(rate)[0]
    later = np.concatenate((np.zeros(round(0.0425 * rate), np.float32), 0.3 * spoken))
    lag, likeness = loudness_lag(spoken, later[: len(spoken)], rate)
    assert lag == pytest.approx(42.5, abs=0.3)
    assert likeness > 0.95


def test_a_muted_voice_stays_muted_while_the_chirps_are_heard(rig: Callable) -> None:
    run = rig(tone(1.5), safety_ms=8.0)
    run.path.mute.start("voice")
    run.run(0.5)
    run.path.probe = LoopbackProbe(sample_rate=RATE)
    out = run.run(0.5)
    lead = round(0.5 * RATE) + round(0.12 * RATE)
    assert not out[:lead].any()
    assert out[lead:].any()


def test_a_measurement_goes_on_when_the_device_turns_out_to_have_a_larger_period(
    rig: Callable,
) -> None:
    before, run = rig(tone(1.0), safety_ms=8.0), rig(tone(3.0), safety_ms=8.0, period=480)
    probe = before.path.probe = LoopbackProbe(sample_rate=RATE)
    before.run(0.3)
    run.path.take_over(before.path)
    run.run(2.5)
    assert probe.done


@pytest.mark.parametrize("source", ["output", "input"])
def test_a_monitor_plays_no_chirp(
    rig: Callable, monkeypatch: pytest.MonkeyPatch, source: MonitorSource
) -> None:
    """Heard by the microphone, it would be taken for the output, which is another device."""
    run = rig(tone(2.0), safety_ms=8.0)
    feed = MonitorFeed(
        sample_rate=RATE, period=PERIOD, out_rate=RATE, out_period=PERIOD, source=source
    )
    heard: list[np.ndarray] = []
    monkeypatch.setattr(
        feed, "push", lambda block, output: heard.append(block if source == "input" else output)
    )
    run.path.monitor = feed
    run.run(0.5)
    assert np.concatenate(heard).any()
    run.path.probe = LoopbackProbe(sample_rate=RATE)
    run.run(0.1)
    heard.clear()
    assert run.run(0.5)[-RATE // 2 :].any()
    assert not np.concatenate(heard).any()


def test_nothing_is_measured_in_a_panic() -> None:
    config = EngineConfig(script=DeviceScript(seconds=10.0), params=VoiceParams(mute="all"))
    with EngineHost() as host:
        host.send(StartStream(config=config))
        host.wait_for(StreamStarted)
        host.send(MeasureDelay())
        with pytest.raises(SyrinxError, match="Panic mute is on"):
            host.wait_for(DelayMeasured)


def test_other_work_is_done_beside_the_building_of_voices() -> None:
    built, done = [], threading.Event()
    builder = Builder(Workshop(), built.append)
    builder.aside(done.set)
    assert done.wait(10)
    builder.request(
        BuildRequest(
            voice_id=None, params=VoiceParams(), sample_rate=RATE, fp32=False, command="SetVoice"
        )
    )
    again = threading.Event()
    builder.aside(again.set)
    assert again.wait(10)
    builder.close()
    assert [item.error for item in built] == [None]
