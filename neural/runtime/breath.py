"""Breathiness: more or less noise beside the harmonics of the decoder (ADR 0068).

The decoder's head says, for every frame and bin, a log gain of the pulses and one of the noise
(ADR 0020). The adapter's bias is added to them, and it is an input of the graph (ADR 0046): adding
a curve over frequency to it in voiced frames makes a voice breathier, or firmer, without a sample
of delay and at the cost of copying 483 numbers. Frames of 20 ms at half overlap make every change
smooth.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.base import approach

N_BINS = 161
BIN_HZ = 50.0
HEAD_BIAS = "head_bias"
MORE_NOISE = 2.2
"""Largest rise of the noise's log gain; the decoder's emphasis makes 1.37 times that of it."""
LESS_NOISE = 2.0
WEAKER_PULSES = 1.2
"""Largest fall of the pulses' log gain: breath takes the upper harmonics away first."""
_NOISE_FROM_HZ, _NOISE_FULL_HZ = 300.0, 1500.0
_PULSES_FROM_HZ, _PULSES_FULL_HZ = 500.0, 3000.0
_PER_STEP = 0.05
"""How fast it glides: from none to all in 0.2 s."""

Head = NDArray[np.float32]


def breath_curves() -> tuple[Head, Head]:
    """What is added to the head ``(483,)`` at a breathiness of 1, and at -1.

    Aspiration noise is weak where the first formant is, and harmonics lose strength with
    frequency when the glottis does not close (Klatt and Klatt 1990).
    """
    hz = BIN_HZ * np.arange(N_BINS)
    noise = _smooth_step(hz, _NOISE_FROM_HZ, _NOISE_FULL_HZ)
    pulses = _smooth_step(hz, _PULSES_FROM_HZ, _PULSES_FULL_HZ)
    more, less = np.zeros((2, 3 * N_BINS), np.float32)
    more[:N_BINS] = -WEAKER_PULSES * pulses
    more[2 * N_BINS :] = MORE_NOISE * (0.4 + 0.6 * noise)
    less[2 * N_BINS :] = -LESS_NOISE
    return more, less


class Breath:
    """Writes what breathiness adds into the bias of the decoder's head, step by step.

    Parameters
    ----------
    head
        The bias as the decoder reads it, ``(483,)``: what it holds now is the voice's own.

    Attributes
    ----------
    amount
        Wanted breathiness, -1 (firm) to 1 (breathy); 0 leaves the voice as it is, bit by bit.
    """

    def __init__(self, head: Head) -> None:
        self._head = head
        self._more, self._less = breath_curves()
        self._scratch = np.empty_like(self._more)
        self.amount = 0.0
        self.renew()
        self.reset()

    def renew(self) -> None:
        """Take what the head holds for the voice's own: call it after that was changed."""
        self._own = self._head.copy()
        self._written = 0.0

    def reset(self) -> None:
        """Be at the wanted breathiness at once."""
        self._now = self.amount

    def step(self, *, voiced: bool) -> None:
        """Prepare the head for the next frame; a voiceless one is left alone."""
        self._now = approach(self._now, self.amount, _PER_STEP)
        amount = self._now if voiced else 0.0
        if amount == self._written:
            return
        self._written = amount
        curve = self._more if amount > 0.0 else self._less
        np.multiply(curve, np.float32(abs(amount)), out=self._scratch)
        np.add(self._own, self._scratch, out=self._head)


def _smooth_step(hz: NDArray[np.floating], low: float, high: float) -> NDArray[np.floating]:
    place = np.clip((hz - low) / (high - low), 0.0, 1.0)
    return np.asarray(place * place * (3.0 - 2.0 * place))
