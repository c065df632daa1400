"""What is to be spoken: sentences with their places in the source, made while they are spoken.

English goes through the text front end (numbers, SSML, Markdown, the user's pronunciations). Other
languages are cut into sentences here, and read by the voice as they are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.text.ssml import is_ssml
from syrinx.neural.runtime.text.units import PARAGRAPH, PAUSE_MS, PAUSES, STOP
from syrinx.neural.runtime.text.utterance import Prosody, Utterance

if TYPE_CHECKING:
    from syrinx.app.transcription.cues import Cue
    from syrinx.neural.runtime.text.front_end import Form, TextFrontEnd

LONGEST = 600
"""Characters of a sentence in a language without a front end; longer ones are cut at a blank."""
_END = re.compile(r"(?:[.!?…]+[\"'”’»)\]]*(?=\s|$))|[。！？]+[”’」』）]*|\n\s*\n\s*")
_WORD = re.compile(r"\S+")
_PLAIN = Prosody()


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word as it is said, its place in the source, and how it is said."""

    text: str
    start: int
    end: int
    prosody: Prosody = _PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence, or a piece of a long one.

    Attributes
    ----------
    number
        From 0, in the script.
    text, start, end
        As it is written, and its place in the source.
    words
        In order.
    pause_s
        Behind it.
    utterance
        What the front end made of it; None = it is for the voice to read.
    at_s, until_s
        When it is to be heard, where it is a subtitle.
    """

    number: int
    text: str
    start: int
    end: int
    words: tuple[Word, ...]
    pause_s: float
    utterance: Utterance | None = None
    at_s: float | None = None
    until_s: float | None = None


class Script:
    """Sentences in order, made when they are first asked for and kept.

    A sentence needs a few kilobytes: a book of ten hours some tens of megabytes.

    Parameters
    ----------
    source
        What the places of words mean.
    sentences
        Makes them, one after the other.
    """

    def __init__(self, source: str, sentences: Iterator[Sentence]) -> None:
        self.source = source
        self._coming = sentences
        self._made: list[Sentence] = []

    def get(self, number: int) -> Sentence | None:
        """Return a sentence; None = the script has not so many.

        Raises
        ------
        SyrinxError
            The text is SSML and broken.
        """
        while len(self._made) <= number:
            found = next(self._coming, None)
            if found is None:
                return None
            self._made.append(found)
        return self._made[number]

    def from_sentence(self, first: int = 0) -> Iterator[Sentence]:
        """Yield the sentences from one on."""
        number = first
        while (sentence := self.get(number)) is not None:
            yield sentence
            number += 1

    def at_place(self, place: int) -> int:
        """Return the number of the sentence at a place of the source, or the one behind it."""
        number = 0
        for sentence in self.from_sentence():
            if place < sentence.end:
                return sentence.number
            number = sentence.number
        return number

    def all(self) -> Sequence[Sentence]:
        """Return every sentence."""
        return tuple(self.from_sentence())


def script_of(
    text: str, *, language: str, front_end: TextFrontEnd | None, form: Form = "auto"
) -> Script:
    """Make a script of a text.

    Parameters
    ----------
    language
        Code of the voice's language.
    front_end
        Reads English; None = the voice reads it by itself.
    form
        What the text is written in, see `TextFrontEnd.utterances`.

    Raises
    ------
    SyrinxError
        It is SSML, and the voice is not English.
    """
    return Script(text, _numbered(_sentences(text, language, front_end, form)))


def subtitle_script(
    cues: Sequence[Cue], *, language: str, front_end: TextFrontEnd | None
) -> Script:
    """Make a script of subtitles: one sentence each, at its time.

    The source of the places is the text of all cues, one a line.
    """
    lines = [" ".join(cue.lines) for cue in cues]

    def made() -> Iterator[Sentence]:
        at = 0
        for cue, line in zip(cues, lines, strict=True):
            parts = list(_sentences(line, language, front_end, "plain"))
            if parts:
                yield replace(
                    _moved(_joined(line, parts), at),
                    pause_s=0.0,
                    at_s=cue.start_s,
                    until_s=cue.end_s,
                )
            at += len(line) + 1

    return Script("\n".join(lines), _numbered(made()))


def _numbered(sentences: Iterator[Sentence]) -> Iterator[Sentence]:
    for number, sentence in enumerate(sentences):
        yield replace(sentence, number=number)


def _sentences(
    text: str, language: str, front_end: TextFrontEnd | None, form: Form
) -> Iterator[Sentence]:
    if front_end is not None and language in ("en", ""):
        for utterance in front_end.utterances(text, form=form):
            yield of_utterance(utterance, text)
        return
    if form == "ssml" or (form == "auto" and is_ssml(text)):
        raise SyrinxError("SSML is read for English voices only: remove the marks, or take one.")
    for start, end, pause in _cut(text):
        yield Sentence(
            number=0,
            text=text[start:end],
            start=start,
            end=end,
            words=tuple(
                Word(text=word[0], start=start + word.start(), end=start + word.end())
                for word in _WORD.finditer(text[start:end])
            ),
            pause_s=1e-3 * PAUSE_MS[pause],
        )


def of_utterance(utterance: Utterance, source: str) -> Sentence:
    """Make a sentence of what the front end gives."""
    last = utterance.pause_ms[-1] if utterance.pause_ms else None
    pause_ms = PAUSE_MS.get(utterance.units[-1], 0) if last is None else last
    return Sentence(
        number=0,
        text=source[utterance.start : utterance.end].strip(),
        start=utterance.start,
        end=utterance.end,
        words=tuple(
            Word(text=word.text, start=word.start, end=word.end, prosody=word.prosody)
            for word in utterance.words
        ),
        pause_s=1e-3 * pause_ms,
        utterance=utterance,
    )


def _cut(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield begin, end and pause of the sentences of a text without a front end."""
    at = 0
    ends = [(found.end(), found[0]) for found in _END.finditer(text)]
    for end, sign in [*ends, (len(text), "\n\n")]:
        pause = PARAGRAPH if "\n" in sign else STOP
        while end - at > LONGEST:
            blank = text.rfind(" ", at + LONGEST // 2, at + LONGEST)
            cut = blank if blank > 0 else at + LONGEST
            yield from _stripped(text, at, cut, STOP)
            at = cut
        yield from _stripped(text, at, end, pause)
        at = max(at, end)


def _stripped(text: str, start: int, end: int, pause: str) -> Iterator[tuple[int, int, str]]:
    part = text[start:end]
    if any(char.isalnum() for char in part):
        start += len(part) - len(part.lstrip())
        yield start, start + len(part.strip()), pause


def _joined(line: str, parts: Sequence[Sentence]) -> Sentence:
    """Make one sentence of the pieces of a line: a subtitle is said in one go."""
    if len(parts) == 1:
        return parts[0]
    utterances = [part.utterance for part in parts if part.utterance is not None]
    return Sentence(
        number=0,
        text=line,
        start=parts[0].start,
        end=parts[-1].end,
        words=tuple(word for part in parts for word in part.words),
        pause_s=0.0,
        utterance=_one(line, utterances) if len(utterances) == len(parts) else None,
    )


def _one(line: str, utterances: Sequence[Utterance]) -> Utterance:
    units: list[str] = []
    pauses: list[int | None] = []
    words = []
    for utterance in utterances:
        skipped = 1 if units and utterance.units[0] in PAUSES else 0
        by = len(units) - skipped
        words += [
            replace(word, first=word.first + by, last=word.last + by) for word in utterance.words
        ]
        units += utterance.units[skipped:]
        pauses += utterance.pause_ms[skipped:]
    return replace(
        utterances[-1],
        text=line,
        start=utterances[0].start,
        units=tuple(units),
        pause_ms=tuple(pauses),
        words=tuple(words),
    )


def _moved(sentence: Sentence, by: int) -> Sentence:
    """Return a sentence whose source begins later."""
    utterance = sentence.utterance
    if utterance is not None:
        utterance = replace(
            utterance,
            start=utterance.start + by,
            end=utterance.end + by,
            words=tuple(
                replace(word, start=word.start + by, end=word.end + by) for word in utterance.words
            ),
        )
    return replace(
        sentence,
        start=sentence.start + by,
        end=sentence.end + by,
        words=tuple(
            replace(word, start=word.start + by, end=word.end + by) for word in sentence.words
        ),
        utterance=utterance,
    )
