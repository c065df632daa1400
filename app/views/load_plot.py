"""The engine's load over the last minute, with a mark for every late block (pyqtgraph).

Imported when it is first looked at: pyqtgraph costs 0.3 s that the window's start need not wait
for. Put together from its parts, since a ``PlotWidget`` leaves seven menus without an owner.
"""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from syrinx.app.translation import tr
from syrinx.app.views.theme import Theme

SPAN_S = 60


class LoadPlot(QWidget):
    """Percent over seconds."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(110)
        self.setAccessibleName(tr("Engine load over the last minute, in percent"))
        view = pyqtgraph.GraphicsView(self, background=None)
        view.setStyleSheet("background: transparent;")
        layout = pyqtgraph.GraphicsLayout()
        layout.setContentsMargins(0, 4, 4, 0)
        layout.setSpacing(0)
        view.setCentralItem(layout)
        self._box = pyqtgraph.ViewBox(enableMenu=False, enableMouse=False)
        self._box.setRange(xRange=(-SPAN_S, 0), yRange=(0, 100), padding=0.02)
        self._axes = [pyqtgraph.AxisItem("left"), pyqtgraph.AxisItem("bottom")]
        font = self.font()
        font.setPixelSize(10)
        for axis in self._axes:
            axis.linkToView(self._box)
            axis.setTickFont(font)
        self._axes[0].setTicks([[(0, "0"), (50, "50"), (100, "100 %")]])
        self._axes[1].setTicks([[(-60, "−60 s"), (-40, "−40 s"), (-20, "−20 s"), (0, tr("now"))]])
        layout.addItem(self._axes[0], 0, 0)
        layout.addItem(self._box, 0, 1)
        layout.addItem(self._axes[1], 1, 1)
        self._curve = pyqtgraph.PlotCurveItem()
        self._marks = pyqtgraph.ScatterPlotItem(symbol="t1", size=9, pen=None)
        self._box.addItem(self._curve)
        self._box.addItem(self._marks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(view)
        theme.changed.connect(self._paint)
        self._paint()

    def show_history(self, history: Sequence[tuple[float, float, int]]) -> None:
        """Draw ``(stream_s, load, late_blocks)`` points, oldest first."""
        newest = history[-1][0] if history else 0.0
        times = [stream_s - newest for stream_s, _, _ in history]
        self._curve.setData(times, [100 * load for _, load, _ in history])
        late = [times[i] for i in range(1, len(history)) if history[i][2] > history[i - 1][2]]
        self._marks.setData(late, [3.0] * len(late))

    def late_marks(self) -> int:
        """Return how many moments are marked."""
        return len(self._marks.data)

    def _paint(self) -> None:
        accent = self._theme.colour("accent")
        self._curve.setPen(QPen(accent, 0))
        accent.setAlpha(50)
        self._curve.setFillLevel(0)
        self._curve.setBrush(accent)
        self._marks.setBrush(self._theme.colour("danger"))
        for axis in self._axes:
            axis.setPen(self._theme.colour("line_strong"))
            axis.setTextPen(self._theme.colour("text_muted"))
