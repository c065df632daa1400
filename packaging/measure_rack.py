"""Measure automatic level and de-esser on dev speakers: ``python packaging/measure_rack.py``.

Figures: ``docs/measurements/rack.md``.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.auto_level import AutoLevel
from syrinx.dsp.de_esser import DeEsser
from syrinx.dsp.filters import SosFilter
from syrinx.dsp.loudness_weight import OFFSET_DB, loudness_weight
from syrinx.training.data import DEFAULT_CACHE, SAMPLE_RATE, SpeechCache

FRAME = SAMPLE_RATE // 100
SHARP = ("s", "z", "ʃ", "ʒ", "tʃ", "dʒ", "ts")
CORPORA = ("librispeech", "speechocean762", "vctk_subset")
FloatArray = NDArray[np.float32]


def integrated_lufs(audio: FloatArray) -> float:
    """BS.1770-4 with both gates."""
    weighted = SosFilter(loudness_weight(SAMPLE_RATE), sample_rate=SAMPLE_RATE).process(audio)
    size, step = round(0.4 * SAMPLE_RATE), round(0.1 * SAMPLE_RATE)
    starts = range(0, len(weighted) - size + 1, step)
    powers = np.array([(weighted[s : s + size].astype(float) ** 2).mean() for s in starts])
    powers = powers[OFFSET_DB + 10 * np.log10(powers + 1e-20) > -70]
    gate = OFFSET_DB + 10 * np.log10(powers.mean()) - 10
    powers = powers[OFFSET_DB + 10 * np.log10(powers) > gate]
    return float(OFFSET_DB + 10 * np.log10(powers.mean()))


def main() -> None:
    """Print both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE)
    options = parser.parse_args()
    cache = SpeechCache(options.cache)
    speakers: dict[str, list[FloatArray]] = defaultdict(list)
    rng = np.random.default_rng(0)
    for utterance in cache.select("dev"):
        kept = speakers[utterance.speaker_key]
        if sum(len(part) for part in kept) < 60 * SAMPLE_RATE:
            kept += [cache.audio(utterance), np.zeros(SAMPLE_RATE // 2, np.float32)]
    before, after, limited = [], [], 0
    for parts in speakers.values():
        speech = np.concatenate(parts)
        if len(speech) < 30 * SAMPLE_RATE:
            continue
        speech = speech * np.float32(10 ** (rng.uniform(-12, 6) / 20))
        speech = (speech + 1e-4 * rng.standard_normal(len(speech))).astype(np.float32)
        stage = AutoLevel(sample_rate=SAMPLE_RATE)
        out = stage.process(speech)
        limited += stage.gain_db > stage.max_boost_db - 0.1
        half = len(speech) // 2
        before.append(integrated_lufs(speech[half:]))
        after.append(integrated_lufs(out[half:]))
    print(
        f"automatic level, {len(after)} speakers, target -20 LUFS, {limited} at the limit of 18 dB:"
    )
    for name, values in (("before", before), ("after", after)):
        print(
            f"  {name}: mean {np.mean(values):.1f} LUFS, standard deviation {np.std(values):.1f}, "
            f"{min(values):.1f} to {max(values):.1f}; within 2 dB of the target "
            f"{np.mean(np.abs(np.array(values) + 20) < 2) * 100:.0f} %"
        )
    lowered: dict[str, list[float]] = {"sharp": [], "other": []}
    read = [u for u in cache.select("dev", CORPORA) if cache.phones(u) is not None]
    for number in rng.permutation(len(read))[:150].tolist():
        utterance = read[number]
        labels = cache.phones(utterance)
        if labels is None:
            continue
        stage, audio = DeEsser(sample_rate=SAMPLE_RATE), cache.audio(utterance)
        for index, label in enumerate(labels[: len(audio) // FRAME].tolist()):
            stage.process(audio[index * FRAME : (index + 1) * FRAME])
            if 0 < label < 255:
                kind = "sharp" if cache.phone_names[label - 1] in SHARP else "other"
                lowered[kind].append(stage.reduction_db)
    print("de-esser at its defaults, 150 utterances:")
    for kind, found in lowered.items():
        shares = np.array(found)
        print(
            f"  {kind}: {len(shares)} frames, lowered by more than 1 dB in "
            f"{100 * (shares > 1).mean():.1f} %, mean {shares.mean():.2f} dB, "
            f"95 % below {np.percentile(shares, 95):.1f} dB"
        )


if __name__ == "__main__":
    main()
