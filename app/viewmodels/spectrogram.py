"""Spectrogram maths of the live view: audio in, pixels out (numpy only, no Qt).

Three steps, each of which can be tested alone: :class:`Analyser` turns audio into levels on a
logarithmic frequency axis, :class:`History` keeps the last seconds of them, and ``ScrollImage``
(``scroll_image.py``) paints them into a circular image whose columns never move: scrolling costs
only the new columns (the idea of friture's live spectrogram).
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

FLOOR_DB = -84.0
CEILING_DB = -10.0
FRAME_RATE_HZ = 100
N_BANDS = 288
F_MIN_HZ = 60.0
F_MAX_HZ = 12_000.0

Levels = NDArray[np.uint8]


class FrequencyAxis:
    """A logarithmic axis from ``f_min_hz`` (position 0) to ``f_max_hz`` (position 1)."""

    def __init__(self, f_min_hz: float = F_MIN_HZ, f_max_hz: float = F_MAX_HZ) -> None:
        self.f_min_hz = f_min_hz
        self.f_max_hz = f_max_hz
        self._span = float(np.log(f_max_hz / f_min_hz))

    def position(self, frequency_hz: Any) -> Any:
        """Return where ``frequency_hz`` (a number or an array, > 0) lies."""
        return np.log(np.asarray(frequency_hz, dtype=np.float64) / self.f_min_hz) / self._span

    def frequency(self, position: Any) -> Any:
        """Return the frequency in Hz at ``position``; the inverse of :meth:`position`."""
        return self.f_min_hz * np.exp(np.asarray(position, dtype=np.float64) * self._span)

    def bands(self, n_bands: int = N_BANDS) -> NDArray[np.float64]:
        """Return the centre of each of ``n_bands`` bands in Hz, ascending."""
        return np.asarray(self.frequency((np.arange(n_bands) + 0.5) / n_bands))


class Analyser:
    """Streaming short-time spectrum on a logarithmic frequency axis.

    A Hann window of about 43 ms, zero-padded to twice its length, every 10 ms. Bands narrower
    than a bin interpolate between bins; wider ones take the greatest bin, so that a tone keeps
    its level wherever it lies: a sine of amplitude 1 reads 0 dBFS within 1 dB.

    Parameters
    ----------
    sample_rate
        Rate of the audio in Hz.
    axis
        Where the bands lie; those above half the sample rate stay silent.
    """

    def __init__(
        self, sample_rate: int, *, axis: FrequencyAxis | None = None, n_bands: int = N_BANDS
    ) -> None:
        self.sample_rate = sample_rate
        self.axis = axis or FrequencyAxis()
        self.n_bands = n_bands
        self.hop_length = max(1, round(sample_rate / FRAME_RATE_HZ))
        self.win_length = 1 << max(6, round(np.log2(sample_rate * 0.043)))
        self.n_fft = 2 * self.win_length
        window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(self.win_length) / self.win_length)
        self._window = (window * (2 / window.sum())).astype(np.float32)
        self._pending = np.zeros(0, dtype=np.float32)
        self._map_bands()

    @property
    def frame_delay_s(self) -> float:
        """Time from the centre of the newest frame to the newest sample of its window."""
        return self.win_length / 2 / self.sample_rate

    def reset(self) -> None:
        """Forget the audio that has not filled a frame."""
        self._pending = np.zeros(0, dtype=np.float32)

    def process(self, audio: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the new frames in dBFS, shape ``(n_frames, n_bands)``, lowest band first.

        The result does not depend on how the signal is split. Non-finite samples count as 0.
        """
        fresh = np.nan_to_num(np.asarray(audio, dtype=np.float32), posinf=0.0, neginf=0.0)
        self._pending = np.concatenate([self._pending, fresh])
        count = (len(self._pending) - self.win_length) // self.hop_length + 1
        if count <= 0:
            return np.zeros((0, self.n_bands), dtype=np.float32)
        frames = np.lib.stride_tricks.sliding_window_view(self._pending, self.win_length)
        frames = frames[:: self.hop_length][:count]
        spectrum = np.fft.rfft(frames * self._window, self.n_fft, axis=1)
        self._pending = self._pending[count * self.hop_length :].copy()
        power = (spectrum.real**2 + spectrum.imag**2).astype(np.float32)
        level: NDArray[np.float32] = 10 * np.log10(self._to_bands(power) + np.float32(1e-12))
        return level

    def _map_bands(self) -> None:
        bin_hz = self.sample_rate / self.n_fft
        centres = self.axis.bands(self.n_bands)
        edges = np.asarray(self.axis.frequency(np.arange(self.n_bands + 1) / self.n_bands))
        width = np.diff(edges) / bin_hz
        top = self.n_fft // 2
        self._n_live = int(np.searchsorted(edges[1:], top * bin_hz))
        live = np.arange(self._n_live)
        self._n_narrow = int(np.searchsorted(width[live], 1.5))
        position = centres[: self._n_narrow] / bin_hz
        self._low = position.astype(np.intp)
        self._fraction = (position - self._low).astype(np.float32)
        wide = edges[self._n_narrow : self._n_live] / bin_hz
        self._starts = np.round(wide).astype(np.intp)
        self._end = min(top + 1, int(np.round(edges[self._n_live] / bin_hz)) + 1)

    def _to_bands(self, power: NDArray[np.float32]) -> NDArray[np.float32]:
        bands = np.zeros((len(power), self.n_bands), dtype=np.float32)
        low, high = power[:, self._low], power[:, self._low + 1]
        bands[:, : self._n_narrow] = low + self._fraction * (high - low)
        if len(self._starts):
            bands[:, self._n_narrow : self._n_live] = np.maximum.reduceat(
                power[:, : self._end], self._starts, axis=1
            )
        return bands


def quantise(level_db: NDArray[np.float32]) -> Levels:
    """Map ``FLOOR_DB … CEILING_DB`` onto 0 … 255."""
    scaled = (level_db - FLOOR_DB) * (255 / (CEILING_DB - FLOOR_DB))
    return np.clip(np.rint(scaled), 0, 255).astype(np.uint8)


def level_of(value: int) -> float:
    """Return the level in dBFS of a quantised value; the inverse of :func:`quantise`."""
    return FLOOR_DB + value * (CEILING_DB - FLOOR_DB) / 255


class History:
    """The last ``seconds`` of frames in a ring, addressed by their number since the start."""

    def __init__(self, seconds: float, n_bands: int = N_BANDS) -> None:
        self.capacity = max(2, round(seconds * FRAME_RATE_HZ))
        self.n_bands = n_bands
        self._ring = np.zeros((self.capacity, n_bands), dtype=np.uint8)
        self._f0 = np.full(self.capacity, np.nan)
        self._f0_frame = np.full(self.capacity, -1, dtype=np.int64)
        self.count = 0

    def clear(self) -> None:
        """Forget everything."""
        self._ring[:] = 0
        self.clear_f0()
        self.count = 0

    def clear_f0(self) -> None:
        """Forget the F0 of every frame."""
        self._f0_frame[:] = -1

    def append(self, frames: Levels) -> None:
        """Add frames of shape ``(n, n_bands)``."""
        kept = frames[-self.capacity :]
        first = self.count + len(frames) - len(kept)
        self._ring[(first + np.arange(len(kept))) % self.capacity] = kept
        self.count += len(frames)

    def skip(self, n_frames: int) -> None:
        """Advance by ``n_frames`` of silence (telemetry that was lost)."""
        self.append(np.zeros((min(n_frames, self.capacity), self.n_bands), dtype=np.uint8))
        self.count += max(0, n_frames - self.capacity)

    def put_f0(self, frame: int, f0_hz: float) -> None:
        """Set the F0 of a frame (NaN: unvoiced), which may be a little ahead of ``count``."""
        if frame >= 0:
            self._f0[frame % self.capacity] = f0_hz
            self._f0_frame[frame % self.capacity] = frame

    def frames(self, first: int, last: int) -> Levels:
        """Return frames ``first … last - 1``; those not kept (or not yet there) are silent."""
        index = np.arange(first, last)
        taken = self._ring[index % self.capacity]
        known = (index >= max(0, self.count - self.capacity)) & (index < self.count)
        taken[~known] = 0
        return taken

    def f0(self, first: int, last: int) -> NDArray[np.float64]:
        """Return the F0 in Hz of frames ``first … last - 1``; NaN where none is known."""
        index = np.arange(first, last)
        return np.where(
            self._f0_frame[index % self.capacity] == index,
            self._f0[index % self.capacity],
            np.nan,
        )


def time_ticks(span_s: float, width: float) -> list[float]:
    """Return the ages in seconds at which a label fits: at least 90 px apart, never crowded."""
    for step in (0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0):
        if width * step / span_s >= 90:
            return [step * i for i in range(1, int(span_s / step + 1e-9) + 1)]
    return []


def frequency_ticks(axis: FrequencyAxis, height: float) -> list[tuple[float, str]]:
    """Return (Hz, label) of the axis labels that fit into ``height`` pixels, lowest first."""
    candidates = (100, 200, 500, 1000, 2000, 5000, 10_000)
    picked: list[tuple[float, str]] = []
    last = -1e9
    for hz in candidates:
        if not axis.f_min_hz < hz < axis.f_max_hz:
            continue
        y = float(axis.position(hz)) * height
        if y - last >= 20 and 8 <= y <= height - 8:
            picked.append((float(hz), f"{hz // 1000}k" if hz >= 1000 else str(hz)))
            last = y
    return picked


class ScrollClock:
    """Moves the right edge evenly although audio arrives in lumps.

    The edge runs at the speed of the wall clock, a little behind the newest frame, and is pulled
    gently towards it; it never overtakes it, and jumps when it is more than 0.25 s off.
    """

    LAG_S = 0.06

    def __init__(self) -> None:
        self.time_s = 0.0

    def reset(self) -> None:
        """Start again at 0."""
        self.time_s = 0.0

    def tick(self, elapsed_s: float, newest_s: float) -> float:
        """Advance by ``elapsed_s`` of wall time; return the time at the right edge."""
        goal = max(0.0, newest_s - self.LAG_S)
        moved = self.time_s + elapsed_s
        error = goal - moved
        if abs(error) > 0.25:
            self.time_s = goal
        else:
            self.time_s = max(self.time_s, min(moved + 0.08 * error, newest_s))
        return self.time_s
