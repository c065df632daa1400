"""The word model at run time: exact probabilities over the n-grams' words, and what it changes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.export import export_classifier
from syrinx.neural.export_words import export_word_model, store_as_int8
from syrinx.neural.runtime.decoding.final import Finisher
from syrinx.neural.runtime.decoding.search import BeamSearch
from syrinx.neural.runtime.decoding.word_network import WordNetwork, WordScorer
from syrinx.neural.runtime.transcriber import Transcriber, transcribe
from syrinx.neural.word_model import END, WordModel, WordModelConfig
from tests.decoding.scripted import ScriptedModel, small_model, small_vocabulary, spoken

PAUSE = "-" * 30
LISTED = ("one", "two", "four", "three")
CONFIG = WordModelConfig(tokens=6, frequent=4, embedding=16, hidden=24, features=3)


def model(config: WordModelConfig = CONFIG) -> WordModel:
    torch.manual_seed(3)
    made = WordModel(config, torch.rand(config.tokens, config.features))
    with torch.no_grad():
        for weight in made.parameters():
            weight.copy_(0.5 * torch.randn_like(weight))
    return made.eval()


def network() -> WordNetwork:
    return WordNetwork.of_file(export_word_model(model(), LISTED).SerializeToString())


def test_probabilities_of_all_tokens_sum_to_one() -> None:
    own = model()
    before = torch.tensor([[END, 3, 5, 1]]).repeat(6, 1)
    after = torch.arange(6)[:, None].repeat(1, 4)
    with torch.no_grad():
        sums = own(before, after).exp().sum(0)
    torch.testing.assert_close(sums, torch.ones(4))


def test_what_comes_later_is_not_known_before() -> None:
    own = model()
    after = torch.tensor([[2, 3, 4, 5]])
    with torch.no_grad():
        one = own(torch.tensor([[END, 2, 3, 4]]), after)
        other = own(torch.tensor([[END, 2, 5, 2]]), after)
    torch.testing.assert_close(one[:, :2], other[:, :2])
    assert not torch.allclose(one[:, 2:], other[:, 2:])


def test_file_says_what_torch_says() -> None:
    own, net = model(), network()
    sentences = [np.array(s, np.int64) for s in ([2, 5, 4], [], [1, 2, 3, 4, 5, 5])]
    for found, s in zip(net.log_probs(sentences), sentences, strict=True):
        with torch.no_grad():
            whole = torch.tensor([[END, *s.tolist(), END]])
            wanted = own(whole[:, :-1], whole[:, 1:])[0].numpy()
        np.testing.assert_allclose(found, wanted, atol=1e-5)
    assert net.words == LISTED
    assert net.log_probs([]) == []


def test_int8_is_a_quarter_and_nearly_the_same() -> None:
    config = WordModelConfig(tokens=600, frequent=90, embedding=64, hidden=64)
    full = export_word_model(model(config), [f"w{i}" for i in range(598)])
    small = store_as_int8(full)
    numbers = 600 * 64 + 4 * 64 * 128 + 64 * 64
    assert full.ByteSize() < 4.3 * numbers + 20_000  # every weight once
    assert small.ByteSize() < 1.1 * numbers + 30_000
    rng = np.random.default_rng(0)
    sentences = [rng.integers(1, 600, 12) for _ in range(4)]
    found = [
        np.concatenate(WordNetwork.of_file(m.SerializeToString()).log_probs(sentences))
        for m in (full, small)
    ]
    assert 0 < np.abs(found[0] - found[1]).mean() < 0.02 * found[0].std()


def test_words_of_the_ngrams_share_what_the_list_lacks() -> None:
    ngrams = small_model()
    scorer = WordScorer(network(), ngrams)
    words = [i for i, w in enumerate(ngrams.vocabulary) if w not in ("<s>", "</s>")]
    start = ngrams.encode(["one", "oh"])
    rows = scorer.sentences([np.append(start, w) for w in words])
    ended = scorer.sentences([start])[0][2]
    assert sum(np.exp(row[2]) for row in rows) + np.exp(ended) == pytest.approx(1.0, abs=1e-5)
    # Words outside the list differ by their unigrams alone.
    at = dict(zip(words, rows, strict=True))
    oh, five = ngrams.index("oh"), ngrams.index("five")
    wanted = ngrams.unigrams[oh] - ngrams.unigrams[five]
    assert at[oh][2] - at[five][2] == pytest.approx(wanted, abs=1e-5)
    np.testing.assert_allclose(scorer.sums([start]), scorer.sentences([start])[0].sum())


class _Wants:
    """A network that expects one word only."""

    def __init__(self, word: int) -> None:
        self.word = word

    def sums(self, sentences: list[np.ndarray]) -> np.ndarray:
        return np.array([8.0 * (self.word in s) for s in sentences])


def test_network_reorders_the_hypotheses() -> None:
    """Two words sound alike; the network knows which one it is."""
    vocabulary = small_vocabulary()
    heard = ScriptedModel(spoken("--abc--bd-aeg" + PAUSE))
    texts = {}
    for wanted in ("four", "for"):
        finisher = Finisher(
            vocabulary,
            network=_Wants(vocabulary.model.index(wanted)),  # type: ignore[arg-type]
            network_weight=1.0,
        )
        said = transcribe(Transcriber(heard, vocabulary, finisher=finisher), heard.audio)
        texts[wanted] = said[0].words[-1].text
    assert texts == {"four": "four", "for": "for"}


def test_scores_are_the_search_and_the_network_weighed() -> None:
    vocabulary = small_vocabulary()
    scorer = WordScorer(network(), vocabulary.model)
    search = BeamSearch(vocabulary)
    search.step(spoken("--abc--bd-aeg--"))
    before = {h.words: h.score for h in search.best(30)}
    found = Finisher(vocabulary, network=scorer, network_weight=0.4).hypotheses(search)
    assert {h.words for h in found} == set(before)
    for h in found:
        numbers = vocabulary.lm_word[np.array(h.words, np.int64)]
        wanted = before[h.words] + 0.4 * float(scorer.sums([numbers])[0])
        assert h.score == pytest.approx(wanted, abs=1e-4)
    assert [h.score for h in found] == sorted((h.score for h in found), reverse=True)


def test_other_models_are_refused(tmp_path: Path) -> None:
    other = export_classifier(
        torch.nn.Sequential(torch.nn.Flatten(), torch.nn.Linear(8, 2)), name="keyword", n_samples=8
    )
    path = tmp_path / "other.onnx"
    path.write_bytes(other.SerializeToString())
    with pytest.raises(SyrinxError, match="no word model"):
        WordNetwork.of_file(path)
    with pytest.raises(SyrinxError, match="cannot be opened"):
        WordNetwork.of_file(b"nothing")
