"""Whether a text was read: its sounds held against what the own recogniser's network heard."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.processor import Audio
from syrinx.neural.runtime.decoding.lexicon import Lexicon
from syrinx.neural.runtime.recognition import LEXICON_NAME
from syrinx.neural.runtime.recognizer import AcousticModel
from syrinx.neural.runtime.registry import RECOGNIZER_MODEL, ModelRegistry
from syrinx.neural.runtime.second_hearing import SecondHearing, hear_all
from syrinx.neural.runtime.text_cost import ANYTHING, text_cost

LANGUAGE = "en"
LEAST_SOUNDS = 8
"""Fewer tell too little: such a text is judged by its length."""
WINDOW = 20
"""Sounds of about five words: the mean over a whole sentence hides that its end was another."""
IMPOSSIBLE = 99.0
"""The cost of a text with more sounds than there is time for."""

Pronounce = Callable[[str], Sequence[str] | None]
"""A word in lower case to names of its sounds; None where the word is not known."""


class TextChecker:
    """Says what a text costs (`syrinx.neural.runtime.text_cost`).

    Parameters
    ----------
    hearing
        The network, whose units are phones.
    pronounce
        The lexicon.
    second
        Hears the take again, whole.
    """

    def __init__(
        self, hearing: AcousticModel, pronounce: Pronounce, second: SecondHearing | None = None
    ) -> None:
        self._hearing, self._pronounce, self._second = hearing, pronounce, second
        self._numbers = {name.upper(): number for number, name in enumerate(hearing.units)}

    def cost(self, audio: Audio, text: str, language: str) -> float | None:
        """Return nats per sound by which the worst part of ``text`` fits worse than anything could.

        Parameters
        ----------
        audio
            16 kHz, ``(n_samples,)``.

        Returns
        -------
        float or None
            None for another language than English, and texts of few known words.
        """
        return self.costs(audio, [text], language)[0]

    def costs(self, audio: Audio, texts: Sequence[str], language: str) -> list[float | None]:
        """Return the cost of each of several texts on the same audio."""
        said = [list(self._sounds(text)) for text in texts]
        enough = [sum(sound != ANYTHING for sound in sounds) >= LEAST_SOUNDS for sounds in said]
        if language.split("-")[0].lower() != LANGUAGE or not any(enough):
            return [None] * len(texts)
        heard = hear_all(self._hearing, audio, self._second).answers
        return [
            _cost(heard, sounds) if judged else None
            for sounds, judged in zip(said, enough, strict=True)
        ]

    def _sounds(self, text: str) -> Iterator[int]:
        last = None
        for word in words(text):
            said = self._pronounce(word)
            numbers = [self._numbers.get(name.upper(), ANYTHING) for name in said or ()]
            for number in numbers or [ANYTHING]:
                if number != ANYTHING or last != ANYTHING:
                    yield number
                last = number


def _cost(heard: NDArray[np.float32], sounds: Sequence[int]) -> float:
    found = text_cost(heard, sounds)
    return IMPOSSIBLE if found is None else found.worst(WINDOW)


def words(text: str) -> list[str]:
    """Return the words of an English text in lower case; numbers are words, too."""
    plain = text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*", plain)


def load_text_checker(registry: ModelRegistry) -> TextChecker | None:
    """Return a checker by the shipped recogniser; None when it is not there.

    Raises
    ------
    SyrinxError
        Its files are broken.
    """
    entries = registry.entries()
    if RECOGNIZER_MODEL not in entries or LEXICON_NAME not in entries:
        return None
    lexicon = Lexicon.load(registry.read(LEXICON_NAME))
    hearing = AcousticModel.shipped(registry, head="phones")
    return TextChecker(hearing, pronouncer(lexicon), SecondHearing.shipped(registry))


def pronouncer(lexicon: Lexicon) -> Pronounce:
    """Return the first pronunciation of each word, without reading all of them."""

    def pronounce(word: str) -> Sequence[str] | None:
        for spelled in (word, word.upper()):
            place = bisect_left(lexicon.words, spelled)
            if place < len(lexicon.words) and lexicon.words[place] == spelled:
                way = int(np.searchsorted(lexicon.word_of, place))
                codes = lexicon.codes[lexicon.starts[way] : lexicon.starts[way + 1]]
                return [lexicon.units[code] for code in codes.tolist()]
        return None

    return pronounce
