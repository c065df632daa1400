"""Speech by text-to-speech engines with exact phone labels, as a second cache beside the first.

Needs the packages flite, festival and festvox-us-slt-hts; nothing else in the project does. The
sentences are those of the transcribed train speech, and new ones made of their halves, numbers
and names. ``training/taught.py`` has the voices, ``joined_cache.py`` reads both caches as one.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import multiprocessing
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.training.align import Alignment
from syrinx.training.batches import PhoneSet
from syrinx.training.data import (
    DEFAULT_CACHE,
    DEFAULT_TAUGHT,
    SAMPLE_RATE,
    SpeechCache,
    Utterance,
    active_level_dbfs,
    live_f0,
    phonemize,
)
from syrinx.training.frame_labels import write_frame_labels
from syrinx.training.recipes.content_encoder import phone_set_of
from syrinx.training.taught import (
    EngineVoice,
    frame_labels,
    installed_voices,
    matched_phones,
    sentences,
    speak,
)

AT_ONCE = 40
TYPICAL_S = 2.6


def _texts(cache: SpeechCache) -> list[str]:
    return [u.text for u in cache.select("train") if u.language == "en" and u.phones]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    voice: EngineVoice
    texts: tuple[str, ...]
    phones: tuple[str, ...]
    seed: tuple[int, int]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    record: dict[str, Any]
    pcm: NDArray[np.int16]
    f0_hz: NDArray[np.float32]
    labels: NDArray[np.uint8]


def _say(job: _Job) -> list[_Said]:
    """Some sentences by one voice, analysed; runs in a process of its own."""
    classes = {name: i for i, name in enumerate(job.phones, start=1)}
    rng, out = np.random.default_rng(job.seed), []
    with tempfile.TemporaryDirectory() as folder:
        spoken = list(speak(job.voice, job.texts, Path(folder), rng))
    readings = phonemize(job.texts, "en")
    for text, reading, said in zip(job.texts, readings, spoken, strict=True):
        if len(said.audio) < SAMPLE_RATE // 2 or len(said.segments) < 3:
            continue
        f0_hz = live_f0(said.audio)
        voiced = f0_hz[f0_hz > 0]
        names, phones = matched_phones(said.segments, reading)
        record = {
            "corpus": f"taught_{job.voice.engine}",
            "speaker": job.voice.name,
            "split": "train",
            "language": "en",
            "band_hz": SAMPLE_RATE,
            "licence": job.voice.licence,
            "text": text,
            "phones": phones,
            "level_dbfs": active_level_dbfs(said.audio),
            "f0_median_hz": float(np.median(voiced)) if voiced.size > 10 else 0.0,
        }
        pcm = np.clip(np.round(said.audio * 32767.0), -32768, 32767).astype(np.int16)
        labels = frame_labels(said.segments, names, classes, len(f0_hz))
        out.append(_Said(record=record, pcm=pcm, f0_hz=f0_hz, labels=labels))
    return out


def _jobs(texts: Sequence[str], phones: PhoneSet, seed: int) -> list[_Job]:
    """The voices take turns, so that a part of the jobs has all of them."""
    voices = installed_voices()
    chunks = [tuple(texts[i : i + AT_ONCE]) for i in range(0, len(texts), AT_ONCE)]
    return [
        _Job(voice=voices[i % len(voices)], texts=some, phones=phones.phones, seed=(seed, i))
        for i, some in enumerate(chunks)
    ]


def read_texts(path: Path) -> list[str]:
    """Sentences of a file of one's own, one in a line.

    Raises
    ------
    SyrinxError
        If there are none.
    """
    try:
        lines = [" ".join(line.split()) for line in path.read_text(encoding="utf-8").splitlines()]
    except (OSError, UnicodeDecodeError) as error:
        raise SyrinxError(f"The texts {path} cannot be read: {error}.") from error
    if not any(lines):
        raise SyrinxError(f"There is nothing to be spoken in {path}.")
    return [line for line in lines if line]


def make(
    speech: SpeechCache,
    out: Path,
    *,
    minutes: float,
    seed: int,
    workers: int = 4,
    texts: Sequence[str] | None = None,
) -> Iterator[dict[str, float]]:
    """Synthesise about ``minutes`` into the cache folder ``out``; yield how far it is.

    With ``texts`` those are spoken, as far as they last, and not the ones of the cache.
    """
    phones = phone_set_of(speech)
    count = max(2, round(minutes * 60 / TYPICAL_S))
    if texts is None:
        texts = sentences(_texts(speech), count, np.random.default_rng(seed))
    jobs = _jobs(texts[:count], phones, seed)
    out.mkdir(parents=True, exist_ok=True)
    utterances: list[Utterance] = []
    labels: list[NDArray[np.uint8]] = []
    n_samples = n_frames = 0
    with (
        multiprocessing.get_context("spawn").Pool(workers) as pool,
        open(out / "audio.i16.part", "wb") as audio_file,
        open(out / "f0.f32.part", "wb") as f0_file,
    ):
        for done, sayings in enumerate(pool.imap(_say, jobs), start=1):
            for said in sayings:
                place = {
                    "index": len(utterances),
                    "start": n_samples,
                    "n_samples": len(said.pcm),
                    "f0_start": n_frames,
                    "n_frames": len(said.f0_hz),
                }
                utterances.append(Utterance(**said.record, **place))
                labels.append(said.labels)
                said.pcm.tofile(audio_file)
                said.f0_hz.tofile(f0_file)
                n_samples += len(said.pcm)
                n_frames += len(said.f0_hz)
            yield {"done": done, "total": len(jobs), "minutes": n_samples / SAMPLE_RATE / 60}
    for name in ("audio.i16", "f0.f32"):
        os.replace(out / f"{name}.part", out / name)
    table = json.dumps([dataclasses.asdict(u) for u in utterances], ensure_ascii=False)
    (out / "utterances.json.part").write_text(table)
    os.replace(out / "utterances.json.part", out / "utterances.json")
    exact = (
        (u, Alignment(labels=x, words=x.astype(np.int64), score=0.0, worst_word=0.0))
        for u, x in zip(utterances, labels, strict=True)
    )
    write_frame_labels(SpeechCache(out), phones, exact)


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        prog="syrinx train taught_speech", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument(
        "--cache", type=Path, default=DEFAULT_CACHE, help="the speech cache that gives the texts"
    )
    parser.add_argument("--out", type=Path, default=DEFAULT_TAUGHT, help="default: %(default)s")
    parser.add_argument("--texts", type=Path, help="sentences to be spoken, one in a line")
    parser.add_argument("--minutes", type=float, default=200.0, help="default: %(default)s")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--workers", type=int, default=4, help="processes (default: 4)")
    args = parser.parse_args(argv)
    if args.workers < 1 or args.minutes <= 0:
        raise SyrinxError("--workers and --minutes must be above zero.")
    texts = None if args.texts is None else read_texts(args.texts)
    options = {"minutes": args.minutes, "seed": args.seed, "workers": args.workers, "texts": texts}
    from tqdm import tqdm

    with tqdm(unit="job", disable=None) as bar:
        for event in make(SpeechCache(args.cache), args.out, **options):
            bar.total = event["total"]
            bar.update(event["done"] - bar.n)
    print(args.out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
