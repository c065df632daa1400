"""Texts held against a network that hears what it is told to."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from syrinx.app.clone.text_check import IMPOSSIBLE, TextChecker, pronouncer, words
from syrinx.neural.runtime.recognizer import Heard
from syrinx.neural.runtime.text_cost import ANYTHING

UNITS = ("<blank>", "AH", "B", "D", "IY", "K", "L", "S", "T")
LEXICON = {
    "the": "D AH", "seal": "S IY L", "talked": "T AH K T", "about": "AH B AH T", "tea": "T IY",
    "bees": "B IY S", "less": "L AH S", "cattle": "K AH T L",
}  # fmt: skip


def pronounce(word: str) -> list[str] | None:
    return LEXICON[word].split() if word in LEXICON else None


class Hears:
    """Hears a text whatever sounds; 30 ms a frame."""

    units = UNITS

    def __init__(self, text: str) -> None:
        said = [UNITS.index(s) for w in text.split() for s in LEXICON[w].split()]
        frames = [unit for sound in said for unit in (sound, sound, 0)]
        probs = np.full((len(frames), len(UNITS)), 0.02)
        probs[np.arange(len(frames)), frames] = 0.84
        self._log_probs = np.log(probs).astype(np.float32)

    def stream(self) -> SimpleNamespace:
        cut = len(self._log_probs) // 3
        return SimpleNamespace(
            accept_all=lambda audio: alone(self._log_probs[:cut]),
            finish_all=lambda: alone(self._log_probs[cut:]),
        )


def alone(answers: np.ndarray) -> Heard:
    return Heard(answers=answers, letters=answers[:, :0], hidden=answers[:, :0])


AUDIO = np.zeros(16_000, np.float32)
SAID = "the seal talked about the tea bees less cattle"


@pytest.fixture
def checker() -> TextChecker:
    return TextChecker(Hears(SAID), pronounce)


def test_right_and_wrong_texts(checker: TextChecker) -> None:
    assert checker.cost(AUDIO, "The seal talked about the tea: bees, less cattle!", "en") == (
        pytest.approx(0)
    )
    other = checker.cost(AUDIO, "bees about cattle the less talked seal tea the", "en-GB")
    assert other is not None
    assert other > 2
    half = checker.cost(AUDIO, "the seal talked about less cattle bees the tea", "en")
    assert half is not None
    assert half > 1
    assert checker.cost(AUDIO, 4 * SAID, "en") == IMPOSSIBLE


def test_names_and_numbers_may_sound_as_they_like(checker: TextChecker) -> None:
    cost = checker.cost(AUDIO, "The seal talked about Xochitl 22 less cattle.", "en")
    assert cost == pytest.approx(0)
    sounds = list(checker._sounds("Xochitl 22 tea Zoe"))
    assert sounds == [ANYTHING, UNITS.index("T"), UNITS.index("IY"), ANYTHING]


def test_what_is_not_judged(checker: TextChecker) -> None:
    assert checker.cost(AUDIO, "今天天气很好", "zh") is None
    assert checker.cost(AUDIO, "tea, the", "en") is None
    assert checker.cost(AUDIO, "Xochitl Zoe", "en") is None


def test_words_of_a_text() -> None:
    assert words("Don't — it’s 5 o'clock, 'fine'!") == ["don't", "it's", "5", "o'clock", "fine"]


def test_the_first_pronunciation_of_a_word() -> None:
    lexicon = SimpleNamespace(
        units=("a", "b", "c"), words=("be", "sea", "tea"), word_of=np.array([0, 0, 1, 2]),
        codes=np.array([1, 0, 1, 2, 2, 0], np.uint8), starts=np.array([0, 1, 3, 4, 6]),
    )  # fmt: skip
    say = pronouncer(lexicon)
    assert say("be") == ["b"]
    assert say("sea") == ["c"]
    assert say("tea") == ["c", "a"]
    assert say("zebra") is None
