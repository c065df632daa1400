"""Frames and bands of the noise suppressor."""

from __future__ import annotations

import numpy as np
import pytest

from syrinx.dsp.suppression import (
    CORE_RATE,
    HOP_LENGTH,
    N_BANDS,
    N_BINS,
    N_FFT,
    Frames,
    analysis_window,
    band_centres,
    band_features,
    gain_matrix,
    power_matrix,
    synthesis_window,
)


def test_frames_give_the_signal_back_one_hop_late() -> None:
    audio = np.random.default_rng(0).standard_normal(100 * HOP_LENGTH).astype(np.float32)
    frames = Frames()
    pieces = [frames.audio(frames.spectra(part)) for part in np.split(audio, [80, 240, 2400, 2480])]
    out = np.concatenate(pieces)
    assert np.abs(out[HOP_LENGTH:] - audio[:-HOP_LENGTH]).max() < 2e-6


def test_the_windows_multiply_to_a_hann_window() -> None:
    product = analysis_window()[-2 * HOP_LENGTH :] * synthesis_window()
    assert np.allclose(product[:HOP_LENGTH] + product[HOP_LENGTH:], 1.0, atol=1e-6)
    assert synthesis_window().max() < 1.1
    assert analysis_window().max() == pytest.approx(1.0, abs=1e-6)


def test_bands_cover_every_bin_once() -> None:
    assert np.allclose(gain_matrix().sum(axis=0), 1.0, atol=1e-6)
    assert gain_matrix().shape == (N_BANDS, N_BINS)
    centres = band_centres()
    assert centres[0] == 0.0
    assert centres[-1] == pytest.approx(N_BINS - 1, abs=1e-6)
    assert (np.diff(centres) >= 1.0 - 1e-9).all()
    assert (np.diff(np.diff(centres)) > -1e-9).all()


@pytest.mark.parametrize("hz", [500.0, 1000.0])
def test_a_full_scale_tone_has_about_zero_decibels(hz: float) -> None:
    audio = np.sin(2 * np.pi * hz * np.arange(4 * N_FFT) / CORE_RATE).astype(np.float32)
    spectrum = Frames().spectra(audio)[-1]
    features = band_features(np.abs(spectrum) ** 2, power_matrix())
    assert int(features.argmax()) == round(hz / CORE_RATE * N_FFT)
    assert 20.0 * features.max() - 70.0 == pytest.approx(0.0, abs=0.5)


def test_silence_has_a_finite_level() -> None:
    features = band_features(np.zeros((1, N_BINS), np.float32), power_matrix())
    assert np.allclose(features, -1.5)
