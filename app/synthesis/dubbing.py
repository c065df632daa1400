"""Subtitles spoken on their times: what is too long is said faster, within a limit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from syrinx.app.synthesis.reading import Spoken, say
from syrinx.app.synthesis.script import Script, Sentence
from syrinx.app.synthesis.synthesizer import FASTEST, Manner, SpeechChunk, Synthesizer, seconds_of

MOST_FASTER = 1.5
"""Above this people do not follow any more."""
TOLERANCE_S = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """How a subtitle was fitted.

    Attributes
    ----------
    number
        Of the subtitle, from 1.
    speed
        Factor of the speed that it got.
    late_s
        So much later than its time it begins, as the one before was not over.
    over_s
        So much longer than its time it lasts.
    """

    number: int
    speed: float
    late_s: float
    over_s: float

    @property
    def remark(self) -> str | None:
        """A sentence, when it could not be fitted."""
        if self.late_s > TOLERANCE_S:
            return (
                f"Subtitle {self.number} begins {self.late_s:.1f} s late: the one before it is "
                "too long to be said in time."
            )
        if self.over_s > TOLERANCE_S:
            return (
                f"Subtitle {self.number} lasts {self.over_s:.1f} s longer than it is shown, "
                f"at {self.speed:.2f} times the speed."
            )
        return None


def dub(
    script: Script,
    voice: Synthesizer,
    manner: Manner,
    *,
    most_faster: float = MOST_FASTER,
) -> Iterator[tuple[tuple[Spoken, ...], Fitted]]:
    """Yield subtitles, each with the silence before it, and how it was fitted.

    A subtitle may go on into the pause behind it; when the next one is due it begins as soon as
    the one before is over, and later ones catch up in the pauses.

    Parameters
    ----------
    script
        Of subtitles, see `subtitle_script`.
    most_faster
        At most so many times the speed of ``manner``.
    """
    rate = voice.sample_rate
    now = 0
    for sentence in script.from_sentence():
        due = round((sentence.at_s or 0.0) * rate)
        begin = max(now, due)
        room_s = max(0.0, (sentence.until_s or 0.0) - begin / rate)
        spoken, factor = _fitted(sentence, voice, manner, room_s, most_faster)
        length = sum(len(part.chunk.audio) for part in spoken)
        fitted = Fitted(
            number=sentence.number + 1,
            speed=factor,
            late_s=(begin - due) / rate,
            over_s=max(0.0, length / rate - room_s),
        )
        pause = SpeechChunk(audio=np.zeros(begin - now, np.float32))
        before = Spoken(sentence=sentence, chunk=pause, first=False, last=False)
        yield (before, *spoken), fitted
        now = begin + length


def _fitted(
    sentence: Sentence, voice: Synthesizer, manner: Manner, room_s: float, most_faster: float
) -> tuple[tuple[Spoken, ...], float]:
    spoken = tuple(say(sentence, voice, manner))
    needed_s = seconds_of([part.chunk for part in spoken], voice.sample_rate)
    if needed_s <= room_s + TOLERANCE_S:
        return spoken, 1.0
    limit = min(most_faster, FASTEST / manner.speed)
    factor = limit if room_s <= 0.0 else min(limit, needed_s / room_s)
    if factor <= 1.0:
        return spoken, 1.0
    faster = replace(manner, speed=manner.speed * factor)
    return tuple(say(sentence, voice, faster)), factor
