"""The monitor on the control thread's side: opened, changed, lost, opened again."""

from __future__ import annotations

import time
from collections.abc import Callable

from syrinx.app.engine.device_messages import MonitorChanged, MonitorConfig
from syrinx.app.engine.messages import Event
from syrinx.app.engine.monitor import MonitorFeed
from syrinx.app.engine.opener import Opener
from syrinx.app.engine.output import OutputDevice
from syrinx.app.engine.worker import AudioPath
from syrinx.dsp.errors import SyrinxError

RETRY_S = 2.0


class MonitorDesk:
    """Keeps the monitor that is wanted beside the stream that runs.

    Parameters
    ----------
    send
        Takes the events.
    opener
        Opens and closes.
    """

    def __init__(self, send: Callable[[Event], None], opener: Opener) -> None:
        self._send, self._opener = send, opener
        self._wanted: MonitorConfig | None = None
        self._path: AudioPath | None = None
        self._main = ""
        self._chain_ms: Callable[[], float] = lambda: 0.0
        self._device: OutputDevice | None = None
        self._feed: MonitorFeed | None = None
        self._turn = 0
        self._retry_at: float | None = None
        self._said: MonitorChanged | None = None
        self._lost = False

    def begin(self, path: AudioPath, *, main_output: str, wanted: MonitorConfig | None) -> None:
        """A stream runs: give it its monitor. ``main_output`` is the id of its own output."""
        self._path, self._main, self._said = path, main_output, None
        self._wanted, self._lost = wanted, False
        if wanted is not None:
            self._open()

    def follow(self, path: AudioPath) -> None:
        """The stream goes on with another path."""
        if self._path is not None:
            self._path = path
            path.monitor = self._feed

    def set(self, wanted: MonitorConfig | None) -> None:
        """Open, change or close the monitor; gain and source change without a gap."""
        before, self._wanted, self._lost = self._wanted, wanted, False
        if self._path is None:
            return
        if wanted is None:
            self._drop()
            self._say(MonitorChanged(device=None))
        elif before is not None and before.device == wanted.device and self._feed is not None:
            self._feed.gain_db = wanted.gain_db
            self._feed.source = wanted.source
            self._feed.clips = wanted.clips
        else:
            self._open()

    def end(self) -> None:
        """The stream ends: close the monitor with it, and wait for that."""
        if self._path is None:
            return
        self._drop()
        self._path = None
        self._opener.settle(3.0)

    def look_after(self) -> None:
        """Notice a monitor that is gone, and try it again; call it often."""
        device, feed = self._device, self._feed
        if device is not None and feed is not None:
            lost = feed.error or device.check()
            if lost is not None:
                self._drop()
                self._trouble(lost)
                self._lost = True
        elif self._retry_at is not None and time.monotonic() >= self._retry_at:
            self._open()

    # ---- inside ----

    def _open(self) -> None:
        self._drop()
        wanted = self._wanted
        if wanted is None:
            return
        turn = self._turn
        self._opener.open(wanted.device, lambda result: self._opened(turn, result))

    def _opened(self, turn: int, result: OutputDevice | SyrinxError) -> None:
        path, wanted = self._path, self._wanted
        if turn != self._turn or path is None or wanted is None:
            if not isinstance(result, SyrinxError):
                self._opener.close(result)
            return
        if isinstance(result, SyrinxError):
            self._trouble(str(result))
            return
        if result.info.id == self._main:
            self._opener.close(result)
            self._trouble(
                f'The monitor "{result.name}" is the output itself, where you hear your voice '
                "already: choose another device for one of them.",
                final=True,
            )
            return
        feed = MonitorFeed(
            sample_rate=path.sample_rate,
            period=path.period,
            out_rate=result.sample_rate,
            out_period=result.period,
            gain_db=wanted.gain_db,
            source=wanted.source,
            clips=wanted.clips,
        )
        self._device, self._feed, self._lost = result, feed, False
        path.monitor = feed
        result.run(feed.render)
        delay_ms = 1000.0 * (feed.delay_s + result.latency_s)
        self._say(MonitorChanged(device=result.name, delay_ms=delay_ms))

    def _trouble(self, message: str, *, final: bool = False) -> None:
        self._retry_at = None if final else time.monotonic() + RETRY_S
        if not self._lost:  # that it is gone was said
            self._say(MonitorChanged(device=None, message=message))

    def _drop(self) -> None:
        """Take the monitor off the stream and close it aside."""
        self._turn += 1
        self._retry_at = None
        device, self._device, self._feed = self._device, None, None
        if self._path is not None:
            self._path.monitor = None
        if device is not None:
            self._opener.close(device)

    def _say(self, event: MonitorChanged) -> None:
        """Tell what is new: a device that stays away is not reported with every trial."""
        if event != self._said:
            self._said = event
            self._send(event)
