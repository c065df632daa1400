"""The synthesiser learns from read takes what the conversion decoder is to be given.

Durations, pitch and loudness of each unit by regression; content by its mean and by a flow from
there (``neural/synthesizer.py``). Besides the losses on texts that were kept back, the phone of
every frame is asked of the sampled content, by the network that aligned the takes: that is what a
listener would understand, and a blurred mean fails there.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from syrinx.neural.runtime.text.units import UNITS, phone_of
from syrinx.neural.synthesizer import Synthesizer, SynthesizerConfig
from syrinx.training.batches import InProcess
from syrinx.training.fit import FitConfig, FitEvent, fit, load_weights
from syrinx.training.recipe_cli import recipe_main
from syrinx.training.synthesis_align import CLASSES, ContentClassifier
from syrinx.training.synthesis_batches import (
    SynthesisBatch,
    SynthesisBatches,
    batch_of,
    row_of,
)
from syrinx.training.synthesis_data import DEFAULT_SYNTHESIS, SynthesisCache, Take

WEIGHTS = {
    "rhasspy_kathleen": 2.0,
    "librispeech": 1.5,
    "vctk_subset": 1.0,
    "asterisk_allison_8k": 0.6,
    "taught_flite": 0.2,
}
"""Engines only fill in successions of sounds; real speech decides."""
DEV_TAKES = 12


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SynthesizerRecipe:
    """Settings of the recipe; a run in ``folder`` is gone on with.

    ``cache`` is what ``syrinx train prepare_synthesis`` wrote; ``start_from`` is a checkpoint that
    counts only where ``folder`` has no run.
    """

    folder: Path = Path("runs/synthesizer")
    start_from: Path | None = None
    cache: Path = DEFAULT_SYNTHESIS
    budget_s: float = 10800.0
    learning_rate: float = 1.5e-3
    validate_every_s: float = 300.0
    batch_s: float = 24.0
    prosody_weight: float = 1.0
    flow_weight: float = 1.0
    flow_steps: int = 4
    threads: int = 1
    seed: int = 7


def mean_of(values: Tensor, mask: Tensor) -> Tensor:
    """Mean over what the mask (of the same shape, or one that spreads to it) leaves."""
    mask = mask.expand_as(values)
    return (values * mask).sum() / mask.sum().clamp(min=1.0)


def losses_of(
    model: Synthesizer, batch: SynthesisBatch, generator: torch.Generator | None = None
) -> dict[str, Tensor]:
    """All parts of the loss, each a scalar."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        style = model.styled(batch.style)
        hidden, told = model.text(
            batch.units, batch.emphasis, batch.edges, batch.mode, style, batch.unit_mask
        )
        frames = model.frames(hidden, batch.prosody, batch.index, batch.position, style, batch.mask)
    told = told.float()
    batch_size, cells = batch.mask.shape[:2]
    real = batch.content.reshape(batch_size, cells, -1)
    start = frames.mean.detach()
    start = start + model.config.sigma * torch.randn(start.shape, generator=generator)
    time = torch.rand(batch_size, generator=generator)
    at = time[:, None, None]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        velocity = model.flow(
            (1 - at) * start + at * real, time, frames.mean.detach(), frames.seen, batch.mask
        )
    inner = batch.unit_mask[..., 0].clone()
    inner[:, 0] = 0.0
    inner[:, -1] = 0.0
    here = inner * (batch.prosody[..., 0] > 0)
    known = batch.frame_mask
    return {
        "mean": mean_of((frames.mean - real).square(), batch.mask),
        "flow": mean_of((velocity - (real - start)).square(), batch.mask),
        "duration": mean_of((told[..., 0] - batch.prosody[..., 0]).abs(), inner),
        "unit_pitch": mean_of((told[..., 1] - batch.prosody[..., 1]).abs(), here),
        "unit_loudness": mean_of((told[..., 2] - batch.prosody[..., 2]).abs(), here),
        "pitch": mean_of((frames.pitch - batch.pitch).abs(), known * batch.voiced),
        "voicing": mean_of(
            F.binary_cross_entropy_with_logits(frames.voicing, batch.voiced, reduction="none"),
            known,
        ),
        "loudness": mean_of((frames.loudness - batch.loudness).abs(), known),
    }


def frame_classes(take: Take) -> np.ndarray:
    """Class of `syrinx.training.synthesis_align` of each frame, 0 in pauses."""
    classes = [CLASSES.get(phone_of(UNITS[u]), 0) for u in take.units]
    return np.repeat(classes, take.durations)


def evenly(takes: Sequence[Take], count: int) -> list[Take]:
    """So many of the takes, from everywhere."""
    return list(takes[:: max(1, len(takes) // count)][:count])


class Examiner:
    """Losses on some takes, and which phones their sampled content is."""

    def __init__(self, cache: SynthesisCache, takes: Sequence[Take], *, steps: int) -> None:
        self.cache, self.takes, self.steps = cache, list(takes), steps
        self.classifier = ContentClassifier()
        self.classifier.load_state_dict(torch.load(cache.folder / "classifier.pt"))
        self.classifier.eval()

    def _right(self, content: np.ndarray, take: Take) -> tuple[int, int]:
        truth = frame_classes(take)[: len(content)]
        spoken = truth > 0
        found = self.classifier.log_p(content).argmax(-1)
        return int((found == truth)[spoken].sum()), int(spoken.sum())

    def __call__(self, model: Synthesizer) -> dict[str, float]:
        """Figures; ``right_*`` in percent: of real content, of the mean, of samples."""
        sums: dict[str, float] = {}
        right = {"real": [0, 0], "mean": [0, 0], "sample": [0, 0]}
        spread = {"mean": 0.0, "sample": 0.0}
        generator = torch.Generator().manual_seed(1)
        for take in self.takes:
            row = row_of(self.cache, take)
            batch = batch_of([row])
            for name, value in losses_of(model, batch, generator).items():
                sums[name] = sums.get(name, 0.0) + float(value) / len(self.takes)
            style = model.styled(batch.style)
            hidden, _ = model.text(
                batch.units, batch.emphasis, batch.edges, batch.mode, style, batch.unit_mask
            )
            frames = model.frames(
                hidden, batch.prosody, batch.index, batch.position, style, batch.mask
            )
            noise = torch.randn(frames.mean.shape, generator=generator)
            made = {
                "real": row.content,
                "mean": model.sample(frames, noise, batch.mask, 0)[0].numpy(),
                "sample": model.sample(frames, noise, batch.mask, self.steps)[0].numpy(),
            }
            moved = np.abs(np.diff(row.content, axis=0)).mean()
            for name, content in made.items():
                good, count = self._right(content, take)
                right[name][0] += good
                right[name][1] += count
                if name in spread:
                    ratio = np.abs(np.diff(content, axis=0)).mean() / moved
                    spread[name] += float(ratio) / len(self.takes)
        rights = {f"right_{k}": 100.0 * a / max(1, n) for k, (a, n) in right.items()}
        return {**sums, **rights, **{f"motion_{k}": v for k, v in spread.items()}}


def run(recipe: SynthesizerRecipe) -> Iterator[FitEvent]:
    """Train; yields the events of :func:`syrinx.training.fit.fit`."""
    torch.set_num_threads(recipe.threads)
    torch.manual_seed(recipe.seed)
    cache = SynthesisCache(recipe.cache)
    train = cache.select("train")
    config = SynthesizerConfig()
    model = Synthesizer(config)
    record = recipe.folder / "provenance.json"
    done = int(json.loads(record.read_text())["steps"]) if record.is_file() else 0
    if not done and recipe.start_from is not None:
        load_weights(model, recipe.start_from)
    maker = SynthesisBatches(cache, train, WEIGHTS, batch_s=recipe.batch_s, seed=recipe.seed + done)
    held, dev = (
        Examiner(cache, evenly(cache.select(split), DEV_TAKES), steps=recipe.flow_steps)
        for split in ("held", "dev")
    )

    def loss_of(batch: SynthesisBatch) -> tuple[Tensor, dict[str, float]]:
        parts = losses_of(model, batch)
        weights = {"mean": 1.0, "flow": recipe.flow_weight, "pitch": 0.3, "loudness": 0.3}
        total = torch.zeros(())
        for name, value in parts.items():
            usual = 0.3 if name == "voicing" else recipe.prosody_weight * 0.3
            total = total + weights.get(name, usual) * value
        return total, {name: float(value.detach()) for name, value in parts.items()}

    def validate() -> dict[str, float]:
        of_held, of_dev = held(model), dev(model)
        score = of_held["mean"] + of_held["flow"] + 0.3 * of_held["duration"]
        return {
            "score": score,
            **of_held,
            **{f"dev_{name}": value for name, value in of_dev.items()},
        }

    fit_config = FitConfig(
        folder=recipe.folder,
        budget_s=recipe.budget_s,
        learning_rate=recipe.learning_rate,
        weight_decay=0.01,
        warmup_steps=100,
        validate_every_s=recipe.validate_every_s,
        log_every=50,
        ema_decay=0.998,
    )
    provenance = {
        "recipe": "synthesizer",
        "model": {"synthesizer": dataclasses.asdict(config)},
        "encoder": cache.encoder,
        "data": {
            "takes": len(train),
            "corpora": sorted({t.corpus for t in train}),
            "speakers": len({t.speaker for t in train}),
            "minutes": round(sum(t.n_frames for t in train) / 6000.0, 1),
        },
    }
    batches = InProcess(lambda: iter(maker))
    yield from fit(model, batches, loss_of, validate, fit_config, provenance=provenance)


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    return recipe_main(argv, "synthesizer", (__doc__ or "").split("\n")[0], SynthesizerRecipe, run)


if __name__ == "__main__":
    raise SystemExit(main())
