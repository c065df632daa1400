"""Transcripts of the text front end, for aligning speech with what an acoustic model will be given.

The form is that of the speech cache's ``phones``: blanks between phones, ``|`` between words. The
aligner puts optional silences between words itself, so pauses are left out.
"""

from __future__ import annotations

import dataclasses

from syrinx.neural.runtime.text.front_end import TextFrontEnd
from syrinx.neural.runtime.text.units import is_english
from syrinx.training.language.espeak_phones import espeak_groups


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """A text as its reader says it, as far as a text tells.

    Attributes
    ----------
    units
        English units with stress, in order.
    phones
        The same for the aligner that knows espeak-ng's phones.
    counts
        How many of the units each phone stands for; their sum is ``len(units)``.
    """

    units: tuple[str, ...]
    phones: str
    counts: tuple[int, ...]


def transcript(front: TextFrontEnd, text: str) -> Transcript:
    """Units of an English text, and what the aligner of espeak-ng's phones is to be given."""
    units: list[str] = []
    words: list[str] = []
    counts: list[int] = []
    for utterance in front.utterances(text, language="en"):
        for word in utterance.words:
            said = [u for u in utterance.units[word.first : word.last] if is_english(u)]
            groups = espeak_groups(said)
            if groups:
                units += said
                words.append(" ".join(phone for phone, _ in groups))
                counts += [count for _, count in groups]
    return Transcript(units=tuple(units), phones=" | ".join(words), counts=tuple(counts))


def unit_durations(counts: tuple[int, ...], frames: list[int]) -> list[int]:
    """Frames of each unit from those of each phone; of two units the first has the larger half.

    Parameters
    ----------
    counts
        As of :class:`Transcript`.
    frames
        Of each phone, silences left out.
    """
    out: list[int] = []
    for count, length in zip(counts, frames, strict=True):
        first = length if count == 1 else (length + 1) // 2
        out += [first] if count == 1 else [first, length - first]
    return out
