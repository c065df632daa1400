"""The suppressor's recipe on tiny data, its noises, labels and figures."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
import torch

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.suppression import HOP_LENGTH, Frames, band_features, power_matrix
from syrinx.neural.runtime.registry import SUPPRESSOR_MODEL, ModelRegistry
from syrinx.neural.runtime.suppressor import Suppressor
from syrinx.neural.suppressor import Suppressor as Network
from syrinx.neural.suppressor import SuppressorConfig
from syrinx.training import noise_kinds as kinds
from syrinx.training.augment import rms
from syrinx.training.cli import recipe_names
from syrinx.training.data import SpeechCache, Utterance
from syrinx.training.evaluations import suppression as evaluation
from syrinx.training.metrics.stoi import si_sdr_db, stoi, third_octaves
from syrinx.training.metrics.suppression import (
    Onset,
    first_speech,
    gate_gain,
    mixtures,
    onset,
    suppressed,
)
from syrinx.training.recipes.suppressor import (
    Spectral,
    SuppressorRecipe,
    activity_loss,
    dev_set,
    run,
    suppression_loss,
)
from syrinx.training.suppression_data import (
    MixBatches,
    MixConfig,
    SpeechStreams,
    framed,
    softened_pauses,
    speech_hops,
)

RATE = 16_000


def buzz(seconds: float, seed: int = 0) -> np.ndarray:
    """A buzzing voice at about -20 dBFS."""
    time = np.arange(round(seconds * RATE)) / RATE
    tone = sum(np.sin(2 * np.pi * 120 * (1 + seed / 9) * k * time) / k for k in range(1, 25))
    return (0.08 * tone * (1 + 0.5 * np.sin(9 * time))).astype(np.float32)


def spoken(seed: int, *, before: float = 0.4, during: float = 1.6) -> np.ndarray:
    """Quiet, a buzz, quiet."""
    rng = np.random.default_rng(seed)
    quiet = np.zeros(round(before * RATE), np.float32)
    whole = np.concatenate((quiet, buzz(during, seed), quiet))
    return whole + (1e-4 * rng.standard_normal(len(whole))).astype(np.float32)


def write_cache(folder: Path) -> SpeechCache:
    """Four train and two dev speakers of three utterances, and two noises."""
    folder.mkdir()
    (folder / "noise").mkdir()
    rng = np.random.default_rng(0)
    for name in ("fan", kinds.UNSEEN):
        np.save(folder / "noise" / f"{name}.npy", 0.01 * rng.standard_normal(3 * RATE).astype("f4"))
    records, audio, start = [], [], 0
    for number in range(18):
        speech = spoken(number)
        pcm = np.round(speech * 32767).astype(np.int16)
        record = Utterance(
            index=number,
            corpus="librispeech" if number % 6 < 4 else "speechocean762",
            speaker=str(number % 6),
            split="train" if number % 6 < 4 else "dev",
            language="en",
            band_hz=RATE,
            licence="CC0",
            text="hello there",
            phones="",
            start=start,
            n_samples=len(pcm),
            f0_start=0,
            n_frames=0,
            level_dbfs=20 * np.log10(rms(buzz(1.6, number))),
            f0_median_hz=120.0,
        )
        records.append(dataclasses.asdict(record))
        audio.append(pcm)
        start += len(pcm)
    np.concatenate(audio).tofile(folder / "audio.i16")
    np.zeros(1, np.float32).tofile(folder / "f0.f32")
    (folder / "utterances.json").write_text(json.dumps(records))
    return SpeechCache(folder)


def tiny(folder: Path, cache: Path, **changes: object) -> SuppressorRecipe:
    return SuppressorRecipe(
        folder=folder,
        cache=cache,
        channels=16,
        hidden=16,
        rows=3,
        crop_hops=120,
        noises=4,
        rooms=1,
        dev_batches=1,
        **changes,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("kind", kinds.MADE, ids=lambda kind: kind.__name__)
def test_made_noises_are_noises(kind) -> None:
    first, again = (kind(RATE, np.random.default_rng(3)) for _ in range(2))
    assert np.array_equal(first, again)
    assert first.shape == (RATE,)
    assert np.isfinite(first).all()
    assert rms(first) > 0.5
    assert not np.allclose(first, kind(RATE, np.random.default_rng(4)))


def test_tests_hear_what_training_does_not() -> None:
    noises = {name: np.arange(1000, dtype=np.float32) for name in ("fan", kinds.UNSEEN)}
    train, test = kinds.train_parts(noises), kinds.test_parts(noises)
    assert set(train) == {"fan"}
    assert set(test) == set(noises)
    assert not set(train["fan"]) & set(test["fan"])
    assert len(test[kinds.UNSEEN]) == 1000


def test_speech_is_where_it_was_put() -> None:
    audio = spoken(1)
    hops = speech_hops(audio, 20 * np.log10(rms(buzz(1.6, 1))))
    found = np.flatnonzero(hops) * HOP_LENGTH / RATE
    assert found[0] == pytest.approx(0.4, abs=0.011)
    assert found[-1] == pytest.approx(2.0, abs=0.011)
    assert hops[90:390].all()
    assert not speech_hops(np.zeros(RATE, np.float32), -20.0).any()


def test_pauses_are_softened_and_speech_is_not() -> None:
    speech = np.zeros(200, bool)
    speech[80:120] = True
    out = softened_pauses(np.ones(200 * HOP_LENGTH, np.float32), speech)
    assert np.allclose(out[80 * HOP_LENGTH : 120 * HOP_LENGTH], 1.0)
    assert out[0] == pytest.approx(10 ** (-12 / 20), rel=1e-3)


def test_batches_hold_what_they_say(tmp_path: Path) -> None:
    cache = write_cache(tmp_path / "cache")
    config = MixConfig(rows=24, crop_hops=150, noises=4, rooms=2, snr_db=(3.0, 3.0))
    parts = kinds.train_parts(cache.noises())
    streams = SpeechStreams(cache)
    assert {u.split for u in streams.utterances} == {"train"}
    first, again = (next(iter(MixBatches(streams, parts, config, seed=1))) for _ in range(2))
    assert torch.equal(first.heard, again.heard)
    assert first.heard.shape == first.wanted.shape == (24, 150 * HOP_LENGTH)
    alone = first.speech.sum(dim=1) == 0
    assert not first.wanted[alone].any()
    snrs = []
    for heard, wanted, speech in zip(first.heard, first.wanted, first.speech, strict=True):
        if speech.sum() > 20:
            active = wanted.reshape(150, HOP_LENGTH)[speech > 0]
            noise = heard - wanted
            snrs.append(10 * float(torch.log10((active**2).mean() / (noise**2).mean())))
    assert np.median(snrs) == pytest.approx(3.0, abs=1.0)
    assert max(snrs) > 30.0  # a clean one


def test_torch_and_numpy_hear_the_same() -> None:
    audio = buzz(0.5)
    spectral = Spectral()
    torch_side = spectral.features(spectral.spectra(torch.from_numpy(audio)[None]))[0].numpy()
    numpy_side = band_features(np.abs(Frames().spectra(audio)) ** 2, power_matrix())
    assert np.abs(torch_side - numpy_side).max() < 1e-3
    assert framed(torch.from_numpy(audio)[None]).shape == (1, 100, 512)


def test_a_missed_onset_costs_more() -> None:
    speech = torch.zeros(1, 200)
    speech[:, 100:] = 1.0
    late, dip = speech.clone(), speech.clone()
    late[:, 100:105] = 0.0
    dip[:, 150:155] = 0.0
    losses = [float(activity_loss(12 * (x - 0.5), speech)) for x in (late, dip)]
    assert losses[0] > 3 * losses[1]


def test_it_learns(tmp_path: Path) -> None:
    cache = write_cache(tmp_path / "cache")
    spectral = Spectral()
    torch.manual_seed(0)
    model = Network(SuppressorConfig(channels=32, hidden=32, dilations=(1, 2, 4)))
    config = MixConfig(rows=4, crop_hops=150, noises=12, rooms=1)
    parts = kinds.train_parts(cache.noises())
    batches = iter(MixBatches(SpeechStreams(cache), parts, config))
    optimizer = torch.optim.AdamW(model.parameters(), lr=5e-3)
    told = []
    for _ in range(160):
        loss, figures = suppression_loss(model, spectral, next(batches), 1.0)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        told.append((figures["spectrum"], figures["activity"]))
    early, late = np.mean(told[:40], axis=0), np.mean(told[-40:], axis=0)
    assert (late < 0.85 * early).all(), (early, late)


def test_the_recipe_resumes_and_ships_and_is_evaluated(tmp_path: Path) -> None:
    cache = write_cache(tmp_path / "cache")
    recipe = tiny(
        tmp_path / "run", cache.folder, out=tmp_path / "models", budget_s=1.0, learning_rate=5e-3
    )
    first = list(run(recipe))[-1]
    again = list(run(dataclasses.replace(recipe, budget_s=first.elapsed_s + 1.0)))[-1]
    assert (first.kind, again.kind) == ("validate", "validate")
    assert again.step > first.step
    registry = ModelRegistry(shipped=tmp_path / "models")
    assert registry.verify(()) == []
    provenance = registry.entry(SUPPRESSOR_MODEL).provenance["training"]
    assert provenance["recipe"] == "suppressor"
    assert provenance["data"]["noises"] == ["fan"]
    live = Suppressor(registry, sample_rate=48_000)
    assert np.isfinite(live.process(np.repeat(buzz(0.5), 3))).all()
    heard = dev_set(cache, recipe)
    assert torch.equal(heard[0].heard, dev_set(cache, recipe)[0].heard)

    clean, noisy, _ = mixtures(cache, sentences=1, kinds=["fan"], snrs_db=(5.0, 10.0))
    assert clean.snr_db is None
    assert np.array_equal(clean.heard, clean.clean)
    assert noisy.snr_db == 5.0
    still = Suppressor(registry, sample_rate=48_000, strength=0.0)
    out, activity = suppressed(still, noisy.heard)
    assert si_sdr_db(noisy.heard, out) > 15.0  # in step
    assert activity.shape == out.shape

    figures = tmp_path / "figures.json"
    words = ["--cache", str(cache.folder), "--models", str(tmp_path / "models"), "--onsets", "2"]
    words += ["--sentences", "1", "--kinds", "fan", "--snr", "5,10", "--json", str(figures)]
    assert evaluation.main([*words, "--png", str(tmp_path / "picture.png")]) == 0
    report = json.loads(figures.read_text())
    assert set(report["quality"]) == {"clean", "fan 5 dB", "fan 10 dB"}
    assert set(report["onsets"]) == {"clean", "10 dB"}
    assert report["facts"]["delay_ms_48000"] == pytest.approx(7.0)
    assert (tmp_path / "picture.png").stat().st_size > 1000
    with pytest.raises(SyrinxError, match="program itself"):
        evaluation.main([*words, "--words"])


def test_a_summary_averages_kinds() -> None:
    quality = {
        "clean": {"dnsmos_before": 3.0, "dnsmos_after": 2.9},
        "fan 5 dB": {"dnsmos_before": 2.0, "dnsmos_after": 2.5},
        "traffic 5 dB": {"dnsmos_before": 2.0, "dnsmos_after": 2.1},
        "fan 20 dB": {"dnsmos_before": 2.0, "dnsmos_after": 2.0},
    }
    found = evaluation.summary(quality)
    assert found["clean"]["dnsmos_change"] == pytest.approx(-0.1)
    assert found["5 and 10 dB"]["dnsmos_change"] == pytest.approx(0.3)
    assert found["5 and 10 dB, unknown kinds"]["dnsmos_change"] == pytest.approx(0.1)


def test_a_late_gate_clips_the_onset() -> None:
    clean = spoken(2)
    level_dbfs = 20 * np.log10(rms(buzz(1.6, 2)))
    first = first_speech(clean, level_dbfs)
    assert first == pytest.approx(0.4 * RATE, abs=160)
    for late_s, clipped in ((0.0, False), (0.03, True)):
        activity = np.zeros(len(clean), np.float32)
        activity[first + int(late_s * RATE) :] = 1.0
        found = onset(clean, level_dbfs, gate_gain(activity, RATE))
        assert isinstance(found, Onset)
        assert found.clipped == clipped
    assert onset(np.zeros(RATE, np.float32), -20.0, np.ones(RATE)) is None


def test_what_noise_covers_is_counted_apart() -> None:
    """A faint 100 ms before the voice, below the noise: lost, but nobody hears it."""
    clean = spoken(2)
    level_dbfs = 20 * np.log10(rms(buzz(1.6, 2)))
    first = int(0.4 * RATE)
    clean[first - 1600 : first] = 0.1 * buzz(0.1, 2)
    gain = np.zeros(len(clean), np.float32)
    gain[first - 80 :] = 1.0
    assert onset(clean, level_dbfs, gain).clipped
    covered = onset(clean, level_dbfs, gain, noise_dbfs=level_dbfs - 10.0)
    assert not covered.clipped
    assert covered.faint_db > 20.0


def test_intelligibility_of_known_cases() -> None:
    """The same: 1. Another level: 1. Noise: less and less. Another speaker: about nothing."""
    rng = np.random.default_rng(0)
    shape = np.repeat(rng.uniform(0.1, 1.0, 60), 800).astype(np.float32)
    carrier = rng.standard_normal(48_000).astype(np.float32)
    clean = 0.1 * shape * carrier
    assert stoi(clean, clean, RATE) == pytest.approx(1.0, abs=1e-6)
    assert stoi(clean, 0.3 * clean, RATE) == pytest.approx(1.0, abs=1e-6)
    noise = 0.1 * rng.standard_normal(48_000)
    found = [stoi(clean, clean + gain * noise, RATE) for gain in (0.1, 0.3, 1.0, 3.0)]
    assert found == sorted(found, reverse=True)
    assert found[0] > 0.95
    assert found[-1] < 0.5
    assert abs(stoi(clean, noise, RATE)) < 0.2
    with pytest.raises(SyrinxError, match="one length"):
        stoi(clean, clean[1:], RATE)
    with pytest.raises(SyrinxError, match="of speech"):
        stoi(clean[:3000], clean[:3000], RATE)
    bank = third_octaves()
    assert bank.sum(axis=0).max() == 1.0
    centres = (bank @ np.arange(257)) / bank.sum(axis=1) * 10_000 / 512
    assert centres[3:] == pytest.approx(150 * 2 ** (np.arange(3, 15) / 3), rel=0.05)


def test_si_sdr_is_what_it_is() -> None:
    rng = np.random.default_rng(1)
    clean = rng.standard_normal(16_000)
    noise = rng.standard_normal(16_000)
    noise -= clean * (noise @ clean) / (clean @ clean)
    noise *= np.linalg.norm(clean) / np.linalg.norm(noise) * 10 ** (-7 / 20)
    assert si_sdr_db(clean, 0.2 * (clean + noise)) == pytest.approx(7.0, abs=0.05)


def test_it_is_listed() -> None:
    assert "suppressor" in recipe_names()
