"""The pictures of the sound that the Live area offers, put together from panes and charts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from syrinx.app.viewmodels.pictures_model import CHANNELS, PicturesModel
from syrinx.app.views.chart_view import ChartView
from syrinx.app.views.pane_view import PaneView
from syrinx.app.views.parts import ElidedLabel, label
from syrinx.app.views.sound_canvas import AXIS_WIDTH, SoundCanvas
from syrinx.app.views.theme import Theme
from syrinx.app.views.tokens import GAP, UNIT
from syrinx.dsp.loudness import SILENCE_LUFS, Loudness

DASH = "\N{EN DASH}"
NARROW = 420
FIGURES_EVERY = 8
"""Figures change once in so many frames: faster could not be read."""


class Picture(QWidget):
    """A picture of the sound; it changes only when asked to."""

    help_text = ""

    def refresh(self) -> None:
        """Show what is new."""
        raise NotImplementedError


class SoundPicture(Picture):
    """Canvases above each other.

    Parameters
    ----------
    canvases
        From the top; the last one has the scale below.
    """

    def __init__(self, *canvases: SoundCanvas) -> None:
        super().__init__()
        self.canvases = canvases
        texts = [canvas.accessibleDescription() for canvas in canvases]
        texts += dict.fromkeys(canvas.keys_text for canvas in canvases if canvas.keys_text)
        self.help_text = "\n\n".join(texts)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP)
        for canvas in canvases:
            self.column.addWidget(canvas, 1)

    def refresh(self) -> None:
        """Show what is new."""
        for canvas in self.canvases:
            canvas.refresh()

    def set_empty_text(self, text: str) -> None:
        """Set what is written at the top while nothing was received."""
        self.canvases[0].set_empty_text(text)


class LoudnessPicture(SoundPicture):
    """Loudness over time, and the figures of a loudness meter below."""

    SHORT = ("M", "S", "I", "LRA", "TP")
    COLUMNS = (
        ("Momentary", "Loudness of the last 0.4 s in LUFS"),
        ("Short-term", "Loudness of the last 3 s in LUFS"),
        ("Integrated", "Loudness since the measurement began, without pauses (EBU R128), in LUFS"),
        ("Range", "Loudness range in LU: how far soft and loud passages are apart"),
        (
            "True peak",
            "Highest peak, also between the samples, in dBTP; keep it below \N{MINUS SIGN}1",
        ),
    )

    def __init__(self, model: PicturesModel, theme: Theme) -> None:
        super().__init__(PaneView(model.loudness_over_time(), theme, kind="Loudness"))
        self._model = model
        self._countdown = 0
        self._grid = grid = QGridLayout()
        grid.setVerticalSpacing(UNIT)
        self.figures = {}
        self._heads: list[QLabel] = []
        for column, (caption, tip) in enumerate(self.COLUMNS, 1):
            head = label(caption, "caption")
            head.setToolTip(tip)
            head.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._heads.append(head)
            grid.addWidget(head, 0, column)
            grid.setColumnStretch(column, 1)
        for row, channel in enumerate(CHANNELS, 1):
            grid.addWidget(label(channel.capitalize(), "caption"), row, 0)
            for column, (caption, tip) in enumerate(self.COLUMNS, 1):
                figure = label(DASH, "heading")
                figure.setAlignment(Qt.AlignmentFlag.AlignRight)
                figure.setToolTip(tip)
                figure.setAccessibleName(f"{caption} loudness of the {channel}")
                self.figures[channel, caption] = figure
                grid.addWidget(figure, row, column)
        self.over = ElidedLabel("", "caption")
        self.reset = QPushButton("Measure &anew")
        self.reset.setProperty("role", "small")
        self.reset.setToolTip(
            "Begin the integrated loudness, the range and the true peak from now on"
        )
        self.reset.clicked.connect(self._on_reset)
        foot = QHBoxLayout()
        foot.setContentsMargins(AXIS_WIDTH, 0, 0, 0)
        foot.addWidget(self.over, 1)
        foot.addWidget(self.reset)
        self.column.addLayout(grid)
        self.column.addLayout(foot)

    def refresh(self) -> None:
        """Show what is new."""
        super().refresh()
        self._countdown -= 1
        if self._countdown > 0:
            return
        self._countdown = FIGURES_EVERY
        seconds = 0.0
        for channel in CHANNELS:
            read = self._model.loudness[channel].read()
            texts = _figures(read)
            seconds = max(seconds, read.seconds if read else 0.0)
            for (caption, _), text in zip(self.COLUMNS, texts, strict=True):
                figure = self.figures[channel, caption]
                if figure.text() != text:
                    figure.setText(text)
                    figure.setAccessibleDescription(text)
        clock = f"measured for {int(seconds) // 60}:{int(seconds) % 60:02d}" if seconds else ""
        self.over.setText(clock)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Shorten the captions where there is no room."""
        narrow = event.size().width() < NARROW
        self._grid.setContentsMargins(0 if narrow else AXIS_WIDTH, 0, 0, 0)
        self._grid.setHorizontalSpacing(UNIT if narrow else GAP)
        for head, short, (caption, _) in zip(self._heads, self.SHORT, self.COLUMNS, strict=True):
            head.setText(short if narrow else caption)
        super().resizeEvent(event)

    def _on_reset(self) -> None:
        for track in self._model.loudness.values():
            track.restart()
        self._countdown = 0
        self.refresh()


def _figures(read: Loudness | None) -> tuple[str, ...]:
    if read is None:
        return (DASH,) * 5
    peak = read.true_peak_db if read.true_peak_db > SILENCE_LUFS else None
    values = (read.momentary, read.short_term, read.integrated, read.range_lu, peak)
    return tuple(
        DASH if value is None or value <= SILENCE_LUFS
        else f"{value:.1f}".replace("-", "\N{MINUS SIGN}")
        for value in values
    )  # fmt: skip


def spectrograms(model: PicturesModel, theme: Theme) -> SoundPicture:
    """Return the two spectrograms, which are shown at the first start."""
    return SoundPicture(
        PaneView(model.spectrogram("input"), theme, kind="Spectrogram", show_time=False),
        PaneView(model.spectrogram("output"), theme, kind="Spectrogram"),
    )


def make_pictures(model: PicturesModel, theme: Theme) -> dict[str, Picture]:
    """Return all other pictures by the name in the list, in its order."""
    return {
        "Difference": SoundPicture(PaneView(model.difference(), theme, kind="Difference")),
        "Waveform": SoundPicture(
            PaneView(model.wave("input"), theme, kind="Waveform", show_time=False),
            PaneView(model.wave("output"), theme, kind="Waveform"),
        ),
        "Pitch": SoundPicture(PaneView(model.notes(), theme, kind="Pitch")),
        "Formants": SoundPicture(
            PaneView(model.formants("input"), theme, kind="Formants", show_time=False),
            PaneView(model.formants("output"), theme, kind="Formants"),
        ),
        "Long-term spectrum": SoundPicture(
            ChartView(model.long_term_spectrum(), theme, kind="Long-term spectrum")
        ),
        "Loudness": LoudnessPicture(model, theme),
        "Correlation": SoundPicture(
            PaneView(model.melody(), theme, kind="Correlation"),
            ChartView(model.delay(), theme, kind="Correlation"),
        ),
    }
