"""Speech to fine-tune a voice with: recordings at one level, crops of them, their spectrum."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from syrinx.dsp.errors import SyrinxError
from syrinx.neural.content_encoder import HOP_LENGTH
from syrinx.training.augment_batch import active_rms
from syrinx.training.data import SAMPLE_RATE, live_f0

FloatArray = NDArray[np.float32]
SPEECH_DBFS = -26.0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """A recording at 16 kHz, its speech at -26 dBFS, and its F0 (0 unvoiced; frame k at 160 k)."""

    audio: FloatArray
    f0_hz: FloatArray

    @classmethod
    def of(cls, audio: NDArray) -> Speech:
        """Bring a recording to the level, and find its F0 as the live path does."""
        level = active_rms(audio)
        if level <= 0.0:
            raise SyrinxError("A recording is silent.")
        audio = (audio * (10.0 ** (SPEECH_DBFS / 20.0) / level)).astype(np.float32)
        return cls(audio=audio, f0_hz=live_f0(audio))


class LongTermSpectrum:
    """Power spectrum of loud frames, averaged and smoothed over 150 Hz, in dB."""

    def __init__(self, n_fft: int = 512, reach_bins: int = 5) -> None:
        self.n_fft, n_bins = n_fft, n_fft // 2 + 1
        self.window = torch.hann_window(n_fft)
        kernel = np.hanning(2 * reach_bins + 1)[1:-1]
        smooth = np.zeros((n_bins, n_bins), np.float32)
        for bin_ in range(n_bins):
            for offset, weight in enumerate(kernel, start=1 - reach_bins):
                smooth[bin_, min(n_bins - 1, max(0, bin_ + offset))] += weight
        self.smooth = torch.from_numpy(smooth / smooth.sum(axis=1, keepdims=True))

    def mean(self, audio: Tensor) -> tuple[Tensor, Tensor]:
        """Of rows ``(B, n)``: summed power ``(257,)`` of loud frames, each row at level 1; count.

        Loud are frames within 30 dB of the row's loudest.
        """
        spectrum = torch.stft(
            audio, self.n_fft, HOP_LENGTH, window=self.window, return_complex=True
        )
        power = (spectrum.real**2 + spectrum.imag**2).transpose(1, 2)
        energy = power.sum(-1)
        loud = (energy > 1e-3 * energy.amax(dim=1, keepdim=True)).float()
        level = (energy * loud).sum(1) / loud.sum(1).clamp(min=1.0)
        scaled = power * (loud / level.clamp(min=1e-9)[:, None])[..., None]
        return scaled.sum((0, 1)), loud.sum()

    def decibels(self, total: Tensor, count: Tensor) -> Tensor:
        """Smoothed mean in dB ``(254,)``, from 94 Hz on."""
        return 10.0 * torch.log10(self.smooth @ (total / count.clamp(min=1.0)) + 1e-9)[3:]


class Crops:
    """Draws crops of recordings: long ones more often, hardly any of silence."""

    def __init__(self, speech: Sequence[Speech], crop_s: float) -> None:
        if not speech:
            raise SyrinxError("There is no speech to learn from.")
        self.speech = list(speech)
        self.size = round(crop_s * SAMPLE_RATE) // HOP_LENGTH * HOP_LENGTH
        lengths = np.array([len(s.audio) for s in self.speech], np.float64)
        self.chances = lengths / lengths.sum()

    def draw(self, rows: int, rng: np.random.Generator) -> tuple[Tensor, Tensor]:
        """Audio ``(rows, 1, n)`` and F0 ``(rows, n / 160)``."""
        drawn = [self._draw(rng) for _ in range(rows)]
        audio, f0_hz = (np.stack(part) for part in zip(*drawn, strict=True))
        return torch.from_numpy(audio)[:, None], torch.from_numpy(f0_hz)

    def _draw(self, rng: np.random.Generator) -> tuple[FloatArray, FloatArray]:
        audio, f0_hz = (
            np.zeros(self.size, np.float32),
            np.zeros(self.size // HOP_LENGTH, np.float32),
        )
        for _ in range(5):
            speech = self.speech[int(rng.choice(len(self.speech), p=self.chances))]
            room = max(0, len(speech.audio) - self.size) // HOP_LENGTH
            part = part_of(speech, (first := int(rng.integers(0, room + 1))), first + len(f0_hz))
            audio[:] = 0.0
            f0_hz[:] = 0.0
            audio[: len(part.audio)] = part.audio
            f0_hz[: len(part.f0_hz)] = part.f0_hz
            if float(np.sqrt(np.mean(audio**2))) > 10.0 ** ((SPEECH_DBFS - 10.0) / 20.0):
                break
        return audio, f0_hz


def part_of(speech: Speech, first: int, last: int) -> Speech:
    """Frames ``first`` to ``last`` of a recording."""
    return Speech(
        audio=speech.audio[first * HOP_LENGTH : last * HOP_LENGTH], f0_hz=speech.f0_hz[first:last]
    )
