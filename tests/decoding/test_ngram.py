"""Language models: against sums by hand, an independent recomputation and round trips."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.arpa import read_arpa, write_arpa
from syrinx.neural.runtime.decoding.ngram import NgramModel, perplexity
from syrinx.training.language.kneser_ney import discounts, estimate, vocabulary_of
from syrinx.training.language.mixing import fit_weights, mix
from syrinx.training.language.pruning import prune

TEXTS = [
    "the cat sat on the mat",
    "the dog sat on the cat",
    "a dog ran to the mat",
    "the cat ran",
    "a cat sat",
    "on the mat the dog sat",
    "the dog sat",
    "he ran to a cat",
]


def _coded(texts: list[str], vocabulary: list[str]) -> list[np.ndarray]:
    return [np.array([vocabulary.index(w) for w in t.split()]) for t in texts]


@pytest.fixture(scope="module")
def vocabulary() -> list[str]:
    return vocabulary_of([*" ".join(TEXTS).split(), "unseen"])


@pytest.fixture(scope="module", params=[1, 2, 3, 4])
def model(request: pytest.FixtureRequest, vocabulary: list[str]) -> NgramModel:
    return estimate(_coded(TEXTS, vocabulary), vocabulary, request.param)


def _states(model: NgramModel, length: int) -> list[int]:
    """States after all histories of a length, and after the sentence's beginning."""
    out = {0, model.start}
    words = [i for i in range(len(model.vocabulary)) if i != model.begin]
    for history in itertools.product(words, repeat=length):
        state = np.array([model.start])
        for word in history:
            _, state = model.score(state, np.array([word]))
        out.add(int(state[0]))
    return sorted(out)


def _sums(model: NgramModel) -> np.ndarray:
    words = np.array([i for i in range(len(model.vocabulary)) if i != model.begin])
    states = _states(model, min(2, model.order - 1))
    return np.array([np.exp(model.score(np.full(len(words), s), words)[0]).sum() for s in states])


def test_probabilities_sum_to_one_in_every_state(model: NgramModel) -> None:
    assert np.allclose(_sums(model), 1.0, atol=1e-12)


def test_bigram_by_hand() -> None:
    """Three sentences, all numbers counted on paper with the usual discounts."""
    vocabulary = vocabulary_of(["a", "b"])
    model = estimate(_coded(["a b", "a b", "a a"], vocabulary), vocabulary, 2)
    # Bigrams: <s>a 3, ab 2, b</s> 2, aa 1, a</s> 1: n1 = 2, n2 = 2, n3 = 1.
    y = 2 / (2 + 2 * 2)
    d1, d2, d3 = 1 - 2 * y * 2 / 2, 2 - 3 * y * 1 / 2, 1.3
    assert discounts(np.array([3, 2, 2, 1, 1])) == pytest.approx([0, d1, d2, d3])
    # Different words before: a 2 (<s>, a), b 1, </s> 2; n1 = 1, n2 = 2, n3 = 0.
    y1 = 1 / (1 + 2 * 2)
    e1, e2 = 1 - 2 * y1 * 2 / 1, 1.0
    share = (e1 + 2 * e2) / 5
    base = 1 / 4  # a, b, </s>, <unk>
    p_b = (1 - e1) / 5 + share * base
    p_b_after_a = (2 - d2) / 4 + (2 * d1 + d2) / 4 * p_b
    a, b = (np.array([vocabulary.index(w)]) for w in "ab")
    assert np.exp(model.unigrams[b]) == pytest.approx(p_b)
    _, after_a = model.score(np.array([0]), a)
    assert np.exp(model.score(after_a, b)[0]) == pytest.approx(p_b_after_a)


def _naive(vocabulary: list[str], order: int, texts: list[str]):
    """Chen and Goodman's recursion on dictionaries of tuples."""
    counts: list[Counter] = [Counter() for _ in range(order + 1)]
    for text in texts:
        words = ["<s>", *text.split(), "</s>"]
        for k in range(1, order + 1):
            for i in range(len(words) - k + 1):
                counts[k][tuple(words[i : i + k])] += 1
    used: list[Counter] = [Counter() for _ in range(order + 1)]
    for k in range(1, order + 1):
        if k == order:
            used[k] = counts[k]
        else:
            used[k] = Counter(g[1:] for g in counts[k + 1])
            used[k].update({g: c for g, c in counts[k].items() if g[0] == "<s>"})
    used[1].pop(("<s>",), None)
    cut = [discounts(np.array(list(u.values()) or [0])) for u in used]

    def p(history: tuple[str, ...], word: str) -> float:
        if len(history) + 1 > order:
            history = history[len(history) + 1 - order :]
        k = len(history) + 1
        lower = p(history[1:], word) if history else 1 / (len(vocabulary) - 1)
        of = {g: c for g, c in used[k].items() if g[:-1] == history}
        total = sum(of.values())
        if not total:
            return lower
        c = of.get((*history, word), 0)
        share = sum(cut[k][min(v, 3)] for v in of.values()) / total
        return (c - cut[k][min(c, 3)]) / total + share * lower

    return p


def test_perplexity_equals_independent_recomputation(
    model: NgramModel, vocabulary: list[str]
) -> None:
    p = _naive(vocabulary, model.order, TEXTS)
    heard = ["the dog ran to the cat", "unseen cat", "a mat sat on he", "the stranger sat"]
    total, counted = 0.0, 0
    for text in heard:
        words = [w if w in vocabulary else "<unk>" for w in text.split()]
        for i, word in enumerate([*words, "</s>"]):
            if word != "<unk>":
                total += math.log(p(("<s>", *words[:i]), word))
                counted += 1
    found = perplexity(model, [t.split() for t in heard])
    assert found.unknown == 1
    assert found.perplexity == pytest.approx(math.exp(-total / counted), rel=1e-9)


def test_words_that_the_text_lacks_share_by_the_base(vocabulary: list[str]) -> None:
    base = np.ones(len(vocabulary))
    base[vocabulary.index("unseen")] = 5.0
    model = estimate(_coded(TEXTS, vocabulary), vocabulary, 2, base=base)
    even = estimate(_coded(TEXTS, vocabulary), vocabulary, 2)
    word = vocabulary.index("unseen")
    assert model.unigrams[word] > even.unigrams[word]
    ratio = np.exp(model.unigrams[word] - model.unigrams[model.unknown])
    assert ratio == pytest.approx(5.0)
    assert np.allclose(_sums(model), 1.0)


def test_arpa_round_trip(model: NgramModel, tmp_path: Path) -> None:
    write_arpa(model, tmp_path / "a.arpa")
    back = read_arpa(tmp_path / "a.arpa")
    assert back.vocabulary == model.vocabulary
    for one, other in zip(back.levels, model.levels, strict=True):
        assert np.array_equal(one.word, other.word)
        assert np.allclose(one.log_prob, other.log_prob, atol=1e-5)
        assert np.allclose(one.backoff, other.backoff, atol=1e-5)
    write_arpa(back, tmp_path / "b.arpa")
    assert (tmp_path / "a.arpa").read_text() == (tmp_path / "b.arpa").read_text()


ARPA = """
\\data\\
ngram 1=4
ngram 2=2

\\1-grams:
-99\t<s>\t-0.3
-0.5\tyes
-0.4\t</s>
-0.9\t<unk>

\\2-grams:
-0.1\t<s> yes
-0.2\tyes </s>

\\end\\
"""


def test_arpa_of_others(tmp_path: Path) -> None:
    """N-grams in any order, back-off weights left out where they are one."""
    (tmp_path / "x.arpa").write_text(ARPA)
    model = read_arpa(tmp_path / "x.arpa")
    found = model.sentences([model.encode(["yes"]), model.encode(["yes", "yes"])])
    assert found[0] / math.log(10) == pytest.approx([-0.1, -0.2])
    assert found[1] / math.log(10) == pytest.approx([-0.1, -0.5, -0.2])
    assert float(model.sentences([model.encode([])])[0][0]) == pytest.approx(-0.7 * math.log(10))


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("\\data\\", "data", "has no \\data\\"),
        ("ngram 2=2", "ngram 3=2", "expected the number of 2-grams"),
        ("-0.5\tyes", "half\tyes", "line 8 is no 1-gram"),
        ("-0.5\tyes", "0.5\tyes", "not a log probability"),
        ("-0.2\tyes </s>", "-0.2\tno </s>", "line 14 is no 2-gram"),
        ("-0.2\tyes </s>\n", "", "breaks off|is no 2-gram"),
        ("\\2-grams:", "\\3-grams:", "expected \\2-grams:"),
        ("\\end\\", "", "no \\end\\"),
        ("-0.9\t<unk>", "-0.9\tyes", "twice"),
        ("-0.2\tyes </s>", "-0.2\t<s> yes", "doubled"),
    ],
)
def test_malformed_arpa_is_refused(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    assert old in ARPA
    (tmp_path / "x.arpa").write_text(ARPA.replace(old, new))
    with pytest.raises(SyrinxError) as caught:
        read_arpa(tmp_path / "x.arpa")
    assert any(part in str(caught.value) for part in sentence.split("|"))


def test_binary_round_trip(model: NgramModel, vocabulary: list[str], tmp_path: Path) -> None:
    model.save(tmp_path / "m.npz")
    back = NgramModel.load(tmp_path / "m.npz")
    one = perplexity(model, [t.split() for t in TEXTS]).perplexity
    assert perplexity(back, [t.split() for t in TEXTS]).perplexity == pytest.approx(one, rel=2e-3)


def test_other_files_are_no_models(tmp_path: Path) -> None:
    (tmp_path / "m.npz").write_bytes(b"not a model")
    np.savez(tmp_path / "n.npz", words=np.zeros(3, np.uint8))
    for name in ("m.npz", "n.npz", "none.npz"):
        with pytest.raises(SyrinxError, match=name):
            NgramModel.load(tmp_path / name)


def test_mixture_is_between_and_fitted_weights_are_best(vocabulary: list[str]) -> None:
    half = len(TEXTS) // 2
    parts = [_coded(TEXTS[:half], vocabulary), _coded(TEXTS[half:], vocabulary)]
    models = [estimate(part, vocabulary, 3) for part in parts]
    held = _coded(["the dog sat on the mat", "a cat ran", "he sat"], vocabulary)
    best = fit_weights(models, held)

    def gain(share: float) -> float:
        p = [np.exp(np.concatenate(m.sentences(held))) for m in models]
        return float(np.log(share * p[0] + (1 - share) * p[1]).sum())

    others = [gain(s) for s in np.linspace(0.01, 0.99, 99)]
    assert gain(float(best[0])) >= max(others) - 1e-3
    mixed = mix(models, best)
    assert np.allclose(_sums(mixed), 1.0, atol=1e-9)
    words = np.arange(1, len(vocabulary))
    p = [np.exp(m.score(np.full(len(words), m.start), words)[0]) for m in (*models, mixed)]
    seen = np.isin(words, mixed.levels[1].word[mixed.levels[1].context == mixed.begin])
    assert seen.sum() == 4  # the, a, on, he
    assert p[2][seen] == pytest.approx(best[0] * p[0][seen] + best[1] * p[1][seen])


def test_pruning_takes_the_least_missed_first(vocabulary: list[str]) -> None:
    model = estimate(_coded(TEXTS, vocabulary), vocabulary, 3)
    sizes, scores = [], []
    for threshold in (0.0, 1e-3, 1e-2, 1.0):
        small = prune(model, threshold)
        assert np.allclose(_sums(small), 1.0, atol=1e-9)
        sizes.append(len(small))
        scores.append(perplexity(small, [t.split() for t in TEXTS]).perplexity)
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[1] > sizes[2] > sizes[3] == len(vocabulary)
    assert scores == sorted(scores)


def test_pruning_loss_is_the_relative_entropy(vocabulary: list[str]) -> None:
    """One bigram is left out: Stolcke's closed form equals the divergence summed word by word."""
    model = estimate(_coded(TEXTS, vocabulary), vocabulary, 2)
    words = np.array([i for i in range(len(vocabulary)) if i != model.begin])
    for threshold in np.geomspace(1e-5, 1e-1, 40):
        small = prune(model, float(threshold))
        if len(small) < len(model):
            break
    lost = len(model) - len(small)
    total = 0.0
    for h in range(len(vocabulary)):
        p = model.score(np.full(len(words), h + 1), words)[0]
        state = small.score(np.array([0]), np.array([h]))[1]
        q = small.score(np.repeat(state, len(words)), words)[0]
        weight = 1.0 if h == model.begin else math.exp(model.unigrams[h])
        total += weight * float((np.exp(p) * (p - q)).sum())
    assert 0 < math.expm1(total) <= threshold * lost * 1.5
