"""Recordings of one person, read and checked: all of it, and the speech in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soxr

from syrinx.app.audio_files import AudioReader
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio
from syrinx.neural.runtime.speaker import SAMPLE_RATE, skip_silence

LEAST_SPEECH_S = 5.0
GOOD_SPEECH_S = 30.0
MOST_AUDIO_S = 600.0
"""More is not read: recordings are sampled evenly, so that an hour costs no more than this."""
_CHUNK_S = 15.0
_CLIPPED_AT = 0.999
_CLIPPED_REFUSED, _CLIPPED_NAMED = 5e-3, 1e-4


@dataclass(frozen=True, slots=True, kw_only=True)
class Recordings:
    """What was read, at 16 kHz.

    Attributes
    ----------
    names
        File names, one for each recording.
    whole, speech
        Each recording ``(n_samples,)`` as it is, and without its pauses.
    remarks
        One sentence each.
    """

    names: tuple[str, ...]
    whole: tuple[Audio, ...]
    speech: tuple[Audio, ...]
    remarks: tuple[str, ...]

    @property
    def speech_s(self) -> float:
        """Seconds of speech in all of them."""
        return sum(len(part) for part in self.speech) / SAMPLE_RATE


def read_recordings(
    paths: Sequence[Path],
    on_progress: Callable[[float, float], None] = lambda done_s, total_s: None,
) -> Recordings:
    """Read sound files of one person; a file that is named twice is read once.

    Parameters
    ----------
    on_progress
        Called with seconds read and seconds in all.

    Raises
    ------
    SyrinxError
        There is none, one cannot be used, or together they hold too little speech.
    """
    if not paths:
        raise SyrinxError("Name at least one recording.")
    unique: dict[Path, Path] = {}
    for path in paths:
        unique.setdefault(path.resolve(), path)  # a file named twice has no more speech
    paths = list(unique.values())
    lengths = [_seconds(path) for path in paths]
    budget = min(1.0, MOST_AUDIO_S / sum(lengths))
    total_s = sum(lengths) * budget
    remarks: list[str] = []
    whole: list[Audio] = []
    speech: list[Audio] = []
    done_s = 0.0
    for path, length in zip(paths, lengths, strict=True):
        parts = []
        for chunk in _checked_chunks(path, length * budget, remarks):
            parts.append(chunk)
            done_s += len(chunk) / SAMPLE_RATE
            on_progress(min(done_s, total_s), total_s)
        whole.append(np.concatenate(parts))
        kept = skip_silence(whole[-1])
        if len(kept) < 0.5 * SAMPLE_RATE:
            raise SyrinxError(f"{path} is silent, or has less than half a second of speech.")
        speech.append(kept)
    speech_s = sum(len(part) for part in speech) / SAMPLE_RATE
    if speech_s < LEAST_SPEECH_S:
        raise SyrinxError(
            f"The recordings hold {speech_s:.1f} s of speech; "
            f"{LEAST_SPEECH_S:g} s is the least, {GOOD_SPEECH_S:g} s is good."
        )
    if speech_s < GOOD_SPEECH_S:
        remarks.append(
            f"only {speech_s:.0f} s of speech; with {GOOD_SPEECH_S:g} s the voice is closer."
        )
    return Recordings(
        names=tuple(path.name for path in paths),
        whole=tuple(whole),
        speech=tuple(speech),
        remarks=tuple(remarks),
    )


def _seconds(path: Path) -> float:
    with AudioReader(path) as reader:
        return reader.seconds


def _checked_chunks(path: Path, wanted_s: float, remarks: list[str]) -> Iterator[Audio]:
    """Yield the file, or evenly spread parts of it, at 16 kHz; check every sample read."""
    clipped = read = 0
    with AudioReader(path) as reader:
        size = round(_CHUNK_S * reader.sample_rate)
        count = max(1, round(wanted_s / _CHUNK_S))
        if wanted_s < 0.99 * reader.seconds and reader.seekable:
            starts = np.linspace(0, max(0, reader.frames - size), count).astype(int)
        else:
            starts = np.arange(0, reader.frames, size)
        for start in starts:
            if reader.seekable:
                reader.seek(int(start))
            chunk = reader.read(size)
            if reader.bad_samples:
                raise SyrinxError(
                    f"{path} holds values that are no numbers (NaN); save it again or leave it out."
                )
            clipped += int(np.count_nonzero(np.abs(chunk) >= _CLIPPED_AT))
            read += len(chunk)
            if len(chunk):
                yield soxr.resample(chunk, reader.sample_rate, SAMPLE_RATE)
    if clipped > _CLIPPED_REFUSED * read:
        raise SyrinxError(
            f"{path} is clipped ({100 * clipped / read:.1f} % of it at full scale); "
            "record it again with less gain, or leave it out."
        )
    if clipped > _CLIPPED_NAMED * read:
        remarks.append(f"{path.name} is clipped in places; less gain gives a cleaner voice.")
