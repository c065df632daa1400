"""Automatic level: slow gain towards a loudness, which moves only while somebody speaks."""

from __future__ import annotations

import collections
from math import log10

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.filters import SosFilter
from syrinx.dsp.hops import HopGain
from syrinx.dsp.loudness_weight import OFFSET_DB, loudness_weight
from syrinx.dsp.units import db_to_gain, ms_to_samples

HOP_MS = 10.0
ABOVE_FLOOR_DB = 9.0
"""A hop is speech when it stands out so far from the quietest of the last second: speech dips
several times a second, a fan or a held note does not."""
FLOOR_HOPS = 100
QUIETEST_LUFS = -60.0
HANG_HOPS = 20
"""The gaps between syllables belong to speech."""
FAR_BELOW_DB = 15.0
PATIENCE_HOPS = 400
"""Speech far below the present one (somebody in the background) counts only after so much of
nothing else."""
KNOWN_HOPS = 40
MEMORY_HOPS = 300
FAST_HOPS = 500
UP_DB_S, DOWN_DB_S, FAST_UP_DB_S = 2.0, 8.0, 8.0
_SILENCE = 1e-12


class AutoLevel(HopGain):
    """Bring speech to a target loudness, without delay.

    The K-weighted power of hops of 10 ms (ITU-R BS.1770) is averaged over the last 3 s of speech,
    the gain moves towards ``target - loudness`` at 2 dB/s upwards (8 dB/s in the first 5 s) and
    8 dB/s downwards. In pauses it stands still, so that the background is not pumped up.

    Parameters
    ----------
    sample_rate
        Rate in Hz.
    target_lufs
        Loudness of speech behind it.
    max_boost_db, max_cut_db
        Furthest that the gain goes. All three are settable while it runs.
    """

    def __init__(
        self,
        *,
        sample_rate: int,
        target_lufs: float = -20.0,
        max_boost_db: float = 18.0,
        max_cut_db: float = 18.0,
    ) -> None:
        if not (max_boost_db >= 0.0 and max_cut_db >= 0.0):
            raise SyrinxError("The limits of the automatic level cannot be negative.")
        hop = max(1, ms_to_samples(HOP_MS, sample_rate))
        super().__init__(sample_rate=sample_rate, hop_length=hop, latency=0)
        self.target_lufs = float(target_lufs)
        self.max_boost_db = float(max_boost_db)
        self.max_cut_db = float(max_cut_db)
        self._weight = SosFilter(loudness_weight(sample_rate), sample_rate=sample_rate)
        self.reset()

    @property
    def gain_db(self) -> float:
        """Present gain in dB."""
        return self._gain_db

    @property
    def speech_lufs(self) -> float | None:
        """Loudness of the speech in front of it; None = none was heard yet."""
        if self._spoken < KNOWN_HOPS:
            return None
        return OFFSET_DB + 10.0 * log10(self._power)

    def _restart(self) -> None:
        self._weight.reset()
        self._levels: collections.deque[float] = collections.deque(maxlen=FLOOR_HOPS)
        self._power = _SILENCE
        self._spoken = 0
        self._hang = 0
        self._far = 0
        self._gain_db = 0.0

    def _initial_gain(self) -> float:
        return 1.0

    def _decide(self, hops: NDArray[np.float32]) -> list[float]:
        weighted = self._weight.process(hops.ravel()).reshape(hops.shape)
        powers = np.einsum("ij,ij->i", weighted, weighted) / hops.shape[1]
        return [self._next(power) for power in powers.tolist()]

    def _next(self, power: float) -> float:
        level = OFFSET_DB + 10.0 * log10(max(power, _SILENCE))
        # The filter rings for a moment: a floor is only what lasted.
        floor = min(self._levels, default=level)
        self._levels.append(level)
        if level > QUIETEST_LUFS and level > floor + ABOVE_FLOOR_DB and self._is_near(level):
            self._hang = HANG_HOPS
        if not self._hang:
            return db_to_gain(self._gain_db)
        self._hang -= 1
        self._spoken += 1
        self._power += (power - self._power) / min(self._spoken, MEMORY_HOPS)
        if self._spoken >= KNOWN_HOPS:
            self._move(self.target_lufs - OFFSET_DB - 10.0 * log10(max(self._power, _SILENCE)))
        return db_to_gain(self._gain_db)

    def _is_near(self, level: float) -> bool:
        """Whether this is the speaker, and not somebody far behind."""
        if self._spoken < KNOWN_HOPS:
            return True
        if level > OFFSET_DB + 10.0 * log10(self._power) - FAR_BELOW_DB:
            self._far = 0
            return True
        self._far += 1
        return self._far > PATIENCE_HOPS

    def _move(self, wanted_db: float) -> None:
        up = FAST_UP_DB_S if self._spoken < FAST_HOPS else UP_DB_S
        wanted_db = min(self.max_boost_db, max(-self.max_cut_db, wanted_db))
        step = wanted_db - self._gain_db
        hop_s = HOP_MS / 1000.0
        self._gain_db += min(up * hop_s, max(-DOWN_DB_S * hop_s, step))
