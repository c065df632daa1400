"""The last lines of what is said, large; what may still change is fainter."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from syrinx.app.views.theme import Theme

LINES = 2


class CaptionText(QWidget):
    """Shows the end of a text, as much as `LINES` lines hold.

    Parameters
    ----------
    theme
        Colours.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._final, self._partial, self._hint = "", "", ""
        self.set_pixels(26)

    @property
    def line_height(self) -> float:
        """Of one line, in pixels."""
        return QFontMetricsF(self.font()).lineSpacing()

    def set_pixels(self, pixels: int) -> None:
        """Set the size of the letters."""
        font = QFont(self.font())
        font.setPixelSize(pixels)
        font.setWeight(QFont.Weight.Medium)
        self.setFont(font)
        self.setMinimumHeight(round(LINES * self.line_height) + 2)
        self.updateGeometry()
        self.update()

    def show_text(self, final: str, partial: str, hint: str = "") -> None:
        """Show the end of ``final`` and ``partial``, or ``hint`` while there is neither."""
        if (final, partial, hint) != (self._final, self._partial, self._hint):
            self._final, self._partial, self._hint = final, partial, hint
            self.setAccessibleName(" ".join(filter(None, (final, partial))) or hint)
            self.update()

    def shown_lines(self) -> list[str]:
        """Return the lines as they are drawn."""
        text, layout = self._laid_out()
        lines = []
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
        return lines[-LINES:]

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Wide enough for a sentence."""
        return QSize(720, round(LINES * self.line_height) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the last lines, upwards from the bottom."""
        _, layout = self._laid_out()
        painter = QPainter(self)
        painter.setPen(self._theme.colour("text"))
        first = max(0, layout.lineCount() - LINES)
        y = self.height() - (layout.lineCount() - first) * self.line_height
        for number in range(first, layout.lineCount()):
            line = layout.lineAt(number)
            line.setPosition(QPointF(0, (number - first) * self.line_height))
        # Lines above are out of sight, not out of the layout.
        for number in range(first):
            layout.lineAt(number).setPosition(QPointF(0, -10_000))
        layout.draw(painter, QPointF(0, y))
        painter.end()

    def _laid_out(self) -> tuple[str, QTextLayout]:
        text = " ".join(filter(None, (self._final, self._partial)))
        faint_from = len(text) - len(self._partial)
        colour = "text_muted"
        if not text:
            text, faint_from, colour = self._hint, 0, "text_faint"
        layout = QTextLayout(text, self.font())
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        faint = QTextLayout.FormatRange()
        faint.start, faint.length = faint_from, len(text) - faint_from
        style = QTextCharFormat()
        style.setForeground(QColor(self._theme.colour(colour)))
        faint.format = style
        layout.setFormats([faint])
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, self.width()))
        layout.endLayout()
        return text, layout
