"""Try invented voices on dev sentences and rank them, so that the pleasant ones can ship.

    .venv/bin/python packaging/choose_voices.py [--seeds 3] [--json FILE]

Needs the judges (``pip install syrinx[judges]``), who only choose here. Each kind of
``invented_voices.KINDS`` is drawn with several seeds; the table tells DNSMOS, word errors and how
near the nearest real speaker is. Put the best seed of a kind into ``invented_voices.INVENTED``.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np
from invented_voices import KINDS
from measure_voice_design import convert

from syrinx.app.voice_design import design_voice
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.neural.runtime.voice_space import load_voice_space
from syrinx.training.data import SpeechCache
from syrinx.training.metrics.dev_set import dev_sentences
from syrinx.training.metrics.judges import WordJudge, load_dnsmos
from syrinx.training.metrics.words import total_errors


def main() -> int:
    """Judge every candidate."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--sentences", type=int, default=4)
    parser.add_argument("--kind", action="append", choices=list(KINDS))
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    cache, registry, space = SpeechCache(), ModelRegistry(), load_voice_space()
    sentences = dev_sentences(cache, 40)
    words, naturalness = WordJudge([u.text for u in sentences]), load_dnsmos()
    known = [u for u in sentences if words.knows(u.text) and u.n_samples < 6 * 16_000]
    chosen = [known[int(i)] for i in np.linspace(0, len(known) - 1, args.sentences).round()]
    print("kind seed pitch nearest DNSMOS word-errors", flush=True)
    rows = []
    for kind in args.kind or KINDS:
        # One seed is one person whatever the sliders: every kind has a hundred of its own.
        first = 100 * (1 + list(KINDS).index(kind)) + args.first_seed
        for seed in range(first, first + args.seeds):
            voice = design_voice("x", seed=seed, space=space, **KINDS[kind])
            heard = [convert_utterance(cache, u, voice, registry) for u in chosen]
            quality = float(np.mean([naturalness(audio) for audio in heard]))
            pairs = zip(chosen, heard, strict=True)
            errors = total_errors(words.errors(u.text, audio) for u, audio in pairs)
            row = {
                "kind": kind,
                "seed": seed,
                "pitch_hz": voice.f0_median_hz,
                "nearest": round(space.nearest(voice.speaker_embedding), 3),
                "dnsmos": round(quality, 3),
                "wer": round(errors.rate, 3),
            }
            rows.append(row)
            print(*row.values(), flush=True)
    if args.json is not None:
        args.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return 0


def convert_utterance(cache, utterance, voice, registry):  # type: ignore[no-untyped-def]
    """One utterance of the cache in a voice."""
    from measure_voice_design import Source

    source = Source(
        name=utterance.speaker_key,
        audio=cache.audio(utterance),
        f0_hz=utterance.f0_median_hz or 150.0,
    )
    return convert(source, voice, registry)


if __name__ == "__main__":
    sys.exit(main())
