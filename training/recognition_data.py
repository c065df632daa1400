"""What the recogniser learns from: whole sentences, their phones and letters, and where they are.

Single words and short sentences of one speaker are strung together, so that the network meets more
successions of words than the texts have. Pronunciations are those of the decoder's dictionary;
takes with a word that it lacks, or with digits, are left out.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.recognizer import HOP_LENGTH, LETTER_UNITS, PHONE_UNITS, STRIDE
from syrinx.training.augment import change_speed
from syrinx.training.batches import SPEEDS, Microphone, level_gain
from syrinx.training.data import SAMPLE_RATE, UNKNOWN_PHONE, SpeechCache, Utterance
from syrinx.training.language.words import dictionary, pronounced

UNKNOWN = -1
_AH = PHONE_UNITS.index("AH")
LONGEST_GAP_S = 0.35
SHORT_S, JOINED_S = 3.0, (2.5, 9.0)
"""Takes shorter than the first are strung together until they last about so long."""


def words_of_text(text: str) -> list[str] | None:
    """The words of a text in capitals, without punctuation; None if it has digits."""
    if re.search(r"\d", text):
        return None
    plain = re.sub(r"[^A-Z' ]+", " ", text.upper().replace("\u2019", "'"))
    words = (word.strip("'") if word.startswith("'") else word for word in plain.split())
    return [word for word in words if word.strip("'")]


class Pronunciations:
    """The first pronunciation of each word, as classes of `PHONE_UNITS`.

    Parameters
    ----------
    words
        Word in capitals -> phones; digits after vowels (stress) are taken off, AX counts as AH.

    Raises
    ------
    SyrinxError
        If a phone is unknown.
    """

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        classes = {phone: i for i, phone in enumerate(PHONE_UNITS)} | {"AX": _AH}
        try:
            self.words = {
                word: [classes[re.sub(r"\d$", "", p.upper())] for p in phones]
                for word, phones in words.items()
            }
        except KeyError as error:
            raise SyrinxError(f"The lexicon has an unknown phone {error}.") from None

    @classmethod
    def read(cls, path: Path) -> Pronunciations:
        """Of a file of lines ``WORD  P H O N E S``, as the CMU dictionary has them.

        Raises
        ------
        SyrinxError
            If it is missing.
        """
        if not path.is_file():
            raise SyrinxError(f"There is no lexicon {path}: name another one with --lexicon.")
        words: dict[str, Sequence[str]] = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            word, *phones = line.split()
            words.setdefault(re.sub(r"\(\d+\)$", "", word.upper()), phones)
        return cls(words)

    @classmethod
    def installed(cls, texts: Iterable[str]) -> Pronunciations:
        """Of the dictionary that the decoder's lexicon is made of (``festlex-cmu``, Festival).

        Raises
        ------
        SyrinxError
            If it is not installed.
        """
        words = {word.lower() for text in texts for word in words_of_text(text) or ()}
        ways = pronounced(sorted(words), dictionary())
        return cls({word.upper(): found[0] for word, found in ways.items() if found})

    def __call__(self, words: Sequence[str]) -> list[int] | None:
        """Phones of a text; None if a word is not known."""
        found = [self.words.get(word) for word in words]
        if any(phones is None for phones in found):
            return None
        return [phone for phones in found for phone in phones or ()]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """An utterance and what is said in it, as classes."""

    utterance: Utterance
    phones: tuple[int, ...]
    letters: tuple[int, ...]


def letters_of(words: Sequence[str]) -> list[int]:
    """Classes of `LETTER_UNITS`, with spaces between the words."""
    return [LETTER_UNITS.index(letter) for letter in " ".join(words)]


def lexicon_of(path: Path | None, cache: SpeechCache) -> Pronunciations:
    """A lexicon file, or for None the installed dictionary for the English texts of a cache."""
    if path is not None:
        return Pronunciations.read(path)
    return Pronunciations.installed(u.text for u in cache.utterances if u.language == "en")


def sentences_of(
    utterances: Sequence[Utterance], lexicon: Pronunciations, *, longest_s: float
) -> list[Sentence]:
    """The English utterances with a text that can be pronounced, up to ``longest_s``."""
    out = []
    for u in utterances:
        if u.language != "en" or not u.phones or u.n_samples > longest_s * SAMPLE_RATE:
            continue
        if u.level_dbfs < -60.0:
            continue
        words = words_of_text(u.text)
        phones = lexicon(words) if words else None
        if words and phones and len(phones) * 480 <= u.n_samples:
            letters = letters_of(words)
            out.append(Sentence(utterance=u, phones=tuple(phones), letters=tuple(letters)))
    return out


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class RecognitionBatch:
    """Padded audio ``(B, 1, n)`` and what is said in it.

    ``frames`` are the 30 ms frames of each row; ``phones`` and ``letters`` the classes of all rows
    one after another, with their counts; ``named (B, T)`` is the phone label of the cache at the
    middle of each frame (``SpeechCache.phones``: 0 silence), -1 where it is not known.
    """

    audio: Tensor
    frames: Tensor
    phones: Tensor
    phone_counts: Tensor
    letters: Tensor
    letter_counts: Tensor
    named: Tensor


class SentenceBatches:
    """Endless batches of sentences, similar lengths together, heard in rooms and noise.

    Parameters
    ----------
    weights
        By corpus: how often its seconds are heard, 1 where it is not named.
    speed_chance
        Share of the rows played at another speed.
    tail_frames
        Frames of silence after the longest row: what the network is late.
    """

    def __init__(
        self,
        cache: SpeechCache,
        sentences: Sequence[Sentence],
        weights: Mapping[str, float],
        *,
        batch_s: float,
        seed: int,
        tail_frames: int,
        speed_chance: float = 0.6,
        microphone: Microphone | None = None,
    ) -> None:
        if not sentences:
            raise SyrinxError("There are no sentences to learn from: is the speech cache empty?")
        self.cache, self.sentences = cache, list(sentences)
        self.batch_s, self.tail_frames = batch_s, tail_frames
        self.speed_chance, self.microphone = speed_chance, microphone
        p = np.array(
            [
                weights.get(s.utterance.corpus, 1.0) * min(s.utterance.n_samples / 16_000, 6.0)
                for s in sentences
            ]
        )
        self.p = p / p.sum()
        self.by_speaker: dict[str, list[Sentence]] = {}
        for s in sentences:
            self.by_speaker.setdefault(s.utterance.speaker_key, []).append(s)
        self.rng = np.random.default_rng(seed)

    def __iter__(self) -> Iterator[RecognitionBatch]:
        rng = self.rng
        while True:
            drawn = rng.choice(len(self.sentences), size=1024, p=self.p)
            rows = [self.strung(self.sentences[i]) for i in drawn]
            speeds = np.where(
                rng.random(len(rows)) < self.speed_chance,
                rng.integers(1, len(SPEEDS), len(rows)),
                0,
            )
            lengths = [
                sum(s.utterance.n_samples for s in row) * SPEEDS[v][1] / SPEEDS[v][0]
                for row, v in zip(rows, speeds, strict=True)
            ]
            groups: list[list[int]] = [[]]
            for i in np.argsort(lengths).tolist():
                if groups[-1] and (len(groups[-1]) + 1) * lengths[i] > self.batch_s * SAMPLE_RATE:
                    groups.append([])
                groups[-1].append(i)
            for g in rng.permutation(len(groups)):
                yield self.pack([rows[i] for i in groups[g]], [int(speeds[i]) for i in groups[g]])

    def strung(self, first: Sentence) -> list[Sentence]:
        """A short sentence with others of its speaker after it, or a longer one alone."""
        out, length = [first], first.utterance.n_samples / SAMPLE_RATE
        if length > SHORT_S or self.rng.random() < 0.3:
            return out
        others = self.by_speaker[first.utterance.speaker_key]
        wanted = self.rng.uniform(*JOINED_S)
        while length < wanted:
            out.append(others[int(self.rng.integers(len(others)))])
            length += out[-1].utterance.n_samples / SAMPLE_RATE
        return out

    def pack(self, rows: Sequence[Sequence[Sentence]], speeds: Sequence[int]) -> RecognitionBatch:
        """Join, level, speed up and pad the rows of one batch."""
        pieces, labels = zip(
            *(self._row(row, SPEEDS[v]) for row, v in zip(rows, speeds, strict=True)), strict=True
        )
        frames = [-(-len(piece) // HOP_LENGTH) for piece in pieces]
        longest = max(frames)
        audio = np.zeros((len(rows), 1, (longest + self.tail_frames) * HOP_LENGTH), np.float32)
        named = np.full((len(rows), longest), UNKNOWN, np.int64)
        for i, (piece, label) in enumerate(zip(pieces, labels, strict=True)):
            audio[i, 0, : len(piece)] = piece
            middle = label[1::STRIDE][:longest]
            named[i, : len(middle)] = np.where(middle == UNKNOWN_PHONE, UNKNOWN, middle)
        heard = torch.from_numpy(np.clip(audio, -1.0, 1.0))
        if self.microphone is not None:
            heard = self.microphone.hear(heard, self.rng)
        phones = [[p for s in row for p in s.phones] for row in rows]
        letters = [_spaced([s.letters for s in row]) for row in rows]
        return RecognitionBatch(
            audio=heard,
            frames=torch.tensor(frames),
            phones=torch.tensor([p for row in phones for p in row]),
            phone_counts=torch.tensor([len(row) for row in phones]),
            letters=torch.tensor([x for row in letters for x in row]),
            letter_counts=torch.tensor([len(row) for row in letters]),
            named=torch.from_numpy(named),
        )

    def _row(
        self, row: Sequence[Sentence], speed: tuple[int, int]
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """Samples of a row, and the phone label of each 10 ms of it."""
        audio: list[NDArray] = []
        labels: list[NDArray] = []
        gain = np.float32(level_gain(row[0].utterance, self.rng))
        for i, sentence in enumerate(row):
            u = sentence.utterance
            if i:
                gap = int(self.rng.uniform(0.0, LONGEST_GAP_S) * 100)
                audio.append(np.zeros(gap * 160, np.float32))
                labels.append(np.zeros(gap, np.int64))
            hops = u.n_samples // 160
            audio.append(self.cache.audio(u, 0, hops * 160) * gain)
            found = self.cache.phones(u, 0, hops)
            known = np.full(hops, UNKNOWN_PHONE) if found is None else found.astype(np.int64)
            labels.append(np.pad(known, (0, hops - len(known)), constant_values=UNKNOWN_PHONE))
        samples, named = np.concatenate(audio), np.concatenate(labels)
        numerator, denominator = speed
        if numerator != denominator:
            samples = change_speed(samples, numerator, denominator)
            at = np.arange(len(named) * denominator // numerator) * numerator / denominator
            named = named[np.rint(at).astype(int).clip(0, len(named) - 1)]
        return samples, named


def _spaced(parts: Sequence[Sequence[int]]) -> list[int]:
    """Letters of several sentences with a space between them."""
    space = LETTER_UNITS.index(" ")
    out = list(parts[0])
    for part in parts[1:]:
        out += [space, *part]
    return out
