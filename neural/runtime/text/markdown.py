"""Plain text and Markdown without their markup; sounds in ``[[ ]]``, emphasis by ``*``.

Headings, items of lists and cells of tables become paragraphs and clauses of their own; code blocks
are passed over, code within a line is said as it stands; a link is said by its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.text.marked import Builder, Mark, Marked
from syrinx.neural.runtime.text.phonemes import BRACKETS, parse
from syrinx.neural.runtime.text.pinyin import has_tone_mark, syllables
from syrinx.neural.runtime.text.source import SourceText
from syrinx.neural.runtime.text.spoken import Token

_GAP = re.compile(r"\n[ \t\r]*\n\s*")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_FENCE = re.compile(r"\s{0,3}(```|~~~)")
_TONED = re.compile(r"[^\W\d_]{1,30}")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+|\s{0,3}(?:=+|-{2,})\s*$")
_RULE = re.compile(r"\s{0,3}(?:[-*_]\s*){3,200}$|\s{0,3}\|?[\s:|-]*-[\s:|-]*$")
_QUOTE = re.compile(r"(?:\s{0,3}>\s?){1,10}")
_ITEM = re.compile(r"\s{0,20}(?:[-*+]\s+(?:\[[ xX]\]\s+)?|(?=\d{1,3}[.)]\s))")
_DEFINITION = re.compile(r"\s{0,3}\[[^\]]{1,100}\]:\s*\S{1,500}.{0,200}$")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]{1,500}?)(?<=[^\s*])\1(?![\w*])")
_UNDERLINED = re.compile(r"(?<![\w_])(_{1,3})(?=[^\s_])([^_\n]{1,500}?)(?<=[^\s_])\1(?![\w_])")
_INLINE = re.compile(
    r"(?P<image>!\[(?P<alt>[^\]\n]{0,500})\]\([^)\n]{0,1000}\))"
    r"|(?P<link>(?<!\[)\[(?P<shown>[^\[\]\n]{1,500})\](?:\([^)\n]{0,1000}\)|\[[^\]\n]{0,100}\]))"
    r"|(?P<note>\[\^[^\]\n]{1,50}\])"
    r"|(?P<auto><(?P<address>(?:https?://|mailto:)[^\s>]{1,1000})>)"
    r"|(?P<tag></?[A-Za-z][A-Za-z0-9-]{0,20}(?:\s[^<>\n]{0,500})?/?>|<!--.{0,2000}?-->)"
    r"|(?P<struck>~~)|(?P<code>`{1,3})|(?P<escape>\\(?=[\\`*_{}\[\]()#+.!|>~-]))"
)


def read_plain(text: str, *, pinyin: bool = False) -> Iterator[Marked]:
    """Text as somebody typed it, a paragraph at a time.

    Only ``[[ ]]`` and ``*emphasis*`` mean something; with ``pinyin`` words with tone marks, too.
    """
    at = 0
    for gap in _GAP.finditer(text):
        yield from _paragraph(text, at, gap.start(), pinyin)
        at = gap.end()
    yield from _paragraph(text, at, len(text), pinyin)


def _paragraph(text: str, start: int, end: int, pinyin: bool) -> Iterator[Marked]:
    if text[start:end].strip():
        builder = Builder()
        _spoken(SourceText.of(text[start:end], start), builder, pinyin=pinyin)
        yield builder.done()


def read_markdown(text: str) -> Iterator[Marked]:
    """A document in Markdown, a paragraph at a time."""
    at, fence = 0, ""
    gathered: list[SourceText] = []

    def close() -> Iterator[Marked]:
        if gathered:
            builder = Builder()
            for part in gathered:
                _inline(part, builder)
            gathered.clear()
            yield builder.done()

    for found in _LINE.finditer(text):
        line = found[0]
        part = SourceText.of(line, at)
        at += len(line)
        bare = line.strip()
        opening = _FENCE.match(line)
        if fence:
            fence = "" if opening and opening[1] == fence else fence
            continue
        if opening:
            yield from close()
            fence = opening[1]
        elif not bare or _RULE.match(line.rstrip("\r\n")) or _DEFINITION.match(line.rstrip("\r\n")):
            yield from close()
        elif heading := _HEADING.match(line):
            yield from close()
            gathered.append(part.part(heading.end(), len(part.text.rstrip().rstrip("#"))))
            yield from close()
        else:
            if quote := _QUOTE.match(part.text):
                part = part.part(quote.end(), len(part))
            if item := _ITEM.match(part.text):
                yield from close()
                part = part.part(item.end(), len(part))
            if bare.startswith("|"):
                yield from close()
            gathered.append(part)
    yield from close()


def _inline(part: SourceText, builder: Builder) -> None:
    at = 0
    pieces: list[SourceText] = []
    for match in _INLINE.finditer(part.text):
        if match.start() < at:
            continue
        pieces.append(part.part(at, match.start()))
        for name in ("alt", "shown", "address"):
            if match[name]:
                pieces.append(part.part(*match.span(name)))
        at = match.end()
    pieces.append(part.part(at, len(part)))
    joined = SourceText(
        text="".join(p.text for p in pieces),
        starts=tuple(s for p in pieces for s in p.starts),
        ends=tuple(e for p in pieces for e in p.ends),
    )
    _spoken(joined, builder, underlined=True)


def _spoken(
    part: SourceText, builder: Builder, *, underlined: bool = False, pinyin: bool = False
) -> None:
    """Add a text with its emphasis and its sounds in brackets."""
    dropped: list[tuple[int, int]] = []
    for pattern in (_EMPHASIS, _UNDERLINED) if underlined else (_EMPHASIS,):
        for match in pattern.finditer(part.text):
            start, end = part.span(*match.span(2))
            builder.marks.append(Mark(start=start, end=end, emphasis=min(2, len(match[1]))))
            dropped += [match.span(1), (match.end(2), match.end())]
    sounds = {m.start(): m for m in BRACKETS.finditer(part.text)}
    if pinyin:
        sounds |= {m.start(): m for m in _TONED.finditer(part.text) if has_tone_mark(m[0])}
    cuts = sorted([*dropped, *((m.start(), m.end()) for m in sounds.values())])
    at = 0
    for start, end in cuts:
        if start < at:
            continue
        builder.text(part.part(at, start))
        if start in sounds:
            _insert_sounds(sounds[start], part, builder)
        at = end
    builder.text(part.part(at, len(part)))


def _insert_sounds(match: re.Match[str], part: SourceText, builder: Builder) -> None:
    start, end = part.span(*match.span())
    if match.re is _TONED:
        ways = syllables(match[0])
        for way in ways:
            token = Token(
                kind="phones", text=match[0], start=start, end=end, written=match[0], phones=way
            )
            builder.insert((token,), start, end)
        if not ways:
            builder.text(part.part(*match.span()))
        return
    try:
        ways = parse(match[1])
    except SyrinxError as error:
        builder.notices.append(f"What stands in {match[0]} was left out: {error}")
        return
    tokens = tuple(
        Token(
            kind="phones", text=match[1].strip(), start=start, end=end, written=match[0], phones=way
        )
        for way in ways
    )
    builder.insert(tokens, start, end)
