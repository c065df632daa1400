"""Embedding recordings: unit length, silence skipped, long audio averaged."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.neural.runtime.speaker import SpeakerEmbedder, skip_silence
from tests.neural_runtime.tiny import speaker_encoder


@pytest.fixture
def embedder(tiny_models: Path) -> SpeakerEmbedder:
    return SpeakerEmbedder(ModelRegistry(shipped=tiny_models))


def noise(seconds: float, seed: int = 0) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return (0.1 * rng.standard_normal(round(16_000 * seconds))).astype(np.float32)


def test_embedding_is_that_of_the_torch_model(embedder: SpeakerEmbedder) -> None:
    audio = noise(3.0)
    with torch.no_grad():
        expected = speaker_encoder()(torch.from_numpy(audio)[None, None])[0].numpy()
    found = embedder.embed(audio)
    assert found.shape == (192,)
    assert found.dtype == np.float32
    np.testing.assert_allclose(found, expected, atol=2e-3)  # weights are stored as fp16


def test_long_audio_is_the_average_of_its_windows(embedder: SpeakerEmbedder) -> None:
    parts = [noise(3.0, seed) * (1 + 0.3 * np.sin(np.arange(48_000) / 5)) for seed in range(3)]
    mean = np.sum([embedder.embed(part) for part in parts], axis=0)
    found = embedder.embed(np.concatenate(parts))
    np.testing.assert_allclose(found, mean / np.linalg.norm(mean), atol=1e-5)
    assert np.linalg.norm(found) == pytest.approx(1.0, abs=1e-5)


def test_silence_does_not_count(embedder: SpeakerEmbedder) -> None:
    audio = noise(2.0)
    padded = [np.pad(audio, (n * 16_000, n * 8_000)) for n in (1, 5)]
    for signal in padded:
        assert 0 <= skip_silence(signal).shape[0] - audio.shape[0] <= 2 * 4 * 320
    np.testing.assert_allclose(*[embedder.embed(signal) for signal in padded], atol=1e-6)
    pauses = np.concatenate([audio, np.zeros(80_000, np.float32), audio])
    assert abs(skip_silence(pauses).shape[0] - 2 * audio.shape[0]) <= 4 * 4 * 320


@pytest.mark.parametrize(
    "audio",
    [np.zeros(0), np.zeros(160_000), noise(0.3), np.full(48_000, np.nan), np.zeros((2, 48_000))],
)
def test_too_little_speech_is_an_error(embedder: SpeakerEmbedder, audio: np.ndarray) -> None:
    with pytest.raises(SyrinxError):
        embedder.embed(audio)
