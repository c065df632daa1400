"""Augmentation: levels, spectra and time alignment that can be computed by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from syrinx.dsp.errors import SyrinxError
from syrinx.training.augment import (
    AugmentConfig,
    Augmenter,
    band_gain,
    change_speed,
    coloured_noise,
    equaliser_gain,
    mix_at_snr,
    recorded_noise,
    rms,
    room_response,
    set_level,
)

RATE = 16_000
OFF = {
    "noise_probability": 0.0,
    "room_probability": 0.0,
    "equaliser_probability": 0.0,
    "band_limit_probability": 0.0,
}


def rng(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


def white(n: int = RATE, seed: int = 0) -> np.ndarray:
    return rng(seed).normal(0, 0.1, n).astype(np.float32)


@pytest.mark.parametrize("snr_db", [-5.0, 0.0, 12.5, 30.0])
def test_noise_is_mixed_at_the_ratio_asked_for(snr_db: float) -> None:
    audio, noise = white(seed=1), 0.01 * white(seed=2)
    added = mix_at_snr(audio, noise, snr_db) - audio
    assert 20 * np.log10(rms(audio) / rms(added)) == pytest.approx(snr_db, abs=0.01)
    assert np.corrcoef(added, noise)[0, 1] > 0.9999


def test_silent_noise_and_silent_audio_change_nothing() -> None:
    audio = white()
    assert np.array_equal(mix_at_snr(audio, np.zeros_like(audio), 10), audio)
    assert not set_level(np.zeros(100, np.float32), -20).any()


def test_level_is_set() -> None:
    assert 20 * np.log10(rms(set_level(white(), -26.0))) == pytest.approx(-26.0, abs=1e-3)


@pytest.mark.parametrize("exponent", [0.0, 1.0, 2.0])
def test_coloured_noise_has_its_slope(exponent: float) -> None:
    noise = coloured_noise(2**18, exponent, rng())
    assert rms(noise) == pytest.approx(1.0, abs=1e-4)
    power = np.abs(np.fft.rfft(noise)) ** 2
    frequency = np.fft.rfftfreq(len(noise), 1 / RATE)
    octaves = [100.0 * 2**k for k in range(7)]
    means = [power[(frequency >= f) & (frequency < 2 * f)].mean() for f in octaves[:-1]]
    slope_db = np.polyfit(np.arange(6), 10 * np.log10(means), 1)[0]
    assert slope_db == pytest.approx(-3.01 * exponent, abs=0.3)


def test_recorded_noise_wraps_round() -> None:
    recording = np.arange(100, dtype=np.float32)
    cut = recorded_noise({"ramp": recording}, 250, rng())
    assert cut.shape == (250,)
    assert np.array_equal(np.diff(cut) % 100, np.ones(249))


def test_a_room_starts_with_the_direct_path_and_decays() -> None:
    direct_db, decay_s = 6.0, 0.4
    response = room_response(decay_s, direct_db, rng())
    assert response[0] == 1.0
    assert -10 * np.log10(np.sum(response[1:] ** 2)) == pytest.approx(direct_db, abs=0.01)
    tail = response.astype(np.float64) ** 2
    early, late = tail[800:1600].mean(), tail[4000:4800].mean()  # 0.2 s apart: 30 dB
    assert 10 * np.log10(early / late) == pytest.approx(60 * 0.2 / decay_s, abs=2.5)


def test_band_edges_are_3_db_down() -> None:
    gain = 20 * np.log10(band_gain(np.array([300.0, 1000.0, 3400.0, 7000.0, 50.0]), 300, 3400))
    assert gain[[0, 2]] == pytest.approx([-3.01, -3.01], abs=0.05)
    assert gain[1] == pytest.approx(0.0, abs=0.01)
    assert gain[3] < -45
    assert gain[4] < -90


def test_equaliser_stays_in_its_range() -> None:
    frequency = np.linspace(0, 8000, 500)
    for seed in range(20):
        gain_db = 20 * np.log10(equaliser_gain(frequency, 6.0, rng(seed)))
        assert np.abs(gain_db).max() <= 9.0 + 1e-9  # points 6 dB, tilt half of 6 dB
        assert gain_db.std() > 0.1


def test_speed_moves_pitch_and_length() -> None:
    tone = np.sin(2 * np.pi * 440 * np.arange(RATE) / RATE).astype(np.float32)
    fast = change_speed(tone, 11, 10)
    assert len(fast) == pytest.approx(RATE * 10 / 11, abs=1)
    peak = np.argmax(np.abs(np.fft.rfft(fast * np.hanning(len(fast)), 2**17))) * RATE / 2**17
    assert peak == pytest.approx(484.0, abs=0.5)


def test_all_off_only_sets_the_level() -> None:
    audio = 0.3 * white()
    out = Augmenter(AugmentConfig(**OFF, level_dbfs=(-30, -30)), {})(audio, rng())
    assert out == pytest.approx(set_level(audio, -30), abs=1e-7)


@pytest.mark.parametrize("kind", ["noise", "room", "equaliser", "band_limit"])
def test_every_effect_keeps_time(kind: str) -> None:
    """The peak of the cross-correlation with the input stays at lag 0."""
    config = AugmentConfig(**{**OFF, f"{kind}_probability": 1.0})
    for seed in range(5):
        audio = white(8_000, seed)
        out = Augmenter(config, {})(audio, rng(seed))
        assert out.shape == audio.shape
        assert out != pytest.approx(audio, abs=1e-3)
        n_fft = 2**15
        product = np.fft.rfft(out, n_fft) * np.conj(np.fft.rfft(audio, n_fft))
        assert np.argmax(np.fft.irfft(product, n_fft)) == 0


def test_the_same_seed_gives_the_same_crop() -> None:
    augment = Augmenter(AugmentConfig(), {"fan": white(5_000, 9)})
    assert np.array_equal(augment(white(), rng(3)), augment(white(), rng(3)))
    assert not np.array_equal(augment(white(), rng(3)), augment(white(), rng(4)))


@settings(max_examples=30, deadline=None)
@given(st.integers(200, 20_000), st.integers(0, 1000), st.floats(0.0, 3.0))
def test_output_is_finite_and_in_range(n_samples: int, seed: int, gain: float) -> None:
    augment = Augmenter(AugmentConfig(), {"fan": white(5_000, 9)})
    out = augment((gain * white(n_samples, seed)).astype(np.float32), rng(seed))
    assert out.shape == (n_samples,)
    assert out.dtype == np.float32
    assert np.isfinite(out).all()
    assert np.abs(out).max() <= 1.0


def test_config_is_checked() -> None:
    with pytest.raises(SyrinxError, match="noise_probability"):
        AugmentConfig(noise_probability=1.5)
    with pytest.raises(SyrinxError, match="snr_db"):
        AugmentConfig(snr_db=(20.0, 5.0))
