"""The content encoder and the decoder: streaming equals offline, and physics by oracle."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch
from torch import Tensor

from syrinx.neural.content_encoder import (
    LOWEST_DBFS,
    MOST_EXCESS_DB,
    ContentEncoder,
    ContentEncoderConfig,
)
from syrinx.neural.decoder import HOP_LENGTH, N_BINS, Decoder, DecoderConfig, HarmonicSource
from tests.contracts.streaming_contract import assert_streaming_contract

ENCODER = ContentEncoderConfig(channels=16, content_channels=8, dilations=(1, 2))
DECODER = DecoderConfig(
    content_channels=8, embedding_size=6, channels=16, condition=4, dilations=(1, 2)
)


def decoder_inputs(n_frames: int) -> dict[str, Tensor]:
    f0 = 80.0 + 300.0 * torch.rand(1, 1, n_frames)
    return {
        "content": torch.randn(1, 8, n_frames),
        "f0_hz": torch.where(torch.rand(1, 1, n_frames) > 0.3, f0, torch.zeros_like(f0)),
        "loudness_db": -40.0 * torch.rand(1, 1, n_frames),
        "speaker_embedding": torch.nn.functional.normalize(torch.randn(1, 6), dim=1),
        "noise": torch.randn(1, 1, n_frames * HOP_LENGTH),
    }


@pytest.mark.parametrize("sizes", [[1] * 30, [7, 1, 12, 10], [29, 1]])
def test_encoder_step_equals_forward(sizes: list[int]) -> None:
    torch.manual_seed(0)
    encoder = ContentEncoder(ENCODER)
    audio = 0.1 * torch.randn(2, 1, 30 * HOP_LENGTH)
    content, loudness = encoder(audio)
    state, at, pieces = encoder.initial_state(2), 0, []
    for size in sizes:
        piece = audio[..., at * HOP_LENGTH : (at + size) * HOP_LENGTH]
        c, level, state = encoder.step(piece, state)
        pieces.append((c, level))
        at += size
    assert torch.allclose(torch.cat([c for c, _ in pieces], -1), content, atol=1e-5)
    assert torch.allclose(torch.cat([x for _, x in pieces], -1), loudness, atol=1e-4)


@torch.no_grad()
def test_loudness_describes_the_frame_the_output_belongs_to() -> None:
    audio = torch.zeros(1, 1, 20 * HOP_LENGTH)
    audio[..., 8 * HOP_LENGTH + 5] = 1.0
    encoder = ContentEncoder(ENCODER)
    torch.nn.init.constant_(encoder.excess.bias, -30.0)
    _, loudness = encoder(audio)
    loud = (loudness[0, 0] > -90).nonzero().flatten().tolist()
    assert loud == [9, 10]  # 160 (t - 2) <= n < 160 t
    assert float(loudness.max()) == pytest.approx(10 * math.log10(1 / 320), abs=0.01)


@torch.no_grad()
def test_loudness_is_the_level_less_the_excess() -> None:
    encoder, audio = ContentEncoder(ENCODER), 0.1 * torch.randn(1, 1, 20 * HOP_LENGTH)
    torch.nn.init.constant_(encoder.excess.bias, -30.0)
    _, level = encoder(audio)
    torch.nn.init.constant_(encoder.excess.bias, 0.0)
    _, loudness = encoder(audio)
    wanted = torch.clamp(level - MOST_EXCESS_DB / 2, min=LOWEST_DBFS)
    assert torch.allclose(loudness, wanted, atol=1e-4)
    assert float(encoder(0.0 * audio)[1].min()) == LOWEST_DBFS


def test_content_does_not_depend_on_the_future() -> None:
    torch.manual_seed(0)
    encoder = ContentEncoder(ENCODER)
    audio = 0.1 * torch.randn(1, 1, 20 * HOP_LENGTH)
    other = audio.clone()
    other[..., 10 * HOP_LENGTH :] = 0.0
    assert torch.equal(encoder(audio)[0][..., :10], encoder(other)[0][..., :10])


@pytest.mark.parametrize("sizes", [[1] * 24, [5, 1, 8, 10]])
def test_decoder_step_equals_forward(sizes: list[int]) -> None:
    torch.manual_seed(0)
    decoder, inputs = Decoder(DECODER), decoder_inputs(24)
    whole = decoder(**inputs)
    state, at, pieces = decoder.initial_state(1), 0, []
    for n in sizes:
        cut = {
            k: v
            if k == "speaker_embedding"
            else v[..., at * (s := HOP_LENGTH if k == "noise" else 1) : (at + n) * s]
            for k, v in inputs.items()
        }
        audio, state = decoder.step(**cut, state=state)
        pieces.append(audio)
        at += n
    assert torch.allclose(torch.cat(pieces, -1), whole, atol=1e-4)


def test_source_is_harmonic_and_of_unit_power() -> None:
    pulses = HarmonicSource()(torch.full((1, 100, 1), 250.0)).flatten()[HOP_LENGTH:]
    assert float(pulses.square().mean()) == pytest.approx(1.0, rel=0.02)
    spectrum = np.abs(np.fft.rfft(pulses.numpy()[: 64 * 160] * np.hanning(64 * 160)))
    hz = np.fft.rfftfreq(64 * 160, 1 / 16000)
    on = np.array([spectrum[np.abs(hz - 250 * k).argmin()] for k in range(1, 31)])
    between = np.array([spectrum[np.abs(hz - 250 * (k + 0.5)).argmin()] for k in range(1, 31)])
    assert on.max() / on.min() < 1.05
    assert between.max() < 1e-3 * on.min()


def test_source_is_silent_where_unvoiced() -> None:
    assert float(HarmonicSource()(torch.zeros(1, 20, 1)).abs().max()) == 0.0


def test_source_keeps_the_contract() -> None:
    class Held(HarmonicSource):
        """F0 in a range where the phase is smooth, so that gradients can be compared."""

        def step(self, x, state):
            return super().step(120.0 + 0.0 * x, state)

    assert_streaming_contract(Held(), 1, tolerance=1e-4)


def test_filter_of_gain_one_gives_the_noise_back_one_block_later() -> None:
    decoder = Decoder(DECODER)
    with torch.no_grad():
        decoder.head.weight.zero_()
        decoder.head.bias[:N_BINS] = -12.0
        decoder.head.bias[2 * N_BINS :] = 0.0
    noise = torch.randn(1, 1, 20 * HOP_LENGTH)
    inputs = decoder_inputs(20) | {
        "noise": noise,
        "loudness_db": torch.zeros(1, 1, 20),
        "f0_hz": torch.zeros(1, 1, 20),
    }
    out = decoder(**inputs)
    assert torch.allclose(out[..., 2 * HOP_LENGTH :], noise[..., HOP_LENGTH:-HOP_LENGTH], atol=1e-4)


@torch.no_grad()
def test_silence_in_is_silence_out() -> None:
    inputs = decoder_inputs(20) | {"loudness_db": torch.full((1, 1, 20), -100.0)}
    assert float(Decoder(DECODER)(**inputs).abs().max()) < 10 ** (-70 / 20)
