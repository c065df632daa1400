"""Windows, the mel filter bank and log-mel: the single source; torch registers them as buffers.

The mel scale is Slaney's (see `syrinx.dsp.units.hz_to_mel`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.base import check_sample_rate
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio
from syrinx.dsp.stft import StreamingSTFT
from syrinx.dsp.units import hz_to_mel, mel_to_hz
from syrinx.dsp.windows import hann_window, sqrt_hann_window

__all__ = [
    "LOG_MEL_FLOOR",
    "StreamingLogMel",
    "hann_window",
    "log_mel_from_power",
    "mel_filterbank",
    "sqrt_hann_window",
]

LOG_MEL_FLOOR = 1e-10
"""Smallest mel power; its logarithm stands for silence."""


def mel_filterbank(
    *,
    sample_rate: int,
    n_fft: int,
    n_mels: int,
    fmin_hz: float = 0.0,
    fmax_hz: float | None = None,
    area_norm: bool = True,
) -> NDArray[np.float32]:
    """Triangular mel filters.

    Parameters
    ----------
    sample_rate, n_fft
        Rate in Hz and length of the transform.
    n_mels
        Number of bands.
    fmin_hz, fmax_hz
        Edges of the lowest and the highest band; ``fmax_hz`` is half the rate by default.
    area_norm
        Scale every band to the same area (Slaney's norm); otherwise every peak is 1.

    Returns
    -------
    ndarray
        Shape ``(n_mels, n_fft // 2 + 1)``, float32: ``log_mel = log(bank @ power)``.

    Raises
    ------
    SyrinxError
        When the edges do not fit the rate, or a band is narrower than a bin and would be empty.
    """
    check_sample_rate(sample_rate)
    top = sample_rate / 2.0 if fmax_hz is None else float(fmax_hz)
    if not 0.0 <= fmin_hz < top <= sample_rate / 2.0:
        raise SyrinxError(
            f"Mel bands from {fmin_hz:g} Hz to {top:g} Hz do not fit a rate of {sample_rate} Hz."
        )
    bins = np.arange(n_fft // 2 + 1) * (sample_rate / n_fft)
    lowest, highest = hz_to_mel(float(fmin_hz)), hz_to_mel(top)
    edges = mel_to_hz(np.linspace(lowest, highest, n_mels + 2))
    rise = (bins[None, :] - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    fall = (edges[2:, None] - bins[None, :]) / (edges[2:] - edges[1:-1])[:, None]
    bank = np.clip(np.minimum(rise, fall), 0.0, None)
    if not bank.max(axis=1).all():
        raise SyrinxError(
            f"{n_mels} mel bands are too many for a transform of {n_fft} samples at "
            f"{sample_rate} Hz: some would be empty."
        )
    if area_norm:
        bank *= (2.0 / (edges[2:] - edges[:-2]))[:, None]
    return bank.astype(np.float32)


def log_mel_from_power(
    power: NDArray[np.floating], bank: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Natural logarithm of the mel power.

    Parameters
    ----------
    power
        Power spectra, shape ``(n_frames, n_fft // 2 + 1)``.
    bank
        Result of `mel_filterbank`.

    Returns
    -------
    ndarray
        Shape ``(n_frames, n_mels)``, at least ``log(LOG_MEL_FLOOR)``.
    """
    mel = np.asarray(power, dtype=np.float32) @ bank.T
    log_mel: NDArray[np.float32] = np.log(np.maximum(mel, np.float32(LOG_MEL_FLOOR)))
    return log_mel


class StreamingLogMel:
    """Log-mel spectrogram of a stream; frames as in `StreamingSTFT`.

    Parameters
    ----------
    sample_rate, n_fft, hop_length, win_length
        As in `StreamingSTFT`.
    n_mels, fmin_hz, fmax_hz
        As in `mel_filterbank`.
    """

    def __init__(
        self,
        *,
        sample_rate: int,
        n_fft: int,
        hop_length: int,
        n_mels: int,
        win_length: int | None = None,
        fmin_hz: float = 0.0,
        fmax_hz: float | None = None,
    ) -> None:
        self.bank = mel_filterbank(
            sample_rate=sample_rate, n_fft=n_fft, n_mels=n_mels, fmin_hz=fmin_hz, fmax_hz=fmax_hz
        )
        self._stft = StreamingSTFT(n_fft=n_fft, hop_length=hop_length, win_length=win_length)
        self.delay_samples = self._stft.delay_samples

    def reset(self) -> None:
        """Forget the past."""
        self._stft.reset()

    def process(self, audio: Audio) -> NDArray[np.float32]:
        """Push ``audio``, return the frames that are complete, shape ``(n_frames, n_mels)``."""
        spectra = self._stft.process(audio)
        return log_mel_from_power(spectra.real**2 + spectra.imag**2, self.bank)
