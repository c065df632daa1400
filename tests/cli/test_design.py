"""``syrinx voices design``."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from syrinx.app.voices import VoiceLibrary

Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYRINX_HOME", str(tmp_path / "home"))


def library(tmp_path: Path) -> VoiceLibrary:
    return VoiceLibrary(tmp_path / "home")


def test_design_list_export_import_remove(syrinx: Run, tmp_path: Path) -> None:
    done = syrinx("voices", "design", "Mara", "--gender", 1, "--brightness", -1.5, "--seed", 7)
    assert done.code == 0, done.err
    assert "belongs to nobody" in done.out
    assert "dark" in done.out
    voice = library(tmp_path).get("mara")
    assert voice.speaker_embedding is not None
    assert "  mara" in syrinx("voices").out
    assert syrinx("voices", "export", "mara", tmp_path / "m.syrinxvoice").code == 0
    assert syrinx("voices", "remove", "mara").code == 0
    assert syrinx("voices", "import", tmp_path / "m.syrinxvoice").code == 0
    assert library(tmp_path).get("mara") == voice


def test_the_told_seed_brings_the_voice_back(syrinx: Run, tmp_path: Path) -> None:
    first = json.loads(syrinx("voices", "design", "One", "--json").out)
    seed = first["consent"].split("seed ")[1].split(",")[0]
    assert syrinx("voices", "design", "Two", "--seed", seed).code == 0
    one, two = (library(tmp_path).get(name) for name in ("one", "two"))
    assert np.array_equal(one.speaker_embedding, two.speaker_embedding)
    assert one.f0_median_hz == two.f0_median_hz


def test_a_designed_voice_converts(syrinx: Run, tmp_path: Path) -> None:
    time = np.arange(16_000) / 16_000
    saw = sum(np.sin(2 * np.pi * 120 * k * time) / k for k in range(1, 20))
    soundfile.write(tmp_path / "in.wav", 0.1 * saw, 16_000)
    assert syrinx("voices", "design", "Mara", "--pitch", 220, "--seed", 1).code == 0
    out = tmp_path / "out.wav"
    done = syrinx("convert", tmp_path / "in.wav", "--voice", "mara", "-o", out)
    assert done.code == 0, done.err
    audio, _ = soundfile.read(out)
    spectrum = np.abs(np.fft.rfft(audio[4000:12_000] * np.hanning(8000)))
    low = spectrum[40:300]  # 80 to 600 Hz
    assert np.sqrt(np.mean(audio**2)) > 0.003
    assert abs((40 + int(np.argmax(low))) * 2 / 220 % 1 - 0.5) > 0.4  # a harmonic of 220 Hz


def test_like_and_mix_keep_whose_voice_it_was(syrinx: Run, tmp_path: Path) -> None:
    done = syrinx("voices", "design", "Old Iris", "--like", "iris", "--roughness", 1)
    assert done.code == 0, done.err
    voice = library(tmp_path).get("old-iris")
    iris = library(tmp_path).get("iris")
    assert voice.f0_median_hz == iris.f0_median_hz
    assert voice.licence == iris.licence
    assert iris.attribution in voice.attribution
    assert "nobody" not in (voice.consent or "")
    done = syrinx("voices", "design", "Both", "--like", "iris", "--mix", "otto", "--share", 0.3)
    assert done.code == 0, done.err
    both = library(tmp_path).get("both")
    assert "Iris" in both.description
    assert "Otto" in both.description
    assert both.f0_median_hz is not None
    assert both.f0_median_hz < (iris.f0_median_hz or 0)


def test_list_attributes(syrinx: Run, tmp_path: Path) -> None:
    text = syrinx("voices", "design", "--list-attributes").out
    for name in ("pitch", "gender", "age", "brightness", "roughness"):
        assert f"--{name}" in text
    listed = json.loads(syrinx("voices", "design", "--list-attributes", "--json").out)
    assert listed["attributes"][0]["name"] == "pitch"
    assert 0.5 < listed["attributes"][0]["r2"] <= 1
    assert not (tmp_path / "home" / "voices").exists()


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ([], "name"),
        (["X", "--gender", 3], "gender goes from -2 to 2"),
        (["X", "--pitch", 900], "60 to 400 Hz"),
        (["X", "--like", "nobody-at-all"], "no voice"),
        (["X", "--like", "robot"], "is an effect"),
        (["X", "--mix", "iris"], "--mix needs --like"),
        (["X", "--like", "iris", "--seed", 3], "--seed"),
        (["Iris"], "built-in"),
        (["X", "--seed", -4], "seed"),
    ],
)
def test_errors_are_one_sentence(
    syrinx: Run, tmp_path: Path, arguments: list[object], word: str
) -> None:
    assert word in syrinx("voices", "design", *arguments).assert_one_sentence()
    assert not (tmp_path / "home" / "voices").exists()


def test_a_taken_name_needs_replace(syrinx: Run, tmp_path: Path) -> None:
    assert syrinx("voices", "design", "Mara", "--seed", 1).code == 0
    before = library(tmp_path).get("mara")
    assert "--replace" in syrinx("voices", "design", "Mara", "--seed", 2).assert_one_sentence()
    assert library(tmp_path).get("mara") == before
    assert syrinx("voices", "design", "Mara", "--seed", 2, "--replace").code == 0
    assert library(tmp_path).get("mara") != before


def test_not_a_number_is_wrong_usage(syrinx: Run) -> None:
    assert syrinx("voices", "design", "X", "--gender", "much").code == 2
