"""When the device of a running stream is gone: wait for the same one, and start again.

Nothing else is taken instead. Who is on air would be heard through another microphone, or over the
loudspeakers, without having chosen it; another device is for the user to choose.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from syrinx.app.engine.device_names import find_again
from syrinx.app.engine.messages import DeviceInfo, EngineConfig, StreamStarted

FIRST_RETRY_S = 1.0
LAST_RETRY_S = 15.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    id: str | None
    name: str
    output: bool

    def among(self, devices: Iterable[DeviceInfo]) -> DeviceInfo | None:
        known = list(devices)
        if self.id is not None:
            found = find_again(known, self.id, output=self.output)
            if found is not None:
                return found
        able = [d for d in known if (d.output_channels if self.output else d.input_channels)]
        return next((device for device in able if device.name == self.name), None)


class Reconnect:
    """Remembers what a stream ran on, and says when to start it again.

    Parameters
    ----------
    clock
        Seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wanted: tuple[_Wanted, ...] = ()
        self._running: tuple[_Wanted, ...] = ()
        self._devices: tuple[DeviceInfo, ...] = ()
        self._due: float | None = None
        self._pause_s = FIRST_RETRY_S

    @property
    def waiting(self) -> bool:
        """Whether a lost device is awaited."""
        return bool(self._wanted)

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of the awaited devices that are not there."""
        return tuple(wanted.name for wanted in self._wanted if not wanted.among(self._devices))

    def started(self, config: EngineConfig, stream: StreamStarted) -> None:
        """A stream runs: nothing is awaited, and this is what would be."""
        self._running = (
            _Wanted(id=config.input_device, name=stream.input_device, output=False),
            _Wanted(id=config.output_device, name=stream.output_device, output=True),
        )
        self.cancel()

    def lost(self) -> None:
        """Its device is gone."""
        self._wanted = self._running
        self._pause_s = FIRST_RETRY_S
        self._due = None

    def cancel(self) -> None:
        """Somebody stopped the stream, or started another: wait no more."""
        self._wanted, self._due = (), None

    def seen(self, devices: Iterable[DeviceInfo]) -> None:
        """These devices are there now."""
        self._devices = tuple(devices)
        if self._wanted and not self.missing:
            if self._due is None:
                self._due = self._clock()
        else:
            self._due = None
            self._pause_s = FIRST_RETRY_S

    def take_due(self) -> bool:
        """Whether to start now. A start that fails is due again later and later."""
        now = self._clock()
        if self._due is None or now < self._due:
            return False
        self._due = now + self._pause_s
        self._pause_s = min(LAST_RETRY_S, 2.0 * self._pause_s)
        return True

    def aim(self, config: EngineConfig) -> EngineConfig:
        """Return ``config`` with the awaited devices by name, also where the default was chosen.

        The system's default is another device by now; the same one as before is wanted.
        """
        found = [wanted.among(self._devices) for wanted in self._wanted]
        if len(found) != 2 or None in found:
            return config
        ids = [device.id for device in found if device is not None]
        return replace(config, input_device=ids[0], output_device=ids[1])

    def fallback(self, *, output: bool) -> DeviceInfo | None:
        """Return what could be offered instead of a missing input or output: the default."""
        for wanted in self._wanted:
            if wanted.output == output and wanted.among(self._devices) is None:
                able = [
                    d for d in self._devices if (d.output_channels if output else d.input_channels)
                ]
                able = [device for device in able if device.monitor_of is None]
                able.sort(key=lambda d: not (d.is_default_output if output else d.is_default_input))
                return able[0] if able else None
        return None
