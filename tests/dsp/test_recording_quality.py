"""Measures of recordings against signals with known properties."""

from __future__ import annotations

import numpy as np
import pytest

from syrinx.dsp.recording_levels import (
    clipped_share,
    dc_offset,
    frame_powers,
    level_measures,
    peak_ratio,
    runs,
    speech_activity,
    to_dbfs,
)
from syrinx.dsp.recording_music import held_share
from syrinx.dsp.recording_quality import measure_recording, speech_levels, to_16k
from syrinx.dsp.recording_room import band_powers, decay_s
from syrinx.dsp.recording_spectrum import band_limit_hz, hum_measures
from syrinx.dsp.recording_speech import longest_pause_s, pitch_track, syllable_peaks
from tests.dsp.signals import sentence, steady

RATE = 16_000


def tone(hz: float, seconds: float, level_dbfs: float = -20.0, rate: int = RATE) -> np.ndarray:
    """A sine whose RMS is ``level_dbfs``."""
    time = np.arange(round(seconds * rate)) / rate
    return (10 ** (level_dbfs / 20) * np.sqrt(2) * np.sin(2 * np.pi * hz * time)).astype(np.float32)


def hiss(seconds: float, level_dbfs: float, rate: int = RATE, seed: int = 0) -> np.ndarray:
    noise = np.random.default_rng(seed).standard_normal(round(seconds * rate))
    return (10 ** (level_dbfs / 20) * noise).astype(np.float32)


def talk(seconds: float = 4.0, rate: int = RATE) -> np.ndarray:
    """Vowels and hisses, 0.4 s of silence before and after."""
    pause = np.zeros(round(0.4 * rate), np.float32)
    return np.concatenate([pause, sentence(rate, seconds=seconds - 0.8), pause])


@pytest.mark.parametrize("snr_db", [5.0, 15.0, 30.0])
def test_levels_of_a_tone_in_noise(snr_db: float) -> None:
    noise_dbfs = -20.0 - snr_db
    audio = hiss(6.0, noise_dbfs)
    audio[RATE : 3 * RATE] += tone(500.0, 2.0)
    powers = frame_powers(audio, RATE)
    active = speech_activity(to_dbfs(powers))
    assert runs(active) == pytest.approx(np.array([[100, 300]]), abs=5)
    levels = level_measures(audio, powers, active)
    assert levels.speech_dbfs == pytest.approx(-20.0, abs=0.5)
    assert levels.noise_dbfs == pytest.approx(noise_dbfs, abs=0.5)
    assert levels.snr_db == pytest.approx(snr_db, abs=0.7)
    assert levels.peak_dbfs == pytest.approx(to_dbfs(float(np.abs(audio).max()) ** 2))


def test_silence_and_steady_noise_are_no_speech() -> None:
    for audio in (np.zeros(RATE, np.float32), hiss(2.0, -40.0), hiss(0.02, -20.0)):
        assert not speech_activity(to_dbfs(frame_powers(audio, RATE))).any()
    assert frame_powers(np.zeros(5, np.float32), RATE).shape == (0,)


@pytest.mark.parametrize("ceiling", [1.0, 0.5, 0.11])
def test_the_share_of_a_clipped_sine_that_is_flat(ceiling: float) -> None:
    """A sine that is cut at half its height is flat for two thirds of the time."""
    whole = tone(101.3, 1.0)
    whole /= np.abs(whole).max()
    assert clipped_share(ceiling * whole) < 0.01
    flat = (ceiling * np.clip(2.0 * whole, -1.0, 1.0)).astype(np.float32)
    assert clipped_share(flat) == pytest.approx(2 / 3, abs=0.01)
    upper = (ceiling * np.clip(2.0 * whole, -2.0, 1.0)).astype(np.float32)
    assert clipped_share(upper) == pytest.approx(1 / 3, abs=0.02)


def test_rare_peaks_and_none() -> None:
    audio = np.full(10_000, 0.1, np.float32)
    audio[::2000] = 0.4
    assert peak_ratio(audio) == pytest.approx(4.0)
    assert peak_ratio(np.clip(audio, -0.1, 0.1)) == pytest.approx(1.0)
    assert peak_ratio(np.zeros(10_000, np.float32)) == 1.0
    assert dc_offset(audio + 0.05) == pytest.approx(float(audio.mean()) + 0.05)


@pytest.mark.parametrize(("mains_hz", "drift"), [(50.0, 0.0), (60.0, 0.0005), (50.0, -0.001)])
def test_hum_under_speech_has_its_level(mains_hz: float, drift: float) -> None:
    speech = talk(6.0)
    audio = speech.copy()
    for order, level in ((1, -40.0), (2, -34.0)):
        audio += tone(order * mains_hz * (1 + drift), 6.0, level)
    hum = hum_measures(audio, RATE)
    assert hum.mains_hz == mains_hz
    assert hum.lines == 2
    assert hum.hum_dbfs == pytest.approx(-33.0, abs=2.0)
    assert hum.prominence_db > 16
    assert hum_measures(speech, RATE).lines == 0
    assert hum_measures(audio[:8000], RATE).lines == 0  # half a second tells nothing


@pytest.mark.parametrize("decay", [0.15, 0.3, 0.6])
def test_bursts_that_die_away_have_their_decay_time(decay: float) -> None:
    time = np.arange(round(1.2 * decay * RATE)) / RATE
    burst = np.concatenate([np.ones(1600), 10 ** (-3 * time / decay)])
    audio = np.tile(burst, 6) * np.tile(hiss(len(burst) / RATE + 1, -20.0)[: len(burst)], 6)
    found = decay_s(band_powers(audio.astype(np.float32), RATE))
    assert 0.5 * decay < found < 1.1 * decay  # the steepest of noisy falls are steeper


def test_longer_echoes_are_longer() -> None:
    rng = np.random.default_rng(0)
    found = []
    for decay in (0.0, 0.4, 0.8, 1.6):
        response = np.r_[1.0, np.zeros(round(decay * RATE))]
        tail = rng.standard_normal(len(response) - 1)
        response[1:] = 0.05 * tail * 10 ** (-3 * np.arange(len(tail)) / RATE / max(decay, 1e-3))
        audio = np.convolve(talk(4.0), response)[: 4 * RATE].astype(np.float32)
        found.append(measure_recording(audio, RATE).decay_s)
    assert found == sorted(found)
    assert found[3] > 2 * found[0]


def test_the_band_ends_where_a_filter_ends_it() -> None:
    audio = hiss(2.0, -20.0)
    spectrum = np.fft.rfft(audio)
    spectrum[(3400 * 2) :] = 0
    narrow = np.fft.irfft(spectrum).astype(np.float32)
    active = np.ones(200, np.bool_)
    assert band_limit_hz(narrow, RATE, active) == pytest.approx(3400, abs=200)
    assert band_limit_hz(audio, RATE, active) > 7800
    assert band_limit_hz(audio, RATE, ~active) == 0.0


def test_syllables_are_counted() -> None:
    rate_hz, seconds = 4.0, 3.0
    time = np.arange(round(seconds * 100)) / 100
    levels = -30.0 + 12.0 * np.sin(2 * np.pi * rate_hz * time)
    voiced = np.ones(len(time), np.bool_)
    assert syllable_peaks(levels, voiced, voiced) == rate_hz * seconds
    assert syllable_peaks(levels, ~voiced, voiced) == 0
    assert syllable_peaks(levels / 20, voiced, voiced) <= 1  # dips of 1.2 dB
    assert longest_pause_s(np.repeat([0, 1, 0, 1, 0, 1, 0], 10).astype(bool)) == pytest.approx(0.1)


def test_pitch_and_edges_of_a_whole_recording() -> None:
    audio = np.concatenate([np.zeros(8000), steady(140.0, RATE, 1.5), np.zeros(8000)])
    quality = measure_recording(audio.astype(np.float32), RATE)
    assert quality.seconds == 2.5
    assert quality.speech.speech_s == pytest.approx(1.5, abs=0.05)
    assert quality.speech.voiced_s == pytest.approx(1.5, abs=0.1)
    assert quality.speech.f0_median_hz == pytest.approx(140.0, rel=0.01)
    assert quality.speech.start_db < -50
    assert quality.speech.end_db < -50
    cut = measure_recording(audio[12_000:].astype(np.float32), RATE)
    assert cut.speech.start_db == pytest.approx(0.0, abs=3.0)
    assert cut.speech.end_db < -50
    assert len(pitch_track(np.zeros(1600, np.float32))) == 10


def test_the_measures_hardly_depend_on_the_rate() -> None:
    narrow, wide = (measure_recording(talk(4.0, rate), rate) for rate in (16_000, 48_000))
    assert wide.levels.speech_dbfs == pytest.approx(narrow.levels.speech_dbfs, abs=1.0)
    assert wide.speech.speech_s == pytest.approx(narrow.speech.speech_s, abs=0.3)
    assert wide.speech.f0_median_hz == pytest.approx(narrow.speech.f0_median_hz, rel=0.03)


@pytest.mark.parametrize("rate", [8000, 22_050, 44_100, 48_000])
def test_resampling_keeps_length_and_time(rate: int) -> None:
    audio = tone(440.0, 1.003, rate=rate)
    out = to_16k(audio, rate)
    assert len(out) == len(audio) * RATE // rate
    wanted = tone(440.0, 1.003)[: len(out)]
    assert np.abs(out[800:-800] - wanted[800:-800]).max() < 0.01
    assert len(speech_levels(out)) == 100


@pytest.mark.parametrize("audio", [np.zeros(0), np.zeros(3), np.zeros(RATE), np.full(900, np.nan)])
def test_nothing_at_all_has_measures(audio: np.ndarray) -> None:
    quality = measure_recording(audio.astype(np.float32), RATE)
    assert quality.speech.speech_s == 0.0
    assert quality.levels.snr_db == 0.0
    assert quality.decay_s == 0.0


def test_chords_are_held_and_speech_is_not() -> None:
    chord = sum(tone(hz, 3.0, -26.0) for hz in (440.0, 554.4, 659.3, 880.0))
    assert held_share(chord + hiss(3.0, -70.0)) > 0.4
    assert held_share(hiss(3.0, -30.0)) < 0.1
    assert held_share(talk(4.0)) < 0.25
    assert held_share(chord[:4000]) == 0.0
