"""Losses on waveforms and sequences."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn


class MultiResolutionSTFTLoss(nn.Module):
    """Spectral convergence and log-magnitude L1 at several resolutions.

    Yamamoto et al. 2020 (Parallel WaveGAN), with a floor that keeps silence from dominating:
    magnitudes are compared above ``floor`` (full scale 1.0).
    """

    def __init__(
        self,
        resolutions: tuple[tuple[int, int], ...] = ((256, 64), (512, 128), (1024, 256)),
        *,
        floor: float = 1e-3,
    ) -> None:
        super().__init__()
        self.resolutions, self.floor = resolutions, floor
        for n_fft, _ in resolutions:
            self.register_buffer(f"window_{n_fft}", torch.hann_window(n_fft), persistent=False)

    def forward(self, estimate: Tensor, target: Tensor) -> Tensor:
        """Compare ``(B, n)`` with ``(B, n)``; a scalar."""
        total = estimate.new_zeros(())
        for n_fft, hop in self.resolutions:
            window = getattr(self, f"window_{n_fft}")
            a = _magnitude(estimate, n_fft, hop, window)
            with torch.no_grad():
                b = _magnitude(target, n_fft, hop, window)
            difference = (b - a).flatten(1).norm(dim=1) / (b.flatten(1).norm(dim=1) + 1e-2)
            log = (torch.log(a + self.floor) - torch.log(b + self.floor)).abs().mean()
            total = total + difference.mean() + log
        return total / len(self.resolutions)


def _magnitude(audio: Tensor, n_fft: int, hop: int, window: Tensor) -> Tensor:
    spectrum = torch.stft(
        audio, n_fft, hop, window=window, center=True, pad_mode="constant", return_complex=True
    )
    return torch.sqrt(spectrum.real**2 + spectrum.imag**2 + 1e-9)


def log_mel_distance(estimate: Tensor, target: Tensor, mel: Tensor, window: Tensor) -> Tensor:
    """Mean absolute difference of log-mel spectra of ``(B, n)`` signals; ``mel (257, n_mels)``."""

    def log_mel(audio: Tensor) -> Tensor:
        magnitude = _magnitude(audio, 512, 160, window)
        return torch.log(magnitude.transpose(1, 2) @ mel + 1e-3)

    with torch.no_grad():
        wanted = log_mel(target)
    return (log_mel(estimate) - wanted).abs().mean()


def ctc_loss(logits: Tensor, frames: Tensor, labels: Tensor, label_lengths: Tensor) -> Tensor:
    """CTC, blank 0, mean over labels; ``logits (B, T, n)``, ``labels`` one row per utterance."""
    log_probs = F.log_softmax(logits.float(), dim=-1).transpose(0, 1)
    loss = F.ctc_loss(
        log_probs, labels, frames, label_lengths, blank=0, reduction="none", zero_infinity=True
    )
    return (loss / label_lengths.clamp(min=1)).mean()


class _Reverse(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, weight):
        ctx.weight = weight
        return x.view_as(x)

    @staticmethod
    def backward(ctx, gradient):
        return -ctx.weight * gradient, None


def reverse_gradient(x: Tensor, weight: float) -> Tensor:
    """Identity forward, ``-weight`` times the gradient backward (Ganin and Lempitsky 2015)."""
    return _Reverse.apply(x, weight)
