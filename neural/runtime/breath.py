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
EMPHASIS = 1.37
"""What the decoder makes of everything that is added in a voiced frame (ADR 0047)."""
_HZ = (0.0, 300.0, 1000.0, 4000.0, 5500.0, 8000.0)
MORE_NOISE_DB = (0.0, 6.0, 23.0, 23.0, 10.0, 10.0)
"""At these frequencies. The decoder's own noise lies about 30 dB under the harmonics from 1 to
4 kHz and reaches them above, so that more is needed there and would be a hiss here."""
LESS_NOISE_DB = 20.0
WEAKER_PULSES_DB = (0.0, 0.0, 2.0, 8.0, 8.0, 8.0)
STRONGER_PULSES_DB = (0.0, 0.0, 2.0, 5.0, 5.0, 5.0)
"""Of a firm voice, which closes the glottis faster: its spectrum falls less."""
_PER_STEP = 0.05
"""How fast it glides: from none to all in 0.2 s."""
_VOWEL, _FRICATIVE = 0.3, 0.9
"""Energy of the differences between neighbouring samples over that of the samples, in the user's
speech. A voiced fricative has its noise: more would only be loud."""

Head = NDArray[np.float32]


def breath_curves() -> tuple[Head, Head]:
    """What is added to the head ``(483,)`` at a breathiness of 1, and at -1.

    Aspiration noise is weak where the first formant is, and harmonics lose strength with
    frequency when the glottis does not close (Klatt and Klatt 1990).
    """
    hz = BIN_HZ * np.arange(N_BINS)
    nats = np.log(10.0) / 20.0 / EMPHASIS
    more, less = np.zeros((2, 3 * N_BINS), np.float32)
    more[:N_BINS] = -nats * np.interp(hz, _HZ, WEAKER_PULSES_DB)
    more[2 * N_BINS :] = nats * np.interp(hz, _HZ, MORE_NOISE_DB)
    less[:N_BINS] = nats * np.interp(hz, _HZ, STRONGER_PULSES_DB)
    less[2 * N_BINS :] = -nats * LESS_NOISE_DB
    return more, less


def vowel_share(audio: NDArray[np.float32]) -> float:
    """Return 1 for sound with little energy at high frequencies, 0 for a hiss, or between."""
    energy = float(np.dot(audio, audio))
    if energy < 1e-9:
        return 0.0
    steps = np.diff(audio)
    rough = float(np.dot(steps, steps)) / energy
    return min(1.0, max(0.0, (_FRICATIVE - rough) / (_FRICATIVE - _VOWEL)))


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

    @property
    def idle(self) -> bool:
        """Whether nothing is to be added."""
        return self._now == self.amount == 0.0

    def reset(self) -> None:
        """Be at the wanted breathiness at once."""
        self._now = self.amount

    def step(self, voiced_share: float) -> None:
        """Prepare the head for the next frame.

        Parameters
        ----------
        voiced_share
            How far it is a vowel, 0 to 1. A voiceless frame is left alone.
        """
        self._now = approach(self._now, self.amount, _PER_STEP)
        amount = self._now * voiced_share
        if amount == self._written:
            return
        self._written = amount
        curve = self._more if amount > 0.0 else self._less
        np.multiply(curve, np.float32(abs(amount)), out=self._scratch)
        np.add(self._own, self._scratch, out=self._head)
