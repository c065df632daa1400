"""Speaker encoder: network, loss, crops, trials, and a tiny run of the recipe."""

from __future__ import annotations

import dataclasses
import json
import math
from pathlib import Path

import numpy as np
import onnxruntime as ort
import pytest
import torch

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.mel import hann_window, mel_filterbank
from syrinx.neural.speaker_encoder import (
    SpeakerEncoder,
    SpeakerEncoderConfig,
    load_speaker_encoder,
    save_checkpoint,
)
from syrinx.training.augment import AugmentConfig, Augmenter, change_speed
from syrinx.training.batches import SPEEDS
from syrinx.training.data import SpeechCache
from syrinx.training.metrics.speaker import (
    dev_equal_error_rates,
    dev_segments,
    embed_batch,
    equal_error_rate,
    trial_scores,
)
from syrinx.training.recipes.embed_speakers import embed_cache, embedding_length
from syrinx.training.recipes.speaker_encoder import (
    AngularMargin,
    SpeakerCrops,
    SpeakerRecipe,
    schedule,
    train,
)

TINY = SpeakerEncoderConfig(channels=(8, 16), blocks=(1, 1), attention=8)


def tiny_encoder(seed: int = 0) -> SpeakerEncoder:
    torch.manual_seed(seed)
    return SpeakerEncoder(TINY).eval()


def noise(*shape: int, seed: int = 0) -> torch.Tensor:
    return 0.1 * torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


def test_embeddings_are_unit_vectors_of_the_shipped_size() -> None:
    model = SpeakerEncoder().eval()
    assert sum(p.numel() for p in model.parameters()) <= 3.5e6
    with torch.inference_mode():
        out = model(noise(2, 1, 16_000))
    assert out.shape == (2, 192)
    assert torch.allclose(out.norm(dim=1), torch.ones(2), atol=1e-5)


def test_log_mel_equals_an_independent_computation() -> None:
    model = tiny_encoder()
    audio = noise(1, 1, 5_000)
    config = model.config
    signal = audio[0, 0].double().numpy()
    signal = signal * 0.05 / np.sqrt(np.mean(signal**2))
    bank = mel_filterbank(
        sample_rate=16_000, n_fft=512, n_mels=80, fmin_hz=20, fmax_hz=7600, area_norm=False
    )
    frames = [
        np.abs(np.fft.rfft(signal[s : s + 400] * hann_window(400), 512)) ** 2
        for s in range(0, 5_000 - 399, config.hop_length)
    ]
    expected = np.log(np.array(frames) @ bank.T + 1e-5).T
    expected -= expected.mean(axis=1, keepdims=True)
    assert model.log_mel(audio)[0].numpy() == pytest.approx(expected, abs=2e-4)


@pytest.mark.parametrize("gain", [0.01, 7.0])
def test_a_voice_does_not_depend_on_the_gain(gain: float) -> None:
    model = tiny_encoder()
    audio = noise(1, 1, 20_000)
    with torch.inference_mode():
        assert torch.allclose(model(audio), model(gain * audio), atol=1e-3)


def test_silence_and_short_audio_give_finite_embeddings() -> None:
    model = tiny_encoder()
    with torch.inference_mode():
        assert torch.isfinite(model(torch.zeros(1, 1, 8_000))).all()
        assert torch.isfinite(model(noise(1, 1, model.minimum_samples))).all()


def test_checkpoint_round_trip_and_broken_files(tmp_path: Path) -> None:
    model = tiny_encoder()
    audio = noise(1, 1, 9_000)
    path = tmp_path / "model.pt"
    save_checkpoint(path, model, step=3)
    loaded = load_speaker_encoder(path)
    assert loaded.config == TINY
    with torch.inference_mode():
        assert torch.equal(model(audio), loaded(audio))
    with pytest.raises(SyrinxError, match="no speaker encoder at"):
        load_speaker_encoder(tmp_path / "none.pt")
    torch.save({"config": {}, "model": {"x": torch.zeros(1)}}, path)
    with pytest.raises(SyrinxError, match="not a speaker encoder"):
        load_speaker_encoder(path)
    path.write_bytes(b"not a checkpoint")
    with pytest.raises(SyrinxError, match="not a speaker encoder"):
        load_speaker_encoder(path)


def test_config_is_checked() -> None:
    with pytest.raises(SyrinxError, match="as many channel counts"):
        SpeakerEncoderConfig(channels=(8,), blocks=(1, 2))
    with pytest.raises(SyrinxError, match="hop_length"):
        SpeakerEncoderConfig(win_length=1000)
    assert SpeakerEncoderConfig.from_dict(json.loads(json.dumps(TINY.to_dict()))) == TINY


def test_onnx_graph_equals_torch_at_any_length(tmp_path: Path) -> None:
    from syrinx.neural.export import export_speaker_encoder

    model = tiny_encoder()
    graph = export_speaker_encoder(model)
    path = tmp_path / "speaker.onnx"
    path.write_bytes(graph.SerializeToString())
    session = ort.InferenceSession(path, providers=["CPUExecutionProvider"])
    for n_samples in (3_200, 16_000, 47_777):
        audio = noise(1, 1, n_samples, seed=n_samples)
        (out,) = session.run(["speaker_embedding"], {"audio": audio.numpy()})
        with torch.inference_mode():
            assert out == pytest.approx(model(audio).numpy(), abs=1e-4)


def test_margin_makes_the_loss_of_the_right_class_larger() -> None:
    head = AngularMargin(4, 3, sub_centres=1, scale=10.0)
    with torch.no_grad():
        head.weight.copy_(torch.eye(3, 4))
    embedding = torch.tensor([[0.8, 0.6, 0.0, 0.0]])
    label = torch.tensor([0])
    for margin in (0.0, 0.3):
        head.margin = margin
        loss, correct = head(embedding, label)
        logits = 10 * np.array([math.cos(math.acos(0.8) + margin), 0.6, 0.0])
        expected = -logits[0] + np.log(np.exp(logits).sum())
        assert loss.item() == pytest.approx(expected, rel=1e-5)
        assert correct.item() == 1.0


def test_sub_centres_count_by_the_nearest_one() -> None:
    head = AngularMargin(2, 2, sub_centres=2, scale=5.0)
    with torch.no_grad():
        head.weight.copy_(torch.tensor([[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0], [0.0, -1.0]]))
    embedding = torch.tensor([[0.0, 1.0], [0.0, -1.0]])
    _, correct = head(embedding, torch.tensor([0, 1]))
    assert correct.item() == 1.0


def test_schedule_warms_up_and_anneals() -> None:
    recipe = SpeakerRecipe(learning_rate=1e-3, warmup_share=0.1, margin_from=0.2, margin_to=0.4)
    assert schedule(recipe, 0.05)[0] == pytest.approx(5e-4)
    assert schedule(recipe, 0.1) == (pytest.approx(1e-3), 0.0)
    assert schedule(recipe, 0.3)[1] == pytest.approx(recipe.margin / 2)
    assert schedule(recipe, 1.0) == (pytest.approx(1e-6), recipe.margin)


# --- equal error rate --------------------------------------------------------------------------


def test_equal_error_rate_closed_forms() -> None:
    assert equal_error_rate([0.9, 0.8], [0.1, 0.2]) == 0.0
    assert equal_error_rate([0.1, 0.2], [0.8, 0.9]) == 1.0
    assert equal_error_rate([1, 2, 3, 4], [1, 2, 3, 4]) == pytest.approx(0.5)
    assert equal_error_rate([1, 3, 4, 5], [0, 0.5, 0.7, 2]) == pytest.approx(0.25)
    with pytest.raises(SyrinxError):
        equal_error_rate([], [1.0])


def test_equal_error_rate_of_two_gaussians() -> None:
    rng = np.random.default_rng(0)
    same, different = rng.normal(2, 1, 40_000), rng.normal(0, 1, 60_000)
    expected = 0.5 * math.erfc(1 / math.sqrt(2))  # the threshold lies one deviation from both
    assert equal_error_rate(same, different) == pytest.approx(expected, abs=0.003)


def test_trials_are_all_pairs() -> None:
    vectors = np.array([[1.0, 0], [0, 1], [1, 0], [2, 0]])
    same, different, near = trial_scores(vectors, ["a/x", "a/x", "a/y", "b/z"])
    assert sorted(same) == [0.0]
    assert sorted(different) == [0.0, 0.0, 1.0, 1.0, 1.0]
    assert sorted(near) == [0.0, 1.0]


# --- a tiny cache ------------------------------------------------------------------------------


RECIPE = SpeakerRecipe(
    budget_s=1.0,
    batch_size=4,
    crop_s=(0.5, 0.75),
    one_second_corpus="words",
    loader_workers=0,
    threads=1,
    evaluate_every_s=1000.0,
)


def test_crops_leave_out_dev_and_unlabelled_speakers(cache: SpeechCache) -> None:
    crops = SpeakerCrops(cache, Augmenter(AugmentConfig(), {}), RECIPE)
    assert crops.speakers == ["hums/s0", "hums/s1", "words/s3"]
    assert crops.weight[2] == pytest.approx(RECIPE.one_second_share)
    assert crops.weight.sum() == pytest.approx(1.0)
    audio, labels = crops.batch(32, 40_000, np.random.default_rng(0))  # longer than any take
    assert audio.shape == (32, 1, 40_000)
    assert audio.dtype == np.float32
    assert np.abs(audio).max() <= 1.0
    assert set(labels) <= {0, 1, 2}


def test_changed_speeds_are_further_speakers(cache: SpeechCache) -> None:
    recipe = dataclasses.replace(RECIPE, speeds_as_speakers=True)
    plain = AugmentConfig(
        noise_probability=0,
        room_probability=0,
        equaliser_probability=0,
        band_limit_probability=0,
    )
    crops = SpeakerCrops(cache, Augmenter(plain, {}), recipe)
    assert len(crops.classes) == 3 + 3 + 1  # three words only: one class
    names = {label: key for key, label in crops.classes.items()}
    rng = np.random.default_rng(1)
    seen = set()
    for _ in range(60):
        audio, label = crops.crop(8_000, rng)
        speaker, speed = names[label]
        seen.add(label)
        f0_hz = (90, 130, 210)[speaker] * (1.0, 0.9, 1.1)[speed]
        spectrum = np.abs(np.fft.rfft(audio * np.hanning(8_000), 64_000))
        assert np.argmax(spectrum) * 16_000 / 64_000 == pytest.approx(f0_hz, abs=2.5)
    assert len(seen) > 5


def test_segments_do_not_mix_speakers(cache: SpeechCache) -> None:
    audio, speakers = dev_segments(cache, 0.5, per_speaker=5)
    assert audio.shape == (10, 8_000)
    assert speakers == ["hums/s4"] * 5 + ["hums/s5"] * 5
    with pytest.raises(SyrinxError, match="No dev speaker"):
        dev_segments(cache, 30)


def test_embedding_in_batches_keeps_order_and_mode(cache: SpeechCache) -> None:
    model = tiny_encoder().train()
    audio, speakers = dev_segments(cache, 0.5)
    together = embed_batch(model, audio, batch_samples=20_000)
    assert model.training
    apart = np.concatenate([embed_batch(model, piece[None]) for piece in audio])
    assert np.sum(together * apart, axis=1) == pytest.approx(np.ones(len(audio)), abs=0.01)
    figures = dev_equal_error_rates(model, cache, seconds=(1,))
    assert set(figures) == {"eer_1s", "eer_1s_in_corpus", "speakers_1s"}
    assert figures["speakers_1s"] == 2
    assert len(speakers) == len(audio)


def test_the_recipe_trains_saves_and_resumes(
    cache: SpeechCache, tmp_path: Path, monkeypatch
) -> None:
    from syrinx.training.recipes import speaker_encoder as module

    monkeypatch.setattr(
        module,
        "dev_equal_error_rates",
        lambda *_, **__: {"eer_3s": 0.2, "eer_10s": 0.1},
    )
    out = tmp_path / "run"
    before = torch.get_num_threads()
    events = list(train(cache, out, RECIPE, TINY))
    assert events[0] == {"event": "start", "speakers": 3, "classes": 3}
    assert events[-1]["event"] == "evaluated"
    steps = events[-1]["step"]
    saved = torch.load(out / "last.pt", weights_only=True)
    assert saved["step"] == steps
    assert saved["best"] == pytest.approx(0.15)
    fresh = SpeakerEncoder(TINY).state_dict()
    trained = load_speaker_encoder(out / "best.pt").state_dict()
    assert not torch.equal(fresh["stem.weight"], trained["stem.weight"])
    record = json.loads((out / "provenance.json").read_text())
    assert record["steps"] == steps
    assert record["data"]["hums"] == {"licence": "CC0", "minutes": 0.1, "speakers": 2}
    again = list(train(cache, out, dataclasses.replace(RECIPE, budget_s=2.0), TINY))
    assert again[0]["event"] == "resumed"
    assert again[0]["step"] == steps
    assert again[-1]["step"] > steps
    torch.set_num_threads(before)


def test_training_lowers_the_loss(cache: SpeechCache) -> None:
    torch.manual_seed(0)
    crops = SpeakerCrops(cache, Augmenter(AugmentConfig(), cache.noises()), RECIPE)
    model, head = SpeakerEncoder(TINY), AngularMargin(192, 3, sub_centres=1, scale=10.0)
    optimizer = torch.optim.AdamW([*model.parameters(), *head.parameters()], lr=3e-3)
    rng = np.random.default_rng(0)
    losses = []
    for _ in range(25):
        audio, label = crops.batch(8, 8_000, rng)
        loss, _ = head(model(torch.from_numpy(audio)), torch.from_numpy(label))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert np.mean(losses[-5:]) < 0.7 * np.mean(losses[:5])


def test_embeddings_of_a_cache_are_aligned_with_its_table(
    cache: SpeechCache, tmp_path: Path
) -> None:
    model = tiny_encoder()
    out = tmp_path / "embeddings.npy"
    events = list(embed_cache(model, cache, out, threads=1))
    count = 24 * len(SPEEDS)
    assert events[-1] == {"done": count, "total": count}
    rows = np.load(out)
    assert rows.shape == (len(SPEEDS), 24, 192)
    assert rows.dtype == np.float16
    lengths = np.linalg.norm(rows.astype(np.float32), axis=-1)
    assert lengths == pytest.approx(np.ones((len(SPEEDS), 24)), abs=2e-3)
    for utterance in cache.utterances[::5]:
        audio = np.resize(cache.audio(utterance), embedding_length(utterance.n_samples))
        for row, speed in enumerate(SPEEDS):
            alone = embed_batch(model, change_speed(audio, *speed)[None])[0]
            assert rows[row, utterance.index].astype(np.float32) @ alone > 0.99
    assert embedding_length(100) == 24_000
    assert embedding_length(35_999) == 32_000
    assert embedding_length(10**7) == 96_000
