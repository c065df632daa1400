"""Words as they are written: acronyms, CamelCase, letters with digits, stretched words."""

from __future__ import annotations

import re
from typing import Protocol

from syrinx.neural.runtime.text.listing import listed
from syrinx.neural.runtime.text.numbers import digits, number, pairs
from syrinx.neural.runtime.text.spoken import Around, Found, found, joined

SHORT_WORDS = frozenset(
    listed(
        "a i am an as at be by do go he if in is it me my no of on or so to up us we all and any"
        " are"
        " big"
        " but can did for get got had has her him his how its let may new not now off old one our"
        " out own"
        " put run saw say see she the too try two use was way who why yes yet you bad boy car cat"
        " cut day"
        " dog eat end far few fun god job lie lot low man men met mom dad oil pay red sad set sit"
        " six son"
        " sun ten top war win ok hi oh ah hey wow"
    )
)
"""Words of up to three letters that people shout; other capitals so short are spelt."""
ACRONYMS = frozenset(
    listed(
        "nasa nato opec unicef unesco aids ram rom pin sim gif jpeg lan wan swat fema osha covid"
        " scuba radar"
        " laser sonar nafta asean potus scotus ikea lego nascar fifa uefa nimby gnome yolo mensa"
        " epcot bios"
        " raid cobol basic fortran"
    )
)
"""Said as words although they are in capitals."""
SPELT = frozenset(
    listed(
        "us uk un eu it pc tv id pr hr dj cd dvd usa ceo cfo cto bbc cnn nbc abc cbs ibm fbi cia"
        " nsa"
        " nba nfl"
        " irs mit ucla atm gps html http usb sql faq vip asap diy pdf rsvp fyi btw omg lol imho aka"
        " eta abs"
        " nyc la dc ac dc am pm ad bc phd mba md"
    )
)
"""Spelt although they could be said."""
_FIXED = {
    "ok": ["okay"], "o.k.": ["okay"], "lol": ["L", "O", "L"], "wifi": ["wye", "fye"],
    "idk": ["I", "D", "K"],
    "gonna": ["gonna"], "imo": ["I", "M", "O"], "tbh": ["T", "B", "H"], "btw": ["by", "the", "way"],
    "jpeg": ["jay", "peg"], "iphone": ["I", "phone"], "ipad": ["I", "pad"], "ios": ["I", "O", "S"],
    "macos": ["mac", "O", "S"], "qt": ["Q", "T"], "faq": ["F", "A", "Q"], "wi": ["why"],
    "ebay": ["E", "bay"], "dvd": ["D", "V", "D"], "pdf": ["P", "D", "F"], "tv": ["T", "V"],
    "cd": ["C", "D"], "pc": ["P", "C"], "usb": ["U", "S", "B"], "html": ["H", "T", "M", "L"],
    "hmm": ["hum"], "hm": ["hum"], "mm": ["hum"], "mmm": ["hum"], "shh": ["shush"], "sh": ["shush"],
    "pm": ["P", "M"], "psst": ["pist"], "pst": ["P", "S", "T"], "brr": ["burr"], "grr": ["grr"],
}  # fmt: skip
_CHUNK = re.compile(r"[A-Za-z0-9]{1,2000}(?:'[A-Za-z]{1,20})*(?:'(?![A-Za-z0-9]))?")
_LEADING = re.compile(
    r"'(?:tis|twas|em|cause|til|till|bout|round|cuz|n)(?![A-Za-z])", re.IGNORECASE
)
_PARTS = re.compile(r"[A-Z]{2,}(?=[A-Z][a-z])|[A-Z]{2,}|[A-Z]?[a-z]+|[A-Z]|\d+")
_OPERATOR = re.compile(r"\s?(?:[<>=+^]|[*/]\s)")
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_PLURAL = re.compile(r"([A-Z]{2,6})(?:'?s)")
_BAD_START = re.compile(
    r"[bcdfghjklmnpqrstvwxz]{4,}|^(?:[bcdfghjkmnpqtvwxz][bcdfgjkmnpqstvxz]{1,}|y[^aeiou])"
)


class Known(Protocol):
    """What the wording asks of a lexicon."""

    def owned(self, word: str) -> bool:
        """Whether the user has said how it sounds."""
        ...

    def knows(self, word: str) -> bool:
        """Whether the word is in the lexicon."""
        ...

    def common(self, word: str) -> bool:
        """Whether it is an everyday word, not only a name."""
        ...


def word(text: str, at: int, around: Around, known: Known) -> Found | None:
    """The word that begins here, as the words that are said for it."""
    match = _LEADING.match(text, at)
    if match:
        said = match[0].lower().replace("'tis", "tis").replace("'twas", "twas")
        return found(
            [said.lstrip("'") if said in ("'round", "'til", "'till") else said], at, match.end()
        )
    match = _CHUNK.match(text, at)
    if not match:
        return None
    written = match[0]
    if written.endswith("'") and not written.lower().endswith(("s'", "in'")):
        written = written[:-1]
    end = at + len(written)
    if known.owned(written.lower()):
        return found([written.lower()], at, end)
    if written.isalpha() and len(written) > 60:
        return _long(written, at, end)
    plural = _PLURAL.fullmatch(written)
    if plural and not around.shouted:
        return found([*plural[1][:-1], plural[1][-1] + "'s"], at, end)
    bare, _, ending = written.partition("'")
    if not bare.isalpha():
        return _mixed(bare, ending, at, end, known)
    if ending and not (bare.isupper() and len(bare) > 1 and ending.lower() == "s"):
        return found([written.lower()], at, end)
    if len(bare) == 1 and _OPERATOR.match(text, end):
        return found([bare.upper()], at, end)
    words = _plain(bare, around, known)
    if ending and words:
        words = [*words[:-1], words[-1] + "'s"]
    return found(words, at, end)


def _long(written: str, at: int, end: int) -> Found:
    """Letters without end are nobody's word; forty of them show what was meant."""
    short = re.sub(r"([a-zA-Z])\1{2,}", r"\1", written)[:40]
    return found([short.lower()] if len(short) > 1 else [short.upper()], at, end)


def _plain(bare: str, around: Around, known: Known) -> list[str]:
    low = bare.lower()
    if len(bare) == 1:
        return [_single(bare, around)]
    if re.fullmatch("h*m{2,}h*|h+m+", low):
        return ["hum"]
    if low in _FIXED and not (bare.isupper() and low in ("wi", "mm")):
        return _FIXED[low]
    if bare.isupper():
        return _capitals(bare, around, known)
    if (
        bare.islower()
        and len(bare) <= 6
        and not re.search("[aeiouy]", bare)
        and not known.knows(low)
    ):
        return list(bare.upper())
    if known.knows(low) or bare.islower() or (bare[0].isupper() and bare[1:].islower()):
        return [_unstretched(low, known)]
    return [w for part in _PARTS.findall(bare) for w in _part(part, known)]


def _part(part: str, known: Known) -> list[str]:
    if len(part) == 1:
        return [part.upper()]
    if part.isupper():
        return _capitals(part, Around(said=()), known)
    return [part.lower()]


def _single(letter: str, around: Around) -> str:
    if letter in "Ii":
        return "i"
    if letter == "a" or (
        letter == "A" and (not around.before or around.before in ".,;" or around.shouted)
    ):
        return "a"
    return letter.upper()


def _capitals(bare: str, around: Around, known: Known) -> list[str]:
    low = bare.lower()
    if low in ACRONYMS:
        return [low]
    if around.shouted and (known.knows(low) or len(low) > 5):
        return [_unstretched(low, known)]
    if low in SHORT_WORDS and low not in SPELT:
        return [low]
    if low in SPELT or len(bare) <= 3:
        return list(bare)
    if known.knows(low):
        return [low]
    stretched = _unstretched(low, known)
    if stretched != low and known.knows(stretched):
        return [stretched]
    if len(bare) <= 5 or _BAD_START.search(low) or not re.search("[aeiou]", low):
        return list(bare) if len(bare) <= 8 else [low]
    return [low]


def _unstretched(low: str, known: Known) -> str:
    """A word without the letters that were added for feeling: soooo, Noooo, goooood."""
    if not _STRETCHED.search(low) or known.knows(low):
        return low
    double, single = _STRETCHED.sub(r"\1\1", low), _STRETCHED.sub(r"\1", low)
    for one in (double, single):
        if known.common(one):
            return one
    return double if known.knows(double) and not known.knows(single) else single


def _mixed(bare: str, ending: str, at: int, end: int, known: Known) -> Found:
    parts: list[tuple[list[str], int, int]] = []
    for match in _PARTS.finditer(bare):
        part = match[0]
        if part.isdecimal():
            if len(part) == 3 and match.start() and part[0] != "0" and part[1:] != "00":
                words = pairs(part)
            else:
                words = number(part) if len(part) <= 4 else digits(part)
        elif part.isupper() and part.lower() not in ACRONYMS:
            words = list(part)
        elif len(part) <= 2 and not known.common(part.lower()):
            words = list(part.upper())
        else:
            words = _part(part, known)
        parts.append((words, at + match.start(), at + match.end()))
    if ending:
        words, start, _ = parts[-1]
        parts[-1] = ([*words[:-1], words[-1] + "'" + ending.lower()], start, end)
    else:
        words, start, _ = parts[-1]
        parts[-1] = (words, start, end)
    return joined(parts)
