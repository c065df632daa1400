"""The recogniser that comes with the program: its files, put together."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from typing import Any

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.confidence import ConfidenceModel
from syrinx.neural.runtime.decoding.final import Finisher
from syrinx.neural.runtime.decoding.hotwords import Says, with_hot_words
from syrinx.neural.runtime.decoding.lexicon import Lexicon
from syrinx.neural.runtime.decoding.ngram import NgramModel
from syrinx.neural.runtime.decoding.search import SearchConfig, Vocabulary
from syrinx.neural.runtime.decoding.sounding import Sounding
from syrinx.neural.runtime.decoding.word_network import WordNetwork, WordScorer
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.neural.runtime.second_hearing import SecondHearing
from syrinx.neural.runtime.text.pronouncer import (
    MODEL_FILES,
    PlainSounding,
    open_pronouncer,
)
from syrinx.neural.runtime.transcriber import AcousticModel, EndingConfig, Transcriber

LEXICON_NAME = "recognizer_lexicon"
LANGUAGE_NAME = "recognizer_language"
SOUNDING_NAME = "recognizer_sounding"
TUNING_NAME = "recognizer_tuning"
DECODER_FILES = (LEXICON_NAME, LANGUAGE_NAME, SOUNDING_NAME, TUNING_NAME)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class DecoderTuning:
    """What was fitted on ``dev`` speech for one network and one language model (ADR 0072)."""

    search: SearchConfig = dataclasses.field(default_factory=SearchConfig)
    confidence: ConfidenceModel = dataclasses.field(default_factory=ConfidenceModel)
    ending: EndingConfig = dataclasses.field(default_factory=EndingConfig)
    network_weight: float = 0.0
    n_best: int = 30
    letters_weight: float = 0.2
    second_weight: float = 0.7

    def to_json(self) -> str:
        """As a file keeps it."""
        return json.dumps(dataclasses.asdict(self), indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str | bytes) -> DecoderTuning:
        """Read a file; what it does not name keeps its default.

        Raises
        ------
        SyrinxError
            If it is something else.
        """
        try:
            table: dict[str, Any] = json.loads(text)
            table.pop("larger_weight", None)  # of files before ADR 0084
            confidence = dict(table.pop("confidence", {}))
            if "weights" in confidence:
                confidence["weights"] = tuple(confidence["weights"])
            return cls(
                search=SearchConfig(**table.pop("search", {})),
                confidence=ConfidenceModel(**confidence),
                ending=EndingConfig(**table.pop("ending", {})),
                **table,
            )
        except (ValueError, TypeError, AttributeError) as error:
            raise SyrinxError(
                f"The settings of the recogniser cannot be read ({error}): reinstall syrinx."
            ) from error


def can_recognise(registry: ModelRegistry) -> bool:
    """Whether the decoder's files are there."""
    entries = registry.entries()
    return all(name in entries for name in DECODER_FILES)


def _sounding(registry: ModelRegistry) -> Says:
    """The speaking side's pronunciations, which know more words; else the recogniser's rules."""
    entries = registry.entries()
    if all(name in entries for name in MODEL_FILES):
        return PlainSounding(open_pronouncer(registry))
    return Sounding.load(registry.read(SOUNDING_NAME))


def load_transcriber(
    registry: ModelRegistry,
    acoustic: AcousticModel,
    *,
    hot_words: Mapping[str, float] | None = None,
    tuning: DecoderTuning | None = None,
) -> Transcriber:
    """The shipped lexicon and language models behind a network.

    Parameters
    ----------
    acoustic
        The network, with heads of phones.
    hot_words
        Word or phrase -> nats that it gains (`syrinx.neural.runtime.decoding.hotwords`).
    tuning
        Instead of the shipped weights.

    Raises
    ------
    SyrinxError
        If a file is missing or broken, or a hot word cannot be said.
    """
    if tuning is None:
        tuning = DecoderTuning.from_json(registry.read(TUNING_NAME))
    lexicon = Lexicon.load(registry.read(LEXICON_NAME))
    model = NgramModel.load(registry.read(LANGUAGE_NAME))
    boosts: dict[str, float] = {}
    if hot_words:
        lexicon, boosts = with_hot_words(lexicon, hot_words, _sounding(registry))
    words = WordNetwork.shipped(registry) if tuning.network_weight > 0 else None
    vocabulary = Vocabulary(lexicon, model, acoustic.units, boosts=boosts)
    finisher = Finisher(
        vocabulary,
        network=None if words is None else WordScorer(words, model),
        network_weight=tuning.network_weight,
        n_best=tuning.n_best,
        confidence=tuning.confidence,
        letters=tuple(getattr(acoustic, "letter_units", ())),
        letters_weight=tuning.letters_weight,
    )
    second = SecondHearing.shipped(registry, weight=tuning.second_weight)
    if second is not None and second.units != vocabulary.units:
        raise SyrinxError("The recogniser and its second hearing do not fit: reinstall syrinx.")
    return Transcriber(
        acoustic,
        vocabulary,
        search=tuning.search,
        finisher=finisher,
        ending=tuning.ending,
        second=second,
    )
