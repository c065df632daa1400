"""The Live area: transport, message, and three columns: voices, sound as picture, controls."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.views.control_panel import ControlPanel
from syrinx.app.views.message_bar import MessageBar
from syrinx.app.views.meter_view import MeterView
from syrinx.app.views.parts import panel
from syrinx.app.views.picture_panel import PicturePanel
from syrinx.app.views.sound_canvas import FOOT, TIME_HEIGHT
from syrinx.app.views.sound_pictures import Picture, spectrograms
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import (
    CONTROLS_WIDTH,
    GAP,
    VOICES_WIDTH,
)
from syrinx.app.views.transport import Transport
from syrinx.app.views.voice_picker import VoicePicker

__all__ = ["LiveView", "Picture"]

FRAME_MS = 16
GATHER_MS = 400
"""While hidden the sound is only kept; the taps hold 0.7 s at 192 kHz."""
IDLE_TICKS = 180


class LiveView(QWidget):
    """Pulls the model while something moves, and shows it.

    Parameters
    ----------
    model
        The Live area's model.
    theme
        Colours and icons.
    """

    def __init__(self, model: LiveModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self.transport = Transport(model, theme)
        self.messages = MessageBar(model, theme)
        self.picker = VoicePicker(model, theme)
        self.controls = ControlPanel(model, theme)
        spectrogram = spectrograms(model.pictures, theme)
        self.input, self.output = spectrogram.canvases
        self.input_meter = MeterView(
            model.input_meter, theme, name=tr("Input"), token="accent", foot=FOOT
        )
        self.output_meter = MeterView(
            model.output_meter, theme, name=tr("Output"), token="warm", foot=TIME_HEIGHT
        )
        self.panel = PicturePanel(model.pictures, theme, (self.input_meter, self.output_meter))
        self.panel.folder_of = lambda: model.recordings_folder
        self.panel.message_posted.connect(model.message_posted)
        self.pause, self.chooser = self.panel.pause, self.panel.chooser
        self._strips = QVBoxLayout()
        self._strips.setSpacing(GAP)
        self.add_picture(mark("Spectrogram"), spectrogram)
        self._build()
        self._last = time.perf_counter()
        self._idle = 0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._on_frame)
        self.panel.chosen.connect(self._wake)
        self._gather = QTimer(self)
        self._gather.setInterval(GATHER_MS)
        self._gather.timeout.connect(self._on_gather)
        model.state_changed.connect(self._on_state_changed)
        model.devices.changed.connect(self._show_empty_text)
        self._show_empty_text()

    @property
    def is_animating(self) -> bool:
        """Whether frames are drawn now."""
        return self._timer.isActive()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Move while visible."""
        super().showEvent(event)
        self._gather.stop()
        if self._model.state == "running":
            self._begin()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Paint nothing while hidden; the last minute goes on being kept."""
        self._timer.stop()
        if self._model.state == "running":
            self._gather.start()
        super().hideEvent(event)

    def _build(self) -> None:
        picture, column = panel(margin=12, spacing=GAP)
        column.addWidget(self.panel, 1)
        column.addLayout(self._strips)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.columns.setHandleWidth(GAP)
        self.columns.setChildrenCollapsible(False)
        for widget, stretch in ((self.picker, 0), (picture, 1), (self.controls, 0)):
            self.columns.addWidget(widget)
            self.columns.setStretchFactor(self.columns.count() - 1, stretch)
        self.picker.setMinimumWidth(208)
        self.controls.setMinimumWidth(CONTROLS_WIDTH)
        picture.setMinimumWidth(360)
        self.columns.setSizes([VOICES_WIDTH, 700, CONTROLS_WIDTH])
        body = QVBoxLayout()
        body.setContentsMargins(12, 12, 12, 12)
        body.setSpacing(GAP)
        body.addWidget(self.messages)
        body.addWidget(self.columns, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.transport)
        self._bars = QVBoxLayout()
        self._bars.setSpacing(0)
        column.addLayout(self._bars)
        column.addLayout(body, 1)

    def add_picture(self, name: str, picture: Picture) -> None:
        """Offer another picture of the sound in the middle.

        Parameters
        ----------
        name
            English, marked; the list shows it in the language of the window.
        picture
            A widget whose ``refresh()`` is called once a frame while it is shown.
        """
        self.panel.add(name, picture)

    def show_picture(self, name: str) -> None:
        """Show the picture of this name; an unknown one changes nothing."""
        self.panel.show_pictures(name, self.panel.shown[1])

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar under the transport."""
        self._bars.addWidget(bar)

    def add_strip(self, strip: QWidget) -> None:
        """Put a low strip under the picture."""
        self._strips.addWidget(strip)

    def _begin(self) -> None:
        self._last = time.perf_counter()
        self._idle = 0
        if self.isVisible():
            self._timer.start()
        else:
            self._gather.start()

    def _wake(self) -> None:
        """Another picture catches up, while nothing runs, too."""
        self._idle = 0
        if not self._timer.isActive():
            self._begin()

    def _on_state_changed(self, state: str) -> None:
        self._show_empty_text()
        if state == "running":
            self._begin()

    def _on_frame(self) -> None:
        if self.window().isMinimized():  # which is no hiding to Qt
            self._timer.stop()
            self._gather.start()
            return
        now = time.perf_counter()
        elapsed, self._last = now - self._last, now
        self._model.pull(min(elapsed, 1.0))
        self.panel.refresh()
        if self._model.state == "running":
            self._idle = 0
            return
        self._idle += 1  # let the meters fall, then rest
        if self._idle > IDLE_TICKS:
            self._timer.stop()

    def _show_empty_text(self) -> None:
        devices = self._model.devices
        if not self._model.can_start:
            text = tr("No audio device. Connect a microphone and search again (F5).")
        elif self._model.state == "starting" or (not devices.known and devices.searching):
            text = ""
        else:
            text = tr("Press Space to start.")
        self.panel.set_empty_text(text)
        self.output.set_empty_text(
            tr("Your new voice appears here.") if self._model.can_start else ""
        )

    def _on_gather(self) -> None:
        seen = self.isVisible() and not self.window().isMinimized()
        if seen or self._model.state != "running":
            self._gather.stop()
            if seen:
                self._begin()
            return
        now = time.perf_counter()
        elapsed, self._last = now - self._last, now
        self._model.pull(min(elapsed, 1.0))
