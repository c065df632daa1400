"""``syrinx evaluate mark``: what is done to the speech, what can be heard, the tables."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.watermark import Watermark
from syrinx.dsp.watermark_search import find_mark
from syrinx.training.cli import evaluate_main
from syrinx.training.data import SpeechCache
from syrinx.training.evaluations import mark as evaluation
from syrinx.training.metrics.mark import RATE, attacks, audibility, kbit_per_s, music_like
from tests.dsp.signals import sentence


def test_mp3_has_the_rate_that_its_name_says() -> None:
    audio = sentence(RATE, seconds=10.0)
    assert kbit_per_s(audio, RATE, 0.87) == pytest.approx(64, abs=1)
    names = [name for name, _ in attacks(rooms=False)]
    assert names[0] == "nothing"
    assert "MP3 64 kbit/s, 48000 Hz" in names
    assert len(set(names)) == len(names)


def test_every_attack_leaves_speech() -> None:
    audio = sentence(RATE, seconds=3.0)
    marked = Watermark(sample_rate=RATE).process(audio)
    for name, attack in attacks():
        spoiled, rate = attack(marked)
        assert np.isfinite(spoiled).all()
        seconds = {"middle third cut out": 2.0}.get(name, 3.0)
        assert len(spoiled) / rate == pytest.approx(seconds, rel=0.05), name
        assert np.std(spoiled) > 1e-4, name
        if name in ("nothing", "MP3 64 kbit/s, 48000 Hz", "to 16000 Hz and back"):
            assert find_mark(spoiled, rate).marked, name


def test_audibility_of_a_known_difference() -> None:
    """Ten percent louder: the difference lies 20 dB below, everywhere; shapes are the same."""
    audio = sentence(RATE, seconds=2.0)
    figures = audibility(audio, np.float32(1.1) * audio)
    assert figures["ratio_db"] == pytest.approx(20.0, abs=0.01)
    assert figures["segmental_db"] == pytest.approx(20.0, abs=0.01)
    assert figures["worst_5_percent_db"] == pytest.approx(20.0, abs=0.01)
    assert figures["log_mel_db"] == pytest.approx(0.0, abs=0.01)
    assert figures["peak_change_db"] == pytest.approx(0.83, abs=0.01)
    truly = audibility(audio, Watermark(sample_rate=RATE).process(audio))
    assert truly["segmental_db"] > 20.0
    assert truly["log_mel_db"] < 1.0


def test_music_like_has_a_beat_that_divides_the_period() -> None:
    audio = music_like(8.0, seed=1)
    assert len(audio) == 8 * 16_000
    power = np.square(audio[: len(audio) // 64 * 64]).reshape(-1, 64).sum(axis=1)
    power -= power.mean()
    lag = round(0.256 * 16_000 / 64)
    beat = np.dot(power[lag:], power[:-lag]) / np.dot(power, power)
    assert beat > 0.3


class Copying:
    """A studio whose voices say what they are given."""

    def __enter__(self) -> Copying:
        return self

    def __exit__(self, *exc: object) -> None: ...

    def convert(self, source: Path, target: Path, voice: str, *, fp32: bool) -> None:
        shutil.copyfile(source, target)


def test_the_tables(cache: SpeechCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluation, "_NULL_S", 1)
    monkeypatch.setattr(evaluation, "dev_sentences", lambda cache, count: cache.utterances[:count])
    monkeypatch.setattr(
        evaluation, "attacks", lambda: [(n, a) for n, a in attacks(rooms=False) if n == "nothing"]
    )
    out, picture = tmp_path / "mark.json", tmp_path / "mark.png"
    arguments = ["mark", "--cache", str(cache.folder), "--sentences", "20", "--voices", "ann"]
    arguments += ["--keys", "2", "--null-pieces", "1", "--json", str(out), "--png", str(picture)]
    assert evaluate_main(arguments, studio=lambda options: Copying()) == 0  # type: ignore[arg-type,return-value]
    report = json.loads(out.read_text())
    assert set(report) == {"audible", "found", "null"}
    assert report["found"]["nothing"]["pieces_3s"] >= 3
    assert report["null"]["music-like"]["marked"] == 0
    assert report["audible"]["ann"]["ratio_db"] > 15
    assert picture.stat().st_size > 1000


def test_it_needs_the_program(cache: SpeechCache) -> None:
    with pytest.raises(SyrinxError, match="needs the program"):
        evaluate_main(["mark", "--cache", str(cache.folder)])
