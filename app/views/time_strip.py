"""The last ten minutes as a strip: a bar for each hiccup, as high as it was long."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from syrinx.app.translation import tr
from syrinx.app.viewmodels.diagnostics import Entry
from syrinx.app.views.theme import Theme

SPAN_S = 600.0
HEIGHT = 64
FOOT = 18
BAR = 3
NEAR = 5
_SHORT_MS, _LONG_MS = 1.0, 1000.0


class TimeStrip(QWidget):
    """Late blocks as bars (a logarithmic scale from 1 ms to 1 s), failures over the whole height.

    Parameters
    ----------
    theme
        Colours.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._entries: list[Entry] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self.show_entries(())

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """As wide as there is room."""
        return QSize(400, HEIGHT)

    def show_entries(self, entries: Sequence[Entry], now: float | None = None) -> None:
        """Show those of the last ten minutes that are about trouble."""
        now = time.time() if now is None else now
        self._entries = [e for e in entries if e.level != "info" and now - e.at <= SPAN_S]
        hiccups = sum(entry.late is not None for entry in self._entries)
        self.setAccessibleName(tr("Last ten minutes: late blocks {times} times", times=hiccups))
        self.update()

    def bars(self, now: float | None = None) -> list[tuple[float, float, str]]:
        """Return ``(place from 0 to 1, height from 0 to 1, colour)`` of each bar."""
        now = time.time() if now is None else now
        made = []
        for entry in self._entries:
            place = 1.0 - (now - entry.at) / SPAN_S
            if not 0.0 <= place <= 1.0:
                continue
            if entry.late is None:
                if entry.level == "error" or "started again" in entry.text:
                    made.append((place, 1.0, "danger"))
                continue
            missing_ms = min(max(entry.late.hiccup.missing_ms, _SHORT_MS), _LONG_MS)
            height = 0.15 + 0.85 * math.log(missing_ms / _SHORT_MS) / math.log(_LONG_MS)
            chain = entry.late.hiccup.cause == "chain"
            made.append((place, height, "danger" if chain else "warning"))
        return made

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the bars over a line, and the scale under it."""
        painter = QPainter(self)
        width, floor = self.width() - BAR, self.height() - FOOT
        painter.fillRect(QRectF(0, floor, self.width(), 1), self._theme.colour("line_strong"))
        for place, height, token in self.bars():
            top = floor - height * (floor - 2)
            painter.fillRect(
                QRectF(place * width, top, BAR, floor - top), self._theme.colour(token)
            )
        painter.setPen(self._theme.colour("text_muted"))
        font = self.font()
        font.setPixelSize(11)
        painter.setFont(font)
        if not self._entries:
            area = QRectF(0, 0, self.width(), floor)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, tr("Nothing was late."))
        foot = QRectF(0, floor + 2, self.width(), FOOT - 2)
        for text, where in (
            ("−10 min", Qt.AlignmentFlag.AlignLeft),
            ("−5 min", Qt.AlignmentFlag.AlignHCenter),
            (tr("now"), Qt.AlignmentFlag.AlignRight),
        ):
            painter.drawText(foot, int(where | Qt.AlignmentFlag.AlignVCenter), text)
        painter.end()

    def event(self, event) -> bool:  # type: ignore[no-untyped-def]
        """Say what a bar is about."""
        if isinstance(event, QHelpEvent):
            text = self.text_at(event.pos().x())
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def text_at(self, x: int) -> str:
        """Return the line of the entry next to ``x``, "" where there is none."""
        now, width = time.time(), max(1, self.width() - BAR)
        near = [
            (abs((1.0 - (now - entry.at) / SPAN_S) * width - x), entry) for entry in self._entries
        ]
        distance, entry = min(near, key=lambda pair: pair[0], default=(math.inf, None))
        return entry.line() if entry is not None and distance <= NEAR else ""
