"""From checkpoints to a bundle that runs, on a made-up speech cache."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.quantize import QuantizeConfig
from syrinx.neural.runtime.onnx_processor import NeuralVoice
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.neural.speaker_encoder import save_checkpoint
from syrinx.training.batches import PhoneSet
from syrinx.training.data import SpeechCache
from syrinx.training.fit import save_weights
from syrinx.training.recipes.content_encoder import PhoneRecogniser
from syrinx.training.recipes.conversion import load_phone_head
from syrinx.training.recipes.export_live import (
    ExportRecipe,
    audio_streams,
    choose,
    load_part,
    main,
    run,
    save_phone_head,
)
from tests.neural_runtime.tiny import content_encoder, decoder, speaker_encoder, voice_like


class Model(nn.Module):
    """A checkpoint as the conversion recipe writes it."""

    def __init__(self) -> None:
        super().__init__()
        self.recogniser = nn.Module()
        self.recogniser.encoder = content_encoder()
        self.recogniser.head = nn.Linear(3, 3)
        self.decoder = decoder()


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Six speakers of two corpora, one and a half seconds each, four of them for training."""
    folder = tmp_path / "cache"
    (folder / "noise").mkdir(parents=True)
    audio = [voice_like(1.5, seed) for seed in range(6)]
    f0 = [np.full(150, 120.0 + seed, np.float32) for seed in range(6)]
    (folder / "audio.i16").write_bytes((np.concatenate(audio) * 32767).astype("<i2").tobytes())
    (folder / "f0.f32").write_bytes(np.concatenate(f0).tobytes())
    plain = {"language": "en", "band_hz": 16000, "licence": "CC0", "text": "", "phones": ""}
    records = [
        {
            **plain,
            "index": i,
            "corpus": f"c{i % 2}",
            "speaker": f"s{i}",
            "split": "train" if i < 4 else "dev",
            "start": i * 24_000,
            "n_samples": 24_000,
            "f0_start": i * 150,
            "n_frames": 150,
            "level_dbfs": -23.0,
            "f0_median_hz": 120.0,
        }
        for i in range(6)
    ]
    (folder / "utterances.json").write_text(json.dumps(records))
    np.save(folder / "noise" / "hum.npy", 0.01 * np.ones(8000, np.float32))
    return folder


@pytest.fixture
def checkpoints(tmp_path: Path) -> Path:
    folder = tmp_path / "run"
    folder.mkdir()
    model = Model()
    save_weights(model, folder / "best.safetensors")
    provenance = {
        "recipe": "conversion",
        "encoder": dataclasses.asdict(model.recogniser.encoder.config),
        "decoder": dataclasses.asdict(model.decoder.config),
        "history": [{"step": 1}, {"step": 2}],
    }
    (folder / "provenance.json").write_text(json.dumps(provenance))
    save_checkpoint(folder / "speaker.pt", speaker_encoder())
    return folder


def test_checkpoints_become_a_voice(cache: Path, checkpoints: Path, tmp_path: Path) -> None:
    recipe = ExportRecipe(
        encoder=checkpoints / "best.safetensors",
        decoder=checkpoints / "best.safetensors",
        speaker=checkpoints / "speaker.pt",
        out=tmp_path / "models",
        cache=cache,
        utterances=4,
        quantize=QuantizeConfig(smallest_weight=1024),
    )
    lines = list(run(recipe))
    assert any("log-mel distance" in line for line in lines)
    registry = ModelRegistry(shipped=tmp_path / "models")
    assert registry.verify() == []
    provenance = registry.entry("decoder.int8").provenance
    assert provenance["training"]["history"] == [{"step": 2}]
    assert provenance["int8_against_float"]["snr_db"]["audio_out"] > 20
    voice = NeuralVoice(registry, speaker_embedding=np.ones(192))
    assert voice.process(voice_like(0.5)).any()


def test_calibration_audio_is_aligned_with_its_f0(cache: Path) -> None:
    speech = SpeechCache(cache)
    chosen = choose(speech, "train", 4, seed=0)
    assert {u.speaker for u in chosen} == {"s0", "s1", "s2", "s3"}
    assert [u.corpus for u in chosen[:2]] == ["c0", "c1"]
    *speeches, noise = audio_streams(speech, chosen, 1.0, seed=0)
    for utterance, (audio, f0) in zip(chosen, speeches, strict=True):
        assert audio.shape == (140 * 160,)
        assert f0.shape == (140,)
        # Speech begins at block 20; frame 0 of F0 is centred there, which is step 21.
        assert not audio[: 20 * 160].any()
        assert not f0[:21].any()
        assert f0[21] == 120.0 + utterance.index
    assert not noise[1].any()


def test_a_checkpoint_of_another_kind_is_an_error(checkpoints: Path, tmp_path: Path) -> None:
    load_part(decoder(), checkpoints / "best.safetensors")
    with pytest.raises(SyrinxError, match="no Linear"):
        load_part(nn.Linear(3, 4), checkpoints / "best.safetensors")
    broken = tmp_path / "broken.safetensors"
    broken.write_bytes(b"nothing")
    with pytest.raises(SyrinxError, match=r"broken\.safetensors cannot be read"):
        load_part(decoder(), broken)


def test_the_command_says_what_is_missing(
    cache: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = str(tmp_path / "none.safetensors")
    assert main(["--encoder", missing, "--decoder", missing, "--cache", str(cache)]) == 1
    assert "none.safetensors cannot be read" in capsys.readouterr().err


def test_loaded_weights_are_the_saved_ones(checkpoints: Path) -> None:
    module = content_encoder()
    with torch.no_grad():
        for parameter in module.parameters():
            parameter.zero_()
    load_part(module, checkpoints / "best.safetensors")
    for name, value in content_encoder().state_dict().items():
        torch.testing.assert_close(module.state_dict()[name], value)


def test_the_phone_head_is_kept_for_who_trains_on(tmp_path: Path) -> None:
    recogniser = PhoneRecogniser(PhoneSet(["a", "b"]))
    checkpoint, out = tmp_path / "best.safetensors", tmp_path / "kept" / "head.safetensors"
    save_weights(nn.ModuleDict({"recogniser": recogniser}), checkpoint)
    (tmp_path / "provenance.json").write_text(json.dumps({"phones": ["a", "b"]}))
    assert save_phone_head(checkpoint, out)
    fresh = PhoneRecogniser(PhoneSet(["a", "b"]))
    assert not load_phone_head(fresh, PhoneSet(["a", "c"]), out)  # of other phones
    assert not load_phone_head(fresh, PhoneSet(["a", "b"]), tmp_path / "none.safetensors")
    assert load_phone_head(fresh, PhoneSet(["a", "b"]), out)
    x = torch.randn(4, 64)
    torch.testing.assert_close(fresh.head(x), recogniser.head(x), atol=2e-3, rtol=1e-2)
    save_weights(nn.Linear(2, 2), tmp_path / "other.safetensors")
    assert not save_phone_head(tmp_path / "other.safetensors", tmp_path / "none.safetensors")
    assert not (tmp_path / "none.safetensors").exists()
