"""Signals with known properties."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.processor import Audio

VOWELS = {"a": (730.0, 1090.0, 2440.0), "i": (300.0, 2290.0, 3010.0), "u": (320.0, 870.0, 2240.0)}


def voice(f0_hz: NDArray[np.float64], rate: int, formants=VOWELS["a"]) -> Audio:
    """A vowel with the F0 of every sample: harmonics of 12 dB/octave under formants."""
    phase = 2 * np.pi * np.cumsum(f0_hz) / rate
    audio = np.zeros(f0_hz.shape[0])
    top = min(0.45 * rate, 5000.0)
    for order in range(1, int(top / f0_hz.min()) + 1):
        hz = order * f0_hz
        gain = sum(1.0 / (1.0 + ((hz - peak) / 90.0) ** 2) for peak in formants) + 0.02
        audio += np.where(hz < top, gain * np.cos(phase * order) / order, 0.0)
    return (0.3 * audio / np.abs(audio).max()).astype(np.float32)


def steady(hz: float, rate: int, seconds: float, **kwargs) -> Audio:
    """A vowel of constant F0."""
    return voice(np.full(round(seconds * rate), hz), rate, **kwargs)


def sentence(rate: int, *, seconds: float = 2.0, seed: int = 0) -> Audio:
    """Vowels with intonation, noise bursts and pauses: exercises what speech exercises."""
    rng = np.random.default_rng(seed)
    size = round(seconds * rate)
    time = np.arange(size) / rate
    f0 = 140.0 * 2.0 ** (0.25 * np.sin(2 * np.pi * 0.9 * time) + 0.05 * np.sin(13 * time))
    third = size // 3
    vowel = np.concatenate(
        [voice(f0[i * third : (i + 1) * third], rate, VOWELS[v]) for i, v in enumerate("aiu")]
    )
    vowel = np.pad(vowel, (0, size - vowel.shape[0]))
    rhythm = np.clip(4.0 * np.sin(2 * np.pi * 2.0 * time) + 0.5, 0.0, 1.0)
    hiss = 0.03 * rng.standard_normal(size) * np.clip(-3 * np.sin(2 * np.pi * 2.0 * time) - 2, 0, 1)
    return (vowel * rhythm + hiss).astype(np.float32)
