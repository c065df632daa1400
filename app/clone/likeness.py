"""Is it the same person? Embeddings of takes compared with each other.

The cosine of a take to the mean of ``k`` others grows with ``k``, because the mean forgets what is
particular to each: by ``sqrt(k / (1 + (k - 1) r))`` when the others' cosines among themselves are
``r``. The likeness here is the cosine divided by that, so that one threshold serves for any number
of takes. A pitch far from that of the others counts against it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

SAMPLE_RATE = 16_000
WINDOW_S, STEP_S = 1.5, 0.5
Embed = Callable[[NDArray[np.float32]], NDArray[np.float32]]
_TYPICAL_COSINE = 0.6
_PITCH_FREE_OCTAVES, _PITCH_COST = 0.15, 0.4


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The takes that were accepted so far: whom a new one is compared with.

    ``embeddings (n, 192)`` of unit length, ``f0_hz (n,)``, 0 where unknown.
    """

    embeddings: NDArray[np.float32]
    f0_hz: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.embeddings)

    def without(self, index: int) -> Reference:
        """All but one."""
        return Reference(
            embeddings=np.delete(self.embeddings, index, axis=0),
            f0_hz=np.delete(self.f0_hz, index),
        )


def reference_of(embeddings: Sequence[NDArray[np.float32]], f0_hz: Sequence[float]) -> Reference:
    """The reference of some takes, or of none, by their embeddings and median pitches."""
    return Reference(
        embeddings=np.stack(embeddings) if embeddings else np.zeros((0, 192), np.float32),
        f0_hz=np.array(f0_hz, np.float64),
    )


def likeness(embedding: NDArray[np.float32], f0_hz: float, reference: Reference) -> float:
    """How much a take sounds like the reference; 1 at most, 0 for strangers.

    Parameters
    ----------
    embedding, f0_hz
        Of the take; the latter 0 where unknown.
    reference
        One take at least.
    """
    count = len(reference)
    mean = reference.embeddings.sum(axis=0, dtype=np.float64)
    cosine = float(embedding @ mean) / max(1e-9, float(np.linalg.norm(mean)))
    cosine /= float(np.sqrt(count / (1.0 + (count - 1) * _TYPICAL_COSINE)))
    known = reference.f0_hz[reference.f0_hz > 0]
    if f0_hz > 0 and known.size:
        away = abs(float(np.log2(f0_hz / np.median(known))))
        cosine -= _PITCH_COST * max(0.0, away - _PITCH_FREE_OCTAVES)
    return cosine


def odd_ones(reference: Reference, least: float) -> list[int]:
    """Takes that are unlike the rest, the oddest first, by likeness to all that remain.

    For takes that were accepted before enough others were there. At most a third of them.
    """
    left = list(range(len(reference)))
    found: list[int] = []
    while len(left) > 2 and len(found) < len(reference) // 3:
        rest = Reference(embeddings=reference.embeddings[left], f0_hz=reference.f0_hz[left])
        scores = [
            likeness(rest.embeddings[i], float(rest.f0_hz[i]), rest.without(i))
            for i in range(len(left))
        ]
        worst = int(np.argmin(scores))
        if scores[worst] >= least:
            break
        found.append(left.pop(worst))
    return found


def window_embeddings(
    speech: NDArray[np.float32], embed: Embed
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Embeddings of windows of 1.5 s every 0.5 s, ``(n, 192)``, and where they start, ``(n,)``.

    Parameters
    ----------
    speech
        At 16 kHz, without its pauses.
    """
    size, step = round(WINDOW_S * SAMPLE_RATE), round(STEP_S * SAMPLE_RATE)
    starts = np.arange(0, len(speech) - size + 1, step)
    found = [embed(speech[start : start + size]) for start in starts]
    return (np.stack(found) if found else np.zeros((0, 192), np.float32)), starts


def one_voice(speech: NDArray[np.float32], embed: Embed) -> float:
    """How alike the beginning and the end of a take are, divided where they are least alike.

    1 where there is less than 3 s of speech: that is too little to tell.
    """
    found, _ = window_embeddings(speech, embed)
    apart = round(WINDOW_S / STEP_S)
    least = 1.0
    for split in range(1, len(found) - apart + 1):
        first, last = found[:split].sum(axis=0), found[split + apart - 1 :].sum(axis=0)
        lengths = float(np.linalg.norm(first)) * float(np.linalg.norm(last))
        least = min(least, float(first @ last) / max(lengths, 1e-9))
    return least


def dominant(
    embeddings: Sequence[NDArray[np.float32]],
    seconds: NDArray[np.floating],
    *,
    least: float,
    most: int = 400,
) -> list[bool]:
    """Which of these are the person who speaks longest.

    Groups are joined, the most alike first, while the mean cosine between their members is
    ``least`` or more (average linkage); the group with the most seconds is the person. Then
    everything is compared with that person again. With more than ``most`` takes, that many of
    them, spread evenly, are grouped.

    Parameters
    ----------
    seconds
        Length of the speech of each, ``(n,)``.
    """
    if not len(embeddings):
        return []
    found = np.stack(embeddings).astype(np.float64)
    picked = np.unique(np.linspace(0, len(found) - 1, min(most, len(found))).round()).astype(int)
    groups = grouped(found[picked], least)
    longest = max(groups, key=lambda group: float(seconds[picked[group]].sum()))
    mean = found[picked[longest]].sum(axis=0)
    count = len(longest)
    scale = float(np.sqrt(count / (1.0 + (count - 1) * _TYPICAL_COSINE)))
    own = found @ mean / max(1e-9, float(np.linalg.norm(mean))) >= least * scale
    own[picked[longest]] = True
    return [bool(value) for value in own]


def grouped(
    embeddings: NDArray[np.float64], least: float, weights: NDArray[np.float64] | None = None
) -> list[list[int]]:
    """Groups of indices by average linkage, each in the order of joining, by their first index.

    Groups are joined, the most alike first, while the mean product between their members is
    ``least`` or more.

    Parameters
    ----------
    embeddings
        ``(n, d)``, of unit length; a row that stands for several others is their plain mean, and
        its weight is their number.
    weights
        ``(n,)``, above 0; all 1 by default.
    """
    count = len(embeddings)
    groups = [[index] for index in range(count)]
    cosines = embeddings @ embeddings.T
    np.fill_diagonal(cosines, -np.inf)
    sizes = np.ones(count) if weights is None else weights.astype(np.float64)
    for _ in range(count - 1):
        first, second = divmod(int(cosines.argmax()), count)
        if cosines[first, second] < least:
            break
        first, second = sorted((first, second))
        merged = sizes[first] * cosines[first] + sizes[second] * cosines[second]
        merged /= sizes[first] + sizes[second]
        cosines[first], cosines[:, first] = merged, merged
        cosines[first, first] = -np.inf
        cosines[second], cosines[:, second] = -np.inf, -np.inf
        sizes[first] += sizes[second]
        groups[first] += groups[second]
        groups[second] = []
    return [group for group in groups if group]
