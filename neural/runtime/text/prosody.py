"""Pauses, phrases and the mode of a sentence: from words with sounds to an utterance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from syrinx.neural.runtime.text.listing import listed
from syrinx.neural.runtime.text.spoken import Token
from syrinx.neural.runtime.text.units import (
    CLAUSE,
    COLON,
    PARAGRAPH,
    PHRASE,
    SILENCE,
    STOP,
)
from syrinx.neural.runtime.text.utterance import Mode, Prosody, SpokenWord, Utterance

_STRENGTH = {PHRASE: 1, CLAUSE: 2, COLON: 3, STOP: 4, PARAGRAPH: 5}
LONG_CLAUSE = 9
"""Words after which a clause without a comma may get a break."""
_BREAK_BEFORE = frozenset(
    listed(
        "and but or nor because that which who whom whose when where while although though if"
        " unless"
        " until"
        " since after before so as than whether"
    )
)
_BREAK_BEFORE_LATE = frozenset(
    listed(
        "in on at with from to for of by about into over under between through during without"
        " against"
        " toward towards within across"
    )
)
WEAK_WORDS = frozenset(
    listed(
        "a an and am are as at be been but by can could do does for from had has have he her him"
        " his"
        " i if in"
        " is it its me my of on or our she should so than that the their them there they this to us"
        " was we"
        " were will with would you your it's i'm i'll you're we're they're he's she's that's"
        " there's"
        " who which"
        " not"
    )
) - {"not"}
_ASKING = frozenset(listed("who what where when why how which whose whom"))


def mode_of(text: str, words: Sequence[str], *, whole: bool = True) -> Mode:
    """How the sentence ends, by its last signs and its first words."""
    if not whole:
        return "unfinished"
    end = text.rstrip().rstrip("\"')]}”’*_ ")
    if end.endswith(("?", "？", "?!", "!?")):
        first = [w for w in words[:3] if w not in ("and", "but", "so", "well", "or")]
        asks = first[0].split("'")[0] if first else ""
        return "question_word" if asks in _ASKING else "question"
    if end.endswith(("!", "！")):
        return "exclamation"
    if end.endswith(("...", ",", ":", ";", "-", "—")):
        return "unfinished"
    return "statement"


def with_phrases(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with short breaks put into clauses that are long."""
    out: list[Token] = []
    clause: list[Token] = []
    for token in tokens:
        if token.kind == "pause":
            out += _broken(clause)
            clause = []
            out.append(token)
        else:
            clause.append(token)
    return [*out, *_broken(clause)]


def _broken(clause: list[Token]) -> list[Token]:
    if len(clause) <= LONG_CLAUSE:
        return clause
    best, cost = 0, 0.0
    middle = len(clause) / 2
    for at in range(3, len(clause) - 2):
        word, before = clause[at].text, clause[at - 1].text
        if before in WEAK_WORDS or clause[at].start == clause[at - 1].start:
            continue
        worth = 3.0 if word in _BREAK_BEFORE else 1.5 if word in _BREAK_BEFORE_LATE else 0.0
        if not worth:
            continue
        worth -= 2.0 * abs(at - middle) / middle
        if not best or worth > cost:
            best, cost = at, worth
    if not best:
        if len(clause) <= 2 * LONG_CLAUSE:
            return clause
        best = len(clause) // 2
    place = clause[best].start
    mark = Token(kind="pause", text=PHRASE, start=place, end=place)
    return [*_broken(clause[:best]), mark, *_broken(clause[best:])]


def utterance(
    *,
    text: str,
    start: int,
    end: int,
    tokens: Sequence[Token],
    sounds: Sequence[tuple[str, ...]],
    ending: str,
    whole: bool,
    voices: Mapping[int, Prosody],
) -> Utterance | None:
    """Put words with their sounds and pauses together; None if nothing is to be said.

    Parameters
    ----------
    ending
        The pause after it.
    sounds
        Units of each token; empty for pauses, and for what cannot be said.
    voices
        Number of a prosody span -> how it is spoken.
    """
    units: list[str] = [SILENCE]
    lengths: list[int | None] = [None]
    words: list[SpokenWord] = []
    for token, sound in zip(tokens, sounds, strict=True):
        if token.kind == "pause":
            _pause(units, lengths, token)
        elif sound:
            weak = token.kind == "word" and token.text in WEAK_WORDS
            words.append(
                SpokenWord(
                    text=token.text,
                    written=token.written or token.text,
                    start=token.start,
                    end=token.end,
                    first=len(units),
                    last=len(units) + len(sound),
                    emphasis=token.emphasis,
                    accented=not weak or token.emphasis > 0,
                    prosody=voices.get(token.voice, Prosody()),
                )
            )
            units += sound
            lengths += [None] * len(sound)
    asked = any(ms is not None for ms in lengths)
    if not words and not asked:
        return None
    if units[-1] in _STRENGTH and lengths[-1] is None:
        units.pop()
        lengths.pop()
    if lengths[-1] is None:  # a pause that somebody has asked for stands for the usual one
        units.append(ending)
        lengths.append(None)
    said = [w.text for w in words]
    return Utterance(
        text=text,
        start=start,
        end=end,
        units=tuple(units),
        pause_ms=tuple(lengths),
        words=tuple(words),
        mode=mode_of(text, said, whole=whole),
    )


def _pause(units: list[str], lengths: list[int | None], token: Token) -> None:
    """Add a pause; of several in a row the strongest stays, those asked for add up."""
    if token.ms is not None:
        if lengths[-1] is not None:
            lengths[-1] += token.ms
        elif units[-1] in _STRENGTH or units[-1] == SILENCE:
            units[-1], lengths[-1] = SILENCE, token.ms
        else:
            units.append(SILENCE)
            lengths.append(token.ms)
        return
    if units[-1] == SILENCE:
        return
    if units[-1] in _STRENGTH:
        if _STRENGTH[token.text] > _STRENGTH[units[-1]]:
            units[-1] = token.text
        return
    units.append(token.text)
    lengths.append(None)
