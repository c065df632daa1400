"""The speech in a recording: how much, how fast, whether its ends are there."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.pitch import StreamingF0
from syrinx.dsp.processor import Audio
from syrinx.dsp.recording_levels import HOP_S, runs

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

RATE = 16_000
_DIP_DB = 2.0
_NUCLEUS_BELOW_LOUD_DB = 22.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechMeasures:
    """The speech in a recording.

    Attributes
    ----------
    speech_s, voiced_s
        Seconds with speech (short pauses within it count) and with a pitch.
    f0_median_hz
        Of the voiced frames of speech; 0 without any.
    syllables, syllables_per_s
        Vowels counted by their peaks, and their rate over ``speech_s``.
    start_db, end_db
        Level of the first and of the last 15 ms, relative to that of the speech: near 0 where
        speech is cut, -100 without speech.
    """

    speech_s: float
    voiced_s: float
    f0_median_hz: float
    syllables: int
    syllables_per_s: float
    start_db: float
    end_db: float


def pitch_track(audio_16k: Audio) -> NDArray[np.float32]:
    """F0 by the live estimator every 10 ms, ``(n_samples // 160,)``, 0 where unvoiced."""
    estimator = StreamingF0(sample_rate=RATE)
    hop = estimator.hop_length
    count = audio_16k.shape[0] // hop
    lag = estimator.delay_samples // hop
    padded = np.zeros((count + lag) * hop, dtype=np.float32)
    padded[: count * hop] = audio_16k[: count * hop]
    return estimator.process(padded)[0][lag:]


def syllable_peaks(levels_dbfs: Floats, voiced: Bools, active: Bools) -> int:
    """How many vowels there are: peaks of the level, voiced, 2 dB over the valleys beside them.

    De Jong and Wempe, *Praat script to detect syllable nuclei* (2009), on levels smoothed over
    50 ms.
    """
    if levels_dbfs.shape[0] < 3 or not active.any():
        return 0
    kernel = np.hanning(7)[1:-1]
    smooth = np.convolve(np.pad(levels_dbfs, 2, mode="edge"), kernel / kernel.sum(), mode="valid")
    least = float(np.percentile(smooth[active], 95.0)) - _NUCLEUS_BELOW_LOUD_DB
    inner = (smooth[1:-1] >= smooth[:-2]) & (smooth[1:-1] > smooth[2:])
    tops = np.flatnonzero(inner) + 1
    count, last = 0, -1
    for top in tops[smooth[tops] > least]:
        near = voiced[max(0, top - 2) : top + 3]
        if not near.any():
            continue
        if last >= 0:
            valley = float(smooth[last:top].min())
            if min(smooth[last], smooth[top]) - valley < _DIP_DB:
                last = int(top) if smooth[top] > smooth[last] else last
                continue
        count, last = count + 1, int(top)
    return count


def speech_measures(
    f0_hz: NDArray[np.float32],
    levels_dbfs: Floats,
    vowel_levels_dbfs: Floats,
    active: Bools,
    speech_dbfs: float,
) -> SpeechMeasures:
    """Measure the speech from frames of 10 ms, all ``(n_frames,)``.

    Parameters
    ----------
    f0_hz
        See `pitch_track`.
    levels_dbfs, vowel_levels_dbfs
        Of the whole band, and of 300 to 3000 Hz, where vowels stand out.
    active
        Which frames are speech.
    speech_dbfs
        Level of the speech.
    """
    count = min(f0_hz.shape[0], levels_dbfs.shape[0], active.shape[0])
    voiced = (f0_hz[:count] > 0) & active[:count]
    speech_s = float(np.count_nonzero(active)) * HOP_S
    syllables = syllable_peaks(vowel_levels_dbfs[:count], voiced, active[:count])
    pitches = f0_hz[:count][voiced]
    edges = (levels_dbfs[:1], levels_dbfs[-1:])
    start_db, end_db = (
        float(edge.max()) - speech_dbfs if speech_s and edge.shape[0] else -100.0 for edge in edges
    )
    return SpeechMeasures(
        speech_s=speech_s,
        voiced_s=float(np.count_nonzero(voiced)) * HOP_S,
        f0_median_hz=float(np.median(pitches)) if pitches.shape[0] else 0.0,
        syllables=syllables,
        syllables_per_s=syllables / speech_s if speech_s else 0.0,
        start_db=start_db,
        end_db=end_db,
    )


def longest_pause_s(active: Bools) -> float:
    """Length of the longest pause between speech, in s."""
    inside = np.flatnonzero(active)
    if inside.shape[0] < 2:
        return 0.0
    pauses = runs(~active[inside[0] : inside[-1] + 1])
    return float(max((stop - start for start, stop in pauses), default=0)) * HOP_S
