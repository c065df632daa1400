"""The recogniser's acoustic model learns to name phones and letters of read English.

Connectionist temporal classification on both, and beside it the phone that the aligner found in
each frame, asked of a block in the middle (without that, CTC takes long to leave its plateau of
blanks: ADR 0041). It hears whole sentences at three speeds, with other vocal tracts, in rooms and
noise, and with parts hidden (SpecAugment). Greedy decoding of dev speakers chooses the best.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor, nn

from syrinx.neural.export import load_constants, load_exported
from syrinx.neural.recognizer import HOP_LENGTH, Recognizer, RecognizerConfig
from syrinx.neural.recognizer_second import SecondConfig, SecondHearing
from syrinx.neural.runtime.registry import SECOND_MODEL, shipped_models
from syrinx.training.augment_batch import HearingConfig
from syrinx.training.batches import InProcess, Microphone, SpectralPerturbation
from syrinx.training.data import DEFAULT_CACHE, DEFAULT_TAUGHT, SpeechCache
from syrinx.training.fit import FitConfig, FitEvent, fit, load_weights
from syrinx.training.frame_labels import good_takes
from syrinx.training.joined_cache import open_cache
from syrinx.training.noise_kinds import train_parts
from syrinx.training.recipe_cli import recipe_main
from syrinx.training.recipes.content_encoder import edit_distance
from syrinx.training.recognition_data import (
    UNKNOWN,
    Pronunciations,
    RecognitionBatch,
    Sentence,
    SentenceBatches,
    lexicon_of,
    sentences_of,
)

WEIGHTS = {
    "speech_commands_subset": 0.12,
    "fsdd_digits_8k": 0.1,
    "english_ccc_words": 0.5,
    "asterisk_allison_8k": 0.7,
    "taught_flite": 0.3,
    "taught_festival": 0.3,
    "librispeech": 1.5,
    "vctk_subset": 1.5,
    "librispeech_heard": 0.8,
    "english_ccc_words_converted": 0.3,
    "taught_flite_converted": 0.3,
    "taught_festival_converted": 0.3,
    "speechocean762_converted": 0.6,
}
HEARING = HearingConfig(
    voice_chance=0.3,
    room_chance=0.35,
    noise_chance=0.6,
    snr_db=(4.0, 30.0),
    gain_chance=0.0,
)
READ = ("librispeech", "speechocean762")
"""Corpora of read sentences: their dev speakers choose the best."""
DEV_CORPORA = (*READ, "english_ccc_words")
FRAME_CLASSES = 128
KEPT = Path(__file__).resolve().parents[1] / "checkpoints" / "recognizer"
"""Folder of the float network, to go on training: the program needs its int8 twin only."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class RecognizerRecipe:
    """Settings of the recipe.

    ``taught`` and ``more`` are caches of ``syrinx train taught_speech``, ``heard`` is one of
    ``syrinx train heard_speech``, ``converted`` one of ``syrinx train converted_speech``; they may
    be missing. ``lexicon`` is a file of pronunciations; by default the decoder's dictionary.
    ``start_from`` is a checkpoint of this recipe, or the float network that is kept (``KEPT``); it
    counts only where ``folder`` has no run. With the latter the second hearing is that of the
    folder of models ``shipped``; by default the program's.
    ``frame_weight`` is that of the aligner's labels at the
    beginning; it falls to a quarter within ``frame_s``.
    """

    folder: Path = Path("runs/recognizer")
    start_from: Path | None = None
    shipped: Path | None = None
    cache: Path = DEFAULT_CACHE
    taught: Path = DEFAULT_TAUGHT
    more: Path = Path(".cache/recognizer/taught")
    heard: Path = Path(".cache/recognizer/heard")
    converted: Path = Path(".cache/recognizer/converted")
    lexicon: Path | None = None
    budget_s: float = 5400.0
    learning_rate: float = 2e-3
    validate_every_s: float = 300.0
    batch_s: float = 64.0
    longest_s: float = 17.0
    speed_chance: float = 0.6
    heard_chance: float = 0.4
    hidden_chance: float = 0.6
    letter_weight: float = 0.3
    frame_weight: float = 1.0
    frame_s: float = 1500.0
    dropout: float = 0.05
    channels: int = 256
    expansion: int = 2
    threads: int = 2
    seed: int = 3


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """Scores ``(B, T, n)`` in step with sound: of both hearings, and of frame labels."""

    phones: Tensor
    letters: Tensor
    frames: Tensor
    phones_again: Tensor
    letters_again: Tensor


class RecognizerTrainer(nn.Module):
    """What is trained: both networks, and a head for frame labels on a block in the middle."""

    def __init__(
        self, config: RecognizerConfig | None = None, second: SecondConfig | None = None
    ) -> None:
        super().__init__()
        self.recognizer = Recognizer(config)
        config = self.recognizer.config
        self.second = SecondHearing(second or SecondConfig(channels=config.channels))
        self.watched = len(config.dilations) // 2
        self.watched_late = sum(config.ahead[: self.watched + 1])
        self.head_frames = nn.Linear(config.channels, FRAME_CLASSES)

    def hear(
        self,
        audio: Tensor,
        rng: np.random.Generator,
        perturbation: SpectralPerturbation | None = None,
        *,
        hide: bool = False,
    ) -> Tensor:
        """Audio ``(B, 1, 480 T)`` to what the first layer sees ``(B, T, ...)``."""
        model = self.recognizer
        state = model.initial_state(audio.shape[0])
        with torch.no_grad(), torch.autocast("cpu", enabled=False):
            magnitude = model.log_mel.magnitude(model.frames(audio, state)[0])
            if perturbation is None:
                mel = magnitude @ model.log_mel.mel
            else:
                mel = perturbation(magnitude, rng)
            hidden = hidden_parts(mel.shape, rng) if hide else None
            return model.centred(mel, state, hidden)[0]

    def logits(self, seen: Tensor, lengths: Tensor) -> Scores:
        """Scores of ``seen (B, T, ...)``, whose rows last for ``lengths (B,)`` frames."""
        model = self.recognizer
        x, watched, _ = model.trunk(seen, model.initial_state(seen.shape[0]), self.watched)
        late = model.frames_late
        x = x[:, late:]
        named = watched[:, self.watched_late :][:, : x.shape[1]]
        phones, letters = self.second.logits(x, lengths)
        return Scores(
            phones=model.head_phones(x),
            letters=model.head_letters(x),
            frames=self.head_frames(named),
            phones_again=phones,
            letters_again=letters,
        )


def hidden_parts(
    shape: Sequence[int], rng: np.random.Generator, *, bands: int = 2, widest: int = 18
) -> Tensor:
    """Which of ``(B, T, n_mels)`` are hidden (SpecAugment, Park et al. 2019).

    Two masks of up to ``widest`` mel channels, and one of up to 200 ms for every second.
    """
    batch, frames, n_mels = shape
    hidden = np.zeros((batch, frames, n_mels), bool)
    for row in hidden:
        for _ in range(bands):
            width = int(rng.integers(0, min(widest, n_mels // 4) + 1))
            low = int(rng.integers(0, n_mels - width + 1))
            row[:, low : low + width] = True
        for _ in range(max(1, frames // 100)):
            length = int(rng.integers(0, 21))
            start = int(rng.integers(0, max(1, frames - length)))
            row[start : start + length] = True
    return torch.from_numpy(hidden)


def ctc(logits: Tensor, batch: RecognitionBatch, labels: Tensor, counts: Tensor) -> Tensor:
    """CTC loss in nats per unit of the texts."""
    log_p = F.log_softmax(logits.float(), dim=-1).transpose(0, 1)
    frames = batch.frames.clamp(max=log_p.shape[0])
    loss = F.ctc_loss(log_p, labels, frames, counts, reduction="sum", zero_infinity=True)
    return loss / counts.sum().clamp(min=1)


def frames_loss(logits: Tensor, named: Tensor) -> Tensor:
    """Cross entropy of the frames whose phone is known; 0 where none is."""
    loss = F.cross_entropy(
        logits.float().flatten(0, 1), named.flatten(), ignore_index=UNKNOWN, reduction="sum"
    )
    return loss / (named != UNKNOWN).sum().clamp(min=1)


def dev_sentences(cache: SpeechCache, lexicon: Pronunciations, longest_s: float) -> list[Sentence]:
    """Sentences of dev speakers, and some of their single words."""
    found = sentences_of(cache.select("dev", DEV_CORPORA), lexicon, longest_s=longest_s)
    words = [s for s in found if s.utterance.corpus not in READ]
    return [s for s in found if s.utterance.corpus in READ] + words[::6]


def greedy(log_p: NDArray) -> list[int]:
    """Units of the likeliest path, repetitions and blanks taken out."""
    best = log_p.argmax(-1)
    change = np.flatnonzero(np.diff(best, prepend=-1))
    return [int(unit) for unit in best[change] if unit > 0]


def log_posteriors(
    model: RecognizerTrainer, cache: SpeechCache, sentences: Sequence[Sentence]
) -> Iterator[tuple[int, Mapping[str, NDArray]]]:
    """Index and log probabilities ``(T, n)`` of each sentence, unperturbed, by name.

    "per" and "per2" are the phones of both hearings, "ler" and "ler2" the letters.
    """
    order = np.argsort([s.utterance.n_samples for s in sentences], kind="stable")
    rng = np.random.default_rng(0)
    for group in np.array_split(order, max(1, len(order) // 12)):
        some = [sentences[i].utterance for i in group]
        frames = [-(-u.n_samples // HOP_LENGTH) for u in some]
        late = model.recognizer.frames_late
        audio = np.zeros((len(some), 1, (max(frames) + late) * HOP_LENGTH), np.float32)
        for row, u in zip(audio, some, strict=True):
            row[0, : u.n_samples] = cache.audio(u)
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            seen = model.hear(torch.from_numpy(audio), rng)
            scores = model.logits(seen, torch.tensor(frames))
        answers = {
            "per": scores.phones,
            "ler": scores.letters,
            "per2": scores.phones_again,
            "ler2": scores.letters_again,
        }
        found = {k: F.log_softmax(x.float(), dim=-1).numpy() for k, x in answers.items()}
        for k, i in enumerate(group.tolist()):
            yield i, {name: rows[k, : frames[k]] for name, rows in found.items()}


def error_rates(
    model: RecognizerTrainer, cache: SpeechCache, sentences: Sequence[Sentence]
) -> dict[str, float]:
    """Errors of greedy decoding in percent by corpus: ``per_*`` phones, ``ler_*`` letters.

    ``per2_*`` and ``ler2_*`` are those of the second hearing.
    """
    wrong: dict[str, int] = {}
    total: dict[str, int] = {}
    for i, answers in log_posteriors(model, cache, sentences):
        sentence = sentences[i]
        for kind, log_p in answers.items():
            said = sentence.phones if kind.startswith("per") else sentence.letters
            key = f"{kind}_{sentence.utterance.corpus}"
            wrong[key] = wrong.get(key, 0) + edit_distance(greedy(log_p), list(said))
            total[key] = total.get(key, 0) + len(said)
    return {key: 100.0 * wrong[key] / total[key] for key in sorted(wrong)}


def usual_spectrum(trainer: RecognizerTrainer, batches: Sequence[RecognitionBatch]) -> None:
    """Set the mean spectrum of all speakers, weighted as `MeanSpectrum` does."""
    model = trainer.recognizer
    total, weight, count = torch.zeros(model.config.n_mels), 0.0, 0
    for batch in batches:
        state = model.initial_state(batch.audio.shape[0])
        frames, _ = model.frames(batch.audio, state)
        mel = model.log_mel.magnitude(frames) @ model.log_mel.mel
        amplitude = mel.mean(-1, keepdim=True)
        total += (model.log_mel.compress(mel) * amplitude).sum((0, 1))
        weight += float(amplitude.sum())
        count += int(batch.frames.sum()) * 3
    model.mean.set_usual(total / max(weight, 1e-9), weight / max(1, count))


def load_kept(trainer: RecognizerTrainer, path: Path, shipped: Path | None = None) -> None:
    """Read the weights back from the float networks: they are the checkpoint, too.

    Parameters
    ----------
    path
        The streaming network.
    shipped
        Folder of models with the second hearing, if it has one; default: the program's.
    """
    graph = onnx.load(path)
    load_exported(trainer.recognizer, graph)
    load_constants(trainer.recognizer, graph, ("mean.prior_sum", "mean.prior_weight"))
    second = (shipped or shipped_models()) / f"{SECOND_MODEL}.onnx"
    if second.is_file():
        load_exported(trainer.second, onnx.load(second))


def steps_done(folder: Path) -> int:
    """Steps of a training that is to be resumed, 0 for a new one."""
    path = folder / "provenance.json"
    return int(json.loads(path.read_text())["steps"]) if path.is_file() else 0


def run(recipe: RecognizerRecipe) -> Iterator[FitEvent]:
    """Train; yields the events of :func:`syrinx.training.fit.fit`."""
    torch.set_num_threads(recipe.threads)
    torch.manual_seed(recipe.seed)
    cache = open_cache(recipe.cache, recipe.taught, recipe.more, recipe.heard, recipe.converted)
    lexicon = lexicon_of(recipe.lexicon, cache)
    good = good_takes(cache, cache.select("train"))
    train = sentences_of(good, lexicon, longest_s=recipe.longest_s)
    dev = dev_sentences(cache, lexicon, recipe.longest_s)
    config = RecognizerConfig(
        channels=recipe.channels, expansion=recipe.expansion, dropout=recipe.dropout
    )
    second = SecondConfig(channels=recipe.channels, dropout=max(recipe.dropout, 0.1))
    model = RecognizerTrainer(config, second)
    late = model.recognizer.frames_late
    done = steps_done(recipe.folder)
    maker = SentenceBatches(
        cache,
        train,
        WEIGHTS,
        batch_s=recipe.batch_s,
        seed=recipe.seed + done,  # a resumed training hears other sentences
        tail_frames=late,
        speed_chance=recipe.speed_chance,
        microphone=Microphone(
            noises=train_parts(cache.noises()), chance=recipe.heard_chance, config=HEARING
        ),
    )
    if recipe.start_from is not None and recipe.start_from.suffix == ".onnx":
        load_kept(model, recipe.start_from, recipe.shipped)
    elif recipe.start_from is not None:
        load_weights(model, recipe.start_from)
    elif not done:
        first = iter(maker)
        usual_spectrum(model, [next(first) for _ in range(4)])
    log_mel = model.recognizer.log_mel
    perturbation = SpectralPerturbation(log_mel.mel, log_mel.n_bins, lowest=0.85, highest=1.18)
    rng = np.random.default_rng(recipe.seed + done)
    elapsed = 0.0

    def loss_of(batch: RecognitionBatch) -> tuple[Tensor, dict[str, float]]:
        hide = rng.random() < recipe.hidden_chance
        seen = model.hear(batch.audio, rng, perturbation, hide=hide)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = model.logits(seen, batch.frames)
        named = batch.named[:, : scores.frames.shape[1]]
        losses = {
            "phones": ctc(scores.phones, batch, batch.phones, batch.phone_counts),
            "letters": ctc(scores.letters, batch, batch.letters, batch.letter_counts),
            "phones2": ctc(scores.phones_again, batch, batch.phones, batch.phone_counts),
            "letters2": ctc(scores.letters_again, batch, batch.letters, batch.letter_counts),
            "frames": frames_loss(scores.frames, named),
        }
        fading = recipe.frame_weight * max(0.25, 1.0 - 0.75 * elapsed / recipe.frame_s)
        loss = fading * losses["frames"]
        for again in ("", "2"):
            loss = loss + losses["phones" + again]
            loss = loss + recipe.letter_weight * losses["letters" + again]
        return loss, {name: float(value.detach()) for name, value in losses.items()}

    def validate() -> dict[str, float]:
        rates = error_rates(model, cache, dev)
        read = [
            rates[key]
            for corpus in READ
            for key in (f"per_{corpus}", f"per2_{corpus}")
            if key in rates
        ]
        return {"score": float(np.mean(read)) if read else 100.0, **rates}

    fit_config = FitConfig(
        folder=recipe.folder,
        budget_s=recipe.budget_s,
        learning_rate=recipe.learning_rate,
        weight_decay=0.02,
        warmup_steps=300,
        validate_every_s=recipe.validate_every_s,
        log_every=50,
        clip_norm=2.0,
        ema_decay=0.998,
    )
    provenance = {
        "recipe": "recognizer",
        "model": {
            "recognizer": dataclasses.asdict(config),
            "second": dataclasses.asdict(second),
        },
        "frame_labels": list(cache.phone_names),
        "data": {
            "sentences": len(train),
            "corpora": sorted({s.utterance.corpus for s in train}),
            "speakers": len({s.utterance.speaker_key for s in train}),
            "minutes": round(sum(s.utterance.n_samples for s in train) / 960_000, 1),
        },
    }
    batches = InProcess(lambda: iter(maker))
    for event in fit(model, batches, loss_of, validate, fit_config, provenance=provenance):
        elapsed = event.elapsed_s
        yield event


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line."""
    return recipe_main(argv, "recognizer", (__doc__ or "").split("\n")[0], RecognizerRecipe, run)


if __name__ == "__main__":
    raise SystemExit(main())
