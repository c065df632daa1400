"""``syrinx evaluate expression``: a studio that does exactly what the knobs say is measured so."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import soundfile

from syrinx.dsp.errors import SyrinxError
from syrinx.training.cli import evaluate_main
from syrinx.training.data import SpeechCache
from syrinx.training.evaluations import expression as evaluation
from syrinx.training.metrics import panel
from syrinx.training.metrics.prosody import world_f0
from syrinx.training.studio import NO_KNOBS, Knobs, StudioOptions

RATE = 48_000
SECONDS = 2.0


class Singing:
    """Swings by 2 semitones times the intonation; noise doubles with every half of breath."""

    def __init__(self, options: StudioOptions) -> None: ...

    def __enter__(self) -> Singing:
        return self

    def __exit__(self, *exc: object) -> None: ...

    def convert(
        self, source: Path, target: Path, voice: str, *, fp32: bool, knobs: Knobs = NO_KNOBS
    ) -> None:
        ends = {"morph": 1.0} if voice == "bo" else {}
        soundfile.write(target, self.sung({**knobs, **ends}), RATE)

    def sung(self, knobs: Knobs) -> np.ndarray:
        time = np.arange(round(SECONDS * RATE)) / RATE
        swing = 2.0 * float(knobs.get("intonation", 1.0))
        f0 = 180.0 * 2.0 ** (swing / 12.0 * np.sin(2 * np.pi * 1.5 * time))
        f0 *= 2.0 ** -float(knobs.get("morph", 0.0))
        phase = 2 * np.pi * np.cumsum(f0) / RATE
        tone = sum(np.cos(k * phase) / k for k in range(1, 20))
        noise = np.random.default_rng(0).standard_normal(time.size)
        level = 0.05 * 4.0 ** float(knobs.get("breathiness", 0.0))
        return (0.1 * (tone + level * noise)).astype(np.float32)

    def sweep(
        self, source: Path, voice: str, *, knobs: Knobs, to: Knobs, every_s: float
    ) -> np.ndarray:
        made = self.sung(knobs)
        if "wet" in to:  # a studio that clicks there
            made[RATE // 2 :: RATE // 2] += 0.9
        return made

    def rtf(
        self, source: Path, voice: str, *, fp32: bool, knobs: Knobs = NO_KNOBS, to: Knobs = NO_KNOBS
    ) -> float:
        return 0.2 if "morph_to" in to else 0.1


def pitch_angle(audio: np.ndarray) -> np.ndarray:
    """An encoder that hears the pitch alone: a right angle per octave."""
    hz = np.median(world_f0(audio.astype(np.float32))[20:-20])
    angle = 0.5 * np.pi * np.log2(hz / 90.0)
    return np.array([np.cos(angle), np.sin(angle)])


def test_the_tables(cache: SpeechCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(panel, "own_encoder", lambda _path: pitch_angle)
    monkeypatch.setattr(evaluation, "dev_sentences", lambda cache, count: cache.utterances[:count])
    out, pictures = tmp_path / "figures.json", tmp_path / "pictures"
    arguments = ["expression", "--cache", str(cache.folder), "--sentences", "2", "--no-judges"]
    arguments += ["--voices", "ann", "--pairs", "ann+bo", "--json", str(out)]
    assert evaluate_main([*arguments, "--png", str(pictures)], studio=Singing) == 0  # type: ignore[arg-type]
    report = json.loads(out.read_text())
    for strength, row in report["intonation"].items():
        assert row["std_semitones"] == pytest.approx(2 * float(strength) / np.sqrt(2), abs=0.3)
    noise = [row["hnr_db"] for row in report["breathiness"].values()]
    assert np.all(np.diff(noise) < -1.0)
    first = [row["own_first"] for row in report["morph"].values()]
    second = [row["own_second"] for row in report["morph"].values()]
    assert np.all(np.diff(first) < 1e-3)
    assert first[0] > 0.99
    assert second[0] < first[0]
    assert report["clicks"]["at rest"]["clicks_per_minute"] == 0
    assert report["clicks"]["dry and wet"]["clicks_per_minute"] > 50
    assert report["load"]["gliding"]["ms_per_block"] == pytest.approx(2.0)
    assert len(list(pictures.glob("*.png"))) == 4


def test_it_needs_the_program_and_two_sentences(cache: SpeechCache) -> None:
    with pytest.raises(SyrinxError, match="needs the program"):
        evaluate_main(["expression", "--cache", str(cache.folder)])
    other = ["expression", "--cache", str(cache.folder), "--only", "melody"]
    with pytest.raises(SyrinxError, match="intonation"):
        evaluate_main(other, studio=Singing)  # type: ignore[arg-type]
    few = ["expression", "--cache", str(cache.folder), "--sentences", "1"]
    with pytest.raises(SyrinxError, match="at least 2"):
        evaluate_main(few, studio=Singing)  # type: ignore[arg-type]
