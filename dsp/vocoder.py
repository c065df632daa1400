"""Voices made by giving the spectrum of speech to another sound: whisper and vocoder."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.processor import Audio
from syrinx.dsp.stft import Spectra, SpectralProcessor, StreamingSTFT
from syrinx.dsp.windows import sqrt_hann_window

_WINDOW_MS = 8.0
_SEED = 20260


class EnvelopeVoice(SpectralProcessor):
    """Impose the spectral envelope of the input on noise and tones.

    Frames of 8 ms are too short to show the harmonics of most voices; smoothing over
    ``smooth_hz`` takes away the rest, so that only vowels and consonants remain.

    Parameters
    ----------
    sample_rate
        Rate in Hz.
    tones_hz
        F0 of the saw-tooth waves of the carrier; none is a whisper.
    noise
        Amplitude of the carrier's noise.
    smooth_hz
        Width of the smoothing.
    low_cut_hz
        The envelope is faded out below this.
    tilt_db_per_octave
        Added to the envelope above 1 kHz: a whisper has less bass than a voice.
    """

    def __init__(
        self,
        *,
        sample_rate: int,
        tones_hz: tuple[float, ...] = (),
        noise: float = 1.0,
        smooth_hz: float = 350.0,
        low_cut_hz: float = 250.0,
        tilt_db_per_octave: float = 0.0,
    ) -> None:
        hop = _smooth_number(_WINDOW_MS * 1e-3 * sample_rate / 4.0)
        n_fft = 4 * hop
        super().__init__(sample_rate=sample_rate, n_fft=n_fft, hop_length=hop)
        self._tones = np.array(tones_hz, dtype=np.float64)[:, None] / sample_rate
        self._noise = noise
        self._carrier_stft = StreamingSTFT(
            n_fft=n_fft, hop_length=hop, window=sqrt_hann_window(n_fft)
        )
        bins = n_fft // 2 + 1
        hz = np.arange(bins) * (sample_rate / n_fft)
        distance = np.abs(hz[:, None] - hz) / smooth_hz
        smoothing = np.where(distance < 1.0, 0.5 + 0.5 * np.cos(np.pi * distance), 0.0)
        self._smoothing = (smoothing / smoothing.sum(axis=0)).astype(np.float32)
        tilt = tilt_db_per_octave * np.log2(np.clip(hz, 125.0, 8000.0) / 1000.0)
        shape = 10.0 ** (tilt / 20.0) / (1.0 + (low_cut_hz / np.maximum(hz, 1.0)) ** 4)
        self._shape = shape.astype(np.float32)
        self.reset()

    def _restart(self) -> None:
        self._rng = np.random.default_rng(_SEED)
        self._count = 0
        self._carrier_stft.reset()

    def _process(self, audio: Audio) -> Audio:
        # The carrier runs beside the input: as many frames, whatever the split.
        self._carriers = self._carrier_stft.process(self._carrier(audio.shape[0]))
        return super()._process(audio)

    def _carrier(self, size: int) -> Audio:
        carrier = self._noise * self._rng.standard_normal(size)
        if self._tones.shape[0]:
            step = self._tones
            phase = (step * np.arange(self._count, self._count + size) + _start_phases(step)) % 1.0
            carrier += 3.0 * (2.0 * phase - 1.0 - _poly_blep(phase, step)).sum(axis=0)
        self._count += size
        return carrier.astype(np.float32)

    def _change(self, spectra: Spectra) -> Spectra:
        envelope = self._smooth(spectra)
        carrier = self._carriers
        if self._tones.shape[0]:
            carrier = carrier / (self._smooth(carrier) + np.float32(1e-6))
        else:
            carrier = carrier * np.float32(1.0 / (self._noise * np.sqrt(self._n_fft / 2.0)))
        result: Spectra = carrier * (envelope * self._shape)
        return result

    def _smooth(self, spectra: Spectra) -> NDArray[np.float32]:
        power = spectra.real**2 + spectra.imag**2
        smoothed: NDArray[np.float32] = np.sqrt(power @ self._smoothing)
        return smoothed


def _start_phases(step: NDArray[np.float64]) -> NDArray[np.float64]:
    """Start the waves apart from each other, or they would begin with one loud click."""
    return 0.5 + 0.37 * np.arange(step.shape[0], dtype=np.float64)[:, None]


def _poly_blep(phase: NDArray[np.float64], step: NDArray[np.float64]) -> NDArray[np.float64]:
    """Smooth the jump of a saw-tooth wave against aliases (V. Välimäki, A. Huovilainen, 2007)."""
    rise, fall = phase / step, (phase - 1.0) / step
    after = np.where(rise < 1.0, 2.0 * rise - rise * rise - 1.0, 0.0)
    before = np.where(fall > -1.0, fall * fall + 2.0 * fall + 1.0, 0.0)
    bend: NDArray[np.float64] = after + before
    return bend


def _smooth_number(value: float) -> int:
    """Nearest whole number without a prime factor over 5: quick to transform."""
    numbers: list[int] = [2**a * 3**b * 5**c for a in range(11) for b in range(7) for c in range(5)]
    return min(numbers, key=lambda number: (abs(number - value), number))
