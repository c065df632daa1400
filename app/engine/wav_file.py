"""A WAV file being written: readable at any moment, with markers, and without a limit at 4 GB.

24 bit. The sizes in the header are brought up to date while the recording goes on. They have 32
bits: a file that outgrows them becomes an RF64 file in place, for which 28 bytes are kept free in
front (EBU Tech 3306, "Achieving compatibility between BWF and RF64"). Markers become a ``cue ``
chunk with their labels in a ``LIST adtl`` chunk behind the samples (Microsoft and IBM, "Multimedia
Programming Interface and Data Specifications 1.0").
"""

from __future__ import annotations

import os
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

import numpy as np

from syrinx.app.engine.markers import Marker
from syrinx.dsp.processor import Audio

SIZE_LIMIT = 0xFFFF_0000
_WIDTH = 3
_FULL_SCALE = float(1 << 23)
_RESERVED_AT = 12
_DATA_AT = _RESERVED_AT + 8 + 28 + 8 + 16
"""Where the chunk ``data`` begins: RIFF, the reserved chunk, ``fmt ``."""
_ALL_ONES = 0xFFFF_FFFF


class WavFile:
    """Writes 24-bit PCM to an open file.

    Parameters
    ----------
    file
        Open for writing, unbuffered, empty; the caller closes it.
    sample_rate
        Hz.
    channels
        1 or 2.
    size_limit
        Bytes from where on the file is an RF64 file.

    Raises
    ------
    OSError
        The header cannot be written.
    """

    def __init__(
        self, file: BinaryIO, sample_rate: int, channels: int, *, size_limit: int = SIZE_LIMIT
    ) -> None:
        self._file = file
        self._rate, self.channels = sample_rate, channels
        self._limit = size_limit
        self.frames = 0
        self._behind = 0
        self._write(self._header())

    def write(self, audio: Audio) -> None:
        """Append ``(n, channels)`` samples.

        Raises
        ------
        OSError
            The system refuses; what was written until then counts, in whole frames.
        """
        values = np.rint(audio * _FULL_SCALE).clip(-_FULL_SCALE, _FULL_SCALE - 1).astype("<i4")
        raw = values.reshape(-1, 1).view(np.uint8).reshape(-1, 4)[:, :_WIDTH].tobytes()
        width = _WIDTH * self.channels
        before = self._file.tell()
        try:
            self._write(raw)
        finally:
            whole = (self._file.tell() - before) // width
            self.frames += whole
            self._file.seek(before + whole * width)

    def settle(self) -> None:
        """Write the true sizes into the header; then the file can be read as it is.

        Raises
        ------
        OSError
            The system refuses.
        """
        end = self._file.tell()
        self._file.seek(0)
        self._write(self._header())
        self._file.seek(end)

    def finish(self, markers: Sequence[Marker]) -> None:
        """Cut off half a frame, append the markers, settle.

        Raises
        ------
        OSError
            The system refuses. Without room for the markers the sound is still whole.
        """
        self._file.truncate()
        self.settle()
        end = self._file.tell()
        pad = b"\0" * (self._data_size & 1)  # chunks begin at even places
        chunks = pad + (marker_chunks(markers) if markers else b"")
        if not chunks:
            return
        try:
            self._write(chunks)
        except OSError:
            self._file.seek(end)
            self._file.truncate()
            raise
        self._behind = len(chunks)
        self.settle()

    @property
    def _data_size(self) -> int:
        return self.frames * _WIDTH * self.channels

    def _header(self) -> bytes:
        data = self._data_size
        riff = _DATA_AT + data + self._behind  # without its own 8 bytes, with those of "data"
        width = _WIDTH * self.channels
        format_ = struct.pack(
            "<4sIHHIIHH",
            b"fmt ", 16, 1, self.channels, self._rate, self._rate * width, width, 8 * _WIDTH,
        )  # fmt: skip
        if riff <= self._limit:
            start = struct.pack("<4sI4s4sI28x", b"RIFF", riff, b"WAVE", b"JUNK", 28)
            return start + format_ + struct.pack("<4sI", b"data", data)
        start = struct.pack(
            "<4sI4s4sIQQQI", b"RF64", _ALL_ONES, b"WAVE", b"ds64", 28, riff, data, self.frames, 0
        )
        return start + format_ + struct.pack("<4sI", b"data", _ALL_ONES)

    def _write(self, raw: bytes) -> None:
        view = memoryview(raw)
        while len(view):
            count = self._file.write(view)
            if not count:
                raise OSError(28, os.strerror(28))
            view = view[count:]


def marker_chunks(markers: Sequence[Marker]) -> bytes:
    """Return a ``cue `` and a ``LIST adtl`` chunk; markers past 32 bits are left out."""
    kept = [marker for marker in markers if marker.sample <= _ALL_ONES]
    cue = b"".join(
        struct.pack("<II4sIII", number, marker.sample, b"data", 0, 0, marker.sample)
        for number, marker in enumerate(kept, start=1)
    )
    labels = b"".join(
        _chunk(b"labl", struct.pack("<I", number) + marker.label.encode() + b"\0")
        for number, marker in enumerate(kept, start=1)
    )
    return _chunk(b"cue ", struct.pack("<I", len(kept)) + cue) + _chunk(b"LIST", b"adtl" + labels)


def _chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) & 1)


def repair_wav_header(path: Path) -> None:
    """Write the true sizes into the header of a WAV or RF64 file that was never closed.

    Everything behind the start of ``data`` counts as samples: of a file that was closed, or holds
    chunks behind its samples, nothing is touched.

    Raises
    ------
    OSError
        The file cannot be opened.
    """
    with path.open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        head = file.read(4096)
        at = head.find(b"data", 12)
        if head[:4] not in (b"RIFF", b"RF64") or at < 0 or size < at + 8:
            return
        large = head[:4] == b"RF64"
        known = struct.unpack_from("<Q", head, 28)[0] if large else _size(head, at)
        behind = at + 8 + known
        if behind < size and _is_chunk(file, behind + (known & 1)):
            return
        data, riff = size - at - 8, size - 8
        if not large and riff <= SIZE_LIMIT:
            _put(file, 4, struct.pack("<I", riff))
            _put(file, at + 4, struct.pack("<I", data))
        elif head[12:16] in (b"JUNK", b"ds64"):
            block = struct.unpack_from("<H", head, head.find(b"fmt ", 12) + 8 + 12)[0]
            _put(file, 0, struct.pack("<4sI", b"RF64", _ALL_ONES))
            _put(file, 12, struct.pack("<4sIQQQI", b"ds64", 28, riff, data, data // block, 0))
            _put(file, at + 4, struct.pack("<I", _ALL_ONES))


def _size(head: bytes, at: int) -> int:
    return int(struct.unpack_from("<I", head, at + 4)[0])


def _is_chunk(file: BinaryIO, at: int) -> bool:
    file.seek(at)
    return file.read(4) in (b"cue ", b"LIST")


def _put(file: BinaryIO, at: int, raw: bytes) -> None:
    file.seek(at)
    file.write(raw)
