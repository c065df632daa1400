"""What the front end gives: units to be spoken, the words they belong to, and how to say them."""

from __future__ import annotations

import dataclasses
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from syrinx.neural.runtime.text.units import accent_of, numbers

Mode = Literal["statement", "question", "question_word", "exclamation", "unfinished"]
"""``question`` is answered by yes or no, ``question_word`` begins with who, what, where...;
``unfinished``: the sentence goes on in the next utterance."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Prosody:
    """How a span of text is to be spoken: factor of the speed, semitones, decibels."""

    rate: float = 1.0
    pitch_semitones: float = 0.0
    volume_db: float = 0.0

    def within(self, outer: Prosody) -> Prosody:
        """This one inside another one."""
        return Prosody(
            rate=self.rate * outer.rate,
            pitch_semitones=self.pitch_semitones + outer.pitch_semitones,
            volume_db=self.volume_db + outer.volume_db,
        )


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SpokenWord:
    """A word, its place in the source and its units.

    Attributes
    ----------
    text, written
        What is said ("five"), and what stands there ("$5").
    start, end
        Place in the source; words that one writing makes ("five", "dollars") share it.
    first, last
        Its units are ``units[first:last]`` of the utterance.
    emphasis
        -1 reduced, 0 as usual, 1 moderate, 2 strong.
    accented
        Whether it is a word of content, which bears the sentence's accents.
    prosody
        As somebody has asked for by SSML.
    """

    text: str
    written: str
    start: int
    end: int
    first: int
    last: int
    emphasis: int = 0
    accented: bool = True
    prosody: Prosody = Prosody()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One sentence, or a piece of a long one.

    Attributes
    ----------
    text, start, end
        What was written, and its place in the source.
    units
        Names of `syrinx.neural.runtime.text.units.UNITS`; the first is silence, the last a pause.
    pause_ms
        Length of each pause that somebody has asked for; None: as the model thinks.
    words
        In order; every unit that is no pause belongs to one.
    mode
        How its melody ends.
    """

    text: str
    start: int
    end: int
    units: tuple[str, ...]
    pause_ms: tuple[int | None, ...]
    words: tuple[SpokenWord, ...]
    mode: Mode = "statement"

    @property
    def numbers(self) -> NDArray[np.int64]:
        """The units as numbers ``(n,)``, for a model."""
        return numbers(self.units)

    @property
    def accents(self) -> NDArray[np.int64]:
        """Stress or tone of each unit ``(n,)``, as of :func:`accent_of`."""
        return np.array([accent_of(unit) for unit in self.units], np.int64)

    @property
    def word_of(self) -> NDArray[np.int64]:
        """Number of each unit's word ``(n,)``, -1 for pauses."""
        out = np.full(len(self.units), -1, np.int64)
        for number, word in enumerate(self.words):
            out[word.first : word.last] = number
        return out

    @property
    def emphasis(self) -> NDArray[np.int64]:
        """Per unit ``(n,)``: 0 pauses and weak words, 1 words of content, 2 and 3 emphasis."""
        out = np.zeros(len(self.units), np.int64)
        for word in self.words:
            level = int(word.accented) if word.emphasis == 0 else max(0, word.emphasis + 1)
            out[word.first : word.last] = level
        return out
