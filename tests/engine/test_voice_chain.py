"""The chain of a voice: processor contract, delay by parts, knobs, auto pitch, F0 line."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from syrinx.app.engine.messages import DEFAULT_SAFETY_MS, VoiceParams
from syrinx.app.engine.pitch_follow import AutoPitch
from syrinx.app.engine.voice_chain import VoiceChain, build_voice_chain
from syrinx.app.voice_model import Voice
from syrinx.app.voices import effect_voices
from syrinx.dsp.effects import EFFECTS
from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.registry import ModelRegistry
from tests.contracts.processor_contract import assert_processor_contract
from tests.neural_runtime.tiny import voice_like, write_tiny_bundle

RATE = 48000
EFFECT_VOICES = {voice.id: voice for voice in effect_voices()}


@pytest.fixture(scope="session")
def registry(tmp_path_factory: pytest.TempPathFactory) -> ModelRegistry:
    """Tiny random networks with the interface of the real ones."""
    return ModelRegistry(shipped=write_tiny_bundle(tmp_path_factory.mktemp("models")))


def neural_voice(f0_median_hz: float | None = 200.0) -> Voice:
    embedding = np.zeros(192, np.float32)
    embedding[5] = 1.0
    return Voice(
        id="someone",
        name="Someone",
        kind="neural",
        f0_median_hz=f0_median_hz,
        speaker_embedding=embedding,
        shipped=True,
    )


def build(
    voice: Voice | None, *, rate: int = RATE, trace: bool = False, **rest: object
) -> VoiceChain:
    registry = rest.pop("registry", None)
    params = VoiceParams(**rest)
    return build_voice_chain(voice, sample_rate=rate, params=params, registry=registry, trace=trace)


def tone(seconds: float, hz: float = 220.0, rate: int = RATE) -> np.ndarray:
    return (0.2 * np.sin(2 * np.pi * hz * np.arange(round(seconds * rate)) / rate)).astype("f4")


@pytest.mark.parametrize("gate", [None, -60.0])
def test_straight_through_keeps_the_contract(gate: float | None) -> None:
    assert_processor_contract(lambda: build(None, gate_threshold_dbfs=gate))


def test_straight_through_changes_no_sample_and_takes_no_time(rng: np.random.Generator) -> None:
    chain = build(None)
    audio = rng.uniform(-1, 1, 5000).astype(np.float32)
    assert chain.latency == 0
    assert np.array_equal(chain.process(audio), audio)


@pytest.mark.parametrize("voice_id", sorted(EFFECT_VOICES))
def test_every_effect_voice_fits_into_25_ms(voice_id: str) -> None:
    chain = build(EFFECT_VOICES[voice_id])
    assert sum(samples for _, samples in chain.latency_parts) == chain.latency
    # The safety margin, one period of 128, and one more that JACK takes.
    rest = DEFAULT_SAFETY_MS + 2 * 128 / 48
    assert 1000 * chain.latency / RATE + rest <= 25.0
    noisy = tone(0.2)
    noisy[100:200] = np.nan
    out = chain.process(noisy)
    assert np.isfinite(out).all()
    assert np.abs(out).max() <= 1.0


@pytest.mark.parametrize("voice_id", sorted(EFFECT_VOICES)[:3])
def test_an_effect_voice_does_not_depend_on_the_split(voice_id: str) -> None:
    def factory() -> VoiceChain:
        return build(EFFECT_VOICES[voice_id], gate_threshold_dbfs=-60.0)

    # Pitch marks are placed by rounded spectra: 1e-4 on a voice, more on noise without any pitch.
    probe = np.repeat(voice_like(0.8), 3)
    assert_processor_contract(
        factory, probe=probe, measure_delay=False, split_tolerance=5e-4, tail_s=3.0
    )


def test_the_neural_chain_keeps_the_contract(registry: ModelRegistry) -> None:
    def factory() -> VoiceChain:
        return build(neural_voice(), registry=registry)

    probe = np.repeat(voice_like(0.8), 3)
    assert_processor_contract(
        factory, probe=probe, measure_delay=False, split_tolerance=1e-4, tail_s=0.5
    )


@pytest.mark.parametrize("rate", [16000, 44100, 48000, 96000, 22050])
def test_the_neural_chain_runs_at_any_rate_and_fits_into_70_ms(
    registry: ModelRegistry, rate: int
) -> None:
    chain = build(neural_voice(), rate=rate, registry=registry)
    assert sum(samples for _, samples in chain.latency_parts) == chain.latency
    assert 1000 * chain.latency / rate + 4.0 + 2 * 128 / 48 <= 70.0
    out = chain.process(tone(0.3, rate=rate))
    assert out.shape == (round(0.3 * rate),)
    assert out.any()


@pytest.mark.parametrize("kind", ["effect", "neural"])
def test_bypass_is_the_input_at_the_same_delay(registry: ModelRegistry, kind: str) -> None:
    voice = neural_voice() if kind == "neural" else EFFECT_VOICES[sorted(EFFECT_VOICES)[0]]
    chain = build(voice, bypass=True, registry=registry)
    audio = tone(0.3)
    out = chain.process(audio)
    assert np.array_equal(out[chain.latency :], audio[: len(audio) - chain.latency])


def test_knobs_glide_and_structure_needs_another_chain() -> None:
    voice = EFFECT_VOICES[sorted(EFFECT_VOICES)[0]]
    chain = build(voice)
    assert chain.set_params(VoiceParams(output_gain_db=-6.0, wet=0.5, bypass=True))
    assert not chain.set_params(VoiceParams(pitch=3.0))
    assert not chain.set_params(VoiceParams(formant_semitones=3.0))
    assert not chain.set_params(VoiceParams(gate_threshold_dbfs=-50.0))
    plain = build(None)
    assert plain.set_params(VoiceParams(pitch=3.0, formant_semitones=1.0))
    out = plain.process(tone(0.1))
    assert plain.set_params(VoiceParams(output_gain_db=-20.0))
    out = np.concatenate((out, plain.process(tone(0.1))))
    assert np.abs(np.diff(out)).max() < 1.1 * np.abs(np.diff(tone(0.1))).max()
    assert np.abs(out[-1000:]).max() == pytest.approx(0.02, rel=0.01)


def test_the_gate_silences_what_is_below_it() -> None:
    chain = build(None, gate_threshold_dbfs=-30.0)
    quiet = chain.process((0.003 * np.sin(0.05 * np.arange(RATE))).astype(np.float32))
    assert np.abs(quiet[RATE // 2 :]).max() < 1e-5
    assert chain.set_params(VoiceParams(gate_threshold_dbfs=-60.0))
    loud = chain.process((0.003 * np.sin(0.05 * np.arange(RATE))).astype(np.float32))
    assert np.abs(loud[RATE // 2 :]).max() > 0.0029


def test_auto_pitch_goes_to_the_target_and_is_slow() -> None:
    auto = AutoPitch(200.0)
    assert [auto.update(0.0), auto.update(100.0)] == [0.0, 0.0]
    for _ in range(30):
        auto.update(100.0)
    assert auto.semitones == pytest.approx(12.0)
    assert auto.source_hz == pytest.approx(100.0)
    for _ in range(600):
        auto.update(100.0)
    steps = [auto.update(200.0) for _ in range(3000)]
    assert np.abs(np.diff(steps)).max() <= 0.0201
    assert steps[-1] == pytest.approx(0.0, abs=0.1)
    known = AutoPitch(200.0, stored_hz=100.0)
    assert known.semitones == pytest.approx(12.0)
    assert AutoPitch(None, stored_hz=100.0).semitones == 0.0


def test_auto_pitch_mends_a_wrong_start_quickly() -> None:
    auto = AutoPitch(200.0)
    for _ in range(25):
        auto.update(700.0)  # a whistle
    assert auto.semitones < -20.0
    for _ in range(260):
        auto.update(120.0)
    assert auto.semitones == pytest.approx(12 * np.log2(200 / 120), abs=0.1)


def test_auto_pitch_follows_the_voice_and_not_the_hum_below_it() -> None:
    auto = AutoPitch(200.0)
    for _ in range(200):
        auto.update(50.0, -45.0)  # mains hum, before anybody speaks
    assert auto.source_hz == pytest.approx(50.0)
    heard = []
    for frame in range(600):
        hum = frame % 3 == 0
        heard.append(auto.update(50.0, -45.0) if hum else auto.update(160.0, -25.0))
    assert auto.source_hz == pytest.approx(160.0)
    assert heard[60] == pytest.approx(12 * np.log2(200 / 160), abs=0.1)  # at once, not in seconds
    quiet = AutoPitch(200.0, stored_hz=100.0)
    for _ in range(100):
        quiet.update(103.0, -50.0)  # a quiet talker is a voice as well
    assert quiet.source_hz == pytest.approx(100.0, rel=0.04)


def test_auto_pitch_reaches_the_network(registry: ModelRegistry) -> None:
    chain = build(neural_voice(200.0), registry=registry, pitch="auto", trace=True)
    harmonics = sum(tone(2.0, 100.0 * k) / k for k in range(1, 9))
    chain.process(0.5 * harmonics)
    assert chain.source_f0_hz == pytest.approx(100.0, rel=0.02)
    assert chain._followed.semitones == pytest.approx(12.0, abs=0.4)
    assert chain.set_params(VoiceParams(pitch=-2.0))
    chain.process(harmonics[:4800])
    assert chain._followed.semitones == pytest.approx(-2.0)


@pytest.mark.parametrize("kind", ["none", "neural"])
def test_the_f0_line_lies_where_the_pitch_changes(registry: ModelRegistry, kind: str) -> None:
    voice = neural_voice() if kind == "neural" else None
    chain = build(voice, registry=registry, trace=True)
    low = sum(tone(1.0, 110.0 * k) / k for k in range(1, 9))
    high = sum(tone(1.0, 220.0 * k) / k for k in range(1, 9))
    audio = 0.5 * np.concatenate((low, high)).astype(np.float32)
    points: list[tuple[int, float]] = []
    for end in range(480, len(audio) + 1, 480):
        chain.process(audio[end - 480 : end])
        points += chain.take_f0(1000 + end)
    position = np.array([at for at, _ in points]) - 1000
    f0 = np.array([value for _, value in points])
    assert np.median(f0[(position > 12000) & (position < 44000)]) == pytest.approx(110, rel=0.01)
    assert np.median(f0[position > 60000]) == pytest.approx(220, rel=0.01)
    change = position[np.flatnonzero(f0 > 165)[0]]
    assert change == pytest.approx(RATE, abs=0.03 * RATE)
    assert np.all(np.diff(position) > 0)


def test_missing_models_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SyrinxError):
        build(neural_voice(), registry=ModelRegistry(shipped=tmp_path))


def test_every_effect_has_a_voice() -> None:
    assert {voice.effect_id for voice in EFFECT_VOICES.values()} == set(EFFECTS)
