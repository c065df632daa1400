"""The content encoder learns phones (CTC) from perturbed speech.

First stage of the conversion model. The network hears every utterance with another vocal tract,
channel and noise each time and must name the phones: what a speaker's voice adds is of no use to
it. Single words come first, with their phones spread evenly over them: CTC alone, on sentences,
stayed on its plateau of blanks for 250 steps. ``conversion.py`` goes on from here together with
the decoder.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from syrinx.neural.content_encoder import ContentEncoder, ContentEncoderConfig
from syrinx.training.batches import (
    Ahead,
    BatchMaker,
    PhoneSet,
    SpectralPerturbation,
    SpeechBatch,
    add_noise,
)
from syrinx.training.data import DEFAULT_CACHE, SpeechCache, Utterance
from syrinx.training.fit import FitConfig, FitEvent, fit
from syrinx.training.losses import ctc_loss
from syrinx.training.recipe_cli import recipe_main

WEIGHTS = {"speech_commands_subset": 0.5, "fsdd_digits_8k": 0.4, "english_ccc_words": 0.6}


class PhoneRecogniser(nn.Module):
    """The content encoder with a phone head: what the recipe trains."""

    def __init__(self, phones: PhoneSet, config: ContentEncoderConfig | None = None) -> None:
        super().__init__()
        self.encoder = ContentEncoder(config)
        channels = self.encoder.config.content_channels
        self.head = nn.Sequential(nn.Linear(channels, 256), nn.GELU(), nn.Linear(256, len(phones)))

    def content(
        self, audio: Tensor, perturbation: SpectralPerturbation | None, rng: np.random.Generator
    ) -> Tensor:
        """Audio ``(B, 1, n)`` to content ``(B, T, C)``, perturbed when training."""
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
        return encoder.trunk(log_mel, state)[0]


def flat_start_targets(batch: SpeechBatch) -> Tensor:
    """Phones spread evenly over the loud part of each utterance, ``(B, T)``; blank outside.

    The equal alignment from which hidden Markov models are trained: wrong, but right often enough
    to lead CTC out of its plateau of blanks in a few hundred steps. Row ``t`` is what the content
    of step ``t`` describes (the frame centred one hop before the newest hop).
    """
    blocks = batch.audio[:, 0].unfold(-1, 160, 160).square().mean(-1)
    targets = torch.zeros(blocks.shape, dtype=torch.long)
    for row, n in enumerate(batch.label_lengths.tolist()):
        power = blocks[row]
        loud = (power > 3e-3 * power.max()).nonzero().flatten()
        if n == 0 or loud.numel() < n:
            continue
        first, last = int(loud[0]), int(loud[-1]) + 1
        place = torch.arange(last - first) * n // (last - first)
        end = min(last + 1, blocks.shape[1])
        targets[row, first + 1 : end] = batch.labels[row, place][: end - first - 1]
    return targets


def greedy(logits: Tensor, frames: Tensor) -> list[list[int]]:
    """Best-path CTC decoding."""
    out = []
    for row, n in zip(logits.argmax(-1).tolist(), frames.tolist(), strict=True):
        path = row[:n]
        out.append([p for i, p in enumerate(path) if p and (i == 0 or p != path[i - 1])])
    return out


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
    """Phone error rate in percent, decoding greedily, input unperturbed."""
    errors = total = 0
    for batch in batches:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model.head(model.content(batch.audio, None, rng))
        for row, found in enumerate(greedy(logits, batch.frames)):
            n = int(batch.label_lengths[row])
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
    """Settings of the recipe."""

    folder: Path = Path("runs/content_encoder")
    cache: Path = DEFAULT_CACHE
    budget_s: float = 1500.0
    learning_rate: float = 1.5e-3
    batch_s: float = 72.0
    longest_s: float = 7.0
    content_noise: float = 0.1
    flat_start_steps: int = 240
    flat_start_phones: int = 8
    seed: int = 1


def run(recipe: ContentRecipe) -> Iterator[FitEvent]:
    """Train; yields the events of :func:`syrinx.training.fit.fit`."""
    torch.manual_seed(recipe.seed)
    cache = SpeechCache(recipe.cache)
    train = [
        u for u in cache.select("train") if u.phones and u.n_samples <= recipe.longest_s * 16000
    ]
    phones = PhoneSet.of(train)
    model = PhoneRecogniser(phones)
    perturbation = SpectralPerturbation(model.encoder.log_mel.mel, model.encoder.log_mel.n_bins)
    noises = cache.noises()
    rng = np.random.default_rng(recipe.seed)
    words = [u for u in train if len(phones.encode(u.phones)) <= recipe.flat_start_phones]

    def maker(utterances: list[Utterance]) -> Iterator[SpeechBatch]:
        return iter(
            BatchMaker(
                cache,
                utterances,
                WEIGHTS,
                phones,
                batch_s=recipe.batch_s,
                longest_s=recipe.longest_s,
                seed=recipe.seed,
            )
        )

    def curriculum() -> Iterator[SpeechBatch]:
        resumed = (recipe.folder / "last.safetensors").is_file()
        if not resumed:
            yield from itertools.islice(maker(words), recipe.flat_start_steps)
        yield from maker(train)

    dev = dev_batches(cache, phones)

    steps = 0 if not (recipe.folder / "last.safetensors").is_file() else recipe.flat_start_steps

    def loss_of(batch: SpeechBatch) -> tuple[Tensor, dict[str, float]]:
        nonlocal steps
        audio = add_noise(batch.audio, noises, rng)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            content = model.content(audio, perturbation, rng)
            content = content + recipe.content_noise * torch.randn_like(content)
            logits = model.head(content)
        loss = ctc_loss(logits, batch.frames, batch.labels, batch.label_lengths)
        figures = {"ctc": float(loss.detach())}
        if steps < recipe.flat_start_steps:
            targets = flat_start_targets(batch)
            frame = F.cross_entropy(logits.float().flatten(0, 1), targets.flatten())
            share = steps / recipe.flat_start_steps
            loss = share * loss + 2.0 * (1 - share) * frame
            figures["frame"] = float(frame.detach())
        steps += 1
        return loss, figures

    def validate() -> dict[str, float]:
        rate = phone_error_rate(model, dev, np.random.default_rng(0))
        return {"score": rate, "phone_error_rate": rate}

    config = FitConfig(
        folder=recipe.folder,
        budget_s=recipe.budget_s,
        learning_rate=recipe.learning_rate,
        warmup_steps=100,
    )
    provenance = {
        "recipe": "content_encoder",
        "data": {"utterances": len(train), "corpora": sorted({u.corpus for u in train})},
        "phones": list(phones.phones),
        "model": dataclasses.asdict(model.encoder.config),
    }
    yield from fit(model, Ahead(curriculum), loss_of, validate, config, provenance=provenance)


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    return recipe_main(argv, "content_encoder", (__doc__ or "").split("\n")[0], ContentRecipe, run)


if __name__ == "__main__":
    raise SystemExit(main())
