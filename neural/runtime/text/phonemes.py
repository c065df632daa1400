"""Sounds that the user writes: ARPAbet, IPA or pinyin, in ``[[ ]]`` or in a dictionary."""

from __future__ import annotations

import re

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.text.pinyin import is_syllable, syllable
from syrinx.neural.runtime.text.units import CONSONANTS, VOWELS, is_english, is_vowel

Way = tuple[str, ...]
IPA: dict[str, Way] = {
    "tʃ": ("CH",), "t͡ʃ": ("CH",), "dʒ": ("JH",), "d͡ʒ": ("JH",), "ʧ": ("CH",), "ʤ": ("JH",),
    "b": ("B",), "d": ("D",), "ð": ("DH",), "f": ("F",), "ɡ": ("G",), "g": ("G",), "h": ("HH",),
    "k": ("K",), "l": ("L",), "ɫ": ("L",), "m": ("M",), "n": ("N",), "ŋ": ("NG",), "p": ("P",),
    "ɹ": ("R",), "r": ("R",), "s": ("S",), "ʃ": ("SH",), "t": ("T",), "ɾ": ("D",), "θ": ("TH",),
    "v": ("V",), "w": ("W",), "ʍ": ("W",), "j": ("Y",), "z": ("Z",), "ʒ": ("ZH",), "x": ("K",),
    "ç": ("HH",), "ʔ": (),
    "aɪ": ("AY",), "aʊ": ("AW",), "eɪ": ("EY",), "oʊ": ("OW",), "əʊ": ("OW",), "ɔɪ": ("OY",),
    "ɑ": ("AA",), "ɒ": ("AA",), "a": ("AA",), "æ": ("AE",), "ʌ": ("AH",), "ə": ("AH",),
    "ɐ": ("AH",),
    "ɔ": ("AO",), "ɛ": ("EH",), "e": ("EY",), "ɚ": ("ER",), "ɝ": ("ER",), "ɜ": ("ER",),
    "ɜɹ": ("ER",),
    "ɜːɹ": ("ER",), "əɹ": ("ER",), "ɪ": ("IH",), "ᵻ": ("IH",), "ɨ": ("IH",), "i": ("IY",),
    "o": ("OW",),
    "ʊ": ("UH",), "u": ("UW",), "ɪə": ("IH", "R"), "eə": ("EH", "R"), "ʊə": ("UH", "R"),
    "aɪə": ("AY", "AH"), "iə": ("IY", "AH"), "y": ("UW",), "ø": ("ER",), "œ": ("EH",),
    "n̩": ("AH", "N"), "l̩": ("AH", "L"), "m̩": ("AH", "M"), "əl": ("AH", "L"),
}  # fmt: skip
"""Symbols of the IPA to phones; vowels without their stress."""
_IPA_SIGNS = sorted(IPA, key=len, reverse=True)
_IGNORED = frozenset("ː.‿ʰʲˑ-͡ˤ̃̚")
BRACKETS = re.compile(r"\[\[([^\[\]]{1,400})\]\]")


def parse(text: str) -> list[Way]:
    """Sounds of one or more words.

    ARPAbet has a blank between phones and a bar between words (``HH AH0 L OW1 | W ER1 L D``), IPA a
    blank between words (``həˈloʊ wɜːld``), pinyin a blank between syllables (``ni3 hao3``).

    Raises
    ------
    SyrinxError
        If something is not understood.
    """
    plain = " ".join(text.replace("/", " ").split())
    if not plain:
        raise SyrinxError("The sounds are empty: write them like HH AH0 L OW1 or həˈloʊ.")
    parts = plain.split()
    if all(_is_arpabet(part) for part in parts):
        return [_arpabet(word.split()) for word in plain.split("|") if word.strip()]
    if all(is_syllable(part) for part in parts):
        return [syllable(part) for part in parts]
    return [_ipa(part) for part in parts if part != "|"]


def _is_arpabet(part: str) -> bool:
    bare = part.upper().rstrip("012")
    return part == "|" or (
        part.upper() == part and (bare in VOWELS or (bare in CONSONANTS and bare == part))
    )


def _arpabet(parts: list[str]) -> Way:
    units = [part + "0" if part in VOWELS else part for part in parts]
    return _stressed(units, marked=any(part[-1] in "12" for part in parts))


def _stressed(units: list[str], *, marked: bool) -> Way:
    """A word in which nobody has marked the stress has it on its first full vowel."""
    vowels = [i for i, unit in enumerate(units) if is_vowel(unit)]
    if vowels and not marked:
        full = [i for i in vowels if units[i] != "AH0"] or vowels
        units[full[0]] = units[full[0]][:-1] + "1"
    if not all(is_english(unit) for unit in units):
        raise SyrinxError(f"{' '.join(units)!r} is not a row of English sounds.")
    return tuple(units)


def _ipa(word: str) -> Way:
    units: list[str] = []
    at, stress, marked = 0, "0", False
    while at < len(word):
        char = word[at]
        if char in "ˈ'ˌ,":
            stress = "2" if char in "ˌ," else "1"
            marked = True
            at += 1
            continue
        if char in _IGNORED:
            at += 1
            continue
        sign = next((s for s in _IPA_SIGNS if word.startswith(s, at)), None)
        if sign is None:
            raise SyrinxError(
                f"{char!r} in {word!r} is no sound: write ARPAbet (HH AH0 L OW1), IPA (həˈloʊ)"
                " or pinyin (ni3 hao3)."
            )
        for phone in IPA[sign]:
            if phone in VOWELS:
                short = sign in ("ə", "ɐ", "ɚ", "ᵻ", "əl") and stress == "0"
                units.append(phone + ("0" if short else stress))
                stress = "0"
            else:
                units.append(phone)
        at += len(sign)
    if not units:
        raise SyrinxError(f"{word!r} has no sounds.")
    return _stressed(units, marked=marked)
