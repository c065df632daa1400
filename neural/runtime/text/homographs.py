"""Which of a word's sounds is meant in a sentence.

The part of speech decides most words (the lexicon's own ``n`` and ``v``, and `TABLE`); some need
the words around.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

from syrinx.neural.runtime.text.homograph_table import TABLE
from syrinx.neural.runtime.text.lexicon import Said
from syrinx.neural.runtime.text.listing import listed

VERBS = frozenset({"vb", "vbp", "vbd", "vbz", "vbn", "vbg", "md"})
_BEFORE_VERB = frozenset(
    listed(
        "to will would can could should must may might i we they you don't didn't cannot can't"
        " won't"
        " doesn't let's please not"
    )
)
_BEFORE_NOUN = frozenset(
    listed("a an the his her its my your our their this that no some any every")
)
_BE = frozenset(listed("is are was were be been being am isn't aren't wasn't it's"))
_NEVER_PAST = (_BEFORE_VERB - {"i", "we", "they", "you"}) | frozenset(
    listed("i'll we'll you'll they'll he'll she'll did do does")
)
_LET = frozenset(listed("let lets make makes made help helps hear saw see watch"))
_PAST_BEFORE = frozenset(listed("have has had having i've we've you've they've")) | _BE
_PAST_AFTER = frozenset(listed("yesterday ago once already last"))
_METAL_AFTER = frozenset(
    listed(
        "pipe pipes paint poisoning acid batteries battery mine mines bullet bullets shot weights"
        " free contamination levels exposure oxide foil pencil"
    )
)
_METAL_BEFORE = frozenset(
    listed("zinc copper tin mercury iron silver gold arsenic cadmium heavy molten")
)
_AMOUNTS = frozenset(listed("made sheet piece tons traces pound pounds out full"))
_FISH = frozenset(listed("fishing fish lake river caught catch striped sea largemouth smallmouth"))
_POLISH = frozenset(
    listed(
        "people language border government army citizen citizens president food sausage jews zloty"
        " cavalry parliament town city immigrants workers troops"
    )
)
_SPEAK = frozenset(listed("in speak speaks spoke learn learned"))
_WET = frozenset(listed("eye eyes cheek cheeks face drop crying wept gas duct shed single"))
_FLOWS = frozenset(listed(". rolled fell ran"))
_ROUND = frozenset(listed("up around round down through its the his her their"))
_SMALL = frozenset(listed("details detail amount amounts quantities traces particles part parts"))


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A word in its sentence."""

    words: Sequence[str]
    tags: Sequence[str]
    at: int

    @property
    def tag(self) -> str:
        return self.tags[self.at]

    @property
    def before(self) -> str:
        return self.words[self.at - 1] if self.at else ""

    @property
    def after(self) -> str:
        return self.words[self.at + 1] if self.at + 1 < len(self.words) else ""

    @property
    def earlier(self) -> set[str]:
        return set(self.words[max(0, self.at - 4) : self.at])

    @property
    def later(self) -> set[str]:
        return set(self.words[self.at + 1 : self.at + 8])


def sense(words: Sequence[str], tags: Sequence[str], at: int) -> str:
    """Which of a word's sounds is meant: a key of its entry in `TABLE`, or ``n``, ``v``, ``j``.

    Parameters
    ----------
    words, tags
        Of the sentence, in small letters.
    at
        The word's place.
    """
    place = _Place(words=words, tags=tags, at=at)
    rule = _RULES.get(words[at], _by_part)
    return rule(place)


def choose(ways: Sequence[Said], which: str) -> tuple[str, ...]:
    """Of several sounds that of a sense; the first one where none is marked so."""
    wanted = dict(ways[::-1])
    for part in (which, {"j": "n", "n": "j"}.get(which, "")):
        if part in wanted:
            return wanted[part]
    return ways[0][1]


def _by_part(place: _Place) -> str:
    # The tagger errs mostly between nouns and verbs; determiners and "to" are sure signs.
    parts = {part for part, _ in TABLE.get(place.words[place.at], ())}
    tag, before = place.tag, place.before
    if tag == "jj" and "j" not in parts:
        tag = "vb" if before in _BEFORE_VERB else "nn"
    nominal = tag.startswith("n") or tag == "jj"
    if nominal and before in _BEFORE_VERB and not (before == "to" and tag == "nns"):
        return "v"
    if before in _BEFORE_NOUN and tag in VERBS:
        return "j" if place.after and tag != "vbz" and "j" in parts else "n"
    if tag in VERBS:
        return "v"
    return "j" if tag in ("jj", "rb", "jjr", "jjs") else "n"


def _read(place: _Place) -> str:
    return "past" if _is_past(place) else "v"


def _is_past(place: _Place) -> bool:
    before = list(place.words[max(0, place.at - 4) : place.at])
    last = before[-1] if before else ""
    if last in _NEVER_PAST:
        return False
    if _PAST_BEFORE & set(before[-3:]) or any(w.endswith(("'ve", "'d")) for w in before[-2:]):
        return True
    if _LET & set(before[-3:]):
        return False
    if place.tag in ("vbn", "vbd") or last in ("he", "she", "it", "who"):
        return True
    if any(w in _NEVER_PAST for w in before):
        return False
    earlier = place.tags[place.at - 1] if last else ""
    if earlier.startswith(("nn", "prp")) and earlier != "nns" and last not in _BEFORE_VERB:
        return True
    return bool(_PAST_AFTER & set(place.words[place.at + 1 :]))


def _lead(place: _Place) -> str:
    made = place.before == "of" and place.earlier & _AMOUNTS
    metal = place.after in _METAL_AFTER or place.before in _METAL_BEFORE or made
    return "metal" if metal else ""


def _used(place: _Place) -> str:
    if place.after != "to":
        return ""
    beyond = place.tags[place.at + 2] if place.at + 2 < len(place.tags) else ""
    # "a knife is used to cut" is no habit.
    return "" if place.before in _BE and beyond == "vb" else "to"


def _wound(place: _Place) -> str:
    past = place.after in _ROUND and place.before not in _BEFORE_NOUN
    return "past" if past else "n"


def _bass(place: _Place) -> str:
    return "fish" if _FISH & (place.earlier | place.later) and place.after != "player" else ""


def _polish(place: _Place) -> str:
    alone = place.before in _SPEAK and not place.after[:1].isalpha()
    return "name" if place.after in _POLISH or alone else ""


def _tear(place: _Place) -> str:
    if place.tag in VERBS and place.before not in _BEFORE_NOUN | {"single", "one"}:
        return "v"
    wet = _WET & (place.earlier | place.later) or place.after in _FLOWS or place.before == "single"
    return "n" if wet or (place.tag.startswith("n") and place.after != "in") else "rip"


def _close(place: _Place) -> str:
    if place.tag in VERBS:
        return "v"
    if place.tag == "nn" and place.before in ("the", "a") and not place.after[:1].isalpha():
        return "end"
    if place.tag == "nn" and place.before == "the" and place.after == "of":
        return "end"
    return "v" if place.before in ("to", "will", "please", "don't") and place.at else "j"


def _live(place: _Place) -> str:
    return "v" if place.tag in VERBS and place.before not in ("a", "the") else "j"


def _minute(place: _Place) -> str:
    return "j" if place.after in _SMALL else "n"


def _third_person(place: _Place) -> str:
    return "v" if place.tag == "vbz" else "n"


def _desert(place: _Place) -> str:
    return "v" if place.before in ("to", "will", "not", "would", "never") else _by_part(place)


_RULES: dict[str, Callable[[_Place], str]] = {
    "read": _read,
    "lead": _lead,
    "used": _used,
    "wound": _wound,
    "bass": _bass,
    "polish": _polish,
    "tear": _tear,
    "close": _close,
    "live": _live,
    "minute": _minute,
    "desert": _desert,
    **dict.fromkeys(("lives", "winds", "tears", "uses"), _third_person),
}
