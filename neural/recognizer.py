"""The recogniser's ears: which phone, and which letter, is spoken in every 30 ms.

Convolutions over log-mel frames, three at a time. Unlike the networks of the live path it hears a
little of the future: each block may answer for some frames before its newest one, so that the
answer for a stretch of sound comes ``latency`` samples after it. What a decoder makes words of are
log probabilities for connectionist temporal classification (Graves et al. 2006), unit 0 the blank.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.mel import hann_window
from syrinx.neural.content_encoder import ContentEncoderConfig, LogMel
from syrinx.neural.streaming.dropout import PooledDropout
from syrinx.neural.streaming.layers import DepthwiseConv, Framing
from syrinx.neural.streaming.module import (
    State,
    StreamingModule,
    child_state,
    with_prefix,
    zeros_like_parameters,
)

SAMPLE_RATE = 16_000
MEL_HOP = 160
STRIDE = 3
HOP_LENGTH = MEL_HOP * STRIDE
BLANK = "<blank>"
_VOWELS = "AA AE AH AO AW AY EH ER EY IH IY OW OY UH UW"
_CONSONANTS = "B CH D DH F G HH JH K L M N NG P R S SH T TH V W Y Z ZH"
PHONES = tuple(sorted((_VOWELS + " " + _CONSONANTS).split()))
"""ARPAbet without stress."""
PHONE_UNITS = (BLANK, *PHONES)
LETTER_UNITS = (BLANK, " ", "'", *"ABCDEFGHIJKLMNOPQRSTUVWXYZ")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class RecognizerConfig:
    """Hyper-parameters; they travel inside the model file.

    ``ahead`` is how many frames of 30 ms before its newest one each block answers for; ``context``
    how many mel frames of 10 ms the first layer sees at once; ``mean_s`` the time constant of the
    mean spectrum that is taken out, ``prior_s`` how many seconds of speech at a usual level the
    mean over all speakers counts for.
    """

    n_mels: int = 80
    channels: int = 256
    kernel: int = 9
    dilations: Sequence[int] = (1, 1, 2, 1, 2, 4, 1, 1)
    ahead: Sequence[int] = (2, 2, 2, 1, 2, 0, 1, 0)
    expansion: int = 2
    context: int = 9
    mean_s: float = 4.0
    prior_s: float = 0.5
    dropout: float = 0.1

    def __post_init__(self) -> None:
        if len(self.ahead) != len(self.dilations):
            raise SyrinxError("The recogniser needs a dilation and a look-ahead for each block.")
        if self.context < STRIDE:
            raise SyrinxError(f"The recogniser's first layer sees at least {STRIDE} mel frames.")
        reach = [(self.kernel - 1) * d for d in self.dilations]
        if any(not 0 <= a <= r for a, r in zip(self.ahead, reach, strict=True)):
            raise SyrinxError("A block of the recogniser cannot answer for frames it has lost.")


class AheadBlock(StreamingModule):
    """A ConvNeXt block over ``(B, T, C)`` that answers for ``ahead`` frames before its newest one.

    The residual is delayed to match: it is a frame that the convolution has kept anyway.
    """

    time_axis = 1

    def __init__(
        self,
        channels: int,
        *,
        kernel: int,
        dilation: int,
        ahead: int,
        expansion: int,
        scale: float,
        dropout: float = 0.0,
    ) -> None:
        super().__init__()
        self.depthwise = DepthwiseConv(channels, kernel, dilation=dilation)
        self.norm = nn.LayerNorm(channels, eps=1e-5)
        self.up = nn.Linear(channels, channels * expansion)
        self.down = nn.Linear(channels * expansion, channels)
        self.drop = PooledDropout(dropout)
        with torch.no_grad():
            self.down.weight.mul_(scale)
            self.down.bias.zero_()
        self.latency = ahead
        self.receptive_field = self.depthwise.receptive_field

    def initial_state(self, batch: int) -> State:
        return self.depthwise.initial_state(batch)

    def step(self, x: Tensor, state: State) -> tuple[Tensor, State]:
        y, following = self.depthwise.step(x, state)
        y = self.down(self.drop(F.gelu(self.up(self.norm(y)))))
        if self.latency:
            joined = torch.cat([state["past"].to(x.dtype), x], dim=1)
            x = joined.narrow(1, self.depthwise.history - self.latency, x.shape[1])
        return x + self.drop(y).to(x.dtype), following


class FoldedLogMel(LogMel):
    """`LogMel` by matrices of half the size: the window is even, so sums and differences do.

    With the phase counted from the middle of a frame its even part makes the real, its odd part
    the imaginary half of the spectrum; the magnitude is the same.
    """

    def __init__(self, config: ContentEncoderConfig) -> None:
        super().__init__(config)
        del self.basis
        self.middle = config.win_length // 2
        lag = np.arange(self.middle)[:, None]
        angle = 2 * np.pi * lag * np.arange(self.n_bins)[None] / config.n_fft
        window = hann_window(config.win_length).astype(np.float64)[self.middle :, None]
        for name, value in (("cosines", np.cos(angle)), ("sines", np.sin(angle)[1:])):
            weighted = value * window[len(window) - len(value) :]
            self.register_buffer(
                name, torch.tensor(weighted, dtype=torch.float32), persistent=False
            )

    def magnitude(self, frames: Tensor) -> Tensor:
        """Return STFT magnitudes ``(B, T, n_fft / 2 + 1)``."""
        middle = self.middle
        after, before = frames[..., middle + 1 :], frames[..., 1:middle].flip(-1)
        even = torch.cat([frames[..., middle : middle + 1], after + before], dim=-1)
        real, imag = even @ self.cosines, (after - before) @ self.sines
        return torch.sqrt(real * real + imag * imag + 1e-12)


class MeanSpectrum(nn.Module):
    """The mean log-mel spectrum of the last seconds of speech: what voice and microphone add.

    Frames count by their amplitude, so that pauses do not; before much was heard the mean of all
    speakers stands in. State: the weighted sum and the weight.
    """

    chunk = 64

    def __init__(self, config: RecognizerConfig) -> None:
        super().__init__()
        self.decay = float(torch.exp(torch.tensor(-HOP_LENGTH / SAMPLE_RATE / config.mean_s)))
        self.n_mels = config.n_mels
        self.prior_frames = config.prior_s * SAMPLE_RATE / MEL_HOP
        self.register_buffer("prior_sum", torch.zeros(config.n_mels))
        self.register_buffer("prior_weight", torch.tensor([0.1 * self.prior_frames]))

    def set_usual(self, log_mel: Tensor, amplitude: float) -> None:
        """Set the mean of all speakers: a log-mel spectrum ``(n_mels,)`` and its amplitude."""
        self.prior_weight.fill_(self.prior_frames * amplitude)
        self.prior_sum.copy_(log_mel * self.prior_weight)

    def initial_state(self, batch: int) -> State:
        device = self.prior_sum.device
        return {
            "sum": torch.zeros(batch, 1, self.n_mels, device=device),
            "weight": torch.zeros(batch, 1, 1, device=device),
        }

    def step(self, log_mel: Tensor, amplitude: Tensor, state: State) -> tuple[Tensor, State]:
        """Mean ``(B, T / 3, n_mels)`` at the end of each three frames.

        ``log_mel (B, T, n_mels)``; ``amplitude (B, T, 1)`` is the weight of its frames.
        """
        batch, frames, n_mels = log_mel.shape
        n = frames // STRIDE
        grouped = (log_mel * amplitude).reshape(batch, n, STRIDE, n_mels).sum(2)
        weights = amplitude.reshape(batch, n, STRIDE).sum(2)[..., None]
        total, total_state = self._decayed(grouped, state["sum"])
        weight, weight_state = self._decayed(weights, state["weight"])
        mean = (total + self.prior_sum) / (weight + self.prior_weight)
        return mean, {"sum": total_state, "weight": weight_state}

    def _decayed(self, x: Tensor, last: Tensor) -> tuple[Tensor, Tensor]:
        """Leaky sums of ``x (B, T, C)`` over time, after ``last (B, 1, C)``."""
        if x.shape[1] == 1:
            now = self.decay * last + x
            return now, now
        age = torch.arange(1, self.chunk + 1, device=x.device, dtype=x.dtype)
        fading = (self.decay ** (age[:, None] - age[None])).tril()
        out = []
        for piece in x.split(self.chunk, dim=1):
            n = piece.shape[1]
            out.append(fading[:n, :n] @ piece + (self.decay ** age[:n, None]) * last)
            last = out[-1][:, -1:]
        return torch.cat(out, dim=1), last


class Recognizer(StreamingModule):
    """Audio ``(B, 1, 480 T)`` to log probabilities of phones ``(B, 40, T)`` and letters.

    The letters ``(B, 29, T)`` include the space between words. Units: `PHONE_UNITS` and
    `LETTER_UNITS`. The third output ``(B, C, T)`` is what both were told from: a second hearing
    reads it (`syrinx.neural.recognizer_second`). Output ``t`` tells of the 480 samples that ended
    ``latency`` samples before the newest one.
    """

    block_size = HOP_LENGTH
    output_ratio = Fraction(1, HOP_LENGTH)
    input_names = ("audio",)
    output_names = ("phones", "letters", "hidden")

    def __init__(self, config: RecognizerConfig | None = None) -> None:
        super().__init__()
        self.config = config = config or RecognizerConfig()
        mel = ContentEncoderConfig(n_mels=config.n_mels)
        self.framing = Framing(mel.win_length, MEL_HOP)
        self.log_mel = FoldedLogMel(mel)
        self.mean = MeanSpectrum(config)
        self.embed = nn.Linear((config.context + 1) * config.n_mels, config.channels)
        self.embed_norm = nn.LayerNorm(config.channels, eps=1e-5)
        scale = 1.0 / len(config.dilations)
        self.blocks = nn.ModuleList(
            AheadBlock(
                config.channels,
                kernel=config.kernel,
                dilation=dilation,
                ahead=ahead,
                expansion=config.expansion,
                scale=scale,
                dropout=config.dropout,
            )
            for dilation, ahead in zip(config.dilations, config.ahead, strict=True)
        )
        self.norm = nn.LayerNorm(config.channels, eps=1e-5)
        self.head_phones = nn.Linear(config.channels, len(PHONE_UNITS))
        self.head_letters = nn.Linear(config.channels, len(LETTER_UNITS))
        self.frames_late = sum(config.ahead)
        self.latency = self.frames_late * HOP_LENGTH
        self.receptive_field = None  # the mean never quite forgets

    def step_inputs(self, batch: int = 1) -> dict[str, Tensor]:
        """Example inputs of one live step, by name."""
        return {"audio": torch.zeros(batch, 1, HOP_LENGTH)}

    def initial_state(self, batch: int) -> State:
        past = self.config.context - STRIDE
        state = {
            **with_prefix(self.framing.initial_state(batch), "framing"),
            **with_prefix(self.mean.initial_state(batch), "mean"),
            "mel.past": zeros_like_parameters(self, batch, past, self.config.n_mels),
        }
        for i, block in enumerate(self.blocks):
            state |= with_prefix(block.initial_state(batch), f"blocks.{i}")
        return state

    def frames(self, audio: Tensor, state: State) -> tuple[Tensor, State]:
        """Cut audio into overlapping frames ``(B, 3 T, 400)``, one every 10 ms."""
        past = child_state(state, "framing")["past"]
        joined = torch.cat([past.to(audio.dtype), audio], dim=-1)[:, 0]
        win, keep = self.framing.win_length, self.framing.win_length - MEL_HOP
        if audio.shape[-1] == HOP_LENGTH:  # one live step: no gather in the exported graph
            cuts = [joined[:, i * MEL_HOP : i * MEL_HOP + win] for i in range(STRIDE)]
            return torch.stack(cuts, dim=1), {"framing.past": joined[:, None, -keep:]}
        return joined.unfold(-1, win, MEL_HOP), {"framing.past": joined[:, None, -keep:]}

    def centred(self, mel: Tensor, state: State, hidden: Tensor | None = None) -> tuple:
        """Mel magnitudes ``(B, 3 T, n_mels)`` to what the first layer sees, ``(B, T, ...)``.

        Where ``hidden (B, 3 T, n_mels)`` is true the mean is seen instead (SpecAugment).
        """
        log_mel = self.log_mel.compress(mel)
        amplitude = mel.mean(-1, keepdim=True)
        mean, following = self.mean.step(log_mel, amplitude, child_state(state, "mean"))
        if hidden is not None:
            log_mel = torch.where(hidden, mean.repeat_interleave(STRIDE, dim=1), log_mel)
        joined = torch.cat([state["mel.past"].to(log_mel.dtype), log_mel], dim=1)
        context, n = self.config.context, mean.shape[1]
        if n == 1:
            seen = joined[:, None]
        else:
            seen = joined.unfold(1, context, STRIDE).transpose(2, 3)
        flat = torch.cat([(seen - mean[:, :, None]).flatten(2), mean], dim=-1)
        keep = context - STRIDE
        past = joined[:, joined.shape[1] - keep :]
        return flat, {**with_prefix(following, "mean"), "mel.past": past}

    def trunk(self, seen: Tensor, state: State, watch: int = -1) -> tuple[Tensor, Tensor, State]:
        """What the first layer sees to hidden frames ``(B, T, C)`` after all blocks.

        The second value are those after block ``watch``.
        """
        x = self.embed_norm(self.embed(seen))
        if torch.is_autocast_enabled(x.device.type):
            x = x.to(torch.get_autocast_dtype(x.device.type))
        watched, out = x, {}
        for i, block in enumerate(self.blocks):
            x, new = block.step(x, child_state(state, f"blocks.{i}"))
            out |= with_prefix(new, f"blocks.{i}")
            if i == watch:
                watched = x
        return self.norm(x), watched, out

    def step(  # type: ignore[override]
        self, audio: Tensor, state: State
    ) -> tuple[Tensor, Tensor, Tensor, State]:
        frames, framing = self.frames(audio, state)
        seen, heard = self.centred(self.log_mel.magnitude(frames) @ self.log_mel.mel, state)
        x, _, blocks = self.trunk(seen, state)
        phones = F.log_softmax(self.head_phones(x), dim=-1).transpose(1, 2)
        letters = F.log_softmax(self.head_letters(x), dim=-1).transpose(1, 2)
        return phones, letters, x.transpose(1, 2), {**framing, **heard, **blocks}

    def forward(self, audio: Tensor) -> tuple[Tensor, Tensor, Tensor]:  # type: ignore[override]
        state = {k: v.to(audio) for k, v in self.initial_state(audio.shape[0]).items()}
        phones, letters, hidden, _ = self.step(audio, state)
        return phones, letters, hidden
