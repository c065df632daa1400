"""What was said in a recording: words with times and confidence, in segments, perhaps by speaker.

Kept as JSON with a format number; what is read back is checked field by field.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from syrinx.dsp.errors import SyrinxError

FORMAT = 1
MAX_WORDS = 2_000_000
"""More than anybody says in a week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word.

    Attributes
    ----------
    text
        As it is written, with the punctuation that belongs to it; no white space inside.
    start_s, end_s
        In seconds from the start of the recording.
    confidence
        0 to 1, how sure the recogniser is; 1 for a word that a person wrote.
    """

    text: str
    start_s: float
    end_s: float
    confidence: float = 1.0

    def __post_init__(self) -> None:
        if not self.text or self.text.split() != [self.text]:
            raise SyrinxError("A word of a transcript is a text without white space.")
        if not (0 <= self.start_s <= self.end_s < math.inf):
            raise SyrinxError(f'The times of the word "{self.text}" are not in order.')
        if not 0 <= self.confidence <= 1:
            raise SyrinxError(f'The confidence of the word "{self.text}" is not within 0 to 1.')


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """What was said in one go, between two pauses or turns.

    Attributes
    ----------
    words
        In the order of their times; at least one.
    speaker
        Number of the speaker, from 0; None = not told apart.
    """

    words: tuple[Word, ...]
    speaker: int | None = None

    def __post_init__(self) -> None:
        if not self.words:
            raise SyrinxError("A segment of a transcript has at least one word.")
        for before, after in zip(self.words, self.words[1:], strict=False):
            if after.start_s < before.start_s:
                raise SyrinxError(f'The word "{after.text}" begins before the one before it.')
        if self.speaker is not None and self.speaker < 0:
            raise SyrinxError("Speakers of a transcript are counted from 0.")

    @property
    def start_s(self) -> float:
        """Where the first word begins."""
        return self.words[0].start_s

    @property
    def end_s(self) -> float:
        """Where the last word ends."""
        return max(word.end_s for word in self.words)

    @property
    def text(self) -> str:
        """The words with spaces between."""
        return " ".join(word.text for word in self.words)

    @property
    def confidence(self) -> float:
        """Mean over the words."""
        return sum(word.confidence for word in self.words) / len(self.words)

    def rewritten(self, text: str) -> Segment:
        """Return the segment with other words, as a person has written them.

        Words that stay keep their times and confidence; new ones share the time of those they
        replace, in proportion to their letters.

        Raises
        ------
        SyrinxError
            No word is left: delete the segment instead.
        """
        wanted = text.split()
        if not wanted:
            raise SyrinxError("A segment without a word cannot be kept: delete it instead.")
        return replace(self, words=tuple(_placed(list(self.words), wanted)))


def _placed(before: list[Word], wanted: list[str]) -> Iterator[Word]:
    """Align old and new words (longest common subsequence); spread what is new over the gaps."""
    import difflib

    texts = [word.text for word in before]
    matcher = difflib.SequenceMatcher(a=texts, b=wanted, autojunk=False)
    for kind, first, last, start, stop in matcher.get_opcodes():
        if kind == "equal":
            yield from before[first:last]
        elif kind in ("replace", "insert"):
            if last > first:
                begin, end = before[first].start_s, before[last - 1].end_s
            else:  # between two words, however short the gap
                begin = before[first - 1].end_s if first else before[0].start_s
                end = before[first].start_s if first < len(before) else before[-1].end_s
                end = max(begin, end)
            letters = [len(word) for word in wanted[start:stop]]
            done = 0
            for text, count in zip(wanted[start:stop], letters, strict=True):
                at = begin + (end - begin) * done / sum(letters)
                done += count
                yield Word(text=text, start_s=at, end_s=begin + (end - begin) * done / sum(letters))


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """All that was said in a recording.

    Attributes
    ----------
    segments
        In the order of their times.
    duration_s
        Length of the recording.
    language
        As "en", "zh"; None = not known.
    model
        Name of the recogniser.
    speakers
        Names by number; a number without one is shown as "Speaker 1" and so on.
    remark
        Sentences about the recording: that it was cut short, for instance.
    """

    segments: tuple[Segment, ...]
    duration_s: float
    language: str | None = None
    model: str = ""
    speakers: tuple[str, ...] = ()
    remark: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.duration_s < math.inf:
            raise SyrinxError("The length of a transcript's recording is not a number of seconds.")
        for before, after in zip(self.segments, self.segments[1:], strict=False):
            if after.start_s < before.start_s:
                raise SyrinxError("The segments of a transcript are not in order.")

    @property
    def text(self) -> str:
        """The segments, a line each."""
        return "\n".join(segment.text for segment in self.segments)

    def words(self) -> Iterator[Word]:
        """Every word."""
        for segment in self.segments:
            yield from segment.words

    def speaker_name(self, number: int) -> str:
        """Return what a speaker is called."""
        given = self.speakers[number] if number < len(self.speakers) else ""
        return given or f"Speaker {number + 1}"


def to_json(transcript: Transcript) -> str:
    """Return a transcript as JSON text: all there is, readable again by `from_json`."""
    segments = []
    for segment in transcript.segments:
        words = [
            {
                "text": word.text,
                "start_s": round(word.start_s, 3),
                "end_s": round(word.end_s, 3),
                "confidence": round(word.confidence, 3),
            }
            for word in segment.words
        ]
        facts: dict[str, Any] = {
            "start_s": round(segment.start_s, 3),
            "end_s": round(segment.end_s, 3),
            "text": segment.text,
        }
        if segment.speaker is not None:
            facts["speaker"] = segment.speaker
        segments.append({**facts, "words": words})
    whole = {
        "format": FORMAT,
        "model": transcript.model,
        "language": transcript.language,
        "duration_s": round(transcript.duration_s, 3),
        "speakers": list(transcript.speakers),
        "segments": segments,
    }
    if transcript.remark:
        whole["remark"] = transcript.remark
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def from_json(text: str) -> Transcript:
    """Read what `to_json` wrote.

    Raises
    ------
    SyrinxError
        It is damaged, of a later format, or not a transcript.
    """
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SyrinxError("The transcript is damaged: it is no JSON.") from error
    if not isinstance(found, Mapping) or "segments" not in found:
        raise SyrinxError("This JSON is no transcript of Syrinx.")
    if found.get("format") != FORMAT:
        raise SyrinxError("The transcript is of another version of Syrinx.")
    try:
        return _transcript(found)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise SyrinxError("The transcript is damaged: a field is missing or odd.") from error


def _transcript(found: Mapping[str, Any]) -> Transcript:
    count = sum(len(segment["words"]) for segment in found["segments"])
    if count > MAX_WORDS:
        raise SyrinxError(f"The transcript has {count} words; at most {MAX_WORDS} can be read.")
    language, speakers = found.get("language"), found.get("speakers", [])
    if not (language is None or isinstance(language, str)) or not isinstance(speakers, list):
        raise ValueError
    return Transcript(
        segments=tuple(
            Segment(
                words=tuple(
                    Word(
                        text=_text(word["text"]),
                        start_s=_number(word["start_s"]),
                        end_s=_number(word["end_s"]),
                        confidence=_number(word.get("confidence", 1.0)),
                    )
                    for word in segment["words"]
                ),
                speaker=_whole(segment.get("speaker")),
            )
            for segment in found["segments"]
        ),
        duration_s=_number(found["duration_s"]),
        language=language,
        model=_text(found.get("model", "")),
        speakers=tuple(_text(name) for name in speakers),
        remark=_text(found.get("remark", "")),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError
    return float(value)


def _whole(value: Any) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError
    return value
