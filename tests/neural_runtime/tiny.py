"""Tiny seeded models, exported and bundled: what the runtime's tests run on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch

from syrinx.neural.bundle import write_bundle
from syrinx.neural.content_encoder import ContentEncoder, ContentEncoderConfig
from syrinx.neural.decoder import Decoder, DecoderConfig
from syrinx.neural.export import export_speaker_encoder, export_streaming, store_as_fp16
from syrinx.neural.hoist import cache_condition
from syrinx.neural.quantize import Inputs, QuantizeConfig, calibrate, quantize_static
from syrinx.neural.speaker_encoder import SpeakerEncoder, SpeakerEncoderConfig

QUANTIZE = QuantizeConfig(smallest_weight=1024)


def content_encoder() -> ContentEncoder:
    torch.manual_seed(1)
    return ContentEncoder(ContentEncoderConfig(channels=32, dilations=(1, 2))).eval()


def decoder() -> Decoder:
    torch.manual_seed(2)
    return Decoder(DecoderConfig(channels=32, condition=8, dilations=(1, 2))).eval()


def speaker_encoder() -> SpeakerEncoder:
    torch.manual_seed(3)
    return SpeakerEncoder(SpeakerEncoderConfig(channels=(8, 8), blocks=(1, 1), attention=8)).eval()


def voice_like(seconds: float, seed: int = 0) -> np.ndarray:
    """A harmonic tone with moving pitch, pauses and noise, 16 kHz, whole blocks."""
    rng = np.random.default_rng(seed)
    size = round(seconds * 100) * 160
    time = np.arange(size) / 16_000
    phase = 2 * np.pi * np.cumsum(150 + 40 * np.sin(2 * np.pi * 1.3 * time)) / 16_000
    tone = sum(np.sin(k * phase) / k for k in range(1, 8))
    on = np.sin(2 * np.pi * 2.0 * time) > -0.5
    return (0.1 * tone * on + 0.01 * rng.standard_normal(size)).astype(np.float32)


def encoder_stream(seconds: float, seed: int = 0) -> Iterator[Inputs]:
    yield {}
    for block in voice_like(seconds, seed).reshape(-1, 160):
        yield {"audio": block[None, None]}


def decoder_stream(n_steps: int, seed: int = 0) -> Iterator[Inputs]:
    rng = np.random.default_rng(seed)
    speaker = rng.standard_normal((1, 192)).astype(np.float32)
    speaker /= np.linalg.norm(speaker)
    yield {}
    for step in range(n_steps):
        f0 = 0.0 if step % 30 < 8 else 120.0 + 40.0 * np.sin(step / 9)
        yield {
            "content": rng.standard_normal((1, 64, 1)).astype(np.float32),
            "f0_hz": np.full((1, 1, 1), f0, np.float32),
            "loudness_db": np.full((1, 1, 1), -30.0 + 10 * np.sin(step / 17), np.float32),
            "speaker_embedding": speaker,
            "noise": rng.standard_normal((1, 1, 160)).astype(np.float32),
        }


def write_tiny_bundle(folder: Path) -> Path:
    """Write all five models, as the program ships them, and return the folder."""
    models = {}
    for name, module, stream in (
        ("content_encoder", content_encoder(), list(encoder_stream(1.5))),
        ("decoder", decoder(), list(decoder_stream(150))),
    ):
        model = export_streaming(module, name=name)
        ranges = calibrate(model, stream, QUANTIZE)
        int8 = quantize_static(model, ranges, QUANTIZE)
        models[f"{name}.int8"] = store_as_fp16(cache_condition(int8))
        models[f"{name}.fp16"] = store_as_fp16(cache_condition(model))
    models["speaker_encoder.fp16"] = store_as_fp16(export_speaker_encoder(speaker_encoder()))
    write_bundle(folder, models, provenance={name: {"test": True} for name in models})
    return folder
