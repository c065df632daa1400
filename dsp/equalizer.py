"""Parametric equaliser: bands of the *Audio EQ Cookbook*, changed without a click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from syrinx.dsp import filters
from syrinx.dsp.base import BlockProcessor, Ramp, eased
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.filters import Biquad, SosFilter
from syrinx.dsp.processor import Audio
from syrinx.dsp.units import ms_to_samples

BandKind = Literal["high_pass", "low_shelf", "peak", "high_shelf"]
FADE_MS = 20.0
PAST_MS = 60.0
"""What a new filter hears before it is heard itself: its state is then that of a filter that
was always there (a high-pass of 20 Hz has settled by 99.9 %)."""
_HIGHEST = 0.45


@dataclass(frozen=True, slots=True, kw_only=True)
class EqBand:
    """One band.

    Attributes
    ----------
    kind
        What it does.
    hz
        Corner or centre; kept below 0.45 of the sample rate.
    gain_db
        Of shelves and peaks.
    q
        Of peaks and the high-pass.
    """

    kind: BandKind
    hz: float
    gain_db: float = 0.0
    q: float = filters.BUTTERWORTH_Q

    def biquad(self, sample_rate: int) -> Biquad | None:
        """Return the section, None where it would do nothing."""
        hz = min(self.hz, _HIGHEST * sample_rate)
        if self.kind == "high_pass":
            return filters.high_pass(hz, sample_rate=sample_rate, q=self.q)
        if not self.gain_db:
            return None
        if self.kind == "low_shelf":
            return filters.low_shelf(hz, sample_rate=sample_rate, gain_db=self.gain_db)
        if self.kind == "high_shelf":
            return filters.high_shelf(hz, sample_rate=sample_rate, gain_db=self.gain_db)
        return filters.peaking(hz, sample_rate=sample_rate, q=self.q, gain_db=self.gain_db)


class Equalizer(BlockProcessor):
    """Bands one after the other, without delay.

    A change fades in 20 ms to the new filter, which has heard the last 60 ms before.
    Formulas: R. Bristow-Johnson, *Audio EQ Cookbook*.

    Parameters
    ----------
    bands
        In any order; none: the signal passes bit for bit.
    sample_rate
        Rate in Hz.
    """

    def __init__(self, bands: Sequence[EqBand], *, sample_rate: int) -> None:
        super().__init__(sample_rate=sample_rate)
        self._past_size = ms_to_samples(PAST_MS, sample_rate)
        self._mix = Ramp(1.0, length=ms_to_samples(FADE_MS, sample_rate))
        self._bands = tuple(bands)
        self._filter = self._wanted = self._made(self._bands)
        self._old: SosFilter | None = None
        self.reset()

    @property
    def bands(self) -> tuple[EqBand, ...]:
        """The bands that are heard, or being faded in."""
        return self._bands

    def set_bands(self, bands: Sequence[EqBand]) -> None:
        """Change the bands, from any thread: the filter is made here, not in the audio path."""
        new = tuple(bands)
        if new != self._bands:
            self._wanted = self._made(new)
            self._bands = new

    def response(self, hz: NDArray[np.float64]) -> NDArray[np.complex128]:
        """Complex gain at ``hz``."""
        return response(self._bands, hz, self._sample_rate)

    def reset(self) -> None:
        """Forget the past; the newest bands stay."""
        self._filter, self._old = self._wanted, None
        if self._filter is not None:
            self._filter.reset()
        self._mix.jump()
        self._past: Audio = np.zeros(self._past_size, dtype=np.float32)

    def _process(self, audio: Audio) -> Audio:
        wanted = self._wanted
        if wanted is not self._filter and self._mix.settled:
            self._old, self._filter = self._filter, wanted
            if wanted is not None:
                wanted.process(self._past)
            self._mix.set(0.0)
            self._mix.jump()
            self._mix.set(1.0)
        output = self._run(self._filter, audio)
        if not self._mix.settled:
            old = self._run(self._old, audio)
            output = np.asarray(old + eased(self._mix.next(audio.shape[0])) * (output - old))
        size = self._past_size
        past = audio if audio.shape[0] >= size else np.concatenate((self._past, audio))
        self._past = past[past.shape[0] - size :].copy()
        return output

    @staticmethod
    def _run(section: SosFilter | None, audio: Audio) -> Audio:
        return audio.copy() if section is None else section.process(audio)

    def _made(self, bands: Sequence[EqBand]) -> SosFilter | None:
        rate = self._sample_rate
        sections = [section for band in bands if (section := band.biquad(rate)) is not None]
        return SosFilter(sections, sample_rate=rate) if sections else None


def response(
    bands: Sequence[EqBand], hz: NDArray[np.float64], sample_rate: int
) -> NDArray[np.complex128]:
    """Complex gain of ``bands`` at the frequencies ``hz`` (for a drawn curve, and for tests).

    Raises
    ------
    SyrinxError
        A band is not possible at this rate.
    """
    if sample_rate <= 0:
        raise SyrinxError("The sample rate must be above 0 Hz.")
    total = np.ones(np.shape(hz), dtype=np.complex128)
    for band in bands:
        section = band.biquad(sample_rate)
        if section is not None:
            total = total * section.response(hz, sample_rate)
    return total
