"""A small meter on a card: what a stage does to the sound now."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from syrinx.app.translation import mark, tr
from syrinx.app.views.rack_knobs import MeterKind
from syrinx.app.views.theme import Theme

DOWN_DB, BOTH_DB = 18.0, 24.0
_GUARD = (
    ("ok", mark("listening")),
    ("warning", mark("testing")),
    ("danger", mark("the output rests")),
)


class RackMeter(QWidget):
    """A bar of 36 by 6: gain reduction from the right, gain from the middle, or a light.

    Parameters
    ----------
    kind
        "down": gain of 0 dB or less. "both": gain either way. "share": 0 to 1. "guard": 0, 1, 2.
        "none": nothing is shown.
    """

    def __init__(self, kind: MeterKind, theme: Theme, *, name: str, tooltip: str) -> None:
        super().__init__()
        self._kind, self._theme = kind, theme
        self._value: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("{name}: what it does now", name=name))
        self.setToolTip(tooltip)
        self.setVisible(kind != "none")
        theme.changed.connect(self.update)

    @property
    def value(self) -> float | None:
        """What is shown; None = the stage does not run."""
        return self._value

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """A light is as high as a bar, and shorter."""
        return QSize(10 if self._kind == "guard" else 36, 10)

    def show_value(self, value: float | None) -> None:
        """Show a reading."""
        if value != self._value:
            self._value = value
            self.setAccessibleDescription(self._words())
            self.update()

    def _words(self) -> str:
        value = self._value
        if value is None:
            return tr("off")
        if self._kind == "guard":
            return tr(_GUARD[int(value)][1])
        if self._kind == "share":
            return f"{100 * value:.0f} %"
        return f"{value:+.1f} dB"

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the well and what fills it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        value, colour = self._value, self._theme.colour
        if self._kind == "guard":
            painter.setBrush(colour("line_strong" if value is None else _GUARD[int(value)][0]))
            painter.drawEllipse(QRectF(1, 1, 8, 8))
            painter.end()
            return
        well = QRectF(0, 2, self.width(), 6)
        painter.setBrush(colour("line"))
        painter.drawRoundedRect(well, 3, 3)
        if value is not None:
            left, right, token = self._filled(value)
            bar = QRectF(left * well.width(), 2, (right - left) * well.width(), 6)
            if bar.width() > 0.5:
                painter.setBrush(colour(token))
                painter.drawRoundedRect(bar, 3, 3)
        if self._kind == "both":
            painter.setBrush(colour("text_faint"))
            painter.drawRect(QRectF(well.center().x() - 0.5, 1, 1, 8))
        painter.end()

    def _filled(self, value: float) -> tuple[float, float, str]:
        """Left and right end as shares of the width, and the colour's token."""
        if self._kind == "share":
            return 0.0, min(1.0, max(0.0, value)), "accent"
        if self._kind == "both":
            end = 0.5 + 0.5 * min(1.0, max(-1.0, value / BOTH_DB))
            return min(0.5, end), max(0.5, end), "accent"
        return 1.0 - min(1.0, max(0.0, -value / DOWN_DB)), 1.0, "warm"
