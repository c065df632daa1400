"""The measurement of the way out of the output and into the input, by three soft chirps.

While it lasts the microphone is let go of: the voice gets silence, fades out and in again, and
only the chirps are played. Those who listen hear three soft ticks of a tenth of a second. When
nothing comes back, the same is tried 10 dB louder, twice at most.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from syrinx.app.engine.latency import Delay, chirp, find_delay
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio

LEVELS_DBFS = (-32.0, -22.0, -12.0)
"""Peak of the chirps of each try."""
REPEATS = 3
CHIRP_S = 0.1
LISTEN_S = 0.7
"""From the beginning of one chirp to that of the next; the longest delay that can be found."""
QUIET_S = 0.12
"""Silence before the first chirp, in which the voice's tail leaves the loop."""
FADE_S = 0.01
MIN_CONFIDENCE = 2.0
AGREE_S = 0.002
"""Chirps that were found further apart did not measure the same thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoopDelay:
    """What the chirps said.

    Attributes
    ----------
    samples
        Median of the delays found.
    spread
        Largest minus smallest, samples.
    count
        How many of the chirps were found.
    confidence
        The least of them; see `Delay`.
    level_dbfs
        Peak level at which they were played.
    """

    samples: float
    spread: float
    count: int
    confidence: float
    level_dbfs: float


class LoopbackProbe:
    """Stands before and behind the voice: `hear` takes the input away, `speak` adds the chirps.

    Both belong to the DSP thread; the rest to the control thread.

    Parameters
    ----------
    sample_rate
        Of the stream, Hz.
    listen_s
        See `LISTEN_S`.
    """

    def __init__(self, *, sample_rate: int, listen_s: float = LISTEN_S) -> None:
        self.sample_rate = sample_rate
        self._span = round(listen_s * sample_rate)
        self._lead = round(QUIET_S * sample_rate)
        self._chirp = chirp(sample_rate, seconds=CHIRP_S)
        self._chirp /= float(np.abs(self._chirp).max())
        size = self._lead + REPEATS * self._span
        self._score: Audio = np.zeros(size, np.float32)
        for start in range(self._lead, size, self._span):
            self._score[start : start + self._chirp.shape[0]] = self._chirp
        self._heard: Audio = np.zeros(size, np.float32)
        fade = round(FADE_S * sample_rate)
        ramp = 0.5 + 0.5 * np.cos(np.pi * np.arange(fade + 1) / fade)
        self._fade: Audio = ramp.astype(np.float32)  # from the voice to silence
        self._try = 0
        self._position = 0
        self._faded = 0
        self._wants_try = 0
        self._released = False

    @property
    def done(self) -> bool:
        """Whether all chirps of this try were played and listened for."""
        return self._wants_try == self._try and self._position >= self._score.shape[0]

    @property
    def over(self) -> bool:
        """Whether the voice is back after `release`: the probe can be taken out."""
        return self._released and self._faded == 0

    def louder(self) -> bool:
        """Try again, 10 dB louder; False when it was as loud as it may be."""
        if self._try + 1 >= len(LEVELS_DBFS):
            return False
        self._wants_try = self._try + 1
        return True

    def release(self) -> None:
        """Let the voice come back."""
        self._released = True

    def hear(self, block: Audio) -> Audio:
        """Keep ``block``; return what the voice gets instead: silence, between two fades."""
        if self._wants_try != self._try:
            self._try, self._position = self._wants_try, self._lead
        count = min(block.shape[0], self._score.shape[0] - self._position)
        self._heard[self._position : self._position + count] = block[:count]
        return block * self._gate(block.shape[0])

    def speak(self, output: Audio) -> Audio:
        """Return what is played while ``output`` comes from the voice. Call it after `hear`."""
        size = output.shape[0]
        played = output * self._gate(size)
        self._faded += -size if self._released else size
        self._faded = min(max(self._faded, 0), self._fade.shape[0] - 1)
        count = min(size, self._score.shape[0] - self._position)
        gain = np.float32(10.0 ** (LEVELS_DBFS[self._try] / 20.0))
        played[:count] += gain * self._score[self._position : self._position + count]
        self._position += count
        return played

    def result(self) -> LoopDelay | None:
        """Return what was found, None where most chirps were not heard."""
        found: list[Delay] = []
        for start in range(self._lead, self._score.shape[0], self._span):
            try:
                delay = find_delay(self._chirp, self._heard[start : start + self._span])
            except SyrinxError:
                continue
            if delay.confidence >= MIN_CONFIDENCE:
                found.append(delay)
        if not found:
            return None
        middle = float(np.median([delay.samples for delay in found]))
        reach = AGREE_S * self.sample_rate
        agreed = [delay for delay in found if abs(delay.samples - middle) <= reach]
        if len(agreed) < 2:
            return None
        lags = [delay.samples for delay in agreed]
        return LoopDelay(
            samples=float(np.median(lags)),
            spread=max(lags) - min(lags),
            count=len(agreed),
            confidence=min(delay.confidence for delay in agreed),
            level_dbfs=LEVELS_DBFS[self._try],
        )

    def _gate(self, size: int) -> Audio:
        """Gain of the voice over the next ``size`` samples."""
        step = -1 if self._released else 1
        index = self._faded + step * np.arange(size)
        return self._fade[np.clip(index, 0, self._fade.shape[0] - 1)]
