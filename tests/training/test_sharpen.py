"""Sharper formants: what the matrix does to gains, and what the head makes of it."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.decoder import N_BINS, Decoder, DecoderConfig
from syrinx.training.sharpen import (
    clear_emphasis,
    emphasise,
    sharpen_head,
    sharpening,
    unsharpen_head,
)


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


FRAMES = 60


def lively_decoder() -> Decoder:
    """Small, with gains that differ from frame to frame."""
    torch.manual_seed(0)
    decoder = Decoder(DecoderConfig(channels=32, dilations=(1, 2), condition=8))
    decoder.requires_grad_(False)
    decoder.head.weight[:N_BINS].add_(0.2 * torch.randn(N_BINS, 32))
    return decoder


def speech_like() -> list[tuple[torch.Tensor, ...]]:
    """Five inputs of the decoder, voiced throughout."""
    return [
        (
            torch.randn(1, 64, FRAMES),
            torch.full((1, 1, FRAMES), 120.0 + 20 * i),
            torch.full((1, 1, FRAMES), -26.0),
            torch.nn.functional.normalize(torch.randn(1, 192), dim=1),
            torch.randn(1, 1, 160 * FRAMES),
        )
        for i in range(5)
    ]


def level_change_db(decoder: Decoder, heard: list, levels: list[float]) -> float:
    """Median change of the level of what the decoder makes."""
    now = [float(decoder(*x).square().mean()) for x in heard]
    return float(np.median(10 * np.log10(np.array(now) / np.array(levels))))


def test_the_head_is_sharpened_at_the_same_loudness() -> None:
    decoder, heard = lively_decoder(), speech_like()
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
    assert abs(level_change_db(decoder, heard, levels)) < 0.3


def test_what_was_sharpened_can_be_taken_back_to_train_on() -> None:
    torch.manual_seed(0)
    decoder = Decoder(DecoderConfig(channels=32, dilations=(1, 2), condition=8))
    before = {k: v.clone() for k, v in decoder.state_dict().items()}
    sharpen_head(decoder, 1.4, [])
    assert not torch.allclose(decoder.head.weight, before["head.weight"], atol=1e-3)
    unsharpen_head(decoder, 1.4)
    for name, value in decoder.state_dict().items():
        assert torch.allclose(value, before[name], atol=1e-4), name


def gains_of(decoder: Decoder, given: tuple[torch.Tensor, ...], voiced: float) -> tuple:
    """Log gains and log noise of voiced or unvoiced frames, before anything is added up."""
    content, f0_hz = given[0], given[1] * voiced
    features = torch.cat([content.transpose(1, 2), f0_hz.new_zeros(1, FRAMES, 3)], dim=-1)
    flags = torch.full((1, FRAMES, 1), voiced)
    condition = decoder.speaker(given[3])
    with torch.no_grad():
        log_gain, phase, noise, _ = decoder.gains(
            features, flags, condition, decoder.initial_state(1)
        )
    return log_gain, phase, noise


def test_voiced_gains_vary_more_about_the_same_average_with_less_noise() -> None:
    decoder, heard = lively_decoder(), speech_like()
    levels = [float(decoder(*x).square().mean()) for x in heard]
    before = [gains_of(decoder, heard[2], voiced) for voiced in (1.0, 0.0)]
    louder = emphasise(decoder, 1.25, 6.0, heard)
    after = [gains_of(decoder, heard[2], voiced) for voiced in (1.0, 0.0)]
    for part in (0, 1, 2):  # unvoiced frames stay as they are
        assert torch.equal(before[1][part], after[1][part])
    assert torch.equal(before[0][1], after[0][1])  # and so do phases
    db = 20.0 / np.log(10.0)
    low, high = slice(0, 70), slice(91, N_BINS)
    for part, band, less in ((0, low, 0.0), (0, high, 0.0), (2, low, 6.0), (2, high, 1.5)):
        old, new = before[0][part][..., band], after[0][part][..., band]
        inside = (new.abs() < 4.9) & (old.abs() < 4.9)  # gains are limited
        varied = (new - new.mean(1, keepdim=True)) - 1.25 * (old - old.mean(1, keepdim=True))
        assert float(varied[inside].abs().mean()) < 0.05
        moved = float((new - old)[inside].mean()) * db
        assert moved == pytest.approx(-less - louder, abs=0.7), (part, less)
    assert abs(level_change_db(decoder, heard, levels)) < 0.3
    clear_emphasis(decoder)
    for old, new in zip(before[0], gains_of(decoder, heard[2], 1.0), strict=True):
        assert torch.equal(old, new)


def test_emphasis_without_strength_only_takes_noise_away() -> None:
    decoder, heard = lively_decoder(), speech_like()
    emphasise(decoder, 1.0, 0.0, heard)
    assert not decoder.voiced_slope.any()
    assert float(decoder.voiced_offset.abs().max()) < 1e-3
    for strength in (0.9, 2.5, float("nan")):
        with pytest.raises(SyrinxError, match="1 to 2"):
            emphasise(decoder, strength, 0.0, heard)
