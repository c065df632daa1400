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
    return float(ctc_log_probs(log_probs, [units])[0])


def ctc_log_probs(
    log_probs: NDArray[np.floating[Any]], sequences: Sequence[Sequence[int]]
) -> FloatArray:
    """Log probability of each of several sequences over the same frames, all at once."""
    frames = np.asarray(log_probs, np.float64)
    lengths = np.array([len(s) for s in sequences], np.int64)
    label = np.zeros((len(sequences), 2 * int(lengths.max(initial=0)) + 1), np.int64)
    for row, units in zip(label, sequences, strict=True):
        row[1 : 2 * len(units) : 2] = units
    if not len(frames):
        return np.asarray(np.where(lengths == 0, 0.0, -np.inf), np.float64)
    # What may be skipped is a blank between units that differ.
    skip = np.full(label.shape, -np.inf)
    skip[:, 3::2] = np.where(label[:, 3::2] != label[:, 1:-2:2], 0.0, -np.inf)
    score = np.full(label.shape, -np.inf)
    score[:, :2] = frames[0][label[:, :2]]
    for frame in frames[1:]:
        new = score.copy()
        new[:, 1:] = np.logaddexp(new[:, 1:], score[:, :-1])
        new[:, 2:] = np.logaddexp(new[:, 2:], score[:, :-2] + skip[:, 2:])
        score = new + frame[label]
    rows, last = np.arange(len(sequences)), 2 * lengths
    before = np.where(lengths > 0, score[rows, np.maximum(last - 1, 0)], -np.inf)
    return np.asarray(np.logaddexp(score[rows, last], before), np.float64)
