"""WAV from a pipe: read as it comes, since a pipe cannot be wound back nor asked for its length."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO

import numpy as np

from syrinx.app.audio_files import MAX_RATE, MIN_RATE
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio

PCM, FLOAT, EXTENSIBLE = 1, 3, 0xFFFE
MOST_CHANNELS = 64
_ENDLESS = 0x7FFF_0000
"""Lengths from here on, and 0, are what writers to a pipe put where they know none."""
_HEADER_LIMIT = 1 << 20


class WavPipe:
    """A WAV file that is being written while it is read.

    Parameters
    ----------
    file
        Binary; only ``read`` is used.

    Attributes
    ----------
    sample_rate, channels
        As the header says.
    frames_read
        So far.

    Raises
    ------
    SyrinxError
        It is no WAV, or has samples of a kind that is not read here.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.frames_read = 0
        head = self._take(12)
        if head[:4] not in (b"RIFF", b"RF64") or head[8:12] != b"WAVE":
            raise SyrinxError(
                "What comes through the pipe is no WAV; for example: "
                "ffmpeg -i talk.m4a -f wav - | syrinx transcribe --stream -"
            )
        format_: bytes | None = None
        seen = 12
        while True:
            name, size = struct.unpack("<4sI", self._take(8))
            if name == b"data":
                break
            seen += 8 + size
            if seen > _HEADER_LIMIT:
                raise SyrinxError("The WAV in the pipe has a header without an end.")
            body = self._take(size + size % 2)
            if name == b"fmt ":
                format_ = body
        if format_ is None or len(format_) < 16:
            raise SyrinxError("The WAV in the pipe does not say how its samples are written.")
        self._left: int | None = None if size == 0 or size >= _ENDLESS else size
        self._read_format(format_)

    def blocks(self, frames: int) -> Iterator[Audio]:
        """Yield mono blocks of up to ``frames`` samples, float32, until the pipe ends."""
        wanted = frames * self._frame
        rest = b""
        while True:
            ask = wanted if self._left is None else min(wanted, self._left)
            data = _read(self._file, ask - len(rest)) if ask > len(rest) else b""
            body = rest + data
            whole = len(body) - len(body) % self._frame
            if self._left is not None:
                self._left -= whole
            rest = body[whole:]
            if whole:
                self.frames_read += whole // self._frame
                yield self._samples(body[:whole])
            if not data:
                return

    def _read_format(self, body: bytes) -> None:
        kind, channels, rate, _, frame, bits = struct.unpack("<HHIIHH", body[:16])
        if kind == EXTENSIBLE and len(body) >= 26:
            kind = struct.unpack("<H", body[24:26])[0]
        known = (kind == PCM and bits in (8, 16, 24, 32)) or (kind == FLOAT and bits in (32, 64))
        if not known or not 1 <= channels <= MOST_CHANNELS or frame != channels * bits // 8:
            raise SyrinxError(
                "The WAV in the pipe has samples that are not read here: use 16 or 24 bits, "
                "or 32 bits floating point."
            )
        if not MIN_RATE <= rate <= MAX_RATE:
            raise SyrinxError(
                f"The WAV in the pipe has a sample rate of {rate} Hz; "
                f"use {MIN_RATE} to {MAX_RATE} Hz."
            )
        self.sample_rate, self.channels = rate, channels
        self._kind, self._bits, self._frame = kind, bits, frame

    def _samples(self, body: bytes) -> Audio:
        if self._kind == FLOAT:
            wide = np.frombuffer(body, f"<f{self._bits // 8}").astype(np.float32)
            wide = np.nan_to_num(wide, nan=0.0, posinf=0.0, neginf=0.0)
        elif self._bits == 8:
            wide = (np.frombuffer(body, np.uint8).astype(np.float32) - 128.0) / 128.0
        elif self._bits == 24:
            raw = np.frombuffer(body, np.uint8).reshape(-1, 3).astype(np.int32)
            whole = (raw[:, 0] << 8) | (raw[:, 1] << 16) | (raw[:, 2] << 24)
            wide = whole.astype(np.float32) / 2.0**31
        else:
            scale = 2.0 ** (self._bits - 1)
            whole = np.frombuffer(body, f"<i{self._bits // 8}")
            wide = (whole / scale).astype(np.float32)
        return np.asarray(wide.reshape(-1, self.channels).mean(axis=1), np.float32)

    def _take(self, count: int) -> bytes:
        body = _read_all(self._file, count)
        if len(body) < count:
            raise SyrinxError("The pipe ended within the header of the WAV.")
        return body


def _read(file: BinaryIO, count: int) -> bytes:
    """At most ``count`` bytes, what is there now if the file can tell."""
    some = getattr(file, "read1", None)
    return bytes(some(count)) if some is not None else file.read(count)


def _read_all(file: BinaryIO, count: int) -> bytes:
    parts: list[bytes] = []
    while count > 0 and (part := file.read(count)):
        parts.append(part)
        count -= len(part)
    return b"".join(parts)
