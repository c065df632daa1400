"""Prepare the synthesiser's training: content, F0, loudness and unit durations of read takes.

The texts go through the program's own front end, so that what is learned is what will be asked.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.runtime.content import content_encoder_id
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.neural.runtime.speaker import SpeakerEmbedder
from syrinx.neural.runtime.synthesis_units import MODES
from syrinx.neural.runtime.text.front_end import TextFrontEnd
from syrinx.neural.runtime.text.units import VERSION
from syrinx.training.align import Features, by_length
from syrinx.training.data import (
    DEFAULT_CACHE,
    DEFAULT_TAUGHT,
    HOP_LENGTH,
    SAMPLE_RATE,
    SpeechCache,
    Utterance,
)
from syrinx.training.frame_labels import good_takes
from syrinx.training.joined_cache import open_cache
from syrinx.training.recipes.align import KEPT, load_aligner
from syrinx.training.synthesis_align import (
    PHONES,
    ContentClassifier,
    Timing,
    align_words,
    class_map,
    mapped,
    teach_classifier,
)
from syrinx.training.synthesis_data import (
    DEFAULT_SYNTHESIS,
    NUMBERS,
    TABLE,
    Reading,
    Speaker,
    Take,
    reading_of,
    with_durations,
)
from syrinx.training.tuning_models import TuningModels
from syrinx.training.voice_speech import SPEECH_DBFS

TRAIN = ("rhasspy_kathleen", "librispeech", "vctk_subset", "asterisk_allison_8k", "taught_flite")
DEV = ("librispeech",)
LEFT_OUT = ("kal16",)
"""A voice of diphones: its joints are no speech to learn from."""
LONGEST_S, SHORTEST_S = 16.0, 1.0
HELD_EVERY = 40
LOWEST_SCORE, LOWEST_WORD = -1.2, -4.0
_BATCH_FRAMES = 6000


@dataclasses.dataclass(slots=True, kw_only=True)
class _Item:
    utterance: Utterance
    reading: Reading
    content: NDArray[np.float16]
    loudness: NDArray[np.float16]
    f0: NDArray[np.float32]
    first_pass: NDArray[np.float32]
    double: NDArray[np.bool_]
    timing: Timing | None = None


def plain_text(text: str) -> str:
    """A text as somebody would type it: transcripts in capitals are set in small letters."""
    text = " ".join(text.split())
    return text.lower() if text.upper() == text else text


def chosen_takes(
    cache: SpeechCache, *, most: int | None = None
) -> list[tuple[Utterance, Utterance]]:
    """Takes that are read well, trimmed, each with its whole."""
    wanted = [
        u
        for u in cache.utterances
        if u.language == "en"
        and u.text
        and not any(c.isdigit() for c in u.text)
        and ((u.split == "train" and u.corpus in TRAIN) or (u.split == "dev" and u.corpus in DEV))
        and u.speaker not in LEFT_OUT
    ]
    whole = {u.index: u for u in wanted}
    good = [
        u
        for u in good_takes(cache, wanted)
        if SHORTEST_S * SAMPLE_RATE <= u.n_samples <= LONGEST_S * SAMPLE_RATE
    ]
    if most is not None:
        good = good[:: max(1, len(good) // most)]
    return [(u, whole[u.index]) for u in good]


def _contents(
    models: TuningModels, cache: SpeechCache, some: Sequence[Utterance]
) -> Iterator[tuple[NDArray[np.float16], NDArray[np.float16], float]]:
    """Content, loudness and gain of takes; row ``k`` is the frame centred at sample ``160 k``."""
    longest = max(u.n_samples for u in some) // HOP_LENGTH + 3
    audio = np.zeros((len(some), 1, longest * HOP_LENGTH), np.float32)
    for row, u in zip(audio, some, strict=True):
        gain = 10.0 ** ((SPEECH_DBFS - u.level_dbfs) / 20.0)
        row[0, : u.n_samples] = cache.audio(u) * gain
    with torch.no_grad():
        content, loudness = models.recogniser.encoder(torch.from_numpy(audio))
    for k, u in enumerate(some):
        frames = u.n_samples // HOP_LENGTH
        yield (  # step t tells of the frame centred at 160 (t - 1)
            content[k, :, 1 : frames + 1].T.numpy().astype(np.float16),
            loudness[k, 0, 1 : frames + 1].numpy().astype(np.float16),
            0.0,
        )


def _items(
    cache: SpeechCache, takes: Sequence[tuple[Utterance, Utterance]], registry: ModelRegistry
) -> Iterator[_Item]:
    front_end = TextFrontEnd.open(registry)
    models = TuningModels.load(registry)
    scores, espeak, _ = load_aligner(KEPT, use="network")
    member = class_map(espeak.phones)
    double = member.sum(axis=1) > 1
    double &= np.array([False, *(len(p) > 1 and p.endswith(("ɹ", "əl")) for p in espeak.phones)])
    features = Features()
    for group in by_length([u.n_samples // HOP_LENGTH for u, _ in takes], _BATCH_FRAMES):
        some = [takes[i][0] for i in group]
        mels = [features(cache.audio(u), u.level_dbfs) for u in some]
        log_p = scores(mels)
        for u, scored, (content, loudness, _) in zip(
            some, log_p, _contents(models, cache, some), strict=True
        ):
            parts = list(front_end.utterances(plain_text(u.text), language="en"))
            reading = reading_of(parts)
            frames = len(content)
            if reading is None or len(scored) < frames:
                continue
            scored = scored[:frames]
            yield _Item(
                utterance=u,
                reading=reading,
                content=content,
                loudness=loudness,
                f0=cache.f0(u)[:frames],
                first_pass=mapped(scored, member).astype(np.float16),
                double=double[scored.argmax(axis=1)],
            )


def _align(items: Sequence[_Item], model: ContentClassifier | None, prior: NDArray) -> None:
    for group in by_length([len(i.content) for i in items], 20_000):
        some = [items[i] for i in group]
        log_p = []
        for item in some:
            first = item.first_pass.astype(np.float32)
            log_p.append(first if model is None else 0.7 * model.log_p(item.content) + 0.3 * first)
        for item, timing in zip(
            some, align_words(log_p, [i.reading.words for i in some], prior), strict=True
        ):
            item.timing = timing


def _prior(items: Sequence[_Item]) -> NDArray[np.float32]:
    count = np.ones(1 + len(PHONES))
    for item in items:
        if item.timing is not None:
            count += np.bincount(item.timing.label, minlength=len(count))
    out: NDArray[np.float32] = np.log(count / count.sum()).astype(np.float32)
    return out


def prepare_synthesis(
    cache: SpeechCache,
    out: Path,
    registry: ModelRegistry,
    *,
    most: int | None = None,
    classifier_steps: int = 1500,
) -> Iterator[str]:
    """Write the folder; yields what was done, a sentence each."""
    takes = chosen_takes(cache, most=most)
    if not takes:
        raise SyrinxError("There are no transcribed takes in this cache: run `syrinx train align`.")
    items = []
    for item in _items(cache, takes, registry):
        items.append(item)
        if len(items) % 200 == 0:
            yield f"{len(items)} of {len(takes)} takes heard"
    flat = np.zeros(1 + len(PHONES), np.float32)
    _align(items, None, flat)
    _align(items, None, _prior(items))
    yield "first alignment"
    usable = [i for i in items if i.timing is not None]
    labels = [np.where(i.double, -1, i.timing.label) for i in usable if i.timing is not None]
    losses: list[str] = []
    model = teach_classifier(
        [i.content for i in usable],
        labels,
        steps=classifier_steps,
        told=lambda step, loss: losses.append(f"{step}: {loss:.3f}"),
    )
    yield "classifier " + ", ".join(losses[::3])
    _align(usable, model, _prior(usable))
    yield "second alignment"
    kept = [
        i
        for i in usable
        if i.timing is not None
        and i.timing.score > LOWEST_SCORE
        and i.timing.worst_word > LOWEST_WORD
    ]
    yield f"{len(kept)} of {len(takes)} takes fit their texts"
    _write(cache, kept, out, registry)
    torch.save(model.state_dict(), out / "classifier.pt")


def _write(cache: SpeechCache, items: list[_Item], out: Path, registry: ModelRegistry) -> None:
    out.mkdir(parents=True, exist_ok=True)
    by_speaker: dict[str, list[_Item]] = {}
    for item in items:
        by_speaker.setdefault(item.utterance.speaker_key, []).append(item)
    embedder = SpeakerEmbedder(registry)
    speakers, embeddings, rows = [], [], []
    start = 0
    with (
        open(out / "content.f16.part", "wb") as content_file,
        open(out / "f0.f32.part", "wb") as f0_file,
        open(out / "loudness.f16.part", "wb") as loudness_file,
    ):
        for number, (name, some) in enumerate(sorted(by_speaker.items())):
            longest = sorted(some, key=lambda i: -i.utterance.n_samples)[:8]
            mean = np.mean([embedder.embed(cache.audio(i.utterance)) for i in longest], axis=0)
            embeddings.append((mean / np.linalg.norm(mean)).astype(np.float32))
            log_f0 = np.log2(np.concatenate([i.f0[i.f0 > 0] for i in some]))
            seconds = sum(len(i.content) for i in some) / 100.0
            phones = sum(len(p) for i in some for p in i.reading.words)
            speakers.append(
                Speaker(
                    name=name,
                    log_f0_mean=round(float(log_f0.mean()), 4),
                    log_f0_spread=round(float(log_f0.std()), 4),
                    rate=round(phones / seconds, 3),
                    seconds=round(seconds, 1),
                )
            )
            for place, item in enumerate(sorted(some, key=lambda i: i.utterance.index)):
                if item.timing is None:
                    continue
                text = item.utterance.text
                reading, durations = with_durations(
                    item.reading, item.timing, punctuated=text.upper() != text
                )
                held = item.utterance.split == "train" and place % HELD_EVERY == HELD_EVERY - 1
                rows.append(
                    Take(
                        corpus=item.utterance.corpus,
                        speaker=number,
                        split="held" if held else item.utterance.split,
                        text=plain_text(text),
                        mode=MODES.index(reading.mode),
                        units=tuple(NUMBERS[u] for u in reading.units),
                        durations=tuple(durations),
                        emphasis=reading.emphasis,
                        edges=reading.edges,
                        start=start,
                        n_frames=len(item.content),
                        score=round(item.timing.score, 3),
                    )
                )
                item.content.tofile(content_file)
                item.f0.astype(np.float32).tofile(f0_file)
                item.loudness.tofile(loudness_file)
                start += len(item.content)
    np.save(out / "speakers.npy", np.stack(embeddings))
    for name in ("content.f16", "f0.f32", "loudness.f16"):
        os.replace(out / f"{name}.part", out / name)
    record = {
        "version": VERSION,
        "encoder": content_encoder_id(registry),
        "speakers": [dataclasses.asdict(s) for s in speakers],
        "takes": [dataclasses.asdict(t) for t in rows],
    }
    (out / TABLE).write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the recipe from the command line."""
    parser = argparse.ArgumentParser(
        prog="syrinx train prepare_synthesis", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="default: %(default)s")
    parser.add_argument("--taught", type=Path, default=DEFAULT_TAUGHT, help="default: %(default)s")
    parser.add_argument("--out", type=Path, default=DEFAULT_SYNTHESIS, help="default: %(default)s")
    parser.add_argument("--most", type=int, help="about so many takes only")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args(argv)
    torch.set_num_threads(args.threads)
    began = time.monotonic()
    cache = open_cache(args.cache, args.taught)
    for line in prepare_synthesis(cache, args.out, ModelRegistry(), most=args.most):
        print(f"{time.monotonic() - began:.0f}s {line}", file=sys.stderr)
    print(args.out)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
