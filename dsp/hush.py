"""Quiet pauses: what lies on the noise floor of a quiet room is lowered further.

A downward expander whose threshold follows the noise floor (minimum statistics: Martin 2001). It
acts near a floor that is itself low: over a loud floor weak consonants would go with the noise.
Loud voiced frames are left alone whatever the floor is taken for; quiet ones may be a hum or a
voicing that the F0 estimator saw in noise.
"""

from __future__ import annotations

import collections

DEPTH_DB = 14.0
NEAR_DB, FAR_DB = 6.0, 14.0
"""Above the floor by less than the first: all of the depth; by more than the second: nothing."""
QUIET_DBFS, LOUD_DBFS = -54.0, -46.0
"""Floors below the first: all of the depth; above the second: nothing."""
WINDOW_FRAMES, WINDOWS = 50, 8
"""The floor is the lowest level of this many windows of frames: 4 s."""
_LOWEST_DBFS = -100.0


class Hush:
    """Gain of frames of 10 ms by their level and voicing; no delay."""

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget the floor: nothing is lowered before it is known again (0.5 s)."""
        self._lowest: collections.deque[float] = collections.deque(maxlen=WINDOWS)
        self._window: list[float] = []

    @property
    def floor_dbfs(self) -> float:
        """The noise floor; -100 as long as it is not known."""
        return min(self._lowest, default=_LOWEST_DBFS)

    def gain_db(self, level_dbfs: float, *, voiced: bool) -> float:
        """Gain in dB, 0 to ``-DEPTH_DB``, of a frame at ``level_dbfs``."""
        self._window.append(level_dbfs)
        if len(self._window) == WINDOW_FRAMES:
            self._lowest.append(min(self._window))
            self._window.clear()
        if not self._lowest or (voiced and level_dbfs > LOUD_DBFS):
            return 0.0
        floor = self.floor_dbfs
        near = (floor + FAR_DB - level_dbfs) / (FAR_DB - NEAR_DB)
        quiet = (LOUD_DBFS - floor) / (LOUD_DBFS - QUIET_DBFS)
        return -DEPTH_DB * min(max(near, 0.0), 1.0) * min(max(quiet, 0.0), 1.0)
