"""The outline of a sound file: how loud it is from left to right (no Qt)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np

from syrinx.app.audio_files import AudioReader
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio

BINS = 200
_WHOLE_S = 120.0
_PROBE_S = 0.05


def peaks_of(path: Path, unwanted: Callable[[], bool] = lambda: False) -> tuple[Audio, float]:
    """Return the largest magnitude in each of `BINS` equal pieces of a file, and its seconds.

    Of a file of more than two minutes each piece is only looked into. One that cannot be read gives
    no pieces, and 0 s.
    """
    try:
        with AudioReader(path) as reader:
            edges = np.linspace(0, reader.frames, BINS + 1).astype(int)
            probe = max(1, round(_PROBE_S * reader.sample_rate))
            long = reader.seconds > _WHOLE_S and reader.seekable
            peaks: Audio = np.zeros(BINS, np.float32)
            for index, (start, stop) in enumerate(pairwise(edges)):
                if unwanted():
                    break
                if long:
                    reader.seek(int(start))
                block = reader.read_channels(
                    int(min(stop - start, probe) if long else stop - start)
                )
                if block.size:
                    peaks[index] = np.abs(block).max()
            return peaks, reader.seconds
    except (SyrinxError, OSError, RuntimeError):  # soundfile's errors are RuntimeErrors
        return np.zeros(0, np.float32), 0.0
