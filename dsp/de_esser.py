"""De-esser: takes the edge off sharp s sounds, and leaves all else bit for bit."""

from __future__ import annotations

from math import exp, log10, pi, tan

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.filters import Biquad, SosFilter, high_pass
from syrinx.dsp.hops import HopGain
from syrinx.dsp.processor import Audio
from syrinx.dsp.units import db_to_gain, ms_to_samples

HOP_MS = 1.0
ATTACK_MS, RELEASE_MS = 1.5, 40.0
SLOPE = 0.75
"""Above the threshold 1 dB comes out of 4."""
LEVEL_MS = 1500.0
QUIET = 1e-6
"""Mean power (-60 dBFS) under which a hop is no speech."""
_PRIOR, _PRIOR_HOPS = 10.0**-2.6, 50
_TINY = 1e-14


class DeEsser(HopGain):
    """Turn a high band down while it is loud beside the voice, without delay.

    The band above ``hz`` is compared with the mean level of the voice over the last 1.5 s of
    sound, so that the setting does not depend on the gain in front of it. It is lowered by a
    first-order shelf ``x + (gain - 1) * high(x)``, whose magnitude is monotone for every gain.

    Parameters
    ----------
    sample_rate
        Rate in Hz.
    hz
        Where the high band begins.
    threshold_db
        Level of the band, against that of the voice, from which it is lowered.
    range_db
        Most that it is lowered by. The last two are settable while it runs.
    """

    def __init__(
        self,
        *,
        sample_rate: int,
        hz: float = 5000.0,
        threshold_db: float = -6.0,
        range_db: float = 8.0,
    ) -> None:
        hop = max(1, ms_to_samples(HOP_MS, sample_rate))
        super().__init__(sample_rate=sample_rate, hop_length=hop, latency=0)
        if hz <= 0.0:
            raise SyrinxError("The de-esser's band must begin above 0 Hz.")
        hz = min(hz, 0.4 * sample_rate)
        self._split = SosFilter([_first_order(hz, sample_rate)], sample_rate=sample_rate)
        self._listen = SosFilter([high_pass(hz, sample_rate=sample_rate)], sample_rate=sample_rate)
        hop_ms = 1000.0 * hop / sample_rate
        self._attack, self._release = exp(-hop_ms / ATTACK_MS), exp(-hop_ms / RELEASE_MS)
        self._forget = 1.0 - exp(-hop_ms / LEVEL_MS)
        self.threshold_db = float(threshold_db)
        self.range_db = float(range_db)
        self.reset()

    @property
    def reduction_db(self) -> float:
        """By how much the band is lowered now, in dB, 0 or more."""
        return self._reduction

    def _restart(self) -> None:
        self._split.reset()
        self._listen.reset()
        self._level = _PRIOR
        self._heard = _PRIOR_HOPS
        self._reduction = 0.0

    def _initial_gain(self) -> float:
        return 1.0

    def _process(self, audio: Audio) -> Audio:
        curve = self._next_curve(audio)
        high = self._split.process(audio)
        return audio + (curve - np.float32(1.0)) * high

    def _decide(self, hops: NDArray[np.float32]) -> list[float]:
        heard = self._listen.process(hops.ravel()).reshape(hops.shape)
        size = hops.shape[1]
        band = (np.einsum("ij,ij->i", heard, heard) / size).tolist()
        whole = (np.einsum("ij,ij->i", hops, hops) / size).tolist()
        gains = []
        reduction, level, heard_hops = self._reduction, self._level, self._heard
        for high, power in zip(band, whole, strict=True):
            if power > QUIET:
                heard_hops += 1
                level += max(self._forget, 1.0 / heard_hops) * (power - level)
            over = 10.0 * log10((high + _TINY) / (level + _TINY)) - self.threshold_db
            needed = min(self.range_db, SLOPE * over) if over > 0.0 else 0.0
            keep = self._attack if needed > reduction else self._release
            reduction = needed + keep * (reduction - needed)
            if reduction < 1e-3:
                reduction = 0.0
            gains.append(db_to_gain(-reduction) if reduction else 1.0)
        self._reduction, self._level, self._heard = reduction, level, heard_hops
        return gains


def _first_order(hz: float, sample_rate: int) -> Biquad:
    """High-pass of 6 dB per octave by the bilinear transform."""
    k = tan(pi * hz / sample_rate)
    scale = 1.0 / (1.0 + k)
    return Biquad(b0=scale, b1=-scale, b2=0.0, a1=(k - 1.0) * scale, a2=0.0)
