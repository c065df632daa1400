"""What went wrong lately and what costs how much: the time line, the stages, the report."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from syrinx.app.engine.event_text import event_line, late_details, late_text, window_text
from syrinx.app.engine.messages import (
    EngineFailed,
    EngineReady,
    EngineRestarted,
    Event,
    LateBlocks,
    MeterStages,
)
from syrinx.app.logs import RotatingLog
from syrinx.app.report import ReportFacts, make_report, voice_text
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.translation import english
from syrinx.app.viewmodels.delay import DelayModel
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.message import Message

KEPT = 200
TICK_MS = 100
STALL_S = 0.3
"""The window did not answer for so long: worth a line."""
NEAR_S = 1.0

Level = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the time line.

    Attributes
    ----------
    at
        ``time.time()``.
    level
        How bad it is.
    text
        English sentences; the page translates them, the report does not.
    details
        More of it, for the report and the tooltip.
    late
        The late blocks it is about, if it is.
    voice
        Name of the voice that ran then. It is shown, but gets into no report and no log.
    """

    at: float
    level: Level
    text: str
    details: str = ""
    late: LateBlocks | None = None
    voice: str = ""

    def clock(self) -> str:
        """Return the local time of day."""
        return time.strftime("%H:%M:%S", time.localtime(self.at))

    def line(self) -> str:
        """Return the entry with its time, without the details."""
        return f"{self.clock()} {self.text}"

    def whole(self) -> str:
        """Return the entry with its time and its details."""
        return f"{self.line()} {self.details}".rstrip()


class DiagnosticsModel(QObject):
    """Listens to everything; it costs something only while its page is looked at.

    Parameters
    ----------
    live, delay
        What runs, and its delay.
    settings
        For the report, and for the data folder.
    log
        Of the window.
    """

    entry_added = Signal(object)
    stages_changed = Signal()
    engine_failed = Signal(str)

    def __init__(
        self,
        live: LiveModel,
        delay: DelayModel,
        settings: SettingsStore,
        log: RotatingLog,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._live, self._delay, self._settings, self.log = live, delay, settings, log
        self.entries: deque[Entry] = deque(maxlen=KEPT)
        self._active = False
        self._due = 0.0
        self._stalled_at = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        live.client.event_received.connect(self._on_event)
        live.message_posted.connect(self._on_message)
        live.state_changed.connect(self._on_state_changed)
        live.stats_changed.connect(self._on_stats_changed)

    # ---- what the views do and ask ----

    def set_active(self, active: bool) -> None:
        """The page is looked at, or left: stages are measured only meanwhile."""
        if active != self._active:
            self._active = active
            self._live.client.send(MeterStages(on=active))

    @property
    def stages(self) -> tuple[tuple[str, float], ...]:
        """``(name, share of the time available)``, in order."""
        return self._live.stats.stages if self._live.state == "running" else ()

    @property
    def load(self) -> float:
        """Share of the time available that all stages take."""
        return self._live.stats.load

    def report(self) -> str:
        """Return the text of a report about now."""
        live = self._live
        voice = live.voice
        facts = ReportFacts(
            settings=self._settings.current,
            devices=live.devices.listed,
            stream=live.stream,
            latency=live.latency,
            telemetry=live.stats,
            voice=voice_text(
                voice.id if voice else None,
                kind=voice.kind if voice else "",
                shipped=voice.shipped if voice else False,
            ),
            measured=self._delay.measured,
            timeline=[entry.whole() for entry in list(self.entries)[-40:]],
        )
        return make_report(self._settings.folder, facts)

    def clear(self) -> None:
        """Begin with an empty time line."""
        self.entries.clear()

    def close(self) -> None:
        """Stop listening to the clock."""
        self._timer.stop()
        self.log.write("info", "The window closes.")

    # ---- inside ----

    def _on_event(self, event: Event) -> None:
        line = event_line(event)
        if line is None or (self._live.lent and isinstance(event, LateBlocks)):
            return
        level, text = line
        if isinstance(event, LateBlocks):
            hiccup = event.hiccup
            busy = hiccup.cause in ("held", "machine") and self._window_was_busy(event.at)
            text, details = late_text(hiccup, window_busy=busy), late_details(hiccup)
            voice = self._live.voices.find(event.voice_id) if event.voice_id else None
            name = voice.name if voice is not None else ""
            self._add(
                Entry(at=event.at, level=level, text=text, details=details, late=event, voice=name)
            )
            return
        self._add(Entry(at=time.time(), level=level, text=text))
        if isinstance(event, EngineRestarted | EngineFailed):
            self.log.write(level, english(text))
        if isinstance(event, EngineReady) and self._active:
            self._live.client.send(MeterStages(on=True))  # a new engine knows nothing
        if isinstance(event, EngineFailed):
            self.engine_failed.emit(event.message)

    def _window_was_busy(self, at: float) -> bool:
        return abs(at - self._stalled_at) < NEAR_S

    def _on_message(self, message: Message) -> None:
        if message.level != "info":
            self.log.write(message.level, english(message.text))  # logs are English

    def _on_state_changed(self, state: str) -> None:
        if state == "running":
            self._due = time.perf_counter() + TICK_MS / 1000.0
            self._timer.start()
        elif state == "stopped":
            self._timer.stop()

    def _on_tick(self) -> None:
        now = time.perf_counter()
        late_s, self._due = now - self._due, now + TICK_MS / 1000.0
        if late_s > STALL_S:
            self._stalled_at = time.time()
            self._add(Entry(at=self._stalled_at, level="info", text=window_text(late_s)))

    def _on_stats_changed(self) -> None:
        if self._active:
            self.stages_changed.emit()

    def _add(self, entry: Entry) -> None:
        self.entries.append(entry)
        self.entry_added.emit(entry)
