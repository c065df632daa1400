"""The band extender: how loud is the voice above 8 kHz, told from what is below.

A small causal network at 100 frames per second hears the decoder's output and gives the gain of
each band of `syrinx.dsp.high_band`, which makes the sound. It knows nothing of the speaker but
what it hears: of the speech to learn from, three hundredths are not of two women, so that an
embedding would name them (docs/adr/0037).
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import torch
from torch import Tensor, nn

from syrinx.dsp.high_band import ENVELOPE_POWER, N_BANDS, high_pass_power
from syrinx.neural.content_encoder import SAMPLE_RATE, ContentEncoderConfig, LogMel
from syrinx.neural.streaming.layers import ConvNeXtStack, FrameConv, Framing
from syrinx.neural.streaming.module import State, StreamingModule, child_state, with_prefix

HOP_LENGTH = 160
NEPER = math.log(10.0) / 20.0
"""One decibel."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class BandExtenderConfig:
    """Hyper-parameters; they travel inside the model file."""

    n_fft: int = 320
    win_length: int = 320
    n_mels: int = 48
    channels: int = 96
    kernel: int = 5
    dilations: Sequence[int] = (1, 2, 4)
    expansion: int = 2
    lowest_db: float = -50.0
    highest_db: float = 20.0


class BandExtender(StreamingModule):
    """Audio ``(B, 1, 160 T)`` to log gains ``(B, N_BANDS, T)``.

    ``exp`` of a gain is the amplitude of the band's noise over the carrier of
    `syrinx.dsp.high_band.Envelope` at the end of the step. It grows with the level as what the
    carrier's power leaves out, so that a louder voice has a louder high band by just as much.
    """

    input_names = ("audio",)
    output_names = ("log_gain",)
    block_size = HOP_LENGTH
    output_ratio = Fraction(1, HOP_LENGTH)
    latency = 0

    def __init__(self, config: BandExtenderConfig | None = None) -> None:
        super().__init__()
        self.config = config = config or BandExtenderConfig()
        mel = ContentEncoderConfig(
            n_fft=config.n_fft, win_length=config.win_length, n_mels=config.n_mels
        )
        self.frames = Framing(config.win_length, HOP_LENGTH)
        self.log_mel = LogMel(mel)
        frequency = np.arange(config.n_fft // 2 + 1) * SAMPLE_RATE / config.n_fft
        # Magnitudes of a Hann window over white noise of power p: mean square 3/8 win p.
        weight = 2.0 * high_pass_power(frequency) / (config.n_fft * 0.375 * config.win_length)
        weight[[0, -1]] /= 2.0
        self.register_buffer(
            "high", torch.tensor(weight[:, None], dtype=torch.float32), persistent=False
        )
        self.embed = FrameConv(config.n_mels, config.channels, 3)
        self.stack = ConvNeXtStack(
            config.channels, config.dilations, kernel=config.kernel, expansion=config.expansion
        )
        self.head = nn.Linear(config.channels, N_BANDS)
        with torch.no_grad():
            self.head.weight.mul_(0.3)
            self.head.bias.fill_(-1.0)
        frames = self.stack.receptive_field + self.embed.receptive_field - 1
        self.receptive_field = (frames - 1) * HOP_LENGTH + config.win_length

    def step_inputs(self, batch: int = 1) -> dict[str, Tensor]:
        """Example inputs of one live step, by name."""
        return {"audio": torch.zeros(batch, 1, HOP_LENGTH)}

    def initial_state(self, batch: int) -> State:
        return {
            **with_prefix(self.frames.initial_state(batch), "frames"),
            **with_prefix(self.embed.initial_state(batch), "embed"),
            **with_prefix(self.stack.initial_state(batch), "stack"),
        }

    def step(self, x: Tensor, state: State) -> tuple[Tensor, State]:
        frames, framing = self.frames.step(x, child_state(state, "frames"))
        magnitude = self.log_mel.magnitude(frames.transpose(1, 2))
        level = 0.5 * torch.log((magnitude * magnitude) @ self.high + 1e-14)
        y, embed = self.embed.step(
            self.log_mel.compress(magnitude @ self.log_mel.mel), child_state(state, "embed")
        )
        y, stack = self.stack.step(y, child_state(state, "stack"))
        relative = torch.clamp(
            self.head(y), NEPER * self.config.lowest_db, NEPER * self.config.highest_db
        )
        log_gain = relative + (1.0 - ENVELOPE_POWER) * level
        new = {
            **with_prefix(framing, "frames"),
            **with_prefix(embed, "embed"),
            **with_prefix(stack, "stack"),
        }
        return log_gain.transpose(1, 2), new
