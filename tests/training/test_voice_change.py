"""Tempo, pitch and formants change alone: measured on a buzzing vowel."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.signal

from syrinx.training.voice_change import change_tempo, change_voice, shift_formants

RATE = 16_000
FORMANTS = (600.0, 1500.0, 2600.0)


def vowel(f0_hz: float = 120.0, seconds: float = 1.5) -> np.ndarray:
    """Pulses through three resonances."""
    n = int(seconds * RATE)
    audio = np.zeros(n)
    audio[np.rint(np.arange(0, n - 1, RATE / f0_hz)).astype(int)] = 1.0
    for hz in FORMANTS:
        pole = 0.97 * np.exp(2j * np.pi * hz / RATE)
        audio = scipy.signal.lfilter([1.0], np.poly([pole, pole.conj()]).real, audio)
    return (0.2 * audio / np.abs(audio).max()).astype(np.float32)


def f0_of(audio: np.ndarray) -> float:
    """Lag of the highest peak of the autocorrelation between 60 and 350 Hz."""
    spectrum = np.abs(np.fft.rfft(audio * np.hanning(len(audio)), 2 * len(audio))) ** 2
    correlation = np.fft.irfft(spectrum)
    lags = np.arange(RATE // 350, RATE // 60)
    return RATE / float(lags[correlation[lags].argmax()])


def formants_of(audio: np.ndarray) -> np.ndarray:
    """The three strongest resonances, by linear prediction of order 10."""
    correlation = np.correlate(audio, audio, "full")[len(audio) - 1 :][:11].astype(np.float64)
    correlation[0] *= 1.0001
    taps = scipy.linalg.solve_toeplitz(correlation[:10], correlation[1:])
    roots = np.roots(np.concatenate([[1.0], -taps]))
    roots = sorted(roots[roots.imag > 0.02], key=lambda r: -abs(r))[:3]
    return np.sort(np.angle(roots)) * RATE / (2 * np.pi)


@pytest.mark.parametrize("speed", [0.8, 0.93, 1.07, 1.2])
def test_tempo_changes_the_length_alone(speed: float) -> None:
    audio = vowel()
    out = change_tempo(audio, speed)
    assert len(out) == round(len(audio) / speed)
    assert f0_of(out[2000:-2000]) == pytest.approx(120, rel=0.02)
    assert formants_of(out[2000:-2000]) == pytest.approx(FORMANTS, rel=0.06)


@pytest.mark.parametrize("speed", [0.8, 1.2])
def test_tempo_moves_events_in_proportion(speed: float) -> None:
    audio = vowel() * 0.05
    for second in (0.3, 0.7, 1.1):
        at = int(second * RATE)
        audio[at : at + 800] *= 20
    out = change_tempo(audio, speed)
    power = np.convolve(out**2, np.ones(160) / 160, "same")
    loud = power > 0.2 * power.max()
    starts = np.flatnonzero(np.diff(loud.astype(int)) == 1) / RATE
    wanted = np.array([0.3, 0.7, 1.1]) / speed
    nearest = [np.abs(starts - w).min() for w in wanted]
    assert max(nearest) < 0.02


@pytest.mark.parametrize("ratio", [0.84, 1.19])
def test_formants_move_and_pitch_stays(ratio: float) -> None:
    audio = vowel()
    out = shift_formants(audio, ratio)
    assert out.shape == audio.shape
    assert f0_of(out) == pytest.approx(120, rel=0.01)
    assert formants_of(out)[:2] == pytest.approx(np.array(FORMANTS[:2]) * ratio, rel=0.09)


def test_formants_left_alone_are_the_same_samples() -> None:
    audio = vowel(seconds=0.4)
    assert shift_formants(audio, 1.0) is audio
    assert shift_formants(audio, 1.0 + 1e-9)[400:-400] == pytest.approx(audio[400:-400], abs=1e-4)


@pytest.mark.parametrize("ratio", [0.8, 1.25])
def test_pitch_moves_and_formants_stay(ratio: float) -> None:
    audio = vowel()
    out = change_voice(audio, ratio, 1.0)
    assert out.shape == audio.shape
    assert f0_of(out[2000:-2000]) == pytest.approx(120 * ratio, rel=0.02)
    assert formants_of(out[2000:-2000])[:2] == pytest.approx(FORMANTS[:2], rel=0.1)


def test_a_changed_voice_stays_in_time() -> None:
    rng = np.random.default_rng(0)
    envelope = np.repeat(rng.uniform(0, 1, 15) > 0.5, 1600).astype(np.float32)
    audio = vowel()[: len(envelope)] * envelope
    for pitch, formants in ((0.8, 1.1), (1.25, 0.9)):
        out = change_voice(audio, pitch, formants)
        a, b = (np.convolve(x**2, np.ones(320) / 320, "same") for x in (audio, out))
        lags = np.arange(-400, 401, 20)
        fit = [np.dot(a[400:-400], np.roll(b, lag)[400:-400]) for lag in lags]
        assert abs(lags[int(np.argmax(fit))]) <= 160


@pytest.mark.parametrize("n_samples", [1, 100, 900, 5000])
def test_any_length_and_silence(n_samples: int) -> None:
    silence = np.zeros(n_samples, np.float32)
    out = change_voice(silence, 1.2, 0.9)
    assert out.shape == silence.shape
    assert np.abs(out).max() < 1e-3
    assert np.isfinite(change_tempo(silence, 0.8)).all()
