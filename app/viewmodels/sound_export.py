"""Saving a stretch of the sound history as WAV."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from syrinx.app.files import reason, replacing
from syrinx.app.viewmodels.sound_history import Channel, SoundHistory
from syrinx.dsp.errors import SyrinxError


def free_path(folder: Path, stem: str, suffix: str) -> Path:
    """Return a path in ``folder``, made on demand, named by ``stem`` and the time, not taken.

    Raises
    ------
    SyrinxError
        The folder cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SyrinxError(f"Cannot save into {folder}: {reason(error)}.") from error
    name = f"{stem} {time.strftime('%Y-%m-%d %H-%M-%S')}"
    path, number = folder / f"{name}{suffix}", 2
    while path.exists():
        path, number = folder / f"{name} ({number}){suffix}", number + 1
    return path


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
        raise SyrinxError("There is no sound to save yet: press Start and speak.")
    audio = np.stack([sound.read(channel, start, stop) for channel in channels], axis=1)
    with replacing(path) as temporary:
        soundfile.write(temporary, np.clip(audio, -1.0, 1.0), rate, subtype="PCM_24")
    return (stop - start) / rate
