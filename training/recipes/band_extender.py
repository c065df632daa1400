"""The band extender learns how loud a voice is above 8 kHz from what is below.

It hears recordings at 16 kHz and, more often, the same speech as the shipped encoder and decoder
give it back, at any level, through any smooth equaliser, with a little noise; it is told the
energy of each high band. What counts is the error in dB, so that it aims at the typical level and
not at the mean power, which the loudest cases decide: too little is dull, too much is hiss.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import scipy.fft
import torch
from numpy.typing import NDArray
from torch import Tensor

from syrinx.dsp.high_band import EDGES_HZ, STEP
from syrinx.neural.band_extender import NEPER, BandExtender, BandExtenderConfig
from syrinx.neural.runtime.registry import EXTENDER_MODEL
from syrinx.training.augment import coloured_noise, equaliser_gain, mix_at_snr
from syrinx.training.band_data import (
    DEFAULT_BANDS,
    WIDE_RATE,
    BandCache,
    Cut,
    carrier_energies,
    prepare_bands,
)
from syrinx.training.data import DEFAULT_SPEECH
from syrinx.training.fit import FitConfig, FitEvent, fit
from syrinx.training.recipe_cli import recipe_main
from syrinx.training.recipes.export_one import export_checkpoint

SPAN_DB = 60.0
"""Frames so far below the loudest one of their crop hardly count."""
DEEPEST_DB = 75.0
"""Energies further below the loudest frame are taken for this: codecs leave holes."""
WARM_STEPS = 24
EQUALISER_DB = 5.0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ExtenderRecipe:
    """Settings of the recipe.

    ``prepare`` 1 makes the cache of band energies anew even if there is one. ``rebuilt_share`` of
    the crops are decoder output. ``out`` is the folder of models that gets the result.
    """

    folder: Path = Path("runs/band_extender")
    cache: Path = DEFAULT_BANDS
    speech: Path = DEFAULT_SPEECH
    models: Path = Path("assets/models")
    out: Path | None = None
    prepare: int = 0
    minutes: float = 22.0
    budget_s: float = 1200.0
    learning_rate: float = 2e-3
    rows: int = 16
    crop_steps: int = 220
    rebuilt_share: float = 0.65
    threads: int = 1
    seed: int = 5


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class BandBatch:
    """Audio ``(B, 1, 160 T)``; frames ``(B, 2 T)`` and bands ``(B, 2 T, N_BANDS)`` in dB."""

    audio: Tensor
    carrier_db: Tensor
    bands_db: Tensor
    weight: Tensor


def frame_weight(
    cut: Cut, level_db: NDArray[np.float32], bands_db: NDArray[np.float32]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Weight of each frame and band, and the band energies without holes.

    Loud frames count 1, those ``SPAN_DB`` below the loudest one 0.03; bands above what the
    recording holds nothing.
    """
    loudest = float(level_db.max())
    weight = np.clip(1.0 + (level_db - loudest + 20.0) / (SPAN_DB - 20.0), 0.03, 1.0)
    held = np.asarray(EDGES_HZ[1:]) <= cut.top_hz + 1.0
    return (
        (weight[:, None] * held).astype(np.float32),
        np.maximum(bands_db, np.float32(loudest - DEEPEST_DB)),
    )


class BandBatches:
    """Endless random crops: every speaker by the square root of its length."""

    def __init__(self, cache: BandCache, recipe: ExtenderRecipe) -> None:
        self._cache, self._recipe = cache, recipe
        least = recipe.crop_steps * STEP
        self._cuts: dict[str, list[Cut]] = defaultdict(list)
        for cut in cache.cuts:
            if cut.split == "train" and cut.n_samples >= least:
                self._cuts[cut.speaker].append(cut)
        self._names = sorted(self._cuts)
        size = np.array([len(self._cuts[name]) for name in self._names], float) ** 0.5
        self._chances = size / size.sum()
        self._rng = np.random.default_rng(recipe.seed)

    def __iter__(self) -> Iterator[BandBatch]:
        while True:
            names = self._rng.choice(self._names, self._recipe.rows, p=self._chances)
            yield pack([self._crop(name) for name in names])

    def _crop(self, name: str) -> tuple[NDArray[np.float32], ...]:
        rng, recipe = self._rng, self._recipe
        cut = self._cuts[name][rng.integers(len(self._cuts[name]))]
        first = int(rng.integers(cut.n_samples // STEP - recipe.crop_steps + 1))
        last = first + recipe.crop_steps
        rebuilt = bool(rng.random() < recipe.rebuilt_share)
        audio = self._cache.audio(cut, first, last, rebuilt=rebuilt)
        frames = self._cache.bands(cut, first, last)
        return example(cut, audio, frames, rng)


def example(
    cut: Cut,
    audio: NDArray[np.float32],
    frames: NDArray[np.float32],
    rng: np.random.Generator | None,
) -> tuple[NDArray[np.float32], ...]:
    """Audio, carrier, bands and weights of one crop, perturbed where there is an ``rng``.

    An equaliser goes on above 8 kHz with what it has there: the target moves along.
    """
    weight, bands = frame_weight(cut, frames[:, -1], frames[:, :-1])
    if rng is not None:
        level_db = float(rng.uniform(-18.0, 12.0))
        edge_db = 0.0
        if rng.random() < 0.6:
            seed = int(rng.integers(2**32))
            audio, edge_db = equalised(audio, seed)
        audio = audio * np.float32(10 ** (level_db / 20.0))
        if rng.random() < 0.25:
            noise = coloured_noise(audio.shape[0], float(rng.uniform(0.0, 2.0)), rng)
            audio = mix_at_snr(audio, noise, float(rng.uniform(30.0, 60.0)))
        bands = bands + np.float32(level_db + edge_db)
    return audio, carrier_energies(audio), bands, weight


def equalised(audio: NDArray[np.float32], seed: int) -> tuple[NDArray[np.float32], float]:
    """Audio through a smooth random equaliser, and the gain that this has at 8 kHz in dB."""
    n_fft = scipy.fft.next_fast_len(audio.shape[0] + 512, real=True)
    frequency = np.append(scipy.fft.rfftfreq(n_fft, 1 / 16_000), 8000.0)
    gain = equaliser_gain(frequency, EQUALISER_DB, np.random.default_rng(seed))
    spectrum = scipy.fft.rfft(audio, n_fft) * gain[:-1].astype(np.float32)
    out = scipy.fft.irfft(spectrum, n_fft)[: audio.shape[0]].astype(np.float32)
    return out, float(20.0 * np.log10(gain[-1]))


def pack(rows: Sequence[tuple[NDArray[np.float32], ...]]) -> BandBatch:
    """Stack crops of one length."""
    audio, carrier, bands, weight = (
        torch.from_numpy(np.stack(part)) for part in zip(*rows, strict=True)
    )
    return BandBatch(audio=audio[:, None], carrier_db=carrier, bands_db=bands, weight=weight)


def made_db(log_gain: Tensor, carrier_db: Tensor) -> Tensor:
    """Energies that the synthesiser makes, ``(B, 2 T, N_BANDS)`` in dB, from gains ``(B, K, T)``.

    Gains move in straight lines from the end of a step to the end of the next one.
    """
    gain = torch.exp(log_gain.transpose(1, 2))
    before = torch.cat([torch.zeros_like(gain[:, :1]), gain[:, :-1]], dim=1)
    halves = torch.stack([0.75 * before + 0.25 * gain, 0.25 * before + 0.75 * gain], dim=2)
    frames = halves.flatten(1, 2)
    return torch.log(frames + 1e-9) / NEPER + carrier_db[..., None]


def errors_db(model: BandExtender, batch: BandBatch) -> tuple[Tensor, Tensor]:
    """Made minus true energies in dB and their weights, without the first steps of the crop."""
    skip = 2 * WARM_STEPS
    made = made_db(model(batch.audio), batch.carrier_db)
    return (made - batch.bands_db)[:, skip:], batch.weight[:, skip:]


def bands_loss(model: BandExtender, batch: BandBatch) -> tuple[Tensor, dict[str, float]]:
    """Weighted Huber loss of the errors in dB (knee at 8 dB)."""
    error, weight = errors_db(model, batch)
    loss = torch.nn.functional.huber_loss(
        error, torch.zeros_like(error), delta=8.0, reduction="none"
    )
    loss = (loss * weight).sum() / weight.sum() / 8.0
    return loss, {}


def dev_examples(cache: BandCache, *, longest: int = 600) -> dict[str, list[BandBatch]]:
    """The dev cuts, whole and unperturbed: as recorded, and rebuilt by the decoder."""
    found: dict[str, list[BandBatch]] = {"recorded": [], "rebuilt": []}
    for cut in cache.cuts:
        if cut.split == "dev" and cut.n_samples >= 4 * WARM_STEPS * STEP:
            stop = min(longest, cut.n_samples // STEP)
            for kind, items in found.items():
                audio = cache.audio(cut, 0, stop, rebuilt=kind == "rebuilt")
                items.append(pack([example(cut, audio, cache.bands(cut, 0, stop), None)]))
    return found


@torch.no_grad()
def validate(model: BandExtender, dev: dict[str, list[BandBatch]]) -> dict[str, float]:
    """Root mean square and mean of the errors in dB; the score is the rebuilt speech's."""
    figures: dict[str, float] = {}
    for kind, batches in dev.items():
        pairs = [errors_db(model, batch) for batch in batches]
        total = sum(float(weight.sum()) for _, weight in pairs)
        square = sum(float((error.square() * weight).sum()) for error, weight in pairs)
        mean = sum(float((error * weight).sum()) for error, weight in pairs)
        figures[f"{kind}_rms_db"] = (square / total) ** 0.5
        figures[f"{kind}_mean_db"] = mean / total
    figures["score"] = figures["rebuilt_rms_db"]
    return figures


def run(recipe: ExtenderRecipe) -> Iterator[FitEvent]:
    """Prepare where needed, train, and put the best model into ``out``."""
    torch.set_num_threads(recipe.threads)
    torch.manual_seed(recipe.seed)
    if recipe.prepare or not (recipe.cache / "cuts.json").is_file():
        settings = {"speech": recipe.speech, "models": recipe.models, "minutes": recipe.minutes}
        for event in prepare_bands(recipe.cache, **settings):
            if event["done"] % 100 == 0 or event["done"] == event["total"]:
                figures = {k: float(v) for k, v in event.items()}
                yield FitEvent(kind="prepare", step=event["done"], elapsed_s=0.0, figures=figures)
    cache = BandCache(recipe.cache)
    model = BandExtender()
    batches = BandBatches(cache, recipe)
    dev = dev_examples(cache)
    heard = [cut for cut in cache.cuts if cut.split == "train"]
    config = FitConfig(
        folder=recipe.folder,
        budget_s=recipe.budget_s,
        learning_rate=recipe.learning_rate,
        validate_every_s=60.0,
        log_every=50,
        ema_decay=0.998,
    )
    provenance = {
        "recipe": "band_extender",
        "model": {"band_extender": dataclasses.asdict(model.config)},
        "data": {
            "speakers": sorted({cut.speaker for cut in heard}),
            "cuts": len(heard),
            "minutes": round(sum(cut.n_samples for cut in heard) / 16_000 / 60, 1),
            "rate_hz": WIDE_RATE,
        },
    }
    yield from fit(
        model,
        batches,
        lambda batch: bands_loss(model, batch),
        lambda: validate(model, dev),
        config,
        provenance=provenance,
    )
    if recipe.out is not None:
        export(recipe.folder / "best.safetensors", recipe.out)


def export(checkpoint: Path, out: Path) -> Path:
    """Add the trained extender to a folder of models; what else is there stays.

    Raises
    ------
    SyrinxError
        If the checkpoint cannot be read or is of another size.
    """

    def build(values: dict[str, Any]) -> BandExtender:
        return BandExtender(BandExtenderConfig(**values))

    return export_checkpoint(checkpoint, out, build, name="band_extender", entry=EXTENDER_MODEL)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the recipe from the command line."""
    return recipe_main(argv, "band_extender", __doc__ or "", ExtenderRecipe, run)


if __name__ == "__main__":
    raise SystemExit(main())
