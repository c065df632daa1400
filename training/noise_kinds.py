"""Noises of every kind for the suppressor: recorded ones cut in two, and made ones.

There are five recordings of noise, four of them ten seconds long. Their first part is for
training, the last for tests, with a gap between; `UNSEEN` is kept for tests as a whole, and so is
music: nothing like them is made here. The made noises are rough sketches of what stands on and
around a desk.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import scipy.fft
import scipy.signal
from numpy.typing import NDArray

from syrinx.training.augment import SAMPLE_RATE, coloured_noise, equaliser_gain, rms

UNSEEN = "traffic"
TRAIN_SHARE, TEST_FROM = 0.6, 0.65
FloatArray = NDArray[np.float32]
Speech = Callable[[np.random.Generator, int], FloatArray]
"""Speech of a random train speaker: ``(rng, n_samples)`` to ``(n_samples,)``."""


def train_parts(noises: Mapping[str, FloatArray]) -> dict[str, FloatArray]:
    """What of the recordings training may hear."""
    return {
        name: audio[: int(TRAIN_SHARE * len(audio))]
        for name, audio in noises.items()
        if name != UNSEEN
    }


def test_parts(noises: Mapping[str, FloatArray]) -> dict[str, FloatArray]:
    """What of the recordings is kept for tests."""
    return {
        name: audio if name == UNSEEN else audio[int(TEST_FROM * len(audio)) :]
        for name, audio in noises.items()
    }


def unit(audio: NDArray) -> FloatArray:
    """``audio`` at an RMS of 1."""
    return (audio / (rms(audio) + 1e-9)).astype(np.float32)


def filtered(audio: FloatArray, rng: np.random.Generator, max_db: float = 12.0) -> FloatArray:
    """``audio`` through a smooth random filter; now and then only a part of the band is left."""
    n_fft = scipy.fft.next_fast_len(len(audio) + 512, real=True)
    hz = scipy.fft.rfftfreq(n_fft, 1 / SAMPLE_RATE)
    gain = equaliser_gain(hz, max_db, rng)
    if rng.random() < 0.2:
        gain /= np.sqrt(1 + (hz / rng.uniform(600, 6000)) ** 8)
    out = scipy.fft.irfft(scipy.fft.rfft(audio, n_fft) * gain, n_fft)[: len(audio)]
    return out.astype(np.float32)


def recorded(parts: Mapping[str, FloatArray], n: int, rng: np.random.Generator) -> FloatArray:
    """A stretch of a recording at 0.7 to 1.4 of its speed, wrapped round where it is too short."""
    audio = parts[list(parts)[rng.integers(len(parts))]]
    if rng.random() < 0.3:
        audio = audio[::-1]
    speed = float(np.exp(rng.uniform(np.log(0.7), np.log(1.4))))
    places = rng.uniform(0, len(audio)) + speed * np.arange(n)
    return np.interp(places % (len(audio) - 1), np.arange(len(audio)), audio).astype(np.float32)


def drifting(n: int, rng: np.random.Generator, *, every_s: float, spread_db: float) -> FloatArray:
    """A gain that wanders by ``spread_db`` with a new value every ``every_s``."""
    points = max(2, int(n / SAMPLE_RATE / every_s) + 2)
    gain_db = np.interp(np.arange(n), np.linspace(0, n, points), rng.normal(0, spread_db, points))
    return (10 ** (gain_db / 20)).astype(np.float32)


def hiss(n: int, rng: np.random.Generator) -> FloatArray:
    """Noise of any colour, steady or slowly changing."""
    noise = coloured_noise(n, float(rng.uniform(-0.5, 2.5)), rng)
    if rng.random() < 0.5:
        noise = noise * drifting(n, rng, every_s=rng.uniform(0.2, 2.0), spread_db=4.0)
    return noise


def hum(n: int, rng: np.random.Generator) -> FloatArray:
    """Mains and transformers: harmonics of 50 or 60 Hz, with a little hiss."""
    base = float(rng.choice([50.0, 60.0, rng.uniform(80.0, 400.0)]))
    time = np.arange(n) / SAMPLE_RATE
    out = np.zeros(n)
    for order in range(1, int(rng.integers(4, 60))):
        if order * base < 7900:
            height = rng.uniform(0, 1) * order ** -rng.uniform(0.2, 1.5)
            out += height * np.sin(2 * np.pi * order * base * time + rng.uniform(0, 6.3))
    return unit(out) + 10 ** (-rng.uniform(0, 30) / 20) * coloured_noise(n, 1.0, rng)


def fan(n: int, rng: np.random.Generator) -> FloatArray:
    """Rushing air with resonances, the tone of the blades and a slow beat."""
    air = coloured_noise(n, float(rng.uniform(0.5, 2.0)), rng)
    for _ in range(int(rng.integers(1, 4))):
        b, a = scipy.signal.iirpeak(rng.uniform(100, 4000), rng.uniform(1, 8), fs=SAMPLE_RATE)
        air = air + rng.uniform(0.3, 2.0) * unit(scipy.signal.lfilter(b, a, air))
    time = np.arange(n) / SAMPLE_RATE
    turns = rng.uniform(10, 60)
    blades = rng.integers(3, 10) * turns
    wobble = 0.003 * blades * np.sin(2 * np.pi * rng.uniform(0.1, 0.6) * time)
    phase = 2 * np.pi * np.cumsum(blades + wobble) / SAMPLE_RATE
    tones = sum(
        rng.uniform(0.1, 1) / k * np.sin(k * phase + rng.uniform(0, 6.3)) for k in range(1, 6)
    )
    beat = 1 + rng.uniform(0, 0.4) * np.sin(2 * np.pi * turns * time)
    return unit(unit(air) * beat + rng.uniform(0, 0.7) * unit(tones))


def _place(out: NDArray, at: int, piece: NDArray) -> None:
    stop = min(len(out), at + len(piece))
    if 0 <= at < stop:
        out[at:stop] += piece[: stop - at]


def _knock(rng: np.random.Generator, low_hz: float, high_hz: float, decay_s: float) -> NDArray:
    """A short sound: a few decaying resonances and a burst of noise."""
    n = int(6 * decay_s * SAMPLE_RATE)
    time = np.arange(n) / SAMPLE_RATE
    out = rng.uniform(0.2, 1.5) * rng.standard_normal(n) * np.exp(-time / (decay_s * 0.3))
    for _ in range(int(rng.integers(2, 7))):
        hz = np.exp(rng.uniform(np.log(low_hz), np.log(high_hz)))
        fall = np.exp(-time / (decay_s * rng.uniform(0.3, 1.2)))
        out += rng.uniform(0.2, 1) * fall * np.sin(2 * np.pi * hz * time + rng.uniform(0, 6.3))
    rise = max(1, int(rng.uniform(0.0, 0.001) * SAMPLE_RATE))
    out[:rise] *= np.linspace(0, 1, rise)
    return out


def keyboard(n: int, rng: np.random.Generator) -> FloatArray:
    """Somebody types: key down, key up, in runs, over a faint hiss; or clicks with a mouse."""
    out = 10 ** (-rng.uniform(25, 60) / 20) * coloured_noise(n, 1.0, rng).astype(np.float64)
    kinds = [
        _knock(rng, rng.uniform(200, 900), rng.uniform(2500, 7500), rng.uniform(0.002, 0.02))
        for _ in range(6)
    ]
    at, pace = int(rng.uniform(0, 0.5) * SAMPLE_RATE), rng.uniform(0.09, 0.4)
    while at < n:
        down = kinds[int(rng.integers(6))] * rng.uniform(0.4, 1.2)
        _place(out, at, down)
        up = kinds[int(rng.integers(6))] * rng.uniform(0.1, 0.6)
        _place(out, at + int(rng.uniform(0.04, 0.12) * SAMPLE_RATE), up)
        pause = rng.uniform(0.5, 1.5) if rng.random() < 0.07 else 0.0
        at += int((pace * rng.uniform(0.5, 1.7) + pause) * SAMPLE_RATE)
    return unit(out)


def clatter(n: int, rng: np.random.Generator) -> FloatArray:
    """Cups, doors, steps, knocks on the table: longer sounds, seldom."""
    out = 10 ** (-rng.uniform(20, 50) / 20) * coloured_noise(n, 1.0, rng).astype(np.float64)
    at = 0
    while at < n:
        low = np.exp(rng.uniform(np.log(60), np.log(2500)))
        knock = _knock(rng, low, min(7500.0, low * rng.uniform(2, 8)), rng.uniform(0.01, 0.12))
        _place(out, at, knock * rng.uniform(0.2, 1.0))
        at += int(rng.exponential(0.5) * SAMPLE_RATE) + 400
    return unit(out)


def wind(n: int, rng: np.random.Generator) -> FloatArray:
    """Gusts, breath on the microphone, rustling cloth: noise in swells."""
    low = coloured_noise(n, float(rng.uniform(1.0, 3.0)), rng)
    return unit(low * drifting(n, rng, every_s=rng.uniform(0.05, 0.5), spread_db=9.0))


def signals(n: int, rng: np.random.Generator) -> FloatArray:
    """Beeps, sweeps and shots: sounds of machines and games."""
    out = 10 ** (-rng.uniform(20, 60) / 20) * coloured_noise(n, 1.0, rng).astype(np.float64)
    at = 0
    while at < n:
        length = int(rng.uniform(0.03, 0.5) * SAMPLE_RATE)
        time = np.arange(length) / SAMPLE_RATE
        if rng.random() < 0.4:
            piece = rng.standard_normal(length) * np.exp(-time / rng.uniform(0.02, 0.2))
        else:
            hz = np.exp(rng.uniform(np.log(200), np.log(5000)))
            slope = rng.uniform(-2, 2) * hz if rng.random() < 0.5 else 0.0
            piece = np.sin(2 * np.pi * (hz * time + slope * time**2 / 2))
            if rng.random() < 0.3:
                piece = np.sign(piece)
            edge = np.minimum(1.0, np.minimum(time, time[::-1]) / 0.004)
            piece = piece * edge * np.exp(-time / rng.uniform(0.05, 2.0))
        _place(out, at, piece * rng.uniform(0.2, 1.0))
        at += length + int(rng.exponential(0.3) * SAMPLE_RATE)
    return unit(out)


def babble(n: int, rng: np.random.Generator, speech: Speech) -> FloatArray:
    """Four to ten people at once, some further away than others."""
    out = np.zeros(n, np.float32)
    for _ in range(int(rng.integers(4, 11))):
        out += unit(speech(rng, n)) * np.float32(10 ** (-rng.uniform(0, 6) / 20))
    return unit(out)


MADE: Sequence[Callable[[int, np.random.Generator], FloatArray]] = (
    hiss,
    hum,
    fan,
    keyboard,
    clatter,
    wind,
    signals,
)


def make_noise(
    parts: Mapping[str, FloatArray], speech: Speech, n: int, rng: np.random.Generator
) -> FloatArray:
    """One noise for training, ``(n,)`` of unit RMS: recorded, babble or made."""
    kind = rng.random()
    if kind < 0.4 and parts:
        noise = recorded(parts, n, rng)
    elif kind < 0.52:
        noise = babble(n, rng, speech)
    else:
        noise = MADE[int(rng.integers(len(MADE)))](n, rng)
    return unit(filtered(noise, rng))
