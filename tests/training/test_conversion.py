"""Batches, speakers and converted speech as the conversion recipe sees them."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.content_encoder import HOP_LENGTH, LATENCY, ContentEncoder
from syrinx.neural.speaker_encoder import SpeakerEncoder, SpeakerEncoderConfig, save_checkpoint
from syrinx.training.batches import SPEEDS, BatchMaker, PhoneSet
from syrinx.training.cross_speaker import Listeners, draw_targets, shifted_f0, speed_ratio
from syrinx.training.data import SpeechCache, live_f0
from syrinx.training.discriminators import Discriminators
from syrinx.training.recipes.content_encoder import PhoneRecogniser
from syrinx.training.recipes.conversion import ConversionRecipe, run, start_discriminators
from syrinx.training.recipes.export_live import save_discriminators
from syrinx.training.speaker_book import SpeakerBook

PHONES = PhoneSet(["h", "m", "ʌ"])


def embeddings(cache: SpeechCache) -> np.ndarray:
    """One direction per speaker and speed, a little noise on it."""
    rng = np.random.default_rng(3)
    rows = 0.05 * rng.standard_normal((len(SPEEDS), len(cache.utterances), 192))
    for u in cache.utterances:
        for speed in range(len(SPEEDS)):
            rows[speed, u.index, 10 * (u.index // 4) + speed] += 1.0
    return (rows / np.linalg.norm(rows, axis=-1, keepdims=True)).astype(np.float16)


def maker(cache: SpeechCache, *, speed_chance: float, seed: int = 0) -> BatchMaker:
    return BatchMaker(
        cache,
        cache.select("train"),
        {},
        PHONES,
        batch_s=4.0,
        longest_s=1.0,
        seed=seed,
        speed_chance=speed_chance,
    )


def dominant_hz(audio: np.ndarray) -> float:
    spectrum = np.abs(np.fft.rfft(audio * np.hanning(len(audio)), 1 << 17))
    low = int(50 / 16000 * (1 << 17))
    return float((np.argmax(spectrum[low : low * 12]) + low) * 16000 / (1 << 17))


def test_at_another_speed_the_pitch_and_its_track_move_along(cache: SpeechCache) -> None:
    seen = set()
    for batch in [b for b, _ in zip(iter(maker(cache, speed_chance=0.7)), range(8), strict=False)]:
        for row, (u, speed) in enumerate(zip(batch.utterances, batch.speeds, strict=True)):
            seen.add(speed)
            hz = u.f0_median_hz * speed_ratio(speed)
            audio = batch.audio[row, 0, : HOP_LENGTH * int(batch.frames[row])].numpy()
            assert dominant_hz(audio) == pytest.approx(hz, rel=0.02)
            track = batch.f0_hz[row].numpy()
            assert np.unique(track[track > 0]) == pytest.approx([hz], rel=1e-5)
    assert seen == set(range(len(SPEEDS)))


def test_a_cropped_utterance_has_no_labels(cache: SpeechCache) -> None:
    batch = next(iter(maker(cache, speed_chance=0.0)))
    for u, length in zip(batch.utterances, batch.label_lengths.tolist(), strict=True):
        assert length == (3 if u.n_samples <= batch.audio.shape[-1] else 0)


def test_a_speaker_is_described_by_other_recordings_at_the_same_speed(cache: SpeechCache) -> None:
    rows = embeddings(cache)
    book = SpeakerBook(cache, rows, seed=0)
    known = next(u for u in cache.utterances if u.speaker == "s1")
    for speed in range(len(SPEEDS)):
        drawn = np.stack([book.draw(known, speed) for _ in range(20)])
        assert np.linalg.norm(drawn, axis=1) == pytest.approx(np.ones(20), abs=1e-5)
        assert (drawn @ rows[speed, known.index + 1].astype(np.float32) > 0.5).all()
        other = rows[(speed + 1) % len(SPEEDS), known.index + 1].astype(np.float32)
        assert (drawn @ other < 0.3).all()
    numbers = {book.number(u, s) for u in cache.select("train") for s in range(len(SPEEDS))}
    assert numbers == {-1, *range(book.n_speakers)}
    assert book.number(cache.select("dev")[0], 0) == -1
    with pytest.raises(SyrinxError, match="embed_speakers"):
        SpeakerBook(cache, rows[0], seed=0)


def test_targets_have_the_pitch_that_belongs_to_them(cache: SpeechCache) -> None:
    book = SpeakerBook(cache, embeddings(cache), seed=0)
    batch = next(iter(maker(cache, speed_chance=0.0)))
    target = next(u for u in cache.utterances if u.speaker == "s3")
    count = len(batch.utterances)
    targets = draw_targets(
        batch, range(count), [target], np.ones(1), book.draw, np.random.default_rng(1)
    )
    assert targets.speaker.shape == targets.wanted.shape == (count, 192)
    for row, u in enumerate(batch.utterances):
        wanted = [u.f0_median_hz * float(targets.pitch_ratio[row]) / speed_ratio(s) for s in (1, 2)]
        assert min(wanted) < target.f0_median_hz * 1.6
        assert max(wanted) > target.f0_median_hz / 1.6
    moved = shifted_f0(torch.tensor([[0.0, 100.0, 400.0]]), torch.tensor([[2.0]]))
    assert moved.tolist() == [[0.0, 200.0, 500.0]]


def test_listeners_hear_the_same_in_a_delayed_copy_and_do_not_learn(cache: SpeechCache) -> None:
    torch.manual_seed(0)
    recogniser = PhoneRecogniser(PHONES)
    listeners = Listeners(
        SpeakerEncoder(SpeakerEncoderConfig(channels=(8, 16), blocks=(1, 1), attention=8)),
        recogniser,
    )
    batch = next(iter(maker(cache, speed_chance=0.0)))
    rows = torch.arange(len(batch.utterances))
    late = torch.nn.functional.pad(batch.audio[:, 0], (LATENCY, 0))[:, : batch.audio.shape[-1]]
    with torch.no_grad():
        own = listeners.speaker_encoder(late[:, None, LATENCY:])
        similarity, distance, ctc = listeners(late, batch, rows, own)
        _, elsewhere, _ = listeners(late.roll(4000, dims=1), batch, rows, own)
    assert float(similarity) == pytest.approx(0.0, abs=1e-5)
    assert float(distance) < 0.02
    assert float(elsewhere) > 5 * float(distance)
    assert ctc is None or torch.isfinite(ctc)
    assert listeners.train().training is False
    assert not any(p.requires_grad for p in listeners.parameters())
    assert all(p.requires_grad for p in recogniser.parameters())


def test_the_recipe_runs_is_resumed_and_writes_what_it_did(
    cache: SpeechCache, tmp_path: Path
) -> None:
    np.save(tmp_path / "embeddings.npy", embeddings(cache))
    save_checkpoint(tmp_path / "speaker.pt", SpeakerEncoder())
    start = tmp_path / "start"
    start.mkdir()
    recipe = ConversionRecipe(
        folder=tmp_path / "run",
        start_from=start,
        embeddings=tmp_path / "embeddings.npy",
        speaker_encoder=tmp_path / "speaker.pt",
        cache=cache.folder,
        budget_s=1.0,
        batch_s=2.0,
        longest_s=1.0,
    )
    threads = torch.get_num_threads()
    torch.set_num_threads(2)
    try:
        first = list(run(recipe))
        again = list(run(dataclasses.replace(recipe, budget_s=3.0)))
    finally:
        torch.set_num_threads(threads)
    assert first[-1].kind == again[-1].kind == "validate"
    assert again[-1].step > first[-1].step
    record = json.loads((recipe.folder / "provenance.json").read_text())
    assert record["steps"] == again[-1].step
    assert {"rebuilt", "dissimilar", "phone_error_rate"} <= set(record["history"][-1])
    saved = torch.load(recipe.folder / "optimizer.pt", weights_only=True)
    assert set(saved["companions"]) == {"discriminators", "their_optimizer", "step"}
    judges = tmp_path / "judges.safetensors"
    assert save_discriminators(recipe.folder / "averaged.safetensors", judges)
    going_on = dataclasses.replace(
        recipe, folder=tmp_path / "next", discriminators=judges, learning_rate=1e-9
    )
    list(run(going_on))
    state = torch.load(going_on.folder / "optimizer.pt", weights_only=True)["companions"]
    assert state["step"]["steps"] > going_on.losses(trained=False).noise_ramp_steps
    for name, value in load_file(judges).items():
        assert torch.allclose(state["discriminators"][name], value.float(), atol=0.05), name
    beside = dataclasses.replace(  # a checkpoint brings those that lie beside it
        recipe, folder=tmp_path / "third", start_from=recipe.folder / "last.safetensors"
    )
    assert start_discriminators(learned := Discriminators(ContentEncoder().log_mel.mel), beside)
    for name, value in saved["companions"]["discriminators"].items():
        assert torch.equal(learned.state_dict()[name], value), name
    alone = dataclasses.replace(beside, start_from=tmp_path / "next" / "none" / "last.safetensors")
    assert not start_discriminators(learned, alone)
    assert not save_discriminators(tmp_path / "none.safetensors", judges)
    assert (
        load_file(recipe.folder / "last.safetensors").keys()
        == load_file(recipe.folder / "averaged.safetensors").keys()
        == load_file(recipe.folder / "best.safetensors").keys()
    )


def test_the_cache_holds_f0_as_the_live_path_finds_it() -> None:
    time = np.arange(16000) / 16000
    tone = sum(np.sin(2 * np.pi * 200 * k * time) / k for k in range(1, 8))
    audio = (0.1 * tone * (time > 0.3)).astype(np.float32)
    track = live_f0(audio)
    assert track.shape == (101,)
    assert not track[:27].any()
    assert track[35:95] == pytest.approx(np.full(60, 200.0), rel=0.005)
