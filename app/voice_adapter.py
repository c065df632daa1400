"""The adapter of a voice: what fine-tuning adds to the decoder, small enough for the profile."""

from __future__ import annotations

import base64
import binascii
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from syrinx.app.base64_text import decode_base64
from syrinx.dsp.errors import SyrinxError

MAX_TENSORS = 200
MAX_NUMBERS = 1 << 18
_DIGEST = re.compile(r"[0-9a-f]{64}")
_NAME = re.compile(r"[a-z0-9_.]{1,40}")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class VoiceAdapter:
    """Tensors that the decoder takes beside its weights (``Decoder.adapter_shapes``).

    Attributes
    ----------
    tensors
        float16 arrays by name, read-only.
    decoder
        SHA-256 of the decoder that they were trained with: to another one they mean nothing.
    """

    tensors: Mapping[str, NDArray[np.float16]]
    decoder: str

    def __post_init__(self) -> None:
        """Raise SyrinxError when the tensors or the checksum have the wrong form."""
        if not isinstance(self.decoder, str) or not _DIGEST.fullmatch(self.decoder):
            raise SyrinxError("A voice's adapter must name the SHA-256 of its decoder.")
        if not 0 < len(self.tensors) <= MAX_TENSORS:
            raise SyrinxError(f"A voice's adapter needs 1 to {MAX_TENSORS} tensors.")
        kept: dict[str, NDArray[np.float16]] = {}
        for name, value in self.tensors.items():
            if not _NAME.fullmatch(name):
                raise SyrinxError("A tensor of the voice's adapter has an impossible name.")
            with np.errstate(over="ignore"):  # what is too large becomes infinite, and is refused
                tensor = np.array(value, np.float16)
            if not np.all(np.isfinite(tensor)):
                raise SyrinxError("A voice's adapter needs finite numbers.")
            tensor.setflags(write=False)
            kept[name] = tensor
        if sum(tensor.size for tensor in kept.values()) > MAX_NUMBERS:
            raise SyrinxError(f"A voice's adapter has at most {MAX_NUMBERS} numbers.")
        object.__setattr__(self, "tensors", kept)

    def to_json(self) -> dict[str, Any]:
        """Return JSON values: shapes by name, and all numbers one after another, base64."""
        data = b"".join(tensor.astype("<f2").tobytes() for tensor in self.tensors.values())
        return {
            "decoder": self.decoder,
            "shapes": {name: list(tensor.shape) for name, tensor in self.tensors.items()},
            "fp16": base64.b64encode(data).decode("ascii"),
        }

    @classmethod
    def from_json(cls, values: Any) -> VoiceAdapter:
        """Build an adapter from JSON values.

        Raises
        ------
        SyrinxError
            They are not those of an adapter.
        """
        try:
            digest, text = values["decoder"], values["fp16"]
            shapes = {str(k): tuple(int(n) for n in v) for k, v in values["shapes"].items()}
            data = np.frombuffer(decode_base64(text), "<f2")
        except (AttributeError, KeyError, TypeError, ValueError, binascii.Error) as error:
            raise SyrinxError("its adapter is damaged.") from error
        if any(not 0 < n <= MAX_NUMBERS for shape in shapes.values() for n in shape):
            raise SyrinxError("its adapter is damaged.")
        if sum(math.prod(shape) for shape in shapes.values()) != data.size:
            raise SyrinxError("its adapter is cut short.")
        tensors, start = {}, 0
        for name, shape in shapes.items():
            end = start + math.prod(shape)
            tensors[name] = data[start:end].reshape(shape)
            start = end
        return cls(tensors=tensors, decoder=digest)
