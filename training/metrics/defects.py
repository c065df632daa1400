"""Defects that need no reference: clicks, clipping, DC, noise in silence."""

from __future__ import annotations

import dataclasses

import numpy as np
import scipy.ndimage
from numpy.typing import NDArray

from syrinx.training.metrics.prosody import frame_level_db


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Defects:
    """What is wrong with a recording.

    ``clicks`` and ``clipped`` (samples in flat tops) are counts, ``dc_dbfs`` is the level of the
    mean, ``silence_dbfs`` the median level of the frames in which the source is silent (NaN if it
    never is).
    """

    clicks: int
    clipped: int
    dc_dbfs: float
    silence_dbfs: float
    seconds: float


def find_clicks(
    audio: NDArray, sample_rate: int, *, ratio: float = 5.0, floor: float = 0.002
) -> NDArray:
    """Return the sample positions of clicks.

    The fourth difference leaves little of speech and much of a jump. A click is where its
    magnitude is ``ratio`` times the largest of the 15 ms before and of the 15 ms after (the nearest
    millisecond left out: a pitch period fits in, so that glottal pulses hide each other) and above
    ``floor`` (full scale is 1). Clicks within 5 ms are one. Natural speech gives about two per
    minute (plosives), so read the figure beside the source's.
    """
    audio = np.asarray(audio, dtype=np.float64)
    if audio.size < 8:
        return np.zeros(0, dtype=np.int64)
    residual = np.abs(np.convolve(audio, np.array([1, -4, 6, -4, 1]) / 16, mode="same"))
    residual[:2] = residual[-2:] = 0.0  # the ends are no jumps
    near = max(3, round(0.001 * sample_rate))
    width = max(3, round(0.014 * sample_rate))
    highest = scipy.ndimage.maximum_filter1d(residual, width, mode="constant")
    shift = near + width // 2
    around = np.zeros_like(residual)
    around[shift:] = highest[:-shift]
    around[:-shift] = np.maximum(around[:-shift], highest[shift:])
    places = np.flatnonzero((residual > ratio * around) & (residual > floor))
    if places.size == 0:
        return places
    first = np.concatenate([[True], np.diff(places) > 0.005 * sample_rate])
    return places[first]


def count_clipped(audio: NDArray, *, ceiling: float = 0.999, run: int = 3) -> int:
    """Count the samples in runs of ``run`` or more at or beyond ``ceiling`` with one sign."""
    total = 0
    for flat in (audio >= ceiling, audio <= -ceiling):
        edges = np.flatnonzero(np.diff(np.concatenate([[0], flat.astype(np.int8), [0]])))
        lengths = edges[1::2] - edges[::2]
        total += int(lengths[lengths >= run].sum())
    return total


def silent_frames(source: NDArray, *, below_db: float = 45.0) -> NDArray:
    """Return which 10 ms frames (16 kHz) lie 50 ms inside a pause, ``below_db`` below the top."""
    level = frame_level_db(source)
    quiet = level < level.max(initial=-100.0) - below_db
    return scipy.ndimage.binary_erosion(quiet, np.ones(11), border_value=1)


def find_defects(
    audio: NDArray, sample_rate: int, *, source: NDArray | None = None, audio_16k: NDArray
) -> Defects:
    """Measure a recording; ``source`` (16 kHz, aligned with ``audio_16k``) tells the silence."""
    mean = float(np.mean(audio, dtype=np.float64)) if len(audio) else 0.0
    silence = float("nan")
    if source is not None:
        quiet = silent_frames(source)
        level = frame_level_db(audio_16k)
        n = min(len(quiet), len(level))
        if quiet[:n].any():
            silence = float(np.median(level[:n][quiet[:n]]))
    return Defects(
        clicks=len(find_clicks(audio, sample_rate)),
        clipped=count_clipped(audio),
        dc_dbfs=20 * float(np.log10(max(abs(mean), 1e-6))),
        silence_dbfs=silence,
        seconds=len(audio) / sample_rate,
    )
