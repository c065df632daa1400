"""The shipped lexicon and language model: whole, small, and of the network's phones."""

from __future__ import annotations

import numpy as np
import pytest

from syrinx.neural.recognizer import PHONE_UNITS
from syrinx.neural.runtime.decoding.lexicon import Lexicon
from syrinx.neural.runtime.decoding.ngram import NgramModel
from syrinx.neural.runtime.decoding.sounding import Sounding
from syrinx.neural.runtime.recognition import (
    DECODER_FILES,
    LANGUAGE_NAME,
    LEXICON_NAME,
    SOUNDING_NAME,
    can_recognise,
    load_transcriber,
)
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.neural.runtime.transcriber import transcribe

LEXICON_MB, LANGUAGE_MB = 2.0, 6.0
HOP = 480


class _Spoken:
    """Says phones with certainty, three frames each, pauses between."""

    units = PHONE_UNITS
    sample_rate = 16_000
    frame_rate_hz = 16_000 / HOP

    def __init__(self, phones: str) -> None:
        rows = [0] * 4
        for phone in phones.split():
            rows += [PHONE_UNITS.index(phone), 0]
        rows += [0] * 40
        self.log_probs = np.full((len(rows), len(PHONE_UNITS)), np.log(1e-4), np.float32)
        self.log_probs[np.arange(len(rows)), rows] = np.log(0.99)

    def stream(self) -> _Spoken:
        self._given = self._samples = 0
        return self

    def accept(self, audio: np.ndarray) -> np.ndarray:
        self._samples += len(audio)
        out = self.log_probs[self._given : self._samples // HOP]
        self._given = self._samples // HOP
        return out

    def finish(self) -> np.ndarray:
        return self.log_probs[self._given :]


@pytest.fixture(scope="module")
def registry() -> ModelRegistry:
    return ModelRegistry()


def test_the_files_are_there_and_small(registry: ModelRegistry) -> None:
    assert can_recognise(registry)
    assert registry.verify(required=DECODER_FILES) == []
    assert registry.entry(LEXICON_NAME).bytes <= LEXICON_MB * 1e6
    assert registry.entry(LANGUAGE_NAME).bytes <= LANGUAGE_MB * 1e6
    assert "Edinburgh" in str(registry.entry(LEXICON_NAME).provenance)


def test_lexicon_model_and_phones_belong_together(registry: ModelRegistry) -> None:
    lexicon = Lexicon.load(registry.read(LEXICON_NAME))
    model = NgramModel.load(registry.read(LANGUAGE_NAME))
    assert len(lexicon) > 45_000
    assert all(model.knows(word) for word in lexicon.words)
    assert {u.upper() for u in lexicon.units} == set(PHONE_UNITS[1:])
    states = np.full(len(model.vocabulary), model.start)
    words = np.arange(len(model.vocabulary))
    total = np.exp(model.score(states, words)[0][words != model.begin]).sum()
    assert total == pytest.approx(1.0, abs=0.01)  # half precision
    assert len(Sounding.load(registry.read(SOUNDING_NAME)).say("syrinx")) >= 5


def test_clear_phones_become_words(registry: ModelRegistry) -> None:
    said = _Spoken("DH AH L IH T AH L G ER L W EH N T HH OW M W IH TH M EH R IY")
    audio = np.zeros(len(said.log_probs) * HOP, np.float32)
    (segment,) = transcribe(load_transcriber(registry, said), audio)
    assert segment.text.lower() == "the little girl went home with mary"
    assert [w.start_s for w in segment.words] == sorted(w.start_s for w in segment.words)
    assert segment.confidence > 0.5
    hot = load_transcriber(registry, said, hot_words={"Merri": 12.0})
    assert transcribe(hot, audio)[0].words[-1].text in ("Merri", "Mary")
