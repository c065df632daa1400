"""How the devices are opened: host API, channel of the input, exclusive mode."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.device_setup import DeviceSetup
from syrinx.app.viewmodels.devices import DevicesModel
from syrinx.app.views.parts import ignore_stray_wheel, label
from syrinx.app.views.tokens import GAP

ALL_TEXT = mark("All systems")
MIX_TEXT = mark("Mix of the first two")
_CAPTION_WIDTH = 64


class DeviceOptions(QWidget):
    """Shown as far as there is something to choose."""

    def __init__(self, model: DeviceSetup, devices: DevicesModel) -> None:
        super().__init__()
        self._model, self._devices = model, devices
        self.host_api = _combo(
            tr("Sound system"),
            tr(
                "List the devices of one sound system (host API) alone.\n"
                "ASIO, WASAPI, JACK and Core Audio have less delay than MME and DirectSound."
            ),
        )
        self.channel = _combo(
            tr("Input channel"),
            tr("The socket of the interface that your microphone is plugged into."),
        )
        self.exclusive = QCheckBox(tr("E&xclusive mode"))
        self.exclusive.setToolTip(
            tr("Have the devices for Syrinx alone: less delay, and no other program can use them.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self._api_row = _row(tr("S&ystem"), self.host_api)
        self._channel_row = _row(tr("Cha&nnel"), self.channel)
        column.addWidget(self._api_row)
        column.addWidget(self._channel_row)
        column.addWidget(self.exclusive)
        self.host_api.activated.connect(
            lambda _: model.choose_host_api(self.host_api.currentData())
        )
        self.channel.activated.connect(lambda _: model.set_channel(self.channel.currentData()))
        self.exclusive.toggled.connect(model.set_exclusive)
        model.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        apis = self._devices.host_apis
        _fill(self.host_api, [(tr(ALL_TEXT), None), *((api, api) for api in apis)],
              self._devices.host_api)  # fmt: skip
        self._api_row.setVisible(len(apis) > 1)
        count = self._model.channel_count
        channels = [
            (tr("Channel {number}", number=number), number) for number in range(1, count + 1)
        ]
        _fill(self.channel, [(tr(MIX_TEXT), None), *channels], self._model.channel)
        self._channel_row.setVisible(count > 1)
        with QSignalBlocker(self.exclusive):
            self.exclusive.setChecked(self._model.exclusive)
        self.exclusive.setVisible(self._model.can_be_exclusive)
        self.setVisible(len(apis) > 1 or count > 1 or self._model.can_be_exclusive)


def _combo(name: str, tooltip: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(tooltip)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(10)
    ignore_stray_wheel(box)
    return box


def _row(caption: str, box: QComboBox) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(GAP)
    text = label(caption, "heading")
    text.setBuddy(box)
    text.setFixedWidth(_CAPTION_WIDTH)
    line.addWidget(text)
    line.addWidget(box, 1)
    return row


def _fill(box: QComboBox, lines: list[tuple[str, object]], chosen: object) -> None:
    with QSignalBlocker(box):
        if [(box.itemText(i), box.itemData(i)) for i in range(box.count())] != lines:
            box.clear()
            for text, value in lines:
                box.addItem(text, value)
        values = [value for _, value in lines]
        box.setCurrentIndex(values.index(chosen) if chosen in values else 0)
