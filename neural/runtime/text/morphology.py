"""Words made from words: endings, beginnings and compounds of what the lexicon has."""

from __future__ import annotations

from collections.abc import Callable, Iterator

Way = tuple[str, ...]
Lookup = Callable[[str], "Way | None"]
_HISSES = frozenset({"S", "Z", "SH", "ZH", "CH", "JH"})
_VOICELESS = frozenset({"P", "T", "K", "F", "TH", "S", "SH", "CH"})
_VOWEL_LETTERS = frozenset("aeiouy")
SUFFIXES: tuple[tuple[str, Way], ...] = (
    ("ingly", ("IH0", "NG", "L", "IY0")),
    ("iness", ("IY0", "N", "AH0", "S")),
    ("ness", ("N", "AH0", "S")),
    ("less", ("L", "AH0", "S")),
    ("lessly", ("L", "AH0", "S", "L", "IY0")),
    ("ship", ("SH", "IH2", "P")),
    ("hood", ("HH", "UH2", "D")),
    ("fully", ("F", "AH0", "L", "IY0")),
    ("ful", ("F", "AH0", "L")),
    ("able", ("AH0", "B", "AH0", "L")),
    ("ably", ("AH0", "B", "L", "IY0")),
    ("ment", ("M", "AH0", "N", "T")),
    ("ings", ("IH0", "NG", "Z")),
    ("ing", ("IH0", "NG")),
    ("in'", ("IH0", "N")),
    ("ers", ("ER0", "Z")),
    ("er", ("ER0",)),
    ("est", ("AH0", "S", "T")),
    ("ily", ("AH0", "L", "IY0")),
    ("ly", ("L", "IY0")),
    ("ish", ("IH0", "SH")),
    ("y", ("IY0",)),
    ("like", ("L", "AY2", "K")),
    ("wise", ("W", "AY2", "Z")),
    ("man", ("M", "AH0", "N")),
    ("men", ("M", "EH0", "N")),
    ("ism", ("IH2", "Z", "AH0", "M")),
    ("ist", ("IH0", "S", "T")),
    ("ists", ("IH0", "S", "T", "S")),
    ("isms", ("IH2", "Z", "AH0", "M", "Z")),
)
"""Endings that change nothing in their stem; plural, past and possessive are rules of their own."""
CONTRACTED: dict[str, Way] = {
    "'ll": ("AH0", "L"), "'ve": ("AH0", "V"), "'d": ("D",), "'re": ("ER0",), "'m": ("M",),
    "n't": ("AH0", "N", "T"),
}  # fmt: skip
PREFIXES: tuple[tuple[str, Way], ...] = (
    ("un", ("AH0", "N")),
    ("re", ("R", "IY0")),
    ("non", ("N", "AA0", "N")),
    ("mis", ("M", "IH0", "S")),
    ("dis", ("D", "IH0", "S")),
    ("pre", ("P", "R", "IY0")),
    ("over", ("OW2", "V", "ER0")),
    ("under", ("AH2", "N", "D", "ER0")),
    ("out", ("AW2", "T")),
    ("inter", ("IH2", "N", "T", "ER0")),
    ("super", ("S", "UW2", "P", "ER0")),
    ("anti", ("AE2", "N", "T", "IY0")),
    ("counter", ("K", "AW2", "N", "T", "ER0")),
    ("micro", ("M", "AY2", "K", "R", "OW0")),
    ("multi", ("M", "AH2", "L", "T", "IY0")),
    ("semi", ("S", "EH2", "M", "IY0")),
    ("sub", ("S", "AH0", "B")),
    ("auto", ("AO2", "T", "OW0")),
    ("cyber", ("S", "AY2", "B", "ER0")),
    ("ultra", ("AH2", "L", "T", "R", "AH0")),
    ("mega", ("M", "EH2", "G", "AH0")),
    ("hyper", ("HH", "AY2", "P", "ER0")),
    ("neuro", ("N", "UH2", "R", "OW0")),
    ("bio", ("B", "AY2", "OW0")),
    ("geo", ("JH", "IY2", "OW0")),
    ("e-", ("IY1",)),
)


def plural(stem: Way) -> Way:
    """The s of a plural, of a third person or of a possessive, behind a stem."""
    if stem[-1] in _HISSES:
        return (*stem, "IH0", "Z")
    return (*stem, "S" if stem[-1] in _VOICELESS else "Z")


def past(stem: Way) -> Way:
    """The -ed of a verb."""
    if stem[-1] in ("T", "D"):
        return (*stem, "IH0", "D")
    return (*stem, "T" if stem[-1] in _VOICELESS else "D")


def inflected(word: str, look: Lookup) -> Way | None:
    """A word with a regular ending, by its stem; None if the stem is not known."""
    if "'" in word:
        return _contracted(word, look)
    if len(word) < 4:
        return None
    if word.endswith("s") and not word.endswith("ss"):
        for stem in _plural_stems(word):
            way = look(stem)
            if way and _plausible_plural(word, stem, way):
                return plural(way)
    if word.endswith("ed"):
        for stem in _stems(word[:-2], word[-3]):
            way = look(stem)
            if way:
                return past(way)
    for ending, said in SUFFIXES:
        if word.endswith(ending) and len(word) >= len(ending) + 3:
            for stem in _stems(word[: -len(ending)], word[-len(ending) - 1], ending):
                way = look(stem)
                if way:
                    return _attached(way, ending, said)
    return None


def _contracted(word: str, look: Lookup) -> Way | None:
    stem, _, rest = word.rpartition("'")
    if rest == "s" or (rest == "" and not word.endswith("n'")):
        way = look(stem)
        if not way:
            return None
        return plural(way) if rest == "s" or not word.endswith("s'") else way
    for ending, said in CONTRACTED.items():
        if word.endswith(ending):
            way = look(word[: -len(ending)])
            if not way:
                continue
            if ending == "'d" and way[-1] in ("T", "D"):
                return (*way, "IH0", "D")
            return (*way, *said)
    if word.endswith("in'"):
        way = look(word[:-1] + "g")
        return (*way[:-1], "N") if way else None
    return None


def _plural_stems(word: str) -> Iterator[str]:
    yield word[:-1]
    if word.endswith("ies") and len(word) > 4:
        yield word[:-3] + "y"
    if word.endswith("es"):
        yield word[:-2]


def _plausible_plural(word: str, stem: str, way: Way) -> bool:
    # "buses" is bus + es, not "buse" + s; "gas" is not "ga" + s.
    if word.endswith("es") and stem == word[:-2]:
        return way[-1] in _HISSES or stem.endswith("o")
    return len(stem) >= 3


def _stems(rest: str, last: str, ending: str = "ed") -> Iterator[str]:
    vowel_ending = ending[0] in _VOWEL_LETTERS
    if ending in ("ily", "iness"):
        yield rest + "y"
        return
    if vowel_ending and rest.endswith("i") and ending in ("ed", "er", "ers", "est"):
        yield rest[:-1] + "y"
    doubled = len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "aeious"
    if vowel_ending and doubled and rest[-1] not in "lf":
        yield rest[:-1]
    if vowel_ending and len(rest) >= 3 and last not in _VOWEL_LETTERS and _wants_e(rest):
        yield rest + "e"
    yield rest
    if vowel_ending:
        if doubled:
            yield rest[:-1]
        yield rest + "e"


def _wants_e(rest: str) -> bool:
    """Whether one vowel before one consonant stands at the end: hop(e) + ing is hope."""
    return (
        rest[-2] in _VOWEL_LETTERS and rest[-3:-2] not in _VOWEL_LETTERS and rest[-1] not in "wxyr"
    )


def _attached(way: Way, ending: str, said: Way) -> Way:
    if ending in ("ly", "ily") and way[-1] == "L":
        return (*way, *said[1:])  # finally: one l is heard
    if ending in ("ily", "iness") and way[-1] == "IY0":
        return (*way[:-1], *said)
    return (*way, *said)


def compound(word: str, look: Lookup) -> Way | None:
    """A word of a known beginning or of two known words; the first one is stressed.

    Of several ways to cut it the one with the longest shorter part is taken.
    """
    for beginning, said in PREFIXES:
        if word.startswith(beginning) and len(word) >= len(beginning) + 4:
            rest = look(word[len(beginning) :])
            if rest:
                return (*said, *rest)
    n = len(word)
    for shorter in range(n // 2, 2, -1):
        for cut in {shorter, n - shorter}:
            first, second = look(word[:cut]), look(word[cut:])
            if first and second and (shorter > 3 or _solid(first, second)):
                return (*first, *(p.replace("1", "2") for p in second))
    return None


def _solid(first: Way, second: Way) -> bool:
    # Names of three letters make anything a compound; both must bear stress.
    return any(p.endswith("1") for p in first) and any(p.endswith("1") for p in second)
