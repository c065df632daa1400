"""The curves of a training, painted: a few hundred points need no plotting library."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from syrinx.app.translation import tr
from syrinx.app.views.theme import Theme

LEFT, BOTTOM, TOP, RIGHT = 40, 20, 26, 8
Points = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A curve: its name, colour token and ``(step, value)`` points; dashes beside the colour."""

    name: str
    token: str
    points: Points
    dashed: bool = False


class CurvePlot(QWidget):
    """Curves over training steps, with the names and newest values above.

    Parameters
    ----------
    name
        For who cannot see it.
    least_span
        The axis spans this much at least, so that small changes look small.
    empty
        Written while there are no curves.
    """

    def __init__(
        self, theme: Theme, *, name: str, least_span: float = 0.1, empty: str = ""
    ) -> None:
        super().__init__()
        self._theme, self._least_span, self._empty = theme, least_span, empty
        self._lines: tuple[Line, ...] = ()
        self._steps = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(220, 120)
        self.setAccessibleName(name)
        theme.changed.connect(self.update)

    def show_lines(self, lines: Sequence[Line], steps: float) -> None:
        """Draw ``lines`` over 0 to ``steps`` steps."""
        self._lines = tuple(line for line in lines if line.points)
        newest = max((line.points[-1][0] for line in self._lines), default=0.0)
        self._steps = max(steps, newest, 1.0)
        self.setAccessibleDescription(", ".join(map(self._caption, self._lines)))
        self.update()

    def span(self) -> tuple[float, float]:
        """Return the lowest and the highest value that the axis shows."""
        values = [value for line in self._lines for _, value in line.points]
        low, high = min(values, default=0.0), max(values, default=1.0)
        missing = max(0.0, self._least_span - (high - low))
        low, high = low - missing / 2, high + missing / 2
        step = tick_step(high - low)
        return math.floor(low / step) * step, math.ceil(high / step) * step

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Draw axes, grid, curves and names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(11)
        painter.setFont(font)
        plot = QRectF(LEFT, TOP, self.width() - LEFT - RIGHT, self.height() - TOP - BOTTOM)
        if not self._lines:
            painter.setPen(self._theme.colour("line"))
            painter.drawLine(plot.bottomLeft(), plot.bottomRight())
            painter.setPen(self._theme.colour("text_muted"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(plot, flags, self._empty)
            painter.end()
            return
        low, high = self.span()
        self._draw_grid(painter, plot, low, high)
        for line in self._lines:
            self._draw_line(painter, plot, line, low, high)
        self._draw_names(painter)
        painter.end()

    def _draw_grid(self, painter: QPainter, plot: QRectF, low: float, high: float) -> None:
        step = tick_step(high - low)
        count = round((high - low) / step)
        every = max(1, math.ceil(count * 18 / max(1.0, plot.height())))
        for number in range(0, count + 1, every):
            value = low + number * step
            y = plot.bottom() - number / max(1, count) * plot.height()
            painter.setPen(self._theme.colour("line"))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(self._theme.colour("text_faint"))
            rect = QRectF(0, y - 8, LEFT - 6, 16)
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(rect, align, _number(value))
        painter.setPen(self._theme.colour("text_faint"))
        rect = QRectF(plot.left(), plot.bottom() + 4, plot.width(), 16)
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft, "0")
        painter.drawText(
            rect, Qt.AlignmentFlag.AlignRight, tr("{steps:,.0f} steps", steps=self._steps)
        )

    def _draw_line(
        self, painter: QPainter, plot: QRectF, line: Line, low: float, high: float
    ) -> None:
        pen = QPen(self._theme.colour(line.token), 2)
        if line.dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        points = [
            QPointF(
                plot.left() + step / self._steps * plot.width(),
                plot.bottom() - (value - low) / (high - low) * plot.height(),
            )
            for step, value in line.points
        ]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(self._theme.colour(line.token))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(points[-1], 3, 3)

    def _draw_names(self, painter: QPainter) -> None:
        x = 0.0
        metrics = painter.fontMetrics()
        for line in self._lines:
            pen = QPen(self._theme.colour(line.token), 2)
            if line.dashed:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(QPointF(x, 10), QPointF(x + 18, 10))
            painter.setPen(self._theme.colour("text"))
            text = self._caption(line)
            painter.drawText(QPointF(x + 24, 14), text)
            x += 24 + metrics.horizontalAdvance(text) + 18

    def _caption(self, line: Line) -> str:
        return f"{line.name} {_number(line.points[-1][1])}"


def tick_step(span: float) -> float:
    """Return a step of 1, 2 or 5 times a power of ten that divides ``span`` into 3 to 7 parts."""
    power = 10.0 ** math.floor(math.log10(max(span, 1e-9)))
    return next((m * power for m in (0.2, 0.5, 1.0) if span / (m * power) <= 6), 2 * power)


def _number(value: float) -> str:
    return f"{value:.2f}".replace("-", "\N{MINUS SIGN}")
