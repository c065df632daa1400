"""The subset of SSML that is understood: break, prosody, sub, say-as, phoneme, emphasis, p, s.

Parsed by expat without document types and entities of one's own, so that nothing can be expanded
or fetched. Other elements are passed over with a notice; what they contain is spoken.
"""

from __future__ import annotations

import dataclasses
import re
import xml.parsers.expat
from collections.abc import Callable, Mapping

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.text.listing import listed
from syrinx.neural.runtime.text.marked import Builder, Mark, Marked
from syrinx.neural.runtime.text.phonemes import parse
from syrinx.neural.runtime.text.source import SourceText
from syrinx.neural.runtime.text.spoken import Token
from syrinx.neural.runtime.text.utterance import Prosody

SayAs = Callable[[str, str, str, int, int], "tuple[Token, ...]"]
"""Kind, format, text, and its place: the tokens to be said."""
_SPEAK = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,1000}?-->\s*)?<speak[\s>/]", re.DOTALL
)
_RATES = {"x-slow": 0.5, "slow": 0.75, "medium": 1.0, "fast": 1.3, "x-fast": 1.7, "default": 1.0}
_PITCHES = {"x-low": -6.0, "low": -3.0, "medium": 0.0, "high": 3.0, "x-high": 6.0, "default": 0.0}
_VOLUMES = {
    "silent": -90.0, "x-soft": -12.0, "soft": -6.0, "medium": 0.0, "loud": 4.0, "x-loud": 8.0,
    "default": 0.0,
}  # fmt: skip
_STRENGTHS = {"none": "", "x-weak": "|", "weak": ",", "medium": ",", "strong": ".", "x-strong": "¶"}
_EMPHASIS = {"strong": 2, "moderate": 1, "none": 0, "reduced": -1}
_SILENT = frozenset({"speak", "p", "s", "paragraph", "sentence", "mark", "lang", "w", "token"})
LONGEST_BREAK_MS = 20000


def is_ssml(text: str) -> bool:
    """Whether a text is SSML: it begins with ``<speak``. Other texts may contain < and &."""
    return bool(_SPEAK.match(text[:4000]))


def read_ssml(text: str, say_as: SayAs) -> Marked:
    """Read a document.

    Parameters
    ----------
    say_as
        Makes the tokens of ``<say-as>`` and ``<sub>`` (kind ``sub``).

    Raises
    ------
    SyrinxError
        If it is broken; one sentence with the line.
    """
    reader = _Reader(text, say_as)
    parser = xml.parsers.expat.ParserCreate("utf-8")
    parser.buffer_text = False
    parser.SetParamEntityParsing(xml.parsers.expat.XML_PARAM_ENTITY_PARSING_NEVER)
    parser.StartElementHandler = reader.opened
    parser.EndElementHandler = reader.closed
    parser.CharacterDataHandler = reader.characters
    parser.StartDoctypeDeclHandler = _no_doctype
    reader.parser = parser
    try:
        parser.Parse(text.encode("utf-8", "replace"), True)
    except xml.parsers.expat.ExpatError as error:
        reason = xml.parsers.expat.ErrorString(error.code)
        raise SyrinxError(
            f"The SSML is broken in line {error.lineno}, column {error.offset + 1}: {reason}."
        ) from error
    return reader.builder.done()


def _no_doctype(*_: object) -> None:
    raise SyrinxError("SSML with a document type is not read: remove the line <!DOCTYPE ...>.")


@dataclasses.dataclass(slots=True, kw_only=True)
class _Open:
    name: str
    start: int
    attributes: Mapping[str, str]
    voice: int = 0
    text: list[str] = dataclasses.field(default_factory=list)


class _Reader:
    """Handlers of one parse."""

    parser: xml.parsers.expat.XMLParserType

    def __init__(self, text: str, say_as: SayAs) -> None:
        self.builder = Builder()
        self._text, self._say_as = text, say_as
        self._open: list[_Open] = []
        self._taken = 0  # elements around whose text is replaced
        # Bytes before each character, to find characters by what expat counts.
        self._places: list[int] | None = None
        if not text.isascii():
            self._places = []
            for i, char in enumerate(text):
                self._places += [i] * len(char.encode("utf-8", "replace"))
            self._places.append(len(text))

    def _at(self) -> int:
        byte = self.parser.CurrentByteIndex
        if self._places is None:
            return min(byte, len(self._text))
        return self._places[min(byte, len(self._places) - 1)]

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        name = name.rpartition(":")[2]
        start = self._at()
        voice = self._open[-1].voice if self._open else 0
        if name in ("p", "paragraph"):
            self.builder.paragraph()
        elif name == "break":
            self._break(attributes, start)
        elif name == "prosody":
            outer = self.builder.voices.get(voice, Prosody())
            voice = len(self.builder.voices) + 1
            self.builder.voices[voice] = self._prosody(attributes).within(outer)
        elif name in ("say-as", "sub", "phoneme"):
            self._taken += 1
        elif name not in _SILENT and name != "emphasis":
            self.builder.notices.append(
                f"The SSML element <{name}> is not known and was passed over."
            )
        self._open.append(_Open(name=name, start=start, attributes=dict(attributes), voice=voice))

    def closed(self, name: str) -> None:
        element = self._open.pop()
        end = self._at()
        if element.name in ("p", "paragraph", "speak"):
            self.builder.paragraph()
        elif element.name in ("s", "sentence"):
            self.builder.text(
                SourceText(text="\n\x00".replace("\x00", " "), starts=(end, end), ends=(end, end))
            )
            self._insert((Token(kind="pause", text=".", start=end, end=end),), end, end)
        elif element.name == "prosody":
            self.builder.marks.append(Mark(start=element.start, end=end, voice=element.voice))
        elif element.name == "emphasis":
            level = element.attributes.get("level", "moderate")
            if level not in _EMPHASIS:
                self._refused("emphasis", "level", level)
            self.builder.marks.append(
                Mark(start=element.start, end=end, emphasis=_EMPHASIS.get(level, 1))
            )
        elif element.name in ("say-as", "sub", "phoneme"):
            self._taken -= 1
            if not self._taken:
                self._replaced(element, end)
            elif self._open:
                self._open[-1].text += element.text

    def characters(self, data: str) -> None:
        if self._taken:
            self._open[-1].text.append(data)
            return
        start = self._at()
        n = len(data)
        if self._text[start : start + n] == data:
            self.builder.text(SourceText.of(data, start))
            return
        # &amp; and its like, or another end of line: all of it is one place.
        semicolon = self._text.find(";", start, start + 12)
        end = (
            semicolon + 1 if self._text[start : start + 1] == "&" and semicolon >= 0 else start + 1
        )
        end = min(max(end, start), len(self._text))
        self.builder.text(SourceText(text=data, starts=(start,) * n, ends=(end,) * n))

    def _insert(self, tokens: tuple[Token, ...], start: int, end: int) -> None:
        if tokens:
            self.builder.insert(tokens, start, end)

    def _replaced(self, element: _Open, end: int) -> None:
        close = self._text.find(">", end)
        stop = close + 1 if close >= 0 else end
        content = "".join(element.text)
        attributes = element.attributes
        if element.name == "sub":
            tokens = self._say_as("sub", "", attributes.get("alias", content), element.start, stop)
        elif element.name == "phoneme":
            tokens = self._sounds(attributes.get("ph", ""), content, element.start, stop)
        else:
            kind = attributes.get("interpret-as", "")
            tokens = self._say_as(kind, attributes.get("format", ""), content, element.start, stop)
            if kind not in KINDS:
                self._refused("say-as", "interpret-as", kind)
        self._insert(tokens, element.start, stop)

    def _sounds(self, sounds: str, content: str, start: int, end: int) -> tuple[Token, ...]:
        try:
            ways = parse(sounds)
        except SyrinxError as error:
            self.builder.notices.append(str(error))
            return self._say_as("sub", "", content, start, end)
        return tuple(
            Token(
                kind="phones",
                text=content or sounds,
                start=start,
                end=end,
                written=content,
                phones=w,
            )
            for w in ways
        )

    def _break(self, attributes: Mapping[str, str], start: int) -> None:
        time = attributes.get("time", "")
        if time:
            match = re.fullmatch(r"\s*\+?(\d{1,6}(?:\.\d{1,6})?|\.\d{1,6})\s*(ms|s)\s*", time)
            if match:
                ms = float(match[1]) * (1000 if match[2] == "s" else 1)
                token = Token(
                    kind="pause",
                    text=",",
                    start=start,
                    end=start,
                    ms=round(min(ms, LONGEST_BREAK_MS)),
                )
                self._insert((token,), start, start)
                return
            self._refused("break", "time", time)
        strength = attributes.get("strength", "medium")
        if strength not in _STRENGTHS:
            self._refused("break", "strength", strength)
        sign = _STRENGTHS.get(strength, ",")
        if sign:
            self._insert((Token(kind="pause", text=sign, start=start, end=start),), start, start)

    def _prosody(self, attributes: Mapping[str, str]) -> Prosody:
        rate, pitch, volume = 1.0, 0.0, 0.0
        for name, value in attributes.items():
            value = value.strip()
            if name == "rate":
                found = _RATES.get(value) or _number(value, "%", 0.01) or _number(value, "", 1.0)
                if found is not None and value[:1] in "+-" and value.endswith("%"):
                    found += 1.0
                rate = (
                    min(4.0, max(0.25, found))
                    if found
                    else self._refused("prosody", name, value, 1.0)
                )
            elif name == "pitch":
                found = _PITCHES.get(value)
                if found is None:
                    found = _number(value, "st", 1.0)
                if found is None and (share := _number(value, "%", 0.01)) is not None:
                    found = 12.0 * share  # a tenth up is about a tenth of an octave here
                pitch = (
                    min(24.0, max(-24.0, found))
                    if found is not None
                    else self._refused("prosody", name, value, 0.0)
                )
            elif name == "volume":
                found = _VOLUMES.get(value)
                if found is None:
                    found = _number(value, "dB", 1.0)
                volume = (
                    min(20.0, max(-90.0, found))
                    if found is not None
                    else self._refused("prosody", name, value, 0.0)
                )
        return Prosody(rate=rate, pitch_semitones=pitch, volume_db=volume)

    def _refused(self, element: str, name: str, value: str, instead: float = 0.0) -> float:
        self.builder.notices.append(
            f'The SSML element <{element}> has {name}="{value[:40]}", which is not known.'
        )
        return instead


KINDS = frozenset(
    listed(
        "characters spell-out verbatim cardinal number ordinal digits date time telephone"
        " fraction unit currency expletive"
    )
)
"""What ``interpret-as`` may be."""


def _number(text: str, unit: str, factor: float) -> float | None:
    match = re.fullmatch(r"([+-]?\d{1,6}(?:\.\d{1,6})?)" + re.escape(unit), text)
    return float(match[1]) * factor if match else None
