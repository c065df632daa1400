"""F0 of a tapped stream for the line on its picture: the estimator of the voices, at 16 kHz."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.pitch import StreamingF0
from syrinx.dsp.resample import PolyphaseResampler

PITCH_RATE = 16_000
HOP_LENGTH = 160


class PitchTrace:
    """Streaming F0 with the stream position that each value describes.

    Parameters
    ----------
    sample_rate
        Of the stream in Hz.
    """

    def __init__(self, sample_rate: int) -> None:
        self._ratio = sample_rate / PITCH_RATE
        self._resampler = PolyphaseResampler(sample_rate, PITCH_RATE)
        self._delay = float(self._resampler.latency_in)
        self._estimator = StreamingF0(sample_rate=PITCH_RATE, hop_length=HOP_LENGTH)
        self._pending = np.zeros(0, dtype=np.float32)
        self._origin = 0
        self._done = 0

    def restart(self, position: int) -> None:
        """Forget the past; the next sample has the number ``position``."""
        self._resampler.reset()
        self._estimator.reset()
        self._pending = np.zeros(0, dtype=np.float32)
        self._origin = position
        self._done = 0

    def process(
        self, audio: NDArray[np.float32]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the stream positions described by the new values, and these in Hz.

        Unvoiced frames are NaN.
        """
        clean = np.nan_to_num(np.asarray(audio, dtype=np.float32), posinf=0.0, neginf=0.0)
        fresh = self._resampler.process(clean)
        self._pending = np.concatenate([self._pending, fresh])
        usable = len(self._pending) // HOP_LENGTH * HOP_LENGTH
        if not usable:
            return np.zeros(0), np.zeros(0)
        f0_hz, voiced = self._estimator.process(self._pending[:usable])
        self._pending = self._pending[usable:].copy()
        ends = (self._done + 1 + np.arange(len(f0_hz))) * HOP_LENGTH
        self._done += len(f0_hz)
        centres = (ends - self._estimator.delay_samples) * self._ratio - self._delay
        return self._origin + centres, np.where(voiced, f0_hz, np.nan).astype(np.float64)
