"""Measure what the sliders of invented voices do in the output of the live chain.

    .venv/bin/python packaging/measure_voice_design.py [--out FILE.md] [--png FOLDER]

Converts dev sentences with designed voices, each slider at five places, through the int8 models,
and measures the result: a table for ``docs/measurements/voice_design.md``.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from syrinx.app.voice_design import design_voice
from syrinx.app.voice_model import Voice
from syrinx.neural.runtime.onnx_processor import LATENCY, NeuralVoice
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.training.data import SpeechCache, live_f0
from syrinx.training.metrics.dev_set import dev_sentences
from syrinx.training.metrics.picture import write_spectrograms
from syrinx.training.voice_attributes import VoiceMeasures, mean_measures, measure_voice

PLACES = (-2.0, -1.0, 0.0, 1.0, 2.0)
PERSONS = ((1, -0.8, 115.0), (2, 0.8, 205.0))
"""Seed, gender and pitch of the voices whose sliders are moved."""
COLUMNS = {
    "f0_hz": ("F0, Hz", "{:.0f}"),
    "tract_hz": ("formant spacing, Hz", "{:.0f}"),
    "balance_db": ("1–5 kHz over 0.1–1 kHz, dB", "{:.1f}"),
    "centroid_hz": ("centroid, Hz", "{:.0f}"),
    "jitter": ("jitter, %", "{:.2%}"),
    "shimmer": ("shimmer, dB", "{:.3f}"),
    "harmonicity_db": ("harmonics to noise, dB", "{:.1f}"),
    "prominence_db": ("cepstral peak, dB", "{:.1f}"),
}
TELLS = {
    "pitch": "f0_hz",
    "gender": "tract_hz",
    "age": "tract_hz",
    "brightness": "balance_db",
    "roughness": "jitter",
}
"""The measure that a slider is meant to move."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A dev sentence at 16 kHz."""

    name: str
    audio: NDArray[np.float32]
    f0_hz: float


def sources(cache: SpeechCache, count: int) -> list[Source]:
    """Short dev sentences of different speakers."""
    short = [u for u in dev_sentences(cache, 40) if u.n_samples < 5 * 16_000 and u.f0_median_hz]
    chosen = [short[int(i)] for i in np.linspace(0, len(short) - 1, count).round()]
    return [Source(name=u.speaker_key, audio=cache.audio(u), f0_hz=u.f0_median_hz) for u in chosen]


def convert(source: Source, voice: Voice, registry: ModelRegistry) -> NDArray[np.float32]:
    """One sentence through the int8 models of the live path, delay removed."""
    shift = 12 * np.log2((voice.f0_median_hz or source.f0_hz) / source.f0_hz)
    chain = NeuralVoice(
        registry,
        speaker_embedding=voice.speaker_embedding,
        pitch_semitones=float(shift),
        f0_flutter=voice.f0_flutter or 0.0,
    )
    padded = np.zeros(-(-(len(source.audio) + LATENCY) // 160) * 160, np.float32)
    padded[: len(source.audio)] = source.audio
    return chain.process(padded)[LATENCY : LATENCY + len(source.audio)]


def measured(audios: list[NDArray[np.float32]]) -> VoiceMeasures:
    """Mean measures of converted sentences."""
    found = [measure_voice(audio, live_f0(audio)) for audio in audios]
    return mean_measures([m for m in found if m is not None])


def designed(slider: str, place: float, person: tuple[int, float, float]) -> Voice:
    """A voice whose sliders are all said: 0 except this one (pitch: four semitones a step)."""
    seed, gender, pitch = person
    options: dict[str, Any] = {"age": 0.0, "brightness": 0.0, "roughness": 0.0}
    options |= {"gender": gender, "pitch": pitch}
    if slider == "pitch":
        options["pitch"] = pitch * 2 ** (4 * place / 12)
    else:
        options[slider] = place
    return design_voice("x", seed=seed, **options)


def table(slider: str, rows: list[VoiceMeasures]) -> str:
    """A Markdown table of one slider."""
    lines = ["| " + slider + " | " + " | ".join(title for title, _ in COLUMNS.values()) + " |"]
    lines.append("|---" * (len(COLUMNS) + 1) + "|")
    for place, row in zip(PLACES, rows, strict=True):
        cells = [
            f"**{form.format(getattr(row, key))}**"
            if key == TELLS[slider]
            else form.format(getattr(row, key))
            for key, (_, form) in COLUMNS.items()
        ]
        lines.append(f"| {place:+g} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main() -> int:
    """Convert, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sentences", type=int, default=4)
    parser.add_argument("--out", type=Path, help="Markdown file (default: print)")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--png", type=Path, help="folder for spectrograms: slider at -2, 0, 2")
    parser.add_argument("--slider", action="append", choices=list(TELLS))
    args = parser.parse_args()
    cache, registry = SpeechCache(), ModelRegistry()
    chosen = sources(cache, args.sentences)
    done: dict[tuple[float, ...], list[NDArray[np.float32]]] = {}
    blocks, record = [], {}
    for slider in args.slider or TELLS:
        rows = []
        for place in PLACES:
            audios: list[NDArray[np.float32]] = []
            for person in PERSONS:
                voice = designed(slider, place, person)
                key = (
                    voice.f0_median_hz or 0.0,
                    voice.f0_flutter or 0.0,
                    *voice.speaker_embedding.tolist(),
                )
                if key not in done:
                    done[key] = [convert(source, voice, registry) for source in chosen]
                audios += done[key]
            rows.append(measured(audios))
            if args.png is not None and place == PLACES[-1]:
                args.png.mkdir(parents=True, exist_ok=True)
                pictured = [
                    convert(chosen[0], designed(slider, p, PERSONS[1]), registry)
                    for p in (PLACES[0], 0.0, PLACES[-1])
                ]
                write_spectrograms(args.png / f"{slider}.png", pictured)
        blocks.append(table(slider, rows))
        record[slider] = [dataclasses.asdict(row) for row in rows]
        print(blocks[-1], flush=True)
    if args.out is not None:
        args.out.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    if args.json is not None:
        args.json.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
