"""What notes and controllers do: learned by moving them, kept in the settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from syrinx.app.services.midi import MidiEvent, MidiIn
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.translation import mark, told, tr
from syrinx.app.viewmodels.actions import ActionRegistry
from syrinx.app.viewmodels.knobs import Knob
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.message import Message
from syrinx.dsp.errors import SyrinxError

KEY = "midi"
KINDS = {
    "note": mark("Note"),
    "control": mark("Controller"),
    "program": mark("Program"),
    "bend": mark("Pitch bend"),
}
MAX_BINDINGS = 256
_DOWN = 0.5
_HOLDER = "midi"


@dataclass(frozen=True, slots=True, kw_only=True)
class MidiBinding:
    """A note or controller, and what it does.

    Attributes
    ----------
    kind, channel, number
        As in `syrinx.app.services.midi.MidiEvent`.
    target
        ``"action:ID"`` or ``"knob:ID"``.
    """

    kind: str
    channel: int
    number: int
    target: str

    def __str__(self) -> str:
        """Say which control it is."""
        kind = tr(KINDS[self.kind])
        if self.kind == "bend":
            return tr("{kind}, channel {channel}", kind=kind, channel=self.channel)
        return tr(
            "{kind} {number}, channel {channel}",
            kind=kind, number=self.number, channel=self.channel,
        )  # fmt: skip

    @property
    def place(self) -> tuple[str, int, int]:
        """Which control it is."""
        return self.kind, self.channel, self.number


class MidiModel(QObject):
    """Bindings from controls to actions and knobs.

    Parameters
    ----------
    midi
        Hears the controller.
    registry, knobs
        What can be done and turned.
    settings
        Keeps port and bindings.
    live
        Where messages go.
    """

    changed = Signal()

    def __init__(
        self,
        midi: MidiIn,
        registry: ActionRegistry,
        knobs: Sequence[Knob],
        settings: SettingsStore,
        live: LiveModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.midi, self._registry, self._live = midi, registry, live
        self._settings = settings
        self.knobs = {knob.id: knob for knob in knobs}
        entries = settings.recall_fields(KEY)
        self.enabled = entries.get("enabled") is True
        port = entries.get("port")
        self.port = port if isinstance(port, str) else None
        self.bindings = _read(entries.get("bindings"))
        self.learning: str | None = None
        self._down: dict[tuple[str, int, int], str] = {}
        midi.received.connect(self._on_event)
        midi.changed.connect(self._on_ports_changed)
        if self.enabled:
            midi.start(self.port)

    @property
    def status(self) -> str:
        """How it stands, in a sentence."""
        if not self.enabled:
            return tr("Off.")
        if self.midi.error is not None:
            return told(self.midi.error)
        if self.midi.is_open:
            return tr("Listening.")
        if self.port is not None:
            return tr("Waiting for “{port}” to be plugged in.", port=self.port)
        return tr("No controller is plugged in.")

    def set_enabled(self, on: bool) -> None:
        """Listen to controllers, or do not."""
        self.enabled = on
        self.learning = None
        if on:
            self.midi.start(self.port)
        else:
            self.midi.stop()
        self._keep()

    def set_port(self, port: str | None) -> None:
        """Listen to one port only; None = to the first."""
        self.port = port
        if self.enabled:
            self.midi.start(port)
        self._keep()

    def learn(self, target: str | None) -> None:
        """Bind the control that is moved next to a target; None = not after all."""
        self.learning = target
        self.changed.emit()

    def forget(self, target: str) -> None:
        """Take the controls of a target away."""
        self.bindings = [binding for binding in self.bindings if binding.target != target]
        self._keep()

    def bindings_of(self, target: str) -> list[MidiBinding]:
        """Return the controls of a target."""
        return [binding for binding in self.bindings if binding.target == target]

    def close(self) -> None:
        """Listen no longer."""
        self.midi.stop()

    # ---- inside ----

    def _keep(self) -> None:
        bindings = [
            {name: getattr(item, name) for name in ("kind", "channel", "number", "target")}
            for item in self.bindings
        ]
        kept = {"enabled": self.enabled, "port": self.port, "bindings": bindings}
        self._settings.remember(KEY, kept)
        self.changed.emit()

    def _on_ports_changed(self) -> None:
        if not self.midi.is_open:  # what was held on it counts as let go
            for place in self._down:
                self._registry.release_all((_HOLDER, place))
            self._down.clear()
        self.changed.emit()

    def _on_event(self, event: MidiEvent) -> None:
        place = (event.kind, event.channel, event.number)
        if self.learning is not None:
            if event.value > 0 or self.learning.startswith("knob:"):
                self._learn(place)
            return
        for binding in [item for item in self.bindings if item.place == place]:
            kind, _, name = binding.target.partition(":")
            try:
                if kind == "knob" and name in self.knobs:
                    self.knobs[name].turn_to(event.value)
                elif kind == "action":
                    self._act(place, name, event)
            except SyrinxError as error:
                self._live.message_posted.emit(Message(level="warning", text=str(error)))

    def _act(self, place: tuple[str, int, int], name: str, event: MidiEvent) -> None:
        """A note acts when it is struck, a controller when it passes its middle."""
        if event.kind == "program":
            self._registry.call(name)
            return
        down = event.value > 0 if event.kind == "note" else event.value >= _DOWN
        if down == (place in self._down):
            return
        if down:
            self._down[place] = name
            self._registry.press(name, (_HOLDER, place))
        else:
            del self._down[place]
            self._registry.release(name, (_HOLDER, place))

    def _learn(self, place: tuple[str, int, int]) -> None:
        target, self.learning = self.learning or "", None
        kind, channel, number = place
        made = MidiBinding(kind=kind, channel=channel, number=number, target=target)
        # A control does one thing: it is taken from what it did before.
        kept = [item for item in self.bindings if item.place != place]
        self.bindings = [*kept, made][-MAX_BINDINGS:]
        self._keep()


def _read(kept: object) -> list[MidiBinding]:
    """Return what was kept, without what cannot be understood."""
    found: list[MidiBinding] = []
    for entry in kept if isinstance(kept, list) else []:
        binding = _binding(entry)
        if binding is not None and len(found) < MAX_BINDINGS:
            found.append(binding)
    return found


def _binding(entry: Any) -> MidiBinding | None:
    if not isinstance(entry, dict) or entry.get("kind") not in KINDS:
        return None
    channel, number, target = entry.get("channel"), entry.get("number"), entry.get("target")
    numbers = all(isinstance(x, int) and not isinstance(x, bool) for x in (channel, number))
    if not numbers or not 1 <= channel <= 16 or not 0 <= number <= 127:
        return None
    if not isinstance(target, str) or not target.startswith(("action:", "knob:")):
        return None
    return MidiBinding(kind=entry["kind"], channel=channel, number=number, target=target)
