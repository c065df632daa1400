"""Noise suppression and voice activity, live: onnxruntime for the gains, numpy for the sound.

The network hears the signal at 16 kHz; what it finds there is applied at the rate of the device::

    out = low_out + high_gain * (delayed - low_in)

where ``low_in`` is the signal as it was at 16 kHz, up-sampled again, ``low_out`` the same with
the gains of the network, and ``delayed`` the input itself: its band above 8 kHz gets one gain,
that of the highest bands the network hears. With all gains at 1 the input comes back unchanged,
whatever the resampling filters do to it.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil

import numpy as np

from syrinx.dsp.base import BlockProcessor, DelayLine, check_sample_rate, clean
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio
from syrinx.dsp.resample import PolyphaseResampler, minimum_latency
from syrinx.dsp.suppression import (
    CORE_RATE,
    HOP_LENGTH,
    N_BANDS,
    Frames,
    band_centres,
    band_features,
    gain_matrix,
    power_matrix,
)
from syrinx.neural.runtime.onnx_processor import check_fit
from syrinx.neural.runtime.registry import SUPPRESSOR_MODEL, ModelRegistry
from syrinx.neural.runtime.session import StateSession

MOST_DB = 20.0
"""How far noise is lowered at a strength of 1: more costs speech, and DNSMOS likes it less."""
_GLIDE_HOPS = 10
_HIGH_FROM_HZ = 5500.0
_OUT, _GAIN, _ACTIVITY = range(3)


class Suppressor(BlockProcessor):
    """Lowers everything that is not speech; tells when somebody speaks.

    The delay is 5 ms of the frames and, except at 16 kHz, 2 ms of resampling; at rates at which
    5 ms are no whole number of samples (44.1 kHz) 5 ms more. ``block_size`` is 5 ms where that is
    a whole number, else 1: in a chain of blocks of 10 ms nothing is added.

    Parameters
    ----------
    registry
        Where the model comes from; instances of one registry share the weights.
    sample_rate
        Rate of the device in Hz.
    strength
        See `strength`.

    Raises
    ------
    SyrinxError
        If the model is missing, broken or of another version, or the strength is not in [0, 1].
    """

    def __init__(self, registry: ModelRegistry, *, sample_rate: int, strength: float = 1.0) -> None:
        check_sample_rate(sample_rate)
        self._network = StateSession(registry.session(SUPPRESSOR_MODEL))
        check_fit(SUPPRESSOR_MODEL, self._network, ("bands",), ("gains", "activity"))
        if self._network.inputs["bands"].shape != (1, N_BANDS, 1):
            check_fit(SUPPRESSOR_MODEL, self._network, (), ())
        ratio = Fraction(sample_rate, CORE_RATE)
        hop = HOP_LENGTH * ratio
        exact = hop.denominator == 1
        blocking = 0 if exact else int((HOP_LENGTH - 1) * ratio)
        delay_in = minimum_latency(sample_rate, CORE_RATE)
        delay_out = minimum_latency(CORE_RATE, sample_rate)
        wanted = delay_in + (HOP_LENGTH + delay_out) * ratio
        latency = ceil(wanted)
        super().__init__(
            sample_rate=sample_rate,
            block_size=int(hop) if exact else 1,
            latency=latency + blocking,
        )
        self._same = ratio == 1
        self._blocking = blocking
        self._down = PolyphaseResampler(sample_rate, CORE_RATE, latency_in=delay_in)
        late = delay_out + (latency - wanted) / ratio if not self._same else Fraction(0)
        self._up = [PolyphaseResampler(CORE_RATE, sample_rate, latency_in=late) for _ in range(2)]
        self._up_by, self._down_by = ratio.numerator, ratio.denominator
        self._core_late = float(late)
        self._frames = Frames()
        self._core_line, self._line = DelayLine(HOP_LENGTH), DelayLine(self.latency)
        self._power, self._spread = power_matrix(), gain_matrix()
        hz = band_centres() * CORE_RATE / 2.0 / (self._spread.shape[1] - 1)
        self._first_high = int(np.searchsorted(hz, _HIGH_FROM_HZ))
        self.strength = strength
        self.reset()

    @property
    def strength(self) -> float:
        """How much of the noise is taken away, 0 (nothing) to 1 (`MOST_DB`).

        It glides to a new value within 50 ms and may be set from another thread.
        """
        return self._strength

    @strength.setter
    def strength(self, value: float) -> None:
        if not 0.0 <= value <= 1.0:  # refuses NaN, too
            raise SyrinxError(f"The strength of noise suppression is 0 to 1, not {value}.")
        self._strength = float(value)

    @property
    def voice_activity(self) -> float:
        """Probability that somebody speaks, 0 to 1, at the end of what was heard last."""
        return self._probability

    @property
    def activity(self) -> Audio:
        """Probability of speech for each sample of the last block returned, ``(n,)``.

        It is what is known when the sample leaves, which is older than that by `latency`: whoever
        acts on it looks ahead.
        """
        return self._activity

    def reset(self) -> None:
        """Forget the past; the strength is reached at once."""
        self._network.reset()
        self._frames.reset()
        self._down.reset()
        for resampler in self._up:
            resampler.reset()
        self._core_line.reset()
        self._line.reset()
        self._now = self._strength
        self._high = [1.0, 1.0]
        self._probability = 0.0
        self._hops = self._made = 0
        self._pending: Audio = np.zeros(0, np.float32)
        self._ready = np.zeros((3, self._blocking), np.float32)
        self._activity: Audio = np.zeros(0, np.float32)

    def _process(self, audio: Audio) -> Audio:
        low = audio if self._same else self._down.process(audio)
        if self._pending.shape[0]:
            low = np.concatenate((self._pending, low))
        whole = low.shape[0] // HOP_LENGTH * HOP_LENGTH
        self._pending = low[whole:]
        if whole:
            made = self._hear(low[:whole])
            ready = np.concatenate((self._ready, made), axis=1)
        else:
            ready = self._ready
        size = audio.shape[0]
        self._ready = ready[:, size:]
        self._activity = ready[_ACTIVITY, :size]
        out: Audio = ready[_OUT, :size] + ready[_GAIN, :size] * self._line.process(audio)
        return clean(out)

    def _hear(self, core: Audio) -> Audio:
        """Take whole hops at 16 kHz; return output without the input, high gain and activity.

        ``(3, n)`` for the ``n`` samples at the rate of the device that are due.
        """
        spectra = self._frames.spectra(core)
        gains, high, activity = self._gains(spectra)
        low_out = self._frames.audio(spectra * (gains @ self._spread))
        low_in = self._core_line.process(core)
        if not self._same:
            low_out, low_in = self._up[0].process(low_out), self._up[1].process(low_in)
        made = np.empty((3, low_in.shape[0]), np.float32)
        # Where the samples lie among the core's own; a hop's gain is reached at its end.
        first = self._made * self._down_by - self._hops * HOP_LENGTH * self._up_by
        steps = first + self._down_by * np.arange(low_in.shape[0])
        places = steps / self._up_by - self._core_late
        ends = HOP_LENGTH * np.arange(-1, len(activity) + 1)
        made[_GAIN] = np.interp(places, ends, [*self._high, *high])
        made[_OUT] = low_out - made[_GAIN] * low_in
        made[_ACTIVITY] = np.asarray(activity, np.float32)[steps // (HOP_LENGTH * self._up_by)]
        self._high = [*self._high, *high][-2:]
        self._hops += len(activity)
        self._made += low_in.shape[0]
        return made

    def _gains(self, spectra: np.ndarray) -> tuple[np.ndarray, list[float], list[float]]:
        """Gains of the bands ``(n_hops, N_BANDS)``, of what is above, and activity of each hop."""
        network = self._network
        power = spectra.real**2 + spectra.imag**2
        features = band_features(power, self._power)
        gains = np.empty_like(features)
        high, activity = [], []
        for index, bands in enumerate(features):
            network.inputs["bands"][0, :, 0] = bands
            network.run()
            probability = float(network.outputs["activity"][0, 0, 0])
            found = network.outputs["gains"][0, :, 0]
            if not np.isfinite(np.add.reduce(found) + probability):
                network.reset()
                found, probability = np.ones(N_BANDS, np.float32), 0.0
            self._now += min(max(self._strength - self._now, -1 / _GLIDE_HOPS), 1 / _GLIDE_HOPS)
            floor = 10.0 ** (-self._now * MOST_DB / 20.0)
            gains[index] = floor + (1.0 - floor) * found
            high.append(float(gains[index, self._first_high :].mean()))
            activity.append(probability)
        self._probability = activity[-1]
        return gains, high, activity


def can_suppress(registry: ModelRegistry) -> bool:
    """Whether the model is there."""
    return SUPPRESSOR_MODEL in registry.entries()
