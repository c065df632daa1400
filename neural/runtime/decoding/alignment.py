"""When each unit of a known sequence is heard: the best CTC path through it (Viterbi)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
BLANK = 0


def align_units(
    log_probs: NDArray[np.floating[Any]], units: Sequence[int]
) -> tuple[IntArray, IntArray, float] | None:
    """First and last frame of each unit on the best path, and the path's log probability.

    Parameters
    ----------
    log_probs
        ``(n_frames, n_units)``.
    units
        Numbers of the units in order, without blanks.

    Returns
    -------
    tuple or None
        ``first (n,)``, ``last (n,)`` and the score; None if the units do not fit into the frames.
    """
    frames = np.asarray(log_probs, np.float64)
    n = len(units)
    if n == 0:
        empty = np.zeros(0, np.int64)
        return empty, empty, float(frames[:, BLANK].sum())
    label = np.zeros(2 * n + 1, np.int64)
    label[1::2] = units
    skips = np.zeros(len(label), bool)  # from unit to unit without a blank between
    skips[3::2] = label[3::2] != label[1:-2:2]
    score = np.full(len(label), -np.inf)
    came = np.zeros((len(frames), len(label)), np.int8)
    for t, frame in enumerate(frames):
        if t == 0:
            score[0], score[1] = frame[BLANK], frame[label[1]]
            continue
        ways = np.full((3, len(label)), -np.inf)
        ways[0] = score
        ways[1, 1:] = score[:-1]
        ways[2, 2:] = np.where(skips[2:], score[:-2], -np.inf)
        came[t] = ways.argmax(axis=0)
        score = ways.max(axis=0) + frame[label]
    at = len(label) - 1 if score[-1] >= score[-2] else len(label) - 2
    if not np.isfinite(score[at]):
        return None
    total = float(score[at])
    path = np.empty(len(frames), np.int64)
    for t in range(len(frames) - 1, -1, -1):
        path[t] = at
        at -= int(came[t, at])
    first = np.searchsorted(path, np.arange(n) * 2 + 1, side="left")
    last = np.searchsorted(path, np.arange(n) * 2 + 1, side="right") - 1
    return first, last, total


def ctc_log_prob(log_probs: NDArray[np.floating[Any]], units: Sequence[int]) -> float:
    """Log probability of a sequence: all its CTC paths together (Graves et al. 2006)."""
    frames = np.asarray(log_probs, np.float64)
    label = np.zeros(2 * len(units) + 1, np.int64)
    label[1::2] = units
    skips = np.zeros(len(label), bool)
    skips[3::2] = label[3::2] != label[1:-2:2]
    score = np.full(len(label), -np.inf)
    score[0] = 0.0
    with np.errstate(invalid="ignore"):
        for t, frame in enumerate(frames):
            if t == 0:
                score = np.full(len(label), -np.inf)
                score[:2] = frame[label[:2]]
                continue
            new = score.copy()
            new[1:] = np.logaddexp(new[1:], score[:-1])
            new[2:] = np.logaddexp(new[2:], np.where(skips[2:], score[:-2], -np.inf))
            score = new + frame[label]
    if len(frames) == 0:
        return 0.0 if not len(units) else -np.inf
    return float(np.logaddexp.reduce(score[-2:]))
