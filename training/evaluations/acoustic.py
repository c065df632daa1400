"""``syrinx evaluate acoustic``: the recogniser's network by itself, without a language.

Phone and letter error rates of greedy decoding over dev speakers, by corpus, clean and in noise
that training has not heard, through the runtime of the program (onnxruntime, one thread); its
speed, its delay. With ``--posteriors`` what it answered is written for whoever tunes a decoder.
"""

from __future__ import annotations

import argparse
import functools
import json
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from syrinx.neural.recognizer import LETTER_UNITS, PHONE_UNITS
from syrinx.neural.runtime.recognition import TUNING_NAME, DecoderTuning
from syrinx.neural.runtime.recognizer import AcousticModel, Heard
from syrinx.neural.runtime.registry import (
    RECOGNIZER_FLOAT,
    RECOGNIZER_MODEL,
    SECOND_MODEL,
    ModelRegistry,
    shipped_models,
)
from syrinx.neural.runtime.second_hearing import SecondHearing, hear_all
from syrinx.training.augment import rms
from syrinx.training.data import DEFAULT_CACHE, SAMPLE_RATE, SpeechCache
from syrinx.training.noise_kinds import test_parts
from syrinx.training.recipes.content_encoder import edit_distance
from syrinx.training.recipes.recognizer import KEPT, dev_sentences, greedy
from syrinx.training.recognition_data import Sentence, lexicon_of

LONGEST_S = 30.0


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


def rates(
    hear: Callable[[NDArray[np.float32]], Heard],
    cache: SpeechCache,
    sentences: Sequence[Sentence],
    snr_db: float | None,
    keep: dict[str, NDArray] | None = None,
) -> dict[str, dict[str, float]]:
    """Error rates in percent, by corpus, of both heads; the answers go into ``keep`` by index."""
    wrong: dict[tuple[str, str], list[int]] = {}
    for sentence, audio in zip(sentences, heard(cache, sentences, snr_db), strict=True):
        u = sentence.utterance
        found = hear(audio)
        for head, log_p, said in (
            ("phones", found.answers, sentence.phones),
            ("letters", found.letters, sentence.letters),
        ):
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
    parser.add_argument("--kept", type=Path, default=KEPT, help="where the float network is")
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
    kept = ModelRegistry(shipped=args.kept)
    places = {RECOGNIZER_MODEL: registry, RECOGNIZER_FLOAT: kept}
    weight = DecoderTuning().second_weight
    if TUNING_NAME in registry.entries():
        weight = DecoderTuning.from_json(registry.read(TUNING_NAME)).second_weight
    second = SecondHearing.shipped(registry, weight=weight)
    hearers: dict[str, Callable[[NDArray[np.float32]], Heard]] = {}
    for name, place in places.items():
        if name in place.entries():
            network = AcousticModel.shipped(place, name=name)
            hearers[name] = functools.partial(hear_all, network)
            report[name] = {
                "real_time_factor": round(speed(network), 4),
                "delay_ms": round(1000 * network.latency_s),
                "megabytes": round(place.entry(name).bytes / 1e6, 2),
            }
    if second is not None:
        network = AcousticModel.shipped(registry)
        hearers["both hearings"] = functools.partial(hear_all, network, second=second)
        report["both hearings"] = {
            "share of the second": weight,
            "megabytes of the second": round(registry.entry(SECOND_MODEL).bytes / 1e6, 2),
        }
    for name, hear in hearers.items():
        clean_into = keep if name == RECOGNIZER_MODEL else None
        report[name]["clean"] = rates(hear, cache, sentences, None, clean_into)
        report[name][f"{args.snr:g} dB"] = rates(hear, cache, sentences, args.snr)
    if keep is not None:
        np.savez(args.posteriors, phone_units=PHONE_UNITS, letter_units=LETTER_UNITS, **keep)
    print(json.dumps(report, indent=1))
    return 0
