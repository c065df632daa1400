"""Sound files for clips, read whole and mono at the device's rate, and a shelf of them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from syrinx.app.audio_files import AudioReader
from syrinx.app.engine.clips import Sound
from syrinx.app.resampling import resampled
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio

MAX_CLIP_S = 600.0
SHELF_BYTES = 256_000_000
_BLOCK_S = 0.25
Stamp = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ReadRequest:
    """What to read, and for which rate; each request is itself alone.

    ``start_s`` and ``seconds`` are of the part, as in `PlayClip`.
    """

    path: str
    sample_rate: int
    start_s: float = 0.0
    seconds: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadResult:
    """A sound, or the sentence that says why there is none; neither when it was broken off."""

    request: ReadRequest
    sound: Sound | None = None
    error: str | None = None
    stamp: Stamp | None = None


def attempt(request: ReadRequest, unwanted: Callable[[], bool]) -> ReadResult:
    """Read, and put every failure into a sentence."""
    try:
        stamp = stamp_of(request.path)
        sound = read_sound(
            request.path,
            request.sample_rate,
            start_s=request.start_s,
            seconds=request.seconds,
            unwanted=unwanted,
        )
        return ReadResult(request=request, sound=sound, stamp=stamp)
    except SyrinxError as error:
        return ReadResult(request=request, error=str(error))
    except Exception as error:  # a strange file must not end the engine
        sentence = f"{request.path} cannot be played ({type(error).__name__}: {error})."
        return ReadResult(request=request, error=sentence)


def read_sound(
    name: str,
    sample_rate: int,
    *,
    start_s: float = 0.0,
    seconds: float | None = None,
    unwanted: Callable[[], bool] = lambda: False,
) -> Sound | None:
    """Read a sound file as mono at the rate asked for.

    Parameters
    ----------
    name
        Path of the file.
    sample_rate
        Hz.
    start_s, seconds
        The part that is wanted; None = to the end.
    unwanted
        Asked between blocks; once it says yes, reading is broken off and gives None.

    Raises
    ------
    SyrinxError
        The file is missing or broken, or the part longer than `MAX_CLIP_S`.
    """
    path = Path(name)
    with AudioReader(path) as reader:
        rate = reader.sample_rate
        start = min(round(start_s * rate), reader.frames)
        frames = reader.frames - start
        if seconds is not None:
            frames = min(frames, max(1, round(seconds * rate)))
        if frames > MAX_CLIP_S * rate:
            raise SyrinxError(
                f"{path} is longer than {MAX_CLIP_S / 60:.0f} minutes, the most that can be "
                "played: cut it first."
            )
        # In place: ten minutes are 115 MB, and lists of blocks would take that twice.
        room = math.ceil(frames * sample_rate / rate) + 1
        audio: Audio = np.empty(room, np.float32)
        filled = 0
        if start:
            reader.seek(start)
        for block in resampled(_part(reader, frames), rate, sample_rate):
            if unwanted():
                return None
            part = block[: room - filled]
            audio[filled : filled + part.shape[0]] = part
            filled += part.shape[0]
    if not filled:
        raise SyrinxError(f"{path} holds no audio.")
    return Sound(name, audio[:filled], sample_rate=sample_rate)


def _part(reader: AudioReader, frames: int) -> Iterator[Audio]:
    """Yield the next ``frames`` samples in blocks."""
    most = round(_BLOCK_S * reader.sample_rate)
    while frames > 0 and len(block := reader.read(min(most, frames))):
        frames -= len(block)
        yield block


def stamp_of(path: str) -> Stamp | None:
    """Return what changes when a file is written; None = there is no such file."""
    try:
        facts = Path(path).stat()
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_size


class Shelf:
    """Sounds that are kept because they will be played again. Used by one thread.

    Parameters
    ----------
    limit
        Bytes of samples at most.
    """

    def __init__(self, limit: int = SHELF_BYTES) -> None:
        self._limit = limit
        self._wanted: tuple[str, ...] = ()
        self._kept: dict[str, tuple[Stamp, Sound]] = {}
        self._refused: dict[str, Stamp | None] = {}

    def want(self, paths: Iterable[str]) -> None:
        """Keep only these files, those named first first."""
        self._wanted = tuple(dict.fromkeys(paths))
        self._kept = {path: kept for path, kept in self._kept.items() if path in self._wanted}
        self._refused.clear()

    def find(self, path: str, sample_rate: int) -> Sound | None:
        """Return the sound of a file as it is on the disk now, if it is there."""
        kept = self._kept.get(path)
        if kept is None or kept[1].sample_rate != sample_rate or kept[0] != stamp_of(path):
            return None
        return kept[1]

    def put(self, result: ReadResult) -> None:
        """Keep a sound if it is wanted and there is room; remember one that is not to be had."""
        path, sound, stamp = result.request.path, result.sound, result.stamp
        if path not in self._wanted:
            return
        others = sum(kept.audio.nbytes for name, (_, kept) in self._kept.items() if name != path)
        fits = sound is not None and others + sound.audio.nbytes <= self._limit
        if sound is not None and stamp is not None and fits:
            self._kept[path] = (stamp, sound)
        elif sound is not None or result.error is not None:
            self._refused[path] = stamp_of(path)

    def missing(self, sample_rate: int) -> str | None:
        """Return the first file that should be read; None = all is there that can be."""
        for path in self._wanted:
            if self.find(path, sample_rate) is None:
                stamp = stamp_of(path)
                if path not in self._refused or self._refused[path] != stamp:
                    return path
        return None
