"""Finds the mark of ``watermark.py`` in audio of any rate, and says how sure that is.

Short-time levels in the mark's own bands are compared with their neighbours in time and frequency
(a linear filter that was fitted to tell louder cells from softer ones), brought to a common scale
and limited to (-1, 1). What is left is laid over the key at every shift, for windows of 2 to 33 s
and for speeds up to 1.25 % off, and the agreement is summed.

How sure: with a key drawn at random, the agreement with any given audio is a sum of numbers with
random signs, and Hoeffding's inequality holds: ``z`` times its root mean square is exceeded with
a chance below ``exp(-z**2 / 2)``, whatever the audio. Times the number of sums that were looked
at, this bounds the chance that a file without the mark is taken for one with it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp.base import check_sample_rate, clean, windows
from syrinx.dsp.processor import Audio
from syrinx.dsp.watermark import KEY, N_SLOTS, SLOT_S, band_edges_hz, signs
from syrinx.dsp.windows import hann_window

Frames = NDArray[np.float32]

MOST_CHANCE = 1e-6
"""Files are called marked when the chance of an accident is below this."""
_PER_SLOT = 4
_BLOCK = N_SLOTS * _PER_SLOT  # frames of one period
_WINDOW_S = 1.5 * SLOT_S
_LENGTHS = (1, 2, 4, 8, 16)  # windows, in periods
_MOST_SPEED = 0.0125
_ROUNDED = 0.005  # that a hop of whole samples can differ from a quarter slot
_RANGE_DB = 75.0
_CHUNK = 2048  # frames that are looked at together
_MARGIN = 32  # frames at each side that a frame's comparison needs
_NEAR = 1.5
_FLOOR_PERCENT, _TRUSTED_DB, _DISTRUST = 15.0, 12.0, 0.05
"""Cells near the softest of their band say nothing where a noise lies over them."""
_LEAST = 1e-3  # so that a constant stays nothing
_SILENCE_DB = -180.0
# Weights of the levels around a cell, bands from two below to two above, times from 32 ms before
# to 32 ms behind in steps of 8 ms (the same both ways: five columns). By packaging/fit_mark.py.
_WEIGHTS = (
    (0.0007, 0.0005, 0.0048, -0.0008, -0.0051),
    (0.0018, 0.0014, 0.0043, -0.0030, -0.0063),
    (-0.0047, -0.0031, -0.0225, 0.0047, 0.0000),
    (0.0013, 0.0018, 0.0021, -0.0030, -0.0037),
    (0.0007, 0.0010, 0.0052, -0.0014, -0.0055),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundMark:
    """What was found.

    Attributes
    ----------
    marked
        Whether the file carries the mark.
    log10_chance
        Decimal logarithm of the (bound of the) chance that audio without the mark gives as much;
        at most 0.
    strength
        Agreement with the key in units of what accident gives.
    spans_s
        ``(start, end)`` of marked parts in s; empty when there is none.
    speed
        How much faster than when it was marked; 0.01 = 1 % faster. 0 when there is none.
    """

    marked: bool
    log10_chance: float
    strength: float
    spans_s: tuple[tuple[float, float], ...] = ()
    speed: float = 0.0


@dataclass(frozen=True, slots=True)
class _Window:
    z: float
    speed: float
    start_s: float
    end_s: float


def find_mark(audio: Audio, sample_rate: int, *, key: bytes = KEY) -> FoundMark:
    """Look for the mark in ``audio`` of shape ``(n_samples,)``."""
    finder = MarkFinder(sample_rate=sample_rate, key=key)
    finder.push(audio)
    return finder.finish()


class MarkFinder:
    """Looks for the mark in a stream of any length, in constant memory.

    Parameters
    ----------
    sample_rate
        Rate in Hz, 8000 or more. At 8 kHz three quarters of the bands are left.
    key
        See `syrinx.dsp.watermark.Watermark`.

    Attributes
    ----------
    hop, window
        Samples from frame to frame (a quarter slot), and that a frame sees.
    """

    def __init__(self, *, sample_rate: int, key: bytes = KEY) -> None:
        check_sample_rate(sample_rate)
        self.hop = round(SLOT_S / _PER_SLOT * sample_rate)
        self.window = round(_WINDOW_S * sample_rate)
        self._hop_s = self.hop / sample_rate
        self._hann = hann_window(self.window)
        self._bands = _band_weights(self.window, sample_rate)
        self._signs = signs(key)[: self._bands.shape[1]]
        self._key = np.conj(np.fft.rfft(self._signs, axis=1))
        self._rest: Audio = np.zeros(0, dtype=np.float32)
        self._levels: Frames = np.zeros((self._bands.shape[1], 0), dtype=np.float32)
        self._fresh = True
        self._cells: Frames = self._levels
        self._first = 0  # frame that _cells begins with
        self._blocks = 0
        self._looks = 0
        self._best = _Window(0.0, 0.0, 0.0, 0.0)
        self._hits: list[_Window] = []

    def push(self, audio: Audio) -> None:
        """Add ``audio`` of shape ``(n_samples,)``."""
        joined = np.concatenate((self._rest, clean(audio)))
        count = max(0, (joined.shape[0] - self.window) // self.hop + 1)
        parts = [self._levels]
        for start in range(0, count, 1000):
            stop = min(count, start + 1000)
            piece = joined[start * self.hop : (stop - 1) * self.hop + self.window]
            parts.append(self.levels(piece))
        self._rest = joined[count * self.hop :]
        self._levels = np.concatenate(parts, axis=1)
        if self._fresh and self._levels.shape[1]:
            self._levels = np.pad(self._levels, ((0, 0), (_MARGIN, 0)), mode="edge")
            self._fresh = False
        while self._levels.shape[1] >= _CHUNK + 2 * _MARGIN:
            self._compare(self._levels[:, : _CHUNK + 2 * _MARGIN])
            self._levels = self._levels[:, _CHUNK:]
        self._search(last=False)

    def finish(self) -> FoundMark:
        """Return what was found. Nothing can be pushed afterwards."""
        if self._levels.shape[1] > _MARGIN:
            self._compare(np.pad(self._levels, ((0, 0), (0, _MARGIN)), mode="edge"))
        self._search(last=True)
        log_looks = math.log(max(1, self._looks))
        best = self._best
        chance = min(0.0, (log_looks - 0.5 * best.z**2) / math.log(10.0))
        marked = chance < math.log10(MOST_CHANCE)
        if not marked:
            return FoundMark(marked=False, log10_chance=chance, strength=best.z)
        least = math.sqrt(2.0 * (log_looks - math.log(MOST_CHANCE)))
        spans = _joined([(w.start_s, w.end_s) for w in self._hits if w.z >= least])
        return FoundMark(
            marked=True,
            log10_chance=chance,
            strength=best.z,
            spans_s=spans,
            speed=best.speed,
        )

    def levels(self, audio: Audio) -> Frames:
        """Return the levels of all whole frames of ``audio`` in dB, ``(n_bands, n_frames)``."""
        frames = windows(np.ascontiguousarray(audio), self.window, step=self.hop)
        spectra = np.fft.rfft(frames * self._hann, axis=1)
        power = np.square(spectra.real) + np.square(spectra.imag)
        levels = 10.0 * np.log10(power @ self._bands + 1e-20)
        return np.asarray(levels.T, dtype=np.float32)

    def _compare(self, levels: Frames) -> None:
        """Append the cells of ``levels`` without their margins."""
        cells = _cells(levels)[:, _MARGIN:-_MARGIN]
        self._cells = np.concatenate((self._cells, cells), axis=1)

    def _search(self, *, last: bool) -> None:
        slack = math.ceil(_LENGTHS[-1] * _BLOCK * (_MOST_SPEED + _ROUNDED)) + 2
        frames = self._first + self._cells.shape[1]
        while (self._blocks + 1) * _BLOCK + slack <= frames:
            self._blocks += 1
            self._look(last=False)
        if last and self._blocks * _BLOCK < frames:
            self._blocks += 1
            self._look(last=True)
        keep = max(0, (self._blocks - _LENGTHS[-1]) * _BLOCK - self._first)
        self._cells = self._cells[:, keep:]
        self._first += keep

    def _look(self, *, last: bool) -> None:
        """Look at the windows that end with the last whole block."""
        for length in _LENGTHS:
            hop = max(1, length // 2)
            if self._blocks % hop and not last:
                continue
            if length > 1 and self._blocks <= length // 2:
                continue
            start = max(0, self._blocks - length) * _BLOCK - self._first
            count = min(length, self._blocks)
            speeds = _speeds(length)
            self._looks += len(speeds) * _BLOCK
            found = max(self._agreement(start, count, speed) for speed in speeds)
            z, speed, shift = found
            if z > self._best.z or z > 5.0:
                first, end = self._extent(start, count, speed, shift)
                window = _Window(z, speed, first, end)
                self._best = max(self._best, window, key=lambda item: item.z)
                if z > 5.0:
                    self._hits.append(window)

    def _picked(self, start: int, count: int, speed: float) -> Frames:
        """Return the cells of ``count`` periods, ``(n_bands, count * 512)``, for a speed."""
        step = SLOT_S / _PER_SLOT / self._hop_s / (1.0 + speed)
        index = start + np.rint(np.arange(count * _BLOCK) * step).astype(int)
        inside = index < self._cells.shape[1]
        picked = np.zeros((self._cells.shape[0], index.shape[0]), dtype=np.float32)
        picked[:, inside] = self._cells[:, index[inside]]
        return picked

    def _agreement(self, start: int, count: int, speed: float) -> tuple[float, float, int]:
        """Return the best agreement over all shifts: ``z``, speed, shift in frames."""
        picked = self._picked(start, count, speed)
        folded = picked.reshape(-1, count, N_SLOTS, _PER_SLOT).sum(axis=1)
        spectrum = np.fft.rfft(folded, axis=1)
        sums = np.fft.irfft(np.einsum("bkp,bk->kp", spectrum, self._key), N_SLOTS, axis=0)
        energy = np.square(folded).sum(axis=(0, 1))
        z = sums / np.sqrt(np.maximum(energy, 1e-9))
        slot, phase = np.unravel_index(int(z.argmax()), z.shape)
        return float(z[slot, phase]), speed, int(slot) * _PER_SLOT + int(phase)

    def _extent(self, start: int, count: int, speed: float, shift: int) -> tuple[float, float]:
        """Return where the agreement begins and ends, in s.

        The stretch with the largest sum of agreement less half its mean.
        """
        slot, phase = divmod(shift, _PER_SLOT)
        cells = self._picked(start, count, speed)[:, phase::_PER_SLOT]
        key = np.tile(np.roll(self._signs, slot, axis=1), (1, count))
        agreement = np.einsum("bs,bs->s", cells, key)
        total = np.concatenate(([0.0], np.cumsum(agreement - 0.5 * agreement.mean())))
        end = int(np.argmax(total - np.minimum.accumulate(total)))
        begin = int(np.argmin(total[: end + 1]))
        slot_s = SLOT_S / (1.0 + speed)
        origin = (self._first + start) * self._hop_s
        limit = (self._first + self._cells.shape[1]) * self._hop_s + _WINDOW_S
        first = origin + begin * slot_s
        return first, min(origin + end * slot_s, limit)


def neighbours(levels: Frames) -> Frames:
    """Return how much louder what lies around each cell is, ``(5, 5, n_bands, n_frames)``.

    First axis: bands from two below to two above. Second axis: 32, 24, 16, 8 and 0 ms before and
    behind, added. In dB; levels further than 75 dB below the loudest are held there.

    Parameters
    ----------
    levels
        In dB, ``(n_bands, n_frames)``, every 4 ms.
    """
    floor = max(float(levels.max()) - _RANGE_DB, _SILENCE_DB)
    levels = np.maximum(levels, np.float32(floor))
    n_bands, n_frames = levels.shape
    padded = np.pad(levels, ((2, 2), (8, 8)), mode="edge")
    around = np.empty((5, 5, n_bands, n_frames), dtype=np.float32)
    for band in range(5):
        line = padded[band : band + n_bands]
        for column in range(5):
            before, behind = 2 * column, 16 - 2 * column
            around[band, column] = line[:, before : before + n_frames] - levels
            around[band, column] += line[:, behind : behind + n_frames] - levels
    return around


def _cells(levels: Frames) -> Frames:
    """Compare each level with its neighbours; numbers in (-1, 1), shape as ``levels``."""
    raw = np.tensordot(np.asarray(_WEIGHTS, np.float32), neighbours(levels), axes=2)
    scale = _mean_around(np.abs(raw))
    limited = np.tanh(raw / np.maximum(np.float32(_NEAR) * scale, np.float32(_LEAST)))
    floor = np.percentile(levels, _FLOOR_PERCENT, axis=1, keepdims=True)
    trust = np.clip((levels - floor) / _TRUSTED_DB, _DISTRUST, 1.0)
    return np.asarray(limited * trust, dtype=np.float32)


def _mean_around(values: Frames) -> Frames:
    """Mean over five bands and 33 frames around each."""
    for axis, reach in ((0, 2), (1, 16)):
        width = [(0, 0), (0, 0)]
        width[axis] = (reach + 1, reach)
        total = np.cumsum(np.pad(values, width, mode="edge"), axis=axis, dtype=np.float64)
        size = values.shape[axis]
        upper = np.take(total, np.arange(2 * reach + 1, 2 * reach + 1 + size), axis=axis)
        lower = np.take(total, np.arange(size), axis=axis)
        values = np.asarray((upper - lower) / (2 * reach + 1), dtype=np.float32)
    return values


def _speeds(length: int) -> list[float]:
    """Speeds to be tried: between two, the ends of a window drift by a quarter slot at most."""
    steps = math.ceil(_MOST_SPEED * length * N_SLOTS)
    return [float(speed) for speed in np.linspace(-_MOST_SPEED, _MOST_SPEED, 2 * steps + 1)]


def _band_weights(length: int, sample_rate: int) -> NDArray[np.float32]:
    """Return what each bin gives to each band below half the rate, ``(n_bins, n_bands)``."""
    edges = band_edges_hz()
    edges = edges[edges <= 0.5 * sample_rate]
    width = sample_rate / length
    bins = np.arange(length // 2 + 1)[:, None] * width
    inside = np.minimum(bins + width / 2, edges[1:]) - np.maximum(bins - width / 2, edges[:-1])
    weights = np.clip(inside / width, 0.0, 1.0)
    return np.asarray(weights / (weights.sum(axis=0) * length), dtype=np.float32)


def _joined(spans: list[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """Merge spans that touch or nearly do."""
    merged: list[tuple[float, float]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1] + N_SLOTS * SLOT_S:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(merged)
