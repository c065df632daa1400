"""The rack in the chain: delay by parts, order, switches and knobs without a click, readings."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable

import numpy as np
import pytest

from syrinx.app.engine import messages as m
from syrinx.app.engine.cleaners import CLEANERS
from syrinx.app.engine.host import EngineHost
from syrinx.app.engine.params import VoiceParams
from syrinx.app.engine.rack import NOT_INSTALLED
from syrinx.app.engine.rack_params import (
    OUTPUT_STAGES,
    CompressorParams,
    DeEsserParams,
    EqParams,
    FeedbackParams,
    GateParams,
    LevelParams,
    LimiterParams,
    OutputStage,
    RackParams,
    ReverbParams,
    SuppressParams,
    rack_from_json,
    rack_to_json,
)
from syrinx.app.engine.rack_presets import RACK_PRESETS
from syrinx.app.engine.voice_chain import VoiceChain, build_voice_chain
from syrinx.app.voice_model import Voice
from syrinx.app.voices import effect_voices
from syrinx.dsp.adapters import Chain, Delay
from syrinx.dsp.compressor import SoftCompressor
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.gate import Gate
from syrinx.dsp.processor import Audio, Processor
from syrinx.dsp.reverb import Reverb
from syrinx.neural.runtime.registry import ModelRegistry
from tests.contracts.processor_contract import assert_processor_contract
from tests.neural_runtime.tiny import voice_like, write_tiny_bundle

RATE, PERIOD = 48000, 128
VOICES: dict[str, Voice | None] = {voice.id: voice for voice in effect_voices()}
VOICES["none"] = None
EVERYTHING = RackParams(
    level=LevelParams(on=True),
    de_esser=DeEsserParams(on=True),
    eq=EqParams(on=True),
    compressor=CompressorParams(on=True),
    reverb=ReverbParams(on=True),
)


class FakeSuppressor(Delay):
    """Noise suppression in blocks of 5 ms that halves everything."""

    def __init__(self, sample_rate: int, strength: float) -> None:
        super().__init__(336, sample_rate=sample_rate)
        self._block_size = sample_rate // 200
        self.strength = strength
        self.voice_activity = 0.75
        self.activity: Audio = np.zeros(0, np.float32)

    def _process(self, audio: Audio) -> Audio:
        self.activity = np.full(len(audio), self.voice_activity, np.float32)
        return super()._process(audio) * np.float32(1.0 - 0.5 * self.strength)


class FakeVoiceGate(Gate):
    """A gate that keeps what it was asked for."""

    def __init__(self, source: FakeSuppressor, sample_rate: int, threshold: float) -> None:
        super().__init__(sample_rate=sample_rate, threshold_dbfs=None, look_back_ms=4.0)
        self.source, self.threshold = source, threshold


class FakeCleaners:
    """Makes both without a network."""

    def __init__(self, *, installed: bool = True) -> None:
        self.installed = installed
        self.made: list[FakeSuppressor] = []

    def available(self, registry: ModelRegistry) -> bool:
        return self.installed

    def suppressor(
        self, registry: ModelRegistry, *, sample_rate: int, strength: float
    ) -> FakeSuppressor:
        self.made.append(FakeSuppressor(sample_rate, strength))
        return self.made[-1]

    def voice_gate(
        self, source: FakeSuppressor, *, sample_rate: int, threshold: float
    ) -> FakeVoiceGate:
        return FakeVoiceGate(source, sample_rate, threshold)


@pytest.fixture(scope="session")
def registry(tmp_path_factory: pytest.TempPathFactory) -> ModelRegistry:
    return ModelRegistry(shipped=write_tiny_bundle(tmp_path_factory.mktemp("models")))


def neural() -> Voice:
    embedding = np.zeros(192, np.float32)
    embedding[5] = 1.0
    return Voice(
        id="someone", name="Someone", kind="neural", f0_median_hz=200.0,
        speaker_embedding=embedding, shipped=True,
    )  # fmt: skip


def build(voice: Voice | None, rack: RackParams, **rest: object) -> VoiceChain:
    cleaners, registry = rest.pop("cleaners", None), rest.pop("registry", None)
    params = VoiceParams(rack=rack, **rest)
    return build_voice_chain(
        voice, sample_rate=RATE, params=params, registry=registry, cleaners=cleaners
    )


def tone(seconds: float, hz: float = 220.0, gain: float = 0.2) -> np.ndarray:
    return (gain * np.sin(2 * np.pi * hz * np.arange(round(seconds * RATE)) / RATE)).astype("f4")


def roughness(audio: np.ndarray) -> float:
    """Peak of the second difference: high for a click, low for a low tone."""
    return float(np.abs(np.diff(audio.astype(float), 2)).max())


# ---- what is in the chain ----


def test_a_rack_that_is_off_changes_no_sample_and_takes_no_time(rng: np.random.Generator) -> None:
    chain = build(None, RackParams())
    audio = rng.uniform(-1, 1, 5000).astype(np.float32)
    assert chain.latency == 0
    assert np.array_equal(chain.process(audio), audio)
    assert chain.readings() == ()


def test_straight_through_with_everything_keeps_the_contract() -> None:
    assert_processor_contract(
        lambda: build(None, EVERYTHING, gate_threshold_dbfs=-60.0), measure_delay=False, tail_s=1.0
    )


@pytest.mark.parametrize("voice_id", ["none", "robot", "hall"])
def test_only_the_limiter_delays(voice_id: str) -> None:
    plain, full = (build(VOICES[voice_id], rack) for rack in (RackParams(), EVERYTHING))
    parts = dict(full.latency_parts)
    assert full.latency == sum(parts.values())
    assert parts["limiter"] == 72
    assert full.latency - plain.latency == (72 if voice_id == "none" else 0)


def test_straight_through_with_everything_never_exceeds_the_ceiling() -> None:
    rack = dataclasses.replace(EVERYTHING, limiter=LimiterParams(ceiling_dbfs=-6.0))
    out = build(None, rack, output_gain_db=24.0).process(tone(2.0, gain=0.9))
    assert np.abs(out).max() <= 10 ** (-6 / 20) + 1e-6
    off = dataclasses.replace(EVERYTHING, limiter=LimiterParams(on=False))
    chain = build(VOICES["robot"], off)
    assert "limiter" not in dict(chain.latency_parts)


@pytest.mark.parametrize("order", [OUTPUT_STAGES, OUTPUT_STAGES[::-1]])
def test_the_order_is_the_one_that_is_heard(order: tuple[OutputStage, ...]) -> None:
    """By the stages themselves, one after the other."""
    curve = CompressorParams(on=True, threshold_dbfs=-40.0, ratio=8.0, makeup_db=0.0)
    room = ReverbParams(on=True, mix=0.5, size=0.7, damping=0.2)
    rack = RackParams(compressor=curve, reverb=room, order=order)
    stages: list[Processor] = [
        SoftCompressor(sample_rate=RATE, threshold_dbfs=-40.0, ratio=8.0, makeup_db=0.0),
        Reverb(sample_rate=RATE, mix=0.5, size=0.7, damping=0.2),
    ]
    burst = 0.3 * tone(1.0) * (np.arange(RATE) < RATE // 4)
    expected = Chain(stages if order == OUTPUT_STAGES else stages[::-1]).process(burst)
    other = Chain(stages[::-1] if order == OUTPUT_STAGES else stages)
    other.reset()
    chain = build(None, rack)
    found = chain.process(burst)[chain.latency :]
    np.testing.assert_allclose(found, expected[: len(found)], atol=2e-6)
    assert np.abs(found - other.process(burst)[: len(found)]).max() > 0.01


@pytest.mark.parametrize("kind", ["none", "robot", "neural"])
def test_suppression_and_a_gate_by_voice(kind: str, registry: ModelRegistry) -> None:
    cleaners = FakeCleaners()
    voice = neural() if kind == "neural" else VOICES[kind]
    rack = RackParams(suppress=SuppressParams(on=True), gate=GateParams(by_voice=True))
    plain = build(voice, RackParams(), registry=registry)
    chain = build(voice, rack, registry=registry, cleaners=cleaners, gate_threshold_dbfs=-50.0)
    parts, gate = dict(chain.latency_parts), 192
    # Blocks of 5 ms cost what they hold back, except within those of a network.
    held_back = 0 if kind == "neural" else 239
    assert parts["noise suppression"] == 336 + held_back
    assert parts["gate"] == gate
    assert chain.latency == plain.latency + 336 + held_back + gate
    assert sum(parts.values()) == chain.latency
    assert dict(chain.readings())["suppress"] == 0.75
    if kind == "none":
        out = chain.process(tone(0.5))
        assert np.abs(out[-4800:]).max() == pytest.approx(0.2 * (1 - 0.5), rel=0.01)
    weaker = dataclasses.replace(rack, suppress=SuppressParams(on=True, strength=0.1))
    params = VoiceParams(rack=weaker, gate_threshold_dbfs=-50.0)
    assert chain.set_params(params)
    assert cleaners.made[0].strength == 0.1
    assert not chain.set_params(VoiceParams(rack=RackParams(), gate_threshold_dbfs=-50.0))


def test_a_gate_by_voice_alone_takes_no_noise_away() -> None:
    cleaners = FakeCleaners()
    build(None, RackParams(gate=GateParams(by_voice=True)), cleaners=cleaners,
          gate_threshold_dbfs=-50.0)  # fmt: skip
    assert cleaners.made[0].strength == 0.0


@pytest.mark.parametrize("cleaners", [None, FakeCleaners(installed=False)])
def test_without_the_network_the_rest_works_and_a_sentence_says_so(
    cleaners: FakeCleaners | None, registry: ModelRegistry
) -> None:
    rack = RackParams(suppress=SuppressParams(on=True), gate=GateParams(by_voice=True))
    chain = build(
        VOICES["robot"], rack, cleaners=cleaners, registry=registry, gate_threshold_dbfs=-50.0
    )
    assert chain.notices == (NOT_INSTALLED,)
    assert "noise suppression" not in dict(chain.latency_parts)
    assert dict(chain.latency_parts)["gate"] == 192  # by level instead


@pytest.mark.parametrize("voice_id", ["none", "robot"])
def test_with_the_real_network_the_contract_is_kept(voice_id: str) -> None:
    rack = RackParams(suppress=SuppressParams(on=True), gate=GateParams(by_voice=True))
    chain = build(VOICES[voice_id], rack, cleaners=CLEANERS, gate_threshold_dbfs=-50.0)
    assert chain.notices == ()
    assert 1000 * dict(chain.latency_parts)["noise suppression"] / RATE < 12.0
    if voice_id == "none":
        assert_processor_contract(
            lambda: build(None, rack, cleaners=CLEANERS, gate_threshold_dbfs=-50.0),
            probe=np.repeat(voice_like(0.8), 3),
            measure_delay=False,
            split_tolerance=1e-4,
            tail_s=0.3,
        )


# ---- turning ----


def test_what_glides_and_what_needs_another_chain() -> None:
    chain = build(VOICES["robot"], RackParams())
    for rack in (
        EVERYTHING,
        dataclasses.replace(EVERYTHING, order=OUTPUT_STAGES[::-1]),
        dataclasses.replace(EVERYTHING, bypass=True),
        RackParams(feedback=FeedbackParams(on=True)),
        RackParams(reverb=ReverbParams(on=True, size=1.0)),
    ):
        assert chain.set_params(VoiceParams(rack=rack))
    for rack in (
        RackParams(suppress=SuppressParams(on=True)),
        RackParams(limiter=LimiterParams(on=False)),
        RackParams(de_esser=DeEsserParams(hz=7000.0)),
    ):
        assert not chain.set_params(VoiceParams(rack=rack))
    straight = build(None, RackParams())
    assert straight.set_params(VoiceParams(rack=RackParams(de_esser=DeEsserParams(on=True))))
    assert not straight.set_params(VoiceParams(rack=EVERYTHING))  # now it may be too loud


STEPS: dict[str, tuple[RackParams, ...]] = {
    "each stage on and off": (
        EVERYTHING,
        dataclasses.replace(EVERYTHING, eq=EqParams()),
        dataclasses.replace(EVERYTHING, reverb=ReverbParams()),
        dataclasses.replace(EVERYTHING, compressor=CompressorParams()),
        dataclasses.replace(EVERYTHING, level=LevelParams()),
        dataclasses.replace(EVERYTHING, de_esser=DeEsserParams()),
        EVERYTHING,
    ),
    "compare": tuple(dataclasses.replace(EVERYTHING, bypass=k % 2 == 0) for k in range(8)),
    "order": tuple(
        dataclasses.replace(EVERYTHING, order=OUTPUT_STAGES[k % 4 :] + OUTPUT_STAGES[: k % 4])
        for k in range(8)
    ),
    "knobs": tuple(
        dataclasses.replace(
            EVERYTHING,
            eq=EqParams(on=True, low_db=3.0 * k - 9.0, low_cut_hz=40.0 + 20.0 * k),
            reverb=ReverbParams(on=True, mix=0.1 * k, size=0.15 * k),
            compressor=CompressorParams(on=True, threshold_dbfs=-10.0 - 6.0 * k),
        )
        for k in range(6)
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", STEPS)
def test_no_change_clicks(name: str) -> None:
    audio = tone(4.0, 150.0)
    chain = build(None, EVERYTHING)
    parts = []
    for index, block in enumerate(audio[: len(audio) // PERIOD * PERIOD].reshape(-1, PERIOD)):
        if index % 150 == 149:
            rack = STEPS[name][(index // 150) % len(STEPS[name])]
            assert chain.set_params(VoiceParams(rack=rack))
        parts.append(chain.process(block))
    out = np.concatenate(parts)[RATE // 4 :]
    loudest = np.abs(out).max() / 0.2
    # The compressor bends its gain every millisecond: ten times a smooth tone, and a hundredth
    # of what a step of 6 dB would make.
    assert roughness(out) < 10.0 * loudest * roughness(audio)
    cut = np.concatenate((audio[: RATE + 80], 0.5 * audio[RATE + 80 :]))
    assert roughness(cut) > 100.0 * roughness(audio)


def test_bypass_of_the_rack_is_the_input_at_the_same_delay() -> None:
    chain = build(None, dataclasses.replace(EVERYTHING, bypass=True), gate_threshold_dbfs=-50.0)
    audio = tone(1.0)
    out = chain.process(audio)
    assert np.array_equal(out[chain.latency :], audio[: len(audio) - chain.latency])


def test_the_readings_are_what_the_stages_do() -> None:
    chain = build(None, EVERYTHING, gate_threshold_dbfs=-50.0)
    for block in tone(3.0, 3000.0, 0.5).reshape(-1, 480):
        chain.process(block)
    readings = dict(chain.readings())
    assert set(readings) == {"level", "gate", "de_esser", "compressor", "limiter"}
    assert readings["compressor"] < -3.0
    assert readings["gate"] == pytest.approx(0.0)


# ---- the values themselves ----


@pytest.mark.parametrize("preset", RACK_PRESETS.values(), ids=lambda preset: preset.id)
def test_presets_go_through_json(preset: object) -> None:
    rack = preset.rack
    text = json.dumps(rack_to_json(rack))
    assert rack_from_json(json.loads(text)) == (rack, ())
    assert not rack.bypass


def test_a_damaged_stage_falls_back_alone() -> None:
    values = rack_to_json(EVERYTHING)
    values["eq"]["amount"] = "loud"
    values["order"] = ["eq", "eq"]
    values["reverb"]["of a newer version"] = 3
    rack, damaged = rack_from_json(values)
    assert set(damaged) == {"eq", "order"}
    assert rack == dataclasses.replace(EVERYTHING, eq=EqParams())
    assert rack_from_json(None) == (RackParams(), ())
    assert rack_from_json([1])[1] == ("rack",)


def test_impossible_values_are_refused() -> None:
    for wrong in (
        lambda: RackParams(order=("eq", "eq", "compressor", "reverb")),
        lambda: ReverbParams(mix=1.5),
        lambda: EqParams(on="yes"),
        lambda: LevelParams(target_lufs=float("nan")),
    ):
        with pytest.raises(SyrinxError):
            wrong()


# ---- in the engine ----


def test_switching_stages_while_it_runs_makes_no_click_and_no_late_block(rig: Callable) -> None:
    run = rig(tone(6.0, 150.0), chain=build(None, EVERYTHING))
    for index in range(11):
        run.run(0.5)
        rack = STEPS["each stage on and off"][index % 7]
        assert run.path.chain.set_params(VoiceParams(rack=rack))
    out = run.device.output()
    assert run.path.counters.late_blocks == 0
    audio = tone(1.0, 150.0)
    assert roughness(out[RATE // 2 :]) < 12.0 * np.abs(out).max() / 0.2 * roughness(audio)


def test_stages_that_delay_come_and_go_without_a_click(rig: Callable) -> None:
    """Another chain is built and faded over to, as the engine does it."""
    run = rig(tone(6.0, 150.0), chain=build(None, RackParams()))
    racks = (
        (RackParams(suppress=SuppressParams(on=True)), None),
        (RackParams(suppress=SuppressParams(on=True), gate=GateParams(by_voice=True)), -50.0),
        (EVERYTHING, None),
        (RackParams(), -60.0),
        (RackParams(), None),
    )
    for rack, gate in racks:
        run.run(1.0)
        assert not run.path.chain.set_params(VoiceParams(rack=rack, gate_threshold_dbfs=gate))
        chain = build(None, rack, cleaners=FakeCleaners(), gate_threshold_dbfs=gate)
        chain.warm_up()
        run.path.set_chain(chain)
    run.run(1.0)
    out = run.device.output()
    assert run.path.counters.late_blocks == 0
    assert roughness(out[RATE // 2 :]) < 12.0 * roughness(tone(1.0, 150.0))


def test_the_guard_in_the_path_hears_the_loop(rig: Callable) -> None:
    """The scripted device gives back what was played, as a loudspeaker near the microphone."""
    run = rig(0.01 * np.random.default_rng(0).standard_normal(12 * RATE).astype("f4"))
    run.path.guard.on = True
    device, path = run.device, run.path
    taken = 0
    muted = False
    for _ in range(8 * RATE // PERIOD):
        played = device.output()
        now = round(device.stream_s * RATE)
        delay = 2400
        if now > delay:
            piece = played[now - delay : now - delay + PERIOD]
            device._audio[now : now + len(piece)] += 1.2 * piece
        device.pump(path, 1)
        while path.step():
            taken += 1
        muted = muted or path.guard.muted
        if muted:
            break
    assert muted
    report = path.guard.take_report()
    assert report is not None


def test_the_engine_tells_what_the_stages_do_and_says_when_it_mutes() -> None:
    with EngineHost() as host:
        host.wait_for(m.EngineReady)
        rack = dataclasses.replace(EVERYTHING, feedback=FeedbackParams(on=True))
        script = m.DeviceScript(seconds=60.0)
        config = m.EngineConfig(script=script, params=VoiceParams(rack=rack))
        host.send(m.StartStream(config=config))
        host.wait_for(m.StreamStarted)
        telemetry = host.wait_for(m.Telemetry)
        for _ in range(50):
            telemetry = host.wait_for(m.Telemetry)
            if telemetry.readings:
                break
        assert dict(telemetry.readings).keys() == {
            "level", "de_esser", "compressor", "limiter", "feedback",
        }  # fmt: skip
        host.send(m.SetParams(params=VoiceParams()))
        for _ in range(50):
            telemetry = host.wait_for(m.Telemetry)
            if not telemetry.readings:
                break
        assert telemetry.readings == ()
