"""Speech into a file: normalised to a loudness, with chapters where the format has them.

The loudness of a text is known when it is spoken to its end. So it is spoken into a raw file aside
first, and written from there: an hour needs 0.7 GB for a while, and no memory.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from syrinx.app.audio_files import format_of
from syrinx.app.engine.markers import Marker
from syrinx.app.engine.recording_file import FORMATS, RecordingFile
from syrinx.app.files import reason, replacing
from syrinx.app.synthesis.reading import Spoken
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.limiter import Limiter
from syrinx.dsp.loudness import LoudnessMeter
from syrinx.dsp.processor import Audio
from syrinx.dsp.units import db_to_gain

SPEECH_LUFS = -16.0
"""As podcasts and audio books are delivered."""
CEILING_DB = -1.0
MOST_GAIN_DB = 40.0
_BLOCK = 1 << 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What became of a text.

    Attributes
    ----------
    seconds
        Length.
    lufs
        Integrated loudness before it was changed; None = too short or silent.
    gain_db
        What it was changed by.
    chapters
        Beginnings in seconds, and titles.
    """

    seconds: float
    lufs: float | None
    gain_db: float
    chapters: tuple[tuple[float, str], ...]


class SpeechFile:
    """A file that speech is gathered for; nothing lies at its place before `finish`.

    Use it as a context: leaving it throws away what is not finished.

    Parameters
    ----------
    path
        Its ending gives the format: .wav .flac .mp3 .ogg .opus.
    sample_rate
        Of the speech, in Hz.

    Raises
    ------
    SyrinxError
        The format is not known, or the folder cannot be written.
    """

    def __init__(self, path: Path, *, sample_rate: int) -> None:
        if path.suffix.lower() not in FORMATS:
            format_of(path)  # says what is no sound file at all
            raise SyrinxError(f"Speech is written as {', '.join(FORMATS)}, not {path.suffix}.")
        if path.is_dir() or not path.parent.is_dir():
            what = "it is a folder" if path.is_dir() else f"there is no folder {path.parent}"
            raise SyrinxError(f"Cannot write {path}: {what}.")
        self.path, self.sample_rate = path, sample_rate
        self._meter = LoudnessMeter(sample_rate)
        self._frames = 0
        self._chapters: list[tuple[int, str]] = []
        try:
            self._raw = tempfile.TemporaryFile(  # noqa: SIM115 - closed in __exit__
                dir=path.parent, prefix=".syrinx-speech-"
            )
        except OSError as error:
            raise SyrinxError(f"Cannot write {path}: {reason(error)}.") from error

    @property
    def seconds(self) -> float:
        """How much there is."""
        return self._frames / self.sample_rate

    def chapter(self, title: str) -> None:
        """Begin a chapter here."""
        self._chapters.append((self._frames, title))

    def write(self, audio: Audio) -> None:
        """Append samples, ``(n,)``.

        Raises
        ------
        SyrinxError
            The disk is full.
        """
        audio = np.ascontiguousarray(audio, np.float32)
        self._meter.process(audio)
        try:
            self._raw.write(audio.tobytes())
        except OSError as error:
            raise SyrinxError(f"Cannot write {self.path}: {reason(error)}.") from error
        self._frames += len(audio)

    def silence(self, seconds: float) -> None:
        """Append silence."""
        left = max(0, round(seconds * self.sample_rate))
        while left:
            part = min(left, _BLOCK)
            self.write(np.zeros(part, np.float32))
            left -= part

    def finish(self, *, target_lufs: float | None = SPEECH_LUFS) -> Written:
        """Write the file, wholly or not at all.

        Parameters
        ----------
        target_lufs
            Its loudness afterwards; None = as it was spoken. Peaks are limited to -1 dB.

        Raises
        ------
        SyrinxError
            There is no speech, or the disk is full.
        """
        if not self._frames:
            raise SyrinxError("There is nothing to say: the text holds no word.")
        lufs = self._meter.read().integrated
        gain_db = 0.0
        if target_lufs is not None and lufs is not None:
            gain_db = min(target_lufs - lufs, MOST_GAIN_DB)
        chapters = tuple((at / self.sample_rate, title) for at, title in self._chapters)
        with replacing(self.path) as temporary:
            file = RecordingFile(temporary, sample_rate=self.sample_rate, channels=1)
            try:
                for block in self._levelled(gain_db):
                    file.write(block[:, None])
                scale = file.sample_rate
                file.finish([Marker(sample=round(at * scale), label=name) for at, name in chapters])
            finally:
                file.close()
        return Written(seconds=self.seconds, lufs=lufs, gain_db=gain_db, chapters=chapters)

    def __enter__(self) -> SpeechFile:
        """Give itself."""
        return self

    def __exit__(self, *exc: object) -> None:
        """Throw away what was gathered."""
        with contextlib.suppress(OSError):
            self._raw.close()

    def _blocks(self) -> Iterator[Audio]:
        self._raw.flush()
        self._raw.seek(0, os.SEEK_SET)
        while data := self._raw.read(4 * _BLOCK):
            yield np.frombuffer(data, np.float32)

    def _levelled(self, gain_db: float) -> Iterator[Audio]:
        from syrinx.app.offline import aligned

        gain = np.float32(db_to_gain(gain_db))
        limiter = Limiter(sample_rate=self.sample_rate, ceiling_dbfs=CEILING_DB)
        return aligned((block * gain for block in self._blocks()), limiter)


def write_speech(
    chunks: Iterable[Spoken], file: SpeechFile, *, chapters: Sequence[tuple[int, str]] = ()
) -> None:
    """Gather a reading.

    Parameters
    ----------
    chapters
        Places in the source where chapters begin, and their titles.
    """
    left = list(chapters)
    for spoken in chunks:
        while spoken.first and left and left[0][0] <= spoken.sentence.start:
            file.chapter(left.pop(0)[1])
        file.write(spoken.chunk.audio)


def headings(text: str) -> tuple[tuple[int, str], ...]:
    """Return places and titles of the headings of a Markdown text."""
    found = []
    at = 0
    fenced = False
    for line in text.splitlines(keepends=True):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        title = line.strip()
        marks = len(title) - len(title.lstrip("#"))
        if not fenced and 0 < marks <= 3 and title[marks : marks + 1] == " ":
            found.append((at, title.strip("# ").strip()))
        at += len(line)
    return tuple(found)
