"""How loud a recording is: frames, activity, speech over noise, flat tops, an offset.

Everything looks at a whole recording of 0.3 s to some minutes at once; nothing here is for the
live path.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.processor import Audio

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

HOP_S = 0.01
"""Frames are 20 ms long and come every 10 ms."""
SILENCE_DBFS = -100.0
_LEAST_SPREAD_DB = 6.0
_REACH_S = 0.06
_GAP_S, _BURST_S = 0.15, 0.05
_LOUD_FRAMES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelMeasures:
    """Levels of a recording.

    Attributes
    ----------
    peak_dbfs
        Of the loudest sample.
    speech_dbfs
        RMS of the frames with speech, the noise taken off; -100 without any.
    noise_dbfs
        RMS of the pauses.
    snr_db
        The first over the second.
    """

    peak_dbfs: float
    speech_dbfs: float
    noise_dbfs: float
    snr_db: float


def to_dbfs(power: NDArray[np.floating] | float) -> Floats:
    """Mean squares to dBFS, at least `SILENCE_DBFS`."""
    floor = 10.0 ** (SILENCE_DBFS / 10.0)
    return np.asarray(10.0 * np.log10(np.maximum(power, floor)), dtype=np.float64)


def frame_powers(audio: Audio, sample_rate: int) -> Floats:
    """Mean square of the 20 ms around every 10 ms, ``(n_samples // hop,)``, its mean removed."""
    hop = round(HOP_S * sample_rate)
    count = audio.shape[0] // hop
    if not count:
        return np.zeros(0)
    steady = audio.astype(np.float64) - float(audio.mean(dtype=np.float64))
    squares = np.concatenate(([0.0], np.cumsum(steady**2)))
    middle = hop * np.arange(count) + hop // 2
    low, high = (np.clip(middle + side, 0, audio.shape[0]) for side in (-hop, hop))
    return np.asarray((squares[high] - squares[low]) / (high - low), dtype=np.float64)


def speech_activity(levels_dbfs: Floats) -> Bools:
    """Which frames are speech, by level alone, ``(n,)``.

    The levels are best those of the band of speech, so that a rumble does not count.

    The threshold lies between the floor (the 8th percentile of the levels smoothed over 50 ms)
    and the loud (the 95th percentile, in longer recordings what 0.5 s exceeds): two fifths of the
    way, at most 30 dB under the loud. Gaps of 0.15 s are filled, bursts of 50 ms left out. Nothing
    is speech where the levels spread over less than 6 dB.
    """
    if levels_dbfs.shape[0] < 5:
        return np.zeros(levels_dbfs.shape[0], dtype=np.bool_)
    smooth = np.convolve(np.pad(levels_dbfs, 2, mode="edge"), np.full(5, 0.2), mode="valid")
    floor = float(np.percentile(smooth, 8.0))
    rank = min(_LOUD_FRAMES, levels_dbfs.shape[0] // 20) + 1
    loud = float(np.partition(levels_dbfs, -rank)[-rank])
    if loud - floor < _LEAST_SPREAD_DB or loud <= SILENCE_DBFS + 10.0:
        return np.zeros(levels_dbfs.shape[0], dtype=np.bool_)
    active = smooth > max(floor + 0.4 * (loud - floor), loud - 30.0)
    active = ~_without_short(~active, round(_GAP_S / HOP_S), ends=False)
    return _without_short(active, round(_BURST_S / HOP_S), ends=True)


def runs(flags: Bools) -> NDArray[np.int64]:
    """Start and end (exclusive) of every run of true values, ``(n_runs, 2)``."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.astype(np.int8), [0]))))
    return edges.reshape(-1, 2).astype(np.int64)


def _without_short(flags: Bools, least: int, *, ends: bool) -> Bools:
    """Drop runs shorter than ``least``; those at the ends only where ``ends`` says so."""
    out = flags.copy()
    for start, stop in runs(flags):
        at_end = start == 0 or stop == flags.shape[0]
        if stop - start < least and (ends or not at_end):
            out[start:stop] = False
    return out


def level_measures(audio: Audio, powers: Floats, active: Bools) -> LevelMeasures:
    """Levels of a recording from its frames' powers and which of them are speech.

    The noise is the mean power of pauses, 60 ms away from speech; where there are less than
    0.1 s of those, the 5th percentile of all frames.
    """
    peak = float(np.abs(audio).max(initial=0.0))
    if not powers.shape[0]:
        silent = SILENCE_DBFS
        return LevelMeasures(
            peak_dbfs=float(to_dbfs(peak**2)), speech_dbfs=silent, noise_dbfs=silent, snr_db=0.0
        )
    near = np.convolve(active, np.ones(2 * round(_REACH_S / HOP_S) + 1), mode="same") > 0.5
    pauses = powers[~near[: powers.shape[0]]]
    if pauses.shape[0] >= 10:
        noise = float(pauses.mean())
    else:
        noise = float(np.percentile(powers, 5.0))
    loud = float(powers[active].mean()) if active.any() else 0.0
    speech = max(0.0, loud - noise)
    speech_dbfs, noise_dbfs = float(to_dbfs(speech)), float(to_dbfs(noise))
    return LevelMeasures(
        peak_dbfs=float(to_dbfs(peak**2)),
        speech_dbfs=speech_dbfs,
        noise_dbfs=noise_dbfs,
        snr_db=speech_dbfs - noise_dbfs,
    )


def clipped_share(audio: Audio) -> float:
    """Share of the samples that lie on a flat top, whatever the height of the top.

    A flat top is a run of three samples or more within 0.01 % of the loudest sample of its sign
    (or one step of 16 bits): an overdriven converter makes them at full scale, a gain after it
    moves them. A clean voice passes its own maximum once, and a pure tone is round on top.
    """
    total = 0
    for side in (audio, -audio):
        top = float(side.max(initial=0.0))
        if top < 1e-4:
            continue
        flat = runs(side >= top - max(1e-4 * top, 3.1e-5))
        total += int(sum(stop - start for start, stop in flat if stop - start >= 3))
    return float(total / max(1, audio.shape[0]))


def peak_ratio(audio: Audio) -> float:
    """Loudest sample over the height that one sample in a thousand reaches; 1 for silence.

    Speech has rare high peaks: 1.13 and more in 99 % of clean recordings. Clipping cuts them off,
    and a resampler or a codec after it, which make the flat tops ripple, bring back little (1.0 to
    1.08). A steady tone has 1.0, too: it is only a sign of clipping where there is speech.
    """
    if audio.shape[0] < 1000:
        return 1.0
    heights = np.abs(np.asarray(audio, dtype=np.float32))
    rank = audio.shape[0] - 1 - audio.shape[0] // 1000
    common = float(np.partition(heights, rank)[rank])
    loudest = float(heights.max())
    return loudest / common if common > 0.0 else 1.0


def dc_offset(audio: Audio) -> float:
    """Mean of the samples, of full scale."""
    return float(audio.mean(dtype=np.float64)) if audio.shape[0] else 0.0
