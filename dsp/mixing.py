"""Dry and wet, bypass, and the crossfade from one processor to another."""

from __future__ import annotations

from math import lcm

import numpy as np

from syrinx.dsp.base import BlockProcessor, DelayLine, Ramp, eased
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.processor import Audio, Processor
from syrinx.dsp.units import ms_to_samples

FADE_MS = 10.0
SWITCH_MS = 20.0


class DryWet(BlockProcessor):
    """Mix ``inner`` with its own input, delayed to match.

    Parameters
    ----------
    inner
        The processor; it always runs, so that its state is warm.
    wet
        Share of ``inner`` in the output, 0 to 1; the rest is dry. Settable while it runs: the
        change glides linearly for 10 ms.
    """

    def __init__(self, inner: Processor, *, wet: float = 1.0) -> None:
        super().__init__(
            sample_rate=inner.sample_rate, block_size=inner.block_size, latency=inner.latency
        )
        self.inner = inner
        self._dry = DelayLine(inner.latency)
        self._mix = Ramp(_share(wet), length=ms_to_samples(FADE_MS, inner.sample_rate))

    @property
    def wet(self) -> float:
        """Share of the inner processor, 0 to 1."""
        return self._mix.target

    @wet.setter
    def wet(self, value: float) -> None:
        self._mix.set(_share(value))

    def reset(self) -> None:
        """Forget the past; the mix stays as it is set."""
        self.inner.reset()
        self._dry.reset()
        self._mix.jump()

    def _process(self, audio: Audio) -> Audio:
        dry = self._dry.process(audio)
        wet = self.inner.process(audio)
        mix = self._mix.next(audio.shape[0])
        if isinstance(mix, float):
            if mix == 1.0:
                return wet
            if mix == 0.0:
                return dry
            mix = np.float32(mix)  # type: ignore[assignment]
        return np.asarray(dry + mix * (wet - dry), dtype=np.float32)


class Bypass(DryWet):
    """Switch ``inner`` off and on without a click and without a change of delay.

    Parameters
    ----------
    inner
        The processor; it goes on running while bypassed.
    bypassed
        Whether the input passes unchanged (delayed by ``inner.latency``). Settable; the switch
        is a fade of 10 ms.
    """

    def __init__(self, inner: Processor, *, bypassed: bool = False) -> None:
        super().__init__(inner, wet=0.0 if bypassed else 1.0)

    @property
    def bypassed(self) -> bool:
        """Whether the input passes unchanged."""
        return self.wet == 0.0

    @bypassed.setter
    def bypassed(self, value: bool) -> None:
        self.wet = 0.0 if value else 1.0


class Switch(BlockProcessor):
    """An effect without delay that can be off: it then costs nothing and changes no sample.

    Unlike `Bypass`, which keeps its processor running, it stops it. Switched on again, the
    processor starts afresh and hears the signal fade in, so that no step enters its memory.

    Parameters
    ----------
    inner
        The processor; its latency is 0 and it takes blocks of any length.
    on
        Whether it is heard. Settable, from any thread; the switch is a fade of 20 ms.

    Raises
    ------
    SyrinxError
        When ``inner`` delays: switching it would move the sound.
    """

    def __init__(self, inner: Processor, *, on: bool = True) -> None:
        if inner.latency or inner.block_size != 1:
            raise SyrinxError("Only an effect without delay can be switched; use Bypass.")
        super().__init__(sample_rate=inner.sample_rate)
        self.inner = inner
        self.on = on
        self._mix = Ramp(1.0 if on else 0.0, length=ms_to_samples(SWITCH_MS, inner.sample_rate))

    @property
    def idle(self) -> bool:
        """Whether it is off and its fade has ended."""
        return self._mix.settled and not self._mix.target

    def reset(self) -> None:
        """Forget the past; on stays on."""
        self.inner.reset()
        self._mix.set(1.0 if self.on else 0.0)
        self._mix.jump()

    def _process(self, audio: Audio) -> Audio:
        on = self.on
        if self.idle:
            if not on:
                return audio.copy()
            self.inner.reset()
        self._mix.set(1.0 if on else 0.0)
        if self._mix.settled:
            return self.inner.process(audio)
        share = eased(self._mix.next(audio.shape[0]))
        if on:
            return np.asarray(audio - share * audio + self.inner.process(share * audio))
        return np.asarray(audio + share * (self.inner.process(audio) - audio))


class Crossfade(BlockProcessor):
    """Pass from ``old`` to ``new`` with constant power, then run ``new`` alone.

    ``new`` starts cold: only ``old`` is heard until the first ``new.latency`` samples have
    passed, then the fade of ``seconds`` begins. ``latency`` is that of ``new``; until the fade
    ends, the part of ``old`` keeps its own.

    Parameters
    ----------
    old, new
        Processors of one sample rate.
    seconds
        Length of the fade.

    Raises
    ------
    SyrinxError
        When the sample rates differ.
    """

    def __init__(self, old: Processor, new: Processor, *, seconds: float = 0.05) -> None:
        if old.sample_rate != new.sample_rate:
            raise SyrinxError(
                f"Cannot fade from {old.sample_rate} Hz to {new.sample_rate} Hz: wrap one of "
                "the processors in Resampled."
            )
        super().__init__(
            sample_rate=new.sample_rate,
            block_size=lcm(old.block_size, new.block_size),
            latency=new.latency,
        )
        self.old = old
        self.new = new
        self._fade = max(1, round(seconds * new.sample_rate))
        self._position = -new.latency

    @property
    def done(self) -> bool:
        """Whether only ``new`` is heard, so that it can take this object's place."""
        return self._position >= self._fade

    def reset(self) -> None:
        """Begin the fade anew."""
        self.old.reset()
        self.new.reset()
        self._position = -self.new.latency

    def _process(self, audio: Audio) -> Audio:
        new = self.new.process(audio)
        if self.done:
            return new
        old = self.old.process(audio)
        size = audio.shape[0]
        turn = (np.arange(self._position, self._position + size) + 0.5) / self._fade
        angle = (0.5 * np.pi * np.clip(turn, 0.0, 1.0)).astype(np.float32)
        self._position += size
        output: Audio = old * np.cos(angle) + new * np.sin(angle)
        return output


def _share(wet: float) -> float:
    if not 0.0 <= wet <= 1.0:
        raise SyrinxError(f"The wet share must lie between 0 and 1, not at {wet:g}.")
    return float(wet)
