"""Texts as a recurrent model learns them: passages of one or more sentences, as words' numbers.

Who reads aloud does not stop after every sentence, and a recogniser's utterance does not end there
either. So half of the passages are several sentences in a row, without an end between them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from syrinx.neural.word_model import END, FIRST_WORD, OTHER
from syrinx.training.language.build import Sources, unlike_dev
from syrinx.training.language.texts import sentences_of

Texts = list[list[list[str]]]
"""Texts, each a row of sentences, each a row of words."""
LONGEST = 48
ENDINGS = 96
"""Endings of words that count as a feature."""


def texts_of(sources: Sources, prose: Sequence[Path]) -> Texts:
    """Train texts of the pack (each sentence a text of its own) and prose, file by file."""
    out = [[s] for name, part in sources.texts.items() if name != "prose" for s in part]
    for folder in prose:
        for path in sorted(folder.rglob("*.txt")):
            text = list(sentences_of(path.read_text(encoding="utf-8")))
            out.append(unlike_dev(text, sources.dev))
    return out


def held_out(texts: Texts, share: float) -> tuple[Texts, Texts]:
    """Texts to learn from, and the ends of the long ones, which are kept back."""
    learned, kept = [], []
    for text in texts:
        cut = len(text) - round(share * len(text)) if len(text) > 50 else len(text)
        learned.append(text[:cut])
        kept.append(text[cut:])
    return learned, [text for text in kept if text]


def shortlist(texts: Texts, allowed: Mapping[str, float], size: int) -> tuple[str, ...]:
    """The ``size`` most frequent words of texts that are ``allowed``; ties by its values."""
    counts = Counter(w for text in texts for s in text for w in s if w in allowed)
    ranked = sorted(counts, key=lambda w: (-counts[w], -allowed[w], w))
    return tuple(ranked[:size])


def features_of(
    words: Sequence[str], parts: Mapping[str, Mapping[str, float]], share: Mapping[str, float]
) -> tuple[Tensor, list[str]]:
    """What each token is made of: parts of speech, by probability, and its ending.

    Returns
    -------
    features, names
        ``(FIRST_WORD + len(words), n)``, and what each column means.
    """
    endings = Counter(w[-n:] for w in words for n in (1, 2, 3) if len(w) > n + 1)
    common = [e for e, _ in sorted(endings.items(), key=lambda item: (-item[1], item[0]))]
    names = [*sorted(parts), *common[:ENDINGS]]
    column = {name: i for i, name in enumerate(names)}
    out = np.zeros((FIRST_WORD + len(words), max(len(names), 1)), np.float32)
    for row, word in enumerate(words, start=FIRST_WORD):
        given = {p: share[p] * values.get(word, 0.0) for p, values in parts.items()}
        total = sum(given.values())
        for part, value in given.items():
            if value > 0.02 * total:
                out[row, column[part]] = value / total
        for n in (1, 2, 3):
            if len(word) > n + 1 and word[-n:] in column:
                out[row, column[word[-n:]]] = 1.0
    return torch.from_numpy(out), names


class Passages:
    """Texts as numbers; :meth:`batches` cuts and mixes them anew in every round.

    Parameters
    ----------
    texts
        What is learned from.
    words
        The list; other words become `OTHER`.
    """

    def __init__(self, texts: Texts, words: Sequence[str], seed: int = 0) -> None:
        number = {w: i for i, w in enumerate(words, start=FIRST_WORD)}
        self.texts = [[[number.get(w, OTHER) for w in s] for s in text if s] for text in texts]
        counts = Counter(w for text in self.texts for s in text for w in s)
        self._once = {w for w, n in counts.items() if n == 1}
        self._rng = np.random.default_rng(seed)

    def log_share(self, tokens: int) -> Tensor:
        """Log probability of each of ``tokens`` without context, none of them impossible."""
        counts = np.full(tokens, 0.5)
        for text in self.texts:
            for sentence in text:
                np.add.at(counts, sentence, 1.0)
            counts[END] += len(text) / 2
        return torch.from_numpy(np.log(counts / counts.sum())).float()

    def cut(self) -> list[list[int]]:
        """Passages of one round: single sentences and rows of them."""
        rng, out = self._rng, []
        for text in self.texts:
            at = 0
            while at < len(text):
                passage = list(text[at])
                at += 1
                wanted = int(rng.integers(15, 45)) if rng.random() < 0.5 else 0
                while at < len(text) and len(passage) + len(text[at]) <= wanted:
                    passage += text[at]
                    at += 1
                out.append(passage[:LONGEST])
        return out

    def batches(self, tokens: int) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
        """Endless batches of about ``tokens`` words, passages of like length together.

        Of the words that come but once every second one is `OTHER` in each round: where they are
        new words may come, which no text would tell otherwise (Good 1953).
        """
        while True:
            new = {w for w in self._once if self._rng.random() < 0.5}
            passages = [[OTHER if w in new else w for w in p] for p in self.cut()]
            lengths = np.array([len(p) for p in passages]) + self._rng.uniform(0, 4, len(passages))
            groups: list[list[list[int]]] = [[]]
            for i in np.argsort(lengths).tolist():
                if groups[-1] and (len(groups[-1]) + 1) * (len(passages[i]) + 1) > tokens:
                    groups.append([])
                groups[-1].append(passages[i])
            for g in self._rng.permutation(len(groups)).tolist():
                yield padded(groups[g])


def padded(passages: Sequence[Sequence[int]]) -> tuple[Tensor, Tensor, Tensor]:
    """Tokens ``(B, T)`` before each word, the words and the end after them, and which count."""
    longest = max(map(len, passages)) + 1
    before = np.full((len(passages), longest), END)
    after = np.full((len(passages), longest), END)
    counts: NDArray[np.bool_] = np.zeros((len(passages), longest), bool)
    for row, passage in enumerate(passages):
        before[row, 1 : len(passage) + 1] = passage
        after[row, : len(passage)] = passage
        counts[row, : len(passage) + 1] = True
    return torch.from_numpy(before), torch.from_numpy(after), torch.from_numpy(counts)
