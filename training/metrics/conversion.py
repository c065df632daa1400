"""Scores of folders of converted speech beside the baselines that tell what they are worth.

Rows: ``source`` (nothing changed), ``pitch_shift`` (the source at the target's median pitch, no
network), ``converted``, and ``target`` (other recordings of the target, the ceiling).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
import soxr

from syrinx.dsp.errors import SyrinxError
from syrinx.training.metrics.baselines import median_f0_hz, shift_pitch
from syrinx.training.metrics.scoring import (
    SAMPLE_RATE,
    Board,
    Judges,
    Listener,
    Recording,
    require_two,
)

SUFFIXES = {".wav", ".flac", ".ogg", ".opus", ".mp3", ".aif", ".aiff"}


def audio_files(folder: Path) -> list[Path]:
    """Return the audio files of a folder, sorted by name.

    Raises
    ------
    SyrinxError
        If the folder is missing or holds none.
    """
    if not folder.is_dir():
        raise SyrinxError(f"There is no folder {folder}.")
    files = sorted(p for p in folder.iterdir() if p.suffix.lower() in SUFFIXES)
    if not files:
        raise SyrinxError(f"There is no audio file in {folder}.")
    return files


def read_recording(path: Path) -> Recording:
    """Read a file, mixed down to mono."""
    try:
        audio, rate = soundfile.read(path, dtype="float32", always_2d=True)
    except (soundfile.LibsndfileError, OSError) as error:
        raise SyrinxError(f"{path} cannot be read as audio: {error}.") from None
    mono = np.nan_to_num(audio.mean(axis=1))
    if len(mono) < rate // 10:
        raise SyrinxError(f"{path} is shorter than 0.1 s.")
    at_16k = mono if rate == SAMPLE_RATE else soxr.resample(mono, rate, SAMPLE_RATE)
    return Recording(name=path.stem, audio=mono, sample_rate=rate, audio_16k=at_16k)


def pair_up(source: Path, converted: Path, *, limit: int | None = None) -> list[tuple[Path, Path]]:
    """Pair the files of two folders by stem.

    Raises
    ------
    SyrinxError
        If a source has no converted file, which would make the figures too good or too bad.
    """
    by_stem = {path.stem: path for path in audio_files(converted)}
    sources = audio_files(source)[:limit]
    missing = [path.stem for path in sources if path.stem not in by_stem]
    if missing:
        raise SyrinxError(
            f"{len(missing)} of {len(sources)} sources have no converted file of the same name in "
            f"{converted}, the first is {missing[0]}."
        )
    return [(path, by_stem[path.stem]) for path in sources]


class ConversionScores:
    """Scores one voice: add pairs, then ask for the table.

    Parameters
    ----------
    judges
        Who is asked.
    target
        Recordings of the target, two or more: every other one is the reference, the rest are the
        ``target`` row.
    """

    def __init__(self, judges: Judges, target: Sequence[Recording]) -> None:
        require_two(target)
        self.target_f0_hz = median_f0_hz(target[::2])
        self.board = Board(Listener(judges), target[::2])
        self._own = target[1::2]

    def add(self, source: Recording, converted: Recording, text: str | None = None) -> None:
        """Score one converted recording, its source and its pitch-shifted source."""
        self.board.add("source", source, source=source, text=text)
        shifted = shift_pitch(source, self.target_f0_hz)
        if shifted is not None:
            self.board.add("pitch_shift", shifted, source=source, text=text)
        self.board.add("converted", converted, source=source, text=text)

    def table(self) -> dict[str, dict[str, Any]]:
        """Return row -> figures, with ``<encoder>_gap_closed`` where it can be told."""
        for recording in self._own:
            self.board.add("target", recording)
        self._own = ()
        return self.board.table()


def score_folders(
    judges: Judges,
    source: Path,
    converted: Path,
    target: Path,
    texts: Mapping[str, str],
    *,
    limit: int | None = None,
) -> Iterator[tuple[int, int, ConversionScores]]:
    """Score two folders; yield (done, total, scores) after each pair."""
    pairs = pair_up(source, converted, limit=limit)
    scores = ConversionScores(judges, [read_recording(path) for path in audio_files(target)])
    for done, (path, other) in enumerate(pairs, start=1):
        scores.add(read_recording(path), read_recording(other), texts.get(path.stem))
        yield done, len(pairs), scores
