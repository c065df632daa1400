"""Syllables of pinyin to initials and finals with tones."""

from __future__ import annotations

import re
import unicodedata

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.text.listing import listed
from syrinx.neural.runtime.text.units import FINALS, INITIALS

Way = tuple[str, ...]
_MARKS = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}
_SYLLABLE = re.compile(r"([a-zv]{1,6})([0-5])")
_LONGER = {"iu": "iou", "ui": "uei", "un": "uen", "ue": "ve"}
_WHOLE = {
    "yi": "i", "ya": "ia", "ye": "ie", "yao": "iao", "you": "iou", "yan": "ian", "yin": "in",
    "yang": "iang", "ying": "ing", "yong": "iong", "yo": "io", "yu": "v", "yue": "ve",
    "yuan": "van",
    "yun": "vn", "wu": "u", "wa": "ua", "wo": "uo", "wai": "uai", "wei": "uei", "wan": "uan",
    "wen": "uen", "wang": "uang", "weng": "ueng", "ê": "eh",
}  # fmt: skip
_BY_LENGTH = sorted(INITIALS, key=len, reverse=True)


def plain(text: str) -> str:
    """Pinyin with its tone as a number, ü as v: hǎo is hao3, nü3 is nv3; 5 without a mark."""
    out, tone = "", ""
    for char in unicodedata.normalize("NFD", text.lower()):
        if char in _MARKS:
            tone = _MARKS[char]
        elif char == "\u0308":
            out = out[:-1] + "v"
        elif char.isdecimal():
            tone = "5" if char == "0" else char
        else:
            out += char
    return out.replace("u:", "v") + (tone or "5")


def is_syllable(text: str) -> bool:
    """Whether a text is a syllable of pinyin with a tone (number or mark)."""
    if not any(c.isdecimal() for c in text) and not any(
        c in _MARKS for c in unicodedata.normalize("NFD", text)
    ):
        return False
    return bool(_SYLLABLE.fullmatch(plain(text))) and _parts(plain(text)) is not None


def syllable(text: str) -> Way:
    """Initial and final with tone of a syllable: hao3 is ("h", "ao3"), yuan2 ("van2",).

    Raises
    ------
    SyrinxError
        If there is no such syllable.
    """
    found = _parts(plain(text))
    if found is None:
        raise SyrinxError(f"{text!r} is no syllable of pinyin.")
    return found


def syllables(word: str) -> list[Way]:
    """Syllables of a word of pinyin, ``nǐhǎo`` or ``ni3hao3``; empty if it is none.

    Every syllable but neutral ones of tone marks has its tone.
    """
    text = unicodedata.normalize("NFC", word.lower())
    best: list[list[Way] | None] = [[]] + [None] * len(text)
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - 7), end):
            before, part = best[start], text[start:end]
            if before is None:
                continue
            marked = is_syllable(part)
            neutral = not any(c.isdecimal() for c in text) and _parts(plain(part)) is not None
            now = best[end]
            if (marked or neutral) and (now is None or len(before) + 1 < len(now)):
                best[end] = [*before, syllable(part)]
    found = best[-1]
    return found if found else []


def has_tone_mark(word: str) -> bool:
    """Whether one of its vowels bears the mark of a tone."""
    return any(c in _MARKS for c in unicodedata.normalize("NFD", word))


def _parts(text: str) -> Way | None:
    match = _SYLLABLE.fullmatch(text)
    if match is None:
        return None
    sound, tone = match[1], match[2] if match[2] != "0" else "5"
    if sound == "r":
        return ("er" + tone,)
    if sound in _WHOLE:
        return (_WHOLE[sound] + tone,)
    initial = next((i for i in _BY_LENGTH if sound.startswith(i)), "")
    final = sound[len(initial) :]
    if initial in ("j", "q", "x"):
        final = {"u": "v", "ue": "ve", "uan": "van", "un": "vn"}.get(final, final)
    elif initial in ("z", "c", "s") and final == "i":
        final = "ii"
    elif initial in ("zh", "ch", "sh", "r") and final == "i":
        final = "iii"
    final = _LONGER.get(final, final)
    if final not in FINALS or (not initial and final not in _ALONE):
        return None
    return (initial, final + tone) if initial else (final + tone,)


_ALONE = frozenset(listed("a o e ai ei ao ou an en ang eng er eh"))
