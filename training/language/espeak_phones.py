"""espeak-ng's American English phones and the units of the text front end, in both directions.

The forced aligner labels frames with espeak-ng's phones (``training/data.py``, without stress);
the front end speaks ARPAbet. One of espeak's phones is one or two units; where two of them are
one unit (ᵻ and ɪ), the way back takes the commoner. Phones of German and Dutch have no unit.
"""

from __future__ import annotations

from collections.abc import Sequence

from syrinx.neural.runtime.text.units import is_english, is_vowel

TO_UNITS: dict[str, tuple[str, ...]] = {
    "b": ("B",), "d": ("D",), "dʒ": ("JH",), "f": ("F",), "h": ("HH",), "j": ("Y",), "k": ("K",),
    "l": ("L",), "m": ("M",), "n": ("N",), "p": ("P",), "s": ("S",), "t": ("T",), "tʃ": ("CH",),
    "v": ("V",), "w": ("W",), "z": ("Z",), "ð": ("DH",), "ŋ": ("NG",), "ɡ": ("G",), "ɹ": ("R",),
    "ɾ": ("T",), "ʃ": ("SH",), "ʒ": ("ZH",), "θ": ("TH",), "r": ("R",), "x": ("K",),
    "a": ("AE",), "aɪ": ("AY",), "aʊ": ("AW",), "eɪ": ("EY",), "i": ("IY",), "iː": ("IY",),
    "oʊ": ("OW",), "uː": ("UW",), "æ": ("AE",), "ɐ": ("AH",), "ɑː": ("AA",), "ɑ": ("AA",),
    "ɔ": ("AO",), "ɔː": ("AO",), "ɔɪ": ("OY",), "ə": ("AH",), "ɚ": ("ER",), "ɛ": ("EH",),
    "ɜ": ("ER",), "ɜː": ("ER",), "ɪ": ("IH",), "ᵻ": ("IH",), "ʊ": ("UH",), "ʌ": ("AH",),
    "aɪə": ("AY", "AH"), "iə": ("IY", "AH"), "oːɹ": ("AO", "R"), "ɑːɹ": ("AA", "R"),
    "ɔːɹ": ("AO", "R"), "əl": ("AH", "L"), "ɛɹ": ("EH", "R"), "ɪɹ": ("IH", "R"), "ʊɹ": ("UH", "R"),
    "aɪɚ": ("AY", "ER"), "aʊɚ": ("AW", "ER"), "aɪʊɹ": ("AY", "ER"), "oː": ("AO",), "n̩": ("AH",
    "N"),
    "ɔːː": ("AO",), "ɑ̃": ("AA", "N"), "ɔ̃": ("AO", "N"),
}  # fmt: skip
"""Phone of espeak-ng -> phones without stress."""
FROM_UNITS: dict[tuple[str, ...], str] = {
    ("AA", "R"): "ɑːɹ", ("AO", "R"): "ɔːɹ", ("EH", "R"): "ɛɹ", ("IH", "R"): "ɪɹ", ("IY", "R"): "ɪɹ",
    ("UH", "R"): "ʊɹ", ("AH0", "L"): "əl", ("AA",): "ɑː", ("AE",): "æ", ("AH0",): "ə", ("AH",): "ʌ",
    ("AO",): "ɔː", ("AW",): "aʊ", ("AY",): "aɪ", ("EH",): "ɛ", ("ER0",): "ɚ", ("ER",): "ɜː",
    ("EY",): "eɪ", ("IH",): "ɪ", ("IY0",): "i", ("IY",): "iː", ("OW",): "oʊ", ("OY",): "ɔɪ",
    ("UH",): "ʊ", ("UW",): "uː", ("B",): "b", ("CH",): "tʃ", ("D",): "d", ("DH",): "ð", ("F",): "f",
    ("G",): "ɡ", ("HH",): "h", ("JH",): "dʒ", ("K",): "k", ("L",): "l", ("M",): "m", ("N",): "n",
    ("NG",): "ŋ", ("P",): "p", ("R",): "ɹ", ("S",): "s", ("SH",): "ʃ", ("T",): "t", ("TH",): "θ",
    ("V",): "v", ("W",): "w", ("Y",): "j", ("Z",): "z", ("ZH",): "ʒ",
}  # fmt: skip
"""Units, with stress where it decides -> phone of espeak-ng; pairs go before single ones."""


def from_espeak(phones: Sequence[str]) -> list[str]:
    """Units without stress of espeak-ng's phones; those that English lacks are left out."""
    return [unit for phone in phones for unit in TO_UNITS.get(phone, ())]


def to_espeak(units: Sequence[str]) -> list[str]:
    """espeak-ng's phones of English units with stress; other units are left out."""
    return [phone for phone, _ in espeak_groups(units)]


def espeak_groups(units: Sequence[str]) -> list[tuple[str, int]]:
    """espeak-ng's phones of English units, and how many units each of them stands for (1 or 2).

    So the aligner's labels of the former become durations of the latter.
    """
    english = [unit for unit in units if is_english(unit)]
    out: list[tuple[str, int]] = []
    at = 0
    while at < len(english):
        for width in (2, 1):
            part = english[at : at + width]
            following = english[at + width] if at + width < len(english) else ""
            if width == 2 and part[-1:] == ["L"] and is_vowel(following):
                continue  # the l of "hello" begins a syllable
            plain = [p.rstrip("012") for p in part]
            forms = (tuple(part), (*plain[:-1], part[-1]), tuple(plain))
            key = next((form for form in forms if form in FROM_UNITS), None)
            if len(part) == width and key is not None:
                out.append((FROM_UNITS[key], width))
                break
        at += out[-1][1]
    return out
