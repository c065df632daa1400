"""Level meter ballistics: what a needle, a hold mark and a clip light show (no Qt)."""

from __future__ import annotations

import math

from syrinx.dsp.units import gain_to_db

FLOOR_DBFS = -60.0
FALL_DB_PER_S = 26.0
HOLD_S = 1.5
CLIP_DBFS = -0.1


class Meter:
    """Rises at once, falls slowly, holds the peak and remembers clipping.

    Attributes
    ----------
    level_dbfs
        RMS as shown: up at once, down by ``FALL_DB_PER_S``.
    peak_dbfs
        Greatest peak of the last ``HOLD_S`` seconds, then falling.
    clipped
        True since a peak reached full scale, until :meth:`clear_clip`.
    """

    def __init__(self) -> None:
        self.level_dbfs = FLOOR_DBFS
        self.peak_dbfs = FLOOR_DBFS
        self.clipped = False
        self._held_s = 0.0

    def feed(self, *, rms: float, peak: float, elapsed_s: float) -> None:
        """Take linear levels; a sine of full scale reads 0 dBFS on both."""
        self.update(
            rms_dbfs=gain_to_db(max(rms * math.sqrt(2), 1e-10)),
            peak_dbfs=gain_to_db(max(peak, 1e-10)),
            elapsed_s=elapsed_s,
        )

    def update(self, *, rms_dbfs: float, peak_dbfs: float, elapsed_s: float) -> None:
        """Take the levels of the last ``elapsed_s`` seconds."""
        fall = FALL_DB_PER_S * elapsed_s
        self.level_dbfs = max(FLOOR_DBFS, min(rms_dbfs, 0.0), self.level_dbfs - fall)
        if peak_dbfs >= CLIP_DBFS:
            self.clipped = True
        if peak_dbfs >= self.peak_dbfs:
            self.peak_dbfs = min(peak_dbfs, 0.0)
            self._held_s = 0.0
            return
        self._held_s += elapsed_s
        if self._held_s > HOLD_S:
            self.peak_dbfs = max(FLOOR_DBFS, peak_dbfs, self.peak_dbfs - fall)

    def clear_clip(self) -> None:
        """Put the clip light out."""
        self.clipped = False

    def reset(self) -> None:
        """Back to silence, as at the start."""
        self.__init__()  # type: ignore[misc]


def fraction(level_dbfs: float) -> float:
    """Return where a level lies on the meter, 0 (``FLOOR_DBFS``) to 1 (full scale)."""
    return min(1.0, max(0.0, 1 - level_dbfs / FLOOR_DBFS))
