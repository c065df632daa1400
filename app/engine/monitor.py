"""The way from the main stream to a second output that has a clock of its own.

The DSP thread of the main stream pushes each block through a `DriftResampler` into a ring; the
monitor's own callback copies out of it. Both only touch the ring's two counters, so neither ever
waits for the other: a monitor that stalls fills the ring and loses its oldest samples, a main
stream that stalls empties it, and the monitor fades to silence and back.

The clocks drift apart by some 10 to 300 parts per million. A controller reads the ring's fill
before each push, smooths it over half a second, and steers the resampler: proportional and
integral with a double pole at 10 s. The callback takes a whole period at once; by the time since
then the controller knows how much of it is still to be played, or else the beat of both periods
would be heard as a slow vibrato of a cent.
What is left over a limit, as after a stall, is left out at once, in a crossfade.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable

import numpy as np

from syrinx.app.engine.device_messages import MonitorSource
from syrinx.app.engine.output import Frames
from syrinx.app.engine.ring import Ring
from syrinx.dsp.adapters import Gain
from syrinx.dsp.drift import DriftResampler
from syrinx.dsp.processor import Audio

MARGIN_S = 0.012
"""Held beyond one burst and one period: a network computes 10 ms at once."""
FADE_S = 0.003
_SLACK_S = 0.060
_SMOOTH_S = 0.5
_POLE_S = 10.0
_MAX_DRIFT = 0.003
_SCRATCH = 4096


class MonitorFeed:
    """Carries blocks of the main stream to the callback of the monitor.

    Parameters
    ----------
    sample_rate, period
        Of the main stream, Hz and samples.
    out_rate, out_period
        Of the monitor.
    gain_db
        Of the monitor.
    source
        "output" or "input" of the main stream.
    clips
        Whether the soundboard is heard, too; `AudioPath` heeds it.
    clock
        Seconds.

    Attributes
    ----------
    source, clips
        May be changed while it runs.
    gaps
        How often the monitor ran dry.
    skips
        How often what had come too late was left out.
    error
        What went wrong, if anything: the main stream goes on without the monitor.
    """

    def __init__(
        self,
        *,
        sample_rate: int,
        period: int,
        out_rate: int,
        out_period: int,
        gain_db: float = 0.0,
        source: MonitorSource = "output",
        clips: bool = True,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self.source: MonitorSource = source
        self.clips = clips
        self._rate, self._out_rate = sample_rate, out_rate
        self._gain = Gain(gain_db, sample_rate=sample_rate)
        self._resampler = DriftResampler(sample_rate, out_rate)
        burst = math.ceil(period * out_rate / sample_rate)
        self.target = burst + out_period + round(MARGIN_S * out_rate)
        self._aim = self.target - burst  # just before a push
        self._limit = self.target + burst + out_period + round(_SLACK_S * out_rate)
        self.ring = Ring(4 * self._limit)
        fade = round(FADE_S * out_rate)
        ramp = 0.5 - 0.5 * np.cos(np.pi * (np.arange(fade) + 0.5) / fade)
        self._up: Audio = ramp.astype(np.float32)
        self._down: Audio = self._up[::-1].copy()
        self._scratch: Audio = np.zeros(_SCRATCH, np.float32)
        self._old: Audio = np.zeros(fade, np.float32)
        self._error = self._integral = 0.0
        self._muted = True
        self._clock = clock
        self._taken = (0.0, 0)  # when the callback came last, and how much it took
        self.gaps = self.skips = 0
        self.error: str | None = None

    @property
    def delay_s(self) -> float:
        """What the ring and the resampler add."""
        return self.target / self._out_rate + self._resampler.latency_in / self._rate

    @property
    def drift(self) -> float:
        """By how much faster than nominal the main stream is taken."""
        return self._resampler.drift

    @property
    def gain_db(self) -> float:
        """Gain in dB; may be set while it runs."""
        return self._gain.gain_db

    @gain_db.setter
    def gain_db(self, value: float) -> None:
        self._gain.gain_db = value

    # ---- DSP thread of the main stream ----

    def push(self, block: Audio, output: Audio) -> None:
        """Take one block of input and output, of equal length; never waits, never raises."""
        if self.error is not None:
            return
        try:
            audio = output if self.source == "output" else block
            self._steer(audio.shape[0] / self._rate)
            self.ring.push_newest(self._resampler.process(self._gain.process(audio)))
        except Exception as error:  # a bug here must not reach the voice
            self.error = f"The monitor stopped ({type(error).__name__}: {error})."

    def _steer(self, elapsed_s: float) -> None:
        """Follow the other clock."""
        if self._muted:
            self._error = 0.0
            self._resampler.drift = self._integral
            return
        at, count = self._taken
        unplayed = count - min(2.0 * count, (self._clock() - at) * self._out_rate)
        error = (self.ring.fill + unplayed - self._aim) / self._out_rate
        self._error += (error - self._error) * min(1.0, elapsed_s / _SMOOTH_S)
        pole = 1.0 / _POLE_S
        self._integral += pole * pole * self._error * elapsed_s
        self._integral = max(-_MAX_DRIFT, min(_MAX_DRIFT, self._integral))
        self._resampler.drift = self._integral + 2.0 * pole * self._error

    # ---- callback of the monitor ----

    def render(self, out: Frames) -> None:
        """Fill ``out``, shape ``(n_frames, n_channels)``; never waits."""
        for start in range(0, out.shape[0], _SCRATCH):
            part = out[start : start + _SCRATCH]
            mono = self._scratch[: part.shape[0]]
            self._next(mono)
            part[:, :2] = mono[:, None]
            part[:, 2:] = 0
        self._taken = (self._clock(), out.shape[0])

    def _next(self, out: Audio) -> None:
        ring, size = self.ring, self._up.shape[0]
        fill = ring.fill
        if self._muted:
            if fill < max(self.target, out.shape[0] + size):
                out.fill(0)
                return
            ring.skip(max(0, fill - max(self.target, out.shape[0])))
            ring.pop(out)
            self._muted = False
            count = min(size, out.shape[0])
            out[:count] *= self._up[:count]
            return
        if fill < out.shape[0] + size:
            got = ring.pop(out)
            count = min(size, got)
            out[got - count : got] *= self._down[size - count :]
            out[got:] = 0
            self._muted = True
            self.gaps += 1
            return
        if fill > self._limit + out.shape[0]:
            count = min(size, out.shape[0])
            if ring.lost:  # after seconds: what would go on is written over
                self._old[:] = 0
            else:
                ring.peek(0, self._old[:count])
            ring.skip(fill - self.target)
            ring.pop(out)
            out[:count] *= self._up[:count]
            out[:count] += self._old[:count] * self._down[:count]
            self.skips += 1
            return
        ring.pop(out)
