"""How much accepted speech there is, with marks for what a usable and a good voice need."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.wizard import BEST_S, ENOUGH_S
from syrinx.app.views.clone_parts import clock
from syrinx.app.views.theme import Theme

MARKS = ((ENOUGH_S, mark("usable")), (BEST_S, mark("good")))
FULL_S = 1.12 * BEST_S
BAR_HEIGHT = 8


class SpeechProgress(QWidget):
    """A bar from nothing to a little more than three minutes.

    The first 30 seconds take a third of it: they matter most to who begins.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._seconds = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(240)
        theme.changed.connect(self.update)
        self.show_seconds(0.0)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """A bar and a line of text below."""
        return QSize(320, 30)

    def show_seconds(self, seconds: float) -> None:
        """Show seconds of accepted speech."""
        self._seconds = seconds
        self.setAccessibleName(tr("Accepted speech: {text}", text=self.text))
        self.setToolTip(self.text)
        self.update()

    @property
    def text(self) -> str:
        """How far it is, in words."""
        seconds = self._seconds
        if seconds < ENOUGH_S:
            missing = ENOUGH_S - seconds
            return tr(
                "{have}: {missing:.0f} s to a usable voice", have=clock(seconds), missing=missing
            )
        if seconds < BEST_S:
            left = clock(BEST_S - seconds)
            return tr("{have}: usable; {left} to a good voice", have=clock(seconds), left=left)
        return tr("{have}: enough for a good voice", have=clock(seconds))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the bar, the marks and their names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QRectF(0, 3, self.width(), BAR_HEIGHT)
        painter.setBrush(self._theme.colour("line"))
        painter.drawRoundedRect(bar, 4, 4)
        token = "ok" if self._seconds >= ENOUGH_S else "accent"
        width = place(self._seconds) * bar.width()
        if width > 1:
            painter.setBrush(self._theme.colour(token))
            painter.drawRoundedRect(
                QRectF(bar.left(), bar.top(), max(8.0, width), BAR_HEIGHT), 4, 4
            )
        font = self.font()
        font.setPixelSize(11)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        painter.setPen(self._theme.colour("text"))
        painter.drawText(0, 27, clock(self._seconds))
        free = metrics.horizontalAdvance(clock(self._seconds)) + 12.0
        for seconds, name in MARKS:
            x = place(seconds) * bar.width()
            reached = self._seconds >= seconds
            painter.fillRect(QRectF(x - 1, 0, 2, 14), self._theme.colour("text_muted"))
            painter.setPen(self._theme.colour("text" if reached else "text_muted"))
            text = f"{clock(seconds)} {tr(name)}"
            left = max(free, x - metrics.horizontalAdvance(text) / 2)
            left = min(left, self.width() - metrics.horizontalAdvance(text))
            painter.drawText(int(left), 27, text)
            free = left + metrics.horizontalAdvance(text) + 12.0
        painter.end()


def place(seconds: float) -> float:
    """Return where ``seconds`` lie on the bar, 0 to 1."""
    if seconds <= ENOUGH_S:
        return max(0.0, seconds) / ENOUGH_S / 3
    return min(1.0, 1 / 3 + 2 / 3 * (seconds - ENOUGH_S) / (FULL_S - ENOUGH_S))
