"""Delay against safety: one slider, a margin that adapts, and the delay as measured."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from syrinx.app.engine.messages import (
    DEFAULT_SAFETY_MS,
    CommandFailed,
    DelayMeasured,
    EngineConfig,
    Event,
    LatencyChanged,
    MeasureDelay,
    SafetyChanged,
    SetSafety,
    StreamStarted,
    StreamStopped,
)
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.message import Message

KEY = "delay"
POSITIONS_MS = (3.0, 4.0, 6.0, 8.0, 10.0, 12.0, 16.0, 20.0, 24.0, 32.0, 40.0, 60.0)
"""Margins of the slider, from the lowest delay to the most safety."""
RATES = (None, 44100, 48000, 96000)
PERIODS = (None, 64, 128, 256, 512, 1024)
"""What can be asked of a device; None = as it likes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DelayChoice:
    """What is kept under `KEY`.

    Attributes
    ----------
    automatic
        The margin adapts.
    sample_rate, period
        Asked of the device; None = as it likes.
    rest_ms
        Last known delay without the safety margin, for the figure of a stopped stream.
    """

    automatic: bool = True
    sample_rate: int | None = None
    period: int | None = None
    rest_ms: float | None = None

    @classmethod
    def read(cls, kept: Any) -> DelayChoice:
        """Return what was kept; what is damaged falls back to its default."""
        kept = kept if isinstance(kept, dict) else {}
        automatic = kept.get("automatic", True)
        rate, period, rest_ms = kept.get("sample_rate"), kept.get("period"), kept.get("rest_ms")
        number = isinstance(rest_ms, int | float) and not isinstance(rest_ms, bool)
        return cls(
            automatic=automatic if isinstance(automatic, bool) else True,
            sample_rate=rate if rate in RATES else None,
            period=period if period in PERIODS else None,
            rest_ms=float(rest_ms) if number and 0 <= rest_ms < 10_000 else None,
        )


class DelayModel(QObject):
    """The choice between delay and safety, and what came of it.

    Parameters
    ----------
    live
        The Live area's model: it starts the stream and knows its declared delay.
    settings
        Where the choice is kept.

    Attributes
    ----------
    measured
        The last measurement of this stream.
    failure
        The sentence that says why there is none.
    """

    changed = Signal()

    def __init__(
        self, live: LiveModel, settings: SettingsStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._live = live
        self._client = live.client
        self._settings = settings
        self.choice = DelayChoice.read(settings.recall(KEY))
        self.measuring = False
        self.measured: DelayMeasured | None = None
        self.failure = ""
        self._margin_ms = live.safety_ms
        live.add_to_config(self._complete)
        live.client.event_received.connect(self._on_event)
        live.latency_changed.connect(self._on_latency_changed)

    # ---- what the user does ----

    def set_safety(self, safety_ms: float) -> None:
        """Choose a margin; a running stream takes it over without a gap."""
        if safety_ms == self._live.safety_ms:
            return
        self._live.set_safety(safety_ms)
        self._tell()

    def set_position(self, position: int) -> None:
        """Choose by the slider, 0 = the lowest delay."""
        self.set_safety(POSITIONS_MS[position])

    def set_automatic(self, automatic: bool) -> None:
        """Let the margin adapt, or keep it as it was chosen."""
        if automatic != self.choice.automatic:
            self._keep(automatic=automatic)
            self._tell()

    def set_sample_rate(self, sample_rate: int | None) -> None:
        """Ask for a rate; a running stream starts again."""
        if sample_rate != self.choice.sample_rate:
            self._keep(sample_rate=sample_rate)
            self._live.restart_soon()
            self.changed.emit()

    def set_period(self, period: int | None) -> None:
        """Ask for a period; a running stream starts again."""
        if period != self.choice.period:
            self._keep(period=period)
            self._live.restart_soon()
            self.changed.emit()

    def measure(self) -> None:
        """Play the chirps and listen."""
        if self.can_measure:
            self.measuring, self.failure = True, ""
            self._client.send(MeasureDelay())
            self.changed.emit()

    # ---- what the views ask ----

    @property
    def can_measure(self) -> bool:
        """Whether a stream runs and no measurement."""
        return self._live.state == "running" and not self.measuring

    @property
    def position(self) -> int:
        """Of the slider: the one next to the margin."""
        wanted = self._live.safety_ms
        return min(range(len(POSITIONS_MS)), key=lambda index: abs(POSITIONS_MS[index] - wanted))

    @property
    def safety_ms(self) -> float:
        """The margin that was chosen."""
        return self._live.safety_ms

    @property
    def margin_ms(self) -> float:
        """The margin as it is: the adaptive one may have grown."""
        return self._margin_ms

    @property
    def total_ms(self) -> float | None:
        """From mouth to ear: of the running stream, or what it was about with this margin."""
        latency = self._live.latency
        if latency is not None:
            return latency.total_ms
        rest_ms = self.choice.rest_ms
        return None if rest_ms is None else rest_ms + self.safety_ms

    @property
    def is_running(self) -> bool:
        """Whether `total_ms` is that of a stream."""
        return self._live.latency is not None

    # ---- inside ----

    def _complete(self, config: EngineConfig) -> EngineConfig:
        return replace(
            config,
            adaptive=self.choice.automatic,
            sample_rate=config.sample_rate or self.choice.sample_rate,
            period=config.period or self.choice.period,
        )

    def _tell(self) -> None:
        self._margin_ms = self.safety_ms
        if self._live.state != "stopped":
            self._client.send(
                SetSafety(safety_ms=min(100.0, self.safety_ms), adaptive=self.choice.automatic)
            )
        self.changed.emit()

    def _keep(self, **changes: Any) -> None:
        self.choice = replace(self.choice, **changes)
        self._settings.remember(
            KEY,
            {
                "automatic": self.choice.automatic,
                "sample_rate": self.choice.sample_rate,
                "period": self.choice.period,
                "rest_ms": self.choice.rest_ms,
            },
        )

    def _on_event(self, event: Event) -> None:
        if self._live.lent:
            return
        match event:
            case DelayMeasured():
                self.measuring, self.measured, self.failure = False, event, ""
                self.changed.emit()
            case CommandFailed() if event.command == "MeasureDelay":
                self.measuring, self.measured, self.failure = False, None, event.message
                self.changed.emit()
            case SafetyChanged():
                self._margin_ms = event.safety_ms
                level = "info" if event.reason in ("late", "calm") else "warning"
                self._live.message_posted.emit(Message(level=level, text=event.message))
                self.changed.emit()
            case LatencyChanged():
                self.measured = None  # that was another stream, so to speak
            case StreamStarted() | StreamStopped():
                self.measuring, self.measured, self.failure = False, None, ""
                self._margin_ms = self.safety_ms
                self.changed.emit()

    def _on_latency_changed(self) -> None:
        latency = self._live.latency
        if latency is not None:
            rest_ms = round(latency.total_ms - self._margin_ms, 1)
            if rest_ms != self.choice.rest_ms and rest_ms >= 0:
                self._keep(rest_ms=rest_ms)
        self.changed.emit()


def default_position() -> int:
    """Return the slider's position of the default margin."""
    return POSITIONS_MS.index(DEFAULT_SAFETY_MS)
