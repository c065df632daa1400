"""The noise suppressor learns which bands are speech, and when somebody speaks.

It hears speech of train speakers in rooms, in recorded, made and talking noise from -5 to 25 dB,
clean, and noise alone, at any level through any microphone. What counts is the compressed
spectrum (Braun and Tashev 2020) of what its gains leave; taking speech away costs more than
leaving noise.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from syrinx.dsp.suppression import (
    N_BANDS,
    analysis_window,
    band_centres,
    gain_matrix,
    power_matrix,
)
from syrinx.neural.runtime.registry import SUPPRESSOR_MODEL
from syrinx.neural.suppressor import Suppressor, SuppressorConfig
from syrinx.training.data import DEFAULT_CACHE, SpeechCache
from syrinx.training.fit import FitConfig, FitEvent, fit
from syrinx.training.noise_kinds import UNSEEN, test_parts, train_parts
from syrinx.training.recipe_cli import recipe_main
from syrinx.training.recipes.export_one import export_checkpoint
from syrinx.training.suppression_data import (
    MixBatch,
    MixBatches,
    MixConfig,
    SpeechStreams,
    framed,
)

COMPRESSION = 0.3
COMPLEX_SHARE = 0.3
ACTIVITY_WEIGHT = 0.06
ONSET_HOPS, ONSET_WEIGHT = 10, 5.0
"""The first 50 ms of speech count for more: the gate must open for them."""
WARM_HOPS = 40
_DEV_SEED = 77


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SuppressorRecipe:
    """Settings of the recipe.

    ``out`` is the folder of models that gets the result; ``lost_speech`` how much more speech
    that is taken away counts than noise that is left.
    """

    folder: Path = Path("runs/suppressor")
    cache: Path = DEFAULT_CACHE
    out: Path | None = None
    budget_s: float = 3000.0
    learning_rate: float = 2e-3
    lost_speech: float = 2.0
    validate_every_s: float = 240.0
    channels: int = 144
    hidden: int = 192
    rows: int = 16
    crop_hops: int = 600
    noises: int = 360
    rooms: int = 60
    dev_batches: int = 5
    threads: int = 1
    seed: int = 5


class Spectral(torch.nn.Module):
    """Spectra, features, bin gains and weights of the loss, from `syrinx.dsp.suppression`."""

    def __init__(self) -> None:
        super().__init__()
        window = analysis_window()
        self.register_buffer("window", torch.from_numpy(window))
        self.register_buffer("power", torch.from_numpy(power_matrix()))
        self.register_buffer("gain", torch.from_numpy(gain_matrix()))
        width = np.gradient(band_centres())
        weight = 1.0 / np.sqrt(width @ gain_matrix())
        self.register_buffer("weight", torch.tensor(weight / weight.mean(), dtype=torch.float32))
        # A bin of white noise of unit level has this magnitude.
        self.unit = float(np.sqrt(np.sum(window.astype(np.float64) ** 2)))

    def spectra(self, audio: Tensor) -> Tensor:
        """Complex spectra ``(B, T, N_BINS)`` of audio ``(B, n)``."""
        return torch.fft.rfft(framed(audio) * self.window)

    def features(self, spectra: Tensor) -> Tensor:
        """What the network hears, ``(B, T, N_BANDS)``."""
        power = spectra.real.square() + spectra.imag.square()
        return (10.0 * torch.log10(power @ self.power + 1e-10) + 70.0) / 20.0


def suppression_loss(
    model: Suppressor, spectral: Spectral, batch: MixBatch, lost_speech: float
) -> tuple[Tensor, dict[str, float]]:
    """Distance of the compressed spectra, and the cross entropy of the activity."""
    with torch.no_grad():
        heard, wanted = spectral.spectra(batch.heard), spectral.spectra(batch.wanted)
        features = spectral.features(heard)
        scale = (batch.scale / spectral.unit)[:, None, None]
        loud, true = heard.abs() * scale + 1e-4, wanted.abs() * scale + 1e-5
        cosine = (heard * wanted.conj()).real * scale * scale / (loud * true)
        loud, true = loud**COMPRESSION, true**COMPRESSION
    with torch.autocast("cpu", torch.bfloat16, enabled=model.training):
        state = {k: v.to(features) for k, v in model.initial_state(features.shape[0]).items()}
        logits = model.logits(features, state)[0]
    logits = logits.float()
    gain = torch.sigmoid(logits[..., :N_BANDS]) @ spectral.gain
    left = (gain + 1e-4) ** COMPRESSION * loud
    error = (left - true).square()
    lost = F.relu(true - left).square()
    complex_error = left.square() + true.square() - 2.0 * left * true * cosine
    total = (1.0 - COMPLEX_SHARE) * error + COMPLEX_SHARE * complex_error + lost_speech * lost
    spectrum = (total * spectral.weight)[:, WARM_HOPS:].mean()
    activity = activity_loss(logits[..., N_BANDS], batch.speech)
    figures = {"spectrum": float(spectrum.detach()), "activity": float(activity.detach())}
    return spectrum + ACTIVITY_WEIGHT * activity, figures


def activity_loss(logits: Tensor, speech: Tensor) -> Tensor:
    """Cross entropy of ``(B, T)`` with more weight on beginnings of speech."""
    earlier = F.pad(speech[:, :-ONSET_HOPS], (ONSET_HOPS, 0))
    weight = 1.0 + (ONSET_WEIGHT - 1.0) * speech * (1.0 - earlier)
    loss = F.binary_cross_entropy_with_logits(logits, speech, reduction="none") * weight
    return loss[:, WARM_HOPS:].sum() / weight[:, WARM_HOPS:].sum()


def dev_set(cache: SpeechCache, recipe: SuppressorRecipe) -> list[MixBatch]:
    """Mixtures of dev speakers with the kept parts of the noises; always the same ones."""
    config = MixConfig(
        rows=recipe.rows,
        crop_hops=recipe.crop_hops,
        noises=min(60, recipe.noises),
        rooms=min(10, recipe.rooms),
        clean_chance=0.1,
    )
    parts = test_parts(cache.noises())
    batches = iter(MixBatches(SpeechStreams(cache, "dev"), parts, config, seed=_DEV_SEED))
    return [next(batches) for _ in range(recipe.dev_batches)]


@torch.no_grad()
def validate(
    model: Suppressor, spectral: Spectral, dev: Sequence[MixBatch], lost_speech: float
) -> dict[str, float]:
    """Losses over the dev set; the score is the one that was trained."""
    sums: dict[str, float] = {}
    for batch in dev:
        loss, figures = suppression_loss(model, spectral, batch, lost_speech)
        for key, value in {"score": float(loss), **figures}.items():
            sums[key] = sums.get(key, 0.0) + value / len(dev)
    return sums


def _steps_done(folder: Path) -> int:
    """Steps of a training that is to be resumed, 0 for a new one."""
    path = folder / "provenance.json"
    return int(json.loads(path.read_text())["steps"]) if path.is_file() else 0


def run(recipe: SuppressorRecipe) -> Iterator[FitEvent]:
    """Train, and put the best model into ``out``."""
    torch.set_num_threads(recipe.threads)
    torch.manual_seed(recipe.seed)
    cache = SpeechCache(recipe.cache)
    model = Suppressor(SuppressorConfig(channels=recipe.channels, hidden=recipe.hidden))
    spectral = Spectral()
    streams = SpeechStreams(cache)
    mix = MixConfig(
        rows=recipe.rows, crop_hops=recipe.crop_hops, noises=recipe.noises, rooms=recipe.rooms
    )
    seed = recipe.seed + _steps_done(recipe.folder)  # a resumed training hears other mixtures
    batches = MixBatches(streams, train_parts(cache.noises()), mix, seed=seed)
    dev = dev_set(cache, recipe)
    config = FitConfig(
        folder=recipe.folder,
        budget_s=recipe.budget_s,
        learning_rate=recipe.learning_rate,
        validate_every_s=recipe.validate_every_s,
        log_every=50,
        ema_decay=0.998,
    )
    heard = streams.utterances
    provenance = {
        "recipe": "suppressor",
        "model": {"suppressor": dataclasses.asdict(model.config)},
        "lost_speech": recipe.lost_speech,
        "data": {
            "corpora": sorted({u.corpus for u in heard}),
            "speakers": len({u.speaker_key for u in heard}),
            "minutes": round(sum(u.n_samples for u in heard) / 16_000 / 60, 1),
            "noises": sorted(set(cache.noises()) - {UNSEEN}),
        },
    }
    yield from fit(
        model,
        batches,
        lambda batch: suppression_loss(model, spectral, batch, recipe.lost_speech),
        lambda: validate(model, spectral, dev, recipe.lost_speech),
        config,
        provenance=provenance,
    )
    if recipe.out is not None:
        export(recipe.folder / "best.safetensors", recipe.out)


def export(checkpoint: Path, out: Path) -> Path:
    """Add the trained suppressor to a folder of models; what else is there stays.

    Raises
    ------
    SyrinxError
        If the checkpoint cannot be read or is of another size.
    """

    def build(values: dict[str, Any]) -> Suppressor:
        return Suppressor(SuppressorConfig(**values))

    return export_checkpoint(checkpoint, out, build, name="suppressor", entry=SUPPRESSOR_MODEL)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the recipe from the command line."""
    return recipe_main(argv, "suppressor", __doc__ or "", SuppressorRecipe, run)


if __name__ == "__main__":
    raise SystemExit(main())
