"""How badly a known text fits what a recogniser's network heard.

A weak recogniser understands few sentences rightly, but asked whether *this* sentence was said it
is hardly ever wrong. Two best paths through the same frames are compared: the one through the
sounds of the text (CTC, Graves et al. 2006; Viterbi), and the one that is free to take the
likeliest unit of every frame. What the text costs beyond the free path is shared among its sounds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

BLANK = 0
ANYTHING = -1
"""In a text: something was said here that has no known sounds, such as a name."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TextCost:
    """What a text costs.

    Attributes
    ----------
    costs
        Of each sound in nats, 0 or more, ``(n_sounds,)``: at and since the one before it.
    """

    costs: NDArray[np.float64]

    @property
    def mean(self) -> float:
        """Per sound, in nats: below 1 for the right text, about 5 for another one."""
        return float(self.costs.mean())

    def worst(self, sounds: int) -> float:
        """Mean over the most expensive run of so many sounds."""
        width = min(sounds, len(self.costs))
        total = np.concatenate([[0.0], np.cumsum(self.costs)])
        return float((total[width:] - total[:-width]).max() / width)


def text_cost(log_probs: NDArray[np.floating[Any]], sounds: Sequence[int]) -> TextCost | None:
    """Hold a text against what was heard.

    Parameters
    ----------
    log_probs
        Natural logarithms, ``(n_frames, n_units)``; unit 0 is the blank.
    sounds
        Numbers of the text's units in order, without blanks; `ANYTHING` takes any number of frames
        and costs nothing.

    Returns
    -------
    TextCost or None
        None when nothing but `ANYTHING` is in the text, or it has more sounds than there are
        frames.
    """
    frames = np.asarray(log_probs, np.float64)
    units = np.asarray(sounds, np.int64)
    if not (units != ANYTHING).any() or len(frames) < 2:
        return None
    # What a frame costs beyond the likeliest unit; an extra column is free.
    over = np.concatenate([frames, frames.max(axis=1, keepdims=True)], axis=1)
    over = over.max(axis=1, keepdims=True) - over
    label = np.full(2 * len(units) + 1, BLANK, np.int64)
    label[1::2] = np.where(units == ANYTHING, frames.shape[1], units)
    skips = np.zeros(len(label), bool)  # from unit to unit without a blank between
    skips[3::2] = label[3::2] != label[1:-2:2]
    path = _best_path(over[:, label], skips)
    if path is None:
        return None
    paid = over[np.arange(len(path)), label[path]]
    # A blank belongs to the sound behind it, the last ones to the last sound.
    owner = np.minimum(path // 2, len(units) - 1)
    costs = np.bincount(owner, weights=paid, minlength=len(units))
    return TextCost(costs=costs[units != ANYTHING])


def _best_path(costs: NDArray[np.float64], skips: NDArray[np.bool_]) -> NDArray[np.int64] | None:
    """State of each frame on the cheapest way from the first two states to the last two."""
    count, states = costs.shape
    came = np.zeros((count, states), np.int8)
    ways = np.full((3, states), np.inf)
    total = np.full(states, np.inf)
    total[:2] = costs[0, :2]
    for t in range(1, count):
        ways[0] = total
        ways[1, 1:] = total[:-1]
        ways[2, 2:] = np.where(skips[2:], total[:-2], np.inf)
        came[t] = ways.argmin(axis=0)
        total = ways.min(axis=0) + costs[t]
    at = states - 1 if total[-1] <= total[-2] else states - 2
    if not np.isfinite(total[at]):
        return None
    path = np.empty(count, np.int64)
    for t in range(count - 1, -1, -1):
        path[t] = at
        at -= int(came[t, at])
    return path
