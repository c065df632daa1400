"""What is said about the second output (the monitor) and about trials of the loudspeaker."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from syrinx.dsp.errors import SyrinxError

MonitorSource = Literal["output", "input"]
MAX_CHANNEL = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class MonitorConfig:
    """A second output, on which the speaker hears what goes out (or their own voice).

    Attributes
    ----------
    device
        As for `syrinx.app.engine.device.choose_device`; None = the system's default.
    gain_db
        Of the monitor alone.
    source
        "output": what others hear. "input": the own voice, as it comes in.
    clips
        Hear the soundboard there, too, whatever the source; others always do.
    """

    device: str | None = None
    gain_db: float = 0.0
    source: MonitorSource = "output"
    clips: bool = True

    def __post_init__(self) -> None:
        """Raise SyrinxError when a value is out of range."""
        if not math.isfinite(self.gain_db) or not -60.0 <= self.gain_db <= 24.0:
            raise SyrinxError(
                f"The gain of the monitor must lie between -60 and 24 dB, not {self.gain_db}."
            )
        if self.source not in ("output", "input"):
            raise SyrinxError(f'The monitor hears "output" or "input", not {self.source!r}.')


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMonitor:
    """Open the monitor, change it, or close it (None). Answered by `MonitorChanged`."""

    monitor: MonitorConfig | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TestSpeakers:
    """Play a soft sweep, first left, then right, on a device; with or without a stream.

    Answered by `SpeakersTested`. A trial that runs is replaced.

    Attributes
    ----------
    device
        As for `syrinx.app.engine.device.choose_device`; None = the system's default.
    """

    __test__ = False  # pytest would take it for a test
    device: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonitorChanged:
    """The monitor plays, does not play any more, or cannot.

    Attributes
    ----------
    device
        Name of the device it plays on; None = it does not play.
    delay_ms
        What it adds to the delay of the chain: its own buffer and its device's, declared.
    message
        One sentence where something is wrong. A device that is gone is opened again as soon as it
        is back.
    """

    device: str | None
    delay_ms: float = 0.0
    message: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakersTested:
    """The sweep is over.

    Attributes
    ----------
    device
        Name of the device it was played on; "" where none could be opened.
    channels
        1 = the device has no left and right.
    error
        One sentence when it could not be played.
    """

    device: str
    channels: int = 2
    error: str | None = None


DeviceCommand = SetMonitor | TestSpeakers
DeviceEvent = MonitorChanged | SpeakersTested


def check_channel(channel: int | None) -> None:
    """Raise SyrinxError when no interface has such an input channel (they count from 1)."""
    if channel is None:
        return
    if isinstance(channel, bool) or not isinstance(channel, int) or not 1 <= channel <= MAX_CHANNEL:
        raise SyrinxError(
            f"The input channel must be a number from 1 to {MAX_CHANNEL}, not {channel!r}."
        )
