"""Where the delay comes from, and how busy the engine was in the last minute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from syrinx.app.translation import tr
from syrinx.app.viewmodels.live import LiveModel
from syrinx.app.views.parts import label
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, MARGIN

if TYPE_CHECKING:
    from syrinx.app.views.load_plot import LoadPlot

WIDTH = 360


class DelayBar(QWidget):
    """The parts of the delay side by side, as wide as they are long."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parts: tuple[tuple[str, float], ...] = ()
        self.setFixedHeight(12)

    def set_parts(self, parts: tuple[tuple[str, float], ...]) -> None:
        """Show ``(name, ms)`` parts."""
        self._parts = parts
        self.setAccessibleName(", ".join(f"{shown_part(name)} {ms:.1f} ms" for name, ms in parts))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Draw the parts in their colours."""
        total = sum(ms for _, ms in self._parts)
        if total <= 0:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 0.0
        for (_, ms), colour in zip(
            self._parts, part_colours(self._theme, len(self._parts)), strict=True
        ):
            width = ms / total * self.width()
            painter.fillRect(QRectF(left, 0, max(0.0, width - 1), self.height()), colour)
            left += width
        painter.end()


class DelayPopover(QFrame):
    """Opens below the figures: the sum, its parts, the engine's load, drops and memory."""

    def __init__(self, model: LiveModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setFixedWidth(WIDTH)
        self._model = model
        self._theme = theme
        self.plot: LoadPlot | None = None
        self.sum = label("", "title")
        self._empty = label(
            tr("Start a voice to see where its delay comes from."), "muted", wrap=True
        )
        self._bar = DelayBar(theme)
        self._rows = QGridLayout()
        self._rows.setVerticalSpacing(4)
        self._rows.setHorizontalSpacing(GAP)
        self._rows.setColumnStretch(1, 1)
        self._load_title = label(tr("ENGINE LOAD, LAST MINUTE"), "section")
        self._notes = label("", "faint", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._column.setSpacing(GAP)
        head = QHBoxLayout()
        head.addWidget(label(tr("Microphone to ear"), "muted"))
        head.addStretch(1)
        head.addWidget(self.sum)
        self._column.addLayout(head)
        for child in (self._empty, self._bar):
            self._column.addWidget(child)
        self._column.addLayout(self._rows)
        self._column.addSpacing(GAP)
        self._column.addWidget(self._load_title)
        self._column.addWidget(self._notes)

    def open_at(self, corner: QPoint) -> None:
        """Show with the upper right corner at ``corner`` (global)."""
        if self.plot is None:
            self.plot = self._make_plot()
        self._model.latency_changed.connect(self._show_parts)
        self._model.stats_changed.connect(self._show_load)
        self._show_parts()
        self._show_load()
        self.adjustSize()
        self.move(corner.x() - self.width(), corner.y())
        self.show()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Cost nothing while closed."""
        if not event.spontaneous():
            self._model.latency_changed.disconnect(self._show_parts)
            self._model.stats_changed.disconnect(self._show_load)
        super().hideEvent(event)

    def rows(self) -> list[tuple[str, str]]:
        """Return what the table says: (part, ms)."""
        shown = []
        for row in range(self._rows.rowCount()):
            name, value = self._rows.itemAtPosition(row, 1), self._rows.itemAtPosition(row, 2)
            if name is not None and value is not None:
                labels = (name.widget(), value.widget())
                shown.append(tuple(w.text() for w in labels if isinstance(w, QLabel)))
        return shown  # type: ignore[return-value]

    def _show_parts(self) -> None:
        latency = self._model.latency
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._empty.setVisible(latency is None)
        self._bar.setVisible(latency is not None)
        self.sum.setText(f"{latency.total_ms:.1f} ms" if latency else "")
        if latency is None:
            return
        parts = tuple((name, ms) for name, ms in latency.parts if ms > 0.005)
        self._bar.set_parts(parts)
        for row, ((name, ms), colour) in enumerate(
            zip(parts, part_colours(self._theme, len(parts)), strict=True)
        ):
            swatch = QLabel()
            swatch.setFixedSize(10, 10)
            swatch.setStyleSheet(f"background: {colour.name()}; border-radius: 3px;")
            self._rows.addWidget(swatch, row, 0)
            shown = shown_part(name)
            self._rows.addWidget(label(shown[:1].upper() + shown[1:], "text"), row, 1)
            value = label(f"{ms:.1f} ms", "text")
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._rows.addWidget(value, row, 2)
        self.adjustSize()

    def _show_load(self) -> None:
        stats = self._model.stats
        if self.plot is not None:
            self.plot.show_history(list(self._model.load_history))
        notes = [tr("Slowest block {load:.0f} %", load=100 * stats.load_peak)]
        notes.append(
            tr(
                "queue {now_ms:.1f} of {declared_ms:.1f} ms",
                now_ms=stats.queue_ms,
                declared_ms=stats.declared_queue_ms,
            )
        )
        if stats.xruns:
            notes.append(tr("{count} device xruns", count=stats.xruns))
        if stats.dropped_samples:
            notes.append(tr("{count:,} stale samples dropped", count=stats.dropped_samples))
        if stats.rss_mb:
            notes.append(tr("memory {size:.0f} MB", size=stats.rss_mb))
        self._notes.setText(
            " \N{MIDDLE DOT} ".join(notes) if stats.streaming else tr("The engine is not running.")
        )

    def _make_plot(self) -> LoadPlot:
        from syrinx.app.views.load_plot import LoadPlot

        plot = LoadPlot(self._theme)
        self._column.insertWidget(self._column.indexOf(self._load_title) + 1, plot)
        return plot


def shown_part(name: str) -> str:
    """Return the name of a part of `LatencyReport.parts` in the language of the window."""
    voice = name.removeprefix("voice: ")
    return tr(name) if voice == name else tr("voice: {name}", name=voice)


def part_colours(theme: Theme, count: int) -> list[QColor]:
    """Return ``count`` colours from cool (input) to warm (output)."""
    cool, warm = theme.colour("accent"), theme.colour("warm")
    result = []
    for index in range(count):
        share = index / max(1, count - 1)
        mixed = [
            round(a + (b - a) * share)
            for a, b in zip(cool.getRgb()[:3], warm.getRgb()[:3], strict=True)  # type: ignore[index]
        ]
        result.append(QColor(*mixed))
    return result
