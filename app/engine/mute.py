"""Silence on command: who may be heard, decided at a block border and faded."""

from __future__ import annotations

import numpy as np

from syrinx.app.engine.params import Mute
from syrinx.dsp.processor import Audio

FADE_S = 0.005
RELEASE_S = 0.08
"""What is still heard of the voice after the key of push-to-talk was let go."""


class MuteGate:
    """Fades the voice, or all of the output, out and in.

    It stands behind the voice, so that the voice goes on hearing: no onset is cut when it opens,
    and pitch and gate know the speaker. The price is that what leaves it was said a while ago
    (`after`): push-to-talk therefore closes `RELEASE_S` *and* that delay after the key, counted
    in samples.

    Parameters
    ----------
    sample_rate
        Rate in Hz.
    """

    def __init__(self, sample_rate: int) -> None:
        self._fade = max(1, round(FADE_S * sample_rate))
        self._release = round(RELEASE_S * sample_rate)
        self._wanted: Mute = "off"
        self._known: Mute = "off"
        self._hold = 0
        self._voice = _Fader(self._fade)
        self._all = _Fader(self._fade)

    @property
    def wanted(self) -> Mute:
        """What was asked for last."""
        return self._wanted

    def set(self, mute: Mute) -> None:
        """Ask for ``mute``, from any thread; it holds from the next block on."""
        self._wanted = mute

    def start(self, mute: Mute) -> None:
        """Begin with ``mute`` at once, before anything was processed: not a sample gets out."""
        self._wanted = self._known = mute
        self._hold = 0
        self._voice.jump(mute == "off")
        self._all.jump(mute != "all")

    def voice(self, output: Audio, *, after: int) -> None:
        """Fade what the voice says, in place.

        Parameters
        ----------
        output
            Shape ``(n_samples,)``.
        after
            Samples from the input to ``output``: the delay of the voice.
        """
        wanted = self._wanted
        if wanted != self._known:
            if wanted == "talk":
                # Already silent, or on its way there: nothing is let out again.
                self._hold = self._release + after if self._known == "off" else 0
            self._known = wanted
        if wanted == "talk" and self._hold > 0:
            rest, size = self._hold, output.shape[0]
            self._hold = max(0, rest - size)
            if rest < size:
                self._voice.apply(output[:rest], opened=True)
                self._voice.apply(output[rest:], opened=False)
                return
            self._voice.apply(output, opened=True)
            return
        self._voice.apply(output, opened=wanted == "off")

    def everything(self, *outputs: Audio) -> None:
        """Fade what goes to the devices, clips included, in place: all by the same gain."""
        place = self._all.place
        for output in outputs:
            self._all.place = place
            self._all.apply(output, opened=self._known != "all")


class _Fader:
    """A gain that glides between 0 and 1 along a raised cosine."""

    def __init__(self, length: int) -> None:
        angle = np.pi * (np.arange(1, length + 1)) / length
        self._ramp: Audio = (0.5 - 0.5 * np.cos(angle)).astype(np.float32)
        self.place = length
        """Samples of the ramp that have been climbed: 0 = silent, its length = open."""

    def jump(self, opened: bool) -> None:
        self.place = self._ramp.shape[0] if opened else 0

    def apply(self, audio: Audio, *, opened: bool) -> None:
        """Multiply ``audio`` by the gain, in place, on the way to open or silent."""
        length, place, size = self._ramp.shape[0], self.place, audio.shape[0]
        if opened:
            if place == length:
                return
            count = min(size, length - place)
            audio[:count] *= self._ramp[place : place + count]
            self.place = place + count
            return
        count = min(size, place)
        if count:
            audio[:count] *= self._ramp[place - count : place][::-1]
            self.place = place - count
        audio[count:] = 0.0
