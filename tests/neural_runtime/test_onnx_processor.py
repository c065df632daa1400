"""The neural voice keeps the processor contract and its own promises."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.pitch import StreamingF0, TrackerConfig
from syrinx.neural.bundle import write_bundle
from syrinx.neural.runtime.onnx_processor import (
    F0_LIMITS_HZ,
    HOP_LENGTH,
    VOICING_BIAS,
    NeuralVoice,
)
from syrinx.neural.runtime.registry import ModelRegistry
from tests.contracts.processor_contract import assert_processor_contract
from tests.neural_runtime.tiny import voice_like

EMBEDDING = np.linspace(-1.0, 1.0, 192)


@pytest.fixture(scope="module")
def registry(tiny_models: Path) -> ModelRegistry:
    return ModelRegistry(shipped=tiny_models)


@pytest.mark.parametrize("fp32", [False, True])
def test_processor_contract(registry: ModelRegistry, fp32: bool) -> None:
    assert_processor_contract(
        lambda: NeuralVoice(registry, speaker_embedding=EMBEDDING, fp32=fp32),
        probe=voice_like(0.8),
        measure_delay=False,  # another voice: its waveform does not correlate with the input
        split_tolerance=0.0,
    )


def test_flutter_keeps_the_contract_and_the_mean_pitch(registry: ModelRegistry) -> None:
    def make(flutter: float) -> NeuralVoice:
        return NeuralVoice(registry, speaker_embedding=EMBEDDING, f0_flutter=flutter)

    assert_processor_contract(
        lambda: make(0.04), probe=voice_like(0.8), measure_delay=False, split_tolerance=0.0
    )
    audio = voice_like(1.0)
    calm, same, rough = (make(flutter).process(audio) for flutter in (0.0, 0.0, 0.04))
    assert np.array_equal(calm, same)
    assert not np.array_equal(calm, rough)
    drawn = make(0.02)
    factors = np.array([drawn._next_flutter() for _ in range(4000)])
    assert abs(factors.mean() - 1.0) < 1e-3
    assert factors.std() == pytest.approx(0.02, rel=0.05)
    with pytest.raises(SyrinxError, match="flutter"):
        make(0.5)


def test_the_delay_is_the_declared_one(registry: ModelRegistry) -> None:
    """The level of the output follows the input's level, two blocks later."""
    audio = np.zeros(100 * HOP_LENGTH, np.float32)
    audio[40 * HOP_LENGTH : 60 * HOP_LENGTH] = voice_like(0.3)[: 20 * HOP_LENGTH]
    voice = NeuralVoice(registry, speaker_embedding=EMBEDDING)
    output = voice.process(audio)
    heard = np.flatnonzero(output)
    assert voice.latency == 2 * HOP_LENGTH
    # Frames of 20 ms at half overlap spread an onset by at most a block to either side.
    assert 41 <= heard[0] / HOP_LENGTH < 43
    assert 61 < heard[-1] / HOP_LENGTH <= 64


def test_f0_of_the_decoder_is_that_of_its_frame_shifted(registry: ModelRegistry) -> None:
    audio = voice_like(1.5)
    config = TrackerConfig(voicing_bias=VOICING_BIAS)
    estimator = StreamingF0(sample_rate=16_000, hop_length=HOP_LENGTH, config=config)
    f0, voiced = estimator.process(audio)
    wait = (320 - estimator.delay_samples) // HOP_LENGTH
    expected = np.concatenate([np.zeros(wait), np.where(voiced, f0, 0.0)])[: f0.shape[0]]
    voice = NeuralVoice(registry, speaker_embedding=EMBEDDING, pitch_semitones=12.0)
    voice.process(audio)
    trace = voice.f0_trace()
    assert trace.shape == (150, 2)
    np.testing.assert_allclose(trace[:, 0], expected, rtol=1e-6)
    assert expected.any()
    shifted = np.minimum(2.0 * expected, F0_LIMITS_HZ[1])
    np.testing.assert_allclose(trace[:, 1], shifted, rtol=1e-6)
    assert voice.f0_trace().shape == (0, 2)


def test_the_trace_keeps_the_newest_frames_in_order(registry: ModelRegistry) -> None:
    voice = NeuralVoice(registry, speaker_embedding=EMBEDDING)
    audio = voice_like(4.0)
    voice.process(audio)
    late = voice.f0_trace()
    voice.reset()
    parts = []
    for block in audio.reshape(-1, HOP_LENGTH):
        voice.process(block)
        parts.append(voice.f0_trace())
    np.testing.assert_array_equal(late, np.concatenate(parts)[-late.shape[0] :])


def test_pitch_and_speaker_change_live(registry: ModelRegistry) -> None:
    audio = voice_like(0.5)
    voice = NeuralVoice(registry, speaker_embedding=EMBEDDING)
    plain = voice.process(audio)
    voice.reset()
    voice.set_pitch(7.0)
    assert voice.pitch_semitones == pytest.approx(7.0)
    higher = voice.process(audio)
    assert np.abs(higher - plain).max() > 1e-4
    voice.reset()
    voice.set_pitch(0.0)
    voice.set_speaker(-3.0 * EMBEDDING)
    assert np.abs(voice.process(audio) - plain).max() > 1e-6
    voice.reset()
    voice.set_speaker(0.1 * EMBEDDING)  # the length of an embedding means nothing
    np.testing.assert_array_equal(voice.process(audio), plain)


@pytest.mark.parametrize("shift", [float("nan"), 40.0, float("-inf")])
def test_impossible_shifts_are_refused(registry: ModelRegistry, shift: float) -> None:
    voice = NeuralVoice(registry, speaker_embedding=EMBEDDING)
    with pytest.raises(SyrinxError, match="pitch shift"):
        voice.set_pitch(shift)


@pytest.mark.parametrize(
    "embedding", [np.zeros(192), np.ones(191), np.full(192, np.nan), np.full(192, np.inf)]
)
def test_damaged_voices_are_refused(registry: ModelRegistry, embedding: np.ndarray) -> None:
    with pytest.raises(SyrinxError, match="voice is damaged"):
        NeuralVoice(registry, speaker_embedding=embedding)


def test_models_of_another_version_are_refused(tiny_models: Path, tmp_path: Path) -> None:
    shipped = ModelRegistry(shipped=tiny_models)
    write_bundle(tmp_path, {n: shipped.read("decoder.int8") for n in shipped.entries()})
    with pytest.raises(SyrinxError, match=r"content_encoder\.int8 is of another version"):
        NeuralVoice(ModelRegistry(shipped=tmp_path), speaker_embedding=EMBEDDING)


def test_the_runtime_imports_neither_torch_nor_onnx_nor_qt() -> None:
    code = (
        "import sys, syrinx.neural.runtime.onnx_processor, syrinx.neural.runtime.speaker;"
        "print([m for m in ('torch', 'onnx', 'PySide6', 'syrinx.training') if m in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert result.stdout.strip() == "[]", result.stderr
