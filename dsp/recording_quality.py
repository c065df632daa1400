"""All measures of a recording of speech in one call."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.base import check_sample_rate, clean
from syrinx.dsp.processor import Audio
from syrinx.dsp.recording_levels import (
    HOP_S,
    SILENCE_DBFS,
    LevelMeasures,
    clipped_share,
    dc_offset,
    frame_powers,
    level_measures,
    peak_ratio,
    speech_activity,
    to_dbfs,
)
from syrinx.dsp.recording_room import EDGES_HZ, FRAME_S, band_powers, decay_s
from syrinx.dsp.recording_spectrum import HumMeasures, band_limit_hz, hum_measures
from syrinx.dsp.recording_speech import RATE, SpeechMeasures, pitch_track, speech_measures
from syrinx.dsp.resample import PolyphaseResampler

SPEECH_TOP_HZ, VOWEL_TOP_HZ = 7000.0, 2600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingQuality:
    """What `measure_recording` finds; see the parts for units.

    Attributes
    ----------
    seconds, sample_rate
        Of the recording.
    clipped_share
        Share of the samples on flat tops.
    peak_ratio
        Loudest sample over the height that one in a thousand reaches: near 1 where peaks are cut.
    decay_s
        Time in which the quickest ends of sounds fall by 60 dB: about 0.1 in dry speech, 0.2 in a
        furnished room, 0.3 to 0.5 in an echoing one. 0 where too few sounds end.
    dc_offset
        Mean, of full scale.
    band_limit_hz
        Upper edge of what speech uses.
    """

    seconds: float
    sample_rate: int
    levels: LevelMeasures
    clipped_share: float
    dc_offset: float
    peak_ratio: float
    hum: HumMeasures
    decay_s: float
    band_limit_hz: float
    speech: SpeechMeasures


def to_16k(audio: Audio, sample_rate: int) -> Audio:
    """Resample to 16 kHz, without a delay; ``(n_samples * 16000 // sample_rate,)``."""
    if sample_rate == RATE:
        return audio
    resampler = PolyphaseResampler(sample_rate, RATE)
    late = float(resampler.latency_in)
    lag = round(late * RATE / sample_rate)
    flush = np.zeros(int(np.ceil(late)) + sample_rate // RATE + 2, dtype=np.float32)
    out = resampler.process(np.concatenate((audio, flush)))
    return np.ascontiguousarray(out[lag : lag + audio.shape[0] * RATE // sample_rate])


def _band_levels(powers: NDArray[np.float64], high_hz: float, count: int) -> NDArray[np.float64]:
    """Level of 300 Hz to ``high_hz`` in dBFS of ``count`` frames of 10 ms."""
    inside = sum(1 for high in EDGES_HZ[1:] if high <= high_hz)
    joined = powers[:, :inside].sum(axis=1)
    if not joined.shape[0]:
        return np.full(count, SILENCE_DBFS)
    # Frames of 4 ms that start, not lie, at their time: that of 10 ms frames' middles, in fours.
    summed = np.concatenate(([0.0], np.cumsum(joined)))
    middle = (np.arange(count) + 0.5) * HOP_S / FRAME_S - 1.5
    low, high = (
        np.clip(np.round(middle + side).astype(np.int64), 0, joined.shape[0]) for side in (-2, 3)
    )
    return to_dbfs((summed[high] - summed[low]) / np.maximum(high - low, 1))


def speech_levels(audio_16k: Audio) -> NDArray[np.float64]:
    """Level of 300 Hz to 7 kHz in dBFS every 10 ms, ``(n_samples // 160,)``."""
    return _band_levels(band_powers(audio_16k, RATE), SPEECH_TOP_HZ, audio_16k.shape[0] // 160)


def measure_recording(audio: Audio, sample_rate: int) -> RecordingQuality:
    """Measure a mono recording of speech, ``(n_samples,)`` in [-1, 1].

    About 20 ms a second of audio at 48 kHz, nearly all of it the pitch.

    Raises
    ------
    SyrinxError
        No device has this sample rate.
    """
    check_sample_rate(sample_rate)
    audio = clean(audio)
    narrow = to_16k(audio, sample_rate)
    powers = frame_powers(audio, sample_rate)
    bands = band_powers(narrow, RATE)
    active = speech_activity(_band_levels(bands, SPEECH_TOP_HZ, powers.shape[0]))
    levels = level_measures(audio, powers, active)
    speech = speech_measures(
        pitch_track(narrow),
        to_dbfs(powers),
        _band_levels(bands, VOWEL_TOP_HZ, powers.shape[0]),
        active,
        levels.speech_dbfs,
    )
    return RecordingQuality(
        seconds=audio.shape[0] / sample_rate,
        sample_rate=sample_rate,
        levels=levels,
        clipped_share=clipped_share(audio),
        peak_ratio=peak_ratio(audio),
        dc_offset=dc_offset(audio),
        hum=hum_measures(audio, sample_rate),
        decay_s=decay_s(bands),
        band_limit_hz=band_limit_hz(audio, sample_rate, active),
        speech=speech,
    )
