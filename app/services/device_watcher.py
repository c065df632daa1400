"""The watch over sound devices as Qt sees it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from syrinx.app.engine.messages import DeviceInfo

POLL_MS = 400


class Watch(Protocol):
    """What is needed of ``syrinx.app.engine.device_watch.DeviceWatch``."""

    def refresh(self) -> None: ...

    def poll(self) -> tuple[DeviceInfo, ...] | None: ...

    def close(self) -> None: ...


class DeviceWatcher(QObject):
    """Emits the devices whenever others are there than before.

    Parameters
    ----------
    make_watch
        Makes the watch; called by :meth:`open`.
    """

    devices_changed = Signal(object)

    def __init__(self, make_watch: Callable[[], Watch], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_watch = make_watch
        self._watch: Watch | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._on_due)

    def open(self) -> None:
        """Begin to watch."""
        if self._watch is None:
            self._watch = self._make_watch()
            self._timer.start()

    def refresh(self) -> None:
        """Search now."""
        if self._watch is not None:
            self._watch.refresh()

    def close(self) -> None:
        """End the watch."""
        self._timer.stop()
        watch, self._watch = self._watch, None
        if watch is not None:
            watch.close()

    def _on_due(self) -> None:
        found = self._watch.poll() if self._watch is not None else None
        if found is not None:
            self.devices_changed.emit(found)


def make_device_watch() -> Watch:
    """Return the real watch."""
    from syrinx.app.engine.device_watch import DeviceWatch

    return DeviceWatch()
