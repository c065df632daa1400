"""``syrinx evaluate content``: probes that must find a speaker, and ones that cannot."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
from safetensors.torch import save_file

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.content_encoder import ContentEncoderConfig
from syrinx.training.batches import PhoneSet
from syrinx.training.cli import evaluate_main
from syrinx.training.data import SpeechCache
from syrinx.training.evaluations.content import load_recogniser
from syrinx.training.metrics.speaker_probe import ProbeSet, excerpt, loud_features, probe, probe_set
from syrinx.training.recipes.content_encoder import PhoneRecogniser

SMALL = ContentEncoderConfig(channels=8, content_channels=4, dilations=(1,), kernel=3, expansion=1)
PHONES = ("a", "b")


@pytest.fixture
def hums(cache: SpeechCache) -> ProbeSet:
    return probe_set(cache, "train", speakers=3, fit=2, test=2, shortest_s=0.4)


def test_speakers_are_held_out_by_utterance(cache: SpeechCache, hums: ProbeSet) -> None:
    assert hums.speakers == ("hums/s0", "hums/s1", "words/s3")  # s2 has no label
    assert not {u.index for u in hums.fit} & {u.index for u in hums.test}
    assert len(hums.fit) == len(hums.test) == 6
    with pytest.raises(SyrinxError, match="Fewer than two dev speakers have 12 utterances"):
        probe_set(cache, "dev")


def test_a_probe_finds_a_speaker_that_the_features_tell(cache: SpeechCache, hums: ProbeSet) -> None:
    def pitch(audio: np.ndarray) -> np.ndarray:
        spectrum = np.abs(np.fft.rfft(audio, 2**15))[:1000]
        hz = np.argmax(spectrum) * 16_000 / 2**15
        return np.full((len(audio) // 160, 2), hz) + np.arange(2)

    found = probe(cache, hums, pitch)
    assert found["pooled"] == found["frame"] == 1.0
    assert found["chance"] == pytest.approx(1 / 3, abs=1e-4)
    assert found["chance_in_corpus"] == pytest.approx((0.5 + 0.5 + 1) / 3, abs=1e-4)


def test_a_probe_of_noise_is_near_chance(cache: SpeechCache, hums: ProbeSet) -> None:
    rng = np.random.default_rng(0)
    found = probe(cache, hums, lambda audio: rng.normal(size=(len(audio) // 160, 6)))
    assert found["frame"] < 0.5
    assert found["frame_in_corpus"] <= 0.85


def test_excerpts_have_one_level_and_only_loud_frames_count(cache: SpeechCache) -> None:
    quiet, loud = cache.utterances[0], cache.utterances[1]
    audio = excerpt(cache, dataclasses.replace(quiet, level_dbfs=-20.0), longest_s=0.25)
    assert len(audio) == 4000
    louder = excerpt(cache, dataclasses.replace(loud, level_dbfs=-26.0), longest_s=0.25)
    assert np.abs(louder).mean() == pytest.approx(2 * np.abs(audio).mean(), rel=0.05)
    half = np.concatenate([np.zeros(1600), np.ones(1600)]).astype(np.float32)
    assert loud_features(half, np.arange(25)[:, None])[:, 0].tolist() == list(range(10, 20))


def checkpoint(folder: Path, *, prefix: str) -> Path:
    folder.mkdir()
    model = PhoneRecogniser(PhoneSet(PHONES), SMALL)
    path = folder / "best.safetensors"
    save_file({prefix + k: v.clone() for k, v in model.state_dict().items()}, path)
    key = "encoder" if prefix else "model"
    record = {"phones": PHONES, key: dataclasses.asdict(SMALL)}
    (folder / "provenance.json").write_text(json.dumps(record))
    return path


@pytest.mark.parametrize("prefix", ["recogniser.", ""])
def test_checkpoints_of_both_recipes_are_read(tmp_path: Path, prefix: str) -> None:
    path = checkpoint(tmp_path / "run", prefix=prefix)
    model, named = load_recogniser(path, tmp_path / "none")
    assert named
    audio = np.random.default_rng(0).normal(0, 0.1, 8000).astype(np.float32)
    assert model.content_of(audio).shape == (50, 4)
    assert model.log_mel_of(audio).shape == (50, 80)


def test_frames_are_centred_where_they_say(tmp_path: Path) -> None:
    model, _ = load_recogniser(checkpoint(tmp_path / "run", prefix=""), tmp_path / "none")
    click = np.zeros(8000, np.float32)
    click[160 * 20] = 1.0
    level = model.log_mel_of(click).mean(axis=1)
    assert abs(float(np.average(np.arange(50), weights=level - level.min())) - 20) < 1


def test_the_command(cache: SpeechCache, tmp_path: Path, capsys) -> None:
    path = checkpoint(tmp_path / "run", prefix="recogniser.")
    out = tmp_path / "figures.json"
    arguments = [path, "--cache", cache.folder, "--json", out]
    assert evaluate_main(["content", *map(str, arguments)]) == 0
    assert json.loads(out.read_text()) == {"phone_error_rate": None, "probe": {}}
    assert capsys.readouterr().err.count("Fewer than two") == 2


def test_models_that_are_none_are_one_sentence(tmp_path: Path, cache: SpeechCache) -> None:
    broken = tmp_path / "x.safetensors"
    broken.write_bytes(b"no")
    for source, message in ((tmp_path, "no content_encoder.fp16.onnx"), (broken, "cannot be read")):
        with pytest.raises(SyrinxError, match=message):
            evaluate_main(["content", str(source), "--cache", str(cache.folder)])
