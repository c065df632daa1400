"""Long texts in a profile are read piece by piece, with the same result as at once."""

from __future__ import annotations

import base64
import hashlib
import json

import numpy as np
import pytest

from syrinx.app.base64_text import PIECE, decode_base64
from syrinx.app.voice_files import _PIECE, _digest


@pytest.mark.parametrize("count", [0, 1, 2, 3, PIECE // 4 * 3, PIECE // 4 * 3 + 1, 3 * PIECE + 2])
def test_base64_in_pieces_is_base64(count: int) -> None:
    data = np.random.default_rng(count).bytes(count)
    assert decode_base64(base64.b64encode(data).decode()) == data


@pytest.mark.parametrize(
    "text",
    [
        "AAA",
        "A" * (PIECE - 4) + "AA==" + "AAAA",
        "A" * (PIECE - 4) + "AAA=" + "AAAA",
        "A" * PIECE + "AA A",
        "A" * PIECE + "\nAAAA",
        "A" * PIECE + "A\u00e4AA",
        "=AAA",
        7,
        None,
        ["AAAA"],
    ],
)
def test_what_is_no_base64_is_refused(text: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        base64.b64decode(text, validate=True)  # type: ignore[arg-type]
    with pytest.raises((TypeError, ValueError)):
        decode_base64(text)  # type: ignore[arg-type]


@pytest.mark.parametrize("shift", range(3))
def test_the_checksum_is_that_of_the_canonical_text(shift: int) -> None:
    awkward = '"\\\n\u00e9\u2028\U0001f600/'
    values = {
        "z": "x" * shift + awkward * _PIECE,
        "a": {"b": "y" * (3 * _PIECE), "": [1.5, None, True, {"k": "v", "c": "d"}], "e": {}},
        "\u00fc": 1e-7,
    }
    canonical = json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    assert _digest(values) == hashlib.sha256(canonical.encode()).hexdigest()
    assert _digest([values]) == hashlib.sha256(f"[{canonical}]".encode()).hexdigest()
