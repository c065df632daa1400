"""Weights of the decoder for one network: fitted on dev sentences, measured across corpora."""

from __future__ import annotations

import dataclasses
import itertools
import time
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.confidence import (
    ConfidenceModel,
    calibration_error,
    fit_confidence,
    matches,
)
from syrinx.neural.runtime.decoding.final import Finisher
from syrinx.neural.runtime.decoding.search import BeamSearch, SearchConfig, Vocabulary
from syrinx.neural.runtime.decoding.word_network import WordScorer
from syrinx.training.metrics.words import NO_ERRORS, WordErrors, total_errors, word_errors

SCALES = (1.0, 2.0, 3.0, 5.0, 8.0)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A dev sentence: what was said, and the network's frames ``(n_frames, n_units)``.

    ``letters`` are those of its second head, if it has one.
    """

    corpus: str
    speaker: str
    words: tuple[str, ...]
    log_probs: NDArray[np.float32]
    letters: NDArray[np.float32] | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """Errors by corpus with some weights, and the time that a frame took."""

    config: SearchConfig
    errors: Mapping[str, WordErrors]
    seconds_per_frame: float

    def rate(self, corpora: Sequence[str] | None = None) -> float:
        """Word error rate over the named corpora, or all, every word alike."""
        chosen = [e for c, e in self.errors.items() if corpora is None or c in corpora]
        return sum(chosen, NO_ERRORS).rate


def measure(vocabulary: Vocabulary, config: SearchConfig, heard: Sequence[Heard]) -> Trial:
    """Recognise the sentences with given weights."""
    search = BeamSearch(vocabulary, config)
    found: dict[str, list[WordErrors]] = {}
    began = time.process_time()
    frames = 0
    for sentence in heard:
        search.reset()
        search.step(sentence.log_probs)
        frames += len(sentence.log_probs)
        words = _texts(vocabulary, search.best()[0].words)
        found.setdefault(sentence.corpus, []).append(word_errors(sentence.words, words))
    return Trial(
        config=config,
        errors={corpus: total_errors(errors) for corpus, errors in found.items()},
        seconds_per_frame=(time.process_time() - began) / max(frames, 1),
    )


def _texts(vocabulary: Vocabulary, words: Sequence[int]) -> list[str]:
    return " ".join(vocabulary.lexicon.words[w] for w in words).split()


def fit_search(
    vocabulary: Vocabulary,
    heard: Sequence[Heard],
    start: SearchConfig,
    *,
    lm_weights: Sequence[float] = (0.5, 0.65, 0.8),
    bonuses: Sequence[float] = (-1.5, -1.0, -0.5, 0.0, 0.5),
) -> Iterator[Trial]:
    """Try weights of the language model, then bonuses of a word around what was best.

    Raises
    ------
    SyrinxError
        If there are no sentences.
    """
    if not heard:
        raise SyrinxError("There are no dev sentences to fit the decoder on.")
    tried: dict[tuple[float, float], Trial] = {}

    def attempt(weight: float, bonus: float) -> Trial:
        key = (weight, bonus)
        if key not in tried:
            config = dataclasses.replace(start, lm_weight=weight, word_bonus=bonus)
            tried[key] = measure(vocabulary, config, heard)
        return tried[key]

    for weight in lm_weights:
        yield attempt(weight, start.word_bonus)
    for _ in range(2):
        best = min(tried.values(), key=Trial.rate).config
        near = sorted(lm_weights, key=lambda w: abs(w - best.lm_weight))[:3]
        close = sorted(bonuses, key=lambda b: abs(b - best.word_bonus))[:3]
        for weight, bonus in itertools.product(near, close):
            if (weight, bonus) not in tried:
                yield attempt(weight, bonus)


def fit_confidences(
    vocabulary: Vocabulary,
    config: SearchConfig,
    heard: Sequence[Heard],
    *,
    letters: Sequence[str] = (),
    letters_weight: float = 0.0,
    network: WordScorer | None = None,
    network_weight: float = 0.0,
    n_best: int = 30,
) -> tuple[ConfidenceModel, dict[str, float]]:
    """Fit confidences on every second sentence; the figures are those of the others.

    Returns
    -------
    model, figures
        ``calibration`` is the mean distance of confidence and truth, ``wrong_found`` the share
        of pairs of a wrong and a right word in which the wrong one is less sure (the area under
        the curve).
    """
    search = BeamSearch(vocabulary, config)
    finishers = [
        Finisher(
            vocabulary,
            confidence=ConfidenceModel(scale=scale),
            letters=letters,
            letters_weight=letters_weight,
            network=network,
            network_weight=network_weight,
            n_best=n_best,
        )
        for scale in SCALES
    ]
    features: dict[float, list[list[tuple[float, ...]]]] = {s: [[], []] for s in SCALES}
    right: dict[float, list[list[bool]]] = {s: [[], []] for s in SCALES}
    for i, sentence in enumerate(heard):
        search.reset()
        search.step(sentence.log_probs)
        for scale, finisher in zip(SCALES, finishers, strict=True):
            words = finisher.words(search, sentence.log_probs, sentence.letters)
            features[scale][i % 2] += [w.features for w in words]
            right[scale][i % 2] += _right(sentence.words, [w.text.lower() for w in words])
    best: tuple[float, ConfidenceModel, dict[str, float]] | None = None
    for scale in SCALES:
        fitted, tested = features[scale]
        model = fit_confidence(np.array(fitted), np.array(right[scale][0]), scale=scale)
        sure, true = model(np.array(tested)), np.array(right[scale][1])
        entropy = -float(np.mean(np.log(np.where(true, sure, 1 - sure))))
        order = np.argsort(np.argsort(sure))
        n_right, n_wrong = int(true.sum()), int((~true).sum())
        area = (order[true].sum() - n_right * (n_right - 1) / 2) / max(n_right * n_wrong, 1)
        figures = {
            "words": float(len(true)),
            "right": float(true.mean()),
            "calibration": calibration_error(sure, true),
            "wrong_found": float(area),
            "cross_entropy": entropy,
        }
        if best is None or entropy < best[0]:
            best = (entropy, model, figures)
    assert best is not None
    return best[1], best[2]


def fit_rescoring(
    vocabulary: Vocabulary,
    config: SearchConfig,
    heard: Sequence[Heard],
    letters: Sequence[str],
    network: WordScorer | None = None,
    *,
    letters_weights: Sequence[float] = (0.0, 0.1, 0.15, 0.2, 0.25, 0.3),
    network_weights: Sequence[float] = (0.0, 0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5),
    n_best: int = 30,
) -> dict[tuple[float, float], dict[str, WordErrors]]:
    """Errors by corpus with the N best rescored, for weights of the letters and of the network."""
    search = BeamSearch(vocabulary, config)
    finisher = Finisher(
        vocabulary,
        letters=letters,
        letters_weight=1.0,
        network=network,
        network_weight=1.0,
        n_best=n_best,
    )
    pairs = list(
        itertools.product(
            letters_weights if letters else (0.0,), network_weights if network else (0.0,)
        )
    )
    found: dict[tuple[float, float], dict[str, list[WordErrors]]] = {pair: {} for pair in pairs}
    for sentence in heard:
        search.reset()
        search.step(sentence.log_probs)
        ways, spelled, expected = finisher.opinions(search, sentence.letters)
        scores = np.array([h.score for h in ways])
        errors: dict[int, WordErrors] = {}
        for a, b in pairs:
            best = int(np.argmax(scores + a * spelled + b * expected))
            if best not in errors:
                errors[best] = word_errors(sentence.words, _texts(vocabulary, ways[best].words))
            found[a, b].setdefault(sentence.corpus, []).append(errors[best])
    return {
        pair: {corpus: total_errors(errors) for corpus, errors in table.items()}
        for pair, table in found.items()
    }


def _right(said: Sequence[str], heard: Sequence[str]) -> list[bool]:
    number = {w: i for i, w in enumerate({*said, *heard})}
    pairs = matches([number[w] for w in heard], [number[w] for w in said])
    out = [False] * len(heard)
    for i, j in pairs:
        out[i] = heard[i] == said[j]
    return out


def oracle_errors(
    vocabulary: Vocabulary, config: SearchConfig, heard: Sequence[Heard], *, n_best: int
) -> WordErrors:
    """Errors of the best of the N hypotheses: what rescoring could reach at most."""
    search = BeamSearch(vocabulary, config)
    out = []
    for sentence in heard:
        search.reset()
        search.step(sentence.log_probs)
        ways = [
            word_errors(sentence.words, _texts(vocabulary, h.words)) for h in search.best(n_best)
        ]
        out.append(min(ways, key=lambda e: e.rate))
    return total_errors(out)
