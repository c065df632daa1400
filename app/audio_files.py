"""Reading and writing sound files of any length block by block, with errors one can act on."""

from __future__ import annotations

import os
import re
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from types import TracebackType

import numpy as np
import soundfile

from syrinx.app.engine.device import quiet_stderr
from syrinx.app.files import reason, replacing
from syrinx.app.texts import mark
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio

MIN_RATE, MAX_RATE = 8_000, 192_000
_FORMATS = {
    ".wav": "WAV",
    ".w64": "W64",
    ".rf64": "RF64",
    ".flac": "FLAC",
    ".ogg": "OGG",
    ".opus": "OGG",
    ".mp3": "MP3",
    ".aif": "AIFF",
    ".aiff": "AIFF",
    ".au": "AU",
    ".caf": "CAF",
}
_OF_OTHERS = frozenset(
    [
        ".3gp",
        ".aac",
        ".ac3",
        ".amr",
        ".ape",
        ".avi",
        ".m4a",
        ".m4b",
        ".m4v",
        ".mka",
        ".mkv",
        ".mov",
        ".mp4",
        ".mpc",
        ".webm",
        ".wma",
        ".wmv",
    ]
)
"""Sound and films that libsndfile has no decoder for; phones and meetings are full of them."""
_TALKATIVE = {"MP3", "MPEG"}
_EXACT = {"WAV", "W64", "RF64", "FLAC", "AIFF", "AU", "CAF"}
_DEEP = {"PCM_24", "PCM_32", "FLOAT", "DOUBLE"}
_SHORT_DATA = re.compile(r"^(?:data|SSND)\s*:\s*(\d+) \(should be (\d+)\)", re.MULTILINE)
_PLACEHOLDER = 0x7FFF_0000
"""Sizes from here on are what programs write that do not know the length beforehand (pipes)."""
_WAV_LIMIT = 0xFFFF_0000  # the sizes in a WAV header have 32 bits


class AudioReader:
    """A sound file, read as mono blocks: channels averaged, NaN and infinities as 0.

    Parameters
    ----------
    path
        Anything libsndfile reads (WAV, FLAC, OGG, Opus, MP3, AIFF ...), 8 to 192 kHz.

    Attributes
    ----------
    sample_rate, channels, frames, subtype
        As the header says.
    bad_samples
        NaN and infinities met so far.

    Raises
    ------
    SyrinxError
        The file is missing, a folder, empty, no sound file, or has an unsupported rate.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.bad_samples = 0
        self.frames_read = 0
        try:
            if path.is_dir():
                raise SyrinxError(f"{path} is a folder; name the sound files in it.")
            facts = path.stat()
            if not stat.S_ISREG(facts.st_mode):
                raise SyrinxError(f"{path} is a pipe or a device; copy it into a file first.")
            if facts.st_size == 0:
                raise SyrinxError(f"{path} is an empty file.")
            path.open("rb").close()
        except OSError as error:
            raise SyrinxError(f"Cannot read {path}: {reason(error)}.") from error
        try:
            with quiet_stderr():  # the MP3 decoder talks
                self._file = soundfile.SoundFile(_system_name(path))
        except (soundfile.SoundFileError, OSError, TypeError) as error:
            if path.suffix.lower() in _OF_OTHERS:
                raise SyrinxError(
                    f"{path} is of a kind that Syrinx does not read: convert it to WAV, FLAC, "
                    "OGG, Opus or MP3 first."
                ) from error
            raise SyrinxError(f"{path} is not a sound file, or is broken.") from error
        self.sample_rate: int = self._file.samplerate
        self.channels: int = self._file.channels
        self.frames: int = self._file.frames
        self.subtype: str = self._file.subtype
        try:
            if not MIN_RATE <= self.sample_rate <= MAX_RATE:
                raise SyrinxError(
                    f"{path} has a sample rate of {self.sample_rate} Hz; "
                    f"use {MIN_RATE} to {MAX_RATE} Hz."
                )
            if self.frames <= 0:
                raise SyrinxError(f"{path} holds no audio.")
        except SyrinxError:
            self._file.close()
            raise

    @property
    def cut_short(self) -> bool:
        """Whether the file says itself that its end is missing, as after an aborted download."""
        log = self._file.extra_info
        sizes = _SHORT_DATA.search(log)
        if sizes is not None:
            promised, there = map(int, sizes.groups())
            return there < promised < _PLACEHOLDER
        return "Last page lacks an end-of-stream bit" in log

    @property
    def seconds(self) -> float:
        """Length as the header says, in s."""
        return self.frames / self.sample_rate

    @property
    def seekable(self) -> bool:
        """Whether :meth:`seek` works."""
        return bool(self._file.seekable())

    def seek(self, frame: int) -> None:
        """Go on reading at this sample."""
        self._file.seek(frame)

    def read(self, frames: int) -> Audio:
        """Return the next samples, ``(n,)`` float32, ``n <= frames``; empty at the end.

        Raises
        ------
        SyrinxError
            The file is broken here.
        """
        return np.asarray(self.read_channels(frames).mean(axis=1), dtype=np.float32)

    def read_channels(self, frames: int) -> Audio:
        """Return the next samples of every channel, ``(n, channels)``; else as :meth:`read`."""
        quiet: AbstractContextManager[None] = (
            quiet_stderr() if self._file.format in _TALKATIVE else nullcontext()
        )
        try:
            with quiet:
                block = self._file.read(frames, dtype="float32", always_2d=True)
        except (soundfile.SoundFileError, OSError) as error:
            at = max(0, self._file.tell()) / self.sample_rate
            raise SyrinxError(f"{self.path} is broken after {at:.1f} s.") from error
        self.frames_read += len(block)
        bad = len(block) * self.channels - int(np.count_nonzero(np.isfinite(block)))
        if bad:
            self.bad_samples += bad
            block = np.nan_to_num(block, nan=0.0, posinf=0.0, neginf=0.0)
        return np.asarray(block, dtype=np.float32)

    def blocks(self, frames: int) -> Iterator[Audio]:
        """Yield :meth:`read` until the end."""
        while len(block := self.read(frames)):
            yield block

    def __enter__(self) -> AudioReader:
        """Give itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the file."""
        self._file.close()


class AudioWriter:
    """A mono sound file being written; see :func:`writing`."""

    def __init__(self, file: soundfile.SoundFile) -> None:
        self._file = file
        self.frames = 0

    def write(self, audio: Audio) -> None:
        """Append samples, ``(n,)`` float32.

        Raises
        ------
        OSError
            The system took only a part of them; :func:`writing` makes a sentence of it.
        """
        try:
            self._file.write(audio)
        except (soundfile.SoundFileError, AssertionError) as error:
            # soundfile asserts that everything was written; libsndfile hides the error number.
            raise OSError(mark("the disk is full, or the file became too large")) from error
        self.frames += len(audio)


def format_of(path: Path) -> str:
    """Return libsndfile's name of the format that the suffix of ``path`` asks for.

    Raises
    ------
    SyrinxError
        The suffix is not one of a sound file.
    """
    name = _FORMATS.get(path.suffix.lower())
    if name is None:
        known = " ".join(sorted(_FORMATS))
        raise SyrinxError(f'"{path.name}" needs the suffix of a sound file: {known}.')
    return name


@contextmanager
def writing(
    path: Path, *, sample_rate: int, frames: int, like_subtype: str = "PCM_16"
) -> Iterator[AudioWriter]:
    """Write a mono sound file, wholly or not at all.

    Parameters
    ----------
    path
        Its suffix gives the format. WAV becomes RF64 when it would exceed 4 GB.
    sample_rate
        In Hz.
    frames
        Expected length: decides between WAV and RF64, and is held against the free space.
    like_subtype
        Subtype of the source: 24 bits when it has more than 16, else 16.

    Raises
    ------
    SyrinxError
        The format is unknown or refuses the rate, the folder cannot be written, the disk is full.
    """
    format_ = format_of(path)
    subtype, width = _subtype(path, format_, like_subtype)
    if format_ == "WAV" and frames * width > _WAV_LIMIT:
        format_ = "RF64"
    if not path.parent.is_dir():
        raise SyrinxError(f"Cannot write {path}: there is no folder {path.parent}.")
    if path.is_dir():
        raise SyrinxError(f"Cannot write {path}: it is a folder.")
    _check_space(path, frames * width if format_ in _EXACT - {"FLAC"} else 0)
    with replacing(path) as temporary:
        temporary.open("xb").close()  # a plain OSError where libsndfile would say "System error"
        try:
            file = soundfile.SoundFile(
                _system_name(temporary),
                "w",
                samplerate=sample_rate,
                channels=1,
                subtype=subtype,
                format=format_,
            )
        except soundfile.SoundFileError as error:
            raise SyrinxError(
                f"A {path.suffix} file cannot have {sample_rate} Hz; "
                "choose another rate (--rate 48000) or write a .wav file."
            ) from error
        with file:
            writer = AudioWriter(file)
            yield writer
        if format_ in _EXACT and soundfile.info(_system_name(temporary)).frames != writer.frames:
            raise OSError(mark("the disk is full"))


def _system_name(path: Path) -> str | bytes:
    """Return the name so that libsndfile opens it, also when it is not valid UTF-8."""
    return str(path) if sys.platform == "win32" else os.fsencode(path)


def _subtype(path: Path, format_: str, like: str) -> tuple[str, int]:
    if format_ == "OGG":
        return ("OPUS" if path.suffix.lower() == ".opus" else "VORBIS"), 0
    if format_ == "MP3":
        return "MPEG_LAYER_III", 0
    return ("PCM_24", 3) if like in _DEEP else ("PCM_16", 2)


def _check_space(path: Path, size: int) -> None:
    try:
        free = shutil.disk_usage(path.parent).free
    except OSError:
        return
    if size > free:
        raise SyrinxError(
            f"Cannot write {path}: it needs {size / 1e6:.1f} MB and the disk has "
            f"{free / 1e6:.1f} MB left."
        )
