"""Formants F1 to F4 of a stream: linear prediction at 11 kHz and a tracker that looks back only.

The analysis is that which phoneticians use (P. Boersma, D. Weenink, *Praat*: "Sound: To Formant
(burg)"): pre-emphasis from 50 Hz, a Gaussian-like window, ten poles up to 5.5 kHz. The tracker
gives each of four tracks one of the resonances, in ascending order, so that together they are
narrow, near their last place and near where formants of speakers lie.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import exp, pi

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.base import windows
from syrinx.dsp.lpc import burg, resonances
from syrinx.dsp.processor import Audio
from syrinx.dsp.resample import PolyphaseResampler

N_FORMANTS = 4
FORMANT_RATE = 11_000
HOP_LENGTH = 110
"""Samples at `FORMANT_RATE` per frame: 10 ms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormantConfig:
    """Constants of the analysis.

    Attributes
    ----------
    window_length
        Samples at 11 kHz of the whole window; it weighs like one of half of it.
    order
        Poles of the predictor.
    widest_hz
        Resonances that are wider are the slope of the spectrum, not formants.
    lowest_hz, highest_hz
        Range of formants.
    reference_hz
        Where F1 to F4 of speakers lie on average.
    reference_cost, move_cost, width_cost
        Handicap per octave from the reference and from the last place, and per octave of the
        bandwidth over 100 Hz.
    miss_cost
        Handicap of a track without a resonance.
    quiet_db
        Frames this far below the loudest of the last seconds have no formants.
    """

    window_length: int = 550
    order: int = 10
    widest_hz: float = 600.0
    lowest_hz: float = 120.0
    highest_hz: float = 5300.0
    reference_hz: tuple[float, ...] = (500.0, 1500.0, 2600.0, 3700.0)
    reference_cost: float = 0.35
    move_cost: float = 1.2
    width_cost: float = 0.5
    miss_cost: float = 2.0
    quiet_db: float = 34.0


class StreamingFormants:
    """Estimate F1 to F4 frame by frame.

    Frame ``k`` is centred ``latency`` samples (of the stream) before the sample
    ``(k + 1) * hop`` of it, with ``hop`` = 10 ms.

    Parameters
    ----------
    sample_rate
        Of the stream in Hz.
    """

    def __init__(self, sample_rate: int, *, config: FormantConfig | None = None) -> None:
        self.config = config or FormantConfig()
        self.sample_rate = sample_rate
        self._resampler = PolyphaseResampler(sample_rate, FORMANT_RATE)
        ratio = sample_rate / FORMANT_RATE
        length = self.config.window_length
        self.latency = length / 2 * ratio + float(self._resampler.latency_in)
        at = (np.arange(length) + 0.5) / length - 0.5
        edge = exp(-12.0)
        self._window = ((np.exp(-48.0 * at**2) - edge) / (1.0 - edge)).astype(np.float32)
        self._emphasis = exp(-2.0 * pi * 50.0 / FORMANT_RATE)
        self.reset()

    def reset(self) -> None:
        """Forget the past."""
        self._resampler.reset()
        self._past: Audio = np.zeros(self.config.window_length - HOP_LENGTH + 1, dtype=np.float32)
        self._tracker = FormantTracker(self.config)
        self._peak_db = -60.0

    def process(self, audio: Audio) -> NDArray[np.float64]:
        """Push ``audio`` of any length; return ``(n_frames, 4)`` in Hz, NaN where there is none."""
        joined = np.concatenate((self._past, self._resampler.process(audio)))
        length = self.config.window_length
        count = (joined.shape[0] - length - 1) // HOP_LENGTH + 1
        if count <= 0:
            self._past = joined
            return np.zeros((0, N_FORMANTS))
        self._past = joined[count * HOP_LENGTH :]
        emphasised = joined[1:] - np.float32(self._emphasis) * joined[:-1]
        frames = windows(emphasised, length, step=HOP_LENGTH)[:count] * self._window
        power = np.einsum("ij,ij->i", frames, frames) / length
        level_db = 10.0 * np.log10(power + 1e-12)
        loud = np.zeros(count, dtype=bool)
        for index in range(count):
            self._peak_db = max(float(level_db[index]), self._peak_db - 0.06, -70.0)
            loud[index] = level_db[index] > self._peak_db - self.config.quiet_db
        result = np.full((count, N_FORMANTS), np.nan)
        if loud.any():
            found = resonances(burg(frames[loud], self.config.order)[0], FORMANT_RATE)
            each = iter(zip(*found, strict=True))
            for index in range(count):
                if loud[index]:
                    result[index] = self._tracker.step(*next(each))
                else:
                    self._tracker.forget()
        else:
            self._tracker.forget()
        return result


class FormantTracker:
    """Give four tracks the resonances of a frame, knowing the frames before."""

    def __init__(self, config: FormantConfig) -> None:
        self._config = config
        self._last: list[float | None] = [None] * N_FORMANTS
        self._reference = np.log2(config.reference_hz).tolist()

    def forget(self) -> None:
        """A pause: the next frame is not joined to the last one."""
        self._last = [None] * N_FORMANTS

    def step(self, hz: NDArray[np.float64], width_hz: NDArray[np.float64]) -> list[float]:
        """Return F1 to F4 in Hz of one frame, NaN where a track has none.

        Parameters
        ----------
        hz, width_hz
            Of the resonances, as `syrinx.dsp.lpc.resonances` returns them.
        """
        config = self._config
        usable = (hz > config.lowest_hz) & (hz < config.highest_hz) & (width_hz < config.widest_hz)
        octaves = np.log2(hz[usable]).tolist()
        wide = (config.width_cost * np.log2(np.maximum(width_hz[usable], 50.0) / 100.0)).tolist()
        number = min(N_FORMANTS, len(octaves))
        if not number:
            return [float("nan")] * N_FORMANTS
        costs = [
            [wide[i] + self._place_cost(track, octaves[i]) for track in range(N_FORMANTS)]
            for i in range(len(octaves))
        ]
        best = float("inf")
        chosen: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())
        for n in range(max(1, number - 1), number + 1):
            for tracks in combinations(range(N_FORMANTS), n):
                for picked in combinations(range(len(octaves)), n):
                    cost = config.miss_cost * (N_FORMANTS - n)
                    for track, index in zip(tracks, picked, strict=True):
                        cost += costs[index][track]
                    if cost < best:
                        best, chosen = cost, (tracks, picked)
        result = [float("nan")] * N_FORMANTS
        for track, index in zip(*chosen, strict=True):
            result[track] = 2.0 ** octaves[index]
            self._last[track] = octaves[index]
        return result

    def _place_cost(self, track: int, octave: float) -> float:
        cost: float = self._config.reference_cost * abs(octave - self._reference[track])
        last = self._last[track]
        if last is not None:
            cost += self._config.move_cost * min(1.0, abs(octave - last))
        return cost
