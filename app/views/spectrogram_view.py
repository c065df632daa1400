"""A live spectrogram: a circular image that is blitted, with axes, F0 line and read-out.

Painted by hand rather than by pyqtgraph: the image already has the resolution of the screen, so
that one frame is two copies of pixels, whatever the size of the window.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFont,
    QFontMetrics,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from syrinx.app.translation import tr
from syrinx.app.viewmodels.pixels import colour_table
from syrinx.app.viewmodels.scroll_image import ScrollImage
from syrinx.app.viewmodels.spectrogram import N_BANDS, frequency_ticks, time_ticks
from syrinx.app.viewmodels.stream import StreamModel
from syrinx.app.views.theme import Theme

AXIS_WIDTH = 40
TIME_HEIGHT = 20
FOOT = 4


class SpectrogramView(QWidget):
    """Shows one :class:`StreamModel`.

    Parameters
    ----------
    model
        What to show; it is pulled by whoever calls ``refresh``.
    theme
        Colours.
    name
        Of the channel, translated: the accessible name and the label in the corner.
    colour_map
        Token of the colour stops: "cool_map" or "warm_map".
    show_time
        Whether the time axis is drawn below (once is enough for two views).
    """

    def __init__(
        self,
        model: StreamModel,
        theme: Theme,
        *,
        name: str,
        colour_map: str,
        show_time: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._name = name
        self._map = colour_map
        self._time_height = TIME_HEIGHT if show_time else FOOT
        self._image: ScrollImage | None = None
        self._view: QImage | None = None
        self._axes: tuple[QPixmap, QPixmap] | None = None
        self._revision = -1
        self._pointer: QPointF | None = None
        self._empty_text = ""
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 110)
        self.setAccessibleName(tr("{name} spectrogram", name=name))
        self.setAccessibleDescription(
            tr("Frequency over the last seconds, loudness as colour, with the pitch as a line.")
        )
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
        """Return the part of the widget that the image fills."""
        return QRect(
            AXIS_WIDTH,
            0,
            max(1, self.width() - AXIS_WIDTH),
            max(1, self.height() - self._time_height),
        )

    def reading_text(self) -> str:
        """Return time, frequency and level under the pointer, "" when there are none."""
        plot = self.plot_rect()
        if self._pointer is None or not plot.contains(self._pointer.toPoint()):
            return ""
        age = (plot.right() + 1 - self._pointer.x()) / plot.width() * self._model.span_s
        position = 1 - (self._pointer.y() - plot.top()) / plot.height()
        reading = self._model.read(age, position)
        if reading is None:
            return ""
        return (
            f"\N{MINUS SIGN}{reading.age_s:.2f} s   {reading.frequency_hz:,.0f} Hz   "
            f"{reading.level_dbfs:.0f} dB".replace("-", "\N{MINUS SIGN}")
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Draw image, axes, labels and pointer."""
        painter = QPainter(self)
        plot = self.plot_rect()
        self._draw_image(painter, plot)
        self._draw_axes(painter, plot)
        if self._model.is_empty:
            self._draw_empty(painter, plot)
        self._draw_corner(painter, plot)
        self._draw_pointer(painter, plot)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
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

    def _on_theme_changed(self) -> None:
        self._image = None
        self.update()

    def _make_image(self, width: int, height: int, ratio: float) -> ScrollImage:
        model, theme = self._model, self._theme
        image = ScrollImage(
            width,
            height,
            seconds=model.span_s,
            axis=model.axis,
            n_bands=N_BANDS,
            colours=colour_table(getattr(theme.palette, self._map)),
            trace=theme.colour("trace").rgb(),
            line_width=1.6 * ratio,
            grid_hz=[hz for hz, _ in frequency_ticks(model.axis, height / ratio)],
            grid=theme.colour("text").rgb(),
        )
        self._view = QImage(image.pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32)
        self._axes = None
        return image

    def _draw_image(self, painter: QPainter, plot: QRect) -> None:
        ratio = self.devicePixelRatioF()
        width, height = round(plot.width() * ratio), round(plot.height() * ratio)
        model, image = self._model, self._image
        if image is None or (image.width, image.height) != (width, height):
            image = self._image = self._make_image(width, height, ratio)
            self._revision = -1
        if self._revision != model.revision:
            self._revision = model.revision
            image.redraw(model.history, model.time_s)
        else:
            image.advance(model.history, model.time_s)
        if self._view is None:
            return
        older = width - image.head
        left, top = float(plot.left()), float(plot.top())
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(
            QRectF(left, top, older / ratio, height / ratio),
            self._view,
            QRectF(image.head, 0, older, height),
        )
        if image.head:
            painter.drawImage(
                QRectF(left + older / ratio, top, image.head / ratio, height / ratio),
                self._view,
                QRectF(0, 0, image.head, height),
            )
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def _draw_axes(self, painter: QPainter, plot: QRect) -> None:
        if self._axes is None:
            self._axes = (self._hz_strip(plot), self._time_strip(plot))
        painter.drawPixmap(0, 0, self._axes[0])
        painter.drawPixmap(0, plot.bottom() + 1, self._axes[1])

    def _strip(self, width: int, height: int) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(width * ratio), round(height * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self._theme.colour("surface"))
        return pixmap

    def _pen(self, painter: QPainter) -> QFontMetrics:
        font = self.font()
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text_faint"))
        return QFontMetrics(font)

    def _hz_strip(self, plot: QRect) -> QPixmap:
        pixmap = self._strip(AXIS_WIDTH, plot.height())
        painter = QPainter(pixmap)
        self._pen(painter)
        for hz, text in frequency_ticks(self._model.axis, plot.height()):
            y = round((1 - float(self._model.axis.position(hz))) * plot.height())
            painter.drawText(
                QRect(0, y - 8, AXIS_WIDTH - 6, 16),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                text,
            )
        painter.end()
        return pixmap

    def _time_strip(self, plot: QRect) -> QPixmap:
        pixmap = self._strip(self.width(), self._time_height)
        if self._time_height < TIME_HEIGHT:
            return pixmap
        painter = QPainter(pixmap)
        metrics = self._pen(painter)
        base = metrics.ascent() + 4
        painter.drawText(
            QRect(0, 0, AXIS_WIDTH - 6, base + metrics.descent()),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom,
            "Hz",
        )
        for age in time_ticks(self._model.span_s, plot.width()):
            x = plot.right() - round(age / self._model.span_s * plot.width())
            text = f"\N{MINUS SIGN}{age:g} s"
            half = metrics.horizontalAdvance(text) // 2
            if x - half > plot.left():
                painter.drawText(x - half, base, text)
        now = tr("now")
        painter.drawText(plot.right() - metrics.horizontalAdvance(now), base, now)
        painter.end()
        return pixmap

    def _draw_corner(self, painter: QPainter, plot: QRect) -> None:
        text = self._name
        f0 = self._model.latest_f0_hz()
        font = self.font()
        font.setPixelSize(12)
        font.setWeight(font.Weight.DemiBold)
        self._tag(painter, font, text, QPointF(plot.left() + 8, plot.top() + 8), left=True)
        reading = self.reading_text()
        right = reading or (f"F0 {f0:.0f} Hz" if f0 else "")
        if right:
            self._tag(painter, font, right, QPointF(plot.right() - 8, plot.top() + 8), left=False)

    def _tag(self, painter: QPainter, font: QFont, text: str, at: QPointF, *, left: bool) -> None:
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(text) + 16
        rect = QRectF(at.x() if left else at.x() - width, at.y(), width, 22)
        ground = self._theme.colour("surface")
        ground.setAlpha(215)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(rect, 5, 5)
        painter.setPen(self._theme.colour("text"))
        painter.setFont(font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def _draw_empty(self, painter: QPainter, plot: QRect) -> None:
        if not self._empty_text:
            return
        font = self.font()
        font.setPixelSize(13)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text_muted"))
        painter.drawText(
            plot.adjusted(24, 24, -24, -8),
            Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
            self._empty_text,
        )

    def _draw_pointer(self, painter: QPainter, plot: QRect) -> None:
        if self._pointer is None or not self.reading_text():
            return
        line = self._theme.colour("text")
        line.setAlpha(120)
        painter.setPen(line)
        x, y = round(self._pointer.x()), round(self._pointer.y())
        painter.drawLine(x, plot.top(), x, plot.bottom())
        painter.drawLine(plot.left(), y, plot.right(), y)
