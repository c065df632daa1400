"""Spectrogram pictures, written as PNG without a plotting library."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.training.metrics.spectrum import log_mel_db

# Knots of a dark-to-bright map with rising lightness, so that it also reads in grey.
_KNOTS = np.array(
    [
        [6, 8, 24],
        [38, 18, 92],
        [110, 28, 128],
        [190, 52, 106],
        [240, 106, 66],
        [253, 178, 68],
        [252, 246, 184],
    ],
    dtype=np.float64,
)


def write_png(path: Path, pixels: NDArray) -> None:
    """Write ``pixels`` (height, width, 3), uint8, as an RGB PNG."""
    if pixels.ndim != 3 or pixels.shape[2] != 3 or pixels.dtype != np.uint8 or not pixels.size:
        raise SyrinxError("A picture must be (height, width, 3) of 8-bit values.")
    height, width = pixels.shape[:2]
    rows = np.concatenate([np.zeros((height, 1), np.uint8), pixels.reshape(height, -1)], axis=1)

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows.tobytes(), 6))
        + chunk(b"IEND", b"")
    )


def colour(values: NDArray) -> NDArray:
    """Map values in [0, 1] to RGB, uint8, one axis more."""
    position = np.clip(values, 0, 1) * (len(_KNOTS) - 1)
    channels = [np.interp(position, np.arange(len(_KNOTS)), _KNOTS[:, c]) for c in range(3)]
    return np.stack(channels, axis=-1).round().astype(np.uint8)


def spectrogram_pixels(audio: NDArray, *, range_db: float = 70.0, zoom: int = 3) -> NDArray:
    """Picture (80 * zoom, n_frames, 3) of audio at 16 kHz: low mel bands at the bottom."""
    log_mel = log_mel_db(audio)
    image = colour((log_mel - log_mel.max() + range_db) / range_db)
    return np.repeat(image.transpose(1, 0, 2)[::-1], zoom, axis=0)


def write_spectrograms(path: Path, recordings: Sequence[NDArray], *, gap: int = 8) -> None:
    """Write the spectrograms of recordings at 16 kHz side by side, grey bars between them."""
    if not recordings:
        raise SyrinxError("There is nothing to draw.")
    parts: list[NDArray] = []
    for audio in recordings:
        image = spectrogram_pixels(audio)
        if parts:
            parts.append(np.full((image.shape[0], gap, 3), 128, np.uint8))
        parts.append(image)
    write_png(path, np.concatenate(parts, axis=1))
