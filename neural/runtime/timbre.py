"""What makes a voice apart from what is said, and mixtures of such timbres while they sound."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.retrieval import FrameBank

EMBEDDING_SIZE = 192
MAX_FLUTTER = 0.1
Tensors = Mapping[str, NDArray[np.floating]]
Banks = tuple[tuple[FrameBank, float], ...]
Weights = tuple[float, ...]
_IN, _OUT = "_in", "_out"
_OPPOSITE = 1e-3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Timbre:
    """A voice as the networks take it.

    Attributes
    ----------
    embedding
        ``(192,)`` float32; it is scaled to unit length.
    adapter
        What fine-tuning added to the decoder, by name; None = nothing (ADR 0046).
    banks
        Content frames to pull towards, each with its share, 0 to 1 (ADR 0029).
    f0_median_hz
        Median F0 of the speaker; None = not known.
    f0_flutter
        Standard deviation of a random change of the F0 from step to step, relative, 0 to
        `MAX_FLUTTER`.

    Raises
    ------
    SyrinxError
        The embedding is damaged, or the flutter out of range.
    """

    embedding: NDArray[np.float32]
    adapter: Tensors | None = None
    banks: Banks = ()
    f0_median_hz: float | None = None
    f0_flutter: float = 0.0

    def __post_init__(self) -> None:
        """Check and normalise."""
        object.__setattr__(self, "embedding", unit_length(self.embedding))
        if not 0.0 <= self.f0_flutter <= MAX_FLUTTER:
            raise SyrinxError(f"The flutter of a voice must lie between 0 and {MAX_FLUTTER:g}.")


class TimbreMix:
    """Mixes some timbres by weights, into tensors of the decoder's own shapes.

    Embeddings are averaged and scaled to unit length, medians of F0 averaged in octaves; banks
    pull by their share. Of the adapters, biases are averaged. Low-rank terms are products of two
    factors: averages of the factors would make products of one voice's with the other's, which
    mean nothing. So only the heaviest timbre's are there, faded: whole at a weight of 1, gone at
    1/2, where the next one's begin. Where only one timbre has such terms, they fade by its weight.

    Weights are as many as timbres, none below 0, and their sum is 1. A weight of 1 gives the pure
    timbre, bit by bit.

    Parameters
    ----------
    timbres
        At least one.
    shapes
        Of the decoder's adapter, by name; empty = a decoder that takes none.

    Raises
    ------
    SyrinxError
        An adapter does not have these shapes.
    """

    def __init__(self, timbres: Sequence[Timbre], shapes: Mapping[str, tuple[int, ...]]) -> None:
        self.timbres = tuple(timbres)
        self._shapes = dict(shapes)
        self._factors = [
            (name, name.removesuffix(_IN) + _OUT)
            for name in shapes
            if name.endswith(_IN) and name.removesuffix(_IN) + _OUT in shapes
        ]
        paired = {name for pair in self._factors for name in pair}
        self._plain = [name for name in shapes if name not in paired]
        self._embeddings: NDArray[np.float32] = np.stack(
            [timbre.embedding for timbre in self.timbres]
        )
        self._tensors = [self._checked(timbre.adapter) for timbre in self.timbres]
        self._adapted = [i for i, found in enumerate(self._tensors) if found is not None]
        self._biases = np.stack([self._flat(found) for found in self._tensors])

    def _checked(self, adapter: Tensors | None) -> dict[str, NDArray[np.float32]] | None:
        if adapter is None:
            return None
        if {name: value.shape for name, value in adapter.items()} != self._shapes:
            raise SyrinxError("The voice's adapter is not made for this model: enrol it again.")
        return {name: np.array(value, np.float32) for name, value in adapter.items()}

    def _flat(self, adapter: Tensors | None) -> NDArray[np.float32]:
        if adapter is None:
            return np.zeros(sum(math.prod(self._shapes[n]) for n in self._plain), np.float32)
        parts = [np.asarray(adapter[name], np.float32).ravel() for name in self._plain]
        return np.concatenate([np.zeros(0, np.float32), *parts])

    def embedding(self, weights: Weights) -> NDArray[np.float32]:
        """``(192,)``, unit length; between opposite voices there is nothing: the first one's."""
        pure = weights.index(1.0) if 1.0 in weights else None
        mixed = np.asarray(weights, np.float32) @ self._embeddings
        length = float(np.linalg.norm(mixed))
        if pure is None and length < _OPPOSITE:
            pure = 0
        result: NDArray[np.float32]
        result = self._embeddings[pure] if pure is not None else mixed / np.float32(length)
        return result

    def f0_median_hz(self, weights: Weights) -> float | None:
        """Mean, in octaves, over the timbres that have one; None = none has."""
        known = [
            (weight, timbre.f0_median_hz)
            for weight, timbre in zip(weights, self.timbres, strict=True)
            if timbre.f0_median_hz is not None and weight > 0.0
        ]
        if len(known) < 2:
            return known[0][1] if known else None
        total = sum(weight for weight, _ in known)
        return float(2.0 ** (sum(w * math.log2(hz) for w, hz in known) / total))

    def f0_flutter(self, weights: Weights) -> float:
        """Mean."""
        return sum(w * t.f0_flutter for w, t in zip(weights, self.timbres, strict=True))

    def banks(self, weights: Weights) -> Banks:
        """Those that pull, each with its share."""
        return tuple(
            (bank, share * weight)
            for weight, timbre in zip(weights, self.timbres, strict=True)
            for bank, share in timbre.banks
            if weight > 0.0
        )

    def write_adapter(self, weights: Weights, target: Mapping[str, NDArray[np.floating]]) -> None:
        """Write the mixed adapter into arrays of the decoder's shapes."""
        flat = np.asarray(weights, np.float32) @ self._biases
        start = 0
        for name in self._plain:
            end = start + target[name].size
            target[name][...] = flat[start:end].reshape(target[name].shape)
            start = end
        if not self._adapted:
            return
        chosen = max(self._adapted, key=lambda index: weights[index])
        share = weights[chosen]
        if len(self._adapted) > 1:
            share = max(0.0, 2.0 * share - 1.0)
        tensors = self._tensors[chosen] or {}
        for first, second in self._factors:
            target[first][...] = tensors[first]
            np.multiply(tensors[second], np.float32(share), out=target[second])

    def at(self, weights: Weights) -> Timbre:
        """Return the mixture as one timbre, with arrays of its own."""
        adapter = None
        if any(weights[index] > 0.0 for index in self._adapted):
            adapter = {name: np.zeros(shape, np.float32) for name, shape in self._shapes.items()}
            self.write_adapter(weights, adapter)
        return Timbre(
            embedding=self.embedding(weights),
            adapter=adapter,
            banks=self.banks(weights),
            f0_median_hz=self.f0_median_hz(weights),
            f0_flutter=self.f0_flutter(weights),
        )


def unit_length(embedding: NDArray[np.floating]) -> NDArray[np.float32]:
    """Return an embedding scaled to unit length.

    Raises
    ------
    SyrinxError
        It is not 192 finite numbers that are not all zero.
    """
    vector = np.asarray(embedding, np.float32)
    length = float(np.linalg.norm(vector)) if vector.shape == (EMBEDDING_SIZE,) else 0.0
    if not 0.0 < length < math.inf:
        raise SyrinxError(
            f"The voice is damaged: a voice has {EMBEDDING_SIZE} finite numbers that are not all"
            f" zero, this one an array of shape {vector.shape}; enrol or import it again."
        )
    return vector / np.float32(length)
