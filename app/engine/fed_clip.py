"""A clip that is made while it is heard: speech, handed over in pieces as it is generated.

The control thread puts pieces in, the DSP thread takes them out; a queue between them needs no
lock. Where the next piece is late, the clip fades out over its last 5 ms instead of breaking off,
and fades in again when there is enough: nothing is left out, the rest only comes later.
"""

from __future__ import annotations

from collections import deque

import numpy as np
import soxr

from syrinx.app.engine.clips import CLIP_FADE_S
from syrinx.dsp.processor import Audio

REFILL_S = 0.05
"""After a gap so much is gathered before it goes on."""
MAX_WAITING_S = 60.0


class FedClip:
    """A clip whose samples come while it plays.

    Parameters
    ----------
    label
        What it is called in events, in place of a path.
    slot
        Whose it is.
    source_rate, sample_rate
        Of what is fed, and of the device, in Hz.
    gain
        Factor; it may be set at any time and is followed within a block.
    through_voice
        Whether it is added to the input of the voice.

    Attributes
    ----------
    position
        Samples at the device's rate that were heard; gaps do not count. DSP thread only.
    gaps
        How often a piece came too late.
    """

    def __init__(
        self,
        label: str,
        *,
        slot: str,
        source_rate: int,
        sample_rate: int,
        gain: float = 1.0,
        through_voice: bool = False,
    ) -> None:
        self.path, self.slot, self.gain = label, slot, gain
        self.through_voice = through_voice
        self.position = self.gaps = 0
        self._rate, self._fade = sample_rate, max(1, round(CLIP_FADE_S * sample_rate))
        self._refill = max(self._fade, round(REFILL_S * sample_rate))
        self._resampler: soxr.ResampleStream | None = None
        if source_rate != sample_rate:
            self._resampler = soxr.ResampleStream(
                source_rate, sample_rate, 1, dtype="float32", quality="HQ"
            )
        self._pieces: deque[Audio] = deque()
        self._put = 0  # written by the control thread only
        self._last = self._leaving = False
        self._begun = 0  # samples of the first piece that were taken
        self._envelope = 0.0
        self._starved = True
        self._level = gain

    # ---- control thread ----

    def put(self, audio: Audio, *, last: bool) -> None:
        """Append samples at the source's rate, ``(n,)``; nothing comes behind the last ones."""
        if self._last:
            return
        if self._resampler is not None:
            audio = self._resampler.resample_chunk(audio, last=last)
        if len(audio):
            self._pieces.append(np.ascontiguousarray(audio, np.float32))
            self._put += len(audio)
        self._last = last

    @property
    def waiting_s(self) -> float:
        """Seconds that were put in and not heard yet."""
        return (self._put - self.position) / self._rate

    @property
    def played_s(self) -> float:
        """Seconds that were heard."""
        return self.position / self._rate

    @property
    def ended(self) -> bool:
        """Whether it was played to its end."""
        return self._last and self.position >= self._put

    # ---- DSP thread; never waits ----

    @property
    def done(self) -> bool:
        """Whether nothing of it will be heard any more."""
        return self.ended or (self._leaving and self._envelope <= 0.0)

    def leave(self) -> None:
        """Fade out from the next sample on."""
        self._leaving = True

    def take(self, count: int) -> Audio:
        """Return the next ``count`` samples, silence where there are none yet; fewer at the end."""
        there = self._put - self.position
        last = self._last
        if self._leaving:
            rising = False
        elif self._starved:
            rising = last or there >= self._refill + count
            self._starved = not rising
        else:
            rising = last or there >= count + self._fade
            if not rising:
                self._starved = True
                self.gaps += 1
        steps = np.arange(1, count + 1, dtype=np.float64) / self._fade
        ramp = np.clip(self._envelope + (steps if rising else -steps), 0.0, 1.0)
        size = min(count, there)
        if not rising:  # what would not be heard waits
            size = min(size, int(np.count_nonzero(ramp > 0.0)))
        taken: Audio = np.zeros(size if last and rising else count, np.float32)
        self._fill(taken[:size])
        self._envelope = float(ramp[-1]) if count else self._envelope
        shape = ramp[:size]
        if last:
            left = there - np.arange(size)
            shape = np.minimum(shape, left / self._fade)
        taken[:size] *= 0.5 - 0.5 * np.cos(np.pi * shape)
        if self._level != self.gain or self._level != 1.0:
            taken *= np.linspace(self._level, self.gain, len(taken), dtype=np.float32)
            self._level = self.gain
        self.position += size
        return taken

    def _fill(self, out: Audio) -> None:
        filled = 0
        while filled < len(out):
            piece = self._pieces[0]
            part = piece[self._begun : self._begun + len(out) - filled]
            out[filled : filled + len(part)] = part
            filled += len(part)
            self._begun += len(part)
            if self._begun == len(piece):
                self._pieces.popleft()
                self._begun = 0
