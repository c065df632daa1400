"""STFT and mel: against direct recomputation, and exact reconstruction."""

from __future__ import annotations

import numpy as np
import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.mel import LOG_MEL_FLOOR, StreamingLogMel, hann_window, mel_filterbank
from syrinx.dsp.stft import SpectralProcessor, StreamingSTFT
from tests.contracts.processor_contract import assert_processor_contract, random_splits


class Unchanged(SpectralProcessor):
    def __init__(self, *, sample_rate: int = 48000, n_fft: int = 512, hop_length: int = 128):
        super().__init__(sample_rate=sample_rate, n_fft=n_fft, hop_length=hop_length)
        self.reset()

    def _change(self, spectra):
        return spectra


@pytest.mark.parametrize(("n_fft", "hop"), [(512, 128), (512, 256), (96, 24)])
def test_unchanged_spectra_give_the_input_back(n_fft, hop):
    assert_processor_contract(lambda: Unchanged(n_fft=n_fft, hop_length=hop))
    audio = np.random.default_rng(0).standard_normal(5000).astype(np.float32)
    processor = Unchanged(n_fft=n_fft, hop_length=hop)
    output = processor.process(audio)
    np.testing.assert_allclose(output[n_fft:], audio[n_fft - n_fft + 1 : 1 - n_fft], atol=1e-5)


def test_frames_equal_a_direct_transform_for_any_split():
    rng = np.random.default_rng(1)
    audio = rng.standard_normal(4000).astype(np.float32)
    stft = StreamingSTFT(n_fft=512, hop_length=160, win_length=400)
    start, frames = 0, []
    for length in random_splits(4000, 1, rng):
        frames.append(stft.process(audio[start : start + length]))
        start += length
    spectra = np.concatenate(frames)
    assert spectra.shape == (25, 257)
    padded = np.concatenate((np.zeros(240), audio))
    for k in (0, 7, 24):
        window = padded[k * 160 : k * 160 + 400] * np.hanning(401)[:-1]
        np.testing.assert_allclose(spectra[k], np.fft.rfft(window, 512), atol=2e-4)
    assert stft.delay_samples == 200


def test_hann_is_periodic():
    window = hann_window(64)
    assert window[0] == 0.0
    np.testing.assert_allclose(window[:32] + window[32:], 1.0, atol=1e-6)


def test_mel_bands_are_triangles_on_slaneys_scale():
    bank = mel_filterbank(sample_rate=16000, n_fft=1024, n_mels=40, area_norm=False)
    assert bank.shape == (40, 513)
    assert bank.min() >= 0.0
    assert bank.max() <= 1.0
    # Between the first and the last peak the triangles add up to one.
    hz = np.arange(513) * 16000 / 1024
    peaks = hz[bank.argmax(axis=1)]
    inside = (hz > peaks[0] + 20) & (hz < peaks[-1] - 20)
    np.testing.assert_allclose(bank.sum(axis=0)[inside], 1.0, atol=1e-5)
    assert np.all(np.diff(peaks) > 0)
    normed = mel_filterbank(sample_rate=16000, n_fft=1024, n_mels=40)
    np.testing.assert_allclose(normed[5:].sum(axis=1) * 16000 / 1024, 1.0, rtol=0.15)


def test_log_mel_of_a_tone_peaks_in_its_band_and_silence_is_the_floor():
    mel = StreamingLogMel(sample_rate=16000, n_fft=1024, hop_length=160, n_mels=80)
    time = np.arange(16000) / 16000
    frames = mel.process(np.sin(2 * np.pi * 1000 * time).astype(np.float32))
    assert frames.shape == (100, 80)
    band = int(frames[50].argmax())
    bank = mel.bank[band]
    assert bank[round(1000 / 16000 * 1024)] > 0
    mel.reset()
    quiet = mel.process(np.zeros(1600, dtype=np.float32))
    np.testing.assert_allclose(quiet, np.log(LOG_MEL_FLOOR), atol=1e-5)


def test_bad_settings_are_refused():
    with pytest.raises(SyrinxError, match="do not fit"):
        mel_filterbank(sample_rate=16000, n_fft=512, n_mels=40, fmax_hz=9000)
    with pytest.raises(SyrinxError, match="empty"):
        mel_filterbank(sample_rate=16000, n_fft=128, n_mels=80)
    with pytest.raises(SyrinxError, match="hop"):
        StreamingSTFT(n_fft=128, hop_length=256)
    with pytest.raises(SyrinxError, match="overlapped"):
        Unchanged(n_fft=512, hop_length=500)
