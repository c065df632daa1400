"""What a batch sounds like after augmentation: ratios, timing, seeds."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
import torch

from syrinx.dsp.errors import SyrinxError
from syrinx.training.augment_batch import (
    HearingConfig,
    active_rms,
    augment_batch,
    babble,
    spec_augment,
    stretch_frames,
)

RATE = 16_000
OFF = {f.name: 0.0 for f in dataclasses.fields(HearingConfig) if f.name.endswith("_chance")}


def batch(rows: int = 4, n: int = 12_800) -> torch.Tensor:
    """Rows of noise that talks half of the time, the last one padded with zeros."""
    rng = np.random.default_rng(0)
    audio = rng.normal(0, 0.05, (rows, 1, n)) * np.repeat(np.arange(n // 800) % 4 < 2, 800)
    audio[-1, 0, n // 2 :] = 0
    return torch.from_numpy(audio.astype(np.float32))


def fan() -> dict[str, np.ndarray]:
    return {"fan": np.random.default_rng(1).normal(0, 0.01, 9000).astype(np.float32)}


@pytest.mark.parametrize("snr_db", [-5.0, 10.0, 30.0])
@pytest.mark.parametrize("kind", ["babble", "recorded", "coloured"])
def test_noise_is_at_its_ratio_to_the_speech(snr_db: float, kind: str) -> None:
    config = HearingConfig(
        **{**OFF, "noise_chance": 1.0},
        snr_db=(snr_db, snr_db),
        babble_share=float(kind == "babble"),
        recorded_share=float(kind == "recorded"),
    )
    audio = 0.3 * batch()
    heard = augment_batch(audio, np.random.default_rng(2), fan(), config)
    for row in range(4):
        noise = (heard - audio)[row, 0].numpy()
        ratio = active_rms(audio[row, 0].numpy()) / np.sqrt(np.mean(noise**2))
        assert 20 * np.log10(ratio) == pytest.approx(snr_db, abs=0.05)


def test_speech_is_measured_without_its_pauses() -> None:
    audio = batch()[0, 0].numpy()
    assert active_rms(audio) == pytest.approx(0.05, rel=0.05)
    assert np.sqrt((audio**2).mean()) == pytest.approx(0.05 / np.sqrt(2), rel=0.05)
    assert active_rms(np.zeros(3000)) == 0.0


def test_babble_is_made_of_the_others() -> None:
    others = batch(3)[:, 0].numpy()
    mixed = babble(others, np.random.default_rng(0))
    assert np.sqrt((mixed**2).mean()) == pytest.approx(1.0, abs=1e-3)
    spectrum = np.fft.rfft(mixed)
    likeness = [
        np.abs(np.fft.irfft(spectrum * np.conj(np.fft.rfft(o)))).max() / np.linalg.norm(o)
        for o in others
    ]
    assert sum(x > 0.3 * np.linalg.norm(mixed) for x in likeness) >= 2


@pytest.mark.parametrize("kind", ["room", "equaliser", "device", "gain", "clip"])
def test_every_effect_changes_the_sound_and_keeps_time(kind: str) -> None:
    config = HearingConfig(**{**OFF, f"{kind}_chance": 1.0})
    audio = batch()
    heard = augment_batch(audio, np.random.default_rng(3), {}, config)
    assert heard.shape == audio.shape
    for row in range(4):
        a, b = audio[row, 0].numpy(), heard[row, 0].numpy()
        assert np.abs(a - b).max() > 1e-4
        product = np.fft.rfft(b, 32_768) * np.conj(np.fft.rfft(a, 32_768))
        assert np.argmax(np.fft.irfft(product)) == 0


def test_gain_is_within_its_range() -> None:
    config = HearingConfig(**{**OFF, "gain_chance": 1.0}, gain_db=10.0)
    audio = 0.1 * batch()
    gains = []
    for seed in range(20):
        heard = augment_batch(audio, np.random.default_rng(seed), {}, config)
        gains += (20 * torch.log10(heard[:, 0, 100] / audio[:, 0, 100])).tolist()
    assert max(map(abs, gains)) <= 10.0 + 1e-3
    assert np.std(gains) == pytest.approx(10 / np.sqrt(3), rel=0.2)


def test_nothing_to_do_is_the_same_audio() -> None:
    audio = batch()
    assert torch.equal(
        augment_batch(audio, np.random.default_rng(0), {}, HearingConfig(**OFF)), audio
    )


def test_seeds_decide_and_the_input_is_left_alone() -> None:
    audio = batch()
    before = audio.clone()
    one, same, other = (
        augment_batch(audio, np.random.default_rng(s), fan(), HearingConfig()) for s in (1, 1, 2)
    )
    assert torch.equal(one, same)
    assert not torch.equal(one, other)
    assert torch.equal(audio, before)


def test_everything_at_once_stays_finite_and_in_range() -> None:
    config = HearingConfig(**dict.fromkeys(OFF, 1.0))
    for seed in range(4):
        audio = torch.cat([batch(3), torch.zeros(1, 1, 12_800)])
        heard = augment_batch(audio, np.random.default_rng(seed), fan(), config)
        assert torch.isfinite(heard).all()
        assert heard.abs().max() <= 1.0
        assert heard.dtype == torch.float32


def test_frames_follow_the_speed() -> None:
    labels = np.repeat(np.arange(10), 10)
    fast = stretch_frames(labels, 80, 1.25)
    assert len(fast) == 80
    assert np.flatnonzero(np.diff(fast)).tolist() == pytest.approx(
        [8 * k - 1 for k in range(1, 10)], abs=1
    )
    assert stretch_frames(labels, 125, 0.8)[-1] == 9


def test_spec_augment_hides_no_more_than_it_may() -> None:
    log_mel = torch.randn(3, 200, 80, generator=torch.Generator().manual_seed(0))
    seen_band = seen_gap = False
    for seed in range(5):
        out = spec_augment(log_mel, np.random.default_rng(seed))
        changed = (out != log_mel).numpy()
        for row in range(3):
            mean = float(log_mel[row].mean())
            assert out[row].numpy()[changed[row]] == pytest.approx(mean, abs=1e-6)
            bands, gaps = changed[row].all(axis=0).sum(), changed[row].all(axis=1).sum()
            assert bands <= 24
            assert gaps <= 30
            seen_band |= bool(bands)
            seen_gap |= bool(gaps)
    assert seen_band
    assert seen_gap
    assert torch.equal(log_mel, spec_augment(log_mel, np.random.default_rng(0), bands=0, gaps=0))


def test_config_is_checked() -> None:
    with pytest.raises(SyrinxError, match="room_chance"):
        HearingConfig(room_chance=2.0)
    with pytest.raises(SyrinxError, match="snr_db"):
        HearingConfig(snr_db=(3.0, 1.0))
    with pytest.raises(SyrinxError, match="together"):
        HearingConfig(babble_share=0.7, recorded_share=0.7)
