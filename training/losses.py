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


def log_mel(audio: Tensor, mel: Tensor, window: Tensor) -> Tensor:
    """Log-mel frames ``(B, T, n_mels)`` of ``(B, n)`` at a hop of 160; ``mel (257, n_mels)``."""
    magnitude = _magnitude(audio, 512, 160, window)
    return torch.log(magnitude.transpose(1, 2) @ mel + 1e-3)


class RebuiltLoss:
    """How far made speech ``(B, n)`` lies from the recording it should be, and its contrast.

    ``mel (257, n_mels)``. The distance is of spectra and log-mel frames; for the contrast see
    :func:`contrast_distance`, counted where the recording is loud.
    """

    def __init__(self, mel: Tensor) -> None:
        self.mel, self.window = mel, torch.hann_window(512)
        self.stft_loss = MultiResolutionSTFTLoss()

    def __call__(self, made: Tensor, real: Tensor) -> tuple[Tensor, Tensor]:
        """Distance and contrast, a scalar each."""
        with torch.no_grad():
            wanted = log_mel(real, self.mel, self.window)
            level = wanted.exp().mean(dim=2)
            loud = (level > 0.03 * level.amax(dim=1, keepdim=True)).float()
        given = log_mel(made, self.mel, self.window)
        distance = self.stft_loss(made, real) + (given - wanted).abs().mean()
        return distance, contrast_distance(given, wanted, loud)


def contrast_distance(estimate: Tensor, target: Tensor, loud: Tensor) -> Tensor:
    """How much flatter, or livelier, the details of ``estimate`` are than those of ``target``.

    Both are log-mel frames ``(B, T, n_mels)``, ``loud (B, T)`` is 1 where they count. What cannot
    be told from the content is averaged by losses on differences: formants blur, consonants
    smear. So the strength of details is compared, band by band over the utterance: harmonics and
    edges, formants, and what changes from frame to frame (the global variance of Toda and Tokuda
    2007, at the scales at which the blur was measured).
    """
    weight = loud[..., None] / loud.sum(dim=1).clamp(min=1.0)[:, None, None]
    total = estimate.new_zeros(())
    for made, real in zip(_details(estimate), _details(target), strict=True):
        strength = [torch.sqrt((x.square() * weight).sum(dim=1) + 1e-4) for x in (made, real)]
        total = total + (strength[0] - strength[1]).abs().mean()
    return total / 3.0


def _details(frames: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Details within 2 bands, of formants (2 to 8 bands), within 3 frames; like ``frames``."""
    fine, middle, wide = (_blurred(frames, bands, dim=2) for bands in (2.0, 1.5, 8.0))
    return frames - fine, middle - wide, frames - _blurred(frames, 3.0, dim=1)


def _blurred(frames: Tensor, deviation: float, *, dim: int) -> Tensor:
    """Gaussian average along the axis 1 or 2 of ``(B, T, n_mels)``."""
    reach = round(3 * deviation)
    at = torch.arange(-reach, reach + 1, device=frames.device)
    kernel = torch.exp(-0.5 * (at / deviation) ** 2)
    kernel = (kernel / kernel.sum())[None, None]
    rows = frames.transpose(1, 2) if dim == 1 else frames
    flat = rows.reshape(-1, 1, rows.shape[-1])
    flat = F.conv1d(F.pad(flat, (reach, reach), mode="replicate"), kernel)
    rows = flat.reshape(rows.shape)
    return rows.transpose(1, 2) if dim == 1 else rows


def ctc_loss(logits: Tensor, frames: Tensor, labels: Tensor, label_lengths: Tensor) -> Tensor:
    """CTC, blank 0, mean over labels; ``logits (B, T, n)``, ``labels`` one row per utterance."""
    log_probs = F.log_softmax(logits.float(), dim=-1).transpose(0, 1)
    loss = F.ctc_loss(
        log_probs, labels, frames, label_lengths, blank=0, reduction="none", zero_infinity=True
    )
    return (loss / label_lengths.clamp(min=1)).mean()


def phone_loss(
    logits: Tensor,
    phones: Tensor | None,
    frames: Tensor,
    labels: Tensor,
    label_lengths: Tensor,
    *,
    lag: int = 0,
) -> Tensor | None:
    """How badly the phones are named: by frames where these are known, else by the text (CTC).

    Parameters
    ----------
    logits
        ``(B, T, n)``.
    phones
        Classes ``(B, T)`` of ``SpeechBatch.phones``; row ``t`` belongs to ``logits[:, t + lag]``.
    frames, labels, label_lengths
        As in :func:`ctc_loss`.

    Returns
    -------
    Tensor or None
        Mean over the rows of what is known of them; None where nothing is.
    """
    total, rows = logits.new_zeros((), dtype=torch.float32), 0
    framed = torch.zeros(len(logits), dtype=torch.bool)
    if phones is not None:
        wanted = phones[:, : phones.shape[1] - lag]
        framed = (wanted >= 0).any(dim=1)
        if bool(framed.any()):
            given = logits[framed, lag:].float()
            total = total + int(framed.sum()) * F.cross_entropy(
                given.flatten(0, 1), wanted[framed].flatten(), ignore_index=-1, label_smoothing=0.05
            )
            rows += int(framed.sum())
    told = (label_lengths > 0) & ~framed
    if bool(told.any()):
        ctc = ctc_loss(logits[told], frames[told], labels[told], label_lengths[told])
        total = total + int(told.sum()) * ctc
        rows += int(told.sum())
    return total / rows if rows else None


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
