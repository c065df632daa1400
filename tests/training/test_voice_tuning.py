"""Fine-tuning of a voice: what it learns, what it keeps apart, and that it can be given up."""

from __future__ import annotations

import functools
from pathlib import Path

import numpy as np
import pytest
import torch

from syrinx.app.voice_tuning import VoiceTuner, other_speech
from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.neural.runtime.session import StateSession
from syrinx.training.batches import PhoneSet
from syrinx.training.recipes.content_encoder import PhoneRecogniser
from syrinx.training.sharpen import REACH_BINS, sharpen_head
from syrinx.training.voice_speech import LongTermSpectrum, Speech
from syrinx.training.voice_tuning import (
    TuningConfig,
    TuningModels,
    VoiceTuning,
    tensors_of,
)
from tests.neural_runtime.tiny import content_encoder, decoder, voice_like

SMALL = TuningConfig(steps=12, rows=2, crop_s=0.5, validate_every=4, warmup_steps=1)
EMBEDDING = np.full(192, 192**-0.5, np.float32)


@pytest.fixture(scope="module")
def models() -> TuningModels:
    torch.manual_seed(0)
    recogniser = PhoneRecogniser(PhoneSet(["a", "b"]), content_encoder().config)
    return TuningModels(recogniser=recogniser, decoder=decoder(), shipped=decoder())


def tuning(models: TuningModels, config: TuningConfig = SMALL, seconds: float = 6.0) -> VoiceTuning:
    own = [Speech.of(voice_like(seconds, seed=1))]
    others = [Speech.of(voice_like(4.0, seed=2)[::-1].copy())]
    return VoiceTuning(models, own, others, embedding=EMBEDDING, f0_median_hz=150.0, config=config)


def learned(voice: VoiceTuning) -> bool:
    """Whether any step was kept; the equaliser is there from the beginning."""
    kept = {k: v for k, v in voice.result().items() if k != "head_bias" and k[-3:] != "_in"}
    return any(v.any() for v in kept.values())


def test_what_is_kept_apart_gets_better_and_the_networks_stay(models: TuningModels) -> None:
    before = {k: v.clone() for k, v in models.decoder.state_dict().items()}
    voice = tuning(models)
    first = voice._validate()
    events = list(voice.run())
    assert [e.step for e in events] == [0, *range(13)]
    assert [e.step for e in events if "held_out" in e.figures] == [0, 0, 4, 8, 12]
    assert events[-1].left_s == 0.0
    assert min(e.figures["held_out"] for e in events if "held_out" in e.figures) < first - 0.05
    assert all(torch.equal(v, before[k]) for k, v in models.decoder.state_dict().items())
    adapter = voice.result()
    assert {k: v.shape for k, v in adapter.items()} == models.decoder.adapter_shapes()
    assert any(np.abs(v).max() > 0 for k, v in adapter.items() if not k.endswith("_in"))


def test_the_same_seed_learns_the_same(models: TuningModels) -> None:
    one, two = tuning(models), tuning(models)
    for voice in (one, two):
        list(voice.run())
    again = two.result()
    for name, value in one.result().items():
        np.testing.assert_allclose(value, again[name], atol=3e-2)


def test_given_up_it_has_the_best_so_far(models: TuningModels) -> None:
    voice = tuning(models)
    assert not learned(voice)
    events = voice.run()
    for event in events:
        if event.step == 4:
            break
    events.close()
    assert learned(voice)


@pytest.fixture
def exact(monkeypatch: pytest.MonkeyPatch) -> None:
    """Kernels of bfloat16 round by where memory lies: two runs differ. Those of float32 do not."""
    whole = functools.partial(torch.autocast, enabled=False)
    monkeypatch.setattr(torch, "autocast", lambda device, **_: whole(device))


def stopped_at(models: TuningModels, step: int) -> VoiceTuning:
    voice = tuning(models)
    for event in voice.run():
        if event.step == step:
            return voice
    raise AssertionError("it never came there")


@pytest.mark.parametrize("step", [0, 3, 4, 9, 12])
def test_gone_on_with_it_ends_as_if_it_had_never_stopped(
    models: TuningModels, tmp_path: Path, step: int, exact: None
) -> None:
    """Between validations, at one, before the first step and after the last."""
    whole = tuning(models)
    figures = [e.figures for e in whole.run() if e.step > step]
    first = stopped_at(models, step)
    first.save(tmp_path / "state")
    again = tuning(models)
    again.load(tmp_path / "state")
    later = list(again.run())
    if step == 0:  # it was stopped before it was equalised
        later = later[2:]
    assert [e.step for e in later] == list(range(step + 1, 13))
    for one, two in zip(figures, (e.figures for e in later), strict=True):
        assert one == pytest.approx(two, rel=1e-4)
    for name, value in whole.result().items():
        np.testing.assert_allclose(value, again.result()[name], atol=1e-4)


def test_a_look_at_the_result_changes_nothing_of_what_follows(
    models: TuningModels, exact: None
) -> None:
    looked_at, left_alone = tuning(models), tuning(models)
    for _ in looked_at.run():
        looked_at.result()
    list(left_alone.run())
    for name, value in looked_at.result().items():
        np.testing.assert_allclose(value, left_alone.result()[name], atol=1e-4)


def test_a_state_that_is_damaged_or_of_something_else_is_refused(
    models: TuningModels, tmp_path: Path
) -> None:
    path = tmp_path / "state"
    voice = stopped_at(models, 4)
    voice.save(path)
    good = path.read_bytes()
    fresh = tuning(models)
    before = {k: v.clone() for k, v in tensors_of(fresh.parameters).items()}
    flipped = bytearray(good)
    flipped[-100] ^= 1
    for bad in (b"", b"{}", good[:200], good[:-1], bytes(flipped), b"[1]\n" + good):
        path.write_bytes(bad)
        with pytest.raises(SyrinxError, match="cannot be read"):
            fresh.load(path)
    path.write_bytes(good)
    with pytest.raises(SyrinxError, match="another fine-tuning"):
        tuning(models, seconds=7.0).load(path)
    with pytest.raises(SyrinxError, match="cannot be read"):
        fresh.load(tmp_path / "none")
    assert fresh.step == 0
    for name, value in tensors_of(fresh.parameters).items():
        assert torch.equal(value, before[name])
    assert not list(tmp_path.glob("*.part"))


def test_it_ends_early_when_what_is_kept_apart_gets_no_better(models: TuningModels) -> None:
    settings = {"steps": 100, "rows": 2, "crop_s": 0.5, "validate_every": 2, "warmup_steps": 1}
    voice = tuning(models, TuningConfig(**settings, patience=3, learning_rate=30.0))
    *_, last = voice.run()
    assert last.step == 6
    assert last.left_s == 0.0
    assert not learned(voice)


def test_it_is_told_how_alike_conversions_are_to_the_voice(
    models: TuningModels, exact: None
) -> None:
    """From the averaged voice on, by what is asked; without changing what is learned."""
    heard: list[np.ndarray] = []

    def embed(audio: np.ndarray) -> np.ndarray:
        heard.append(audio)
        return EMBEDDING * np.float32(0.5)

    asked = TuningModels(
        recogniser=models.recogniser, decoder=models.decoder, shipped=models.shipped, embed=embed
    )
    voice, plain = tuning(asked), tuning(models)
    events = [e for e in voice.run() if "similarity" in e.figures]
    assert [e.step for e in events] == [0, 0, 4, 8, 12]
    assert all(e.figures["similarity"] == pytest.approx(0.5) for e in events)
    assert len(heard) == 5 * SMALL.rows
    colour = [e.figures["colour_db"] for e in events]
    assert colour[1] < 0.5 * colour[0]  # what equalising is for
    assert not np.allclose(heard[0], heard[2])  # equalised in between
    assert not np.allclose(heard[0], heard[1])
    list(plain.run())
    for name, value in voice.result().items():
        np.testing.assert_allclose(value, plain.result()[name], atol=1e-4)


def test_a_step_that_makes_it_worse_is_not_kept(models: TuningModels) -> None:
    voice = tuning(
        models,
        TuningConfig(
            steps=4, rows=2, crop_s=0.5, validate_every=4, warmup_steps=1, learning_rate=30.0
        ),
    )
    list(voice.run())
    assert not learned(voice)


def test_a_slow_machine_ends_in_time_for_its_budget(models: TuningModels) -> None:
    voice = tuning(models, TuningConfig(steps=10_000, rows=2, crop_s=0.5, budget_s=0.5))
    *_, event = voice.run()
    assert event.step < 10_000
    assert event.left_s == 0.0


def test_the_end_of_the_speech_is_not_learned_from(models: TuningModels) -> None:
    voice = tuning(models, seconds=20.0)
    learned = sum(len(s.audio) for s in voice.learned.speech) / 16_000
    assert 16.0 < learned < 18.5
    assert len(voice.kept) == 2
    short = tuning(models, seconds=2.0)  # too little to keep a part away
    assert sum(len(s.audio) for s in short.learned.speech) == 32_000


def test_an_adapter_is_sharpened_like_the_decoder_it_goes_with(models: TuningModels) -> None:
    """Sharpened decoder with sharpened adapter: the gains of both, sharpened together."""
    plain, sharp = decoder(), decoder()
    sharpen_head(sharp, 1.5, [])
    rng = torch.Generator().manual_seed(3)
    adapter = {k: torch.randn(s, generator=rng) for k, s in plain.adapter_shapes().items()}
    both = TuningModels(
        recogniser=models.recogniser,
        decoder=plain,
        shipped=sharp,
        sharpened=1.5,
        reach_bins=REACH_BINS,
    )
    x = torch.randn(1, 4, 67, generator=rng)
    voiced, condition = torch.ones(1, 4, 1), torch.zeros(1, 8)
    state = plain.initial_state(1)
    with torch.no_grad():
        wanted = plain.gains(x, voiced, condition, state, adapter)
        given = sharp.gains(x, voiced, condition, state, both.sharpen(adapter))
        matrix = both.sharpen({"head_out": torch.eye(483), "head_bias": torch.zeros(483)})
    for part, first in ((0, 0), (2, 322)):
        rows = slice(first, first + 161)
        clamped = (wanted[part].abs() < 4).all() and (given[part] < 4).all()
        if clamped:
            expected = wanted[part] @ matrix["head_out"][rows, rows]
            torch.testing.assert_close(given[part], expected, atol=1e-3, rtol=1e-3)
    torch.testing.assert_close(given[1], wanted[1])


def test_conversions_are_heard_as_the_decoder_that_ships_makes_them(models: TuningModels) -> None:
    """And what it does to the gains hides nothing of the adapter from the gradient."""
    finished = decoder()
    sharpen_head(finished, 1.5, [])
    finished.voiced_offset[:] = -1.0
    both = TuningModels(
        recogniser=models.recogniser, decoder=decoder(), shipped=finished, sharpened=1.5
    )
    voice, plain = tuning(both), tuning(models)
    drawn = voice.others.draw(2, np.random.default_rng(0))
    spectrum, phones = voice._converted(*drawn)
    without, _ = plain._converted(*drawn)
    assert not torch.isclose(spectrum, without, rtol=1e-3)
    (spectrum + phones).backward()
    for name, parameter in tensors_of(voice.parameters).items():
        if not name.endswith("_in"):  # their second factors are still zero
            assert parameter.grad is not None, name
            assert parameter.grad.any(), name


def test_the_long_term_spectrum_is_that_of_the_loud_part_whatever_the_level() -> None:
    spectrum = LongTermSpectrum()
    time = torch.arange(16_000) / 16_000
    tone = torch.sin(2 * np.pi * 1000 * time)[None]
    with_pause = torch.cat([0.01 * tone, torch.zeros(1, 8000)], dim=1)
    one = spectrum.decibels(*spectrum.mean(tone))
    two = spectrum.decibels(*spectrum.mean(with_pause))
    assert int(one.argmax()) + 3 == 32  # 1 kHz at 31.25 Hz per bin
    torch.testing.assert_close(one[20:40], two[20:40], atol=2.0, rtol=0)
    brighter = torch.cat([tone + torch.sin(2 * np.pi * 3000 * time), tone])
    assert float(spectrum.decibels(*spectrum.mean(brighter))[93]) > float(one[93]) + 30


def test_silence_is_refused() -> None:
    with pytest.raises(SyrinxError, match="silent"):
        Speech.of(np.zeros(16_000, np.float32))


@pytest.mark.parametrize("wrong", [{"steps": 0}, {"rows": 0}, {"held_out_share": 0.6}])
def test_wrong_settings_are_refused(wrong: dict) -> None:
    with pytest.raises(SyrinxError, match="Fine-tuning"):
        TuningConfig(**wrong)


def test_a_missing_phone_head_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SyrinxError, match="reinstall"):
        TuningModels.load(ModelRegistry(), tmp_path / "none.safetensors")


def test_the_shipped_networks_learn_a_voice_that_the_live_decoder_takes() -> None:
    registry = ModelRegistry()
    config = TuningConfig(steps=2, rows=2, crop_s=0.5, validate_every=1)
    seen: list[tuple[int, int]] = []
    adapter = VoiceTuner(registry, config=config, threads=1).tune(
        [voice_like(6.0)], EMBEDDING, 150.0, lambda step, steps, left_s: seen.append((step, steps))
    )
    assert seen == [(0, 2), (0, 2), (1, 2), (2, 2)]
    for name in ("decoder.int8", "decoder.fp16"):
        StateSession(registry.session(name)).adapt(adapter.tensors)


def test_ctrl_c_keeps_the_best_so_far() -> None:
    def interrupt(step: int, steps: int, left_s: float) -> None:
        raise KeyboardInterrupt

    config = TuningConfig(steps=50, rows=2, crop_s=0.5, validate_every=1)
    tuner = VoiceTuner(ModelRegistry(), config=config, threads=1)
    adapter = tuner.tune([voice_like(6.0)], EMBEDDING, 150.0, interrupt)
    assert adapter.tensors


def test_other_people_speak_for_some_minutes() -> None:
    speech = other_speech()
    assert 100 < len(speech.audio) / 16_000 < 300
    assert np.abs(speech.audio).max() <= 1.5
    assert 0.2 < np.mean(speech.f0_hz > 0) < 0.9


def test_new_adapters_do_nothing(models: TuningModels) -> None:
    voice = tuning(models)
    x = torch.randn(1, 4, 67)
    state, condition = models.decoder.initial_state(1), torch.zeros(1, 8)
    voiced = torch.ones(1, 4, 1)
    with torch.no_grad():
        plain = models.decoder.gains(x, voiced, condition, state)[0]
        adapted = models.decoder.gains(x, voiced, condition, state, tensors_of(voice.parameters))[0]
    torch.testing.assert_close(plain, adapted)
