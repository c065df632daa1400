"""Which sounds (or letters) each word has, and the tree of all words by their beginnings."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.files import arrays_of, named

IntArray = NDArray[np.int64]
FloatArray = NDArray[np.float64]
MOST_UNITS = 64
"""A node's children are the bits of one number."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Words and how they are pronounced.

    ``words`` are in order; pronunciation ``i`` is of word ``word_of[i]`` and is the units
    ``codes[starts[i]:starts[i + 1]]``, numbers into ``units``. ``spelling`` tells how words are
    written that are not written in small letters: names, "I".
    """

    units: tuple[str, ...]
    words: tuple[str, ...]
    word_of: IntArray
    codes: NDArray[np.uint8]
    starts: IntArray
    spelling: Mapping[str, str] = dataclasses.field(default_factory=dict)

    @classmethod
    def of(
        cls,
        pronunciations: Mapping[str, Iterable[Sequence[str]]],
        *,
        spelling: Mapping[str, str] | None = None,
    ) -> Lexicon:
        """Make a lexicon from word -> pronunciations; equal ones of a word are taken once."""
        words = tuple(sorted(pronunciations))
        said = [list(dict.fromkeys(tuple(p) for p in pronunciations[w] if p)) for w in words]
        units = tuple(sorted({u for ways in said for way in ways for u in way}))
        if len(units) > 255:
            raise SyrinxError("A lexicon can have at most 255 different units.")
        code = {u: i for i, u in enumerate(units)}
        lengths = [len(way) for ways in said for way in ways]
        return cls(
            units=units,
            words=words,
            word_of=np.repeat(np.arange(len(words)), [len(ways) for ways in said]),
            codes=np.array([code[u] for ways in said for way in ways for u in way], np.uint8),
            starts=np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
            spelling=dict(spelling or {}),
        )

    @classmethod
    def spelled(cls, words: Iterable[str]) -> Lexicon:
        """Each word by its letters, for recognisers that write instead of hearing phones."""
        return cls.of({w: [tuple(w)] for w in words})

    def __len__(self) -> int:
        return len(self.words)

    def pronunciations(self) -> Iterable[tuple[str, tuple[str, ...]]]:
        """Every word with each of its pronunciations."""
        for i, word in enumerate(self.word_of.tolist()):
            part = self.codes[self.starts[i] : self.starts[i + 1]]
            yield self.words[word], tuple(self.units[c] for c in part.tolist())

    def written(self, word: int) -> str:
        """How a word is written, by its number."""
        return self.spelling.get(self.words[word], self.words[word])

    def with_words(
        self,
        more: Mapping[str, Iterable[Sequence[str]]],
        *,
        spelling: Mapping[str, str] | None = None,
    ) -> Lexicon:
        """The lexicon and further words, pronunciations and ways to write."""
        table: dict[str, list[Sequence[str]]] = {}
        for word, way in self.pronunciations():
            table.setdefault(word, []).append(way)
        for word, ways in more.items():
            table.setdefault(word, []).extend(ways)
        return Lexicon.of(table, spelling={**self.spelling, **(spelling or {})})

    def save(self, path: Path) -> None:
        """Write the lexicon compactly: about 10 bytes per word."""
        # One byte string per place in the word packs better than word after word.
        lengths = np.diff(self.starts)
        with open(path, "wb") as file:
            np.savez_compressed(
                file,
                allow_pickle=False,
                units=np.frombuffer(" ".join(self.units).encode(), np.uint8),
                words=np.frombuffer("\n".join(self.words).encode(), np.uint8),
                ways=np.bincount(self.word_of, minlength=len(self.words)).astype(np.uint8),
                lengths=lengths.astype(np.uint8),
                codes=self.codes,
                spelling=np.frombuffer(
                    "\n".join(f"{w}\t{s}" for w, s in sorted(self.spelling.items())).encode(),
                    np.uint8,
                ),
            )

    @classmethod
    def load(cls, source: Path | bytes) -> Lexicon:
        """Read what :meth:`save` wrote, from its file or from the file's content.

        Raises
        ------
        SyrinxError
            If the file is missing or is something else.
        """
        try:
            arrays = arrays_of(source)
            words = tuple(bytes(arrays["words"]).decode().split("\n"))
            units = tuple(bytes(arrays["units"]).decode().split(" "))
            word_of = np.repeat(np.arange(len(arrays["ways"])), arrays["ways"])
            starts = np.concatenate([[0], np.cumsum(arrays["lengths"], dtype=np.int64)])
            codes = arrays["codes"].astype(np.uint8)
            if len(words) != len(arrays["ways"]) or starts[-1] != len(codes):
                raise ValueError("its arrays differ in length")
            if len(word_of) != len(starts) - 1 or codes.max(initial=0) >= len(units):
                raise ValueError("its numbers point nowhere")
            lines = bytes(arrays["spelling"]).decode().split("\n")
            spelling = dict(line.split("\t") for line in lines if line)
        except (OSError, ValueError, KeyError, EOFError, UnicodeDecodeError) as error:
            raise SyrinxError(f"The lexicon {named(source)} cannot be read ({error}).") from error
        return cls(
            units=units,
            words=words,
            word_of=word_of,
            codes=codes,
            starts=starts,
            spelling=spelling,
        )


def unit_numbers(lexicon: Lexicon, units: Sequence[str]) -> IntArray:
    """Number that an acoustic model gives each unit of a lexicon; case does not count.

    Raises
    ------
    SyrinxError
        If the model lacks one.
    """
    known = {name.lower(): i for i, name in enumerate(units)}
    lacking = [u for u in lexicon.units if u.lower() not in known]
    if lacking:
        raise SyrinxError(
            f"The recogniser does not know the sound {lacking[0]} of its lexicon:"
            " the two files do not belong together."
        )
    return np.array([known[u.lower()] for u in lexicon.units], np.int64)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PrefixTree:
    """All words by their beginnings; node 0 is the root.

    The children of node ``n`` stand together from ``first_child[n]`` on, in the order of their
    units; ``children[n]`` has a bit for the unit of each. The words that end at ``n`` are
    ``words[first_word[n]:first_word[n + 1]]``.
    """

    unit: IntArray
    parent: IntArray
    first_child: IntArray
    children: NDArray[np.uint64]
    first_word: IntArray
    words: IntArray
    levels: IntArray
    """First node of each depth, and the number of nodes at last."""

    def __len__(self) -> int:
        return len(self.unit)

    @classmethod
    def of(cls, lexicon: Lexicon, units: Sequence[str]) -> PrefixTree:
        """Tree of a lexicon over the numbers that an acoustic model gives the units.

        Raises
        ------
        SyrinxError
            If the model lacks a unit, or has more than `MOST_UNITS`.
        """
        if len(units) > MOST_UNITS:
            raise SyrinxError(
                f"A recogniser can have at most {MOST_UNITS} units, not {len(units)}."
            )
        codes = unit_numbers(lexicon, units)[lexicon.codes]
        lengths = np.diff(lexicon.starts)
        at = np.zeros(len(lengths), np.int64)
        unit, parent, levels = [np.zeros(1, np.int64)], [np.zeros(1, np.int64)], [0, 1]
        for depth in range(int(lengths.max(initial=0))):
            rows = np.flatnonzero(lengths > depth)
            keys = at[rows] * MOST_UNITS + codes[lexicon.starts[rows] + depth]
            unique, inverse = np.unique(keys, return_inverse=True)
            at[rows] = levels[-1] + inverse
            unit.append(unique % MOST_UNITS)
            parent.append(unique // MOST_UNITS)
            levels.append(levels[-1] + len(unique))
        units_of, parents = np.concatenate(unit), np.concatenate(parent)
        n = len(units_of)
        children = np.zeros(n, np.uint64)
        bits = np.left_shift(np.uint64(1), units_of[1:].astype(np.uint64))
        np.bitwise_or.at(children, parents[1:], bits)
        first_child = np.zeros(n, np.int64)
        inner, where = np.unique(parents[1:], return_index=True)
        first_child[inner] = where + 1
        order = np.argsort(at, kind="stable")
        return cls(
            unit=units_of,
            parent=parents,
            first_child=first_child,
            children=children,
            first_word=np.searchsorted(at[order], np.arange(n + 1)),
            words=lexicon.word_of[order].astype(np.int64),
            levels=np.array(levels, np.int64),
        )

    def best_below(self, weights: FloatArray) -> FloatArray:
        """Largest weight ``(n_nodes,)`` of the words that go through each node.

        Parameters
        ----------
        weights
            One per word of the lexicon.
        """
        out = np.full(len(self), -np.inf)
        ends = np.repeat(np.arange(len(self)), np.diff(self.first_word))
        np.maximum.at(out, ends, weights[self.words])
        for depth in range(len(self.levels) - 2, 0, -1):
            here = slice(self.levels[depth], self.levels[depth + 1])
            np.maximum.at(out, self.parent[here], out[here])
        return out
