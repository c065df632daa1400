"""Write the speaker embedding of every utterance of a cache, at every speed it is trained at.

The result is one float16 array (n_speeds, n_utterances, embedding_dim), ``[s, i]`` for
``utterances[i]`` of the cache's table played at ``SPEEDS[s]``, each row of unit length: at another
speed it is another speaker. Very short utterances are repeated up to a second and a half, very
long ones are embedded by their middle.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from syrinx.neural.speaker_encoder import SpeakerEncoder, load_speaker_encoder
from syrinx.training.augment import change_speed
from syrinx.training.batches import SPEEDS, Speed
from syrinx.training.data import DEFAULT_CACHE, SAMPLE_RATE, SpeechCache, Utterance
from syrinx.training.metrics.speaker import embed_batch
from syrinx.training.recipes.speaker_encoder import CHECKPOINT

SHORTEST_S = 1.5
LONGEST_S = 6.0
LENGTH_STEP_S = 0.25


def embedding_length(n_samples: int) -> int:
    """Return how many samples of an utterance are embedded: a multiple of a quarter second."""
    step = round(LENGTH_STEP_S * SAMPLE_RATE)
    length = n_samples // step * step
    return min(max(length, round(SHORTEST_S * SAMPLE_RATE)), round(LONGEST_S * SAMPLE_RATE))


def utterance_excerpt(cache: SpeechCache, utterance: Utterance, length: int) -> NDArray:
    """Return the middle ``length`` samples of an utterance, repeated if it is shorter."""
    spare = utterance.n_samples - length
    if spare >= 0:
        return cache.audio(utterance, spare // 2, spare // 2 + length)
    return np.resize(cache.audio(utterance), length)


def embed_cache(
    model: SpeakerEncoder,
    cache: SpeechCache,
    out: Path,
    *,
    speeds: Sequence[Speed] = SPEEDS,
    threads: int = 4,
) -> Iterator[dict[str, Any]]:
    """Embed all utterances, batched by length; yield ``{"done", "total"}``; write ``out`` last."""
    torch.set_num_threads(threads)
    by_length: dict[int, list[int]] = {}
    for index, utterance in enumerate(cache.utterances):
        by_length.setdefault(embedding_length(utterance.n_samples), []).append(index)
    count = len(cache.utterances)
    result = np.zeros((len(speeds), count, model.config.embedding_dim), dtype=np.float16)
    done = 0
    for row, speed in enumerate(speeds):
        for length, indices in sorted(by_length.items()):
            size = max(1, 2_000_000 // length)
            for first in range(0, len(indices), size):
                chosen = indices[first : first + size]
                audio = [utterance_excerpt(cache, cache.utterances[i], length) for i in chosen]
                if speed != (1, 1):
                    audio = [change_speed(piece, *speed) for piece in audio]
                result[row, chosen] = embed_batch(model, np.stack(audio))
                done += len(chosen)
                yield {"done": done, "total": count * len(speeds)}
    part = out.with_name(out.name + ".part")
    with open(part, "wb") as file:
        np.save(file, result)
    os.replace(part, out)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the recipe from the command line."""
    parser = argparse.ArgumentParser(
        prog="syrinx train embed_speakers", description=__doc__.splitlines()[0]
    )
    parser.add_argument(
        "checkpoint", type=Path, nargs="?", default=CHECKPOINT, help="default: %(default)s"
    )
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="speech cache folder")
    parser.add_argument(
        "--out", type=Path, help="default: speaker_embeddings.npy in the cache folder"
    )
    parser.add_argument("--threads", type=int, default=4)
    args = parser.parse_args(argv)
    cache = SpeechCache(args.cache)
    model = load_speaker_encoder(args.checkpoint)
    out = args.out or args.cache / "speaker_embeddings.npy"
    from tqdm import tqdm

    with tqdm(total=len(SPEEDS) * len(cache.utterances), unit="utt", disable=None) as bar:
        for event in embed_cache(model, cache, out, threads=args.threads):
            bar.update(event["done"] - bar.n)
    digest = hashlib.sha256(args.checkpoint.read_bytes()).hexdigest()
    record = {
        "checkpoint_sha256": digest,
        "utterances": len(cache.utterances),
        "speeds": SPEEDS,
    }
    out.with_suffix(".json").write_text(json.dumps(record) + "\n", encoding="utf-8")
    print(out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
