"""The judges at hand: those that are installed, and our own speaker encoder."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.training.metrics import judges as outside
from syrinx.training.metrics.scoring import Judges


def find_judges(
    texts: Mapping[str, str], encoder: Path | None, *, outside_judges: bool = True
) -> tuple[Judges, list[str]]:
    """Return every judge that is at hand, and a sentence for each that is not.

    ``encoder`` is a checkpoint of our speaker encoder; None = the one that ships.
    """
    notes: list[str] = []
    encoders: dict[str, Callable[[NDArray], NDArray]] = {}
    naturalness: dict[str, Callable[[NDArray], float]] = {}
    words: outside.WordJudge | None = None

    def found(load: Callable[[], Any]) -> Any:
        try:
            return load()
        except SyrinxError as error:
            notes.append(str(error))
            return None

    if outside_judges:
        if (judge := found(outside.load_resemblyzer)) is not None:
            encoders["resemblyzer"] = judge
        for name, load in (("dnsmos", outside.load_dnsmos), ("nisqa", outside.load_nisqa)):
            if (score := found(load)) is not None:
                naturalness[name] = score
        if texts:
            words = found(lambda: outside.WordJudge(texts.values()))
        else:
            notes.append("There is no texts.tsv, so words are not judged.")
    own = own_encoder(encoder) if encoder is not None else found(lambda: own_encoder(None))
    if own is not None:
        encoders["own"] = own
    return Judges(encoders=encoders, naturalness=naturalness, words=words), notes


def own_encoder(checkpoint: Path | None) -> Callable[[NDArray], NDArray]:
    """Return our speaker encoder: of a checkpoint, or else the shipped one."""
    from syrinx.neural.runtime.registry import ModelRegistry
    from syrinx.neural.runtime.speaker import SpeakerEmbedder

    if checkpoint is None:
        home = os.environ.get("SYRINX_HOME")
        embedder = SpeakerEmbedder(ModelRegistry(Path(home) if home else None))
        embedder.embed(np.random.default_rng(0).normal(0, 0.1, 16_000).astype(np.float32))
        return embedder.embed
    import torch

    from syrinx.neural.speaker_encoder import load_speaker_encoder

    model = load_speaker_encoder(checkpoint)

    def embed(audio: NDArray) -> NDArray:
        piece = np.ascontiguousarray(audio, dtype=np.float32)
        if len(piece) < model.minimum_samples:
            piece = np.resize(piece, model.minimum_samples)
        with torch.inference_mode():
            return model(torch.from_numpy(piece)[None, None])[0].numpy()

    return embed
