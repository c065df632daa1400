"""The studio of the evaluation does what `syrinx enroll` and `syrinx convert` do."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import numpy as np
import pytest
import soundfile

from syrinx.app.cli.main import main
from syrinx.app.offline import convert_file
from syrinx.app.studio import AppStudio, open_studio
from syrinx.app.voices import VoiceLibrary
from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.registry import (
    SPEAKER_MODEL,
    ModelRegistry,
    shipped_models,
)
from syrinx.training.metrics.recognition import Heard
from syrinx.training.studio import Studio, StudioOptions

RATE = 16_000


def speech(path: Path, seconds: float) -> Path:
    """Bursts of a buzzing vowel."""
    time = np.arange(round(seconds * RATE)) / RATE
    voice = sum(np.sin(2 * np.pi * 130 * k * time) / k for k in range(1, 20))
    audio = 0.1 * voice * np.clip(np.sin(2 * np.pi * 1.5 * time), 0, 1)
    soundfile.write(path, audio, RATE)
    return path


def test_it_enrols_aside_and_converts_as_the_program_does(
    tmp_path: Path, syrinx_home: Path
) -> None:
    recordings = [speech(tmp_path / "a.wav", 9.0)]
    source = speech(tmp_path / "source.wav", 4.5)
    studio: Studio
    with open_studio(StudioOptions(index_ratio=0.0)) as studio:
        voice = studio.enrol("Ann / 30", recordings)
        studio.convert(source, tmp_path / "int8.wav", voice.id, fp32=False)
        studio.convert(source, tmp_path / "shipped.wav", "kathleen", fp32=False)
        assert "kathleen" in {v.id for v in studio.voices()}
        assert studio.rtf(source, "kathleen", fp32=False) > 0
        facts = studio.facts("kathleen")
        with pytest.raises(SyrinxError, match="no voice"):
            studio.convert(source, tmp_path / "x.wav", "nobody-at-all", fp32=False)
    assert facts["model_delay_ms"] == 20.0
    assert facts["chain_delay_ms"] > 20.0
    assert facts["index_ratio"] == 0.0
    assert 5 < facts["live_files_mb"] < 20
    library = VoiceLibrary(syrinx_home)
    assert not [v for v in library.list() if v.kind == "neural" and not v.shipped]
    convert_file(source, tmp_path / "same.wav", library.get("kathleen"), index_ratio=0.0)
    same, _ = soundfile.read(tmp_path / "same.wav")
    assert np.array_equal(same, soundfile.read(tmp_path / "shipped.wav")[0])
    ours, rate = soundfile.read(tmp_path / "int8.wav")
    assert (len(ours), rate) == (round(4.5 * RATE), RATE)
    assert np.abs(ours - same).max() > 0.01


def test_a_folder_of_models_comes_first(tmp_path: Path) -> None:
    models = tmp_path / "mine"
    models.mkdir()
    entry = ModelRegistry().entry(SPEAKER_MODEL)
    (models / "encoder.onnx").write_bytes(entry.path.read_bytes())
    index = {SPEAKER_MODEL: {"file": "encoder.onnx", "sha256": entry.sha256, "bytes": entry.bytes}}
    (models / "models.json").write_text(json.dumps({"models": index}))
    with AppStudio(StudioOptions(models=models)) as studio:
        assert studio.registry.entry(SPEAKER_MODEL).path.name == "encoder.onnx"
        assert studio.registry.read(SPEAKER_MODEL)
        live = studio.registry.entry("decoder.int8").path
        assert live.parent == shipped_models()
    with pytest.raises(SyrinxError, match=r"no models.json in .*: name a folder of models"):
        AppStudio(StudioOptions(models=tmp_path / "nowhere"))


def test_the_command_scores_the_shipped_models(tmp_path: Path, capsys) -> None:
    (tmp_path / "noise").mkdir()
    audio, _ = soundfile.read(speech(tmp_path / "one.wav", 4.2), dtype="int16")
    audio.tofile(tmp_path / "audio.i16")
    np.zeros(1, np.float32).tofile(tmp_path / "f0.f32")
    record = {
        "index": 0,
        "corpus": "speechocean762",
        "speaker": "A",
        "split": "dev",
        "language": "en",
        "band_hz": RATE,
        "licence": "CC0",
        "text": "HUM",
        "phones": "",
        "start": 0,
        "n_samples": len(audio),
        "f0_start": 0,
        "n_frames": 0,
        "level_dbfs": -20.0,
        "f0_median_hz": 130.0,
    }
    (tmp_path / "utterances.json").write_text(json.dumps([record]))
    wish = ["--voices", "kathleen=nobody/N", "--cache", str(tmp_path), "--no-judges"]
    assert main(["evaluate", "conversion", *wish]) == 1
    assert "no four recordings of 2 s of nobody/N" in capsys.readouterr().err
    wish[1], out = "greta=", tmp_path / "report.json"
    page = ["--html", str(tmp_path / "page"), "--json", str(out)]
    assert main(["evaluate", "conversion", *wish, *page]) == 0
    report = json.loads(out.read_text())
    row = report["voices"]["greta"]["table"]["int8"]
    assert row["f0_shift_semitones"] == pytest.approx(12 * np.log2(230.7 / 130), abs=1.0)
    assert row["f0_correlation"] is None or row["f0_correlation"] <= 1
    assert row["rtf"] > 0
    assert (tmp_path / "page" / "index.html").is_file()
    made, _ = soundfile.read(tmp_path / "page" / "audio" / "greta" / "int8" / f"{NAME}.wav")
    assert len(made) == len(audio)


NAME = "speechocean762-A-00000"


def test_it_tells_two_people_apart_with_the_shipped_encoder(
    tmp_path: Path, syrinx_home: Path
) -> None:
    others = resources.files("syrinx.assets") / "speech" / "others.ogg"
    speech, _ = soundfile.read(str(others), dtype="float32")
    pieces = [(20.0, 23.0), (30.0, 33.2)] * 2  # two of its speakers
    audio = np.concatenate([speech[round(a * RATE) : round(b * RATE)] for a, b in pieces])
    soundfile.write(tmp_path / "talk.wav", audio, RATE)
    words, whose, at = [], [], 0.0
    for number, (start, end) in enumerate(pieces):
        count = round((end - start) / 0.4)
        length = (end - start) / count
        words += [(at + i * length, at + (i + 1) * length) for i in range(count)]
        whose += [number % 2] * count
        at += end - start
    with open_studio(StudioOptions()) as studio:
        for known in (None, 2):
            heard = studio.turns(tmp_path / "talk.wav", words, speakers=known)
            assert sum(a != b for a, b in zip(heard, whose, strict=True)) <= 4
        assert set(studio.turns(tmp_path / "talk.wav", words, speakers=1)) == {0}


def test_a_recogniser_that_is_not_there_is_told(syrinx_home: Path) -> None:
    with open_studio(StudioOptions()) as studio, pytest.raises(SyrinxError, match="nosuch"):
        studio.recognizer("nosuch")


def test_the_shipped_recogniser_hears_words(syrinx_home: Path) -> None:
    others = resources.files("syrinx.assets") / "speech" / "others.ogg"
    speech, _ = soundfile.read(str(others), dtype="float32", frames=9 * RATE)
    with open_studio(StudioOptions()) as studio:
        hear = Heard(studio.recognizer("syrinx"))
        assert len(hear(speech).split()) > 5
        assert hear(np.zeros(2 * RATE, np.float32)) == ""
