"""The audio devices as a choice: what there is, what is chosen, what is gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from syrinx.app.engine.messages import DeviceInfo

DEFAULT_TEXT = "System default"


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
        return self._choices(
            [d for d in self._devices if d.output_channels],
            self.output_id,
            next((d.name for d in self._devices if d.is_default_output), None),
        )

    def _choices(
        self, devices: list[DeviceInfo], chosen: str | None, default: str | None
    ) -> list[DeviceChoice]:
        text = f"{DEFAULT_TEXT} ({default})" if default else DEFAULT_TEXT
        lines = [DeviceChoice(id=None, text=text)]
        if chosen is not None and self.known and all(d.id != chosen for d in devices):
            lines.append(DeviceChoice(id=chosen, text=f"{chosen} (not connected)", missing=True))
        elif chosen is not None and not self.known:
            lines.append(DeviceChoice(id=chosen, text=chosen))
        for api in dict.fromkeys(device.host_api for device in devices):
            lines.append(DeviceChoice(id=None, text=api, heading=True))
            lines += [DeviceChoice(id=d.id, text=d.name) for d in devices if d.host_api == api]
        return lines
