"""Words, waveform and spectrogram of some seconds of a recording; a click plays from there."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)

from syrinx.app.translation import tr
from syrinx.app.viewmodels.pixels import colour_table
from syrinx.app.viewmodels.spectrogram import FRAME_RATE_HZ, frequency_ticks
from syrinx.app.viewmodels.takes import clock
from syrinx.app.viewmodels.transcribe_editor import EditorModel
from syrinx.app.viewmodels.transcribe_sound import (
    AXIS,
    N_BANDS,
    TILE_S,
    WAVE_RATE_HZ,
    SoundTiles,
    Tile,
)
from syrinx.app.viewmodels.transcribe_span import Span, words_between
from syrinx.app.views.sound_canvas import SoundCanvas
from syrinx.app.views.theme import Theme
from syrinx.app.views.transcribe_row import doubt, speaker_colour

ROW = 16
LANE = 2 * ROW + 2
_WAVE_SHARE = 0.36
_STEPS = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 60.0)


class TranscriptCanvas(SoundCanvas):
    """The picture of the chosen recording; only what is seen, and a little more, is read.

    Parameters
    ----------
    editor
        Gives the words.
    """

    play_pressed = Signal(float)
    stop_pressed = Signal()
    scrolled = Signal()
    _read = Signal(object)

    def __init__(self, editor: EditorModel, theme: Theme) -> None:
        super().__init__(
            theme,
            name=tr("Picture of the recording"),
            description=tr("Waveform and spectrogram of the recording, with its words on it."),
            keys=tr(
                "A click plays from there. Left and Right scroll, Home and End go to the ends, "
                "+ and - zoom, Space plays and stops."
            ),
        )
        self._editor = editor
        self.span = Span()
        self.place_s = 0.0
        self.heard_s: float | None = None
        self._zoomed = False
        self._tiles = SoundTiles(self._read.emit)
        self._ground: tuple[object, QPixmap] | None = None
        self._scale: tuple[object, QPixmap] | None = None
        self.setMinimumSize(240, 120)
        self._read.connect(self._on_read, Qt.ConnectionType.QueuedConnection)
        editor.changed.connect(self._on_editor_changed)

    def close_files(self) -> None:
        """End the thread that reads."""
        self._tiles.close()

    def show_place(self, time_s: float) -> None:
        """Put the cursor at a time and show it."""
        self.place_s = time_s
        self._scroll(lambda: self.span.follow(time_s))

    def show_heard(self, time_s: float | None) -> None:
        """Show where it plays; None = it does not."""
        if time_s != self.heard_s:
            self.heard_s = time_s
            if time_s is not None:
                self._scroll(lambda: self.span.follow(time_s))
            self.update()

    def scroll_to(self, from_s: float) -> None:
        """Show from this time on."""
        self._scroll(lambda: self.span.scroll_to(from_s))

    # ---- events ----

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Play from what was clicked: a word from its beginning."""
        super().mousePressEvent(event)
        plot = self.plot_rect()
        if self._editor.path is None or event.position().x() < plot.left():
            return
        time_s = self._time_at(event.position().x())
        if event.position().y() < LANE:
            for _, _, word in words_between(self._editor.transcript, time_s, time_s + 1e-3):
                time_s = word.start_s
        self.place_s = time_s
        self.play_pressed.emit(time_s)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show more in more room, until the user zooms."""
        super().resizeEvent(event)
        if not self._zoomed:
            self.span.fit(self.plot_rect().width())
            self._scroll(lambda: self.span.scroll_to(self.span.from_s), told=True)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scroll; with Ctrl zoom."""
        turn = event.angleDelta().y() + event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(0.8 if turn > 0 else 1.25, self._time_at(event.position().x()))
        else:
            self._scroll_by(-turn / 120 * 0.1)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Scroll, zoom, play."""
        key = event.key()
        ends = {Qt.Key.Key_Home: 0.0, Qt.Key.Key_End: self.span.length_s}
        steps = {
            Qt.Key.Key_Left: -0.1, Qt.Key.Key_Right: 0.1,
            Qt.Key.Key_PageUp: -0.9, Qt.Key.Key_PageDown: 0.9,
        }  # fmt: skip
        middle = (self.span.from_s + self.span.until_s) / 2
        if key in ends:
            self.scroll_to(ends[key])  # type: ignore[index]
        elif key in steps:
            self._scroll_by(steps[key])  # type: ignore[index]
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._zoom(0.8, middle)
        elif key == Qt.Key.Key_Minus:
            self._zoom(1.25, middle)
        elif key == Qt.Key.Key_Space and self.heard_s is not None:
            self.stop_pressed.emit()
        elif key == Qt.Key.Key_Space:
            inside = self.span.from_s <= self.place_s <= self.span.until_s
            self.play_pressed.emit(self.place_s if inside else self.span.from_s)
        else:
            super().keyPressEvent(event)

    # ---- painting ----

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the picture, the words, and where it plays."""
        painter = QPainter(self)
        plot = self.plot_rect()
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        painter.fillRect(plot, self._theme.colour("sunken"))
        if self._editor.path is None or not self.span.length_s:
            self._draw_empty(painter, plot)
            painter.end()
            return
        painter.drawPixmap(plot.left(), plot.top() + LANE, self._picture(plot))
        painter.drawPixmap(0, 0, self._axes(plot))
        self._draw_times(painter, plot)
        painter.setClipRect(plot)
        self._draw_words(painter, plot)
        self._draw_line(painter, plot, self.place_s, "text_faint")
        if self.heard_s is not None:
            self._draw_line(painter, plot, self.heard_s, "accent")
        painter.setClipping(False)
        self._draw_reading(painter, plot)
        self._draw_focus(painter, plot)
        painter.end()

    def _picture(self, plot: QRect) -> QPixmap:
        span, ratio = self.span, self.devicePixelRatioF()
        tiles = self._tiles.want(span.from_s, min(span.until_s, span.length_s))
        key = (
            span.from_s, span.seconds, plot.size().toTuple(), ratio, self._theme.palette.dark,
            self._tiles.path, tuple(tile.number for tile in tiles),
        )  # fmt: skip
        if self._ground is None or self._ground[0] != key:
            height = max(2, plot.height() - LANE)
            pixmap = QPixmap(round(plot.width() * ratio), round(height * ratio))
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(self._theme.colour("sunken"))
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            wave = round(_WAVE_SHARE * height)
            for tile in tiles:
                self._draw_levels(painter, QRectF(0, wave, plot.width(), height - wave), tile)
            self._draw_wave(painter, QRectF(0, 0, plot.width(), wave), tiles, ratio)
            painter.end()
            self._ground = (key, pixmap)
        return self._ground[1]

    def _draw_levels(self, painter: QPainter, area: QRectF, tile: Tile) -> None:
        if not len(tile.levels):
            return
        table = colour_table(self._theme.palette.cool_map)
        pixels = np.ascontiguousarray(table[tile.levels.T[::-1]])
        count = len(tile.levels)
        image = QImage(pixels.data, count, N_BANDS, 4 * count, QImage.Format.Format_RGB32)
        start_s = tile.number * TILE_S
        left = area.width() * (start_s - self.span.from_s) / self.span.seconds
        width = area.width() * count / FRAME_RATE_HZ / self.span.seconds
        painter.save()
        painter.setClipRect(area)
        painter.drawImage(QRectF(left, area.top(), width, area.height()), image)
        painter.restore()

    def _draw_wave(self, painter: QPainter, area: QRectF, tiles: list[Tile], ratio: float) -> None:
        middle, half = area.center().y(), 0.46 * area.height()
        painter.setPen(QPen(self._theme.colour("line_strong"), 1))
        painter.drawLine(QPointF(0, middle), QPointF(area.width(), middle))
        if not tiles:
            return
        low = np.concatenate([tile.low for tile in tiles])
        high = np.concatenate([tile.high for tile in tiles])
        offset = (self.span.from_s - tiles[0].number * TILE_S) * WAVE_RATE_HZ
        columns = max(1, round(area.width() * ratio))
        at = offset + np.arange(columns) * self.span.seconds * WAVE_RATE_HZ / columns
        inside = np.nonzero((at >= 0) & (at < len(low)))[0]
        if not len(inside):
            return
        edges = at[inside].astype(np.intp)
        top = max(0.05, float(np.abs(low).max()), float(np.abs(high).max()))
        upper = middle - half * np.maximum.reduceat(high, edges) / top
        lower = middle - half * np.minimum.reduceat(low, edges) / top
        xs = (inside + 0.5) / ratio
        outline = [QPointF(*one) for one in zip(xs, upper, strict=True)]
        outline += [QPointF(*one) for one in zip(xs[::-1], lower[::-1] + 0.5, strict=True)]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        painter.drawPolygon(QPolygonF(outline))

    def _axes(self, plot: QRect) -> QPixmap:
        key = (plot.size().toTuple(), self.devicePixelRatioF(), self._theme.palette.dark)
        if self._scale is None or self._scale[0] != key:
            height = plot.height() - LANE
            share = (1 - _WAVE_SHARE) * height / max(1, plot.height())
            ticks = [
                (float(AXIS.position(hz)) * share, text)
                for hz, text in frequency_ticks(AXIS, (1 - _WAVE_SHARE) * height)
            ]
            self._scale = (key, self._left_strip(plot, ticks, "Hz"))
        return self._scale[1]

    def _draw_times(self, painter: QPainter, plot: QRect) -> None:
        metrics = self._small_font(painter)
        step = next(
            (one for one in _STEPS if one / self.span.seconds * plot.width() >= 80), _STEPS[-1]
        )
        number = int(np.ceil(self.span.from_s / step))
        while number * step <= self.span.until_s:
            time_s = number * step
            text = clock(time_s) if step >= 1 else f"{clock(time_s)}.{int(10 * (time_s % 1))}"
            x = self._x_of(time_s)
            if x + metrics.horizontalAdvance(text) < self.width():
                painter.drawText(QPointF(x, plot.bottom() + metrics.ascent() + 5), text)
            number += 1

    def _draw_words(self, painter: QPainter, plot: QRect) -> None:
        font = painter.font()
        font.setPixelSize(11)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        transcript = self._editor.transcript
        painter.fillRect(QRect(plot.left(), plot.top(), plot.width(), LANE), self._colour("raised"))
        heard = self._editor.word_at(self.heard_s) if self.heard_s is not None else None
        words = list(words_between(transcript, self.span.from_s, self.span.until_s))
        ends = [self._x_of(word.start_s) for _, _, word in words[2:]] + [plot.right() + 60.0] * 2
        # In two rows by turns: each has room as far as the word after the next.
        for (number, place, word), end in zip(words, ends, strict=False):
            left, right = self._x_of(word.start_s), self._x_of(word.end_s)
            box = QRectF(left, plot.top() + ROW * (place % 2), max(2.0, right - left), ROW)
            room = QRectF(left + 2, box.top(), max(box.width(), end - left - 4), ROW)
            text = metrics.elidedText(word.text, Qt.TextElideMode.ElideRight, int(room.width()))
            shade = QRectF(box)
            if len(text) > 2 or text == word.text:
                shade.setWidth(max(box.width(), metrics.horizontalAdvance(text) + 4))
            else:  # a box without its word looks like a mistake
                shade.setTop(shade.bottom() - 4)
            lit = heard == (number, place)
            if lit:
                painter.fillRect(shade, self._colour("accent"))
            elif doubt(word.confidence) > 0.02:
                colour = self._colour("warning")
                colour.setAlphaF(0.12 + 0.38 * doubt(word.confidence))
                painter.fillRect(shade, colour)
            assert transcript is not None  # it has words
            speaker = transcript.segments[number].speaker
            foot = QRectF(left, plot.top() + LANE - 2, box.width(), 2)
            line = "line_strong" if speaker is None else None
            colour = self._colour(line) if line else speaker_colour(self._theme, speaker or 0)
            painter.fillRect(foot, colour)
            painter.setPen(self._colour("line_strong"))
            painter.drawLine(box.topLeft(), box.bottomLeft())
            if len(text) > 2 or text == word.text:
                painter.setPen(self._colour("accent_text" if lit else "text"))
                painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)

    def _draw_line(self, painter: QPainter, plot: QRect, time_s: float, token: str) -> None:
        if self.span.from_s <= time_s <= self.span.until_s:
            x = self._x_of(time_s)
            painter.setPen(QPen(self._colour(token), 1.5))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))

    def _draw_reading(self, painter: QPainter, plot: QRect) -> None:
        if self._pointer is None or not plot.contains(self._pointer.toPoint()):
            return
        time_s = self._time_at(self._pointer.x())
        if self._pointer.y() > plot.top() + LANE and time_s <= self.span.length_s:
            corner = QPointF(plot.right() - 8, plot.top() + LANE + 6)
            text = f"{clock(time_s)}.{int(100 * (time_s % 1)):02d}"
            self._tag(painter, text, corner, left=False, most=120)

    # ---- inside ----

    def _colour(self, token: str):  # type: ignore[no-untyped-def]
        return self._theme.colour(token)

    def _x_of(self, time_s: float) -> float:
        plot = self.plot_rect()
        return plot.left() + plot.width() * (time_s - self.span.from_s) / self.span.seconds

    def _time_at(self, x: float) -> float:
        plot = self.plot_rect()
        time_s = self.span.from_s + (x - plot.left()) / plot.width() * self.span.seconds
        return min(max(0.0, time_s), self.span.length_s)

    def _scroll(self, change, *, told: bool = False) -> None:  # type: ignore[no-untyped-def]
        before = (self.span.from_s, self.span.seconds)
        change()
        if told or (self.span.from_s, self.span.seconds) != before:
            self.scrolled.emit()
        self.update()

    def _scroll_by(self, share: float) -> None:
        self.scroll_to(self.span.from_s + share * self.span.seconds)

    def _zoom(self, factor: float, around_s: float) -> None:
        self._zoomed = True
        self._scroll(lambda: self.span.zoom(factor, around_s))

    def _on_editor_changed(self) -> None:
        path = self._editor.path
        transcript = self._editor.transcript
        if path != self._tiles.path or (transcript is None) != (self.span.length_s == 0.0):
            self._tiles.open(path if transcript is not None else None)
            self.span.reset(transcript.duration_s if transcript is not None else 0.0)
            self.place_s, self.heard_s = 0.0, None
            self.scrolled.emit()
        self.update()

    def _on_read(self, tile: Tile) -> None:
        if self._tiles.put(tile):
            self.update()
