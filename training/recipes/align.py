"""The forced aligner: phone labels for every 10 ms of the transcribed speech.

Trains :mod:`syrinx.training.align` on the train speakers (a flat start with Gaussians, then the
network, re-aligned by itself in every batch), aligns the whole cache with it and writes, beside
the cache, what ``SpeechCache.phones`` and :mod:`syrinx.training.frame_labels` read. Where
``syrinx train taught_speech`` has been run, its exact labels start the Gaussians and are a part
of every batch; two of its voices are kept for the measurement (``syrinx evaluate align``).
"""

from __future__ import annotations

import dataclasses
import functools
import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from syrinx.dsp.errors import SyrinxError
from syrinx.training.align import (
    Aligner,
    AlignerConfig,
    Alignment,
    Scorer,
    align_batch,
    by_length,
    collapse,
    decode,
    features_of,
    network_scores,
    padded_batch,
    words_of,
)
from syrinx.training.batches import Ahead, PhoneSet
from syrinx.training.boundaries import BATCH_FRAMES, boundary_errors, held_out
from syrinx.training.data import DEFAULT_CACHE, DEFAULT_TAUGHT, SpeechCache, Utterance
from syrinx.training.fit import FitConfig, FitEvent, fit, load_weights
from syrinx.training.flat_start import (
    FLAT_FRAMES,
    FlatStart,
    Material,
    dev_material,
    flat_start,
)
from syrinx.training.frame_labels import write_frame_labels
from syrinx.training.recipe_cli import recipe_main
from syrinx.training.recipes.content_encoder import edit_distance, phone_set_of

WEIGHTS = {"speech_commands_subset": 0.5, "fsdd_digits_8k": 0.4, "english_ccc_words": 0.7}
PRIOR, GAUSSIANS = "prior.json", "gaussians.npz"
KEPT = Path(__file__).resolve().parents[1] / "checkpoints" / "aligner"
"""An aligner of this recipe in half precision: labels within minutes."""
TRAIN_FRAMES = 3000


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class AlignRecipe:
    """Settings of the recipe.

    ``budget_s`` is for the network; with 0 there is none, and the Gaussians align (minutes).
    The targets are those of the Gaussians for ``own_after`` of it, then the network's own: an
    untrained network only blurs them. A run in ``folder`` is gone on with, and with ``budget_s``
    0 only aligns the cache anew; where there is none, with the aligner that is ``kept`` beside the
    recipes.
    """

    folder: Path = Path("runs/align")
    kept: Path = KEPT
    cache: Path = DEFAULT_CACHE
    taught: Path = DEFAULT_TAUGHT
    taught_share: float = 0.3
    budget_s: float = 1800.0
    learning_rate: float = 2e-3
    rounds: int = 6
    own_after: float = 0.6
    seed: int = 5


def warped(log_mel: Tensor, rng: np.random.Generator) -> Tensor:
    """Another vocal tract, channel and some gaps: ``(B, T, 80)`` to the same shape."""
    batch, frames, n_mels = log_mel.shape
    factor = np.exp(rng.uniform(-0.18, 0.18, batch))
    hz = 700 * (np.exp(np.linspace(0.06, 2.52, n_mels)) - 1)  # near enough to the mel scale
    matrix = np.zeros((batch, n_mels, n_mels), np.float32)
    for row in range(batch):
        at = np.interp(hz / factor[row], hz, np.arange(n_mels))
        low = np.minimum(at.astype(int), n_mels - 2)
        matrix[row, low, np.arange(n_mels)] = 1 - (at - low)
        matrix[row, low + 1, np.arange(n_mels)] = at - low
    out = torch.bmm(log_mel, torch.from_numpy(matrix))
    tilt = np.stack(
        [
            np.interp(np.arange(n_mels), np.linspace(0, 80, 6), k)
            for k in rng.normal(0, 0.15, (batch, 6))
        ]
    )
    out = out + torch.from_numpy(tilt.astype(np.float32))[:, None]
    for row in range(batch):
        band = int(rng.integers(0, 9))
        low = int(rng.integers(0, n_mels - band))
        out[row, :, low : low + band] = 0.0
        gap = int(rng.integers(0, min(6, frames)))
        start = int(rng.integers(0, frames - gap + 1))
        out[row, start : start + gap] = 0.0
    return out


def _batches(
    material: Material, taught_share: float, rng: np.random.Generator
) -> Iterator[list[int]]:
    lengths, exact = np.array(material.lengths), np.array(material.exact)
    p = np.array([WEIGHTS.get(u.corpus, 1.0) for u in material.utterances]) * lengths**0.5
    if exact.any():
        p[exact] *= taught_share / p[exact].sum()
        p[~exact] *= (1 - taught_share) / p[~exact].sum()
    while True:
        drawn = rng.choice(len(lengths), size=512, p=p / p.sum())
        groups = [drawn[g] for g in by_length(lengths[drawn].tolist(), TRAIN_FRAMES)]
        for g in rng.permutation(len(groups)):
            yield groups[g].tolist()


def phone_error_rates(scores: Scorer, material: Material) -> dict[str, float]:
    """Phone error rate in percent by corpus and over ``all``, decoded without the text."""
    errors: dict[str, int] = {}
    totals: dict[str, int] = {}
    for group in by_length(material.lengths, BATCH_FRAMES):
        for i, log_p in zip(group, scores([material.log_mel[i] for i in group]), strict=True):
            truth = [p for word in material.words[i] for p in word]
            wrong = edit_distance(collapse(decode(log_p)), truth)
            for key in ("all", material.utterances[i].corpus):
                errors[key] = errors.get(key, 0) + wrong
                totals[key] = totals.get(key, 0) + len(truth)
    return {k: 100.0 * errors[k] / totals[k] for k in errors}


def align_cache(
    scores: Scorer, cache: SpeechCache, phones: PhoneSet, log_prior: NDArray[np.float32]
) -> Iterator[tuple[Utterance, Alignment | None]]:
    """Align everything in the cache that has a text in known phones."""

    def known(u: Utterance) -> bool:
        said = [p for p in u.phones.split() if p not in PhoneSet.ignored]
        return len(said) > 0 and len(phones.encode(u.phones)) >= 0.9 * len(said)

    wanted = [u for u in cache.utterances if known(u) and u.level_dbfs > -60.0]
    for group in by_length([u.n_frames for u in wanted], BATCH_FRAMES):
        chosen = [wanted[i] for i in group]
        words = [words_of(u.phones, phones) for u in chosen]
        found = align_batch(scores(features_of(cache, chosen)), words, log_prior)
        yield from zip(chosen, found, strict=True)


def run(recipe: AlignRecipe) -> Iterator[FitEvent]:
    """Train, then align; yields the events of both."""
    torch.manual_seed(recipe.seed)
    rng = np.random.default_rng(recipe.seed)
    cache = SpeechCache(recipe.cache)
    phones = phone_set_of(cache)
    if len(phones) < 2:
        raise SyrinxError("There is no transcribed speech in this cache: nothing can be aligned.")
    if recipe.budget_s <= 0 and not recipe.folder.exists() and _knows(recipe.kept, phones):
        shutil.copytree(recipe.kept, recipe.folder)
    gaussians_there = (recipe.folder / GAUSSIANS).is_file()
    network_there = (recipe.folder / "last.safetensors").is_file()
    if recipe.budget_s > 0 or not gaussians_there:
        train = [
            u
            for u in cache.select("train")
            if words_of(u.phones, phones) and u.n_samples <= 15 * 16000 and u.level_dbfs > -60.0
        ]
        if recipe.budget_s <= 0:  # Gaussians need no more
            order = [train[i] for i in rng.permutation(len(train))]
            ends = np.cumsum([u.n_frames for u in order])
            train = order[: max(1, int(np.searchsorted(ends, FLAT_FRAMES)))]
        material = Material(cache, train, phones)
        if (recipe.taught / "utterances.json").is_file():
            material.add_exact(SpeechCache(recipe.taught), phones)
        if not gaussians_there or not network_there:
            gaussians = FlatStart(len(phones))
            label_all = recipe.budget_s > 0
            yield from flat_start(material, gaussians, recipe.rounds, rng, label_all=label_all)
            recipe.folder.mkdir(parents=True, exist_ok=True)
            gaussians.save(recipe.folder / GAUSSIANS)
            kept = {"phones": phones.phones, "log_prior": material.prior(len(phones)).tolist()}
            (recipe.folder / PRIOR).write_text(json.dumps(kept, ensure_ascii=False))
        if recipe.budget_s > 0:
            own_after_s = 0.0 if network_there else recipe.own_after * recipe.budget_s
            dev = dev_material(cache, phones)
            yield from _train(material, dev, len(phones), recipe, rng, own_after_s)
    _keep_the_better(recipe, phones)
    scores, known, prior = load_aligner(recipe.folder)
    if known.phones != phones.phones:
        raise SyrinxError(f"The aligner in {recipe.folder} knows other phones: train it anew.")
    figures = write_frame_labels(cache, phones, align_cache(scores, cache, phones, prior))
    yield FitEvent(kind="aligned", step=0, elapsed_s=0.0, figures=figures)


def _knows(folder: Path, phones: PhoneSet) -> bool:
    """Whether there is an aligner of just these phones."""
    path = folder / PRIOR
    return path.is_file() and tuple(json.loads(path.read_text())["phones"]) == phones.phones


def _keep_the_better(recipe: AlignRecipe, phones: PhoneSet) -> None:
    """Note whether the Gaussians or the network find exact boundaries better."""
    network = (recipe.folder / "best.safetensors").is_file()
    kept = json.loads((recipe.folder / PRIOR).read_text())
    if network and (recipe.taught / "utterances.json").is_file():
        taught = SpeechCache(recipe.taught)
        some, errors = held_out(taught), {}
        for use in ("gaussians", "network"):
            scores, _, prior = load_aligner(recipe.folder, use=use)
            found = boundary_errors(scores, taught, some, phones, prior)
            errors[use] = found["all"]["mean_ms"] if "all" in found else np.inf
        network = errors["network"] <= errors["gaussians"]
        kept["mean_error_ms"] = errors
    kept["use"] = "network" if network else "gaussians"
    (recipe.folder / PRIOR).write_text(json.dumps(kept, ensure_ascii=False))


def load_aligner(
    folder: Path, *, use: str | None = None
) -> tuple[Scorer, PhoneSet, NDArray[np.float32]]:
    """An aligner, its phones, and the logarithm of their shares to be taken out.

    ``use`` is "gaussians" or "network"; by default the one that the recipe found better.

    Raises
    ------
    SyrinxError
        If there is none.
    """
    if not (folder / PRIOR).is_file() or not (folder / GAUSSIANS).is_file():
        raise SyrinxError(f"There is no aligner in {folder}: run `syrinx train align`.")
    kept = json.loads((folder / PRIOR).read_text())
    phones = PhoneSet(kept["phones"])
    if (use or kept.get("use", "gaussians")) == "gaussians":
        gaussians = FlatStart.load(folder / GAUSSIANS)
        return gaussians.scores, phones, np.zeros(len(phones), np.float32)
    model = Aligner(AlignerConfig(n_classes=len(phones)))
    load_weights(model, folder / "best.safetensors")
    model.eval()
    prior = np.array(kept["log_prior"], np.float32)
    return functools.partial(network_scores, model), phones, prior


def _train(
    material: Material,
    dev: Material,
    n_classes: int,
    recipe: AlignRecipe,
    rng: np.random.Generator,
    own_after_s: float,
) -> Iterator[FitEvent]:
    model = Aligner(AlignerConfig(n_classes=n_classes))
    prior = np.array(json.loads((recipe.folder / PRIOR).read_text())["log_prior"], np.float32)
    elapsed = 0.0

    def loss_of(group: list[int]) -> tuple[Tensor, dict[str, float]]:
        log_mel = padded_batch([material.log_mel[i] for i in group])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(warped(log_mel, rng)).float()
        lengths = [material.lengths[i] for i in group]
        if elapsed >= own_after_s:
            log_p = F.log_softmax(logits.detach(), dim=-1).numpy()
            scores = [row[:n] for row, n in zip(log_p, lengths, strict=True)]
            own = [g for g, i in enumerate(group) if not material.exact[i]]
            words = [material.words[group[g]] for g in own]
            found = align_batch([scores[g] for g in own], words, prior)
            for i, alignment in zip((group[g] for g in own), found, strict=True):
                if alignment is not None:
                    material.labels[i] = alignment.labels.astype(np.int64)
        targets = torch.full(logits.shape[:2], -1)
        for row, i in enumerate(group):
            targets[row, : lengths[row]] = torch.from_numpy(material.labels[i])
        loss = F.cross_entropy(logits.reshape(-1, n_classes), targets.flatten(), ignore_index=-1)
        right = (logits.argmax(-1) == targets).sum() / (targets >= 0).sum()
        return loss, {"right": float(right)}

    def validate() -> dict[str, float]:
        rates = phone_error_rates(functools.partial(network_scores, model), dev)
        return {"score": rates["all"], **{f"per_{k}": v for k, v in rates.items()}}

    config = FitConfig(
        folder=recipe.folder,
        budget_s=recipe.budget_s,
        learning_rate=recipe.learning_rate,
        warmup_steps=100,
        ema_decay=0.99,
        validate_every_s=240.0,
    )
    provenance = {
        "recipe": "align",
        "data": {
            "utterances": len(material.utterances),
            "corpora": sorted({u.corpus for u in material.utterances}),
        },
        "model": dataclasses.asdict(model.config),
    }
    drawing = np.random.default_rng(recipe.seed + 1)  # another thread's, so another generator
    batches = Ahead(lambda: _batches(material, recipe.taught_share, drawing))
    for event in fit(model, batches, loss_of, validate, config, provenance=provenance):
        elapsed = event.elapsed_s
        yield event


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    return recipe_main(argv, "align", (__doc__ or "").split("\n")[0], AlignRecipe, run)


if __name__ == "__main__":
    raise SystemExit(main())
