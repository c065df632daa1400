"""Dates, years and times of day in English words."""

from __future__ import annotations

import re

from syrinx.neural.runtime.text.listing import listed
from syrinx.neural.runtime.text.numbers import cardinal, decade, digits, ordinal, year
from syrinx.neural.runtime.text.spoken import Around, Found, found, joined

MONTHS = tuple(
    listed("january february march april may june july august september october november december")
)
_SHORT = {m[:3]: m for m in MONTHS} | {"sept": "september"}
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?"
    r"|Aug(?:ust|\.)?|Sept(?:ember|\.)?|Sep\.?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAYS = {
    "mon": "monday", "tue": "tuesday", "tues": "tuesday", "wed": "wednesday", "thu": "thursday",
    "thur": "thursday", "thurs": "thursday", "fri": "friday", "sat": "saturday", "sun": "sunday",
}  # fmt: skip
_END = r"(?![\w/])"
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ](?=\d\d:\d\d))?(?![\d-])")
_NUMERIC = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d/.]\d|\d)")
_MONTH_FIRST = re.compile(
    rf"({_MONTH})\s{{1,3}}(\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s{{1,3}}('?\d{{4}}|'\d\d))?(?![\d:%,]\d|[\d%])",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?\s{{1,3}}(of\s{{1,3}})?({_MONTH})(?:,?\s{{1,3}}(\d{{4}}))?(?!\w)",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(rf"({_MONTH})(,?\s{{1,3}})(\d{{4}})(?!\d|[.,]\d)", re.IGNORECASE)
_WEEKDAY = re.compile(r"(Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)(\.,?|,)(?=\s{1,3}\w)")
_DECADE = re.compile(r"'?(\d{4}|\d{2})'?s(?!\w)")
_SHORT_YEAR = re.compile(r"'(\d\d)(?!\w)")
_MERIDIEM = r"(?:\s{0,2}([ap])\.?\s?m(?:\.(?!\w)|(?!\w)))"
_CLOCK = re.compile(rf"([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d))?{_MERIDIEM}?(?![\d:])", re.I)
_HOUR = re.compile(rf"(\d{{1,2}}){_MERIDIEM}", re.I)
_FRENCH = re.compile(r"([01]?\d|2[0-3])h([0-5]\d)(?!\w)")
_UNTIL = re.compile(r"\s?[-–—]\s?(?=\d{1,2}(?::\d\d)?\s?[ap]?\.?m?)")
_WEEKDAYS = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\s?[-–]\s?(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?!\w)"
)
_NO_YEARS = frozenset(
    listed(
        "number room page pages line suite chapter model highway route about over than nearly"
        " almost"
        " some approximately roughly exactly only least most times channel flight"
    )
)
_COUNTED = re.compile(
    r"\s{1,3}(?:people|men|women|children|percent|per|million|billion|thousand|hundred|more|other"
    r"|different|new|feet|miles|dollars|euros|pounds|square|cubic|calories|k?m|kg|g|ml|lbs?|hz|rpm"
    r"|mph|watts|volts|(?!was|is|has|as|his|this|its|us|does|across|always|perhaps|towards|versus"
    r"|unless|thus|plus|besides|news|series|olympics|games|elections?s)[a-z]{3,20}[^us\W]s)\b"
)


def month(name: str) -> str:
    """The whole name of a month, given in any way."""
    plain = name.lower().rstrip(".")
    return plain if plain in MONTHS else _SHORT[plain[:4] if plain[:4] == "sept" else plain[:3]]


def _year(text: str) -> list[str]:
    if len(text) == 2:
        return ["oh", *digits(text[1])] if text[0] == "0" else cardinal(int(text))
    return year(int(text))


def date(text: str, at: int, around: Around) -> Found | None:
    """A date that begins with a digit or with a month."""
    if text[at].isdecimal():
        return _numeric(text, at) or _day_first(text, at)
    return _month_first(text, at, around) or _weekday(text, at)


def _numeric(text: str, at: int) -> Found | None:
    match = _ISO.match(text, at)
    if match and 1 <= int(match[2]) <= 12 and 1 <= int(match[3]) <= 31:
        words = [MONTHS[int(match[2]) - 1], *ordinal(int(match[3])), *_year(match[1])]
        return found(words, at, match.end())
    match = _NUMERIC.match(text, at)
    if not match:
        return None
    first, second = int(match[1]), int(match[3])
    if match[2] == "." and len(match[4]) == 2:
        return None  # 3.11.12 is a version more often than a day
    # Slashes are American unless that is impossible, full stops are European.
    day, m = (first, second) if match[2] == "." or first > 12 else (second, first)
    if not (1 <= m <= 12 and 1 <= day <= 31):
        return None
    return found([MONTHS[m - 1], *ordinal(day), *_year(match[4])], at, match.end())


def _day_first(text: str, at: int) -> Found | None:
    match = _DAY_FIRST.match(text, at)
    if not match or not 1 <= int(match[1]) <= 31:
        return None
    # "5 may" is somebody who may, "5 March" is a day.
    if match[3].islower():
        return None
    day = ordinal(int(match[1]))
    parts = [(["the", *day, "of"], at, match.start(3)), ([month(match[3])], *match.span(3))]
    if text[max(0, at - 4) : at].lower() == "the ":
        parts[0] = ([*day, "of"], at, match.start(3))
    if match[4]:
        parts.append((_year(match[4]), *match.span(4)))
    return joined(parts)


def _month_first(text: str, at: int, around: Around) -> Found | None:
    match = _MONTH_FIRST.match(text, at)
    if match and 1 <= int(match[2]) <= 31 and not match[1].islower():
        parts: list[tuple[list[str], int, int]] = [
            ([month(match[1])], *match.span(1)),
            (
                ordinal(int(match[2])),
                match.start(2),
                match.end(3) if not match[3] else match.end(2),
            ),
        ]
        parts[1] = (
            ordinal(int(match[2])),
            match.start(2),
            match.start(3) if match[3] else match.end(),
        )
        if match[3]:
            parts.append((_year(match[3].strip("'")), *match.span(3)))
        return joined(parts)
    match = _MONTH_YEAR.match(text, at)
    if match and not match[1].islower() and 1000 <= int(match[3]) <= 2999:
        return joined([([month(match[1])], *match.span(1)), (_year(match[3]), *match.span(3))])
    return None


def _weekday(text: str, at: int) -> Found | None:
    match = _WEEKDAYS.match(text, at)
    if match:
        first, second = (_DAYS[match[k].lower()] for k in (1, 2))
        return joined([([first, "to"], at, match.start(2)), ([second], *match.span(2))])
    match = _WEEKDAY.match(text, at)
    if not match or (match[2] == "," and match[1] in ("Sun", "Sat")):
        return None
    comma = [","] if match[2].endswith(",") else []
    return joined([([_DAYS[match[1].lower()]], *match.span(1)), (comma, *match.span(2))])


def clock(text: str, at: int, around: Around) -> Found | None:
    """A time of day: 10:30, 7 p.m., 14h05, 06:45:10."""
    match = _CLOCK.match(text, at)
    if match:
        words = _clock_words(match[1], match[2], match[3], match[4])
        to = _UNTIL.match(text, match.end())
        return found([*words, "to"] if to else words, at, to.end() if to else match.end())
    match = _HOUR.match(text, at)
    if match and 1 <= int(match[1]) <= 12 and not text[match.end() : match.end() + 1].isalnum():
        to = _UNTIL.match(text, match.end())
        half = [*_half(match[2]), *(["to"] if to else [])]
        end = to.end() if to else match.end()
        return joined([(cardinal(int(match[1])), at, match.end(1)), (half, match.end(1), end)])
    match = _FRENCH.match(text, at)
    if match:
        return found(_clock_words(match[1], match[2], None, None), at, match.end())
    return None


def _half(letter: str) -> list[str]:
    return [letter.upper(), "M"]


def _clock_words(hour: str, minute: str, second: str | None, half: str | None) -> list[str]:
    words = cardinal(int(hour))
    if second is not None:
        words += [*_two(minute), *_two(second)]
    elif minute != "00":
        words += _two(minute)
    elif not half:
        words += ["hundred"] if int(hour) > 12 else ["o'clock"]
    return [*words, *(_half(half) if half else [])]


def _two(text: str) -> list[str]:
    if text[0] == "0":
        return ["oh", *digits(text[1])]
    return cardinal(int(text))


def decades(text: str, at: int, around: Around) -> Found | None:
    """1980s, '90s, 60s; and a year that stands behind an apostrophe: '68."""
    match = _DECADE.match(text, at)
    if match and match[1][-1] == "0":
        return found(decade(match[1]), at, match.end())
    match = _SHORT_YEAR.match(text, at)
    if match and around.before not in ("", ","):
        return found(_year(match[1]), at, match.end())
    return None


_PLAIN_YEAR = re.compile(r"(1\d\d\d|20\d\d)(?![\d%°]|[.,]\d|\s?(?:%|°))")


def plain_year(text: str, at: int, around: Around) -> Found | None:
    """Four digits that are a year more likely than a number."""
    match = _PLAIN_YEAR.match(text, at)
    if not match or around.before in _NO_YEARS:
        return None
    if match[1] < "1100" and around.before not in (
        "in",
        "since",
        "of",
        "by",
        "year",
        "until",
        "before",
    ):
        return None
    if _COUNTED.match(text, match.end()):
        return None
    return found(year(int(match[1])), at, match.end())
