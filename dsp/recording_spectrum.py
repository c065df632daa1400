"""Mains hum under speech, and how far up a recording reaches."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.base import windows
from syrinx.dsp.processor import Audio
from syrinx.dsp.windows import hann_window

Floats = NDArray[np.float64]

MAINS_HZ = (50.0, 60.0)
HARMONICS = 8
_DRIFT = 0.004
_LONGEST_S = 8.0
_AROUND_HZ = 12.0
_STRONG_DB = 12.0
_QUIET_DBFS = -100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class HumMeasures:
    """Mains hum in a recording.

    Attributes
    ----------
    mains_hz
        50 or 60, whichever fits better.
    hum_dbfs
        Level of the lines that stand out, -100 without any.
    prominence_db
        The strongest line over the median of its neighbourhood.
    lines
        How many of the first eight harmonics stand out by 12 dB.
    """

    mains_hz: float
    hum_dbfs: float
    prominence_db: float
    lines: int


def hum_measures(audio: Audio, sample_rate: int) -> HumMeasures:
    """Find mains hum, also under speech.

    Hum is a line that stays where it is: over seconds its power gathers in one bin, while the
    harmonics of a voice move and spread theirs. The spectrum of the whole recording (of pieces
    of up to 8 s, averaged) is searched near multiples of 50 and 60 Hz; mains may be 0.4 % off.

    Parameters
    ----------
    audio
        ``(n_samples,)``. Lines of less than a second cannot be told from a voice: they give none.
    """
    nothing = HumMeasures(mains_hz=MAINS_HZ[0], hum_dbfs=_QUIET_DBFS, prominence_db=0.0, lines=0)
    if audio.shape[0] < sample_rate:
        return nothing
    power, step_hz = _long_spectrum(audio, sample_rate)
    found = [_lines_of(power, step_hz, mains) for mains in MAINS_HZ]
    return max(found, key=lambda hum: (hum.hum_dbfs, hum.prominence_db))


def _long_spectrum(audio: Audio, sample_rate: int) -> tuple[Floats, float]:
    """Power of a sine in each bin (a full-scale sine has 0.5), and the bins' distance in Hz."""
    count = max(1, int(np.ceil(audio.shape[0] / (_LONGEST_S * sample_rate))))
    length = audio.shape[0] // count
    window = hann_window(length).astype(np.float64)
    # Only the lowest bins are needed: a decimation by folding blocks would alias, an FFT is exact.
    top = int((HARMONICS + 1) * max(MAINS_HZ) * length / sample_rate) + 1
    total = np.zeros(top)
    for index in range(count):
        piece = audio[index * length : (index + 1) * length].astype(np.float64)
        spectrum = np.fft.rfft((piece - piece.mean()) * window)[:top]
        total[: spectrum.shape[0]] += np.abs(spectrum) ** 2
    # The main lobe of a Hann window spreads a line's power over three bins, 1.5 times its peak's.
    return total * (2.0 / (count * window.sum() ** 2)), sample_rate / length


def _lines_of(power: Floats, step_hz: float, mains_hz: float) -> HumMeasures:
    strongest, energy, lines = 0.0, 0.0, 0
    for order in range(1, HARMONICS + 1):
        centre = order * mains_hz
        reach = max(2.0 * step_hz, _DRIFT * centre)
        first, last = _span(centre - reach, centre + reach, step_hz)
        low, high = _span(centre - _AROUND_HZ, centre + _AROUND_HZ, step_hz)
        if last > power.shape[0]:
            break
        peak = float(power[first:last].max())
        around = np.concatenate((power[low:first], power[last:high]))
        prominence = 10.0 * np.log10((peak + 1e-14) / (float(np.median(around)) + 1e-14))
        # A voice that holds its tone has a line, too, but not a single bin of a whole recording.
        at = first + int(np.argmax(power[first:last]))
        sides = float(
            np.concatenate((power[max(0, at - 6) : at - 3], power[at + 4 : at + 7])).max(
                initial=0.0
            )
        )
        if prominence >= _STRONG_DB and peak > 4.0 * sides:
            lines += 1
            energy += peak
            strongest = max(strongest, prominence)
    level = 10.0 * np.log10(energy) if energy > 1e-10 else _QUIET_DBFS
    return HumMeasures(
        mains_hz=mains_hz, hum_dbfs=float(level), prominence_db=float(strongest), lines=lines
    )


def _span(low_hz: float, high_hz: float, step_hz: float) -> tuple[int, int]:
    return max(1, int(np.floor(low_hz / step_hz))), int(np.ceil(high_hz / step_hz)) + 1


def band_limit_hz(audio: Audio, sample_rate: int, active: NDArray[np.bool_]) -> float:
    """Upper edge of the band that speech uses, in Hz; 0 without speech.

    The highest frequency at which the mean spectrum of the frames with speech lies within 50 dB
    of its strongest part, and 3 dB over that of the pauses where there are any.

    Parameters
    ----------
    active
        Which frames of 10 ms are speech.
    """
    hop = sample_rate // 100
    length = 4 * hop
    frames = windows(np.ascontiguousarray(audio, dtype=np.float32), length, step=hop)
    count = min(frames.shape[0], active.shape[0])
    speech = active[:count]
    if np.count_nonzero(speech) < 10:
        return 0.0
    window = hann_window(length)
    power = np.abs(np.fft.rfft(frames[:count] * window, axis=1)) ** 2
    wide = max(1, round(200.0 / (sample_rate / length)))
    smooth = np.full(wide, 1.0 / wide)
    loud = np.convolve(power[speech].mean(axis=0), smooth, mode="same")
    useful = loud > loud.max() * 1e-5
    if np.count_nonzero(~speech) >= 10:
        quiet = np.convolve(power[~speech].mean(axis=0), smooth, mode="same")
        useful &= loud > 2.0 * quiet
    highest = int(np.flatnonzero(useful)[-1]) if useful.any() else 0
    return highest * sample_rate / length
