"""The language of a narrow domain: the words of its templates, and what is said with them."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

import numpy as np

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.lexicon import Lexicon
from syrinx.neural.runtime.decoding.ngram import BEGIN, END
from syrinx.neural.runtime.decoding.search import Vocabulary
from syrinx.training.language.kneser_ney import estimate, vocabulary_of
from syrinx.training.language.templates import Templates
from syrinx.training.language.words import dictionary, pronounced

ORDER = 4
MADE = 20_000
LEARNED_SHARE = 0.3
"""Of the sentences that the model learns from, once something was understood."""


class Domain:
    """Sentences of templates, and of what was understood; other words cannot be heard.

    With the words of a whole language the unclear ones became rare words that sound alike
    ("almanac" for "almond milk"). What was said with other words fits these badly, and is left
    out for that.

    Parameters
    ----------
    said
        Word -> pronunciations of (at least) the words of the templates.

    Raises
    ------
    SyrinxError
        If a word has no pronunciation.
    """

    def __init__(
        self,
        templates: Templates,
        said: Mapping[str, Sequence[tuple[str, ...]]],
        *,
        seed: int = 5,
    ) -> None:
        rng = np.random.default_rng(seed)
        self.sentences = [templates.sentence(rng) for _ in range(MADE)]
        own = sorted({w for sentence in self.sentences for w in sentence})
        lacking = [w for w in own if not said.get(w)]
        if lacking:
            raise SyrinxError(f"Nobody says how {lacking[0]!r} is pronounced.")
        self.lexicon = Lexicon.of({w: said[w] for w in own})
        self._pairs = {pair for sentence in self.sentences for pair in _pairs(sentence)}
        self._words = vocabulary_of(own)
        self._place = {w: i for i, w in enumerate(self._words)}

    @classmethod
    def installed(cls, templates: Templates) -> Domain:
        """With the pronunciations of the installed dictionary.

        Raises
        ------
        SyrinxError
            If it is not installed.
        """
        return cls(templates, pronounced(templates.words(), dictionary()))

    def allows(self, words: Sequence[str]) -> bool:
        """Whether each word may follow the one before it, begin or end, as in the templates."""
        return self._pairs.issuperset(_pairs(words))

    def vocabulary(
        self, units: Sequence[str], understood: Sequence[Sequence[str]] = ()
    ) -> Vocabulary:
        """What can be heard: the templates, and ``understood`` as often as all of them."""
        texts = list(self.sentences)
        if understood:
            count = round(MADE * LEARNED_SHARE / (1 - LEARNED_SHARE))
            texts += [list(understood[i % len(understood)]) for i in range(count)]
        coded = [np.array([self._place[w] for w in text], np.int64) for text in texts if text]
        return Vocabulary(self.lexicon, estimate(coded, self._words, ORDER), units)


def _pairs(words: Sequence[str]) -> list[tuple[str, str]]:
    whole = [BEGIN, *words, END]
    return list(itertools.pairwise(whole))
