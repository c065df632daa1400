"""Cuts a recording into stretches of speech for recognisers that hear only finished ones."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np

from syrinx.dsp.processor import Audio
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.neural.runtime.suppressor import Suppressor, can_suppress

HOP_S = 0.01
WINDOW_S = 0.2
"""Probabilities are averaged so long: those of steady noise have peaks, speech stays high."""
OPEN_AT, STAY_AT = 0.6, 0.48
"""Mean probability that begins a stretch, and that keeps it.

Of dev speakers 95 % of the loud hops are above 0.64 at 10 dB over white noise, and 90 % of the
pauses below 0.46, whatever the noise (docs/measurements/recognition_models.md).
"""
PAUSE_S = 0.5
"""So long a pause, and half a window, ends a stretch."""
BEFORE_S, AFTER_S = 0.2, 0.1
"""What is added around it, besides the window: consonants begin softly."""
LEAST_S = 0.12
"""Less speech is a click."""
SEARCH_S = 5.0
"""One that is too long is cut in its last seconds, where it is quietest."""
QUIET_DBFS = -52.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Speech of a recording: ``audio``, ``(n,)`` float32, begins at ``start_s``."""

    start_s: float
    audio: Audio


class Activity(Protocol):
    """Says how likely speech is."""

    @property
    def latency(self) -> int:
        """Samples by which the probabilities are later than the sound."""
        ...

    @property
    def block_size(self) -> int:
        """Samples that are heard at once; the rest waits."""
        ...

    def hear(self, audio: Audio) -> Audio:
        """Return a probability for each sample of the blocks that are complete."""
        ...


class NetworkActivity:
    """The suppressor's voice activity.

    Parameters
    ----------
    registry
        Where its model comes from.
    sample_rate
        In Hz.
    """

    def __init__(self, registry: ModelRegistry, sample_rate: int) -> None:
        self._suppressor = Suppressor(registry, sample_rate=sample_rate)
        self.latency = int(self._suppressor.latency)
        self.block_size = int(self._suppressor.block_size)
        self._rest = np.zeros(0, np.float32)

    def hear(self, audio: Audio) -> Audio:
        """Return a probability for each sample of the blocks that are complete."""
        waiting = np.concatenate([self._rest, audio])
        size = len(waiting) - len(waiting) % self.block_size
        self._rest = waiting[size:]
        if not size:
            return np.zeros(0, np.float32)
        self._suppressor.process(waiting[:size])
        return self._suppressor.activity


class LevelActivity:
    """Speech is what is louder than a quiet room: where the suppressor's model is missing."""

    latency = 0
    block_size = 1

    def __init__(self, sample_rate: int) -> None:
        self._hop = max(1, round(HOP_S * sample_rate))

    def hear(self, audio: Audio) -> Audio:
        """Return 1 for the samples of loud hops, else 0."""
        loud = np.zeros(len(audio), np.float32)
        for at in range(0, len(audio), self._hop):
            power = float(np.mean(np.square(audio[at : at + self._hop]))) if len(audio) else 0.0
            loud[at : at + self._hop] = power > 10 ** (QUIET_DBFS / 10)
        return loud


def activity_for(home: Path, sample_rate: int) -> Activity:
    """Return the network's activity, or the level's where the network is missing."""
    registry = ModelRegistry(home)
    if can_suppress(registry):
        return NetworkActivity(registry, sample_rate)
    return LevelActivity(sample_rate)


class SpeechCutter:
    """Takes audio as it comes, gives stretches of speech; keeps no more than the longest one.

    Parameters
    ----------
    activity
        Says where speech is.
    sample_rate
        In Hz.
    longest_s
        No stretch is longer.
    """

    def __init__(self, activity: Activity, sample_rate: int, longest_s: float) -> None:
        self._activity, self._rate = activity, sample_rate
        self._hop = max(1, round(HOP_S * sample_rate))
        self._longest = int(longest_s * sample_rate) // self._hop
        self._audio = np.zeros(0, np.float32)
        """Audio from hop `_first` on; the last samples may have no probability yet."""
        self._heard = np.zeros(0, np.float32)
        self._skip = activity.latency
        self._first = self._taken = 0
        self._window = round(WINDOW_S / HOP_S)
        self._recent: deque[float] = deque([0.0] * self._window, maxlen=self._window)
        self._probabilities: list[float] = []
        self._begun: int | None = None
        self._quiet = 0

    @property
    def speaking(self) -> bool:
        """Whether a stretch has begun."""
        return self._begun is not None

    def accept(self, audio: Audio) -> list[Stretch]:
        """Take the next samples, ``(n,)`` float32; return the stretches that are finished."""
        if not len(audio):
            return []
        self._taken += len(audio)
        self._audio = np.concatenate([self._audio, audio.astype(np.float32, copy=False)])
        heard = self._activity.hear(audio)
        late = min(self._skip, len(heard))
        self._skip -= late
        self._heard = np.concatenate([self._heard, heard[late:]])
        hops = len(self._heard) // self._hop
        each = self._heard[: hops * self._hop].reshape(hops, self._hop)
        self._heard = self._heard[hops * self._hop :]
        found: list[Stretch] = []
        for probability in each.max(axis=1).tolist() if hops else []:
            found += self._step(probability)
        self._forget()
        return found

    def finish(self) -> list[Stretch]:
        """Return what is left, at the end of the recording."""
        length = self._taken
        late = self._activity.latency + self._activity.block_size + self._hop
        found = self.accept(np.zeros(late, np.float32))
        if self._begun is not None:
            found += self._close(len(self._probabilities))
        return [whole for piece in found if (whole := self._without_padding(piece, length))]

    def _without_padding(self, piece: Stretch, length: int) -> Stretch | None:
        audio = piece.audio[: max(0, length - round(piece.start_s * self._rate))]
        return Stretch(start_s=piece.start_s, audio=audio) if len(audio) else None

    # ---- inside: hops are counted from `_first` ----

    def _step(self, probability: float) -> list[Stretch]:
        self._probabilities.append(probability)
        self._recent.append(probability)
        mean = sum(self._recent) / self._window
        now = len(self._probabilities)
        if self._begun is None:
            if mean >= OPEN_AT:
                self._begun = max(0, now - self._window - round(BEFORE_S / HOP_S))
                self._quiet = 0
            return []
        self._quiet = 0 if mean >= STAY_AT else self._quiet + 1
        if self._quiet * HOP_S >= PAUSE_S:
            return self._close(now - self._quiet + round(AFTER_S / HOP_S))
        if now - self._begun >= self._longest:
            return self._cut(now)
        return []

    def _close(self, end: int) -> list[Stretch]:
        """End the stretch before hop ``end``."""
        assert self._begun is not None
        begun, self._begun, self._quiet = self._begun, None, 0
        return self._piece(begun, end)

    def _cut(self, now: int) -> list[Stretch]:
        """Cut where it was quietest of late, and go on with the rest."""
        assert self._begun is not None
        first = max(self._begun + 1, now - round(SEARCH_S / HOP_S))
        best = min(range(first, now), key=lambda at: (self._level(at), -at))
        begun, self._begun = self._begun, best
        self._quiet = min(self._quiet, now - best)
        return self._piece(begun, best)

    def _level(self, at: int) -> float:
        """Power around a hop, over 50 ms."""
        piece = self._audio[max(0, at - 2) * self._hop : (at + 3) * self._hop]
        return float(np.mean(np.square(piece))) if len(piece) else 0.0

    def _piece(self, begun: int, end: int) -> list[Stretch]:
        spoken = sum(p >= STAY_AT for p in self._probabilities[begun:end])
        if spoken * HOP_S < LEAST_S:
            return []
        audio = self._audio[begun * self._hop : end * self._hop].copy()
        return [Stretch(start_s=(self._first + begun) * self._hop / self._rate, audio=audio)]

    def _forget(self) -> None:
        """Let go of what no stretch can need any more."""
        keep = self._window + round(BEFORE_S / HOP_S)
        done = len(self._probabilities) - keep if self._begun is None else self._begun
        if done > 0:
            del self._probabilities[:done]
            self._audio = self._audio[done * self._hop :].copy()
            self._first += done
            if self._begun is not None:
                self._begun -= done
