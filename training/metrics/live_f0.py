"""The streaming F0 estimator against WORLD on dev speech."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.pitch import StreamingF0
from syrinx.dsp.pitch_metrics import f0_agreement
from syrinx.training.data import HOP_LENGTH, SpeechCache


def score_streaming_f0(
    cache: SpeechCache, limit: int = 200
) -> Iterator[tuple[int, int, dict[str, float]]]:
    """Yield (done, total, figures so far) after each utterance; figures as in ``f0_agreement``.

    The utterances are spread evenly over the dev split; frames are paired by the time of their
    centre, to the nearest 10 ms.
    """
    have = [u for u in cache.select("dev") if u.f0_median_hz > 0]
    if not have:
        raise SyrinxError("The cache holds no voiced dev speech.")
    places = np.unique(np.linspace(0, len(have) - 1, min(limit, len(have))).astype(int))
    estimated: list[np.ndarray] = []
    reference: list[np.ndarray] = []
    for done, place in enumerate(places, start=1):
        utterance = have[place]
        tracker = StreamingF0()
        audio = cache.audio(utterance)
        late = round(tracker.delay_samples / HOP_LENGTH)
        tail = np.zeros((late + 1) * HOP_LENGTH + (-len(audio)) % HOP_LENGTH, np.float32)
        f0_hz, voiced = tracker.process(np.concatenate([audio, tail]))
        # Frame k has seen samples up to 160 (k + 1) and is centred `delay_samples` before that.
        track = np.where(voiced, f0_hz, 0.0)[max(0, late - 1) :]
        world = cache.f0(utterance)
        n = min(len(track), len(world))
        estimated.append(track[:n])
        reference.append(world[:n])
        figures = f0_agreement(np.concatenate(estimated), np.concatenate(reference))
        yield done, len(places), {"delay_ms": tracker.delay_samples / 16.0, **figures}
