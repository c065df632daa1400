"""Is it the same person? Embeddings of takes compared with each other.

The cosine of a take to the mean of ``k`` others grows with ``k``, because the mean forgets what is
particular to each: by ``sqrt(k / (1 + (k - 1) r))`` when the others' cosines among themselves are
``r``. The likeness here is the cosine divided by that, so that one threshold serves for any number
of takes. A pitch far from that of the others counts against it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

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
