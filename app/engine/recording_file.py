"""The file of a recording in any of its formats: written piece by piece, readable at any moment."""

from __future__ import annotations

import contextlib
import errno
import os
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal, Protocol

import numpy as np
import soundfile
import soxr

from syrinx.app.engine.markers import Marker
from syrinx.app.engine.wav_file import WavFile
from syrinx.app.files import reason
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio

_COPY_BYTES = 1 << 20
_FLAC_TOTAL_AT = 18
"""Bytes to the last 36 bits of rate, channels, width and length in STREAMINFO (RFC 9639, 8.2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingFormat:
    """One way to write a recording.

    Attributes
    ----------
    name
        As people call it.
    format, subtype
        As libsndfile calls it.
    rates
        What the format can, Hz, highest first; empty = every rate. Other rates are resampled to
        the highest one below that of the device.
    levels
        libsndfile's compression level of a mono and of a stereo file; None = its default.
    bytes_per_s
        About what a second of mono and of stereo takes at 48 kHz.
    """

    name: str
    format: str
    subtype: str
    rates: tuple[int, ...] = ()
    levels: tuple[float, float] | None = None
    bytes_per_s: tuple[int, int]

    def rate_for(self, device_rate: int) -> int:
        """Return the rate of a file on a device of ``device_rate`` Hz."""
        if not self.rates or device_rate in self.rates:
            return device_rate
        lower = [rate for rate in self.rates if rate < device_rate]
        # 44.1 kHz goes up to Opus' 48 kHz: 24 kHz would cost a band.
        higher = [rate for rate in reversed(self.rates) if rate > device_rate]
        if higher and (not lower or higher[0] < 1.5 * device_rate):
            return higher[0]
        return lower[0]


FORMATS: dict[str, RecordingFormat] = {
    ".wav": RecordingFormat(
        name="WAV", format="WAV", subtype="PCM_24", bytes_per_s=(144_000, 288_000)
    ),
    ".flac": RecordingFormat(
        name="FLAC", format="FLAC", subtype="PCM_24", bytes_per_s=(80_000, 160_000)
    ),
    ".mp3": RecordingFormat(
        name="MP3", format="MP3", subtype="MPEG_LAYER_III",
        rates=(48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000),
        levels=(0.2, 0.2), bytes_per_s=(32_000, 32_000),  # below 256 kbit/s LAME lowers the level
    ),
    ".opus": RecordingFormat(
        name="Opus", format="OGG", subtype="OPUS", rates=(48_000, 24_000, 16_000, 12_000, 8_000),
        bytes_per_s=(9_000, 16_000),
    ),
    ".ogg": RecordingFormat(
        name="Ogg Vorbis", format="OGG", subtype="VORBIS", bytes_per_s=(11_000, 18_000)
    ),
}  # fmt: skip


def format_for(path: Path) -> RecordingFormat:
    """Return the format that the ending of ``path`` asks for.

    Raises
    ------
    SyrinxError
        It is none of `FORMATS`.
    """
    found = FORMATS.get(path.suffix.lower())
    if found is None:
        raise SyrinxError(
            f'A recording must end in {", ".join(FORMATS)}, and "{path.name}" does not.'
        )
    return found


class RecordingFile:
    """A new file, written by one thread.

    Parameters
    ----------
    path
        Its ending gives the format; the folder is made. No file of that name may be there.
    sample_rate
        Of what is written, Hz; the file has the nearest rate that its format can.
    channels
        1 or 2.

    Attributes
    ----------
    path
        Another one after `save_again`.
    sample_rate
        Of the file, Hz.

    Raises
    ------
    SyrinxError
        Another ending, a file of that name is there, or it cannot be made.
    """

    def __init__(self, path: Path, *, sample_rate: int, channels: int) -> None:
        kind = format_for(path)
        self.path = path
        self.sample_rate = kind.rate_for(sample_rate)
        self._ratio = self.sample_rate / sample_rate
        self._taken = self._given = 0
        self._resampler: soxr.ResampleStream | None = None
        if self.sample_rate != sample_rate:
            self._resampler = soxr.ResampleStream(
                sample_rate, self.sample_rate, channels, dtype="float32", quality="VHQ"
            )
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._raw: BinaryIO = path.open("x+b", buffering=0)
        except FileExistsError as error:
            if path.exists():
                raise SyrinxError(
                    f'The recording "{path}" exists already: choose another name.'
                ) from error
            raise _cannot(path, error) from error
        except OSError as error:
            raise _cannot(path, error) from error
        try:
            self._body: _Body
            if kind.format == "WAV":
                self._body = WavFile(self._raw, self.sample_rate, channels)
            else:
                self._body = EncodedFile(self._raw, kind, self.sample_rate, channels)
        except (OSError, soundfile.LibsndfileError) as error:
            self._raw.close()
            with contextlib.suppress(OSError):
                path.unlink()
            raise _cannot(path, error) from error

    @property
    def size(self) -> int:
        """Bytes so far."""
        try:
            return os.fstat(self._raw.fileno()).st_size
        except (OSError, ValueError):
            return 0

    @property
    def vanished(self) -> bool:
        """Whether the file is not where it was made any more."""
        try:
            return not os.path.samestat(os.stat(self.path), os.fstat(self._raw.fileno()))
        except (FileNotFoundError, NotADirectoryError):
            return True
        except OSError:
            return False

    def write(self, audio: Audio) -> None:
        """Append ``(n, channels)`` samples at the rate given to the constructor.

        Raises
        ------
        OSError
            The system refuses; what was written until then can be read after `finish`.
        """
        self._taken += len(audio)
        if self._resampler is not None:
            audio = self._resampler.resample_chunk(audio)
        self._append(audio)

    def settle(self) -> None:
        """Bring the header up to date: whoever ends now leaves a file that can be read."""
        self._body.settle()

    def finish(self, markers: Sequence[Marker] = ()) -> None:
        """Write what is left, and the markers into formats that have them, and settle.

        Raises
        ------
        OSError
            The system refuses.
        """
        if self._resampler is not None:
            rest = self._resampler.resample_chunk(
                np.zeros((0, self._body.channels), np.float32), last=True
            )
            self._append(rest[: max(0, round(self._taken * self._ratio) - self._given)])
        self._body.finish(markers)

    def save_again(self) -> None:
        """Write the whole file anew, as its name, or its folder, is gone.

        Raises
        ------
        OSError
            There is no such folder and it cannot be made, or the system refuses.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        path, number = self.path, 2
        while path.exists():
            path = self.path.with_name(f"{self.path.stem} ({number}){self.path.suffix}")
            number += 1
        with path.open("xb") as copy:
            self._raw.seek(0)
            while part := self._raw.read(_COPY_BYTES):
                copy.write(part)
        self.path = path

    def close(self) -> None:
        """Close the file, in whatever state it is."""
        with contextlib.suppress(OSError):
            self._raw.close()

    def _append(self, audio: Audio) -> None:
        if len(audio):
            self._body.write(audio)
            self._given += len(audio)


class _Body(Protocol):
    """What a format does with an open file."""

    channels: int

    def write(self, audio: Audio) -> None: ...

    def settle(self) -> None: ...

    def finish(self, markers: Sequence[Marker]) -> None: ...


class EncodedFile:
    """FLAC, MP3, Opus or Vorbis by libsndfile, into an open file.

    A FLAC file says its length in front: that is kept up to date, a block or two behind. The others
    are found out by whoever reads them. A killed MP3 has no note of the delay of its encoder.
    """

    def __init__(
        self, raw: BinaryIO, kind: RecordingFormat, sample_rate: int, channels: int
    ) -> None:
        self.channels = channels
        self._raw = raw
        self._sink = _Sink(raw)
        self._flac = kind.format == "FLAC"
        self._frames = 0
        level = None if kind.levels is None else kind.levels[channels - 1]
        self._file = soundfile.SoundFile(
            self._sink,
            "w",
            sample_rate,
            channels,
            format=kind.format,
            subtype=kind.subtype,
            compression_level=level,
            bitrate_mode=None if level is None else "CONSTANT",
        )

    def write(self, audio: Audio) -> None:
        """Encode ``(n, channels)`` samples."""
        with self._sink.checked():
            self._file.write(audio)
        self._frames += len(audio)

    def settle(self) -> None:
        """Write the length into the header of a FLAC file."""
        if self._flac:
            self._settle_flac(self._frames, behind=1)

    def finish(self, markers: Sequence[Marker]) -> None:
        """Encode what is left; these formats keep no markers."""
        error = self._sink.error
        try:
            with self._sink.checked():
                if not self._frames and error is None:  # without a sample there is no header
                    self._file.write(np.zeros((1, self.channels), np.float32))
                self._file.close()
        finally:
            if self._sink.error is not None and self._flac:
                self._settle_flac(self._frames, behind=1)

    def _settle_flac(self, frames: int, *, behind: int) -> None:
        end = self._raw.tell()
        self._raw.seek(0)
        head = self._raw.read(_FLAC_TOTAL_AT + 8)
        if len(head) == _FLAC_TOTAL_AT + 8 and head[:4] == b"fLaC":
            block = struct.unpack_from(">H", head, 8)[0]
            whole = max(0, frames // block - behind) * block
            (facts,) = struct.unpack_from(">Q", head, _FLAC_TOTAL_AT)
            self._raw.seek(_FLAC_TOTAL_AT)
            self._raw.write(struct.pack(">Q", facts >> 36 << 36 | whole))
        self._raw.seek(end)


class _Sink:
    """A file as libsndfile wants it, which keeps the system's refusal instead of raising it.

    Behind the first write that failed nothing is appended any more; what lies before it can still
    be written over (headers).
    """

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw
        self._end: int | None = None
        self.error: OSError | None = None

    def write(self, data: bytes) -> int:
        at = self._raw.tell()
        if self._end is not None and at + len(data) > self._end:
            return 0
        view, done = memoryview(data), 0
        try:
            while done < len(view):
                done += self._raw.write(view[done:])
        except OSError as error:
            self.error = self.error or error
            self._end = at
            with contextlib.suppress(OSError):
                self._raw.truncate(at)
                self._raw.seek(at)
            return 0
        return done

    def read(self, size: int = -1) -> bytes:
        return self._raw.read(size)

    def seek(self, offset: int, whence: Literal[0, 1, 2] = 0) -> int:
        return self._raw.seek(offset, whence)

    def tell(self) -> int:
        return self._raw.tell()

    @contextlib.contextmanager
    def checked(self):  # type: ignore[no-untyped-def]
        """Raise what the system refused meanwhile, as OSError."""
        before = self.error
        try:
            yield
        except (AssertionError, soundfile.LibsndfileError) as error:
            # soundfile asserts that everything was written.
            raise self.error or OSError(errno.EIO, os.strerror(errno.EIO)) from error
        if self.error is not None and before is None:
            raise self.error


def _cannot(path: Path, error: Exception) -> SyrinxError:
    why = reason(error) if isinstance(error, OSError) else str(error)
    return SyrinxError(f'The recording "{path}" cannot be written ({why}).')
