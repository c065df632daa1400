"""Which letters say which phones: pieces of words found by expectation and maximisation.

A graphone is one letter with none, one or two phones, or two letters with one phone
(joint-sequence models: Bisani and Ney 2008; pieces as Jiampojamarn, Kondrak and Sherif 2007).
All words are aligned at once: place ``(i, j)`` of the tables is the state after ``i`` letters and
``j`` phones of every word.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

SHAPES = ((1, 0), (1, 1), (1, 2), (2, 1))
"""Letters and phones of a graphone."""
Pair = tuple[str, tuple[str, ...]]
Graphone = tuple[str, tuple[str, ...]]
IntArray = NDArray[np.int64]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """Words of at most some letters and phones, padded with zeros."""

    letters: IntArray
    phones: IntArray
    n_letters: IntArray
    n_phones: IntArray


class Aligner:
    """Learns the probabilities of graphones from words, then cuts words into graphones.

    Parameters
    ----------
    pairs
        Words and their phones, stress removed.
    """

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self.letters = sorted({c for word, _ in pairs for c in word})
        self.phones = sorted({p for _, way in pairs for p in way})
        self._a, self._b = len(self.letters) + 1, len(self.phones) + 1
        self._size = self._a * self._a * self._b * self._b
        self.words = self._coded(pairs)
        self.table = self._first_guess()

    def _coded(self, pairs: Sequence[Pair]) -> _Words:
        letter = {c: i + 1 for i, c in enumerate(self.letters)}
        phone = {p: i + 1 for i, p in enumerate(self.phones)}
        n, m = max(len(w) for w, _ in pairs), max(len(p) for _, p in pairs)
        letters, phones = np.zeros((len(pairs), n), np.int64), np.zeros((len(pairs), m), np.int64)
        for row, (word, way) in enumerate(pairs):
            letters[row, : len(word)] = [letter[c] for c in word]
            phones[row, : len(way)] = [phone[p] for p in way]
        return _Words(
            letters=letters,
            phones=phones,
            n_letters=np.array([len(w) for w, _ in pairs]),
            n_phones=np.array([len(p) for _, p in pairs]),
        )

    def _key(self, i: int, j: int, shape: tuple[int, int]) -> IntArray:
        """Number of the graphone of a shape that begins after ``i`` letters and ``j`` phones."""
        words, (more, said) = self.words, shape
        first = words.letters[:, i]
        second = words.letters[:, i + 1] if more == 2 else 0
        one = words.phones[:, j] if said else 0
        two = words.phones[:, j + 1] if said == 2 else 0
        return np.asarray(((first * self._a + second) * self._b + one) * self._b + two, np.int64)

    def _steps(self, i: int, j: int) -> list[tuple[int, int, tuple[int, int]]]:
        n, m = self.words.letters.shape[1], self.words.phones.shape[1]
        return [(i + a, j + b, (a, b)) for a, b in SHAPES if i + a <= n and j + b <= m]

    def _first_guess(self) -> NDArray[np.float64]:
        # One phone for a letter is the rule; the rest is left to the counting.
        table = np.zeros(self._size)
        weight = {(1, 0): 0.05, (1, 1): 1.0, (1, 2): 0.02, (2, 1): 0.1}
        n, m = self.words.letters.shape[1], self.words.phones.shape[1]
        for i in range(n):
            for j in range(m + 1):
                for _, _, shape in self._steps(i, j):
                    table[self._key(i, j, shape)] = weight[shape]
        return table

    def take_over(self, other: Aligner) -> None:
        """Take the probabilities that another aligner has learned."""
        if other.letters == self.letters and other.phones == self.phones:
            self.table = other.table
        else:
            self.learn(1)

    def learn(self, rounds: int = 8) -> None:
        """Improve the probabilities by the forward-backward algorithm."""
        for _ in range(rounds):
            forward = self._forward()
            counts = self._counted(forward)
            counts[counts < 1e-3] = 0.0
            self.table = counts / counts.sum()

    def _forward(self) -> dict[tuple[int, int], NDArray[np.float64]]:
        n, m = self.words.letters.shape[1], self.words.phones.shape[1]
        out = {(0, 0): np.ones(len(self.words.letters))}
        for i in range(n):
            for j in range(m + 1):
                here = out.get((i, j))
                if here is None:
                    continue
                for a, b, shape in self._steps(i, j):
                    gain = here * self.table[self._key(i, j, shape)]
                    out[a, b] = out[a, b] + gain if (a, b) in out else gain
        return out

    def _counted(self, forward: dict[tuple[int, int], NDArray[np.float64]]) -> NDArray[np.float64]:
        words = self.words
        n, m = words.letters.shape[1], words.phones.shape[1]
        total = np.zeros(len(words.letters))
        for (i, j), value in forward.items():
            ends = (words.n_letters == i) & (words.n_phones == j)
            total[ends] = value[ends]
        scale = np.divide(1.0, total, out=np.zeros_like(total), where=total > 0)
        backward: dict[tuple[int, int], NDArray[np.float64]] = {}
        counts = np.zeros(self._size)
        for i in range(n, -1, -1):
            for j in range(m, -1, -1):
                here = forward.get((i, j))
                if here is None:
                    continue
                back = ((words.n_letters == i) & (words.n_phones == j)).astype(np.float64)
                if i < n:
                    for a, b, shape in self._steps(i, j):
                        if (a, b) not in backward:
                            continue
                        key = self._key(i, j, shape)
                        through = self.table[key] * backward[a, b]
                        counts += np.bincount(key, here * through * scale, self._size)
                        back = back + through
                backward[i, j] = back
        return counts

    def cut(self) -> list[list[tuple[int, int]] | None]:
        """Shapes of the best pieces of each word; None where it cannot be cut."""
        words = self.words
        count, n, m = len(words.letters), words.letters.shape[1], words.phones.shape[1]
        with np.errstate(divide="ignore"):
            logs = np.log(self.table)
        best = {(0, 0): np.zeros(count)}
        came: dict[tuple[int, int], NDArray[np.int8]] = {}
        for i in range(n):
            for j in range(m + 1):
                here = best.get((i, j))
                if here is None:
                    continue
                for a, b, shape in self._steps(i, j):
                    gain = here + logs[self._key(i, j, shape)]
                    old = best.setdefault((a, b), np.full(count, -np.inf))
                    better = gain > old
                    old[better] = gain[better]
                    came.setdefault((a, b), np.full(count, -1, np.int8))[better] = SHAPES.index(
                        shape
                    )
        out: list[list[tuple[int, int]] | None] = []
        for row in range(count):
            i, j = int(words.n_letters[row]), int(words.n_phones[row])
            way: list[tuple[int, int]] | None = []
            while i or j:
                code = int(came[i, j][row]) if (i, j) in came else -1
                if code < 0 or way is None:
                    way = None
                    break
                way.append(SHAPES[code])
                i, j = i - SHAPES[code][0], j - SHAPES[code][1]
            out.append(None if way is None else way[::-1])
        return out


def graphones(
    pairs: Sequence[Pair], *, rounds: int = 8, learn_from: int = 20000
) -> list[list[Graphone] | None]:
    """Cut words into graphones; phones may have stress, by which the cutting does not go.

    Words with more than twice as many phones as letters come out as None. The probabilities are
    learned from ``learn_from`` of the words, evenly taken: more changes nothing.
    """
    bare = [(w, tuple(p.rstrip("012") for p in way)) for w, way in pairs]
    sample = Aligner(bare[:: max(1, len(bare) // learn_from)])
    sample.learn(rounds)
    aligner = Aligner(bare)
    aligner.take_over(sample)
    out: list[list[Graphone] | None] = []
    for (word, way), shapes in zip(pairs, aligner.cut(), strict=True):
        if shapes is None:
            out.append(None)
            continue
        i = j = 0
        pieces: list[Graphone] = []
        for more, said in shapes:
            pieces.append((word[i : i + more], tuple(way[j : j + said])))
            i, j = i + more, j + said
        out.append(pieces)
    return out
