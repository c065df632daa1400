"""The sound of the engine's taps at a recogniser's rate, and when it was heard.

The taps are lossy telemetry: what was missed becomes silence of the same length, so that the times
of words stay right.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np

from syrinx.app.engine.taps import TapAudio
from syrinx.dsp.processor import Audio
from syrinx.dsp.resample import PolyphaseResampler

Source = Literal["input", "output"]
LONGEST_GAP_S = 2.0
"""Beyond this what was missed is no pause of the same speech."""
_CLOCK_LOOKS = 250
"""Looks at the clock that are kept: about ten seconds, so that two clocks may drift apart."""


class Reader(Protocol):
    """What is needed of ``syrinx.app.engine.taps.TapReader``."""

    def read_audio(self) -> TapAudio | None: ...


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Piece:
    """Sound since the last look.

    Attributes
    ----------
    audio
        Shape ``(n,)``, float32, at the wanted rate.
    begins
        Whether it has nothing to do with the piece before: another stream, or a gap.
    """

    audio: Audio
    begins: bool


class TapFeed:
    """Pulls one side of the taps.

    Parameters
    ----------
    reader
        Of the taps; its owner closes it.
    source
        The microphone ("input") or the converted voice ("output").
    sample_rate
        Wanted, in Hz.
    clock
        Seconds; the same in every process of a machine.
    """

    def __init__(
        self,
        reader: Reader,
        source: Source,
        sample_rate: int,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._reader, self._source, self._wanted = reader, source, sample_rate
        self._clock = clock
        self._stream: int | None = None
        self._rate = 0
        self._next = 0
        self._first = 0
        self._resampler: PolyphaseResampler | None = None
        self._zeros: deque[float] = deque(maxlen=_CLOCK_LOOKS)

    @property
    def zero_at(self) -> float:
        """When the first sample since the last beginning was heard, by the clock.

        Samples are read a moment after they came: the earliest of many looks is taken.
        """
        return min(self._zeros, default=self._clock())

    def pull(self) -> Piece | None:
        """Return what is new; None when nothing is."""
        found = self._reader.read_audio()
        if found is None:
            return None
        now = self._clock()
        audio: Audio = found.input if self._source == "input" else found.output
        missed = found.position - self._next
        begins = (
            found.stream != self._stream
            or found.sample_rate != self._rate
            or not 0 <= missed <= LONGEST_GAP_S * found.sample_rate
        )
        if begins:
            self._begin(found)
        elif missed:
            audio = np.concatenate([np.zeros(missed, np.float32), audio])
        self._next = found.position + len(found.input)
        self._zeros.append(now - (self._next - self._first) / self._rate)
        if self._resampler is not None:
            audio = self._resampler.process(audio)
        return Piece(audio=audio, begins=begins)

    def _begin(self, found: TapAudio) -> None:
        self._stream, self._rate, self._first = found.stream, found.sample_rate, found.position
        self._zeros.clear()
        self._resampler = None
        if self._rate != self._wanted:
            # The live chain's: 1 ms behind, where soxr keeps up to 40 ms back.
            self._resampler = PolyphaseResampler(self._rate, self._wanted)
