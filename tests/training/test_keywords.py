"""The keyword classifier: tones as words, speakers kept apart, the report and the picture."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
import soundfile

from syrinx.dsp.errors import SyrinxError
from syrinx.training.keywords import Confusions, examples_of_folder, loudest_stretch, varied
from syrinx.training.metrics.confusion_plot import confusion_svg
from syrinx.training.recipes import keywords

RATE = 8000


def _folder(root: Path, speakers: int = 6) -> Path:
    """Two words: a tone that rises and one that falls."""
    rng = np.random.default_rng(0)
    t = np.arange(RATE // 2) / RATE
    for word, slope in (("up", 900.0), ("down", -900.0)):
        (root / word).mkdir(parents=True)
        for who in range(speakers):
            for take in range(3):
                middle = rng.uniform(900, 1600)
                phase = 2 * np.pi * (middle * t + slope * (t - 0.25) ** 2)
                audio = 0.3 * np.sin(phase) + rng.normal(0, 0.01, len(t))
                soundfile.write(root / word / f"p{who}_{take}.wav", audio, RATE)
    return root


def test_speakers_are_either_learned_from_or_tested_on(tmp_path: Path) -> None:
    examples = examples_of_folder(_folder(tmp_path))
    assert len(examples) == 36
    tested = {e.speaker for e in examples if e.test}
    assert len(tested) == 1
    assert tested.isdisjoint({e.speaker for e in examples if not e.test})
    assert all(len(e.audio) == 8000 for e in examples)  # half a second at 16 kHz


def test_folders_that_cannot_be_learned_from(tmp_path: Path) -> None:
    with pytest.raises(SyrinxError, match="two at least"):
        examples_of_folder(tmp_path)
    _folder(tmp_path)
    with pytest.raises(SyrinxError, match="no expression"):
        examples_of_folder(tmp_path, speaker="(")
    (tmp_path / "up" / "p9_0.wav").write_bytes(b"no sound")
    with pytest.raises(SyrinxError, match=r"p9_0\.wav cannot be read"):
        examples_of_folder(tmp_path)


def test_the_loudest_stretch_is_taken() -> None:
    audio = np.zeros(1000, np.float32)
    audio[600:700] = 1.0
    assert loudest_stretch(audio, 100).sum() == 100
    assert len(loudest_stretch(audio[:50], 100)) == 100
    rng = np.random.default_rng(0)
    assert varied(audio, 800, rng).shape == (800,)


def test_a_few_seconds_teach_two_tones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, out = _folder(tmp_path / "words"), tmp_path / "out"
    code = keywords.main([str(folder), "--out", str(out), "--minutes", "0.1", "--seconds", "0.5"])
    assert code == 0
    report = json.loads((out / "report.json").read_text())
    assert report["accuracy"] > 0.8
    assert report["recordings"] == 6
    assert np.trace(report["counts"]) == round(report["accuracy"] * 6)
    assert json.loads((out / "words.json").read_text())["words"] == ["down", "up"]
    ElementTree.fromstring((out / "confusions.svg").read_text())
    assert "unheard speakers" in capsys.readouterr().out


def test_the_picture_tells_every_count() -> None:
    found = Confusions(words=("a<b", "c"), counts=np.array([[7, 1], [0, 5]]))
    assert found.accuracy == pytest.approx(12 / 13)
    assert found.of_word() == {"a<b": 7 / 8, "c": 1.0}
    texts = [
        e.text
        for e in ElementTree.fromstring(confusion_svg(found.words, found.counts, "t")).iter()
        if e.tag.endswith("text")
    ]
    assert sorted(texts) == sorted(["t", "a<b", "a<b", "c", "c", "7", "1", "5"])
    with pytest.raises(SyrinxError, match="for each word"):
        confusion_svg(("a",), found.counts, "t")
