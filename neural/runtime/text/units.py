"""The units that an acoustic model of speech is given: the one list, and its version.

English units are ARPAbet phones in upper case, vowels with their stress (0 none, 1 primary, 2
secondary); Mandarin units are initials and finals of pinyin in small letters, finals with their
tone (5 is the neutral one); pauses are signs. The number of a unit is its place in `UNITS`. Models
keep `VERSION` with their weights; a unit may be appended, none may move (ADR 0081).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.text.listing import listed

VERSION = 1
SILENCE = "_"
"""Before and after an utterance, and the pause that somebody has asked for in milliseconds."""
PHRASE, CLAUSE, COLON, STOP, PARAGRAPH = "|", ",", ";", ".", "¶"
"""A break within a long clause, after a comma, after a colon or dash, of sentence, of paragraph."""
PAUSES = (SILENCE, PHRASE, CLAUSE, COLON, STOP, PARAGRAPH)
PAUSE_MS = {SILENCE: 100, PHRASE: 40, CLAUSE: 180, COLON: 280, STOP: 450, PARAGRAPH: 750}
"""How long each is where no model says it better."""
CONSONANTS = tuple(listed("B CH D DH F G HH JH K L M N NG P R S SH T TH V W Y Z ZH"))
VOWELS = tuple(listed("AA AE AH AO AW AY EH ER EY IH IY OW OY UH UW"))
INITIALS = tuple(listed("b p m f d t n l g k h j q x zh ch sh r z c s"))
FINALS = tuple(
    listed(
        "a o e eh ai ei ao ou an en ang eng ong er i ii iii ia ie io iao iou ian in iang ing iong"
        " u ua uo uai uei uan uen uang ueng v ve van vn"
    )
)
"""``i`` as in yi, ``ii`` as in si, ``iii`` as in shi, ``v`` is ü, ``eh`` is ê."""
ERHUA = "rr"
"""The r that colours the end of a syllable (玩儿)."""
STRESSES, TONES = "012", "12345"
UNITS: tuple[str, ...] = (
    *PAUSES,
    *CONSONANTS,
    *(vowel + stress for vowel in VOWELS for stress in STRESSES),
    *INITIALS,
    *(final + tone for final in FINALS for tone in TONES),
    ERHUA,
)
PHONES: tuple[str, ...] = (*PAUSES, *CONSONANTS, *VOWELS, *INITIALS, *FINALS, ERHUA)
"""Units without stress and tone."""
_NUMBER = {unit: number for number, unit in enumerate(UNITS)}
_ENGLISH = frozenset(CONSONANTS) | {v + s for v in VOWELS for s in STRESSES}


def numbers(units: Iterable[str]) -> NDArray[np.int64]:
    """Numbers of units ``(n,)``.

    Raises
    ------
    SyrinxError
        If one is no unit.
    """
    try:
        return np.array([_NUMBER[unit] for unit in units], np.int64)
    except KeyError as error:
        raise SyrinxError(f"{error.args[0]!r} is no sound of this program.") from error


def is_unit(name: str) -> bool:
    """Whether a name is one of `UNITS`."""
    return name in _NUMBER


def is_english(name: str) -> bool:
    """Whether a unit is an English phone."""
    return name in _ENGLISH


def is_vowel(name: str) -> bool:
    """Whether a unit is an English vowel."""
    return name in _ENGLISH and name[-1] in STRESSES


def phone_of(unit: str) -> str:
    """The unit without stress or tone: one of `PHONES`."""
    return unit if unit in PAUSES else unit.rstrip("12345" if unit.islower() else "012")


def accent_of(unit: str) -> int:
    """Stress or tone as a number: 0 none, 1-3 for stress 0-2, 4-8 for tones 1-5."""
    if unit in PAUSES or not unit[-1].isdecimal():
        return 0
    return int(unit[-1]) + (1 if unit.isupper() else 3)


def without_stress(units: Sequence[str]) -> tuple[str, ...]:
    """English units as the recogniser has them: small letters, no stress."""
    return tuple(unit.rstrip(STRESSES).lower() for unit in units)
