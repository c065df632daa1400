"""Waveform and spectrogram of a file of any length, read in tiles of some seconds (no Qt).

Only the tiles near what is shown are kept: an hour costs no more memory than a minute.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from syrinx.app.audio_files import AudioReader
from syrinx.app.engine.errands import Errands
from syrinx.app.viewmodels.spectrogram import (
    FRAME_RATE_HZ,
    Analyser,
    FrequencyAxis,
    Levels,
    quantise,
)
from syrinx.dsp.errors import SyrinxError

TILE_S = 10.0
N_BANDS = 144
WAVE_RATE_HZ = 200
MOST_TILES = 30
"""5 minutes: 4 MB."""
AXIS = FrequencyAxis(60.0, 8000.0)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tile:
    """`TILE_S` seconds of a file.

    Attributes
    ----------
    path, number
        Which.
    levels
        Spectrogram, ``(n_frames, N_BANDS)``, `FRAME_RATE_HZ` frames a second.
    low, high
        Least and greatest sample, `WAVE_RATE_HZ` a second.
    """

    path: Path
    number: int
    levels: Levels
    low: NDArray[np.float32]
    high: NDArray[np.float32]


class TileReader:
    """Reads tiles; keeps the file open that it read last. Used by one thread."""

    def __init__(self) -> None:
        self._reader: AudioReader | None = None

    def read(self, path: Path, number: int) -> Tile:
        """Return a tile; one that cannot be read, or lies behind the end, is empty."""
        try:
            return self._read(path, number)
        except (SyrinxError, OSError, RuntimeError):  # soundfile's errors are RuntimeErrors
            self.close()
            none = np.zeros(0, np.float32)
            levels = np.zeros((0, N_BANDS), np.uint8)
            return Tile(path=path, number=number, levels=levels, low=none, high=none)

    def close(self) -> None:
        """Close the file."""
        if self._reader is not None:
            self._reader.__exit__(None, None, None)
            self._reader = None

    def _read(self, path: Path, number: int) -> Tile:
        if self._reader is None or self._reader.path != path:
            self.close()
            self._reader = AudioReader(path)
        reader = self._reader
        rate = reader.sample_rate
        analyser = Analyser(rate, axis=AXIS, n_bands=N_BANDS)
        pad = analyser.win_length // 2
        start, length = round(number * TILE_S * rate), round(TILE_S * rate)
        first = max(0, start - pad)
        reader.seek(min(first, reader.frames))
        audio = reader.read(start + length + pad - first)
        inside = audio[start - first : start - first + length]
        before = np.zeros(pad - (start - first), np.float32)
        after = np.zeros(max(0, len(inside) + 2 * pad - len(before) - len(audio)), np.float32)
        frames = analyser.process(np.concatenate([before, audio, after]))
        wanted = int(np.ceil(len(inside) / rate * FRAME_RATE_HZ))
        low, high = _outline(inside, rate)
        return Tile(path=path, number=number, levels=quantise(frames)[:wanted], low=low, high=high)


def _outline(
    audio: NDArray[np.float32], rate: int
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    count = int(np.ceil(len(audio) / rate * WAVE_RATE_HZ))
    if not count:
        return np.zeros(0, np.float32), np.zeros(0, np.float32)
    edges = np.minimum(np.arange(count) * rate // WAVE_RATE_HZ, len(audio) - 1)
    return np.minimum.reduceat(audio, edges), np.maximum.reduceat(audio, edges)


class SoundTiles:
    """The tiles of one file that are known, and a thread that reads those that are wanted.

    Parameters
    ----------
    deliver
        Called in the thread with each tile; give it to `put` in your own.
    """

    def __init__(self, deliver: Callable[[Tile], None]) -> None:
        self._deliver = deliver
        self._errands: Errands[tuple[Path, int], Tile] | None = None
        self._reader = TileReader()
        self._tiles: OrderedDict[int, Tile] = OrderedDict()
        self._asked: set[int] = set()
        self.path: Path | None = None

    def open(self, path: Path | None) -> None:
        """Forget the last file."""
        if path != self.path:
            self.path = path
            self._tiles.clear()
            self._asked.clear()
            if self._errands is not None:
                self._errands.withdraw(lambda _: False)

    def want(self, from_s: float, until_s: float) -> list[Tile]:
        """Return what is known between two times; what is not is read, and nothing else."""
        if self.path is None:
            return []
        path = self.path
        wanted = range(max(0, int(from_s // TILE_S)), max(0, int(until_s // TILE_S)) + 1)
        missing = [number for number in wanted if number not in self._tiles]
        if missing and self._errands is None:
            self._errands = Errands(
                lambda what, _: self._reader.read(*what), self._deliver, name="pictures"
            )
        if self._errands is not None:
            if self._asked - set(wanted):  # scrolled past before it was read
                self._errands.withdraw(lambda key: key in wanted)
                self._asked &= set(wanted)
            for number in missing:
                if number not in self._asked:
                    self._asked.add(number)
                    self._errands.request((path, number), number)
        found = []
        for number in wanted:
            if number in self._tiles:
                self._tiles.move_to_end(number)
                found.append(self._tiles[number])
        return found

    def put(self, tile: Tile) -> bool:
        """Take a tile; False = it is of another file."""
        if tile.path != self.path:
            return False
        self._asked.discard(tile.number)
        self._tiles[tile.number] = tile
        while len(self._tiles) > MOST_TILES:
            self._tiles.popitem(last=False)
        return True

    def close(self) -> None:
        """End the thread and close the file."""
        if self._errands is not None:
            self._errands.close()
            self._errands = None
        self._reader.close()
