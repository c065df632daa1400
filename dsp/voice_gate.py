"""A gate that opens for speech, not for noise: driven by voice activity, it looks back."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.gate import HOP_MS, HoldingGate
from syrinx.dsp.hops import HopCutter
from syrinx.dsp.processor import Audio
from syrinx.dsp.units import ms_to_samples

OPEN_MS = 4.0
CLOSE_AT = 0.8
"""Of the threshold: in steady noise the probability stays above half of it (ADR 0055)."""


class ActivitySource(Protocol):
    """Who knows when somebody speaks (`syrinx.neural.runtime.suppressor.Suppressor`)."""

    @property
    def activity(self) -> Audio:
        """Probability of speech, one number for each sample of the last block returned."""
        ...


class VoiceActivityGate(HoldingGate):
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
        super().__init__(
            sample_rate=sample_rate,
            look_back_ms=look_back_ms,
            open_ms=OPEN_MS,
            close_at=CLOSE_AT,
            hold_ms=hold_ms,
            release_ms=release_ms,
            floor_db=floor_db,
        )
        self._source = source
        self._heard = HopCutter(max(1, ms_to_samples(HOP_MS, sample_rate)))
        self._activity: list[float] = []
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
        super()._restart()

    def _decide(self, hops: NDArray[np.float32]) -> list[float]:
        return self._follow(self._activity)
