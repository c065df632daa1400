"""Discriminators: is this a recording, and is it that speaker?

Spectrum discriminators see log magnitudes at four resolutions, from envelopes to single pulses;
a voice discriminator sees log-mel frames over a longer time and is told a speaker embedding
(projection: Miyato and Koyama 2018). It judges the pair: a recording with the wrong embedding
counts as false (Reed et al. 2016), so that it learns who speaks. Unlike a frozen speaker encoder
it learns on, and cannot be flattered for long (ADR 0027, 0039).

All are one-dimensional convolutions over frames with the bins as channels. Patches of complex
spectrograms (two-dimensional, Défossez et al. 2022) and folded waveforms (Kong et al. 2020) of a
size that a CPU can pay stayed at chance for a thousand steps (ADR 0043).
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from syrinx.training.losses import log_mel

Judged = tuple[Tensor, list[Tensor]]
SLOPE = 0.1
SPECTRA = ((1024, 160, 256), (512, 128, 256), (256, 64, 192), (128, 32, 128))


def _lively(module: nn.Module) -> None:
    """Initialise so that signals keep their size: torch's default shrinks them layer by layer."""
    if isinstance(module, nn.Conv1d | nn.Conv2d):
        nn.init.kaiming_normal_(module.weight, a=SLOPE, nonlinearity="leaky_relu")
        nn.init.zeros_(module.bias)


def _through(layers: nn.ModuleList, x: Tensor) -> Judged:
    """The last features, and those of every layer."""
    features = []
    for layer in layers:
        x = F.leaky_relu(layer(x), SLOPE)
        features.append(x)
    return x, features


def _matched(x: Tensor, told: Tensor) -> Tensor:
    """How well features ``(B, C, ...)`` go with what the embedding asks for, ``(B, C)``."""
    told = told.reshape(*told.shape, *[1] * (x.dim() - 2))
    return (x * told).sum(1, keepdim=True) / x.shape[1] ** 0.5


class SpectrumDiscriminator(nn.Module):
    """Log magnitudes of a short-time spectrum over some frames; knows nothing of speakers.

    All bins of a frame are its channels: such a layer sees the whole envelope at once.
    """

    def __init__(self, n_fft: int, hop_length: int, channels: int) -> None:
        super().__init__()
        self.n_fft, self.hop_length = n_fft, hop_length
        self.register_buffer("window", torch.hann_window(n_fft), persistent=False)
        self.layers = nn.ModuleList()
        before = n_fft // 2 + 1
        for kernel, dilation in ((5, 1), (5, 1), (5, 2), (3, 2)):
            padding = kernel // 2 * dilation
            self.layers.append(
                nn.Conv1d(before, channels, kernel, padding=padding, dilation=dilation)
            )
            before = channels
        self.score = nn.Conv1d(channels, 1, 3, padding=1)

    def forward(self, audio: Tensor, speaker: Tensor) -> Judged:
        """Audio ``(B, n)`` to scores and the features of each layer."""
        del speaker
        with torch.autocast(audio.device.type, enabled=False):
            spectrum = torch.stft(
                audio.float(),
                self.n_fft,
                self.hop_length,
                window=self.window,
                return_complex=True,
                pad_mode="constant",
            )
            magnitude = torch.sqrt(spectrum.real**2 + spectrum.imag**2 + 1e-9)
            x = (torch.log(magnitude + 1e-3) + 2.5) / 2.5
        x, features = _through(self.layers, x)
        return self.score(x), features


class VoiceDiscriminator(nn.Module):
    """Log-mel frames over 0.4 s of context, with the speaker."""

    def __init__(self, mel: Tensor, channels: int, embedding_size: int) -> None:
        super().__init__()
        self.register_buffer("mel", mel, persistent=False)
        self.register_buffer("window", torch.hann_window(512), persistent=False)
        self.layers = nn.ModuleList()
        before = mel.shape[1]
        for dilation in (1, 1, 2, 4):
            self.layers.append(
                nn.Conv1d(before, channels, 5, padding=2 * dilation, dilation=dilation)
            )
            before = channels
        self.score = nn.Conv1d(channels, 1, 3, padding=1)
        self.project = nn.Linear(embedding_size, channels)

    def forward(self, audio: Tensor, speaker: Tensor) -> Judged:
        """Audio ``(B, n)`` and embeddings ``(B, D)`` to scores and features."""
        with torch.autocast(audio.device.type, enabled=False):
            x = (log_mel(audio.float(), self.mel, self.window) + 2.0) / 3.0
        x = x.transpose(1, 2)
        x, features = _through(self.layers, x)
        told = self.project(speaker * speaker.shape[1] ** 0.5)
        return self.score(x) + _matched(x, told), features


class Discriminators(nn.Module):
    """All of them; each call gives one :data:`Judged` per discriminator.

    Parameters
    ----------
    mel
        Mel matrix ``(257, n_mels)`` for the voice discriminator.
    spectra
        Length of the FFT, hop and channels of each spectrum discriminator.
    """

    def __init__(
        self,
        mel: Tensor,
        *,
        spectra: Sequence[tuple[int, int, int]] = SPECTRA,
        voice_channels: int = 256,
        embedding_size: int = 192,
    ) -> None:
        super().__init__()
        self.parts = nn.ModuleList(
            [
                *(SpectrumDiscriminator(*settings) for settings in spectra),
                VoiceDiscriminator(mel, voice_channels, embedding_size),
            ]
        )
        self.judges_pair = [isinstance(part, VoiceDiscriminator) for part in self.parts]
        self.apply(_lively)
        for part in self.parts:
            nn.init.normal_(part.score.weight, std=0.02)

    def forward(self, audio: Tensor, speaker: Tensor) -> list[Judged]:
        """Audio ``(B, n)`` and speaker embeddings ``(B, D)``."""
        return [part(audio, speaker) for part in self.parts]

    def loss(
        self, real: Tensor, speaker: Tensor, wrong: Tensor, made: Tensor, made_speaker: Tensor
    ) -> Tensor:
        """Least-squares loss of the discriminators (Mao et al. 2017).

        ``real (B, n)`` with its ``speaker`` shall be 1; ``made`` with ``made_speaker``, and
        ``real`` with the embedding ``wrong`` of somebody else, 0.
        """
        n_real = real.shape[0]
        audio = torch.cat([real, made])
        true = self(audio, torch.cat([speaker, made_speaker]))
        total = real.new_zeros(())
        for (scores, _), part, pair in zip(true, self.parts, self.judges_pair, strict=True):
            scores = scores.float()
            total = total + (scores[:n_real] - 1).square().mean() + scores[n_real:].square().mean()
            if pair:
                mistaken, _ = part(real, wrong)
                total = total + 0.5 * mistaken.float().square().mean()
        return total / len(self.parts)


def adversarial_loss(judged: Sequence[Judged], counted: Sequence[bool]) -> Tensor:
    """How far from 1 the scores of made audio are (least squares), mean over those counted."""
    chosen = [s for (s, _), yes in zip(judged, counted, strict=True) if yes]
    return torch.stack([(s.float() - 1).square().mean() for s in chosen]).mean()


def feature_loss(made: Sequence[Judged], real: Sequence[Judged]) -> Tensor:
    """Distance of the features of made and real audio, relative to the real ones' size.

    Kumar et al. 2019 (MelGAN); relative as in Défossez et al. 2022.
    """
    terms = []
    for (_, made_features), (_, real_features) in zip(made, real, strict=True):
        for a, b in zip(made_features, real_features, strict=True):
            b = b.detach().float()
            terms.append((a.float() - b).abs().mean() / (b.abs().mean() + 1e-5))
    return torch.stack(terms).mean()
