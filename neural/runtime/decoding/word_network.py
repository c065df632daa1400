"""The word model at work: how likely whole sentences are, by a recurrent network.

Without torch. It rescores the best hypotheses of an utterance, all in one batch.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.decoding.ngram import NgramModel
from syrinx.neural.runtime.registry import WORD_MODEL, ModelRegistry
from syrinx.neural.runtime.session import open_session, session_metadata

IntArray = NDArray[np.int64]
FloatArray = NDArray[np.float64]


class WordNetwork:
    """A recurrent language model.

    Attributes
    ----------
    words
        Its list; the first word is token ``first``.
    end, other
        Tokens of the end and of every word that is not in the list.

    Raises
    ------
    SyrinxError
        If the model is something else.
    """

    def __init__(self, session: ort.InferenceSession) -> None:
        metadata: dict[str, Any] = session_metadata(session)
        if metadata.get("name") != "word_model" or "words" not in metadata:
            raise SyrinxError("The model is no word model: restore the file or reinstall syrinx.")
        self._session = session
        tokens = metadata["tokens"]
        self.end, self.other, self.first = (int(tokens[k]) for k in ("end", "other", "first"))
        self.words: tuple[str, ...] = tuple(metadata["words"].split())

    @classmethod
    def shipped(cls, registry: ModelRegistry) -> WordNetwork | None:
        """The one that comes with the program; None if it has none.

        Raises
        ------
        SyrinxError
            If it is broken.
        """
        return cls(registry.session(WORD_MODEL)) if WORD_MODEL in registry.entries() else None

    @classmethod
    def of_file(cls, model: Path | bytes) -> WordNetwork:
        """A model of one's own, or its content."""
        return cls(open_session(model, name="the word model"))

    def log_probs(self, sentences: Sequence[IntArray]) -> list[FloatArray]:
        """Log probability of each token of sentences and of the end; all in one batch."""
        if not sentences:
            return []
        shape = (len(sentences), max(map(len, sentences)) + 1)
        before, after = np.full(shape, self.end), np.full(shape, self.end)
        for row, tokens in enumerate(sentences):
            before[row, 1 : len(tokens) + 1] = after[row, : len(tokens)] = tokens
        found = self._session.run(None, {"tokens": before, "targets": after})[0]
        return [
            found[row, : len(tokens) + 1].astype(np.float64) for row, tokens in enumerate(sentences)
        ]


class WordScorer:
    """A network asked about the words of n-grams.

    Parameters
    ----------
    network
        Its list of words is shorter; the others share what it gives to "another word".
    ngrams
        Says which words there are, and by its unigrams how they share.
    """

    def __init__(self, network: WordNetwork, ngrams: NgramModel) -> None:
        self._network, self._end = network, ngrams.end
        number = {w: i for i, w in enumerate(network.words, start=network.first)}
        self._token = np.array([number.get(w, network.other) for w in ngrams.vocabulary], np.int64)
        self._token[ngrams.end] = network.end
        others = self._token == network.other
        others[ngrams.begin] = False
        total = np.logaddexp.reduce(ngrams.unigrams[others])
        self._within = np.where(others, ngrams.unigrams - total, 0.0)

    def sentences(self, sentences: Sequence[IntArray]) -> list[FloatArray]:
        """Log probabilities of each word of sentences and of the end, as `NgramModel.sentences`.

        Parameters
        ----------
        sentences
            Numbers of the n-grams' words.
        """
        found = self._network.log_probs([self._token[words] for words in sentences])
        return [
            values + np.append(self._within[words], 0.0)
            for values, words in zip(found, sentences, strict=True)
        ]

    def sums(self, sentences: Sequence[IntArray]) -> FloatArray:
        """Log probability of each sentence, ``(n,)``."""
        return np.array([values.sum() for values in self.sentences(sentences)])
