"""How alike a voice is: a number on a line, and the words of the scale."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from syrinx.app.translation import tr
from syrinx.app.viewmodels.clone_listen import WORDS
from syrinx.app.views.parts import label, restyle
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, UNIT


class LikenessScale(QWidget):
    """The line from 0 to 1; below, what its parts mean, the right one marked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.line = LikenessLine(theme)
        self._rows: list[tuple[float, QLabel, QLabel]] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(UNIT // 2)
        grid.setColumnStretch(1, 1)
        above = 1.0
        for number, (least, text) in enumerate(WORDS):
            span = tr("below {above:g}", above=above)
            if least > 0:
                span = tr("{least:g} to {above:g}", least=least, above=above)
            cells = label(span, "caption"), label(tr(text), "caption", wrap=True)
            for column, cell in enumerate(cells):
                cell.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(cell, number, column)
            self._rows.append((least, *cells))
            above = least
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP)
        rows.addWidget(self.line)
        rows.addLayout(grid)

    def show_value(self, value: float | None, before: float | None) -> None:
        """Show the likeness, and that of the own voice."""
        self.line.show_value(value, before)
        here = next((least for least, _ in WORDS if value is not None and value >= least), None)
        for least, *cells in self._rows:
            for cell in cells:
                if bool(cell.property("here")) != (least == here):
                    cell.setProperty("here", least == here)
                    restyle(cell)


class LikenessLine(QWidget):
    """The line with the two marks and the numbers of the scale."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._value: float | None = None
        self._before: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """A line with its numbers."""
        return QSize(200, 36)

    def show_value(self, value: float | None, before: float | None) -> None:
        """Show the likeness, and that of the own voice."""
        self._value, self._before = value, before
        known = value is not None
        name = tr("Likeness {value:.2f}", value=value) if known else tr("Likeness unknown")
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the line, the two marks and the numbers."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left, width = 7.0, self.width() - 14.0
        line = QRectF(left, 8, width, 6)
        painter.setBrush(self._theme.colour("line"))
        painter.drawRoundedRect(line, 3, 3)
        if self._value is not None:
            x = left + _share(self._value) * width
            painter.setBrush(self._theme.colour("warm"))
            painter.drawRoundedRect(QRectF(left, 8, x - left, 6), 3, 3)
            painter.drawEllipse(QPointF(x, 11), 7, 7)
        if self._before is not None:
            painter.setBrush(self._theme.colour("accent"))
            painter.drawRect(QRectF(left + _share(self._before) * width - 1.5, 3, 3, 16))
        font = self.font()
        font.setPixelSize(10)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text_muted"))
        for number in (0.0, *(least for least, _ in WORDS if least > 0), 1.0):
            rect = QRectF(left + number * width - 14, 20, 28, 14)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, f"{number:g}")
        painter.end()


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))
