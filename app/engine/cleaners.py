"""Noise suppression and the gate by voice, as the program has them."""

from __future__ import annotations

from syrinx.app.engine.suppression import NoiseSuppressor, VoiceGate
from syrinx.dsp.voice_gate import VoiceActivityGate
from syrinx.neural.runtime.registry import ModelRegistry
from syrinx.neural.runtime.suppressor import Suppressor, can_suppress


class NetworkCleaners:
    """Makes both from the network of the registry; a `syrinx.app.engine.suppression.Cleaners`."""

    def available(self, registry: ModelRegistry) -> bool:
        """Whether the network is installed."""
        return can_suppress(registry)

    def suppressor(
        self, registry: ModelRegistry, *, sample_rate: int, strength: float
    ) -> NoiseSuppressor:
        """Return noise suppression at the rate of the device."""
        return Suppressor(registry, sample_rate=sample_rate, strength=strength)

    def voice_gate(
        self, source: NoiseSuppressor, *, sample_rate: int, threshold: float
    ) -> VoiceGate:
        """Return a gate that stands right behind ``source``."""
        return VoiceActivityGate(source, sample_rate=sample_rate, threshold=threshold)


CLEANERS = NetworkCleaners()
