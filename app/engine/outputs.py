"""The outputs beside the stream: the monitor, and trials of a loudspeaker."""

from __future__ import annotations

from collections.abc import Callable

from syrinx.app.engine.device_messages import (
    DeviceCommand,
    MonitorConfig,
    SetMonitor,
    TestSpeakers,
)
from syrinx.app.engine.messages import Event
from syrinx.app.engine.monitor_desk import MonitorDesk
from syrinx.app.engine.opener import Opener
from syrinx.app.engine.speaker_test import SpeakerTest
from syrinx.app.engine.worker import AudioPath

_SETTLE_S = 3.0


class Outputs:
    """What the engine's control thread asks about them.

    Parameters
    ----------
    send
        Takes the events.
    opener
        Opens and closes; None = one of its own.
    """

    def __init__(self, send: Callable[[Event], None], opener: Opener | None = None) -> None:
        self._opener = opener or Opener()
        self._monitor = MonitorDesk(send, self._opener)
        self._test = SpeakerTest(send, self._opener)

    def handle(self, command: DeviceCommand) -> None:
        """Do what a command asks."""
        match command:
            case SetMonitor():
                self._monitor.set(command.monitor)
            case TestSpeakers():
                self._test.start(command.device)

    def begin(self, path: AudioPath, *, main_output: str, monitor: MonitorConfig | None) -> None:
        """A stream runs, on the output of the id ``main_output``."""
        self._monitor.begin(path, main_output=main_output, wanted=monitor)

    def follow(self, path: AudioPath) -> None:
        """The stream goes on with another path."""
        self._monitor.follow(path)

    def end(self) -> None:
        """The stream ends, and the monitor with it."""
        self._monitor.end()

    def hush(self) -> None:
        """Close everything: PortAudio is about to search, which ends all streams."""
        self._test.stop()
        self._monitor.end()
        self._opener.settle(_SETTLE_S)

    def look_after(self) -> None:
        """Deliver what was opened, notice what is lost or over; call it often."""
        self._opener.look_after()
        self._monitor.look_after()
        self._test.look_after()

    def close(self) -> None:
        """End all of it."""
        self.hush()
        self._opener.shut_down()
