"""Live captions as a model: on or off, of whom, what was said, and how much later it is shown."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from syrinx.app.engine.messages import EngineFailed, Event, StreamStarted
from syrinx.app.files import write_atomically
from syrinx.app.services.caption_client import CaptionClient
from syrinx.app.services.settings_store import SettingsStore
from syrinx.app.transcription import formats
from syrinx.app.transcription.caption_lag import LagMeter
from syrinx.app.transcription.caption_process import Listening
from syrinx.app.transcription.captioning import Captioned
from syrinx.app.transcription.tap_feed import Source
from syrinx.app.transcription.transcript import Segment, Transcript
from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.actions import Action, Argument
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.message import Message
from syrinx.dsp.errors import SyrinxError

KEY = "captions"
OWN = "syrinx"
"""Id of the recogniser that comes with the program."""
GROUP = mark("Captions")
State = Literal["off", "loading", "listening"]
SMALLEST, LARGEST = 14, 72
"""Size of the letters in pixels."""
MOST_SEGMENTS = 20_000
"""More than a day of speech."""


class CaptionModel(QObject):
    """Switches the captions, keeps what was said.

    Parameters
    ----------
    client
        Listens in a process of its own.
    live
        Whose engine is listened to.
    settings
        Where source, size and opacity are kept. That captions were on is not: they are off until
        somebody switches them on.
    models
        Returns id and name of each recogniser that the user has added.
    clock
        As the caption process's.

    Attributes
    ----------
    state
        "loading" while the recogniser is read.
    partial
        What is being said; it may still change.
    model_id
        Recogniser in use.
    source, font_size, opacity
        Microphone ("input") or converted voice ("output"); pixels; 0.2 to 1 of the ground.
    """

    state_changed = Signal(str)
    text_changed = Signal()
    look_changed = Signal()
    message_posted = Signal(object)

    def __init__(
        self,
        client: CaptionClient,
        live: LiveModel,
        settings: SettingsStore,
        parent: QObject | None = None,
        *,
        models: Callable[[], Sequence[tuple[str, str]]] = tuple,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._client, self._live, self._settings, self._clock = client, live, settings, clock
        self._models = models
        self.state: State = "off"
        self.partial = ""
        self._segments: deque[Segment] = deque(maxlen=MOST_SEGMENTS)
        self._lag = LagMeter()
        self._began_at: float | None = None
        self._tap_name: str | None = None
        self._model_name, self._language = "", None  # type: str, str | None
        kept = settings.recall(KEY)
        kept = kept if isinstance(kept, dict) else {}
        self.source: Source = "output" if kept.get("source") == "output" else "input"
        self.model_id = kept["model"] if isinstance(kept.get("model"), str) else OWN
        self.font_size = _within(kept.get("font_size"), SMALLEST, LARGEST, 26)
        self.opacity = _within(kept.get("opacity"), 20, 100, 85) / 100
        client.ready.connect(self._on_ready)
        client.said.connect(self._on_said)
        client.failed.connect(self._on_failed)
        live.client.event_received.connect(self._on_event)
        live.state_changed.connect(lambda _: self.state_changed.emit(self.state))

    # ---- what there is ----

    @property
    def is_on(self) -> bool:
        """Whether captions are shown."""
        return self.state != "off"

    @property
    def segments(self) -> tuple[Segment, ...]:
        """All that was said since the captions were switched on, or cleared."""
        return tuple(self._segments)

    @property
    def text(self) -> str:
        """All that was said, a line each, the unfinished one last."""
        lines = [segment.text for segment in self._segments]
        return "\n".join([*lines, self.partial] if self.partial else lines)

    @property
    def recent(self) -> str:
        """The last words that are final: as many as two lines can hold."""
        parts: list[str] = []
        for segment in reversed(self._segments):
            parts.append(segment.text)
            if sum(map(len, parts)) > 400:
                break
        return " ".join(reversed(parts))

    @property
    def lag_ms(self) -> float | None:
        """Median time from the end of a word to its showing; None without words."""
        return self._lag.median_ms

    @property
    def hint(self) -> str:
        """What to say while there are no words."""
        if self.state == "loading" and self._tap_name is not None:
            return tr("Reading the recogniser…")
        if self._segments or self.partial:
            return ""
        if self._live.state == "stopped":
            return tr("Start the voice to see captions.")
        return tr("What is said appears here.")

    # ---- what can be done ----

    def toggle(self) -> None:
        """Switch the captions on or off."""
        if self.is_on:
            self.stop()
        else:
            self.start()

    def start(self) -> None:
        """Show captions; the text begins anew."""
        if self.is_on:
            return
        self._forget()
        self._set_state("loading")
        self._listen()

    def stop(self) -> None:
        """Show no captions any more; the process ends. What was said can still be saved."""
        if not self.is_on:
            return
        self._client.stop()
        self._tap_name = None
        self.partial = ""
        self._set_state("off")

    def models(self) -> list[tuple[str, str]]:
        """Return id and name of each recogniser there is now, our own first."""
        return [(OWN, "Syrinx"), *self._models()]

    def set_source(self, source: Source) -> None:
        """Listen to the microphone or to the converted voice."""
        if source != self.source:
            self.source = source
            self._listen_anew()

    def set_model(self, model_id: str) -> None:
        """Let another recogniser listen."""
        if model_id != self.model_id:
            self.model_id = model_id
            self._listen_anew()

    def set_font_size(self, pixels: int) -> None:
        """Make the letters larger or smaller."""
        self.font_size = min(LARGEST, max(SMALLEST, pixels))
        self._keep()
        self.look_changed.emit()

    def set_opacity(self, opacity: float) -> None:
        """Let more or less of what lies behind shine through."""
        self.opacity = min(1.0, max(0.2, opacity))
        self._keep()
        self.look_changed.emit()

    def clear(self) -> None:
        """Forget what was said."""
        self._segments.clear()
        self.partial = ""
        self.text_changed.emit()

    def save(self, path: Path) -> bool:
        """Write what was said; the ending of ``path`` gives the format. False when refused."""
        try:
            end_s = max((segment.end_s for segment in self._segments), default=0.0)
            transcript = Transcript(
                segments=tuple(self._segments),
                duration_s=end_s,
                language=self._language,
                model=self._model_name,
            )
            text = formats.write(transcript, path.suffix[1:].lower())
            write_atomically(path, text.encode("utf-8"))
        except SyrinxError as error:
            self.message_posted.emit(Message(level="error", text=str(error)))
            return False
        return True

    def actions(self) -> list[Action]:
        """Return what keys, MIDI and the remote control can do."""

        def switch(_: Argument) -> None:
            self.toggle()

        return [
            Action(
                id="captions", title=tr("Captions on or off"), group=GROUP, run=switch,
                description=tr("Shows what is said as text in a window of its own."),
                is_on=lambda: self.is_on,
            ),
            Action(
                id="captions_clear", title=tr("Clear the captions"), group=GROUP,
                run=lambda _: self.clear(),
                description=tr("Takes away what was said so far."),
            ),
        ]  # fmt: skip

    def close(self) -> None:
        """End the process."""
        self.stop()

    # ---- inside ----

    def _listen(self) -> None:
        """Listen to the engine's taps, if there are any that are not listened to."""
        name = self._live.client.tap_name
        if name is None or name == self._tap_name or not self.is_on:
            if name is None:
                self.state_changed.emit(self.state)
            return
        if self._began_at is None:
            self._began_at = self._clock()
        self._tap_name = name
        self._client.listen(name, self.source, self.model_id, self._began_at)
        self.text_changed.emit()

    def _listen_anew(self) -> None:
        self._keep()
        if self.is_on:
            self._tap_name = None
            self._set_state("loading")
            self._listen()
        self.look_changed.emit()

    def _forget(self) -> None:
        self._began_at = None
        self._lag = LagMeter()
        self.clear()

    def _on_event(self, event: Event) -> None:
        match event:
            case StreamStarted():  # perhaps of another engine, with other taps
                self._listen()
            case EngineFailed():
                self._tap_name = None

    def _on_ready(self, answer: Listening) -> None:
        self._model_name, self._language = answer.model, answer.language
        self._set_state("listening")

    def _on_said(self, said: Captioned) -> None:
        now = self._clock()
        for segment in said.final:
            self._segments.append(segment)
            self._lag.end([(word.text, said.began_at + word.end_s) for word in segment.words], now)
        self._lag.show(said.partial, now)
        self.partial = said.partial
        self.text_changed.emit()

    def _on_failed(self, sentence: str) -> None:
        if self.state == "loading" and self.model_id != OWN:  # it may be gone: ours is there
            self.model_id = OWN
            self._keep()
        self.stop()
        self.message_posted.emit(Message(level="error", text=sentence))

    def _set_state(self, state: State) -> None:
        self.state = state
        self.state_changed.emit(state)
        self.text_changed.emit()

    def _keep(self) -> None:
        self._settings.remember(
            KEY,
            {
                "source": self.source,
                "model": self.model_id,
                "font_size": self.font_size,
                "opacity": round(100 * self.opacity),
            },
        )


def _within(value: object, low: int, high: int, default: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return default
    return int(min(high, max(low, value)))
