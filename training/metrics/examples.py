"""Examples of a report: the audio of a sentence by row, and its spectrograms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
from numpy.typing import NDArray

from syrinx.training.metrics.picture import write_spectrograms
from syrinx.training.metrics.scoring import SAMPLE_RATE, Recording


def keep_example(
    folder: Path, name: str, text: str, made: Mapping[str, Recording], own: Recording | None
) -> dict[str, Any]:
    """Keep the audio of one sentence by row, and a picture: source, last conversion, target.

    Returns
    -------
    dict
        ``name``, ``text``, ``files`` (row -> path) and ``picture``, relative to ``folder``.
    """
    slug = re.sub(r"[^A-Za-z0-9]+", "-", name)
    all_rows = {**made, **({"target": own} if own is not None else {})}
    files = {}
    for row, recording in all_rows.items():
        path = folder / "audio" / slug / row / f"{made['source'].name}.wav"
        write_wav(path, recording.audio, recording.sample_rate)
        files[row] = path.relative_to(folder).as_posix()
    picture = folder / "pictures" / slug / f"{made['source'].name}.png"
    picture.parent.mkdir(parents=True, exist_ok=True)
    converted = next(r for row, r in reversed(made.items()) if row.startswith("int8"))
    shown = [made["source"], converted, *([own] if own is not None else [])]
    write_spectrograms(picture, [r.audio_16k for r in shown])
    return {
        "name": made["source"].name,
        "text": text,
        "files": files,
        "picture": picture.relative_to(folder).as_posix(),
    }


def write_wav(path: Path, audio: NDArray, rate: int = SAMPLE_RATE) -> Path:
    """Write 16-bit WAV, and the folder that it lies in; return the path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, np.clip(audio, -1.0, 1.0), rate, subtype="PCM_16")
    return path
