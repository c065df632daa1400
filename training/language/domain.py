"""The language of a narrow domain: sentences of its templates over the words of the program."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from syrinx.neural.runtime.decoding.lexicon import Lexicon
from syrinx.neural.runtime.decoding.ngram import NgramModel
from syrinx.neural.runtime.decoding.search import Vocabulary
from syrinx.training.language.build import LEXICON_FILE, MODEL_FILE
from syrinx.training.language.kneser_ney import estimate, vocabulary_of
from syrinx.training.language.templates import Templates
from syrinx.training.language.words import dictionary, pronounced

ORDER = 4
MADE = 6000
LEARNED_SHARE = 0.5
"""Of the text's sentences, once something was understood: what people say, not what I thought."""


class Domain:
    """Sentences of templates, and of what was understood, over a general list of words.

    Words outside the templates keep their general probabilities as what n-grams back off to.

    Parameters
    ----------
    lexicon, model
        The program's; words that the templates have more are added.
    said
        Pronunciations of these.
    """

    def __init__(
        self,
        templates: Templates,
        lexicon: Lexicon,
        model: NgramModel,
        said: Mapping[str, Sequence[tuple[str, ...]]] | None = None,
        *,
        seed: int = 5,
    ) -> None:
        rng = np.random.default_rng(seed)
        self.sentences = [templates.sentence(rng) for _ in range(MADE)]
        self.seed = seed
        own = {w for sentence in self.sentences for w in sentence}
        more = {w: ways for w, ways in (said or {}).items() if w in own}
        self.lexicon = lexicon.with_words(more) if more else lexicon
        self.words = vocabulary_of([*model.vocabulary, *own])
        self._place = {w: i for i, w in enumerate(self.words)}
        base = np.full(len(self.words), 1e-7)
        for word, log_p in zip(model.vocabulary, model.unigrams, strict=True):
            base[self._place[word]] = np.exp(log_p)
        self._base = base

    @classmethod
    def of_files(cls, templates: Templates, language: Path) -> Domain:
        """Over the words of the folder that ``syrinx train language_model`` wrote.

        Raises
        ------
        SyrinxError
            If a file is missing or broken, or the dictionary is not installed.
        """
        rng = np.random.default_rng(0)
        lexicon = Lexicon.load(language / LEXICON_FILE)
        have = set(lexicon.words)
        own = {w for _ in range(MADE) for w in templates.sentence(rng)}
        said = pronounced(sorted(own - have), dictionary())
        return cls(templates, lexicon, NgramModel.load(language / MODEL_FILE), said)

    def vocabulary(
        self, units: Sequence[str], understood: Sequence[Sequence[str]] = ()
    ) -> Vocabulary:
        """What can be heard: the templates, and ``understood`` as often as all of them."""
        texts = list(self.sentences)
        if understood:
            count = round(MADE * LEARNED_SHARE / (1 - LEARNED_SHARE))
            texts += [list(understood[i % len(understood)]) for i in range(count)]
        unknown = self._place["<unk>"]
        coded = [np.array([self._place.get(w, unknown) for w in s], np.int64) for s in texts if s]
        model = estimate(coded, self.words, ORDER, base=self._base)
        return Vocabulary(self.lexicon, model, units)
