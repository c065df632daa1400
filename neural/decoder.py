"""The decoder: content, F0, loudness and a speaker embedding to audio.

A source-filter synthesiser whose filter is a network. The source is a band-limited pulse train
(all harmonics of F0 up to 8 kHz at equal strength) and white noise; both go through a short
Fourier transform of 20 ms at half overlap. A causal ConvNeXt stack predicts, per frame and bin,
a complex gain for the pulses and a real gain for the noise. F0 is therefore followed exactly by
construction, and silence at the input is silence at the output, since the source is scaled by
the input's loudness.

A voice is a speaker embedding and, where it was fine-tuned, an adapter: a set of small tensors
that every layer takes beside its weights (ADR 0046).

Sources: harmonic-plus-noise with a learned filter after Engel et al. 2020 (DDSP) and Wang et al.
2019 (neural source-filter); the Fourier head and ConvNeXt backbone after Siuzdak 2023 (Vocos).
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping, Sequence

import numpy as np
import torch
from torch import Tensor, nn

from syrinx.dsp.mel import hann_window
from syrinx.neural.streaming.layers import ConvNeXtStack, FrameConv, OverlapAdd, low_rank
from syrinx.neural.streaming.module import State, StreamingModule, child_state, with_prefix

SAMPLE_RATE = 16_000
HOP_LENGTH = 160
N_BINS = HOP_LENGTH + 1
LOG_GAINS = (slice(0, N_BINS), slice(2 * N_BINS, 3 * N_BINS))
"""Rows of the head that are log gains: of the pulses and of the noise; phases lie between."""
EMPHASIS = ("voiced_slope", "voiced_offset")
"""Constants that a finished decoder gets at export; zero in training."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class DecoderConfig:
    """Hyper-parameters; they travel inside the model file."""

    content_channels: int = 64
    embedding_size: int = 192
    channels: int = 320
    condition: int = 64
    kernel: int = 7
    dilations: Sequence[int] = (1, 2, 4, 1, 2, 4, 1, 2)
    expansion: int = 3
    adapter_rank: int = 8


class HarmonicSource(StreamingModule):
    """F0 frames ``(B, T, 1)`` to pulse-train blocks ``(B, T, 160)`` of unit power where voiced.

    Sum of the cosines of all harmonics below 8 kHz in closed form (Dirichlet kernel; Stilson and
    Smith 1996, BLIT). F0 is held for the block, its phase carried in the state, the voicing gain
    ramped over a block.
    """

    time_axis = 1
    receptive_field = None

    def __init__(self) -> None:
        super().__init__()
        ramp = (torch.arange(HOP_LENGTH, dtype=torch.float32) + 1.0) / HOP_LENGTH
        self.register_buffer("ramp", ramp, persistent=False)

    def initial_state(self, batch: int) -> State:
        return {"phase": torch.zeros(batch, 1, 1), "voiced": torch.zeros(batch, 1, 1)}

    def step(self, x: Tensor, state: State) -> tuple[Tensor, State]:
        f0 = x.float()
        voiced = (f0 > 0).float()
        safe = torch.where(f0 > 0, f0, torch.full_like(f0, 100.0))
        turns_per_block = safe * (HOP_LENGTH / SAMPLE_RATE)
        if x.shape[1] == 1:
            before, voiced_before = state["phase"], state["voiced"]
        else:
            total = torch.cumsum(turns_per_block.double(), dim=1)
            before = state["phase"] + torch.cat([torch.zeros_like(total[:, :1]), total[:, :-1]], 1)
            before = (before - torch.floor(before)).float()
            voiced_before = torch.cat([state["voiced"], voiced[:, :-1]], dim=1)
        turns = before + turns_per_block * self.ramp
        half = math.pi * (turns - torch.floor(turns + 0.5))  # half the phase, in [-pi/2, pi/2)
        harmonics = torch.clamp(torch.floor((SAMPLE_RATE / 2 - 1.0) / safe), min=1.0)
        below = torch.sin(half)
        near = below.abs() < 1e-4
        quotient = torch.sin((2.0 * harmonics + 1.0) * half) / torch.where(
            near, torch.ones_like(below), below
        )
        cosines = 0.5 * torch.where(near, 2.0 * harmonics + 1.0, quotient) - 0.5
        gain = voiced_before + (voiced - voiced_before) * self.ramp
        pulses = cosines * torch.sqrt(2.0 / harmonics) * gain
        end = before[:, -1:] + turns_per_block[:, -1:]
        return pulses, {"phase": end - torch.floor(end), "voiced": voiced[:, -1:]}


class Decoder(StreamingModule):
    """Frames of content, F0, loudness and noise to audio ``(B, 1, 160 T)``.

    The block emitted at step ``t`` is complete: it ends where frame ``t`` has its centre.

    What the head tells of a voiced frame, ``y (483,)``, becomes ``y + voiced_slope * y +
    voiced_offset`` (ADR 0047); both are zero until the export sets them.

    An adapter is a mapping of tensors with the names and shapes of :meth:`adapter_shapes`, the
    same for all rows of a batch; all zeros, or none, leaves the voice to the embedding.
    """

    input_names = ("content", "f0_hz", "loudness_db", "speaker_embedding", "noise")
    output_names = ("audio_out",)
    receptive_field = None

    def __init__(self, config: DecoderConfig | None = None) -> None:
        super().__init__()
        self.config = config = config or DecoderConfig()
        self.source = HarmonicSource()
        self.overlap_add = OverlapAdd(HOP_LENGTH)
        self.speaker = nn.Sequential(nn.Linear(config.embedding_size, config.condition), nn.GELU())
        self.embed = FrameConv(config.content_channels + 3, config.channels, 3)
        self.stack = ConvNeXtStack(
            config.channels,
            config.dilations,
            kernel=config.kernel,
            expansion=config.expansion,
            condition=config.condition,
        )
        self.head = nn.Linear(config.channels, 3 * N_BINS)
        with torch.no_grad():
            self.head.weight.mul_(0.3)
            self.head.bias.zero_()
            self.head.bias[:N_BINS] = -1.0
            self.head.bias[2 * N_BINS :] = -3.0
        for name in EMPHASIS:
            self.register_buffer(name, torch.zeros(3 * N_BINS), persistent=False)
        n = np.arange(2 * HOP_LENGTH)[:, None] * np.arange(N_BINS)[None]
        angle = 2 * np.pi * n / (2 * HOP_LENGTH)
        window = np.sqrt(hann_window(2 * HOP_LENGTH).astype(np.float64))[:, None]
        forward = np.concatenate([np.cos(angle), -np.sin(angle)], axis=1) * window
        weight = np.full(N_BINS, 2.0)
        weight[[0, -1]] = 1.0
        weight = np.concatenate([weight, weight]) / (2 * HOP_LENGTH)
        backward = (forward * weight).T
        self.register_buffer("dft", torch.tensor(forward, dtype=torch.float32), persistent=False)
        self.register_buffer(
            "inverse", torch.tensor(backward, dtype=torch.float32), persistent=False
        )

    def step_inputs(self, batch: int = 1) -> dict[str, Tensor]:
        """Example inputs of one live step, by name."""
        return {
            "content": torch.zeros(batch, self.config.content_channels, 1),
            "f0_hz": torch.full((batch, 1, 1), 120.0),
            "loudness_db": torch.full((batch, 1, 1), -30.0),
            "speaker_embedding": torch.full(
                (batch, self.config.embedding_size), self.config.embedding_size**-0.5
            ),
            "noise": torch.zeros(batch, 1, HOP_LENGTH),
        }

    def initial_state(self, batch: int) -> State:
        return {
            **with_prefix(self.embed.initial_state(batch), "embed"),
            **with_prefix(self.stack.initial_state(batch), "stack"),
            **with_prefix(self.source.initial_state(batch), "source"),
            **with_prefix(self.overlap_add.initial_state(batch), "overlap"),
            "pulses": torch.zeros(batch, 1, HOP_LENGTH),
            "noise": torch.zeros(batch, 1, HOP_LENGTH),
        }

    def adapter_shapes(self) -> dict[str, tuple[int, ...]]:
        """Names and shapes of the tensors of a voice's adapter."""
        config = self.config
        shapes: dict[str, tuple[int, ...]] = {}
        for i, block in enumerate(self.stack.blocks):
            for name, shape in block.adapter_shapes(config.adapter_rank).items():
                shapes[f"{i}.{name}"] = shape
        shapes["head_in"] = (config.channels, config.adapter_rank)
        shapes["head_out"] = (config.adapter_rank, 3 * N_BINS)
        shapes["head_bias"] = (3 * N_BINS,)
        return shapes

    def _spectra(
        self, pulses: Tensor, hiss: Tensor, state: State
    ) -> tuple[tuple[Tensor, Tensor], tuple[Tensor, Tensor]]:
        """STFT of source blocks ``(B, T, 160)`` as (real, imaginary), each ``(B, T, 161)``.

        One product for both: a live step reads the Fourier matrix once.
        """
        steps = pulses.shape[1]
        windows = [
            torch.cat([torch.cat([before, blocks[:, :-1]], dim=1), blocks], dim=-1)
            if steps > 1
            else torch.cat([before, blocks], dim=-1)
            for before, blocks in ((state["pulses"], pulses), (state["noise"], hiss))
        ]
        both = torch.cat(windows, dim=1) @ self.dft
        first, second = both.split(steps, dim=1)
        return first.split(N_BINS, dim=-1), second.split(N_BINS, dim=-1)

    def gains(
        self,
        features: Tensor,
        voiced: Tensor,
        condition: Tensor,
        state: State,
        adapter: Mapping[str, Tensor] | None = None,
    ) -> tuple[Tensor, Tensor, Tensor, State]:
        """The network: features ``(B, T, content + 3)`` to log gain, phase and noise log gain.

        ``voiced (B, T, 1)``, 0 or 1, is among the features, too.
        """
        x, embed = self.embed.step(features, child_state(state, "embed"))
        x, stack = self.stack.step(x, child_state(state, "stack"), condition, adapter)
        y = self.head(x).float()
        if adapter:
            y = y + low_rank(x, adapter["head_in"], adapter["head_out"]) + adapter["head_bias"]
        y = y + voiced * (y * self.voiced_slope + self.voiced_offset)
        log_gain, phase, log_noise = y.split(N_BINS, dim=-1)
        new = {**with_prefix(embed, "embed"), **with_prefix(stack, "stack")}
        return torch.clamp(log_gain, -12.0, 5.0), phase, torch.clamp(log_noise, -12.0, 5.0), new

    def step(  # type: ignore[override]
        self,
        content: Tensor,
        f0_hz: Tensor,
        loudness_db: Tensor,
        speaker_embedding: Tensor,
        noise: Tensor,
        state: State,
        adapter: Mapping[str, Tensor] | None = None,
    ) -> tuple[Tensor, State]:
        f0 = f0_hz.transpose(1, 2)
        loudness = loudness_db.transpose(1, 2)
        voiced = (f0 > 0).to(f0.dtype)
        pitch = torch.log2(torch.where(f0 > 0, f0, torch.full_like(f0, 150.0)) / 150.0)
        level = (torch.clamp(loudness, min=-80.0) + 40.0) / 20.0
        features = torch.cat([content.transpose(1, 2), pitch, voiced, level], dim=-1)
        log_gain, phase, log_noise, new = self.gains(
            features, voiced, self.speaker(speaker_embedding), state, adapter
        )
        with torch.autocast(content.device.type, enabled=False):
            pulses, source = self.source.step(f0, child_state(state, "source"))
            hiss = noise.float().reshape(noise.shape[0], -1, HOP_LENGTH)
            (pulse_re, pulse_im), (noise_re, noise_im) = self._spectra(pulses, hiss, state)
            gain, hiss_gain = torch.exp(log_gain), torch.exp(log_noise)
            turn_re, turn_im = gain * torch.cos(phase), gain * torch.sin(phase)
            real = pulse_re * turn_re - pulse_im * turn_im + noise_re * hiss_gain
            imag = pulse_re * turn_im + pulse_im * turn_re + noise_im * hiss_gain
            scale = torch.exp(loudness.float() * (math.log(10.0) / 20.0))
            frames = (torch.cat([real, imag], dim=-1) @ self.inverse) * scale
            audio, tail = self.overlap_add.step(
                frames.transpose(1, 2), child_state(state, "overlap")
            )
        new |= with_prefix(source, "source") | with_prefix(tail, "overlap")
        new |= {"pulses": pulses[:, -1:], "noise": hiss[:, -1:]}
        return audio, new

    def forward(  # type: ignore[override]
        self,
        content: Tensor,
        f0_hz: Tensor,
        loudness_db: Tensor,
        speaker_embedding: Tensor,
        noise: Tensor,
        adapter: Mapping[str, Tensor] | None = None,
    ) -> Tensor:
        state = {k: v.to(content.device) for k, v in self.initial_state(content.shape[0]).items()}
        return self.step(content, f0_hz, loudness_db, speaker_embedding, noise, state, adapter)[0]
