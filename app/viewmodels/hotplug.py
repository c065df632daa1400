"""Devices that come and go: the lists follow, and a stream that lost its device comes back."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from syrinx.app.engine.messages import (
    CommandFailed,
    DeviceInfo,
    DeviceLost,
    DevicesListed,
    EngineConfig,
    Event,
    StreamStarted,
)
from syrinx.app.engine.reconnect import Reconnect
from syrinx.app.services.device_watcher import DeviceWatcher
from syrinx.app.translation import tr
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.message import Message

LOOK_MS = 250


class HotplugModel(QObject):
    """Waits for the device that was lost; offers another, and takes none by itself.

    Parameters
    ----------
    live
        The Live area.
    watcher
        Says which devices there are.
    """

    changed = Signal()

    def __init__(
        self, live: LiveModel, watcher: DeviceWatcher, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._live = live
        self._reconnect = Reconnect()
        self._config = EngineConfig()
        self._resuming = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._on_due)
        live.add_to_config(self._note)
        live.client.event_received.connect(self._on_event)
        live.devices.chosen.connect(self.stop_waiting)
        watcher.devices_changed.connect(self._on_devices)

    @property
    def waiting(self) -> bool:
        """Whether a lost device is awaited."""
        return self._reconnect.waiting

    @property
    def text(self) -> str:
        """What is awaited; empty when nothing is."""
        if not self.waiting:
            return ""
        missing = tuple(dict.fromkeys(self._reconnect.missing))  # a headset is both
        if not missing:
            return tr("The device is back: starting again\N{HORIZONTAL ELLIPSIS}")
        if len(missing) == 1:
            return tr(
                "“{device}” is gone. Plug it in again: your voice comes back by itself.",
                device=missing[0],
            )
        return tr(
            "“{one}” and “{other}” are gone. Plug them in again: your voice comes back by itself.",
            one=missing[0],
            other=missing[1],
        )

    @property
    def fallback(self) -> tuple[DeviceInfo, bool] | None:
        """A device to offer instead, and whether it is an output."""
        for output in (True, False):
            found = self._reconnect.fallback(output=output)
            if found is not None:
                return found, output
        return None

    def take_fallback(self) -> None:
        """Go on with the device that is offered."""
        offered = self.fallback
        if offered is None:
            return
        device, output = offered
        self.stop_waiting()
        if output:
            self._live.devices.choose_output(device.id)
        else:
            self._live.devices.choose_input(device.id)
        self._live.devices.changed.emit()
        self._live.start()

    def stop_waiting(self) -> None:
        """Stay stopped."""
        self._reconnect.cancel()
        self._timer.stop()
        self.changed.emit()

    # ---- inside ----

    def _note(self, config: EngineConfig) -> EngineConfig:
        if config.silent:
            return config
        self._config = config  # as it was chosen, also where it was the default
        return self._reconnect.aim(config) if self._resuming else config

    def _on_event(self, event: Event) -> None:
        if self._live.lent and not isinstance(event, DevicesListed):
            return
        match event:
            case StreamStarted():
                if self.waiting:
                    text = _back_text(event.input_device, event.output_device)
                    self._live.message_posted.emit(Message(level="info", text=text))
                self._reconnect.started(self._config, event)
                self._timer.stop()
                self.changed.emit()
            case DeviceLost():
                self._reconnect.lost()
                self._reconnect.seen(())  # known again when the devices are listed next
                self._timer.start()
                self.changed.emit()
            case DevicesListed():
                self._see(event.devices)
            case CommandFailed() if event.command == "StartStream" and not self.waiting:
                self._timer.stop()

    def _on_devices(self, devices: tuple[DeviceInfo, ...]) -> None:
        live = self._live
        if live.stream is not None:
            # A device that the stream has to itself may not be listed to others.
            listed = {device.id for device in devices}
            ours = (live.stream.input_device, live.stream.output_device)
            devices += tuple(d for d in live.devices.all if d.name in ours and d.id not in listed)
        live.devices.set_devices(devices)
        self._see(devices)

    def _see(self, devices: tuple[DeviceInfo, ...]) -> None:
        self._reconnect.seen(devices)
        if self.waiting:
            self.changed.emit()

    def _on_due(self) -> None:
        if not self.waiting:
            self._timer.stop()
        elif self._live.state == "stopped" and self._reconnect.take_due():
            self._resuming = True
            self._live.start()
            self._resuming = False


def _back_text(one: str, other: str) -> str:
    if one == other:
        return tr("“{device}”: your voice is back.", device=one)
    return tr("“{one}” and “{other}”: your voice is back.", one=one, other=other)
