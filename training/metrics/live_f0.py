"""The live F0 estimator against WORLD, on speech that nothing was fitted to.

Two samples of the cache: utterances spread evenly over a split (`spread`, quick), or random
segments of every corpus (`segments`, figures for each corpus).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.pitch import StreamingF0
from syrinx.dsp.pitch_metrics import f0_agreement
from syrinx.training.data import SAMPLE_RATE, SpeechCache, Utterance, live_f0
from syrinx.training.metrics.prosody import world_f0

FMAX_HZ = 700.0
LONGEST_S = 8.0
Reference = Literal["dio", "harvest", "both"]
Piece = tuple[str, NDArray[np.float32]]


def spread(cache: SpeechCache, *, split: str = "dev", limit: int = 200) -> Iterator[Piece]:
    """Yield corpus and audio of ``limit`` voiced utterances spread evenly over a split."""
    have = [u for u in cache.select(split) if u.f0_median_hz > 0]
    for place in np.unique(np.linspace(0, len(have) - 1, min(limit, len(have))).astype(int)):
        yield have[place].corpus, cache.audio(have[place])


def segments(
    cache: SpeechCache, *, split: str, per_corpus: int, seed: int = 0, minutes: float = 1e9
) -> Iterator[Piece]:
    """Yield corpus and audio of random utterances, at most 8 s of each.

    A corpus ends with ``per_corpus`` segments or after ``minutes``.
    """
    corpora: dict[str, list[Utterance]] = defaultdict(list)
    for utterance in cache.select(split):
        corpora[utterance.corpus].append(utterance)
    rng = np.random.default_rng(seed)
    longest = round(LONGEST_S * SAMPLE_RATE)
    for corpus, chosen in sorted(corpora.items()):
        left = minutes * 60.0
        for index in rng.permutation(len(chosen))[:per_corpus]:
            audio = cache.audio(chosen[int(index)], 0, longest)
            left -= len(audio) / SAMPLE_RATE
            if left < 0.0:
                break
            if len(audio) >= SAMPLE_RATE // 4:
                yield corpus, audio


def tracks(
    audio: NDArray[np.float32], reference: Reference
) -> tuple[NDArray[np.floating], NDArray[np.floating]]:
    """F0 of the live estimator and of WORLD, frame by frame, Hz, 0 where unvoiced.

    ``both`` is DIO's F0 over the frames on whose voicing DIO and Harvest agree: they disagree on
    a fifth of all frames, most of them at the borders of voiced sound and in noise, where there
    is no truth to compare with.
    """
    live = live_f0(audio, voicing_bias=0.0)
    world = world_f0(audio, "harvest" if reference == "harvest" else "dio", fmax_hz=FMAX_HZ)
    n = min(len(live), len(world))
    live, world = live[:n], world[:n]
    if reference != "both":
        return live, world
    agreed = (world > 0) == (world_f0(audio, "harvest", fmax_hz=FMAX_HZ)[:n] > 0)
    return live[agreed], world[agreed]


def score_live_f0(
    pieces: Iterable[Piece], *, reference: Reference = "dio"
) -> Iterator[tuple[int, dict[str, dict[str, float]]]]:
    """Yield how many pieces were heard after each one, with the figures behind the last.

    Figures as in `f0_agreement`, by corpus and over ``all`` frames, which also has ``delay_ms``.

    Raises
    ------
    SyrinxError
        There is no piece.
    """
    delay_ms = 1000.0 * StreamingF0().delay_samples / SAMPLE_RATE
    heard: dict[str, list[tuple[NDArray[np.floating], NDArray[np.floating]]]] = defaultdict(list)
    done = 0
    for done, (corpus, audio) in enumerate(pieces, start=1):
        pair = tracks(audio, reference)
        heard["all"].append(pair)
        heard[corpus].append(pair)
        yield done, {}
    if not done:
        raise SyrinxError("The cache holds no voiced speech of that split.")
    table = {
        name: f0_agreement(*(np.concatenate(side) for side in zip(*pairs, strict=True)))
        for name, pairs in heard.items()
    }
    table["all"] = {"delay_ms": delay_ms, **table["all"]}
    yield done, table
