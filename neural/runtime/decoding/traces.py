"""What a beam search remembers of the words so far: a lattice, and the best ways through it."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray


class Traces:
    """Words heard, each with the one before it, and what lost against it at the same place.

    Trace 0 is the beginning: no word yet.
    """

    def __init__(self) -> None:
        self.word = [-1]
        self.parent = [-1]
        self.start = [0]
        self.end = [0]
        self._known: dict[tuple[int, int], int] = {}
        self._rivals: dict[int, dict[int, float]] = {}

    def __len__(self) -> int:
        return len(self.word)

    def add(self, parent: int, word: int, start: int, end: int) -> int:
        """Number of the trace that goes on from ``parent`` by ``word``, first met at ``end``."""
        key = (parent, word)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = len(self.word)
            self.word.append(word)
            self.parent.append(parent)
            self.start.append(start)
            self.end.append(end)
        return found

    def lost(self, winner: int, loser: int, by: float) -> None:
        """Remember that ``loser`` could stand in the place of ``winner``, ``by`` nats worse."""
        rivals = self._rivals.setdefault(winner, {})
        rivals[loser] = min(by, rivals.get(loser, by))

    def words(self, trace: int) -> list[int]:
        """Words up to a trace."""
        out = []
        while trace > 0:
            out.append(self.word[trace])
            trace = self.parent[trace]
        return out[::-1]

    def common(self, traces: Iterable[int]) -> int:
        """The last trace that all of them go through."""
        left = set(traces)
        while len(left) > 1:  # numbers grow from parent to child
            last = max(left)
            left.remove(last)
            left.add(self.parent[last])
        return left.pop() if left else 0

    def best(
        self, ends: Sequence[tuple[int, float]], count: int, *, effort: int = 4000
    ) -> list[tuple[tuple[int, ...], float]]:
        """The ``count`` best different sequences of words and their scores, best first.

        Parameters
        ----------
        ends
            Traces at the end, each with its score.
        effort
            Steps after which the search ends with what it has.
        """
        tick = itertools.count()
        heap: list[tuple[float, int, int, tuple[int, ...]]] = [
            (-score, next(tick), trace, ()) for trace, score in ends
        ]
        heapq.heapify(heap)
        seen: set[tuple[int, tuple[int, ...]]] = set()
        out: dict[tuple[int, ...], float] = {}
        while heap and len(out) < count and effort > 0:
            effort -= 1
            cost, _, trace, tail = heapq.heappop(heap)
            if (trace, tail) in seen:
                continue
            seen.add((trace, tail))
            if trace == 0:
                out.setdefault(tail, -cost)
                continue
            for rival, by in self._rivals.get(trace, {}).items():
                heapq.heappush(heap, (cost + by, next(tick), rival, tail))
            step = (self.word[trace], *tail)
            heapq.heappush(heap, (cost, next(tick), self.parent[trace], step))
        return list(out.items())


def record_losers(
    traces: Traces,
    trace: NDArray[np.int64],
    group: NDArray[np.int64],
    winner: NDArray[np.int64],
    score: NDArray[np.float64],
    within: float,
) -> None:
    """Tell the traces which of each group's members the best one replaces.

    Parameters
    ----------
    trace, score
        Of each candidate.
    group
        Group of each candidate; ``winner[group]`` is its best candidate.
    within
        Members that are worse by more are forgotten.
    """
    best = winner[group]
    by = score[best] - score
    for i in np.flatnonzero((trace != trace[best]) & (by < within)).tolist():
        traces.lost(int(trace[best[i]]), int(trace[i]), float(by[i]))
