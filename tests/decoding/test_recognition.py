"""The shipped files put together, and the recipe that fits their weights."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.bundle import write_bundle
from syrinx.neural.export_words import export_word_model
from syrinx.neural.runtime.decoding.lexicon import Lexicon
from syrinx.neural.runtime.decoding.search import SearchConfig, Vocabulary
from syrinx.neural.runtime.decoding.sounding import Sounding
from syrinx.neural.runtime.recognition import (
    LANGUAGE_NAME,
    LEXICON_NAME,
    SOUNDING_NAME,
    TUNING_NAME,
    DecoderTuning,
    can_recognise,
    load_transcriber,
)
from syrinx.neural.runtime.registry import WORD_MODEL, ModelRegistry
from syrinx.neural.runtime.transcriber import EndingConfig, transcribe
from syrinx.neural.word_model import WordModel, WordModelConfig
from syrinx.training.language.build import LEXICON_FILE, MODEL_FILE, SOUNDING_FILE
from syrinx.training.language.tuning import Heard, Trial, fit_search, measure
from syrinx.training.recipes import decoder_weights
from tests.decoding.scripted import UNITS, WORDS, ScriptedModel, small_model, spoken

PAUSE = "-" * 30


def _files(folder: Path) -> ModelRegistry:
    folder.mkdir(parents=True, exist_ok=True)
    Lexicon.of({w: [tuple(p) for p in ways] for w, ways in WORDS.items()}).save(
        folder / f"{LEXICON_NAME}.npz"
    )
    small_model().save(folder / f"{LANGUAGE_NAME}.npz")
    Sounding({"g": "g", "a": "a", "d": "d"}).save(folder / f"{SOUNDING_NAME}.npz")
    tuning = DecoderTuning(search=SearchConfig(lm_weight=0.6))
    (folder / f"{TUNING_NAME}.json").write_text(tuning.to_json())
    index = {}
    for path in sorted(folder.glob("recognizer_*")):
        content = path.read_bytes()
        index[path.stem] = {
            "file": path.name,
            "bytes": len(content),
            "sha256": hashlib.sha256(content).hexdigest(),
        }
    (folder / "models.json").write_text(json.dumps({"models": index}))
    return ModelRegistry(shipped=folder)


def test_files_are_put_together(tmp_path: Path) -> None:
    registry = _files(tmp_path)
    assert can_recognise(registry)
    model = ScriptedModel(spoken("--abc--bd-g-a-d" + PAUSE))
    plain = load_transcriber(registry, model)
    assert plain.search.lm_weight == 0.6
    assert plain.finisher.network is None
    assert transcribe(plain, model.audio)[0].text.startswith("one two")
    hot = load_transcriber(registry, model, hot_words={"Gad": 6.0})
    assert transcribe(hot, model.audio)[0].text == "one two Gad"


def test_missing_or_altered_files_are_named(tmp_path: Path) -> None:
    registry = _files(tmp_path)
    model = ScriptedModel(spoken("a"))
    path = tmp_path / f"{LEXICON_NAME}.npz"
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.raises(SyrinxError, match=LEXICON_NAME):
        load_transcriber(registry, model)
    (tmp_path / "models.json").write_text('{"models": {}}')
    assert not can_recognise(registry)
    with pytest.raises(SyrinxError, match="not installed"):
        load_transcriber(registry, model)


def test_tuning_round_trip() -> None:
    tuning = DecoderTuning(
        search=SearchConfig(beam=9.0), ending=EndingConfig(pause_s=0.5), n_best=7
    )
    assert DecoderTuning.from_json(tuning.to_json()) == tuning
    assert DecoderTuning.from_json("{}") == DecoderTuning()
    for broken in ("[1]", "{", '{"search": {"beams": 3}}', '{"other": 1}'):
        with pytest.raises(SyrinxError, match="cannot be read"):
            DecoderTuning.from_json(broken)


def _dev(count: int) -> list[tuple[str, str, np.ndarray]]:
    """Sentences of two corpora whose sounds are sometimes others."""
    rng = np.random.default_rng(5)
    out = []
    for i in range(count):
        words = rng.choice(["one", "two", "three", "five", "oh"], 4)
        script = "--" + "--".join("-".join(WORDS[w][0]) for w in words) + "--"
        frames = list(script)
        for t in range(len(frames)):
            if frames[t] != "-" and rng.random() < 0.15:
                frames[t] = "abcdefgh"[rng.integers(8)]
        log_probs = spoken("".join(frames), sure=0.7, rng=rng)
        corpus = ("librispeech", "speechocean762")[i % 2]
        out.append((f"{corpus}.{i}", " ".join(words), log_probs))
    return out


def test_weights_are_fitted_and_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _files(tmp_path)
    (tmp_path / f"{LEXICON_NAME}.npz").rename(tmp_path / LEXICON_FILE)
    (tmp_path / f"{LANGUAGE_NAME}.npz").rename(tmp_path / MODEL_FILE)
    (tmp_path / f"{SOUNDING_NAME}.npz").rename(tmp_path / SOUNDING_FILE)
    arrays = {}
    for name, text, log_probs in _dev(10):
        arrays[f"phones.{name}"] = log_probs.astype(np.float16)
        arrays[f"text.{name}"] = np.array(text.upper())
    np.savez(tmp_path / "p.npz", phone_units=np.array(UNITS), **arrays)
    out = tmp_path / "out"
    words = tmp_path / "words.onnx"
    network = WordModel(WordModelConfig(tokens=6, frequent=4, embedding=8, hidden=8)).eval()
    words.write_bytes(
        export_word_model(network, ("one", "two", "three", "five")).SerializeToString()
    )
    options = ["--posteriors", str(tmp_path / "p.npz"), "--language", str(tmp_path), "--most", "40"]
    options += ["--words", str(words), "--out", str(out)]
    assert decoder_weights.main(options) == 0
    report = json.loads((out / "decoder_weights.json").read_text())
    assert set(report["wer"]) == {"librispeech", "speechocean762"}
    assert report["wer of the best of 30"] <= max(report["wer"].values())
    assert 0 <= report["confidence"]["calibration"] < 0.5
    assert report["confidence"]["wrong_found"] > 0.5
    tuning = DecoderTuning.from_json((out / "recognizer_tuning.json").read_text())
    assert tuning.search.lm_weight == report["search"]["lm_weight"]
    rescored = report["wer by weights of letters and network"]
    assert f"0, {tuning.network_weight:g}" in rescored
    assert "0, 0.5" in rescored
    assert "weight 0.65" in capsys.readouterr().out
    with pytest.raises(SyrinxError, match="cannot be read"):
        decoder_weights.from_file(tmp_path / "none.npz")

    with pytest.raises(SyrinxError, match="cannot be installed"):
        decoder_weights.install(tmp_path / "none", out, tmp_path / "models")
    (tmp_path / "language.json").write_text('{"weights": {"all": 1.0}}')
    decoder_weights.install(tmp_path, out, tmp_path / "models")
    registry = ModelRegistry(shipped=tmp_path / "models")
    assert can_recognise(registry)
    assert registry.verify(required=(LEXICON_NAME, TUNING_NAME)) == []
    assert "Edinburgh" in registry.entry(LEXICON_NAME).provenance["attribution"]
    model = ScriptedModel(spoken("--abc--bd-cef" + PAUSE))
    assert transcribe(load_transcriber(registry, model), model.audio)[0].words


def test_the_best_weights_are_chosen() -> None:
    vocabulary = Vocabulary(
        Lexicon.of({w: [tuple(p) for p in ways] for w, ways in WORDS.items()}),
        small_model(),
        UNITS,
    )
    heard = [
        Heard(corpus="c", speaker=n, words=tuple(t.split()), log_probs=p) for n, t, p in _dev(6)
    ]
    trials = list(fit_search(vocabulary, heard, SearchConfig(most=40)))
    best = min(trials, key=Trial.rate)
    assert len({(t.config.lm_weight, t.config.word_bonus) for t in trials}) == len(trials)
    again = measure(vocabulary, best.config, heard)
    assert again.errors == best.errors
    assert again.rate() == again.rate(["c"]) == min(t.rate() for t in trials)
    with pytest.raises(SyrinxError, match="no dev sentences"):
        next(fit_search(vocabulary, [], SearchConfig()))


def test_word_model_is_asked_if_it_is_there_and_counts(tmp_path: Path) -> None:
    registry = _files(tmp_path)
    model = ScriptedModel(spoken("--abc--bd-aeg" + PAUSE))
    weighed = DecoderTuning(network_weight=0.3)
    assert load_transcriber(registry, model, tuning=weighed).finisher.network is None
    network = WordModel(WordModelConfig(tokens=6, frequent=4, embedding=8, hidden=8)).eval()
    graph = export_word_model(network, ("one", "two", "three", "five"))
    write_bundle(tmp_path, {WORD_MODEL: graph})
    registry = ModelRegistry(shipped=tmp_path)
    with_it = load_transcriber(registry, model, tuning=weighed, hot_words={"Gad": 6.0})
    assert with_it.finisher.network is not None
    assert transcribe(with_it, model.audio)[0].text.startswith("one two")
    assert load_transcriber(registry, model).finisher.network is None  # it has no weight


def test_files_of_older_versions_are_read() -> None:
    assert DecoderTuning.from_json('{"larger_weight": 0.0}') == DecoderTuning()
