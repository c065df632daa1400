"""Batches for the content and conversion recipes: bucketed utterances, prepared ahead."""

from __future__ import annotations

import dataclasses
import multiprocessing as mp
import queue
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from syrinx.training.augment import change_speed
from syrinx.training.augment_batch import HearingConfig, augment_batch
from syrinx.training.data import HOP_LENGTH, SAMPLE_RATE, SpeechCache, Utterance

T = TypeVar("T")
BLANK = 0
Speed = tuple[int, int]
SPEEDS: tuple[Speed, ...] = ((1, 1), (8, 7), (7, 8))
"""Numerator and denominator of the speeds at which speech is played: pitch and formants move
along, so that every speaker stands for three (Ko et al. 2015 trained recognisers so)."""


class PhoneSet:
    """The phones of the training texts; index 0 is the CTC blank."""

    ignored = frozenset({"|", "en", "de"})

    def __init__(self, phones: Sequence[str]) -> None:
        self.phones = tuple(phones)
        self._index = {phone: i + 1 for i, phone in enumerate(self.phones)}

    @classmethod
    def of(cls, utterances: Sequence[Utterance], *, minimum: int = 60) -> PhoneSet:
        """Every phone that occurs at least ``minimum`` times."""
        counts: dict[str, int] = {}
        for utterance in utterances:
            for phone in utterance.phones.split():
                counts[phone] = counts.get(phone, 0) + 1
        return cls(sorted(p for p, n in counts.items() if n >= minimum and p not in cls.ignored))

    def __len__(self) -> int:
        return len(self.phones) + 1

    def encode(self, phones: str) -> list[int]:
        """Labels of a phone string; unknown phones are left out."""
        return [self._index[p] for p in phones.split() if p in self._index]


def label_map(names: Sequence[str], phones: PhoneSet) -> NDArray[np.int64]:
    """Class in ``phones`` of each of the 256 frame labels: silence 0 (the blank), unknown -1."""
    out = np.full(256, -1, np.int64)
    out[0] = 0
    for i, name in enumerate(names, start=1):
        out[i] = (phones.encode(name) or [-1])[0]
    return out


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SpeechBatch:
    """Padded utterances or crops of them.

    ``audio (B, 1, n)`` with ``n`` a multiple of 160; ``f0_hz (B, T)`` with frame ``k`` centred at
    sample ``160 k``; ``labels`` are empty (``label_lengths`` 0) for crops and unknown texts;
    ``speeds`` are indices into ``SPEEDS``. ``phones (B, T)`` is the class that content step ``t``
    is to name (it describes frame ``t - 1``): 0 for silence, -1 where nothing is known; None
    without an alignment. ``heard`` is ``audio`` in rooms, noise and through microphones, where the
    maker was given a :class:`Microphone`.
    """

    audio: Tensor
    frames: Tensor
    f0_hz: Tensor
    labels: Tensor
    label_lengths: Tensor
    utterances: tuple[Utterance, ...]
    speeds: tuple[int, ...]
    phones: Tensor | None = None
    heard: Tensor | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Microphone:
    """How a batch is heard: ``chance`` of its rows by :func:`augment_batch`, the others as is."""

    noises: Mapping[str, NDArray]
    chance: float
    config: HearingConfig | None = None

    def hear(self, audio: Tensor, rng: np.random.Generator) -> Tensor:
        """Rows ``(B, 1, n)`` to the same shape and timing."""
        chosen = torch.from_numpy(rng.random(len(audio)) < self.chance)
        if not bool(chosen.any()):
            return audio
        heard = audio.clone()
        heard[chosen] = augment_batch(audio[chosen], rng, self.noises, self.config)
        return heard


def level_gain(utterance: Utterance, rng: np.random.Generator) -> float:
    """A gain that brings the utterance's speech to a random level around -26 dBFS."""
    wanted = float(np.clip(rng.normal(-26.0, 6.0), -42.0, -14.0))
    return 10.0 ** ((wanted - utterance.level_dbfs) / 20.0)


class BatchMaker:
    """Draws utterances by weight and packs those of similar length together."""

    def __init__(
        self,
        cache: SpeechCache,
        utterances: Sequence[Utterance],
        weights: Mapping[str, float],
        phone_set: PhoneSet,
        *,
        batch_s: float,
        longest_s: float,
        seed: int,
        speed_chance: float = 0.0,
        microphone: Microphone | None = None,
    ) -> None:
        self.cache, self.phone_set, self.speed_chance = cache, phone_set, speed_chance
        self.microphone = microphone
        self.utterances = [u for u in utterances if u.level_dbfs > -60.0]
        p = np.array([weights.get(u.corpus, 1.0) * u.n_samples**0.5 for u in self.utterances])
        self.p = p / p.sum()
        self.batch_s, self.longest_s = batch_s, longest_s
        self.rng = np.random.default_rng(seed)
        self.classes = label_map(cache.phone_names, phone_set)

    def __iter__(self) -> Iterator[SpeechBatch]:
        longest = round(self.longest_s * SAMPLE_RATE)
        while True:
            drawn = self.rng.choice(len(self.utterances), size=768, p=self.p)
            pool = sorted((self.utterances[i] for i in drawn), key=lambda u: u.n_samples)
            groups: list[list[Utterance]] = [[]]
            for utterance in pool:
                length = min(utterance.n_samples, longest)
                if (len(groups[-1]) + 1) * length > self.batch_s * SAMPLE_RATE:
                    groups.append([])
                groups[-1].append(utterance)
            for i in self.rng.permutation(len(groups)):
                if groups[i]:
                    yield self.pack(groups[i], longest)

    def pack(self, group: Sequence[Utterance], longest: int) -> SpeechBatch:
        """Cut, level and pad the utterances of one batch, some of them at another speed."""
        n = max(min(u.n_samples, longest) for u in group)
        n = -(-n // HOP_LENGTH) * HOP_LENGTH
        audio = np.zeros((len(group), 1, n), np.float32)
        f0 = np.zeros((len(group), n // HOP_LENGTH), np.float32)
        phones = np.full(f0.shape, -1, np.int64)
        frames, labels, speeds = [], [], []
        for row, u in enumerate(group):
            speed = 0
            if self.rng.random() < self.speed_chance:
                speed = int(self.rng.integers(1, len(SPEEDS)))
            piece, pitch, named, whole = self._cut(u, n, SPEEDS[speed])
            audio[row, 0, : len(piece)] = piece * level_gain(u, self.rng)
            f0[row, : len(pitch)] = pitch
            phones[row, 1 : len(named) + 1] = named[: phones.shape[1] - 1]
            frames.append(-(-len(piece) // HOP_LENGTH))
            labels.append(self.phone_set.encode(u.phones) if whole else [])
            speeds.append(speed)
        lengths = [len(x) for x in labels]
        padded = np.zeros((len(group), max(1, *lengths)), np.int64)
        for row, x in enumerate(labels):
            padded[row, : len(x)] = x
        clean = torch.from_numpy(np.clip(audio, -1.0, 1.0))
        return SpeechBatch(
            audio=clean,
            heard=None if self.microphone is None else self.microphone.hear(clean, self.rng),
            frames=torch.tensor(frames),
            f0_hz=torch.from_numpy(f0),
            labels=torch.from_numpy(padded),
            label_lengths=torch.tensor(lengths),
            utterances=tuple(group),
            speeds=tuple(speeds),
            phones=torch.from_numpy(phones) if self.cache.phone_names else None,
        )

    def _cut(
        self, utterance: Utterance, n_samples: int, speed: Speed
    ) -> tuple[NDArray, NDArray, NDArray, bool]:
        """At most ``n_samples`` of an utterance at a speed, F0, phones, and whether that is all."""
        numerator, denominator = speed
        n_hops = n_samples // HOP_LENGTH * numerator // denominator
        spare = -(-utterance.n_samples // HOP_LENGTH) - n_hops
        start = int(self.rng.integers(0, spare + 1)) if spare > 0 else 0
        piece = self.cache.audio(utterance, start * HOP_LENGTH, (start + n_hops) * HOP_LENGTH)
        pitch = self.cache.f0(utterance, start, start + n_hops)
        found = self.cache.phones(utterance, start, start + n_hops)
        named = self.classes[found] if found is not None else np.full(len(pitch), -1)
        if speed != (1, 1):
            piece = change_speed(piece, numerator, denominator)[:n_samples]
            there = np.arange(len(pitch) * denominator // numerator) * numerator / denominator
            nearest = np.rint(there).astype(int).clip(0, len(pitch) - 1)
            pitch = pitch[nearest] * np.float32(numerator / denominator)
            named = named[nearest]
        most = n_samples // HOP_LENGTH
        return piece, pitch[:most], named[:most], spare <= 0


class Ahead(Generic[T]):
    """Makes the items of an endless iterable ahead of time in a thread."""

    def __init__(self, items: Callable[[], Iterator[T]], depth: int = 4) -> None:
        self._queue: queue.Queue[T | BaseException] = queue.Queue(depth)
        self._items = items
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def _work(self) -> None:
        try:
            for item in self._items():
                self._queue.put(item)
        except BaseException as error:
            self._queue.put(error)

    def __iter__(self) -> Iterator[T]:
        while True:
            item = self._queue.get()
            if isinstance(item, BaseException):
                raise item
            yield item


class InProcess(IterableDataset, Generic[T]):
    """Makes the items of an endless iterable ahead of time in a process.

    In a thread, Python code that makes batches holds up the training beside it: half of its speed
    was lost to rooms and voices made so. Where processes cannot fork (Windows), they are made in
    step with the training.
    """

    def __init__(self, items: Callable[[], Iterator[T]], depth: int = 6) -> None:
        self._items, self._depth = items, depth

    def __iter__(self) -> Iterator[T]:
        if get_worker_info() is not None or "fork" not in mp.get_all_start_methods():
            return self._items()
        loader = DataLoader(
            self,
            batch_size=None,
            num_workers=1,
            prefetch_factor=self._depth,
            multiprocessing_context="fork",
        )
        return iter(loader)


class SpectralPerturbation:
    """Changes of voice and channel on STFT magnitudes: same content, another speaker.

    Frequency axis stretched by ``lowest`` to ``highest`` (vocal-tract length and pitch together,
    the VTLP of Jaitly and Hinton 2013, applied as information perturbation, Choi et al. 2021), a
    smooth random equaliser of +-12 dB and band limits.
    """

    def __init__(
        self,
        mel: Tensor,
        n_bins: int,
        *,
        n_warps: int = 31,
        lowest: float = 0.74,
        highest: float = 1.35,
    ) -> None:
        factors = np.exp(np.linspace(np.log(lowest), np.log(highest), n_warps))
        grid = np.arange(n_bins)
        warps = []
        for factor in factors:
            source = grid / factor
            low = np.minimum(source.astype(int), n_bins - 1)
            high = np.minimum(low + 1, n_bins - 1)
            part = source - np.floor(source)
            matrix = np.zeros((n_bins, n_bins), np.float32)
            inside = source <= n_bins - 1
            matrix[low[inside], grid[inside]] += (1 - part[inside]).astype(np.float32)
            matrix[high[inside], grid[inside]] += part[inside].astype(np.float32)
            warps.append(torch.from_numpy(matrix) @ mel)
        self.mels = torch.stack(warps)
        self.n_bins = n_bins

    def __call__(self, magnitude: Tensor, rng: np.random.Generator) -> Tensor:
        """Magnitudes ``(B, T, n_bins)`` to perturbed mel magnitudes ``(B, T, n_mels)``."""
        batch = magnitude.shape[0]
        knots = rng.normal(0.0, 4.0, (batch, 10)).clip(-12, 12)
        at = np.linspace(0, 9, self.n_bins)
        curve = np.stack([np.interp(at, np.arange(10), row) for row in knots])
        for row in range(batch):
            if rng.random() < 0.15:
                low, high = rng.uniform(0, 300), rng.uniform(3300, 7500)
                hz = np.linspace(0, SAMPLE_RATE / 2, self.n_bins)
                curve[row] -= 60.0 * ((hz < low) | (hz > high))
        gain = torch.from_numpy(10 ** (curve / 20)).float()
        chosen = torch.from_numpy(rng.integers(0, self.mels.shape[0], batch))
        return torch.bmm(magnitude * gain[:, None], self.mels[chosen])
