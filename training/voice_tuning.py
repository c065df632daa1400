"""Fine-tuning of one voice: an adapter for the decoder, from seconds to minutes of its speech.

The embedding says who is meant in 192 numbers that were made to ignore microphone and room, and
the decoder has seen few voices for long: what a voice is like beyond that must be learned from
its own recordings. Nothing of the networks changes; the adapter is a set of small tensors beside
their weights (``Decoder.adapter_shapes``). First conversions of *other* people's sentences are
equalised to the long-term spectrum of the speaker, in closed form; then, by gradients:

- The speaker's own recordings, heard through another vocal tract and channel, must come back as
  they were.
- The conversions must keep that spectrum, and their phones: reconstruction alone never sees a
  conversion (ADR 0027, 0046).

Part of the recordings is kept apart; the adapter that serves these best is the result, and
learning ends when they have not been served better for a while. What has been learned can be
written down at any step and gone on with (`training/tuning_state.py`).
"""

from __future__ import annotations

import contextlib
import copy
import dataclasses
import hashlib
import json
import math
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor, nn

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.content_encoder import HOP_LENGTH, LATENCY
from syrinx.neural.decoder import LOG_GAINS, N_BINS, Decoder
from syrinx.training import tuning_state
from syrinx.training.batches import SpectralPerturbation
from syrinx.training.cross_speaker import shifted_f0
from syrinx.training.data import SAMPLE_RATE
from syrinx.training.losses import RebuiltLoss
from syrinx.training.sharpen import NEPERS_PER_DB
from syrinx.training.tuning_adapter import as_arrays, new_adapter, tensors_of
from syrinx.training.tuning_models import TuningModels
from syrinx.training.voice_speech import Crops, LongTermSpectrum, Speech, part_of

__all__ = [
    "TuningConfig",
    "TuningEvent",
    "TuningModels",
    "VoiceTuning",
    "as_arrays",
    "tensors_of",
]

FloatArray = NDArray[np.float32]
LEAST_VOICED_FRAMES = 20


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class TuningConfig:
    """How long, how fast, and what counts how much.

    ``budget_s`` ends the training early on a slow machine, where the learning rate falls in time
    for it; ``low_rank_rate`` is the share of that rate which the low-rank terms have. ``rows``
    crops of ``crop_s`` are rebuilt, and as many of other speakers converted, per step. ``rebuilt``
    weighs the spectral distance of the former, ``contrast`` what is blurred of them, ``words``
    the phones that a conversion must keep, ``spectrum`` a decibel of the long-term
    spectrum. ``content_noise`` and ``content_offset`` are those of the decoder's own training.
    Learning ends after ``patience`` validations that were no better than the best.
    """

    steps: int = 150
    budget_s: float = 100.0
    learning_rate: float = 3e-3
    low_rank_rate: float = 1.0
    warmup_steps: int = 20
    rows: int = 8
    crop_s: float = 2.5
    rebuilt: float = 0.5
    contrast: float = 8.0
    words: float = 0.5
    spectrum: float = 0.05
    content_noise: float = 0.2
    content_offset: float = 0.25
    held_out_share: float = 0.12
    validate_every: int = 15
    patience: int = 4
    seed: int = 0

    def __post_init__(self) -> None:
        if self.steps < 1 or self.rows < 1 or not 0.0 < self.held_out_share < 0.5:
            raise SyrinxError("Fine-tuning needs a step, a row, and most of the speech to learn.")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class TuningEvent:
    """After ``step`` of ``steps``: what is left to do in seconds, and figures.

    ``figures`` has the step's ``loss``; where it was validated also ``held_out`` (loss on what is
    kept apart), ``similarity`` (of conversions to the voice, if there is somebody to ask),
    ``colour_db`` (distance of their long-term spectrum from the speaker's) and the means of the
    loss's parts since the validation before. Step 0 comes twice: the embedding
    alone, then equalised.
    """

    step: int
    steps: int
    left_s: float
    figures: Mapping[str, float]


class VoiceTuning:
    """Learns one voice; `result` gives the best so far, at any time.

    Parameters
    ----------
    own
        Recordings of the speaker.
    others
        Recordings of other people, whose sentences are converted.
    embedding
        The voice, ``(192,)``, unit length.
    f0_median_hz
        The speaker's median F0; None leaves the pitch of the others where it is.
    """

    def __init__(
        self,
        models: TuningModels,
        own: Sequence[Speech],
        others: Sequence[Speech],
        *,
        embedding: NDArray[np.floating],
        f0_median_hz: float | None,
        config: TuningConfig | None = None,
    ) -> None:
        self.models, self.config = models, config or TuningConfig()
        self.rng = np.random.default_rng(self.config.seed)
        self.generator = torch.Generator().manual_seed(self.config.seed)
        self.f0_median_hz = f0_median_hz
        self.embedding = torch.from_numpy(np.asarray(embedding, np.float32))[None]
        self.others = Crops(others, self.config.crop_s)
        self.learned, self.kept = self._split(own)
        encoder = models.recogniser.encoder
        self.perturbation = SpectralPerturbation(encoder.log_mel.mel, encoder.log_mel.n_bins)
        self.rebuilt_loss = RebuiltLoss(encoder.log_mel.mel)
        self.spectrum = LongTermSpectrum()
        self.wanted = self._wanted(own)
        self.parameters = new_adapter(models.decoder, self.config.seed)
        low_rank = [p for n, p in self.parameters.items() if n.endswith(("_in", "_out"))]
        offsets = [p for n, p in self.parameters.items() if not n.endswith(("_in", "_out"))]
        self.optimizer = torch.optim.Adam([{"params": offsets}, {"params": low_rank}], lr=1.0)
        self.step, self.spent_s = 0, 0.0
        self._best, self._worse = math.inf, 0
        self._equalised = False
        self._sums: dict[str, float] = {}
        self._since = 0
        self._adapter = copy.deepcopy(tensors_of(self.parameters))
        self.identity = _identity(models, own, others, self.embedding, f0_median_hz, self.config)

    def result(self) -> dict[str, FloatArray]:
        """Return the best adapter so far, for the decoder that ships, by name.

        Sharpening moves the long-term spectrum, so that it is equalised once more.
        """
        adapter = self.models.sharpen({k: v.detach() for k, v in self._adapter.items()})
        self.equalise(self.models.shipped, adapter)
        return {name: value.numpy() for name, value in adapter.items()}

    def _split(self, own: Sequence[Speech]) -> tuple[Crops, list[tuple[Tensor, Tensor]]]:
        """Keep the end of the speech apart: crops to choose by."""
        config = self.config
        total = sum(len(speech.audio) for speech in own)
        size = round(config.crop_s * SAMPLE_RATE)
        if total < 8 * size:  # too little to keep a part away from learning
            crops = Crops(own, config.crop_s)
            return crops, [crops.draw(config.rows, self.rng)]
        aside = config.held_out_share * total
        learned: list[Speech] = []
        held: list[Speech] = []
        for speech in reversed(own):
            room = round(aside - sum(len(h.audio) for h in held))
            if room < size:
                learned.append(speech)
            elif len(speech.audio) <= room:
                held.append(speech)
            else:
                cut = (len(speech.audio) - room) // HOP_LENGTH
                learned.append(part_of(speech, 0, cut))
                held.append(part_of(speech, cut, len(speech.f0_hz)))
        if not learned or not held:
            learned = held = list(own)
        apart = Crops(held, config.crop_s)
        return Crops(learned, config.crop_s), [apart.draw(config.rows, self.rng) for _ in range(2)]

    def _wanted(self, own: Sequence[Speech]) -> Tensor:
        total, count = torch.zeros(257), torch.zeros(())
        for speech in own:
            if len(speech.audio) < self.spectrum.n_fft:
                continue
            power, frames = self.spectrum.mean(torch.from_numpy(speech.audio)[None])
            total, count = total + power, count + frames
        return self.spectrum.decibels(total, count)

    def _noise(self, *shape: int) -> Tensor:
        return torch.randn(*shape, generator=self.generator)

    def _make(
        self,
        content: Tensor,
        f0_hz: Tensor,
        audio: Tensor,
        decoder: Decoder | None = None,
        adapter: Mapping[str, Tensor] | None = None,
    ) -> Tensor:
        """Speech ``(B, n - 320)`` in the voice, aligned with the start of ``audio (B, 1, n)``.

        By the decoder that is trained with, and what has been learned, unless others are named.
        """
        loudness = self.models.recogniser.level_dbfs(audio).transpose(1, 2)
        pitch = F.pad(f0_hz, (1, 0))[:, None, : content.shape[1]]
        made = (decoder or self.models.decoder)(
            content.transpose(1, 2),
            pitch,
            loudness,
            self.embedding.expand(len(audio), -1),
            self._noise(*audio.shape),
            tensors_of(self.parameters) if adapter is None else adapter,
        )
        return made[:, 0, LATENCY:].float()

    def _rebuilt(self, audio: Tensor, f0_hz: Tensor) -> Tensor:
        """Loss on the speaker's own crops, heard through another's vocal tract."""
        config = self.config
        with torch.no_grad():
            content = self.models.recogniser.content(audio, self.perturbation, self.rng)
            count, steps, channels = content.shape
            content = content + config.content_noise * self._noise(count, steps, channels)
            content = content + config.content_offset * self._noise(count, 1, channels)
        made, real = self._make(content, f0_hz, audio), audio[:, 0, :-LATENCY]
        with torch.autocast("cpu", enabled=False):
            distance, contrast = self.rebuilt_loss(made, real)
        return config.rebuilt * distance + config.contrast * contrast

    def _converted(self, audio: Tensor, f0_hz: Tensor) -> tuple[Tensor, Tensor]:
        """Distance of the long-term spectrum in dB, and of the phones, of other people's crops.

        As the decoder that ships makes them: what is heard must keep them.
        """
        recogniser, shipped = self.models.recogniser, self.models.shipped
        with torch.no_grad():
            content = recogniser.content(audio, None, self.rng)
            wanted = F.log_softmax(recogniser.head(content).float(), dim=-1)
        adapter = self.models.sharpen(tensors_of(self.parameters))
        made = self._make(content, self._shifted(f0_hz), audio, shipped, adapter)
        log_p = F.log_softmax(recogniser.head(recogniser.listen(made[:, None])).float(), dim=-1)
        with torch.autocast("cpu", enabled=False):
            given = self.spectrum.decibels(*self.spectrum.mean(made))
            spectrum = (given - self.wanted).abs().mean()
            level = recogniser.level_dbfs(audio)[:, : log_p.shape[1], 0]
            loud = (level > level.amax(dim=1, keepdim=True) - 30.0).float()
            distance = F.kl_div(
                log_p, wanted[:, : log_p.shape[1]], log_target=True, reduction="none"
            )
            phones = (distance.sum(-1) * loud).sum() / loud.sum().clamp(min=1.0)
        return spectrum, phones

    def _shifted(self, f0_hz: Tensor) -> Tensor:
        """F0 of rows ``(B, T)`` brought to the speaker's median, row by row."""
        ratios = torch.ones(len(f0_hz), 1)
        for row, values in enumerate(f0_hz):
            voiced = values[values > 0]
            if self.f0_median_hz and len(voiced) >= LEAST_VOICED_FRAMES:
                ratios[row] = self.f0_median_hz / float(voiced.median())
        return shifted_f0(f0_hz, ratios)

    def _loss(self, own: tuple[Tensor, Tensor], figures: dict[str, float]) -> Tensor:
        config = self.config
        with torch.autocast("cpu", dtype=torch.bfloat16):
            rebuilt = self._rebuilt(*own)
            spectrum, phones = self._converted(*self.others.draw(config.rows, self.rng))
        parts = {"rebuilt": rebuilt, "spectrum_db": spectrum, "phones": phones}
        for name, value in parts.items():
            figures[name] = figures.get(name, 0.0) + float(value.detach())
        return rebuilt + config.spectrum * spectrum + config.words * phones

    def _validate(self) -> float:
        """Loss on what is kept apart, always with the same noise and perturbation."""
        rng, generator = self.rng, self.generator
        self.rng, self.generator = np.random.default_rng(1), torch.Generator().manual_seed(1)
        with torch.no_grad():
            loss = float(np.mean([float(self._loss(kept, {})) for kept in self.kept]))
        self.rng, self.generator = rng, generator
        return loss

    def equalise(self, decoder: Decoder, adapter: Mapping[str, Tensor], *, rounds: int = 3) -> None:
        """Move the head's bias until conversions have the speaker's long-term spectrum.

        A closed form of most of what there is to learn, in seconds. ``adapter`` is changed; the
        level of the conversions stays.
        """
        drawn = self.others.draw(4 * self.config.rows, np.random.default_rng(2))
        to_bins = np.linspace(0.0, 1.0, N_BINS) * SAMPLE_RATE / 2
        measured_hz = np.arange(3, 257) * SAMPLE_RATE / self.spectrum.n_fft
        bias = adapter["head_bias"].data
        level = 0.0
        f0_hz = self._shifted(drawn[1])
        noise, self.generator = self.generator, torch.Generator().manual_seed(2)
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            content = self.models.recogniser.content(drawn[0], None, self.rng)
        for round_ in range(rounds + 1):
            with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
                made = self._make(content, f0_hz, drawn[0], decoder, adapter)
            loudness = 10.0 * math.log10(float(made.square().mean()) + 1e-12)
            level = level or loudness
            for rows in LOG_GAINS:
                bias[rows] += (level - loudness) * NEPERS_PER_DB
            if round_ == rounds:
                self.generator = noise  # a look at the result changes nothing of what follows
                return
            missing = self.wanted - self.spectrum.decibels(*self.spectrum.mean(made))
            at_bins = np.interp(to_bins, measured_hz, missing.numpy().clip(-12.0, 12.0))
            gain = torch.from_numpy(at_bins * NEPERS_PER_DB).float()
            for rows in LOG_GAINS:
                bias[rows] += gain

    def save(self, path: Path) -> None:
        """Write down what has been learned, atomically: `load` goes on from there."""
        numbers = {
            "step": self.step,
            "spent_s": self.spent_s,
            "best": self._best,
            "worse": self._worse,
            "equalised": self._equalised,
            "sums": self._sums,
            "since": self._since,
            "drawn": self.rng.bit_generator.state,
        }
        tensors = {
            "parameters": self.parameters.state_dict(),
            "adapter": self._adapter,
            "optimizer": self.optimizer.state_dict(),
            "noise": self.generator.get_state(),
        }
        tuning_state.write(path, tensors, numbers, self.identity)

    def load(self, path: Path) -> None:
        """Take up what `save` wrote, so that the result is that of one run.

        Raises
        ------
        SyrinxError
            The file is missing, damaged, or of other recordings, networks or settings; nothing
            has changed then.
        """
        tensors, numbers = tuning_state.read(path, self.identity)
        self.parameters.load_state_dict(tensors["parameters"])
        self.optimizer.load_state_dict(tensors["optimizer"])
        self.generator.set_state(tensors["noise"])
        self._adapter = dict(tensors["adapter"])
        self.rng.bit_generator.state = numbers["drawn"]
        self.step, self.spent_s = int(numbers["step"]), float(numbers["spent_s"])
        self._best, self._worse = float(numbers["best"]), int(numbers["worse"])
        self._equalised = bool(numbers["equalised"])
        self._sums, self._since = dict(numbers["sums"]), int(numbers["since"])

    def run(self) -> Iterator[TuningEvent]:
        """Learn; yields after every step. May be given up at any time, and called again."""
        config = self.config
        before = self.spent_s
        began = time.monotonic() - before
        if not self._equalised:
            yield self._event({"held_out": self._validate(), **self.heard()})
            self.equalise(self.models.decoder, tensors_of(self.parameters))
            held = self._validate()
            self._keep_best(held)
            self._equalised = True
            self.spent_s = time.monotonic() - began
            yield self._event({"held_out": held, **self.heard()})
        while not self.finished:
            loss = self._learn()
            self.step += 1
            self._since += 1
            self.spent_s = time.monotonic() - began
            figures = {"loss": loss}
            ends = self.step == config.steps or self.spent_s >= config.budget_s
            if ends or self.step % config.validate_every == 0:
                held = self._validate()
                self._keep_best(held)
                figures |= {name: value / self._since for name, value in self._sums.items()}
                figures |= {"held_out": held, **self.heard()}
                self._sums, self._since = {}, 0
                self.spent_s = time.monotonic() - began
            yield self._event(figures)

    @property
    def finished(self) -> bool:
        """Whether all steps are done, the time is over, or nothing gets better any more."""
        config = self.config
        return (
            self.step >= config.steps
            or self.spent_s >= config.budget_s
            or self._worse >= config.patience
        )

    def heard(self) -> dict[str, float]:
        """How alike conversions of other people's crops are to the voice.

        ``similarity`` is the mean cosine by the program's own speaker encoder. It is no judge: it
        was made to ignore what fine-tuning changes most (ADR 0051). ``colour_db`` is the mean
        distance of the long-term spectrum. Neither chooses anything.
        """
        audio, f0_hz = self.others.draw(self.config.rows, np.random.default_rng(3))
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            content = self.models.recogniser.content(audio, None, self.rng)
            adapter = self.models.sharpen(tensors_of(self.parameters))
            noise, self.generator = self.generator, torch.Generator().manual_seed(3)
            made = self._make(content, self._shifted(f0_hz), audio, self.models.shipped, adapter)
            self.generator = noise
        given = self.spectrum.decibels(*self.spectrum.mean(made))
        figures = {"colour_db": float((given - self.wanted).abs().mean())}
        target, found = self.embedding[0].numpy(), []
        for row in made.numpy():
            with contextlib.suppress(SyrinxError):  # a crop of a pause has no voice
                if self.models.embed is not None:
                    found.append(float(self.models.embed(row) @ target))
        return {**figures, "similarity": float(np.mean(found))} if found else figures

    def _learn(self) -> float:
        """Make one step; return its loss."""
        config = self.config
        progress = max(self.step / config.steps, self.spent_s / config.budget_s)
        rate = config.learning_rate * min(1.0, (self.step + 1) / config.warmup_steps)
        rate *= 0.02 + 0.98 * 0.5 * (1.0 + math.cos(math.pi * min(1.0, progress)))
        shares = (1.0, config.low_rank_rate)
        for group, share in zip(self.optimizer.param_groups, shares, strict=True):
            group["lr"] = rate * share
        loss = self._loss(self.learned.draw(config.rows, self.rng), self._sums)
        self.optimizer.zero_grad(set_to_none=True)
        if torch.isfinite(loss):
            loss.backward()
            nn.utils.clip_grad_norm_(self.parameters.parameters(), 1.0)
            self.optimizer.step()
        return float(loss.detach())

    def _event(self, figures: Mapping[str, float]) -> TuningEvent:
        config, left_s = self.config, 0.0
        if not self.finished:
            each = self.spent_s / self.step if self.step else config.budget_s / config.steps
            left_s = min(each * (config.steps - self.step), config.budget_s - self.spent_s)
        return TuningEvent(step=self.step, steps=config.steps, left_s=left_s, figures=figures)

    def _keep_best(self, loss: float) -> None:
        if math.isfinite(loss) and loss < self._best:
            self._best, self._worse = loss, 0
            self._adapter = {k: v.detach().clone() for k, v in tensors_of(self.parameters).items()}
        else:
            self._worse += 1


def _identity(
    models: TuningModels,
    own: Sequence[Speech],
    others: Sequence[Speech],
    embedding: Tensor,
    f0_median_hz: float | None,
    config: TuningConfig,
) -> str:
    """Name all that the result depends on."""
    digest = hashlib.sha256(models.identity.encode())
    settings = {**dataclasses.asdict(config), "f0_median_hz": f0_median_hz}
    digest.update(json.dumps(settings, sort_keys=True).encode())
    for part in (embedding.numpy(), *(speech.audio for speech in (*own, *others))):
        digest.update(np.ascontiguousarray(part).tobytes())
    return digest.hexdigest()
