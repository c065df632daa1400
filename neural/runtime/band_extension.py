"""The band above 8 kHz of a neural voice, live: onnxruntime for the gains, numpy for the sound."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from syrinx.dsp.base import clean
from syrinx.dsp.high_band import LOWEST_RATE, N_BANDS, STEP, HighBand
from syrinx.dsp.processor import Audio
from syrinx.neural.runtime.onnx_processor import check_fit
from syrinx.neural.runtime.registry import EXTENDER_MODEL, ModelRegistry
from syrinx.neural.runtime.session import StateSession


class BandExtension:
    """What a 16 kHz voice lacks above 8 kHz (a `syrinx.dsp.adapters.Extension`).

    Parameters
    ----------
    registry
        Where the model comes from.
    sample_rate
        Rate of the device in Hz, at least `syrinx.dsp.high_band.LOWEST_RATE`.
    latency_in
        Delay of the up-sampler beside it, in samples at 16 kHz.

    Raises
    ------
    SyrinxError
        If the model is missing or broken, or the rate leaves no room above 8 kHz.
    """

    def __init__(self, registry: ModelRegistry, sample_rate: int, latency_in: Fraction) -> None:
        self._network = StateSession(registry.session(EXTENDER_MODEL))
        check_fit(EXTENDER_MODEL, self._network, ("audio",), ("log_gain",))
        if self._network.outputs["log_gain"].shape != (1, N_BANDS, 1):
            check_fit(EXTENDER_MODEL, self._network, (), ())
        self._high_band = HighBand(sample_rate, latency_in=latency_in)
        self.reset()

    def reset(self) -> None:
        """Forget the past."""
        self._network.reset()
        self._high_band.reset()

    def process(self, core: Audio) -> Audio:
        """Take whole steps of the voice at 16 kHz; return what to add to its up-sampling."""
        pieces = [self._step(core[at : at + STEP]) for at in range(0, core.shape[0], STEP)]
        return pieces[0] if len(pieces) == 1 else np.concatenate(pieces)

    def _step(self, core: Audio) -> Audio:
        core = clean(core)
        self._network.inputs["audio"][0, 0] = core
        self._network.run()
        return self._high_band.step(core, np.exp(self._network.outputs["log_gain"][0, :, 0]))


def can_extend(registry: ModelRegistry, sample_rate: int) -> bool:
    """Whether there is room above 8 kHz, and a model that fills it."""
    return sample_rate >= LOWEST_RATE and EXTENDER_MODEL in registry.entries()
