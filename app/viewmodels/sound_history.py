"""The last minute of sound, input and output beside each other: what every picture is made of.

Pictures read from here when they are looked at, so that a hidden one costs nothing and one that
is opened shows the minute before. The output is stored where its input lies: it is moved by the
delay that the engine declares for the voice, once, here.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from syrinx.app.viewmodels.frame_ring import FrameRing
from syrinx.dsp.processor import Audio

Channel = Literal["input", "output"]

KEPT_S = 60.0
SLACK_S = 2.0
F0_RATE_HZ = 100.0


class SoundHistory:
    """A ring of ``KEPT_S`` seconds at the rate of the device.

    Two channels of float32: 24 MB at 48 kHz, taken from the system as they fill. Samples have
    numbers that count from the beginning of the stream and stand still while paused.

    Attributes
    ----------
    generation
        Grows when all that was known is void: a new stream, or another rate.
    sample_rate
        Hz; 0 before the first sound.
    latency
        Samples by which the output lags the input, as declared last.
    paused
        What is fed is left out, and the numbers stand still.
    f0
        What the engine said of the input's F0 in Hz, one column, NaN = unvoiced or unknown.
    """

    def __init__(self) -> None:
        self.generation = 0
        self.sample_rate = 0
        self.latency = 0
        self._paused = False
        self.f0 = FrameRing(round((KEPT_S + SLACK_S) * F0_RATE_HZ), 1)
        self._rings: dict[Channel, Audio] = {}
        self._end: dict[Channel, int] = {"input": 0, "output": 0}
        self._begin = 0
        self._shift = 0  # position in the stream minus our number
        self._expected: int | None = None
        self._floor = 0  # no output is stored before this: it belongs to unseen input
        self._last_f0 = (-1, float("nan"))

    @property
    def capacity(self) -> int:
        """Samples that are kept, with the slack."""
        return len(self._rings["input"]) if self._rings else 0

    @property
    def newest(self) -> int:
        """Number after the newest sample that both channels have."""
        return max(self._begin, min(self._end.values()))

    @property
    def oldest(self) -> int:
        """Number of the oldest sample that both channels have."""
        if not self._rings:
            return 0
        kept = round(KEPT_S * self.sample_rate)
        return max(self._begin, self.newest - kept)

    @property
    def is_empty(self) -> bool:
        """Nothing was heard yet."""
        return self.newest <= self.oldest

    @property
    def newest_s(self) -> float:
        """Time of `newest` in s."""
        return self.newest / self.sample_rate if self.sample_rate else 0.0

    @property
    def oldest_s(self) -> float:
        """Time of `oldest` in s."""
        return self.oldest / self.sample_rate if self.sample_rate else 0.0

    @property
    def paused(self) -> bool:
        """See the class."""
        return self._paused

    @paused.setter
    def paused(self, paused: bool) -> None:
        if self._paused and not paused:
            self._floor = self._end["input"]
        self._paused = paused

    def clear(self) -> None:
        """Forget everything: a new stream begins."""
        self._rings = {}
        self._end = {"input": 0, "output": 0}
        self._begin = self._shift = self._floor = 0
        self._expected = None
        self._last_f0 = (-1, float("nan"))
        self.f0.start(0)
        self.sample_rate = 0
        self.generation += 1

    def feed(
        self, audio_in: Audio, audio_out: Audio, *, position: int, sample_rate: int, latency: int
    ) -> None:
        """Take equally many samples of both.

        Lost samples become silence. A stream that starts again (``position`` behind what was
        expected) or changes its rate makes a new generation.

        Parameters
        ----------
        position
            Number of the first sample in the stream.
        latency
            Samples by which the output lags the input.
        """
        again = self._expected is not None and position < self._expected
        if sample_rate != self.sample_rate or again or not self._rings:
            self.clear()
            self.sample_rate = sample_rate
            size = round((KEPT_S + SLACK_S) * sample_rate)
            self._rings = {"input": np.zeros(size, "f4"), "output": np.zeros(size, "f4")}
            self._shift = position
        elif self._paused and self._expected is not None:
            self._shift += position - self._expected
        self._expected = position + len(audio_in)
        self.latency = latency
        if self._paused:
            self._shift += len(audio_in)
            return
        at = position - self._shift
        self._write("input", at, audio_in)
        at -= latency
        skipped = max(0, min(len(audio_out), self._floor - at))
        self._write("output", at + skipped, audio_out[skipped:])

    def feed_f0(self, f0_hz: float, *, position: int) -> None:
        """Take the engine's F0 (0 or NaN: unvoiced) of the frame centred at ``position``."""
        if self._paused or not self.sample_rate:
            return
        frame = round((position - self._shift) / self.sample_rate * F0_RATE_HZ)
        if not 0 <= frame <= self.newest_s * F0_RATE_HZ + 2 * F0_RATE_HZ:
            return
        value = f0_hz if np.isfinite(f0_hz) and f0_hz > 0 else float("nan")
        before, last = self._last_f0
        for missing in range(before + 1, frame) if 0 <= before < frame <= before + 3 else ():
            share = (missing - before) / (frame - before)
            self.f0.put(missing, last + share * (value - last))
        self.f0.put(frame, value)
        self._last_f0 = (frame, value)

    def f0_told(self) -> bool:
        """Whether the engine tells the F0 of what is heard now."""
        return self._last_f0[0] > max(-1.0, (self.newest_s - 0.5) * F0_RATE_HZ)

    def read(self, channel: Channel, start: int, stop: int) -> Audio:
        """Return samples ``start … stop - 1``; those that are not known are silent."""
        result: Audio = np.zeros(max(0, stop - start), dtype=np.float32)
        if not self._rings:
            return result
        first = max(start, self._begin, self._end[channel] - self.capacity)
        last = min(stop, self._end[channel])
        if last > first:
            ring, size = self._rings[channel], self.capacity
            at = first % size
            head = min(last - first, size - at)
            result[first - start : first - start + head] = ring[at : at + head]
            result[first - start + head : last - start] = ring[: last - first - head]
        return result

    def _write(self, channel: Channel, at: int, audio: NDArray[np.float32]) -> None:
        ring, size = self._rings[channel], self.capacity
        gap = at - self._end[channel]
        if gap > 0:
            self._put(ring, np.zeros(min(gap, size), np.float32), at)
        if at < 0:  # the output of the time before the first sample
            audio, at = audio[-at:], 0
        clean = np.nan_to_num(audio, nan=0.0, posinf=0.0, neginf=0.0)
        if len(clean):
            self._put(ring, clean[-size:], at + len(clean))
        # A longer delay moves the end back: what lies behind is written anew.
        self._end[channel] = max(at, 0) + len(clean)

    @staticmethod
    def _put(ring: Audio, audio: NDArray[np.float32], stop: int) -> None:
        """Write ``audio`` so that it ends before number ``stop``."""
        size = len(ring)
        at = (stop - len(audio)) % size
        head = min(len(audio), size - at)
        ring[at : at + head] = audio[:head]
        ring[: len(audio) - head] = audio[head:]
