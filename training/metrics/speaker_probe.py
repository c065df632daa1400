"""Who speaks, guessed from features that should not tell: a probe of the content encoder.

A small classifier is fitted to some utterances of many speakers and tested on others of the same
speakers, once on the mean and the spread over an utterance and once on single frames. The probe
measures and is thrown away: nothing of the speakers enters a model.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn.functional import cross_entropy

from syrinx.dsp.errors import SyrinxError
from syrinx.training.data import HOP_LENGTH, SAMPLE_RATE, SpeechCache, Utterance

Features = Callable[[NDArray], NDArray]
LEVEL_DBFS = -26.0
FRAMES_EACH = 100
HIDDEN = 128


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ProbeSet:
    """Utterances of speakers who each have some to fit the probe to and some to test it on."""

    speakers: tuple[str, ...]
    fit: tuple[Utterance, ...]
    test: tuple[Utterance, ...]


def probe_set(
    cache: SpeechCache,
    split: str,
    *,
    speakers: int = 40,
    fit: int = 8,
    test: int = 4,
    shortest_s: float = 1.5,
) -> ProbeSet:
    """Draw the speakers with enough utterances, corpora in turn, always the same ones.

    Raises
    ------
    SyrinxError
        Fewer than two speakers have ``fit + test`` utterances.
    """
    by_speaker: dict[str, list[Utterance]] = {}
    for u in cache.select(split):
        if u.n_samples >= shortest_s * SAMPLE_RATE and "unlabelled" not in u.speaker:
            by_speaker.setdefault(u.speaker_key, []).append(u)
    by_corpus: dict[str, list[str]] = {}
    for key, have in sorted(by_speaker.items()):
        if len(have) >= fit + test:
            by_corpus.setdefault(have[0].corpus, []).append(key)
    chosen: list[str] = []
    for place in range(max(map(len, by_corpus.values()), default=0)):
        chosen += [keys[place] for keys in by_corpus.values() if place < len(keys)]
    chosen = sorted(chosen[:speakers])
    if len(chosen) < 2:
        raise SyrinxError(
            f"Fewer than two {split} speakers have {fit + test} utterances of {shortest_s:g} s."
        )
    fitted: list[Utterance] = []
    tested: list[Utterance] = []
    for number, key in enumerate(chosen):
        drawn = np.random.default_rng(number).permutation(len(by_speaker[key]))[: fit + test]
        picked = [by_speaker[key][int(i)] for i in drawn]
        fitted += picked[:fit]
        tested += picked[fit:]
    return ProbeSet(speakers=tuple(chosen), fit=tuple(fitted), test=tuple(tested))


def excerpt(cache: SpeechCache, utterance: Utterance, longest_s: float = 3.0) -> NDArray:
    """The middle of an utterance at one level, so that the level tells nothing."""
    n = min(utterance.n_samples, round(longest_s * SAMPLE_RATE)) // HOP_LENGTH * HOP_LENGTH
    start = (utterance.n_samples - n) // 2
    gain = 10.0 ** ((LEVEL_DBFS - utterance.level_dbfs) / 20.0)
    return np.asarray(
        np.clip(cache.audio(utterance, start, start + n) * gain, -1, 1), dtype=np.float32
    )


def loud_features(audio: NDArray, features: NDArray) -> NDArray:
    """The features ``(n_frames, d)`` of the frames within 30 dB of the loudest one."""
    n = min(len(features), len(audio) // HOP_LENGTH)
    power = np.square(audio[: n * HOP_LENGTH].reshape(n, HOP_LENGTH)).mean(axis=1)
    return np.asarray(features[:n][power > 1e-3 * power.max(initial=0.0)])


def probe(cache: SpeechCache, speech: ProbeSet, features: Features) -> dict[str, float]:
    """Accuracy of the probe on the test utterances, and what guessing reaches.

    Returns
    -------
    dict
        ``pooled`` and ``frame``: share of utterances and of frames whose speaker is named;
        ``pooled_in_corpus`` and ``frame_in_corpus``: the same when only speakers of the right
        corpus can be named (channels betray a corpus); ``chance`` and ``chance_in_corpus``.
    """
    number = {key: i for i, key in enumerate(speech.speakers)}
    corpora = np.array([key.split("/")[0] for key in speech.speakers])

    def gather(utterances: Sequence[Utterance], seed: int) -> tuple[NDArray, ...]:
        rng = np.random.default_rng(seed)
        pooled, who, frames, whose = [], [], [], []
        for u in utterances:
            audio = excerpt(cache, u)
            rows = loud_features(audio, features(audio))
            pooled.append(np.concatenate([rows.mean(axis=0), rows.std(axis=0)]))
            who.append(number[u.speaker_key])
            rows = rows[rng.permutation(len(rows))[:FRAMES_EACH]]
            frames.append(rows)
            whose.append(np.full(len(rows), number[u.speaker_key]))
        return np.stack(pooled), np.array(who), np.concatenate(frames), np.concatenate(whose)

    known, unseen = gather(speech.fit, 0), gather(speech.test, 1)
    out: dict[str, float] = {"speakers": float(len(number))}
    for name, at, steps in (("pooled", 0, 300), ("frame", 2, 800)):
        scores = _classify(known[at], known[at + 1], unseen[at], len(number), steps=steps)
        truth = unseen[at + 1]
        out[name] = float((scores.argmax(axis=1) == truth).mean())
        same = corpora[None, :] == corpora[truth][:, None]
        inside = np.where(same, scores, -np.inf).argmax(axis=1)
        out[f"{name}_in_corpus"] = float((inside == truth).mean())
    sizes = {corpus: int((corpora == corpus).sum()) for corpus in set(corpora)}
    out["chance"] = 1.0 / len(number)
    out["chance_in_corpus"] = float(np.mean([1.0 / sizes[corpus] for corpus in corpora]))
    return {name: round(value, 4) for name, value in out.items()}


def _classify(
    fit: NDArray, labels: NDArray, test: NDArray, n_classes: int, *, steps: int, size: int = 256
) -> NDArray:
    """Scores ``(n_test, n_classes)`` of a perceptron with one hidden layer."""
    mean, spread = fit.mean(axis=0), fit.std(axis=0) + 1e-6
    x = torch.from_numpy(((fit - mean) / spread).astype(np.float32))
    y = torch.from_numpy(labels)
    unseen = torch.from_numpy(((test - mean) / spread).astype(np.float32))
    with torch.random.fork_rng():
        torch.manual_seed(0)
        model = nn.Sequential(
            nn.Linear(x.shape[1], HIDDEN),
            nn.ReLU(),
            nn.Dropout(0.3),
            nn.Linear(HIDDEN, n_classes),
        )
        optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3, weight_decay=1e-2)
        for _ in range(steps):
            rows = torch.randint(len(x), (size,))
            optimizer.zero_grad()
            cross_entropy(model(x[rows]), y[rows]).backward()
            optimizer.step()
        model.eval()
        with torch.inference_mode():
            return np.asarray(model(unseen).numpy())
