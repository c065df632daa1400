"""Finding and replacing text in a transcript. No Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from syrinx.app.transcription.transcript import Segment, Transcript


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is looked for.

    Attributes
    ----------
    text
        As it stands in a segment; white space is one space.
    case
        Whether capitals matter.
    whole
        Whether it must begin and end where words do.
    """

    text: str
    case: bool = False
    whole: bool = False

    def pattern(self) -> re.Pattern[str] | None:
        """Return the expression; None = nothing is looked for."""
        wanted = r"\s+".join(re.escape(part) for part in self.text.split())
        if not wanted:
            return None
        if self.whole:
            wanted = rf"(?<!\w){wanted}(?!\w)"
        return re.compile(wanted, 0 if self.case else re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Where it stands: number of the segment, first letter and the one after the last."""

    segment: int
    start: int
    stop: int


def find(segments: Sequence[Segment], query: Query) -> Iterator[Match]:
    """Yield every place, none of which overlap."""
    pattern = query.pattern()
    if pattern is None:
        return
    for number, segment in enumerate(segments):
        for found in pattern.finditer(segment.text):
            yield Match(segment=number, start=found.start(), stop=found.end())


def replace_match(transcript: Transcript, match: Match, by: str) -> Transcript:
    """Return the transcript with one place replaced; a segment left without a word is dropped."""
    text = transcript.segments[match.segment].text
    return rewrite(transcript, match.segment, text[: match.start] + by + text[match.stop :])


def replace_all(transcript: Transcript, query: Query, by: str) -> tuple[Transcript, int]:
    """Return the transcript with every place replaced, and how many there were."""
    pattern = query.pattern()
    if pattern is None:
        return transcript, 0
    segments: list[Segment] = []
    count = 0
    for segment in transcript.segments:
        text, here = pattern.subn(lambda _: by, segment.text)
        count += here
        if not here:
            segments.append(segment)
        elif text.split():
            segments.append(segment.rewritten(text))
    return replace(transcript, segments=_in_order(segments)), count


def rewrite(transcript: Transcript, number: int, text: str) -> Transcript:
    """Return the transcript with another text in one segment; without a word it is dropped."""
    segments = list(transcript.segments)
    if text.split():
        segments[number] = segments[number].rewritten(text)
    else:
        del segments[number]
    return replace(transcript, segments=_in_order(segments))


def _in_order(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """A first word that goes may move a segment's start behind that of the next one."""
    return tuple(sorted(segments, key=lambda segment: segment.start_s))


def word_at(segment: Segment, letter: int) -> int:
    """Return the number of the word in which this letter of the segment's text stands."""
    at = 0
    for number, word in enumerate(segment.words):
        at += len(word.text) + 1
        if letter < at:
            return number
    return len(segment.words) - 1
