"""The monitor as a choice: whether, where, how loud, and what of."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from syrinx.app.engine.device_messages import MonitorChanged, MonitorConfig, MonitorSource
from syrinx.app.engine.device_names import feedback
from syrinx.app.engine.messages import EngineConfig, Event, StreamStopped
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.translation import told, tr
from syrinx.app.viewmodels.live import LiveModel

KEY = "monitor"
LOW_DB, HIGH_DB = -40.0, 12.0


class MonitorModel(QObject):
    """Off until somebody switches it on; what was chosen is kept.

    Parameters
    ----------
    live
        The Live area.
    settings
        Keeps the choice.
    """

    changed = Signal()

    def __init__(
        self, live: LiveModel, settings: SettingsStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._live, self._settings = live, settings
        kept = settings.recall_fields(KEY)
        self.on = kept.get("on") is True
        device = kept.get("device")
        self.device_id = device if isinstance(device, str) else None
        self.gain_db = _number(kept.get("gain_db"), 0.0)
        self.source: MonitorSource = "input" if kept.get("source") == "input" else "output"
        self.clips = kept.get("clips") is not False
        self.playing: MonitorChanged | None = None
        live.add_to_config(self._extend)
        live.client.event_received.connect(self._on_event)
        live.devices.changed.connect(self.changed)
        live.state_changed.connect(self._on_state_changed)

    @property
    def text(self) -> str:
        """What there is to say about it."""
        if not self.on:
            return ""
        if self.playing is not None and self.playing.message:
            return told(self.playing.message)
        warning = self._warning()
        if warning is not None:
            return told(warning)
        if self.playing is not None and self.playing.device is not None:
            return tr(
                "Plays on {device}, {delay_ms:.0f} ms later.",
                device=self.playing.device,
                delay_ms=self.playing.delay_ms,
            )
        return ""

    @property
    def is_trouble(self) -> bool:
        """Whether `text` is a warning."""
        message = self.playing.message if self.playing is not None else None
        return self.on and (bool(message) or self._warning() is not None)

    def set_on(self, on: bool) -> None:
        """Switch the monitor on or off."""
        if on != self.on:
            self.on = on
            self._tell()

    def choose(self, device_id: str | None) -> None:
        """Choose where it plays."""
        if device_id != self.device_id:
            self.device_id = device_id
            self._tell()

    def set_gain(self, gain_db: float) -> None:
        """Set its own gain."""
        if gain_db != self.gain_db:
            self.gain_db = gain_db
            self._tell()

    def set_source(self, source: MonitorSource) -> None:
        """Hear what others hear, or the own voice."""
        if source != self.source:
            self.source = source
            self._tell()

    def set_clips(self, clips: bool) -> None:
        """Hear the soundboard, too, or leave it to the others."""
        if clips != self.clips:
            self.clips = clips
            self._tell()

    def config(self) -> MonitorConfig | None:
        """Return what the engine is told."""
        if not self.on:
            return None
        return MonitorConfig(
            device=self.device_id, gain_db=self.gain_db, source=self.source, clips=self.clips
        )

    def _extend(self, config: EngineConfig) -> EngineConfig:
        return config if config.silent else replace(config, monitor=self.config())

    def _tell(self) -> None:
        self._settings.remember(
            KEY,
            {
                "on": self.on,
                "device": self.device_id,
                "gain_db": self.gain_db,
                "source": self.source,
                "clips": self.clips,
            },
        )
        if self.device_id is not None:
            device = self._live.devices.find(self.device_id, output=True)
            if device is not None:
                self._live.devices.names[self.device_id] = device.name
        if self._live.state != "stopped":
            self._live.client.set_monitor(self.config())
        self.changed.emit()

    def _warning(self) -> str | None:
        devices = self._live.devices
        source = devices.find(devices.input_id, output=False)
        monitor = devices.find(self.device_id, output=True)
        if source is None or monitor is None:
            return None
        return feedback(source, [monitor])

    def _on_event(self, event: Event) -> None:
        match event:
            case MonitorChanged():
                self.playing = event
                self.changed.emit()
            case StreamStopped():
                self.playing = None
                self.changed.emit()

    def _on_state_changed(self, state: str) -> None:
        if state == "stopped":
            self.playing = None
            self.changed.emit()


def _number(value: Any, default: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return default
    return float(value) if LOW_DB <= value <= HIGH_DB else default
