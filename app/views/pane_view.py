"""A `Pane` on the screen: a circular image that is blitted, scales, selection, keys and mouse.

Painted by hand: the image has the resolution of the screen, so that one frame is two copies of
pixels, whatever the size of the window and whatever is shown.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QWheelEvent,
)

from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.column_image import ColumnImage
from syrinx.app.viewmodels.pane import Pane, Sheet
from syrinx.app.views.look import look_of
from syrinx.app.views.sound_canvas import AXIS_WIDTH, FOOT, TIME_HEIGHT, SoundCanvas
from syrinx.app.views.theme import Theme

DRAG_PX = 4
CORNER_EVERY = 6
"""Figures change once in so many frames: faster could not be read."""
ZOOM_STEP = 1.25
KEYS = mark(
    "Drag to select. Ctrl+wheel or + and \N{MINUS SIGN}: zoom in time; wheel or left and right: "
    "scroll back a minute; Alt+wheel, or Ctrl with + and \N{MINUS SIGN}: zoom the scale; up and "
    "down: move it; Home: oldest; End: now; 0: as at the start; Esc: select nothing."
)
_TIME_STEPS = (0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0)


class PaneView(SoundCanvas):
    """Shows one `Pane`.

    Parameters
    ----------
    pane
        What to show; its analyses go on in `refresh`.
    show_time
        Whether the time axis is drawn below (once is enough for views above each other).
    """

    def __init__(self, pane: Pane, theme: Theme, *, kind: str, show_time: bool = True) -> None:
        name = tr("{kind}: {part}", kind=kind, part=pane.name) if kind != pane.name else kind
        super().__init__(
            theme,
            name=name,
            description=pane.description,
            keys=tr(KEYS),
            foot=TIME_HEIGHT if show_time else FOOT,
        )
        self.pane = pane
        self._window = pane.window
        self._image: ColumnImage | None = None
        self._view: QImage | None = None
        self._key: object = None
        self._strips: tuple[object, QPixmap] | None = None
        self._time: tuple[object, QPixmap] | None = None
        self._look = look_of(theme)
        self._pressed: QPointF | None = None
        self._panned: QPointF | None = None
        self._dragging = False
        self._frames = 0
        self._corner = ""
        self._seen: object = None
        pane.window.changed.connect(self.update)

    def refresh(self) -> None:
        """Analyse what is new; show it where a column of pixels or what is said has changed."""
        self.pane.update()
        self._frames += 1
        if self._frames % CORNER_EVERY == 0:
            self._corner = self.pane.corner()
        columns_per_s = self.plot_rect().width() * self.devicePixelRatioF() / self._window.span_s
        edges = (self._window.end_s, self.pane.ready_s)
        state = (*(int(edge * columns_per_s) for edge in edges), self._corner, self._pointer)
        if state != self._seen:
            self._seen = state
            self.update()

    def time_at(self, x: float) -> float:
        """Return the moment in s at a place of the widget."""
        plot = self.plot_rect()
        return self._window.start_s + (x - plot.left()) / plot.width() * self._window.span_s

    def x_at(self, time_s: float) -> float:
        """Return where a moment lies; the inverse of `time_at`."""
        plot = self.plot_rect()
        share = (time_s - self._window.start_s) / self._window.span_s
        return plot.left() + share * plot.width()

    def reading_text(self) -> str:
        """Return what lies under the pointer, "" when there is nothing."""
        plot = self.plot_rect()
        if self._pointer is None or not plot.contains(self._pointer.toPoint()):
            return ""
        time_s = self.time_at(self._pointer.x())
        sound = self.pane.sound
        if sound.is_empty or not sound.oldest_s <= time_s <= sound.newest_s:
            return ""
        place = 1 - (self._pointer.y() - plot.top()) / plot.height()
        what = self.pane.reading(time_s, place)
        if not what:
            return ""
        text = f"-{self._window.age_of(time_s):.2f} s   {what}"
        return text.replace("-", "\N{MINUS SIGN}")

    # ---- painting ----

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Draw image, axes, selection, labels and pointer."""
        painter = QPainter(self)
        plot = self.plot_rect()
        self._draw_image(painter, plot)
        self._draw_axes(painter, plot)
        if self.pane.is_empty:
            self._draw_empty(painter, plot)
        self._draw_selection(painter, plot)
        reading = self.reading_text()
        if reading:
            self._draw_pointer(painter, plot)
        self._corners(painter, plot, self.pane.name, reading or self._selected() or self._corner)
        self._draw_focus(painter, plot)
        painter.end()

    def _on_theme_changed(self) -> None:
        self._look = look_of(self._theme)
        self._image = self._strips = self._time = None
        super()._on_theme_changed()

    def _draw_image(self, painter: QPainter, plot: QRect) -> None:
        ratio = self.devicePixelRatioF()
        width, height = round(plot.width() * ratio), round(plot.height() * ratio)
        key = (width, height, ratio, self._window.span_s, self.pane.key())
        if self._image is None or key != self._key:
            self._key = key
            self._image = self._make_image(width, height, ratio)
        image = self._image
        image.show(self._window.end_s, self.pane.ready_s)
        assert self._view is not None  # made with the image
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

    def _make_image(self, width: int, height: int, ratio: float) -> ColumnImage:
        sheet = Sheet(height=height, columns_per_s=width / self._window.span_s, ratio=ratio)
        image = ColumnImage(
            width, height, sheet.columns_per_s, self.pane.painter(self._look, sheet)
        )
        self._view = QImage(image.pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32)
        return image

    def _draw_axes(self, painter: QPainter, plot: QRect) -> None:
        key = self._key
        if self._strips is None or self._strips[0] != key:
            ticks = self.pane.ticks(plot.height())
            self._strips = (key, self._left_strip(plot, ticks, self.pane.unit))
        painter.drawPixmap(0, 0, self._strips[1])
        window = self._window
        moment = None if window.following else (round(window.end_s, 3), self.pane.sound.newest_s)
        key = (plot.width(), self.devicePixelRatioF(), window.span_s, moment)
        if self._time is None or self._time[0] != key:
            self._time = (key, self._time_strip(plot))
        painter.drawPixmap(AXIS_WIDTH, plot.bottom() + 1, self._time[1])

    def _time_strip(self, plot: QRect) -> QPixmap:
        """Paint how long ago what is seen was; the newest sound is now."""
        pixmap = self._strip(plot.width(), self._foot)
        if self._foot < TIME_HEIGHT:
            return pixmap
        painter = QPainter(pixmap)
        metrics = self._small_font(painter)
        base = metrics.ascent() + 4
        span, width = self._window.span_s, plot.width()
        youngest = 0.0 if self._window.following else self._window.age_of(self._window.end_s)
        step = next((s for s in _TIME_STEPS if width * s / span >= 90), _TIME_STEPS[-1])
        free = width
        if self._window.following:
            now = tr("now")
            free = width - metrics.horizontalAdvance(now)
            painter.drawText(free, base, now)
        number = int(youngest / step + (1 if self._window.following else 1e-6))
        while (age := number * step) <= youngest + span:
            number += 1
            text = f"\N{MINUS SIGN}{age:.10g} s"
            half = metrics.horizontalAdvance(text) / 2
            x = width - (age - youngest) / span * width
            if half <= x <= free - half - 6:
                painter.drawText(QPointF(x - half, base), text)
        painter.end()
        return pixmap

    def _draw_selection(self, painter: QPainter, plot: QRect) -> None:
        selection = self._window.selection
        if selection is None:
            return
        left, right = (min(max(self.x_at(t), plot.left()), plot.right() + 1.0) for t in selection)
        veil = QColor(self._theme.colour("sunken"))
        veil.setAlpha(150)
        painter.fillRect(QRectF(plot.left(), 0, left - plot.left(), plot.height()), veil)
        painter.fillRect(QRectF(right, 0, plot.right() + 1 - right, plot.height()), veil)
        painter.setPen(self._theme.colour("text"))
        for time_s in selection:
            x = self.x_at(time_s)
            if plot.left() <= x <= plot.right() + 1:
                painter.drawLine(QPointF(x, 0), QPointF(x, plot.height()))

    def _selected(self) -> str:
        selection = self._window.selection
        if selection is None:
            return ""
        return tr("{seconds:.2f} s selected", seconds=selection[1] - selection[0])

    def _draw_pointer(self, painter: QPainter, plot: QRect) -> None:
        if self._pointer is None:
            return
        line = self._theme.colour("text")
        line.setAlpha(120)
        painter.setPen(line)
        x, y = round(self._pointer.x()), round(self._pointer.y())
        painter.drawLine(x, plot.top(), x, plot.bottom())
        painter.drawLine(plot.left(), y, plot.right(), y)

    # ---- mouse and keys ----

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin to select (left), or to move the picture (middle)."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragging = event.position(), False
        elif event.button() == Qt.MouseButton.MiddleButton:
            self._panned = event.position()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Select, move, or read out."""
        super().mouseMoveEvent(event)
        at = event.position()
        if self._panned is not None:
            seconds = (self._panned.x() - at.x()) / self.plot_rect().width() * self._window.span_s
            self._panned = at
            self._window.scroll(seconds)
        if self._pressed is None:
            return
        if not self._dragging and abs(at.x() - self._pressed.x()) < DRAG_PX:
            return
        if not self._dragging:
            self._dragging = True
            self._window.hold()  # what is being selected must not run away
        self._window.select(self.time_at(self._pressed.x()), self.time_at(at.x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click without a drag selects nothing."""
        if event.button() == Qt.MouseButton.LeftButton and self._pressed is not None:
            if not self._dragging:
                self._window.clear_selection()
            self._pressed, self._dragging = None, False
        elif event.button() == Qt.MouseButton.MiddleButton:
            self._panned = None
        super().mouseReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scroll in time; with Ctrl zoom in time, with Alt or on the scale zoom the scale."""
        delta, sideways = event.angleDelta().y(), event.angleDelta().x()
        keys = event.modifiers()
        notches = (delta or sideways) / 120.0
        plot = self.plot_rect()
        at = event.position()
        if keys & Qt.KeyboardModifier.ControlModifier:
            self._window.zoom(ZOOM_STEP**-notches, at_s=self.time_at(at.x()))
        elif keys & Qt.KeyboardModifier.AltModifier or at.x() < plot.left():
            place = 1 - (at.y() - plot.top()) / plot.height()
            self.pane.zoom_scale(ZOOM_STEP**-notches, min(1.0, max(0.0, place)))
        else:
            self._window.scroll(-notches * self._window.span_s / 8)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Scroll, zoom and select by the keyboard."""
        window, key = self._window, event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        zooms = {
            Qt.Key.Key_Plus: 1 / ZOOM_STEP,
            Qt.Key.Key_Equal: 1 / ZOOM_STEP,
            Qt.Key.Key_Minus: ZOOM_STEP,
        }
        sides = {Qt.Key.Key_Left: -1.0, Qt.Key.Key_Right: 1.0}
        if key in zooms and control:
            self.pane.zoom_scale(zooms[key], 0.5)
        elif key in zooms:
            window.zoom(zooms[key])
        elif key in sides and shift:
            window.stretch_selection(sides[key] * window.span_s / 40)
        elif key in sides:
            window.scroll(sides[key] * window.span_s / 8)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.pane.scroll_scale(0.1 if key == Qt.Key.Key_Up else -0.1)
        elif key == Qt.Key.Key_Home:
            window.go_oldest()
        elif key == Qt.Key.Key_End:
            window.follow()
        elif key == Qt.Key.Key_0:
            window.reset_zoom()
        elif key == Qt.Key.Key_Escape and window.selection is not None:
            window.clear_selection()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Leave the menu to the panel around."""
        event.ignore()
