"""The spectrogram of a whole sound file, as levels for a picture (no Qt)."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from syrinx.app.audio_files import AudioReader
from syrinx.app.viewmodels.spectrogram import (
    FRAME_RATE_HZ,
    N_BANDS,
    Analyser,
    FrequencyAxis,
    Levels,
    quantise,
)
from syrinx.dsp.errors import SyrinxError

LONGEST_S = 60.0


def picture_of(path: Path) -> tuple[Levels, float]:
    """Return levels ``(n_frames, n_bands)`` of a file and its seconds.

    Of a long file the first minute is looked at; of one that cannot be read nothing is.
    """
    try:
        with AudioReader(path) as reader:
            rate = reader.sample_rate
            audio = reader.read(round(LONGEST_S * rate))
    except (SyrinxError, OSError):
        return np.zeros((0, N_BANDS), dtype=np.uint8), 0.0
    analyser = Analyser(rate, axis=FrequencyAxis())
    pad = np.zeros(analyser.win_length // 2, dtype=np.float32)
    frames = analyser.process(np.concatenate([pad, audio, pad]))
    wanted = round(len(audio) / rate * FRAME_RATE_HZ)
    return quantise(frames)[: max(1, wanted)], len(audio) / rate
