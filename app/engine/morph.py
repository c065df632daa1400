"""Where a neural voice is between two, and how it gets there."""

from __future__ import annotations

from syrinx.dsp.base import approach
from syrinx.neural.runtime.onnx_processor import NeuralVoice
from syrinx.neural.runtime.timbre import Timbre, TimbreMix, Weights

STEPS_PER_S = 100.0
SHORTEST_S = 0.05
"""A jump of the slider becomes a glide as long as this."""


class Morph:
    """Moves a network between its own voice and a second one, and away from a voice before.

    Parameters
    ----------
    network
        Told what to sound like.
    voice, second
        The two ends; None = there is only one.
    position
        Share of the second voice, 0 to 1.
    seconds
        From one end to the other, and from a voice before to where the position is.

    Attributes
    ----------
    position, seconds
        Wanted; settable from any thread.
    """

    def __init__(
        self,
        network: NeuralVoice,
        voice: Timbre,
        second: Timbre | None = None,
        *,
        position: float = 0.0,
        seconds: float = 0.0,
    ) -> None:
        self._network = network
        self._ends = (voice,) if second is None else (voice, second)
        self.position, self.seconds = position, seconds
        self._own = TimbreMix(self._ends, network.adapter_shapes)
        self.reset()

    def reset(self) -> None:
        """Be at the wanted position at once; a voice before is forgotten."""
        self._mix = self._own
        self._now = self.position
        self._left = 0.0  # share of the voice before
        self._put()

    def begin_at(self, timbre: Timbre) -> None:
        """Sound like ``timbre`` now and glide from there; before the chain runs."""
        self._mix = TimbreMix((*self._ends, timbre), self._network.adapter_shapes)
        self._now = self.position
        self._left = 1.0
        self._put()

    @property
    def settled(self) -> bool:
        """Whether it stays where it is."""
        return self._left == 0.0 and self._now == self.position

    @property
    def f0_median_hz(self) -> float | None:
        """Median F0 of what sounds now; None = not known."""
        mix, weights = self._sounding
        return mix.f0_median_hz(weights)

    def snapshot(self) -> Timbre:
        """Return what sounds now; safe from another thread."""
        mix, weights = self._sounding
        return mix.at(weights)

    def step(self) -> bool:
        """Go on by 10 ms; return whether the voice sounds different now."""
        if self.settled:
            return False
        step = 1.0 / (STEPS_PER_S * max(SHORTEST_S, self.seconds))
        self._now = approach(self._now, self.position, step)
        self._left = approach(self._left, 0.0, step)
        if not self._left:
            self._mix = self._own
        self._put()
        return True

    def _put(self) -> None:
        second = self._now if len(self._ends) > 1 else 0.0
        rest = 1.0 - self._left
        weights = [rest * (1.0 - second), rest * second][: len(self._ends)]
        if self._mix is not self._own:
            weights.append(self._left)
        self._sounding: tuple[TimbreMix, Weights] = (self._mix, tuple(weights))
        self._network.wear(*self._sounding)
