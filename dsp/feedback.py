"""The feedback guard: silences the output when the microphone hears it.

Two detectors only suspect: a tone that stands (`howl`), an output that comes back (`echo`). Both
can be fooled, by a whistle or by music that repeats itself. What no whistle does is stop when the
output is turned down. So a suspicion is tested: the output is lowered for a moment, and only when
the tone, or the returning part, goes with it, is it feedback. A false suspicion costs a dip of
less than a second and is not repeated for a while.
"""

from __future__ import annotations

import collections
from dataclasses import dataclass
from math import log10
from typing import Literal

import numpy as np

from syrinx.dsp.base import Ramp, check_sample_rate, clean, eased
from syrinx.dsp.echo import EchoDetector
from syrinx.dsp.hops import HopCutter
from syrinx.dsp.howl import FRAME, SAMPLE_RATE, HowlDetector, Tone
from syrinx.dsp.processor import Audio
from syrinx.dsp.resample import PolyphaseResampler
from syrinx.dsp.units import ms_to_samples

Kind = Literal["howl", "echo"]
State = Literal["listening", "howl?", "echo?", "muted", "returning"]
FRAME_S = FRAME / SAMPLE_RATE
FADE_MS = 15.0

TONE_FRAMES, TONE_AGAIN_FRAMES, TONE_WARY_FRAMES = 16, 10, 40
"""0.5 s until a tone is suspected; 0.3 s when it has just gone with the output; 1.3 s when
somebody has just been whistling."""
WARY_S = 10.0
TONE_FALL_DB = 12.0
TONE_WAIT_FRAMES = 16
"""A tone that has not fallen after 0.5 s of silence is none of ours."""
SAME_FRAMES = 1
AGAIN_S = 12.0
"""Feedback is what goes with the output and comes back with it, within this time."""

ROAR_FRAMES, ROAR_DBFS, ROAR_SPREAD_DB = 32, -22.0, 2.0
BLAST_FRAMES, BLAST_DBFS = 10, -8.0
"""A second of loud sound that does not fluctuate, or 0.3 s that is louder than any voice: a loop
that rings at many frequencies at once."""

ECHO_HITS, ECHO_AGAIN_HITS = 4, 3
ECHO_EVERY = 8
"""Frames between two looks at the correlation: 0.26 s."""
ECHO_FRAMES = 10
"""Frames of 64 ms that the average needs before it counts."""
ALONE, SURE = 1.5, 0.45
"""The peak stands out by this factor, unless it is so strong that nothing else makes it."""
CLEAR = 0.5
"""An echo so strong is believed after one test, a weaker one after two."""
SAME_LAG = 16
DIP = 0.25
PROBE_FRAMES, PROBE_LONGEST = 7, 24
"""Frames of 64 ms with sound that the test needs; how many it waits for them."""
PROBE_FALL = 0.6
COLLAPSE_DB = 9.0

ROAR_HZ = 1.0
"""Stands for "no frequency"."""
REST_S = 30.0
"""After a false suspicion nothing like it is suspected for so long."""
REPORT_EVERY_S = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackReport:
    """What was found and silenced.

    Attributes
    ----------
    kind
        "howl": a tone feeds itself. "echo": the output comes back.
    delay_ms
        From output to input, of an echo.
    hz
        Of a howl.
    muted_s
        How long the output rests now.
    """

    kind: Kind
    muted_s: float
    delay_ms: float | None = None
    hz: float | None = None


@dataclass(frozen=True, slots=True)
class Strike:
    """Something that went with the output: when, what, its frequency or lag, after how long."""

    at_s: float
    kind: Kind
    mark: float
    frames: int

    def is_followed_by(self, other: Strike) -> bool:
        """Whether ``other`` is the same thing again: a loop has one delay and one pitch."""
        if other.kind != self.kind or other.at_s > self.at_s + AGAIN_S:
            return False
        if self.kind == "echo":
            return abs(other.mark - self.mark) <= 2 * SAME_LAG
        same_pitch = abs(other.mark / self.mark - 1.0) < 0.02
        return same_pitch and abs(other.frames - self.frames) <= SAME_FRAMES


class FeedbackGuard:
    """Watch input and output of a live chain; turn the output down when it feeds back.

    Not a processor: it has two inputs. It adds no delay, and while it suspects nothing it passes
    the output bit for bit.

    Parameters
    ----------
    sample_rate
        Rate in Hz.
    shortest_ms
        What lies between output and input at least: the buffers.
    own_delay_ms
        From input to output: the delay of the chain.
    sensitivity
        0 to 1. An echo counts from a strength of 0.16 (0) over 0.08 (0.5) to 0.04 (1).
    muted_s
        How long the output rests before it is tried again; twice as long when that fails.
    on
        Whether it watches; off it passes the output. All four are settable while it runs.
    """

    def __init__(
        self,
        *,
        sample_rate: int,
        shortest_ms: float,
        own_delay_ms: float = 0.0,
        sensitivity: float = 0.5,
        muted_s: float = 4.0,
        on: bool = True,
    ) -> None:
        self._rate = check_sample_rate(sample_rate)
        self.sensitivity, self.muted_s = float(sensitivity), float(muted_s)
        self.on = on
        self.own_delay_ms = float(own_delay_ms)
        self._howl = HowlDetector()
        self._echo = EchoDetector(shortest=ms_to_samples(shortest_ms, SAMPLE_RATE))
        self._fade = Ramp(1.0, length=ms_to_samples(FADE_MS, sample_rate))
        self._down_in = PolyphaseResampler(sample_rate, SAMPLE_RATE)
        self._down_out = PolyphaseResampler(sample_rate, SAMPLE_RATE)
        self._in, self._out = HopCutter(FRAME), HopCutter(FRAME)
        self.reset()

    def reset(self) -> None:
        """Forget the past; the output is heard again at once."""
        for part in (self._howl, self._echo, self._down_in, self._down_out, self._in, self._out):
            part.reset()
        self._from = self._to = self._gain = 1.0
        self._gains: Audio | float = 1.0
        self._fade.set(1.0)
        self._fade.jump()
        self._clean = True
        self._frame = 0
        self._odd: tuple[Audio, Audio] | None = None
        self._reports: list[FeedbackReport] = []
        self._last_report = -REPORT_EVERY_S
        self._probation_until = self._wary_until = -1.0
        self._next_mute_s = self.muted_s
        self._barred_tones: list[tuple[float, float]] = []
        self._barred_lags: list[tuple[float, float]] = []
        self._strike: Strike | None = None
        self._power = 0.0
        self._listen()

    def set_as(self, other: FeedbackGuard) -> None:
        """Take over what is set."""
        self.on, self.own_delay_ms = other.on, other.own_delay_ms
        self.sensitivity, self.muted_s = other.sensitivity, other.muted_s

    def set_shortest(self, shortest_ms: float) -> None:
        """Say what lies between output and input at least, when that has changed."""
        self._echo.set_shortest(ms_to_samples(shortest_ms, SAMPLE_RATE))

    # ---- what others see ----

    @property
    def state(self) -> State:
        """What it does now."""
        return self._state

    @property
    def muted(self) -> bool:
        """Whether the output rests."""
        return self._state == "muted"

    def take_report(self) -> FeedbackReport | None:
        """Return the next report, once; None when there is none."""
        return self._reports.pop(0) if self._reports else None

    # ---- audio ----

    def process(self, heard: Audio, output: Audio) -> Audio:
        """Take a block of the input and of the output, return the output as it may be played.

        Both have the shape ``(n_samples,)``; the result is ``output`` itself while there is
        nothing to do.
        """
        if not self.on:
            if not self._clean:
                self.reset()
            self._gains = 1.0
            return output
        self._clean = False
        played = self._turned(output)
        came = self._in.push(self._down_in.process(heard))
        went = self._out.push(self._down_out.process(clean(played)))
        for one, other in zip(came, went, strict=True):
            self._step(one, other)
        return played

    def turned(self, other: Audio) -> Audio:
        """Return another signal of the block processed last as loud as the output has become."""
        if isinstance(self._gains, float) and self._gains == 1.0:
            return other
        return np.asarray(other * self._gains, dtype=np.float32)

    def _turned(self, output: Audio) -> Audio:
        if self._fade.settled:
            self._gain = self._to
            self._gains = float(self._to)
        else:
            share = np.asarray(eased(self._fade.next(output.shape[0])), dtype=np.float32)
            gains = self._from + (self._to - self._from) * share
            self._gain, self._gains = float(gains[-1]), gains
        return self.turned(output)

    def _turn(self, gain: float) -> None:
        """Glide to ``gain`` from wherever it is."""
        if gain == self._to:
            return
        self._from, self._to = self._gain, gain
        self._fade.set(0.0)
        self._fade.jump()
        self._fade.set(1.0)

    # ---- decisions, once per frame of 32 ms ----

    @property
    def _now(self) -> float:
        return self._frame * FRAME_S

    def _step(self, heard: Audio, played: Audio) -> None:
        self._frame += 1
        self._howl.push(heard)
        pair = None
        if self._odd is None:
            self._odd = (heard, played)
        else:
            pair = (np.concatenate((self._odd[0], heard)), np.concatenate((self._odd[1], played)))
            self._odd = None
        match self._state:
            case "listening":
                self._on_listening(heard, pair)
            case "howl?":
                self._on_howl_test(heard)
            case "echo?":
                self._on_echo_test(heard, pair)
            case "muted":
                if self._now >= self._until:
                    self._turn(1.0)
                    self._probation_until = self._now + AGAIN_S
                    self._listen()
            case "returning":
                if self._now >= self._until:
                    self._turn(1.0)
                    self._listen()

    def _listen(self) -> None:
        self._state: State = "listening"
        self._until = 0.0
        self._hits = 0
        self._lag = 0
        self._strength = self._before = 0.0
        self._tone = Tone(hz=ROAR_HZ, level_dbfs=0.0)
        self._levels: collections.deque[float] = collections.deque(maxlen=ROAR_FRAMES)
        self._tested = 0
        self._fell = 0
        self._howl.forget()
        self._echo.forget()

    def _on_listening(self, heard: Audio, pair: tuple[Audio, Audio] | None) -> None:
        self._power += (float(np.dot(heard, heard)) / FRAME - self._power) * 0.06
        if self._now > self._probation_until:
            self._next_mute_s = self.muted_s
        self._levels.append(_dbfs(heard))
        tone = self._howl.standing(self._tone_frames()) or self._roar()
        if tone is not None and not self._is_barred(tone):
            self._state, self._tested, self._tone = "howl?", 0, tone
            self._turn(0.0)
            return
        if pair is None:
            return
        self._echo.push(*pair)
        if self._frame % ECHO_EVERY in (0, 1) and self._echo.frames >= ECHO_FRAMES:
            self._look_at_echo()

    def _tone_frames(self) -> int:
        if self._expects("howl"):
            return TONE_AGAIN_FRAMES
        return TONE_WARY_FRAMES if self._now < self._wary_until else TONE_FRAMES

    def _expects(self, kind: Kind) -> bool:
        """Whether such a thing has just gone with the output."""
        strike = self._strike
        if strike is None or strike.kind != kind or self._now < self._wary_until:
            return False
        return self._now < strike.at_s + AGAIN_S

    def _roar(self) -> Tone | None:
        """Return what is loud and steady, without a frequency; None when nothing is."""
        levels = list(self._levels)
        if len(levels) >= BLAST_FRAMES and min(levels[-BLAST_FRAMES:]) > BLAST_DBFS:
            return Tone(hz=ROAR_HZ, level_dbfs=levels[-1])
        steady = len(levels) == ROAR_FRAMES and float(np.std(levels)) < ROAR_SPREAD_DB
        if steady and float(np.mean(levels)) > ROAR_DBFS:
            return Tone(hz=ROAR_HZ, level_dbfs=levels[-1])
        return None

    def _is_barred(self, tone: Tone) -> bool:
        return any(
            self._now < until and abs(hz / tone.hz - 1.0) < 0.03 for until, hz in self._barred_tones
        )

    def _look_at_echo(self) -> None:
        found = self._echo.strongest(own_delay=ms_to_samples(self.own_delay_ms, SAMPLE_RATE))
        least = 0.16 * 0.25**self.sensitivity
        if found is None or found.strength < least:
            self._hits = 0
            return
        if found.alone < ALONE and found.strength < SURE:
            self._hits = 0
            return
        if any(
            self._now < until and abs(found.lag - lag) <= 2 * SAME_LAG
            for until, lag in self._barred_lags
        ):
            return
        self._hits = self._hits + 1 if abs(found.lag - self._lag) <= SAME_LAG else 1
        self._lag, self._strength = found.lag, found.strength
        if self._hits >= (ECHO_AGAIN_HITS if self._expects("echo") else ECHO_HITS):
            self._state, self._tested, self._fell = "echo?", 0, 0
            self._before = self._echo.gain_at(found.lag)
            self._turn(DIP)
            self._echo.forget()

    def _on_howl_test(self, heard: Audio) -> None:
        self._tested += 1
        tone = self._tone
        level = _dbfs(heard) if tone.hz == ROAR_HZ else self._howl.level_dbfs(tone.hz)
        if level <= tone.level_dbfs - TONE_FALL_DB:
            self._went("howl", tone.hz)
        elif self._tested >= TONE_WAIT_FRAMES:
            self._barred_tones = _barred(self._barred_tones, self._now, tone.hz)
            self._wary_until = self._now + WARY_S
            self._turn(1.0)
            self._listen()

    def _on_echo_test(self, heard: Audio, pair: tuple[Audio, Audio] | None) -> None:
        if pair is None:
            return
        self._tested += 1
        settle = 2 + -(-self._lag // (2 * FRAME))  # what was played before is still on its way
        if self._tested <= settle:
            self._echo.push(*pair)
            self._echo.forget()
            return
        power = float(np.dot(pair[0], pair[0])) / pair[0].shape[0]
        self._fell += power < self._power * 10.0 ** (-COLLAPSE_DB / 10.0)
        self._echo.push(*pair)
        if self._echo.frames >= PROBE_FRAMES:
            # What returns keeps its gain. What only sounds like the output does not get softer
            # with it, and seems to have four times the gain.
            if DIP * self._echo.gain_at(self._lag) >= PROBE_FALL * self._before:
                self._barred_lags = _barred(self._barred_lags, self._now, self._lag)
                self._turn(1.0)
                self._listen()
            elif self._strength >= CLEAR:
                self._confirm("echo", lag=self._lag)
            else:
                self._went("echo", float(self._lag))
        elif self._tested - settle >= PROBE_LONGEST or self._fell >= PROBE_FRAMES:
            # Everything died with the output: it fed itself, or somebody stopped to speak.
            self._went("echo", float(self._lag))

    def _went(self, kind: Kind, mark: float) -> None:
        """It went with the output: when it comes back with it, and goes as fast, it is feedback."""
        before, self._strike = self._strike, Strike(self._now, kind, mark, self._tested)
        again = before is not None and before.is_followed_by(self._strike)
        if again or self._now < self._probation_until:
            self._confirm(kind, hz=mark if mark > ROAR_HZ else None, lag=self._lag)
            return
        self._turn(0.0 if kind == "howl" else DIP)
        self._state, self._until = "returning", self._now + 0.2

    def _confirm(self, kind: Kind, *, lag: int, hz: float | None = None) -> None:
        self._turn(0.0)
        muted_s = self._next_mute_s
        self._next_mute_s = min(2.0 * muted_s, 8.0 * self.muted_s)
        self._state, self._until = "muted", self._now + muted_s
        self._strike = None
        if self._now - self._last_report >= REPORT_EVERY_S:
            self._last_report = self._now
            delay_ms = 1000.0 * lag / SAMPLE_RATE if kind == "echo" else None
            report = FeedbackReport(kind=kind, muted_s=muted_s, delay_ms=delay_ms, hz=hz)
            self._reports.append(report)


def _dbfs(frame: Audio) -> float:
    return 10.0 * log10(float(np.dot(frame, frame)) / frame.shape[0] + 1e-12)


def _barred(
    before: list[tuple[float, float]], now: float, mark: float
) -> list[tuple[float, float]]:
    return [*(entry for entry in before if entry[0] > now), (now + REST_S, mark)]
