"""The room check: three seconds of nothing, a sentence, and what they say about the room.

Time is counted in samples that came, so that a slow window does not cut the listening short. What
was heard is judged in the checking process: it takes a second.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import Literal

import numpy as np
import soundfile
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from syrinx.app.clone.checking import CheckRoom, Refused, RoomChecked
from syrinx.app.services.checking_client import CheckingClient
from syrinx.app.translation import tr
from syrinx.app.viewmodels.capture import CaptureModel

SILENCE_S, SPEECH_S = 3.0, 6.0
"""As ``syrinx.app.clone.room.RoomMeter`` wants them."""
RoomState = Literal["idle", "silence", "speech", "judging", "done"]
Audio = NDArray[np.float32]


class RoomCheckModel(QObject):
    """Listens to the room, then to the speaker.

    Parameters
    ----------
    capture
        The microphone; it must be pulled.
    checking
        Judges what was heard.
    """

    changed = Signal()
    finished = Signal(object)
    """What is kept in ``CloneProject.room``."""

    def __init__(
        self, capture: CaptureModel, checking: CheckingClient, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._capture, self._checking = capture, checking
        self.state: RoomState = "idle"
        self.problem = ""
        self._blocks: list[Audio] = []
        self._heard = 0
        self._file: Path | None = None
        self._token: int | None = None
        capture.audio_pulled.connect(self._on_audio)
        capture.state_changed.connect(self._on_capture_changed)
        checking.answered.connect(self._on_answer)

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
        end = SILENCE_S if self.state == "silence" else SILENCE_S + SPEECH_S
        return max(0.0, end - self._heard / rate)

    def start(self) -> None:
        """Begin, or begin again."""
        if self._capture.state == "open" and self.state != "judging":
            self._blocks, self._heard, self.problem = [], 0, ""
            self._set_state("silence")

    def cancel(self) -> None:
        """Stop listening and judging; what was found before stays."""
        self._token = None
        self._remove_file()
        if self.state not in ("idle", "done"):
            self._set_state("idle")

    # ---- inside ----

    def _set_state(self, state: RoomState) -> None:
        self.state = state
        self.changed.emit()

    def _on_capture_changed(self, state: str) -> None:
        if state != "open" and self.running:
            self.cancel()

    def _on_audio(self, audio: Audio) -> None:
        if not self.running:
            return
        rate = self._capture.sample_rate
        self._blocks.append(audio.copy())
        self._heard += len(audio)
        if self._heard >= (SILENCE_S + SPEECH_S) * rate:
            self._ask(np.concatenate(self._blocks), rate)
        elif self.state == "silence" and self._heard >= SILENCE_S * rate:
            self._set_state("speech")

    def _ask(self, audio: Audio, sample_rate: int) -> None:
        self._blocks = []
        try:
            handle, name = tempfile.mkstemp(prefix="syrinx-room-", suffix=".wav")
            os.close(handle)
            self._file = Path(name)
            soundfile.write(name, audio, sample_rate, format="WAV", subtype="FLOAT")
        except (OSError, soundfile.LibsndfileError) as error:
            self._fail(tr("The room check cannot write its recording ({error}).", error=error))
            return
        self._set_state("judging")
        path = str(self._file)
        self._token = self._checking.ask(lambda token: CheckRoom(token=token, path=path))

    def _on_answer(self, answer: object) -> None:
        if self._token is None or getattr(answer, "token", None) != self._token:
            return
        if isinstance(answer, RoomChecked):
            self.cancel()
            self._set_state("done")
            self.finished.emit(answer.room)
        elif isinstance(answer, Refused):
            self._fail(answer.message)

    def _fail(self, message: str) -> None:
        self.problem = message
        self.cancel()
        self._set_state("idle")

    def _remove_file(self) -> None:
        path, self._file = self._file, None
        if path is not None:
            with contextlib.suppress(OSError):
                path.unlink()
