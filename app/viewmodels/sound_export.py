"""Saving a stretch of the sound history as WAV."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from syrinx.app.files import replacing
from syrinx.app.translation import tr
from syrinx.app.viewmodels.sound_history import Channel, SoundHistory
from syrinx.dsp.errors import SyrinxError


def write_wav(
    sound: SoundHistory, path: Path, channels: Sequence[Channel], start_s: float, stop_s: float
) -> float:
    """Write a stretch as WAV of 24 bit; two channels are aligned, left and right.

    Returns
    -------
    float
        Seconds that were written.

    Raises
    ------
    SyrinxError
        There is no sound in it, or it cannot be written.
    """
    import soundfile

    rate = sound.sample_rate
    start, stop = round(start_s * rate), round(stop_s * rate)
    if stop <= start:
        raise SyrinxError(tr("There is no sound to save yet: press Start and speak."))
    audio = np.stack([sound.read(channel, start, stop) for channel in channels], axis=1)
    with replacing(path) as temporary:
        soundfile.write(temporary, np.clip(audio, -1.0, 1.0), rate, subtype="PCM_24")
    return (stop - start) / rate
