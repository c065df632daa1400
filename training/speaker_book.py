"""Speaker embeddings of the training speech, drawn so that nothing describes itself."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from syrinx.dsp.errors import SyrinxError
from syrinx.training.batches import SPEEDS, SpeechBatch
from syrinx.training.data import SpeechCache, Utterance

UNTOLD = "unlabelled"


class SpeakerBook:
    """Embeddings by utterance and speed (see ``embed_speakers``).

    Parameters
    ----------
    embeddings
        ``(n_speeds, n_utterances, 192)``.

    Raises
    ------
    SyrinxError
        If the embeddings do not belong to the cache.
    """

    def __init__(self, cache: SpeechCache, embeddings: NDArray, *, seed: int) -> None:
        if embeddings.shape[:-1] != (len(SPEEDS), len(cache.utterances)):
            raise SyrinxError(
                f"The embeddings {embeddings.shape} do not fit a cache of "
                f"{len(cache.utterances)} utterances: run `syrinx train embed_speakers` again."
            )
        self.embeddings = embeddings
        self.rng = np.random.default_rng(seed)
        self.by_speaker: dict[str, list[int]] = {}
        for u in cache.utterances:
            self.by_speaker.setdefault(u.speaker_key, []).append(u.index)
        train = sorted({u.speaker_key for u in cache.select("train") if UNTOLD not in u.speaker})
        self._number = {key: i for i, key in enumerate(train)}
        self.n_speakers = len(SPEEDS) * len(train)

    def number(self, utterance: Utterance, speed: int) -> int:
        """The class of a train speaker at a speed; -1 for everybody else."""
        known = self._number.get(utterance.speaker_key, -1)
        return known if known < 0 else len(SPEEDS) * known + speed

    def draw(self, utterance: Utterance, speed: int = 0) -> NDArray[np.float32]:
        """A unit-length mean over one to eight other utterances of the speaker, ``(192,)``."""
        others = self.by_speaker[utterance.speaker_key]
        if UNTOLD in utterance.speaker or len(others) < 3:
            chosen = np.array([utterance.index])
        else:
            chosen = self.rng.choice(others, size=int(self.rng.integers(1, 9)))
            chosen = chosen[chosen != utterance.index]
            if chosen.size == 0:
                chosen = np.array([others[0] if others[0] != utterance.index else others[1]])
        mean = self.embeddings[speed][chosen].astype(np.float32).mean(axis=0)
        return mean / (np.linalg.norm(mean) + 1e-9)

    def batch(self, batch: SpeechBatch) -> Tensor:
        """Embeddings of a batch ``(B, 192)``."""
        pairs = zip(batch.utterances, batch.speeds, strict=True)
        return torch.from_numpy(np.stack([self.draw(u, s) for u, s in pairs]))
