"""The virtual microphone as a choice: made by one click on Linux, found and explained elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from syrinx.app.services.aside import Aside
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.translation import mark
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.virtual_cable import CableKind, FoundCable, advised_cable, find_cable
from syrinx.app.virtual_mic import OUTPUT_ID, State, VirtualMicrophone, why_not
from syrinx.dsp.errors import SyrinxError

KEY = "virtual_microphone"


class Maker(Protocol):
    """What is needed of ``syrinx.app.virtual_mic.VirtualMicrophone``."""

    def state(self) -> State: ...

    def make(self) -> None: ...

    def remove(self) -> None: ...

    def clear_left_over(self) -> bool: ...


class VirtualMicModel(QObject):
    """Makes the virtual microphone and plays to it; gives the former output back with it.

    Parameters
    ----------
    live
        The Live area, whose output it becomes.
    settings
        Keeps whether it is wanted, and the output before.
    maker
        Makes it.
    platform
        As ``sys.platform``.
    refusal
        Says why there can be none here.
    """

    changed = Signal()

    def __init__(
        self,
        live: LiveModel,
        settings: SettingsStore,
        maker: Maker | None = None,
        parent: QObject | None = None,
        *,
        platform: str = sys.platform,
        refusal: Callable[[], str | None] = why_not,
    ) -> None:
        super().__init__(parent)
        self._live, self._settings = live, settings
        self._maker: Maker = maker or VirtualMicrophone()
        self._platform, self._refusal = platform, refusal
        kept = settings.recall_fields(KEY)
        self.wanted = kept.get("on") is True
        before = kept.get("before")
        self._before = before if isinstance(before, str) else None
        self.there = False
        self.busy = False
        self.error = ""
        self._choosing = self._listed = self._lost = False
        self._aside = Aside(self)
        self._aside.done.connect(self._on_done)
        live.devices.changed.connect(self._on_devices)

    # ---- on Linux ----

    @property
    def can_make(self) -> bool:
        """Whether this system makes virtual microphones itself."""
        return self._platform.startswith("linux")

    @property
    def refusal(self) -> str | None:
        """Why it cannot be made here and now, None when it can."""
        return self._refusal()

    @property
    def is_output(self) -> bool:
        """Whether Syrinx plays to it."""
        return self._live.devices.output_id == OUTPUT_ID

    def open(self) -> None:
        """Clear away what a crash left, and make it again where it is wanted."""
        if self.can_make and self._refusal() is None:
            self._do(self._maker.make if self.wanted else self._maker.clear_left_over)

    def make(self) -> None:
        """Make it, and play to it."""
        if not self.is_output:
            self._before = self._live.devices.output_id
        self.wanted = True
        self._keep()
        self._choosing = True
        self._live.devices.names[OUTPUT_ID] = mark("Syrinx (virtual microphone)")
        self._do(self._maker.make)

    def remove(self) -> None:
        """Play to the former output again, and remove it."""
        self.wanted = False
        self._keep()
        if self.is_output:
            self._live.devices.choose_output(self._before)
            self._live.devices.changed.emit()
        self._do(self._maker.remove)

    def close(self) -> None:
        """Remove it: the program ends."""
        self._aside.wait()
        if self.can_make and self.there:
            self._maker.remove()
            self.there = False

    # ---- elsewhere ----

    @property
    def advised(self) -> CableKind:
        """The cable to install here."""
        return advised_cable(self._platform)

    @property
    def cable(self) -> FoundCable | None:
        """The cable that is installed, if one is."""
        return find_cable(self._live.devices.all)

    @property
    def uses_cable(self) -> bool:
        """Whether Syrinx plays to it."""
        cable = self.cable
        return cable is not None and self._live.devices.output_id == cable.output.id

    def use_cable(self) -> None:
        """Play to the cable that was found."""
        cable = self.cable
        if cable is not None:
            self._live.devices.choose_output(cable.output.id)
            self._live.devices.changed.emit()

    # ---- inside ----

    def _do(self, work: Callable[[], object]) -> None:
        self.busy = True
        self.error = ""
        self.changed.emit()
        maker = self._maker

        def whole() -> State:
            work()
            return maker.state()

        self._aside.run(whole)

    def _on_done(self, result: object) -> None:
        self.busy = False
        if isinstance(result, SyrinxError):
            self.error = str(result)
            if self._choosing:
                self.wanted = self.there
                self._keep()
        else:
            self.there = result != "absent"
            self._lost = self.wanted and not self.there
            if self._choosing and self.there:
                self._live.devices.choose_output(OUTPUT_ID)
        self._choosing = False
        self._live.refresh_devices()
        self.changed.emit()

    def _on_devices(self) -> None:
        """Make it again after the sound server was restarted."""
        devices = self._live.devices
        listed = devices.find(OUTPUT_ID, output=True) is not None
        if devices.known and self._listed and not listed and self.there and self.wanted:
            self.there, self._lost = False, True
        self._listed = listed
        if self._lost and self.wanted and not self.busy and self._refusal() is None:
            self._lost = False
            self._do(self._maker.make)
        self.changed.emit()

    def _keep(self) -> None:
        self._settings.remember(KEY, {"on": self.wanted, "before": self._before})
