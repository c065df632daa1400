"""A limiter that never lets a sample over the ceiling, and a compressor."""

from __future__ import annotations

from math import exp

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.hops import HopGain
from syrinx.dsp.processor import Audio
from syrinx.dsp.units import db_to_gain, gain_to_db, ms_to_samples

_LOOK_HOPS = 6
_NEARLY_ONE = 0.99999  # from here the release ends


class Limiter(HopGain):
    """Brick-wall limiter with look-ahead.

    The audio is delayed by ``look_ahead_ms``, cut into 6 hops. The gain at the two ends of a hop
    is never above what its peak needs, so nor is the straight line between them. Below the
    ceiling the signal passes bit for bit.

    Parameters
    ----------
    sample_rate
        Rate in Hz.
    ceiling_dbfs
        Highest sample value, at most 0 dBFS.
    look_ahead_ms
        Delay.
    release_ms
        Time constant of the return to gain 1.
    """

    def __init__(
        self,
        *,
        sample_rate: int,
        ceiling_dbfs: float = -0.3,
        look_ahead_ms: float = 1.5,
        release_ms: float = 60.0,
    ) -> None:
        if ceiling_dbfs > 0.0:
            raise SyrinxError("The limiter's ceiling cannot lie above 0 dBFS.")
        hop = max(1, int(look_ahead_ms * 1e-3 * sample_rate / _LOOK_HOPS))
        super().__init__(sample_rate=sample_rate, hop_length=hop, latency=_LOOK_HOPS * hop)
        self._ceiling = db_to_gain(float(ceiling_dbfs))
        self._back = 1.0 - exp(-1000.0 * hop / (release_ms * sample_rate))
        self.reset()

    @property
    def reduction_db(self) -> float:
        """Present gain reduction in dB, 0 or more."""
        return -gain_to_db(self._gain)

    def _initial_gain(self) -> float:
        return 1.0

    def _restart(self) -> None:
        self._needed = [1.0] * _LOOK_HOPS  # gain that each of the last hops needs
        self._held = [1.0] * (_LOOK_HOPS - 1)  # minimum over them, with release
        self._calm = True

    def _process(self, audio: Audio) -> Audio:
        ceiling = np.float32(self._ceiling)
        return np.clip(super()._process(audio), -ceiling, ceiling)

    def _decide(self, hops: NDArray[np.float32]) -> list[float]:
        peaks = np.abs(hops).max(axis=1).tolist()
        if self._calm and max(peaks) <= self._ceiling:
            return [1.0] * len(peaks)
        gains = []
        needed, held = self._needed, self._held
        for peak in peaks:
            # Hop j has just ended; the delay of 6 hops means that hop j - 5 is heard next, over
            # the line from the last gain to the one made here. A hop is heard over the lines made
            # at j + 5, whose ends are made at j + 4 and j + 5: averages over minima that each
            # include hop j.
            needed = [*needed[1:], min(1.0, self._ceiling / peak) if peak > 0.0 else 1.0]
            lowest = min(needed)
            last = held[-1]
            held = [*held[1:], min(lowest, last + self._back * (1.0 - last))]
            if lowest >= 1.0 and min(held) > _NEARLY_ONE:
                held = [1.0] * len(held)
            gains.append(sum(held) / len(held))
        self._calm = min(needed) >= 1.0 and min(held) >= 1.0
        self._needed, self._held = needed, held
        return gains


class Compressor(HopGain):
    """Feed-forward compressor without look-ahead and without delay.

    Parameters
    ----------
    sample_rate
        Rate in Hz.
    threshold_dbfs, ratio
        Peak levels above the threshold grow by 1 dB for ``ratio`` dB of input.
    attack_ms, release_ms
        Time constants of the level meter.
    makeup_db
        Gain after it.
    """

    def __init__(
        self,
        *,
        sample_rate: int,
        threshold_dbfs: float = -24.0,
        ratio: float = 4.0,
        attack_ms: float = 3.0,
        release_ms: float = 80.0,
        makeup_db: float = 0.0,
    ) -> None:
        hop = max(1, ms_to_samples(1.0, sample_rate))
        super().__init__(sample_rate=sample_rate, hop_length=hop, latency=0)
        hop_ms = 1000.0 * hop / sample_rate
        self._threshold = db_to_gain(float(threshold_dbfs))
        self._power = 1.0 / float(ratio) - 1.0
        self._attack = exp(-hop_ms / attack_ms)
        self._release = exp(-hop_ms / release_ms)
        self._makeup = db_to_gain(float(makeup_db))
        self.reset()

    def _restart(self) -> None:
        self._level = 0.0

    def _initial_gain(self) -> float:
        return self._makeup

    def _decide(self, hops: NDArray[np.float32]) -> list[float]:
        gains = []
        level = self._level
        for peak in np.abs(hops).max(axis=1).tolist():
            keep = self._attack if peak > level else self._release
            level = peak + keep * (level - peak)
            over = max(1.0, level / self._threshold)
            gains.append(self._makeup * over**self._power)
        self._level = level if level > 1e-10 else 0.0
        return gains
