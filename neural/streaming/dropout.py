"""Dropout by masks out of a pool: drawing a number for every value took an eighth of a step."""

from __future__ import annotations

import torch
from torch import Tensor, nn

POOL = 1 << 22


class PooledDropout(nn.Module):
    """Zeroes values with a probability while training, and scales up the others.

    The mask is a stretch, at a random place, of a pool that is drawn once per module and type. On
    a CPU ``torch.nn.Dropout`` draws a random number for every value.
    """

    def __init__(self, probability: float) -> None:
        super().__init__()
        self.probability = probability
        self._pools: dict[tuple[torch.device, torch.dtype], Tensor] = {}

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or self.probability <= 0.0:
            return x
        size = x.numel()
        pool = self._pool(x, size)
        at = int(torch.randint(len(pool) - size + 1, ()))
        return x * pool[at : at + size].view(x.shape)

    def _pool(self, x: Tensor, size: int) -> Tensor:
        key = (x.device, x.dtype)
        pool = self._pools.get(key)
        if pool is None or len(pool) < 2 * size:
            keep = 1.0 - self.probability
            drawn = torch.rand(max(POOL, 2 * size), device=x.device) < keep
            pool = self._pools[key] = drawn.to(x.dtype) / keep
        return pool
