"""Abbreviations, initials, Roman numbers: what stands for other words."""

from __future__ import annotations

import re

from syrinx.neural.runtime.text.listing import listed
from syrinx.neural.runtime.text.numbers import cardinal, number, ordinal, roman, year
from syrinx.neural.runtime.text.spoken import Around, Found, found, joined

TITLES = {
    "mr": "mister", "mrs": "missus", "ms": "miz", "messrs": "messieurs", "prof": "professor",
    "rev": "reverend", "hon": "honorable", "gen": "general", "col": "colonel", "lt": "lieutenant",
    "sgt": "sergeant", "capt": "captain", "cpl": "corporal", "cmdr": "commander", "gov": "governor",
    "sen": "senator", "rep": "representative", "pres": "president", "adm": "admiral",
    "maj": "major",
    "dr": "doctor", "st": "saint", "fr": "father", "supt": "superintendent",
}  # fmt: skip
"""Before a name; no sentence ends after them."""
PLACES = {
    "st": "street", "dr": "drive", "ave": "avenue", "blvd": "boulevard", "rd": "road", "ln": "lane",
    "ct": "court", "hwy": "highway", "pl": "place", "sq": "square", "apt": "apartment",
    "ste": "suite", "mt": "mount", "ft": "fort",
}  # fmt: skip
"""After a name, of a street."""
ALWAYS = {
    "etc": "et cetera", "vs": "versus", "approx": "approximately", "dept": "department",
    "est": "established", "inc": "incorporated", "ltd": "limited", "corp": "corporation",
    "co": "company", "bros": "brothers", "jr": "junior", "sr": "senior", "esq": "esquire",
    "govt": "government", "univ": "university", "assn": "association", "intl": "international",
    "tel": "telephone", "ext": "extension", "ed": "edition", "eds": "editors",
    "misc": "miscellaneous",
    "min": "minimum", "max": "maximum", "avg": "average", "temp": "temperature", "vol": "volume",
    "vols": "volumes", "ch": "chapter", "chap": "chapter", "sec": "section", "fig": "figure",
    "figs": "figures", "eq": "equation", "no": "number", "nos": "numbers", "pp": "pages",
    "cf": "compare", "al": "al", "ca": "circa", "viz": "namely", "op": "opus", "mon": "monday",
    "tues": "tuesday", "wed": "wednesday", "thurs": "thursday", "fri": "friday",
    "jan": "january", "feb": "february", "aug": "august", "sept": "september",
    "oct": "october", "nov": "november", "dec": "december", "mt": "mount", "ft": "fort",
    "ave": "avenue",
    "blvd": "boulevard", "rd": "road", "hwy": "highway", "apt": "apartment", "cont": "continued",
    "incl": "including", "excl": "excluding", "orig": "original", "pt": "part", "art": "article",
}  # fmt: skip
"""With a full stop. Those in `NEEDS_NUMBER` only before a number."""
NEEDS_NUMBER = frozenset(
    listed("no nos pp vol vols ch chap sec fig figs eq ed op min max pt art ext temp")
)
WITHOUT_STOP = {
    "mr": "mister", "mrs": "missus", "ms": "miz", "dr": "doctor", "vs": "versus",
    "etc": "et cetera",
    "jr": "junior", "sr": "senior", "ltd": "limited", "prof": "professor", "st": "saint",
    "blvd": "boulevard", "ave": "avenue",
}  # fmt: skip
"""Known without their full stop, too; written with a capital unless said so."""
DOTTED = {
    "e.g.": "for example", "i.e.": "that is", "a.k.a.": "also known as", "p.s.": "P S",
    "a.m.": "A M", "p.m.": "P M", "w/o": "without", "w/": "with", "b/c": "because", "n.b.": "N B",
    "ph.d.": "P H D", "m.d.": "M D", "b.a.": "B A", "m.a.": "M A", "et al.": "et al",
    "a.d.": "A D", "b.c.": "B C", "c/o": "care of", "aka": "also known as", "o'clock": "o'clock",
    "r.s.v.p.": "R S V P", "approx.": "approximately", "a.s.a.p.": "A S A P", "d.i.y.": "D I Y",
    "eg.": "for example", "ie.": "that is", "i/o": "I O", "n/a": "N A", "24/7": "twenty four seven",
    "and/or": "and or", "he/she": "he or she", "his/her": "his or her", "&c.": "et cetera",
}  # fmt: skip
_DOTTED = re.compile("|".join(re.escape(k) for k in sorted(DOTTED, key=len, reverse=True)), re.I)
_INITIALS = re.compile(r"(?:[A-Za-z]\.){2,8}(?!\w)|(?:[A-Z]\.)(?=\s?[A-Z][a-z.])")
_COMPANY = re.compile(r"[A-Z]{1,3}&[A-Z]{1,3}(?![A-Za-z])")
_WORD = re.compile(r"([A-Za-z]{2,6})(\.?)(?![A-Za-z])")
_NAME_AFTER = re.compile(r"\s{1,3}[A-Z][A-Za-z'.]")
_ROMAN = re.compile(r"([IVXLCDM]{1,12})(?![A-Za-z'&])")
_BEFORE_ROMAN = frozenset(
    listed(
        "chapter part act scene section volume book war world phase stage type appendix article"
        " title"
        " level grade class figure table vatican rocky apollo"
    )
)
_RULERS = frozenset(
    listed(
        "henry louis george edward charles james john paul pius gregory benedict elizabeth william"
        " richard philip frederick napoleon catherine peter alexander nicholas ivan leo innocent"
        " clement"
        " boniface francis ferdinand alfonso victoria mary gustav christian otto constantine urban"
        " ramesses thutmose ptolemy cyrus darius leopold umberto"
    )
)
_WITH_NUMBER = frozenset({"super", "bowl", "mark", "final", "fantasy", "olympiad"})
_NUMBERED = re.compile(
    r"(No|Nos|Fig|Figs|Vol|Ch|Chap|Sec|Eq|pp|p|Art|Op|Ext|Rm|Apt)\.\s{0,2}(?=#?\d|[IVX]{1,6}\b)",
    re.IGNORECASE,
)
_NUMBERED_SAID = {
    "no": "number", "nos": "numbers", "fig": "figure", "figs": "figures", "vol": "volume",
    "ch": "chapter", "chap": "chapter", "sec": "section", "eq": "equation", "pp": "pages",
    "p": "page", "art": "article", "op": "opus", "ext": "extension", "rm": "room",
    "apt": "apartment",
}  # fmt: skip


_NO_END = frozenset(
    listed(
        "vs approx no fig figs vol eq pp ca cf viz mt dept est eg ie nos incl jan feb mar apr aug"
        " sep sept oct nov dec mon tue tues wed thu thurs fri art op ch sec rm ext et"
    )
)


def ends_no_sentence(word: str) -> bool:
    """Whether a full stop after this word is hardly ever the end of a sentence."""
    return word.lower() in TITLES or word.lower() in _NO_END


def abbreviation(text: str, at: int, around: Around) -> Found | None:
    """An abbreviation, or initials with full stops."""
    match = _DOTTED.match(text, at)
    if match and not text[match.end() : match.end() + 1].isalpha():
        glued = match[0][-1].isalnum() and text[match.end() : match.end() + 1] == "."
        return None if glued and match[0] == "aka." else _said(match[0], text, at, match.end())
    match = _NUMBERED.match(text, at)
    if match:
        return found([_NUMBERED_SAID[match[1].lower()]], at, match.end())
    match = _INITIALS.match(text, at)
    if match:
        letters = [c.upper() for c in match[0] if c.isalpha()]
        return _stopped(letters, text, at, match.end())
    match = _COMPANY.match(text, at)
    if match:
        letters = [c if c.isalpha() else "and" for c in match[0]]
        return found(letters, at, match.end())
    if text[at : at + 2] == "C#" and not text[at + 2 : at + 3].isalnum():
        return found(["C", "sharp"], at, at + 2)
    match = _WORD.match(text, at)
    if match:
        return _short(text, at, match, around)
    return None


def _said(written: str, text: str, at: int, end: int) -> Found:
    return _stopped(DOTTED[written.lower()].split(), text, at, end)


def _stopped(words: list[str], text: str, at: int, end: int) -> Found:
    """The words; and the end of the sentence where only the abbreviation's full stop tells it."""
    if text[end - 1] == "." and not text[end:].strip():
        return joined([(words, at, end - 1), (["."], end - 1, end)])
    return found(words, at, end)


def _short(text: str, at: int, match: re.Match[str], around: Around) -> Found | None:
    word, stop = match[1].lower(), match[2]
    end = match.end()
    capital = match[1][0].isupper() and not match[1][1:].isupper()
    before_name = bool(_NAME_AFTER.match(text, end))
    after_name = bool(around.said) and text[:at].rstrip()[-1:].isalnum() and at > 0
    if word in ("st", "dr") and (stop or capital):
        name_before = bool(
            re.search(r"(?:[A-Z][a-z]+|\d(?:st|nd|rd|th))\s$", text[max(0, at - 24) : at])
        )
        numbered = bool(
            re.search(
                r"\d\w{0,3}\s(?:[NSEW]\.?\s)?(?:[A-Z]?[\w']+\s){0,3}$", text[max(0, at - 48) : at]
            )
        )
        street = name_before and (not before_name or numbered)
        if word == "st" and capital and before_name and not street:
            return found(["saint"], at, end)
        said = PLACES[word] if street else TITLES[word]
        if capital or stop:
            return _stopped([said], text, at, end)
        return None
    if stop and word in TITLES and before_name and capital:
        return found([TITLES[word]], at, end)
    if stop and word in ALWAYS and word not in NEEDS_NUMBER:
        if (
            word in ("co", "mon", "wed", "est", "al", "fri", "oct", "dec", "art", "est")
            and not capital
            and word != "al"
        ):
            return None
        return _stopped(ALWAYS[word].split(), text, at, end)
    if word in WITHOUT_STOP and (capital or word in ("vs", "etc")):
        if word in ("ms", "jr", "sr", "ltd", "ave", "prof") and not (after_name or before_name):
            return None
        return _stopped(WITHOUT_STOP[word].split(), text, at, end)
    return None


def roman_number(text: str, at: int, around: Around) -> Found | None:
    """Roman numbers after names of rulers (ordinal) and after "chapter", "World War" (cardinal)."""
    match = _ROMAN.match(text, at)
    if not match:
        return None
    value = roman(match[1])
    if not value:
        return None
    if around.before in _RULERS and value < 40:
        if (
            match[1] == "I"
            and re.match(r"(?:'|\s+(?:[a-z]+))", text[match.end() :])
            and not re.match(
                r"\s+(?:was|is|of|and|had|ruled|died|reigned|became|in)\b", text[match.end() :]
            )
        ):
            return None
        return found(["the", *ordinal(value)], at, match.end())
    clear = around.before in _BEFORE_ROMAN or around.before in _WITH_NUMBER
    if clear and (match[1] != "I" or not re.match(r"\s+[a-z]+", text[match.end() :])):
        return found(cardinal(value), at, match.end())
    if (
        len(match[1]) >= 2
        and value < 4000
        and set(match[1]) <= set("IVX")
        and match[1] not in ("IV", "XI")
    ):
        return found(cardinal(value), at, match.end())  # II, III, VII, XIV; IV is a drip
    if len(match[1]) >= 4 and value > 1000:
        return found(number(str(value)) if value < 1100 else year(value), at, match.end())
    return None
