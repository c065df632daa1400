"""Train the speaker encoder: AAM-softmax over every labelled train speaker.

Crops are strung together from utterances of one speaker (many corpora hold single words) and
augmented; band limits, equalisers and noise keep the network from telling speakers by the corpus
they come from. For long runs, changed speeds can count as further speakers; in 25 minutes on four
shared cores they only spread the steps over three times as many classes. Learning rate and margin
follow the share of the time budget that is spent, so that a run of any length ends annealed; a run
that was cut off goes on where it was.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import math
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.speaker_encoder import (
    SpeakerEncoder,
    SpeakerEncoderConfig,
    load_speaker_encoder,
    save_checkpoint,
)
from syrinx.training.augment import AugmentConfig, Augmenter, change_speed
from syrinx.training.data import DEFAULT_CACHE, SAMPLE_RATE, SpeechCache, Utterance
from syrinx.training.metrics.speaker import dev_equal_error_rates

CHECKPOINT = Path("training/checkpoints/speaker_encoder.pt")

UNLABELLED = "unlabelled"
SPEEDS = ((1, 1), (9, 10), (11, 10))


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerRecipe:
    """Settings of a run.

    ``budget_s`` is wall-clock time spent in training steps and evaluation, over all resumed runs.
    ``one_second_share`` is the share of crops that come from the corpus with 1,500 speakers of
    three one-second words each, which would otherwise dominate.
    """

    budget_s: float = 1500.0
    batch_size: int = 64
    crop_s: tuple[float, float] = (1.5, 2.25)
    learning_rate: float = 2e-3
    weight_decay: float = 0.05
    warmup_share: float = 0.03
    scale: float = 30.0
    margin: float = 0.2
    margin_from: float = 0.1
    margin_to: float = 0.5
    sub_centres: int = 2
    speeds_as_speakers: bool = False
    one_second_corpus: str = "speech_commands_subset"
    one_second_share: float = 0.06
    evaluate_every_s: float = 240.0
    threads: int = 3
    loader_workers: int = 1
    seed: int = 1

    def __post_init__(self) -> None:
        if self.budget_s <= 0 or self.batch_size < 2:
            raise SyrinxError("The speaker recipe needs a time budget and batches of two or more.")


class AngularMargin(nn.Module):
    """Sub-centre AAM-softmax (Deng et al. 2019, 2020).

    The logit of a class is the largest cosine to one of its ``sub_centres`` centres; the true
    class's angle is enlarged by ``margin`` (settable while training).
    """

    def __init__(self, dim: int, n_classes: int, *, sub_centres: int, scale: float) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(n_classes * sub_centres, dim) * 0.05)
        self.sub_centres = sub_centres
        self.scale = scale
        self.margin = 0.0

    def forward(self, embedding: Tensor, label: Tensor) -> tuple[Tensor, Tensor]:
        """Return the mean loss and the share of correct labels (without the margin)."""
        cosine = embedding.float() @ F.normalize(self.weight, dim=1).T
        cosine = cosine.unflatten(1, (-1, self.sub_centres)).amax(dim=2)
        true = cosine.gather(1, label[:, None]).clamp(-1 + 1e-6, 1 - 1e-6)
        sine = torch.sqrt(1 - true.square())
        moved = true * math.cos(self.margin) - sine * math.sin(self.margin)
        # Beyond pi - margin the cosine would rise again: go on linearly.
        moved = torch.where(
            true > math.cos(math.pi - self.margin),
            moved,
            true - math.sin(self.margin) * self.margin,
        )
        logits = cosine.scatter(1, label[:, None], moved) * self.scale
        correct = (cosine.argmax(dim=1) == label).float().mean()
        return F.cross_entropy(logits, label), correct


class SpeakerCrops:
    """Draws labelled, augmented crops from the train speakers of a cache."""

    def __init__(self, cache: SpeechCache, augmenter: Augmenter, recipe: SpeakerRecipe) -> None:
        self.cache = cache
        self.augmenter = augmenter
        by_speaker: dict[str, list[Utterance]] = {}
        for utterance in cache.select("train"):
            if utterance.speaker != UNLABELLED and utterance.level_dbfs > -60:
                by_speaker.setdefault(utterance.speaker_key, []).append(utterance)
        if len(by_speaker) < 2:
            raise SyrinxError("The cache holds fewer than two labelled train speakers.")
        self.speakers = sorted(by_speaker)
        self.utterances = [by_speaker[s] for s in self.speakers]
        seconds = np.array([sum(u.n_samples for u in us) for us in self.utterances]) / SAMPLE_RATE
        weight = np.sqrt(np.minimum(seconds, 300.0))
        brief = np.array([us[0].corpus == recipe.one_second_corpus for us in self.utterances])
        if brief.any() and not brief.all():
            share = recipe.one_second_share
            weight[brief] *= share / (1 - share) * weight[~brief].sum() / weight[brief].sum()
        self.weight = weight / weight.sum()
        # Changed speeds are further speakers, except for those with three words only.
        speeds = len(SPEEDS) if recipe.speeds_as_speakers else 1
        self.n_speeds = np.where(brief, 1, speeds)
        self.classes: dict[tuple[int, int], int] = {}
        for speaker, count in enumerate(self.n_speeds):
            for speed in range(count):
                self.classes[speaker, speed] = len(self.classes)

    def speech(self, speaker: int, n_samples: int, rng: np.random.Generator) -> NDArray:
        """String random utterances of a speaker together and cut ``n_samples`` out."""
        pieces: list[NDArray] = []
        have = 0
        source = self.utterances[speaker]
        while have < n_samples:
            utterance = source[rng.integers(len(source))]
            need = n_samples - have
            longest = max(need, n_samples // 2) if not pieces else need
            spare = utterance.n_samples - longest
            start = int(rng.integers(spare + 1)) if spare > 0 else 0
            piece = self.cache.audio(utterance, start, start + longest)
            pieces.append(piece)
            have += len(piece)
            if len(pieces) > 16:
                pieces.append(np.tile(np.concatenate(pieces), n_samples // have + 1))
                break
        return np.concatenate(pieces)[:n_samples]

    def crop(self, n_samples: int, rng: np.random.Generator) -> tuple[NDArray, int]:
        """Return an augmented crop (n_samples,) and its class."""
        speaker = int(rng.choice(len(self.speakers), p=self.weight))
        speed = 0 if rng.random() < 0.5 else int(rng.integers(self.n_speeds[speaker]))
        numerator, denominator = SPEEDS[speed]
        audio = self.speech(speaker, n_samples * numerator // denominator + 2, rng)
        if speed:
            audio = change_speed(audio, numerator, denominator)
        if len(audio) < n_samples:
            audio = np.pad(audio, (0, n_samples - len(audio)), mode="wrap")
        audio = self.augmenter(audio[:n_samples], rng)
        return audio, self.classes[speaker, speed]

    def batch(self, size: int, n_samples: int, rng: np.random.Generator) -> tuple[NDArray, NDArray]:
        """Return crops (size, 1, n_samples) and labels (size,)."""
        audio, labels = zip(*(self.crop(n_samples, rng) for _ in range(size)), strict=True)
        return np.stack(audio)[:, None], np.array(labels, dtype=np.int64)


class _Batches(IterableDataset):
    """Batches without end, made in a process of their own.

    In a thread they would slow the training steps down four times: every small torch call has to
    get the interpreter lock back, and the four compute threads wait for each other.
    """

    def __init__(
        self, folder: Path, augment: AugmentConfig, recipe: SpeakerRecipe, seed: int
    ) -> None:
        self.folder, self.augment, self.recipe, self.seed = folder, augment, recipe, seed

    def __iter__(self) -> Iterator[tuple[Tensor, Tensor]]:
        cache = SpeechCache(self.folder)
        crops = SpeakerCrops(cache, Augmenter(self.augment, cache.noises()), self.recipe)
        worker = get_worker_info()
        rng = np.random.default_rng([self.seed, worker.id if worker else 0])
        low, high = self.recipe.crop_s
        while True:
            n_samples = round(rng.uniform(low, high) * 4) * SAMPLE_RATE // 4
            audio, label = crops.batch(self.recipe.batch_size, n_samples, rng)
            yield torch.from_numpy(audio), torch.from_numpy(label)


def schedule(recipe: SpeakerRecipe, share: float) -> tuple[float, float]:
    """Return learning rate and margin when ``share`` of the budget is spent (0 to 1)."""
    if share < recipe.warmup_share:
        rate = recipe.learning_rate * share / recipe.warmup_share
    else:
        done = (share - recipe.warmup_share) / (1 - recipe.warmup_share)
        rate = recipe.learning_rate * (0.5 + 0.5 * math.cos(math.pi * min(1.0, done)))
    ramp = (share - recipe.margin_from) / (recipe.margin_to - recipe.margin_from)
    return max(rate, 1e-6), recipe.margin * min(1.0, max(0.0, ramp))


def train(
    cache: SpeechCache,
    out: Path,
    recipe: SpeakerRecipe,
    config: SpeakerEncoderConfig | None = None,
    augment: AugmentConfig | None = None,
    *,
    start_from: Path | None = None,
) -> Iterator[dict[str, Any]]:
    """Train; yield events ``{"step", "loss", ...}``; leave ``last.pt`` and ``best.pt`` in ``out``.

    Resumes from ``out/last.pt`` when it is there, else begins with the encoder in ``start_from``.
    ``best.pt`` has the lowest mean of the dev equal error rates at 3 s and 10 s.
    """
    torch.set_num_threads(recipe.threads)
    torch.manual_seed(recipe.seed)
    out.mkdir(parents=True, exist_ok=True)
    augment = augment or AugmentConfig()
    crops = SpeakerCrops(cache, Augmenter(augment, cache.noises()), recipe)
    model = SpeakerEncoder(config).to(memory_format=torch.channels_last)
    head = AngularMargin(
        model.config.embedding_dim,
        len(crops.classes),
        sub_centres=recipe.sub_centres,
        scale=recipe.scale,
    )
    parameters = [*model.parameters(), *head.parameters()]
    optimizer = torch.optim.AdamW(
        parameters, lr=recipe.learning_rate, weight_decay=recipe.weight_decay
    )
    step, spent_s, best = 0, 0.0, math.inf
    if (out / "last.pt").is_file():
        saved = torch.load(out / "last.pt", map_location="cpu", weights_only=True)
        model.load_state_dict(saved["model"])
        head.load_state_dict(saved["head"])
        optimizer.load_state_dict(saved["optimizer"])
        step, spent_s, best = saved["step"], saved["spent_s"], saved["best"]
        yield {"event": "resumed", "step": step, "spent_s": round(spent_s)}
    elif start_from is not None:
        model.load_state_dict(load_speaker_encoder(start_from).state_dict())
    loader = DataLoader(
        _Batches(cache.folder, augment, recipe, recipe.seed + step),
        batch_size=None,
        num_workers=recipe.loader_workers,
        multiprocessing_context="spawn" if recipe.loader_workers else None,
    )
    batches = iter(loader)
    next_evaluation = spent_s + recipe.evaluate_every_s
    clock = time.monotonic()
    yield {"event": "start", "speakers": len(crops.speakers), "classes": len(crops.classes)}
    while True:
        share = min(1.0, spent_s / recipe.budget_s)
        rate, head.margin = schedule(recipe, share)
        for group in optimizer.param_groups:
            group["lr"] = rate
        audio, label = next(batches)
        model.train()
        with torch.autocast("cpu", torch.bfloat16):
            embedding = model(audio)
        loss, correct = head(embedding, label)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(parameters, 5.0)
        optimizer.step()
        step += 1
        now = time.monotonic()
        spent_s, clock = spent_s + now - clock, now
        if step % 20 == 0:
            yield {
                "event": "step",
                "step": step,
                "spent_s": round(spent_s, 1),
                "loss": round(loss.item(), 3),
                "accuracy": round(correct.item(), 3),
                "margin": round(head.margin, 3),
                "learning_rate": rate,
            }
        finished = spent_s >= recipe.budget_s
        if not finished and spent_s < next_evaluation:
            continue
        next_evaluation = spent_s + recipe.evaluate_every_s
        rates = dev_equal_error_rates(
            model,
            cache,
            seconds=(3, 10, 30) if finished else (3, 10),
            per_speaker=12 if finished else 6,
        )
        score = (rates["eer_3s"] + rates["eer_10s"]) / 2
        extra = {"step": step, "figures": rates}
        if score < best:
            best = score
            save_checkpoint(out / "best.pt", model, **extra)
        now = time.monotonic()
        spent_s, clock = spent_s + now - clock, now
        state = {"head": head.state_dict(), "optimizer": optimizer.state_dict()}
        save_checkpoint(out / "last.pt", model, **extra, **state, spent_s=spent_s, best=best)
        write_provenance(out, cache, recipe, model, crops, step, spent_s, rates)
        yield {"event": "evaluated", "step": step, "spent_s": round(spent_s), **rates}
        if finished:
            return


def write_provenance(
    out: Path,
    cache: SpeechCache,
    recipe: SpeakerRecipe,
    model: SpeakerEncoder,
    crops: SpeakerCrops,
    step: int,
    spent_s: float,
    figures: dict[str, Any],
) -> None:
    """Write ``provenance.json``: the data and licences, the code's commit, steps and figures."""
    used: dict[str, dict[str, Any]] = {}
    for utterances in crops.utterances:
        for utterance in utterances:
            entry = used.setdefault(
                utterance.corpus, {"licence": utterance.licence, "minutes": 0.0, "speakers": set()}
            )
            entry["minutes"] += utterance.n_samples / SAMPLE_RATE / 60
            entry["speakers"].add(utterance.speaker)
    data = {
        name: {
            "licence": entry["licence"],
            "minutes": round(entry["minutes"], 1),
            "speakers": len(entry["speakers"]),
        }
        for name, entry in sorted(used.items())
    }
    commit = subprocess.run(
        ["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=False
    ).stdout.strip()
    record = {
        "model": "speaker_encoder",
        "parameters": sum(p.numel() for p in model.parameters()),
        "hyper_parameters": model.config.to_dict(),
        "recipe": dataclasses.asdict(recipe),
        "data": data,
        "noise": sorted(cache.noises()),
        "commit": commit or None,
        "steps": step,
        "training_seconds": round(spent_s),
        "torch": torch.__version__,
        "figures": figures,
    }
    (out / "provenance.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the recipe from the command line."""
    parser = argparse.ArgumentParser(
        prog="syrinx train speaker_encoder", description=__doc__.splitlines()[0]
    )
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE, help="speech cache folder")
    parser.add_argument("--out", type=Path, default=Path("runs/speaker_encoder"))
    parser.add_argument(
        "--start-from",
        type=Path,
        metavar="CKPT",
        help=f"encoder to begin with, such as {CHECKPOINT} (default: random weights)",
    )
    parser.add_argument(
        "--minutes", type=float, default=25.0, help="time budget, all runs together"
    )
    parser.add_argument("--batch-size", type=int, default=64)
    parser.add_argument("--threads", type=int, default=3)
    parser.add_argument("--evaluate-every", type=float, default=4.0, metavar="MINUTES")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args(argv)
    recipe = SpeakerRecipe(
        budget_s=60 * args.minutes,
        batch_size=args.batch_size,
        threads=args.threads,
        evaluate_every_s=60 * args.evaluate_every,
        seed=args.seed,
    )
    with open_log(args.out) as log:
        for event in train(SpeechCache(args.cache), args.out, recipe, start_from=args.start_from):
            line = json.dumps(event)
            print(line, flush=True)
            log.write(line + "\n")
            log.flush()
    return 0


def open_log(out: Path):
    """Open ``log.jsonl`` of a run folder for appending."""
    out.mkdir(parents=True, exist_ok=True)
    return open(out / "log.jsonl", "a", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
