"""Losses on converted speech: is it the speaker asked for, and are the words still there?

Reconstruction alone never sees a conversion: content, F0 and embedding always come from one
speaker, so that what the content still tells of the speaker is as good to the decoder as the
embedding. Here the decoder is given somebody else's embedding, and what it makes is heard by
networks that do not learn any more: the speaker encoder, and a copy of the recogniser.
"""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn

from syrinx.neural.content_encoder import HOP_LENGTH, LATENCY
from syrinx.neural.speaker_encoder import SpeakerEncoder
from syrinx.training.batches import SPEEDS, SpeechBatch
from syrinx.training.data import Utterance
from syrinx.training.losses import phone_loss
from syrinx.training.recipes.content_encoder import PhoneRecogniser

F0_RANGE_HZ = (60.0, 500.0)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """Who the rows of a batch are converted to.

    ``speaker`` ``(B, 192)`` is what the decoder is given, ``wanted`` ``(B, 192)`` a second draw
    that the result is compared with, ``pitch_ratio`` ``(B, 1)`` what F0 is multiplied with.
    """

    speaker: Tensor
    wanted: Tensor
    pitch_ratio: Tensor


def draw_targets(
    batch: SpeechBatch,
    rows: Sequence[int],
    candidates: Sequence[Utterance],
    chances: np.ndarray,
    draw,
    rng: np.random.Generator,
) -> Targets:
    """Draw a target for each of ``rows``: a speaker at a speed, with the pitch that belongs to it.

    ``draw(utterance, speed)`` gives an embedding from the utterance's speaker; the pitch follows
    the target's median within three semitones, as a user's setting might.
    """
    speaker, wanted, ratios = [], [], []
    for row in rows:
        target = candidates[int(rng.choice(len(candidates), p=chances))]
        speed = int(rng.integers(len(SPEEDS)))
        speaker.append(draw(target, speed))
        wanted.append(draw(target, speed))
        source_hz = batch.utterances[row].f0_median_hz * speed_ratio(batch.speeds[row])
        target_hz = target.f0_median_hz * speed_ratio(speed)
        ratio = target_hz / source_hz if source_hz > 0 and target_hz > 0 else 1.0
        ratios.append(float(np.clip(ratio, 0.4, 2.5)) * 2.0 ** (rng.normal(0.0, 1.5) / 12.0))
    return Targets(
        speaker=torch.from_numpy(np.stack(speaker)),
        wanted=torch.from_numpy(np.stack(wanted)),
        pitch_ratio=torch.tensor(ratios, dtype=torch.float32)[:, None],
    )


def speed_ratio(index: int) -> float:
    """The factor of ``SPEEDS[index]``."""
    numerator, denominator = SPEEDS[index]
    return numerator / denominator


def shifted_f0(f0_hz: Tensor, ratio: Tensor) -> Tensor:
    """F0 times a ratio, within `F0_RANGE_HZ` where voiced; 0 stays 0."""
    moved = (f0_hz * ratio).clamp(*F0_RANGE_HZ)
    return torch.where(f0_hz > 0, moved, torch.zeros_like(f0_hz))


class Listeners(nn.Module):
    """The speaker encoder and a copy of the recogniser as it is now, both frozen."""

    def __init__(self, speaker_encoder: SpeakerEncoder, recogniser: PhoneRecogniser) -> None:
        super().__init__()
        self.speaker_encoder = speaker_encoder
        self.recogniser = copy.deepcopy(recogniser)
        self.requires_grad_(False)
        self.eval()

    def train(self, mode: bool = True) -> Listeners:
        """Stay in evaluation mode, whatever the model around does."""
        del mode
        return super().train(False)

    def hidden(self, audio: Tensor) -> tuple[Tensor, Tensor]:
        """Content ``(B, T, C)`` and phone logits of ``audio (B, 1, n)``, with its gradient."""
        content = self.recogniser.listen(audio)
        return content, self.recogniser.head(content)

    def forward(self, made: Tensor, batch: SpeechBatch, rows: Tensor, wanted: Tensor):
        """Losses of converted audio ``made (B, n)`` that lags its source by ``LATENCY``.

        Returns
        -------
        tuple
            Similarity loss (1 - cosine), content distance and phone loss of the converted words
            (None without a text), each a scalar.
        """
        embedding = self.speaker_encoder(made[:, None, LATENCY:])
        similarity = 1.0 - (embedding.float() * wanted).sum(dim=1)
        lag = LATENCY // HOP_LENGTH
        with torch.no_grad():
            before, _ = self.hidden(batch.audio[rows])
        after, logits = self.hidden(made[:, None])
        power = batch.audio[rows, 0].unfold(-1, HOP_LENGTH, HOP_LENGTH).square().mean(-1)
        loud = (power > 1e-3 * power.amax(dim=1, keepdim=True)).float()[:, : -2 * lag or None]
        # Content of step t is that of the frame one hop before; both sides lag alike.
        distance = (after[:, lag:].float() - before[:, :-lag].float()).square().mean(-1)
        distance = distance[:, lag:]
        content = (distance * loud[:, : distance.shape[1]]).sum() / loud.sum().clamp(min=1.0)
        named = phone_loss(
            logits,
            None if batch.phones is None else batch.phones[rows],
            batch.frames[rows],
            batch.labels[rows],
            batch.label_lengths[rows],
            lag=lag,
        )
        return similarity.mean(), content, named
