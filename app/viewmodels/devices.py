"""The audio devices as a choice: what there is, what is chosen, what is gone.

A device is remembered by its id, which is the host API's and its own name. One that comes back
under another number of the system (``hw:2,0`` instead of ``hw:1,0``) is the same one again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from syrinx.app.engine.device_names import find_again
from syrinx.app.engine.messages import DeviceInfo
from syrinx.app.translation import mark, tr

DEFAULT_TEXT = mark("System default")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceChoice:
    """One line of a device list.

    Attributes
    ----------
    id
        What the engine is told; None = the system's default, or a heading.
    text
        What the user reads.
    heading
        A host API, not a device.
    missing
        Chosen earlier and not connected now.
    """

    id: str | None
    text: str
    heading: bool = False
    missing: bool = False


class DevicesModel(QObject):
    """Inputs and outputs, grouped by host API, and the chosen ones."""

    changed = Signal()
    chosen = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices: tuple[DeviceInfo, ...] = ()
        self.known = False
        self.searching = False
        self.input_id: str | None = None
        self.output_id: str | None = None
        self.host_api: str | None = None
        self.names: dict[str, str] = {}

    @property
    def all(self) -> tuple[DeviceInfo, ...]:
        """All devices there are."""
        return self._devices

    @property
    def host_apis(self) -> list[str]:
        """The host APIs there are, in order."""
        return list(dict.fromkeys(device.host_api for device in self._devices))

    def choose_host_api(self, host_api: str | None) -> None:
        """Show the devices of one host API alone; None = of all."""
        if host_api != self.host_api:
            self.host_api = host_api
            self.changed.emit()

    def find(self, device_id: str | None, *, output: bool) -> DeviceInfo | None:
        """Return what an id (None = the default) means now, None when it is not there."""
        if device_id is not None:
            return find_again(self._devices, device_id, output=output)
        flag = "is_default_output" if output else "is_default_input"
        return next((device for device in self._devices if getattr(device, flag)), None)

    def name_of(self, device_id: str) -> str:
        """Return what the user calls a device, which may be gone."""
        return tr(self.names.get(device_id, device_id))  # Syrinx names its own microphone

    @property
    def listed(self) -> tuple[DeviceInfo, ...]:
        """The devices as the engine listed them."""
        return self._devices

    @property
    def has_input(self) -> bool:
        """Whether anything can be heard."""
        return any(device.input_channels for device in self._devices)

    @property
    def has_output(self) -> bool:
        """Whether anything can be played."""
        return any(device.output_channels for device in self._devices)

    def set_devices(self, devices: Sequence[DeviceInfo]) -> None:
        """Take a new list."""
        self._devices = tuple(devices)
        self.known = True
        self.searching = False
        self.input_id = self._renumbered(self.input_id, output=False)
        self.output_id = self._renumbered(self.output_id, output=True)
        for device in devices:
            if device.id in (self.input_id, self.output_id):
                self.names[device.id] = device.name
        self.changed.emit()

    def set_searching(self) -> None:
        """A search began."""
        self.searching = True
        self.changed.emit()

    def set_unknown(self) -> None:
        """Nobody can say which devices there are: the engine does not run."""
        self._devices = ()
        self.known = self.searching = False
        self.changed.emit()

    def remember_names(self, names: Mapping[str, str]) -> None:
        """Take the names of devices that were chosen once (start-up)."""
        self.names.update(names)

    def restore(self, input_id: str | None, output_id: str | None) -> None:
        """Set the choice without telling anyone (start-up)."""
        self.input_id, self.output_id = input_id, output_id
        self.changed.emit()

    def choose_input(self, device_id: str | None) -> None:
        """Choose what is heard."""
        if device_id != self.input_id:
            self.input_id = device_id
            self.chosen.emit()

    def choose_output(self, device_id: str | None) -> None:
        """Choose where it is played."""
        if device_id != self.output_id:
            self.output_id = device_id
            self.chosen.emit()

    def inputs(self) -> list[DeviceChoice]:
        """Return the lines of the input list."""
        return self._choices(
            [d for d in self._devices if d.input_channels],
            self.input_id,
            next((d.name for d in self._devices if d.is_default_input), None),
        )

    def outputs(self) -> list[DeviceChoice]:
        """Return the lines of the output list."""
        return self.outputs_for(self.output_id)

    def outputs_for(self, chosen: str | None) -> list[DeviceChoice]:
        """Return the lines of a list of outputs of which ``chosen`` is chosen."""
        return self._choices(
            [d for d in self._devices if d.output_channels],
            chosen,
            next((d.name for d in self._devices if d.is_default_output), None),
        )

    def _renumbered(self, device_id: str | None, *, output: bool) -> str | None:
        found = None if device_id is None else self.find(device_id, output=output)
        return device_id if found is None else found.id

    def _choices(
        self, devices: list[DeviceInfo], chosen: str | None, default: str | None
    ) -> list[DeviceChoice]:
        text = tr("System default ({device})", device=default) if default else tr(DEFAULT_TEXT)
        lines = [DeviceChoice(id=None, text=text)]
        if chosen is not None and self.known and all(d.id != chosen for d in devices):
            text = tr("{device} (not connected)", device=self.name_of(chosen))
            lines.append(DeviceChoice(id=chosen, text=text, missing=True))
        elif chosen is not None and not self.known:
            lines.append(DeviceChoice(id=chosen, text=self.name_of(chosen)))
        if self.host_api in self.host_apis:
            devices = [d for d in devices if self.host_api == d.host_api or d.id == chosen]
        for api in dict.fromkeys(device.host_api for device in devices):
            lines.append(DeviceChoice(id=None, text=api, heading=True))
            lines += [DeviceChoice(id=d.id, text=d.name) for d in devices if d.host_api == api]
        return lines
