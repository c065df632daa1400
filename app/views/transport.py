"""The bar on top: start, bypass, record, the voice in use, and how the stream fares."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from syrinx.app.translation import tr
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.viewmodels.voice_words import description_text
from syrinx.app.viewmodels.voices import kind_name
from syrinx.app.views.delay_popover import DelayPopover
from syrinx.app.views.parts import ElidedLabel, label, restyle
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, MARGIN

DASH = "\N{EN DASH}"


class Figure(QPushButton):
    """A number with a caption; as a button it opens the details."""

    def __init__(self, caption: str, *, width: int, tooltip: str) -> None:
        super().__init__()
        self.setObjectName("figure")
        self.setFixedWidth(width)
        self.setToolTip(tooltip)
        self._caption = caption
        self.value = label(DASH, "figure")
        self.caption = label(caption, "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, 4, GAP, 4)
        column.setSpacing(0)
        for child in (self.value, self.caption):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(child)

    def set_value(self, text: str, *, alert: bool = False) -> None:
        """Show ``text``; ``alert`` makes it red."""
        if text == self.value.text() and alert == self.value.property("alert"):
            return
        self.value.setText(text)
        self.setAccessibleName(f"{self._caption}: {text}")
        if alert != bool(self.value.property("alert")):
            self.value.setProperty("alert", alert)
            restyle(self.value)


class Transport(QFrame):
    """Start, bypass and record at the left; delay, late blocks and load at the right."""

    def __init__(self, model: LiveModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transport")
        self._model = model
        self._theme = theme
        self.start = QPushButton(tr("&Start"))
        self.start.setObjectName("start")
        self.start.setToolTip(tr("Start or stop the voice (Space)"))
        self.bypass = QPushButton(tr("&Bypass"))
        self.bypass.setObjectName("bypass")
        self.bypass.setCheckable(True)
        self.bypass.setToolTip(tr("Let your own voice through, at the same delay (B)"))
        self.record = QPushButton(tr("&Record"))
        self.record.setObjectName("record")
        self.record.setCheckable(True)
        for button in (self.start, self.bypass, self.record):
            button.setIconSize(QSize(18, 18))
        self.name = ElidedLabel("", "title")
        self.detail = ElidedLabel("", "faint")
        self.delay = Figure(
            tr("Delay"), width=84, tooltip=tr("Delay from microphone to ear. Click: parts")
        )
        self.late = Figure(
            tr("Late blocks"), width=88, tooltip=tr("Blocks that came too late and were faded over")
        )
        self.load = Figure(
            tr("Engine load"), width=92, tooltip=tr("Share of the time that the engine computes")
        )
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addStretch(1)
        titles.addWidget(self.name)
        titles.addWidget(self.detail)
        titles.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        row.setSpacing(GAP)
        row.addWidget(self.start)
        row.addWidget(self.bypass)
        row.addWidget(self.record)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(GAP)
        row.addLayout(self._buttons)
        row.addSpacing(GAP)
        row.addLayout(titles, 1)
        for figure in (self.delay, self.late, self.load):
            row.addWidget(figure)
            figure.clicked.connect(self._open_details)
        self.popover = DelayPopover(model, theme, self)
        self.start.clicked.connect(model.toggle)
        self.bypass.toggled.connect(model.set_bypassed)
        self.record.clicked.connect(model.toggle_recording)
        model.state_changed.connect(self._show_state)
        model.voice_changed.connect(self._show_voice)
        model.params_changed.connect(self._show_params)
        model.devices.changed.connect(self._show_state)
        model.recording_changed.connect(self._show_recording)
        model.latency_changed.connect(self._show_stats)
        model.stats_changed.connect(self._show_stats)
        theme.changed.connect(self._show_state)
        theme.changed.connect(self._show_params)
        self._show_state()
        self._show_voice()
        self._show_params()
        self._show_stats()

    def add_button(self, button: QPushButton) -> None:
        """Put a button of another part behind the own ones."""
        self._buttons.addWidget(button)

    def _open_details(self) -> None:
        corner = self.load.mapToGlobal(QPoint(self.load.width(), self.load.height() + 6))
        self.popover.open_at(corner)

    def _show_state(self) -> None:
        running = self._model.state != "stopped"
        self.start.setText(tr("&Stop") if running else tr("&Start"))
        self.start.setEnabled(running or self._model.can_start)
        token = "text" if running else "accent_text"
        if not self.start.isEnabled():
            token = "text_faint"
        self.start.setIcon(self._theme.icon("stop" if running else "start", token))
        if self.start.property("running") != running:
            self.start.setProperty("running", running)
            restyle(self.start)
        self._show_voice()
        self._show_recording()

    def _show_voice(self) -> None:
        voice = self._model.voice
        self.name.setText(voice.name if voice else tr("No voice"))
        stream = self._model.stream
        if self._model.state == "starting":
            self.detail.setText(tr("Opening the devices …"))
        elif stream is not None and self._model.params.bypass:
            self.detail.setText(tr("Bypassed: your own voice goes through"))
        elif stream is not None:
            self.detail.setText(
                f"{stream.input_device} \N{RIGHTWARDS ARROW} {stream.output_device}, "
                f"{stream.sample_rate / 1000:g} kHz"
            )
        elif voice is not None:
            self.detail.setText(description_text(voice) or kind_name(voice).capitalize())
        else:
            self.detail.setText(tr("Choose a voice on the left."))

    def _show_params(self) -> None:
        bypass = self._model.params.bypass
        self.bypass.setChecked(bypass)
        self.bypass.setIcon(self._theme.icon("bypass", "text", checked="#201500"))
        self._show_voice()

    def _show_recording(self) -> None:
        recording = self._model.recording_path is not None
        self.record.setChecked(recording)
        self.record.setEnabled(recording or self._model.state == "running")
        seconds = self._model.stats.recording_s or 0.0
        clock = f"{int(seconds) // 60}:{int(seconds) % 60:02d}"
        self.record.setText(clock if recording else tr("&Record"))
        self.record.setAccessibleName(tr("Stop recording") if recording else tr("Record"))
        self.record.setIcon(self._theme.icon("record", "danger", checked="danger_text"))
        self.record.setToolTip(
            tr("Stop recording to {path}", path=self._model.recording_path)
            if recording
            else tr(
                "Record input and output to {folder} (Ctrl+R)",
                folder=self._model.recordings_folder,
            )
        )

    def _show_stats(self) -> None:
        running = self._model.state == "running"
        latency, stats = self._model.latency, self._model.stats
        self.delay.set_value(f"{latency.total_ms:.0f} ms" if latency and running else DASH)
        self.late.set_value(
            f"{stats.late_blocks:,}" if running else DASH, alert=running and stats.late_blocks > 0
        )
        self.load.set_value(
            f"{100 * stats.load:.0f} %" if running else DASH, alert=running and stats.load > 0.8
        )
        if self._model.recording_path is not None:
            self._show_recording()
