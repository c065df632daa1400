"""What a word model learns from and that it learns."""

from __future__ import annotations

import dataclasses
import itertools
import math
from pathlib import Path

import numpy as np
import pytest
import torch

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.export_words import export_word_model
from syrinx.neural.runtime.decoding.word_network import WordNetwork
from syrinx.neural.word_model import FIRST_WORD, OTHER, WordModel, WordModelConfig
from syrinx.training.fit import FitConfig
from syrinx.training.language.kneser_ney import estimate, vocabulary_of
from syrinx.training.language.passages import (
    LONGEST,
    Passages,
    features_of,
    held_out,
    padded,
    shortlist,
)
from syrinx.training.recipes.word_model import Learned, figures, fit_share, surprise, train

CONFIG = WordModelConfig(embedding=16, hidden=24, word_dropout=0.0)


def test_features_are_parts_of_speech_and_endings() -> None:
    parts = {"nn": {"walk": 0.1, "bell": 0.2}, "vb": {"walk": 0.3}}
    found, names = features_of(["walk", "bell", "walked"], parts, {"nn": 0.5, "vb": 0.25})
    table = {name: found[:, i].tolist() for i, name in enumerate(names)}
    assert table["nn"][FIRST_WORD:] == pytest.approx([0.4, 1.0, 0.0])
    assert table["vb"][FIRST_WORD:] == pytest.approx([0.6, 0.0, 0.0])
    assert table["ed"][FIRST_WORD:] == [0.0, 0.0, 1.0]
    assert not found[:FIRST_WORD].any()


def test_list_is_of_frequent_words_that_can_be_heard() -> None:
    texts = [[["b", "a", "b"], ["c", "x", "x", "x"]]]
    assert shortlist(texts, {"a": -2.0, "b": -9.0, "c": -1.0}, 2) == ("b", "c")


def test_ends_of_long_texts_are_kept_back() -> None:
    long = [[str(i)] for i in range(100)]
    learned, kept = held_out([long, [["short"]]], 0.03)
    assert learned == [long[:97], [["short"]]]
    assert kept == [long[97:]]


def test_passages_are_the_texts_in_their_order() -> None:
    words = [f"w{i}" for i in range(500)]
    text = [words[i : i + 5] for i in range(0, 500, 5)]
    passages = Passages([text], words, seed=1)
    for _ in range(3):
        cut = passages.cut()
        assert list(itertools.chain(*cut)) == list(range(FIRST_WORD, FIRST_WORD + 500))
        lengths = [len(p) for p in cut]
        assert min(lengths) == 5
        assert 20 <= max(lengths) <= LONGEST


def test_every_second_word_that_comes_once_is_another_word() -> None:
    words = [f"w{i}" for i in range(400)]
    text = [words[i : i + 4] for i in range(0, 400, 4)] + [["w0", "w1", "w2", "w3"]]
    batches = Passages([text], words, seed=2).batches(80)
    seen: list[int] = []
    while len(seen) < 404:
        before, after, counts = next(batches)
        assert before.shape[0] * before.shape[1] <= 80
        torch.testing.assert_close(before[:, 1:][counts[:, 1:]], after[:, :-1][counts[:, 1:]])
        lengths = counts.sum(1).tolist()
        seen += [w for row, n in zip(after.tolist(), lengths, strict=True) for w in row[: n - 1]]
    assert 150 < seen.count(OTHER) < 250
    assert [seen.count(FIRST_WORD + i) for i in range(4)] == [2, 2, 2, 2]


def test_padding_counts_for_nothing() -> None:
    before, after, counts = padded([[5, 6], [7]])
    assert before.tolist() == [[0, 5, 6], [0, 7, 0]]
    assert after.tolist() == [[5, 6, 0], [7, 0, 0]]
    assert counts.tolist() == [[True, True, True], [True, True, False]]


def test_share_is_found_again() -> None:
    """Words drawn from a mixture of two distributions tell how it was mixed."""
    rng = np.random.default_rng(0)
    p, q = rng.dirichlet(np.ones(50), 2)
    drawn = rng.choice(50, 40_000, p=0.3 * q + 0.7 * p)
    assert fit_share(np.log(p[drawn]), np.log(q[drawn])) == pytest.approx(0.3, abs=0.03)


def _learned() -> Learned:
    """Two kinds of sentences; which one it is shows in the first word and matters in the last."""
    rng = np.random.default_rng(0)
    pairs = [("ann", "sings"), ("bob", "digs")]
    texts = []
    for _ in range(300):
        who, does = pairs[rng.integers(2)]
        texts.append([[who, *rng.choice(["really", "often", "still"], 3).tolist(), does]])
    words = ("really", "often", "still", "ann", "bob", "sings", "digs")
    return Learned(
        words=words,
        features=torch.zeros(FIRST_WORD + 7, 1),
        passages=Passages(texts[:260], words),
        texts=texts[:260],
        kept=texts[260:],
        dev={"some": texts[260:]},
    )


def test_it_learns_what_three_words_cannot_tell(tmp_path: Path) -> None:
    torch.manual_seed(0)
    learned = _learned()
    config = dataclasses.replace(CONFIG, input_dropout=0.0, output_dropout=0.0, weight_dropout=0.0)
    model = learned.model(config)
    begun = surprise(model.eval(), learned.kept, learned.words)
    options = FitConfig(
        folder=tmp_path, budget_s=60.0, learning_rate=0.01, warmup_steps=5, log_every=10
    )
    events = train(model.train(), learned, options, batch_words=200)
    for event in events:
        if event.step >= 150:
            break
    events.close()  # type: ignore[attr-defined]
    ended = surprise(model.eval(), learned.kept, learned.words)
    # Of five words and an end the first is one of two, three are one of three, the others known.
    best = (2 * 3**3) ** (1 / 6)
    assert begun["perplexity"] > 5
    assert ended["perplexity"] == pytest.approx(best, rel=0.15)
    assert ended["score"] == pytest.approx(math.log(ended["perplexity"]), abs=1e-6)

    vocabulary = vocabulary_of(list(learned.words))
    number = {w: i for i, w in enumerate(vocabulary)}
    coded = [np.array([number[w] for w in text[0]]) for text in learned.texts]
    ngrams = estimate(coded, vocabulary, 3, base=np.full(len(vocabulary), 0.1))
    exported = export_word_model(model, learned.words).SerializeToString()
    report = figures(WordNetwork.of_file(exported), ngrams, learned)
    assert report["some"]["network"] == pytest.approx(ended["perplexity"], abs=0.1)
    assert report["some"]["network"] < report["some"]["n-grams"]
    assert report["share of the network"]["linear"] > 0.5


def test_sizes_must_fit() -> None:
    with pytest.raises(SyrinxError, match="frequent words and rare"):
        WordModelConfig(tokens=10, frequent=10)
    with pytest.raises(SyrinxError, match="features"):
        WordModel(dataclasses.replace(CONFIG, tokens=9, frequent=4), torch.zeros(3, 3))
