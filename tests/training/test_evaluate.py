"""``syrinx train`` and ``evaluate``: scores of folders, baselines, missing judges, errors."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import soundfile

from syrinx.dsp.errors import SyrinxError
from syrinx.training.cli import evaluate_main, recipe_names, train_main
from syrinx.training.evaluations.common import mean_tables
from syrinx.training.metrics import judges as outside
from syrinx.training.metrics import panel
from syrinx.training.metrics.conversion import (
    ConversionScores,
    pair_up,
    read_recording,
    score_folders,
)
from syrinx.training.metrics.judges import MissingJudgeError
from syrinx.training.metrics.scoring import Judges, cosine, mean_vector

RATE = 16_000


def hum(f0_hz: float, seconds: float = 1.0, seed: int = 0) -> np.ndarray:
    n = int(seconds * RATE)
    glide = f0_hz * (1 + 0.15 * np.sin(np.linspace(0, 5, n)))
    phase = 2 * np.pi * np.cumsum(glide) / RATE
    audio = sum(np.cos(k * phase) / k for k in range(1, 12))
    fade = np.clip(np.minimum(np.arange(n), n - np.arange(n)) / 1600 - 1, 0, 1)
    noise = np.random.default_rng(seed).normal(0, 2e-4, n)
    return (0.1 * audio * fade + noise).astype(np.float32)


def write(folder: Path, name: str, audio: np.ndarray, rate: int = RATE) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.wav"
    soundfile.write(path, audio, rate, subtype="FLOAT")
    return path


def pitch_angle(audio: np.ndarray) -> np.ndarray:
    """A toy speaker encoder: 100 Hz points east, 200 Hz north."""
    spectrum = np.abs(np.fft.rfft(audio * np.hanning(len(audio)), 2**16))[: 2**16 * 400 // RATE]
    angle = (np.argmax(spectrum) * RATE / 2**16 - 100) / 100 * np.pi / 2
    return np.array([np.cos(angle), np.sin(angle)])


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path, Path]:
    for index in range(3):
        write(tmp_path / "source", f"s{index}", hum(100.0, seed=index))
        write(tmp_path / "target", f"t{index}", hum(200.0, seed=index + 9))
    return tmp_path / "source", tmp_path / "converted", tmp_path / "target"


def test_an_unchanged_copy_closes_no_gap(folders: tuple[Path, Path, Path]) -> None:
    source, _, target = folders
    judges = Judges(encoders={"toy": pitch_angle})
    *_, (done, total, scores) = score_folders(judges, source, source, target, {})
    table = scores.table()
    assert done == total == 3
    for row in ("source", "converted"):
        assert table[row]["toy_to_source"] == pytest.approx(1.0)
        assert table[row]["f0_correlation"] == pytest.approx(1.0)
        assert table[row]["log_mel_distance_db"] == 0.0
        assert table[row]["lag_ms"] == 0.0
    assert table["converted"]["toy_gap_closed"] == 0.0
    assert table["target"]["toy_to_target"] > 0.95


def test_the_target_itself_closes_the_gap(folders: tuple[Path, Path, Path]) -> None:
    source, converted, target = folders
    for index in range(3):
        write(converted, f"s{index}", hum(200.0, seed=index))
    judges = Judges(encoders={"toy": pitch_angle})
    *_, (_, _, scores) = score_folders(judges, source, converted, target, {})
    row = scores.table()["converted"]
    assert row["toy_gap_closed"] == pytest.approx(1.0, abs=0.1)
    assert row["f0_shift_semitones"] == pytest.approx(12.0, abs=0.1)
    assert row["f0_correlation"] > 0.98
    assert row["toy_to_source"] < 0.3


def test_files_of_another_rate_are_read_and_clicks_counted(tmp_path: Path) -> None:
    audio = 0.1 * np.sin(2 * np.pi * 150 * np.arange(48_000) / 48_000)
    audio[20_000] += 0.5
    path = write(tmp_path, "a", np.stack([audio, audio], axis=1), 48_000)
    recording = read_recording(path)
    assert recording.audio.shape == (48_000,)
    assert recording.audio_16k.shape == (16_000,)
    judges = Judges(encoders={})
    clean = read_recording(write(tmp_path, "b", hum(120.0)))
    scores = ConversionScores(judges, [clean, clean])
    scores.add(clean, recording)
    row = scores.table()["converted"]
    assert row["clicks_per_minute"] == pytest.approx(60.0)
    assert scores.table()["source"]["clicks_per_minute"] == 0.0


def test_words_are_scored_by_the_judge_that_knows_them(folders: tuple[Path, Path, Path]) -> None:
    source, _, target = folders

    class Deaf:
        def knows(self, sentence: str) -> bool:
            return sentence != "xyzzy"

        def errors(self, sentence: str, audio: np.ndarray):
            from syrinx.training.metrics.words import word_errors

            return word_errors(sentence.split(), sentence.split()[:1])

    judges = Judges(encoders={}, words=Deaf())
    texts = {"s0": "one two", "s1": "xyzzy", "s2": "one two three four five six seven eight"}
    *_, (_, _, scores) = score_folders(judges, source, source, target, texts)
    row = scores.table()["converted"]
    assert row["wer_words"] == 10
    assert row["wer"] == pytest.approx(0.8)


def test_pairs_must_be_complete(folders: tuple[Path, Path, Path]) -> None:
    source, converted, _ = folders
    write(converted, "s0", hum(100.0))
    with pytest.raises(SyrinxError, match=r"2 of 3 sources have no converted file .* s1"):
        pair_up(source, converted)
    assert len(pair_up(source, converted, limit=1)) == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", "cannot be read as audio"), (b"RIFF no wave", "cannot be read as audio")],
)
def test_broken_files_are_named(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "broken.wav"
    path.write_bytes(content)
    with pytest.raises(SyrinxError, match=f"broken.wav {message}"):
        read_recording(path)
    with pytest.raises(SyrinxError, match="shorter than"):
        read_recording(write(tmp_path, "short", np.zeros(10)))


def test_means_of_vectors_and_tables() -> None:
    assert cosine(np.array([1.0, 0]), np.array([1.0, 1.0])) == pytest.approx(np.sqrt(0.5))
    mean = mean_vector([np.array([5.0, 0]), np.array([0, 0.1])])
    assert mean == pytest.approx([np.sqrt(0.5)] * 2)
    tables = [{"source": {"a": 1.0, "b": None}}, {"source": {"a": 3.0, "b": 4.0}}]
    assert mean_tables(tables) == {"source": {"a": 2.0, "b": 4.0}}
    words = [{"x": {"wer": 0.1, "wer_words": 30}}, {"x": {"wer": 0.5, "wer_words": 10}}]
    assert mean_tables(words)["x"]["wer"] == pytest.approx(0.2)


def test_missing_judges_are_named_and_the_rest_is_scored(
    folders: tuple[Path, Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    real = outside.importlib.import_module

    def absent(name: str):
        if name.split(".")[0] in ("resemblyzer", "speechmos", "pocketsphinx"):
            raise ImportError(f"No module named '{name}'")
        return real(name)

    monkeypatch.setattr(outside.importlib, "import_module", absent)
    monkeypatch.delenv("SYRINX_NISQA", raising=False)
    monkeypatch.setattr(panel, "own_encoder", lambda _path: pitch_angle)
    source, _, target = folders
    (source / "texts.tsv").write_text("s0\tONE TWO\n", encoding="utf-8")
    out = tmp_path / "report.json"
    arguments = ["--source", source, "--converted", source, "--target", target]
    arguments += ["--json", out, "--png", tmp_path / "png"]
    assert evaluate_main(["convert", *map(str, arguments)]) == 0
    report = json.loads(out.read_text())
    assert len(report["notes"]) == 4
    assert sum('pip install "syrinx[judges]"' in note for note in report["notes"]) == 3
    assert sum("SYRINX_NISQA" in note for note in report["notes"]) == 1
    table = report["voices"]["target"]
    assert table["converted"]["own_gap_closed"] == 0.0
    assert "wer" not in table["source"]
    captured = capsys.readouterr()
    assert "own_to_target" in captured.out
    assert captured.err.count("Note:") == 4
    assert len(list((tmp_path / "png").glob("*.png"))) == 3
    with pytest.raises(MissingJudgeError):
        outside.load_resemblyzer()


def test_nisqa_is_asked_as_its_own_script_asks_it(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.delenv("SYRINX_NISQA", raising=False)
    monkeypatch.setenv("TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD", "0")
    with pytest.raises(MissingJudgeError, match="SYRINX_NISQA"):
        outside.load_nisqa()
    monkeypatch.setenv("SYRINX_NISQA", str(tmp_path))
    with pytest.raises(MissingJudgeError, match=r"no .*nisqa_tts\.tar"):
        outside.load_nisqa()
    (tmp_path / "weights").mkdir()
    (tmp_path / "weights" / "nisqa_tts.tar").write_bytes(b"")
    asked = []

    class Column:
        iloc = (3.5,)

    class Model:
        def __init__(self, options: dict) -> None:
            audio, rate = soundfile.read(options["deg"])
            asked.append((len(audio), rate, options["mode"], Path(options["pretrained_model"])))

        def predict(self) -> dict:
            return {"mos_pred": Column}

    monkeypatch.setattr(outside, "_judge", lambda name, what: type("M", (), {"nisqaModel": Model}))
    monkeypatch.syspath_prepend(str(tmp_path))
    score = outside.load_nisqa()
    assert score(hum(120.0, 0.5)) == 3.5
    weights = tmp_path / "weights" / "nisqa_tts.tar"
    assert asked == [(RATE, RATE, "predict_file", weights), (8000, RATE, "predict_file", weights)]
    monkeypatch.setattr(outside, "_judge", lambda name, what: type("M", (), {}))
    with pytest.raises(MissingJudgeError, match="does not work"):
        outside.load_nisqa()


def test_one_folder_per_target(folders: tuple[Path, Path, Path], monkeypatch, capsys) -> None:
    source, converted, target = folders
    voices = target.parent / "voices"
    for name in ("ann", "bob"):
        for index in range(3):
            write(voices / name, f"t{index}", hum(200.0, seed=index))
            write(converted / name, f"s{index}", hum(150.0, seed=index))
    monkeypatch.setattr(panel, "own_encoder", lambda _path: pitch_angle)
    arguments = ["--source", source, "--converted", converted, "--target", voices]
    code = evaluate_main(["convert", *map(str, arguments), "--no-judges", "--json", "-"])
    report = json.loads(capsys.readouterr().out)
    assert code == 0
    assert set(report["voices"]) == {"ann", "bob"}
    both = [report["voices"][n]["converted"]["own_to_target"] for n in ("ann", "bob")]
    assert report["mean"]["converted"]["own_to_target"] == pytest.approx(np.mean(both), abs=1e-4)


def test_recipes_are_listed_without_being_imported() -> None:
    names = recipe_names()
    assert {"speaker_encoder", "embed_speakers"} <= set(names)
    assert all(names.values())


@pytest.mark.parametrize("entry", [train_main, evaluate_main])
@pytest.mark.parametrize(("argv", "code"), [(["--help"], 0), (["nonsense"], 2), ([], 2)])
def test_help_and_wrong_usage(entry, argv: list[str], code: int, capsys) -> None:
    with pytest.raises(SystemExit) as stop:
        entry(argv)
    assert stop.value.code == code
    captured = capsys.readouterr()
    assert "usage: syrinx" in captured.out + captured.err


def test_a_missing_cache_is_one_sentence(tmp_path: Path) -> None:
    nowhere = str(tmp_path / "nowhere")
    for name in ("f0", "sources"):
        rest = [str(tmp_path / "out")] if name == "sources" else []
        with pytest.raises(SyrinxError, match="syrinx train prepare"):
            evaluate_main([name, *rest, "--cache", nowhere])
    with pytest.raises(SyrinxError, match="no speaker encoder at"):
        evaluate_main(["speaker", str(tmp_path / "none.pt")])


@pytest.mark.parametrize("reference", ["dio", "both"])
def test_live_f0_over_the_split_and_by_corpus(cache, reference: str, capsys) -> None:
    arguments = ["--cache", str(cache.folder), "--reference", reference, "--json", "-"]
    assert evaluate_main(["f0", *arguments, "--limit", "3"]) == 0
    whole = json.loads(capsys.readouterr().out)
    assert whole["delay_ms"] == pytest.approx(20.0, abs=2.0)
    assert whole["frames"] > 50
    assert evaluate_main(["f0", *arguments, "--per-corpus", "2", "--split", "train"]) == 0
    table = json.loads(capsys.readouterr().out)
    assert set(table) == {"all", "hums", "words"}
    assert table["hums"]["frames"] + table["words"]["frames"] == table["all"]["frames"]
    with pytest.raises(SyrinxError, match="must be at least 1"):
        evaluate_main(["f0", *arguments, "--per-corpus", "0"])
