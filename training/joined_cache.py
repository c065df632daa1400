"""Several speech caches read as one: recordings and what text-to-speech engines have said."""

from __future__ import annotations

import bisect
import dataclasses
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.training.data import UNKNOWN_PHONE, SpeechCache, Utterance


class JoinedCache(SpeechCache):
    """Several caches read as one; the utterances are numbered through.

    Arrays by utterance that lie beside the caches (speaker embeddings) are joined by
    :meth:`rows_of`. Phone labels are those of the first cache that has some; labels of the
    others are translated by name.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        if not folders:
            raise SyrinxError("Name at least one cache folder.")
        self.caches = [SpeechCache(folder) for folder in folders]
        self.folder = self.caches[0].folder
        self.utterances = []
        self._first: list[int] = []
        for cache in self.caches:
            self._first.append(len(self.utterances))
            self.utterances += [
                dataclasses.replace(u, index=self._first[-1] + u.index) for u in cache.utterances
            ]
        self.phone_names = next((c.phone_names for c in self.caches if c.phone_names), ())
        self._translations = [self._translation(cache.phone_names) for cache in self.caches]

    def _translation(self, names: Sequence[str]) -> NDArray[np.uint8]:
        table = np.full(256, UNKNOWN_PHONE, np.uint8)
        table[0] = 0
        known = {name: i for i, name in enumerate(self.phone_names, start=1)}
        for i, name in enumerate(names, start=1):
            table[i] = known.get(name, UNKNOWN_PHONE)
        return table

    def _place(self, utterance: Utterance) -> int:
        return bisect.bisect_right(self._first, utterance.index) - 1

    def audio(self, utterance: Utterance, start: int = 0, stop: int | None = None) -> NDArray:
        """As :meth:`SpeechCache.audio`."""
        return self.caches[self._place(utterance)].audio(utterance, start, stop)

    def f0(self, utterance: Utterance, start: int = 0, stop: int | None = None) -> NDArray:
        """As :meth:`SpeechCache.f0`."""
        return self.caches[self._place(utterance)].f0(utterance, start, stop)

    def phones(
        self, utterance: Utterance, start: int = 0, stop: int | None = None
    ) -> NDArray[np.uint8] | None:
        """As :meth:`SpeechCache.phones`; 255 where only another cache has been aligned."""
        if not self.phone_names:
            return None
        place = self._place(utterance)
        labels = self.caches[place].phones(utterance, start, stop)
        if labels is None:
            stop = utterance.n_frames if stop is None else min(stop, utterance.n_frames)
            return np.full(max(0, stop - start), UNKNOWN_PHONE, np.uint8)
        return self._translations[place][labels]

    def rows_of(self, name: str) -> NDArray:
        """An array that every folder has, joined along its axis of utterances (the last but one).

        Raises
        ------
        SyrinxError
            If one of the folders does not have it.
        """
        parts = []
        for cache in self.caches:
            path = cache.folder / name
            if not path.is_file():
                raise SyrinxError(f"{path} is missing: make it for this cache as for the first.")
            parts.append(np.load(path))
        return np.concatenate(parts, axis=-2)


def open_cache(*folders: Path) -> SpeechCache:
    """One cache, or several as one; folders after the first count only where they exist."""
    there = [folder for folder in folders[1:] if (folder / "utterances.json").is_file()]
    return JoinedCache([folders[0], *there]) if there else SpeechCache(folders[0])
