"""What can be turned, in tabs: the sound, what cleans it up, and the devices."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from syrinx.app.engine.messages import DEFAULT_INDEX_RATIO
from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.views.device_panel import DevicePanel
from syrinx.app.views.parts import ParamRow, panel
from syrinx.app.views.sections import Section
from syrinx.app.views.tabs import Page, Tabs
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP


class ControlPanel(QWidget):
    """The right column: tabs whose pages scroll when the window is low.

    ``sound``, ``clean_up`` and ``connection`` are the pages; a `Page` takes further sections.
    """

    def __init__(self, model: LiveModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.devices = DevicePanel(model, theme)
        self.pitch = ParamRow(
            tr("&Pitch"), low=-24, high=24, step=0.1, default=0, unit="st",
            tooltip=tr("Shift of the pitch in semitones."),
        )  # fmt: skip
        self.auto = QPushButton(tr("&Auto"))
        self.auto.setObjectName("auto")
        self.auto.setCheckable(True)
        self.auto.setAccessibleName(tr("Automatic pitch"))
        self.auto.setToolTip(tr("Shift your mean pitch to the mean pitch of the voice"))
        self.pitch.head.insertWidget(1, self.auto)
        self.formant = ParamRow(
            tr("&Formant"), low=-12, high=12, step=0.1, default=0, unit="st",
            tooltip=tr("Shift of the vocal tract: lower sounds larger, higher sounds smaller."),
        )  # fmt: skip
        self.band_extension = QCheckBox(tr("Brillia&nce above 8 kHz"))
        self.band_extension.setToolTip(
            tr("Neural voices speak up to 8 kHz; this adds what lies above, at no delay.")
        )
        self.likeness = ParamRow(
            tr("Li&keness"), low=0, high=100, step=1, default=round(100 * DEFAULT_INDEX_RATIO),
            unit="%", decimals=0,
            tooltip=tr("More sounds more like the voice, less keeps your words clearer.\n"
            "For voices that keep samples of their own speech: enrol an older one again."),
        )  # fmt: skip
        self.input_gain = ParamRow(
            tr("&Input gain"), low=-24, high=24, step=0.5, default=0, unit="dB",
            tooltip=tr("Amplifies the microphone before the voice."),
        )  # fmt: skip
        self.output_gain = ParamRow(
            tr("&Output gain"), low=-24, high=24, step=0.5, default=0, unit="dB",
            tooltip=tr("Amplifies what others hear."),
        )  # fmt: skip
        self._build()
        self._connect()
        self._show()

    def add_tab(self, name: str, page: QWidget) -> None:
        """Put a page of controls behind the others."""
        self.tabs.add(name, page)

    def show_tab(self, name: str) -> None:
        """Show the controls of this name."""
        self.tabs.show_page(name)

    def _build(self) -> None:
        frame, column = panel(margin=0, spacing=0)
        self.pitch_group = Section(tr("Pitch"), self.pitch)
        self.timbre_group = Section(tr("Timbre"), self.formant, self.likeness, self.band_extension)
        self.mix_group = Section(tr("Mix"))
        self.level_group = Section(tr("Levels"), self.input_gain, self.output_gain)
        self.sound = Page(self.pitch_group, self.timbre_group, self.mix_group, self.level_group)
        self.clean_up = Page()
        self.connection = Page(self.devices)
        self.tabs = Tabs(tr("Controls"))
        self.add_tab(mark("Sound"), self.sound)
        self.add_tab(mark("Clean-up"), self.clean_up)
        self.add_tab(mark("Devices"), self.connection)
        column.addWidget(self.tabs)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(GAP)
        outer.addWidget(frame)

    def _connect(self) -> None:
        model = self._model
        self.pitch.value_changed.connect(model.set_pitch)
        self.auto.toggled.connect(model.set_auto_pitch)
        self.formant.value_changed.connect(model.set_formant)
        self.likeness.value_changed.connect(model.set_likeness)
        self.band_extension.toggled.connect(model.set_band_extension)
        self.input_gain.value_changed.connect(model.set_input_gain)
        self.output_gain.value_changed.connect(model.set_output_gain)
        model.params_changed.connect(self._show)
        model.voice_changed.connect(self._show)
        model.stats_changed.connect(self._show_auto)

    def _show(self) -> None:
        params = self._model.params
        with (
            QSignalBlocker(self.auto),
            QSignalBlocker(self.band_extension),
        ):
            self.band_extension.setChecked(params.band_extension)
            self.auto.setChecked(params.pitch == "auto")
        self.pitch.set_editable(params.pitch != "auto")
        if params.pitch == "auto":
            self._show_auto()
        else:
            self.pitch.set_value(params.pitch)
        self.formant.set_value(params.formant_semitones)
        self.likeness.set_value(100.0 * params.index_ratio)
        self.likeness.setEnabled(self._model.has_likeness)
        self.input_gain.set_value(params.input_gain_db)
        self.output_gain.set_value(params.output_gain_db)

    def _show_auto(self) -> None:
        if self._model.params.pitch == "auto":
            self.pitch.set_value(self._model.auto_shift() or 0.0)
