"""Diarisation error with oracle speech: the share of speech that is given to the wrong speaker."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from syrinx.dsp.errors import SyrinxError


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """Seconds of speech, and of it those with another speaker than said; counts of speakers."""

    speech_s: float
    confused_s: float
    speakers: int
    found: int

    @property
    def rate(self) -> float:
        """Diarisation error rate; nothing is missed or false where speech is known."""
        return self.confused_s / self.speech_s if self.speech_s else float("nan")


def confusion_of(
    words: Sequence[tuple[float, float]], said: Sequence[int], heard: Sequence[int]
) -> Confusion:
    """Compare speakers of the same words under the best one-to-one naming.

    That is the confusion part of NIST's diarisation error rate; no collar around turns.
    """
    if not len(words) == len(said) == len(heard):
        raise SyrinxError("Each word needs one speaker that is true and one that was found.")
    if not words:
        return Confusion(speech_s=0.0, confused_s=0.0, speakers=0, found=0)
    true, found = sorted(set(said)), sorted(set(heard))
    shared = np.zeros((len(true), len(found)))
    for (start, end), a, b in zip(words, said, heard, strict=True):
        shared[true.index(a), found.index(b)] += end - start
    rows, columns = linear_sum_assignment(-shared)
    total = float(shared.sum())
    return Confusion(
        speech_s=total,
        confused_s=max(0.0, total - float(shared[rows, columns].sum())),
        speakers=len(true),
        found=len(found),
    )
