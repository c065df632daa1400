"""Where sentences end: so that the first is spoken while the others are still looked at.

A full stop ends no sentence after titles, initials and other abbreviations, within numbers, and
before a small letter. Lines end one where they are items of a list, headings, or verses.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from syrinx.neural.runtime.text.abbreviations import ends_no_sentence
from syrinx.neural.runtime.text.source import SourceText

MOST = 320
"""Characters of a sentence that are spoken in one piece; longer ones are cut at clauses."""
_END = re.compile(
    r"(?P<stop>[.!?]{1,200}|[。！？；]{1,200})(?P<close>[\"')\]}”’]{0,3})(?P<space>\s{1,20}|$|(?<=[。！？；”’\"]))"
)
_NEXT = re.compile(r"[\"'(\[“‘]{0,3}([A-Z0-9*#•]|[^\x00-\x7f])")
_LAST_WORD = re.compile(r"([A-Za-z][A-Za-z.']{0,30})$")
_ITEM = re.compile(r"\s{0,8}(?:[-*+•‣]\s|\(?\d{1,3}[.)]\s|\(?[a-z][.)]\s)")
_CUTS = (
    re.compile(r"[;:。；：][\"')]?\s?"),
    re.compile(r"[,，、—–][\"')]?\s?|\s-\s"),
    re.compile(r"\s"),
)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, or a piece of a long one: then ``whole`` is false."""

    text: SourceText
    whole: bool = True


def sentences(paragraph: SourceText) -> Iterator[Sentence]:
    """The sentences of a cleaned paragraph, in order; together they are all of it."""
    for line in _lines(paragraph):
        for part in _in_line(line):
            yield from _pieces(part)


def _lines(paragraph: SourceText) -> Iterator[SourceText]:
    """Lines put together to what was written without an end of line."""
    text = paragraph.text
    start = 0
    at = 0
    while True:
        end = text.find("\n", at)
        if end < 0:
            break
        line, rest = text[at:end], text[end + 1 : end + 200]
        if _ends_here(line, rest):
            if text[start:end].strip():
                yield paragraph.part(start, end)
            start = end + 1
        at = end + 1
    if text[start:].strip():
        yield paragraph.part(start, len(text))


def _ends_here(line: str, rest: str) -> bool:
    if not line.strip() or _ITEM.match(rest):
        return True
    following = rest.lstrip()[:1]
    if line.rstrip()[-1:] in ",-–" or following.islower():
        return False
    # A line much shorter than a page is wide, before a capital: a heading, a verse, an address.
    return len(line.strip()) < 50 and not following.isdecimal()


def _in_line(line: SourceText) -> Iterator[SourceText]:
    text, start = line.text, 0
    for match in _END.finditer(text):
        if match.end() >= len(text):
            break
        if match.end() <= start or not _is_end(text, start, match):
            continue
        if text[start : match.end()].strip():
            yield line.part(start, match.end())
        start = match.end()
    if text[start:].strip():
        yield line.part(start, len(text))


def _is_end(text: str, start: int, match: re.Match[str]) -> bool:
    stop = match["stop"]
    if stop[0] in "。！？；":
        return True
    if not match["space"]:
        return False
    after = text[match.end() : match.end() + 8]
    if not _NEXT.match(after):
        # A small letter goes on, whatever stands before it; after "!" and "?" of quotes, too.
        return False
    if stop != ".":
        return not stop.startswith("..") or bool(re.match(r"[\"'(\[]{0,2}[A-Z]", after))
    if match["close"]:
        return True
    before = _LAST_WORD.search(text[max(start, match.start() - 32) : match.start()])
    if before is None:
        # "1." at the beginning is the number of an item.
        return bool(text[start : match.start()].strip(" \t\n0123456789()"))
    word = before[1]
    if ends_no_sentence(word):
        return False
    if word.lower() in (
        "st",
        "etc",
        "inc",
        "ltd",
        "co",
        "corp",
        "jr",
        "sr",
        "ave",
        "blvd",
        "rd",
        "bros",
    ):
        name = re.match(r"[\"'(]?[A-Z][a-z]+", after + text[match.end() + 8 : match.end() + 24])
        starter = re.match(
            r"[\"'(]?(?:The|He|She|It|They|We|I|In|On|At|But|And|This|That|There|When|Where|After|Then|His|Her|A|An|You|My|Our|No|Yes)\b",
            text[match.end() : match.end() + 24],
        )
        return (
            word.lower() not in ("st",) or not name
            if starter is None and word.lower() == "st"
            else bool(starter) or word.lower() == "etc"
        )
    if len(word) == 1 and word.isupper() and word != "I":
        return False  # an initial
    if "." in word:  # U.S., a.m., e.g.
        low = word.lower()
        if low in ("e.g", "i.e", "cf", "a.k.a", "et al"):
            return False
        return bool(
            re.match(r"[\"'(]?(?:[A-Z][a-z]+|I|A)\b", text[match.end() : match.end() + 24])
        ) and (
            low in ("a.m", "p.m")
            or bool(
                re.match(
                    r"[\"'(]?(?:The|He|She|It|They|We|I|In|On|At|But|And|This|That|There|When|After|Then|His|Her|A|An|You|My|Our|No|Yes)\b",
                    text[match.end() : match.end() + 24],
                )
            )
        )
    return True


def _pieces(part: SourceText) -> Iterator[Sentence]:
    """A long sentence in pieces of at most `MOST` characters, cut where it hurts least."""
    while len(part) > MOST:
        cut = 0
        for pattern in _CUTS:
            found = [m.end() for m in pattern.finditer(part.text, MOST // 3, MOST)]
            if found:
                cut = found[-1]
                break
        cut = cut or MOST
        if part.text[:cut].strip():
            yield Sentence(text=part.part(0, cut), whole=False)
        part = part.part(cut, len(part))
    if part.text.strip():
        yield Sentence(text=part)
