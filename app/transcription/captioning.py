"""Live captions: what is heard on the engine's taps becomes segments on one clock."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from syrinx.app.transcription.listening import Listener, Said
from syrinx.app.transcription.recognizer import Recognizer
from syrinx.app.transcription.tap_feed import TapFeed
from syrinx.app.transcription.transcript import Segment

SILENT_S = 1.5
"""No sound for so long (the voice was stopped): what is open is over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Captioned:
    """What is new.

    Attributes
    ----------
    final
        Segments that will not change; their times count from `Captioner`'s beginning.
    partial
        What was understood since then.
    began_at
        The beginning by the clock: ``began_at + word.end_s`` is when a word was over.
    """

    final: tuple[Segment, ...]
    partial: str
    began_at: float


class Captioner:
    """Listens to a feed; a stream of the engine that ends, ends what is open.

    Parameters
    ----------
    feed
        The sound, at the recogniser's rate.
    recognizer
        Listens.
    began_at
        Where times count from; None = now.
    clock
        As the feed's.
    """

    def __init__(
        self,
        feed: TapFeed,
        recognizer: Recognizer,
        *,
        began_at: float | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._feed, self._recognizer, self._clock = feed, recognizer, clock
        self._began_at = clock() if began_at is None else began_at
        self._listener: Listener | None = None
        self._heard_at = clock()
        self._zero_at = self._began_at
        self._last_s = 0.0

    def pull(self) -> list[Captioned]:
        """Hear what is new; return what is said, oldest first."""
        piece = self._feed.pull()
        now = self._clock()
        if piece is None:
            idle = now - self._heard_at > SILENT_S
            return self.finish() if idle else []
        self._heard_at = now
        told = self.finish() if piece.begins else []
        if self._listener is None:
            self._listener = Listener(self._recognizer)
        self._zero_at = self._feed.zero_at
        told += self._told(self._listener.hear(piece.audio))
        return told

    def finish(self) -> list[Captioned]:
        """End what is open."""
        listener, self._listener = self._listener, None
        return [] if listener is None else self._told(listener.finish())

    def _told(self, said: Said | None) -> list[Captioned]:
        if said is None:
            return []
        final = tuple(self._placed(segment) for segment in said.final)
        return [Captioned(final=final, partial=said.partial, began_at=self._began_at)]

    def _placed(self, segment: Segment) -> Segment:
        """Bring times from the listener's first sample to the common clock, never backwards."""
        by = self._zero_at - self._began_at
        words = []
        for word in segment.words:
            start_s = max(self._last_s, word.start_s + by)
            words.append(replace(word, start_s=start_s, end_s=max(start_s, word.end_s + by)))
            self._last_s = start_s
        return replace(segment, words=tuple(words))
