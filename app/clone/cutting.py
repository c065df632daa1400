"""Dropped files: long recordings cut at pauses into takes, strangers and music put aside.

A recording is read twice, in blocks: once for the level of every 10 ms (an hour needs 3 MB), then
piece by piece. So its length does not matter.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import soxr
from numpy.typing import NDArray

from syrinx.app.audio_files import AudioReader
from syrinx.app.clone.likeness import dominant
from syrinx.app.clone.take_report import Finding, TakeIssue, TakeReport
from syrinx.app.clone.takes import SAMPLE_RATE, TakeChecker
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio
from syrinx.dsp.recording_levels import HOP_S, runs, speech_activity
from syrinx.dsp.recording_music import held_share
from syrinx.dsp.recording_quality import speech_levels, to_16k

OnProgress = Callable[[float, float], None]
"""Is told the seconds done and the seconds in all."""
_BLOCK_S = 30.0
_FRAMES = round(_BLOCK_S / HOP_S)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CutConfig:
    """How recordings are cut; seconds, but for ``music``, a share of `held_share`.

    Pieces last ``shortest_s`` to ``longest_s``. Pauses of ``joined_s`` and less do not part a
    sentence; longer ones do, once a piece is long enough. ``margin_s`` of the pause stays at both
    ends.
    """

    shortest_s: float = 2.0
    wanted_s: float = 5.0
    longest_s: float = 12.0
    joined_s: float = 0.35
    parted_s: float = 1.5
    margin_s: float = 0.2
    music: float = 0.25

    def __post_init__(self) -> None:
        if not 0 < self.shortest_s <= self.wanted_s <= self.longest_s:
            raise SyrinxError("Pieces need a shortest length below the wanted and the longest.")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a file, in s from its beginning."""

    path: Path
    start_s: float
    end_s: float

    @property
    def seconds(self) -> float:
        """Its length."""
        return self.end_s - self.start_s


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class KeptPiece:
    """A piece that can be used as a take, and its check."""

    piece: Piece
    report: TakeReport


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class AsidePiece:
    """A piece that was put aside: ``reason`` is a code (a `TakeIssue`, or ``music``)."""

    piece: Piece
    reason: str
    sentence: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CutReport:
    """What became of some files.

    Attributes
    ----------
    kept, aside
        In the order of the files.
    failed
        One sentence for each file that could not be read to its end.
    """

    kept: tuple[KeptPiece, ...]
    aside: tuple[AsidePiece, ...]
    failed: tuple[str, ...] = ()

    @property
    def kept_s(self) -> float:
        """Seconds that can be used."""
        return sum(kept.piece.seconds for kept in self.kept)

    def aside_s(self) -> dict[str, float]:
        """Seconds put aside, by reason, the most first."""
        found: dict[str, float] = {}
        for aside in self.aside:
            found[aside.reason] = found.get(aside.reason, 0.0) + aside.piece.seconds
        return dict(sorted(found.items(), key=lambda item: -item[1]))


MUSIC = "music"
_MUSIC_SENTENCE = "Music can be heard in it."
_STRANGER_SENTENCE = "Somebody else speaks here than in most of the recordings."


def cut_files(
    paths: Sequence[Path],
    checker: TakeChecker,
    *,
    config: CutConfig | None = None,
    on_progress: OnProgress = lambda done_s, total_s: None,
) -> CutReport:
    """Cut recordings into takes, and put aside what is no good speech of the main speaker.

    The main speaker is whoever speaks longest in all files together.

    Parameters
    ----------
    paths
        Anything `AudioReader` reads, of any length.
    checker
        Of takes; its limits hold here, too.
    on_progress
        Called while reading; may raise to cancel.

    Raises
    ------
    SyrinxError
        The speaker model is missing.
    """
    config = config or CutConfig()
    rows: list[tuple[Piece, TakeReport, float]] = []
    failed: list[str] = []
    unique = {path.resolve(): path for path in reversed(paths)}
    files = [path for path in paths if unique.pop(path.resolve(), None) is not None]
    lengths = [_seconds(path, failed) for path in files]
    total_s, before_s = 2.0 * sum(lengths), 0.0
    for path, length in zip(files, lengths, strict=True):
        if length:
            begun = before_s

            def read(seconds: float, begun: float = begun, length: float = length) -> None:
                on_progress(begun + min(seconds, length), total_s)

            try:
                pieces = list(pieces_of(path, config, read))
                for piece, audio, rate in _audio_of(path, pieces):
                    narrow = _narrow(audio, rate)
                    rows.append((piece, checker.check(audio, rate), held_share(narrow)))
                    on_progress(begun + length + piece.end_s, total_s)
            except SyrinxError as error:
                failed.append(str(error))
        before_s += 2.0 * length
    on_progress(total_s, total_s)
    return _sorted_out(rows, failed, config, checker)


def _sorted_out(
    rows: Sequence[tuple[Piece, TakeReport, float]],
    failed: Sequence[str],
    config: CutConfig,
    checker: TakeChecker,
) -> CutReport:
    voices = [
        index
        for index, (_, report, held) in enumerate(rows)
        if report.embedding is not None and held <= config.music
    ]
    embeddings = [e for i in voices if (e := rows[i][1].embedding) is not None]
    seconds = np.array([rows[i][1].quality.speech.speech_s for i in voices])
    ours = dominant(embeddings, seconds, least=checker.limits.likeness)
    strangers = {i for i, own in zip(voices, ours, strict=True) if not own}
    kept: list[KeptPiece] = []
    aside: list[AsidePiece] = []
    for index, (piece, report, held) in enumerate(rows):
        if held > config.music:
            aside.append(AsidePiece(piece=piece, reason=MUSIC, sentence=_MUSIC_SENTENCE))
        elif index in strangers:
            code = TakeIssue.OTHER_SPEAKER.value
            aside.append(AsidePiece(piece=piece, reason=code, sentence=_STRANGER_SENTENCE))
        elif report.problems:
            aside.append(_refused(piece, report.problems[0]))
        else:
            kept.append(KeptPiece(piece=piece, report=report))
    return CutReport(kept=tuple(kept), aside=tuple(aside), failed=tuple(failed))


def _refused(piece: Piece, problem: Finding) -> AsidePiece:
    return AsidePiece(piece=piece, reason=problem.issue.value, sentence=problem.sentence)


def pieces_of(
    path: Path, config: CutConfig, on_read: Callable[[float], None] = lambda seconds: None
) -> Iterator[Piece]:
    """Cut one recording at its pauses; ``on_read`` is told how far it has been read, in s.

    Raises
    ------
    SyrinxError
        The file is broken.
    """
    levels = []
    with AudioReader(path) as reader:
        for block in reader.blocks(round(_BLOCK_S * reader.sample_rate)):
            levels.append(speech_levels(to_16k(block, reader.sample_rate)))
            on_read(len(levels) * _BLOCK_S)
    joined = np.concatenate(levels) if levels else np.zeros(0)
    for first, last in cut_frames(joined, config):
        yield Piece(path=path, start_s=first * HOP_S, end_s=last * HOP_S)


def cut_frames(levels_dbfs: NDArray[np.float64], config: CutConfig) -> list[tuple[int, int]]:
    """First and last frame (exclusive) of every piece, by the levels of frames of 10 ms."""
    active = np.concatenate(
        [np.zeros(0, np.bool_)]
        + [
            speech_activity(levels_dbfs[first : first + 2 * _FRAMES])
            for first in range(0, len(levels_dbfs), 2 * _FRAMES)
        ]
    )
    frames = {
        name: round(getattr(config, name) / HOP_S)
        for name in ("shortest_s", "wanted_s", "longest_s", "joined_s", "parted_s", "margin_s")
    }
    groups: list[list[int]] = []
    for start, stop in runs(active).tolist():
        if groups:
            first, last = groups[-1]
            pause, whole = start - last, stop - first
            parts = pause > frames["joined_s"] and last - first >= frames["wanted_s"]
            if pause < frames["parted_s"] and whole <= frames["longest_s"] and not parts:
                groups[-1][1] = stop
                continue
        groups.append([start, stop])
    out: list[tuple[int, int]] = []
    for index, (first, last) in enumerate(groups):
        before = groups[index - 1][1] if index else 0
        after = groups[index + 1][0] if index + 1 < len(groups) else len(levels_dbfs)
        start = max(first - frames["margin_s"], (before + first) // 2)
        stop = min(last + frames["margin_s"], (last + after + 1) // 2)
        out += [
            (a, b)
            for a, b in _short_enough(levels_dbfs, start, stop, frames["longest_s"])
            if b - a >= frames["shortest_s"]
        ]
    return out


def _short_enough(
    levels_dbfs: NDArray[np.float64], start: int, stop: int, longest: int
) -> Iterator[tuple[int, int]]:
    """Cut what has no pause, such as hurried speech or music, where it is quietest."""
    while stop - start > longest:
        low, high = start + longest // 3, start + longest
        at = low + int(np.argmin(np.convolve(levels_dbfs[low:high], np.ones(9) / 9, mode="same")))
        yield start, at
        start = at
    yield start, stop


def _audio_of(path: Path, pieces: Sequence[Piece]) -> Iterator[tuple[Piece, Audio, int]]:
    """Read the pieces, in order, without going back: some formats cannot."""
    with AudioReader(path) as reader:
        rate = reader.sample_rate
        place = 0
        for piece in pieces:
            first, last = round(piece.start_s * rate), round(piece.end_s * rate)
            while place < first:
                skipped = len(reader.read(min(first - place, round(_BLOCK_S * rate))))
                if not skipped:
                    return
                place += skipped
            audio = reader.read(last - first)
            place += len(audio)
            yield piece, audio, rate


def read_piece(piece: Piece) -> tuple[Audio, int]:
    """Return a piece's audio, mono, at its file's rate, and that rate.

    Raises
    ------
    SyrinxError
        The file is gone or broken.
    """
    for _, audio, rate in _audio_of(piece.path, [piece]):
        return audio, rate
    raise SyrinxError(f"{piece.path} is shorter than it was.")


def _narrow(audio: Audio, rate: int) -> Audio:
    if rate == SAMPLE_RATE:
        return audio
    return np.asarray(soxr.resample(audio, rate, SAMPLE_RATE), np.float32)


def _seconds(path: Path, failed: list[str]) -> float:
    try:
        with AudioReader(path) as reader:
            return reader.seconds
    except SyrinxError as error:
        failed.append(str(error))
        return 0.0
