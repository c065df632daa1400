"""The forced aligner: which phone is spoken in which 10 ms frame, from the text.

Two stages, both trained here on nothing but the transcripts:

1. One Gaussian per phone over cepstra, aligned and estimated in turn (HTK's way, Young et al.
   2006; ``training/flat_start.py``). It starts from the exact labels of taught speech, or without
   any from phones spread evenly over the loud part of each utterance.
2. :class:`Aligner`: a small network that sees both past and future (a ConvNeXt over about 2 s at
   50 frames/s, answering at 100), first taught by the Gaussians, then by its own alignments.

Class 0 is silence; class ``i`` is ``PhoneSet.phones[i - 1]``, so that the frame labels fit every
phone head. Frame ``k`` is centred at sample ``160 k``, as F0 is.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor, nn

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.content_encoder import ContentEncoderConfig, LogMel
from syrinx.training.batches import PhoneSet
from syrinx.training.data import HOP_LENGTH, SpeechCache, Utterance
from syrinx.training.hmm import PhoneChain, best_path

FloatArray = NDArray[np.float32]
Scorer = Callable[[Sequence[NDArray]], list[FloatArray]]
"""Features of several utterances to their log posteriors ``(T, n_classes)``."""
LOUD_DB = 30.0
"""Frames within this of an utterance's loudest one are called loud."""


def words_of(phones: str, phone_set: PhoneSet) -> list[list[int]]:
    """Classes of each word of a phone string; phones that the set lacks are left out."""
    return [encoded for word in phones.split("|") if (encoded := phone_set.encode(word))]


def loud_frames(audio: NDArray, *, below_peak_db: float = LOUD_DB) -> NDArray[np.bool_]:
    """Which frames ``(n_samples // 160 + 1,)`` are loud: 25 ms energies, centred at ``160 k``."""
    count = len(audio) // HOP_LENGTH + 1
    squares = np.concatenate([[0.0], np.cumsum(np.square(audio, dtype=np.float64))])
    middle = np.arange(count) * HOP_LENGTH
    high = np.minimum(middle + 200, len(audio))
    power = squares[high] - squares[np.maximum(middle - 200, 0)]
    return power > max(power.max(), 1e-9) * 10 ** (-below_peak_db / 10)


class Features:
    """Log-mel of whole utterances at 100 frames/s, the level and the mean channel taken out."""

    def __init__(self) -> None:
        self.config = ContentEncoderConfig()
        self.log_mel = LogMel(self.config)

    def __call__(self, audio: FloatArray, level_dbfs: float) -> NDArray[np.float16]:
        """Audio ``(n,)`` to ``(n // 160 + 1, 80)``: about -2...2, loud frames have mean 0."""
        win = self.config.win_length
        count = len(audio) // HOP_LENGTH + 1
        padded = np.zeros(count * HOP_LENGTH + win, np.float32)
        gain = 10 ** (min(40.0, -26.0 - level_dbfs) / 20)
        padded[win // 2 : win // 2 + len(audio)] = audio * np.float32(gain)
        frames = torch.from_numpy(padded).unfold(0, win, HOP_LENGTH)[:count]
        with torch.no_grad():
            mel = self.log_mel(frames).numpy()
        return (mel - mel[loud_frames(audio)].mean(axis=0)).astype(np.float16)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class AlignerConfig:
    """Size of the network; saved with its weights."""

    n_classes: int
    channels: int = 160
    kernel: int = 9
    dilations: Sequence[int] = (1, 2, 2, 4, 4)
    expansion: int = 3
    n_mels: int = 80

    def __post_init__(self) -> None:
        if self.n_classes < 2 or self.kernel % 2 == 0:
            raise SyrinxError("An aligner needs at least two classes and an odd kernel.")


class _Block(nn.Module):
    """ConvNeXt with its kernel centred, ``(B, T, C)``; shifted products as in ADR 0023."""

    def __init__(self, config: AlignerConfig, dilation: int) -> None:
        super().__init__()
        c, k = config.channels, config.kernel
        self.dilation, self.reach = dilation, (k // 2) * dilation
        self.weight = nn.Parameter(torch.empty(k, c).uniform_(-(k**-0.5), k**-0.5))
        self.bias = nn.Parameter(torch.zeros(c))
        self.norm = nn.LayerNorm(c)
        self.up = nn.Linear(c, config.expansion * c)
        self.down = nn.Linear(config.expansion * c, c)
        self.scale = nn.Parameter(torch.full((c,), 1.0 / len(config.dilations)))

    def forward(self, x: Tensor) -> Tensor:
        padded = F.pad(x, (0, 0, self.reach, self.reach))
        y = self.bias.to(x.dtype)
        for k in range(self.weight.shape[0]):
            part = padded.narrow(1, k * self.dilation, x.shape[1])
            y = torch.addcmul(y, part, self.weight[k].to(x.dtype))
        y = self.down(F.gelu(self.up(self.norm(y))))
        return x + y * self.scale.to(y.dtype)


class Aligner(nn.Module):
    """Log-mel ``(B, T, 80)``, ``T`` even, to logits ``(B, T, n_classes)``."""

    def __init__(self, config: AlignerConfig) -> None:
        super().__init__()
        self.config = config
        c = config.channels
        self.embed = nn.Linear(6 * config.n_mels, c)  # two frames, two before, two after
        self.embed_norm = nn.LayerNorm(c)
        self.blocks = nn.Sequential(*(_Block(config, d) for d in config.dilations))
        self.norm = nn.LayerNorm(c)
        self.head = nn.Linear(c, 2 * config.n_classes)

    def forward(self, log_mel: Tensor) -> Tensor:
        batch, frames, _ = log_mel.shape
        around = F.pad(log_mel, (0, 0, 2, 2)).unfold(1, 6, 2).transpose(2, 3).flatten(2)
        x = self.embed_norm(self.embed(around))
        if torch.is_autocast_enabled("cpu"):
            x = x.to(torch.get_autocast_dtype("cpu"))
        x = self.norm(self.blocks(x))
        return self.head(x).reshape(batch, frames, self.config.n_classes)


def padded_batch(log_mel: Sequence[NDArray]) -> Tensor:
    """Features of several utterances as ``(B, T, 80)`` float32, ``T`` even, padded with silence."""
    longest = max(map(len, log_mel)) + 1
    out = np.full((len(log_mel), longest // 2 * 2, log_mel[0].shape[1]), -1.5, np.float32)
    for row, x in zip(out, log_mel, strict=True):
        row[: len(x)] = x
    return torch.from_numpy(out)


def by_length(lengths: Sequence[int], frames: int) -> Iterator[list[int]]:
    """Indices in batches of similar length, each of at most ``frames`` frames when padded."""
    group: list[int] = []
    for i in np.argsort(lengths, kind="stable").tolist():
        if group and (len(group) + 1) * lengths[i] > frames:
            yield group
            group = []
        group.append(i)
    if group:
        yield group


def network_scores(model: Aligner, log_mel: Sequence[NDArray]) -> list[FloatArray]:
    """Log posteriors ``(T, n_classes)`` of several utterances."""
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        logits = model(padded_batch(log_mel))
    log_p = F.log_softmax(logits.float(), dim=-1).numpy()
    return [row[: len(x)] for row, x in zip(log_p, log_mel, strict=True)]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """One utterance in time.

    ``labels (n_frames,)`` are classes, ``words (n_frames,)`` numbers of words, -1 in silence.
    ``score`` says how well the text is heard: the log posterior of a frame's label minus that of
    the best class, averaged over each phone and then over the phones (a phone that is not there
    gets few frames, but counts like the others). 0 is a perfect fit; ``worst_word`` is the same
    over the least fitting word.
    """

    labels: NDArray[np.uint8]
    words: NDArray[np.int64]
    score: float
    worst_word: float


def align_batch(
    log_p: Sequence[FloatArray],
    words: Sequence[Sequence[Sequence[int]]],
    log_prior: FloatArray,
    *,
    prior_weight: float = 0.7,
) -> list[Alignment | None]:
    """Align several utterances by log posteriors; None where a text is too long for its take."""
    chains = [PhoneChain.of(w) for w in words]
    fits = [i for i, c in enumerate(chains) if 0 < c.shortest <= len(log_p[i])]
    out: list[Alignment | None] = [None] * len(chains)
    if not fits:
        return out
    scaled = [log_p[i] - prior_weight * log_prior for i in fits]
    paths, _ = best_path(scaled, [chains[i] for i in fits])
    for i, path in zip(fits, paths, strict=True):
        if len(path) == 0:
            continue
        labels, number = chains[i].label[path], chains[i].word[path]
        lost = log_p[i][np.arange(len(path)), labels] - log_p[i].max(axis=1)
        spoken = number >= 0
        phone, place = np.unique(chains[i].unit[path][spoken], return_inverse=True)
        of_phone = np.bincount(place, lost[spoken]) / np.bincount(place)
        in_word = number[spoken][np.searchsorted(place, np.arange(len(phone)))]
        of_word = np.bincount(in_word, of_phone) / np.bincount(in_word)
        out[i] = Alignment(
            labels=labels.astype(np.uint8),
            words=number,
            score=float(of_phone.mean()),
            worst_word=float(of_word.min()),
        )
    return out


def decode(log_p: FloatArray, *, switch_cost: float = 3.0) -> NDArray[np.int64]:
    """The likeliest class of every frame ``(T,)``; each change costs ``switch_cost`` nats."""
    n_frames, n_classes = log_p.shape
    before = np.empty((n_frames, n_classes), np.int64)
    stay = np.arange(n_classes)
    now = log_p[0].astype(np.float64)
    for t in range(1, n_frames):
        best = int(now.argmax())
        before[t] = np.where(now >= now[best] - switch_cost, stay, best)
        now = np.maximum(now, now[best] - switch_cost) + log_p[t]
    path = np.empty(n_frames, np.int64)
    path[-1] = int(now.argmax())
    for t in range(n_frames - 1, 0, -1):
        path[t - 1] = before[t, path[t]]
    return path


def collapse(labels: NDArray) -> list[int]:
    """Phones of a frame labelling in order, silence and repetitions left out."""
    change = np.flatnonzero(np.diff(labels, prepend=-1))
    return [int(p) for p in np.asarray(labels)[change] if p > 0]


def features_of(cache: SpeechCache, utterances: Sequence[Utterance]) -> list[NDArray[np.float16]]:
    """Features of all utterances, about 60 MB for an hour."""
    extract = Features()
    return [extract(cache.audio(u), u.level_dbfs) for u in utterances]
