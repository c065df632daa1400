"""Is this the microphone, are these the loudspeakers? Trials that need no voice."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Literal

import numpy as np
import soundfile
from PySide6.QtCore import QObject, QTimer, Signal

from syrinx.app.engine.device_messages import SpeakersTested
from syrinx.app.engine.messages import Event
from syrinx.app.translation import told, tr
from syrinx.app.viewmodels.capture import CaptureModel
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.virtual_cable import MICROPHONE_PERMISSION
from syrinx.dsp.units import gain_to_db

RECORD_MS = 3000
_TICK_MS = 50
_QUIET_DBFS = -36.0
_LOUD_DBFS = -1.0

MicrophoneTest = Literal["idle", "opening", "recording", "playing"]


class DeviceTests(QObject):
    """Records three seconds and plays them; plays a sweep on the left, then on the right.

    Parameters
    ----------
    live
        The Live area, whose devices are tried; its voice must be stopped for the microphone.
    """

    changed = Signal()

    def __init__(self, live: LiveModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self._capture = CaptureModel(live.client, live, self)
        self._path: Path | None = None
        self.microphone: MicrophoneTest = "idle"
        self.speakers_busy = False
        self.text = ""
        self.is_trouble = False
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(RECORD_MS)
        self._end.timeout.connect(self._capture.finish)
        self._capture.state_changed.connect(self._on_capture)
        self._capture.recorded.connect(self._on_recorded)
        self._capture.clip_changed.connect(self._on_clip)
        self._capture.failed.connect(self._on_failed)
        live.client.event_received.connect(self._on_event)
        live.state_changed.connect(lambda _: self.changed.emit())

    @property
    def can_test_microphone(self) -> bool:
        """Whether the microphone is free for a trial."""
        return self._live.state == "stopped" and self._live.devices.has_input

    @property
    def level(self) -> float:
        """How loud it is now, 0 to 1 (-60 dBFS to full scale)."""
        if self.microphone not in ("recording", "playing"):
            return 0.0
        return min(1.0, max(0.0, 1.0 + self._capture.meter.peak_dbfs / 60.0))

    def test_microphone(self) -> None:
        """Begin, or end what runs."""
        if self.microphone != "idle":
            self._finish("")
            return
        if not self.can_test_microphone:
            return
        if self._live.lent:
            self._live.reclaimed.emit()  # whoever borrowed the engine's stream before
        self._say("opening", tr("Opening the microphone\N{HORIZONTAL ELLIPSIS}"))
        self._tick.start()
        self._capture.open()

    def test_speakers(self) -> None:
        """Play the sweep on the chosen output."""
        if not self.speakers_busy:
            self.speakers_busy = True
            self._set_text(tr("A soft tone rises on the left, then on the right."))
            self._live.client.test_speakers(self._live.devices.output_id)

    def close(self) -> None:
        """End what runs."""
        if self.microphone != "idle":
            self._finish("")

    # ---- inside ----

    def _on_capture(self, state: str) -> None:
        if state == "open" and self.microphone == "opening":
            self._path = Path(tempfile.mkdtemp(prefix="syrinx-")) / "trial.wav"
            self._say("recording", tr("Speak now: three seconds\N{HORIZONTAL ELLIPSIS}"))
            self._capture.record(self._path)
            self._end.start()
        elif state == "closed" and self.microphone != "idle":
            self._finish(self.text, trouble=self.is_trouble)

    def _on_recorded(self, path: Path, _seconds: float) -> None:
        if self.microphone != "recording":
            return
        text, trouble = judge(path)
        self._say("playing", text, trouble=trouble)
        self._capture.play(path)

    def _on_clip(self) -> None:
        if self.microphone == "playing" and self._capture.clip is None:
            self._finish(self.text, trouble=self.is_trouble)

    def _on_failed(self, message: str) -> None:
        self._finish(told(message), trouble=True)  # it has closed already, which said nothing

    def _on_event(self, event: Event) -> None:
        if isinstance(event, SpeakersTested) and self.speakers_busy:
            self.speakers_busy = False
            if event.error is not None:
                self._set_text(told(event.error), trouble=True)
            elif event.channels == 1:
                self._set_text(tr("“{device}” is mono: it played both sides.", device=event.device))
            else:
                self._set_text(tr("That was “{device}”.", device=event.device))

    def _on_tick(self) -> None:
        self._capture.pull(_TICK_MS / 1000.0)
        self.changed.emit()

    def _finish(self, text: str, *, trouble: bool = False) -> None:
        self._end.stop()
        self._tick.stop()
        self.microphone = "idle"
        self._capture.close()
        path, self._path = self._path, None
        if path is not None:
            shutil.rmtree(path.parent, ignore_errors=True)
        self._set_text(text, trouble=trouble)

    def _say(self, state: MicrophoneTest, text: str, *, trouble: bool = False) -> None:
        self.microphone = state
        self._set_text(text, trouble=trouble)

    def _set_text(self, text: str, *, trouble: bool = False) -> None:
        self.text, self.is_trouble = text, trouble
        self.changed.emit()


def judge(path: Path, platform: str = sys.platform) -> tuple[str, bool]:
    """Return what the recording says about the microphone, and whether that is bad news.

    Parameters
    ----------
    path
        The recording; its first channel is the input.
    platform
        As ``sys.platform``.
    """
    try:
        audio = soundfile.read(path, dtype="float32", always_2d=True)[0][:, 0]
    except (OSError, soundfile.LibsndfileError) as error:
        return tr("The trial cannot be read ({error}).", error=error), True
    peak = float(np.abs(audio).max()) if audio.size else 0.0
    if peak == 0.0:
        hint = (
            tr(MICROPHONE_PERMISSION)
            if platform == "darwin"
            else tr("Is it muted, or another one?")
        )
        return tr("Nothing but silence came from the microphone. {hint}", hint=hint), True
    level = gain_to_db(peak)
    if level > _LOUD_DBFS:
        return tr("Too loud (peak {level:.0f} dBFS): turn the microphone down.", level=level), True
    if level < _QUIET_DBFS:
        return tr(
            "Very quiet (peak {level:.0f} dBFS): turn the microphone up, come closer.", level=level
        ), True
    return tr("Good (peak {level:.0f} dBFS). This is how you sound:", level=level), False
