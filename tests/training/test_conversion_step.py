"""What one step of the conversion training compares with what, and the discriminators."""

from __future__ import annotations

from typing import Any

import pytest
import torch
import torch.nn.functional as F

from syrinx.dsp.mel import mel_filterbank
from syrinx.neural.content_encoder import LATENCY
from syrinx.neural.speaker_encoder import SpeakerEncoder, SpeakerEncoderConfig
from syrinx.training.batches import BatchMaker, PhoneSet, SpeechBatch
from syrinx.training.conversion_step import ConversionModel, ConversionStep, LossConfig, aligned
from syrinx.training.cross_speaker import Listeners, Targets
from syrinx.training.data import SpeechCache
from syrinx.training.discriminators import Discriminators, adversarial_loss, feature_loss

PHONES = PhoneSet(["h", "m", "ʌ"])


def unit(*shape: int) -> torch.Tensor:
    return F.normalize(torch.randn(*shape), dim=-1)


def small_step(config: LossConfig) -> ConversionStep:
    torch.manual_seed(0)
    model = ConversionModel(PHONES, 12)
    encoder = SpeakerEncoder(SpeakerEncoderConfig(channels=(8, 16), blocks=(1, 1), attention=8))
    discriminators = Discriminators(
        model.recogniser.encoder.log_mel.mel, spectra=((256, 64, 8),), voice_channels=16
    )
    return ConversionStep(
        model, Listeners(encoder, model.recogniser), discriminators, config, seed=0
    )


def a_batch(cache: SpeechCache) -> SpeechBatch:
    maker = BatchMaker(cache, cache.select("train"), {}, PHONES, batch_s=3.0, longest_s=0.5, seed=0)
    return next(b for b in iter(maker) if len(b.utterances) >= 4)


def call(step: ConversionStep, batch: SpeechBatch) -> tuple[torch.Tensor, dict[str, float]]:
    count = len(batch.utterances)

    def targets(rows: Any) -> Targets:
        one = torch.ones(len(rows), 1)
        return Targets(speaker=unit(len(rows), 192), wanted=unit(len(rows), 192), pitch_ratio=one)

    numbers = torch.arange(count) % 3 - 1
    return step(
        batch, speaker=unit(count, 192), other=unit(count, 192), numbers=numbers, targets=targets
    )


def test_every_row_is_compared_with_its_own_recording(
    cache: SpeechCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A decoder that hands on its source, as late as the real one, rebuilds it in every half."""
    step = small_step(LossConfig(adversarial=0.0))
    batch = a_batch(cache)

    def hand_on(content: Any, f0_hz: Any, audio: torch.Tensor, speaker: Any) -> torch.Tensor:
        del content, f0_hz, speaker
        return F.pad(audio[:, 0], (LATENCY, 0))[:, : audio.shape[-1]]

    monkeypatch.setattr(step.model, "synthesise", hand_on)  # gets the audio as its loudness
    monkeypatch.setattr(step.model, "loudness", lambda audio: audio)
    monkeypatch.setattr(step, "loudness", lambda heard, excess_db, speech: speech)
    _, figures = call(step, batch)
    assert figures["rebuilt"] < 1e-4
    assert figures["same_content"] < 0.05

    def swapped(content: Any, f0_hz: Any, audio: torch.Tensor, speaker: Any) -> torch.Tensor:
        return hand_on(content, f0_hz, 0.3 * audio.roll(1, dims=0), speaker)

    monkeypatch.setattr(step.model, "synthesise", swapped)
    assert call(step, batch)[1]["rebuilt"] > 0.1


def test_both_halves_teach_the_networks_and_the_judges_do_not_change_hands(
    cache: SpeechCache,
) -> None:
    step = small_step(LossConfig(solo_steps=1))
    batch = a_batch(cache)
    before = [p.detach().clone() for p in step.discriminators.parameters()]
    loss, first = call(step, batch)
    assert "fooled" not in first  # the discriminators learn alone at first
    assert any(
        (a != b).any() for a, b in zip(before, step.discriminators.parameters(), strict=True)
    )
    loss, figures = call(step, batch)
    assert {
        "rebuilt",
        "dissimilar",
        "same_content",
        "taught",
        "fooled",
        "mistaken",
        "features",
    } <= set(figures)
    step.optimizer.zero_grad(set_to_none=True)
    loss.backward()
    for name, parameter in step.model.named_parameters():
        if name.startswith(("decoder.", "recogniser.encoder.")):
            assert parameter.grad is not None, name
            assert torch.isfinite(parameter.grad).all(), name
    assert all(p.grad is None for p in step.discriminators.parameters())
    assert all(p.requires_grad for p in step.discriminators.parameters())


def test_the_noise_on_the_content_grows_to_its_bound() -> None:
    config = LossConfig(first_noise=0.1, content_noise=0.5, noise_ramp_steps=10, content_offset=0)
    step = small_step(config)
    content = torch.zeros(4, 500, 64)
    seen = []
    for step.steps in (0, 5, 10, 1000):
        seen.append(float(step.blurred(content).std()))
    assert seen == pytest.approx([0.1, 0.3, 0.5, 0.5], rel=0.02)


def test_the_excess_is_what_noise_adds_where_there_is_sound() -> None:
    recogniser = small_step(LossConfig()).model.recogniser
    speech = 0.1 * torch.randn(1, 1, 16_000)
    speech[..., 8000:] = 0.0
    louder = torch.cat([speech[..., :8000] * 10 ** (12 / 20), 1e-5 * torch.randn(1, 1, 8000)], -1)
    none = torch.zeros(1, 100, 1)
    assert float(recogniser.excess_loss(none, speech, speech)) == 0.0
    assert float(recogniser.excess_loss(none, louder, speech)) == pytest.approx(1.2, abs=0.05)
    assert float(recogniser.excess_loss(none + 12, louder, speech)) == pytest.approx(0.0, abs=0.05)
    assert float(recogniser.excess_loss(none, speech, louder)) == 0.0  # quieter is no excess


def test_the_decoder_is_told_the_level_less_the_excess_or_that_of_the_speech() -> None:
    step = small_step(LossConfig())
    heard = 0.1 * torch.randn(40, 1, 1600)
    speech, excess = 0.5 * heard, torch.full((40, 10, 1), 3.0)
    told = step.loudness(heard, excess, speech) - step.model.loudness(heard)
    kinds = {round(float(row[0, 2:].mean()), 1) for row in told}
    assert kinds == {-3.0, -6.0}


def test_an_utterance_keeps_its_offset() -> None:
    step = small_step(LossConfig(first_noise=0.0, content_noise=0.0, content_offset=0.4))
    blurred = step.blurred(torch.zeros(200, 3, 64))
    assert torch.equal(blurred[:, 0], blurred[:, 2])
    assert float(blurred[:, 0].std()) == pytest.approx(0.4, rel=0.03)


def test_alignment_takes_the_delay_of_the_model_off() -> None:
    audio = torch.randn(2, 1600)
    late = F.pad(audio, (LATENCY, 0))[:, :1600]
    assert torch.equal(aligned(late)[:, :-LATENCY], audio[:, :-LATENCY])


def test_discriminators_learn_what_is_recorded_and_who_speaks() -> None:
    """Recordings are tones at the speaker's pitch, what is made is noise: soon told apart."""
    torch.manual_seed(1)
    mel = torch.from_numpy(mel_filterbank(sample_rate=16000, n_fft=512, n_mels=20)).T.contiguous()
    judges = Discriminators(mel.float(), voice_channels=32, spectra=((512, 128, 16), (256, 64, 16)))
    optimizer = torch.optim.Adam(judges.parameters(), lr=3e-3)
    time = torch.arange(4000) / 16000
    people = unit(2, 192)
    tones = torch.stack([0.3 * torch.sin(2 * torch.pi * hz * time) for hz in (300.0, 2500.0)])

    def draw() -> tuple[torch.Tensor, torch.Tensor]:
        who = torch.randint(0, 2, (8,))
        return tones[who] + 0.01 * torch.randn(8, 4000), who

    for _ in range(50):
        real, who = draw()
        made = 0.2 * torch.randn(8, 4000)
        loss = judges.loss(real, people[who], people[1 - who], made, people[who])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    real, who = draw()
    with torch.no_grad():
        same = judges(real, people[who])
        for (right, _), (false, _) in zip(
            same, judges(0.2 * torch.randn(8, 4000), people[who]), strict=True
        ):
            assert float(right.mean()) > float(false.mean()) + 0.3
        wrong = judges(real, people[1 - who])
        assert float(same[-1][0].mean()) > float(wrong[-1][0].mean()) + 0.3  # the voice's
        assert float(feature_loss(same, same)) == 0.0
        assert float(feature_loss(judges(tones[who].flip(0), people[who]), same)) > 0.05
        made = judges(0.2 * torch.randn(8, 4000), people[who])
        sound = [not pair for pair in judges.judges_pair]
        for counted in (sound, judges.judges_pair):
            assert float(adversarial_loss(same, counted)) < float(adversarial_loss(made, counted))
