"""Mandarin: characters to initials and finals with tones, as they are said in a sentence.

Which sound a character has comes from the tables of pypinyin; how tones change beside each other
is done here: two third tones, 一 and 不, and the r at the end of a word (erhua).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from syrinx.neural.runtime.text.chinese_numbers import written_out
from syrinx.neural.runtime.text.normaliser import HAN, Normaliser
from syrinx.neural.runtime.text.pinyin import syllable, syllables
from syrinx.neural.runtime.text.signs import BREAKS
from syrinx.neural.runtime.text.source import SourceText
from syrinx.neural.runtime.text.spoken import Token
from syrinx.neural.runtime.text.units import ERHUA

Way = tuple[str, ...]
NUMERALS = frozenset("零一二三四五六七八九十百千万亿两〇点")
_OWN_SYLLABLE = frozenset(
    ["女儿", "婴儿", "幼儿", "孤儿", "少儿", "男儿", "胎儿", "健儿", "儿", "幼儿园", "儿子"]
)
_PINYIN = re.compile(r"(?:[A-Za-z]{1,6}[1-5]){1,8}(?![A-Za-z0-9])")
MOST = 120
"""Characters that are looked at together."""


def share_of_han(text: str) -> float:
    """Share of Chinese characters among the letters of a text."""
    letters = sum(c.isalpha() for c in text)
    return sum(len(run) for run in HAN.findall(text)) / letters if letters else 0.0


def tokens(source: SourceText, english: Normaliser, notices: set[str]) -> list[Token]:
    """Words and pauses of a Chinese sentence: numbers in Chinese, Latin letters as in English."""
    text, n, at = source.text, len(source), 0
    out: list[Token] = []
    while at < n:
        char = text[at]
        if char.isspace():
            at += 1
            continue
        said = written_out(text, at) if char.isdecimal() or char in "$¥￥€£-" else None
        if said is not None:
            start, end = source.span(at, said[1])
            written = text[at : said[1]]
            for run in HAN.findall(said[0]):
                out.append(Token(kind="chinese", text=run, start=start, end=end, written=written))
            at = said[1]
        elif (pinyin := _PINYIN.match(text, at)) and (ways := syllables(pinyin[0])):
            start, end = source.span(at, pinyin.end())
            for way in ways:
                out.append(
                    Token(
                        kind="phones",
                        text=pinyin[0],
                        start=start,
                        end=end,
                        written=pinyin[0],
                        phones=way,
                    )
                )
            at = pinyin.end()
        elif han := HAN.match(text, at):
            for word in words(han[0]):
                start, end = source.span(at, at + len(word))
                out.append(Token(kind="chinese", text=word, start=start, end=end, written=word))
                at += len(word)
        elif char in BREAKS:
            start, end = source.span(at, at + 1)
            if BREAKS[char]:
                out.append(
                    Token(kind="pause", text=BREAKS[char], start=start, end=end, written=char)
                )
            at += 1
        else:
            end_at = at + 1
            while end_at < n and not _is_chinese(text[end_at]):
                end_at += 1
            out += english.tokens(source.part(at, end_at), notices=notices)
            at = end_at
    return out


def _is_chinese(char: str) -> bool:
    return char in BREAKS or char.isdecimal() or bool(HAN.match(char))


def words(text: str) -> Iterator[str]:
    """The words of a run of characters, as pypinyin's phrases cut them."""
    for start in range(0, len(text), MOST):
        yield from _cut(text[start : start + MOST])


def _cut(text: str) -> Iterator[str]:
    # The package takes most of a second to import: only who speaks Chinese waits for it.
    from pypinyin.seg import mmseg

    yield from mmseg.seg.cut(text)


def _unsaid(run: str) -> Any:  # a list is taken, too, though the package's types say nothing of it
    return ["" for _ in run]


def sounds(parts: list[str]) -> list[Way]:
    """Units of each word of a phrase (no pause within it), tones as they are said."""
    from pypinyin import Style, lazy_pinyin

    text = "".join(parts)
    plain: list[str] = []
    for start in range(0, len(text), MOST):
        plain += lazy_pinyin(
            text[start : start + MOST],
            style=Style.TONE3,
            neutral_tone_with_five=True,
            tone_sandhi=False,
            errors=_unsaid,
        )
    plain = [p if p[-1:].isdecimal() else "" for p in plain]
    tones = _changed(text, [p[-1:] for p in plain], [len(p) for p in parts])
    out: list[Way] = []
    at = 0
    for part in parts:
        units: list[str] = []
        for k in range(at, at + len(part)):
            if (
                part[k - at] == "儿"
                and k > at
                and k == at + len(part) - 1
                and part not in _OWN_SYLLABLE
            ):
                units.append(ERHUA)
            elif plain[k]:
                units += syllable(plain[k][:-1] + tones[k])
        out.append(tuple(units))
        at += len(part)
    return out


def _changed(text: str, tones: list[str], lengths: list[int]) -> list[str]:
    """Tones after sandhi."""
    out = list(tones)
    for i, char in enumerate(text):
        after = out[i + 1] if i + 1 < len(out) else ""
        around = text[max(0, i - 1) : i] + text[i + 1 : i + 2]
        if char == "不":
            out[i] = "2" if after == "4" else "4"
            if 0 < i < len(text) - 1 and text[i - 1] == text[i + 1]:
                out[i] = "5"  # 是不是
        elif char == "一":
            counted = any(c in NUMERALS or c == "第" for c in around)
            if 0 < i < len(text) - 1 and text[i - 1] == text[i + 1]:
                out[i] = "5"  # 看一看
            elif counted or not after:
                out[i] = "1"
            else:
                out[i] = "2" if after in "45" else "4"
    _thirds(out, lengths)
    return out


def _thirds(tones: list[str], lengths: list[int]) -> None:
    """A third tone before a third tone is a second: first within words, then between them."""
    at = 0
    for length in lengths:
        before = list(tones[at : at + length])
        if length == 3 and before == ["3", "3", "3"]:
            tones[at : at + 3] = ["2", "2", "3"]
        else:
            for k in range(at, at + length - 1):
                if tones[k] == "3" and before[k + 1 - at] == "3":
                    tones[k] = "2"
        at += length
    at = 0
    for length in lengths[:-1]:
        at += length
        if tones[at - 1] == "3" and tones[at] == "3":
            tones[at - 1] = "2"
