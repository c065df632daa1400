"""A fine-tuning that was interrupted, as a file: whole, of this tuning, or refused.

A line of JSON (what it is of, its checksum, the plain numbers), then tensors as torch writes
them. Read with ``weights_only``: a file that somebody put there can break a tuning, not more.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import pickle
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch

from syrinx.dsp.errors import SyrinxError

FORMAT = 1
MOST_BYTES = 64 << 20


def write(
    path: Path, tensors: Mapping[str, Any], numbers: Mapping[str, Any], identity: str
) -> None:
    """Write a state, atomically; ``identity`` names what it belongs to."""
    packed = io.BytesIO()
    torch.save(dict(tensors), packed)
    body = packed.getvalue()
    head = {
        "format": FORMAT,
        "identity": identity,
        "sha256": hashlib.sha256(body).hexdigest(),
        "numbers": dict(numbers),
    }
    part = path.with_suffix(".part")
    with part.open("wb") as file:
        file.write(json.dumps(head).encode() + b"\n" + body)
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, path)


def read(path: Path, identity: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return tensors and numbers.

    Raises
    ------
    SyrinxError
        There is no such file, it is damaged, or it belongs to something else.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ValueError("too large")
        line, _, body = path.read_bytes().partition(b"\n")
        head = json.loads(line)
        if head["format"] != FORMAT or head["sha256"] != hashlib.sha256(body).hexdigest():
            raise ValueError("checksum")
        tensors = torch.load(io.BytesIO(body), weights_only=True)
        numbers = dict(head["numbers"])
    except (
        OSError, ValueError, KeyError, TypeError, AttributeError, EOFError, RuntimeError,
        pickle.UnpicklingError,
    ) as error:  # fmt: skip
        raise SyrinxError(f"The state of fine-tuning {path} cannot be read.") from error
    if head["identity"] != identity:
        raise SyrinxError(f"The state {path} is that of another fine-tuning.")
    return tensors, numbers
