"""The room check: three seconds of nothing, a sentence, and what they say about the room.

Time is counted in samples that came, so that a slow window does not cut the listening short.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from syrinx.app.viewmodels.capture import CaptureModel

SILENCE_S, SPEECH_S = 3.0, 6.0
SETTLE_S = 0.4
"""Left out at the start of each part: the key that began it is heard."""
RoomState = Literal["idle", "silence", "speech", "done"]
Audio = NDArray[np.float32]
Judge = Callable[[Audio, Audio, int], Mapping[str, Any]]


class RoomCheckModel(QObject):
    """Listens to the room, then to the speaker.

    Parameters
    ----------
    capture
        The microphone; it must be pulled.
    judge
        Gets the silence, the speech (float32 mono) and their rate, and returns what is kept in
        ``CloneProject.room``.
    """

    changed = Signal()
    finished = Signal(object)
    """What ``judge`` returned."""

    def __init__(self, capture: CaptureModel, judge: Judge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._capture, self._judge = capture, judge
        self.state: RoomState = "idle"
        self._parts: dict[RoomState, list[Audio]] = {}
        self._heard = 0
        capture.audio_pulled.connect(self._on_audio)
        capture.state_changed.connect(self._on_capture_changed)

    @property
    def running(self) -> bool:
        """Whether it listens now."""
        return self.state in ("silence", "speech")

    @property
    def left_s(self) -> float:
        """Seconds until the present part ends."""
        rate = self._capture.sample_rate
        if not self.running or rate == 0:
            return 0.0
        return max(0.0, self._length_s - self._heard / rate)

    def start(self) -> None:
        """Begin, or begin again."""
        if self._capture.state == "open":
            self._parts = {"silence": [], "speech": []}
            self._begin("silence")

    def cancel(self) -> None:
        """Stop listening; nothing is judged."""
        if self.running:
            self._begin("idle")

    @property
    def _length_s(self) -> float:
        return SETTLE_S + (SILENCE_S if self.state == "silence" else SPEECH_S)

    def _begin(self, state: RoomState) -> None:
        self.state, self._heard = state, 0
        self.changed.emit()

    def _on_capture_changed(self, state: str) -> None:
        if state != "open":
            self.cancel()

    def _on_audio(self, audio: Audio) -> None:
        if not self.running:
            return
        rate = self._capture.sample_rate
        skipped = max(0, round(SETTLE_S * rate) - self._heard)
        self._heard += len(audio)
        self._parts[self.state].append(np.array(audio[skipped:]))
        if self._heard < self._length_s * rate:
            return
        if self.state == "silence":
            self._begin("speech")
            return
        silence, speech = (np.concatenate(self._parts[part]) for part in ("silence", "speech"))
        found = self._judge(silence, speech, rate)
        self._parts = {}
        self._begin("done")
        self.finished.emit(found)
