"""Clips: sound files mixed into the output or the voice, on the side of the DSP thread.

A sound arrives whole, read and resampled, and may be shared by several clips. The DSP thread adds
slices of it, faded at both ends, and fades out what is stopped or replaced. The control thread
hands clips over through a queue, and keeps them until the DSP thread has let go of them, so that
they are freed there and not in the audio path.
"""

from __future__ import annotations

from collections import deque
from typing import Protocol

import numpy as np

from syrinx.dsp.processor import Audio

CLIP_FADE_S = 0.005
MAX_CLIPS = 8
"""Heard at once; clips that fade out are not counted."""
_MOST = 2 * MAX_CLIPS
_SHORTEST_LOOP_S = 0.05


class Sound:
    """The samples of a file at the device's rate; nobody changes them.

    Parameters
    ----------
    path
        Where it came from, as it was asked for.
    audio
        Shape ``(n_samples,)``, float32.
    sample_rate
        Hz.
    """

    __slots__ = ("audio", "path", "sample_rate")

    def __init__(self, path: str, audio: Audio, *, sample_rate: int) -> None:
        self.path, self.audio, self.sample_rate = path, audio, sample_rate
        audio.flags.writeable = False

    @property
    def seconds(self) -> float:
        """Length in s."""
        return len(self.audio) / self.sample_rate


class Clip:
    """A sound being played.

    Parameters
    ----------
    sound
        What is heard.
    slot
        Whose it is.
    gain
        Factor; it may be set at any time and is followed smoothly.
    loop
        Whether it begins again at its end. It does so in time to the sample, and without a step:
        what the first sample jumps by, from the last, is taken back within one fade.
    through_voice
        Whether it is added to the input of the voice.

    Attributes
    ----------
    position
        Samples of the sound taken so far, in this round; only the DSP thread writes it.
    """

    __slots__ = (
        "_audio", "_falling", "_jump", "_leaving", "_left", "_level", "_rising", "_round", "gain",
        "loop", "position", "slot", "sound", "through_voice",
    )  # fmt: skip

    def __init__(
        self,
        sound: Sound,
        *,
        slot: str = "",
        gain: float = 1.0,
        loop: bool = False,
        through_voice: bool = False,
    ) -> None:
        self.sound, self.slot, self.gain = sound, slot, gain
        self.loop, self.through_voice = loop, through_voice
        self.position = 0
        self._audio = sound.audio
        if loop and sound.seconds < _SHORTEST_LOOP_S:  # rounds are counted in Python
            times = int(_SHORTEST_LOOP_S * sound.sample_rate) // len(sound.audio) + 1
            self._audio = np.tile(sound.audio, times)
        ramp = clip_ramp(sound.sample_rate)
        self._leaving: Audio = ramp[::-1].copy()
        self._rising: Audio = ramp[: len(self._audio)].copy()
        self._falling: Audio = self._rising[::-1].copy()
        self._jump = self._audio[-1] - self._audio[0] if loop else np.float32(0.0)
        self._round = 0
        self._level = gain
        self._left: int | None = None

    @property
    def path(self) -> str:
        """Where the sound came from."""
        return self.sound.path

    @property
    def played_s(self) -> float:
        """How far it was taken, in s of the file."""
        place = self.position % len(self.sound.audio) if self.loop else self.position
        return place / self.sound.sample_rate

    @property
    def done(self) -> bool:
        """Whether nothing of it will be heard any more."""
        if self._left is not None and self._left >= len(self._leaving):
            return True
        return not self.loop and self.position >= len(self._audio)

    @property
    def ended(self) -> bool:
        """Whether it was played to its end."""
        return not self.loop and self.position >= len(self._audio)

    def leave(self) -> None:
        """Fade out from the next sample on (DSP thread)."""
        if self._left is None:
            self._left = 0

    def take(self, count: int) -> Audio:
        """Return the next samples, at most ``count``; fewer at the end (DSP thread)."""
        if self._left is not None:
            count = min(count, len(self._leaving) - self._left)
        taken: Audio = np.empty(count, np.float32)
        filled = 0
        while filled < count and not self.ended:
            filled += self._fill(taken[filled:])
        taken = taken[:filled]
        if self._level != self.gain:
            taken *= self._slide(filled)
        elif self._level != 1.0:
            taken *= np.float32(self._level)
        if self._left is not None:
            taken *= self._leaving[self._left : self._left + filled]
            self._left += filled
        return taken

    def _fill(self, out: Audio) -> int:
        """Copy what is left of this round, at most as much as ``out`` takes; return how much."""
        audio, start, size = self._audio, self.position, len(self._rising)
        part = audio[start : start + len(out)]
        end = start + len(part)
        out = out[: len(part)]
        out[:] = part
        if start < size:
            head = slice(start, min(end, size))
            if self._round == 0:
                out[: head.stop - start] *= self._rising[head]
            elif self._jump:
                out[: head.stop - start] += self._jump * self._falling[head]
        tail = len(audio) - size
        if end > tail and not self.loop:
            first = max(start, tail)
            out[first - start :] *= self._falling[first - tail : end - tail]
        self.position = end
        if self.loop and end >= len(audio):
            self.position = 0
            self._round += 1
        return len(part)

    def _slide(self, count: int) -> Audio:
        """Return levels on the way to the wanted one: full scale within one fade."""
        wanted, way = self.gain, self.gain - self._level
        steps = np.arange(1, count + 1) / len(self._leaving)
        levels = self._level + np.sign(way) * np.minimum(steps, abs(way))
        self._level = wanted if count >= abs(way) * len(self._leaving) else float(levels[-1])
        return np.asarray(levels, dtype=np.float32)


class Playable(Protocol):
    """What the mixer needs of a clip; see `Clip`."""

    gain: float
    slot: str
    through_voice: bool

    @property
    def path(self) -> str: ...

    @property
    def played_s(self) -> float: ...

    @property
    def ended(self) -> bool: ...

    @property
    def done(self) -> bool: ...

    def leave(self) -> None: ...

    def take(self, count: int) -> Audio: ...


class ClipMixer:
    """Adds clips to what goes into the voice, and to what comes out.

    Parameters
    ----------
    sample_rate
        Of the device, Hz.
    """

    def __init__(self, sample_rate: int) -> None:
        self.sample_rate = sample_rate
        self._orders: deque[tuple[Playable, bool]] = deque()
        self._playing: list[Playable] = []

    # ---- control thread ----

    def start(self, clip: Playable) -> None:
        """Have ``clip`` heard from the next block on."""
        self._orders.append((clip, True))

    def stop(self, clip: Playable) -> None:
        """Have ``clip`` fade out from the next block on."""
        self._orders.append((clip, False))

    def holds(self, clip: Playable) -> bool:
        """Whether the DSP thread still needs ``clip``."""
        return any(clip is ordered for ordered, _ in tuple(self._orders)) or clip in self._playing

    # ---- DSP thread; never waits ----

    def into_voice(self, block: Audio) -> Audio:
        """Return ``block``, ``(n_samples,)``, with the clips that the voice shall say."""
        self._obey()
        if not any(clip.through_voice for clip in self._playing):
            return block
        mixed: Audio = block.copy()
        self._add(mixed, through_voice=True)
        return mixed

    def mix(self, output: Audio) -> None:
        """Add the other clips to ``output``, shape ``(n_samples,)``, in place."""
        self._obey()
        if self._playing:
            self._add(output, through_voice=False)

    def _obey(self) -> None:
        while self._orders:
            clip, start = self._orders[0]
            if start and len(self._playing) >= _MOST:
                return  # those that fade out make room within 5 ms
            if start:
                self._playing.append(clip)
            else:
                clip.leave()
            self._orders.popleft()  # now that it is held otherwise

    def _add(self, audio: Audio, *, through_voice: bool) -> None:
        ended = False
        for clip in self._playing:
            if clip.through_voice == through_voice:
                part = clip.take(len(audio))
                audio[: len(part)] += part
                ended = ended or clip.done
        if ended:
            self._playing = [clip for clip in self._playing if not clip.done]


def clip_ramp(sample_rate: int) -> Audio:
    """Return the rising half of a raised cosine, `CLIP_FADE_S` long."""
    size = round(CLIP_FADE_S * sample_rate)
    ramp = 0.5 - 0.5 * np.cos(np.pi * (np.arange(size) + 0.5) / size)
    return ramp.astype(np.float32)
