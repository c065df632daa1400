"""The Live area: transport, message, and three columns: voices, sound as picture, controls."""

from __future__ import annotations

import time

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.views.control_panel import ControlPanel
from syrinx.app.views.message_bar import MessageBar
from syrinx.app.views.meter_view import MeterView
from syrinx.app.views.parts import label, panel
from syrinx.app.views.spectrogram_view import FOOT, TIME_HEIGHT, SpectrogramView
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import (
    CONTROLS_WIDTH,
    GAP,
    HEADER_HEIGHT,
    UNIT,
    VOICES_WIDTH,
)
from syrinx.app.views.transport import Transport
from syrinx.app.views.voice_picker import VoicePicker

FRAME_MS = 25
IDLE_TICKS = 40


class Picture(QWidget):
    """A picture of the sound; it changes only when asked to."""

    def refresh(self) -> None:
        """Show what is new."""
        raise NotImplementedError


class Spectrograms(Picture):
    """Spectrograms above each other, each with its meter."""

    def __init__(self, *rows: tuple[SpectrogramView, MeterView]) -> None:
        super().__init__()
        self._parts = [part for row in rows for part in row]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for view, meter in rows:
            row = QHBoxLayout()
            row.setSpacing(GAP)
            row.addWidget(view, 1)
            row.addWidget(meter)
            column.addLayout(row, 1)

    def refresh(self) -> None:
        """Show what is new."""
        for part in self._parts:
            part.refresh()


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
        self.input = SpectrogramView(
            model.input, theme, name="Input", colour_map="cool_map", show_time=False
        )
        self.output = SpectrogramView(
            model.output, theme, name="Output", colour_map="warm_map", show_time=True
        )
        self.input_meter = MeterView(
            model.input_meter, theme, name="Input", token="accent", foot=FOOT
        )
        self.output_meter = MeterView(
            model.output_meter, theme, name="Output", token="warm", foot=TIME_HEIGHT
        )
        self.pause = QToolButton()
        self.pause.setProperty("role", "plain")
        self.pause.setCheckable(True)
        self.pause.setIconSize(QSize(16, 16))
        self.pause.setToolTip("Freeze the pictures; the sound goes on (P)")
        self.pause.setAccessibleName("Freeze the spectrograms")
        self.pictures = QStackedWidget()
        self.chooser = QComboBox()
        self.chooser.setAccessibleName("Picture of the sound")
        self.chooser.setToolTip("What the picture shows")
        self.chooser.currentIndexChanged.connect(self._on_picture_chosen)
        self._title = label("", "section")
        self._title.setFixedHeight(HEADER_HEIGHT)
        self._strips = QVBoxLayout()
        self._strips.setSpacing(GAP)
        self.add_picture(
            "Spectrogram",
            Spectrograms((self.input, self.input_meter), (self.output, self.output_meter)),
        )
        self._build()
        self._last = time.perf_counter()
        self._idle = 0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._on_frame)
        self.pause.toggled.connect(model.set_paused)
        model.paused_changed.connect(self.pause.setChecked)
        model.state_changed.connect(self._on_state_changed)
        model.devices.changed.connect(self._show_empty_text)
        theme.changed.connect(self._paint_icons)
        self._paint_icons()
        self._show_empty_text()

    @property
    def is_animating(self) -> bool:
        """Whether frames are drawn now."""
        return self._timer.isActive()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Move while visible."""
        super().showEvent(event)
        if self._model.state == "running":
            self._begin()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Cost nothing while hidden."""
        self._timer.stop()
        super().hideEvent(event)

    def _build(self) -> None:
        picture, column = panel(margin=12, spacing=GAP)
        head = QHBoxLayout()
        head.setSpacing(UNIT)
        head.addWidget(self._title, 1)
        head.addWidget(self.chooser)
        head.addWidget(self.pause)
        column.addLayout(head)
        column.addWidget(self.pictures, 1)
        column.addLayout(self._strips)
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.columns.setHandleWidth(GAP)
        self.columns.setChildrenCollapsible(False)
        for widget, stretch in ((self.picker, 0), (picture, 1), (self.controls, 0)):
            self.columns.addWidget(widget)
            self.columns.setStretchFactor(self.columns.count() - 1, stretch)
        self.picker.setMinimumWidth(208)
        self.controls.setMinimumWidth(264)
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
        column.addLayout(body, 1)

    def add_picture(self, name: str, picture: Picture) -> None:
        """Offer another picture of the sound in the middle.

        Parameters
        ----------
        name
            As the list shows it.
        picture
            A widget whose ``refresh()`` is called once a frame while it is shown.
        """
        self.pictures.addWidget(picture)
        self.chooser.addItem(name)
        self.chooser.setVisible(self.chooser.count() > 1)

    def show_picture(self, name: str) -> None:
        """Show the picture of this name; an unknown one changes nothing."""
        index = self.chooser.findText(name)
        if index >= 0:
            self.chooser.setCurrentIndex(index)

    def add_strip(self, strip: QWidget) -> None:
        """Put a low strip under the picture."""
        self._strips.addWidget(strip)

    def _on_picture_chosen(self, index: int) -> None:
        self.pictures.setCurrentIndex(index)
        self._title.setText(self.chooser.itemText(index).upper())

    def _begin(self) -> None:
        self._last = time.perf_counter()
        self._idle = 0
        if self.isVisible():
            self._timer.start()

    def _on_state_changed(self, state: str) -> None:
        self._show_empty_text()
        if state == "running":
            self._begin()

    def _on_frame(self) -> None:
        now = time.perf_counter()
        elapsed, self._last = now - self._last, now
        self._model.pull(min(elapsed, 1.0))
        picture = self.pictures.currentWidget()
        assert isinstance(picture, Picture)  # add_picture takes nothing else
        picture.refresh()
        if self._model.state == "running":
            self._idle = 0
            return
        self._idle += 1  # let the meters fall, then rest
        if self._idle > IDLE_TICKS * 3:
            self._timer.stop()

    def _show_empty_text(self) -> None:
        devices = self._model.devices
        if not self._model.can_start:
            text = "No audio device. Connect a microphone and search again (F5)."
        elif self._model.state == "starting" or (not devices.known and devices.searching):
            text = ""
        else:
            text = "Press Space to start."
        self.input.set_empty_text(text)
        self.output.set_empty_text(
            "" if not self._model.can_start else "Your new voice appears here."
        )

    def _paint_icons(self) -> None:
        self.pause.setIcon(self._theme.icon("pause", checked="text"))
