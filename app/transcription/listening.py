"""Audio on its way through a recogniser: what is new after each piece, partial or final."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from syrinx.app.transcription.recognizer import Recognizer, RecognizerStream
from syrinx.app.transcription.transcript import Segment
from syrinx.dsp.processor import Audio


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a recogniser says after a piece of audio.

    Attributes
    ----------
    final
        Segments that will not change any more; their times count from the first sample.
    partial
        What was understood since then; it may still change.
    """

    final: tuple[Segment, ...]
    partial: str


class Listener:
    """One stream of a recogniser, which tells only what is new.

    Parameters
    ----------
    recognizer
        Listens; its rate is that of the audio.
    """

    def __init__(self, recognizer: Recognizer) -> None:
        self._stream: RecognizerStream = recognizer.stream()
        self._partial = ""

    def hear(self, audio: Audio) -> Said | None:
        """Take the next samples ``(n,)``; return what is new, None when nothing is."""
        return self._news(self._stream.accept(audio), self._stream.partial)

    def finish(self) -> Said | None:
        """Return what is left at the end."""
        return self._news(self._stream.finish(), "")

    def _news(self, segments: Iterable[Segment], partial: str) -> Said | None:
        final = tuple(sorted(segments, key=lambda segment: segment.start_s))
        partial = " ".join(partial.split())
        if not final and partial == self._partial:
            return None
        self._partial = partial
        return Said(final=final, partial=partial)


def listen(blocks: Iterable[Audio], recognizer: Recognizer) -> Iterator[Said]:
    """Yield what is said in ``blocks``, as soon as it is known."""
    listener = Listener(recognizer)
    for block in blocks:
        said = listener.hear(block)
        if said is not None:
            yield said
    said = listener.finish()
    if said is not None:
        yield said
