"""The adapter of a voice as it is learned: small parameters beside the decoder's weights."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from syrinx.neural.decoder import Decoder


def new_adapter(decoder: Decoder, seed: int) -> nn.ParameterDict:
    """An adapter that changes nothing yet: the second factors and offsets are zero."""
    generator = torch.Generator().manual_seed(seed)
    made = {}
    for name, shape in decoder.adapter_shapes().items():
        if name.endswith("_in"):
            made[name] = torch.randn(shape, generator=generator) / shape[0] ** 0.5
        else:
            made[name] = torch.zeros(shape)
    # A dot separates modules in torch, and cannot be part of a parameter's name.
    return nn.ParameterDict({name.replace(".", "/"): value for name, value in made.items()})


def tensors_of(adapter: nn.ParameterDict) -> dict[str, Tensor]:
    """The adapter as the decoder takes it."""
    return {name.replace("/", "."): value for name, value in adapter.items()}


def as_arrays(adapter: Mapping[str, Any]) -> dict[str, NDArray[np.float16]]:
    """The adapter in half precision, as a profile keeps it."""
    return {name: np.asarray(value, np.float16) for name, value in adapter.items()}
