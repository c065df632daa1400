"""Formants moved by a filter without delay, for speech whose F0 is known.

The smooth envelope of the sound so far is estimated, moved along the frequency axis, and the
quotient of both made into a filter of minimum phase, anew for every step. Pitch and phases of the
harmonics stay; only their strengths change. The envelope is the power spectrum averaged over one
F0 (after M. Morise 2015, CheapTrick); the minimum phase comes from the folded cepstrum (Oppenheim
and Schafer 1989).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.base import approach
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.mel import hann_window
from syrinx.dsp.processor import Audio

MAX_SEMITONES = 24.0
_N_FFT = 512
_WINDOW_MS = 25.0
_TAPS = 160
_UNVOICED_WIDTH_HZ = 300.0
_LEAST_WIDTH_HZ = 120.0
_MOST_DB = 30.0
_SEMITONES_PER_STEP = 1.0
_SILENCE = 1e-9


Response = NDArray[np.complexfloating]


class FormantWarp:
    """Move the formants of a signal that comes in steps of equal length (a helper, no processor).

    Parameters
    ----------
    sample_rate
        Rate in Hz.
    step
        Samples of a step, at most 256.

    Attributes
    ----------
    semitones
        Wanted shift; it glides. At 0 nothing is changed, bit by bit.
    """

    def __init__(self, *, sample_rate: int, step: int) -> None:
        self._rate, self._step = sample_rate, step
        size = round(_WINDOW_MS * 1e-3 * sample_rate)
        if step + _TAPS > _N_FFT or size > _N_FFT:
            raise SyrinxError(f"Formants cannot be moved at {sample_rate} Hz in steps of {step}.")
        self._window = hann_window(size).astype(np.float32)
        self._fade = ((np.arange(step) + 1.0) / step).astype(np.float32)
        self._bins = np.arange(_N_FFT // 2 + 1, dtype=np.float64)
        self._wanted = 0.0
        self.reset()

    @property
    def semitones(self) -> float:
        """Wanted shift."""
        return self._wanted

    @semitones.setter
    def semitones(self, value: float) -> None:
        if not abs(value) <= MAX_SEMITONES:
            raise SyrinxError(
                f"Formants move by {-MAX_SEMITONES:g} to {MAX_SEMITONES:g} semitones, "
                f"not by {value:g}."
            )
        self._wanted = float(value)

    def reset(self) -> None:
        """Forget the past; the shift is the wanted one at once."""
        self._now = self._wanted
        self._past: Audio = np.zeros(_N_FFT, np.float32)
        self._filter: Response | None = None

    def process(self, block: Audio, f0_hz: float) -> Audio:
        """Return one step, changed; ``f0_hz`` is that of its end, 0 where unvoiced."""
        self._past = np.concatenate((self._past[self._step :], block))
        self._now = approach(self._now, self._wanted, _SEMITONES_PER_STEP)
        before = self._filter
        self._filter = None if self._now == 0.0 else self._design(f0_hz)
        if before is None and self._filter is None:
            return block
        spectrum = np.fft.rfft(self._past)
        old, new = self._filtered(spectrum, before), self._filtered(spectrum, self._filter)
        output: Audio = old + self._fade * (new - old)
        return output

    def _filtered(self, spectrum: Response, response: Response | None) -> Audio:
        if response is None:
            return self._past[-self._step :]
        tail = np.fft.irfft(spectrum * response)[-self._step :]  # what wraps round lies before it
        return np.asarray(tail, np.float32)

    def _design(self, f0_hz: float) -> Response | None:
        """Response of the filter for the sound so far; None = leave it as it is."""
        heard = self._past[-self._window.shape[0] :] * self._window
        power = np.square(np.abs(np.fft.rfft(heard, _N_FFT)))
        total = float(power.sum())
        if total < _SILENCE:
            return None
        width_hz = max(_LEAST_WIDTH_HZ, 1.1 * f0_hz) if f0_hz > 0.0 else _UNVOICED_WIDTH_HZ
        envelope = np.log(self._smoothed(power, width_hz) + 1e-7 * total)
        place = self._bins * 2.0 ** (-self._now / 12.0)
        moved = np.interp(place, self._bins, envelope)
        moved += np.log(np.exp(envelope).sum() / np.exp(moved).sum())  # as loud as before
        limit = _MOST_DB * np.log(10.0) / 10.0
        difference = 0.5 * np.clip(moved - envelope, -limit, limit)
        cepstrum = np.fft.irfft(difference)
        cepstrum[1 : _N_FFT // 2] *= 2.0
        cepstrum[_N_FFT // 2 + 1 :] = 0.0
        taps = np.fft.irfft(np.exp(np.fft.rfft(cepstrum)))
        return np.fft.rfft(taps[:_TAPS], _N_FFT)

    def _smoothed(self, power: NDArray[np.floating], width_hz: float) -> NDArray[np.floating]:
        """Mean of the power over ``width_hz`` around each bin, twice: a triangle."""
        half = max(1, round(0.5 * width_hz * _N_FFT / self._rate))
        for _ in range(2):
            mirrored = np.concatenate((power[half:0:-1], power, power[-2 : -half - 2 : -1]))
            sums = np.concatenate(([0.0], np.cumsum(mirrored)))
            power = (sums[2 * half + 1 :] - sums[: -2 * half - 1]) / (2 * half + 1)
        return power
