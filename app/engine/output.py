"""One output alone: the monitor, and trials of a loudspeaker."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from syrinx.app.engine.messages import DeviceInfo

Frames = NDArray[np.float32]
"""Shape ``(n_frames, n_channels)``."""
Render = Callable[[Frames], None]
"""Fills all of it; called by the device's own thread, never waits."""


class OutputDevice(Protocol):
    """An output with a clock of its own. `open` runs it silently, `run` connects it.

    Attributes
    ----------
    period
        Frames per callback, known after `open`.
    latency_s
        What the device declares, known after `open`.
    """

    info: DeviceInfo
    name: str
    host_api: str
    sample_rate: int
    channels: int
    period: int
    latency_s: float

    def open(self) -> None:
        """Start the device, playing silence. Raises SyrinxError with a sentence."""
        ...

    def run(self, render: Render) -> None:
        """From the next callback on, call ``render``."""
        ...

    def check(self) -> str | None:
        """Return a sentence once the device is gone, else None."""
        ...

    def close(self) -> bool:
        """Stop. Returns False when the sound library hangs over it."""
        ...


def open_output(wanted: str | None) -> OutputDevice:
    """Return the output that ``wanted`` means, not opened yet.

    Parameters
    ----------
    wanted
        As for `syrinx.app.engine.device.choose_device`.

    Raises
    ------
    SyrinxError
        There is no such device, or it cannot be opened.
    """
    from syrinx.app.engine.device import choose_device, known_devices
    from syrinx.app.engine.pulse_list import is_pulse

    index, info = choose_device(known_devices(), wanted, output=True)
    if is_pulse(info):
        from syrinx.app.engine.pulse_device import PulseOutput

        return PulseOutput(info)
    from syrinx.app.engine.portaudio_halves import PortAudioHalf

    return PortAudioHalf(index, info, output=True)
