"""Reverberation by a feedback delay network, vectorised over the shortest of its lines."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin, sqrt

import numpy as np

from syrinx.dsp.base import BlockProcessor, Ramp, eased
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio
from syrinx.dsp.units import ms_to_samples

LINES_MS = (23.3, 27.1, 31.7, 35.9, 40.7, 45.1, 50.3, 56.9)
EARLY_MS = (7.9, 12.7, 16.1, 21.3, 26.9, 33.7)
EARLY_GAINS = (0.62, -0.51, 0.45, -0.38, 0.33, -0.28)
EARLY_SHARE = 0.5
PRE_DELAY_MS = 9.0
FADE_MS, MIX_MS = 300.0, 30.0
_FLOOR = 1e-7  # amplitude below which a feedback path counts as silent (-140 dBFS)
_SIGNS_IN = np.array([1, -1, 1, 1, -1, 1, -1, -1], dtype=np.float32)[:, None]
_SIGNS_OUT = np.array([1, 1, -1, 1, 1, -1, -1, 1], dtype=np.float32)[:, None]


class DelayNetwork:
    """Eight delay lines that feed each other through a Householder matrix (a helper).

    J.-M. Jot, A. Chaigne, *Digital delay networks for designing artificial reverberators* (1991).

    Parameters
    ----------
    sample_rate
        Rate in Hz.
    seconds
        Time until the tail is 60 dB down.
    damping
        0 to 0.5: how fast the treble dies.
    scale
        Of the lengths of the lines, 1 for a hall.
    """

    def __init__(
        self, *, sample_rate: int, seconds: float, damping: float, scale: float = 1.0
    ) -> None:
        lengths = [max(1, round(ms * 1e-3 * scale * sample_rate)) for ms in LINES_MS]
        self._lengths = np.array(lengths)[:, None]
        self.chunk = min(lengths)
        self._size = max(lengths) + 1
        self._rows = np.arange(len(lengths))[:, None]
        decay = 10.0 ** (-3.0 * np.array(lengths) / (seconds * sample_rate))
        self._decay = decay[:, None].astype(np.float32)
        self._damping = np.float32(damping)
        self.energy = len(lengths) / (1.0 - float(np.mean(decay**2)))
        """Of its impulse response, about: what goes in comes out of every line once, then again
        by the square of the decay."""
        self.reset()

    def reset(self) -> None:
        """Stop the tail."""
        self._lines = np.zeros((len(LINES_MS), self._size), dtype=np.float32)
        self._last = np.zeros((len(LINES_MS), 1), dtype=np.float32)
        self._place = 0

    def process(self, audio: Audio) -> Audio:
        """Return the tail, without the direct sound."""
        size = audio.shape[0]
        if size <= self.chunk:
            return self._run(audio)
        starts = range(0, size, self.chunk)
        return np.concatenate([self._run(audio[start : start + self.chunk]) for start in starts])

    def _run(self, part: Audio) -> Audio:
        size = part.shape[0]
        where = self._place + np.arange(size)
        heard = self._lines[self._rows, (where - self._lengths) % self._size]
        shifted = np.concatenate((self._last, heard[:, :-1]), axis=1)
        self._last = heard[:, -1:]
        damped = (heard + self._damping * (shifted - heard)) * self._decay
        mixed = damped - np.float32(2.0 / len(LINES_MS)) * damped.sum(axis=0)
        fresh = mixed + _SIGNS_IN * part
        # A tail that has died away ends in exact zeros, before denormal numbers make it slow.
        fresh *= np.abs(fresh) > _FLOOR
        self._lines[:, where % self._size] = fresh
        self._place = (self._place + size) % self._size
        tail: Audio = (_SIGNS_OUT * heard).sum(axis=0)
        return tail


class Room:
    """The reverberation of one room: six early reflections, then the network (a helper).

    Its impulse response has the energy 1, about, so that a voice is as loud behind it.

    Parameters
    ----------
    sample_rate
        Rate in Hz.
    size
        0 (a booth) to 1 (a hall): lengths of the lines, and decay.
    damping
        0 (bare walls) to 1 (curtains).
    """

    def __init__(self, *, sample_rate: int, size: float, damping: float) -> None:
        scale = 0.3 + 0.7 * size
        network = DelayNetwork(
            sample_rate=sample_rate, seconds=decay_s(size), damping=0.5 * damping, scale=scale
        )
        self._network = network
        self._taps = _places(EARLY_MS, scale, sample_rate)
        self._late = ms_to_samples(PRE_DELAY_MS * scale, sample_rate)
        self._keep = max(*self._taps, self._late)
        early = sqrt(EARLY_SHARE / sum(gain * gain for gain in EARLY_GAINS))
        self._gains = [np.float32(early * gain) for gain in EARLY_GAINS]
        self._late_gain = np.float32(sqrt((1.0 - EARLY_SHARE) / network.energy))
        self.reset()

    def reset(self) -> None:
        """Let the room be silent."""
        self._network.reset()
        self._past: Audio = np.zeros(self._keep, dtype=np.float32)

    def process(self, audio: Audio) -> Audio:
        """Return what the room answers."""
        size, keep = audio.shape[0], self._keep
        line = np.concatenate((self._past, audio))
        self._past = line[size:]
        start = keep - self._late
        output = self._late_gain * self._network.process(line[start : start + size])
        for place, gain in zip(self._taps, self._gains, strict=True):
            output += gain * line[keep - place : keep - place + size]
        return output


class Reverb(BlockProcessor):
    """Put the voice into a room, without delay.

    Parameters
    ----------
    sample_rate
        Rate in Hz.
    size
        0 (a booth, dead after 0.25 s) to 1 (a hall, 3 s).
    damping
        0 (bare walls) to 1 (curtains).
    mix
        0 (dry, bit for bit) to 1 (the room alone), with constant power between. All are settable
        while it runs: the mix glides, another room fades in within 0.3 s.
    """

    def __init__(
        self, *, sample_rate: int, size: float = 0.4, damping: float = 0.5, mix: float = 0.2
    ) -> None:
        super().__init__(sample_rate=sample_rate)
        self._turn = Ramp(_share("mix", mix), length=ms_to_samples(MIX_MS, sample_rate))
        self._fade = Ramp(1.0, length=ms_to_samples(FADE_MS, sample_rate))
        self._mix = self._turn.target
        self._shape = (_share("size", size), _share("damping", damping))
        self._room = self._wanted = self._made()
        self._old: Room | None = None

    @property
    def mix(self) -> float:
        """Share of the room in the sound, 0 to 1."""
        return self._mix

    @mix.setter
    def mix(self, value: float) -> None:
        self._mix = _share("mix", value)

    def set_room(self, *, size: float, damping: float) -> None:
        """Move to another room, from any thread: it is built here, not in the audio path."""
        shape = (_share("size", size), _share("damping", damping))
        if shape != self._shape:
            self._shape = shape
            self._wanted = self._made()

    def reset(self) -> None:
        """Stop the tail; the settings stay."""
        self._room, self._old = self._wanted, None
        self._room.reset()
        self._turn.set(self._mix)
        self._turn.jump()
        self._fade.jump()

    def _made(self) -> Room:
        size, damping = self._shape
        return Room(sample_rate=self._sample_rate, size=size, damping=damping)

    def _process(self, audio: Audio) -> Audio:
        wanted, size = self._wanted, audio.shape[0]
        if wanted is not self._room and self._fade.settled:
            self._old, self._room = self._room, wanted
            self._fade.set(0.0)
            self._fade.jump()
            self._fade.set(1.0)
        if self._old is None:
            answer = self._room.process(audio)
        else:  # the new room hears the voice fade in, so that no step runs around in it
            share = eased(self._fade.next(size))
            old = self._old.process(audio)
            answer = np.asarray(old - share * old + self._room.process(share * audio))
            if self._fade.settled:
                self._old = None
        self._turn.set(self._mix)
        turn = self._turn.next(size)
        if isinstance(turn, float):
            if turn == 0.0:
                return audio.copy()
            dry, wet = cos(0.5 * pi * turn), sin(0.5 * pi * turn)
            return np.float32(dry) * audio + np.float32(wet) * answer
        angle = (0.5 * np.pi * turn).astype(np.float32)
        return np.asarray(np.cos(angle) * audio + np.sin(angle) * answer)


def decay_s(size: float) -> float:
    """Seconds until a room of this size (0 to 1) is 60 dB down, without damping."""
    return float(0.25 * 12.0**size)


def _places(times_ms: Sequence[float], scale: float, sample_rate: int) -> list[int]:
    return [max(1, ms_to_samples(ms * scale, sample_rate)) for ms in times_ms]


def _share(name: str, value: float) -> float:
    if not 0.0 <= value <= 1.0:
        raise SyrinxError(f"The {name} of the reverb must lie between 0 and 1, not at {value:g}.")
    return float(value)
