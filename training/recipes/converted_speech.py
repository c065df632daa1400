"""The program's own converter says the transcribed train speech in other train speakers' voices.

Few speakers of the pack have a text, and hundreds have none: the recogniser hears their voices say
what the former said (``training/converted.py``). Texts and the times of phones are those of the
sources. A take of which the recogniser hears clearly less than of its source is left out. Work is
done in portions that are kept beside the cache: another call goes on, also to more minutes.
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from google.protobuf.message import DecodeError
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.export import load_constants, load_exported, metadata_of
from syrinx.neural.recognizer import HOP_LENGTH as FRAME
from syrinx.neural.recognizer import Recognizer, RecognizerConfig
from syrinx.neural.runtime.registry import RECOGNIZER_FLOAT, ModelRegistry
from syrinx.training.align import Alignment, collapse
from syrinx.training.batches import PhoneSet
from syrinx.training.converted import BatchConverter, FloatArray, Job, plan, target_voices
from syrinx.training.data import (
    DEFAULT_CACHE,
    DEFAULT_TAUGHT,
    SAMPLE_RATE,
    UNKNOWN_PHONE,
    SpeechCache,
    Utterance,
    active_level_dbfs,
)
from syrinx.training.frame_labels import good_takes, write_frame_labels
from syrinx.training.joined_cache import open_cache
from syrinx.training.recipes.content_encoder import edit_distance
from syrinx.training.recipes.recognizer import KEPT
from syrinx.training.recognition_data import Sentence, lexicon_of, sentences_of
from syrinx.training.tuning_models import TuningModels

SUFFIX = "_converted"
EMBEDDINGS = "speaker_embeddings.npy"
SOURCES = {
    "librispeech": 0.25,
    "rhasspy_kathleen": 0.18,
    "speechocean762": 0.15,
    "taught_flite": 0.16,
    "taught_festival": 0.06,
    "vctk_subset": 0.12,
    "english_ccc_words": 0.08,
}
"""Shares of the seconds said; a corpus that is not there leaves its share to the others."""
VOICES = {
    "librispeech": 0.5,
    "speechocean762": 0.15,
    "vctk_subset": 0.1,
    "picovoice_barista": 0.1,
    "alphanumeric_sakshee": 0.08,
    "speech_commands_subset": 0.07,
}
"""Shares of the voices that say them."""
LONGEST_S = 17.0
BATCH_S = 48.0
Hear = Callable[[Sequence[FloatArray]], list[list[int]]]
"""What is heard in each of several takes, as classes of phones."""
Convert = Callable[
    [SpeechCache, Sequence[Job], torch.Generator], list[tuple[FloatArray, FloatArray]]
]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ConvertedConfig:
    """What is made, and what is kept of it.

    A take is kept when it has at most ``rise`` more phones wrong, for each phone of its text, than
    its source, and at most ``most`` in all. ``portion_s`` of speech are converted at a time.
    """

    minutes: float = 240.0
    seed: int = 17
    rise: float = 0.2
    most: float = 0.5
    portion_s: float = 600.0
    sources: Mapping[str, float] = dataclasses.field(default_factory=lambda: dict(SOURCES))
    voices: Mapping[str, float] = dataclasses.field(default_factory=lambda: dict(VOICES))

    def __post_init__(self) -> None:
        if self.minutes <= 0.0 or self.portion_s <= 0.0:
            raise SyrinxError("--minutes must be above zero.")


class BatchEars:
    """What a recogniser's float network hears in many takes at once, as classes of phones.

    Raises
    ------
    SyrinxError
        If the file is missing or something else.
    """

    def __init__(self, network: Path) -> None:
        try:
            graph = onnx.load(network)
            self._model = Recognizer(RecognizerConfig(**metadata_of(graph)["config"])).eval()
            load_exported(self._model, graph)
            load_constants(self._model, graph, ("mean.prior_sum", "mean.prior_weight"))
        except (OSError, KeyError, TypeError, DecodeError) as error:
            raise SyrinxError(f"{network} is no recogniser's float network: {error}.") from error

    def __call__(self, takes: Sequence[FloatArray]) -> list[list[int]]:
        frames = [-(-len(take) // FRAME) for take in takes]
        late = self._model.frames_late
        audio = np.zeros((len(takes), 1, (max(frames) + late) * FRAME), np.float32)
        for row, take in zip(audio, takes, strict=True):
            row[0, : len(take)] = take
        with torch.no_grad():
            phones = self._model(torch.from_numpy(audio))[0].transpose(1, 2).numpy()
        return [
            [int(unit) for unit in collapse(row[late : late + n].argmax(-1))]
            for row, n in zip(phones, frames, strict=True)
        ]


def portions(jobs: Iterator[Job], portion_s: float) -> Iterator[list[Job]]:
    """Cut the plan into pieces of about so many seconds."""
    while True:
        some: list[Job] = []
        seconds = 0.0
        while seconds < portion_s:
            some.append(next(jobs))
            seconds += some[-1].sentence.utterance.n_samples / SAMPLE_RATE
        yield some


def batches(jobs: Sequence[Job], batch_s: float = BATCH_S) -> Iterator[list[int]]:
    """Indices of jobs of like lengths together."""
    samples = [job.sentence.utterance.n_samples for job in jobs]
    group: list[int] = []
    for i in np.argsort(samples, kind="stable").tolist():
        if group and (len(group) + 1) * samples[i] > batch_s * SAMPLE_RATE:
            yield group
            group = []
        group.append(i)
    if group:
        yield group


def convert_portion(
    cache: SpeechCache,
    jobs: Sequence[Job],
    convert: Convert,
    hear: Hear,
    config: ConvertedConfig,
    noise: torch.Generator,
) -> dict[str, Any]:
    """Audio, F0, labels, records and counts of what is kept of a portion."""
    pcm: list[NDArray] = []
    f0: list[NDArray] = []
    labels: list[NDArray] = []
    records: list[dict[str, Any]] = []
    counts: dict[str, list[int]] = {}
    for group in batches(jobs):
        some = [jobs[i] for i in group]
        made = convert(cache, some, noise)
        heard = hear([cache.audio(job.sentence.utterance) for job in some])
        again = hear([audio for audio, _ in made])
        for job, (audio, f0_hz), then, now in zip(some, made, heard, again, strict=True):
            u, phones = job.sentence.utterance, list(job.sentence.phones)
            before, after = edit_distance(then, phones), edit_distance(now, phones)
            n = len(phones)
            kept = after - before <= config.rise * n and after <= config.most * n
            row = counts.setdefault(u.corpus, [0] * 8)
            for place, value in enumerate((1, n, before, after)):
                row[place] += value
                row[place + 4] += value * kept
            if not kept:
                continue
            voiced = f0_hz[f0_hz > 0]
            record = dataclasses.asdict(u) | {
                "corpus": u.corpus + SUFFIX,
                "speaker": f"{job.voice.name} by {u.speaker}",
                "level_dbfs": active_level_dbfs(audio),
                "f0_median_hz": float(np.median(voiced)) if voiced.size > 10 else 0.0,
                "n_samples": len(audio),
                "n_frames": len(f0_hz),
            }
            named = cache.phones(u)
            if named is None:
                named = np.full(len(f0_hz), UNKNOWN_PHONE, np.uint8)
            records.append(record)
            pcm.append(np.round(audio * 32767.0).astype(np.int16))
            f0.append(f0_hz)
            labels.append(named[: len(f0_hz)])
    empty = np.zeros(0)
    return {
        "pcm": np.concatenate([empty.astype(np.int16), *pcm]),
        "f0": np.concatenate([empty.astype(np.float32), *f0]),
        "labels": np.concatenate([empty.astype(np.uint8), *labels]),
        "records": json.dumps(records, ensure_ascii=False),
        "counts": json.dumps(counts),
    }


def join(folder: Path, out: Path, phone_names: Sequence[str]) -> list[Utterance]:
    """Make a cache of the portions in ``folder``; return its utterances."""
    utterances: list[Utterance] = []
    labels: list[NDArray] = []
    n_samples = n_frames = 0
    with open(out / "audio.i16.part", "wb") as audio_file, open(out / "f0.f32.part", "wb") as f0:
        for path in sorted(folder.glob("*.npz")):
            with np.load(path, allow_pickle=False) as portion:
                portion["pcm"].tofile(audio_file)
                portion["f0"].tofile(f0)
                first, named = 0, portion["labels"]
                for record in json.loads(str(portion["records"])):
                    place = {
                        "index": len(utterances),
                        "start": n_samples,
                        "f0_start": n_frames,
                    }
                    utterances.append(Utterance(**(record | place)))
                    labels.append(named[first : first + record["n_frames"]])
                    first += record["n_frames"]
                    n_samples += record["n_samples"]
                    n_frames += record["n_frames"]
    for name in ("audio.i16", "f0.f32"):
        os.replace(out / f"{name}.part", out / name)
    table = json.dumps([dataclasses.asdict(u) for u in utterances], ensure_ascii=False)
    (out / "utterances.json.part").write_text(table, encoding="utf-8")
    os.replace(out / "utterances.json.part", out / "utterances.json")
    if phone_names:
        known = (
            (u, Alignment(labels=x, words=x.astype(np.int64), score=0.0, worst_word=0.0))
            for u, x in zip(utterances, labels, strict=True)
        )
        write_frame_labels(SpeechCache(out), PhoneSet(phone_names), known)
    return utterances


def summary(folder: Path) -> dict[str, dict[str, float]]:
    """By corpus: takes, share kept, phone errors in % of sources and conversions, kept ones too."""
    total: dict[str, NDArray] = {}
    for path in sorted(folder.glob("*.npz")):
        with np.load(path, allow_pickle=False) as portion:
            for corpus, row in json.loads(str(portion["counts"])).items():
                total[corpus] = total.get(corpus, np.zeros(8)) + np.array(row)
    names = ("per_source", "per_converted", "kept_per_source", "kept_per_converted")
    out = {}
    for corpus, row in sorted(total.items()):
        rates = [row[2] / row[1], row[3] / row[1], *(row[6:8] / max(1.0, row[5]))]
        out[corpus] = {"takes": int(row[0]), "kept": round(float(row[4] / row[0]), 3)} | {
            name: round(100.0 * float(rate), 1) for name, rate in zip(names, rates, strict=True)
        }
    return out


def run(
    cache: SpeechCache,
    sentences: Sequence[Sentence],
    voices: Mapping[str, Sequence],
    out: Path,
    config: ConvertedConfig,
    *,
    convert: Convert,
    hear: Hear,
    identity: Mapping[str, Any],
) -> Iterator[str]:
    """Convert portion after portion until there is enough, then write the cache.

    Raises
    ------
    SyrinxError
        If ``out`` was begun with other settings or models.
    """
    folder = out / "portions"
    folder.mkdir(parents=True, exist_ok=True)
    settings = {k: v for k, v in dataclasses.asdict(config).items() if k != "minutes"}
    settings |= dict(identity)
    begun = out / "begun.json"
    if begun.is_file() and json.loads(begun.read_text()) != settings:
        raise SyrinxError(f"{out} was begun with other settings: name another folder with --out.")
    begun.write_text(json.dumps(settings))
    jobs = plan(sentences, config.sources, voices, config.voices, seed=config.seed)
    minutes = 0.0
    for number, some in enumerate(portions(jobs, config.portion_s)):
        path = folder / f"{number:04}.npz"
        if not path.is_file():
            noise = torch.Generator().manual_seed(config.seed * 100_003 + number)
            made = convert_portion(cache, some, convert, hear, config, noise)
            part = folder / f"{number:04}.part"
            with open(part, "wb") as file:
                np.savez(file, **made)
            os.replace(part, path)
        with np.load(path, allow_pickle=False) as portion:
            minutes += len(portion["pcm"]) / SAMPLE_RATE / 60
        yield f"{number + 1} portions, {minutes:.1f} of {config.minutes:g} minutes"
        if minutes >= config.minutes:
            break
        if number >= 3 and minutes == 0.0:
            raise SyrinxError(
                "Nothing of what was converted can be understood: is the model whole?"
            )
    utterances = join(folder, out, cache.phone_names)
    provenance = settings | {
        "minutes": round(minutes, 1),
        "takes": len(utterances),
        "spoken_by": len({u.speaker.split(" by ")[0] for u in utterances}),
        "corpora": summary(folder),
    }
    (out / "provenance.json").write_text(json.dumps(provenance, indent=1) + "\n")
    yield f"{len(utterances)} takes in {out}"


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    default = ConvertedConfig()
    parser = argparse.ArgumentParser(
        prog="syrinx train converted_speech", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="default: %(default)s")
    parser.add_argument(
        "--more",
        type=Path,
        nargs="*",
        default=[DEFAULT_TAUGHT, Path(".cache/recognizer/taught")],
        help="caches with further sources; they may be missing",
    )
    parser.add_argument("--out", type=Path, default=Path(".cache/recognizer/converted"))
    parser.add_argument(
        "--network",
        type=Path,
        default=KEPT / f"{RECOGNIZER_FLOAT}.onnx",
        help="the recogniser's float network, which says what can be understood",
    )
    parser.add_argument("--minutes", type=float, default=default.minutes)
    parser.add_argument("--seed", type=int, default=default.seed)
    parser.add_argument("--rise", type=float, default=default.rise, help="default: %(default)s")
    parser.add_argument("--most", type=float, default=default.most, help="default: %(default)s")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args(argv)
    torch.set_num_threads(args.threads)
    config = ConvertedConfig(minutes=args.minutes, seed=args.seed, rise=args.rise, most=args.most)
    first, cache = SpeechCache(args.cache), open_cache(args.cache, *args.more)
    embeddings = args.cache / EMBEDDINGS
    if not embeddings.is_file():
        raise SyrinxError(f"{embeddings} is missing: run `syrinx train embed_speakers` first.")
    voices = target_voices(first, np.load(embeddings, mmap_mode="r"), list(config.voices))
    wanted = good_takes(cache, cache.select("train", list(config.sources)))
    sentences = sentences_of(wanted, lexicon_of(None, cache), longest_s=LONGEST_S)
    models = TuningModels.load(ModelRegistry())
    lines = run(
        cache,
        sentences,
        voices,
        args.out,
        config,
        convert=BatchConverter(models),
        hear=BatchEars(args.network),
        identity={
            "converter": models.identity,
            "recogniser": hashlib.sha256(args.network.read_bytes()).hexdigest(),
            "sentences": _digest(sentences),
        },
    )
    for line in lines:
        print(line, flush=True)
    return 0


def _digest(sentences: Sequence[Sentence]) -> str:
    """Name the sources, so that another call goes on with the same ones only."""
    rows = [(s.utterance.speaker_key, s.utterance.n_samples, s.phones) for s in sentences]
    return hashlib.sha256(json.dumps(rows).encode()).hexdigest()


if __name__ == "__main__":
    raise SystemExit(main())
