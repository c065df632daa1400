"""The recogniser's second hearing: a whole stretch of speech at once, with what came after it.

A cascaded encoder (Narayanan et al. 2021): the streaming network answers at once, and when a
stretch has ended this one reads the frames that the streaming one has made, in both directions, and
answers again. It needs no audio and no state; it costs a twentieth of a second for ten seconds.
"""

from __future__ import annotations

import dataclasses

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.recognizer import LETTER_UNITS, PHONE_UNITS
from syrinx.neural.streaming.dropout import PooledDropout


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SecondConfig:
    """Hyper-parameters; they travel inside the model file.

    ``channels`` are those of the streaming network; ``kernel`` counts frames of 30 ms.
    """

    channels: int = 256
    blocks: int = 4
    heads: int = 4
    head_channels: int = 48
    kernel: int = 15
    expansion: int = 2
    dropout: float = 0.1

    def __post_init__(self) -> None:
        if self.kernel % 2 == 0:
            raise SyrinxError("The kernel of the second hearing must be odd.")


class Attention(nn.Module):
    """Self-attention whose scores fall with distance (ALiBi, Press et al. 2022, both ways).

    The first head's fall by 2 in a second, each further one's by a quarter of that, the last
    one's not at all.
    """

    def __init__(self, config: SecondConfig) -> None:
        super().__init__()
        channels, heads = config.channels, config.heads
        inner = heads * config.head_channels
        self.heads, self.scale = heads, config.head_channels**-0.5
        self.norm = nn.LayerNorm(channels, eps=1e-5)
        self.qkv = nn.Linear(channels, 3 * inner)
        self.out = nn.Linear(inner, channels)
        self.drop = PooledDropout(config.dropout)
        slopes = torch.tensor([0.06 * 0.25**i for i in range(heads - 1)] + [0.0])
        self.register_buffer("slopes", slopes, persistent=False)
        with torch.no_grad():
            self.out.weight.mul_(0.3)
            self.out.bias.zero_()

    def forward(self, x: Tensor, distance: Tensor, absent: Tensor | None) -> Tensor:
        """``x (B, T, C)``, ``distance (T, T)``, ``absent (B, T)`` True where there is no frame."""
        batch, frames, _ = x.shape
        qkv = self.qkv(self.norm(x)).reshape(batch, frames, 3, self.heads, -1)
        q, k, v = qkv.permute(2, 0, 3, 1, 4).unbind(0)
        scores = q @ k.transpose(-1, -2) * self.scale
        scores = scores.float() - self.slopes[:, None, None] * distance
        if absent is not None:
            scores = scores.masked_fill(absent[:, None, None], -1e4)
        y = torch.softmax(scores, dim=-1).to(v.dtype) @ v
        y = y.transpose(1, 2).reshape(batch, frames, -1)
        return self.drop(self.out(y))


class WideBlock(nn.Module):
    """Attention, then a ConvNeXt block that sees as much of the future as of the past."""

    def __init__(self, config: SecondConfig) -> None:
        super().__init__()
        channels = config.channels
        self.attention = Attention(config)
        self.depthwise = nn.Conv1d(
            channels, channels, config.kernel, padding=config.kernel // 2, groups=channels
        )
        self.norm = nn.LayerNorm(channels, eps=1e-5)
        self.up = nn.Linear(channels, channels * config.expansion)
        self.down = nn.Linear(channels * config.expansion, channels)
        self.drop = PooledDropout(config.dropout)
        with torch.no_grad():
            self.down.weight.mul_(1.0 / config.blocks)
            self.down.bias.zero_()

    def forward(self, x: Tensor, distance: Tensor, absent: Tensor | None) -> Tensor:
        x = x + self.attention(x, distance, absent)
        heard = x if absent is None else x.masked_fill(absent[..., None], 0.0)
        y = self.depthwise(heard.transpose(1, 2)).transpose(1, 2)
        y = self.down(self.drop(F.gelu(self.up(self.norm(y)))))
        return x + self.drop(y).to(x.dtype)


class SecondHearing(nn.Module):
    """Frames ``(B, T, C)`` of the streaming network to scores of phones and of letters.

    ``(B, T, 40)`` and ``(B, T, 29)``; units as the streaming network's.
    """

    def __init__(self, config: SecondConfig | None = None) -> None:
        super().__init__()
        self.config = config = config or SecondConfig()
        self.blocks = nn.ModuleList(WideBlock(config) for _ in range(config.blocks))
        self.norm = nn.LayerNorm(config.channels, eps=1e-5)
        self.head_phones = nn.Linear(config.channels, len(PHONE_UNITS))
        self.head_letters = nn.Linear(config.channels, len(LETTER_UNITS))

    def logits(self, x: Tensor, lengths: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """Scores before the softmax; ``lengths (B,)`` frames of each row are there."""
        at = torch.arange(x.shape[1], device=x.device)
        distance = (at[:, None] - at[None]).abs().float()
        absent = None if lengths is None else at[None] >= lengths[:, None]
        for block in self.blocks:
            x = block(x, distance, absent)
        x = self.norm(x)
        return self.head_phones(x), self.head_letters(x)

    def forward(self, hidden: Tensor) -> tuple[Tensor, Tensor]:
        """Log probabilities ``(B, T, 40)`` and ``(B, T, 29)`` of ``hidden (B, T, C)``."""
        phones, letters = self.logits(hidden)
        return F.log_softmax(phones, dim=-1), F.log_softmax(letters, dim=-1)
