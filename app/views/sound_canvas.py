"""What every hand-painted picture has: axis strips, a tag in the corner, a focus frame."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from syrinx.app.viewmodels.pane import Ticks
from syrinx.app.views.theme import Theme

AXIS_WIDTH = 40
TIME_HEIGHT = 20
FOOT = 4


class SoundCanvas(QWidget):
    """A plot with a scale at the left and one below.

    Parameters
    ----------
    name, description
        For screen readers; the help says the description, too.
    keys
        What the keys do here, for the help.
    foot
        Height of the scale below.
    """

    def __init__(
        self, theme: Theme, *, name: str, description: str, keys: str, foot: int = TIME_HEIGHT
    ) -> None:
        super().__init__()
        self._theme = theme
        self._foot = foot
        self._pointer: QPointF | None = None
        self._empty_text = ""
        self._tags: dict[bool, tuple[object, QPixmap]] = {}  # at the left or not
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 56)  # four of them fit into the smallest window
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.keys_text = keys
        self.setWhatsThis(f"{description}\n{keys}" if keys else description)
        theme.changed.connect(self._on_theme_changed)

    def set_empty_text(self, text: str) -> None:
        """Set what is written while nothing was received."""
        if text != self._empty_text:
            self._empty_text = text
            self.update()

    def refresh(self) -> None:
        """Show what the model holds now."""
        self.update()

    def plot_rect(self) -> QRect:
        """Return the part of the widget that the picture fills."""
        width, height = self.width() - AXIS_WIDTH, self.height() - self._foot
        return QRect(AXIS_WIDTH, 0, max(1, width), max(1, height))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Read out what is under the pointer."""
        self._pointer = event.position()
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Show the cross-hair."""
        self.setCursor(Qt.CursorShape.CrossCursor)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Hide the cross-hair."""
        self._pointer = None
        self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show the frame."""
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Hide the frame."""
        self.update()
        super().focusOutEvent(event)

    def _on_theme_changed(self) -> None:
        self.update()

    # ---- parts of a painting ----

    def _small_font(self, painter: QPainter) -> QFontMetrics:
        font = QFont(self.font())
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text_faint"))
        return QFontMetrics(font)

    def _strip(self, width: int, height: int) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(max(1, round(width * ratio)), max(1, round(height * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self._theme.colour("surface"))
        return pixmap

    def _left_strip(self, plot: QRect, ticks: Ticks, unit: str) -> QPixmap:
        """Paint the scale at the left, down to the corner below it."""
        pixmap = self._strip(AXIS_WIDTH, self.height())
        painter = QPainter(pixmap)
        metrics = self._small_font(painter)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for place, text in ticks:
            y = round((1 - place) * plot.height())
            painter.drawText(QRect(0, y - 8, AXIS_WIDTH - 6, 16), right, text)
        if self._foot >= TIME_HEIGHT and unit:
            base = plot.height() + metrics.ascent() + 4
            painter.drawText(AXIS_WIDTH - 6 - metrics.horizontalAdvance(unit), base, unit)
        painter.end()
        return pixmap

    def _tag(self, painter: QPainter, text: str, at: QPointF, *, left: bool, most: float) -> float:
        """Write on a small ground in a corner; return the width it took."""
        if not text or most < 32:
            return 0.0
        key = (text, round(most), self.devicePixelRatioF(), self._theme.palette.dark)
        if left not in self._tags or self._tags[left][0] != key:  # text is slow, pixels are not
            self._tags[left] = (key, self._paint_tag(text, most))
        pixmap = self._tags[left][1]
        width = pixmap.deviceIndependentSize().width()
        painter.drawPixmap(QPointF(at.x() if left else at.x() - width, at.y()), pixmap)
        return float(width) + 8.0

    def _paint_tag(self, text: str, most: float) -> QPixmap:
        font = QFont(self.font())
        font.setPixelSize(12)
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, round(most - 16))
        rect = QRectF(0, 0, metrics.horizontalAdvance(text) + 16, 22)
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(rect.width() * ratio), round(rect.height() * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        ground = self._theme.colour("surface")
        ground.setAlpha(215)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(rect, 5, 5)
        painter.setPen(self._theme.colour("text"))
        painter.setFont(font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
        return pixmap

    def _corners(self, painter: QPainter, plot: QRect, left: str, right: str) -> None:
        """Write the name at the left and what is read at the right, as far as there is room."""
        room = plot.width() - 16.0
        taken = self._tag(
            painter, left, QPointF(plot.left() + 8, plot.top() + 8), left=True, most=room
        )
        corner = QPointF(plot.right() - 8, plot.top() + 8)
        self._tag(painter, right, corner, left=False, most=room - taken)

    def _draw_empty(self, painter: QPainter, plot: QRect) -> None:
        font = QFont(self.font())
        font.setPixelSize(13)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text_muted"))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(plot.adjusted(24, 24, -24, -8), flags, self._empty_text)

    def _draw_focus(self, painter: QPainter, plot: QRect) -> None:
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(plot.adjusted(1, 1, -1, -1))
