"""The median pitch of recorded speech, by the same estimator as live."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from syrinx.dsp.pitch import StreamingF0
from syrinx.dsp.processor import Audio

SAMPLE_RATE = 16_000
_HOP = 160
_LEAST_FRAMES = 20


def median_f0_hz(chunks: Iterable[Audio]) -> float | None:
    """Return the median F0 of the voiced frames.

    Parameters
    ----------
    chunks
        Mono audio at 16 kHz, ``(n_samples,)`` each; every chunk is analysed by itself.

    Returns
    -------
    float or None
        Hz; None when less than 0.2 s is voiced.
    """
    found = []
    for chunk in chunks:
        estimator = StreamingF0(sample_rate=SAMPLE_RATE, hop_length=_HOP)
        whole = len(chunk) - len(chunk) % _HOP
        if whole:
            f0_hz, voiced = estimator.process(np.asarray(chunk[:whole], dtype=np.float32))
            found.append(f0_hz[voiced])
    voiced_hz = np.concatenate(found) if found else np.zeros(0)
    return float(np.median(voiced_hz)) if len(voiced_hz) >= _LEAST_FRAMES else None
