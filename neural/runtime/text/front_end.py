"""The text front end: text of any kind in, utterances ready to be spoken out.

``TextFrontEnd.open(registry)`` reads the shipped files; ``utterances(text)`` is a generator, so
that the first sentence is spoken while the others are still text.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Literal

from syrinx.neural.runtime.text import dates, mandarin, measures, network, prosody
from syrinx.neural.runtime.text.markdown import read_markdown, read_plain
from syrinx.neural.runtime.text.marked import INSERT, MOST_INSERTS, Marked, MarkIndex
from syrinx.neural.runtime.text.normaliser import Normaliser
from syrinx.neural.runtime.text.pronouncer import Pronouncer, Reads, open_pronouncer
from syrinx.neural.runtime.text.sentences import Sentence, sentences
from syrinx.neural.runtime.text.source import SourceText
from syrinx.neural.runtime.text.spoken import Around, Found, Token
from syrinx.neural.runtime.text.ssml import is_ssml, read_ssml
from syrinx.neural.runtime.text.units import CLAUSE, PARAGRAPH, PHRASE, STOP
from syrinx.neural.runtime.text.user_dictionary import UserDictionary
from syrinx.neural.runtime.text.utterance import Utterance

Form = Literal["auto", "plain", "markdown", "ssml"]
Language = Literal["auto", "en", "zh"]


class TextFrontEnd:
    """Makes utterances of text.

    Parameters
    ----------
    pronouncer
        Says English words.
    """

    def __init__(self, pronouncer: Pronouncer) -> None:
        self._pronouncer = pronouncer
        self._normaliser = Normaliser(pronouncer)
        self.notices: list[str] = []
        """What the text given last has that is not spoken, one sentence each."""

    @classmethod
    def open(cls, registry: Reads, dictionary: UserDictionary | None = None) -> TextFrontEnd:
        """Read the files that come with the program.

        Raises
        ------
        SyrinxError
            If one is missing or broken.
        """
        out = cls(open_pronouncer(registry))
        if dictionary is not None:
            out.set_dictionary(dictionary)
        return out

    def set_dictionary(self, dictionary: UserDictionary) -> None:
        """Take the user's pronunciations, those taken before are forgotten."""
        self._pronouncer.set_own({})
        self._pronouncer.set_own(dictionary.sounds(self._respelt))

    def warm_up(self, *, mandarin_too: bool = False) -> None:
        """Open what is opened at the first need only: a quarter of a second, two for Mandarin."""
        self._pronouncer.word("syrinxes")
        if mandarin_too:
            mandarin.sounds(["你好"])

    def utterances(
        self, text: str, *, form: Form = "auto", language: Language = "auto"
    ) -> Iterator[Utterance]:
        """Utterances of a text in order.

        Parameters
        ----------
        form
            ``auto`` takes what begins with ``<speak`` as SSML, everything else as plain text.
        language
            ``auto``: a sentence in which most letters are Chinese is Mandarin. ``zh`` also takes
            pinyin with tones as Mandarin.

        Raises
        ------
        SyrinxError
            If SSML is broken; nothing else.
        """
        self.notices = []
        for marked in self._read(text, form, language):
            found: set[str] = set(marked.notices)
            marks = MarkIndex(marked.marks)
            for paragraph in marked.paragraphs:
                for sentence, last in _with_last(sentences(paragraph)):
                    made = self._utterance(sentence, marked, marks, language, found, last=last)
                    self.notices += sorted(found - set(self.notices))
                    if made is not None:
                        yield made

    def _read(self, text: str, form: Form, language: Language) -> Iterator[Marked]:
        if form == "ssml" or (form == "auto" and is_ssml(text)):
            return iter([read_ssml(text, self._say_as)])
        if form == "markdown":
            return read_markdown(text)
        return read_plain(text, pinyin=language == "zh")

    def _utterance(
        self,
        sentence: Sentence,
        marked: Marked,
        marks: MarkIndex,
        language: Language,
        notices: set[str],
        *,
        last: bool,
    ) -> Utterance | None:
        source = sentence.text
        tokens: list[Token] = []
        for part in _parts(source):
            if isinstance(part, int):
                tokens += marked.inserts[part] if part < len(marked.inserts) else ()
            else:
                said = [t.text for t in tokens[-4:]]
                tokens += self._tokens(part, language, source.text, notices, said)
        tokens = [marks.applied(token) for token in tokens]
        tokens = prosody.with_phrases(tokens)
        start, end = source.span(0, len(source))
        ending = PARAGRAPH if last else STOP if sentence.whole else PHRASE
        if not sentence.whole and source.text.rstrip()[-1:] in ",;:，；：、":
            ending = CLAUSE
        return prosody.utterance(
            text=source.text,
            start=start,
            end=end,
            tokens=tokens,
            sounds=self._sounds(tokens),
            ending=ending,
            whole=sentence.whole,
            voices=marked.voices,
        )

    def _tokens(
        self,
        source: SourceText,
        language: Language,
        sentence: str,
        notices: set[str],
        said: Sequence[str],
    ) -> list[Token]:
        if language == "zh" or (language == "auto" and mandarin.share_of_han(sentence) > 0.5):
            return mandarin.tokens(source, self._normaliser, notices)
        return self._normaliser.tokens(source, notices=notices, said=said)

    def _sounds(self, tokens: Sequence[Token]) -> list[tuple[str, ...]]:
        """Units of each token of a sentence."""
        out: list[tuple[str, ...]] = [()] * len(tokens)
        english = [i for i, t in enumerate(tokens) if t.kind in ("word", "letter", "pause")]
        for i, way in zip(
            english, self._pronouncer.sentence([tokens[i].text for i in english]), strict=True
        ):
            out[i] = way
        run: list[int] = []
        for i, token in enumerate([*tokens, None]):
            if token is not None and token.kind == "chinese":
                run.append(i)
                continue
            if run:
                ways = mandarin.sounds([tokens[k].text for k in run])
                for k, way in zip(run, ways, strict=True):
                    out[k] = way
                run = []
            if token is not None and token.kind == "phones":
                out[i] = token.phones
        for i, token in enumerate(tokens):
            if token.kind == "word" and token.emphasis > 0 and out[i]:
                out[i] = self._pronouncer.clear(token.text, out[i])
        return out

    def _respelt(self, text: str) -> tuple[str, ...]:
        """Units of a respelling, without pauses."""
        tokens = self._normaliser.tokens(SourceText.of(text).cleaned())
        return tuple(unit for way in self._sounds(tokens) for unit in way)

    def _say_as(self, kind: str, how: str, text: str, start: int, end: int) -> tuple[Token, ...]:
        """Tokens of ``<say-as>`` and ``<sub>``; all of them stand for the whole element."""
        plain = " ".join(text.split())
        found = _as_kind(kind, plain)
        if found is None:
            tokens = self._normaliser.tokens(SourceText.of(plain).cleaned())
        else:
            tokens = self._normaliser.of_words(found)
        return tuple(dataclasses.replace(t, start=start, end=end, written=text) for t in tokens)


def _with_last(found: Iterator[Sentence]) -> Iterator[tuple[Sentence, bool]]:
    """Each sentence, and whether it is the last one."""
    before: Sentence | None = None
    for sentence in found:
        if before is not None:
            yield before, False
        before = sentence
    if before is not None:
        yield before, True


def _parts(source: SourceText) -> Iterator[SourceText | int]:
    """A text cut at its insertions, and their numbers."""
    at = 0
    for i, char in enumerate(source.text):
        if INSERT <= ord(char) < INSERT + MOST_INSERTS:
            if i > at:
                yield source.part(at, i)
            yield ord(char) - INSERT
            at = i + 1
    if at < len(source):
        yield source.part(at, len(source))


def _as_kind(kind: str, text: str) -> list[str] | None:
    """Words for a kind of ``<say-as>``; None: as in any text."""
    around = Around(said=())
    if not text:
        return []
    if kind in ("characters", "spell-out", "verbatim"):
        return network.characters(text)
    if kind in ("digits",):
        return network.characters("".join(c for c in text if c.isdecimal()))
    if kind == "telephone":
        return network.phone_words(text)
    whole = text.replace(",", "")
    if kind == "ordinal" and whole.isdecimal() and len(whole) < 30:
        return _all(measures.ordinals(whole + "th", 0, around), len(whole) + 2)
    if kind in ("cardinal", "number") and whole.isdecimal() and len(whole) < 60:
        return _all(measures.figures(whole, 0, around), len(whole))
    if kind == "date":
        return _all(dates.date(text, 0, around), len(text))
    if kind == "time":
        return _all(dates.clock(text, 0, around), len(text))
    if kind == "expletive":
        return ["beep"]
    return None


def _all(result: Found | None, length: int) -> list[str] | None:
    if result is None or result.end < length:
        return None
    return [word for piece in result.pieces for word in piece.words]
