"""A network that says what it is told, and a small vocabulary for it."""

from __future__ import annotations

import numpy as np

from syrinx.neural.runtime.decoding.lexicon import Lexicon
from syrinx.neural.runtime.decoding.ngram import NgramModel
from syrinx.neural.runtime.decoding.search import Vocabulary
from syrinx.neural.runtime.recognizer import Heard
from syrinx.training.language.kneser_ney import estimate, vocabulary_of

HOP = 480
RATE = 16_000
UNITS = ("<blank>", *"ABCDEFGH")
WORDS = {
    "one": ["abc"],
    "two": ["bd"],
    "three": ["cef", "cf"],
    "four": ["aeg"],
    "for": ["aeg"],
    "five": ["hgd"],
    "oh": ["h"],
}
TEXTS = ["one two three", "two three four five", "for one", "oh two", "three five", "one two for"]


def small_model(order: int = 3) -> NgramModel:
    """A language model of the small vocabulary."""
    vocabulary = vocabulary_of(list(WORDS))
    coded = [np.array([vocabulary.index(w) for w in t.split()]) for t in TEXTS]
    return estimate(coded, vocabulary, order)


def small_vocabulary() -> Vocabulary:
    """Seven words over eight sounds."""
    lexicon = Lexicon.of({w: [tuple(p) for p in ways] for w, ways in WORDS.items()})
    return Vocabulary(lexicon, small_model(), UNITS)


def spoken(
    script: str, *, sure: float = 0.97, rng: np.random.Generator | None = None
) -> np.ndarray:
    """Log probabilities of a script: letters are sounds, each other character is a pause."""
    names = "".join(UNITS[1:])
    frames = [names.find(c.upper()) + 1 for c in script]
    p = np.full((len(frames), len(UNITS)), (1 - sure) / (len(UNITS) - 1))
    p[np.arange(len(frames)), frames] = sure
    if rng is not None:
        p *= rng.uniform(0.5, 1.0, p.shape)
        p /= p.sum(axis=1, keepdims=True)
    return np.log(p).astype(np.float32)


class ScriptedModel:
    """Answers with given frames, one per 480 samples, whatever it hears."""

    units = UNITS
    frame_rate_hz = RATE / HOP
    sample_rate = RATE

    def __init__(self, log_probs: np.ndarray) -> None:
        self.log_probs = log_probs

    def stream(self) -> ScriptedStream:
        return ScriptedStream(self.log_probs)

    @property
    def audio(self) -> np.ndarray:
        """As much silence as there are frames."""
        return np.zeros(len(self.log_probs) * HOP, np.float32)


class ScriptedStream:
    def __init__(self, log_probs: np.ndarray) -> None:
        self._log_probs, self._samples, self._given = log_probs, 0, 0

    def accept(self, audio: np.ndarray) -> np.ndarray:
        self._samples += len(audio)
        return self._give(max(self._samples // HOP - 2, 0))  # two frames late

    def finish(self) -> np.ndarray:
        return self._give(len(self._log_probs))

    def accept_all(self, audio: np.ndarray) -> Heard:
        return without_letters(self.accept(audio))

    def finish_all(self) -> Heard:
        return without_letters(self.finish())

    def _give(self, until: int) -> np.ndarray:
        out = self._log_probs[self._given : until]
        self._given = max(self._given, until)
        return out


def without_letters(answers: np.ndarray) -> Heard:
    """What a network says that has neither letters nor hidden frames to show."""
    nothing = np.zeros((len(answers), 0), np.float32)
    return Heard(answers=answers, letters=nothing, hidden=nothing)
