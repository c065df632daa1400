"""Building blocks of the effect voices: saturation, modulation, echoes, level matching."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, exp, log1p, sqrt

import numpy as np

from syrinx.dsp.base import BlockProcessor
from syrinx.dsp.hops import HopCutter
from syrinx.dsp.processor import Audio, Processor
from syrinx.dsp.reverb import LINES_MS, DelayNetwork
from syrinx.dsp.units import db_to_gain, ms_to_samples


class Drive(BlockProcessor):
    """Soft saturation: ``tanh(gain * x) / gain``, quiet sounds pass unchanged.

    Parameters
    ----------
    sample_rate
        Rate in Hz.
    drive_db
        Gain before the curve.
    """

    def __init__(self, *, sample_rate: int, drive_db: float) -> None:
        super().__init__(sample_rate=sample_rate)
        self._gain = np.float32(db_to_gain(float(drive_db)))

    def reset(self) -> None:
        """Nothing is remembered."""

    def _process(self, audio: Audio) -> Audio:
        bent: Audio = np.tanh(audio * self._gain) / self._gain
        return bent


class MuLaw(BlockProcessor):
    """Quantise to the 8 bits of a digital telephone line (G.711's mu-law)."""

    def __init__(self, *, sample_rate: int) -> None:
        super().__init__(sample_rate=sample_rate)

    def reset(self) -> None:
        """Nothing is remembered."""

    def _process(self, audio: Audio) -> Audio:
        size = np.minimum(np.abs(audio), 1.0)
        code = np.round(np.log1p(255.0 * size) * (127.0 / log1p(255.0)))
        level = np.expm1(code * (log1p(255.0) / 127.0)) / 255.0
        return np.copysign(level, audio).astype(np.float32)


class RingModulator(BlockProcessor):
    """Multiply by ``1 - depth + depth * sin(2 pi hz t)``.

    A depth of 1 is a ring modulator, less of it a tremolo.
    """

    def __init__(self, *, sample_rate: int, hz: float, depth: float = 1.0) -> None:
        super().__init__(sample_rate=sample_rate)
        self._turn = 2.0 * np.pi * hz / sample_rate
        self._depth = depth
        self.reset()

    def reset(self) -> None:
        """Start the sine at 0."""
        self._count = 0

    def _process(self, audio: Audio) -> Audio:
        size = audio.shape[0]
        angle = self._turn * np.arange(self._count, self._count + size)
        self._count += size
        carrier = (1.0 - self._depth) + self._depth * np.sin(angle)
        return audio * carrier.astype(np.float32)


class Chorus(BlockProcessor):
    """Copies of the signal with slowly moving delays.

    Parameters
    ----------
    sample_rate
        Rate in Hz.
    taps
        Of each copy: mean delay in ms, depth in ms, rate in Hz, gain.
    dry
        Gain of the unmoved signal. With 0, `latency` is the mean delay of the first copy
        (a vibrato); otherwise 0.
    """

    def __init__(
        self,
        *,
        sample_rate: int,
        taps: Sequence[tuple[float, float, float, float]],
        dry: float = 1.0,
    ) -> None:
        latency = 0 if dry else ms_to_samples(taps[0][0], sample_rate)
        super().__init__(sample_rate=sample_rate, latency=latency)
        scale = sample_rate / 1000.0
        self._taps = [
            (mean * scale, depth * scale, 2.0 * np.pi * hz / sample_rate, gain, 2.4 * index)
            for index, (mean, depth, hz, gain) in enumerate(taps)
        ]
        self._dry = np.float32(dry)
        self._keep = ceil(max(mean + depth for mean, depth, *_ in self._taps)) + 2
        self.reset()

    def reset(self) -> None:
        """Forget the past."""
        self._past: Audio = np.zeros(self._keep, dtype=np.float32)
        self._count = 0

    def _process(self, audio: Audio) -> Audio:
        size = audio.shape[0]
        line = np.concatenate((self._past, audio))
        output = self._dry * audio
        index = np.arange(size)
        for mean, depth, turn, gain, phase in self._taps:
            delay = mean + depth * np.sin(turn * (self._count + index) + phase)
            place = self._keep + index - delay
            whole = place.astype(np.int64)
            part = (place - whole).astype(np.float32)
            early = line[whole]
            output = output + np.float32(gain) * (early + part * (line[whole + 1] - early))
        self._past = line[size:]
        self._count += size
        return output


class Comb(BlockProcessor):
    """Add one echo: ``x[n] + gain * x[n - delay]``; short ones colour the sound like a tube."""

    def __init__(self, *, sample_rate: int, delay_ms: float, gain: float) -> None:
        super().__init__(sample_rate=sample_rate)
        self._delay = max(1, ms_to_samples(delay_ms, sample_rate))
        self._gain = np.float32(gain)
        self.reset()

    def reset(self) -> None:
        """Forget the past."""
        self._past: Audio = np.zeros(self._delay, dtype=np.float32)

    def _process(self, audio: Audio) -> Audio:
        line = np.concatenate((self._past, audio))
        size = audio.shape[0]
        self._past = line[size:]
        return audio + self._gain * line[:size]


class Hall(BlockProcessor):
    """Reverberation by a feedback delay network of 8 lines (J.-M. Jot, A. Chaigne, 1991).

    Parameters
    ----------
    sample_rate
        Rate in Hz.
    seconds
        Time until the tail is 60 dB down.
    wet, dry
        Gains of the tail and of the direct sound.
    damping
        0 to 0.5: how fast the treble dies.
    """

    def __init__(
        self,
        *,
        sample_rate: int,
        seconds: float = 1.8,
        wet: float = 0.35,
        dry: float = 1.0,
        damping: float = 0.3,
    ) -> None:
        super().__init__(sample_rate=sample_rate)
        self._network = DelayNetwork(sample_rate=sample_rate, seconds=seconds, damping=damping)
        self._wet = np.float32(wet * sqrt(2.0 / len(LINES_MS)))
        self._dry = np.float32(dry)

    def reset(self) -> None:
        """Stop the tail."""
        self._network.reset()

    def _process(self, audio: Audio) -> Audio:
        return self._dry * audio + self._wet * self._network.process(audio)


class LevelMatch(BlockProcessor):
    """Keep the loudness of ``inner``'s output at that of its input.

    Both powers are averaged over about a second of sound (silence does not count); the gain
    glides to their ratio, at most ±``range_db``.

    Parameters
    ----------
    inner
        A processor that takes blocks of any length.
    gain_db
        Gain to begin with: what the effect usually needs.
    range_db
        Furthest that the gain goes from ``gain_db``.
    """

    def __init__(self, inner: Processor, *, gain_db: float = 0.0, range_db: float = 9.0) -> None:
        super().__init__(
            sample_rate=inner.sample_rate, block_size=inner.block_size, latency=inner.latency
        )
        self.inner = inner
        hop = ms_to_samples(_MATCH_HOP_MS, inner.sample_rate)
        self._before, self._after = HopCutter(hop), HopCutter(hop)
        self._slope = (np.arange(1, hop + 1) / hop).astype(np.float32)
        self._start = db_to_gain(float(gain_db))
        reach = db_to_gain(float(range_db))
        self._lowest, self._highest = self._start / reach, self._start * reach
        self.reset()

    def reset(self) -> None:
        """Forget the levels."""
        self.inner.reset()
        self._before.reset()
        self._after.reset()
        # A quarter of a second of quiet speech, so that the first syllable does not decide alone.
        self._power_in = _PRIOR
        self._power_out = _PRIOR / self._start**2
        self._gain = self._start
        self._curve: Audio = np.full(self._slope.shape[0], self._start, dtype=np.float32)

    def _process(self, audio: Audio) -> Audio:
        output = self.inner.process(audio)
        before, after = self._before.push(audio), self._after.push(output)
        curve = self._curve
        if before.shape[0]:
            pieces = [curve]
            came = np.einsum("ij,ij->i", before, before) / before.shape[1]
            left = np.einsum("ij,ij->i", after, after) / before.shape[1]
            for power_in, power_out in zip(came.tolist(), left.tolist(), strict=True):
                if power_in > _ACTIVE or power_out > _ACTIVE:
                    self._power_in += (power_in - self._power_in) * _FORGET
                    self._power_out += (power_out - self._power_out) * _FORGET
                wanted = sqrt(self._power_in / max(self._power_out, 1e-12))
                wanted = min(self._highest, max(self._lowest, wanted))
                pieces.append(self._gain + (wanted - self._gain) * self._slope)
                self._gain = wanted
            curve = np.concatenate(pieces).astype(np.float32, copy=False)
        size = audio.shape[0]
        self._curve = curve[size:]
        return output * curve[:size]


_MATCH_HOP_MS = 10.0
_ACTIVE = 1e-5  # mean power of a hop that counts: -50 dBFS
_FORGET = 1.0 - exp(-_MATCH_HOP_MS / 800.0)
_PRIOR = 1e-3
