"""Adapters that solve block sizes, rates, delays and mixing once, outside the effects."""

from __future__ import annotations

import numpy as np

from syrinx.dsp.base import BlockProcessor, DelayLine, Ramp
from syrinx.dsp.chain import Chain, Extension, Reblocked, Resampled
from syrinx.dsp.mixing import Bypass, Crossfade, DryWet, Switch
from syrinx.dsp.processor import Audio
from syrinx.dsp.units import db_to_gain, gain_to_db

__all__ = [
    "Bypass",
    "Chain",
    "Crossfade",
    "Delay",
    "DryWet",
    "Extension",
    "Gain",
    "Reblocked",
    "Resampled",
    "Sanitize",
    "Switch",
]


class Delay(BlockProcessor):
    """Delay by ``samples``; the delay is declared as latency."""

    def __init__(self, samples: int, *, sample_rate: int) -> None:
        super().__init__(sample_rate=sample_rate, latency=samples)
        self._line = DelayLine(samples)

    def reset(self) -> None:
        """Fill the delay with silence."""
        self._line.reset()

    def _process(self, audio: Audio) -> Audio:
        return self._line.process(audio)


class Sanitize(BlockProcessor):
    """Replace NaN and infinities by 0 and cut absurd samples to ±16; the entry of a chain."""

    def __init__(self, *, sample_rate: int) -> None:
        super().__init__(sample_rate=sample_rate)

    def reset(self) -> None:
        """Nothing is remembered."""

    def _process(self, audio: Audio) -> Audio:
        return audio.copy()  # the base class has cleaned it


class Gain(BlockProcessor):
    """Amplify by ``gain_db``, settable while it runs.

    Parameters
    ----------
    gain_db
        Gain in dB.
    sample_rate
        Rate in Hz.
    ramp
        Length of the glide to a new gain, in seconds.
    """

    def __init__(self, gain_db: float = 0.0, *, sample_rate: int, ramp: float = 0.02) -> None:
        super().__init__(sample_rate=sample_rate)
        self._gain = Ramp(db_to_gain(float(gain_db)), length=round(ramp * sample_rate))

    @property
    def gain_db(self) -> float:
        """Gain in dB (the target, while it glides)."""
        return gain_to_db(self._gain.target)

    @gain_db.setter
    def gain_db(self, value: float) -> None:
        self._gain.set(db_to_gain(float(value)))

    def reset(self) -> None:
        """End a glide at once."""
        self._gain.jump()

    def _process(self, audio: Audio) -> Audio:
        gain = self._gain.next(audio.shape[0])
        return np.asarray(audio * (np.float32(gain) if isinstance(gain, float) else gain))
