"""What transcription needs of a recogniser, be it our own or one that the user has brought."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from syrinx.app.audio_files import AudioReader
from syrinx.app.resampling import resampled
from syrinx.app.transcription.transcript import Segment, Transcript
from syrinx.dsp.processor import Audio

BLOCK_S = 0.5
"""Audio that is given to a recogniser at once."""


class RecognizerStream(Protocol):
    """One recording on its way through a recogniser."""

    @property
    def partial(self) -> str:
        """What was understood since the last segment; it may still change."""
        ...

    def accept(self, audio: Audio) -> list[Segment]:
        """Take the next samples, ``(n,)`` float32; return the segments that are final now."""
        ...

    def finish(self) -> list[Segment]:
        """Return what is left, at the end of the recording."""
        ...


class Recognizer(Protocol):
    """A recogniser that is loaded.

    Attributes
    ----------
    name
        As it stands in transcripts.
    language
        As "en"; None = it finds out, or knows several.
    sample_rate
        Of the audio it takes, in Hz.
    """

    @property
    def name(self) -> str: ...

    @property
    def language(self) -> str | None: ...

    @property
    def sample_rate(self) -> int: ...

    def stream(self) -> RecognizerStream:
        """Begin a recording."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """How far a recording is.

    Attributes
    ----------
    done_s, total_s
        In seconds of the recording.
    text
        The last words, final or not.
    """

    done_s: float
    total_s: float
    text: str


def transcribe(
    path: Path,
    recognizer: Recognizer,
    *,
    on_progress: Callable[[Heard], None] | None = None,
) -> Transcript:
    """Transcribe a sound file of any length; only a moment of it is in memory.

    Raises
    ------
    SyrinxError
        The file is missing, broken or no sound file.
    """
    segments: list[Segment] = []
    with AudioReader(path) as reader:
        stream = recognizer.stream()
        rate = recognizer.sample_rate
        blocks = reader.blocks(max(1, round(BLOCK_S * reader.sample_rate)))
        for audio in resampled(blocks, reader.sample_rate, rate):
            segments += stream.accept(audio)
            if on_progress is not None:
                done_s = reader.frames_read / reader.sample_rate
                text = stream.partial or (segments[-1].text if segments else "")
                on_progress(Heard(done_s=done_s, total_s=max(done_s, reader.seconds), text=text))
        segments += stream.finish()
        duration_s = reader.frames_read / reader.sample_rate
    return Transcript(
        segments=tuple(_in_order(segments)),
        duration_s=duration_s,
        language=recognizer.language,
        model=recognizer.name,
    )


def _in_order(segments: Iterable[Segment]) -> list[Segment]:
    return sorted(segments, key=lambda segment: segment.start_s)
