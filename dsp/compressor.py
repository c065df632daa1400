"""A compressor for voices: soft knee, attack and release in decibels, automatic make-up."""

from __future__ import annotations

from math import exp, log10

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.hops import HopGain
from syrinx.dsp.units import db_to_gain, ms_to_samples

HOP_MS = 1.0
REFERENCE_DBFS = -12.0
"""Automatic make-up leaves peaks of this level where they are."""
MAKEUP_GLIDE_MS = 30.0
_LOWEST_DBFS = -120.0


class SoftCompressor(HopGain):
    """Feed-forward compressor without delay.

    The gain computer and the smooth decoupled peak detector, which works in decibels, are those
    of D. Giannoulis, M. Massberg, J. D. Reiss, *Digital Dynamic Range Compressor Design*, JAES 60
    (2012). It decides once per millisecond, from the peak in it.

    Parameters
    ----------
    sample_rate
        Rate in Hz.
    threshold_dbfs, ratio, knee_db
        Peaks above the threshold grow by 1 dB for ``ratio`` dB; the curve bends over the width of
        the knee.
    attack_ms, release_ms
        Time constants. All are settable while it runs, by `set_curve`.
    makeup_db
        Gain after it; None: as much as a peak of -12 dBFS loses.
    """

    def __init__(
        self,
        *,
        sample_rate: int,
        threshold_dbfs: float = -24.0,
        ratio: float = 3.0,
        knee_db: float = 8.0,
        attack_ms: float = 5.0,
        release_ms: float = 120.0,
        makeup_db: float | None = None,
    ) -> None:
        hop = max(1, ms_to_samples(HOP_MS, sample_rate))
        super().__init__(sample_rate=sample_rate, hop_length=hop, latency=0)
        self._hop_ms = 1000.0 * hop / sample_rate
        self._glide = 1.0 - exp(-self._hop_ms / MAKEUP_GLIDE_MS)
        self.set_curve(
            threshold_dbfs=threshold_dbfs,
            ratio=ratio,
            knee_db=knee_db,
            attack_ms=attack_ms,
            release_ms=release_ms,
            makeup_db=makeup_db,
        )
        self.reset()

    def set_curve(
        self,
        *,
        threshold_dbfs: float,
        ratio: float,
        knee_db: float,
        attack_ms: float,
        release_ms: float,
        makeup_db: float | None,
    ) -> None:
        """Change the settings, from any thread; the gain glides there."""
        if ratio < 1.0 or knee_db < 0.0 or attack_ms <= 0.0 or release_ms <= 0.0:
            raise SyrinxError(
                "A compressor needs a ratio of at least 1, a knee of at least 0 dB and times "
                "above 0 ms."
            )
        curve = (threshold_dbfs, 1.0 / ratio - 1.0, knee_db)
        if makeup_db is None:
            makeup_db = -_reduction_db(REFERENCE_DBFS, *curve)
        keep = (exp(-self._hop_ms / attack_ms), exp(-self._hop_ms / release_ms))
        self._settings = (*curve, *keep, float(makeup_db))

    @property
    def reduction_db(self) -> float:
        """Present gain reduction in dB, 0 or more, without the make-up."""
        return -self._smooth

    def _restart(self) -> None:
        self._held = self._smooth = 0.0
        self._makeup = self._settings[-1]

    def _initial_gain(self) -> float:
        return db_to_gain(self._settings[-1])

    def _decide(self, hops: NDArray[np.float32]) -> list[float]:
        threshold, slope, knee, attack, release, makeup = self._settings
        held, smooth, made = self._held, self._smooth, self._makeup
        gains = []
        for peak in np.abs(hops).max(axis=1).tolist():
            level = 20.0 * log10(peak) if peak > 1e-6 else _LOWEST_DBFS
            needed = _reduction_db(level, threshold, slope, knee)
            held = min(needed, needed + release * (held - needed))
            smooth = held + attack * (smooth - held)
            made += self._glide * (makeup - made)
            gains.append(db_to_gain(smooth + made))
        self._held, self._smooth, self._makeup = held, smooth, made
        return gains


def _reduction_db(level_dbfs: float, threshold_dbfs: float, slope: float, knee_db: float) -> float:
    """Gain in dB, 0 or less, of a steady level."""
    over = level_dbfs - threshold_dbfs
    if 2.0 * over <= -knee_db:
        return 0.0
    if 2.0 * over < knee_db:
        return slope * (over + knee_db / 2.0) ** 2 / (2.0 * knee_db)
    return slope * over
