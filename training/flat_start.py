"""The flat start of the aligner: one Gaussian per phone, and the utterances it learns from."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import scipy.fft
from numpy.typing import NDArray

from syrinx.training.align import (
    FloatArray,
    align_batch,
    by_length,
    features_of,
    loud_frames,
    words_of,
)
from syrinx.training.batches import PhoneSet, label_map
from syrinx.training.boundaries import BATCH_FRAMES, HELD_OUT
from syrinx.training.data import SpeechCache, Utterance
from syrinx.training.fit import FitEvent

FLAT_FRAMES = 300_000


class FlatStart:
    """One diagonal Gaussian per class over 13 cepstra and their first two differences."""

    def __init__(self, n_classes: int) -> None:
        self.n_classes = n_classes
        self.mean = np.zeros((n_classes, 39), np.float32)
        self.variance = np.ones((n_classes, 39), np.float32)

    @staticmethod
    def cepstra(log_mel: NDArray) -> FloatArray:
        """Log-mel ``(T, 80)`` to ``(T, 39)``."""
        base = scipy.fft.dct(log_mel.astype(np.float32), axis=1, norm="ortho")[:, :13]
        first = np.gradient(base, axis=0) if len(base) > 1 else np.zeros_like(base)
        second = np.gradient(first, axis=0) if len(base) > 1 else np.zeros_like(base)
        return np.concatenate([base, 3.0 * first, 6.0 * second], axis=1)

    def estimate(self, cepstra: Sequence[FloatArray], labels: Sequence[NDArray]) -> None:
        """Set means and variances from labelled frames; rare classes lean on all speech."""
        frames, classes = np.concatenate(cepstra), np.concatenate(labels)
        speech = frames[classes > 0] if bool((classes > 0).any()) else frames
        overall, spread = speech.mean(axis=0), speech.var(axis=0) + 1e-4
        for c in range(self.n_classes):
            own = frames[classes == c]
            share = len(own) / (len(own) + 50.0)
            mean = own.mean(axis=0) if len(own) else overall
            variance = own.var(axis=0) if len(own) else spread
            self.mean[c] = share * mean + (1 - share) * overall
            self.variance[c] = np.maximum(share * variance + (1 - share) * spread, 0.1 * spread)

    def scores(self, log_mel: Sequence[NDArray], *, scale: float = 0.3) -> list[FloatArray]:
        """Log posteriors ``(T, n_classes)`` of several utterances, all classes equally likely.

        Neighbouring frames are not as independent as Gaussians take them to be: ``scale`` makes
        up for that. It changes how sure the posteriors are, not the alignment.
        """
        out = []
        for x in log_mel:
            scaled = scale * self.log_likelihood(self.cepstra(x))
            out.append(scaled - np.logaddexp.reduce(scaled, axis=1, keepdims=True))
        return out

    def save(self, path: Path) -> None:
        """Write means and variances."""
        part = path.with_suffix(".part.npz")
        np.savez(part, mean=self.mean, variance=self.variance)
        os.replace(part, path)

    @classmethod
    def load(cls, path: Path) -> FlatStart:
        """Read what :meth:`save` wrote."""
        kept = np.load(path)
        out = cls(len(kept["mean"]))
        out.mean, out.variance = kept["mean"], kept["variance"]
        return out

    def log_likelihood(self, cepstra: FloatArray) -> FloatArray:
        """``(T, 39)`` to ``(T, n_classes)``."""
        precision = 1.0 / self.variance
        constant = -0.5 * (np.log(self.variance) + self.mean**2 * precision).sum(axis=1)
        out = cepstra @ (self.mean * precision).T - 0.5 * (cepstra**2) @ precision.T + constant
        return out.astype(np.float32)


def spread_evenly(words: Sequence[Sequence[int]], loud: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The flat start: all phones at equal lengths between the first and the last loud frame."""
    phones = np.array([p for word in words for p in word])
    place = np.flatnonzero(loud)
    out = np.zeros(len(loud), np.int64)
    first, last = int(place[0]), int(place[-1]) + 1
    out[first:last] = phones[np.arange(last - first) * len(phones) // (last - first)]
    return out


class Material:
    """Features, words and labels of the utterances to train on.

    ``exact`` tells whose labels are known and stay; the others start spread evenly.
    """

    def __init__(self, cache: SpeechCache, utterances: Sequence[Utterance], phones: PhoneSet):
        self.utterances = list(utterances)
        self.log_mel = features_of(cache, utterances)
        self.words = [words_of(u.phones, phones) for u in utterances]
        self.labels = [
            spread_evenly(words, loud_frames(cache.audio(u)))
            for words, u in zip(self.words, utterances, strict=True)
        ]
        self.lengths = [len(x) for x in self.log_mel]
        self.exact = [False] * len(self.lengths)

    def add_exact(self, cache: SpeechCache, phones: PhoneSet) -> None:
        """Take in the utterances of a cache of taught speech, but for the voices held out."""
        table = label_map(cache.phone_names, phones)
        chosen = [u for u in cache.utterances if u.speaker not in HELD_OUT]
        self.utterances += chosen
        self.log_mel += features_of(cache, chosen)
        self.words += [words_of(u.phones, phones) for u in chosen]
        for u in chosen:
            labels = cache.phones(u)
            self.labels.append(np.full(u.n_frames, -1) if labels is None else table[labels])
        self.lengths += [u.n_frames for u in chosen]
        self.exact += [True] * len(chosen)

    def prior(self, n_classes: int) -> NDArray[np.float32]:
        """Logarithm of the share of each class in the labels."""
        labels = np.concatenate(self.labels)
        counts = np.bincount(labels[labels >= 0], minlength=n_classes) + 20.0
        return np.log(counts / counts.sum()).astype(np.float32)


def flat_start(
    material: Material,
    gaussians: FlatStart,
    rounds: int,
    rng: np.random.Generator,
    *,
    label_all: bool = True,
) -> Iterator[FitEvent]:
    """Estimate and align in turn with Gaussians; the labels of ``material`` are replaced.

    The rounds use about 50 minutes of the speech, the last one all of it if ``label_all``. Exact
    labels alone make the first estimate, if there are any.
    """
    unknown = np.flatnonzero(~np.array(material.exact))
    order = rng.permutation(unknown)
    some = order[: np.searchsorted(np.cumsum(np.array(material.lengths)[order]), FLAT_FRAMES)]
    known = {int(i): gaussians.cepstra(material.log_mel[i]) for i in np.flatnonzero(material.exact)}
    cepstra = {int(i): gaussians.cepstra(material.log_mel[i]) for i in some}
    flat = np.zeros(gaussians.n_classes, np.float32)
    for number in range(rounds):
        used = known if known and number == 0 else {**known, **cepstra}
        gaussians.estimate(list(used.values()), [material.labels[i] for i in used])
        last = label_all and number == rounds - 1
        chosen = unknown.tolist() if last else sorted(cepstra)
        total = changed = 0
        for group in by_length([material.lengths[i] for i in chosen], BATCH_FRAMES):
            indices = [chosen[g] for g in group]
            scores = [
                gaussians.log_likelihood(
                    cepstra[i] if i in cepstra else gaussians.cepstra(material.log_mel[i])
                )
                for i in indices
            ]
            found = align_batch(scores, [material.words[i] for i in indices], flat)
            for i, alignment in zip(indices, found, strict=True):
                if alignment is not None:
                    changed += int((alignment.labels != material.labels[i]).sum())
                    total += len(alignment.labels)
                    material.labels[i] = alignment.labels.astype(np.int64)
        moved = 100.0 * changed / max(1, total)
        yield FitEvent(kind="flat", step=number, elapsed_s=0.0, figures={"moved_percent": moved})


def dev_material(cache: SpeechCache, phones: PhoneSet, *, each: int = 40) -> Material:
    """A fixed choice of transcribed English dev utterances, ``each`` of every corpus."""
    by_corpus: dict[str, list[Utterance]] = {}
    for u in cache.select("dev"):
        if u.language == "en" and words_of(u.phones, phones) and u.n_samples <= 12 * 16000:
            by_corpus.setdefault(u.corpus, []).append(u)
    chosen = [u for us in by_corpus.values() for u in us[:: max(1, len(us) // each)][:each]]
    return Material(cache, chosen, phones)
