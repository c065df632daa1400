"""Speaker encoder: a thin ResNet34 with attentive statistics pooling.

Takes audio of any length and returns one unit-length vector that says who speaks. The log-mel
analysis is part of the network, so that training, enrolment and the exported graph agree.

Architecture after He et al. 2015 (ResNet), Hu et al. 2017 (squeeze-excitation), Okabe et al. 2018
(attentive statistics pooling) and the thin ResNets of Chung et al. 2020; the stem halves both
frequency and time, which makes it four times as cheap as the usual one: it has to be trained
on a CPU.
"""

from __future__ import annotations

import dataclasses
import os
import pickle
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.mel import hann_window, mel_filterbank


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerEncoderConfig:
    """Hyper-parameters of :class:`SpeakerEncoder`; they travel inside the checkpoint.

    ``channels`` and ``blocks`` have one entry per stage; every stage but the first halves both
    frequency and time. Lengths are in samples at ``sample_rate``.
    """

    sample_rate: int = 16_000
    n_fft: int = 512
    win_length: int = 400
    hop_length: int = 160
    n_mels: int = 80
    fmin_hz: float = 20.0
    fmax_hz: float = 7_600.0
    channels: tuple[int, ...] = (16, 32, 80, 160)
    blocks: tuple[int, ...] = (3, 4, 6, 3)
    squeeze: int = 8
    attention: int = 64
    embedding_dim: int = 192

    def __post_init__(self) -> None:
        if len(self.channels) != len(self.blocks):
            raise SyrinxError("A speaker encoder needs as many channel counts as block counts.")
        if not 0 < self.hop_length <= self.win_length <= self.n_fft:
            raise SyrinxError("A speaker encoder needs hop_length <= win_length <= n_fft.")

    def to_dict(self) -> dict[str, Any]:
        """Return the values as plain JSON types."""
        return {
            key: list(value) if isinstance(value, tuple) else value
            for key, value in dataclasses.asdict(self).items()
        }

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> SpeakerEncoderConfig:
        """Make a config from what :meth:`to_dict` returned."""
        return cls(**{k: tuple(v) if isinstance(v, list) else v for k, v in values.items()})


class LogMel(nn.Module):
    """Log-mel spectrogram with the mean over the utterance taken out.

    The discrete Fourier transform is a strided convolution with a windowed basis, so that the
    ONNX graph needs no STFT operator and takes any length. The audio is brought to an RMS of
    0.05 first, so that the floor of the logarithm (about 45 dB below the mean band) does not
    depend on the level, and digital silence does not look different from a quiet room. Frames lie
    wholly inside the signal: ``n_frames = 1 + (n_samples - win_length) // hop_length``.
    """

    def __init__(self, config: SpeakerEncoderConfig) -> None:
        super().__init__()
        self.hop_length = config.hop_length
        n_bins = config.n_fft // 2 + 1
        window = torch.from_numpy(hann_window(config.win_length)).double()
        time = torch.arange(config.win_length, dtype=torch.float64)
        angle = 2 * torch.pi / config.n_fft * torch.outer(torch.arange(n_bins).double(), time)
        basis = torch.cat([torch.cos(angle), torch.sin(angle)]) * window
        mel = torch.from_numpy(
            mel_filterbank(
                sample_rate=config.sample_rate,
                n_fft=config.n_fft,
                n_mels=config.n_mels,
                fmin_hz=config.fmin_hz,
                fmax_hz=config.fmax_hz,
                area_norm=False,
            )
        )
        self.basis: Tensor
        self.mel: Tensor
        self.register_buffer("basis", basis.float().unsqueeze(1), persistent=False)
        self.register_buffer("mel", mel.float(), persistent=False)

    def forward(self, audio: Tensor) -> Tensor:
        """Map ``audio`` (B, 1, n_samples) to ``log_mel`` (B, n_mels, T), zero mean over time."""
        level = torch.sqrt(audio.square().mean(dim=2, keepdim=True) + 1e-10)
        spectrum = F.conv1d(audio * (0.05 / level), self.basis, stride=self.hop_length)
        real, imaginary = spectrum.chunk(2, dim=1)
        power = real.square() + imaginary.square()
        log_mel = torch.log(torch.matmul(self.mel, power) + 1e-5)
        return log_mel - log_mel.mean(dim=2, keepdim=True)


class ResidualBlock(nn.Module):
    """Two 3x3 convolutions, squeeze-excitation, and a shortcut."""

    def __init__(self, in_channels: int, channels: int, stride: int, squeeze: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(in_channels, channels, 3, stride, 1, bias=False)
        self.norm1 = nn.BatchNorm2d(channels)
        self.conv2 = nn.Conv2d(channels, channels, 3, 1, 1, bias=False)
        self.norm2 = nn.BatchNorm2d(channels)
        self.squeeze = nn.Linear(channels, channels // squeeze)
        self.excite = nn.Linear(channels // squeeze, channels)
        self.shortcut: nn.Module = nn.Identity()
        if stride != 1 or in_channels != channels:
            self.shortcut = nn.Sequential(
                nn.Conv2d(in_channels, channels, 1, stride, bias=False), nn.BatchNorm2d(channels)
            )

    def forward(self, x: Tensor) -> Tensor:
        y = F.relu(self.norm1(self.conv1(x)))
        y = self.norm2(self.conv2(y))
        gate = torch.sigmoid(self.excite(F.relu(self.squeeze(y.mean(dim=(2, 3))))))
        y = y * gate[:, :, None, None]
        return F.relu(y + self.shortcut(x))


class AttentiveStatistics(nn.Module):
    """Weighted mean and standard deviation over time, weights learnt per channel."""

    def __init__(self, channels: int, attention: int) -> None:
        super().__init__()
        self.reduce = nn.Conv1d(channels, attention, 1)
        self.score = nn.Conv1d(attention, channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        """Map (B, channels, T) to (B, 2 * channels)."""
        weight = torch.softmax(self.score(torch.tanh(self.reduce(x))).float(), dim=2)
        x = x.float()
        mean = (weight * x).sum(dim=2)
        variance = (weight * (x - mean.unsqueeze(2)).square()).sum(dim=2)
        return torch.cat([mean, torch.sqrt(variance.clamp_min(1e-5))], dim=1)


class SpeakerEncoder(nn.Module):
    """Audio to a unit-length speaker embedding.

    Parameters
    ----------
    config
        Hyper-parameters; the default has 2.3 M parameters.
    """

    def __init__(self, config: SpeakerEncoderConfig | None = None) -> None:
        super().__init__()
        self.config = config = config or SpeakerEncoderConfig()
        self.log_mel = LogMel(config)
        width = config.channels[0]
        self.stem = nn.Conv2d(1, width, 3, 2, 1, bias=False)
        self.stem_norm = nn.BatchNorm2d(width)
        blocks: list[nn.Module] = []
        in_channels = width
        n_bands = (config.n_mels + 1) // 2
        for stage, (channels, count) in enumerate(zip(config.channels, config.blocks, strict=True)):
            for index in range(count):
                stride = 2 if stage > 0 and index == 0 else 1
                blocks.append(ResidualBlock(in_channels, channels, stride, config.squeeze))
                in_channels = channels
            if stage > 0:
                n_bands = (n_bands + 1) // 2
        self.blocks = nn.Sequential(*blocks)
        pooled = in_channels * n_bands
        self.pool = AttentiveStatistics(pooled, config.attention)
        self.pool_norm = nn.BatchNorm1d(2 * pooled)
        self.embed = nn.Linear(2 * pooled, config.embedding_dim, bias=False)
        self.embed_norm = nn.BatchNorm1d(config.embedding_dim)

    @property
    def minimum_samples(self) -> int:
        """Shortest audio that makes sense: 0.2 s. Shorter audio should be repeated."""
        return self.config.sample_rate // 5

    def forward(self, audio: Tensor) -> Tensor:
        """Embed.

        Parameters
        ----------
        audio
            (B, 1, n_samples), at ``config.sample_rate``, in [-1, 1].

        Returns
        -------
        Tensor
            ``speaker_embedding`` (B, embedding_dim), of unit length.
        """
        # The analysis stays in float32: bfloat16 loses weak bands beside strong ones.
        with torch.autocast(audio.device.type, enabled=False):
            log_mel = self.log_mel(audio.float())
        return self.from_log_mel(log_mel)

    def from_log_mel(self, log_mel: Tensor) -> Tensor:
        """Embed ``log_mel`` (B, n_mels, T) whose mean over time is zero; see :meth:`forward`."""
        x = log_mel.unsqueeze(1).contiguous(memory_format=torch.channels_last)
        x = F.relu(self.stem_norm(self.stem(x)))
        x = self.blocks(x)
        pooled = self.pool(x.flatten(1, 2))
        embedding = self.embed_norm(self.embed(self.pool_norm(pooled))).float()
        return F.normalize(embedding, dim=1)


def save_checkpoint(path: Path, model: SpeakerEncoder, **extra: Any) -> None:
    """Write weights, config and ``extra`` (plain values and tensors) to one file."""
    part = path.with_suffix(path.suffix + ".part")
    payload = {"config": model.config.to_dict(), "model": model.state_dict(), **extra}
    torch.save(payload, part)
    os.replace(part, path)


def load_speaker_encoder(path: Path | str) -> SpeakerEncoder:
    """Return the encoder of a checkpoint, in ``eval`` mode.

    Raises
    ------
    SyrinxError
        If the file is missing or is not a speaker encoder's checkpoint.
    """
    try:
        payload = torch.load(path, map_location="cpu", weights_only=True)
        model = SpeakerEncoder(SpeakerEncoderConfig.from_dict(payload["config"]))
        model.load_state_dict(payload["model"])
    except FileNotFoundError:
        raise SyrinxError(f"There is no speaker encoder at {path}.") from None
    except (
        KeyError,
        RuntimeError,
        TypeError,
        ValueError,
        EOFError,
        pickle.UnpicklingError,
    ) as error:
        reason = str(error).split("\n")[0].rstrip(".")
        raise SyrinxError(f"{path} is not a speaker encoder of this version: {reason}.") from None
    return model.eval()
