"""Where noise suppression and the gate that listens for a voice come from.

One place, so that a chain can be built (and tested) with others, or without any.
"""

from __future__ import annotations

from typing import Protocol

from syrinx.dsp.processor import Audio, Processor
from syrinx.neural.runtime.registry import ModelRegistry


class NoiseSuppressor(Processor, Protocol):
    """A processor that lowers noise and knows when somebody speaks."""

    strength: float
    """How much of the noise it takes, 0 to 1; settable while it runs."""

    @property
    def voice_activity(self) -> float:
        """Probability of speech at the end of what was heard last."""
        ...

    @property
    def activity(self) -> Audio:
        """Probability of speech for each sample of the last block returned."""
        ...


class VoiceGate(Processor, Protocol):
    """A gate that opens for speech."""

    threshold: float | None
    """Probability from which it opens."""

    @property
    def gain(self) -> float:
        """Present gain."""
        ...


class Cleaners(Protocol):
    """Makes both, where there is a network for them."""

    def available(self, registry: ModelRegistry) -> bool:
        """Whether the network is installed."""
        ...

    def suppressor(
        self, registry: ModelRegistry, *, sample_rate: int, strength: float
    ) -> NoiseSuppressor:
        """Return noise suppression at the rate of the device."""
        ...

    def voice_gate(
        self, source: NoiseSuppressor, *, sample_rate: int, threshold: float
    ) -> VoiceGate:
        """Return a gate that stands right behind ``source``."""
        ...
