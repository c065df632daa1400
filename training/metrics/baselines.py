"""What a voice changer without a network does: the baselines of every quality table."""

from __future__ import annotations

import dataclasses
import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np
import soxr
from numpy.typing import NDArray

from syrinx.dsp.shift import PitchFormantShift
from syrinx.training.metrics.prosody import world_f0
from syrinx.training.metrics.scoring import SAMPLE_RATE, Recording, at_16k

WARPS = np.exp(np.linspace(np.log(0.75), np.log(1.33), 59))
_BAND_HZ = (150.0, 4500.0)


def median_f0_hz(recordings: Sequence[Recording]) -> float:
    """Median F0 in Hz over the voiced frames of recordings, 0 without any."""
    voiced = [f0[f0 > 0] for f0 in (world_f0(r.audio_16k) for r in recordings)]
    joined = np.concatenate(voiced) if voiced else np.zeros(0)
    return float(np.median(joined)) if joined.size else 0.0


def shift_pitch(
    recording: Recording, target_f0_hz: float, *, formant_semitones: float = 0.0
) -> Recording | None:
    """Shift a recording to a median F0 by the effect of the program; None without a voice in it."""
    own = median_f0_hz([recording])
    if own <= 0 or target_f0_hz <= 0:
        return None
    semitones = float(np.clip(12 * np.log2(target_f0_hz / own), -24, 24))
    rate = recording.sample_rate
    shift = PitchFormantShift(
        sample_rate=rate, pitch_semitones=semitones, formant_semitones=formant_semitones
    )
    size = shift.block_size
    wanted = len(recording.audio) + shift.latency
    padded = np.zeros(-(-wanted // size) * size, dtype=np.float32)
    padded[: len(recording.audio)] = recording.audio
    audio = shift.process(padded)[shift.latency : wanted]
    heard = audio if rate == SAMPLE_RATE else soxr.resample(audio, rate, SAMPLE_RATE)
    return Recording(
        name=recording.name, audio=audio, sample_rate=rate, audio_16k=np.asarray(heard)
    )


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class WorldAnalysis:
    """A recording as WORLD sees it, one frame per 5 ms.

    ``f0_hz (n,)``, 0 where unvoiced; ``envelope (n, bins)`` power; ``aperiodicity (n, bins)``.
    """

    f0_hz: NDArray
    envelope: NDArray
    aperiodicity: NDArray

    def mean_log_f0(self) -> float | None:
        """Mean of the logarithm of F0 over the voiced frames; None without any."""
        voiced = self.f0_hz[self.f0_hz > 0]
        return float(np.log(voiced).mean()) if voiced.size else None

    def mean_log_envelope(self) -> NDArray:
        """Mean log envelope of the voiced frames, ``(bins,)``; of all frames without any."""
        chosen = self.envelope[self.f0_hz > 0] if (self.f0_hz > 0).any() else self.envelope
        return np.asarray(np.log(chosen + 1e-16).mean(axis=0))


def _pyworld() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pyworld 0.3.5 still asks pkg_resources for its version
        import pyworld
    return pyworld


def analyse(audio: NDArray) -> WorldAnalysis:
    """Analyse audio at 16 kHz with DIO, StoneMask, CheapTrick and D4C (Morise et al. 2016)."""
    world = _pyworld()
    double = np.ascontiguousarray(audio, dtype=np.float64)
    coarse, times = world.dio(double, SAMPLE_RATE, f0_floor=60.0, f0_ceil=600.0)
    f0_hz = world.stonemask(double, coarse, times, SAMPLE_RATE)
    return WorldAnalysis(
        f0_hz=f0_hz,
        envelope=world.cheaptrick(double, f0_hz, times, SAMPLE_RATE),
        aperiodicity=world.d4c(double, f0_hz, times, SAMPLE_RATE),
    )


def warp(values: NDArray, factor: float) -> NDArray:
    """Stretch the frequency axis (the last one) by ``factor``: above 1 moves formants up."""
    bins = np.arange(values.shape[-1])
    flat = values.reshape(-1, len(bins))
    return np.stack([np.interp(bins / factor, bins, row) for row in flat]).reshape(values.shape)


def formant_ratio(source: NDArray, target: NDArray) -> float:
    """Return by how much the target's formants lie above the source's, by mean log envelopes.

    The warp of 0.75 to 1.33 after which the source's envelope correlates best with the target's,
    both without their slope, from 150 to 4500 Hz.
    """
    hz = np.linspace(0.0, SAMPLE_RATE / 2, len(source))
    inside = (hz >= _BAND_HZ[0]) & (hz <= _BAND_HZ[1])
    line = np.stack([np.ones(inside.sum()), np.log(hz[inside])], axis=1)
    remove = np.eye(inside.sum()) - line @ np.linalg.pinv(line)

    def shape(envelope: NDArray) -> NDArray:
        flat = remove @ envelope[inside]
        return np.asarray(flat / (np.linalg.norm(flat) + 1e-12))

    wanted = shape(target)
    return float(WARPS[np.argmax([shape(warp(source, factor)) @ wanted for factor in WARPS])])


class WorldConversion:
    """The classical conversion: F0 to the target's mean, the envelope warped to its formants.

    Parameters
    ----------
    target
        Recordings of the target at 16 kHz.
    """

    def __init__(self, target: Sequence[NDArray]) -> None:
        analyses = [analyse(audio) for audio in target]
        voiced = [log for a in analyses if (log := a.mean_log_f0()) is not None]
        self.mean_log_f0 = float(np.mean(voiced)) if voiced else None
        self.envelope = np.mean([a.mean_log_envelope() for a in analyses], axis=0)

    def ratio(self, source: WorldAnalysis) -> float:
        """Formants of the target over those of the source."""
        return formant_ratio(source.mean_log_envelope(), self.envelope)

    def convert(self, source: Recording, analysis: WorldAnalysis) -> Recording:
        """Convert a source that was analysed; as long as it is."""
        f0_hz, own = analysis.f0_hz, analysis.mean_log_f0()
        if own is not None and self.mean_log_f0 is not None:
            f0_hz = f0_hz * float(np.exp(self.mean_log_f0 - own))
        envelope = np.exp(warp(np.log(analysis.envelope + 1e-16), self.ratio(analysis)))
        made = _pyworld().synthesize(
            f0_hz, np.ascontiguousarray(envelope), analysis.aperiodicity, SAMPLE_RATE
        )
        audio = np.zeros(len(source.audio_16k), np.float32)
        audio[: len(made)] = made[: len(audio)]
        return at_16k(source.name, audio)
