"""Takes spoiled on purpose, each in one way, for ``syrinx evaluate takes`` and its tests."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping

import numpy as np
import scipy.signal
from numpy.typing import NDArray

from syrinx.training.augment import recorded_noise, rms
from syrinx.training.augment_batch import active_rms
from syrinx.training.devices import clip_hard
from syrinx.training.rooms import Room, room_response

SAMPLE_RATE = 16_000
FloatArray = NDArray[np.float32]
Noises = Mapping[str, FloatArray]
NOISE_SNR_DB = 5.0
_FRAME = 160


def _ratio(low: float, high: float, rng: np.random.Generator) -> float:
    return float(np.exp(rng.uniform(np.log(low), np.log(high))))


def clipped(audio: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Overdriven so that 0.5 to 5 % of the samples are cut off; half of them turned down then."""
    out = clip_hard(audio, _ratio(0.005, 0.05, rng))
    top = float(np.abs(out).max()) + 1e-9
    wanted = 1.0 if rng.random() < 0.5 else rng.uniform(0.2, 0.9)
    return (out * np.float32(wanted / top)).astype(np.float32)


def clipped_resampled(audio: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Clipped, then resampled as a device or a codec does: the flat tops ripple."""
    out = scipy.signal.resample_poly(clipped(audio, rng), 441, 160)  # 44.1 kHz
    out = scipy.signal.resample_poly(out, 160, 441)[: len(audio)]
    return np.clip(0.9 * out, -1.0, 1.0).astype(np.float32)


def with_noise(audio: FloatArray, noise: FloatArray, snr_db: float = NOISE_SNR_DB) -> FloatArray:
    """Noise under speech: the level of the speech, pauses left out, over that of the noise."""
    gain = active_rms(audio) / (rms(noise) + 1e-12) * 10 ** (-snr_db / 20)
    out = audio + np.float32(gain) * noise
    return (out / max(1.0, float(np.abs(out).max()) / 0.95)).astype(np.float32)


def white_noise(audio: FloatArray, rng: np.random.Generator) -> FloatArray:
    """White noise 5 dB under the speech."""
    return with_noise(audio, rng.standard_normal(len(audio)).astype(np.float32))


def recorded(
    noises: Noises, snr_db: float = NOISE_SNR_DB
) -> Callable[[FloatArray, np.random.Generator], FloatArray]:
    """A spoiler with these recordings of noise, 5 dB under the speech or as told."""

    def spoil(audio: FloatArray, rng: np.random.Generator) -> FloatArray:
        noise = np.zeros(0, np.float32)
        while rms(noise) < 1e-4:  # a recording has silent places
            noise = recorded_noise(noises, len(audio), rng)
        return with_noise(audio, noise, snr_db)

    return spoil


def hum(audio: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Mains hum of 50 or 60 Hz (0.1 % off) and harmonics, 10 to 25 dB under the speech."""
    mains = rng.choice([50.0, 60.0]) * (1.0 + rng.uniform(-1e-3, 1e-3))
    time = np.arange(len(audio)) / SAMPLE_RATE
    total = np.zeros(len(audio))
    for order in range(1, 9):
        height = rng.uniform(0.2, 1.0) * order ** -rng.uniform(0.3, 1.2)
        total += height * np.sin(2 * np.pi * order * mains * time + rng.uniform(0, 2 * np.pi))
    return with_noise(audio, total.astype(np.float32), rng.uniform(10.0, 25.0))


def room(
    rng: np.random.Generator,
    *,
    decay_s: tuple[float, float],
    distance_m: tuple[float, float],
) -> Room:
    """A shoe box whose walls give it a decay (below 2 kHz) within the range."""
    drawn = Room.drawn(rng, distance_m=distance_m)
    x, y, z = drawn.size_m
    surface = 2 * (x * y + y * z + x * z)
    wanted = rng.uniform(*decay_s)
    low = float(-np.expm1(-0.161 * x * y * z / (surface * wanted)))
    return dataclasses.replace(
        drawn, absorption=(min(0.85, low), min(0.9, low * rng.uniform(1.0, 1.6)))
    )


def in_room(audio: FloatArray, where: Room, rng: np.random.Generator) -> FloatArray:
    """Speech as the microphone in a room hears it, at the same level."""
    response = room_response(where, rng)
    out = scipy.signal.fftconvolve(audio, response)[: len(audio)]
    out *= active_rms(audio) / (active_rms(out) + 1e-12)
    return (out / max(1.0, float(np.abs(out).max()) / 0.95)).astype(np.float32)


def echo(audio: FloatArray, rng: np.random.Generator) -> FloatArray:
    """An echoing room (a bathroom, an empty room, a stairwell), 0.6 to 2.5 m away."""
    where = room(rng, decay_s=(0.7, 1.6), distance_m=(0.6, 2.5))
    return in_room(audio, where, rng)


def furnished(audio: FloatArray, rng: np.random.Generator) -> FloatArray:
    """No fault: a furnished room with the microphone near, 0.15 to 0.4 m away."""
    where = room(rng, decay_s=(0.25, 0.45), distance_m=(0.15, 0.4))
    return in_room(audio, where, rng)


def silence(noises: Noises) -> Callable[[FloatArray, np.random.Generator], FloatArray]:
    """Nobody speaks: zeros, faint hiss, or a room's noise, a third each."""

    def spoil(audio: FloatArray, rng: np.random.Generator) -> FloatArray:
        kind = rng.integers(3)
        if kind == 0:
            return np.zeros_like(audio)
        noise = rng.standard_normal(len(audio)).astype(np.float32)
        if kind == 2:
            quiet = {name: noises[name] for name in noises if name != "kitchen"} or noises
            noise = recorded_noise(quiet, len(audio), rng)
        level = 10 ** (rng.uniform(-75.0, -45.0) / 20)
        return (noise / np.float32(rms(noise) + 1e-12) * np.float32(level)).astype(np.float32)

    return spoil


def _loud_frames(audio: FloatArray, below_db: float) -> NDArray[np.intp]:
    power = np.square(audio[: len(audio) // _FRAME * _FRAME], dtype=np.float64)
    power = power.reshape(-1, _FRAME).mean(axis=1)
    return np.flatnonzero(power > 10 ** (-below_db / 10) * active_rms(audio) ** 2)


def too_short(audio: FloatArray, rng: np.random.Generator) -> FloatArray:
    """0.2 to 0.8 s of the speech between its own pauses: recording stopped too early."""
    loud = _loud_frames(audio, 12.0)
    length = round(rng.uniform(0.2, 0.8) * SAMPLE_RATE)
    start = int(loud[0]) * _FRAME if len(loud) else 0
    before, after = audio[max(0, start - 4000) : start], audio[-4000:]
    word = audio[start : start + length].copy()
    fade = min(800, len(word))
    word[len(word) - fade :] *= np.linspace(1, 0, fade, dtype=np.float32)
    return np.concatenate([before, word, after[: 4000 if rng.random() < 0.5 else 1600] * 0.1])


def cut(audio: FloatArray, rng: np.random.Generator) -> FloatArray:
    """Recording began or ended in the middle of a word: at one of the loud frames."""
    loud = _loud_frames(audio, 6.0) * _FRAME + _FRAME // 2
    if rng.random() < 0.5:
        early = loud[loud < 0.4 * len(audio)]
        return audio[int(rng.choice(early if len(early) else loud[:1])) :]
    late = loud[loud > 0.6 * len(audio)]
    return audio[: int(rng.choice(late if len(late) else loud[-1:]))]
