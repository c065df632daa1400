"""``syrinx evaluate acoustic``: the recogniser's network by itself, without a language.

Phone and letter error rates of greedy decoding over dev speakers, by corpus, clean and in noise
that training has not heard, through the runtime of the program (onnxruntime, one thread); its
speed, its delay. With ``--posteriors`` what it answered is written for whoever tunes a decoder.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from syrinx.neural.recognizer import LETTER_UNITS, PHONE_UNITS
from syrinx.neural.runtime.recognizer import AcousticModel, Head
from syrinx.neural.runtime.registry import (
    RECOGNIZER_FLOAT,
    RECOGNIZER_MODEL,
    ModelRegistry,
    shipped_models,
)
from syrinx.training.augment import rms
from syrinx.training.data import DEFAULT_CACHE, SAMPLE_RATE, SpeechCache
from syrinx.training.noise_kinds import test_parts
from syrinx.training.recipes.content_encoder import edit_distance
from syrinx.training.recipes.recognizer import dev_sentences, greedy
from syrinx.training.recognition_data import Sentence, lexicon_of

LONGEST_S = 30.0
HEADS: tuple[Head, ...] = ("phones", "letters")


def heard(
    cache: SpeechCache,
    sentences: Sequence[Sentence],
    snr_db: float | None,
) -> Iterator[NDArray[np.float32]]:
    """Each sentence as it was recorded, or in one of the kept noises in turn.

    The ratio is that of the active level of the speech to the noise.
    """
    noises = sorted(test_parts(cache.noises()).items())
    for i, sentence in enumerate(sentences):
        audio = cache.audio(sentence.utterance)
        if snr_db is not None:
            _, noise = noises[i % len(noises)]
            start = (i * 7919) % len(noise)
            added = np.resize(np.roll(noise, -start), len(audio))
            level = 10 ** ((sentence.utterance.level_dbfs - snr_db) / 20)
            audio = np.clip(audio + added * level / (rms(added) + 1e-9), -1.0, 1.0)
        yield audio.astype(np.float32)


def answers(model: AcousticModel, audio: NDArray[np.float32]) -> NDArray[np.float32]:
    """Log probabilities of a whole recording."""
    stream = model.stream()
    return np.concatenate([stream.accept(audio), stream.finish()])


def rates(
    models: Mapping[Head, AcousticModel],
    cache: SpeechCache,
    sentences: Sequence[Sentence],
    snr_db: float | None,
    keep: dict[str, NDArray] | None = None,
) -> dict[str, dict[str, float]]:
    """Error rates in percent, by corpus, of each head; the answers go into ``keep`` by index."""
    wrong: dict[tuple[str, str], list[int]] = {}
    for sentence, audio in zip(sentences, heard(cache, sentences, snr_db), strict=True):
        u = sentence.utterance
        for head, model in models.items():
            log_p = answers(model, audio)
            said = sentence.phones if head == "phones" else sentence.letters
            row = wrong.setdefault((u.corpus, head), [0, 0])
            row[0] += edit_distance(greedy(log_p), list(said))
            row[1] += len(said)
            if keep is not None:
                keep[f"{head}.{u.corpus}.{u.index}"] = log_p.astype(np.float16)
                keep[f"text.{u.corpus}.{u.index}"] = np.array(u.text)
    out: dict[str, dict[str, float]] = {}
    for (corpus, head), (errors, count) in sorted(wrong.items()):
        out.setdefault(corpus, {})[head] = round(100.0 * errors / count, 2)
    return out


def speed(model: AcousticModel, seconds: float = 30.0) -> float:
    """Real-time factor of one thread on noise: the work does not depend on the sound."""
    audio = 0.1 * np.random.default_rng(0).standard_normal(round(seconds * SAMPLE_RATE))
    stream = model.stream()
    begun = time.perf_counter()
    stream.accept(audio.astype(np.float32))
    return (time.perf_counter() - begun) / seconds


def main(argv: Sequence[str] | None = None) -> int:
    """Print figures as JSON."""
    parser = argparse.ArgumentParser(
        prog="syrinx evaluate acoustic", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--models", type=Path, default=None, help="default: the shipped ones")
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE)
    parser.add_argument("--lexicon", type=Path, help="default: the decoder's dictionary")
    parser.add_argument("--snr", type=float, default=10.0, help="in noise (default: %(default)s)")
    parser.add_argument("--limit", type=int, help="at most so many sentences")
    parser.add_argument("--posteriors", type=Path, help="write the clean answers of int8 here")
    args = parser.parse_args(argv)
    registry = ModelRegistry(shipped=args.models or shipped_models())
    cache = SpeechCache(args.cache)
    sentences = dev_sentences(cache, lexicon_of(args.lexicon, cache), LONGEST_S)[: args.limit]
    report: dict[str, Any] = {"sentences": len(sentences)}
    keep: dict[str, NDArray] | None = {} if args.posteriors else None
    for name in (RECOGNIZER_MODEL, RECOGNIZER_FLOAT):
        models = {head: AcousticModel.shipped(registry, name=name, head=head) for head in HEADS}
        phones = models["phones"]
        int8 = name == RECOGNIZER_MODEL
        report[name] = {
            "clean": rates(models, cache, sentences, None, keep if int8 else None),
            f"{args.snr:g} dB": rates(models, cache, sentences, args.snr),
            "real_time_factor": round(speed(phones), 4),
            "delay_ms": round(1000 * phones.latency_s),
            "megabytes": round(registry.entry(name).bytes / 1e6, 2),
        }
    if keep is not None:
        np.savez(args.posteriors, phone_units=PHONE_UNITS, letter_units=LETTER_UNITS, **keep)
    print(json.dumps(report, indent=1))
    return 0
