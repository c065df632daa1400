"""Numbers in English words: whole, ordinal, decimal, years, digits, Roman, fractions."""

from __future__ import annotations

import re

from syrinx.neural.runtime.text.listing import listed

ONES = tuple(
    listed(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen"
        " sixteen seventeen eighteen nineteen"
    )
)
TENS = tuple(listed("twenty thirty forty fifty sixty seventy eighty ninety"))
SCALES = listed(
    "thousand million billion trillion quadrillion quintillion sextillion septillion octillion"
    " nonillion decillion"
)
MOST_DIGITS = 3 * len(SCALES) + 3
"""Longer numbers are read digit by digit."""
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def cardinal(value: int) -> list[str]:
    """A whole number, without "and": 1205 is one thousand two hundred five."""
    if value < 0:
        return ["minus", *cardinal(-value)]
    if value < 20:
        return [ONES[value]]
    if value < 100:
        ten, one = divmod(value, 10)
        return [TENS[ten - 2], *([ONES[one]] if one else [])]
    if value < 1000:
        hundreds, rest = divmod(value, 100)
        return [ONES[hundreds], "hundred", *(cardinal(rest) if rest else [])]
    if value >= 10**MOST_DIGITS:
        return digits(str(value))
    groups = []
    while value:
        value, rest = divmod(value, 1000)
        groups.append(rest)
    out: list[str] = []
    for place in range(len(groups) - 1, -1, -1):
        if groups[place]:
            out += cardinal(groups[place])
            if place:
                out.append(SCALES[place - 1])
    return out


def ordinal(value: int) -> list[str]:
    """A rank: 21 is twenty first."""
    return as_ordinal(cardinal(value))


def as_ordinal(words: list[str]) -> list[str]:
    """Make the last word of a number a rank."""
    *before, last = words
    if last in _ORDINALS:
        last = _ORDINALS[last]
    elif last.endswith("y"):
        last = last[:-1] + "ieth"
    else:
        last += "th"
    return [*before, last]


def digits(text: str) -> list[str]:
    """Each digit of a text by itself."""
    return [ONES[int(c)] for c in text if c.isdecimal() and c.isascii()]


def pairs(text: str) -> list[str]:
    """Digits in pairs, as of house and room numbers: 1204 is twelve oh four."""
    out: list[str] = []
    if len(text) % 2:
        out, text = [ONES[int(text[0])]], text[1:]
    for i in range(0, len(text), 2):
        pair = text[i : i + 2]
        if pair == "00":
            out.append("hundred" if out and i + 2 >= len(text) else "zero")
        elif pair[0] == "0":
            out += ["oh", ONES[int(pair[1])]]
        else:
            out += cardinal(int(pair))
    return out


def year(value: int) -> list[str]:
    """A year as it is said: 1984 nineteen eighty four, 1905 nineteen oh five, 2005 two thousand
    five, 2024 twenty twenty four, 1900 nineteen hundred."""
    if not 1000 <= value <= 9999 or 2000 <= value <= 2009 or value % 1000 == 0:
        return cardinal(value)
    high, low = divmod(value, 100)
    if low == 0:
        return [*cardinal(high), "hundred"]
    if low < 10:
        return [*cardinal(high), "oh", ONES[low]]
    return [*cardinal(high), *cardinal(low)]


def number(text: str) -> list[str]:
    """A number in digits, with or without commas and a decimal point: 3.14, 1,000, .5, 007.

    A number that begins with zeros, or is too long, is read digit by digit.
    """
    whole, point, fraction = text.replace(",", "").partition(".")
    if not whole:
        out = []
    elif (len(whole) > 1 and whole[0] == "0") or len(whole) > MOST_DIGITS:
        out = digits(whole)
    else:
        out = cardinal(int(whole))
    if point and fraction:
        out += ["point", *digits(fraction)]
    return out


def fraction(over: int, under: int) -> list[str]:
    """A fraction: 1/2 one half, 3/4 three quarters, 2/3 two thirds; others "over"."""
    if under == 2 and over == 1:
        return ["one", "half"]
    if under == 2:
        return [*cardinal(over), "halves"]
    if under == 4:
        return [*cardinal(over), "quarter" if over == 1 else "quarters"]
    if 3 <= under <= 20 or under in (30, 32, 40, 50, 60, 64, 100, 1000):
        *before, last = ordinal(under)
        return [*cardinal(over), *before, last if over == 1 else last + "s"]
    return [*cardinal(over), "over", *cardinal(under)]


def decade(text: str) -> list[str]:
    """Years of ten, or a plural number: 1980 nineteen eighties, 90 nineties, 747 ..."""
    value = int(text)
    words = year(value) if len(text) == 4 else cardinal(value)
    *before, last = words
    if last.endswith("y"):
        last = last[:-1] + "ies"
    elif last in ("six",) or last.endswith(("x", "s")):
        last += "es"
    else:
        last += "s"
    return [*before, last]


def roman(text: str) -> int:
    """Value of a Roman number in capitals; 0 if it is none."""
    if not text or not _ROMAN.fullmatch(text):
        return 0
    values = [_VALUES[c] for c in text]
    return sum(-v if i + 1 < len(values) and v < values[i + 1] else v for i, v in enumerate(values))
