"""Streaming layers: convolutions, ConvNeXt blocks, delays, framing and overlap-add.

All keep what they need of the past in named states. Signals are ``(B, C, T)``; layers that work
frame by frame are channels-last, ``(B, T, C)`` (``time_axis = 1``): a live step of one frame is
then a plain row of matrix products, the form that int8 speeds up most.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from syrinx.neural.streaming.module import (
    State,
    StreamingModule,
    child_state,
    with_prefix,
    zeros_like_parameters,
)


class CausalConv1d(StreamingModule):
    """A convolution that sees only the past; its state is the last ``(k - 1) d`` inputs."""

    def __init__(
        self,
        channels_in: int,
        channels_out: int,
        kernel: int,
        *,
        dilation: int = 1,
        groups: int = 1,
    ) -> None:
        super().__init__()
        self.conv = nn.Conv1d(channels_in, channels_out, kernel, dilation=dilation, groups=groups)
        self.history = (kernel - 1) * dilation
        self.channels_in = channels_in
        self.receptive_field = self.history + 1

    def initial_state(self, batch: int) -> State:
        if self.history == 0:
            return {}
        return {"past": zeros_like_parameters(self, batch, self.channels_in, self.history)}

    def step(self, x: Tensor, state: State) -> tuple[Tensor, State]:
        if self.history == 0:
            return self.conv(x), {}
        joined = torch.cat([state["past"].to(x.dtype), x], dim=-1)
        return self.conv(joined), {"past": joined[..., -self.history :]}


class FrameConv(StreamingModule):
    """A dense causal convolution over frames ``(B, T, C)``, as one matrix product per frame."""

    time_axis = 1

    def __init__(self, channels_in: int, channels_out: int, kernel: int) -> None:
        super().__init__()
        self.linear = nn.Linear(channels_in * kernel, channels_out)
        self.channels_in, self.kernel = channels_in, kernel
        self.receptive_field = kernel

    def initial_state(self, batch: int) -> State:
        if self.kernel == 1:
            return {}
        return {"past": zeros_like_parameters(self, batch, self.kernel - 1, self.channels_in)}

    def step(self, x: Tensor, state: State) -> tuple[Tensor, State]:
        if self.kernel == 1:
            return self.linear(x), {}
        joined = torch.cat([state["past"].to(x.dtype), x], dim=1)
        if x.shape[1] == 1:
            frames = joined.reshape(x.shape[0], 1, -1)
        else:
            frames = joined.unfold(1, self.kernel, 1).transpose(2, 3).flatten(2)
        return self.linear(frames), {"past": joined[:, 1 - self.kernel :]}


class DepthwiseConv(StreamingModule):
    """A causal depth-wise convolution over frames ``(B, T, C)``.

    One live frame takes a product and a sum over the kept frames: in onnxruntime a depth-wise
    ``Conv`` of a single frame costs more than both pointwise layers of its block
    (docs/measurements/int8.md).
    """

    time_axis = 1

    def __init__(self, channels: int, kernel: int, *, dilation: int = 1) -> None:
        super().__init__()
        self.channels, self.kernel, self.dilation = channels, kernel, dilation
        bound = kernel**-0.5
        self.weight = nn.Parameter(torch.empty(kernel, channels).uniform_(-bound, bound))
        self.bias = nn.Parameter(torch.zeros(channels))
        self.history = (kernel - 1) * dilation
        self.receptive_field = self.history + 1

    def initial_state(self, batch: int) -> State:
        return {"past": zeros_like_parameters(self, batch, self.history, self.channels)}

    def step(self, x: Tensor, state: State) -> tuple[Tensor, State]:
        joined = torch.cat([state["past"].to(x.dtype), x], dim=1)
        weight, n = self.weight.to(x.dtype), x.shape[1]
        if n == 1:
            y = (joined[:, :: self.dilation] * weight).sum(dim=1, keepdim=True) + self.bias
        else:  # shifted products: half the time of conv1d, whose backward is slow on a CPU
            y = self.bias.to(x.dtype)
            for k in range(self.kernel):
                y = torch.addcmul(y, joined.narrow(1, k * self.dilation, n), weight[k])
        return y, {"past": joined[:, -self.history :]}


class ConvNeXtBlock(StreamingModule):
    """Causal depth-wise convolution, normalisation, two pointwise layers, residual; ``(B, T, C)``.

    With ``condition`` > 0 the normalised frame is scaled and shifted by a linear map of a
    condition vector ``(B, condition)`` (FiLM, Perez et al. 2018, in the place where Vocos,
    Siuzdak 2023, has its adaptive normalisation). The condition is passed to :meth:`step`.

    So may be an adapter (``adapter_shapes``): an offset to scale and shift, and low-rank terms of
    both pointwise layers (LoRA, Hu et al. 2022).
    """

    time_axis = 1

    def __init__(
        self,
        channels: int,
        *,
        kernel: int = 7,
        dilation: int = 1,
        expansion: int = 3,
        condition: int = 0,
        scale: float = 0.125,
    ) -> None:
        super().__init__()
        self.depthwise = DepthwiseConv(channels, kernel, dilation=dilation)
        self.norm = nn.LayerNorm(channels, eps=1e-5)
        self.up = nn.Linear(channels, channels * expansion)
        self.down = nn.Linear(channels * expansion, channels)
        self.layer_scale = nn.Parameter(torch.full((channels,), scale))
        self.film = nn.Linear(condition, 2 * channels) if condition else None
        if self.film is not None:
            nn.init.normal_(self.film.weight, std=0.02)
            nn.init.zeros_(self.film.bias)
        self.receptive_field = self.depthwise.receptive_field

    def adapter_shapes(self, rank: int) -> dict[str, tuple[int, ...]]:
        """Shapes of the tensors of an adapter; without a condition there is no ``film``."""
        channels, hidden = self.up.in_features, self.up.out_features
        film = {} if self.film is None else {"film": (2 * channels,)}
        return {
            **film,
            "up_in": (channels, rank),
            "up_out": (rank, hidden),
            "down_in": (hidden, rank),
            "down_out": (rank, channels),
        }

    def initial_state(self, batch: int) -> State:
        return self.depthwise.initial_state(batch)

    def step(
        self,
        x: Tensor,
        state: State,
        condition: Tensor | None = None,
        adapter: Mapping[str, Tensor] | None = None,
    ) -> tuple[Tensor, State]:
        y, state = self.depthwise.step(x, state)
        y = self.norm(y)
        if self.film is not None:
            if condition is None:
                raise ValueError("this block needs a condition vector (B, condition)")
            film = self.film(condition)
            if adapter:
                film = film + adapter["film"]
            scale, shift = film[:, None, :].chunk(2, dim=-1)
            y = y * (1.0 + scale) + shift
        hidden = self.up(y)
        if adapter:
            hidden = hidden + low_rank(y, adapter["up_in"], adapter["up_out"])
        hidden = F.gelu(hidden)
        y = self.down(hidden)
        y = x + y * self.layer_scale.to(y.dtype)
        if adapter:
            y = y + low_rank(hidden, adapter["down_in"], adapter["down_out"])
        return y, state


def low_rank(x: Tensor, first: Tensor, second: Tensor) -> Tensor:
    """``x (..., n)`` through ``first (n, rank)`` and ``second (rank, m)``."""
    return (x @ first.to(x.dtype)) @ second.to(x.dtype)


class ConvNeXtStack(StreamingModule):
    """ConvNeXt blocks with the given dilations, ``(B, T, C)``, and a closing normalisation."""

    time_axis = 1

    def __init__(
        self,
        channels: int,
        dilations: Sequence[int],
        *,
        kernel: int = 7,
        expansion: int = 3,
        condition: int = 0,
    ) -> None:
        super().__init__()
        scale = 1.0 / len(dilations)
        self.blocks = nn.ModuleList(
            ConvNeXtBlock(
                channels,
                kernel=kernel,
                dilation=d,
                expansion=expansion,
                condition=condition,
                scale=scale,
            )
            for d in dilations
        )
        self.norm = nn.LayerNorm(channels, eps=1e-5)
        self.receptive_field = 1 + sum(b.receptive_field - 1 for b in self.blocks)

    def initial_state(self, batch: int) -> State:
        state: State = {}
        for i, block in enumerate(self.blocks):
            state |= with_prefix(block.initial_state(batch), str(i))
        return state

    def step(
        self,
        x: Tensor,
        state: State,
        condition: Tensor | None = None,
        adapter: Mapping[str, Tensor] | None = None,
    ) -> tuple[Tensor, State]:
        if torch.is_autocast_enabled(x.device.type):  # keep the residual stream in bf16
            x = x.to(torch.get_autocast_dtype(x.device.type))
        out: State = {}
        for i, block in enumerate(self.blocks):
            given = None if adapter is None else child_state(adapter, str(i))
            x, new = block.step(x, child_state(state, str(i)), condition, given)
            out |= with_prefix(new, str(i))
        return self.norm(x), out


class Delay(StreamingModule):
    """Delays by ``samples``: the explicit partner of a branch that has a latency."""

    def __init__(self, channels: int, samples: int) -> None:
        super().__init__()
        if samples < 1:
            raise ValueError("a delay is at least one sample long")
        self.channels, self.latency = channels, samples
        self.receptive_field = samples + 1

    def initial_state(self, batch: int) -> State:
        return {"past": torch.zeros(batch, self.channels, self.latency)}

    def step(self, x: Tensor, state: State) -> tuple[Tensor, State]:
        joined = torch.cat([state["past"].to(x.dtype), x], dim=-1)
        return joined[..., : x.shape[-1]], {"past": joined[..., x.shape[-1] :]}


class Framing(StreamingModule):
    """Cuts ``(B, 1, T)`` into overlapping frames ``(B, win_length, T / hop_length)``.

    Frame ``t`` ends with the newest sample of hop ``t``: it covers
    ``[hop (t + 1) - win, hop (t + 1))``.
    """

    def __init__(self, win_length: int, hop_length: int) -> None:
        super().__init__()
        self.win_length, self.block_size = win_length, hop_length
        self.output_ratio = Fraction(1, hop_length)
        self.receptive_field = win_length

    def initial_state(self, batch: int) -> State:
        return {"past": torch.zeros(batch, 1, self.win_length - self.block_size)}

    def step(self, x: Tensor, state: State) -> tuple[Tensor, State]:
        keep = self.win_length - self.block_size
        joined = torch.cat([state["past"].to(x.dtype), x], dim=-1)
        if x.shape[-1] == self.block_size:  # one live step: no gather in the exported graph
            frames = joined.transpose(1, 2)
        else:
            frames = joined[:, 0].unfold(-1, self.win_length, self.block_size).transpose(1, 2)
        return frames, {"past": joined[..., -keep:]}


class OverlapAdd(StreamingModule):
    """Adds frames ``(B, 2 hop, T)`` at half overlap: ``(B, 1, T hop)``.

    Frame ``t`` begins with the block emitted at step ``t``; its second half waits in the state.
    """

    def __init__(self, hop_length: int) -> None:
        super().__init__()
        self.hop_length = hop_length
        self.output_ratio = Fraction(hop_length)
        self.receptive_field = 2

    def initial_state(self, batch: int) -> State:
        return {"tail": torch.zeros(batch, self.hop_length, 1)}

    def step(self, x: Tensor, state: State) -> tuple[Tensor, State]:
        first, second = x.split(self.hop_length, dim=1)
        if x.shape[-1] == 1:
            tails = state["tail"].to(x.dtype)
        else:
            tails = torch.cat([state["tail"].to(x.dtype), second[..., :-1]], dim=-1)
        blocks = (first + tails).transpose(1, 2)
        return blocks.reshape(x.shape[0], 1, -1), {"tail": second[..., -1:]}
