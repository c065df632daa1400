"""The contract that every streaming module keeps: step equals forward, in outputs and gradients."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import torch
from torch import Tensor

from syrinx.neural.streaming.module import StreamingModule


def _cut(x: Tensor, axis: int, start: int, stop: int) -> Tensor:
    return x.narrow(axis, start, stop - start)


def _splits(total: int, block: int, rng: np.random.Generator) -> list[int]:
    edges = [0]
    while edges[-1] < total:
        edges.append(min(total, edges[-1] + block * int(rng.integers(1, 5))))
    return edges


def assert_streaming_contract(
    module: StreamingModule, channels: int, *, seed: int = 0, blocks: int = 24, tolerance=1e-5
) -> None:
    """Check one module.

    ``forward`` equals ``step`` over random splits in outputs, input gradients and parameter
    gradients; the output length follows ``output_ratio``; an output never depends on later input,
    and depends on no input older than ``receptive_field``; rows of a batch do not mix; a state
    has one row per batch row.
    """
    rng = np.random.default_rng(seed)
    torch.manual_seed(seed)
    axis = module.time_axis
    time_axis = 2 if axis == -1 else 1
    field = module.receptive_field
    blocks = max(blocks, 0 if field is None else -(-field // module.block_size) + 4)
    total = blocks * module.block_size
    shape = (2, channels, total) if time_axis == 2 else (2, total, channels)
    x = torch.randn(shape, requires_grad=True)

    whole = module(x)
    assert whole.shape[time_axis] == total * module.output_ratio
    weight = torch.randn(whole.shape)
    wanted = torch.autograd.grad(
        (whole * weight).sum(), [x, *module.parameters()], allow_unused=True
    )

    state = module.initial_state(2)
    assert all(v.shape[0] == 2 for v in state.values())
    names = set(state)
    pieces = []
    edges = _splits(total, module.block_size, rng)
    for start, stop in pairwise(edges):
        y, state = module.step(_cut(x, time_axis, start, stop), state)
        assert set(state) == names
        pieces.append(y)
    streamed = torch.cat(pieces, dim=time_axis)
    assert torch.allclose(streamed, whole, atol=tolerance, rtol=tolerance)
    got = torch.autograd.grad(
        (streamed * weight).sum(), [x, *module.parameters()], allow_unused=True
    )
    for a, b in zip(wanted, got, strict=True):
        assert (a is None) == (b is None)
        if a is not None and b is not None:
            scale = float(a.abs().max()) + 1e-6
            assert float((a - b).abs().max()) <= 1e-4 * scale

    with torch.no_grad():
        at = (blocks // 2) * module.block_size
        changed = x.clone()
        _cut(changed, time_axis, at, total).add_(1.0)
        edge = int(at * module.output_ratio)
        before = _cut(module(changed), time_axis, 0, edge)
        assert torch.equal(before, _cut(whole, time_axis, 0, edge)), "an output saw the future"

        other = x.clone()
        other[1] += 1.0
        assert torch.allclose(module(other)[0], whole[0], atol=1e-6), "rows of a batch mix"

    if field is not None:
        _assert_receptive_field(module, x.detach(), time_axis, whole.shape[time_axis])


def _assert_receptive_field(module: StreamingModule, x: Tensor, time_axis: int, n_out: int) -> None:
    """The newest output block depends on inputs back to the receptive field, and no further."""
    field = module.receptive_field
    assert field is not None
    x = x.clone().requires_grad_()
    y = module(x)
    last = _cut(y, time_axis, n_out - 1, n_out)
    (gradient,) = torch.autograd.grad((last * torch.randn(last.shape)).sum(), x)
    other = 1 if time_axis == 2 else 2
    touched = gradient.abs().amax(dim=(0, other)).nonzero().flatten()
    oldest = int(x.shape[time_axis] - touched.min())
    assert oldest <= field + module.block_size - 1, f"field {field}, but it reaches back {oldest}"
    assert oldest >= field - module.block_size + 1, f"field {field}, but only {oldest} are used"
