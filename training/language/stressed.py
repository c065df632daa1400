"""The CMU dictionary with its stress: phones in upper case, vowels with 0, 1 or 2.

Festival's form of the dictionary (package ``festlex-cmu``) tells stressed syllables from others,
but not the primary stress from secondary ones; :func:`graded` decides that.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from pathlib import Path

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.text import units
from syrinx.training.language.words import CMU, DICTIONARIES, part_probabilities

Way = tuple[str, ...]
_ENTRY = re.compile(r'^\("([^"]+)" \(?(\w+)\)? \((.*)\)\)$')
_SYLLABLE = re.compile(r"\(\(([a-z ]+)\) ([01])\)")
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*'?|'[a-z]+")
VOWELS = frozenset(units.VOWELS)
LATE = re.compile(r"(?:[^y]ee|eer|ese|esque|ette|oon|aire|ique|elle|teen|oo)$")
"""Endings that take the primary stress themselves."""
ON_LAST = re.compile(
    r"(?:[st]ions?|[st]ional(?:ly|ists?)?|ity|ities|ics?|ical(?:ly)?|ious(?:ly)?|ial(?:ly)?|ians?"
    r"|ology|ologist|ography|ometer|ia)$"
)
"""Endings before which the primary stress stands."""
ON_FIRST = re.compile(r"(?:[ao]ry|[ao]ries|ative|ators?|atures?|ectures?|actures?d?)$")
_WEAK_START = re.compile(r"(?:un|dis|de|re|im|mis|non|sub|trans|ultra|super|multi)(?=[a-z]{4})")
_INFLECTED = re.compile(r"(?:ings?|e?d|e?s|ers?|ors?|en|able)$")
_BEFORE_VERBS = ("over", "under", "inter", "out", "re", "dis", "mis", "fore", "with", "up", "un")


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


def graded(
    word: str,
    way: Sequence[str],
    known: Mapping[str, Sequence[Way]],
    verbs: Container[str] = frozenset(),
) -> Way:
    """Make all stresses but one secondary.

    Of several stressed vowels the first is the primary one in compounds of two known words
    ("newspaper") and where the last one is in the last syllable of the stem ("celebrated", not
    "refugees" and not a verb like "understand"); the last one else ("constitution"). A word
    without stress gets it on its first full vowel.

    Parameters
    ----------
    known
        Words with their pronunciations, for compounds.
    verbs
        Words that are verbs more often than anything else.
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
        early = _early(word, vowels, loud, verbs)
        start = _WEAK_START.match(word)
        if word.endswith(("ism", "isms")):
            main = loud[-2]
        elif word.startswith("television") or (ON_FIRST.search(word) and len(loud) == 2):
            main = loud[0]
        elif ON_LAST.search(word) or (start and word[start.end() :] in known):
            pass
        elif early or (early is None and _is_compound(word, way, known)):
            main = loud[0]
    return tuple(
        p[:-1] + ("1" if i == main else "2") if i in loud else p for i, p in enumerate(way)
    )


def _early(
    word: str, vowels: Sequence[int], loud: Sequence[int], verbs: Container[str]
) -> bool | None:
    """Whether the first stressed vowel is the primary one; None: the form does not tell."""
    stem, behind = word, vowels[vowels.index(loud[-1]) + 1 :]
    if behind:
        ending = _INFLECTED.search(word)
        if not ending or len(behind) > 1:
            return None
        stem = word[: ending.start()]
    stem = stem.removesuffix("s") if len(stem) > 4 else stem
    if LATE.search(stem):
        return False
    is_verb = word in verbs or stem in verbs or stem + "e" in verbs
    return not (is_verb and word.startswith(_BEFORE_VERBS))


def _is_compound(word: str, way: Sequence[str], known: Mapping[str, Sequence[Way]]) -> bool:
    bare = _loosely(way)
    for cut in range(3, len(word) - 2):
        for first in known.get(word[:cut], ()):
            for second in known.get(word[cut:], ()):
                if (
                    _loosely((*first, *second)) == bare
                    and "1" in "".join(first)
                    and "1" in "".join(second)
                ):
                    return True
    return False


def _loosely(way: Sequence[str]) -> list[str]:
    """Phones without stress, weak vowels all alike."""
    return ["AH" if p in ("IH0", "AH0", "EH0") else p.rstrip("012") for p in way]


def verbs_of(folder: Path = DICTIONARIES) -> set[str]:
    """Words that are verbs more often than nouns, by Festival's list of parts of speech."""
    parts = part_probabilities(folder)
    verb = {w: p for part in ("vb", "vbp", "vbd") for w, p in parts.get(part, {}).items()}
    noun = {w: p for part in ("nn", "nnp", "jj") for w, p in parts.get(part, {}).items()}
    # Nouns are about four times as many as verbs in a text.
    return {w for w, p in verb.items() if p > 4 * noun.get(w, 0.0)}


def stressed_dictionary(folder: Path = DICTIONARIES) -> dict[str, list[Entry]]:
    """Word -> its pronunciations with primary and secondary stress, no two the same."""
    found = entries(folder)
    plain, verbs = _by_word(found), verbs_of(folder)
    out: dict[str, list[Entry]] = {}
    for entry in found:
        way = graded(entry.word, entry.way, plain, verbs)
        ways = out.setdefault(entry.word, [])
        if all(way != other.way for other in ways):
            ways.append(dataclasses.replace(entry, way=way))
    return out


def _by_word(found: Iterable[Entry]) -> dict[str, list[Way]]:
    out: dict[str, list[Way]] = {}
    for entry in found:
        out.setdefault(entry.word, []).append(entry.way)
    return out
