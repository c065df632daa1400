"""One step of the conversion training: what is made of a batch, and every loss on it.

Half of the rows are rebuilt from perturbed ears, as ever (ADR 0022). The other half are converted
to somebody else and heard (ADR 0027); the conversion is then the perturbation: its content must
be that of the source, and with the source's embedding it must give the source back (Neekhara et
al. 2023, SelfVC). Everything made goes before discriminators that know who is meant (ADR 0039).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from syrinx.neural.content_encoder import HOP_LENGTH, LATENCY, LOWEST_DBFS
from syrinx.neural.decoder import Decoder, DecoderConfig
from syrinx.training.batches import PhoneSet, SpectralPerturbation, SpeechBatch
from syrinx.training.cross_speaker import Listeners, Targets, shifted_f0
from syrinx.training.discriminators import Discriminators, adversarial_loss, feature_loss
from syrinx.training.fit import Stateful
from syrinx.training.losses import (
    RebuiltLoss,
    phone_loss,
    reverse_gradient,
)
from syrinx.training.recipes.content_encoder import PhoneRecogniser


class ConversionModel(nn.Module):
    """Recogniser (encoder and phone head), decoder and speaker adversary."""

    def __init__(self, phones: PhoneSet, n_speakers: int, config: DecoderConfig | None = None):
        super().__init__()
        self.recogniser = PhoneRecogniser(phones)
        self.decoder = Decoder(config)
        channels = self.recogniser.encoder.config.content_channels
        self.adversary = nn.Sequential(
            nn.Linear(2 * channels, 256), nn.GELU(), nn.Linear(256, n_speakers)
        )

    def loudness(self, audio: Tensor) -> Tensor:
        """Level in dBFS ``(B, 1, T)``: what the live encoder reports of speech without noise."""
        return self.recogniser.level_dbfs(audio).transpose(1, 2)

    def synthesise(
        self, content: Tensor, f0_hz: Tensor, loudness_db: Tensor, speaker: Tensor
    ) -> Tensor:
        """Content ``(B, T, C)``, F0 ``(B, T)`` (centred at 160 k), loudness to ``(B, 160 T)``."""
        count, steps = content.shape[:2]
        pitch = F.pad(f0_hz, (1, 0))[:, None, :steps]
        noise = torch.randn(count, 1, steps * HOP_LENGTH)
        return self.decoder(content.transpose(1, 2), pitch, loudness_db, speaker, noise)[:, 0]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LossConfig:
    """Weights of the losses, and what is done to the content.

    ``content_noise`` is the deviation of the noise on the content (which has unit variance): it
    bounds what a frame can carry. ``noise_ramp_steps`` leads up to it from ``first_noise``.
    ``content_offset`` is the deviation of an offset that an utterance keeps: what never changes
    is the voice, not the words.
    ``content_gradient`` is how much of the decoder's gradient reaches the content encoder: what it
    asks for is the speaker, too. With 0, and no weight on ``phones``, the encoder stays as it is.
    Without ``cross_share`` nothing is converted. The discriminators learn ``solo_steps`` alone
    first; ``adversarial`` 0 leaves them out.
    """

    content_noise: float = 0.35
    first_noise: float = 0.2
    noise_ramp_steps: int = 600
    content_offset: float = 0.25
    content_gradient: float = 1.0
    phones: float = 1.0
    speaker_reversal: float = 0.5
    cross_share: float = 0.5
    similarity: float = 0.5
    cross_content: float = 1.5
    cross_phones: float = 2.0
    same_content: float = 0.5
    contrast: float = 6.0
    adversarial: float = 1.0
    adversarial_voice: float = 0.5
    features: float = 1.0
    discriminator_rate: float = 3e-4
    solo_steps: int = 150
    crop: int = 12800


def aligned(made: Tensor) -> Tensor:
    """Made audio ``(B, n)`` moved onto its source: ``LATENCY`` earlier, zeros at the end."""
    return F.pad(made[:, LATENCY:], (0, LATENCY))


class ConversionStep:
    """Losses of a batch; the discriminators learn in passing.

    Attributes
    ----------
    companions
        What must be saved and resumed with the optimizer's state.
    """

    def __init__(
        self,
        model: ConversionModel,
        listeners: Listeners,
        discriminators: Discriminators,
        config: LossConfig,
        *,
        seed: int,
    ) -> None:
        self.model, self.listeners, self.config = model, listeners, config
        self.discriminators = discriminators
        self.rng = np.random.default_rng(seed)
        log_mel = model.recogniser.encoder.log_mel
        self.perturbation = SpectralPerturbation(log_mel.mel, log_mel.n_bins)
        self.rebuilt_loss = RebuiltLoss(log_mel.mel)
        self.optimizer = torch.optim.AdamW(
            discriminators.parameters(), lr=config.discriminator_rate, betas=(0.8, 0.99)
        )
        self.companions: dict[str, Stateful] = {
            "discriminators": discriminators,
            "their_optimizer": self.optimizer,
            "step": self,
        }
        self.frozen = config.content_gradient == 0.0 and config.phones == 0.0
        self.steps = 0

    def state_dict(self) -> dict[str, int]:
        """How far the ramps are."""
        return {"steps": self.steps}

    def load_state_dict(self, state: Mapping[str, int]) -> None:
        """Go on from :meth:`state_dict`."""
        self.steps = state["steps"]

    def rebuilt(self, audio: Tensor, made: Tensor) -> tuple[Tensor, Tensor]:
        """Spectral distance of ``made (B, n)`` from its source ``audio (B, 1, n)``, and contrast.

        The distance is what is minimised; the contrast (see ``losses.contrast_distance``) keeps it
        from being bought by blur.
        """
        target, estimate = audio[:, 0, :-LATENCY], made[:, LATENCY:]
        return self.rebuilt_loss(estimate, target)

    def blurred(self, content: Tensor) -> Tensor:
        """Content ``(B, T, C)`` with the noise that bounds what it can carry."""
        config = self.config
        ramp = min(1.0, self.steps / max(1, config.noise_ramp_steps))
        noise = config.first_noise + ramp * (config.content_noise - config.first_noise)
        offset = config.content_offset * torch.randn_like(content[:, :1])
        return content + noise * torch.randn_like(content) + offset

    def content(
        self, audio: Tensor, perturbation: SpectralPerturbation | None = None
    ) -> tuple[Tensor, Tensor, Tensor]:
        """What the encoder makes of ``audio (B, 1, n)``.

        Returns content ``(B, T, C)``, the same blurred, for the decoder, and the excess of the
        level in dB ``(B, T, 1)``.
        """
        share = self.config.content_gradient
        with torch.set_grad_enabled(not self.frozen):
            content, excess_db = self.model.recogniser.hear(audio, perturbation, self.rng)
        given = content if share == 1.0 else content.detach().lerp(content, share)
        return content, self.blurred(given), excess_db

    def loudness(self, heard: Tensor, excess_db: Tensor, speech: Tensor) -> Tensor:
        """Loudness ``(B, 1, T)`` for the decoder: half of the rows as live, half the true one."""
        live = self.model.loudness(heard) - excess_db.detach().float().transpose(1, 2)
        told = torch.from_numpy(self.rng.random(len(heard)) < 0.5)[:, None, None]
        return torch.where(told, self.model.loudness(speech), live.clamp(min=LOWEST_DBFS))

    def __call__(
        self,
        batch: SpeechBatch,
        *,
        speaker: Tensor,
        other: Tensor,
        numbers: Tensor,
        targets: Callable[[Sequence[int]], Targets],
    ) -> tuple[Tensor, dict[str, float]]:
        """Return the loss and its figures.

        Parameters
        ----------
        speaker, other
            Two draws of the rows' own embeddings ``(B, 192)``: for the decoder and the
            discriminators.
        numbers
            Speaker classes ``(B,)``, -1 where unknown.
        targets
            Rows to whom they are converted.
        """
        config, model = self.config, self.model
        count = len(batch.utterances)
        order = torch.from_numpy(self.rng.permutation(count))
        n_cross = min(count - 1, round(config.cross_share * count))
        rest, rows = order[n_cross:], order[:n_cross]
        order = torch.cat([rest, rows])
        heard = batch.audio if batch.heard is None else batch.heard
        figures: dict[str, Any] = {}
        with torch.autocast("cpu", dtype=torch.bfloat16):
            content, blurred, excess_db = self.content(heard[rest], self.perturbation)
            loud = self.loudness(heard[rest], excess_db, batch.audio[rest])
            made = model.synthesise(blurred, batch.f0_hz[rest], loud, speaker[rest])
            cross: Tensor | float = 0.0
            fakes, fake_speakers = [aligned(made.float())], [other[rest]]
            if n_cross:
                goal = targets(rows.tolist())
                plain, blurred_plain, excess_plain = self.content(heard[rows])
                loud = self.loudness(heard[rows], excess_plain, batch.audio[rows])
                f0_hz = shifted_f0(batch.f0_hz[rows], goal.pitch_ratio)
                as_other = model.synthesise(blurred_plain, f0_hz, loud, goal.speaker)
                cross = self._heard(as_other, batch, rows, goal, figures)
                echo = aligned(as_other.detach().float())[:, None]
                again, blurred_again, _ = self.content(echo)
                moved = (again.float() - plain.detach().float()).square().mean()
                cross = cross + config.same_content * moved
                figures["same_content"] = moved.detach()
                loud = model.loudness(batch.audio[rows])
                back = model.synthesise(blurred_again, batch.f0_hz[rows], loud, speaker[rows])
                made = torch.cat([made.float(), back.float()])
                content = torch.cat([content, plain])
                excess_db = torch.cat([excess_db, excess_plain])
                fakes += [aligned(back.float()), aligned(as_other.float())]
                fake_speakers += [other[rows], goal.wanted]
            logits = None if self.frozen else model.recogniser.head(self.blurred(content))
        rebuilt, contrast = self.rebuilt(batch.audio[order], made.float())
        figures |= {"rebuilt": rebuilt.detach(), "contrast": contrast.detach()}
        loss = rebuilt + config.contrast * contrast + cross
        if logits is not None:
            loss = loss + self._adversary(content, numbers[order], figures)
            loss = loss + self._words(logits, batch, order, figures)
            excess = model.recogniser.excess_loss(excess_db, heard[order], batch.audio[order])
            figures["excess"] = excess.detach()
            loss = loss + excess
        if config.adversarial > 0:
            loss = loss + self._judged(
                torch.cat(fakes), torch.cat(fake_speakers), batch.audio[order, 0], other[order],
                figures,
            )  # fmt: skip
        self.steps += 1
        return loss, {k: float(v) for k, v in figures.items()}

    def _heard(
        self, made: Tensor, batch: SpeechBatch, rows: Tensor, goal: Targets, figures: dict
    ) -> Tensor:
        similarity, distance, named = self.listeners(made, batch, rows, goal.wanted)
        config = self.config
        figures |= {"dissimilar": similarity.detach(), "moved": distance.detach()}
        loss = config.similarity * similarity + config.cross_content * distance
        if named is not None:
            figures["cross_phones"] = named.detach()
            loss = loss + config.cross_phones * named
        return loss

    def _adversary(self, content: Tensor, numbers: Tensor, figures: dict) -> Tensor:
        hidden = reverse_gradient(content.float(), self.config.speaker_reversal)
        pooled = torch.cat([hidden.mean(dim=1), hidden.std(dim=1)], dim=-1)
        guess = self.model.adversary(pooled).float()
        loss = F.cross_entropy(guess, numbers, ignore_index=-1, reduction="sum")
        loss = loss / max(1, int((numbers >= 0).sum()))
        figures["adversary"] = loss.detach()
        return 0.1 * loss

    def _words(self, logits: Tensor, batch: SpeechBatch, order: Tensor, figures: dict) -> Tensor:
        phones = None if batch.phones is None else batch.phones[order]
        frames, labels, lengths = batch.frames, batch.labels, batch.label_lengths
        loss = phone_loss(logits, phones, frames[order], labels[order], lengths[order])
        if loss is None:
            return logits.new_zeros(())
        figures["phones"] = loss.detach()
        return self.config.phones * loss

    def _judged(
        self, made: Tensor, made_speaker: Tensor, real: Tensor, speaker: Tensor, figures: dict
    ) -> Tensor:
        """Teach the discriminators, then ask them; ``real`` pairs with the first of ``made``."""
        n_real, n = real.shape[0], real.shape[1] - LATENCY
        size = min(self.config.crop, n // HOP_LENGTH * HOP_LENGTH)
        start = int(self.rng.integers(0, n - size + 1))
        made, real = made[:, start : start + size], real[:, start : start + size]
        judges = self.discriminators
        with torch.autocast("cpu", dtype=torch.bfloat16):
            taught = judges.loss(real, speaker, speaker.roll(1, 0), made.detach(), made_speaker)
        self.optimizer.zero_grad(set_to_none=True)
        taught.backward()
        nn.utils.clip_grad_norm_(judges.parameters(), 5.0)
        self.optimizer.step()
        figures["taught"] = taught.detach()
        if self.steps < self.config.solo_steps:
            return made.new_zeros(())
        judges.requires_grad_(False)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            judged = judges(made, made_speaker)
            with torch.no_grad():
                true = judges(real, speaker)
        judges.requires_grad_(True)
        fooled = adversarial_loss(judged, [not pair for pair in judges.judges_pair])
        mistaken = adversarial_loss(judged, judges.judges_pair)
        first = [(s[:n_real], [f[:n_real] for f in features]) for s, features in judged]
        same = feature_loss(first, true)
        figures |= {"fooled": fooled.detach(), "mistaken": mistaken.detach()}
        figures["features"] = same.detach()
        config = self.config
        loss = config.adversarial * fooled + config.adversarial_voice * mistaken
        return loss + config.features * same
