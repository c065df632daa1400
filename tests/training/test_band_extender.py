"""The band extender's recipe: what it is told is what the synthesiser makes, and it learns it."""

from __future__ import annotations

import dataclasses
import json
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import scipy.signal
import torch

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.high_band import N_BANDS, STEP, HighBand
from syrinx.neural.band_extender import BandExtender
from syrinx.neural.runtime.band_extension import BandExtension
from syrinx.neural.runtime.registry import EXTENDER_MODEL, ModelRegistry
from syrinx.training.band_data import (
    BandCache,
    Cut,
    band_energies,
    carrier_energies,
    choose_cuts,
    has_high_band,
)
from syrinx.training.cli import recipe_names
from syrinx.training.recipes.band_extender import (
    BandBatches,
    ExtenderRecipe,
    bands_loss,
    dev_examples,
    equalised,
    example,
    made_db,
    run,
    validate,
)


def pulsing_noise(steps: int, seed: int = 1) -> np.ndarray:
    rng = np.random.default_rng(seed)
    size = steps * STEP
    level = 0.05 + 0.5 * ((np.arange(size) % 1600) / 1600) ** 2
    return (0.1 * rng.standard_normal(size) * level).astype(np.float32)


def write_cache(folder: Path, *, steps: int = 400) -> BandCache:
    """Two speakers whose high band is the carrier, 6 dB up in one half of the bands."""
    folder.mkdir()
    cuts, audio, bands = [], [], []
    for number, split in enumerate(("train", "train", "dev")):
        low = pulsing_noise(steps, seed=number)
        energy = np.repeat(carrier_energies(low)[:, None], N_BANDS + 1, axis=1)
        energy[:, : N_BANDS // 2] += 6.0
        energy[:, -1] = 10 * np.log10((low**2).mean())
        cuts.append(
            Cut(
                speaker=f"someone/{number}",
                split=split,
                speed=1.0,
                top_hz=20_000.0,
                start=2 * number * steps * STEP,
                n_samples=steps * STEP,
                frame=2 * number * steps,
            )
        )
        audio += [low, low]
        bands.append(energy)
    pcm = np.round(np.concatenate(audio) * 32767.0).astype(np.int16)
    pcm.tofile(folder / "audio.i16")
    np.concatenate(bands).astype(np.float16).tofile(folder / "bands.f16")
    (folder / "cuts.json").write_text(json.dumps({"cuts": [dataclasses.asdict(c) for c in cuts]}))
    return BandCache(folder)


def test_the_target_is_what_the_synthesiser_makes_at_that_time() -> None:
    """Energies of synthesised audio against those that training computes from the gains."""
    steps = 500
    core = pulsing_noise(steps)
    rng = np.random.default_rng(2)
    walk = 1.2 * np.sin(np.cumsum(0.3 * rng.standard_normal((steps, 1)), axis=0))
    log_gain = (walk + 0.2 * np.sin(np.arange(N_BANDS))).astype(np.float32)
    band = HighBand(48_000)
    high = [band.step(b, np.exp(g)) for b, g in zip(core.reshape(-1, STEP), log_gain, strict=True)]
    wide = np.concatenate(high)[48:]  # the up-sampler's delay at 48 kHz
    true = band_energies(wide, steps)[:, :-1]

    def misfit(audio: np.ndarray) -> np.ndarray:
        gains = torch.from_numpy(log_gain.T.copy())[None]
        made = made_db(gains, torch.from_numpy(carrier_energies(audio))[None])[0].numpy()
        return (true - made)[20:-20, 1:-1]

    assert np.abs(misfit(core).mean(axis=0)).max() < 0.6
    here = misfit(core).std()
    assert here < 1.9  # what is left is the noise's own scatter in 10 ms
    for shift in (-40, 40):
        assert misfit(np.roll(core, shift)).std() > here + 0.3


def test_full_level_is_that_of_the_signal() -> None:
    time = np.arange(48_000) / 48_000
    tone = (0.5 * np.sin(2 * np.pi * 12_100 * time)).astype(np.float32)
    energy = band_energies(tone, 100)[10:-10]
    assert energy[:, -1] == pytest.approx(10 * np.log10(0.125), abs=0.05)
    assert energy[:, :-1].argmax(axis=1) == pytest.approx(4)
    assert energy[:, 4] == pytest.approx(10 * np.log10(0.125), abs=0.1)


def test_a_recording_that_ends_at_seven_kilohertz_is_found_out() -> None:
    noise = np.random.default_rng(0).standard_normal(48_000).astype(np.float32)
    low = np.convolve(noise, scipy.signal.firwin(255, 7000, fs=48_000, window="blackman"), "same")
    assert not has_high_band(low)
    assert has_high_band(low + 0.01 * noise)


def test_cuts_are_shared_out_by_speaker() -> None:
    def row(speaker: str, split: str, rate: str = "48000") -> dict[str, str]:
        return {
            "corpus": "c",
            "speaker": speaker,
            "split": split,
            "sample_rate": rate,
            "start_s": "0",
            "end_s": "10",
        }

    rows = [row("many", "train")] * 30 + [row("one", "train")] + [row("dev", "dev")] * 30
    chosen = choose_cuts([*rows, row("narrow", "train", "16000")], 2.0, 1.0, seed=0)
    speakers = [row["speaker"] for row, _ in chosen]
    assert speakers.count("many") == 12
    assert speakers.count("one") == 5  # a rare one at every speed
    assert speakers.count("dev") == 6
    assert {speed for row, speed in chosen if row["speaker"] == "dev"} == {1.0}
    assert "narrow" not in speakers


def test_an_equaliser_goes_on_above_what_is_heard(tmp_path: Path) -> None:
    """What the equaliser has at 8 kHz is what the target is moved by; the level comes on top."""
    noise = np.random.default_rng(0).standard_normal(16_000).astype(np.float32)
    changed, edge_db = equalised(noise, seed=5)

    def top(audio: np.ndarray) -> float:
        return float(np.abs(np.fft.rfft(audio)[7900:7990]).mean())

    assert 20 * np.log10(top(changed) / top(noise)) == pytest.approx(edge_db, abs=0.3)
    cut = write_cache(tmp_path / "bands").cuts[0]
    frames = np.zeros((200, N_BANDS + 1), np.float32)
    audio = pulsing_noise(100)
    for seed in range(6):
        moved, _, bands, _ = example(cut, audio, frames, np.random.default_rng(seed))
        shift = float(bands[0, 0])
        level = 10 * np.log10((moved**2).mean() / (audio**2).mean())
        assert np.ptp(bands) == 0.0
        assert abs(level - shift) < 12.0


def test_it_learns_the_bands(tmp_path: Path) -> None:
    cache = write_cache(tmp_path / "bands")
    torch.manual_seed(0)
    model = BandExtender()
    dev = dev_examples(cache)
    before = validate(model, dev)["score"]
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3)
    batches = iter(BandBatches(cache, ExtenderRecipe(rows=4, crop_steps=80)))
    for _ in range(60):
        loss, _ = bands_loss(model, next(batches))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    after = validate(model.eval(), dev)
    assert after["score"] < 0.5 * before
    assert after["score"] < 4.0
    assert abs(after["rebuilt_mean_db"]) < 2.0


def test_the_recipe_resumes_and_ships(tmp_path: Path) -> None:
    write_cache(tmp_path / "bands")
    recipe = ExtenderRecipe(
        folder=tmp_path / "run",
        cache=tmp_path / "bands",
        out=tmp_path / "models",
        budget_s=1.0,
        rows=4,
        crop_steps=80,
    )
    first = list(run(recipe))[-1]
    again = list(run(dataclasses.replace(recipe, budget_s=first.elapsed_s + 2.0)))[-1]
    assert (first.kind, again.kind) == ("validate", "validate")
    assert again.step > first.step
    registry = ModelRegistry(shipped=tmp_path / "models")
    assert registry.verify(()) == []
    assert registry.entry(EXTENDER_MODEL).provenance["training"]["recipe"] == "band_extender"
    high = BandExtension(registry, 48_000, Fraction(16)).process(pulsing_noise(50))
    assert high.any()
    assert np.isfinite(high).all()


def test_crops_are_reproducible(tmp_path: Path) -> None:
    cache = write_cache(tmp_path / "bands")
    recipe = ExtenderRecipe(cache=tmp_path / "bands", rows=3, crop_steps=80)
    first, second = (next(iter(BandBatches(cache, recipe))) for _ in range(2))
    assert torch.equal(first.audio, second.audio)
    assert first.audio.shape == (3, 1, 80 * STEP)
    assert first.bands_db.shape == (3, 160, N_BANDS)


def test_it_is_listed_and_a_missing_cache_is_a_sentence(tmp_path: Path) -> None:
    assert "band_extender" in recipe_names()
    with pytest.raises(SyrinxError, match="band energies"):
        BandCache(tmp_path)
