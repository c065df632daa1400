"""The ARPA text form of n-gram language models: log10 probabilities, n-grams by length."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.ngram import (
    NEVER,
    SPECIAL,
    NgramLevel,
    NgramModel,
    level_grams,
)

LN10 = float(np.log(10.0))


def write_arpa(model: NgramModel, path: Path) -> None:
    """Write a model as text; seven digits are kept."""
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n\\data\\\n")
        for k, level in enumerate(model.levels, start=1):
            file.write(f"ngram {k}={len(level)}\n")
        for k, level in enumerate(model.levels, start=1):
            file.write(f"\n\\{k}-grams:\n")
            grams = level_grams(model.levels, k)
            last = k == model.order
            for gram, log_prob, backoff in zip(grams, level.log_prob, level.backoff, strict=True):
                words = " ".join(model.vocabulary[i] for i in gram)
                tail = "" if last or backoff == 0.0 else f"\t{backoff / LN10:.7g}"
                value = max(log_prob, NEVER) / LN10
                file.write(f"{value:.7g}\t{words}{tail}\n")
        file.write("\n\\end\\\n")


def read_arpa(path: Path) -> NgramModel:
    """Read a model from text; n-grams may stand in any order.

    Raises
    ------
    SyrinxError
        If the file cannot be read, breaks off, or does not hold what its head says. The sentence
        names the line.
    """
    try:
        with open(path, encoding="utf-8") as file:
            return _read(path, enumerate(file, start=1))
    except (OSError, UnicodeDecodeError) as error:
        raise SyrinxError(f"The language model {path} cannot be read ({error}).") from error


def _read(path: Path, lines: Iterator[tuple[int, str]]) -> NgramModel:
    counts = _head(path, lines)
    vocabulary: list[str] = []
    index: dict[str, int] = {}
    levels: list[NgramLevel] = []
    for k, count in enumerate(counts, start=1):
        grams, log_prob, backoff = _section(path, lines, k, count, k == len(counts), index)
        if k == 1:
            vocabulary = list(index)
            for word in SPECIAL:
                if word not in index:
                    index[word] = len(vocabulary)
                    vocabulary.append(word)
                    log_prob = np.append(log_prob, NEVER)
                    backoff = np.append(backoff, 0.0)
            grams = np.arange(len(vocabulary))[:, None]
        levels.append(_level(path, levels, grams, log_prob, backoff, len(vocabulary)))
    for _, line in lines:
        if line.strip() == "\\end\\":
            return NgramModel(vocabulary, levels)
        if line.strip():
            break
    raise SyrinxError(f"The language model {path} breaks off: it has no \\end\\.")


def _head(path: Path, lines: Iterator[tuple[int, str]]) -> list[int]:
    """The counts of the head, up to the blank line or the first section's title."""
    for _, line in lines:
        if line.strip() == "\\data\\":
            break
    else:
        raise SyrinxError(f"{path} is not a language model in ARPA form: it has no \\data\\.")
    counts: list[int] = []
    for number, line in lines:
        text = line.strip()
        if not text and counts:
            return counts
        if not text:
            continue
        name, _, value = text.partition("=")
        if name.split() != ["ngram", str(len(counts) + 1)] or not value.strip().isdecimal():
            raise SyrinxError(
                f"{path}, line {number}: expected the number of {len(counts) + 1}-grams,"
                f" found {text[:40]!r}."
            )
        counts.append(int(value))
    raise SyrinxError(f"The language model {path} breaks off in its head.")


def _section(
    path: Path,
    lines: Iterator[tuple[int, str]],
    k: int,
    count: int,
    last: bool,
    index: dict[str, int],
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """The n-grams of one length as they stand; fills ``index`` from the single words."""
    for number, line in lines:
        if line.strip() == f"\\{k}-grams:":
            break
        if line.strip():
            raise SyrinxError(
                f"{path}, line {number}: expected \\{k}-grams:, found {line.strip()[:40]!r}."
            )
    grams = np.zeros((count, k), np.int64)
    log_prob, backoff = np.zeros(count), np.zeros(count)
    row = 0
    while row < count:
        number, line = next(lines, (0, ""))
        if number == 0:
            raise SyrinxError(f"The language model {path} breaks off in its {k}-grams.")
        fields = line.split()
        if not fields:
            continue
        try:
            if len(fields) not in ((k + 1,) if last else (k + 1, k + 2)):
                raise ValueError(f"{len(fields)} fields")
            log_prob[row] = float(fields[0]) * LN10
            if len(fields) == k + 2:
                backoff[row] = float(fields[-1]) * LN10
            if not np.isfinite(backoff[row]) or not log_prob[row] <= 1e-6:
                raise ValueError("not a log probability")
            if k == 1:
                if fields[1] in index:
                    raise ValueError(f"{fields[1]} stands there twice")
                index[fields[1]] = row
            grams[row] = [index[w] for w in fields[1 : k + 1]]
        except (ValueError, KeyError) as error:
            raise SyrinxError(
                f"{path}, line {number} is no {k}-gram ({error}): {line.strip()[:40]!r}."
            ) from error
        row += 1
    return grams, log_prob, backoff


def _level(
    path: Path,
    below: list[NgramLevel],
    grams: NDArray[np.int64],
    log_prob: NDArray[np.float64],
    backoff: NDArray[np.float64],
    size: int,
) -> NgramLevel:
    k = grams.shape[1]
    context = places(below, grams[:, :-1], size)
    if np.any(context < 0):
        row = int(np.argmin(context))
        raise SyrinxError(
            f"{path}: {k}-gram number {row + 1} goes on from a {k - 1}-gram that is not listed."
        )
    order = np.lexsort((grams[:, -1], context))
    return NgramLevel(
        context=context[order],
        word=grams[order, -1],
        log_prob=log_prob[order],
        backoff=backoff[order],
    )


def places(
    levels: list[NgramLevel] | tuple[NgramLevel, ...], grams: NDArray[np.int64], size: int
) -> NDArray[np.int64]:
    """Place of each n-gram ``(N, k)`` in level ``k``, -1 where it is not; ``k`` may be 0.

    Parameters
    ----------
    size
        Words of the vocabulary.
    """
    at = np.zeros(len(grams), np.int64)
    for k in range(grams.shape[1]):
        level = levels[k]
        keys = level.context * size + level.word
        wanted = at * size + grams[:, k]
        found = np.minimum(np.searchsorted(keys, wanted), max(len(keys) - 1, 0))
        good = (at >= 0) & (len(keys) > 0)
        if len(keys):
            good &= keys[found] == wanted
        at = np.where(good, found, -1)
    return at
