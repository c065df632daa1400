"""One pad of the soundboard: press, hold, see how far it is, right-click to edit."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from syrinx.app.translation import tr
from syrinx.app.viewmodels.pads import MODES, Pad
from syrinx.app.viewmodels.player import Playing
from syrinx.app.viewmodels.takes import clock
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import contrast

PAD_HEIGHT = 44
PAD_WIDTH = 92


class PadButton(QPushButton):
    """Shows a pad; Space and Enter press it like the mouse."""

    moved = Signal(int)
    """Alt and an arrow: by how many places."""

    def __init__(self, pad: Pad, theme: Theme) -> None:
        super().__init__()
        self.pad = pad
        self._theme = theme
        self._playing: Playing | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setObjectName("pad")  # its height is in the style, which would override one set here
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.show_pad(pad)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """As wide as a short name."""
        return QSize(PAD_WIDTH, PAD_HEIGHT)

    def show_pad(self, pad: Pad) -> None:
        """Show another state of the pad."""
        self.pad = pad
        mode = tr(MODES[pad.mode])
        self.setAccessibleName(
            tr("{name}, key {key}", name=pad.name, key=pad.key) if pad.key else pad.name
        )
        self.setAccessibleDescription(mode)
        facts = [pad.name, tr("{length}, {mode}", length=clock(pad.seconds), mode=mode.lower())]
        if pad.loop:
            facts.append(tr("Over and over"))
        if pad.through_voice:
            facts.append(tr("Said with the voice"))
        if pad.key:
            facts.append(tr("Key {key}", key=pad.key))
        facts.append(tr("Right-click, or F2, to change it"))
        self.setToolTip("\n".join(facts))
        self.update()

    def show_playing(self, playing: Playing | None) -> None:
        """Show how far it is; None = it does not play."""
        if playing != self._playing:
            self._playing = playing
            self.setProperty("playing", playing is not None)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter acts as Space does; F2 and the menu key open the editor; Alt moves the pad."""
        key = event.key()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.setDown(True)
                self.pressed.emit()
        elif key == Qt.Key.Key_F2:
            self.customContextMenuRequested.emit(self.rect().center())
        elif alt and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.moved.emit(-1 if key == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let go."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.setDown(False)
                self.released.emit()
        else:
            super().keyReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the pad."""
        theme, pad = self._theme, self.pad
        colour = QColor(pad.colour)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        playing, down = self._playing is not None, self.isDown()
        ground = colour if playing or down else theme.colour("raised")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(area, 6, 6)
        if not playing and not down:
            stripe = QRectF(area.left() + 5, area.top() + 8, 4, area.height() - 16)
            painter.setBrush(colour)
            painter.drawRoundedRect(stripe, 2, 2)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.colour("text_faint" if self.underMouse() else "line_strong"))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        text = theme.colour("text")
        if playing or down:
            dark = contrast("#101416", pad.colour) >= contrast("#ffffff", pad.colour)
            text = QColor("#101416" if dark else "#ffffff")
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = painter.pen()
            pen.setColor(theme.colour("text") if playing else theme.colour("accent"))
            pen.setWidth(2)
            pen.setStyle(Qt.PenStyle.SolidLine)
            painter.setPen(pen)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 5, 5)
        self._draw_text(painter, area, text)
        if self._playing is not None:
            y = area.bottom() - 3
            left, width = area.left() + 8, area.width() - 16
            pen = painter.pen()
            pen.setWidthF(2.5)
            faint = QColor(text)
            faint.setAlphaF(0.3)
            pen.setColor(faint)
            painter.setPen(pen)
            painter.drawLine(QPointF(left, y), QPointF(left + width, y))
            pen.setColor(text)
            painter.setPen(pen)
            painter.drawLine(QPointF(left, y), QPointF(left + width * self._playing.share, y))
        painter.end()

    def _draw_text(self, painter: QPainter, area: QRectF, colour: QColor) -> None:
        pad = self.pad
        painter.setPen(colour)
        font = painter.font()
        font.setPixelSize(12)
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        place = area.adjusted(14, 4, -6, -20)
        name = QFontMetrics(font).elidedText(
            pad.name, Qt.TextElideMode.ElideRight, int(place.width())
        )
        align = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(place, align, name)
        font.setWeight(font.Weight.Normal)
        font.setPixelSize(11)
        painter.setFont(font)
        below = area.adjusted(14, 20, -8, -5)
        faint = QColor(colour)
        faint.setAlphaF(0.75)
        painter.setPen(faint)
        length = clock(pad.seconds)
        painter.drawText(below, align, length)
        if pad.loop:
            ratio = painter.device().devicePixelRatioF()
            sign = self._theme.pixmap("refresh", colour.name(), 11, ratio)
            x = below.left() + QFontMetrics(font).horizontalAdvance(length) + 6
            painter.drawPixmap(QPointF(x, below.center().y() - 5.5), sign)
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(below, right, pad.key)
