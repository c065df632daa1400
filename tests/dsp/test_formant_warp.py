"""Formants moved by a filter: where they are then, what stays, and nothing at 0."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.signal

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.formant_warp import FormantWarp

RATE, STEP = 16_000, 160


def vowel(f0_hz: float, formant_hz: float = 1000.0, seconds: float = 1.0) -> np.ndarray:
    """Pulses through one resonance of 120 Hz width."""
    time = np.arange(round(seconds * RATE)) / RATE
    pulses = np.diff(np.floor(time * f0_hz), prepend=0.0)
    radius = np.exp(-np.pi * 120.0 / RATE)
    poles = [1.0, -2.0 * radius * np.cos(2 * np.pi * formant_hz / RATE), radius**2]
    return (0.02 * scipy.signal.lfilter([1.0], poles, pulses)).astype(np.float32)


def run(warp: FormantWarp, audio: np.ndarray, f0_hz: float) -> np.ndarray:
    blocks = audio[: len(audio) // STEP * STEP].reshape(-1, STEP)
    return np.concatenate([warp.process(block, f0_hz).copy() for block in blocks])


def envelope_peak_hz(audio: np.ndarray, f0_hz: float) -> float:
    """Centre of the strongest harmonics, by a parabola through the three largest in dB."""
    spectrum = np.abs(np.fft.rfft(audio[-8000:] * np.hanning(8000)))
    count = int(4000 / f0_hz)
    places = np.round(np.arange(1, count) * f0_hz * 8000 / RATE).astype(int)
    level = np.array([20 * np.log10(spectrum[p - 2 : p + 3].max()) for p in places])
    top = int(np.argmax(level))
    left, middle, right = level[top - 1 : top + 2]
    return float(f0_hz * (top + 1 + 0.5 * (left - right) / (left - 2 * middle + right)))


@pytest.mark.parametrize("semitones", [-5.0, -2.0, 2.0, 5.0])
@pytest.mark.parametrize("f0_hz", [90.0, 160.0])
def test_the_resonance_moves_and_the_pitch_stays(semitones: float, f0_hz: float) -> None:
    warp = FormantWarp(sample_rate=RATE, step=STEP)
    warp.semitones = semitones
    audio = vowel(f0_hz)
    out = run(warp, audio, f0_hz)
    wanted = 1000.0 * 2.0 ** (semitones / 12.0)
    assert envelope_peak_hz(audio, f0_hz) == pytest.approx(1000.0, rel=0.05)
    assert envelope_peak_hz(out, f0_hz) == pytest.approx(wanted, rel=0.09)
    period = RATE / f0_hz
    steady = out[-8000:].astype(np.float64)
    correlation = np.correlate(steady, steady, "full")[len(steady) - 1 :]
    low, high = round(0.7 * period), round(1.3 * period)
    assert low + np.argmax(correlation[low:high]) == pytest.approx(period, abs=1.0)
    rms = [np.sqrt(np.mean(np.square(x[-8000:]))) for x in (audio, out)]
    assert 20 * np.log10(rms[1] / rms[0]) == pytest.approx(0.0, abs=2.5)


def test_at_zero_it_is_not_there() -> None:
    warp = FormantWarp(sample_rate=RATE, step=STEP)
    audio = vowel(120.0)
    assert np.array_equal(run(warp, audio, 120.0), audio)
    warp.semitones = 4.0
    run(warp, audio, 120.0)
    warp.semitones = 0.0
    again = run(warp, audio, 120.0)
    assert np.array_equal(again[6 * STEP :], audio[6 * STEP :])


def test_it_takes_no_time() -> None:
    """What is before a sound stays silent, and the sound begins where it began."""
    warp = FormantWarp(sample_rate=RATE, step=STEP)
    warp.semitones = 4.0
    audio = np.zeros(40 * STEP, np.float32)
    audio[20 * STEP + 37 :] = vowel(120.0)[: 20 * STEP - 37]
    out = run(warp, audio, 120.0)
    assert not out[: 20 * STEP + 37].any()
    first = np.flatnonzero(np.abs(audio) > 0.01)[0]
    assert np.abs(out[first : first + 16]).max() > 0.005


def test_a_turn_of_the_knob_is_no_click() -> None:
    warp = FormantWarp(sample_rate=RATE, step=STEP)
    tone = (0.3 * np.sin(2 * np.pi * 200.0 * np.arange(RATE) / RATE)).astype(np.float32)
    parts = []
    for number, block in enumerate(tone.reshape(-1, STEP)):
        warp.semitones = 6.0 if number // 10 % 2 else -6.0
        parts.append(warp.process(block, 200.0).copy())
    out = np.concatenate(parts)
    assert np.abs(np.diff(out, 2)).max() < 4.0 * np.abs(np.diff(tone, 2)).max()


def test_silence_and_wrong_shifts() -> None:
    warp = FormantWarp(sample_rate=RATE, step=STEP)
    warp.semitones = 3.0
    assert not run(warp, np.zeros(RATE, np.float32), 0.0).any()
    for wrong in (float("nan"), 25.0):
        with pytest.raises(SyrinxError, match="Formants"):
            warp.semitones = wrong
    with pytest.raises(SyrinxError, match="steps"):
        FormantWarp(sample_rate=RATE, step=400)
