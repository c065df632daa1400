"""Input and output of a sound server: one thread each that reads or writes, and counts."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable

import numpy as np

from syrinx.app.engine.messages import DeviceInfo
from syrinx.app.engine.output import Frames, Render
from syrinx.app.engine.priority import raise_thread_priority
from syrinx.app.engine.pulse import PulseStream
from syrinx.app.engine.pulse_list import pulse_name
from syrinx.app.texts import mark
from syrinx.dsp.errors import SyrinxError

PERIOD_S = 0.005
BUFFER_S = 0.020
"""Held by the server for the output. Measured: 10 ms works on an idle machine; at 20 ms nothing
was late in ten minutes beside a busy one."""
_CHUNK_S = 0.005
_FRAGMENT_S = 0.005
_SILENT_S = 1.5
_CLOSE_S = 2.0
_START_S = 3.0
_PROBED = 8
_ASK_EVERY = 20
_SETTLED, _ENOUGH, _TOLD = 200, 5, 15
"""After one second the median of the figures counts, told ten times a second."""
_ORDERED = (1, 2, 4, 5, 6, 8)
"""Counts of channels of which PulseAudio knows the order."""

Capture = Callable[[Frames, int], None]
"""``capture(frames, xruns)``; called by the device's own thread, never waits."""


class _PulseHalf:
    """What input and output have in common: the thread, its count, and the end."""

    _kind = ""

    def __init__(self, info: DeviceInfo, *, rate: int | None, channels: int) -> None:
        self.info, self.name, self.host_api = info, info.name, info.host_api
        self.sample_rate = rate or info.default_sample_rate
        self.channels = channels
        self.period = max(16, round(PERIOD_S * self.sample_rate))
        self.latency_s = _FRAGMENT_S if self._kind == "in" else BUFFER_S
        self._told: deque[float] = deque(maxlen=_TOLD)
        self.callback_errors = 0
        self._calls = 0
        self._seen: tuple[int, float] = (0, time.monotonic())
        self._stop = False
        self._broken: str | None = None
        self._thread: threading.Thread | None = None

    def open(self) -> None:
        """Start the stream, silent, and learn its delay.

        Raises
        ------
        SyrinxError
            It does not open, or nothing moves.
        """
        self._stop, self._calls, self._broken = False, 0, None
        self._thread = threading.Thread(target=self._run, name=f"pulse-{self._kind}", daemon=True)
        self._thread.start()
        end = time.monotonic() + _START_S
        while self._calls < _PROBED and self._broken is None and time.monotonic() < end:
            time.sleep(0.002)
        if self._calls < _PROBED:
            self.close()
            why = (self._broken or mark("no sound moved")).rstrip(".")
            raise SyrinxError(
                f'"{self.name}" cannot be used ({why}): choose another device or restart the '
                "sound server."
            )
        self._seen = (self._calls, time.monotonic())

    def check(self) -> str | None:
        """Return a sentence once the device is gone, else None."""
        count, now = self._calls, time.monotonic()
        if count != self._seen[0]:
            self._seen = (count, now)
        if self._broken is not None or now - self._seen[1] > _SILENT_S:
            return f'The sound device "{self.name}" is gone: plug it in again or choose another.'
        return None

    def close(self) -> bool:
        """Stop the thread; False when the server holds it."""
        self._stop = True
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join(_CLOSE_S)
            return not thread.is_alive()
        return True

    def _make_stream(self) -> PulseStream:
        raise NotImplementedError

    def _move(self, stream: PulseStream, frames: Frames) -> bool:
        raise NotImplementedError

    def _run(self) -> None:
        raise_thread_priority()
        frames = np.zeros((self.period, self.channels), np.float32)
        try:
            stream = self._make_stream()
        except SyrinxError as error:
            self._broken = str(error)
            return
        try:
            while not self._stop:
                if not self._move(stream, frames):
                    self._broken = stream.reason()
                    return
                self._calls += 1
                if self._calls % _ASK_EVERY == 0:
                    self._ask(stream)
        finally:
            stream.close()

    def _ask(self, stream: PulseStream) -> None:
        """Follow the delay that the server tells; its first figures are those of a start."""
        told = stream.latency_s()
        if told is not None and self._calls > _SETTLED:
            self._told.append(told)
            if len(self._told) >= _ENOUGH:
                self.latency_s = sorted(self._told)[len(self._told) // 2]


class PulseOutput(_PulseHalf):
    """An output of the sound server.

    Parameters
    ----------
    info
        As listed.
    rate
        Hz; None = the device's own. The server converts.
    """

    _kind = "out"

    def __init__(self, info: DeviceInfo, *, rate: int | None = None) -> None:
        channels = min(2, info.output_channels)
        super().__init__(info, rate=rate, channels=channels)
        self._render: Render | None = None

    def run(self, render: Render) -> None:
        """From the next period on, play what ``render`` fills in."""
        self._render = render

    def _make_stream(self) -> PulseStream:
        return PulseStream(
            pulse_name(self.info),
            output=True,
            sample_rate=self.sample_rate,
            channels=self.channels,
            buffer=round(BUFFER_S * self.sample_rate),
            chunk=round(_CHUNK_S * self.sample_rate),
        )

    def _move(self, stream: PulseStream, frames: Frames) -> bool:
        render = self._render
        if render is None:
            frames.fill(0)
        else:
            try:
                render(frames)
            except Exception:  # must not end the device
                frames.fill(0)
                self.callback_errors += 1
        return stream.write(frames)


class PulseInput(_PulseHalf):
    """An input of the sound server.

    Parameters
    ----------
    info
        As listed.
    rate
        Hz; None = the device's own. The server converts.
    every_channel
        Open all channels of the device, not two at most.

    Raises
    ------
    SyrinxError
        The server has no order of its own for so many channels.
    """

    _kind = "in"

    def __init__(
        self, info: DeviceInfo, *, rate: int | None = None, every_channel: bool = False
    ) -> None:
        channels = info.input_channels if every_channel else min(2, info.input_channels)
        if channels not in _ORDERED:
            raise SyrinxError(
                f'Single channels of "{info.name}" cannot be had from the sound server: choose '
                "the mix, or the device of the same name under ALSA or JACK."
            )
        super().__init__(info, rate=rate, channels=channels)
        self._capture: Capture | None = None

    def run(self, capture: Capture) -> None:
        """From the next period on, hand what comes in to ``capture``."""
        self._capture = capture

    def _make_stream(self) -> PulseStream:
        return PulseStream(
            pulse_name(self.info),
            output=False,
            sample_rate=self.sample_rate,
            channels=self.channels,
            buffer=round(_FRAGMENT_S * self.sample_rate),
            chunk=0,
        )

    def _move(self, stream: PulseStream, frames: Frames) -> bool:
        if not stream.read(frames):
            return False
        capture = self._capture
        if capture is not None:
            try:
                capture(frames, 0)
            except Exception:  # must not end the device
                self.callback_errors += 1
        return True
