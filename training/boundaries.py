"""Boundaries found by an aligner against exact ones, of taught speech."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from syrinx.training.align import Scorer, align_batch, by_length, features_of, words_of
from syrinx.training.batches import PhoneSet, label_map
from syrinx.training.data import SpeechCache, Utterance

BATCH_FRAMES = 6000
HELD_OUT = frozenset({"rms", "ked_diphone"})
"""Voices of taught speech that no aligner learns from: they are measured with."""


def held_out(taught: SpeechCache, *, each: int = 60) -> list[Utterance]:
    """At most about ``each`` utterances of every voice that is measured with."""
    by_voice: dict[str, list[Utterance]] = {}
    for u in taught.utterances:
        if u.speaker in HELD_OUT:
            by_voice.setdefault(u.speaker, []).append(u)
    return [u for us in by_voice.values() for u in us[:: max(1, len(us) // each)]]


def starts(labels: NDArray) -> tuple[list[int], NDArray[np.int64]]:
    """Phones in order and the frames in which they start, the end of the last one added."""
    change = np.flatnonzero(np.diff(labels.astype(int), prepend=-1))
    spoken = [int(c) for c in change if labels[c] > 0]
    end = int(np.flatnonzero(labels > 0)[-1]) + 1 if spoken else 0
    return [int(labels[c]) for c in spoken], np.array([*spoken, end])


def boundary_errors(
    scores: Scorer,
    cache: SpeechCache,
    utterances: Sequence[Utterance],
    phones: PhoneSet,
    prior: NDArray[np.float32],
) -> dict[str, dict[str, float]]:
    """Errors of the starts of phones against exact labels, by speaker and over all."""
    errors: dict[str, list[NDArray]] = {}
    same: dict[str, list[float]] = {}
    table = label_map(cache.phone_names, phones)
    for group in by_length([u.n_frames for u in utterances], BATCH_FRAMES):
        chosen = [utterances[i] for i in group]
        log_p = scores(features_of(cache, chosen))
        found = align_batch(log_p, [words_of(u.phones, phones) for u in chosen], prior)
        for u, alignment in zip(chosen, found, strict=True):
            exact = cache.phones(u)
            if alignment is None or exact is None:
                continue
            truth = table[exact]
            for key in ("all", u.speaker):
                same.setdefault(key, []).append(float((truth == alignment.labels).mean()))
            (said, true_at), (heard, at) = starts(truth), starts(alignment.labels)
            if said == heard:
                for key in ("all", u.speaker):
                    errors.setdefault(key, []).append(10.0 * (at - true_at))
    out = {}
    for key, parts in sorted(errors.items()):
        ms = np.concatenate(parts)
        out[key] = {
            "utterances": len(same[key]),
            "compared": len(parts),
            "boundaries": len(ms),
            "median_ms": float(np.median(np.abs(ms))),
            "bias_ms": float(np.median(ms)),
            "mean_ms": float(np.abs(ms).mean()),
            "within_20_ms": float((np.abs(ms) <= 20).mean()),
            "within_50_ms": float((np.abs(ms) <= 50).mean()),
            "frames_right": float(np.mean(same[key])),
        }
    return out
