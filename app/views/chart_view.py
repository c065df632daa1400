"""A `Chart` on the screen: curves, upright marks and two scales, painted by hand."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap

from syrinx.app.translation import tr
from syrinx.app.viewmodels.charts import Chart, Curve, Mark
from syrinx.app.views.sound_canvas import AXIS_WIDTH, TIME_HEIGHT, SoundCanvas
from syrinx.app.views.theme import Theme


class ChartView(SoundCanvas):
    """Shows one `Chart`; it is painted anew only when there is something else to see."""

    def __init__(self, chart: Chart, theme: Theme, *, kind: str) -> None:
        name = tr("{kind}: {part}", kind=kind, part=chart.name) if kind != chart.name else kind
        super().__init__(theme, name=name, description=chart.description, keys="", foot=TIME_HEIGHT)
        self.chart = chart
        self._revision = -1
        self._ground: tuple[object, QPixmap] | None = None

    def refresh(self) -> None:
        """Compute what is new, and show it when it is."""
        self.chart.update()
        if self.chart.revision != self._revision:
            self._revision = self.chart.revision
            self.update()

    def reading_text(self) -> str:
        """Return what lies under the pointer, "" when there is nothing."""
        plot = self.plot_rect()
        if self._pointer is None or not plot.contains(self._pointer.toPoint()):
            return ""
        x = (self._pointer.x() - plot.left()) / plot.width()
        y = 1 - (self._pointer.y() - plot.top()) / plot.height()
        return "" if self.chart.is_empty else self.chart.reading(x, y)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Draw ground, scales, curves and labels."""
        painter = QPainter(self)
        plot = self.plot_rect()
        ticks_x, ticks_y = self.chart.ticks_x(plot.width()), self.chart.ticks_y(plot.height())
        key = (self.size(), self.devicePixelRatioF(), tuple(ticks_x), tuple(ticks_y))
        if self._ground is None or self._ground[0] != key:
            self._ground = (key, self._paint_ground(plot, ticks_x, ticks_y))
        painter.drawPixmap(0, 0, self._ground[1])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self.chart.marks():
            self._draw_mark(painter, plot, mark)
        for curve in self.chart.curves():
            self._draw_curve(painter, plot, curve)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if self.chart.is_empty:
            self._draw_empty(painter, plot)
        self._corners(painter, plot, self.chart.name, self.reading_text() or self.chart.corner())
        self._draw_focus(painter, plot)
        painter.end()

    def _on_theme_changed(self) -> None:
        self._ground = None
        super()._on_theme_changed()

    def _paint_ground(
        self, plot: QRect, ticks_x: list[tuple[float, str]], ticks_y: list[tuple[float, str]]
    ) -> QPixmap:
        pixmap = self._strip(self.width(), self.height())
        painter = QPainter(pixmap)
        painter.drawPixmap(0, 0, self._left_strip(plot, ticks_y, self.chart.unit_x))
        painter.fillRect(plot, self._theme.colour("sunken"))
        grid = self._theme.colour("text")
        grid.setAlphaF(0.13)
        painter.setPen(grid)
        for place, _ in ticks_y:
            y = round((1 - place) * plot.height())
            painter.drawLine(plot.left(), y, plot.right(), y)
        for place, _ in ticks_x:
            x = plot.left() + round(place * plot.width())
            painter.drawLine(x, plot.top(), x, plot.bottom())
        metrics = self._small_font(painter)
        base = plot.height() + metrics.ascent() + 4
        for place, text in ticks_x:
            half = metrics.horizontalAdvance(text) / 2
            x = plot.left() + place * plot.width()
            if x - half >= AXIS_WIDTH + 2 and x + half <= self.width():
                painter.drawText(QPointF(x - half, base), text)
        painter.end()
        return pixmap

    def _draw_curve(self, painter: QPainter, plot: QRect, curve: Curve) -> None:
        if len(curve.x) < 2:
            return
        x = plot.left() + np.clip(curve.x, 0, 1) * plot.width()
        y = (1 - curve.y) * plot.height()
        points = [QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)]
        painter.save()
        painter.setClipRect(plot)
        colour = self._theme.colour(curve.colour)
        path = QPainterPath(QPointF(points[0].x(), plot.height()))
        for point in points:
            path.lineTo(point)
        path.lineTo(points[-1].x(), plot.height())
        ground = self._theme.colour(curve.colour)
        ground.setAlpha(38)
        painter.fillPath(path, ground)
        painter.setPen(QPen(colour, 2))
        painter.drawPolyline(points)
        painter.restore()

    def _draw_mark(self, painter: QPainter, plot: QRect, mark: Mark) -> None:
        x = plot.left() + mark.x * plot.width()
        painter.setPen(QPen(self._theme.colour(mark.colour), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, 0), QPointF(x, plot.height()))
        if mark.text:
            metrics: QFontMetrics = self._small_font(painter)
            painter.setPen(self._theme.colour(mark.colour))
            width = metrics.horizontalAdvance(mark.text)
            rect = QRectF(x + 5, plot.height() - 20, width + 4, 16)
            if rect.right() > plot.right():
                rect.moveRight(x - 5)
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, mark.text)
