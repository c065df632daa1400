"""The beam search against an exhaustive one, and its traces against lists of all ways."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.alignment import align_units, ctc_log_prob
from syrinx.neural.runtime.decoding.lexicon import Lexicon, PrefixTree
from syrinx.neural.runtime.decoding.ngram import NgramModel
from syrinx.neural.runtime.decoding.search import BeamSearch, SearchConfig, Vocabulary
from syrinx.training.language.kneser_ney import estimate, vocabulary_of

UNITS = ("<blank>", "A", "B", "C")
WORDS = {"ab": ["ab"], "a": ["a"], "ba": ["ba"], "bab": ["bab", "cab"], "caa": ["ca"], "ah": ["a"]}
LEXICON = Lexicon.of({w: [tuple(p) for p in ways] for w, ways in WORDS.items()})
TEXTS = ["ab ba", "ab bab", "a ba", "caa a ba", "ba ba ba", "ah", "caa"]
EXACT = SearchConfig(
    lm_weight=0.7, word_bonus=0.4, beam=1e6, most=10**6, unit_floor=1e6, blank_skip=0.9999999
)


@pytest.fixture(scope="module")
def model() -> NgramModel:
    vocabulary = vocabulary_of(list(WORDS))
    coded = [np.array([vocabulary.index(w) for w in t.split()]) for t in TEXTS]
    return estimate(coded, vocabulary, 3)


@pytest.fixture(scope="module")
def vocabulary(model: NgramModel) -> Vocabulary:
    return Vocabulary(LEXICON, model, UNITS)


def _posteriors(frames: int, seed: int) -> np.ndarray:
    x = np.random.default_rng(seed).normal(0, 2, (frames, len(UNITS)))
    return x - np.logaddexp.reduce(x, axis=1, keepdims=True)


def _all_ways(model: NgramModel, log_probs: np.ndarray, config: SearchConfig) -> dict:
    """Every sequence of words, scored by the definition."""
    out = {}
    for n in range(len(log_probs) + 1):
        for words in itertools.product(WORDS, repeat=n):
            shortest = sum(min(map(len, WORDS[w])) for w in words)
            if shortest > len(log_probs):
                continue
            ways = itertools.product(*(WORDS[w] for w in words))
            heard = [ctc_log_prob(log_probs, ["_abc".index(u) for u in "".join(p)]) for p in ways]
            lm = float(model.sentences([model.encode(words)])[0].sum())
            total = np.logaddexp.reduce(heard) + config.lm_weight * lm + config.word_bonus * n
            if np.isfinite(total):
                out[words] = float(total)
    return out


@pytest.mark.parametrize("seed", range(12))
def test_finds_what_an_exhaustive_search_finds(
    model: NgramModel, vocabulary: Vocabulary, seed: int
) -> None:
    log_probs = _posteriors(5, seed)
    ways = _all_ways(model, log_probs, EXACT)
    search = BeamSearch(vocabulary, EXACT)
    search.step(log_probs)
    best = max(ways, key=lambda w: ways[w])
    found = search.best(5)
    assert tuple(LEXICON.words[w] for w in found[0].words) == best
    # Where the search joined what a trigram cannot tell apart, some of a way's mass is lost.
    assert ways[best] - 0.1 < found[0].score < ways[best] + 1e-9
    for hypothesis in found:
        words = tuple(LEXICON.words[w] for w in hypothesis.words)
        assert hypothesis.score == pytest.approx(ways[words], abs=1.0)
    assert len({h.words for h in found}) == len(found) == 5


def test_frames_may_come_one_by_one(vocabulary: Vocabulary) -> None:
    log_probs = _posteriors(40, 3)
    whole, parts = BeamSearch(vocabulary), BeamSearch(vocabulary)
    whole.step(log_probs)
    for frame in log_probs:
        parts.step(frame[None])
    assert whole.best(8) == parts.best(8)
    assert whole.frames == parts.frames == 40
    parts.reset()
    parts.step(log_probs)
    assert whole.best(8) == parts.best(8)


def test_certain_frames_give_the_words(vocabulary: Vocabulary) -> None:
    log_probs = np.full((12, 4), np.log(1e-4))
    for t, unit in enumerate([0, 3, 3, 0, 1, 0, 2, 1, 1, 0, 2, 0]):
        log_probs[t, unit] = np.log(1 - 3e-4)
    search = BeamSearch(vocabulary, SearchConfig(lm_weight=0.1))
    search.step(log_probs[:6])
    assert [LEXICON.words[w] for w, _, _ in search.heard()[0]] == ["caa"]
    search.step(log_probs[6:])
    best = search.best(1)[0]
    assert "".join(LEXICON.words[w] for w in best.words) == "caabab"  # ca, bab
    trace = search.ends()[0][0]
    assert search.traces.end[trace] == 10
    assert search.traces.start[trace] == 6


def test_doubled_units_need_a_blank_between(model: NgramModel) -> None:
    vocabulary = Vocabulary(LEXICON, model, UNITS)
    search = BeamSearch(vocabulary, EXACT)
    certain = np.log(np.full((4, 4), 1e-9))
    certain[:, 1] = 0.0
    search.step(certain)
    assert [LEXICON.words[w] for w in search.best()[0].words] in (["a"], ["ah"])
    search.reset()
    certain[2] = np.log([1.0, 1e-9, 1e-9, 1e-9])
    search.step(certain)
    assert len(search.best()[0].words) == 2


def test_boosted_words_win(model: NgramModel) -> None:
    log_probs = np.log(np.array([[0.1, 0.8, 0.05, 0.05]] * 2))
    plain = BeamSearch(Vocabulary(LEXICON, model, UNITS))
    other = "ah" if _first(plain, log_probs) == "a" else "a"
    boosted = BeamSearch(Vocabulary(LEXICON, model, UNITS, boosts={other: 8.0}))
    assert _first(boosted, log_probs) == other


def _first(search: BeamSearch, log_probs: np.ndarray) -> str:
    search.step(log_probs)
    return LEXICON.words[search.best()[0].words[0]]


def test_letters_with_spaces_between(model: NgramModel) -> None:
    """A recogniser of letters may write a blank between words, and none inside."""
    units = ("<blank>", " ", "A", "B", "C", "H")
    vocabulary = Vocabulary(Lexicon.spelled(WORDS), model, units)
    text = "ab ba"
    log_probs = np.full((len(text), len(units)), np.log(1e-4))
    for t, letter in enumerate(text):
        log_probs[t, "_ abch".index(letter)] = np.log(0.999)
    search = BeamSearch(vocabulary)
    search.step(log_probs)
    words = [vocabulary.lexicon.words[w] for w in search.best()[0].words]
    assert words == ["ab", "ba"]


def test_tree_has_every_word_and_nothing_else() -> None:
    tree = PrefixTree.of(LEXICON, UNITS)
    beginnings = {p[:i] for ways in WORDS.values() for p in ways for i in range(len(p) + 1)}
    assert len(tree) == len(beginnings)
    found = {}
    for node in range(len(tree)):
        spelled, at = "", node
        while at:
            spelled, at = "_abc"[tree.unit[at]] + spelled, int(tree.parent[at])
        ends = tree.words[tree.first_word[node] : tree.first_word[node + 1]]
        found[spelled] = sorted(LEXICON.words[w] for w in ends)
        bits = [u for u in range(4) if int(tree.children[node]) >> u & 1]
        assert sorted("_abc"[u] for u in bits) == sorted(
            b[-1] for b in beginnings if len(b) == len(spelled) + 1 and b[:-1] == spelled
        )
    assert set(found) == beginnings
    for spelled, words in found.items():
        assert words == sorted(w for w, ways in WORDS.items() if spelled in ways)


def test_look_ahead_is_the_best_word_below() -> None:
    tree = PrefixTree.of(LEXICON, UNITS)
    weights = np.random.default_rng(0).normal(size=len(LEXICON))
    best = tree.best_below(weights)
    assert best[0] == pytest.approx(weights.max())
    for node in range(1, len(tree)):
        below = [n for n in range(len(tree)) if _above(tree, n, node)]
        words = np.concatenate(
            [tree.words[tree.first_word[n] : tree.first_word[n + 1]] for n in below]
        )
        assert best[node] == pytest.approx(weights[words].max())


def _above(tree: PrefixTree, node: int, wanted: int) -> bool:
    while node and node != wanted:
        node = int(tree.parent[node])
    return node == wanted


def test_lexicon_round_trip(tmp_path) -> None:
    LEXICON.with_words({}, spelling={"ab": "Ab"}).save(tmp_path / "l.npz")
    back = Lexicon.load(tmp_path / "l.npz")
    assert [back.written(i) for i in range(3)] == ["a", "Ab", "ah"]
    assert list(back.pronunciations()) == list(LEXICON.pronunciations())
    assert back.words == LEXICON.words
    more = back.with_words({"cc": [("c", "c")], "a": [("a",), ("b",)]})
    assert ("cc", ("c", "c")) in list(more.pronunciations())
    assert [p for w, p in more.pronunciations() if w == "a"] == [("a",), ("b",)]
    (tmp_path / "l.npz").write_bytes(b"no lexicon")
    with pytest.raises(SyrinxError, match="cannot be read"):
        Lexicon.load(tmp_path / "l.npz")


def test_lexicon_of_other_units_is_refused() -> None:
    with pytest.raises(SyrinxError, match="sound c"):
        PrefixTree.of(LEXICON, UNITS[:3])
    with pytest.raises(SyrinxError, match="at most 64"):
        PrefixTree.of(LEXICON, UNITS + tuple(str(i) for i in range(90)))


@pytest.mark.parametrize("seed", range(6))
def test_alignment_is_the_best_of_all_paths(seed: int) -> None:
    log_probs = _posteriors(6, seed)
    units = [1, 1, 2] if seed % 2 else [3, 1]
    best, where = -np.inf, ()
    every = -np.inf
    for path in itertools.product(range(4), repeat=6):
        kept = [u for u, _ in itertools.groupby(path) if u]
        if kept != units:
            continue
        score = float(log_probs[np.arange(6), path].sum())
        every = np.logaddexp(every, score)
        if score > best:
            best, where = score, path
    found = align_units(log_probs, units)
    assert found is not None
    first, last, score = found
    assert score == pytest.approx(best)
    runs = [(u, len(list(g))) for u, g in itertools.groupby(where)]
    spans, t = [], 0
    for unit, length in runs:
        if unit:
            spans.append((t, t + length - 1))
        t += length
    assert list(zip(first, last, strict=True)) == spans
    assert ctc_log_prob(log_probs, units) == pytest.approx(every)


def test_what_does_not_fit_is_not_aligned() -> None:
    assert align_units(_posteriors(3, 0), [1, 1]) is not None
    assert align_units(_posteriors(2, 0), [1, 1]) is None
    first, _, score = align_units(_posteriors(3, 0), [])  # type: ignore[misc]
    assert len(first) == 0
    assert score == pytest.approx(float(_posteriors(3, 0)[:, 0].sum()))
