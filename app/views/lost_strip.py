"""A device is gone: what is awaited, and what could be taken instead."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from syrinx.app.translation import tr
from syrinx.app.viewmodels.hotplug import HotplugModel
from syrinx.app.views.parts import label
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP


class LostStrip(QFrame):
    """Under the pictures while a lost device is awaited."""

    def __init__(self, model: HotplugModel, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("message")
        self.setProperty("level", "warning")
        self._model, self._theme = model, theme
        self._icon = QLabel()
        self.text = label("", "text", wrap=True)
        self.instead = QPushButton()
        self.stop = QPushButton(tr("Stop &waiting"))
        self.stop.setToolTip(tr("Stay stopped when the device comes back"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(GAP)
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        row.addWidget(self.instead)
        row.addWidget(self.stop)
        self.instead.clicked.connect(model.take_fallback)
        self.stop.clicked.connect(model.stop_waiting)
        model.changed.connect(self._show)
        theme.changed.connect(self._paint)
        self._paint()
        self._show()

    def _show(self) -> None:
        model = self._model
        self.setVisible(model.waiting)
        self.text.setText(model.text)
        self.setAccessibleName(model.text)
        offered = model.fallback if model.waiting else None
        self.instead.setVisible(offered is not None)
        if offered is not None:
            device, output = offered
            self.instead.setText(tr("Use “{name}”", name=device.name))
            self.instead.setToolTip(
                tr("Start again now, and play to “{name}”", name=device.name)
                if output
                else tr("Start again now, and listen to “{name}”", name=device.name)
            )

    def _paint(self) -> None:
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._theme.pixmap("warning", "warning", 18, ratio))
