"""Two buttons: do I hear this microphone, do I hear these loudspeakers?"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from syrinx.app.translation import tr
from syrinx.app.viewmodels.device_tests import DeviceTests
from syrinx.app.views.parts import header, label, restyle
from syrinx.app.views.tokens import GAP, UNIT

_LEVEL_STEPS = 1000


class DeviceTestSection(QWidget):
    """The trials, with a level while one runs and a sentence after it."""

    def __init__(self, model: DeviceTests) -> None:
        super().__init__()
        self._model = model
        self.microphone = QPushButton(tr("Test &microphone"))
        self.speakers = QPushButton(tr("Test spea&kers"))
        self.speakers.setToolTip(tr("Play a soft rising tone, first left, then right"))
        self.level = QProgressBar()
        self.level.setRange(0, _LEVEL_STEPS)
        self.level.setTextVisible(False)
        self.level.setFixedHeight(6)
        self.level.setAccessibleName(tr("Level of the microphone"))
        self.text = label("", "muted", wrap=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(UNIT)
        buttons.addWidget(self.microphone, 1)
        buttons.addWidget(self.speakers, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(header(tr("TEST")))
        column.addLayout(buttons)
        column.addWidget(self.level)
        column.addWidget(self.text)
        self.microphone.clicked.connect(model.test_microphone)
        self.speakers.clicked.connect(model.test_speakers)
        model.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        model = self._model
        busy = model.microphone != "idle"
        self.microphone.setText(tr("Stop") if busy else tr("Test &microphone"))
        self.microphone.setEnabled(busy or model.can_test_microphone)
        self.microphone.setToolTip(
            tr("Record three seconds and play them back")
            if busy or model.can_test_microphone
            else tr("Stop your voice first: the level beside the pictures shows the microphone")
        )
        self.speakers.setEnabled(not model.speakers_busy)
        self.level.setVisible(busy)
        self.level.setValue(round(_LEVEL_STEPS * model.level))
        self.text.setText(model.text)
        self.text.setVisible(bool(model.text))
        role = "warning" if model.is_trouble else "muted"
        if self.text.property("role") != role:
            self.text.setProperty("role", role)
            restyle(self.text)
