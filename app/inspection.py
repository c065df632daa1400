"""What a sound file is, and whether it carries Syrinx's mark; files of any length."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from syrinx.app.audio_files import AudioReader
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.units import gain_to_db
from syrinx.dsp.watermark_search import MOST_CHANCE, FoundMark, MarkFinder

_BLOCK_S = 1.0
_MOST_CHANNELS = 8
_LEVEL_S = 0.1
_LOUD = 10.0 ** (-30.0 / 10.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """Facts of a sound file.

    Attributes
    ----------
    seconds, sample_rate, channels, subtype
        Length as it was read, rate in Hz, channels, libsndfile's name of the coding.
    peak_dbfs
        Highest sample of any channel.
    level_dbfs
        Root mean square of the channels' mean, over pieces of 0.1 s within 30 dB of the loudest.
    marked
        Whether a channel carries the mark.
    log10_chance
        Decimal logarithm of an upper bound of the chance that a file without the mark gives as
        much; at most 0.
    spans_s
        ``(start, end)`` of the marked parts.
    channel
        Number of the channel that carries it, from 1; None = not marked.
    speed
        How much faster it runs than when it was marked; 0.01 = 1 % faster.
    remarks
        One sentence each; nothing failed.
    """

    seconds: float
    sample_rate: int
    channels: int
    subtype: str
    peak_dbfs: float
    level_dbfs: float
    marked: bool
    log10_chance: float
    spans_s: tuple[tuple[float, float], ...]
    channel: int | None
    speed: float
    remarks: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the facts as JSON values."""
        return asdict(self)


def inspect_file(
    path: Path, *, on_progress: Callable[[float, float], None] = lambda done_s, total_s: None
) -> Inspection:
    """Read a file and look for the mark in each of its channels (the first eight).

    A recording of Syrinx has the microphone on the left and what was sent on the right, so a
    channel may be marked when the other is not.

    Raises
    ------
    SyrinxError
        The file cannot be read.
    """
    with AudioReader(path) as reader:
        rate = reader.sample_rate
        looked_at = min(reader.channels, _MOST_CHANNELS)
        finders = [MarkFinder(sample_rate=rate) for _ in range(looked_at)]
        peak = 0.0
        powers: list[NDArray[np.float64]] = []
        piece = max(1, round(_LEVEL_S * rate))
        while len(block := reader.read_channels(round(_BLOCK_S / _LEVEL_S) * piece)):
            peak = max(peak, float(np.abs(block).max()))
            squares = np.square(block.mean(axis=1), dtype=np.float64)
            starts = np.arange(0, len(squares), piece)
            powers.append(np.add.reduceat(squares, starts) / piece)
            for finder, channel in zip(finders, block.T, strict=False):
                finder.push(np.ascontiguousarray(channel))
            on_progress(reader.frames_read / rate, reader.seconds)
        if reader.frames_read == 0:
            raise SyrinxError(f"{path} holds no audio.")
        found = [finder.finish() for finder in finders]
        number = int(np.argmin([mark.log10_chance for mark in found]))
        chance = min(0.0, found[number].log10_chance + math.log10(looked_at))
        marked = found[number].marked and chance < math.log10(MOST_CHANCE)
        mark = found[number] if marked else FoundMark(marked=False, log10_chance=0, strength=0)
        remarks = []
        if reader.bad_samples:
            remarks.append(f"{reader.bad_samples} samples were no numbers and count as silence.")
        if reader.frames_read < reader.frames or reader.cut_short:
            remarks.append(f"the file was cut short, after {reader.frames_read / rate:.1f} s.")
        return Inspection(
            seconds=reader.frames_read / rate,
            sample_rate=rate,
            channels=reader.channels,
            subtype=reader.subtype,
            peak_dbfs=gain_to_db(peak),
            level_dbfs=_level_dbfs(np.concatenate(powers)),
            marked=marked,
            log10_chance=chance,
            spans_s=mark.spans_s,
            channel=number + 1 if marked else None,
            speed=mark.speed,
            remarks=tuple(remarks),
        )


def _level_dbfs(powers: NDArray[np.float64]) -> float:
    loudest = float(powers.max())
    if loudest <= 0.0:
        return gain_to_db(0.0)
    return gain_to_db(math.sqrt(float(powers[powers >= loudest * _LOUD].mean())))
