"""From texts and a dictionary to what the recogniser carries: a lexicon and language models."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.lexicon import Lexicon
from syrinx.neural.runtime.decoding.ngram import END, UNKNOWN, NgramModel, perplexity
from syrinx.neural.runtime.decoding.sounding import Sounding
from syrinx.training.data import SpeechCache
from syrinx.training.language.classes import made_sentences
from syrinx.training.language.kneser_ney import estimate, vocabulary_of
from syrinx.training.language.mixing import fit_weights, mix
from syrinx.training.language.pruning import prune
from syrinx.training.language.spelling import british_spellings
from syrinx.training.language.texts import (
    READ_SENTENCES,
    project_texts,
    prose_texts,
    speech_texts,
)
from syrinx.training.language.words import (
    DICTIONARIES,
    dictionary,
    expected_counts,
    names,
    part_probabilities,
    pronounced,
    share_of_parts,
)

Sentences = list[list[str]]
PROSE = Path(__file__).parent / "prose"
LEXICON_FILE, SOUNDING_FILE = "recognizer_lexicon.npz", "recognizer_sounding.npz"
MODEL_FILE = "recognizer_language.npz"
DEV_RUN = 5
"""Words in a row that a text to learn from may not have in common with one to measure on."""
BRITISH_SHARE = 0.4
"""Of a word's expected frequency that its British spelling gets."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LanguageConfig:
    """What is built.

    Parameters
    ----------
    n_words
        Words that can be recognised.
    order
        Longest n-grams.
    made_words
        Words of sentences made from parts of speech (`classes.py`); 0: none.
    prune
        Threshold of entropy pruning.
    held_out
        Share of the read train sentences on which the weights of the sources are fitted.
    story_weight
        How much each of them counts whose corpus is books read aloud, beside one of learners.
    """

    n_words: int = 90_000
    order: int = 3
    made_words: int = 3_000_000
    prune: float = 2e-8
    held_out: float = 0.1
    story_weight: int = 6
    seed: int = 7

    def __post_init__(self) -> None:
        if self.n_words < 10 or self.order < 1 or not 0 < self.held_out < 0.5:
            raise SyrinxError("The size of the language model does not make sense.")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Texts by source, and what is kept back to fit weights on."""

    texts: Mapping[str, Sentences]
    held_out: Mapping[str, Sentences]
    dev: Mapping[str, Sentences]

    @classmethod
    def gather(
        cls, cache: SpeechCache, root: Path | None, config: LanguageConfig, *, prose: Path = PROSE
    ) -> Sources:
        """All texts; ``root`` is the project's folder, None for an installed program."""
        texts = dict(speech_texts(cache, "train"))
        dev = speech_texts(cache, "dev", READ_SENTENCES)
        rng = np.random.default_rng(config.seed)
        held: dict[str, Sentences] = {}
        for name in READ_SENTENCES:
            order = rng.permutation(len(texts[name])).tolist()
            n = round(len(order) * config.held_out)
            held[name] = [texts[name][i] for i in order[:n]]
            texts[name] = [texts[name][i] for i in order[n:]]
        texts["prose"] = unlike_dev(prose_texts(prose), dev)
        if root is not None:
            texts["project"] = project_texts(root)
        return cls(texts={k: v for k, v in texts.items() if v}, held_out=held, dev=dev)

    def sizes(self) -> dict[str, int]:
        """Words of each source."""
        return {name: sum(map(len, part)) for name, part in self.texts.items()}


def unlike_dev(sentences: Sentences, dev: Mapping[str, Sentences]) -> Sentences:
    """The sentences that have no `DEV_RUN` words in a row in common with a dev text.

    Who writes prose may have read the book that a dev speaker reads.
    """
    runs = {run for texts in dev.values() for s in texts for run in _runs(s)}
    return [s for s in sentences if not runs.intersection(_runs(s))]


def _runs(sentence: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for i in range(len(sentence) - DEV_RUN + 1):
        yield tuple(sentence[i : i + DEV_RUN])


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class WordList:
    """The words that can be recognised, how likely each may be, and how each sounds."""

    frequency: Mapping[str, float]
    lexicon: Lexicon
    parts: Mapping[str, Mapping[str, float]]


def word_list(sources: Sources, config: LanguageConfig, folder: Path = DICTIONARIES) -> WordList:
    """Choose the likeliest words of texts and dictionary; dev texts have no say."""
    known = dictionary(folder)
    other = {b: a for b, a in british_spellings(known).items() if a in known}
    for spelling, american in other.items():
        known.setdefault(spelling, list(known[american]))
    english = [s for name, part in sources.texts.items() if name != "project" for s in part]
    english += [s for part in sources.held_out.values() for s in part]
    counts = Counter(w for s in english for w in s)
    parts = part_probabilities(folder)
    frequency = expected_counts(counts, {*known, *counts}, parts)
    for spelling, american in other.items():
        frequency[spelling] = max(frequency[spelling], BRITISH_SHARE * frequency[american])
    ranked = sorted(frequency, key=lambda w: (-frequency[w], w))[: config.n_words]
    ways = pronounced(ranked, known)
    chosen = [w for w in ranked if ways.get(w)]
    total = sum(frequency[w] for w in chosen)
    return WordList(
        frequency={w: frequency[w] / total for w in chosen},
        lexicon=Lexicon.of(
            {w: ways[w] for w in chosen},
            spelling=names(parts, share_of_parts(parts, counts), sorted(chosen)),
        ),
        parts=parts,
    )


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What has been done, and its figures."""

    what: str
    figures: Mapping[str, Any]


class LanguageBuilder:
    """Builds the models step by step; :meth:`run` yields what it finds on the way."""

    def __init__(self, sources: Sources, words: WordList, config: LanguageConfig) -> None:
        self.sources, self.words, self.config = sources, words, config
        self.vocabulary = vocabulary_of(list(words.frequency))
        self._index = {w: i for i, w in enumerate(self.vocabulary)}
        self._base = np.array([words.frequency.get(w, 0.0) for w in self.vocabulary])
        self._base[self._index[UNKNOWN]] = 1e-5
        self._base[self._index[END]] = 0.08
        self.model: NgramModel | None = None

    def coded(self, sentences: Sequence[Sequence[str]]) -> list[NDArray[np.int64]]:
        """Sentences as numbers; words outside the list become ``<unk>``."""
        unknown = self._index[UNKNOWN]
        return [np.array([self._index.get(w, unknown) for w in s], np.int64) for s in sentences]

    def _estimate(self, sentences: Sentences) -> NgramModel:
        return estimate(self.coded(sentences), self.vocabulary, self.config.order, base=self._base)

    def figures(self, model: NgramModel) -> dict[str, float]:
        """Perplexity and unknown words of the dev texts by corpus, and the size."""
        out: dict[str, float] = {"ngrams": len(model)}
        for name, texts in self.sources.dev.items():
            found = perplexity(model, texts)
            out[f"{name} perplexity"] = round(found.perplexity, 1)
            out[f"{name} unknown %"] = round(100 * found.unknown_rate, 2)
        return out

    def run(self) -> Iterator[Progress]:
        """Estimate each source, fit the weights, mix, prune."""
        config, texts = self.config, dict(self.sources.texts)
        yield Progress(
            what="words", figures={"words": len(self.words.frequency), **self.sources.sizes()}
        )
        spoken = [s for name, part in texts.items() if name != "project" for s in part]
        if config.made_words and self.words.parts:
            texts["made of parts"] = made_sentences(
                spoken,
                self.words.parts,
                self.words.frequency,
                words=config.made_words,
                seed=config.seed,
            )
        # All speech in one beside the single sources: few words are best counted together.
        texts = {"all": spoken, **texts}
        models = {}
        for name, part in texts.items():
            models[name] = self._estimate(part)
            yield Progress(what=f"only {name}", figures=self.figures(models[name]))
        held = [
            s
            for name, part in self.sources.held_out.items()
            for s in part * (config.story_weight if name == "librispeech" else 1)
        ]
        weights = fit_weights(list(models.values()), self.coded(held))
        chosen = [i for i, w in enumerate(weights) if w > 0.005]
        share = weights[chosen] / weights[chosen].sum()
        names = [list(models)[i] for i in chosen]
        yield Progress(
            what="weights", figures=dict(zip(names, share.round(4).tolist(), strict=True))
        )
        # The weights stay; what was kept back is learned from as well.
        for name, part in self.sources.held_out.items():
            for source in ("all", name):
                if source in names:
                    texts[source] = texts[source] + part
                    models[source] = self._estimate(texts[source])
        mixed = mix([models[name] for name in names], share)
        yield Progress(what="mixed", figures=self.figures(mixed))
        self.model = prune(mixed, config.prune)
        yield Progress(what="pruned", figures=self.figures(self.model))

    def save(self, folder: Path) -> dict[str, int]:
        """Write lexicon and models; return the bytes of each file.

        Raises
        ------
        SyrinxError
            If :meth:`run` has not come to its end.
        """
        if self.model is None:
            raise SyrinxError("The language model is not built yet.")
        folder.mkdir(parents=True, exist_ok=True)
        self.words.lexicon.save(folder / LEXICON_FILE)
        self.model.save(folder / MODEL_FILE)
        Sounding.learn(_clear_ways(self.words.lexicon)).save(folder / SOUNDING_FILE)
        names = (LEXICON_FILE, MODEL_FILE, SOUNDING_FILE)
        return {name: (folder / name).stat().st_size for name in names}


def _clear_ways(lexicon: Lexicon) -> list[tuple[str, tuple[str, ...]]]:
    """The first pronunciation of each word: rules are learned from how it is said clearly."""
    out: dict[str, tuple[str, ...]] = {}
    for word, way in lexicon.pronunciations():
        out.setdefault(word, way)
    return list(out.items())
