"""Sentences made from parts of speech: what may follow what, for words the texts hardly have.

The frequent words are classes of their own, the others stand in for each other by their part of
speech (Brown et al. 1992, with given classes). Parts are told by a hidden Markov model whose words
come from Festival's list and whose transitions are learned from the texts (Merialdo 1994); an
n-gram model over the classes is sampled, and each class replaced by one of its words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from syrinx.neural.runtime.decoding.ngram import NgramModel
from syrinx.training.language.kneser_ney import estimate, vocabulary_of

FloatArray = NDArray[np.float64]
_CLOSED = "cc dt ex in md of pdt pos prp punc rp sym to wdt wp wrb ls cd jjr jjs rbr rbs uh fw"
CLOSED = frozenset(_CLOSED.split())
ENDINGS = (
    ("'s", ("nn", "nnp")),
    ("ing", ("vbg", "nn")),
    ("ed", ("vbd", "vbn")),
    ("ly", ("rb",)),
    ("ness", ("nn",)),
    ("tion", ("nn",)),
    ("ous", ("jj",)),
    ("ful", ("jj",)),
    ("less", ("jj",)),
    ("able", ("jj",)),
    ("ish", ("jj",)),
    ("s", ("nns", "vbz")),
    ("", ("nn", "jj", "nnp", "vb")),
)


def guessed_parts(word: str) -> tuple[str, ...]:
    """Parts of speech that a word may be by its ending."""
    return next(parts for ending, parts in ENDINGS if word.endswith(ending))


class PartTagger:
    """A hidden Markov model of parts of speech.

    Parameters
    ----------
    parts
        Part -> word -> probability of the word given the part.
    """

    def __init__(self, parts: Mapping[str, Mapping[str, float]]) -> None:
        self.names = sorted(p for p in parts if p not in ("punc", "sym", "ls"))
        self._emission: dict[str, FloatArray] = {}
        n = len(self.names)
        for i, name in enumerate(self.names):
            for word, value in parts[name].items():
                self._emission.setdefault(word, np.zeros(n))[i] = value
        self.transition = np.full((n, n), 1.0 / n)
        self.first = np.full(n, 1.0 / n)

    def emission(self, word: str) -> FloatArray:
        """Probability of a word given each part, up to a factor."""
        found = self._emission.get(word)
        if found is None:
            found = np.zeros(len(self.names))
            found[[self.names.index(p) for p in guessed_parts(word) if p in self.names]] = 1e-6
            self._emission[word] = found
        return found

    def learn(self, sentences: Sequence[Sequence[str]], rounds: int = 8) -> None:
        """Baum and Welch over the transitions; the words stay as the list has them."""
        for _ in range(rounds):
            pairs, starts = np.full_like(self.transition, 0.1), np.full_like(self.first, 0.1)
            for sentence in sentences:
                emissions = np.array([self.emission(w) for w in sentence])
                forward, backward = self._passes(emissions)
                both = forward * backward
                starts += both[0] / both[0].sum()
                for t in range(1, len(sentence)):
                    joint = forward[t - 1][:, None] * self.transition
                    joint = joint * (emissions[t] * backward[t])
                    pairs += joint / joint.sum()
            self.transition = pairs / pairs.sum(axis=1, keepdims=True)
            self.first = starts / starts.sum()

    def _passes(self, emissions: FloatArray) -> tuple[FloatArray, FloatArray]:
        forward, backward = np.empty_like(emissions), np.ones_like(emissions)
        now = self.first * emissions[0]
        forward[0] = now / now.sum()
        for t in range(1, len(emissions)):
            now = forward[t - 1] @ self.transition * emissions[t]
            forward[t] = now / now.sum()
        for t in range(len(emissions) - 2, -1, -1):
            now = self.transition @ (emissions[t + 1] * backward[t + 1])
            backward[t] = now / now.sum()
        return forward, backward

    def tag(self, sentence: Sequence[str]) -> list[str]:
        """The likeliest part of each word by itself."""
        forward, backward = self._passes(np.array([self.emission(w) for w in sentence]))
        return [self.names[i] for i in (forward * backward).argmax(axis=1)]


def made_sentences(
    sentences: Sequence[Sequence[str]],
    parts: Mapping[str, Mapping[str, float]],
    frequency: Mapping[str, float],
    *,
    words: int,
    seed: int,
    own_class_from: int = 40,
    order: int = 3,
    text_weight: float = 0.3,
) -> list[list[str]]:
    """About ``words`` words of sentences whose classes follow each other as in the texts.

    Parameters
    ----------
    sentences
        Texts to learn from.
    parts
        As of `part_probabilities`.
    frequency
        Probability of each word of the vocabulary; words it lacks are not made.
    own_class_from
        Words that come as often are classes of their own.
    text_weight
        How much the words of the texts count within their class, beside ``frequency``.
    """
    counts = Counter(w for s in sentences for w in s)
    alone = {w for w, c in counts.items() if c >= own_class_from and w in frequency}
    tagger = PartTagger(parts)
    tagger.learn(sentences)
    tagged = [
        [w if w in alone else f"[{p}]" for w, p in zip(s, tagger.tag(s), strict=True)]
        for s in sentences
    ]
    members = _members(sentences, tagged, tagger, frequency, alone, text_weight)
    usable = [s for s in tagged if all(c in alone or c in members for c in s)]
    vocabulary = vocabulary_of([c for s in usable for c in s])
    index = {c: i for i, c in enumerate(vocabulary)}
    coded = [np.array([index[c] for c in s], np.int64) for s in usable]
    model = estimate(coded, vocabulary, order)
    rng = np.random.default_rng(seed)
    out: list[list[str]] = []
    made = 0
    while made < words:
        for sentence in sampled(model, max(1, (words - made) // 8), rng):
            classes = [vocabulary[i] for i in sentence]
            if classes and "<unk>" not in classes:
                out.append([_one_of(members[c], rng) if c in members else c for c in classes])
                made += len(classes)
    return out


def _members(
    sentences: Sequence[Sequence[str]],
    tagged: Sequence[Sequence[str]],
    tagger: PartTagger,
    frequency: Mapping[str, float],
    alone: set[str],
    text_weight: float,
) -> dict[str, tuple[list[str], FloatArray]]:
    """Class -> its words and the running sums of their probabilities."""
    seen: dict[str, Counter[str]] = {}
    for words, classes in zip(sentences, tagged, strict=True):
        for word, name in zip(words, classes, strict=True):
            if name not in alone and word in frequency:
                seen.setdefault(name, Counter())[word] += 1
    prior: dict[str, dict[str, float]] = {name: {} for name in seen}
    for word, value in frequency.items():
        if word in alone:
            continue
        emission = tagger.emission(word)
        for i in np.flatnonzero(emission).tolist():
            name = f"[{tagger.names[i]}]"
            if name in prior and (tagger.names[i] not in CLOSED or word in seen[name]):
                prior[name][word] = value * emission[i] / emission.sum()
    out = {}
    for name, words_of_class in prior.items():
        names = sorted({*words_of_class, *seen[name]})
        own = np.array([seen[name][w] for w in names], np.float64)
        other = np.array([words_of_class.get(w, 0.0) for w in names])
        p = text_weight * own / own.sum()
        if other.sum() > 0:
            p = p + (1 - text_weight) * other / other.sum()
        out[name] = (names, np.cumsum(p / p.sum()))
    return out


def _one_of(members: tuple[list[str], FloatArray], rng: np.random.Generator) -> str:
    names, sums = members
    return names[min(int(np.searchsorted(sums, rng.random())), len(names) - 1)]


def sampled(
    model: NgramModel, count: int, rng: np.random.Generator, *, longest: int = 40
) -> list[list[int]]:
    """Sentences drawn from a small model: every word is scored at every place."""
    size = len(model.vocabulary)
    words = np.arange(size)
    state = np.full(count, model.start)
    out: list[list[int]] = [[] for _ in range(count)]
    active = np.arange(count)
    cached: dict[int, FloatArray] = {}
    after: dict[int, NDArray[np.int64]] = {}
    for _ in range(longest):
        draws = rng.random(len(active))
        still = []
        for i, draw in zip(active.tolist(), draws.tolist(), strict=True):
            s = int(state[i])
            if s not in cached:
                log_p, after[s] = model.score(np.full(size, s), words)
                p = np.exp(log_p)
                p[model.begin] = 0.0
                cached[s] = np.cumsum(p / p.sum())
            word = min(int(np.searchsorted(cached[s], draw)), size - 1)
            if word == model.end:
                continue
            out[i].append(word)
            state[i] = after[s][word]
            still.append(i)
        active = np.array(still, np.int64)
        if not len(active):
            break
    return out
