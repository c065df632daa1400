"""Speech in noise for the suppressor: batches of what is heard and what should be left.

A row is a person talking with pauses, in a room, in one or two noises, through one microphone.
What should be left is the same speech in the same room through the same microphone, with pauses
a little quieter than recorded, so that the noise of the recordings is not taught as speech.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import scipy.fft
import scipy.ndimage
import torch
from numpy.typing import NDArray
from torch import Tensor

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.suppression import HOP_LENGTH, N_FFT
from syrinx.training.augment import SAMPLE_RATE, band_gain, equaliser_gain, random_band, rms
from syrinx.training.data import SpeechCache, Utterance
from syrinx.training.noise_kinds import FloatArray, make_noise
from syrinx.training.rooms import RoomBank

NARROW_CORPORA = ("asterisk_allison_8k", "fsdd_digits_8k")
LEAST_SNR_DB = 26.0
"""Recordings whose speech is less above their own quiet than this are not taught."""
PAUSE_DB = -12.0
SPEECH_DB, FLOOR_DB = -32.0, 10.0
"""A hop is speech if it is so near to the recording's speech level, and so far above its floor."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class MixConfig:
    """Chances per row and uniform ranges."""

    rows: int = 16
    crop_hops: int = 600
    snr_db: tuple[float, float] = (-5.0, 25.0)
    level_dbfs: tuple[float, float] = (-46.0, -14.0)
    clean_chance: float = 0.08
    noise_only_chance: float = 0.07
    second_noise_chance: float = 0.4
    room_chance: float = 0.35
    equaliser_chance: float = 0.6
    band_chance: float = 0.06
    noises: int = 360
    rooms: int = 60

    def __post_init__(self) -> None:
        if min(self.rows, self.crop_hops, self.noises, self.rooms) < 1:
            raise SyrinxError("A batch needs rows, hops, noises and rooms.")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class MixBatch:
    """Audio ``(B, n)`` heard and wanted; ``speech (B, T)`` is 1 where somebody speaks.

    ``scale (B,)`` brings the speech (the noise, where there is no speech) to a common level.
    """

    heard: Tensor
    wanted: Tensor
    speech: Tensor
    scale: Tensor


def hop_levels_db(audio: NDArray[np.float32]) -> NDArray[np.float64]:
    """Level of every whole hop in dBFS, at least -120."""
    hops = audio[: len(audio) // HOP_LENGTH * HOP_LENGTH].reshape(-1, HOP_LENGTH)
    return 10 * np.log10(np.square(hops, dtype=np.float64).mean(axis=1) + 1e-12)


def speech_hops(audio: NDArray[np.float32], level_dbfs: float) -> NDArray[np.bool_]:
    """Whether somebody speaks in each hop of a clean recording of this speech level.

    Gaps of up to 60 ms belong to the speech, bursts of less than 20 ms do not.
    """
    levels = hop_levels_db(audio)
    if not levels.size:
        return np.zeros(0, bool)
    floor = float(np.percentile(levels, 5))
    # Recordings cut close to the speech show no floor: it is taken to be far below.
    floor = min(floor, level_dbfs - 38.0)
    loud = levels > max(level_dbfs + SPEECH_DB, floor + FLOOR_DB)
    loud = scipy.ndimage.binary_opening(loud, np.ones(4))
    padded = np.pad(loud, 12)
    return scipy.ndimage.binary_closing(padded, np.ones(12))[12:-12]


class SpeechStreams:
    """Endless talk of train speakers: utterances of one person with pauses between."""

    def __init__(self, cache: SpeechCache, split: str = "train") -> None:
        self._cache = cache
        by_speaker: dict[str, list[Utterance]] = {}
        corpora: dict[str, set[str]] = {}
        for u in cache.select(split):
            if u.corpus not in NARROW_CORPORA and self.clean_enough(u):
                by_speaker.setdefault(u.speaker_key, []).append(u)
                corpora.setdefault(u.corpus, set()).add(u.speaker_key)
        if not by_speaker:
            raise SyrinxError("The cache has no clean speech to train the suppressor with.")
        self._by_speaker = by_speaker
        self._corpora = {name: sorted(keys) for name, keys in sorted(corpora.items())}
        self._names = list(self._corpora)
        minutes = [
            sum(u.n_samples for key in keys for u in by_speaker[key])
            for keys in self._corpora.values()
        ]
        weight = np.sqrt(np.array(minutes, float))
        self._chances = weight / weight.sum()
        self._quiet: dict[int, bool] = {}

    @property
    def utterances(self) -> list[Utterance]:
        """Everything that may be drawn."""
        return [u for us in self._by_speaker.values() for u in us]

    def clean_enough(self, utterance: Utterance) -> bool:
        """Whether a second of it is quiet enough somewhere; short ones pass unheard."""
        if utterance.n_samples < SAMPLE_RATE:
            return True
        levels = hop_levels_db(self._cache.audio(utterance))
        return utterance.level_dbfs - float(np.percentile(levels, 5)) >= LEAST_SNR_DB

    def draw(
        self, rng: np.random.Generator, n_hops: int, *, pauses: bool = True
    ) -> tuple[FloatArray, NDArray[np.bool_]]:
        """``n_hops`` of somebody at an active level of about 0 dB, and where they speak."""
        keys = self._corpora[self._names[rng.choice(len(self._names), p=self._chances)]]
        mine = self._by_speaker[keys[rng.integers(len(keys))]]
        audio = np.zeros(n_hops * HOP_LENGTH, np.float32)
        speech = np.zeros(n_hops, bool)
        at = int(rng.exponential(60)) if pauses and rng.random() < 0.5 else 0
        first = at == 0
        while at < n_hops:
            utterance = mine[rng.integers(len(mine))]
            whole = self._cache.audio(utterance) * np.float32(10 ** (-utterance.level_dbfs / 20))
            active = speech_hops(whole, 0.0)
            skip = int(rng.integers(0, max(1, len(active) // 2))) if first else 0
            first = False
            count = min(len(active) - skip, n_hops - at)
            if count <= 0:
                break
            piece = whole[skip * HOP_LENGTH : (skip + count) * HOP_LENGTH].copy()
            edge = np.linspace(0, 1, HOP_LENGTH, dtype=np.float32)
            piece[:HOP_LENGTH] *= edge
            piece[-HOP_LENGTH:] *= edge[::-1]
            audio[at * HOP_LENGTH : (at + count) * HOP_LENGTH] = piece
            speech[at : at + count] = active[skip : skip + count]
            at += count + (int(rng.exponential(60)) if pauses else 0)
        return audio, speech

    def __call__(self, rng: np.random.Generator, n_samples: int) -> FloatArray:
        """Talk without pauses, for babble."""
        return self.draw(rng, -(-n_samples // HOP_LENGTH), pauses=False)[0][:n_samples]


def softened_pauses(
    audio: FloatArray, speech: NDArray[np.bool_], *, margin: int = 14
) -> FloatArray:
    """``audio`` with everything further than ``margin`` hops from speech lowered by `PAUSE_DB`."""
    near = scipy.ndimage.binary_dilation(speech, np.ones(2 * margin + 1))
    gain = np.where(near, 1.0, 10 ** (PAUSE_DB / 20))
    gain = scipy.ndimage.uniform_filter1d(gain, 5)
    times = np.arange(len(audio)) / HOP_LENGTH - 0.5
    return audio * np.interp(times, np.arange(len(gain)), gain).astype(np.float32)


class MixBatches:
    """Endless batches of speech in noise; one of the noises is made anew every time."""

    def __init__(
        self,
        streams: SpeechStreams,
        parts: Mapping[str, FloatArray],
        config: MixConfig,
        *,
        seed: int = 0,
    ) -> None:
        self.config = config
        self.streams = streams
        self._parts = dict(parts)
        self._rng = np.random.default_rng(seed)
        self._n = config.crop_hops * HOP_LENGTH
        longest = 16_000
        self._n_fft = scipy.fft.next_fast_len(self._n + longest, real=True)
        self._hz = scipy.fft.rfftfreq(self._n_fft, 1 / SAMPLE_RATE)
        self._length = 2 * self._n
        self._noises = [self._make() for _ in range(config.noises)]
        bank = RoomBank(config.rooms, seed=seed)
        self._rooms = [bank.draw(self._rng)[:longest] for _ in range(config.rooms)]

    def _make(self) -> FloatArray:
        return make_noise(self._parts, self.streams, self._length, self._rng)

    def __iter__(self) -> Iterator[MixBatch]:
        while True:
            rows = [self._row() for _ in range(self.config.rows)]
            self._noises[int(self._rng.integers(len(self._noises)))] = self._make()
            yield pack(rows)

    def _noise(self) -> FloatArray:
        rng = self._rng
        noise = np.zeros(self._n, np.float32)
        for level_db in (0.0, -float(rng.uniform(0, 15)))[
            : 1 + (rng.random() < self.config.second_noise_chance)
        ]:
            clip = self._noises[int(rng.integers(len(self._noises)))]
            start = int(rng.integers(self._length - self._n))
            noise += clip[start : start + self._n] * np.float32(10 ** (level_db / 20))
        return noise

    def _filter(self, audio: FloatArray, response: NDArray) -> FloatArray:
        spectrum = scipy.fft.rfft(audio, self._n_fft) * response
        return scipy.fft.irfft(spectrum, self._n_fft)[: self._n].astype(np.float32)

    def _row(self) -> tuple[NDArray, NDArray, NDArray, float]:
        config, rng = self.config, self._rng
        kind = rng.random()
        audio, speech = self.streams.draw(rng, config.crop_hops)
        wanted = softened_pauses(audio, speech)
        response: NDArray = np.ones(len(self._hz), np.complex64)
        if rng.random() < config.room_chance:
            room = self._rooms[int(rng.integers(len(self._rooms)))]
            response = scipy.fft.rfft(room, self._n_fft)
        noise = self._noise()
        gain = np.ones(len(self._hz), np.float32)
        if rng.random() < config.equaliser_chance:
            gain = equaliser_gain(self._hz, 8.0, rng).astype(np.float32)
        if rng.random() < config.band_chance:
            gain = gain * band_gain(self._hz, *random_band(rng)).astype(np.float32)
        audio, wanted = (self._filter(x, response * gain) for x in (audio, wanted))
        noise = self._filter(noise, gain)
        level = rms(audio.reshape(-1, HOP_LENGTH)[speech])
        if kind < config.noise_only_chance or not speech.any() or level < 1e-6:
            audio, wanted, speech = audio * 0, wanted * 0, speech & False
            level = rms(noise) + 1e-9
        elif kind < config.noise_only_chance + config.clean_chance:
            noise *= np.float32(level * 10 ** (-rng.uniform(45, 80) / 20))
        else:
            snr_db = rng.uniform(*config.snr_db)
            noise *= np.float32(level / (rms(noise) + 1e-9) * 10 ** (-snr_db / 20))
        gain_to = 10 ** (rng.uniform(*config.level_dbfs) / 20) / level
        heard = np.clip((audio + noise) * np.float32(gain_to), -1, 1)
        return heard, wanted * np.float32(gain_to), speech, 1.0 / (level * gain_to)


def pack(rows: Sequence[tuple[NDArray, NDArray, NDArray, float]]) -> MixBatch:
    """Stack rows of one length."""
    heard, wanted, speech, scale = zip(*rows, strict=True)
    return MixBatch(
        heard=torch.from_numpy(np.stack(heard)),
        wanted=torch.from_numpy(np.stack(wanted)),
        speech=torch.from_numpy(np.stack(speech).astype(np.float32)),
        scale=torch.tensor(scale, dtype=torch.float32),
    )


def framed(audio: Tensor) -> Tensor:
    """Frames ``(B, T, N_FFT)`` of ``(B, n)``, as `syrinx.dsp.suppression.Frames` cuts them."""
    padded = torch.nn.functional.pad(audio, (N_FFT - HOP_LENGTH, 0))
    return padded.unfold(-1, N_FFT, HOP_LENGTH)
