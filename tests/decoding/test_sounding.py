"""Pronunciations from letters, hot words, and letters without words."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.final import Finisher
from syrinx.neural.runtime.decoding.hotwords import with_hot_words
from syrinx.neural.runtime.decoding.letters import LetterSearch
from syrinx.neural.runtime.decoding.lexicon import Lexicon
from syrinx.neural.runtime.decoding.search import BeamSearch, Vocabulary
from syrinx.neural.runtime.decoding.sounding import Sounding, aligned
from syrinx.training.language.kneser_ney import estimate, vocabulary_of
from tests.decoding.scripted import UNITS, WORDS, small_model, spoken

SAID = {
    "cat": "k ae t",
    "cats": "k ae t s",
    "can": "k ae n",
    "cane": "k ey n",
    "cape": "k ey p",
    "cap": "k ae p",
    "nice": "n ay s",
    "ice": "ay s",
    "pin": "p ih n",
    "pine": "p ay n",
    "tin": "t ih n",
    "tine": "t ay n",
    "tap": "t ae p",
    "tape": "t ey p",
    "pan": "p ae n",
    "pane": "p ey n",
}


def _pairs() -> list[tuple[str, tuple[str, ...]]]:
    return [(w, tuple(p.split())) for w, p in SAID.items()]


def test_each_letter_says_its_sounds() -> None:
    for word, way in aligned(_pairs()):
        assert [s for said in way for s in said] == SAID[word].split()
        assert len(way) == len(word)
        if word.endswith("e"):
            assert way[-1] == ()


def test_rules_know_what_they_learned_and_go_beyond(tmp_path: Path) -> None:
    rules = Sounding.learn(_pairs() * 2)
    for word, sounds in _pairs():
        assert rules.say(word) == sounds
    # Words that were never seen: the e at the end is mute and changes the vowel.
    assert rules.say("nape") == ("n", "ey", "p")
    assert rules.say("Tins") == ("t", "ih", "n", "s")
    with pytest.raises(SyrinxError, match="cannot be pronounced"):
        rules.say("5")
    rules.save(tmp_path / "s.npz")
    assert Sounding.load(tmp_path / "s.npz").rules == rules.rules
    assert Sounding.load((tmp_path / "s.npz").read_bytes()).rules == rules.rules
    with pytest.raises(SyrinxError, match="cannot be read"):
        Sounding.load(b"nothing")


def _lexicon() -> Lexicon:
    return Lexicon.of({w: [tuple(p) for p in ways] for w, ways in WORDS.items()})


def test_hot_words_are_heard() -> None:
    rules = Sounding({"g": "g", "a": "a", "d": "d"})
    heard = spoken("--abc--g-a-d--")
    plain = BeamSearch(Vocabulary(_lexicon(), small_model(), UNITS))
    plain.step(heard)
    assert "gad" not in [plain.vocabulary.lexicon.words[w] for w in plain.best()[0].words]
    lexicon, boosts = with_hot_words(_lexicon(), {"Gad": 6.0}, rules)
    search = BeamSearch(Vocabulary(lexicon, small_model(), UNITS, boosts=boosts))
    search.step(heard)
    assert [lexicon.written(w) for w in search.best()[0].words] == ["one", "Gad"]


def test_hot_phrases_do_not_help_their_words_elsewhere() -> None:
    lexicon, boosts = with_hot_words(_lexicon(), {"oh two": 8.0}, None)
    vocabulary = Vocabulary(lexicon, small_model(), UNITS, boosts=boosts)
    assert vocabulary.boost[lexicon.words.index("two")] == 0.0
    search = BeamSearch(vocabulary)
    heard = spoken("--abc--h-bd---")
    search.step(heard)
    words = Finisher(vocabulary).words(search, heard)
    assert [w.text for w in words] == ["one", "oh", "two"]
    assert words[1].first <= words[1].last < words[2].first <= words[2].last


@pytest.mark.parametrize(
    ("hot", "sentence"),
    [({" ": 1.0}, "empty"), ({"one": -1.0}, "between 0 and 30"), ({"gnu": 1.0}, "lexicon")],
)
def test_hot_words_that_cannot_be(hot: dict[str, float], sentence: str) -> None:
    with pytest.raises(SyrinxError, match=sentence):
        with_hot_words(_lexicon(), hot, None)


def test_letters_are_the_likeliest_text() -> None:
    """Against the sum over all paths of every text."""
    units = ("<blank>", " ", "A", "B")
    rng = np.random.default_rng(8)
    x = rng.normal(0, 2, (6, 4))
    log_probs = x - np.logaddexp.reduce(x, axis=1, keepdims=True)
    sums: dict[str, float] = {}
    for path in itertools.product(range(4), repeat=6):
        text = "".join(units[u] for u, _ in itertools.groupby(path) if u)
        score = float(log_probs[np.arange(6), path].sum())
        sums[text] = float(np.logaddexp(sums.get(text, -np.inf), score))
    search = LetterSearch(units, beam=5000, floor=1e9, bonus=0.0)
    search.step(log_probs[:2])
    search.step(log_probs[2:])
    ranked = sorted(sums.items(), key=lambda item: -item[1])
    found = search.best(10)
    assert [text for text, _ in found] == [text for text, _ in ranked[:10]]
    assert [s for _, s in found] == pytest.approx([s for _, s in ranked[:10]])
    search.reset()
    assert search.best() == [("", 0.0)]


def test_letters_are_weighed_by_a_model() -> None:
    units = ("<blank>", "A", "B")
    vocabulary = vocabulary_of(["A", "B"])
    coded = [np.array([vocabulary.index(c) for c in "ABAB"])] * 3
    model = estimate(coded, vocabulary, 2)
    log_probs = np.log(np.array([[0.2, 0.6, 0.2], [0.1, 0.55, 0.35], [0.6, 0.2, 0.2]]))
    log_probs = np.insert(log_probs, 1, np.log([0.98, 0.01, 0.01]), axis=0)
    plain = LetterSearch(units, bonus=0.0)
    plain.step(log_probs)
    weighed = LetterSearch(units, model=model, weight=1.0, bonus=0.0)
    weighed.step(log_probs)
    assert plain.best()[0][0] == "AA"
    assert weighed.best()[0][0] == "AB"
    with pytest.raises(SyrinxError, match="above zero"):
        LetterSearch(units, beam=0)
