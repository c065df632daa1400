"""Parts of speech of the words of a sentence: a hidden Markov model of three tags.

Probabilities of words given their tag and of tags in threes are those of Festival's POSLEX (Wall
Street Journal, 38 tags of the Penn Treebank in small letters). Viterbi's search goes over the
tags that each word can have.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.files import named
from syrinx.neural.runtime.text.packed_parts import read_parts, write_parts

FloatArray = NDArray[np.float32]
UNSEEN = {
    "nnp": -2.91, "jj": -2.74, "nn": -3.58, "nns": -3.49, "vbn": -3.25, "vbg": -2.94, "vb": -3.55,
    "vbd": -3.79, "vbz": -3.78, "rb": -4.19, "vbp": -3.28, "nnps": -2.16,
}  # fmt: skip
"""Log10 probability of some unseen word given its tag, as Festival has it."""
_ENDINGS = (
    ("ing", ("vbg", "nn")), ("ed", ("vbn", "vbd", "jj")), ("ly", ("rb",)), ("ness", ("nn",)),
    ("tion", ("nn",)), ("ous", ("jj",)), ("able", ("jj",)), ("ful", ("jj",)), ("est", ("jjs",)),
    ("s", ("nns", "vbz", "nnp")), ("ive", ("jj", "nn")), ("al", ("jj", "nn")), ("ity", ("nn",)),
    ("ment", ("nn",)), ("er", ("nn", "jjr")), ("ist", ("nn",)),
)  # fmt: skip
START = ("nn", "punc")
_MAGIC = b"syrinx parts 1\n"
_STEP = 0.1
"""Log10 probabilities of words are kept to a twentieth."""


class _Packed(Mapping[str, Mapping[str, float]]):
    """Tags of words, unpacked when they are asked for: twenty thousand small dictionaries wait."""

    def __init__(
        self, tags: Sequence[str], ends: dict[str, int], counts: NDArray[np.uint8], codes: bytes
    ) -> None:
        self._tags, self._ends, self._codes = tags, ends, codes
        self._counts = dict(zip(ends, counts.tolist(), strict=True))

    def __getitem__(self, word: str) -> Mapping[str, float]:
        end = self._ends[word]
        pairs = self._codes[end - 2 * self._counts[word] : end]
        return {self._tags[pairs[k]]: -_STEP * pairs[k + 1] for k in range(0, len(pairs), 2)}

    def __iter__(self) -> Iterator[str]:
        return iter(self._ends)

    def __len__(self) -> int:
        return len(self._ends)


class Tagger:
    """Tells the part of speech of each word of a sentence.

    Parameters
    ----------
    tags
        Their names.
    trigrams
        ``(n, n, n)``: natural log probability of the third tag after the first two.
    words
        Word in small letters -> tag -> log10 probability of the word given the tag.
    """

    def __init__(
        self,
        tags: Sequence[str],
        trigrams: FloatArray,
        words: Mapping[str, Mapping[str, float]],
    ) -> None:
        self.tags = tuple(tags)
        self._number = {tag: i for i, tag in enumerate(self.tags)}
        self._trigrams = trigrams
        self._words = words

    def knows(self, word: str) -> bool:
        """Whether the list has the word."""
        return word in self._words

    def common(self, word: str) -> bool:
        """Whether a word is an everyday one: in the list, and not as a name only."""
        tags = self._words.get(word)
        return tags is not None and any(t not in ("nnp", "nnps", "fw") for t in tags)

    def tag(self, words: Sequence[str]) -> list[str]:
        """The likeliest tags of words; a sign (``,``, ``.``) counts as punctuation."""
        if not words:
            return []
        choices = [self._choices(word) for word in words]
        first, second = (self._number[t] for t in START)
        # score[i, j]: best way that ends with tags before[i], here[j]
        before, here = np.array([first]), np.array([second])
        score = np.zeros((1, 1), np.float32)
        came: list[NDArray[np.int64]] = []
        places = [before, here]
        for numbers, logs in choices:
            step = self._trigrams[
                before[:, None, None], here[None, :, None], numbers[None, None, :]
            ]
            total = score[:, :, None] + step
            best = total.argmax(axis=0)
            came.append(best)
            score = np.take_along_axis(total, best[None], axis=0)[0] + logs[None, :]
            before, here = here, numbers
            places.append(numbers)
        i, j = np.unravel_index(int(score.argmax()), score.shape)
        out: list[int] = []
        row, column = int(i), int(j)
        for k in range(len(words) - 1, -1, -1):
            out.append(int(places[k + 2][column]))
            row, column = int(came[k][row, column]), row
        return [self.tags[t] for t in out[::-1]]

    def _choices(self, word: str) -> tuple[NDArray[np.int64], FloatArray]:
        tags: Mapping[str, float] | None = self._words.get(word)
        if tags is None:
            tags = self._guess(word)
        numbers = np.array([self._number[t] for t in tags], np.int64)
        return numbers, np.array(list(tags.values()), np.float32) * np.float32(np.log(10))

    def _guess(self, word: str) -> Mapping[str, float]:
        if not any(c.isalnum() for c in word):
            return {"punc": -1.0}
        if word[0].isdecimal():
            return {"cd": -0.35}
        if len(word) == 1:
            return {"nnp": -2.0}
        if word.endswith("'s"):
            return {"nnp": -2.9, "nn": -3.5}
        for ending, tags in _ENDINGS:
            if word.endswith(ending) and len(word) > len(ending) + 2:
                return dict.fromkeys(tags, -3.0)
        return UNSEEN

    def save(self, path: Path) -> None:
        """Write it compactly; probabilities to some hundredths."""
        lines, counts, codes = [], bytearray(), bytearray()
        for word in sorted(self._words):
            lines.append(word)
            tags = self._words[word]
            counts.append(len(tags))
            for tag, value in tags.items():
                codes += bytes([self._number[tag], min(255, round(-value / _STEP))])
        grams = np.clip(np.round(-self._trigrams / 0.1), 0, 255).astype(np.uint8)
        names = json.dumps(list(self.tags)).encode()
        parts = (names, "\n".join(lines).encode(), bytes(counts + codes), grams.tobytes())
        write_parts(path, _MAGIC, parts)

    @classmethod
    def load(cls, source: Path | bytes) -> Tagger:
        """Read what :meth:`save` wrote, from its file or from the file's content.

        Raises
        ------
        SyrinxError
            If the file is missing or is something else.
        """
        try:
            names, lines, codes, grams = read_parts(source, _MAGIC, 4)
            tags = json.loads(names)
            size = len(tags)
            trigrams = np.frombuffer(grams, np.uint8).reshape(size, size, size)
            names_of = lines.decode().split("\n")
            counts = np.frombuffer(codes[: len(names_of)], np.uint8)
            ends = len(names_of) + 2 * np.cumsum(counts)
            if len(codes) != int(ends[-1]) or max(codes[len(names_of) :: 2]) >= size:
                raise ValueError("its parts do not fit together")
            words = _Packed(tags, dict(zip(names_of, ends.tolist(), strict=True)), counts, codes)
        except (OSError, ValueError, EOFError, IndexError) as error:
            raise SyrinxError(
                f"The list of parts of speech {named(source)} cannot be read ({error})."
            ) from error
        return cls(tags, trigrams.astype(np.float32) * np.float32(-0.1), words)
