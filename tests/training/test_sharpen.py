"""Sharper formants: what the matrix does to gains, and what the head makes of it."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.decoder import N_BINS, Decoder, DecoderConfig
from syrinx.training.sharpen import sharpen_head, sharpening, unsharpen_head


def test_formants_grow_and_the_tilt_of_the_voice_stays() -> None:
    matrix = sharpening(1.5)
    bins = np.arange(N_BINS)
    tilt = torch.from_numpy(np.linspace(1.0, -2.0, N_BINS).astype(np.float32))
    formants = torch.from_numpy(np.cos(2 * np.pi * bins / 20).astype(np.float32))  # 1 kHz apart
    inside = slice(60, 101)  # away from the ends, where the average leans
    assert torch.allclose((matrix @ tilt)[inside], tilt[inside], atol=0.02)
    assert torch.allclose((matrix @ formants)[inside], 1.5 * formants[inside], atol=0.03)
    assert torch.equal(sharpening(1.0), torch.eye(N_BINS))
    for strength in (0.5, 3.5, float("nan")):
        with pytest.raises(SyrinxError, match="1 to 3"):
            sharpening(strength)


def test_the_head_is_sharpened_at_the_same_loudness() -> None:
    torch.manual_seed(0)
    decoder = Decoder(DecoderConfig(channels=32, dilations=(1, 2), condition=8))
    decoder.requires_grad_(False)
    with torch.no_grad():
        decoder.head.weight[:N_BINS].add_(0.2 * torch.randn(N_BINS, 32))
    frames = 60
    heard = [
        (
            torch.randn(1, 64, frames),
            torch.full((1, 1, frames), 120.0 + 20 * i),
            torch.full((1, 1, frames), -26.0),
            torch.nn.functional.normalize(torch.randn(1, 192), dim=1),
            torch.randn(1, 1, 160 * frames),
        )
        for i in range(5)
    ]
    hidden = torch.randn(3, 32)
    before = decoder.head(hidden)
    levels = [float(decoder(*x).square().mean()) for x in heard]
    torch.manual_seed(1)
    louder = sharpen_head(decoder, 1.6, heard)
    after = decoder.head(hidden)
    assert louder > 0.05
    constant = louder * np.log(10.0) / 20.0
    for first in (0, 2 * N_BINS):
        part = slice(first, first + N_BINS)
        wanted = before[:, part] @ sharpening(1.6).T - constant
        assert torch.allclose(after[:, part], wanted, atol=1e-3)
    phases = slice(N_BINS, 2 * N_BINS)
    assert torch.equal(after[:, phases], before[:, phases])
    changes = [
        10 * np.log10(float(decoder(*x).square().mean()) / y)
        for x, y in zip(heard, levels, strict=True)
    ]
    assert abs(float(np.median(changes))) < 0.3


def test_what_was_sharpened_can_be_taken_back_to_train_on() -> None:
    torch.manual_seed(0)
    decoder = Decoder(DecoderConfig(channels=32, dilations=(1, 2), condition=8))
    before = {k: v.clone() for k, v in decoder.state_dict().items()}
    sharpen_head(decoder, 1.4, [])
    assert not torch.allclose(decoder.head.weight, before["head.weight"], atol=1e-3)
    unsharpen_head(decoder, 1.4)
    for name, value in decoder.state_dict().items():
        assert torch.allclose(value, before[name], atol=1e-4), name
