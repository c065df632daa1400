"""A classifier of spoken words from folders of examples, with a report and a confusion matrix.

``--folder pack`` takes the single words of the speech pack (three commands by 1,700 people, ten
digits by six), split by speaker; any other folder has a folder of sound files per word. Clips are
heard with other voices, rooms, noise and microphones, shifted in time and partly hidden
(SpecAugment). In the run's folder lie afterwards ``keywords.onnx``, ``report.json``,
``report.txt`` and ``confusion.svg``; the figures are those of the ONNX file on speakers that
training has not heard.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.export import export_classifier, save_model
from syrinx.neural.keyword_classifier import KeywordClassifier, KeywordConfig
from syrinx.neural.runtime.session import open_session
from syrinx.training.augment_batch import HearingConfig, augment_batch, spec_augment
from syrinx.training.data import DEFAULT_CACHE, SAMPLE_RATE, SpeechCache
from syrinx.training.fit import FitConfig, FitEvent, fit, load_weights
from syrinx.training.keyword_data import (
    CLIP_S,
    PACK,
    PACK_CORPORA,
    Examples,
    add_word_options,
    facts,
    from_folder,
    from_pack,
)
from syrinx.training.metrics.confusion import confusion, confusion_svg, report_of, report_text

MODEL, REPORT, TEXT, PICTURE = "keywords.onnx", "report.json", "report.txt", "confusion.svg"
HEARING = HearingConfig(
    voice_chance=0.6,
    room_chance=0.2,
    noise_chance=0.4,
    snr_db=(0.0, 30.0),
    device_chance=0.2,
    clip_chance=0.03,
)
SPEEDS = (0.85, 1.2)
SHIFT_S = 0.12


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class KeywordRecipe:
    """Settings; ``folder`` are the examples, ``out`` is the folder of the run."""

    folder: str = PACK
    out: Path = Path("runs/keywords")
    cache: Path = DEFAULT_CACHE
    corpora: tuple[str, ...] = PACK_CORPORA
    budget_s: float = 420.0
    clip_s: float = CLIP_S
    least: int = 20
    batch: int = 48
    learning_rate: float = 4e-3
    threads: int = 1
    seed: int = 1
    resume: bool = False

    def __post_init__(self) -> None:
        if min(self.clip_s, self.budget_s) <= 0 or min(self.batch, self.threads, self.least) < 1:
            raise SyrinxError("--clip, --budget, --batch, --least and --threads are above zero.")


def examples_of(recipe: KeywordRecipe) -> tuple[Examples, Examples]:
    """Train and test clips as the settings say."""
    if recipe.folder == PACK:
        cache = SpeechCache(recipe.cache)
        return from_pack(cache, corpora=recipe.corpora, clip_s=recipe.clip_s, least=recipe.least)
    return from_folder(Path(recipe.folder), clip_s=recipe.clip_s)


def noises_of(recipe: KeywordRecipe) -> dict[str, NDArray]:
    """Noise recordings of the cache, none where there is no cache."""
    if not (recipe.cache / "utterances.json").is_file():
        return {}
    return SpeechCache(recipe.cache).noises()


def drawn(
    train: Examples, batch: int, rng: np.random.Generator
) -> Iterator[tuple[NDArray[np.float32], NDArray[np.int64]]]:
    """Endless batches of clips: words and their speakers alike often, speed and place varied."""
    groups: dict[int, dict[str, list[int]]] = {}
    for index, (label, speaker) in enumerate(zip(train.label, train.speaker, strict=True)):
        groups.setdefault(int(label), {}).setdefault(speaker, []).append(index)
    people = {label: list(by_speaker.values()) for label, by_speaker in groups.items()}
    labels = sorted(people)
    size = train.audio.shape[1]
    while True:
        chosen = rng.choice(labels, batch)
        rows = []
        for label in chosen:
            takes = people[int(label)][int(rng.integers(len(people[int(label)])))]
            audio = train.audio[takes[int(rng.integers(len(takes)))]]
            speed = float(np.exp(rng.uniform(*np.log(SPEEDS))))
            shift = rng.uniform(-SHIFT_S, SHIFT_S) * SAMPLE_RATE
            at = size / 2 + (np.arange(size) - size / 2) * speed + shift
            rows.append(np.interp(at, np.arange(size), audio, left=0.0, right=0.0))
        yield np.stack(rows).astype(np.float32), chosen.astype(np.int64)


def batches(
    train: Examples, noises: Mapping[str, NDArray], batch: int, rng: np.random.Generator
) -> Iterator[tuple[Tensor, Tensor]]:
    """What is heard of the clips, and the words."""
    for audio, label in drawn(train, batch, rng):
        heard = augment_batch(torch.from_numpy(audio)[:, None], rng, noises, HEARING)
        yield heard, torch.from_numpy(label)


def keyword_loss(
    model: KeywordClassifier, batch: tuple[Tensor, Tensor], rng: np.random.Generator
) -> tuple[Tensor, dict[str, float]]:
    """Cross entropy with a little smoothing, of partly hidden log-mel."""
    audio, label = batch
    with torch.no_grad():
        log_mel = model.log_mel(audio).transpose(1, 2)
        hidden = spec_augment(log_mel, rng, widest=6, longest=12).transpose(1, 2)
    logits = model.classify(hidden)
    loss = F.cross_entropy(logits, label, label_smoothing=0.05)
    right = (logits.argmax(dim=1) == label).float().mean()
    return loss, {"right": float(right)}


def answers(path: Path, examples: Examples, *, batch: int = 64) -> NDArray[np.int64]:
    """What the exported classifier hears in each clip, ``(n,)``."""
    session = open_session(path)
    found = [np.zeros(0, np.int64)]
    for start in range(0, len(examples), batch):
        audio = examples.audio[start : start + batch, None]
        (logits,) = session.run(["logits"], {"audio": audio})
        found.append(logits.argmax(axis=1))
    return np.concatenate(found)


def validation_part(train: Examples) -> tuple[Examples, Examples]:
    """Clips to learn from and clips to choose the best moment by, of other speakers.

    The test speakers choose nothing. One of every ten speakers is kept, but of each source one at
    least; where a source has too few speakers for that (four or less) none.
    """
    kept: set[str] = set()
    for source in sorted(set(train.source)):
        speakers = sorted(
            {s for s, o in zip(train.speaker, train.source, strict=True) if o == source}
        )
        if len(speakers) > 4:
            kept |= set(speakers[:: max(10, len(speakers) // 100)][:100])
    away = np.array([speaker in kept for speaker in train.speaker])
    return (train.part(~away), train.part(away)) if away.any() else (train, train)


def run(recipe: KeywordRecipe) -> Iterator[FitEvent]:
    """Train, export, and measure on unseen speakers.

    Raises
    ------
    SyrinxError
        The examples are too few, or the run's folder has a training that is not to be resumed.
    """
    if (recipe.out / "optimizer.pt").is_file() and not recipe.resume:
        raise SyrinxError(
            f"{recipe.out} has a training already: add --resume to go on with it,"
            " or name another folder with --out."
        )
    torch.set_num_threads(recipe.threads)
    torch.manual_seed(recipe.seed)
    everybody, test = examples_of(recipe)
    train, chosen_by = validation_part(everybody)
    done = 0
    if recipe.resume and (recipe.out / "provenance.json").is_file():
        done = int(json.loads((recipe.out / "provenance.json").read_text())["steps"])
    rng = np.random.default_rng((recipe.seed, done))  # a resumed training hears other mixtures
    config = KeywordConfig(classes=train.classes, n_samples=train.audio.shape[1])
    model = KeywordClassifier(config)
    settings = {k: str(v) for k, v in dataclasses.asdict(recipe).items() if k != "cache"}
    provenance: dict[str, Any] = {
        "recipe": "keywords",
        "settings": settings,
        "model": dataclasses.asdict(config),
        "data": facts(everybody, test),
    }

    def validate() -> dict[str, float]:
        losses, right = [], []
        for start in range(0, len(chosen_by), 64):
            part = slice(start, start + 64)
            logits = model(torch.from_numpy(chosen_by.audio[part])[:, None])
            label = torch.from_numpy(chosen_by.label[part])
            losses.append(F.cross_entropy(logits, label, reduction="none"))
            right.append((logits.argmax(dim=1) == label).float())
        accuracy = float(torch.cat(right).mean())
        return {"score": float(torch.cat(losses).mean()), "accuracy": accuracy}

    yield from fit(
        model,
        batches(train, noises_of(recipe), recipe.batch, rng),
        lambda batch: keyword_loss(model, batch, rng),
        validate,
        FitConfig(
            folder=recipe.out,
            budget_s=recipe.budget_s,
            learning_rate=recipe.learning_rate,
            warmup_steps=50,
            weight_decay=0.05,
            validate_every_s=max(5.0, recipe.budget_s / 12),
            ema_decay=0.99,
        ),
        provenance=provenance,
    )
    load_weights(model, recipe.out / "best.safetensors")
    save_model(
        export_classifier(model, name="keywords", n_samples=config.n_samples), recipe.out / MODEL
    )
    write_report(recipe.out, answers(recipe.out / MODEL, test), test)


def write_report(out: Path, heard: NDArray[np.int64], test: Examples) -> dict[str, Any]:
    """Write report, table and picture of the answers to the test clips; return the report."""
    counts = confusion(test.label, heard, len(test.classes))
    report = report_of(counts, test.classes)
    right = heard == test.label
    report["sources"] = {
        source: {
            "clips": int(mask.sum()),
            "speakers": len({s for s, m in zip(test.speaker, mask, strict=True) if m}),
            "accuracy": float(right[mask].mean()),
        }
        for source in sorted(set(test.source))
        if (mask := np.array([s == source for s in test.source])).any()
    }
    (out / REPORT).write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    by_source = "\n".join(
        f"{source}: {100 * row['accuracy']:.1f} % of {row['clips']} clips of"
        f" {row['speakers']} unseen speakers"
        for source, row in report["sources"].items()
    )
    (out / TEXT).write_text(f"{report_text(report)}\n\n{by_source}\n", encoding="utf-8")
    title = f"{100 * report['accuracy']:.1f} % of {report['clips']} clips of unseen speakers"
    (out / PICTURE).write_text(confusion_svg(counts, test.classes, title), encoding="utf-8")
    return report


def _parser() -> argparse.ArgumentParser:
    default = KeywordRecipe()
    parser = argparse.ArgumentParser(
        prog="syrinx train keywords", description=(__doc__ or "").split("\n")[0]
    )
    add_word_options(parser, default)
    parser.add_argument("--clip", type=float, default=default.clip_s, metavar="S", help="length")
    parser.add_argument("--least", type=int, default=default.least, help="examples of a word")
    parser.add_argument("--batch", type=int, default=default.batch)
    parser.add_argument("--learning-rate", type=float, default=default.learning_rate)
    parser.add_argument("--threads", type=int, default=default.threads)
    parser.add_argument("--seed", type=int, default=default.seed)
    parser.add_argument("--resume", action="store_true", help="go on with the run in --out")
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line; print the events, then the report."""
    args = _parser().parse_args(argv)
    recipe = KeywordRecipe(
        folder=args.folder,
        out=args.out,
        cache=args.cache,
        corpora=tuple(args.corpora.split(",")),
        budget_s=args.budget,
        clip_s=args.clip,
        least=args.least,
        batch=args.batch,
        learning_rate=args.learning_rate,
        threads=args.threads,
        seed=args.seed,
        resume=args.resume,
    )
    for event in run(recipe):
        figures = " ".join(f"{key}={value:.4g}" for key, value in event.figures.items())
        print(f"{event.kind} {event.step} {event.elapsed_s:.0f}s {figures}", file=sys.stderr)
    print((recipe.out / TEXT).read_text(encoding="utf-8"), end="")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
