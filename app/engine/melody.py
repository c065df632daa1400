"""Intonation: how much the pitch of speech moves around its mean, and how firmly that is held."""

from __future__ import annotations

import math

from syrinx.app.engine.pitch_follow import AutoPitch
from syrinx.dsp.base import approach

_LARGEST_DEVIATION = 8.0 / 12.0
"""Octaves. What lies farther from the mean is an error of the estimator more often than melody,
and is not exaggerated further."""
_LOCK_FRAMES = 50.0
"""Time constant of the mean that the lock holds, in voiced frames of 10 ms."""
_PER_STEP = 0.05
"""How fast intonation and lock glide: by 1 in 0.2 s."""


class Melody:
    """Makes the F0 of the target voice of the source's, frame by frame, causally.

    In octaves, with ``x`` the source, ``c`` its slow mean (`AutoPitch.centre`), ``f`` a fast one,
    ``i`` the intonation, ``l`` the lock and ``t`` the target's mean::

        y = t + i (x - c) - l (f - c)        while auto pitch is on (its shift is t - c)
        y = x + shift + (i - 1) (x - c)      for a fixed shift

    With ``i = 0`` and ``l = 0`` that is the target's mean itself: a robot's monotone.

    Parameters
    ----------
    auto
        Follows the user's mean; whoever owns both updates it.
    pitch
        Shift in semitones; None = that of ``auto``.

    Attributes
    ----------
    pitch, intonation, lock
        Wanted; intonation and lock glide.
    """

    def __init__(
        self, auto: AutoPitch, *, pitch: float | None, intonation: float = 1.0, lock: float = 0.0
    ) -> None:
        self._auto = auto
        self.pitch, self.intonation, self.lock = pitch, intonation, lock
        self.reset()

    def reset(self) -> None:
        """Forget the fast mean, and be at the wanted values at once."""
        self._fast: float | None = None
        self._intonation, self._lock = self.intonation, self.lock

    @property
    def semitones(self) -> float:
        """The present shift of the mean."""
        return self._auto.semitones if self.pitch is None else self.pitch

    @property
    def strength(self) -> float:
        """The present intonation, which glides to the wanted one."""
        return self._intonation

    def step(self) -> None:
        """Glide on; once per frame."""
        self._intonation = approach(self._intonation, self.intonation, _PER_STEP)
        self._lock = approach(self._lock, self.lock, _PER_STEP)

    def target_hz(self, source_hz: float) -> float:
        """Return what a voiced frame becomes, in Hz; call it once per voiced frame."""
        x = math.log2(source_hz)
        centre = self._auto.centre
        if centre is None:  # the first words of somebody unknown: around their own mean so far
            centre = x if self._fast is None else self._fast
        before = centre if self._fast is None else self._fast
        self._fast = before + (x - before) / _LOCK_FRAMES
        octaves = self.semitones / 12.0
        if self.pitch is None:
            octaves -= self._lock * (self._fast - centre)
        more = self._intonation - 1.0
        deviation = x - centre
        if more > 0.0:
            deviation = max(-_LARGEST_DEVIATION, min(_LARGEST_DEVIATION, deviation))
        return source_hz * float(2.0 ** (octaves + more * deviation))
