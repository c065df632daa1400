"""A cache of speech that is none: what the recipes' tests train on."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from syrinx.training.data import SpeechCache


@pytest.fixture
def cache(tmp_path: Path) -> SpeechCache:
    """Six speakers who hum at different pitches: four to train with, two dev."""
    folder = tmp_path / "cache"
    (folder / "noise").mkdir(parents=True)
    rng = np.random.default_rng(0)
    np.save(folder / "noise" / "fan.npy", rng.normal(0, 0.1, 30_000).astype(np.float32))
    pieces, tracks, records, start, frames = [], [], [], 0, 0
    for speaker in range(6):
        for take in range(4):
            n = 8_000 + 4_000 * take
            phase = 2 * np.pi * (90 + 40 * speaker) * np.arange(n) / 16_000
            audio = 0.2 * np.sign(np.sin(phase)) * (1 + 0.1 * rng.standard_normal(n))
            hz = np.where(np.arange(n // 160 + 1) % 20 < 15, 90.0 + 40 * speaker, 0.0)
            tracks.append(hz.astype(np.float32))
            pieces.append((audio * 20_000).astype(np.int16))
            records.append(
                {
                    "index": len(records),
                    "corpus": "words" if speaker == 3 else "hums",
                    "speaker": "unlabelled" if speaker == 2 else f"s{speaker}",
                    "split": "dev" if speaker >= 4 else "train",
                    "language": "en",
                    "band_hz": 16_000,
                    "licence": "CC0",
                    "text": "hum",
                    "phones": "h ʌ m",
                    "start": start,
                    "n_samples": n,
                    "f0_start": frames,
                    "n_frames": n // 160 + 1,
                    "level_dbfs": -20.0,
                    "f0_median_hz": 90.0 + 40 * speaker,
                }
            )
            start += n
            frames += n // 160 + 1
    np.concatenate(pieces).tofile(folder / "audio.i16")
    np.concatenate(tracks).tofile(folder / "f0.f32")
    (folder / "utterances.json").write_text(json.dumps(records))
    return SpeechCache(folder)
