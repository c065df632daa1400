"""Audio of any length at another rate, block by block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import soxr

from syrinx.dsp.processor import Audio


def resampled(blocks: Iterable[Audio], rate_in: int, rate_out: int) -> Iterator[Audio]:
    """Yield ``blocks`` at another rate: ``round(n * rate_out / rate_in)`` samples in all."""
    if rate_in == rate_out:
        yield from blocks
        return
    stream = soxr.ResampleStream(rate_in, rate_out, 1, dtype="float32", quality="VHQ")
    entered = left = 0
    for block in blocks:
        entered += len(block)
        audio = stream.resample_chunk(block)
        left += len(audio)
        if len(audio):
            yield audio
    due = round(entered * rate_out / rate_in) - left
    audio = stream.resample_chunk(np.zeros(0, dtype=np.float32), last=True)
    if due > 0:
        yield np.pad(audio, (0, max(0, due - len(audio))))[:due]
