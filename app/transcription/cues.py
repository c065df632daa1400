"""Subtitles from segments: how many words stand on the screen at once, and how lines break.

The limits are the usual ones of broadcasters: two lines of 42 characters, 7 s at most.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from syrinx.app.transcription.transcript import Segment, Transcript, Word
from syrinx.dsp.errors import SyrinxError

PAUSE_S = 1.0
"""A pause so long ends a cue."""
_SENTENCE_END = (".", "!", "?", "。", "！", "？")


@dataclass(frozen=True, slots=True, kw_only=True)
class CueLimits:
    """What a cue may hold.

    Attributes
    ----------
    line_length
        Characters of a line, 10 to 500; a longer word stands on a line of its own.
    lines
        Lines at once, 1 to 4.
    seconds
        Longest time on the screen, 1 to 60 s.
    """

    line_length: int = 42
    lines: int = 2
    seconds: float = 7.0

    def __post_init__(self) -> None:
        if not 10 <= self.line_length <= 500:
            raise SyrinxError("A line of subtitles has 10 to 500 characters.")
        if not 1 <= self.lines <= 4:
            raise SyrinxError("A subtitle has 1 to 4 lines.")
        if not 1 <= self.seconds <= 60:
            raise SyrinxError("A subtitle is shown for 1 to 60 seconds.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One subtitle: lines of text from ``start_s`` to ``end_s``."""

    start_s: float
    end_s: float
    lines: tuple[str, ...]
    speaker: int | None = None

    @property
    def text(self) -> str:
        """The lines as one."""
        return " ".join(self.lines)


def cues(transcript: Transcript, limits: CueLimits | None = None) -> Iterator[Cue]:
    """Yield the subtitles of a transcript; none reaches into the next one."""
    limits = CueLimits() if limits is None else limits
    waiting: Cue | None = None
    for segment in transcript.segments:
        for words in _groups(segment, limits):
            cue = Cue(
                start_s=words[0].start_s,
                end_s=max(word.end_s for word in words),
                lines=tuple(_lines(words, limits.line_length)),
                speaker=segment.speaker,
            )
            if waiting is not None:
                yield _cut(waiting, cue.start_s)
            waiting = cue
    if waiting is not None:
        yield waiting


def _cut(cue: Cue, end_s: float) -> Cue:
    if cue.end_s <= end_s:
        return cue
    return Cue(
        start_s=cue.start_s, end_s=max(cue.start_s, end_s), lines=cue.lines, speaker=cue.speaker
    )


def _groups(segment: Segment, limits: CueLimits) -> Iterator[list[Word]]:
    group: list[Word] = []
    for word in segment.words:
        if group and (
            len(_lines([*group, word], limits.line_length)) > limits.lines
            or word.end_s - group[0].start_s > limits.seconds
            or word.start_s - group[-1].end_s >= PAUSE_S
            or (group[-1].text.endswith(_SENTENCE_END) and _is_full(group, limits))
        ):
            yield group
            group = []
        group.append(word)
    yield group


def _is_full(group: Sequence[Word], limits: CueLimits) -> bool:
    """Whether there is a line's worth: a sentence that ends here ends the cue, too."""
    return sum(len(word.text) + 1 for word in group) > limits.line_length * limits.lines / 2


def _lines(words: Sequence[Word], length: int) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + 1 + len(word.text) <= length:
            lines[-1] += f" {word.text}"
        else:
            lines.append(word.text)
    return lines
