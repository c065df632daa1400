"""Breathiness: noise among the harmonics of vowels, nothing else, and nothing at 0."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.breath import N_BINS, Breath, breath_curves, vowel_share
from syrinx.neural.runtime.onnx_processor import NeuralVoice
from syrinx.neural.runtime.registry import ModelRegistry
from tests.contracts.processor_contract import assert_processor_contract
from tests.neural_runtime.tiny import voice_like

EMBEDDING = np.linspace(-1.0, 1.0, 192)


@pytest.fixture(scope="module")
def registry(tiny_models: Path) -> ModelRegistry:
    return ModelRegistry(shipped=tiny_models)


def voice(registry: ModelRegistry, amount: float) -> NeuralVoice:
    made = NeuralVoice(registry, speaker_embedding=EMBEDDING)
    made.set_breathiness(amount)
    made.reset()
    return made


def test_more_is_noise_and_less_is_none() -> None:
    more, less = breath_curves()
    assert (more[2 * N_BINS :] >= 0).all()
    assert (more[:N_BINS] <= 0).all()
    assert (less[2 * N_BINS :] < 0).all()
    for curve in (more, less):
        assert not curve[N_BINS : 2 * N_BINS].any(), "the phases stay"
        assert np.abs(np.diff(curve[2 * N_BINS :])).max() < 0.2, "smooth over frequency"


def test_it_writes_beside_the_voices_own_bias_and_takes_it_back() -> None:
    head = np.linspace(-1.0, 1.0, 3 * N_BINS).astype(np.float32)
    own = head.copy()
    breath = Breath(head)
    breath.amount = 1.0
    heard = []
    for _ in range(30):
        breath.step(1.0)
        heard.append(head - own)
    assert np.abs(np.diff(heard, axis=0)).max() < 0.12, "it glides"
    np.testing.assert_allclose(heard[-1], breath_curves()[0], atol=1e-6)
    breath.step(0.0)
    np.testing.assert_array_equal(head, own)
    breath.step(0.5)
    np.testing.assert_allclose(head - own, 0.5 * breath_curves()[0], atol=1e-6)
    head[...] = 2.0
    breath.renew()
    breath.step(1.0)
    np.testing.assert_allclose(head - 2.0, breath_curves()[0], atol=1e-6)


def test_a_hiss_is_no_vowel() -> None:
    rng = np.random.default_rng(0)
    time = np.arange(320) / 16_000
    vowel = sum(np.sin(2 * np.pi * 150 * k * time) / k for k in range(1, 8)).astype(np.float32)
    assert vowel_share(vowel) == 1.0
    assert vowel_share(np.diff(rng.standard_normal(321)).astype(np.float32)) == 0.0
    assert vowel_share(np.zeros(320, np.float32)) == 0.0


def test_zero_is_the_voice_as_it_was(registry: ModelRegistry) -> None:
    audio = voice_like(0.6)
    plain = NeuralVoice(registry, speaker_embedding=EMBEDDING).process(audio)
    np.testing.assert_array_equal(voice(registry, 0.0).process(audio), plain)
    there_and_back = voice(registry, 1.0)
    assert np.abs(there_and_back.process(audio) - plain).max() > 1e-4
    there_and_back.set_breathiness(0.0)
    there_and_back.reset()
    np.testing.assert_array_equal(there_and_back.process(audio), plain)


@pytest.mark.parametrize("amount", [-1.0, 0.7])
def test_the_contract_holds(registry: ModelRegistry, amount: float) -> None:
    assert_processor_contract(
        lambda: voice(registry, amount),
        probe=voice_like(0.8),
        measure_delay=False,
        split_tolerance=0.0,
    )


def test_amounts_beyond_the_ends_are_refused(registry: ModelRegistry) -> None:
    for wrong in (1.5, float("nan")):
        with pytest.raises(SyrinxError, match="Breathiness"):
            voice(registry, wrong)
