"""A sound file as a picture with a player: play, stop, where it is."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from syrinx.app.translation import tr
from syrinx.app.viewmodels.clip_picture import picture_of
from syrinx.app.viewmodels.pixels import colour_table
from syrinx.app.views.clone_parts import button, clock
from syrinx.app.views.parts import header, label
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, MARGIN


class ClipView(QFrame):
    """A panel for one file.

    Parameters
    ----------
    title
        Written above, in capitals.
    colour_map
        Token of the colours: "cool_map" for what goes in, "warm_map" for what comes out.
    """

    play_pressed = Signal()

    def __init__(self, theme: Theme, *, title: str, colour_map: str, empty: str) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._theme = theme
        self._path: Path | None = None
        self._seconds = 0.0
        self.picture = ClipPicture(theme, colour_map=colour_map, empty=empty)
        self.picture.setAccessibleName(tr("Spectrogram: {title}", title=title.lower()))
        self.play = button(tr("Play"))
        self.time = label("", "muted")
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.play)
        row.addWidget(self.time)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 12, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addLayout(header(title))
        column.addWidget(self.picture, 1)
        column.addLayout(row)
        self.play.clicked.connect(self.play_pressed)
        theme.changed.connect(self._paint_icon)
        self._playing = False
        self.show_file(None)

    def show_file(self, path: Path | None) -> None:
        """Show a file; None = there is none. The same path again is not read twice."""
        if path == self._path and path is not None:
            return
        self._path = path
        self._seconds = self.picture.show_file(path)
        self.play.setEnabled(path is not None)
        self.time.setText(clock(self._seconds) if path is not None else "")
        self._paint_icon()

    def show_place(self, played_s: float | None) -> None:
        """Show where it plays; None = it does not."""
        playing = played_s is not None
        if playing != self._playing:
            self._playing = playing
            self.play.setText(tr("Stop") if playing else tr("Play"))
            self._paint_icon()
        self.picture.show_place(played_s / self._seconds if played_s and self._seconds else None)

    def _paint_icon(self) -> None:
        token = "text" if self._path is not None else "text_faint"
        self.play.setIcon(self._theme.icon("stop" if self._playing else "start", token))


class ClipPicture(QWidget):
    """The whole spectrogram of a file, stretched over the widget."""

    def __init__(self, theme: Theme, *, colour_map: str, empty: str) -> None:
        super().__init__()
        self._theme, self._map, self._empty = theme, colour_map, empty
        self._levels: np.ndarray | None = None
        self._image: QImage | None = None
        self._place: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(200, 90)
        theme.changed.connect(self._on_theme_changed)

    def show_file(self, path: Path | None) -> float:
        """Read a file; return its seconds."""
        self._levels, seconds = picture_of(path) if path is not None else (None, 0.0)
        self._on_theme_changed()
        return seconds

    def show_place(self, share: float | None) -> None:
        """Draw a line at this share of the length."""
        if share != self._place:
            self._place = share
            self.update()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to see."""
        return self._levels is None or len(self._levels) == 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Draw the picture and the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect())
        painter.fillRect(area, self._theme.colour("sunken"))
        if self.is_empty:
            painter.setPen(self._theme.colour("text_muted"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area.adjusted(24, 8, -24, -8), flags, self._empty)
        else:
            painter.drawImage(area, self._drawn())
            if self._place is not None:
                x = self._place * area.width()
                painter.setPen(self._theme.colour("text"))
                painter.drawLine(QPointF(x, 0), QPointF(x, area.height()))
        painter.end()

    def _drawn(self) -> QImage:
        if self._image is None:
            assert self._levels is not None  # not empty
            table = colour_table(getattr(self._theme.palette, self._map))
            pixels = np.ascontiguousarray(table[self._levels.T[::-1]])
            height, width = pixels.shape
            image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32)
            self._image = image.copy()
        return self._image

    def _on_theme_changed(self) -> None:
        self._image = None
        self.update()
