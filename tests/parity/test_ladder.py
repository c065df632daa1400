"""The parity ladder on tiny seeded models: torch forward, torch step, ORT float, ORT int8."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn

from syrinx.dsp.hush import Hush
from syrinx.neural.export import export_streaming
from syrinx.neural.quantize import Inputs, calibrate, quantize_static
from syrinx.neural.runtime.onnx_processor import NeuralVoice
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.neural.runtime.session import StateSession, open_session
from tests.neural_runtime.tiny import (
    QUANTIZE,
    content_encoder,
    decoder,
    decoder_stream,
    encoder_stream,
    voice_like,
)

N_STEPS = 150
INT8_FLOOR_DB = 30.0
"""Least SNR of int8 against float on the tiny models; the shipped ones have their own floor."""

CASES = [
    pytest.param(content_encoder, lambda: list(encoder_stream(N_STEPS / 100))[1:], id="encoder"),
    pytest.param(decoder, lambda: list(decoder_stream(N_STEPS))[1:], id="decoder"),
]


def run_torch(module: nn.Module, steps: list[Inputs]) -> dict[str, np.ndarray]:
    """Outputs of ``step`` after ``step``, joined along time."""
    state, rows = module.initial_state(1), []
    with torch.no_grad():
        for inputs in steps:
            tensors = [torch.from_numpy(inputs[name]) for name in module.input_names]
            *outputs, state = module.step(*tensors, state)
            rows.append([value.numpy() for value in outputs])
    columns = zip(*rows, strict=True)
    return {
        name: np.concatenate(column, axis=-1)
        for name, column in zip(module.output_names, columns, strict=True)
    }


def run_session(session: StateSession, steps: list[Inputs]) -> dict[str, np.ndarray]:
    session.reset()
    rows = [{k: v.copy() for k, v in session.step(**inputs).items()} for inputs in steps]
    return {name: np.concatenate([row[name] for row in rows], axis=-1) for name in rows[0]}


@pytest.mark.parametrize(("make", "stream"), CASES)
def test_step_equals_forward(make, stream) -> None:  # type: ignore[no-untyped-def]
    module, steps = make(), stream()
    whole = []
    for name in module.input_names:
        parts = [torch.from_numpy(inputs[name]) for inputs in steps]
        whole.append(parts[0] if parts[0].dim() == 2 else torch.cat(parts, dim=-1))
    with torch.no_grad():
        outputs = module(*whole)
    outputs = outputs if isinstance(outputs, tuple) else (outputs,)
    stepped = run_torch(module, steps)
    for name, value in zip(module.output_names, outputs, strict=True):
        # The oscillator's phase is summed in float32 step by step, in float64 over a whole
        # signal: the flanks of its pulses, 60 harmonics steep, show it.
        tolerance = 1e-4 if name == "audio_out" else 1e-5
        tolerance *= max(1.0, float(value.abs().max()))
        np.testing.assert_allclose(stepped[name], value.numpy(), atol=tolerance, err_msg=name)


@pytest.mark.parametrize(("make", "stream"), CASES)
def test_onnxruntime_equals_torch(make, stream) -> None:  # type: ignore[no-untyped-def]
    module, steps = make(), stream()
    model = export_streaming(module, name="m")
    session = StateSession(open_session(model.SerializeToString()))
    expected, found = run_torch(module, steps), run_session(session, steps)
    for name, value in expected.items():
        tolerance = 1e-4 * max(1.0, float(np.abs(value).max()))
        np.testing.assert_allclose(found[name], value, atol=tolerance, err_msg=name)


@pytest.mark.parametrize(("make", "stream"), CASES)
def test_int8_stays_over_the_floor(make, stream) -> None:  # type: ignore[no-untyped-def]
    module, steps = make(), stream()
    model = export_streaming(module, name="m")
    int8 = quantize_static(model, calibrate(model, steps, QUANTIZE), QUANTIZE)
    sessions = [StateSession(open_session(m.SerializeToString())) for m in (model, int8)]
    expected, found = (run_session(session, steps) for session in sessions)
    name = module.output_names[0]
    error = found[name] - expected[name]
    assert error.any(), "nothing was quantised"
    snr = 10 * np.log10(np.mean(expected[name] ** 2) / np.mean(error**2))
    assert snr > INT8_FLOOR_DB


def test_the_processor_is_the_two_graphs_in_a_row(tiny_models: Path) -> None:
    """`NeuralVoice` adds quiet pauses only: else the audio of encoder and decoder run by hand."""
    registry = ModelRegistry(shipped=tiny_models)
    audio = voice_like(1.0)
    embedding = np.full(192, 192**-0.5, np.float32)
    voice = NeuralVoice(registry, speaker_embedding=embedding, fp32=True, seed=5)
    output = voice.process(audio)
    source_hz, f0 = voice.f0_trace().T
    encoder = StateSession(registry.session("content_encoder.fp16"))
    decode = StateSession(registry.session("decoder.fp16"))
    rng = np.random.default_rng(5)
    expected, hush, before = [], Hush(), 1.0
    blocks = audio.reshape(-1, 160)
    for block, source, f0_hz in zip(blocks, source_hz, f0, strict=True):
        content = encoder.step(audio=block[None, None])
        noise = rng.standard_normal((1, 1, 160), dtype=np.float32)
        made = decode.step(
            **content, f0_hz=float(f0_hz), speaker_embedding=embedding[None], noise=noise
        )
        level = float(content["loudness_db"].item())
        gain = 10 ** (hush.gain_db(level, voiced=bool(source > 0)) / 20)
        ramp = before + (gain - before) * (np.arange(160) + 1) / 160
        expected.append(made["audio_out"].ravel() * ramp)
        before = gain
    np.testing.assert_allclose(output, np.concatenate(expected), atol=1e-5)
    assert f0.any()
