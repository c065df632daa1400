"""A level meter: RMS bar, peak-hold mark, scale and clip light."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QLinearGradient, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from syrinx.app.translation import tr
from syrinx.app.viewmodels.meters import FLOOR_DBFS, Meter, fraction
from syrinx.app.views.theme import Theme

SCALE = (0, -6, -12, -24, -36, -48)


class MeterView(QWidget):
    """An upright meter from -60 dBFS to full scale; a click puts the clip light out."""

    clip_cleared = Signal()

    def __init__(
        self,
        model: Meter,
        theme: Theme,
        *,
        name: str,
        token: str,
        foot: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme
        self._token = token
        self._foot = foot  # left free below, where the picture beside has its time axis
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("{name} level", name=name))
        self.setToolTip(
            tr(
                "{name} level in dBFS: bar = loudness, mark = peak of the last 1.5 s.\n"
                "The light on top stays red after clipping; click to clear it.",
                name=name,
            )
        )
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Wide enough for bar and scale."""
        return QSize(44, 120)

    def refresh(self) -> None:
        """Show what the model holds now."""
        level = self._model.peak_dbfs
        silent = level <= FLOOR_DBFS
        text = tr("silent") if silent else tr("peak {level:.0f} dBFS", level=level)
        self.setAccessibleDescription(text)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Clear the clip light."""
        self._model.clear_clip()
        self.clip_cleared.emit()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw light, bar, mark and scale."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        light = QRectF(4, 0, 12, 6)
        painter.setBrush(self._theme.colour("danger" if self._model.clipped else "line"))
        painter.drawRoundedRect(light, 2, 2)
        bar = QRectF(4, 10, 12, self.height() - 10 - self._foot)
        painter.setBrush(self._theme.colour("line"))
        painter.drawRoundedRect(bar, 3, 3)
        filled = fraction(self._model.level_dbfs) * bar.height()
        if filled > 1:
            gradient = QLinearGradient(bar.bottomLeft(), bar.topLeft())
            gradient.setColorAt(0, self._theme.colour(self._token))
            gradient.setColorAt(fraction(-12), self._theme.colour(self._token))
            gradient.setColorAt(fraction(-6), self._theme.colour("warning"))
            gradient.setColorAt(1, self._theme.colour("danger"))
            painter.setBrush(gradient)
            painter.drawRoundedRect(
                QRectF(bar.left(), bar.bottom() - filled, bar.width(), filled), 3, 3
            )
        peak = self._model.peak_dbfs
        if peak > FLOOR_DBFS:
            hot = peak > -6
            painter.setBrush(self._theme.colour("danger" if hot else "text"))
            y = bar.bottom() - fraction(peak) * bar.height()
            painter.drawRect(QRectF(bar.left(), max(bar.top(), y - 1), bar.width(), 2))
        self._draw_scale(painter, bar)
        painter.end()

    def _draw_scale(self, painter: QPainter, bar: QRectF) -> None:
        font = self.font()
        font.setPixelSize(10)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text_faint"))
        last = -100.0
        for level in SCALE:
            y = bar.bottom() - fraction(level) * bar.height()
            if y - last < 14:
                continue
            last = y
            text = str(level).replace("-", "\N{MINUS SIGN}")
            rect = QRectF(bar.right() + 4, y - 7 + (3 if level == 0 else 0), 24, 14)
            painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
