"""What transcription needs of a recogniser, be it our own or one that the user has brought."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from syrinx.app.transcription.recording import Recording
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
        The file is missing or no sound file, or nothing of it can be read.
    """
    segments: list[Segment] = []
    with Recording(path) as recording:
        stream = recognizer.stream()
        for audio in recording.blocks(BLOCK_S, recognizer.sample_rate):
            segments += stream.accept(audio)
            if on_progress is not None:
                text = stream.partial or (segments[-1].text if segments else "")
                on_progress(Heard(done_s=recording.done_s, total_s=recording.total_s, text=text))
        segments += stream.finish()
        return transcript_of(segments, recognizer, recording.done_s, recording.remark())


def transcript_of(
    segments: Iterable[Segment], recognizer: Recognizer, duration_s: float, remark: str = ""
) -> Transcript:
    """Put together what a recogniser has understood."""
    return Transcript(
        segments=tuple(sorted(segments, key=lambda segment: segment.start_s)),
        duration_s=duration_s,
        language=recognizer.language,
        model=recognizer.name,
        remark=remark,
    )
