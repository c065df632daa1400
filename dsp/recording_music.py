"""Music against speech: notes stay where they are, a voice glides and pauses."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.base import windows
from syrinx.dsp.processor import Audio
from syrinx.dsp.windows import hann_window

RATE = 16_000
_LENGTH, _HOP = 2048, 320
_HELD_FRAMES = 8
_LOW_HZ, _HIGH_HZ = 400.0, 4000.0
_PEAK_DB, _LOUD_DB = 9.0, 30.0


def held_share(audio_16k: Audio) -> float:
    """Share of the spectral peaks that stay in their place for 0.16 s, 0 to 1.

    Peaks between 400 Hz and 4 kHz, 9 dB over their neighbourhood, in frames of 128 ms within 30 dB
    of the loudest. The harmonics of a speaking voice up there move by more than a bin (8 Hz) in
    that time; those of a held note do not. A sung, held note counts as music.

    Parameters
    ----------
    audio_16k
        ``(n_samples,)``; 0 under half a second.
    """
    frames = windows(np.ascontiguousarray(audio_16k, dtype=np.float32), _LENGTH, step=_HOP)
    if frames.shape[0] < 2 * _HELD_FRAMES:
        return 0.0
    spectra = np.fft.rfft(frames * hann_window(_LENGTH), axis=1)
    level = 10.0 * np.log10(spectra.real**2 + spectra.imag**2 + 1e-12)
    step_hz = RATE / _LENGTH
    low, high = round(_LOW_HZ / step_hz), round(_HIGH_HZ / step_hz)
    peaks = _peaks(level[:, low - 12 : high + 12])
    loud = level[:, low:high].max(axis=1)
    peaks &= (loud > loud.max() - _LOUD_DB)[:, None]
    total = int(np.count_nonzero(peaks[: -_HELD_FRAMES + 1]))
    if total < 50:
        return 0.0
    # A peak may flicker between two neighbouring bins.
    near = peaks.copy()
    near[:, 1:] |= peaks[:, :-1]
    near[:, :-1] |= peaks[:, 1:]
    held = peaks[: -_HELD_FRAMES + 1].copy()
    for later in range(1, _HELD_FRAMES):
        held &= near[later : near.shape[0] - _HELD_FRAMES + 1 + later]
    return float(np.count_nonzero(held)) / total


def _peaks(level: NDArray[np.floating]) -> NDArray[np.bool_]:
    """Local maxima that stand 9 dB over the mean of the 25 bins around them."""
    summed = np.cumsum(np.pad(level, ((0, 0), (1, 0))), axis=1)
    mean = (summed[:, 25:] - summed[:, :-25]) / 25.0
    inner = level[:, 12:-12]
    top = (inner >= level[:, 11:-13]) & (inner > level[:, 13:-11])
    return np.asarray(top & (inner > mean + _PEAK_DB), dtype=np.bool_)
