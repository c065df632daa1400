"""Clips: sound files mixed into the output, on the side of the DSP thread.

A clip arrives whole: read, resampled and faded at both ends. The DSP thread adds slices of it, and
fades it out where it is stopped or replaced. The control thread hands a clip over by setting one
attribute, and keeps it until the DSP thread has let go of it, so that it is freed there and not
in the audio path.
"""

from __future__ import annotations

import numpy as np

from syrinx.dsp.processor import Audio

CLIP_FADE_S = 0.005


class Clip:
    """A sound ready to be mixed in.

    Parameters
    ----------
    path
        Where it came from, as it was asked for.
    audio
        Shape ``(n_samples,)``, float32, at the device's rate; its ends are faded in place.
    sample_rate
        Hz.

    Attributes
    ----------
    position
        Samples taken so far; only the DSP thread writes it.
    """

    __slots__ = ("audio", "path", "position", "sample_rate")

    def __init__(self, path: str, audio: Audio, *, sample_rate: int) -> None:
        self.path, self.audio, self.sample_rate = path, audio, sample_rate
        self.position = 0
        ramp = clip_ramp(sample_rate)
        size = min(ramp.shape[0], audio.shape[0])
        audio[:size] *= ramp[:size]
        audio[audio.shape[0] - size :] *= ramp[:size][::-1]

    @property
    def seconds(self) -> float:
        """Length in s."""
        return len(self.audio) / self.sample_rate

    @property
    def played_s(self) -> float:
        """How far it was taken, in s."""
        return self.position / self.sample_rate

    @property
    def done(self) -> bool:
        """Whether all of it was taken."""
        return self.position >= len(self.audio)

    def take(self, count: int) -> Audio:
        """Return a view of the next samples, at most ``count``; none at the end."""
        start = self.position
        part: Audio = self.audio[start : start + count]
        self.position = start + part.shape[0]
        return part


class ClipMixer:
    """Adds the wanted clip to the output, from the next block on.

    Parameters
    ----------
    sample_rate
        Of the device, Hz.

    Attributes
    ----------
    wanted
        What shall be heard, or None; the control thread sets it.
    """

    def __init__(self, sample_rate: int) -> None:
        self.wanted: Clip | None = None
        self._playing: Clip | None = None
        self._leaving: Clip | None = None
        self._ramp: Audio = clip_ramp(sample_rate)[::-1].copy()
        self._faded = 0

    @property
    def played_s(self) -> float | None:
        """How far the wanted clip was taken, in s; None = no clip."""
        return None if self.wanted is None else self.wanted.played_s

    def holds(self, clip: Clip) -> bool:
        """Whether the DSP thread still needs ``clip``."""
        return clip is self.wanted or clip is self._playing or clip is self._leaving

    def mix(self, output: Audio) -> None:
        """Add to ``output``, shape ``(n_samples,)``, in place (DSP thread; never waits).

        A new clip begins at the start of a block. A third one waits until the first has left.
        """
        wanted = self.wanted
        if wanted is not self._playing and self._leaving is None:
            self._leaving, self._playing = self._playing, wanted
            self._faded = 0
        leaving, playing = self._leaving, self._playing
        if leaving is not None:
            ramp = self._ramp[self._faded : self._faded + output.shape[0]]
            part = leaving.take(ramp.shape[0])
            output[: part.shape[0]] += part * ramp[: part.shape[0]]
            self._faded += ramp.shape[0]
            if leaving.done or self._faded >= self._ramp.shape[0]:
                self._leaving = None
        if playing is not None:
            part = playing.take(output.shape[0])
            output[: part.shape[0]] += part


def clip_ramp(sample_rate: int) -> Audio:
    """Return the rising half of a raised cosine, `CLIP_FADE_S` long."""
    size = round(CLIP_FADE_S * sample_rate)
    ramp = 0.5 - 0.5 * np.cos(np.pi * (np.arange(size) + 0.5) / size)
    return ramp.astype(np.float32)
