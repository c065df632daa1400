"""Which seconds of a long recording are seen: scrolling, zooming, following (no Qt)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from syrinx.app.transcription.transcript import Transcript, Word

SHORTEST_S, LONGEST_S, FIRST_S = 4.0, 120.0, 20.0
PIXELS_A_SECOND = 64
"""At first: most words find room above their sound."""


class Span:
    """A stretch of ``seconds`` that begins at ``from_s``, within ``0 … length_s``."""

    def __init__(self) -> None:
        self.length_s = 0.0
        self.from_s = 0.0
        self.seconds = FIRST_S

    @property
    def until_s(self) -> float:
        """Its right edge."""
        return self.from_s + self.seconds

    @property
    def room_s(self) -> float:
        """How far it can be scrolled."""
        return max(0.0, self.length_s - self.seconds)

    def reset(self, length_s: float) -> None:
        """Show the beginning of another recording."""
        self.length_s, self.from_s = length_s, 0.0

    def fit(self, width: float) -> None:
        """Show as many seconds as have room for their words in so many pixels."""
        self.seconds = min(LONGEST_S, max(SHORTEST_S, width / PIXELS_A_SECOND))

    def scroll_to(self, from_s: float) -> None:
        """Begin here, as far as there is room."""
        self.from_s = min(max(0.0, from_s), self.room_s)

    def zoom(self, factor: float, around_s: float) -> None:
        """Show ``factor`` times as many seconds; one moment stays where it is."""
        share = (around_s - self.from_s) / self.seconds
        self.seconds = min(LONGEST_S, max(SHORTEST_S, self.seconds * factor))
        self.scroll_to(around_s - share * self.seconds)

    def follow(self, time_s: float) -> None:
        """Turn the page when a moment is not seen, or nearly at the right edge."""
        if not self.from_s <= time_s <= self.until_s - 0.08 * self.seconds:
            self.scroll_to(time_s - 0.1 * self.seconds)


def words_between(
    transcript: Transcript | None, from_s: float, until_s: float
) -> Iterator[tuple[int, int, Word]]:
    """Yield segment, number and word of all that are said between two times."""
    if transcript is None:
        return
    segments = transcript.segments
    # A segment that began before may still be heard: some are looked at in vain.
    first = bisect_left(segments, from_s, key=lambda segment: segment.start_s)
    for number in range(max(0, first - 8), len(segments)):
        if segments[number].start_s >= until_s:
            return
        for place, word in enumerate(segments[number].words):
            if word.end_s > from_s and word.start_s < until_s:
                yield number, place, word
