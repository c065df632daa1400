"""The noise suppressor: which bands of a frame are speech, and whether anybody speaks.

Causal, 200 frames per second, made of matrix products: a stack of dilated convolutions with two
taps each hears 1.3 s of band levels and gives a gain for every band of `syrinx.dsp.suppression`
and the probability of speech. Frames, windows and bands are not in here but there, so that the
file is small and the live path makes its spectra by FFT.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from fractions import Fraction

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from syrinx.dsp.suppression import N_BANDS
from syrinx.neural.streaming.layers import FrameConv
from syrinx.neural.streaming.module import (
    State,
    StreamingModule,
    child_state,
    with_prefix,
    zeros_like_parameters,
)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SuppressorConfig:
    """Hyper-parameters; they travel inside the model file."""

    channels: int = 128
    hidden: int = 160
    dilations: Sequence[int] = (1, 2, 4, 8, 16, 32, 64, 128)


class TwoTapBlock(StreamingModule):
    """Normalisation, a dense convolution of the taps 0 and ``-dilation``, a layer back, residual.

    ``(B, T, C)``. Depth-wise convolutions hear as much with fewer weights, but a stack of them
    with as many takes one and a half times as long to train on a CPU (ADR 0054).
    """

    time_axis = 1

    def __init__(self, channels: int, hidden: int, dilation: int, *, scale: float) -> None:
        super().__init__()
        self.channels, self.dilation = channels, dilation
        self.norm = nn.LayerNorm(channels, eps=1e-5)
        self.now = nn.Linear(channels, hidden)
        self.before = nn.Linear(channels, hidden, bias=False)
        self.down = nn.Linear(hidden, channels)
        with torch.no_grad():
            self.down.weight.mul_(scale)
            self.down.bias.zero_()
        self.receptive_field = dilation + 1

    def initial_state(self, batch: int) -> State:
        return {"past": zeros_like_parameters(self, batch, self.dilation, self.channels)}

    def step(self, x: Tensor, state: State) -> tuple[Tensor, State]:
        y = self.norm(x)
        joined = torch.cat([state["past"].to(y.dtype), y], dim=1)
        n = x.shape[1]
        hidden = F.relu(self.now(y) + self.before(joined[:, :n]))
        return x + self.down(hidden).to(x.dtype), {"past": joined[:, n:]}


class Suppressor(StreamingModule):
    """Band levels ``(B, N_BANDS, T)`` to gains ``(B, N_BANDS, T)`` and speech ``(B, 1, T)``.

    Gains and the probability of speech lie between 0 and 1.
    """

    input_names = ("bands",)
    output_names = ("gains", "activity")
    block_size = 1
    output_ratio = Fraction(1)
    latency = 0

    def __init__(self, config: SuppressorConfig | None = None) -> None:
        super().__init__()
        self.config = config = config or SuppressorConfig()
        self.embed = FrameConv(N_BANDS, config.channels, 2)
        scale = 1.0 / len(config.dilations)
        self.blocks = nn.ModuleList(
            TwoTapBlock(config.channels, config.hidden, d, scale=scale) for d in config.dilations
        )
        self.norm = nn.LayerNorm(config.channels, eps=1e-5)
        self.head = nn.Linear(config.channels, N_BANDS + 1)
        self.receptive_field = 2 + sum(config.dilations)

    def step_inputs(self, batch: int = 1) -> dict[str, Tensor]:
        """Example inputs of one live step, by name."""
        return {"bands": torch.zeros(batch, N_BANDS, 1)}

    def initial_state(self, batch: int) -> State:
        state = with_prefix(self.embed.initial_state(batch), "embed")
        for i, block in enumerate(self.blocks):
            state |= with_prefix(block.initial_state(batch), str(i))
        return state

    def logits(self, x: Tensor, state: State) -> tuple[Tensor, State]:
        """Band levels ``(B, T, N_BANDS)`` to what the sigmoid takes, ``(B, T, N_BANDS + 1)``."""
        y, embed = self.embed.step(x, child_state(state, "embed"))
        out = with_prefix(embed, "embed")
        for i, block in enumerate(self.blocks):
            y, new = block.step(y, child_state(state, str(i)))
            out |= with_prefix(new, str(i))
        return self.head(self.norm(y)), out

    def step(  # type: ignore[override]
        self, bands: Tensor, state: State
    ) -> tuple[Tensor, Tensor, State]:
        logits, new = self.logits(bands.transpose(1, 2), state)
        gains = torch.sigmoid(logits).transpose(1, 2)
        return gains[:, :-1], gains[:, -1:], new

    def forward(self, bands: Tensor) -> tuple[Tensor, Tensor]:  # type: ignore[override]
        state = {k: v.to(bands) for k, v in self.initial_state(bands.shape[0]).items()}
        gains, activity, _ = self.step(bands, state)
        return gains, activity
