"""British spellings of the American dictionary's words: both are read, and sound alike."""

from __future__ import annotations

import re
from collections.abc import Iterable

_OUR = (
    "arbor ardor armor behavior candor clamor color demeanor endeavor favor fervor flavor harbor"
    " honor humor labor neighbor odor parlor rancor rigor rumor savior savor splendor succor tumor"
    " valor vapor vigor"
)
_RE = "center fiber liter luster meager meter saber scepter somber specter theater caliber"
_DOUBLED = (
    "cancel carol channel counsel dial duel enamel equal fuel jewel label level marvel model"
    " panel pedal quarrel revel rival shovel signal snivel squirrel total towel travel tunnel"
)
_OTHERS = {
    "gray": "grey",
    "grayish": "greyish",
    "defense": "defence",
    "offense": "offence",
    "pretense": "pretence",
    "license": "licence",
    "practice": "practise",
    "plow": "plough",
    "plowed": "ploughed",
    "plowing": "ploughing",
    "program": "programme",
    "check": "cheque",
    "checks": "cheques",
    "tire": "tyre",
    "tires": "tyres",
    "curb": "kerb",
    "mustache": "moustache",
    "pajamas": "pyjamas",
    "skeptical": "sceptical",
    "mold": "mould",
    "moldy": "mouldy",
    "jail": "gaol",
    "jailer": "gaoler",
    "wagon": "waggon",
    "wagons": "waggons",
    "draft": "draught",
    "drafts": "draughts",
    "story": "storey",
    "woolen": "woollen",
    "jewelry": "jewellery",
    "marvelous": "marvellous",
    "fulfill": "fulfil",
    "skillful": "skilful",
    "willful": "wilful",
    "enroll": "enrol",
    "maneuver": "manoeuvre",
    "inquire": "enquire",
    "inquiry": "enquiry",
    "inquired": "enquired",
    "inquiries": "enquiries",
    "ax": "axe",
    "catalog": "catalogue",
    "dialog": "dialogue",
    "judgment": "judgement",
    "acknowledgment": "acknowledgement",
    "show": "shew",
    "showed": "shewed",
    "shown": "shewn",
    "choose": "chuse",
    "surprise": "surprize",
    "connection": "connexion",
    "cozy": "cosy",
    "aluminum": "aluminium",
    "mom": "mum",
}
_OUR_STEM = re.compile(rf"^({'|'.join(_OUR.split())})(.*)$")
_DOUBLED_STEM = re.compile(rf"^({'|'.join(_DOUBLED.split())})(ed|ing|er|ers|or|ors|ous|ously)$")
_IZE = re.compile(r"^(.{3,})iz(e|ed|es|ing|er|ers|ation|ations)$")


def british(word: str) -> str | None:
    """The British spelling of an American one, None if there is no other."""
    if word in _OTHERS:
        return _OTHERS[word]
    our = _OUR_STEM.match(word)
    if our and not our[2].startswith(("ous", "i", "ary", "at")):
        return our[1][:-2] + "our" + our[2]
    plain = word.removesuffix("s")
    if plain in _RE.split():
        return plain[:-2] + "re" + word[len(plain) :]
    doubled = _DOUBLED_STEM.match(word)
    if doubled:
        return doubled[1] + "l" + doubled[2]
    ize = _IZE.match(word)
    if ize and word not in ("seize", "seized", "seizes", "seizing", "prize", "prized", "prizes"):
        return f"{ize[1]}is{ize[2]}"
    return None


def british_spellings(words: Iterable[str]) -> dict[str, str]:
    """British spelling -> American word, of those words that have one."""
    out = {}
    for word in words:
        other = british(word)
        if other:
            out[other] = word
    return out
