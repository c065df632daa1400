"""The rack as a model: every stage with its switch and knobs, kept between starts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QObject, Signal

from syrinx.app.engine.rack_params import (
    FeedbackParams,
    RackParams,
    rack_from_json,
    rack_to_json,
)
from syrinx.app.engine.rack_presets import RACK_PRESETS
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.live import DEFAULT_GATE_DBFS, LiveModel
from syrinx.app.viewmodels.message import Message
from syrinx.dsp.errors import SyrinxError

SETTING = "rack"
INPUT_STAGES = ("feedback", "level", "suppress", "gate")
LAST_STAGE = "limiter"
STAGES = {
    "feedback": mark("Feedback guard"),
    "level": mark("Automatic level"),
    "suppress": mark("Noise suppression"),
    "gate": mark("Gate"),
    "de_esser": mark("De-esser"),
    "eq": mark("Equaliser"),
    "compressor": mark("Compressor"),
    "reverb": mark("Reverb"),
    "limiter": mark("Limiter"),
    "order": mark("order of the stages"),
    "rack": mark("all of them"),
}
"""What a user calls the parts of a kept rack; where they are shown, they are translated."""
DEFAULT_RACK = RackParams(feedback=FeedbackParams(on=True))
"""The guard is on from the beginning: it costs no delay, and nobody looks for it before it
howls."""
DEFAULT_MAKEUP_DB = 6.0
GuardState = Literal["off", "listening", "testing", "muted"]
_GUARD: tuple[GuardState, ...] = ("listening", "testing", "muted")


class RackModel(QObject):
    """What the Clean-up tab shows and does; it knows nothing of widgets.

    The gate's switch and level are `VoiceParams.gate_threshold_dbfs`; everything else is
    `VoiceParams.rack`.

    Parameters
    ----------
    live
        Has the parameters and the engine.
    settings
        Keeps the rack under one name.
    """

    changed = Signal()
    readings_changed = Signal()

    def __init__(
        self, live: LiveModel, settings: SettingsStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._live, self._settings = live, settings
        self._gate_dbfs = DEFAULT_GATE_DBFS
        self._makeup_db = DEFAULT_MAKEUP_DB
        self.readings: Mapping[str, float] = {}
        live.params_changed.connect(self._on_params_changed)
        live.stats_changed.connect(self._on_stats_changed)
        live.state_changed.connect(lambda _: self._on_stats_changed())
        rack, damaged = rack_from_json(settings.recall(SETTING), DEFAULT_RACK)
        self._shown = live.params
        live.change(rack=rack)
        self._on_params_changed()
        if damaged:
            names = tr(", ").join(tr(STAGES.get(name, name)) for name in damaged)
            text = tr(
                "The settings of the clean-up were damaged ({names}) and are as at first.",
                names=names,
            )
            live.message_posted.emit(Message(level="warning", text=text))

    # ---- what the view asks ----

    @property
    def rack(self) -> RackParams:
        """The stages as they are set."""
        return self._live.params.rack

    @property
    def guard_state(self) -> GuardState:
        """What the feedback guard does."""
        reading = self.readings.get("feedback")
        return "off" if reading is None else _GUARD[int(reading)]

    def order(self) -> tuple[str, ...]:
        """Names of all stages as the sound passes them."""
        return (*INPUT_STAGES, *self.rack.order, LAST_STAGE)

    def is_on(self, stage: str) -> bool:
        """Whether a stage is switched on."""
        if stage == "gate":
            return self._live.params.gate_threshold_dbfs is not None
        return bool(getattr(self.rack, stage).on)

    def value(self, stage: str, name: str) -> float | bool:
        """Return a knob; those that are switched off keep the number they had."""
        if (stage, name) == ("gate", "threshold_dbfs"):
            return self._gate_dbfs
        part = getattr(self.rack, stage)
        if (stage, name) == ("compressor", "auto_makeup"):
            return part.makeup_db is None
        if (stage, name) == ("compressor", "makeup_db"):
            return self._makeup_db
        found: float | bool = getattr(part, name)
        return found

    def can_move(self, stage: str, by: int) -> bool:
        """Whether an output stage can be moved up (-1) or down (1)."""
        order = self.rack.order
        return stage in order and 0 <= order.index(stage) + by < len(order)

    def preset(self) -> str | None:
        """Return the id of the ready-made setting that is set now."""
        now = replace(self.rack, bypass=False)
        for name, preset in RACK_PRESETS.items():
            if self._with_gate(preset.rack) == now:
                return name
        return None

    # ---- what the user does ----

    def set_on(self, stage: str, on: bool) -> None:
        """Switch a stage."""
        if stage == "gate":
            self._live.set_gate(self._gate_dbfs if on else None)
        else:
            self._set(stage, on=on)

    def set_value(self, stage: str, name: str, value: float | bool) -> None:
        """Turn a knob."""
        match stage, name:
            case "gate", "threshold_dbfs":
                self._gate_dbfs = float(value)
                if self.is_on("gate"):
                    self._live.set_gate(self._gate_dbfs)
            case "compressor", "auto_makeup":
                self._set("compressor", makeup_db=None if value else self._makeup_db)
            case _:
                self._set(stage, **{name: value})

    def move(self, stage: str, by: int) -> None:
        """Move an output stage up (-1) or down (1)."""
        if self.can_move(stage, by):
            order = list(self.rack.order)
            place = order.index(stage)  # type: ignore[arg-type]
            order.insert(place + by, order.pop(place))
            self._change(replace(self.rack, order=tuple(order)))

    def set_bypassed(self, bypassed: bool) -> None:
        """Let everything through all stages, to compare. Not remembered."""
        self._change(replace(self.rack, bypass=bypassed))

    def apply_preset(self, name: str) -> None:
        """Set all stages as a ready-made setting says; the gate stays."""
        self._change(self._with_gate(RACK_PRESETS[name].rack))

    def reset(self) -> None:
        """Set all stages as at first: only the feedback guard is on."""
        self._change(DEFAULT_RACK)

    # ---- inside ----

    def _with_gate(self, rack: RackParams) -> RackParams:
        """How the gate opens stays as it is."""
        return replace(rack, gate=self.rack.gate)

    def _set(self, stage: str, **changes: object) -> None:
        try:
            part = replace(getattr(self.rack, stage), **changes)
        except SyrinxError as error:
            self._live.message_posted.emit(Message(level="error", text=str(error)))
            self.changed.emit()
            return
        self._change(replace(self.rack, **{stage: part}))

    def _change(self, rack: RackParams) -> None:
        self._live.change(rack=rack)

    def _on_params_changed(self) -> None:
        params = self._live.params
        if params.gate_threshold_dbfs is not None:
            self._gate_dbfs = params.gate_threshold_dbfs
        if params.rack.compressor.makeup_db is not None:
            self._makeup_db = params.rack.compressor.makeup_db
        before, self._shown = self._shown, params
        gate = params.gate_threshold_dbfs == before.gate_threshold_dbfs
        if params.rack == before.rack and gate:
            return
        kept = rack_to_json(params.rack)
        if kept != self._settings.recall(SETTING):
            self._settings.remember(SETTING, kept)
        self.changed.emit()

    def _on_stats_changed(self) -> None:
        running = self._live.state == "running"
        readings = dict(self._live.stats.readings) if running else {}
        if readings != self.readings:
            self.readings = readings
            self.readings_changed.emit()
