"""The CMU dictionary with its stress: phones in upper case, vowels with 0, 1 or 2.

Festival's form of the dictionary (package ``festlex-cmu``) tells stressed syllables from others,
but not the primary stress from secondary ones; :func:`graded` decides that.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from syrinx.dsp.errors import SyrinxError
from syrinx.training.language.words import CMU, DICTIONARIES

Way = tuple[str, ...]
_ENTRY = re.compile(r'^\("([^"]+)" \(?(\w+)\)? \((.*)\)\)$')
_SYLLABLE = re.compile(r"\(\(([a-z ]+)\) ([01])\)")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*'?|'[a-z]+")
VOWELS = frozenset("AA AE AH AO AW AY EH ER EY IH IY OW OY UH UW".split())
LATE = re.compile(r"(?:ee|eer|ese|esque|ette|oon|aire|ique|elle|ier)s?$")
"""Endings that take the primary stress themselves."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One way to say a word; ``part`` is its part of speech, empty where any will do."""

    word: str
    way: Way
    part: str = ""


def entries(folder: Path = DICTIONARIES) -> list[Entry]:
    """Every pronunciation of the dictionary, with stress 0 and 1 only.

    Raises
    ------
    SyrinxError
        If it is not installed.
    """
    path = folder / CMU
    if not path.is_file():
        raise SyrinxError("There is no word list: install the package festlex-cmu.")
    out = []
    for line in path.read_text(encoding="latin-1").splitlines():
        match = _ENTRY.match(line)
        if match and _WORD.fullmatch(match[1]):
            way = _way(match[3] + ")")
            if way:
                part = "" if match[2] == "nil" else match[2]
                out.append(Entry(word=match[1], way=way, part=part))
    return out


def _way(syllables: str) -> Way:
    out: list[str] = []
    for phones, stress in _SYLLABLE.findall(syllables):
        for phone in phones.upper().split():
            name = "AH" if phone == "AX" else phone
            # A schwa has no stress, whatever its syllable has.
            out.append(name + ("0" if phone == "AX" else stress) if name in VOWELS else name)
    return tuple(out)


def graded(word: str, way: Sequence[str], known: Mapping[str, Sequence[Way]]) -> Way:
    """Make all stresses but one secondary.

    Of several stressed vowels the first is the primary one in compounds of two known words
    ("newspaper") and where the last one is in the last syllable ("celebrate", not "refugee"); the
    last one else ("constitution"). A word without stress gets it on its first full vowel.
    """
    vowels = [i for i, phone in enumerate(way) if phone[-1].isdigit()]
    loud = [i for i in vowels if way[i][-1] != "0"]
    if not vowels:
        return tuple(way)
    if not loud:
        full = [i for i in vowels if way[i] != "AH0"] or vowels
        return tuple(p[:-1] + "1" if i == full[0] else p for i, p in enumerate(way))
    main = loud[-1]
    if len(loud) > 1:
        early = loud[-1] == vowels[-1] and not LATE.search(word)
        if early or _is_compound(word, way, known):
            main = loud[0]
    return tuple(
        p[:-1] + ("1" if i == main else "2") if i in loud else p for i, p in enumerate(way)
    )


def _is_compound(word: str, way: Sequence[str], known: Mapping[str, Sequence[Way]]) -> bool:
    bare = [p.rstrip("012") for p in way]
    for cut in range(3, len(word) - 2):
        for first in known.get(word[:cut], ()):
            for second in known.get(word[cut:], ()):
                said = [p.rstrip("012") for p in (*first, *second)]
                if said == bare and "1" in "".join(first) and "1" in "".join(second):
                    return True
    return False


def stressed_dictionary(folder: Path = DICTIONARIES) -> dict[str, list[Entry]]:
    """Word -> its pronunciations with primary and secondary stress, no two the same."""
    found = entries(folder)
    plain = _by_word(found)
    out: dict[str, list[Entry]] = {}
    for entry in found:
        way = graded(entry.word, entry.way, plain)
        ways = out.setdefault(entry.word, [])
        if all(way != other.way for other in ways):
            ways.append(dataclasses.replace(entry, way=way))
    return out


def _by_word(found: Iterable[Entry]) -> dict[str, list[Way]]:
    out: dict[str, list[Way]] = {}
    for entry in found:
        out.setdefault(entry.word, []).append(entry.way)
    return out
