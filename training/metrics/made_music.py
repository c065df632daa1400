"""Music made from nothing, for the cutter's measure of music: chords, tunes, drums."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

SAMPLE_RATE = 16_000
FloatArray = NDArray[np.float32]
_SCALE = (0, 2, 4, 5, 7, 9, 11)
_CHORDS = ((0, 4, 7), (5, 9, 12), (7, 11, 14), (9, 12, 16))


def made_music(seconds: float, rng: np.random.Generator) -> FloatArray:
    """A few bars: chords, a tune over them, often drums; unlike any particular piece."""
    beat = rng.uniform(0.25, 0.7)
    key = 110.0 * 2 ** (rng.integers(0, 12) / 12)
    out = np.zeros(round(seconds * SAMPLE_RATE))
    tune_gain, drum_gain = rng.uniform(0.3, 1.0), rng.choice([0.0, rng.uniform(0.1, 0.6)])
    decay = rng.uniform(0.5, 4.0)  # plucked to organ
    richness = rng.uniform(0.8, 2.0)
    place, chord = 0.0, 0
    while place < seconds:
        notes = _CHORDS[chord % len(_CHORDS)]
        for note in notes:
            hz = key * 2 ** (note / 12)
            _add(out, place, 4 * beat, hz, 0.5, decay, richness)
        for step in range(int(rng.integers(2, 6))):
            octave = 12 * int(rng.integers(1, 3))
            hz = key * 2 ** ((_SCALE[int(rng.integers(7))] + octave) / 12)
            length = beat * rng.choice([0.5, 1.0, 2.0])
            _add(out, place + step * beat, length, hz, tune_gain, decay, richness)
        for step in range(4):
            _drum(out, place + step * beat, drum_gain, rng)
        place, chord = place + 4 * beat, int(rng.integers(len(_CHORDS)))
    return (0.5 * out / (np.abs(out).max() + 1e-9)).astype(np.float32)


def _add(
    out: NDArray[np.float64],
    start_s: float,
    seconds: float,
    hz: float,
    gain: float,
    decay: float,
    richness: float,
) -> None:
    first = round(start_s * SAMPLE_RATE)
    count = min(round(seconds * SAMPLE_RATE), len(out) - first)
    if count <= 0:
        return
    time = np.arange(count) / SAMPLE_RATE
    shape = np.exp(-time / decay) * np.minimum(1.0, time / 0.01)
    shape *= np.minimum(1.0, (count / SAMPLE_RATE - time) / 0.02)
    for order in range(1, min(16, int(7000 / hz)) + 1):
        out[first : first + count] += (
            gain * order**-richness * shape * np.sin(2 * np.pi * order * hz * time)
        )


def _drum(out: NDArray[np.float64], start_s: float, gain: float, rng: np.random.Generator) -> None:
    first = round(start_s * SAMPLE_RATE)
    count = min(2400, len(out) - first)
    if count > 0:
        shape = np.exp(-np.arange(count) / 500)
        out[first : first + count] += gain * shape * rng.standard_normal(count)
