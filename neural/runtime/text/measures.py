"""Money, units, percentages, temperatures, fractions and other numbers with something behind."""

from __future__ import annotations

import re

from syrinx.neural.runtime.text.listing import listed
from syrinx.neural.runtime.text.numbers import (
    as_ordinal,
    cardinal,
    fraction,
    number,
    ordinal,
    year,
)
from syrinx.neural.runtime.text.spoken import Around, Found, found, joined
from syrinx.neural.runtime.text.unit_names import (
    CURRENCIES,
    CURRENCY_CODES,
    MAGNITUDES,
    UNIT_NAMES,
    UNIT_PATTERN,
)

FIGURE = r"(?:\d{1,3}(?:,\d{3})+|\d{1,60})(?:\.\d{1,30})?|\.\d{1,30}"
_MAGNITUDE = (
    r"(?:\s{0,2}(thousand|million|billion|trillion|[kKmMbB]n?|tn|mn|mio|[Mm]illions?)(?![\w]))"
)
_SIGN = r"(US\$|A\$|C\$|HK\$|NZ\$|R\$|[$£€¥₹₽₩₿¢])"
_MONEY_BEFORE = re.compile(rf"(-)?{_SIGN}\s?(-)?({FIGURE}){_MAGNITUDE}?")
_MONEY_AFTER = re.compile(
    rf"({FIGURE}){_MAGNITUDE}?\s?([£€¥₹₽₩¢]|(?:{'|'.join(CURRENCY_CODES)})(?!\w))"
)
_NUMBER = re.compile(rf"([-+±](?=[\d.]))?({FIGURE})")
_ORDINAL = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,30})(?:st|nd|rd|th)(?![a-z])", re.IGNORECASE)
_FRACTION = re.compile(r"(?:(\d{1,6})[\s-])?(\d{1,4})/(\d{1,5})(?![\d/])")
_GLYPHS = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8),
    "⅞": (7, 8),
}  # fmt: skip
_GLYPH = re.compile(rf"(\d{{0,9}})\s?([{''.join(_GLYPHS)}])")
_UNIT = re.compile(
    rf"[\s-]?({UNIT_PATTERN})(?![A-Za-z0-9²³])(?:/(s|sec|min|h|hr|hour|day|week|month|year|yr|kg|km|m²|m|l|person)(?!\w))?"
)
_STOPPED = frozenset(
    listed("ft lb lbs oz hr hrs min mins sec secs yd yds mi gal tsp tbsp yr yrs km cm mm kg")
)
_STOP_WITHIN = re.compile(r"\.(?=\s{1,3}[a-z0-9(])")
_PER = {
    "s": "second", "sec": "second", "min": "minute", "h": "hour", "hr": "hour", "yr": "year",
    "kg": "kilogram", "km": "kilometer", "m": "meter", "l": "liter",
}  # fmt: skip
_HEIGHT = re.compile(r"(\d)'\s?(\d{1,2})\"?(?![\w'])")
_RANGE = re.compile(rf"({FIGURE})(%|°)?\s?(-|–|—)\s?(?=({FIGURE}))(?!-)")
_MULTI = re.compile(r"(\d{1,5})(?:\s?[x×]\s?(\d{1,5}))(?:\s?[x×]\s?(\d{1,5}))?(?!\w)")
_RATIO = re.compile(r"(\d{1,4}):(\d{1,4})(?![\d:])")
_POWER = re.compile(rf"({FIGURE})(?:\^(-?\d{{1,4}})|([²³]))(?!\w)")
_SCIENTIFIC = re.compile(rf"({FIGURE})[eE]([-+]?\d{{1,4}})(?!\w)")
_SAID = {"24/7": ["twenty", "four", "seven"], "9/11": ["nine", "eleven"]}


def money(text: str, at: int, around: Around) -> Found | None:
    """$5, £3.50, US$1.5 million, 20 €, 100 USD, -$5."""
    match = _MONEY_BEFORE.match(text, at)
    if match:
        end = match.end()
        if text[end : end + 1].isdecimal():
            return None
        words = _amount(match[4], match[5], match[2])
        if around.before in ("a", "an") and re.match(r"[\s-][a-z]", text[end : end + 2]):
            words[-1] = words[-1].removesuffix("s")  # a $5 million house
        if match[1] or match[3]:
            words = ["minus", *words]
        return found(words, at, end)
    match = _MONEY_AFTER.match(text, at)
    if match:
        return found(_amount(match[1], match[2], match[3]), at, match.end())
    return None


def _amount(figure: str, magnitude: str | None, sign: str) -> list[str]:
    one, many, cent, cents = CURRENCIES[CURRENCY_CODES.get(sign, sign)]
    figure = figure.rstrip(",")
    if magnitude:
        return [*number(figure), MAGNITUDES[magnitude.lower()], *many.split()]
    whole, point, rest = figure.replace(",", "").partition(".")
    if not point or len(rest) != 2 or not cent:
        names = one if figure == "1" else many
        return [*number(figure), *names.split()]
    words = []
    if whole.strip("0"):
        words = [*number(whole), *(one if int(whole) == 1 else many).split()]
        if rest != "00":
            words.append("and")
    if rest != "00" or not words:
        words += [*cardinal(int(rest)), cent if int(rest) == 1 else cents]
    return words


def ordinals(text: str, at: int, around: Around) -> Found | None:
    """1st, 22nd, 1,000th."""
    match = _ORDINAL.match(text, at)
    if not match:
        return None
    digits = match[1].replace(",", "")
    words = ordinal(int(digits)) if len(digits) < 30 else as_ordinal(number(digits))
    return found(words, at, match.end())


def fractions(text: str, at: int, around: Around) -> Found | None:
    """1/2, 3 1/2, 2½; 24/7 is twenty four seven."""
    match = _GLYPH.match(text, at)
    if match:
        words = fraction(*_GLYPHS[match[2]])
        if match[1]:
            words = [*number(match[1]), "and", *(["a", *words[1:]] if words[0] == "one" else words)]
        return _with_unit(text, words, at, match.end(), plural=True)
    match = _FRACTION.match(text, at)
    if not match or int(match[3]) == 0:
        return None
    said = _SAID.get(f"{match[2]}/{match[3]}")
    if said and not match[1]:
        return found(said, at, match.end())
    words = fraction(int(match[2]), int(match[3]))
    if int(match[2]) >= int(match[3]) and not match[1]:
        words = [*number(match[2]), "slash", *number(match[3])]
        if match[2] == match[3]:
            words = [*number(match[2]), *number(match[3])]  # fifty fifty
    if match[1]:
        if int(match[2]) >= int(match[3]):
            return None
        words = [*number(match[1]), "and", *(["a", *words[1:]] if words[0] == "one" else words)]
    return _with_unit(text, words, at, match.end(), plural=True)


def figures(text: str, at: int, around: Around) -> Found | None:
    """A number with what belongs to it: its sign, range, unit, power, "x 3"."""
    one = around.before in ("a", "an")  # a 5 km run
    match = _HEIGHT.match(text, at)
    if match and text[match.end() - 1] == '"':
        feet = "foot" if match[1] == "1" else "feet"
        return found([*number(match[1]), feet, *number(match[2])], at, match.end())
    match = _MULTI.match(text, at)
    if match and text[match.end() : match.end() + 1] != "^":
        between = "times" if "=" in text[match.end() : match.end() + 4] else "by"
        words = number(match[1])
        for other in (match[2], match[3]):
            words += [between, *number(other)] if other else []
        return _with_unit(text, words, at, match.end(), plural=not one)
    match = _POWER.match(text, at) or _SCIENTIFIC.match(text, at)
    if match:
        return found(_power(match), at, match.end())
    match = _RANGE.match(text, at)
    if match and not re.match(r"\d+[-–]\d", text[match.end() - 0 :]):
        return _range(text, at, match)
    match = _RATIO.match(text, at)
    if match:
        return found([*number(match[1]), "to", *number(match[2])], at, match.end())
    match = _NUMBER.match(text, at)
    if not match:
        return None
    sign = {"-": ["minus"], "+": ["plus"], "±": ["plus", "or", "minus"]}.get(match[1] or "", [])
    words = [*sign, *number(match[2])]
    return _with_unit(text, words, at, match.end(), plural=match[2] != "1" and not one)


def _power(match: re.Match[str]) -> list[str]:
    if match.re is _SCIENTIFIC:
        value = int(match[2])
        return [*number(match[1]), "times", "ten", "to", "the", *cardinal(value)]
    exponent = {"²": "2", "³": "3"}.get(match[3] or "", match[2])
    if exponent == "2":
        return [*number(match[1]), "squared"]
    if exponent == "3":
        return [*number(match[1]), "cubed"]
    return [*number(match[1]), "to", "the", "power", "of", *cardinal(int(exponent))]


def _range(text: str, at: int, match: re.Match[str]) -> Found | None:
    first, second = match[1], match[4]
    if (
        match[3] == "-"
        and text[match.end(1) :].startswith(" - ")
        and "=" in text[match.end() : match.end() + 24]
    ):
        return found([*number(first), "minus"], at, match.end())
    years = len(first) == 4 and first.isdecimal() and 1100 <= int(first) <= 2099
    after = text[match.end() + len(second) :]
    if years and second.isdecimal() and len(second) in (2, 4) and not re.match(r"[\w%]", after):
        later = second if len(second) == 4 else first[:2] + second
        words = year(int(later)) if len(second) == 4 else number(second)
        return joined(
            [
                ([*year(int(first)), "to"], at, match.end()),
                (words, match.end(), match.end() + len(second)),
            ]
        )
    if len(first.split(".")[0]) > 6 or (first[0] == "0" and len(first) > 1):
        return None
    # The second number is said by itself next: its unit belongs to both.
    return found([*number(first), "to"], at, match.end())


def _with_unit(text: str, words: list[str], at: int, end: int, *, plural: bool) -> Found:
    match = _UNIT.match(text, end)
    if not match:
        return found(words, at, end)
    sign = match[1]
    one, many = UNIT_NAMES[sign]
    glued = text[end] not in " -\n\t"
    if sign == "B" and glued:
        return found(words, at, end)  # 221B
    if text[end] == "-":
        plural = False  # a 5-km run
    if len(sign) == 1 and sign.isalpha() and not glued and sign in "aAIiCFKLNVJTW":
        return found(words, at, end)
    unit = (many if plural else one).split()
    if sign in _STOPPED and _STOP_WITHIN.match(text, match.end()):
        return _joined_unit(words, unit, at, end, match.start(1), match.end() + 1)
    if match[2]:
        unit += ["per", *_PER.get(match[2], match[2].replace("m²", "square meter")).split()]
    if not unit:
        return found(words, at, match.end())
    if glued:
        return found([*words, *unit], at, match.end())
    return _joined_unit(words, unit, at, end, match.start(1), match.end())


def _joined_unit(
    words: list[str], unit: list[str], at: int, end: int, start: int, stop: int
) -> Found:
    return joined([(words, at, end), (unit, start, stop)])
