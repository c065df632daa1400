"""Keyword classifier and word models: examples kept apart by speaker, exact reports, tiny runs."""

from __future__ import annotations

import itertools
import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import numpy as np
import pytest
import soundfile

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.session import open_session, session_metadata
from syrinx.training.cli import recipe_names
from syrinx.training.data import SpeechCache
from syrinx.training.keyword_data import fitted, from_folder, from_pack, held_out, speaker_of
from syrinx.training.metrics.confusion import confusion, confusion_svg, report_of, report_text
from syrinx.training.recipes import hmm_words, keywords
from syrinx.training.word_hmm import (
    WordHmm,
    cepstra,
    floor_of,
    improved,
    recognised,
    split,
    started,
)

RATE = 16_000
WORDS = {"rise": (300.0, 1500.0), "fall": (1500.0, 300.0), "stay": (700.0, 700.0)}


def said(word: str, rng: np.random.Generator, speaker: int = 0) -> np.ndarray:
    """A buzz whose one formant rises, falls or stays; speakers differ in pitch and pace."""
    seconds = rng.uniform(0.35, 0.6)
    time = np.arange(round(seconds * RATE)) / RATE
    first, last = WORDS[word]
    formant = first * (last / first) ** (time / seconds) * (1 + 0.02 * speaker)
    f0 = 90 + 25 * speaker
    orders = np.arange(1, 3800 // f0)[:, None]
    gain = 1 / (1 + ((orders * f0 - formant) / 150) ** 2)
    voice = (gain * np.sin(2 * np.pi * f0 * orders * time)).sum(axis=0)
    edge = np.minimum(1, np.minimum(time, time[::-1]) / 0.03)
    quiet = 0.0005 * rng.standard_normal(len(time))
    return (0.1 * voice * edge + quiet).astype(np.float32)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rng = np.random.default_rng(0)
    for word in WORDS:
        (tmp_path / "words" / word).mkdir(parents=True)
        for speaker, take in itertools.product(range(6), range(3)):
            path = tmp_path / "words" / word / f"s{speaker}_take_{take}.wav"
            soundfile.write(path, said(word, rng, speaker), RATE)
    return tmp_path / "words"


def test_speakers_are_kept_apart(folder: Path) -> None:
    train, test = from_folder(folder)
    assert train.classes == ("fall", "rise", "stay")
    assert not set(train.speaker) & set(test.speaker)
    assert len(train) + len(test) == 54
    assert train.audio.shape[1] == RATE
    again = from_folder(folder)[1]
    assert again.speaker == test.speaker


def test_who_is_held_out_depends_on_the_names_alone() -> None:
    names = [f"s{i}" for i in range(40)]
    held = held_out(names)
    assert len(held) == 8
    assert held_out(names[::-1]) == held
    assert held_out(["only"]) == set()
    assert speaker_of(Path("0a2b400e_nohash_0.wav")) == "0a2b400e"


def test_clips_are_cut_where_they_are_loudest() -> None:
    audio = np.zeros(50_000, np.float32)
    audio[30_000:34_000] = 0.5
    cut = fitted(audio, RATE)
    assert len(cut) == RATE
    assert np.count_nonzero(cut) == 4_000
    short = fitted(np.ones(6_000, np.float32), RATE)
    assert np.flatnonzero(short).tolist() == list(range(5_000, 11_000))


def test_folders_that_will_not_do(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(SyrinxError, match="There is no folder"):
        from_folder(tmp_path / "nowhere")
    (tmp_path / "one" / "word").mkdir(parents=True)
    with pytest.raises(SyrinxError, match="two words or more"):
        from_folder(tmp_path / "one")
    for path in list(folder.rglob("*.wav")):
        if not path.name.startswith("s1_"):
            path.unlink()
    with pytest.raises(SyrinxError, match="more speakers are needed"):
        from_folder(folder)
    (folder / "rise" / "s7_x.wav").write_bytes(b"no sound")
    with pytest.raises(SyrinxError, match="not a sound file"):
        from_folder(folder)


def test_the_pack_is_split_by_its_own_split(cache: SpeechCache) -> None:
    with pytest.raises(SyrinxError, match="no two words"):
        from_pack(cache, corpora=("hums",), least=1)
    table = json.loads((cache.folder / "utterances.json").read_text())
    for record in table[::2]:
        record["text"] = "ham"
    (cache.folder / "utterances.json").write_text(json.dumps(table))
    train, test = from_pack(SpeechCache(cache.folder), corpora=("hums",), least=1)
    assert train.classes == ("ham", "hum")
    assert set(test.speaker) == {"hums/s4", "hums/s5"}
    assert not set(train.speaker) & set(test.speaker)


def test_the_report_counts_exactly() -> None:
    said_, heard = np.array([0, 0, 0, 1, 1, 2]), np.array([0, 0, 1, 1, 1, 1])
    counts = confusion(said_, heard, 3)
    assert counts.tolist() == [[2, 1, 0], [0, 2, 0], [0, 1, 0]]
    report = report_of(counts, ("a", "b", "c"))
    assert report["accuracy"] == pytest.approx(4 / 6)
    assert report["classes"]["b"]["precision"] == pytest.approx(0.5)
    assert report["classes"]["b"]["recall"] == 1
    assert report["classes"]["b"]["f1"] == pytest.approx(2 / 3)
    assert report["classes"]["c"]["precision"] == 0
    text = report_text(report)
    assert "66.7 % of 6 clips" in text
    assert "a heard as b: 1" in text


def test_the_picture_is_svg_with_every_count() -> None:
    counts = np.array([[7, 0], [3, 12]])
    svg = ElementTree.fromstring(confusion_svg(counts, ("<a>", "b"), "left & right"))
    texts = [node.text for node in svg.iter("{http://www.w3.org/2000/svg}text")]
    assert {"7", "3", "12", "<a>", "left & right"} <= set(texts)
    assert "0" not in texts
    assert len(list(svg.iter("{http://www.w3.org/2000/svg}rect"))) == 5


def test_a_tiny_classifier_is_trained_exported_and_resumed(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    recipe = keywords.KeywordRecipe(
        folder=str(folder), out=out, cache=tmp_path / "none", budget_s=2.0, batch=8
    )
    events = list(keywords.run(recipe))
    assert events[-1].kind == "validate"
    session = open_session(out / keywords.MODEL)
    config = session_metadata(session)["config"]
    assert list(config["classes"]) == ["fall", "rise", "stay"]
    for batch in (1, 5):
        audio = np.zeros((batch, 1, RATE), np.float32)
        assert session.run(["logits"], {"audio": audio})[0].shape == (batch, 3)
    report = json.loads((out / keywords.REPORT).read_text())
    _, test = from_folder(folder)
    assert report["clips"] == len(test)
    ElementTree.parse(out / keywords.PICTURE)
    record = json.loads((out / "provenance.json").read_text())
    assert record["data"]["train"]["speakers"] == 5
    with pytest.raises(SyrinxError, match="--resume"):
        list(keywords.run(recipe))
    more = keywords.KeywordRecipe(
        folder=str(folder), out=out, cache=tmp_path / "none", budget_s=3.0, batch=8, resume=True
    )
    assert list(keywords.run(more))[-1].step > events[-1].step


def test_the_test_speakers_choose_nothing(folder: Path) -> None:
    train, test = from_folder(folder)
    learn, choose = keywords.validation_part(train)
    assert not set(learn.speaker) & set(choose.speaker)
    assert not set(test.speaker) & set(choose.speaker)
    assert len(learn) + len(choose) == len(train)


def test_cepstra_know_neither_level_nor_silence() -> None:
    rng = np.random.default_rng(0)
    word = said("rise", rng)
    quiet = 1e-6 * rng.standard_normal(6_000).astype(np.float32)
    padded = np.concatenate([quiet, word, quiet])
    a, b = cepstra(word), cepstra(0.1 * padded)
    assert a.shape[1] == 39
    assert abs(len(a) - len(b)) <= 10  # of 100: the margins, and half a window
    np.testing.assert_allclose(a[:, :13].mean(axis=0), 0, atol=1e-9)


def walk(rng: np.random.Generator, means: np.ndarray) -> np.ndarray:
    """A clip of a row of states that last 4 to 9 frames each."""
    frames = [m + 0.3 * rng.standard_normal((rng.integers(4, 10), 2)) for m in means]
    return np.concatenate(frames)


def test_baum_welch_finds_the_states_again() -> None:
    rng = np.random.default_rng(0)
    truth = np.array([[0.0, 0.0], [2.0, 1.0], [-1.0, 3.0]])
    clips = [walk(rng, truth) for _ in range(60)]
    floor = floor_of(clips)
    model = started(clips, 3, floor)
    likelihoods = []
    for _ in range(12):
        model, likelihood = improved(model, clips, floor)
        likelihoods.append(likelihood)
    assert all(b >= a - 1e-9 for a, b in itertools.pairwise(likelihoods))
    np.testing.assert_allclose(model.mean[:, 0], truth, atol=0.1)
    np.testing.assert_allclose(model.stay, 1 - 1 / 6.5, atol=0.03)
    grown, _ = improved(split(model), clips, floor)
    assert grown.mean.shape == (3, 2, 2)
    np.testing.assert_allclose(grown.weight.sum(axis=1), 1)


def test_the_likelihood_is_that_of_all_paths() -> None:
    """Against the sum over every path through two states, written out."""
    model = WordHmm(
        mean=np.array([[[0.0]], [[1.0]]]),
        variance=np.array([[[1.0]], [[0.5]]]),
        weight=np.ones((2, 1)),
        stay=np.array([0.6, 0.7]),
    )
    clip = np.array([[0.1], [0.4], [0.9], [1.2]])

    def density(state: int, x: float) -> float:
        mean, variance = model.mean[state, 0, 0], model.variance[state, 0, 0]
        return float(np.exp(-0.5 * (x - mean) ** 2 / variance) / np.sqrt(2 * np.pi * variance))

    total, best = 0.0, 0.0
    for path in itertools.product((0, 1), repeat=4):
        if path[0] != 0 or path[-1] != 1 or any(b < a for a, b in itertools.pairwise(path)):
            continue
        p = float(np.prod([density(s, x) for s, x in zip(path, clip[:, 0], strict=True)]))
        for a, b in itertools.pairwise(path):
            p *= model.stay[a] if a == b else 1 - model.stay[a]
        total, best = total + p, max(best, p)
    _, likelihood = improved(model, [clip], np.array([1e-3]))
    assert likelihood == pytest.approx(np.log(total) / 4)
    assert model.score(clip) == pytest.approx(np.log(best) / 4)


def test_words_are_recognised_and_models_resumed(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "hmm"

    def recipe(**more: object) -> hmm_words.HmmRecipe:
        return hmm_words.HmmRecipe(
            folder=str(folder), out=out, states=4, doublings=1, rounds=2, **more
        )

    assert [e.step for e in hmm_words.run(recipe())] == [1, 2, 3, 4]
    report = json.loads((out / hmm_words.REPORT).read_text())
    assert report["accuracy"] == 1.0
    ElementTree.parse(out / hmm_words.PICTURE)
    models = hmm_words.load_models(out / hmm_words.MODELS)
    assert recognised(models, cepstra(said("fall", np.random.default_rng(9), 2))) == "fall"
    with pytest.raises(SyrinxError, match="--resume"):
        list(hmm_words.run(recipe()))
    assert list(hmm_words.run(recipe(resume=True))) == []
    (out / hmm_words.MODELS).write_bytes(b"damaged")
    with pytest.raises(SyrinxError, match="cannot be read"):
        list(hmm_words.run(recipe(resume=True)))


def test_an_interrupted_estimate_goes_on_where_it_was(folder: Path, tmp_path: Path) -> None:
    def recipe(name: str, budget_s: float, resume: bool = False) -> hmm_words.HmmRecipe:
        return hmm_words.HmmRecipe(
            folder=str(folder), out=tmp_path / name, budget_s=budget_s, states=4, rounds=2,
            doublings=1, resume=resume,
        )  # fmt: skip

    assert len(list(hmm_words.run(recipe("a", 1e-3)))) == 1
    assert [e.step for e in hmm_words.run(recipe("a", 60.0, resume=True))] == [2, 3, 4]
    list(hmm_words.run(recipe("b", 60.0)))
    one, other = (hmm_words.load_models(tmp_path / n / hmm_words.MODELS) for n in "ab")
    for word in one:
        np.testing.assert_allclose(one[word].mean, other[word].mean, atol=1e-3)


def test_both_recipes_are_found() -> None:
    assert {"keywords", "hmm_words"} <= set(recipe_names())
