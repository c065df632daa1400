"""Content encoder and decoder together, each utterance through another speaker's ears.

The encoder hears the utterance with another vocal tract, channel and noise (information
perturbation) and keeps naming phones; the decoder must give back the unperturbed recording from
content, F0, loudness and an embedding taken from *other* recordings of the same speaker. What
the perturbation destroys, the decoder can only learn from the embedding: that is what makes the
voice exchangeable. A classifier behind a gradient reversal takes out what is left of the speaker.
Part of each batch is converted to somebody else, heard, and brought back; discriminators judge
what is made (``training/conversion_step.py``).
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from safetensors import safe_open
from safetensors.torch import load_file
from torch import Tensor

from syrinx.neural.content_encoder import LATENCY
from syrinx.neural.decoder import Decoder
from syrinx.neural.export import load_exported
from syrinx.neural.runtime.registry import INDEX_NAME
from syrinx.neural.speaker_encoder import load_speaker_encoder
from syrinx.training.batches import BatchMaker, InProcess, Microphone, PhoneSet, SpeechBatch
from syrinx.training.conversion_step import ConversionModel, ConversionStep, LossConfig
from syrinx.training.cross_speaker import Listeners, draw_targets
from syrinx.training.data import DEFAULT_CACHE, SpeechCache
from syrinx.training.discriminators import Discriminators
from syrinx.training.fit import FitConfig, FitEvent, fit, load_weights
from syrinx.training.frame_labels import good_takes
from syrinx.training.recipe_cli import recipe_main
from syrinx.training.recipes.content_encoder import (
    HEARING,
    PhoneRecogniser,
    dev_batches,
    frames_named,
    phone_error_rate,
    phone_set_of,
)
from syrinx.training.recipes.speaker_encoder import CHECKPOINT
from syrinx.training.sharpen import unsharpen_head
from syrinx.training.speaker_book import SpeakerBook

WEIGHTS = {
    "librispeech": 1.5,
    "vctk_subset": 1.5,
    "speechocean762": 0.6,
    "speech_commands_subset": 0.25,
    "fsdd_digits_8k": 0.0,
    "asterisk_allison_8k": 0.0,
    "alphanumeric_sakshee": 0.3,
    "english_ccc_words": 0.5,
    "audio_cmn": 0.4,
    "rhasspy_kathleen": 0.8,
}


PHONE_HEAD = CHECKPOINT.with_name("phone_head.safetensors")
"""The phone head that belongs to the shipped encoder, fp16: only training needs it."""
DISCRIMINATORS = CHECKPOINT.with_name("discriminators.safetensors")
"""Those that the shipped decoder was trained before, fp16."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ConversionRecipe:
    """Settings of the recipe.

    ``start_from`` is a folder of exported models (encoder and decoder are read back), a
    checkpoint of this recipe or of the recipe ``content_encoder``; it counts only where
    ``folder`` has no run. ``phone_head`` and ``discriminators`` go with a folder of models;
    a checkpoint brings the discriminators that lie beside it.
    ``recogniser``, a checkpoint of ``content_encoder``, then takes the place of the one that
    ``start_from`` has.
    ``cross_share`` of the rows of a batch are converted as well.
    """

    folder: Path = Path("runs/conversion")
    start_from: Path | None = Path("assets/models")
    recogniser: Path | None = None
    embeddings: Path = DEFAULT_CACHE / "speaker_embeddings.npy"
    cache: Path = DEFAULT_CACHE
    budget_s: float = 3600.0
    speaker_encoder: Path = CHECKPOINT
    phone_head: Path = PHONE_HEAD
    discriminators: Path = DISCRIMINATORS
    learning_rate: float = 1e-3
    batch_s: float = 40.0
    longest_s: float = 4.0
    speed_chance: float = 0.4
    heard_chance: float = 0.6
    content_noise: float = 0.2
    noise_ramp_steps: int = 600
    cross_share: float = 0.5
    content_gradient: float = 0.25
    phones_weight: float = 1.0
    similarity_weight: float = 0.3
    adversarial_weight: float = 1.0
    ema_decay: float = 0.999
    seed: int = 2

    def losses(self, *, trained: bool) -> LossConfig:
        """Weights of the losses; without a trained recogniser nobody is there to listen yet."""
        return LossConfig(
            content_noise=self.content_noise,
            noise_ramp_steps=self.noise_ramp_steps,
            cross_share=self.cross_share if trained else 0.0,
            content_gradient=self.content_gradient,
            phones=self.phones_weight,
            similarity=self.similarity_weight,
            adversarial=self.adversarial_weight,
        )


def load_phone_head(recogniser: PhoneRecogniser, phones: PhoneSet, path: Path) -> bool:
    """Load the kept phone head, if it names the same phones; return whether it does."""
    if not path.is_file():
        return False
    with safe_open(path, framework="pt") as file:
        named = json.loads((file.metadata() or {}).get("phones", "[]"))
    if tuple(named) != phones.phones:
        return False
    load_weights(recogniser.head, path)
    return True


def _unsharpen(decoder: Decoder, models: Path) -> None:
    """Take back what the export of a folder of models did to its decoder."""
    path = models / INDEX_NAME
    if not path.is_file():
        return
    entry = json.loads(path.read_text())["models"].get("decoder.fp16", {})
    origin = entry.get("provenance", {}).get("training", {})
    if (strength := float(origin.get("sharpened", 1.0))) != 1.0:
        unsharpen_head(decoder, strength, float(origin.get("sharpened_reach_bins", 20.0)))


def _start(model: ConversionModel, source: Path, phones: PhoneSet, head: Path) -> bool:
    """Load what there is to start from; return whether the recogniser is a trained one."""
    if source.is_file():
        weights = {k: v.float() for k, v in load_file(source).items()}
        if any(name.startswith("decoder.") for name in weights):
            known = {k: v for k, v in weights.items() if not k.startswith("adversary.")}
            model.load_state_dict(known, strict=False)
        else:
            load_weights(model.recogniser, source)
        return True
    parts = {"content_encoder": model.recogniser.encoder, "decoder": model.decoder}
    for name, part in parts.items():
        path = source / f"{name}.fp16.onnx"
        if path.is_file():
            load_exported(part, onnx.load(path))
    _unsharpen(model.decoder, source)
    return load_phone_head(model.recogniser, phones, head)


def start_discriminators(discriminators: Discriminators, recipe: ConversionRecipe) -> bool:
    """Load those of what is started from; return whether there are any."""
    source = recipe.start_from
    if source is None:
        return False
    state = recipe.discriminators if source.is_dir() else source.with_name("optimizer.pt")
    if not state.is_file():
        return False
    if source.is_dir():
        load_weights(discriminators, state)
        return True
    kept = torch.load(state, weights_only=True).get("companions", {}).get("discriminators")
    if kept:
        discriminators.load_state_dict(kept)
    return bool(kept)


def run(recipe: ConversionRecipe) -> Iterator[FitEvent]:
    """Train; yields the events of :func:`syrinx.training.fit.fit`."""
    torch.manual_seed(recipe.seed)
    cache = SpeechCache(recipe.cache)
    phones = phone_set_of(cache)
    train = [
        u
        for u in good_takes(cache, cache.select("train"))
        if WEIGHTS.get(u.corpus, 1.0) > 0 and u.band_hz >= 16000
    ]
    book = SpeakerBook(cache, np.load(recipe.embeddings), seed=recipe.seed)
    model = ConversionModel(phones, book.n_speakers)
    resumed, trained = recipe.folder / "last.safetensors", False
    if resumed.is_file():
        trained = _start(model, resumed, phones, recipe.phone_head)
    elif recipe.start_from is not None:
        trained = _start(model, recipe.start_from, phones, recipe.phone_head)
        if recipe.recogniser is not None:
            trained = _start(model, recipe.recogniser, phones, recipe.phone_head)
    encoder = model.recogniser.encoder
    step = ConversionStep(
        model,
        Listeners(load_speaker_encoder(recipe.speaker_encoder), model.recogniser),
        Discriminators(encoder.log_mel.mel),
        recipe.losses(trained=trained),
        seed=recipe.seed,
    )
    if not resumed.is_file() and start_discriminators(step.discriminators, recipe):
        step.steps = max(step.config.solo_steps, step.config.noise_ramp_steps)
    maker = BatchMaker(
        cache,
        train,
        WEIGHTS,
        phones,
        batch_s=recipe.batch_s,
        longest_s=recipe.longest_s,
        seed=recipe.seed,
        speed_chance=recipe.speed_chance,
        microphone=Microphone(noises=cache.noises(), chance=recipe.heard_chance, config=HEARING),
    )
    dev = dev_batches(cache, phones, limit=64, longest_s=6.0)
    dev_speakers = [SpeakerBook(cache, book.embeddings, seed=0).batch(b) for b in dev]

    def loss_of(batch: SpeechBatch) -> tuple[Tensor, dict[str, float]]:
        numbers = [book.number(u, s) for u, s in zip(batch.utterances, batch.speeds, strict=True)]
        return step(
            batch,
            speaker=book.batch(batch),
            other=book.batch(batch),
            numbers=torch.tensor(numbers),
            targets=lambda rows: draw_targets(
                batch, rows, maker.utterances, maker.p, book.draw, step.rng
            ),
        )

    def validate() -> dict[str, float]:
        rate = phone_error_rate(model.recogniser, dev, np.random.default_rng(0))
        total = unlike = flat = 0.0
        for batch, speaker in zip(dev, dev_speakers, strict=True):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                content = model.recogniser.content(batch.audio, None, step.rng)
                loud = model.loudness(batch.audio)
                made = model.synthesise(content, batch.f0_hz, loud, speaker)
                other = speaker.roll(1, dims=0)
                as_other = model.synthesise(content, batch.f0_hz, loud, other)
                embedding = step.listeners.speaker_encoder(as_other[:, None, LATENCY:])
            unlike += float(1.0 - (embedding * other).sum(1).mean()) / len(dev)
            distance, contrast = step.rebuilt(batch.audio, made.float())
            total += float(distance) / len(dev)
            flat += float(contrast) / len(dev)
        return {
            "score": total + flat + 0.01 * rate + unlike,
            "rebuilt": total,
            "contrast": flat,
            "dissimilar": unlike,
            "phone_error_rate": rate,
            "frames_right": frames_named(model.recogniser, dev)[0],
        }

    config = FitConfig(
        folder=recipe.folder,
        budget_s=recipe.budget_s,
        learning_rate=recipe.learning_rate,
        ema_decay=recipe.ema_decay,
        validate_every_s=300.0,
    )
    provenance = {
        "recipe": "conversion",
        "started_from": None if recipe.start_from is None else str(recipe.start_from),
        "data": {"utterances": len(train), "corpora": sorted({u.corpus for u in train})},
        "phones": list(phones.phones),
        "encoder": dataclasses.asdict(encoder.config),
        "decoder": dataclasses.asdict(model.decoder.config),
        "losses": dataclasses.asdict(step.config),
    }
    yield from fit(
        model,
        InProcess(lambda: iter(maker)),
        loss_of,
        validate,
        config,
        provenance=provenance,
        companions=step.companions,
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    return recipe_main(argv, "conversion", (__doc__ or "").split("\n")[0], ConversionRecipe, run)


if __name__ == "__main__":
    raise SystemExit(main())
