"""Forced alignment: the best way (Viterbi) through chains of phones with optional silences.

The states of an utterance stand in a row: a silence that may be left out, the phones of a word,
a silence that may be left out, ... Every phone and every silence lasts a few frames at least; its
last state repeats. A batch is searched at a time: Python steps through the frames only.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

SILENCE = 0
SHORTEST_PHONE = 2
"""Frames of 10 ms that a phone lasts at least: a flap or the release of a stop has no more."""
SHORTEST_SILENCE = 4
"""Frames that a silence lasts at least: shorter ones are the closures of stops."""
JUMP = SHORTEST_SILENCE + 1
IMPOSSIBLE = np.float32(-1e30)
FloatArray = NDArray[np.float32]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PhoneChain:
    """The states of one utterance.

    ``label (S,)`` is the class of each state, ``loop (S,)`` whether it may repeat, ``skip (S,)``
    whether it may follow the state ``SHORTEST_SILENCE + 1`` places before it (a silence left
    out), ``unit (S,)`` counts phones and silences, ``word (S,)`` words, -1 in silences.
    """

    label: NDArray[np.int64]
    loop: NDArray[np.bool_]
    skip: NDArray[np.bool_]
    unit: NDArray[np.int64]
    word: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.label)

    @classmethod
    def of(cls, words: Sequence[Sequence[int]]) -> PhoneChain:
        """Chain of words, each a sequence of phone classes above 0."""
        label: list[int] = []
        loop: list[bool] = []
        skip: list[bool] = []
        unit: list[int] = []
        word: list[int] = []

        def add(phone: int, length: int, number: int, after_silence: bool) -> None:
            label.extend([phone] * length)
            loop.extend([False] * (length - 1) + [True])
            skip.extend([after_silence] + [False] * (length - 1))
            unit.extend([unit[-1] + 1 if unit else 0] * length)
            word.extend([number] * length)

        add(SILENCE, SHORTEST_SILENCE, -1, False)
        for number, phones in enumerate(w for w in words if len(w)):
            for place, phone in enumerate(phones):
                add(phone, SHORTEST_PHONE, number, place == 0)
            add(SILENCE, SHORTEST_SILENCE, -1, False)
        return cls(
            label=np.array(label),
            loop=np.array(loop),
            skip=np.array(skip),
            unit=np.array(unit),
            word=np.array(word),
        )

    @property
    def shortest(self) -> int:
        """Frames that the utterance takes at least."""
        return int((self.label != SILENCE).sum())


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Batch:
    emissions: FloatArray  # (T, B, S), impossible beyond each chain
    loop: FloatArray  # (B, S), 0 or impossible
    skip: FloatArray
    start: FloatArray
    end: FloatArray
    frames: NDArray[np.int64]


def _collect(log_likelihood: Sequence[FloatArray], chains: Sequence[PhoneChain]) -> _Batch:
    n_states = max(len(c) for c in chains)
    n_frames = max(len(x) for x in log_likelihood)
    shape = (len(chains), n_states)
    emissions = np.full((n_frames, *shape), IMPOSSIBLE, np.float32)
    loop, skip, start, end = (np.full(shape, IMPOSSIBLE, np.float32) for _ in range(4))
    for row, (values, chain) in enumerate(zip(log_likelihood, chains, strict=True)):
        n = len(chain)
        emissions[: len(values), row, :n] = values[:, chain.label]
        loop[row, :n][chain.loop] = 0.0
        skip[row, :n][chain.skip] = 0.0
        start[row, [0, SHORTEST_SILENCE]] = 0.0
        end[row, [n - 1, n - 1 - SHORTEST_SILENCE]] = 0.0
    frames = np.array([len(x) for x in log_likelihood])
    return _Batch(emissions=emissions, loop=loop, skip=skip, start=start, end=end, frames=frames)


def _shifted(x: FloatArray, by: int) -> FloatArray:
    out = np.full_like(x, IMPOSSIBLE)
    out[:, by:] = x[:, :-by]
    return out


def best_path(
    log_likelihood: Sequence[FloatArray], chains: Sequence[PhoneChain]
) -> tuple[list[NDArray[np.int64]], NDArray[np.float64]]:
    """States of the best alignment per utterance ``(T,)`` and its log likelihood ``(B,)``.

    The path of an utterance that fits no alignment is empty.
    """
    batch = _collect(log_likelihood, chains)
    n_frames, n_rows, n_states = batch.emissions.shape
    step = np.zeros((n_frames, n_rows, n_states), np.uint8)
    kept = np.empty((n_rows, n_states), np.float32)
    scores = np.full((n_rows, n_states), IMPOSSIBLE, np.float32)
    now = batch.start + batch.emissions[0]
    last = batch.frames - 1
    scores[last == 0] = now[last == 0]
    for t in range(1, n_frames):
        kept = now + batch.loop
        come, jump = _shifted(now, 1), _shifted(now, JUMP) + batch.skip
        best = np.maximum(np.maximum(kept, come), jump)
        step[t] = np.where(kept >= best, 0, np.where(come >= best, 1, JUMP))
        now = np.maximum(best + batch.emissions[t], IMPOSSIBLE)
        scores[last == t] = now[last == t]
    scores = scores + batch.end
    totals = scores.max(axis=1).astype(np.float64)
    paths = []
    for row in range(n_rows):
        if totals[row] <= IMPOSSIBLE / 2:
            paths.append(np.zeros(0, np.int64))
            continue
        state, path = int(scores[row].argmax()), np.empty(batch.frames[row], np.int64)
        for t in range(last[row], -1, -1):
            path[t] = state
            state -= int(step[t, row, state])
        paths.append(path)
    return paths, totals
