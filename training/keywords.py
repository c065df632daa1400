"""A classifier of short words: folders of examples in, a small network and a report out."""

from __future__ import annotations

import dataclasses
import re
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import soundfile
import soxr
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor, nn

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.mel import hann_window, mel_filterbank
from syrinx.training.augment import coloured_noise, mix_at_snr
from syrinx.training.data import SpeechCache

SAMPLE_RATE, N_FFT, HOP_LENGTH, N_MELS = 16_000, 400, 160, 40
CORPORA = ("speech_commands_subset", "fsdd_digits_8k")
SUFFIXES = frozenset({".wav", ".flac", ".ogg", ".opus", ".mp3"})
BAND_LIMITED = 3500.0
FloatArray = NDArray[np.float32]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One recording of a word, float32 at 16 kHz; ``test`` ones are not learned from."""

    word: str
    speaker: str
    audio: FloatArray
    test: bool


def examples_of_folder(
    folder: Path, *, speaker: str = r"^([^_]+)", test_share: float = 0.2
) -> list[Example]:
    """Recordings of a folder whose sub-folders are named by the words.

    Parameters
    ----------
    speaker
        Regular expression whose first group, searched in the name of a file, is the speaker. All
        recordings of a speaker are either learned from or tested on.
    test_share
        Share of the speakers that are tested on.

    Raises
    ------
    SyrinxError
        If there are not at least two words and two speakers, or a file cannot be read.
    """
    try:
        pattern = re.compile(speaker)
    except re.error as error:
        raise SyrinxError(f"The pattern of the speakers is no expression ({error}).") from error
    out: list[Example] = []
    found: list[tuple[str, str, Path]] = []
    for path in sorted(folder.glob("*/*")):
        if path.suffix.lower() in SUFFIXES:
            match = pattern.search(path.stem)
            who = match[1] if match and match.groups() else path.stem
            found.append((path.parent.name, who, path))
    people = sorted({who for _, who, _ in found}, key=lambda w: zlib.crc32(w.encode()))
    tested = set(people[: max(1, round(test_share * len(people)))])
    if len({word for word, _, _ in found}) < 2 or len(people) < 2:
        raise SyrinxError(
            f"{folder} needs a sub-folder per word, two at least, with recordings of two speakers"
            " at least, who are told by the names of the files (--speaker)."
        )
    for word, who, path in found:
        try:
            audio, rate = soundfile.read(path, dtype="float32", always_2d=True)
        except (OSError, soundfile.LibsndfileError) as error:
            raise SyrinxError(f"The recording {path} cannot be read ({error}).") from error
        mono = audio.mean(axis=1)
        if rate != SAMPLE_RATE:
            mono = soxr.resample(mono, rate, SAMPLE_RATE, quality="HQ")
        out.append(Example(word=word, speaker=who, audio=mono, test=who in tested))
    return out


def examples_of_pack(cache: SpeechCache, corpora: Sequence[str] = CORPORA) -> list[Example]:
    """The single words of the speech pack; its dev speakers are tested on."""
    return [
        Example(
            word=u.text.lower(),
            speaker=u.speaker_key,
            audio=cache.audio(u),
            test=u.split == "dev",
        )
        for u in cache.utterances
        if u.corpus in corpora and u.text
    ]


def loudest_stretch(audio: FloatArray, length: int) -> FloatArray:
    """The ``length`` samples with the most energy, silence around what is shorter."""
    if len(audio) <= length:
        left = (length - len(audio)) // 2
        return np.pad(audio, (left, length - len(audio) - left))
    sums = np.concatenate([[0.0], np.cumsum(np.square(audio, dtype=np.float64))])
    start = int(np.argmax(sums[length:] - sums[:-length]))
    return audio[start : start + length]


class KeywordNet(nn.Module):
    """Audio ``(B, n_samples)`` at 16 kHz to logits ``(B, n_words)``.

    Log-mel, then separable convolutions over time whose width halves the frames twice, then the
    mean over time (as the depthwise network of Zhang et al. 2017, "Hello Edge").
    """

    def __init__(self, n_words: int, *, channels: int = 96, blocks: int = 5) -> None:
        super().__init__()
        bank = mel_filterbank(sample_rate=SAMPLE_RATE, n_fft=N_FFT, n_mels=N_MELS, fmin_hz=60)
        # Half of the sources end at 4 kHz: the bands above would tell the corpus, not the word.
        top = np.linspace(0, SAMPLE_RATE / 2, N_FFT // 2 + 1) > BAND_LIMITED
        bank[:, top] = 0.0
        used = bank.sum(axis=1) > 0
        self.register_buffer("bank", torch.from_numpy(bank[used]))
        self.register_buffer("window", torch.from_numpy(hann_window(N_FFT).astype(np.float32)))
        self.bank: Tensor
        self.window: Tensor
        self.first = nn.Conv1d(int(used.sum()), channels, 5, stride=2, padding=2)
        self.first_norm = nn.BatchNorm1d(channels)
        self.blocks = nn.ModuleList()
        for i in range(blocks):
            self.blocks.append(
                nn.Sequential(
                    nn.Conv1d(
                        channels, channels, 9, padding=4, groups=channels, stride=2 if i == 1 else 1
                    ),
                    nn.BatchNorm1d(channels),
                    nn.ReLU(),
                    nn.Conv1d(channels, channels, 1),
                    nn.BatchNorm1d(channels),
                    nn.ReLU(),
                )
            )
        self.drop = nn.Dropout(0.2)
        self.head = nn.Linear(channels, n_words)

    def features(self, audio: Tensor) -> Tensor:
        """Log-mel ``(B, bands, T)``, mean and scale of each recording taken out."""
        spectrum = torch.stft(
            audio, N_FFT, HOP_LENGTH, window=self.window, center=True, return_complex=True
        )
        mel = torch.log(self.bank @ spectrum.abs().square() + 1e-7)
        mel = mel - mel.mean(dim=(1, 2), keepdim=True)
        return mel / (mel.std(dim=(1, 2), keepdim=True) + 1e-3)

    def forward(self, audio: Tensor) -> Tensor:
        return self.classify(self.features(audio))

    def classify(self, features: Tensor) -> Tensor:
        """Logits of log-mel features."""
        x = F.relu(self.first_norm(self.first(features)))
        for block in self.blocks:
            y = block(x)
            x = x + y if y.shape == x.shape else y
        return self.head(self.drop(x.mean(dim=2)))


def masked(features: Tensor, rng: np.random.Generator) -> Tensor:
    """Features with a band and a stretch of time left out (SpecAugment, Park et al. 2019)."""
    out = features.clone()
    for row in out:
        width, length = int(rng.integers(0, 7)), int(rng.integers(0, 20))
        low = int(rng.integers(0, max(1, row.shape[0] - width)))
        start = int(rng.integers(0, max(1, row.shape[1] - length)))
        row[low : low + width] = 0.0
        row[:, start : start + length] = 0.0
    return out


def training_batches(
    examples: Sequence[Example],
    words: Sequence[str],
    *,
    length: int,
    batch: int,
    rng: np.random.Generator,
) -> Iterator[tuple[Tensor, Tensor]]:
    """Endless batches: every word as often as the others, shifted, resampled, in noise."""
    number = {word: i for i, word in enumerate(words)}
    by_word = [[e for e in examples if e.word == word] for word in words]
    while True:
        audio = np.empty((batch, length), np.float32)
        labels = np.empty(batch, np.int64)
        for row in range(batch):
            # Half by the words, half as they come, so that rare words are not worn out.
            group = by_word[rng.integers(len(words))] if row % 2 else examples
            example = group[rng.integers(len(group))]
            audio[row] = varied(example.audio, length, rng)
            labels[row] = number[example.word]
        yield torch.from_numpy(audio), torch.from_numpy(labels)


def varied(audio: FloatArray, length: int, rng: np.random.Generator) -> FloatArray:
    """A recording at another speed, place and level, in noise."""
    speed = float(rng.uniform(0.85, 1.18))
    places = np.arange(0, len(audio) - 1, speed)
    quick = np.interp(places, np.arange(len(audio)), audio).astype(np.float32)
    out = loudest_stretch(quick, length)
    out = np.roll(out, int(rng.integers(-length // 10, length // 10 + 1)))
    if rng.random() < 0.7:
        noise = coloured_noise(length, float(rng.uniform(0.0, 2.0)), rng)
        out = mix_at_snr(out, noise, float(rng.uniform(3, 35)))
    return np.asarray(out * 10 ** (rng.uniform(-12, 6) / 20), np.float32)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Confusions:
    """How often each word was taken for which: ``counts[said, heard]``."""

    words: tuple[str, ...]
    counts: NDArray[np.int64]

    @property
    def accuracy(self) -> float:
        """Share of the recordings that were heard right."""
        return float(np.trace(self.counts) / max(self.counts.sum(), 1))

    def of_word(self) -> dict[str, float]:
        """The same for each word; words that were not said are left out."""
        said = self.counts.sum(axis=1)
        return {w: float(self.counts[i, i] / said[i]) for i, w in enumerate(self.words) if said[i]}


def confusions(
    model: KeywordNet, examples: Sequence[Example], words: Sequence[str], length: int
) -> Confusions:
    """Classify recordings; the model is put into its state for use."""
    number = {word: i for i, word in enumerate(words)}
    counts = np.zeros((len(words), len(words)), np.int64)
    model.eval()
    with torch.no_grad():
        for start in range(0, len(examples), 64):
            part = examples[start : start + 64]
            audio = np.stack([loudest_stretch(e.audio, length) for e in part])
            heard = model(torch.from_numpy(audio)).argmax(dim=1).numpy()
            np.add.at(counts, ([number[e.word] for e in part], heard), 1)
    return Confusions(words=tuple(words), counts=counts)
