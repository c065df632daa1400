"""Transcripts in the units of the text front end, for aligning speech with what is to be learned.

The form is that of the speech cache's ``phones``: blanks between units, ``|`` between words. The
aligner puts optional silences between words itself, so pauses are left out.
"""

from __future__ import annotations

from syrinx.neural.runtime.text.front_end import TextFrontEnd
from syrinx.neural.runtime.text.units import is_english


def transcript(front: TextFrontEnd, text: str, *, stress: bool = False) -> str:
    """Units of a text as its reader says them, as far as a text tells.

    Parameters
    ----------
    stress
        Keep the stress of vowels; an aligner has too little speech for three of each.
    """
    words = []
    for utterance in front.utterances(text):
        for word in utterance.words:
            units = utterance.units[word.first : word.last]
            if not stress:
                units = tuple(u.rstrip("012") if is_english(u) else u for u in units)
            words.append(" ".join(units))
    return " | ".join(words)
