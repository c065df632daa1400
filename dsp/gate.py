"""A noise gate that looks back, so that it never clips the onset of a word."""

from __future__ import annotations

from math import exp

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.hops import HopGain
from syrinx.dsp.units import db_to_gain, gain_to_db, ms_to_samples

HOP_MS = 1.0
OPEN_MS = 2.0


class HoldingGate(HopGain):
    """How a gate moves: open while something is loud or sure enough, then hold, then release.

    Subclasses measure once per hop and pass the values to `_follow` from ``_decide``. They call
    `reset` at the end of their constructor.

    Parameters
    ----------
    sample_rate
        Rate in Hz.
    look_back_ms
        Delay of the audio behind the measure.
    open_ms
        Time from closed to open.
    close_at
        Share of the threshold below which an open gate begins to close.
    hold_ms, release_ms
        Time that it stays open, then time constant of the closing.
    floor_db
        Gain while closed.
    """

    def __init__(
        self,
        *,
        sample_rate: int,
        look_back_ms: float,
        open_ms: float,
        close_at: float,
        hold_ms: float,
        release_ms: float,
        floor_db: float,
    ) -> None:
        hop = max(1, ms_to_samples(HOP_MS, sample_rate))
        super().__init__(
            sample_rate=sample_rate,
            hop_length=hop,
            latency=ms_to_samples(look_back_ms, sample_rate),
        )
        hop_ms = 1000.0 * hop / sample_rate
        self._close_at = close_at
        self._hold_hops = max(1, round(hold_ms / hop_ms))
        self._keep = exp(-hop_ms / release_ms)
        self._rise = hop_ms / open_ms
        self._floor = db_to_gain(float(floor_db))
        self._threshold: float | None = None

    @property
    def is_open(self) -> bool:
        """Whether the last complete hop kept the gate open."""
        return self._threshold is None or self._left > 0

    def _restart(self) -> None:
        self._left = 0
        self._level = self._initial_gain()

    def _initial_gain(self) -> float:
        return 1.0 if self._threshold is None else self._floor

    def _follow(self, measures: list[float]) -> list[float]:
        """Return the gain of each hop by what was measured in it."""
        gains = []
        level, left, threshold = self._level, self._left, self._threshold
        for measured in measures:
            needed = 0.0 if threshold is None else threshold * (self._close_at if left else 1.0)
            if measured >= needed:
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


class Gate(HoldingGate):
    """Mute what stays below a threshold.

    The audio is delayed by ``look_back_ms`` behind the level meter. The gate opens within 2 ms
    after the hop of 1 ms in which the level passes the threshold, so everything from
    ``look_back_ms - 4`` ms before the crossing on passes at full gain. It closes when the level
    has been 6 dB below the threshold for ``hold_ms``, by an exponential release.

    Parameters
    ----------
    sample_rate
        Rate in Hz.
    threshold_dbfs
        Peak level over 1 ms that opens the gate, or None: the gate stays open (same delay).
    look_back_ms
        Delay, at least 4 ms.
    hold_ms, release_ms
        Time that it stays open, then time constant of the closing.
    floor_db
        Gain while closed.
    """

    def __init__(
        self,
        *,
        sample_rate: int,
        threshold_dbfs: float | None = -50.0,
        look_back_ms: float = 5.0,
        hold_ms: float = 150.0,
        release_ms: float = 40.0,
        hysteresis_db: float = 6.0,
        floor_db: float = -80.0,
    ) -> None:
        if look_back_ms < HOP_MS + OPEN_MS + 1.0:
            raise SyrinxError(
                f"The gate's look-back must be at least {HOP_MS + OPEN_MS + 1.0:g} ms to keep "
                f"onsets whole, not {look_back_ms:g} ms."
            )
        super().__init__(
            sample_rate=sample_rate,
            look_back_ms=look_back_ms,
            open_ms=OPEN_MS,
            close_at=db_to_gain(-float(hysteresis_db)),
            hold_ms=hold_ms,
            release_ms=release_ms,
            floor_db=floor_db,
        )
        self.threshold_dbfs = threshold_dbfs
        self.reset()

    @property
    def threshold_dbfs(self) -> float | None:
        """Level that opens the gate in dBFS; None keeps it open. Settable while it runs."""
        return None if self._threshold is None else gain_to_db(self._threshold)

    @threshold_dbfs.setter
    def threshold_dbfs(self, value: float | None) -> None:
        self._threshold = None if value is None else db_to_gain(float(value))

    def _decide(self, hops: NDArray[np.float32]) -> list[float]:
        return self._follow(np.abs(hops).max(axis=1).tolist())
