"""What one spectrogram shows: a tapped stream, its history, its F0 and its clock (no Qt)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from syrinx.app.viewmodels.pitch_trace import PITCH_RATE, PitchTrace
from syrinx.app.viewmodels.spectrogram import (
    FRAME_RATE_HZ,
    N_BANDS,
    Analyser,
    FrequencyAxis,
    History,
    ScrollClock,
    level_of,
    quantise,
)

SPAN_S = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What lies under the pointer: how long ago, at which frequency, how loud."""

    age_s: float
    frequency_hz: float
    level_dbfs: float


class StreamModel:
    """Audio that arrives in pieces, with gaps, seen through a window of ``span_s`` seconds.

    Attributes
    ----------
    revision
        Grows when what was shown is void (new stream, other rate): views redraw everything.
    """

    def __init__(self, *, span_s: float = SPAN_S) -> None:
        self.span_s = span_s
        self.axis = FrequencyAxis()
        self.history = History(span_s + 2.0)
        self.clock = ScrollClock()
        self.paused = False
        self.revision = 0
        self._analyser: Analyser | None = None
        self._origin = 0  # position in the stream of the sample that starts frame 0
        self._expected: int | None = None
        self._told_f0 = False
        self._last_f0 = (-1, float("nan"))  # frame, Hz
        self._pitch = PitchTrace(PITCH_RATE)

    @property
    def time_s(self) -> float:
        """Time at the right edge, in seconds since the first frame."""
        return self.clock.time_s

    @property
    def is_empty(self) -> bool:
        """Nothing was received yet."""
        return self.history.count == 0

    def clear(self) -> None:
        """Forget everything: a new stream begins."""
        self.history.clear()
        self.clock.reset()
        self._last_f0 = (-1, float("nan"))
        self._told_f0 = False
        self._analyser = None
        self._expected = None
        self.revision += 1

    def feed(self, audio: NDArray[np.float32], *, position: int, sample_rate: int) -> None:
        """Take samples of the stream; ``position`` is the number of the first one.

        Lost samples become silence of the same length. A stream that starts again (position
        behind what was expected) or changes its rate clears the view.
        """
        again = self._expected is not None and position < self._expected
        if self._analyser is None or self._analyser.sample_rate != sample_rate or again:
            self.clear()
            self._analyser = Analyser(sample_rate, axis=self.axis)
            self._pitch = PitchTrace(sample_rate)
            self._pitch.restart(position)
        if self._expected is None:
            self._origin = position - self.history.count * self._analyser.hop_length
        elif position > self._expected:
            self._bridge(self._analyser, position)
        self._expected = position + len(audio)
        frames = self._analyser.process(audio)
        positions, f0_hz = self._pitch.process(audio)
        if self.paused:
            self._origin += len(frames) * self._analyser.hop_length
            return
        if len(frames):
            self.history.append(quantise(frames))
        if not self._told_f0:
            for position_of_value, value in zip(positions.tolist(), f0_hz.tolist(), strict=True):
                self._place_f0(value, position_of_value)

    def feed_f0(self, f0_hz: float, *, position: int) -> None:
        """Take the engine's F0 (0 or NaN: unvoiced) of the frame centred at ``position``.

        From then on the picture's own estimate is not used in this stream.
        """
        if self._analyser is None or self.paused:
            return
        if not self._told_f0:
            self._told_f0 = True
            self.history.clear_f0()
            self._last_f0 = (-1, float("nan"))
        self._place_f0(f0_hz if np.isfinite(f0_hz) and f0_hz > 0 else float("nan"), position)

    def tick(self, elapsed_s: float) -> None:
        """Move the right edge by ``elapsed_s`` of wall time."""
        if not self.paused:
            self.clock.tick(elapsed_s, self.history.count / FRAME_RATE_HZ)

    def latest_f0_hz(self) -> float | None:
        """Return the newest F0 when it is voiced and fresh, else None."""
        frame, f0_hz = self._last_f0
        fresh = abs(self.history.count - frame) < 0.3 * FRAME_RATE_HZ
        return f0_hz if fresh and f0_hz == f0_hz else None

    def read(self, age_s: float, position: float) -> Reading | None:
        """Return what lies ``age_s`` before the right edge at ``position`` of the axis."""
        frame = int((self.time_s - age_s) * FRAME_RATE_HZ)
        if not 0 <= position < 1 or not 0 <= frame < self.history.count:
            return None
        band = min(N_BANDS - 1, int(position * N_BANDS))
        value = int(self.history.frames(frame, frame + 1)[0, band])
        return Reading(
            age_s=age_s,
            frequency_hz=float(self.axis.frequency(position)),
            level_dbfs=level_of(value),
        )

    def _place_f0(self, f0_hz: float, position: float) -> None:
        """Store an F0 for the frame whose centre is nearest to a stream position."""
        if self._analyser is None:
            return
        centre = position - self._origin - self._analyser.win_length / 2
        frame = round(centre / self._analyser.hop_length)
        if frame < self.history.count + FRAME_RATE_HZ:
            self._put_f0(frame, f0_hz)

    def _put_f0(self, frame: int, f0_hz: float) -> None:
        """Store an F0; a frame or two that were left out between two voiced ones are filled."""
        before, last = self._last_f0
        for missing in range(before + 1, frame) if 0 <= before < frame <= before + 3 else ():
            share = (missing - before) / (frame - before)
            self.history.put_f0(missing, last + share * (f0_hz - last))
        self.history.put_f0(frame, f0_hz)
        self._last_f0 = (frame, f0_hz)

    def _bridge(self, analyser: Analyser, position: int) -> None:
        """Fill a gap: whole frames of silence, so that time stays true."""
        analyser.reset()
        self._pitch.restart(position)
        if self.paused:
            self._origin = position - self.history.count * analyser.hop_length
            return
        next_start = self._origin + self.history.count * analyser.hop_length
        missing = max(0, round((position - next_start) / analyser.hop_length))
        self.history.skip(missing)
        self._origin = position - self.history.count * analyser.hop_length
