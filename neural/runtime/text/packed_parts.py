"""Files of several compressed parts behind a line that says what they are."""

from __future__ import annotations

import io
import lzma
from collections.abc import Sequence
from pathlib import Path


def write_parts(path: Path, magic: bytes, parts: Sequence[bytes]) -> None:
    """Write ``parts`` behind ``magic``, each compressed behind its length."""
    with open(path, "wb") as file:
        file.write(magic)
        for part in parts:
            packed = lzma.compress(part, preset=9 | lzma.PRESET_EXTREME)
            file.write(len(packed).to_bytes(4, "little") + packed)


def read_parts(source: Path | bytes, magic: bytes, count: int) -> list[bytes]:
    """Read what `write_parts` wrote, from its file or from the file's content.

    Raises
    ------
    OSError, ValueError, EOFError
        If the file is missing, is something else or is broken.
    """
    content = source if isinstance(source, bytes) else source.read_bytes()
    if not content.startswith(magic):
        raise ValueError("it is something else")
    stream = io.BytesIO(content[len(magic) :])
    try:
        return [
            lzma.decompress(stream.read(int.from_bytes(stream.read(4), "little")))
            for _ in range(count)
        ]
    except lzma.LZMAError as error:
        raise ValueError(str(error)) from error
