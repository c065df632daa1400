"""Intonation, pitch lock and morph of a neural voice: what they do to F0 and sound, live."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from syrinx.app.engine.builder import BuildRequest, Workshop
from syrinx.app.engine.melody import Melody
from syrinx.app.engine.params import VoiceParams
from syrinx.app.engine.pitch_follow import AutoPitch
from syrinx.app.engine.voice_chain import VoiceChain, build_voice_chain
from syrinx.app.voice_adapter import VoiceAdapter
from syrinx.app.voice_bank import VoiceBank
from syrinx.app.voice_model import Voice
from syrinx.app.voices import effect_voices
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.pitch import StreamingF0
from syrinx.neural.runtime.content import content_encoder_id
from syrinx.neural.runtime.onnx_processor import NeuralVoice, decoder_id
from syrinx.neural.runtime.registry import ModelRegistry
from tests.contracts.processor_contract import assert_processor_contract
from tests.engine.conftest import Rig
from tests.neural_runtime.tiny import voice_like, write_tiny_bundle

RATE = 16_000


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> ModelRegistry:
    """Tiny random networks with the interface of the real ones."""
    return ModelRegistry(shipped=write_tiny_bundle(tmp_path_factory.mktemp("models")))


def make_voice(registry: ModelRegistry, name: str, f0_hz: float, *, tuned: bool = True) -> Voice:
    rng = np.random.default_rng(round(f0_hz))
    embedding = rng.standard_normal(192)
    shapes = NeuralVoice(registry, speaker_embedding=embedding).adapter_shapes
    tensors = {n: 0.2 * rng.standard_normal(s).astype(np.float16) for n, s in shapes.items()}
    frames = rng.standard_normal((100, 64))
    bank = VoiceBank.from_frames(frames, content_encoder=content_encoder_id(registry))
    return Voice(
        id=name,
        name=name.title(),
        kind="neural",
        f0_median_hz=f0_hz,
        speaker_embedding=(embedding / np.linalg.norm(embedding)).astype(np.float32),
        adapter=VoiceAdapter(tensors=tensors, decoder=decoder_id(registry)) if tuned else None,
        bank=bank,
        shipped=True,
    )


@pytest.fixture(scope="module")
def ada(registry: ModelRegistry) -> Voice:
    return make_voice(registry, "ada", 220.0)


@pytest.fixture(scope="module")
def bo(registry: ModelRegistry) -> Voice:
    return make_voice(registry, "bo", 110.0)


def build(
    registry: ModelRegistry | None, voice: Voice, second: Voice | None = None, **knobs: object
) -> VoiceChain:
    knobs.setdefault("source_f0_hz", 150.0)
    params = VoiceParams(morph_to=None if second is None else second.id, **knobs)
    return build_voice_chain(
        voice, sample_rate=RATE, params=params, second=second, registry=registry
    )


def harmonics(f0_hz: np.ndarray, count: int = 12) -> np.ndarray:
    phase = 2 * np.pi * np.cumsum(f0_hz) / RATE
    return (0.1 * sum(np.sin(k * phase) / k for k in range(1, count))).astype(np.float32)


def swinging(seconds: float = 6.0) -> np.ndarray:
    """F0 in Hz, per sample: 3 semitones up and down around 150 Hz, once a second."""
    time = np.arange(round(seconds * RATE)) / RATE
    return 150.0 * 2.0 ** (3.0 / 12.0 * np.sin(2 * np.pi * time))


# ---- intonation ----


def heard_f0(audio: np.ndarray) -> np.ndarray:
    """Log2 of the F0 of what came out, after two seconds, where it is voiced."""
    f0, voiced = StreamingF0(sample_rate=RATE, hop_length=160).process(audio)
    values = np.log2(f0[voiced & (np.arange(len(f0)) > 200)])
    return values[np.abs(values - np.median(values)) < 0.6]


@pytest.mark.parametrize("strength", [0.0, 0.5, 1.0, 2.0])
def test_the_voice_that_comes_out_swings_as_much_as_it_should(strength: float) -> None:
    """By the shipped networks: F0 is measured in the sound, not in what was asked for."""
    from syrinx.app.voices import VoiceLibrary

    voice = VoiceLibrary(Path("none")).get("iris")
    audio = harmonics(swinging())
    made = heard_f0(build(None, voice, intonation=strength, mark=False).process(audio))
    assert made.size > 200
    assert 12 * made.std() == pytest.approx(strength * 3.0 / np.sqrt(2.0), abs=0.25)
    assert 2.0 ** np.median(made) == pytest.approx(voice.f0_median_hz, rel=0.06)


def test_a_robot_speaks_on_one_note_without_auto_pitch_too() -> None:
    melody = Melody(AutoPitch(None, stored_hz=150.0), pitch=12.0, intonation=0.0)
    made = [melody.target_hz(hz) for hz in (100.0, 150.0, 222.0)]
    np.testing.assert_allclose(made, 300.0, rtol=1e-9)


def test_as_spoken_is_the_shift_alone() -> None:
    auto = AutoPitch(200.0, stored_hz=100.0)
    melody = Melody(auto, pitch=None)
    assert melody.target_hz(123.0) == pytest.approx(246.0, rel=1e-12)
    melody.pitch = -12.0
    assert melody.target_hz(123.0) == pytest.approx(61.5, rel=1e-12)


def test_errors_of_an_octave_are_not_made_larger() -> None:
    melody = Melody(AutoPitch(200.0, stored_hz=200.0), pitch=None, intonation=2.0)
    assert melody.target_hz(2 * 200.0) == pytest.approx(200.0 * 2.0 ** (20.0 / 12.0))
    assert melody.target_hz(200.0 * 2 ** (2 / 12)) == pytest.approx(200.0 * 2 ** (4 / 12))


def test_knobs_of_the_melody_glide() -> None:
    melody = Melody(AutoPitch(200.0, stored_hz=200.0), pitch=None)
    melody.intonation = 0.0
    made = []
    for _ in range(40):
        melody.step()
        made.append(np.log2(melody.target_hz(240.0)))
    assert np.abs(np.diff(made)).max() < 0.02
    assert made[-1] == pytest.approx(np.log2(200.0), abs=1e-9)


def test_the_lock_brings_a_shout_back_and_keeps_the_melody() -> None:
    """The user's voice jumps up by 8 semitones and stays there, swinging."""

    def run(lock: float) -> np.ndarray:
        auto = AutoPitch(200.0, stored_hz=100.0)
        melody = Melody(auto, pitch=None, lock=lock)
        made = []
        for frame in range(400):
            jump = 8.0 if frame >= 100 else 0.0
            hz = 100.0 * 2.0 ** ((jump + np.sin(2 * np.pi * frame / 25)) / 12.0)
            made.append(12 * np.log2(melody.target_hz(hz) / 200.0))
            auto.update(hz)
        return np.array(made)

    free, held = run(0.0), run(1.0)
    assert free[150:200].mean() == pytest.approx(8.0, abs=1.2)
    assert held[100:105].mean() > 6.0
    assert held[250:300].mean() == pytest.approx(0.0, abs=0.6)
    assert held[250:300].std() == pytest.approx(free[250:300].std(), rel=0.1)


# ---- morph ----


@pytest.mark.parametrize("place", [0.0, 1.0])
def test_the_ends_are_the_pure_voices_bit_for_bit(
    registry: ModelRegistry, ada: Voice, bo: Voice, place: float
) -> None:
    audio = voice_like(1.0)
    pure = build(registry, bo if place else ada, index_ratio=0.5).process(audio)
    made = build(registry, ada, bo, morph=place, index_ratio=0.5).process(audio)
    np.testing.assert_array_equal(made, pure)


def test_between_the_ends_it_is_neither(registry: ModelRegistry, ada: Voice, bo: Voice) -> None:
    audio = voice_like(1.0)
    made = [build(registry, ada, bo, morph=p).process(audio) for p in (0.0, 0.5, 1.0)]
    assert np.abs(made[1] - made[0]).max() > 1e-3
    assert np.abs(made[1] - made[2]).max() > 1e-3
    middle = build(registry, ada, bo, morph=0.5)._followed
    assert middle.morph.f0_median_hz == pytest.approx(np.sqrt(220.0 * 110.0))
    assert middle.semitones == pytest.approx(12 * np.log2(np.sqrt(220.0 * 110.0) / 150.0))


def test_a_voice_without_fine_tuning_can_be_morphed(registry: ModelRegistry, ada: Voice) -> None:
    plain = make_voice(registry, "plain", 100.0, tuned=False)
    audio = voice_like(0.6)
    pure = build(registry, plain).process(audio)
    np.testing.assert_array_equal(build(registry, ada, plain, morph=1.0).process(audio), pure)


def test_the_chain_with_every_knob_turned_keeps_the_contract(
    registry: ModelRegistry, ada: Voice, bo: Voice
) -> None:
    def factory() -> VoiceChain:
        return build(
            registry, ada, bo, morph=0.4, morph_s=1.0, intonation=1.6, pitch_lock=0.5,
            breathiness=0.6, formant_semitones=3.0, wet=0.8, index_ratio=0.5,
        )  # fmt: skip

    assert_processor_contract(
        factory, probe=voice_like(0.8), measure_delay=False, split_tolerance=1e-4, tail_s=0.5
    )
    assert factory().latency == build(registry, ada).latency, "none of it takes time"


def test_what_can_be_turned_while_it_runs(registry: ModelRegistry, ada: Voice, bo: Voice) -> None:
    chain = build(registry, ada, bo)
    turned = replace(
        chain.params, intonation=0.0, pitch_lock=1.0, breathiness=-1.0, morph=1.0, morph_s=0.3,
        wet=0.5, formant_semitones=-4.0,
    )  # fmt: skip
    assert chain.set_params(turned)
    assert not chain.set_params(replace(turned, morph_to=None))
    assert not chain.set_params(replace(turned, morph_to="someone-else"))


@pytest.mark.parametrize("seconds", [0.0, 0.4])
def test_a_morph_takes_its_time(
    registry: ModelRegistry, ada: Voice, bo: Voice, seconds: float
) -> None:
    chain = build(registry, ada, bo, morph_s=seconds)
    morph = chain._followed.morph
    audio = voice_like(1.0)
    chain.process(audio[:1600])
    chain.set_params(replace(chain.params, morph=1.0))
    steps, medians = 0, [morph.f0_median_hz]
    while steps == 0 or not morph.settled:
        chain.process(audio[:160])
        medians.append(morph.f0_median_hz)
        steps += 1
    assert steps == pytest.approx(max(5, 100 * seconds), abs=1)
    assert np.diff(np.log2(medians)).max() <= 0.0, "straight down"
    assert medians[-1] == 110.0


def test_another_voice_is_glided_to(registry: ModelRegistry, ada: Voice, bo: Voice) -> None:
    audio = voice_like(2.0)
    before = build(registry, ada)
    before.process(audio)
    after = build(registry, bo, morph_s=0.5)
    after.go_on_from(before)
    morph = after._followed.morph
    assert morph.f0_median_hz == 220.0
    np.testing.assert_allclose(morph.snapshot().embedding, ada.speaker_embedding, atol=1e-6)
    assert after.source_f0_hz == before.source_f0_hz, "the user is known already"
    made = after.process(audio)
    assert morph.settled
    assert morph.f0_median_hz == 110.0
    pure = build(registry, bo)
    pure.go_on_from(before)
    expected = pure.process(audio)
    assert np.abs(made[:4800] - expected[:4800]).max() > 1e-3
    arrived, aim = morph.snapshot(), pure._followed.morph.snapshot()
    np.testing.assert_array_equal(arrived.embedding, aim.embedding)
    for name, value in aim.adapter.items():
        np.testing.assert_array_equal(arrived.adapter[name], value)


def test_without_a_time_voices_are_not_glided(
    registry: ModelRegistry, ada: Voice, bo: Voice
) -> None:
    before, after = build(registry, ada), build(registry, bo)
    after.go_on_from(before)
    assert after._followed.morph.settled
    again = build(registry, ada, morph_s=1.0)
    again.go_on_from(before)
    assert again._followed.morph.settled, "the same voice needs no glide"


def test_a_glide_goes_on_where_the_last_one_was(
    registry: ModelRegistry, ada: Voice, bo: Voice
) -> None:
    first = build(registry, ada)
    second = build(registry, bo, morph_s=1.0)
    second.go_on_from(first)
    second.process(voice_like(0.5))
    on_the_way = second._followed.morph.f0_median_hz
    assert 115.0 < on_the_way < 215.0
    third = build(registry, ada, morph_s=1.0)
    third.go_on_from(second)
    assert third._followed.morph.f0_median_hz == pytest.approx(on_the_way)
    second.process(voice_like(0.2))
    assert third._followed.morph.f0_median_hz == pytest.approx(on_the_way), "a copy, no view"


def test_a_marked_voice_does_not_lose_its_mark_in_a_glide(
    registry: ModelRegistry, ada: Voice, bo: Voice
) -> None:
    own = replace(ada, shipped=False, consent="given")
    before = build(registry, own)
    after = build(registry, bo, morph_s=1.0)
    after.go_on_from(before)
    assert after._followed.morph.settled
    other_way = build(registry, own, morph_s=1.0)
    other_way.go_on_from(build(registry, bo))
    assert not other_way._followed.morph.settled
    mixed = build(registry, bo, own, morph=0.5)
    assert not mixed.set_params(replace(mixed.params, mark=False)), "the second one's mark is there"


def test_effects_cannot_be_morphed(registry: ModelRegistry, ada: Voice) -> None:
    effect = next(iter(effect_voices()))
    with pytest.raises(SyrinxError, match="only neural voices"):
        build(registry, ada, effect)
    build(registry, effect, ada).process(voice_like(0.1))  # of no effect there


@pytest.mark.parametrize(
    "wrong",
    [
        {"intonation": 2.1}, {"intonation": -0.1}, {"pitch_lock": 1.1}, {"breathiness": -1.1},
        {"morph": 1.5}, {"morph_s": 5.5}, {"breathiness": float("nan")},
    ],
)  # fmt: skip
def test_knobs_have_ends(wrong: dict[str, float]) -> None:
    with pytest.raises(SyrinxError):
        VoiceParams(**wrong)


# ---- dry and wet ----


def test_dry_and_wet_lie_on_each_other(registry: ModelRegistry, ada: Voice) -> None:
    """The dry share arrives when the wet one does: both at the declared delay."""
    chain = build(registry, ada, wet=0.0)
    audio = voice_like(1.0)
    dry = chain.process(audio)
    shift = chain.latency
    kept = audio[: len(audio) - shift]
    lags = range(-40, 41)
    scores = [float(np.dot(np.roll(dry[shift:], lag)[500:-500], kept[500:-500])) for lag in lags]
    assert abs(list(lags)[int(np.argmax(scores))]) <= 1
    onset = np.zeros(RATE, np.float32)
    onset[8000:9600] = voice_like(0.2)[:1600]
    half = build(registry, ada, wet=1.0).process(onset)
    first = np.flatnonzero(np.abs(half) > 0)[0] - shift
    assert 8000 - 160 <= first <= 8000 + 320


# ---- in the engine ----


def test_a_second_voice_that_is_gone_is_a_notice(syrinx_home: Path) -> None:
    write_tiny_bundle(syrinx_home / "models")
    for gone, sentence in (("nobody", "nothing to morph into"), ("robot", "an effect")):
        request = BuildRequest(
            voice_id="iris",
            params=VoiceParams(morph_to=gone, morph=0.5),
            sample_rate=RATE,
            fp32=False,
            command="SetVoice",
        )
        chain = Workshop().build(request)
        assert any(sentence in notice for notice in chain.notices), chain.notices
        assert chain.voice_id == "iris"


def test_a_swap_that_glides_is_no_click(
    registry: ModelRegistry, ada: Voice, bo: Voice, rig: Callable[..., Rig]
) -> None:
    """The engine's own path: crossfade into the new chain, which begins as the old voice."""
    audio = np.repeat(voice_like(2.0), 3)

    def chain(voice: Voice, morph_s: float = 0.0) -> VoiceChain:
        params = VoiceParams(source_f0_hz=150.0, morph_s=morph_s, mark=False)
        made = build_voice_chain(voice, sample_rate=48_000, params=params, registry=registry)
        made.warm_up()
        return made

    before, after = chain(ada), chain(bo, 0.5)
    path = rig(audio, chain=before)
    path.run(1.0)
    after.go_on_from(before)
    path.path.set_chain(after)
    out = path.run(1.0)
    assert after._followed.morph.settled
    steps = np.abs(np.diff(out))
    assert steps[48_000 : 48_000 + 24_000].max() < 2.0 * steps[12_000:47_000].max()
    assert np.isfinite(out).all()
