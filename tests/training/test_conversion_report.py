"""``syrinx evaluate conversion`` with a studio that hums: targets, baselines, rows, the page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest
import soundfile

from syrinx.dsp.errors import SyrinxError
from syrinx.training.cli import evaluate_main
from syrinx.training.data import SpeechCache
from syrinx.training.evaluations.conversion import wish_of
from syrinx.training.evaluations.report_html import page
from syrinx.training.evaluations.report_text import aims, aims_text, table_text
from syrinx.training.metrics import panel
from syrinx.training.metrics.baselines import WorldConversion, analyse, formant_ratio, warp
from syrinx.training.metrics.dev_set import target_of
from syrinx.training.metrics.prosody import compare_prosody
from syrinx.training.metrics.scoring import Board, Judges, Listener, at_16k
from syrinx.training.metrics.words import word_errors
from syrinx.training.studio import StudioOptions, StudioVoice

RATE = 16_000


def vowel(f0_hz: float, seconds: float, *, formants: float = 1.0, seed: int = 0) -> np.ndarray:
    """A gliding vowel between silences."""
    n = int(seconds * RATE)
    track = f0_hz * (1 + 0.1 * np.sin(np.linspace(0, 9, n)))
    phase = 2 * np.pi * np.cumsum(track) / RATE
    audio = np.zeros(n)
    for k in range(1, int(7000 / track.max()) + 1):
        hz = k * f0_hz
        peaks = sum(1 / (1 + ((hz - formants * f) / 90) ** 2) for f in (600, 1400, 2600))
        audio += (0.01 + peaks) * np.cos(k * phase)
    fade = np.clip(np.minimum(np.arange(n), n - np.arange(n)) / 1600 - 2, 0, 1)
    noise = np.random.default_rng(seed).normal(0, 1e-4, n)
    return (0.05 * audio * fade + noise).astype(np.float32)


def pitch_angle(audio: np.ndarray) -> np.ndarray:
    """A toy speaker encoder: 100 Hz points east, 200 Hz north."""
    from syrinx.training.metrics.prosody import world_f0

    f0 = world_f0(audio)
    angle = (np.log2(np.median(f0[f0 > 0])) - np.log2(100)) * np.pi / 2
    return np.array([np.cos(angle), np.sin(angle)])


@pytest.fixture(scope="module")
def speech(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two dev readers at 100 Hz, a dev target at 200 Hz with 42 s, a train speaker."""
    folder = tmp_path_factory.mktemp("cache")
    speakers = [
        ("speechocean762", "A", "dev", 100.0, 4, 2.2),
        ("speechocean762", "B", "dev", 105.0, 4, 2.2),
        ("target", "T", "dev", 200.0, 14, 5.0),
        ("train", "V", "train", 180.0, 4, 2.2),
    ]
    (folder / "noise").mkdir()
    np.save(folder / "noise" / "hiss.npy", np.random.default_rng(0).normal(0, 1, 9000))
    pieces, records, start = [], [], 0
    for corpus, speaker, split, hz, takes, seconds in speakers:
        for take in range(takes):
            audio = vowel(hz, seconds, formants=hz / 100, seed=take)
            n = len(audio)
            pieces.append(np.round(audio * 32767).astype(np.int16))
            records.append(
                {
                    "index": len(records),
                    "corpus": corpus,
                    "speaker": speaker,
                    "split": split,
                    "language": "en",
                    "band_hz": RATE,
                    "licence": "CC0",
                    "text": f"<take> {take}",
                    "phones": "a",
                    "start": start,
                    "n_samples": n,
                    "f0_start": 0,
                    "n_frames": 0,
                    "level_dbfs": -20.0,
                    "f0_median_hz": hz,
                }
            )
            start += n
    np.concatenate(pieces).tofile(folder / "audio.i16")
    np.zeros(1, np.float32).tofile(folder / "f0.f32")
    (folder / "utterances.json").write_text(json.dumps(records))
    return folder


class Humming:
    """A studio whose every voice is a 200 Hz vowel as long as its source."""

    def __init__(self, options: StudioOptions) -> None:
        self.options, self.enrolled, self.converted = options, {}, []
        self.averaged: list[str] = []

    def __enter__(self):
        return self

    def __exit__(self, *exc: object) -> None:
        pass

    def voices(self):
        return [StudioVoice(id="vee", name="Vee")]

    def enrol(self, name, recordings, *, fine_tune=True):
        if not fine_tune:
            self.averaged.append(name)
        assert all(path.is_file() for path in recordings)
        self.enrolled[name] = [path.stem for path in recordings]
        return StudioVoice(id=name, name=name)

    def convert(self, source, target, voice, *, fp32):
        audio, rate = soundfile.read(source)
        self.converted.append((source.parent.name, voice, fp32))
        soundfile.write(target, vowel(200.0, len(audio) / rate, formants=2.0), rate)

    def rtf(self, source, voice, *, fp32):
        return 0.3 if fp32 else 0.1

    def facts(self, voice):
        facts = {"model_delay_ms": 20.0, "chain_delay_ms": 33.0, "live_files_mb": 11.5}
        return {**facts, "index_ratio": 0.0}


@pytest.fixture
def studios(monkeypatch: pytest.MonkeyPatch) -> list[Humming]:
    """Where the studios that were opened are found; the toy encoder is the own one."""
    monkeypatch.setattr(panel, "own_encoder", lambda _path: pitch_angle)
    monkeypatch.setattr(panel.outside, "load_resemblyzer", lambda: pitch_angle)
    return []


def run(speech: Path, studios: list[Humming], *arguments: object) -> int:
    def open_studio(options: StudioOptions) -> Humming:
        studios.append(Humming(options))
        return studios[-1]

    words = ["conversion", "--cache", str(speech), *map(str, arguments)]
    return evaluate_main(words, studio=open_studio)


def test_a_target_is_never_compared_with_what_it_was_enrolled_from(speech: Path) -> None:
    target = target_of(SpeechCache(speech), "target/T", compare=6)
    compared = {u.index for u in target.compare}
    assert len(compared) == 6
    assert len(target.enrol) == 8
    assert not compared & {u.index for u in target.enrol}
    chosen = target.enrolment(30)
    assert chosen is not None
    assert sum(u.n_samples for u in chosen[:-1]) < 30 * RATE <= sum(u.n_samples for u in chosen)
    assert target.enrolment(180) is None
    with pytest.raises(SyrinxError, match="no four recordings of 2 s of nobody/N"):
        target_of(SpeechCache(speech), "nobody/N")


def test_the_whole_report(speech: Path, studios: list[Humming], tmp_path: Path, capsys) -> None:
    out, folder = tmp_path / "report.json", tmp_path / "page"
    options = ["--no-noise", "--compare-float", "--json", out, "--html", folder]
    options += ["--voices", "target/T,vee=train/V,solo", "--limit", 2, "--examples", 1]
    assert run(speech, studios, *options) == 0
    report = json.loads(out.read_text())
    voices = report["voices"]
    assert {name: item["kind"] for name, item in voices.items()} == {
        "target/T": "dev",
        "vee": "train",
        "solo": "free",
    }
    table = voices["target/T"]["table"]
    assert list(voices["target/T"]["enrolled_s"]) == ["30s"]
    assert set(table) == {"source", "world", "shift", "int8_30s", "fp32_30s", "target"}
    for judge in ("own", "resemblyzer"):
        assert table["int8_30s"][f"{judge}_gap_closed"] == pytest.approx(1.0, abs=0.05)
    assert table["int8_30s"]["own_to_source"] < 0.3
    assert table["world"]["f0_shift_semitones"] == pytest.approx(11.6, abs=0.6)
    assert table["int8_30s"]["rtf"] == 0.1
    assert table["fp32_30s"]["rtf"] == 0.3
    assert table["source"]["loudness_difference_db"] == 0.0
    assert set(voices["solo"]["table"]) == {"source", "int8", "fp32"}
    assert "own_to_target" not in voices["solo"]["table"]["int8"]
    text = (folder / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'(?:src|href)="([^"#]+)"', text)
    assert len(links) == 6 + 1 + 6 + 1 + 3 + 1  # players and a picture of each voice
    assert all((folder / link).is_file() for link in links)
    assert "&lt;take&gt;" in text
    assert "<take>" not in text
    shown = capsys.readouterr().out
    assert "int8, 30 s of target" in shown
    assert "first aim reached" in shown or "second aim reached" in shown
    enrolled = studios[0].enrolled["evaluation target/T 30"]
    compared = {u.index for u in target_of(SpeechCache(speech), "target/T").compare}
    assert not compared & {int(stem.rsplit("-", 1)[1]) for stem in enrolled}


def test_averaging_beside_fine_tuning(
    speech: Path, studios: list[Humming], tmp_path: Path, capsys
) -> None:
    out = tmp_path / "report.json"
    options = ["--no-noise", "--no-judges", "--compare-average", "--limit", 2, "--json", out]
    assert run(speech, studios, *options, "--voices", "target/T") == 0
    assert {"average_30s", "int8_30s"} < set(
        json.loads(out.read_text())["voices"]["target/T"]["table"]
    )
    assert studios[0].averaged == ["evaluation target/T 30 average"]
    assert set(studios[0].enrolled) == {"evaluation target/T 30", *studios[0].averaged}
    assert "averaged only" in capsys.readouterr().out


def test_enrolment_is_scored_both_ways(
    speech: Path, studios: list[Humming], tmp_path: Path, capsys
) -> None:
    """A studio that fine-tunes nothing: no gap more, so that it does not hold."""

    def open_studio(options: StudioOptions) -> Humming:
        studios.append(Humming(options))
        return studios[-1]

    out = tmp_path / "report.json"
    words = ["enrolment", "--cache", str(speech), "--limit", "2", "--json", str(out)]
    assert evaluate_main([*words, "--speakers", "target/T"], studio=open_studio) == 1
    report = json.loads(out.read_text())
    (row,) = report["rows"]
    assert (row["speaker"], row["length_s"]) == ("target/T", 30)
    assert row["gap_averaged"] == row["gap_tuned"] == pytest.approx(1.0, abs=0.05)
    assert (row["gap_more"], row["holds"], report["holds"]) == (0.0, False, False)
    assert set(report["tables"]["target/T"]) == {"source", "average_30s", "int8_30s", "target"}
    assert studios[0].averaged == ["evaluation target/T 30 average"]
    assert "for everyone: NO" in capsys.readouterr().out


def test_sources_by_the_target_are_left_out(
    speech: Path, studios: list[Humming], tmp_path: Path
) -> None:
    out = tmp_path / "report.json"
    options = ["--no-judges", "--no-noise", "--voices", "x=speechocean762/A", "--json", out]
    assert run(speech, studios, *options) == 0
    assert len(studios[0].converted) == 4  # of eight
    assert json.loads(out.read_text())["notes"] == []


def test_noise_is_converted_too(speech: Path, studios: list[Humming], tmp_path: Path) -> None:
    options = ["--no-judges", "--voices", "solo", "--limit", 2, "--index-ratio", 0.25]
    assert run(speech, studios, *options, "--models", tmp_path) == 0
    assert [kind for kind, _, _ in studios[0].converted] == ["source", "noisy"] * 2
    assert studios[0].options == StudioOptions(models=tmp_path, index_ratio=0.25)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--limit", "0"], "--limit must be at least 1"),
        (["--index-ratio", "2"], "between 0 and 1"),
        (["--voices", "a,,b"], "empty name"),
        (["--voices", "a=x/y,a"], "a twice"),
        (["--voices", "target/T", "--cache", "nowhere"], "syrinx train prepare"),
        (["--voices", "target/X"], "no four recordings of 2 s of target/X"),
        (["--voices", "x=train/V,train/V"], "less than 30 s"),
    ],
)
def test_wrong_wishes_are_one_sentence(
    speech: Path, studios: list[Humming], options: list[str], message: str
) -> None:
    with pytest.raises(SyrinxError, match=message):
        run(speech, studios, "--no-judges", "--no-noise", "--limit", "2", *options)


def test_it_needs_the_program() -> None:
    with pytest.raises(SyrinxError, match="run `syrinx evaluate conversion`"):
        evaluate_main(["conversion"])


def test_words_of_voices() -> None:
    assert wish_of("kathleen").speaker == "rhasspy_kathleen/kathleen"
    assert wish_of("a=b/c").voice == "a"
    assert wish_of("b/c").voice is None
    assert wish_of("invented").speaker is None


@pytest.mark.parametrize("factor", [0.85, 1.0, 1.2])
def test_the_ratio_of_formants_is_found(factor: float) -> None:
    hz = np.linspace(0, RATE / 2, 513)
    source = sum(3 / (1 + ((hz - f) / 120) ** 2) for f in (500, 1500, 2500)) - hz / 2000
    found = formant_ratio(source, warp(source, factor))
    assert found == pytest.approx(factor, rel=0.02)


def test_world_moves_pitch_and_formants_and_keeps_the_length() -> None:
    source = vowel(110.0, 1.5)
    world = WorldConversion([vowel(165.0, 1.5, formants=1.2, seed=1)])
    made = world.convert(at_16k("a", source), analyse(source)).audio
    assert len(made) == len(source)
    prosody = compare_prosody(source, made)
    assert prosody.f0_shift_semitones == pytest.approx(12 * np.log2(1.5), abs=0.2)
    assert prosody.f0_correlation > 0.98
    assert world.ratio(analyse(source)) == pytest.approx(1.2, rel=0.06)
    silence = np.zeros(RATE, np.float32)
    made = world.convert(at_16k("s", silence), analyse(silence)).audio
    assert np.abs(made).max() < 1e-6


def test_words_kept_in_noise_are_relative_to_clean() -> None:
    class Halved:
        def knows(self, sentence: str) -> bool:
            return True

        def errors(self, sentence: str, audio: np.ndarray):
            said = sentence.split()
            return word_errors(said, said[: 8 if len(audio) > 9000 else 4])

    board = Board(Listener(Judges(encoders={}, words=Halved())), [])
    text = "a b c d e f g h i j"
    board.add("source", at_16k("x", vowel(100.0, 0.5)), text=text)
    board.add("int8", at_16k("x", vowel(100.0, 1.0)), text=text)
    board.add_noisy("int8", at_16k("x", vowel(100.0, 0.5)), text)
    row = board.table()["int8"]
    assert (row["wer"], row["wer_in_noise"]) == (0.2, 0.6)
    assert row["words_kept_in_noise"] == pytest.approx(0.5)
    assert row["wer_above_source"] == pytest.approx(-0.4)


def test_aims_say_what_is_reached() -> None:
    table = {
        "source": {"wer": 0.2},
        "int8_30s": {"resemblyzer_gap_closed": 0.5},
        "int8_180s": {
            "resemblyzer_gap_closed": 0.8,
            "wer": 0.3,
            "wer_above_source": 0.1,
            "silence_dbfs": -66.0,
        },
        "fp32_180s": {"resemblyzer_gap_closed": 0.79, "wer": 0.3},
    }
    verdicts = {aim.name: aim.verdict() for aim in aims(table)}
    assert verdicts["gap closed, 30 s of target"] == "first aim reached"
    assert verdicts["gap closed, 3 min of target"] == "second aim reached"
    assert verdicts["word errors above the source's"] == "not reached"
    assert verdicts["output in silence"] == "first aim reached"
    assert verdicts["NISQA-TTS"] == "not measured"
    assert verdicts["gap lost by int8"] == "second aim reached"
    assert verdicts["word errors added by int8"] == "second aim reached"
    assert "not reached" in aims_text(table)
    assert "80.0 %" in table_text(table)


def test_a_page_without_voices_or_judges_is_a_page() -> None:
    settings = {"limit": None, "models": "<m>", "index_ratio": 0.0}
    report = {"commit": "", "sources": 0, "settings": settings, "notes": ["a & b"]}
    text = page({**report, "mean": {}, "voices": {}})
    assert text.count("<html") == text.count("</html>") == 1
    assert "&lt;m&gt;" in text
    assert "a &amp; b" in text
