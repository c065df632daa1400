"""The letter-to-sound model: n-grams of graphones, pruned and made coarse; how good it is."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping, Sequence

import numpy as np

from syrinx.neural.runtime.decoding.ngram import NgramLevel, NgramModel
from syrinx.neural.runtime.decoding.sounding import Sounding
from syrinx.neural.runtime.text.letters import LetterToSound, graphone_name
from syrinx.training.language.graphones import Graphone
from syrinx.training.language.kneser_ney import estimate, vocabulary_of
from syrinx.training.language.pruning import prune

Way = tuple[str, ...]
STEPS_PROBABILITY, STEPS_BACKOFF = 4.0, 3.0
"""Steps per natural unit to which logarithms are rounded: the file is a third smaller for it."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LetterConfig:
    """Settings: longest n-gram, relative growth of the perplexity that an n-gram is worth."""

    order: int = 6
    prune: float = 1e-7


def held_out(word: str, share: float = 0.05) -> bool:
    """Whether a word is one of those that measure, by a hash of it."""
    return hashlib.sha256(word.encode()).digest()[0] < 256 * share


def letter_model(cuts: Sequence[Sequence[Graphone]], config: LetterConfig) -> NgramModel:
    """Estimate the n-grams of words that are cut into graphones."""
    names = [[graphone_name(*piece) for piece in cut] for cut in cuts]
    vocabulary = vocabulary_of([name for cut in names for name in cut])
    index = {name: i for i, name in enumerate(vocabulary)}
    texts = [np.array([index[name] for name in cut], np.int64) for cut in names]
    model = prune(estimate(texts, vocabulary, config.order), config.prune)
    return _coarse(model)


def _coarse(model: NgramModel) -> NgramModel:
    levels = []
    for level in model.levels:
        backoff = np.round(level.backoff * STEPS_BACKOFF) / STEPS_BACKOFF
        # A back-off weight of zero would say that nothing follows the n-gram.
        lowered = np.where(level.backoff != 0, np.minimum(backoff, -1 / STEPS_BACKOFF), 0.0)
        levels.append(
            NgramLevel(
                context=level.context,
                word=level.word,
                log_prob=np.round(level.log_prob * STEPS_PROBABILITY) / STEPS_PROBABILITY,
                backoff=lowered,
            )
        )
    return NgramModel(model.vocabulary, levels)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LetterScore:
    """Shares of words said exactly, without and with stress, and of wrong phones."""

    words: int
    exact: float
    exact_with_stress: float
    phone_errors: float


def score(model: LetterToSound | Sounding, words: Mapping[str, Sequence[Way]]) -> LetterScore:
    """Measure a model on words; the nearest of a word's pronunciations counts.

    Parameters
    ----------
    model
        The rules of the recogniser (:class:`Sounding`) say no stress.
    words
        Word -> pronunciations with stress.
    """
    exact = with_stress = errors = total = 0
    for word, ways in words.items():
        said = tuple(p.upper() for p in model.say(word))
        plain = _plain(said)
        with_stress += said in ways
        distances = [edit_distance(_plain(way), plain) for way in ways]
        exact += min(distances) == 0
        errors += min(distances)
        total += len(ways[0])
    n = max(len(words), 1)
    return LetterScore(
        words=len(words),
        exact=exact / n,
        exact_with_stress=with_stress / n,
        phone_errors=errors / max(total, 1),
    )


def _plain(way: Sequence[str]) -> Way:
    return tuple(p.rstrip("012") for p in way)


def edit_distance(first: Sequence[str], second: Sequence[str]) -> int:
    """Fewest insertions, deletions and exchanges from one sequence to the other."""
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, start=1):
        new = [i]
        for j, b in enumerate(second, start=1):
            new.append(min(new[-1] + 1, row[j] + 1, row[j - 1] + (a != b)))
        row = new
    return row[-1]
