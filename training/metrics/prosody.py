"""Pitch and timing of two recordings of one utterance, by WORLD."""

from __future__ import annotations

import dataclasses
import warnings
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError

HOP_LENGTH = 160
SAMPLE_RATE = 16_000
MIN_FRAMES = 20


def world_f0(
    audio: NDArray,
    method: Literal["dio", "harvest"] = "dio",
    *,
    fmin_hz: float = 60.0,
    fmax_hz: float = 600.0,
) -> NDArray:
    """F0 in Hz of audio at 16 kHz by WORLD and StoneMask, 0 where unvoiced, one value per 10 ms."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pyworld 0.3.5 still asks pkg_resources for its version
        import pyworld

    estimate = {"dio": pyworld.dio, "harvest": pyworld.harvest}[method]
    double = np.ascontiguousarray(audio, dtype=np.float64)
    coarse, times = estimate(
        double, SAMPLE_RATE, f0_floor=fmin_hz, f0_ceil=fmax_hz, frame_period=10.0
    )
    return np.asarray(pyworld.stonemask(double, coarse, times, SAMPLE_RATE))


def frame_level_db(audio: NDArray, *, floor_db: float = -100.0) -> NDArray:
    """Level in dBFS of each whole 10 ms frame."""
    frames = np.asarray(audio, dtype=np.float64)
    frames = frames[: len(frames) // HOP_LENGTH * HOP_LENGTH].reshape(-1, HOP_LENGTH)
    power = np.mean(frames**2, axis=1)
    return 10 * np.log10(np.maximum(power, 10 ** (floor_db / 10)))


def active_level_db(audio: NDArray) -> float:
    """Level in dBFS of the speech alone: of the 10 ms frames within 30 dB of the loudest."""
    level = frame_level_db(audio)
    loud = level[level > level.max(initial=-100.0) - 30]
    return float(10 * np.log10(np.mean(10 ** (loud / 10)))) if loud.size else -100.0


def lag_frames(reference: NDArray, other: NDArray, *, most: int = 30) -> int:
    """Return by how many 10 ms frames ``other`` lags behind ``reference`` (negative: leads).

    The lag at which the frame levels, limited to 50 dB below each one's loudest frame, correlate
    best.
    """
    a, b = frame_level_db(reference), frame_level_db(other)
    if not a.size or not b.size:
        raise SyrinxError("Recordings to be compared must be longer than 10 ms.")
    a, b = np.maximum(a, a.max() - 50), np.maximum(b, b.max() - 50)
    best, best_score = 0, -np.inf
    for lag in sorted(range(-most, most + 1), key=abs):
        x, y = a[max(0, -lag) :], b[max(0, lag) :]
        n = min(len(x), len(y))
        if n < max(3, min(len(a), len(b)) // 2):
            continue
        x, y = x[:n] - x[:n].mean(), y[:n] - y[:n].mean()
        score = float(x @ y / (np.sqrt((x @ x) * (y @ y)) + 1e-12))
        if score > best_score + 1e-6:
            best, best_score = lag, score
    return best


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ProsodyScore:
    """How well pitch and voicing were kept.

    ``f0_correlation`` is Pearson's, of log F0 over frames voiced in both, NaN with fewer than 20;
    ``f0_shift_semitones`` the median shift; ``voicing_agreement`` the share of frames on which
    both agree, among frames within 40 dB of the reference's loudest.
    """

    f0_correlation: float
    f0_shift_semitones: float
    voicing_agreement: float


def compare_prosody(
    reference: NDArray,
    other: NDArray,
    *,
    lag: int = 0,
    f0_hz: tuple[NDArray, NDArray] | None = None,
) -> ProsodyScore:
    """Compare two recordings at 16 kHz; ``other`` lags by ``lag`` frames, see `lag_frames`.

    ``f0_hz`` is the F0 of both by `world_f0`, where it is known already.
    """
    f0_a, f0_b = f0_hz or (world_f0(reference), world_f0(other))
    level = frame_level_db(reference)
    if lag >= 0:
        f0_b = f0_b[lag:]
    else:
        f0_a, level = f0_a[-lag:], level[-lag:]
    n = min(len(f0_a), len(f0_b), len(level))
    f0_a, f0_b, level = f0_a[:n], f0_b[:n], level[:n]
    loud = level > level.max(initial=-100.0) - 40
    agreement = float(np.mean((f0_a > 0)[loud] == (f0_b > 0)[loud])) if loud.any() else np.nan
    both = (f0_a > 0) & (f0_b > 0)
    correlation = shift = float("nan")
    if both.sum() >= MIN_FRAMES:
        x, y = np.log2(f0_a[both]), np.log2(f0_b[both])
        shift = float(12 * np.median(y - x))
        if x.std() > 1e-6 and y.std() > 1e-6:
            correlation = float(np.corrcoef(x, y)[0, 1])
    return ProsodyScore(
        f0_correlation=correlation, f0_shift_semitones=shift, voicing_agreement=agreement
    )
