"""The content encoder: what is said, frame by frame, without who says it.

Causal from its input on. The look-ahead of the whole model comes from the alignment alone: the
content of step ``t`` describes the frame centred 320 samples before the newest sample
(``docs/design.md``, the time line of a step).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from syrinx.dsp.mel import hann_window, mel_filterbank
from syrinx.neural.streaming.layers import ConvNeXtStack, FrameConv, Framing
from syrinx.neural.streaming.module import State, StreamingModule, child_state, with_prefix

SAMPLE_RATE = 16_000
HOP_LENGTH = 160
LATENCY = 2 * HOP_LENGTH
MOST_EXCESS_DB = 30.0
LOWEST_DBFS = -100.0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ContentEncoderConfig:
    """Hyper-parameters; they travel inside the model file."""

    n_fft: int = 512
    win_length: int = 400
    n_mels: int = 80
    channels: int = 256
    content_channels: int = 64
    kernel: int = 7
    dilations: Sequence[int] = (1, 2, 4, 1, 2, 4, 1, 2)
    expansion: int = 3

    def __post_init__(self) -> None:
        if not HOP_LENGTH <= self.win_length <= self.n_fft:
            raise ValueError("win_length must lie between the hop of 160 and n_fft")


class LogMel(nn.Module):
    """Log-mel frames of framed audio ``(B, T, win_length)``, as matrix products.

    The window and the mel matrix come from ``syrinx.dsp.mel``; the DFT is a product with a
    constant matrix, so the exported graph needs no FFT operator. Values are
    ``(ln(mel + 1e-5) + 6) / 4``: about [-1.4, 2.5] for speech.
    """

    floor = 1e-5

    def __init__(self, config: ContentEncoderConfig) -> None:
        super().__init__()
        window = hann_window(config.win_length).astype(np.float64)
        n = np.arange(config.win_length)[:, None] * np.arange(config.n_fft // 2 + 1)[None]
        angle = 2 * np.pi * n / config.n_fft
        basis = np.concatenate([np.cos(angle), -np.sin(angle)], axis=1) * window[:, None]
        mel = mel_filterbank(
            sample_rate=SAMPLE_RATE,
            n_fft=config.n_fft,
            n_mels=config.n_mels,
            fmin_hz=40.0,
            area_norm=False,
        )
        self.n_bins = config.n_fft // 2 + 1
        self.register_buffer("basis", torch.tensor(basis, dtype=torch.float32), persistent=False)
        self.register_buffer(
            "mel", torch.tensor(mel.T.copy(), dtype=torch.float32), persistent=False
        )

    def magnitude(self, frames: Tensor) -> Tensor:
        """Return STFT magnitudes ``(B, T, n_fft / 2 + 1)``."""
        spectrum = frames @ self.basis
        real, imag = spectrum.split(self.n_bins, dim=-1)
        return torch.sqrt(real * real + imag * imag + 1e-12)

    def compress(self, mel: Tensor) -> Tensor:
        """Return the scaled logarithm of mel magnitudes."""
        return (torch.log(mel + self.floor) + 6.0) / 4.0

    def forward(self, frames: Tensor) -> Tensor:
        return self.compress(self.magnitude(frames) @ self.mel)


class ContentEncoder(StreamingModule):
    """Audio ``(B, 1, 160 T)`` to content ``(B, 64, T)`` and loudness in dBFS ``(B, 1, T)``.

    The content is normalised over its channels: it has neither level nor scale. The loudness is
    that of the speech, without the noise and the room that the network hears around it: the level
    of the input less an excess of up to ``MOST_EXCESS_DB`` (ADR 0045).
    """

    block_size = HOP_LENGTH
    latency = LATENCY
    input_names = ("audio",)
    output_names = ("content", "loudness_db")

    def __init__(self, config: ContentEncoderConfig | None = None) -> None:
        super().__init__()
        self.config = config = config or ContentEncoderConfig()
        self.framing = Framing(max(config.win_length, 3 * HOP_LENGTH), HOP_LENGTH)
        self.log_mel = LogMel(config)
        self.embed = FrameConv(config.n_mels, config.channels, 3)
        self.embed_norm = nn.LayerNorm(config.channels)
        self.stack = ConvNeXtStack(
            config.channels,
            config.dilations,
            kernel=config.kernel,
            expansion=config.expansion,
        )
        self.project = nn.Linear(config.channels, config.content_channels)
        self.excess = nn.Linear(config.channels, 1)
        with torch.no_grad():
            self.excess.weight.zero_()
            self.excess.bias.fill_(-4.0)
        self.receptive_field = HOP_LENGTH * (
            self.embed.receptive_field + self.stack.receptive_field + 2
        )

    def step_inputs(self, batch: int = 1) -> dict[str, Tensor]:
        """Example inputs of one live step, by name."""
        return {"audio": torch.zeros(batch, 1, HOP_LENGTH)}

    def initial_state(self, batch: int) -> State:
        return {
            **with_prefix(self.framing.initial_state(batch), "framing"),
            **with_prefix(self.embed.initial_state(batch), "embed"),
            **with_prefix(self.stack.initial_state(batch), "stack"),
        }

    def frames(self, audio: Tensor, state: State) -> tuple[Tensor, State]:
        """Cut audio into frames ``(B, T, 480)``, the newest sample of a step last."""
        frames, state = self.framing.step(audio, state)
        return frames.transpose(1, 2), state

    def trunk(self, log_mel: Tensor, state: State) -> tuple[Tensor, Tensor, State]:
        """Log-mel ``(B, T, n_mels)`` to content ``(B, T, content_channels)`` and the excess.

        The excess ``(B, T, 1)`` is what noise and room add to the level of the speech, in dB.
        """
        x, embed = self.embed.step(log_mel, child_state(state, "embed"))
        x, stack = self.stack.step(self.embed_norm(x), child_state(state, "stack"))
        content = F.layer_norm(self.project(x), (self.config.content_channels,))
        excess_db = MOST_EXCESS_DB * torch.sigmoid(self.excess(x))
        return content, excess_db, {**with_prefix(embed, "embed"), **with_prefix(stack, "stack")}

    def step(  # type: ignore[override]
        self, audio: Tensor, state: State
    ) -> tuple[Tensor, Tensor, State]:
        frames, framing = self.frames(audio, child_state(state, "framing"))
        log_mel = self.log_mel(frames[..., -self.config.win_length :])
        content, excess_db, new = self.trunk(log_mel, state)
        loudness = torch.clamp(loudness_db(frames) - excess_db, min=LOWEST_DBFS)
        return (
            content.transpose(1, 2),
            loudness.transpose(1, 2),
            {**with_prefix(framing, "framing"), **new},
        )

    def forward(self, audio: Tensor) -> tuple[Tensor, Tensor]:  # type: ignore[override]
        state = {k: v.to(audio) for k, v in self.initial_state(audio.shape[0]).items()}
        content, loudness, _ = self.step(audio, state)
        return content, loudness


def loudness_db(frames: Tensor) -> Tensor:
    """RMS in dBFS, ``(B, T, 1)``, of the 20 ms centred 320 samples before the newest one.

    ``frames`` is ``(B, T, 480)``; the floor is ``LOWEST_DBFS``.
    """
    span = frames[..., : 2 * HOP_LENGTH]
    return 10.0 * torch.log10((span * span).mean(dim=-1, keepdim=True) + 1e-10)
