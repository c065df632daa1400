"""The synthesiser: units of a text to what the conversion decoder is given, frame by frame.

Not autoregressive (FastSpeech 2, Ren et al. 2021; FastPitch, Łańcucki 2021): a text encoder, a
predictor of each unit's duration, pitch and loudness, and a frame decoder that is told these. The
frame decoder gives content, F0, voicing and loudness. A mean over all readings is a mumble, so the
content's mean is only where a short flow begins: a second stack, taught by flow matching (Lipman
et al. 2023; from the mean on as in Matcha-TTS, Mehta et al. 2024), leads a sample from there to
content as real speech has it (ADR 0083).

Frames are 100 per second outside and pairs of them, *cells*, inside: content changes no faster.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.synthesis_units import MODES
from syrinx.neural.runtime.text.units import UNITS

FRAMES_PER_CELL = 2
PROSODY = 3
"""Numbers per unit: ``log(1 + frames)``, semitones above the speaker's mean / 4, dB / 10."""
EXTRAS = 4
"""Of the style besides the speaker embedding: rate, spread of the pitch, narrow band, an engine."""
POSITIONS = 3
EDGE_KINDS, EMPHASIS_KINDS = 4, 2


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SynthesizerConfig:
    """Size of the network; it travels inside the model file.

    ``sigma`` is the spread of the noise that the flow starts from, beside the mean.
    """

    n_units: int = len(UNITS)
    n_modes: int = len(MODES)
    embedding_size: int = 192
    style: int = 64
    channels: int = 192
    heads: int = 3
    layers: int = 4
    reach: int = 24
    content_channels: int = 64
    frame_channels: int = 256
    frame_dilations: Sequence[int] = (1, 2, 1, 2, 1)
    flow_channels: int = 192
    flow_dilations: Sequence[int] = (1, 2, 1)
    frame_kernel: int = 7
    flow_kernel: int = 5
    expansion: int = 3
    sigma: float = 0.5
    dropout: float = 0.1

    def __post_init__(self) -> None:
        if self.channels % self.heads or self.frame_kernel % 2 == 0 or self.flow_kernel % 2 == 0:
            raise SyrinxError("The synthesiser needs odd kernels and channels that heads divide.")

    @property
    def frame_reach(self) -> int:
        """Cells to either side that the frame decoder without its flow sees."""
        return (self.frame_kernel // 2) * sum(self.frame_dilations)

    @property
    def flow_reach(self) -> int:
        """Cells to either side that one step of the flow sees."""
        return (self.flow_kernel // 2) * sum(self.flow_dilations)

    def cells_around(self, steps: int) -> int:
        """Cells to either side that decide a cell of the output."""
        return self.frame_reach + steps * self.flow_reach


class CentredBlock(nn.Module):
    """ConvNeXt with its kernel centred, ``(B, T, C)``; shifted products as in ADR 0023."""

    def __init__(
        self, channels: int, kernel: int, dilation: int, expansion: int, scale: float
    ) -> None:
        super().__init__()
        self.dilation, self.reach = dilation, (kernel // 2) * dilation
        self.weight = nn.Parameter(torch.empty(kernel, channels).uniform_(-1, 1) * kernel**-0.5)
        self.bias = nn.Parameter(torch.zeros(channels))
        self.norm = nn.LayerNorm(channels)
        self.up = nn.Linear(channels, expansion * channels)
        self.down = nn.Linear(expansion * channels, channels)
        self.scale = nn.Parameter(torch.full((channels,), scale))

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        padded = F.pad(x * mask, (0, 0, self.reach, self.reach))
        length = x.shape[1]
        y = padded[:, :length] * self.weight[0] + self.bias
        for k in range(1, self.weight.shape[0]):
            first = k * self.dilation
            y = y + padded[:, first : first + length] * self.weight[k]
        return x + self.down(F.gelu(self.up(self.norm(y)))) * self.scale


class Attention(nn.Module):
    """Self-attention over units with a learned bias by distance, ``(B, U, C)``."""

    def __init__(self, channels: int, heads: int, reach: int) -> None:
        super().__init__()
        self.heads, self.reach = heads, reach
        self.norm = nn.LayerNorm(channels)
        self.all = nn.Linear(channels, 3 * channels)
        self.out = nn.Linear(channels, channels)
        self.by_distance = nn.Parameter(torch.zeros(heads, 2 * reach + 1))

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, units, channels = x.shape
        q, k, v = (
            part.reshape(batch, units, self.heads, -1).transpose(1, 2)
            for part in self.all(self.norm(x)).chunk(3, dim=-1)
        )
        place = torch.arange(units, device=x.device)
        distance = (place[None] - place[:, None]).clamp(-self.reach, self.reach) + self.reach
        scores = (q @ k.transpose(2, 3)) * (channels // self.heads) ** -0.5
        scores = scores + self.by_distance[:, distance]
        scores = scores.masked_fill(mask.transpose(1, 2)[:, None] == 0, -1e4)
        mixed = scores.softmax(-1) @ v
        return x + self.out(mixed.transpose(1, 2).reshape(batch, units, channels))


class TextEncoder(nn.Module):
    """Units and what is known of them to hidden vectors ``(B, U, C)`` and their prosody."""

    def __init__(self, config: SynthesizerConfig) -> None:
        super().__init__()
        c = config.channels
        self.unit = nn.Embedding(config.n_units, c)
        self.emphasis = nn.Embedding(EMPHASIS_KINDS, c)
        self.edge = nn.Embedding(EDGE_KINDS, c)
        self.mode = nn.Embedding(config.n_modes, c)
        for table in (self.unit, self.emphasis, self.edge, self.mode):
            nn.init.normal_(table.weight, std=0.3)
        self.style = nn.Linear(config.style, c)
        self.attentions = nn.ModuleList(
            Attention(c, config.heads, config.reach) for _ in range(config.layers)
        )
        self.blocks = nn.ModuleList(
            CentredBlock(c, 5, 1, config.expansion, 0.5) for _ in range(config.layers)
        )
        self.norm = nn.LayerNorm(c)
        self.dropout = nn.Dropout(config.dropout)
        self.prosody_blocks = nn.ModuleList(
            CentredBlock(c, 5, 1, config.expansion, 0.5) for _ in range(2)
        )
        self.prosody_norm = nn.LayerNorm(c)
        self.prosody = nn.Linear(c, PROSODY)

    def forward(
        self,
        units: Tensor,
        emphasis: Tensor,
        edges: Tensor,
        mode: Tensor,
        style: Tensor,
        mask: Tensor,
    ) -> tuple[Tensor, Tensor]:
        """Integers ``(B, U)`` three times, ``(B,)``, ``(B, style)``, ``(B, U, 1)``."""
        x = self.unit(units) + self.emphasis(emphasis) + self.edge(edges)
        x = x + (self.mode(mode) + self.style(style))[:, None]
        x = self.dropout(x)
        for attention, block in zip(self.attentions, self.blocks, strict=True):
            x = block(attention(x, mask), mask)
        hidden = self.norm(x)
        y = hidden
        for block in self.prosody_blocks:
            y = block(y, mask)
        return hidden, self.prosody(self.dropout(self.prosody_norm(y)))


@dataclasses.dataclass(slots=True, kw_only=True)
class Frames:
    """What the frame decoder gives; ``T`` frames.

    ``mean (B, T/2, 128)`` of the content and ``seen (B, T/2, C)``, what the flow is told;
    ``pitch``, ``voicing``, ``loudness (B, T)``: semitones / 4, logits, dB / 10.
    """

    mean: Tensor
    seen: Tensor
    pitch: Tensor
    voicing: Tensor
    loudness: Tensor


class FrameDecoder(nn.Module):
    """Hidden vectors of units, spread over their frames, to `Frames`."""

    def __init__(self, config: SynthesizerConfig) -> None:
        super().__init__()
        self.config = config
        c, r = config.frame_channels, FRAMES_PER_CELL
        self.prosody = nn.Linear(PROSODY, config.channels)
        self.embed = nn.Linear(r * (config.channels + POSITIONS), c)
        self.style = nn.Linear(config.style, c)
        self.blocks = nn.ModuleList(
            CentredBlock(c, config.frame_kernel, d, config.expansion, 1 / 3)
            for d in config.frame_dilations
        )
        self.norm = nn.LayerNorm(c)
        self.content = nn.Linear(c, r * config.content_channels)
        self.others = nn.Linear(c, r * 3)

    def forward(
        self,
        hidden: Tensor,
        prosody: Tensor,
        index: Tensor,
        position: Tensor,
        style: Tensor,
        mask: Tensor,
    ) -> Frames:
        """``(B, U, C)``, ``(B, U, 3)``, unit of each frame ``(B, T)``, ``(B, T, 3)``.

        ``mask`` is ``(B, T/2, 1)``.
        """
        batch, frames = index.shape
        cells = frames // FRAMES_PER_CELL
        told = hidden + self.prosody(prosody)
        spread = torch.gather(told, 1, index[..., None].expand(-1, -1, told.shape[-1]))
        held = torch.gather(prosody, 1, index[..., None].expand(-1, -1, PROSODY))
        x = torch.cat([spread, position.to(spread.dtype)], dim=-1).reshape(batch, cells, -1)
        x = self.embed(x) + self.style(style)[:, None]
        for block in self.blocks:
            x = block(x, mask)
        x = self.norm(x)
        others = self.others(x).float().reshape(batch, frames, 3)
        return Frames(
            mean=self.content(x).float(),
            seen=x,
            pitch=others[..., 0] + held[..., 1],
            voicing=others[..., 1],
            loudness=others[..., 2] + held[..., 2],
        )


class Flow(nn.Module):
    """Velocity of content on its way from a noisy mean (time 0) to a reading (time 1)."""

    def __init__(self, config: SynthesizerConfig) -> None:
        super().__init__()
        c, n = config.flow_channels, FRAMES_PER_CELL * config.content_channels
        self.register_buffer(
            "turns", math.pi * torch.exp2(torch.arange(8, dtype=torch.float32) - 2), False
        )
        self.time = nn.Sequential(nn.Linear(16, c), nn.GELU(), nn.Linear(c, c))
        self.embed = nn.Linear(2 * n + config.frame_channels, c)
        self.blocks = nn.ModuleList(
            CentredBlock(c, config.flow_kernel, d, config.expansion, 0.5)
            for d in config.flow_dilations
        )
        self.norm = nn.LayerNorm(c)
        self.out = nn.Linear(c, n)
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)

    def forward(self, x: Tensor, time: Tensor, mean: Tensor, seen: Tensor, mask: Tensor) -> Tensor:
        """``(B, T/2, 128)``, ``(B,)``, ``(B, T/2, 128)``, ``(B, T/2, C)``, ``(B, T/2, 1)``."""
        angle = time[:, None] * self.turns
        y = self.embed(torch.cat([x, mean, seen.to(x.dtype)], dim=-1))
        y = y + self.time(torch.cat([angle.sin(), angle.cos()], dim=-1))[:, None]
        for block in self.blocks:
            y = block(y, mask)
        velocity: Tensor = self.out(self.norm(y)).float()
        return velocity


class Synthesizer(nn.Module):
    """Text encoder, frame decoder and flow; see the parts for shapes."""

    def __init__(self, config: SynthesizerConfig | None = None) -> None:
        super().__init__()
        self.config = config = config or SynthesizerConfig()
        self.style = nn.Sequential(
            nn.Linear(config.embedding_size + EXTRAS, config.style), nn.Tanh()
        )
        self.text = TextEncoder(config)
        self.frames = FrameDecoder(config)
        self.flow = Flow(config)

    def styled(self, style: Tensor) -> Tensor:
        """Speaker embedding (unit length) and `EXTRAS` ``(B, 196)`` to ``(B, style)``."""
        size = self.config.embedding_size
        scaled = torch.cat([style[:, :size] * size**0.5, style[:, size:]], dim=-1)
        result: Tensor = self.style(scaled)
        return result

    def sample(self, frames: Frames, noise: Tensor, mask: Tensor, steps: int) -> Tensor:
        """Content ``(B, T, 64)``, normalised as the content encoder's is.

        ``noise (B, T/2, 128)`` has the spread that is wanted (times ``sigma`` here); with 0
        ``steps`` it is the mean, and the noise is not looked at.
        """
        x = frames.mean
        if steps:
            x = x + self.config.sigma * noise
        for step in range(steps):
            time = torch.full((x.shape[0],), step / steps, device=x.device)
            x = x + self.flow(x, time, frames.mean, frames.seen, mask) / steps
        size = self.config.content_channels
        return F.layer_norm(x.reshape(x.shape[0], -1, size), (size,))
