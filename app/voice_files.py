"""The profile of a voice: JSON with a checksum."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from syrinx.app.voice_model import Voice
from syrinx.dsp.errors import SyrinxError

FORMAT = 1
MAX_VOICE_BYTES = 1_000_000
VOICE_FILE = "voice.json"
_PIECE = 1 << 15


def encode_voice(voice: Voice) -> bytes:
    """Return the profile of a voice: its fields and the SHA-256 of their canonical JSON."""
    values = voice.to_json()
    document = {"format": FORMAT, "sha256": _digest(values), "voice": values}
    return (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode()


def decode_voice(data: bytes, *, source: str) -> Voice:
    """Read a profile.

    Parameters
    ----------
    source
        What to call it in an error: the path or the archive.

    Raises
    ------
    SyrinxError
        It is no profile, from a newer version, or its checksum does not fit.
    """
    try:
        document = json.loads(data)
        form, digest, values = document["format"], document["sha256"], document["voice"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise SyrinxError(f"The voice profile {source} is damaged.") from error
    if form != FORMAT:
        raise SyrinxError(
            f"The voice profile {source} has format {form!r}; this version reads format {FORMAT}, "
            "so update Syrinx."
        )
    if digest != _digest(values):
        raise SyrinxError(
            f"The voice profile {source} was altered or cut short: its checksum does not fit."
        )
    try:
        return Voice.from_json(values)
    except SyrinxError as error:
        why = str(error).rstrip(".")
        raise SyrinxError(f"The voice profile {source} cannot be used: {why}.") from error


def _digest(values: Any) -> str:
    """Return the SHA-256 of the canonical JSON: sorted keys, no spaces, ASCII.

    Long texts (an adapter has half a million characters) are written piece by piece: written at
    once they would hold the interpreter's lock for 2 ms, and a voice that sounds would wait.
    """
    digest = hashlib.sha256()
    for piece in _canonical(values):
        digest.update(piece.encode())
    return digest.hexdigest()


def _canonical(values: Any) -> Iterator[str]:
    if isinstance(values, dict):
        comma = "{"
        for key, value in sorted(values.items()):
            yield f"{comma}{json.dumps(key)}:"
            yield from _canonical(value)
            comma = ","
        yield "}" if values else "{}"
    elif isinstance(values, str) and len(values) > _PIECE:
        yield '"'
        for start in range(0, len(values), _PIECE):
            yield json.dumps(values[start : start + _PIECE])[1:-1]
        yield '"'
    else:
        yield json.dumps(values, sort_keys=True, separators=(",", ":"))
