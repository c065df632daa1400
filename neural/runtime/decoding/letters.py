"""Prefix beam search over letters without a list of words (Hannun et al. 2014).

For what no lexicon has: names, foreign words. The text may be weighed by an n-gram model of
letters, whose "words" are the units.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.ngram import NgramModel

BLANK = 0
_NEVER = -np.inf


class LetterSearch:
    """One utterance at a time; memory is that of the beam and the letters heard.

    Parameters
    ----------
    units
        Names of the network's units, the blank first.
    beam
        Prefixes that are kept.
    floor
        Units this many nats less likely than the frame's best are not followed.
    model
        N-gram model of the units, or None.
    weight, bonus
        Weight of the model, and what each letter gains.
    """

    def __init__(
        self,
        units: Sequence[str],
        *,
        beam: int = 24,
        floor: float = 8.0,
        model: NgramModel | None = None,
        weight: float = 0.5,
        bonus: float = 0.3,
    ) -> None:
        if beam < 1 or floor <= 0:
            raise SyrinxError("The beam of the search must be above zero.")
        self.units = tuple(units)
        self._beam, self._floor = beam, floor
        self._model, self._weight, self._bonus = model, weight, bonus
        self._number = [] if model is None else [model.index(u) for u in self.units]
        self.reset()

    def reset(self) -> None:
        """Begin a new utterance."""
        start = 0 if self._model is None else self._model.start
        # Prefix -> score ending in a blank, score ending in its last unit, model's state, gain.
        self._scores: dict[tuple[int, ...], tuple[float, float]] = {(): (0.0, _NEVER)}
        self._gain: dict[tuple[int, ...], tuple[float, int]] = {(): (0.0, start)}

    def step(self, log_probs: NDArray[np.floating[Any]]) -> None:
        """Take frames ``(n_frames, n_units)``."""
        for frame in np.asarray(log_probs, np.float64):
            heard = np.flatnonzero(frame > frame.max() - self._floor)
            self._step(frame, [u for u in heard.tolist() if u != BLANK])

    def _step(self, frame: NDArray[np.float64], heard: list[int]) -> None:
        new: dict[tuple[int, ...], tuple[float, float]] = {}

        def add(prefix: tuple[int, ...], blank: float, unit: float) -> None:
            had = new.get(prefix, (_NEVER, _NEVER))
            new[prefix] = (float(np.logaddexp(had[0], blank)), float(np.logaddexp(had[1], unit)))

        for prefix, (blank, unit) in self._scores.items():
            total = float(np.logaddexp(blank, unit))
            last = prefix[-1] if prefix else BLANK
            repeated = unit + float(frame[last]) if prefix else _NEVER
            add(prefix, total + float(frame[BLANK]), repeated)
            for u in heard:
                came = blank if u == last else total
                if came > _NEVER:
                    longer = (*prefix, u)
                    gain = self._gained(longer)
                    add(longer, _NEVER, came + float(frame[u]) + gain)
        kept = sorted(new.items(), key=lambda item: -np.logaddexp(*item[1]))[: self._beam]
        self._scores = dict(kept)
        self._gain = {p: self._gain[p] for p in self._scores if p in self._gain}

    def _gained(self, prefix: tuple[int, ...]) -> float:
        """What the last unit of a prefix gains; remembers the model's state after it."""
        if self._model is None:
            self._gain.setdefault(prefix, (self._bonus, 0))
        elif prefix not in self._gain:
            _, state = self._gain.get(prefix[:-1]) or self._replayed(prefix[:-1])
            word = np.array([self._number[prefix[-1]]])
            log_p, after = self._model.score(np.array([state]), word)
            gain = self._weight * float(log_p[0]) + self._bonus
            self._gain[prefix] = (gain, int(after[0]))
        return self._gain[prefix][0]

    def _replayed(self, prefix: tuple[int, ...]) -> tuple[float, int]:
        assert self._model is not None
        state = np.array([self._model.start])
        for unit in prefix:
            _, state = self._model.score(state, np.array([self._number[unit]]))
        return 0.0, int(state[0])

    def best(self, count: int = 1) -> list[tuple[str, float]]:
        """Texts and scores, best first; units are joined without anything between."""
        ranked = sorted(self._scores.items(), key=lambda item: -np.logaddexp(*item[1]))
        return [
            ("".join(self.units[u] for u in prefix), float(np.logaddexp(*score)))
            for prefix, score in ranked[:count]
        ]
