"""How the devices are opened: which channel of the input, alone or shared; what they are called."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from syrinx.app.engine.device_names import exclusive_mode
from syrinx.app.engine.messages import EngineConfig
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.viewmodels.live import LiveModel

KEY = "devices"
_NAMES_KEPT = 24


class DeviceSetup(QObject):
    """Channel, exclusive mode, host API; kept, the channel for each input by itself.

    Parameters
    ----------
    live
        The Live area.
    settings
        Keeps the choices.
    """

    changed = Signal()

    def __init__(
        self, live: LiveModel, settings: SettingsStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._live, self._settings = live, settings
        kept = settings.recall_fields(KEY)
        self.exclusive = kept.get("exclusive") is True
        channels = kept.get("channels")
        self._channels: dict[str, int] = {
            name: channel
            for name, channel in (channels if isinstance(channels, dict) else {}).items()
            if isinstance(channel, int) and not isinstance(channel, bool) and 1 <= channel <= 64
        }
        names = kept.get("names")
        if isinstance(names, dict):
            pairs = {key: name for key, name in names.items() if isinstance(name, str)}
            live.devices.remember_names(pairs)
        api = kept.get("host_api")
        live.devices.host_api = api if isinstance(api, str) else None
        live.add_to_config(self._extend)
        live.devices.changed.connect(self.changed)
        live.devices.chosen.connect(self._on_chosen)

    @property
    def channel_count(self) -> int:
        """Channels of the chosen input; 0 = not known."""
        devices = self._live.devices
        found = devices.find(devices.input_id, output=False)
        return 0 if found is None else found.input_channels

    @property
    def channel(self) -> int | None:
        """The channel to listen to, from 1; None = the mean of the first two."""
        channel = self._channels.get(self._live.devices.input_id or "")
        count = self.channel_count
        return None if channel is None or (count and channel > count) else channel

    @property
    def can_be_exclusive(self) -> bool:
        """Whether there is a choice between alone and shared."""
        devices = self._live.devices
        ends = (
            devices.find(devices.input_id, output=False),
            devices.find(devices.output_id, output=True),
        )
        return any(end is not None and exclusive_mode(end.host_api) == "choice" for end in ends)

    def set_channel(self, channel: int | None) -> None:
        """Choose a channel of this input."""
        if channel == self.channel:
            return
        key = self._live.devices.input_id or ""
        self._channels.pop(key, None)
        if channel is not None:
            self._channels[key] = channel
        self._keep()
        self._live.restart_soon()
        self.changed.emit()

    def set_exclusive(self, exclusive: bool) -> None:
        """Have the devices alone."""
        if exclusive != self.exclusive:
            self.exclusive = exclusive
            self._keep()
            self._live.restart_soon()
            self.changed.emit()

    def choose_host_api(self, host_api: str | None) -> None:
        """List the devices of one host API alone."""
        self._live.devices.choose_host_api(host_api)
        self._keep()

    def _extend(self, config: EngineConfig) -> EngineConfig:
        exclusive = self.exclusive and self.can_be_exclusive
        return replace(config, input_channel=self.channel, exclusive=exclusive)

    def _on_chosen(self) -> None:
        devices = self._live.devices
        for device in devices.all:
            if device.id in (devices.input_id, devices.output_id):
                devices.names[device.id] = device.name
        self._keep()
        self.changed.emit()

    def _keep(self) -> None:
        devices = self._live.devices
        self._settings.remember(
            KEY,
            {
                "channels": self._channels,
                "exclusive": self.exclusive,
                "host_api": devices.host_api,
                "names": dict(list(devices.names.items())[-_NAMES_KEPT:]),
            },
        )
