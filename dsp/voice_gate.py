"""A gate that opens for speech, not for noise: driven by voice activity, it looks back."""

from __future__ import annotations

from math import exp
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.hops import HopCutter, HopGain
from syrinx.dsp.processor import Audio
from syrinx.dsp.units import db_to_gain, ms_to_samples

HOP_MS = 1.0
OPEN_MS = 4.0
CLOSE_AT = 0.8
"""Of the threshold: in steady noise the probability stays above half of it (ADR 0055)."""


class ActivitySource(Protocol):
    """Who knows when somebody speaks (`syrinx.neural.runtime.suppressor.Suppressor`)."""

    @property
    def activity(self) -> Audio:
        """Probability of speech, one number for each sample of the last block returned."""
        ...


class VoiceActivityGate(HopGain):
    """Mute what is not speech.

    It stands behind its source, in the same chain, with nothing between that delays: each block
    must be as long as the source's last one. It opens when the probability of speech passes
    ``threshold`` and is open `OPEN_MS` later; it closes when the probability has been below
    `CLOSE_AT` of the threshold for ``hold_ms``, by an exponential release. The audio is delayed by
    ``look_back_ms``; the source's own delay comes on top, because the source knows more than it
    has let out (docs/adr/0055).

    Parameters
    ----------
    source
        Who is asked.
    sample_rate
        Rate in Hz.
    threshold
        Probability that opens the gate, or None: it stays open (same delay).
    look_back_ms
        Delay, at least 1 ms.
    hold_ms, release_ms
        Time that it stays open, then time constant of the closing.
    floor_db
        Gain while closed.
    """

    def __init__(
        self,
        source: ActivitySource,
        *,
        sample_rate: int,
        threshold: float | None = 0.4,
        look_back_ms: float = 4.0,
        hold_ms: float = 200.0,
        release_ms: float = 60.0,
        floor_db: float = -80.0,
    ) -> None:
        if look_back_ms < HOP_MS:
            raise SyrinxError(
                f"The gate's look-back must be at least {HOP_MS:g} ms, not {look_back_ms:g} ms."
            )
        hop = max(1, ms_to_samples(HOP_MS, sample_rate))
        super().__init__(
            sample_rate=sample_rate,
            hop_length=hop,
            latency=ms_to_samples(look_back_ms, sample_rate),
        )
        hop_ms = 1000.0 * hop / sample_rate
        self._source = source
        self._heard = HopCutter(hop)
        self._activity: list[float] = []
        self._hold_hops = max(1, round(hold_ms / hop_ms))
        self._keep = exp(-hop_ms / release_ms)
        self._rise = hop_ms / OPEN_MS
        self._floor = db_to_gain(float(floor_db))
        self.threshold = threshold
        self.reset()

    @property
    def threshold(self) -> float | None:
        """Probability that opens the gate; None keeps it open. Settable while it runs."""
        return self._threshold

    @threshold.setter
    def threshold(self, value: float | None) -> None:
        if value is not None and not 0.0 < value <= 1.0:
            raise SyrinxError(f"The gate opens at a probability above 0 and up to 1, not {value}.")
        self._threshold = value

    @property
    def is_open(self) -> bool:
        """Whether the last complete hop kept the gate open."""
        return self._threshold is None or self._left > 0

    def _process(self, audio: Audio) -> Audio:
        activity = self._source.activity
        if activity.shape != audio.shape:
            raise SyrinxError(
                f"The gate got {audio.shape[0]} samples, but the voice activity of"
                f" {activity.shape[0]}: it must stand right behind its source."
            )
        self._activity = self._heard.push(activity).max(axis=1).tolist()
        return super()._process(audio)

    def _restart(self) -> None:
        self._heard.reset()
        self._activity = []
        self._left = 0
        self._level = self._initial_gain()

    def _initial_gain(self) -> float:
        return 1.0 if self._threshold is None else self._floor

    def _decide(self, hops: NDArray[np.float32]) -> list[float]:
        gains = []
        level, left, threshold = self._level, self._left, self._threshold
        for probability in self._activity:
            needed = 0.0 if threshold is None else threshold * (CLOSE_AT if left else 1.0)
            if probability >= needed:
                left = self._hold_hops
            elif left:
                left -= 1
            if left:
                level = min(1.0, level + self._rise)
            else:
                level = max(self._floor, level * self._keep)
            gains.append(level)
        self._level, self._left = level, left
        return gains
