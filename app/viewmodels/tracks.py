"""Analyses of the sound history, advanced only while somebody looks at them (no Qt).

A track reads on from where it stopped, at most `STEP_S` of sound at a time: one that was hidden
for a while catches up within some frames of the display instead of halting it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from math import ceil

import numpy as np
from numpy.typing import NDArray

from syrinx.app.viewmodels.frame_ring import FrameRing
from syrinx.app.viewmodels.pitch_trace import PitchTrace
from syrinx.app.viewmodels.sound_history import (
    F0_RATE_HZ,
    KEPT_S,
    SLACK_S,
    Channel,
    SoundHistory,
)
from syrinx.app.viewmodels.spectrogram import Analyser, FrequencyAxis, quantise
from syrinx.app.viewmodels.time_window import F_HIGHEST_HZ, F_LOWEST_HZ
from syrinx.dsp.correlation import Envelope, pitch_correlation
from syrinx.dsp.formants import N_FORMANTS, StreamingFormants
from syrinx.dsp.loudness import Loudness, LoudnessMeter
from syrinx.dsp.processor import Audio
from syrinx.dsp.third_octave import ThirdOctaveSpectrum

STEP_S = 0.6
N_BANDS = 352
"""Bands of the spectrograms: 41 an octave."""
AXIS = FrequencyAxis(F_LOWEST_HZ, F_HIGHEST_HZ)


class Track(ABC):
    """One analysis of one channel.

    Parameters
    ----------
    sound, channel
        What is analysed.
    rate_hz
        Nominal frames per second.
    width
        Values per frame.

    Attributes
    ----------
    ring
        The frames. Frame ``k`` describes the time ``k / rate_hz``.
    rate_hz
        True frames per second.
    """

    def __init__(
        self,
        sound: SoundHistory,
        channel: Channel,
        *,
        rate_hz: float,
        width: int,
        dtype: type = np.float32,
        empty: float = np.nan,
    ) -> None:
        self._sound, self._channel = sound, channel
        self.rate_hz = rate_hz
        self.ring = FrameRing(
            round((KEPT_S + SLACK_S) * rate_hz) + 1, width, dtype=dtype, empty=empty
        )
        self._generation = -1
        self._next = 0  # number of the next sample to read

    @property
    def ready_s(self) -> float:
        """Up to when the frames are known, in s."""
        return self.ring.count / self.rate_hz

    def update(self) -> bool:
        """Read on; return whether everything was read."""
        sound = self._sound
        if sound.is_empty:
            return True
        # What was skipped while nobody looked is only worth reading as far as it is kept.
        if sound.generation != self._generation or self._next < sound.oldest - sound.sample_rate:
            self._generation = sound.generation
            self._next = self._restart(sound.sample_rate, sound.oldest)
        stop = min(sound.newest, self._next + round(STEP_S * sound.sample_rate))
        if stop > self._next:
            self._take(sound.read(self._channel, self._next, stop))
            self._next = stop
        return stop >= sound.newest

    @abstractmethod
    def _restart(self, sample_rate: int, oldest: int) -> int:
        """Begin anew with the sound after ``oldest``; return the first sample to read."""

    @abstractmethod
    def _take(self, audio: Audio) -> None:
        """Analyse the next samples."""


class LevelTrack(Track):
    """Spectrogram: levels on a logarithmic axis as 0 … 255, a hundred times a second."""

    def __init__(self, sound: SoundHistory, channel: Channel) -> None:
        super().__init__(sound, channel, rate_hz=100.0, width=N_BANDS, dtype=np.uint8, empty=0)
        self._analyser: Analyser | None = None

    def _restart(self, sample_rate: int, oldest: int) -> int:
        self._analyser = Analyser(sample_rate, axis=AXIS, n_bands=N_BANDS)
        hop = self._analyser.hop_length
        self.rate_hz = sample_rate / hop
        frame = ceil(oldest / hop)
        self.ring.start(frame)
        return frame * hop - self._analyser.win_length // 2  # so that it is centred there

    def _take(self, audio: Audio) -> None:
        assert self._analyser is not None  # _restart comes first
        self.ring.append(quantise(self._analyser.process(audio)))


class PitchTrack(Track):
    """F0 in Hz, a hundred times a second, NaN where unvoiced.

    The input's is what the engine says while it says something (it is what the voice follows);
    else it is estimated here as the engine does.
    """

    def __init__(self, sound: SoundHistory, channel: Channel) -> None:
        super().__init__(sound, channel, rate_hz=F0_RATE_HZ, width=1)
        self._trace: PitchTrace | None = None
        self._told = False

    def latest_hz(self) -> float | None:
        """Return the newest F0 when it is voiced, else None."""
        last = self.ring.frames(self.ring.count - 4, self.ring.count)[:, 0]
        known = last[~np.isnan(last)]
        return float(known[-1]) if len(known) else None

    def _restart(self, sample_rate: int, oldest: int) -> int:
        self._trace = PitchTrace(sample_rate)
        self._trace.restart(oldest)
        self.ring.start(round(oldest / sample_rate * F0_RATE_HZ))
        return oldest

    def _take(self, audio: Audio) -> None:
        assert self._trace is not None
        told = self._channel == "input" and self._sound.f0_told()
        if told != self._told:
            self._told = told
            self._trace.restart(self._next)
        rate = self._sound.sample_rate
        if told:
            stop = int((self._next + len(audio)) / rate * F0_RATE_HZ)
            # Values arrive a little after their sound: those of the last 0.1 s are read again.
            start = max(self.ring.first, min(self.ring.count, stop - 10))
            for frame, row in enumerate(self._sound.f0.frames(start, stop), start):
                self.ring.put(frame, row)
            return
        positions, f0_hz = self._trace.process(audio)
        frames = np.rint(positions / rate * F0_RATE_HZ).astype(int)
        for frame, hz in zip(frames.tolist(), f0_hz.tolist(), strict=True):
            if frame > self.ring.count:  # one left out by rounding
                self.ring.put(frame - 1, hz)
            self.ring.put(frame, hz)


class FormantTrack(Track):
    """F1 to F4 in Hz, a hundred times a second, NaN where there are none."""

    def __init__(self, sound: SoundHistory, channel: Channel) -> None:
        super().__init__(sound, channel, rate_hz=100.0, width=N_FORMANTS)
        self._formants: StreamingFormants | None = None

    def _restart(self, sample_rate: int, oldest: int) -> int:
        self._formants = StreamingFormants(sample_rate)
        # Frame k of the estimator is centred (k + 1) hops, less its latency, after its start.
        frame = ceil(oldest / sample_rate * 100.0)
        self.ring.start(frame)
        return round((frame - 1) * sample_rate / 100.0 + self._formants.latency)

    def _take(self, audio: Audio) -> None:
        assert self._formants is not None
        self.ring.append(self._formants.process(audio))

    def update(self) -> bool:
        """Read on, within what is known already."""
        done = super().update()
        return done or self._next > self._sound.newest


class LoudnessTrack(Track):
    """Momentary and short-term loudness in LUFS, ten times a second, and the totals."""

    def __init__(self, sound: SoundHistory, channel: Channel) -> None:
        super().__init__(sound, channel, rate_hz=10.0, width=2)
        self._meter: LoudnessMeter | None = None

    def read(self) -> Loudness | None:
        """Return what the meter shows; None before there was sound."""
        return self._meter.read() if self._meter is not None else None

    def restart(self) -> None:
        """Measure the integrated loudness, the range and the true peak from now on."""
        if self._meter is not None:
            self._meter.reset()
            self._next = self._sound.newest
            self.ring.start(round(self._next / self._meter.hop_length))

    def _restart(self, sample_rate: int, oldest: int) -> int:
        self._meter = LoudnessMeter(sample_rate)
        hop = self._meter.hop_length
        self.rate_hz = sample_rate / hop
        self.ring.start(ceil(oldest / hop))
        return ceil(oldest / hop) * hop

    def _take(self, audio: Audio) -> None:
        assert self._meter is not None
        self.ring.append(self._meter.process(audio))


class SpectrumTrack(Track):
    """Powers in sliding thirds of an octave, ten times a second."""

    def __init__(self, sound: SoundHistory, channel: Channel) -> None:
        self._spectrum = ThirdOctaveSpectrum(48_000)
        self.centres_hz = self._spectrum.centres_hz
        super().__init__(sound, channel, rate_hz=10.0, width=len(self.centres_hz))

    def _restart(self, sample_rate: int, oldest: int) -> int:
        self._spectrum = ThirdOctaveSpectrum(sample_rate)
        hop = self._spectrum.hop_length
        self.rate_hz = sample_rate / hop
        self.ring.start(ceil(oldest / hop))
        return ceil(oldest / hop) * hop

    def _take(self, audio: Audio) -> None:
        self.ring.append(self._spectrum.process(audio))


class EnvelopeTrack(Track):
    """Mean squares, a thousand times a second."""

    def __init__(self, sound: SoundHistory, channel: Channel) -> None:
        super().__init__(sound, channel, rate_hz=1000.0, width=1)
        self._envelope: Envelope | None = None

    def _restart(self, sample_rate: int, oldest: int) -> int:
        self._envelope = Envelope(sample_rate)
        hop = self._envelope.hop_length
        self.rate_hz = sample_rate / hop
        self.ring.start(ceil(oldest / hop))
        return ceil(oldest / hop) * hop

    def _take(self, audio: Audio) -> None:
        assert self._envelope is not None
        self.ring.append(self._envelope.process(audio)[:, None])


class MelodyTrack:
    """Correlation of the two melodies over the last `SPAN_S`, ten times a second.

    Parameters
    ----------
    first, second
        F0 of input and output.
    """

    SPAN_S = 4.0

    def __init__(self, sound: SoundHistory, first: PitchTrack, second: PitchTrack) -> None:
        self._sound, self._first, self._second = sound, first, second
        self._generation = -1
        self.rate_hz = 10.0
        self.ring = FrameRing(round((KEPT_S + SLACK_S) * self.rate_hz) + 1, 2)

    @property
    def ready_s(self) -> float:
        """Up to when the frames are known, in s."""
        return self.ring.count / self.rate_hz

    def update(self) -> bool:
        """Read on; return whether everything was read."""
        done = self._first.update() & self._second.update()
        known = min(self._first.ready_s, self._second.ready_s)
        if self._generation != self._sound.generation or self.ready_s < self._sound.oldest_s - 1.0:
            self._generation = self._sound.generation
            self.ring.start(ceil(self._sound.oldest_s * self.rate_hz))
        rows: list[tuple[float, float]] = []
        while (self.ring.count + len(rows) + 1) / self.rate_hz <= known:
            stop = round((self.ring.count + len(rows) + 1) / self.rate_hz * F0_RATE_HZ)
            start = stop - round(self.SPAN_S * F0_RATE_HZ)
            pair = pitch_correlation(
                self._first.ring.frames(start, stop)[:, 0],
                self._second.ring.frames(start, stop)[:, 0],
            )
            rows.append(pair or (float("nan"), float("nan")))
        if rows:
            self.ring.append(np.array(rows, dtype=np.float32))
        return done

    def latest(self) -> NDArray[np.float32]:
        """Return the newest correlation and shift in semitones, NaN = unknown."""
        newest: NDArray[np.float32] = self.ring.frames(self.ring.count - 1, self.ring.count)[0]
        return newest
