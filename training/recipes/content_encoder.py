"""The content encoder learns to name the phone of every frame of perturbed speech.

First stage of the conversion model, and a way to better it: the network hears every utterance
with another vocal tract, channel, room and noise each time and must name the phones that the
aligner found (``syrinx train align``): what a speaker's voice adds is of no use to it.
``conversion.py`` goes on from here together with the decoder. (CTC alone stayed on its plateau
of blanks, whatever led up to it: docs/quality.md.)
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.content_encoder import (
    MOST_EXCESS_DB,
    ContentEncoder,
    ContentEncoderConfig,
    loudness_db,
)
from syrinx.neural.export import load_exported
from syrinx.training.align import collapse, decode
from syrinx.training.augment_batch import HearingConfig, spec_augment
from syrinx.training.batches import (
    BatchMaker,
    InProcess,
    Microphone,
    PhoneSet,
    SpectralPerturbation,
    SpeechBatch,
)
from syrinx.training.data import DEFAULT_CACHE, DEFAULT_TAUGHT, SpeechCache
from syrinx.training.fit import FitConfig, FitEvent, fit, load_weights
from syrinx.training.frame_labels import good_takes
from syrinx.training.joined_cache import open_cache
from syrinx.training.losses import phone_loss
from syrinx.training.recipe_cli import recipe_main

WEIGHTS = {"speech_commands_subset": 0.5, "fsdd_digits_8k": 0.4, "english_ccc_words": 0.6}
HEARING = HearingConfig(gain_chance=0.0)
"""Levels already vary, and the excess of what is heard over the speech must be known."""


class PhoneRecogniser(nn.Module):
    """The content encoder with a phone head: what the recipe trains."""

    def __init__(self, phones: PhoneSet, config: ContentEncoderConfig | None = None) -> None:
        super().__init__()
        self.encoder = ContentEncoder(config)
        channels = self.encoder.config.content_channels
        self.head = nn.Sequential(nn.Linear(channels, 256), nn.GELU(), nn.Linear(256, len(phones)))

    def content(
        self,
        audio: Tensor,
        perturbation: SpectralPerturbation | None,
        rng: np.random.Generator,
    ) -> Tensor:
        """Audio ``(B, 1, n)`` to content ``(B, T, C)``, perturbed when training."""
        return self.hear(audio, perturbation, rng)[0]

    def hear(
        self,
        audio: Tensor,
        perturbation: SpectralPerturbation | None,
        rng: np.random.Generator,
        *,
        hide: bool = False,
    ) -> tuple[Tensor, Tensor]:
        """Audio ``(B, 1, n)`` to content ``(B, T, C)`` and excess in dB ``(B, T, 1)``.

        ``hide`` takes parts of the spectrogram away (SpecAugment).
        """
        encoder = self.encoder
        state = encoder.initial_state(audio.shape[0])
        with torch.autocast("cpu", enabled=False), torch.no_grad():
            framing = {"past": state["framing.past"]}
            frames, _ = encoder.frames(audio, framing)
            frames = frames[..., -encoder.config.win_length :]
            if perturbation is None:
                log_mel = encoder.log_mel(frames)
            else:
                mel = perturbation(encoder.log_mel.magnitude(frames), rng)
                log_mel = encoder.log_mel.compress(mel)
            if hide:
                log_mel = spec_augment(log_mel, rng)
        content, excess_db, _ = encoder.trunk(log_mel, state)
        return content, excess_db

    def listen(self, audio: Tensor) -> Tensor:
        """Content ``(B, T, C)`` of ``audio (B, 1, n)``, with its gradient, unperturbed."""
        encoder = self.encoder
        state = encoder.initial_state(audio.shape[0])
        with torch.autocast("cpu", enabled=False):
            frames, _ = encoder.frames(audio.float(), {"past": state["framing.past"]})
            log_mel = encoder.log_mel(frames[..., -encoder.config.win_length :])
        return encoder.trunk(log_mel, state)[0]

    def level_dbfs(self, audio: Tensor) -> Tensor:
        """Level ``(B, T, 1)`` of what is heard in ``audio (B, 1, n)``, frame by frame."""
        past = self.encoder.initial_state(audio.shape[0])["framing.past"]
        frames, _ = self.encoder.frames(audio, {"past": past})
        return loudness_db(frames)

    def excess_loss(self, excess_db: Tensor, heard: Tensor, speech: Tensor) -> Tensor:
        """Distance of the excess from the true one, in units of 10 dB, where there is sound.

        ``heard`` and ``speech``, ``(B, 1, n)``, are the same recording with and without noise and
        room.
        """
        with torch.no_grad():
            level = self.level_dbfs(heard)
            wanted = (level - self.level_dbfs(speech)).clamp(0.0, MOST_EXCESS_DB)
            sound = (level > -75.0).float()
        distance = (excess_db.float() - wanted).abs() * sound
        return 0.1 * distance.sum() / sound.sum().clamp(min=1.0)


def edit_distance(a: list[int], b: list[int]) -> int:
    """Levenshtein distance of two label sequences."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1]


def phone_error_rate(
    model: PhoneRecogniser, batches: list[SpeechBatch], rng: np.random.Generator
) -> float:
    """Phone error rate in percent, input unperturbed, decoded as :func:`align.decode` does."""
    errors = total = 0
    for batch in batches:
        with torch.autocast("cpu", dtype=torch.bfloat16), torch.no_grad():
            logits = model.head(model.content(batch.audio, None, rng))
        log_p = F.log_softmax(logits.float(), dim=-1).numpy()
        for row, frames in enumerate(batch.frames.tolist()):
            n = int(batch.label_lengths[row])
            found = collapse(decode(log_p[row, :frames]))
            errors += edit_distance(found, batch.labels[row, :n].tolist())
            total += n
    return 100.0 * errors / max(1, total)


def dev_batches(
    cache: SpeechCache, phones: PhoneSet, *, limit: int = 160, longest_s: float = 8.0
) -> list[SpeechBatch]:
    """A fixed set of dev sentences with texts, in batches of 16."""
    wanted = ("librispeech", "speechocean762", "english_ccc_words")
    chosen = [
        u
        for u in cache.select("dev", wanted)
        if u.phones and 16000 <= u.n_samples <= longest_s * 16000
    ]
    step = max(1, len(chosen) // limit)
    chosen = sorted(chosen[::step][:limit], key=lambda u: u.n_samples)
    maker = BatchMaker(cache, chosen, {}, phones, batch_s=1e9, longest_s=longest_s, seed=7)
    return [
        maker.pack(chosen[i : i + 16], round(longest_s * 16000)) for i in range(0, len(chosen), 16)
    ]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ContentRecipe:
    """Settings of the recipe.

    ``start_from`` is a folder of exported models whose content encoder is read back, or a
    checkpoint of this recipe; it counts only where ``folder`` has no run. ``hidden_chance`` is
    the share of the batches of which parts are hidden (SpecAugment).
    """

    folder: Path = Path("runs/content_encoder")
    start_from: Path | None = Path("assets/models")
    cache: Path = DEFAULT_CACHE
    taught: Path = DEFAULT_TAUGHT
    budget_s: float = 1500.0
    learning_rate: float = 1.5e-3
    batch_s: float = 64.0
    longest_s: float = 4.0
    content_noise: float = 0.35
    speed_chance: float = 0.4
    heard_chance: float = 0.5
    hidden_chance: float = 0.3
    seed: int = 1


def phone_set_of(cache: SpeechCache) -> PhoneSet:
    """The phones that the train speakers' shorter texts have, of every recipe."""
    train = cache.select("train")
    return PhoneSet.of([u for u in train if u.phones and u.n_samples <= 7 * 16000])


def run(recipe: ContentRecipe) -> Iterator[FitEvent]:
    """Train; yields the events of :func:`syrinx.training.fit.fit`."""
    torch.manual_seed(recipe.seed)
    cache = open_cache(recipe.cache, recipe.taught)
    if not cache.phone_names:
        raise SyrinxError("The phones are not aligned: run `syrinx train align` first.")
    phones = phone_set_of(SpeechCache(recipe.cache))
    train = [u for u in good_takes(cache, cache.select("train")) if u.phones and u.n_samples > 4800]
    model = PhoneRecogniser(phones)
    if recipe.start_from is not None and recipe.start_from.is_dir():
        path = recipe.start_from / "content_encoder.fp16.onnx"
        if path.is_file():
            load_exported(model.encoder, onnx.load(path))
    elif recipe.start_from is not None:
        load_weights(model, recipe.start_from)
    perturbation = SpectralPerturbation(model.encoder.log_mel.mel, model.encoder.log_mel.n_bins)
    rng = np.random.default_rng(recipe.seed)
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
    dev = dev_batches(cache, phones)

    def loss_of(batch: SpeechBatch) -> tuple[Tensor, dict[str, float]]:
        hide = rng.random() < recipe.hidden_chance
        with torch.autocast("cpu", dtype=torch.bfloat16):
            assert batch.heard is not None
            content, excess_db = model.hear(batch.heard, perturbation, rng, hide=hide)
            content = content + recipe.content_noise * torch.randn_like(content)
            logits = model.head(content)
        loss = phone_loss(logits, batch.phones, batch.frames, batch.labels, batch.label_lengths)
        excess = model.excess_loss(excess_db, batch.heard, batch.audio)
        if loss is None:
            return excess, {"excess": float(excess.detach())}
        figures = {"phones": float(loss.detach()), "excess": float(excess.detach())}
        if batch.phones is not None:
            known = batch.phones > 0
            right = (logits.argmax(-1) == batch.phones) & known
            figures["right"] = float(right.sum() / known.sum().clamp(min=1))
        return loss + excess, figures

    def validate() -> dict[str, float]:
        rate = phone_error_rate(model, dev, np.random.default_rng(0))
        right, loss = frames_named(model, dev)
        return {"score": loss, "phone_error_rate": rate, "frames_right": right}

    config = FitConfig(
        folder=recipe.folder,
        budget_s=recipe.budget_s,
        learning_rate=recipe.learning_rate,
        warmup_steps=100,
        ema_decay=0.998,
    )
    provenance = {
        "recipe": "content_encoder",
        "data": {"utterances": len(train), "corpora": sorted({u.corpus for u in train})},
        "phones": list(phones.phones),
        "model": dataclasses.asdict(model.encoder.config),
    }
    yield from fit(
        model, InProcess(lambda: iter(maker)), loss_of, validate, config, provenance=provenance
    )


def frames_named(model: PhoneRecogniser, batches: Sequence[SpeechBatch]) -> tuple[float, float]:
    """Share of the frames of phones named right, in percent, and the loss on all frames."""
    right = spoken = count = 0
    loss = 0.0
    for batch in batches:
        if batch.phones is None:
            continue
        with torch.autocast("cpu", dtype=torch.bfloat16), torch.no_grad():
            logits = model.head(model.content(batch.audio, None, np.random.default_rng(0)))
        wanted = batch.phones
        right += int(((logits.argmax(-1) == wanted) & (wanted > 0)).sum())
        spoken += int((wanted > 0).sum())
        count += int((wanted >= 0).sum())
        loss += float(
            F.cross_entropy(
                logits.float().flatten(0, 1), wanted.flatten(), ignore_index=-1, reduction="sum"
            )
        )
    return 100.0 * right / max(1, spoken), loss / max(1, count)


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    return recipe_main(argv, "content_encoder", (__doc__ or "").split("\n")[0], ContentRecipe, run)


if __name__ == "__main__":
    raise SystemExit(main())
