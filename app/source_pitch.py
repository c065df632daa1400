"""The median pitch of recorded speech, by the same estimator as live."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from syrinx.app.voice_model import Voice
from syrinx.dsp.pitch import StreamingF0
from syrinx.dsp.processor import Audio

SAMPLE_RATE = 16_000
_HOP = 160
_LEAST_FRAMES = 20
_LOUD_PERCENT, _BELOW_LOUD_DB = 98.0, 11.0


def speech_threshold_dbfs(levels_dbfs: NDArray[np.floating]) -> float:
    """Level above which voiced frames count as somebody's voice.

    A fan, traffic or mains hum is voiced to any estimator, but lies below the vowels: without
    this, noise 10 dB below the speech moved its median by up to 21 semitones.
    """
    return float(np.percentile(levels_dbfs, _LOUD_PERCENT)) - _BELOW_LOUD_DB


@dataclass(frozen=True, slots=True, kw_only=True)
class Pitch:
    """Median F0 of somebody's voiced speech, and its 5th and 95th percentiles, in Hz."""

    median_hz: float
    low_hz: float
    high_hz: float


def target_f0_hz(
    voice: Voice | None, second: Voice | None = None, share: float = 0.0
) -> float | None:
    """Return the median F0 that auto pitch goes to, in Hz; None = not known.

    Between two voices it is in proportion, in octaves; a voice without one does not count.
    """
    if second is None or voice is None or voice.kind != "neural":
        share = 0.0
    known = [
        (weight, one.f0_median_hz)
        for weight, one in ((1.0 - share, voice), (share, second))
        if one is not None and one.f0_median_hz is not None and weight > 0.0
    ]
    total = sum(weight for weight, _ in known)
    if len(known) < 2:
        return known[0][1] if known else None
    return float(np.prod([hz ** (weight / total) for weight, hz in known]))


def median_f0_hz(chunks: Iterable[Audio]) -> float | None:
    """Return the median of `pitch_of`; None when less than 0.2 s is voiced."""
    pitch = pitch_of(chunks)
    return None if pitch is None else pitch.median_hz


def pitch_of(chunks: Iterable[Audio]) -> Pitch | None:
    """Return the F0 of the voiced frames that are as loud as speech.

    Parameters
    ----------
    chunks
        Mono audio at 16 kHz, ``(n_samples,)`` each; every chunk is analysed by itself.

    Returns
    -------
    Pitch or None
        None when less than 0.2 s is voiced.
    """
    found, levels = [], []
    for chunk in chunks:
        estimator = StreamingF0(sample_rate=SAMPLE_RATE, hop_length=_HOP)
        whole = len(chunk) - len(chunk) % _HOP
        if whole:
            audio = np.asarray(chunk[:whole], dtype=np.float32)
            f0_hz, voiced = estimator.process(audio)
            found.append(f0_hz[voiced])
            levels.append(_levels_dbfs(audio, estimator.delay_samples)[voiced])
    voiced_hz = np.concatenate(found) if found else np.zeros(0)
    if len(voiced_hz) < _LEAST_FRAMES:
        return None
    level = np.concatenate(levels)
    spoken_hz = voiced_hz[level >= speech_threshold_dbfs(level)]
    low, high = np.percentile(spoken_hz, (5.0, 95.0))
    return Pitch(median_hz=float(np.median(spoken_hz)), low_hz=float(low), high_hz=float(high))


def _levels_dbfs(audio: Audio, delay: int) -> NDArray[np.float64]:
    """Level of the 30 ms around the centre of each frame of the estimator, in dBFS."""
    squares = np.concatenate([[0.0], np.cumsum(np.square(audio, dtype=np.float64))])
    centre = _HOP * np.arange(1, len(audio) // _HOP + 1) - delay
    low, high = (np.clip(centre + side, 0, len(audio)) for side in (-240, 240))
    power: NDArray[np.float64] = (squares[high] - squares[low]) / 480.0
    return np.asarray(10.0 * np.log10(power + 1e-10))
