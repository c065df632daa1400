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

from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.pane import CHANNEL_NAMES
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
        (mark("Momentary"), mark("Loudness of the last 0.4 s in LUFS")),
        (mark("Short-term"), mark("Loudness of the last 3 s in LUFS")),
        (
            mark("Integrated"),
            mark("Loudness since the measurement began, without pauses (EBU R128), in LUFS"),
        ),
        (mark("Range"), mark("Loudness range in LU: how far soft and loud passages are apart")),
        (
            mark("True peak"),
            mark("Highest peak, also between the samples, in dBTP; keep it below \N{MINUS SIGN}1"),
        ),
    )

    def __init__(self, model: PicturesModel, theme: Theme) -> None:
        super().__init__(PaneView(model.loudness_over_time(), theme, kind=tr("Loudness")))
        self._model = model
        self._countdown = 0
        self._grid = grid = QGridLayout()
        grid.setVerticalSpacing(UNIT)
        self.figures = {}
        self._heads: list[QLabel] = []
        for column, (caption, tip) in enumerate(self.COLUMNS, 1):
            head = label(tr(caption), "caption")
            head.setToolTip(tr(tip))
            head.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._heads.append(head)
            grid.addWidget(head, 0, column)
            grid.setColumnStretch(column, 1)
        for row, channel in enumerate(CHANNELS, 1):
            grid.addWidget(label(tr(CHANNEL_NAMES[channel]), "caption"), row, 0)
            for column, (caption, tip) in enumerate(self.COLUMNS, 1):
                figure = label(DASH, "heading")
                figure.setAlignment(Qt.AlignmentFlag.AlignRight)
                figure.setToolTip(tr(tip))
                figure.setAccessibleName(
                    tr(
                        "Loudness of the {channel}: {figure}",
                        channel=tr(CHANNEL_NAMES[channel]),
                        figure=tr(caption),
                    )
                )
                self.figures[channel, caption] = figure
                grid.addWidget(figure, row, column)
        self.over = ElidedLabel("", "caption")
        self.reset = QPushButton(tr("Measure &anew"))
        self.reset.setProperty("role", "small")
        self.reset.setToolTip(
            tr("Begin the integrated loudness, the range and the true peak from now on")
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
        clock = f"{int(seconds) // 60}:{int(seconds) % 60:02d}"
        self.over.setText(tr("measured for {clock}", clock=clock) if seconds else "")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Shorten the captions where there is no room."""
        narrow = event.size().width() < NARROW
        self._grid.setContentsMargins(0 if narrow else AXIS_WIDTH, 0, 0, 0)
        self._grid.setHorizontalSpacing(UNIT if narrow else GAP)
        for head, short, (caption, _) in zip(self._heads, self.SHORT, self.COLUMNS, strict=True):
            head.setText(short if narrow else tr(caption))
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
        PaneView(model.spectrogram("input"), theme, kind=tr("Spectrogram"), show_time=False),
        PaneView(model.spectrogram("output"), theme, kind=tr("Spectrogram")),
    )


def make_pictures(model: PicturesModel, theme: Theme) -> dict[str, Picture]:
    """Return all other pictures by their name in the list (marked English), in its order."""
    return {
        mark("Difference"): SoundPicture(
            PaneView(model.difference(), theme, kind=tr("Difference"))
        ),
        mark("Waveform"): SoundPicture(
            PaneView(model.wave("input"), theme, kind=tr("Waveform"), show_time=False),
            PaneView(model.wave("output"), theme, kind=tr("Waveform")),
        ),
        mark("Pitch"): SoundPicture(PaneView(model.notes(), theme, kind=tr("Pitch"))),
        mark("Formants"): SoundPicture(
            PaneView(model.formants("input"), theme, kind=tr("Formants"), show_time=False),
            PaneView(model.formants("output"), theme, kind=tr("Formants")),
        ),
        mark("Long-term spectrum"): SoundPicture(
            ChartView(model.long_term_spectrum(), theme, kind=tr("Long-term spectrum"))
        ),
        mark("Loudness"): LoudnessPicture(model, theme),
        mark("Correlation"): SoundPicture(
            PaneView(model.melody(), theme, kind=tr("Correlation")),
            ChartView(model.delay(), theme, kind=tr("Correlation")),
        ),
    }
