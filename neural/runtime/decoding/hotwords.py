"""Words and phrases the user expects: names, terms, whatever no dictionary has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.lexicon import Lexicon

DEFAULT_BOOST = 6.0
"""Nats that a hot word gains: about as much as a rare word lacks against a usual one."""
MOST_BOOST = 30.0


class Says(Protocol):
    """Tells how an unknown word may sound."""

    def say(self, word: str) -> tuple[str, ...]:
        """Phones as the recogniser's lexicon has them."""
        ...


def with_hot_words(
    lexicon: Lexicon, hot: Mapping[str, float], sounding: Says | None
) -> tuple[Lexicon, dict[str, float]]:
    """A lexicon that has the hot words, and what each of them gains.

    A phrase of several words becomes one entry, so that its common words gain nothing elsewhere.
    They are written as the user writes them.

    Parameters
    ----------
    hot
        Word or phrase -> nats that it gains.
    sounding
        Says words that the lexicon lacks; None: such words are refused.

    Raises
    ------
    SyrinxError
        If a word cannot be said or a boost is out of range.
    """
    known: dict[str, list[tuple[str, ...]]] = {}
    wanted = {w for phrase in hot for w in phrase.lower().split()}
    for word, way in lexicon.pronunciations():
        if word in wanted:
            known.setdefault(word, []).append(way)
    more: dict[str, Sequence[Sequence[str]]] = {}
    boosts: dict[str, float] = {}
    spelling: dict[str, str] = {}
    for phrase, boost in hot.items():
        words = phrase.lower().split()
        if not words:
            raise SyrinxError("A hot word is empty: name a word or a phrase.")
        if not 0 <= boost <= MOST_BOOST:
            raise SyrinxError(f"The weight of {phrase!r} must be between 0 and {MOST_BOOST:g}.")
        ways: list[tuple[str, ...]] = [()]
        for word in words:
            said = known.get(word)
            if said is None:
                if sounding is None:
                    raise SyrinxError(f"{word!r} is not in the lexicon, so it cannot be heard.")
                said = [sounding.say(word)]
            ways = [(*a, *b) for a in ways for b in said][:8]
        entry = " ".join(words)
        more[entry] = ways
        boosts[entry] = boost
        spelling[entry] = " ".join(phrase.split())
    return lexicon.with_words(more, spelling=spelling), boosts
