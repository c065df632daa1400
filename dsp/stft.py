"""Short-time Fourier transform of a stream, and processors that work between STFT and back."""

from __future__ import annotations

from abc import abstractmethod

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.base import BlockProcessor, clean, windows
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio
from syrinx.dsp.windows import hann_window, sqrt_hann_window

Spectra = NDArray[np.complex64]


class StreamingSTFT:
    """STFT of a stream.

    Frame ``k`` is complete with sample ``(k + 1) * hop_length - 1``, the last one of its window;
    before the first sample there is silence. So ``n`` samples give ``n // hop_length`` frames.

    Parameters
    ----------
    n_fft
        Length of the transform.
    hop_length
        Samples per frame.
    win_length
        Length of the periodic Hann window, at most ``n_fft`` (the default); zeros follow it.
    window
        Another window of ``win_length`` samples.

    Attributes
    ----------
    delay_samples
        Distance from a frame's centre to the end of its window, ``win_length // 2``.
    """

    def __init__(
        self,
        *,
        n_fft: int,
        hop_length: int,
        win_length: int | None = None,
        window: NDArray[np.float32] | None = None,
    ) -> None:
        length = n_fft if win_length is None else int(win_length)
        if not 1 <= hop_length <= length <= n_fft:
            raise SyrinxError(
                f"An STFT needs hop <= window <= transform, not {hop_length}, {length}, {n_fft}."
            )
        self.n_fft = int(n_fft)
        self.hop_length = int(hop_length)
        self.win_length = length
        self.delay_samples = length // 2
        self._window = hann_window(length) if window is None else window.astype(np.float32)
        if self._window.shape != (length,):
            raise SyrinxError(f"The window must have {length} samples.")
        self.reset()

    def reset(self) -> None:
        """Forget the past."""
        self._past: Audio = np.zeros(self.win_length - self.hop_length, dtype=np.float32)

    def process(self, audio: Audio) -> Spectra:
        """Push ``audio`` of any length; return the complete frames ``(n_frames, n_bins)``."""
        joined = np.concatenate((self._past, clean(audio)))
        hop = self.hop_length
        overlap = self.win_length - hop
        count = (joined.shape[0] - overlap) // hop
        self._past = joined[count * hop :]
        if count <= 0:
            return np.zeros((0, self.n_fft // 2 + 1), dtype=np.complex64)
        frames = windows(joined, self.win_length, step=hop)
        return np.fft.rfft(frames * self._window, self.n_fft, axis=1).astype(
            np.complex64, copy=False
        )


class SpectralProcessor(BlockProcessor):
    """Base of the processors that change spectra: STFT, change, overlap-add.

    Square-root Hann windows on both sides give exact reconstruction when nothing is changed and
    ``n_fft`` is a multiple (2 or more) of ``hop_length``. ``latency`` is ``n_fft - 1`` for any
    block length.
    """

    def __init__(self, *, sample_rate: int, n_fft: int, hop_length: int) -> None:
        if hop_length < 1 or n_fft % hop_length or n_fft < 2 * hop_length:
            raise SyrinxError(
                f"A transform of {n_fft} samples cannot be overlapped in hops of {hop_length}."
            )
        super().__init__(sample_rate=sample_rate, latency=n_fft - 1)
        window = sqrt_hann_window(n_fft)
        self._stft = StreamingSTFT(n_fft=n_fft, hop_length=hop_length, window=window)
        self._synthesis = window * np.float32(2.0 * hop_length / n_fft)
        self._n_fft = n_fft
        self._hop_length = hop_length

    def reset(self) -> None:
        """Forget the past."""
        self._stft.reset()
        self._tail: Audio = np.zeros(self._n_fft - self._hop_length, dtype=np.float32)
        self._ready: Audio = np.zeros(self._hop_length - 1, dtype=np.float32)
        self._restart()

    def _process(self, audio: Audio) -> Audio:
        spectra = self._stft.process(audio)
        ready = self._ready
        count, hop = spectra.shape[0], self._hop_length
        if count:
            frames = np.fft.irfft(self._change(spectra), self._n_fft, axis=1)
            frames = frames.astype(np.float32, copy=False) * self._synthesis
            total = np.zeros(self._n_fft + (count - 1) * hop, dtype=np.float32)
            total[: self._tail.shape[0]] = self._tail
            for index in range(count):
                total[index * hop : index * hop + self._n_fft] += frames[index]
            self._tail = total[count * hop :]
            ready = np.concatenate((ready, total[: count * hop]))
        size = audio.shape[0]
        self._ready = ready[size:]
        return ready[:size]

    def _restart(self) -> None:
        """Set the state of the subclass to that of a new instance."""

    @abstractmethod
    def _change(self, spectra: Spectra) -> Spectra:
        """Return the new spectra of the frames, shape ``(n_frames, n_bins)``."""
