"""What the program needs of a voice that speaks text, be it its own or a published one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from syrinx.app.synthesis.script import Sentence
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio

SLOWEST, FASTEST = 0.5, 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a script is spoken.

    Attributes
    ----------
    speed
        0.5 to 2; 1 is the voice's own.
    pitch_semitones
        Added to the voice's own pitch, -24 to 24.
    volume_db
        -60 to 12.
    pause
        Factor of the pauses between sentences, 0 to 5.
    pitch_range, emphasis
        0 to 2; published voices have no such thing and leave them out.
    style
        Name of a way of speaking, where a voice has several.

    Raises
    ------
    SyrinxError
        A number is out of range.
    """

    speed: float = 1.0
    pitch_semitones: float = 0.0
    volume_db: float = 0.0
    pause: float = 1.0
    pitch_range: float = 1.0
    emphasis: float = 1.0
    style: str | None = None

    def __post_init__(self) -> None:
        """Check the ranges."""
        for name, value, low, high in (
            ("speed", self.speed, SLOWEST, FASTEST),
            ("pitch", self.pitch_semitones, -24.0, 24.0),
            ("volume", self.volume_db, -60.0, 12.0),
            ("pause", self.pause, 0.0, 5.0),
            ("pitch range", self.pitch_range, 0.0, 2.0),
            ("emphasis", self.emphasis, 0.0, 2.0),
        ):
            if not low <= value <= high:
                raise SyrinxError(f"The {name} of speech must lie between {low:g} and {high:g}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTime:
    """When a word is heard.

    Attributes
    ----------
    start, end
        Its place in the source text.
    start_s, end_s
        From the beginning of its sentence.
    """

    start: int
    end: int
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SpeechChunk:
    """The next piece of a sentence.

    Attributes
    ----------
    audio
        ``(n,)`` float32 at the voice's rate.
    words
        Those that begin in this chunk, in order.
    """

    audio: Audio
    words: tuple[WordTime, ...] = ()


class Synthesizer(Protocol):
    """A voice that is loaded.

    Attributes
    ----------
    name
        For people.
    language
        Code of the language that it speaks, as "en".
    sample_rate
        Of what it says, in Hz.
    """

    @property
    def name(self) -> str: ...

    @property
    def language(self) -> str: ...

    @property
    def sample_rate(self) -> int: ...

    def speak(self, sentence: Sentence, manner: Manner, *, take: int = 0) -> Iterator[SpeechChunk]:
        """Say one sentence and the pause behind it.

        Another ``take`` is another reading, where the voice has any.

        Raises
        ------
        SyrinxError
            It cannot be said.
        """
        ...


def seconds_of(chunks: Sequence[SpeechChunk], sample_rate: int) -> float:
    """Return how long some chunks are together."""
    return sum(len(chunk.audio) for chunk in chunks) / sample_rate
