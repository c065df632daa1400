"""The pronouncing lexicon with stress: small on disk, quick to open, found by bisection.

Words stand in order; a word's pronunciations stand together, each with the part of speech it is
of (``n``, ``v``, ``j``; empty: any). What regular endings make of another word is left out
(:mod:`syrinx.neural.runtime.text.morphology` makes it anew).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.files import named
from syrinx.neural.runtime.text.packed_parts import read_parts, write_parts
from syrinx.neural.runtime.text.units import CONSONANTS, VOWELS

Way = tuple[str, ...]
Said = tuple[str, Way]
"""Part of speech (empty: any) and phones."""
CODES = ("", *CONSONANTS, *(v + s for v in VOWELS for s in "012"))
PARTS = ("", "n", "v", "j")
_MAGIC = b"syrinx lexicon 1\n"


class StressedLexicon:
    """Words and how they are said.

    Parameters
    ----------
    words
        In the order of their bytes, a line each.
    first
        ``(n_words + 1,)``: a word's ways are those from ``first[i]`` to before ``first[i + 1]``.
    starts
        ``(n_ways + 1,)``: a way's phones are ``codes[starts[k]:starts[k + 1]]``.
    codes, parts
        Numbers into `CODES` and `PARTS`.
    """

    def __init__(
        self,
        words: bytes,
        first: NDArray[np.int64],
        starts: NDArray[np.int64],
        codes: NDArray[np.uint8],
        parts: NDArray[np.uint8],
    ) -> None:
        self._words = words
        lines = np.flatnonzero(np.frombuffer(words, np.uint8) == ord("\n"))
        self._ends = lines.astype(np.int32)
        self._first, self._starts = first, starts
        self._codes, self._parts = codes, parts

    @classmethod
    def of(cls, table: Mapping[str, Sequence[Said]]) -> StressedLexicon:
        """Make one from word -> ways."""
        names = sorted(w for w in table if table[w])
        number = {p: i for i, p in enumerate(CODES)}
        flat = [way for name in names for way in table[name]]
        lengths = np.array([len(w) for _, w in flat], np.int64)
        return cls(
            "".join(name + "\n" for name in names).encode("ascii"),
            np.concatenate([[0], np.cumsum([len(table[n]) for n in names])]).astype(np.int64),
            np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
            np.array([number[p] for _, w in flat for p in w], np.uint8),
            np.array([PARTS.index(part) for part, _ in flat], np.uint8),
        )

    def __len__(self) -> int:
        return len(self._ends)

    def __contains__(self, word: str) -> bool:
        return self._place(word) >= 0

    def words(self) -> list[str]:
        """All words in order."""
        return self._words.decode("ascii").split("\n")[:-1]

    def ways(self, word: str) -> list[Said]:
        """The ways to say a word, the usual one first; empty if the word is not there."""
        at = self._place(word)
        if at < 0:
            return []
        out = []
        for k in range(int(self._first[at]), int(self._first[at + 1])):
            codes = self._codes[self._starts[k] : self._starts[k + 1]]
            out.append((PARTS[self._parts[k]], tuple(CODES[c] for c in codes.tolist())))
        return out

    def _place(self, word: str) -> int:
        if not word.isascii():
            return -1
        key = word.encode("ascii")
        low, high = 0, len(self._ends)
        while low < high:
            middle = (low + high) // 2
            if self._word(middle) < key:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self._ends) and self._word(low) == key else -1

    def _word(self, number: int) -> bytes:
        start = int(self._ends[number - 1]) + 1 if number else 0
        return self._words[start : int(self._ends[number])]

    def save(self, path: Path) -> None:
        """Write it: words, numbers of ways, phones and parts of speech, each packed by LZMA."""
        codes = self._codes.tobytes()
        said = bytearray()
        for k in range(len(self._starts) - 1):
            said += codes[self._starts[k] : self._starts[k + 1]] + b"\0"
        counts = np.diff(self._first).astype(np.uint8).tobytes()
        parts = (self._words, counts, bytes(said), self._parts.tobytes())
        write_parts(path, _MAGIC, parts)

    @classmethod
    def load(cls, source: Path | bytes) -> StressedLexicon:
        """Read what :meth:`save` wrote, from its file or from the file's content.

        Raises
        ------
        SyrinxError
            If the file is missing or is something else.
        """
        try:
            words, counts, said, parts = read_parts(source, _MAGIC, 4)
            flat = np.frombuffer(said, np.uint8)
            ends = np.flatnonzero(flat == 0)
            lengths = np.diff(ends, prepend=-1) - 1
            first = np.concatenate([[0], np.cumsum(np.frombuffer(counts, np.uint8))])
            if words.count(b"\n") != len(counts) or first[-1] != len(ends):
                raise ValueError("its parts differ in length")
            if len(parts) != len(ends) or max(parts, default=0) >= len(PARTS):
                raise ValueError("its parts of speech are wrong")
            if flat.max(initial=0) >= len(CODES):
                raise ValueError("its numbers point nowhere")
        except (OSError, ValueError, EOFError) as error:
            raise SyrinxError(f"The lexicon {named(source)} cannot be read ({error}).") from error
        return cls(
            words,
            first.astype(np.int64),
            np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
            flat[flat != 0].copy(),
            np.frombuffer(parts, np.uint8),
        )
