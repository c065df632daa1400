"""The contract of every streaming network: one definition for training, live use and export.

A :class:`StreamingModule` sees a signal ``(B, C, T)`` in pieces. ``step`` maps a piece and the
state left by the piece before it to an output and a new state; nothing is kept inside the module.
``forward`` *is* ``step`` over the whole signal, so what is trained is what runs live, and an
ONNX graph with the state as named inputs and outputs is the same thing once more.

The idea of layers that state their own latency, ratio and block size comes from
google/sequence-layers.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import torch
from torch import Tensor, nn

State = dict[str, Tensor]


class StreamingModule(nn.Module):
    """Base class of causal modules with explicit state.

    Attributes
    ----------
    time_axis
        Where time is in the input and output: -1 for ``(B, C, T)``, 1 for ``(B, T, C)``.
    block_size
        ``step`` takes any positive multiple of so many input samples (or frames).
    output_ratio
        Output samples per input sample.
    latency
        Delay of the output in *input* samples: what happens at input index ``n`` is described
        at output index ``(n + latency) * output_ratio``.
    receptive_field
        Number of input samples that one output sample can depend on, the newest included,
        rounded up to whole blocks for modules with ``block_size > 1``.
        ``None`` where the state never forgets (an oscillator's phase).
    """

    time_axis: int = -1
    block_size: int = 1
    output_ratio: Fraction = Fraction(1)
    latency: int = 0
    receptive_field: int | None = 1

    def initial_state(self, batch: int) -> State:
        """Return the state before the first sample, every tensor with ``batch`` rows."""
        return {}

    def step(self, x: Tensor, state: State) -> tuple[Tensor, State]:
        """Process one piece ``(B, C, T)``; ``T`` is a multiple of ``block_size``."""
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Process a whole signal from the initial state."""
        state = {k: v.to(x.device, x.dtype) for k, v in self.initial_state(x.shape[0]).items()}
        return self.step(x, state)[0]


def zeros_like_parameters(module: nn.Module, *shape: int) -> Tensor:
    """Zeros on the device of the module's first parameter or buffer."""
    for tensor in (*module.parameters(), *module.buffers()):
        return torch.zeros(*shape, device=tensor.device)
    return torch.zeros(*shape)


def child_state(state: Mapping[str, Tensor], prefix: str) -> State:
    """Return the entries of ``state`` under ``prefix.``, with the prefix taken off."""
    start = prefix + "."
    return {k[len(start) :]: v for k, v in state.items() if k.startswith(start)}


def with_prefix(state: State, prefix: str) -> State:
    """Return ``state`` with ``prefix.`` before every name."""
    return {f"{prefix}.{k}": v for k, v in state.items()}
