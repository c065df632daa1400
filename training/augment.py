"""Augmentation of speech for every recipe: gain, noise, rooms, equalisers, band limits, speed.

Everything is plain numpy on one utterance at 16 kHz, draws from a given
``numpy.random.Generator`` and, except :func:`change_speed`, keeps the samples aligned in time:
filters are zero-phase and a simulated room has its direct path at delay 0, so that frame
labels (F0, phones) stay valid.

Linear effects (room, equaliser, band limit) are multiplied into one frequency response and
applied by a single FFT: about 1 ms for 2 s of audio.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

import numpy as np
import scipy.fft
import scipy.signal
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError

SAMPLE_RATE = 16_000
FloatArray = NDArray[np.float32]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class AugmentConfig:
    """What to apply, how often and how strongly.

    ``*_probability`` are chances per crop in [0, 1]; pairs are uniform ranges. ``level_dbfs`` is
    the RMS level that a crop is brought to in the end.
    """

    noise_probability: float = 0.6
    snr_db: tuple[float, float] = (5.0, 25.0)
    room_probability: float = 0.3
    room_decay_s: tuple[float, float] = (0.08, 0.5)
    equaliser_probability: float = 0.5
    equaliser_db: float = 6.0
    band_limit_probability: float = 0.4
    level_dbfs: tuple[float, float] = (-38.0, -14.0)

    def __post_init__(self) -> None:
        for field in dataclasses.fields(self):
            value = getattr(self, field.name)
            if field.name.endswith("_probability") and not 0.0 <= value <= 1.0:
                raise SyrinxError(f"{field.name} must be between 0 and 1, not {value}.")
            if isinstance(value, tuple) and value[0] > value[1]:
                raise SyrinxError(f"{field.name} must be (low, high), not {value}.")


def rms(audio: NDArray) -> float:
    """Return the root mean square of ``audio``, 0 for an empty array."""
    return float(np.sqrt(np.mean(np.square(audio, dtype=np.float64)))) if audio.size else 0.0


def set_level(audio: FloatArray, level_dbfs: float) -> FloatArray:
    """Scale ``audio`` to an RMS of ``level_dbfs``; silence stays silence."""
    now = rms(audio)
    if now < 1e-7:
        return audio
    return audio * np.float32(10 ** (level_dbfs / 20) / now)


def mix_at_snr(audio: FloatArray, noise: FloatArray, snr_db: float) -> FloatArray:
    """Add ``noise`` (same shape) so that the energy ratio to ``audio`` is ``snr_db``."""
    noise_rms = rms(noise)
    if noise_rms < 1e-9:
        return audio
    gain = rms(audio) / noise_rms * 10 ** (-snr_db / 20)
    return audio + noise * np.float32(gain)


def coloured_noise(n_samples: int, exponent: float, rng: np.random.Generator) -> FloatArray:
    """Noise of unit RMS whose power falls as ``frequency ** -exponent``: 0 white, 1 pink, 2 brown.

    Below 20 Hz the spectrum is flat, so that brown noise has no drift.
    """
    n_fft = scipy.fft.next_fast_len(max(n_samples, 2), real=True)
    spectrum = scipy.fft.rfft(rng.standard_normal(n_fft, dtype=np.float32))
    frequency = np.maximum(scipy.fft.rfftfreq(n_fft, 1 / SAMPLE_RATE), 20.0)
    noise = scipy.fft.irfft(spectrum * frequency ** (-exponent / 2), n_fft)[:n_samples]
    return (noise / (rms(noise) + 1e-12)).astype(np.float32)


def recorded_noise(
    noises: Mapping[str, FloatArray], n_samples: int, rng: np.random.Generator
) -> FloatArray:
    """Cut ``n_samples`` at random out of one of the recordings, wrapping round at its end."""
    recording = noises[list(noises)[rng.integers(len(noises))]]
    start = int(rng.integers(len(recording)))
    return np.take(recording, np.arange(start, start + n_samples), mode="wrap")


def room_response(decay_s: float, direct_db: float, rng: np.random.Generator) -> FloatArray:
    """Impulse response of a small room: the direct path, sparse early echoes, a diffuse tail.

    Parameters
    ----------
    decay_s
        Time after which the tail has fallen by 60 dB (RT60).
    direct_db
        Energy of the direct path over that of everything else (near microphones: 0 to 15).

    Returns
    -------
    array
        First sample is the direct path, 1.0.
    """
    n_samples = max(64, int(decay_s * SAMPLE_RATE))
    time = np.arange(n_samples) / SAMPLE_RATE
    tail = rng.standard_normal(n_samples) * 10 ** (-3 * time / decay_s)
    tail[: int(0.002 * SAMPLE_RATE)] = 0.0
    tail[1:] = 0.7 * tail[1:] + 0.3 * tail[:-1]  # air and walls dull the echoes
    echoes = rng.integers(16, max(17, min(n_samples, 400)), size=6)
    tail[echoes] += rng.choice([-1.0, 1.0], 6) * rng.uniform(1.0, 4.0, 6)
    tail *= 10 ** (-direct_db / 20) / (np.sqrt(np.sum(tail**2)) + 1e-12)
    tail[0] = 1.0
    return tail.astype(np.float32)


def equaliser_gain(
    frequency: NDArray, max_db: float, rng: np.random.Generator, *, n_points: int = 7
) -> NDArray:
    """Smooth random gain (linear) over ``frequency`` in Hz: a microphone, a mouth's distance.

    Straight lines in dB between ``n_points`` random gains, evenly spaced on a log axis from
    60 Hz to 8 kHz, plus a random tilt.
    """
    points_db = rng.uniform(-max_db, max_db, n_points)
    position = np.log2(np.maximum(frequency, 1.0) / 60.0) / np.log2(8000 / 60)
    tilt_db = rng.uniform(-max_db, max_db) * (np.clip(position, 0, 1) - 0.5)
    gain_db = np.interp(position, np.linspace(0, 1, n_points), points_db) + tilt_db
    return 10 ** (gain_db / 20)


def band_gain(frequency: NDArray, low_hz: float, high_hz: float, *, slope: int = 8) -> NDArray:
    """Zero-phase Butterworth magnitude: -3 dB at ``low_hz`` and ``high_hz``."""
    frequency = np.maximum(frequency, 1e-3)
    high_pass = 1 / np.sqrt(1 + (low_hz / frequency) ** (2 * slope)) if low_hz > 0 else 1.0
    return high_pass / np.sqrt(1 + (frequency / high_hz) ** (2 * slope))


def random_band(rng: np.random.Generator) -> tuple[float, float]:
    """Draw band edges in Hz: a telephone one time in three, else a low-pass at 3.2 to 7 kHz."""
    if rng.random() < 1 / 3:
        return float(rng.uniform(150, 350)), float(rng.uniform(3200, 3800))
    return float(rng.uniform(20, 150)), float(rng.uniform(3200, 7000))


def change_speed(audio: FloatArray, numerator: int, denominator: int) -> FloatArray:
    """Play ``audio`` at ``numerator / denominator`` of its speed; pitch and formants move along."""
    return scipy.signal.resample_poly(audio, denominator, numerator).astype(np.float32)


class Augmenter:
    """Random augmentation of one crop at a time.

    Parameters
    ----------
    config
        Probabilities and ranges.
    noises
        Noise recordings by name, float32 at 16 kHz; without any, coloured noise is used.
    """

    def __init__(self, config: AugmentConfig, noises: Mapping[str, FloatArray]) -> None:
        self.config = config
        self.noises = dict(noises)

    def __call__(self, audio: FloatArray, rng: np.random.Generator) -> FloatArray:
        """Return an augmented copy of ``audio`` (n_samples,), float32, never beyond [-1, 1]."""
        config = self.config
        out = self.colour(audio, rng)
        if rng.random() < config.noise_probability:
            if self.noises and rng.random() < 0.6:
                noise = recorded_noise(self.noises, len(out), rng)
            else:
                noise = coloured_noise(len(out), rng.uniform(0.0, 2.0), rng)
            out = mix_at_snr(out, noise, rng.uniform(*config.snr_db))
        if rng.random() < config.band_limit_probability:
            out = self._filter(out, lambda f: band_gain(f, *random_band(rng)))
        out = set_level(out, rng.uniform(*config.level_dbfs))
        return np.clip(out, -1.0, 1.0).astype(np.float32, copy=False)

    def colour(self, audio: FloatArray, rng: np.random.Generator) -> FloatArray:
        """Apply only the room and the equaliser (each by its chance)."""
        config = self.config
        room = rng.random() < config.room_probability
        equaliser = rng.random() < config.equaliser_probability
        if not (room or equaliser):
            return audio
        response = None
        if room:
            response = room_response(
                rng.uniform(*config.room_decay_s), rng.uniform(-3.0, 12.0), rng
            )
        gain = None
        if equaliser:
            gain = lambda f: equaliser_gain(f, config.equaliser_db, rng)  # noqa: E731
        return self._filter(audio, gain, response)

    @staticmethod
    def _filter(audio: FloatArray, gain=None, response: FloatArray | None = None) -> FloatArray:
        n_tail = 512 if response is None else len(response)
        n_fft = scipy.fft.next_fast_len(len(audio) + n_tail, real=True)
        spectrum = scipy.fft.rfft(audio, n_fft)
        if gain is not None:
            spectrum *= gain(scipy.fft.rfftfreq(n_fft, 1 / SAMPLE_RATE))
        if response is not None:
            spectrum *= scipy.fft.rfft(response, n_fft)
        return scipy.fft.irfft(spectrum, n_fft)[: len(audio)].astype(np.float32)
