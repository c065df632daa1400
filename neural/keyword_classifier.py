"""A small network that tells a few spoken words apart, for clips of a second.

A residual network over log-mel (Tang and Lin 2018 showed that few layers are enough for
keywords). The analysis is part of the network, so that the exported file takes audio. It stops
at 3.8 kHz: recordings from telephones and from microphones look alike then, and the band of a
recording cannot stand for its word.
"""

from __future__ import annotations

import dataclasses
import itertools

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.speaker_encoder import LogMel, ResidualBlock, SpeakerEncoderConfig

SAMPLE_RATE = 16_000


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class KeywordConfig:
    """Size of the network; ``classes`` are the words, in the order of its outputs."""

    classes: tuple[str, ...]
    n_samples: int = SAMPLE_RATE
    n_mels: int = 40
    fmax_hz: float = 3_800.0
    channels: tuple[int, ...] = (16, 24, 32, 48)
    dropout: float = 0.2

    def __post_init__(self) -> None:
        if len(self.classes) < 2 or len(set(self.classes)) != len(self.classes):
            raise SyrinxError("A keyword classifier needs two different words at least.")
        if self.n_samples < SAMPLE_RATE // 4 or not self.channels:
            raise SyrinxError("A keyword classifier needs clips of a quarter of a second or more.")


class KeywordClassifier(nn.Module):
    """Audio ``(B, 1, n_samples)`` at 16 kHz to logits ``(B, n_classes)``."""

    def __init__(self, config: KeywordConfig) -> None:
        super().__init__()
        self.config = config
        self.log_mel = LogMel(
            SpeakerEncoderConfig(
                sample_rate=SAMPLE_RATE,
                n_mels=config.n_mels,
                fmin_hz=60.0,
                fmax_hz=config.fmax_hz,
            )
        )
        first = config.channels[0]
        self.stem = nn.Conv2d(1, first, 3, 2, 1, bias=False)
        self.norm = nn.BatchNorm2d(first)
        sizes = (first, *config.channels)
        self.blocks = nn.Sequential(
            *(
                ResidualBlock(before, size, 1 if place == 0 else 2, 4)
                for place, (before, size) in enumerate(itertools.pairwise(sizes))
            )
        )
        self.dropout = nn.Dropout(config.dropout)
        self.head = nn.Linear(2 * sizes[-1], len(config.classes))

    def classify(self, log_mel: Tensor) -> Tensor:
        """Logits of ``log_mel (B, n_mels, T)``."""
        x = F.relu(self.norm(self.stem(log_mel[:, None])))
        x = self.blocks(x)
        mean, peak = x.mean(dim=(2, 3)), x.amax(dim=(2, 3))
        logits: Tensor = self.head(self.dropout(torch.cat([mean, peak], dim=1)))
        return logits

    def forward(self, audio: Tensor) -> Tensor:
        return self.classify(self.log_mel(audio))
