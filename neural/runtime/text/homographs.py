"""Words that are said in several ways, and which way is meant in a sentence.

The part of speech decides most of them (the lexicon's own ``n`` and ``v``, and the table here);
some need the words around.
"""

from __future__ import annotations

from collections.abc import Sequence

from syrinx.neural.runtime.text.lexicon import Said

Way = tuple[str, ...]
VERBS = frozenset({"vb", "vbp", "vbd", "vbz", "vbn", "vbg", "md"})


def _way(text: str) -> Way:
    return tuple(text.split())


TABLE: dict[str, tuple[Said, ...]] = {
    word: tuple((part, _way(said)) for part, said in ways.items())
    for word, ways in {
        "read": {"v": "R IY1 D", "past": "R EH1 D"},
        "lead": {"": "L IY1 D", "metal": "L EH1 D"},
        "leads": {"": "L IY1 D Z"},
        "live": {"v": "L IH1 V", "j": "L AY1 V"},
        "lives": {"v": "L IH1 V Z", "n": "L AY1 V Z"},
        "wind": {"n": "W IH1 N D", "v": "W AY1 N D"},
        "winds": {"n": "W IH1 N D Z", "v": "W AY1 N D Z"},
        "winding": {"": "W AY1 N D IH0 NG"},
        "wound": {"n": "W UW1 N D", "past": "W AW1 N D"},
        "tear": {"n": "T IH1 R", "v": "T EH1 R", "rip": "T EH1 R"},
        "tears": {"n": "T IH1 R Z", "v": "T EH1 R Z"},
        "close": {"v": "K L OW1 Z", "j": "K L OW1 S", "end": "K L OW1 Z"},
        "use": {"n": "Y UW1 S", "v": "Y UW1 Z"},
        "uses": {"n": "Y UW1 S IH0 Z", "v": "Y UW1 Z IH0 Z"},
        "used": {"": "Y UW1 Z D", "to": "Y UW1 S T"},
        "house": {"n": "HH AW1 S", "v": "HH AW1 Z"},
        "houses": {"": "HH AW1 Z IH0 Z"},
        "bow": {"n": "B OW1", "v": "B AW1"},
        "bows": {"n": "B OW1 Z", "v": "B AW1 Z"},
        "row": {"": "R OW1"},
        "bass": {"": "B EY1 S", "fish": "B AE1 S"},
        "dove": {"n": "D AH1 V", "v": "D OW1 V"},
        "sow": {"n": "S AW1", "v": "S OW1"},
        "minute": {"n": "M IH1 N AH0 T", "j": "M AY0 N UW1 T"},
        "excuse": {"n": "IH0 K S K Y UW1 S", "v": "IH0 K S K Y UW1 Z"},
        "abuse": {"n": "AH0 B Y UW1 S", "v": "AH0 B Y UW1 Z"},
        "invalid": {"j": "IH0 N V AE1 L AH0 D", "n": "IH1 N V AH0 L AH0 D"},
        "polish": {"": "P AA1 L IH0 SH", "name": "P OW1 L IH0 SH"},
        "desert": {"n": "D EH1 Z ER0 T", "v": "D IH0 Z ER1 T"},
        "content": {"n": "K AA1 N T EH0 N T", "j": "K AH0 N T EH1 N T", "v": "K AH0 N T EH1 N T"},
        "resume": {"v": "R IH0 Z UW1 M", "n": "R EH1 Z AH0 M EY2"},
        "perfect": {"j": "P ER1 F IH0 K T", "v": "P ER0 F EH1 K T"},
        "object": {"n": "AA1 B JH EH0 K T", "v": "AH0 B JH EH1 K T"},
        "objects": {"n": "AA1 B JH EH0 K T S", "v": "AH0 B JH EH1 K T S"},
        "subject": {"n": "S AH1 B JH IH0 K T", "v": "S AH0 B JH EH1 K T"},
        "project": {"n": "P R AA1 JH EH0 K T", "v": "P R AH0 JH EH1 K T"},
        "projects": {"n": "P R AA1 JH EH0 K T S", "v": "P R AH0 JH EH1 K T S"},
        "present": {"n": "P R EH1 Z AH0 N T", "v": "P R IH0 Z EH1 N T"},
        "presents": {"n": "P R EH1 Z AH0 N T S", "v": "P R IH0 Z EH1 N T S"},
        "record": {"n": "R EH1 K ER0 D", "v": "R IH0 K AO1 R D"},
        "records": {"n": "R EH1 K ER0 D Z", "v": "R IH0 K AO1 R D Z"},
        "permit": {"n": "P ER1 M IH2 T", "v": "P ER0 M IH1 T"},
        "permits": {"n": "P ER1 M IH2 T S", "v": "P ER0 M IH1 T S"},
        "produce": {"v": "P R AH0 D UW1 S", "n": "P R OW1 D UW0 S"},
        "progress": {"n": "P R AA1 G R EH2 S", "v": "P R AH0 G R EH1 S"},
        "protest": {"n": "P R OW1 T EH2 S T", "v": "P R AH0 T EH1 S T"},
        "rebel": {"n": "R EH1 B AH0 L", "v": "R IH0 B EH1 L"},
        "refuse": {"v": "R IH0 F Y UW1 Z", "n": "R EH1 F Y UW2 S"},
        "reject": {"v": "R IH0 JH EH1 K T", "n": "R IY1 JH EH0 K T"},
        "survey": {"n": "S ER1 V EY2", "v": "S ER0 V EY1"},
        "suspect": {"n": "S AH1 S P EH2 K T", "v": "S AH0 S P EH1 K T"},
        "transfer": {"n": "T R AE1 N S F ER0", "v": "T R AE0 N S F ER1"},
        "transport": {"n": "T R AE1 N S P AO0 R T", "v": "T R AE0 N S P AO1 R T"},
        "upset": {"n": "AH1 P S EH2 T", "v": "AH0 P S EH1 T", "j": "AH0 P S EH1 T"},
        "increase": {"n": "IH1 N K R IY2 S", "v": "IH0 N K R IY1 S"},
        "increases": {"n": "IH1 N K R IY2 S IH0 Z", "v": "IH0 N K R IY1 S IH0 Z"},
        "decrease": {"n": "D IY1 K R IY2 S", "v": "D IH0 K R IY1 S"},
        "import": {"n": "IH1 M P AO2 R T", "v": "IH0 M P AO1 R T"},
        "imports": {"n": "IH1 M P AO2 R T S", "v": "IH0 M P AO1 R T S"},
        "export": {"n": "EH1 K S P AO2 R T", "v": "IH0 K S P AO1 R T"},
        "exports": {"n": "EH1 K S P AO2 R T S", "v": "IH0 K S P AO1 R T S"},
        "insult": {"n": "IH1 N S AH2 L T", "v": "IH0 N S AH1 L T"},
        "extract": {"n": "EH1 K S T R AE2 K T", "v": "IH0 K S T R AE1 K T"},
        "contract": {"n": "K AA1 N T R AE2 K T", "v": "K AH0 N T R AE1 K T"},
        "contracts": {"n": "K AA1 N T R AE2 K T S", "v": "K AH0 N T R AE1 K T S"},
        "conduct": {"n": "K AA1 N D AH2 K T", "v": "K AH0 N D AH1 K T"},
        "conflict": {"n": "K AA1 N F L IH0 K T", "v": "K AH0 N F L IH1 K T"},
        "contest": {"n": "K AA1 N T EH0 S T", "v": "K AH0 N T EH1 S T"},
        "contrast": {"n": "K AA1 N T R AE0 S T", "v": "K AH0 N T R AE1 S T"},
        "convert": {"v": "K AH0 N V ER1 T", "n": "K AA1 N V ER0 T"},
        "convict": {"v": "K AH0 N V IH1 K T", "n": "K AA1 N V IH0 K T"},
        "console": {"n": "K AA1 N S OW0 L", "v": "K AH0 N S OW1 L"},
        "compound": {"n": "K AA1 M P AW0 N D", "v": "K AH0 M P AW1 N D"},
        "compact": {"j": "K AH0 M P AE1 K T", "n": "K AA1 M P AE0 K T"},
        "combine": {"v": "K AH0 M B AY1 N", "n": "K AA1 M B AY0 N"},
        "address": {"n": "AE1 D R EH2 S", "v": "AH0 D R EH1 S"},
        "addict": {"n": "AE1 D IH2 K T", "v": "AH0 D IH1 K T"},
        "attribute": {"n": "AE1 T R AH0 B Y UW2 T", "v": "AH0 T R IH1 B Y UW2 T"},
        "discount": {"n": "D IH1 S K AW0 N T", "v": "D IH0 S K AW1 N T"},
        "entrance": {"n": "EH1 N T R AH0 N S", "v": "EH0 N T R AE1 N S"},
        "frequent": {"j": "F R IY1 K W AH0 N T", "v": "F R IH0 K W EH1 N T"},
        "separate": {"j": "S EH1 P R AH0 T", "v": "S EH1 P ER0 EY2 T"},
        "estimate": {"n": "EH1 S T AH0 M AH0 T", "v": "EH1 S T AH0 M EY2 T"},
        "estimates": {"n": "EH1 S T AH0 M AH0 T S", "v": "EH1 S T AH0 M EY2 T S"},
        "graduate": {"n": "G R AE1 JH AH0 W AH0 T", "v": "G R AE1 JH AH0 W EY2 T"},
        "graduates": {"n": "G R AE1 JH AH0 W AH0 T S", "v": "G R AE1 JH AH0 W EY2 T S"},
        "delegate": {"n": "D EH1 L AH0 G AH0 T", "v": "D EH1 L AH0 G EY2 T"},
        "duplicate": {"n": "D UW1 P L AH0 K AH0 T", "v": "D UW1 P L AH0 K EY2 T"},
        "alternate": {"j": "AO1 L T ER0 N AH0 T", "v": "AO1 L T ER0 N EY2 T"},
        "appropriate": {"j": "AH0 P R OW1 P R IY0 AH0 T", "v": "AH0 P R OW1 P R IY0 EY2 T"},
        "associate": {"n": "AH0 S OW1 SH IY0 AH0 T", "v": "AH0 S OW1 SH IY0 EY2 T"},
        "approximate": {"j": "AH0 P R AA1 K S AH0 M AH0 T", "v": "AH0 P R AA1 K S AH0 M EY2 T"},
        "moderate": {"j": "M AA1 D ER0 AH0 T", "v": "M AA1 D ER0 EY2 T"},
        "elaborate": {"j": "IH0 L AE1 B R AH0 T", "v": "IH0 L AE1 B ER0 EY2 T"},
        "deliberate": {"j": "D IH0 L IH1 B ER0 AH0 T", "v": "D IH0 L IH1 B ER0 EY2 T"},
        "advocate": {"n": "AE1 D V AH0 K AH0 T", "v": "AE1 D V AH0 K EY2 T"},
        "animate": {"j": "AE1 N AH0 M AH0 T", "v": "AE1 N AH0 M EY2 T"},
        "coordinate": {"n": "K OW0 AO1 R D AH0 N AH0 T", "v": "K OW0 AO1 R D AH0 N EY2 T"},
        "intimate": {"j": "IH1 N T AH0 M AH0 T", "v": "IH1 N T AH0 M EY2 T"},
        "laminate": {"n": "L AE1 M AH0 N AH0 T", "v": "L AE1 M AH0 N EY2 T"},
        "articulate": {"j": "AA0 R T IH1 K Y AH0 L AH0 T", "v": "AA0 R T IH1 K Y AH0 L EY2 T"},
        "august": {"": "AA1 G AH0 S T"},
        "absent": {"j": "AE1 B S AH0 N T", "v": "AE0 B S EH1 N T"},
        "diffuse": {"v": "D IH0 F Y UW1 Z", "j": "D IH0 F Y UW1 S"},
        "advise": {"": "AH0 D V AY1 Z"},
        "learned": {"v": "L ER1 N D", "j": "L ER1 N IH0 D"},
        "blessed": {"v": "B L EH1 S T", "j": "B L EH1 S IH0 D"},
        "does": {"": "D AH1 Z"},
    }.items()
}
"""Word -> sounds by part of speech: ``n`` ``v`` ``j``; others are asked for by :func:`sense`."""
_PAST_BEFORE = frozenset("have has had having be is was been were being i've we've you've they've".split())
_PAST_AFTER = frozenset("yesterday ago once already last".split())
_THIRD = frozenset("he she it who".split())
_METAL = frozenset(
    "pipe pipes paint poisoning acid batteries battery mine mines bullet bullets shot weights free"
    " contamination levels exposure oxide foil pencil".split()
)
_METALS = frozenset("zinc copper tin mercury iron silver gold arsenic cadmium of heavy molten".split())
_FISH = frozenset("fishing fish lake river caught catch striped sea largemouth smallmouth".split())
_COUNTRIES = frozenset(
    "people language border government army citizen citizens president food sausage jews zloty cavalry"
    " parliament town city immigrants workers troops".split()
)
_WET = frozenset("eye eyes cheek cheeks face drop crying wept gas duct shed single".split())


def sense(words: Sequence[str], tags: Sequence[str], at: int) -> str:
    """Which of a word's sounds is meant: a key of its entry in `TABLE`, or ``n``, ``v``, ``j``.

    Parameters
    ----------
    words, tags
        Of the sentence, in small letters.
    at
        The word's place.
    """
    word, tag = words[at], tags[at]
    before = words[at - 1] if at else ""
    earlier = words[max(0, at - 4) : at]
    after = words[at + 1] if at + 1 < len(words) else ""
    later = words[at + 1 : at + 8]
    if word == "read":
        return "past" if _is_past(words, tags, at) else "v"
    if word == "lead":
        return "metal" if after in _METAL or before in _METALS - {"of"} or (
            before == "of" and set(earlier) & {"made", "sheet", "piece", "tons", "traces", "pound", "pounds"}
        ) else ""
    if word == "used":
        return "to" if after == "to" and tag != "vbn" or (after == "to" and before in ("get", "got", "getting", "i", "you", "we", "they", "he", "she", "be", "are", "am", "not")) else ""
    if word == "wound":
        past = after in ("up", "around", "down", "through", "its", "the", "his", "her", "their") and before not in ("the", "a", "his", "her")
        return "past" if past else "n"
    if word == "bass":
        return "fish" if _FISH & {*earlier, *later} else ""
    if word == "polish":
        return "name" if after in _COUNTRIES or before in ("in", "speak", "speaks", "spoke", "learn", "is") and not later[:1] else ""
    if word == "tear":
        if tag in ("vb", "vbp") and before in ("a", "the", "single", "one", "another", "each", "every", "his", "her"):
            return "n" if before in ("single", "his", "her") or _WET & {*earlier, *later} or after in (".", "rolled", "fell", "ran") else "rip"
        return "n" if tag.startswith("n") and not (after == "in" and not _WET & set(later)) else "v"
    if word == "close":
        if tag in VERBS:
            return "v"
        if tag == "nn" and before in ("the", "a") and after in ("of", ".", ","):
            return "end"
        return "v" if tag == "nn" and before in ("to", "will", "please", "don't", "and") else "j"
    if word in ("live", "minute"):
        if word == "minute":
            return "j" if tag == "jj" or after in ("details", "detail", "amount", "amounts", "quantities", "traces", "particles") else "n"
        return "v" if tag in VERBS and before not in ("a", "the") else "j"
    if word in ("lives", "leaves", "winds", "tears", "uses"):
        return "v" if tag == "vbz" else "n"
    if word == "desert" and before in ("to", "will", "not", "would", "never"):
        return "v"
    return _by_part(word, tag, before, after)


def _by_part(word: str, tag: str, before: str, after: str) -> str:
    # The tagger errs mostly between nouns and verbs; determiners and "to" are sure signs.
    if tag == "jj" and "j" not in {part for part, _ in TABLE.get(word, ())}:
        tag = "nn"
        if before in ("i", "we", "they", "you", "to", "will", "would", "can", "could", "must", "not"):
            tag = "vb"
    if before in ("to", "will", "would", "can", "could", "should", "must", "may", "might", "i", "we", "they", "you", "don't", "didn't", "cannot", "can't", "won't", "doesn't", "let's", "please") and (
        tag.startswith("n") or tag == "jj"
    ):
        # "to" may also be followed by a noun: "damage to use", hardly.
        if not (before == "to" and tag == "nns"):
            return "v"
    if before in ("a", "an", "the", "his", "her", "its", "my", "your", "our", "their", "this", "that", "no", "some", "any", "every") and tag in VERBS:
        return "j" if after and tag != "vbz" and "j" in {p for p, _ in TABLE.get(word, ())} else "n"
    if tag in VERBS:
        return "v"
    return "j" if tag in ("jj", "rb", "jjr", "jjs") else "n"


def _is_past(words: Sequence[str], tags: Sequence[str], at: int) -> bool:
    before = words[max(0, at - 4) : at]
    last = before[-1] if before else ""
    if last in ("to", "will", "can", "could", "would", "should", "must", "may", "might", "not", "don't", "didn't", "doesn't", "cannot", "can't", "please", "i'll", "we'll", "you'll", "they'll", "he'll", "she'll", "let's", "did", "do", "does"):
        return False
    if _PAST_BEFORE & set(before[-3:]) or any(w.endswith(("'ve", "'d")) for w in before[-2:]):
        return True
    if tags[at] in ("vbn", "vbd") or last in _THIRD:
        return True
    if any(w in ("did", "do", "does", "will", "can", "could", "would", "should", "to") for w in before):
        return False
    if last and at and tags[at - 1].startswith(("n", "prp")) and tags[at - 1] not in ("nns",) and last not in ("i", "you", "we", "they"):
        return True
    return bool(_PAST_AFTER & set(words[at + 1 :]))


def choose(word: str, ways: Sequence[Said], which: str) -> tuple[str, ...]:
    """Of several sounds that of a sense; the first one where none is marked so."""
    wanted = {part: way for part, way in ways[::-1]}
    if which in wanted:
        return wanted[which]
    if which == "j" and "n" in wanted:
        return wanted["n"]
    if which == "n" and "j" in wanted:
        return wanted["j"]
    return ways[0][1]
