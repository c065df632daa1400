"""The monitor: a second output, on which one hears oneself."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.devices import DevicesModel
from syrinx.app.viewmodels.monitor import HIGH_DB, LOW_DB, MonitorModel
from syrinx.app.views.device_panel import DeviceBox
from syrinx.app.views.parts import ParamRow, header, ignore_stray_wheel, label, restyle
from syrinx.app.views.tokens import GAP

_SOURCES = ((mark("What others hear"), "output"), (mark("My own voice"), "input"))


class MonitorSection(QWidget):
    """A switch; behind it device, source and gain."""

    def __init__(self, model: MonitorModel, devices: DevicesModel) -> None:
        super().__init__()
        self._model, self._devices = model, devices
        self.on = QCheckBox(tr("&Hear myself"))
        self.on.setToolTip(
            tr(
                "Play your voice on a second device, such as your headphones, while the output "
                "goes to others.\nUse headphones: loudspeakers feed back into the microphone."
            )
        )
        self.device = DeviceBox(tr("Monitor device"))
        self.source = QComboBox()
        self.source.setAccessibleName(tr("Monitor hears"))
        self.source.setToolTip(tr("The changed voice, or your own before it is changed"))
        for text, value in _SOURCES:
            self.source.addItem(tr(text), value)
        ignore_stray_wheel(self.source)
        self.gain = ParamRow(
            tr("Monitor gain"), low=LOW_DB, high=HIGH_DB, step=0.5, default=0, unit="dB",
            tooltip=tr("How loud you hear yourself; others hear no difference."),
        )  # fmt: skip
        self.clips = QCheckBox(tr("Hear the soundboard"))
        self.clips.setToolTip(
            tr("Play the pads on the monitor device, too; others always hear them")
        )
        self.text = label("", "muted", wrap=True)
        self._details = QWidget()
        rows = QVBoxLayout(self._details)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP)
        for widget in (self.device, self.source, self.clips, self.gain, self.text):
            rows.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(header(tr("MONITOR")))
        column.addWidget(self.on)
        column.addWidget(self._details)
        self.on.toggled.connect(model.set_on)
        self.device.activated.connect(lambda _: model.choose(self.device.chosen_id()))
        self.source.activated.connect(lambda _: model.set_source(self.source.currentData()))
        self.clips.toggled.connect(model.set_clips)
        self.gain.value_changed.connect(model.set_gain)
        model.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        model = self._model
        with QSignalBlocker(self.on), QSignalBlocker(self.clips):
            self.on.setChecked(model.on)
            self.clips.setChecked(model.clips)
        self._details.setVisible(model.on)
        self.device.show_choices(self._devices.outputs_for(model.device_id), model.device_id)
        self.source.setCurrentIndex(self.source.findData(model.source))
        self.gain.set_value(model.gain_db)
        self.text.setText(model.text)
        self.text.setVisible(bool(model.text))
        role = "warning" if model.is_trouble else "muted"
        if self.text.property("role") != role:
            self.text.setProperty("role", role)
            restyle(self.text)
