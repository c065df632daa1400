"""Words to phones: by the user's dictionary, the lexicon, its endings and compounds, by letters."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.text import homographs
from syrinx.neural.runtime.text.homograph_table import TABLE
from syrinx.neural.runtime.text.letters import LetterToSound
from syrinx.neural.runtime.text.lexicon import Said, StressedLexicon
from syrinx.neural.runtime.text.morphology import compound, inflected, plural
from syrinx.neural.runtime.text.said_words import LETTERS, SPECIAL, WEAK
from syrinx.neural.runtime.text.tagger import Tagger
from syrinx.neural.runtime.text.units import is_vowel, without_stress

Way = tuple[str, ...]
LEXICON, LETTERS_MODEL, PARTS = "text_lexicon", "text_letters", "text_parts"
MODEL_FILES = (LEXICON, LETTERS_MODEL, PARTS)
MOST_KEPT = 20000
"""Words whose sounds are remembered."""


def with_main_stress(way: Way) -> Way:
    """The same with a primary stress, on its first stressed or else its first full vowel."""
    vowels = [i for i, p in enumerate(way) if is_vowel(p)]
    if not vowels or any(p.endswith("1") for p in way):
        return way
    strong = [i for i in vowels if way[i][-1] == "2"] or [i for i in vowels if way[i] != "AH0"]
    main = (strong or vowels)[0]
    return tuple(p[:-1] + "1" if i == main else p for i, p in enumerate(way))


class Reads(Protocol):
    """Where the files come from: a registry of models."""

    def read(self, name: str) -> bytes:
        """Content of a model's file."""
        ...


class Pronouncer:
    """Says words.

    Parameters
    ----------
    lexicon
        Words with stress.
    letters
        Gives the letter-to-sound model; asked for when the first word needs it, since it takes
        longer to open than a sentence may.
    tagger
        Parts of speech.
    own
        The user's words: small letters -> phones.
    """

    def __init__(
        self,
        lexicon: StressedLexicon,
        letters: Callable[[], LetterToSound],
        tagger: Tagger,
        *,
        own: Mapping[str, Way] | None = None,
    ) -> None:
        self._lexicon, self._letters, self._tagger = lexicon, letters, tagger
        self.own = dict(own or {})
        self._kept: dict[str, Way] = {}

    def set_own(self, own: Mapping[str, Way]) -> None:
        """Take the user's words; what was remembered of others is forgotten."""
        self.own = dict(own)
        self._kept.clear()

    def clear(self, word: str, way: Way) -> Way:
        """A word as it is said with emphasis: short words are clear, all are stressed."""
        if word in WEAK and word not in self.own:
            return WEAK[word][1]
        return with_main_stress(way)

    def owned(self, word: str) -> bool:
        """Whether the user has said how a word sounds."""
        return word in self.own

    def knows(self, word: str) -> bool:
        """Whether a word has a pronunciation that is not guessed by its letters."""
        return (
            word in self.own
            or word in SPECIAL
            or word in self._lexicon
            or bool(len(word) > 3 and inflected(word, self._look))
        )

    def common(self, word: str) -> bool:
        """Whether it is an everyday word, not only a name."""
        return self._tagger.common(word)

    def sentence(self, words: Sequence[str], *, final: bool = True) -> list[Way]:
        """Phones of each word of a sentence (signs of pauses say nothing).

        Parameters
        ----------
        words
            Small letters; capitals are letters' names; signs stand where there is a pause.
        final
            Whether the sentence ends with them.
        """
        low = [w.lower() for w in words]
        tags = self._tagger.tag(low)
        out: list[Way] = []
        for at, word in enumerate(words):
            if not word[:1].isalpha() and not word.startswith("'"):
                out.append(())
            elif word[0].isupper():
                out.append(self.letter(word))
            else:
                out.append(self._in_sentence(low, tags, at))
        for at, word in enumerate(low):
            if words[at] not in ("the", "to", "a"):
                continue
            after = next((w for w in out[at + 1 :]), ())
            if word == "the" and out[at] == WEAK["the"][0] and after and is_vowel(after[0]):
                out[at] = ("DH", "IY0")
            if word == "to" and (not after or is_vowel(after[0])):
                out[at] = ("T", "UW0") if after else ("T", "UW1")
        return out

    def _in_sentence(self, words: Sequence[str], tags: Sequence[str], at: int) -> Way:
        word = words[at]
        if word in self.own:
            return self.own[word]
        if word in WEAK:
            weak, clear = WEAK[word]
            alone = len([w for w in words if w[:1].isalpha()]) == 1
            last = at + 1 == len(words) or not words[at + 1][:1].isalpha()
            strong = alone or (
                last and word not in ("a", "the", "me", "it", "him", "her", "us", "them", "you")
            )
            if (
                word == "that"
                and tags[at] in ("dt",)
                and at + 1 < len(words)
                and tags[at + 1].startswith("vb")
            ):
                strong = True
            return clear if strong else weak
        ways: Sequence[Said] = TABLE.get(word) or self._lexicon.ways(word)
        if len(ways) > 1:
            return homographs.choose(ways, homographs.sense(words, tags, at))
        return self.word(word)

    def letter(self, name: str) -> Way:
        """The name of a letter, ``B``, or several of it, ``B's``."""
        way = LETTERS.get(name[0], ())
        return plural(way) if name[1:] == "'s" and way else way

    def word(self, word: str) -> Way:
        """Phones of a word by itself; () if it has nothing that can be said."""
        if word in self._kept:
            return self._kept[word]
        way = self._look(word)
        if way is None:
            way = inflected(word, self.word if "'" in word else self._look)
        if way is None:
            way = compound(word, self._look_up) or inflected(word, self._compound)
        if way is None:
            way = self._by_letters(word)
        if len(self._kept) < MOST_KEPT:
            self._kept[word] = way
        return way

    def _look(self, word: str) -> Way | None:
        if word in self.own:
            return self.own[word]
        if word in SPECIAL:
            return SPECIAL[word]
        if word in TABLE:
            return TABLE[word][0][1]
        if word in WEAK:
            return WEAK[word][1]
        ways = self._lexicon.ways(word)
        return ways[0][1] if ways else None

    def _look_up(self, word: str) -> Way | None:
        # Parts of a compound must be everyday words: names would make anything one.
        if not self._tagger.common(word):
            return None
        return self._look(word)

    def _compound(self, word: str) -> Way | None:
        return compound(word, self._look_up)

    def _by_letters(self, word: str) -> Way:
        stem, _, rest = word.partition("'")
        found = self._letters().ways(stem)
        way = with_main_stress(found[0][0]) if found else ()
        if not way:
            way = tuple(p for c in stem.upper() for p in LETTERS.get(c, ()))
        if rest in ("s",) and way:
            return plural(way)
        if rest and way:
            return (*way, *(self.word(rest) if len(rest) > 1 else ()))
        return way


class PlainSounding:
    """Words as the recogniser hears them: small letters, no stress."""

    def __init__(self, pronouncer: Pronouncer) -> None:
        self._pronouncer = pronouncer

    def say(self, word: str) -> Way:
        """Phones of a word.

        Raises
        ------
        SyrinxError
            If nothing of it can be said.
        """
        way = self._pronouncer.word(word.lower())
        if not way:
            raise SyrinxError(f"{word!r} cannot be pronounced: write it as it is spoken.")
        return without_stress(way)


def open_pronouncer(registry: Reads) -> Pronouncer:
    """A pronouncer with the files that come with the program.

    Raises
    ------
    SyrinxError
        If one is missing or broken.
    """
    letters = functools.cache(lambda: LetterToSound.load(registry.read(LETTERS_MODEL)))
    lexicon = StressedLexicon.load(registry.read(LEXICON))
    return Pronouncer(lexicon, letters, Tagger.load(registry.read(PARTS)))
