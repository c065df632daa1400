"""Measure how embeddings of short windows of one person spread, for telling speakers apart.

Windows of 1.5 s of train speakers are embedded; the covariance within speakers, half of it spread
evenly over all directions, is what ``turn_space.npz`` divides out. To be run again after each new
speaker encoder; takes half a minute.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.registry import SPEAKER_MODEL, ModelRegistry
from syrinx.neural.runtime.speaker import SpeakerEmbedder, skip_silence
from syrinx.neural.runtime.turn_space import FILE_NAME, TurnSpace
from syrinx.training.data import DEFAULT_CACHE, SAMPLE_RATE, SpeechCache, Utterance
from syrinx.training.fit import commit_id

WINDOW_S = 1.5
EVEN_SHARE = 0.5
SINGLE_WORDS = (
    "speech_commands_subset",
    "audio_cmn",
    "english_ccc_words",
    "fsdd_digits_8k",
)


def train_windows(
    cache: SpeechCache, embedder: SpeakerEmbedder, *, each: int, seed: int
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Embeddings of up to ``each`` windows of every train speaker, and whose each is."""
    speakers: dict[str, list[Utterance]] = {}
    for utterance in cache.select("train"):
        long = utterance.n_samples >= WINDOW_S * SAMPLE_RATE
        if long and utterance.speaker != "unlabelled" and utterance.corpus not in SINGLE_WORDS:
            speakers.setdefault(utterance.speaker_key, []).append(utterance)
    rng, size = np.random.default_rng(seed), round(WINDOW_S * SAMPLE_RATE)
    found: list[NDArray[np.float32]] = []
    whose: list[int] = []
    for number, name in enumerate(sorted(speakers)):
        have, mine = speakers[name], 0
        for _ in range(3 * each):
            speech = skip_silence(cache.audio(have[int(rng.integers(len(have)))]))
            if len(speech) >= size and mine < each:
                start = int(rng.integers(0, len(speech) - size + 1))
                found.append(embedder.window(speech[start : start + size]))
                whose.append(number)
                mine += 1
    if len(set(whose)) < 2:
        raise SyrinxError("The cache has no two train speakers with a second and a half of speech.")
    return np.stack(found), np.array(whose)


def space_of(
    embeddings: NDArray[np.floating], whose: NDArray[np.int64], *, even_share: float = EVEN_SHARE
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Mean ``(d,)`` and the inverse root of the covariance within speakers ``(d, d)``."""
    wide = embeddings.astype(np.float64)
    means = np.stack([wide[whose == number].mean(axis=0) for number in np.unique(whose)])
    within = np.cov((wide - means[np.searchsorted(np.unique(whose), whose)]).T)
    size = len(within)
    even = np.eye(size) * np.trace(within) / size
    values, vectors = np.linalg.eigh((1 - even_share) * within + even_share * even)
    return wide.mean(axis=0), vectors @ np.diag(values**-0.5) @ vectors.T


def main(argv: Sequence[str] | None = None) -> int:
    """Run the recipe from the command line."""
    parser = argparse.ArgumentParser(
        prog="syrinx train turn_space", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE)
    parser.add_argument("--out", type=Path, default=Path("assets/models") / FILE_NAME)
    parser.add_argument("--each", type=int, default=12, help="windows of a speaker (default: 12)")
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args(argv)
    if args.each < 2:
        raise SyrinxError("--each must be at least 2.")
    registry = ModelRegistry()
    found, whose = train_windows(
        SpeechCache(args.cache), SpeakerEmbedder(registry), each=args.each, seed=args.seed
    )
    mean, matrix = space_of(found, whose)
    notes = {
        "recipe": "turn_space",
        "commit": commit_id(),
        "windows": len(found),
        "speakers": len(set(whose.tolist())),
        "window_s": WINDOW_S,
        "even_share": EVEN_SHARE,
        "seed": args.seed,
    }
    space = TurnSpace(
        mean=mean,
        matrix=matrix,
        speaker_encoder=registry.entry(SPEAKER_MODEL).sha256,
        notes=notes,
    )
    space.save(args.out)
    print(args.out)
    print(notes, file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
