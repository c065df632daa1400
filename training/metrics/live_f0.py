"""The streaming F0 estimator against WORLD on dev speech."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.pitch import StreamingF0
from syrinx.dsp.pitch_metrics import f0_agreement
from syrinx.training.data import SAMPLE_RATE, SpeechCache, live_f0
from syrinx.training.evaluate_f0 import FMAX_HZ
from syrinx.training.metrics.prosody import world_f0


def score_streaming_f0(
    cache: SpeechCache, limit: int = 200
) -> Iterator[tuple[int, int, dict[str, float]]]:
    """Yield (done, total, figures so far) after each utterance; figures as in ``f0_agreement``.

    The utterances are spread evenly over the dev split. WORLD: DIO and StoneMask, 60 to 700 Hz.
    """
    have = [u for u in cache.select("dev") if u.f0_median_hz > 0]
    if not have:
        raise SyrinxError("The cache holds no voiced dev speech.")
    places = np.unique(np.linspace(0, len(have) - 1, min(limit, len(have))).astype(int))
    delay_ms = 1000.0 * StreamingF0().delay_samples / SAMPLE_RATE
    estimated: list[np.ndarray] = []
    reference: list[np.ndarray] = []
    for done, place in enumerate(places, start=1):
        utterance = have[place]
        audio = cache.audio(utterance)
        track, world = live_f0(audio, voicing_bias=0.0), world_f0(audio, fmax_hz=FMAX_HZ)
        n = min(len(track), len(world))
        estimated.append(track[:n])
        reference.append(world[:n])
        figures = f0_agreement(np.concatenate(estimated), np.concatenate(reference))
        yield done, len(places), {"delay_ms": delay_ms, **figures}
