"""Texts, words, classes and the building of language models, on small texts."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.lexicon import Lexicon
from syrinx.neural.runtime.decoding.ngram import NgramModel
from syrinx.neural.runtime.decoding.sounding import Sounding
from syrinx.training.evaluations import language
from syrinx.training.language.build import (
    LEXICON_FILE,
    MODEL_FILE,
    PROSE,
    SOUNDING_FILE,
    LanguageBuilder,
    LanguageConfig,
    Sources,
    unlike_dev,
    word_list,
)
from syrinx.training.language.classes import PartTagger, made_sentences, sampled
from syrinx.training.language.kneser_ney import estimate, vocabulary_of
from syrinx.training.language.spelling import british, british_spellings
from syrinx.training.language.texts import said_number, sentences_of, words_of
from syrinx.training.language.words import (
    dictionary,
    expected_counts,
    names,
    part_probabilities,
    pronounced,
    share_of_parts,
)

CMU = r"""MNCL
("a" dt (((ax) 0)))
("bell" n (((b eh l) 1)))
("bus" n (((b ah s) 1)))
("cat" n (((k ae t) 1)))
("color" nil (((k ah l) 1) ((er) 0)))
("dog" n (((d ao g) 1)))
("it" nil (((ih t) 1)))
("ran" nil (((r ae n) 1)))
("ran" nil (((r eh n) 1)))
("runs" nil (((r ah n z) 1)))
("sat" nil (((s ae t) 1)))
("the" nil (((dh ax) 0)))
("zebra" nil (((z iy) 1) ((b r ax) 0)))
("!x" nil (((ih) 0)))
"""
PARTS = """MNCL
("." ((punc -0.1) ) () )
("the" ((dt -0.4) ) () )
("a" ((dt -1.1) ) () )
("cat" ((nn -1.0) ) () )
("dog" ((nn -1.2) ) () )
("bell" ((nn -1.6) (vb -1.0) ) () )
("zebra" ((nn -6.0) ) () )
("ran" ((vbd -0.7) ) () )
("sat" ((vbd -0.8) ) () )
"""


@pytest.fixture
def dictionaries(tmp_path: Path) -> Path:
    (tmp_path / "cmu").mkdir()
    (tmp_path / "cmu" / "cmudict-0.4.out").write_text(CMU)
    (tmp_path / "wsj.wp39.poslexR").write_text(PARTS)
    return tmp_path


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Press 1 for A.M, or 2 for P.M.", "press one for a m or two for p m"),
        ("In 1665, 20,000 of them", "in sixteen sixty five twenty thousand of them"),
        ("the year 1803; room 110", "the year eighteen o three room one hundred ten"),
        ("The 21st and the 3rd, 2.5 times", "the twenty first and the third two point five times"),
        ("“Don't,” he said—it’s Mr. O'Neil’s!", "don't he said it's mister o'neil's"),
        ("well-known and/or 'quoted' words", "well known and or quoted words"),
        ("call 0041", "call zero zero four one"),
        ("the boys' hats", "the boys' hats"),
    ],
)
def test_texts_are_read_as_they_are_said(text: str, words: str) -> None:
    assert words_of(text) == words.split()


def test_numbers_can_be_read_back() -> None:
    from syrinx.training.language.texts import SMALL, TENS

    value = {w: i for i, w in enumerate(SMALL)} | {w: 10 * i for i, w in enumerate(TENS)}
    rng = np.random.default_rng(0)
    for number in [0, 9, 10, 99, 100, 101, 10**6, *rng.integers(0, 10**9, 200).tolist()]:
        total = part = 0
        for word in said_number(number):
            if word == "hundred":
                part *= 100
            elif word in ("thousand", "million", "billion"):
                total, part = total + part * 1000 ** (1 + "tmb".index(word[0])), 0
            else:
                part += value[word]
        assert total + part == number


def test_sentences_end_where_they_end() -> None:
    assert list(sentences_of("One day. He came! Why?\n\n... Then nothing")) == [
        ["one", "day"],
        ["he", "came"],
        ["why"],
        ["then", "nothing"],
    ]


def test_dictionary_has_words_and_weak_forms(dictionaries: Path) -> None:
    known = dictionary(dictionaries)
    assert known["zebra"] == [("z", "iy", "b", "r", "ah")]
    assert known["ran"] == [("r", "ae", "n"), ("r", "eh", "n")]
    assert known["the"][0] == ("dh", "ah")
    assert "!x" not in known
    with pytest.raises(SyrinxError, match="festlex-cmu"):
        dictionary(dictionaries / "none")


def test_possessives_are_said_by_rule(dictionaries: Path) -> None:
    known = dictionary(dictionaries)
    said = pronounced(["cat's", "dog's", "bus's", "dogs'", "cat"], {**known, "dogs": [("d",)]})
    assert said["cat's"] == [("k", "ae", "t", "s")]
    assert said["dog's"] == [("d", "ao", "g", "z")]
    assert said["bus's"] == [("b", "ah", "s", "ih", "z")]
    assert said["dogs'"] == [("d",)]
    assert said["cat"] == known["cat"]


def test_expected_counts_know_texts_parts_and_stems(dictionaries: Path) -> None:
    parts = part_probabilities(dictionaries)
    counts = Counter(["the", "cat", "ran", "the", "dog", "sat", "the", "cat"])
    shares = share_of_parts(parts, counts)
    assert shares["dt"] == pytest.approx(3 / 8, abs=0.01)
    assert shares["nn"] == pytest.approx(3 / 8, abs=0.01)
    known = ["the", "cat", "cats", "dog", "bell", "zebra", "obscure"]
    found = expected_counts(counts, known, parts)
    assert found["the"] > found["cat"] > found["dog"] > found["zebra"] > found["obscure"] > 0
    assert found["cat"] > found["cats"] > found["obscure"]
    assert found["bell"] > found["zebra"]


def test_names_are_written_with_a_capital() -> None:
    parts = {"nnp": {"mary": 0.1, "bell": 0.01}, "nn": {"bell": 0.02, "dog": 0.1}}
    share = {"nnp": 0.5, "nn": 0.5}
    words = ["bell", "dog", "i", "i'm", "mary", "mary's", "it"]
    assert names(parts, share, words) == {
        "i": "I",
        "i'm": "I'm",
        "mary": "Mary",
        "mary's": "Mary's",
    }


@pytest.mark.parametrize(
    ("american", "other"),
    [
        ("neighborhood", "neighbourhood"),
        ("colored", "coloured"),
        ("laborious", None),
        ("laboratory", None),
        ("traveler", "traveller"),
        ("theaters", "theatres"),
        ("realized", "realised"),
        ("prize", None),
        ("gray", "grey"),
    ],
)
def test_british_spellings(american: str, other: str | None) -> None:
    assert british(american) == other
    assert british_spellings([american]) == ({other: american} if other else {})


def test_tagger_learns_what_follows_what(dictionaries: Path) -> None:
    tagger = PartTagger(part_probabilities(dictionaries))
    texts = [t.split() for t in ("the cat sat", "a dog ran", "the bell ran", "the gnu sat")]
    tagger.learn(texts)
    assert tagger.tag(["the", "bell", "sat"]) == ["dt", "nn", "vbd"]
    assert tagger.tag(["a", "wug", "ran"])[1] == "nn"
    assert tagger.transition.sum(axis=1) == pytest.approx(np.ones(len(tagger.names)))


def test_made_sentences_go_as_the_texts_with_other_words(dictionaries: Path) -> None:
    texts = [t.split() for t in ("the cat sat", "a dog ran", "the dog sat", "a cat ran")] * 5
    parts = part_probabilities(dictionaries)
    frequency = dict.fromkeys(["the", "a", "cat", "dog", "bell", "zebra", "ran", "sat"], 0.1)
    made = made_sentences(
        texts, parts, frequency, words=3000, seed=1, own_class_from=100, text_weight=0.1
    )
    assert sum(map(len, made)) >= 3000
    places = list(zip(*[s for s in made if len(s) == 3], strict=True))
    assert set(places[0]) == {"the", "a"}
    assert set(places[1]) >= {"cat", "dog", "bell", "zebra"}
    last = Counter(places[2])
    assert last["ran"] + last["sat"] > 0.9 * len(places[2])
    again = made_sentences(
        texts, parts, frequency, words=3000, seed=1, own_class_from=100, text_weight=0.1
    )
    assert again == made


def test_samples_come_as_often_as_the_model_says() -> None:
    vocabulary = vocabulary_of(["a", "b"])
    model = estimate([np.array([3, 4]), np.array([3]), np.array([4, 4])], vocabulary, 2)
    drawn = sampled(model, 20000, np.random.default_rng(0))
    first = Counter(s[0] if s else -1 for s in drawn)
    for word in (3, 4):
        p = float(np.exp(model.score(np.array([model.start]), np.array([word]))[0][0]))
        assert first[word] / 20000 == pytest.approx(p, abs=0.015)


def test_models_are_built_saved_and_measured(
    dictionaries: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = [t.split() for t in ("the cat sat", "a dog ran", "the dog sat", "a cat ran")]
    sources = Sources(
        texts={"librispeech": texts * 3, "speechocean762": texts, "prose": [["the", "bell"]]},
        held_out={"librispeech": texts[:2], "speechocean762": texts[2:]},
        dev={"librispeech": [["the", "zebra", "sat"]], "speechocean762": [["the", "gnu"]]},
    )
    config = LanguageConfig(n_words=12, made_words=500, prune=1e-6)
    words = word_list(sources, config, dictionaries)
    assert {"cat", "dog", "the", "zebra"} <= set(words.frequency)
    builder = LanguageBuilder(sources, words, config)
    with pytest.raises(SyrinxError, match="not built"):
        builder.save(tmp_path / "out")
    steps = {p.what: p.figures for p in builder.run()}
    assert sum(steps["weights"].values()) == pytest.approx(1.0, abs=1e-3)
    assert steps["pruned"]["speechocean762 unknown %"] == 50.0
    assert steps["pruned"]["ngrams"] < steps["mixed"]["ngrams"]
    sizes = builder.save(tmp_path / "out")
    assert all(size > 0 for size in sizes.values())
    lexicon = Lexicon.load(tmp_path / "out" / LEXICON_FILE)
    assert set(lexicon.words) == set(words.frequency)
    assert Sounding.load(tmp_path / "out" / SOUNDING_FILE).say("cat") == ("k", "ae", "t")
    model = NgramModel.load(tmp_path / "out" / MODEL_FILE)
    assert model.order == 3

    text = tmp_path / "some.txt"
    text.write_text("The cat sat. A gnu ran.")
    arpa, figures = tmp_path / "m.arpa", tmp_path / "f.json"
    options = ["--model", str(tmp_path / "out" / MODEL_FILE)]
    language.main([str(text), *options, "--arpa", str(arpa), "--json", str(figures)])
    first = json.loads(figures.read_text())["some.txt"]
    assert first["words"] == 6
    assert first["unknown"] == pytest.approx(1 / 6)
    assert re.search(r"some\.txt: perplexity [\d.]+ over 6 words", capsys.readouterr().out)
    language.main([str(text), "--model", str(arpa), "--json", str(figures)])
    assert json.loads(figures.read_text())["some.txt"]["perplexity"] == pytest.approx(
        first["perplexity"], rel=1e-4
    )
    with pytest.raises(SyrinxError, match="cannot be read"):
        language.main([str(tmp_path / "none.txt"), *options])


def test_what_dev_speakers_read_is_not_learned_from() -> None:
    dev = {"librispeech": [["the", "cat", "sat", "on", "the", "old", "mat"]]}
    kept = [["a", "cat", "sat", "on", "the", "mat"], ["so", "short"]]
    copied = ["where", "the", "cat", "sat", "on", "the", "floor"]
    assert unlike_dev([*kept, copied], dev) == kept


def test_the_prose_is_there_and_in_sentences() -> None:
    files = sorted(PROSE.glob("*.txt"))
    assert len(files) >= 5
    for path in files:
        lengths = [len(s) for s in sentences_of(path.read_text(encoding="utf-8"))]
        assert sum(lengths) > 1000, path
        assert max(lengths) <= 60
