"""An inaudible mark in speech: a keyed pattern of small gains over time and frequency.

The band from 400 Hz to 7 kHz is cut into 24 bands, time into slots of 16 ms. In each cell the
signal is made louder or softer by up to one decibel, as the bits of a fixed key say; after 128
slots (2 s) the pattern begins again. Nothing is added that was not in the signal: silence stays
silence, no pause gets a noise, no gap between two harmonics is filled. One decibel of spectral
distortion is what speech coding calls transparent (Paliwal and Atal 1993).

The gains are minimum-phase filters without any delay. They survive what keeps the loudness of
such cells: coding, resampling, another level, a room. ``watermark_search.py`` finds them again.
"""

from __future__ import annotations

import hashlib

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.base import BlockProcessor
from syrinx.dsp.processor import Audio
from syrinx.dsp.units import hz_to_mel, mel_to_hz

VERSION = 1
SLOT_S = 0.016
N_SLOTS = 128
N_BANDS = 24
FMIN_HZ, FMAX_HZ = 400.0, 7000.0
DEPTH_DB = 1.0
KEY = b"syrinx mark 1"
_FILTER_S = 0.012
_FADE = 0.5
_NEPER_DB = 20.0 / np.log(10.0)


def band_edges_hz() -> NDArray[np.float64]:
    """Return the borders of the bands, equally wide in mel, shape ``(N_BANDS + 1,)``."""
    mel = np.linspace(hz_to_mel(FMIN_HZ), hz_to_mel(FMAX_HZ), N_BANDS + 1)
    return mel_to_hz(mel)


def signs(key: bytes = KEY) -> NDArray[np.float32]:
    """Return the pattern of a key, ``(N_BANDS, N_SLOTS)`` of -1 and 1.

    The bits are SHA-256 of the key and a counter, so that they are the same for ever, whatever
    version of a random number generator is installed.
    """
    count = N_BANDS * N_SLOTS // 256
    digests = b"".join(hashlib.sha256(key + bytes([index])).digest() for index in range(count))
    bits = np.unpackbits(np.frombuffer(digests, np.uint8)).reshape(N_BANDS, N_SLOTS)
    return (2.0 * bits - 1.0).astype(np.float32)


def slot_length(sample_rate: int) -> int:
    """Samples of a slot."""
    return round(SLOT_S * sample_rate)


class Watermark(BlockProcessor):
    """Carry the mark into a signal; of any block length, without delay.

    Parameters
    ----------
    sample_rate
        Rate in Hz. Bands above its half are left out.
    depth_db
        Gain of a cell, up or down. The filters are too short to reach all of it.
    key
        Which pattern; another one is not found by `syrinx.dsp.watermark_search.MarkFinder`.
    """

    def __init__(self, *, sample_rate: int, depth_db: float = DEPTH_DB, key: bytes = KEY) -> None:
        super().__init__(sample_rate=sample_rate)
        self._slot = slot_length(sample_rate)
        self._fade = round(_FADE * self._slot)
        filters = _filters(signs(key) * np.float32(depth_db), sample_rate)
        self._reach = filters.shape[1] - 1
        longest = max(self._fade, self._slot - self._fade) + self._reach
        self._n_fft = _fast_length(longest)
        self._spectra = np.fft.rfft(filters, self._n_fft).astype(np.complex64)
        phase = np.pi * (np.arange(self._fade) + 0.5) / self._fade
        self._ramp = (0.5 - 0.5 * np.cos(phase)).astype(np.float32)
        self.reset()

    def reset(self) -> None:
        """Forget the past; the pattern begins anew."""
        self._past: Audio = np.zeros(self._reach, dtype=np.float32)
        self._number = 0
        self._at = 0

    def _process(self, audio: Audio) -> Audio:
        joined = np.concatenate((self._past, audio))
        size = audio.shape[0]
        self._past = joined[size:]
        output = np.empty(size, dtype=np.float32)
        done = 0
        while done < size:
            border = self._fade if self._at < self._fade else self._slot
            stop = min(size, done + border - self._at)
            output[done:stop] = self._piece(joined[done : stop + self._reach])
            self._at += stop - done
            done = stop
            if self._at == self._slot:
                self._at = 0
                self._number = (self._number + 1) % N_SLOTS
        return output

    def _piece(self, audio: Audio) -> Audio:
        """Filter what lies within one slot, and before or after its fade from the last one."""
        size = audio.shape[0] - self._reach
        spectrum = np.fft.rfft(audio, self._n_fft)
        if self._at >= self._fade:
            filtered = np.fft.irfft(spectrum * self._spectra[self._number], self._n_fft)
            return np.asarray(filtered[self._reach : self._reach + size], dtype=np.float32)
        pair = [self._number, self._number - 1]  # -1 is the last one: the pattern is a circle
        filtered = np.fft.irfft(spectrum * self._spectra[pair], self._n_fft, axis=1)
        new, old = filtered[:, self._reach : self._reach + size]
        return np.asarray(
            old + (new - old) * self._ramp[self._at : self._at + size], dtype=np.float32
        )


def _filters(gains_db: NDArray[np.float32], sample_rate: int) -> NDArray[np.float64]:
    """Return a minimum-phase filter for each slot, ``(N_SLOTS, n_taps)``.

    The cepstrum of the wanted gain, folded onto positive times, is that of the filter of the
    least delay (Oppenheim and Schafer). It is faded out, which rounds the borders of the bands.
    """
    n_taps = max(8, round(_FILTER_S * sample_rate))
    n_fft = _fast_length(4 * n_taps)
    edges = band_edges_hz()
    band = np.searchsorted(edges, np.fft.rfftfreq(n_fft, 1.0 / sample_rate)) - 1
    inside = (band >= 0) & (band < N_BANDS)
    gains = np.zeros((gains_db.shape[1], band.shape[0]))
    gains[:, inside] = gains_db.T[:, band[inside]] / _NEPER_DB
    fade = 0.5 + 0.5 * np.cos(np.pi * np.arange(n_taps) / n_taps)
    cepstrum = np.fft.irfft(gains, n_fft)[:, :n_taps] * (2.0 * fade)
    cepstrum[:, 0] *= 0.5
    filters = np.fft.irfft(np.exp(np.fft.rfft(cepstrum, n_fft)), n_fft)[:, :n_taps]
    half = n_taps // 2
    filters[:, half:] *= 0.5 + 0.5 * np.cos(np.pi * np.arange(n_taps - half) / (n_taps - half))
    return np.asarray(filters, dtype=np.float64)


def _fast_length(least: int) -> int:
    """Return the next even length without a prime factor above 5."""
    length = least + least % 2
    while True:
        rest = length
        for factor in (2, 3, 5):
            while rest % factor == 0:
                rest //= factor
        if rest == 1:
            return length
        length += 2
