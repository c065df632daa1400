"""How much a room echoes, from the speech in it alone.

Nothing dies away faster than a room lets it: the steepest falls of speech show the room's decay
(Lebart, Boucher and Denbigh 2001; Wen, Habets and Naylor 2008 look at the same distribution of
decay rates).
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.base import windows
from syrinx.dsp.processor import Audio
from syrinx.dsp.recording_levels import to_dbfs
from syrinx.dsp.windows import hann_window

Floats = NDArray[np.float64]

EDGES_HZ = (300.0, 500.0, 800.0, 1200.0, 1800.0, 2600.0, 3700.0, 5200.0, 7000.0)
FRAME_S = 0.004
_WINDOW_S = 0.016
_SLOPE_S = 0.06
_STEEPEST_PERCENT = 6.0
_OVER_FLOOR_DB = 8.0
_LONGEST_S = 5.0
_LEAST_SLOPES = 12


def band_powers(audio: Audio, sample_rate: int) -> Floats:
    """Mean power of the bands of `EDGES_HZ` every 4 ms, ``(n_frames, n_bands)``.

    Bands above half of the rate are left out.
    """
    hop, length = round(FRAME_S * sample_rate), round(_WINDOW_S * sample_rate)
    length += length % 2
    frames = windows(np.ascontiguousarray(audio, dtype=np.float32), length, step=hop)
    window = hann_window(length)
    spectra = np.fft.rfft(frames * window, axis=1)
    power = spectra.real**2 + spectra.imag**2
    hz = np.fft.rfftfreq(length, 1.0 / sample_rate)
    bands = [
        power[:, (hz >= low) & (hz < high)].sum(axis=1)
        for low, high in pairwise(EDGES_HZ)
        if high <= 0.47 * sample_rate
    ]
    scale = 2.0 / (length * float(np.sum(window.astype(np.float64) ** 2)))
    return np.asarray(np.stack(bands, axis=1) * scale, dtype=np.float64)


def decay_times(levels_db: Floats) -> Floats:
    """Decay times in s of the steepest falls of each band, ``(n_bands,)``; NaN where none is.

    Straight lines are fitted to 60 ms of the level; those count that end 8 dB or more over the
    band's floor and fall all the way.
    """
    size = round(_SLOPE_S / FRAME_S)
    out = np.full(levels_db.shape[1], np.nan)
    if levels_db.shape[0] <= size:
        return out
    position = (np.arange(size) - (size - 1) / 2.0) * FRAME_S
    kernel = position / np.sum(position**2)
    third = size // 3
    for band, level in enumerate(levels_db.T):
        views = np.lib.stride_tricks.sliding_window_view(level, size)
        slope = views @ kernel
        floor = np.percentile(level, 8.0) + _OVER_FLOOR_DB
        first, last = views[:, :third].mean(axis=1), views[:, -third:].mean(axis=1)
        middle = views[:, third:-third].mean(axis=1)
        falls = (last > floor) & (first > middle) & (middle > last)
        if np.count_nonzero(falls) >= _LEAST_SLOPES:
            steep = float(np.percentile(slope[falls], _STEEPEST_PERCENT))
            out[band] = min(_LONGEST_S, 60.0 / max(-steep, 1e-3))
    return out


def decay_s(powers: Floats) -> float:
    """Decay time in s of the steepest falls, the median of the bands; 0 where too few fall.

    It grows with the room's RT60 but stays under it, and under about 0.5 s: within 60 ms the level
    of a slow decay still trembles.

    Parameters
    ----------
    powers
        See `band_powers`.
    """
    times = decay_times(to_dbfs(powers))
    known = times[np.isfinite(times)]
    return float(np.median(known)) if known.shape[0] else 0.0
