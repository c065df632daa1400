"""The line that says how far the search through a dropped folder is: only of long ones."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton

from syrinx.app.translation import tr
from syrinx.app.viewmodels.transcribe_search import SearchModel
from syrinx.app.views.parts import ElidedLabel
from syrinx.app.views.tokens import GAP

SHOW_AFTER_MS = 400
"""A search that is over sooner is not worth a line that flickers."""


class SearchStrip(QFrame):
    """Where is looked, how many recordings were found, and a button that ends it."""

    def __init__(self, model: SearchModel) -> None:
        super().__init__()
        self.setObjectName("message")
        self._model = model
        self.text = ElidedLabel("", "text")
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setFixedWidth(96)
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setToolTip(tr("Look no further; what was found stays in the list"))
        self.cancel.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(GAP)
        row.addWidget(self.busy)
        row.addWidget(self.text, 1)
        row.addWidget(self.cancel)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOW_AFTER_MS)
        self._timer.timeout.connect(self.show)
        self.cancel.clicked.connect(model.cancel)
        model.changed.connect(self._show)
        self.hide()

    def _show(self) -> None:
        if not self._model.running:
            self._timer.stop()
            self.hide()
            return
        places, count = self._model.places, self._model.count
        name = places[0].name or str(places[0])
        if count == 1:
            text = tr("Looking through {folder}: 1 recording so far", folder=name)
        else:
            text = tr(
                "Looking through {folder}: {count:,} recordings so far", folder=name, count=count
            )
        self.text.setText(text)
        if not self.isVisible() and not self._timer.isActive():
            self._timer.start()
