"""Festival's tagger of parts of speech, read from its own files (package ``festlex-poslex``)."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import numpy as np

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.text.tagger import Tagger
from syrinx.training.language.words import DICTIONARIES, PARTS

TRIGRAMS = "wsj.wp39.tri.ngrambin"
_ENTRY = re.compile(r'^\("([^"]+)" \((.*?) \) ')
_PART = re.compile(r"\(([a-z$0-9]+) (-?[\d.]+)\)")
_LEAST = -6.0
"""Log10: probability of a sequence of tags that was never seen."""


def read_tagger(folder: Path = DICTIONARIES) -> Tagger:
    """Festival's probabilities as a tagger of this program.

    Raises
    ------
    SyrinxError
        If they are not installed or have another form.
    """
    path = folder / PARTS
    if not path.is_file() or not (folder / TRIGRAMS).is_file():
        raise SyrinxError("There is no list of parts of speech: install festlex-poslex.")
    tags, counts = read_counts((folder / TRIGRAMS).read_bytes())
    total = counts.sum(axis=2, keepdims=True)
    bigrams = counts.sum(axis=0)
    lower = bigrams / np.maximum(bigrams.sum(axis=1, keepdims=True), 1e-9)
    # Sequences of three that are rare lean on those of two.
    mixed = (counts + 5.0 * lower[None]) / (total + 5.0)
    trigrams = np.log(np.maximum(mixed, 10**_LEAST)).astype(np.float32)
    words: dict[str, dict[str, float]] = {}
    for line in path.read_text(encoding="latin-1").splitlines():
        match = _ENTRY.match(line)
        if match and re.fullmatch(r"[a-z]+(?:'[a-z]+)?|'[a-z]+|[,.;:!?]", match[1].lower()):
            found = words.setdefault(match[1].lower(), {})
            for tag, value in _PART.findall(match[2]):
                if tag in tags and tag not in ("1", "2"):
                    found[tag] = max(float(value), found.get(tag, -99.0))
    return Tagger(tags, trigrams, {w: t for w, t in words.items() if t and _useful(t)})


def _useful(tags: dict[str, float]) -> bool:
    # A word that is a name only is guessed as one anyway.
    return any(tag not in ("nnp", "nnps") for tag in tags)


def read_counts(content: bytes) -> tuple[list[str], np.ndarray]:
    """Tags and their counts ``(n, n, n)`` of the Edinburgh Speech Tools' binary form.

    A header line, a line of the words in context, a line of predicted words; then big-endian
    doubles, where ``-k`` stands for ``k - 1`` zeros.
    """
    head, contexts, predicted, data = content.split(b"\n", 3)
    tags = contexts.decode().split()
    if not head.startswith(b"NgramBin_2 3") or predicted.decode().split() != tags:
        raise SyrinxError("The n-grams of parts of speech have another form than expected.")
    values = struct.unpack(f">{len(data) // 8}d", data[: len(data) // 8 * 8])
    out: list[float] = []
    for value in values:
        if value < 0:
            out += [0.0] * int(-value - 1)
        else:
            out.append(value)
    if len(out) != len(tags) ** 3:
        raise SyrinxError("The n-grams of parts of speech are cut short.")
    return tags, np.array(out).reshape((len(tags),) * 3)
