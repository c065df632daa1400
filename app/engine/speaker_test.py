"""A soft sweep, first left, then right, on any output: is this the device, is it on?"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from syrinx.app.engine.device_messages import SpeakersTested
from syrinx.app.engine.messages import Event
from syrinx.app.engine.opener import Opener
from syrinx.app.engine.output import Frames, OutputDevice
from syrinx.dsp.errors import SyrinxError

SWEEP_S = 1.0
PAUSE_S = 0.25
LEVEL = 0.12
"""-18 dBFS: to be heard on headphones that are up, and not to frighten."""
_LOW_HZ, _HIGH_HZ = 220.0, 880.0
_FADE_S = 0.08


def sweep(sample_rate: int) -> NDArray[np.float32]:
    """Return the sound of one side: up two octaves, evenly in pitch, faded at both ends."""
    count = round(SWEEP_S * sample_rate)
    time = np.arange(count) / sample_rate
    octaves = np.log2(_HIGH_HZ / _LOW_HZ) / SWEEP_S
    phase = 2 * np.pi * _LOW_HZ * (np.exp2(octaves * time) - 1) / (octaves * np.log(2))
    fade = np.clip(np.minimum(time, time[::-1]) / _FADE_S, 0.0, 1.0)
    sound: NDArray[np.float32] = (LEVEL * np.sin(phase) * np.sin(0.5 * np.pi * fade) ** 2).astype(
        np.float32
    )
    return sound


def speaker_sound(sample_rate: int, channels: int) -> Frames:
    """Return left, pause, right, pause, shape ``(n_frames, channels)``; mono gets it twice."""
    side = sweep(sample_rate)
    pause = round(PAUSE_S * sample_rate)
    turn = side.shape[0] + pause
    sound = np.zeros((2 * turn, channels), np.float32)
    sound[: side.shape[0], 0] = side
    sound[turn : turn + side.shape[0], min(1, channels - 1)] = side
    return sound


class SpeakerTest:
    """Plays the sweep on one output after another.

    Parameters
    ----------
    send
        Takes `SpeakersTested`.
    opener
        Opens and closes.
    """

    def __init__(self, send: Callable[[Event], None], opener: Opener) -> None:
        self._send, self._opener = send, opener
        self._turn = 0
        self._device: OutputDevice | None = None
        self._sound: Frames = np.zeros((0, 1), np.float32)
        self._position = 0

    def start(self, wanted: str | None) -> None:
        """Play on ``wanted``, instead of what is being tried."""
        self.stop()
        turn = self._turn
        self._opener.open(wanted, lambda result: self._opened(turn, result))

    def stop(self) -> None:
        """End what is being tried."""
        self._turn += 1
        device, self._device = self._device, None
        if device is not None:
            self._opener.close(device)

    def look_after(self) -> None:
        """Notice the end; call it often."""
        device = self._device
        if device is None:
            return
        lost = device.check()
        # The device still holds the last period and its own delay; the pause at the end is longer.
        if lost is not None or self._position >= self._sound.shape[0]:
            self.stop()
            channels = self._sound.shape[1]
            self._send(SpeakersTested(device=device.name, channels=channels, error=lost))

    def _opened(self, turn: int, result: OutputDevice | SyrinxError) -> None:
        if isinstance(result, SyrinxError):
            if turn == self._turn:
                self._send(SpeakersTested(device="", error=str(result)))
            return
        if turn != self._turn:
            self._opener.close(result)
            return
        self._sound = speaker_sound(result.sample_rate, min(2, result.channels))
        self._position = 0
        self._device = result
        result.run(self._render)

    def _render(self, out: Frames) -> None:
        part = self._sound[self._position : self._position + out.shape[0]]
        out.fill(0)
        out[: part.shape[0], : part.shape[1]] = part
        self._position += out.shape[0]
