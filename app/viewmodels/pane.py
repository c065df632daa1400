"""One part of a picture: what it shows over time, its scale, and what it says (no Qt widgets)."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from syrinx.app.translation import mark
from syrinx.app.viewmodels.column_image import Painter, Pixels
from syrinx.app.viewmodels.sound_history import Channel, SoundHistory
from syrinx.app.viewmodels.time_window import TimeWindow

Ticks = list[tuple[float, str]]
"""Places from the bottom (0) to the top (1), ascending, with what is written there."""
LABEL_GAP = 18
CHANNEL_NAMES: dict[Channel, str] = {"input": mark("Input"), "output": mark("Output")}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Look:
    """The colours of the theme as pixels ``0xffrrggbb``, and tables of 256.

    Attributes
    ----------
    cool, warm, grey
        From silence to full scale: input, output, and ground of drawings.
    difference
        From much softer over the same to much louder.
    blank, lane
        Ground where nothing is, and lanes on it.
    trace, shade
        Lines on a spectrogram and their soft border.
    grid
        Mixed into lines of the scale.
    input, output, faint, warning, danger
        Of drawn curves.
    formants
        F1 to F4.
    """

    cool: Pixels
    warm: Pixels
    grey: Pixels
    difference: Pixels
    blank: int
    lane: int
    trace: int
    shade: int
    grid: int
    input: int
    output: int
    faint: int
    warning: int
    danger: int
    formants: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is painted on: rows, columns per second, and device pixels per pixel."""

    height: int
    columns_per_s: float
    ratio: float


class Pane(ABC):
    """Something over time with a scale of its own.

    Parameters
    ----------
    sound, window
        What is shown, and which stretch of it.
    name
        Written in the corner, and read by screen readers.
    description
        What one sees here, for screen readers and the tooltip.

    Attributes
    ----------
    unit
        Of the scale, written at its foot.
    """

    unit = ""

    def __init__(
        self, sound: SoundHistory, window: TimeWindow, *, name: str, description: str
    ) -> None:
        self.sound, self.window = sound, window
        self.name, self.description = name, description

    @property
    def is_empty(self) -> bool:
        """There is nothing to show."""
        return self.sound.is_empty

    @property
    @abstractmethod
    def ready_s(self) -> float:
        """Up to when there is something to paint, in s."""

    def update(self) -> None:  # noqa: B027 (not every pane analyses)
        """Analyse what is new; called once a frame while the pane is seen."""

    @abstractmethod
    def key(self) -> Hashable:
        """Return what the whole image depends on, but for size, colours and time."""

    @abstractmethod
    def painter(self, look: Look, sheet: Sheet) -> Painter:
        """Return what paints the columns of an image."""

    @abstractmethod
    def ticks(self, height: float) -> Ticks:
        """Return the labels of the scale that fit into ``height`` pixels."""

    def corner(self) -> str:
        """Return what is said in the corner while nobody points anywhere."""
        return ""

    @abstractmethod
    def reading(self, time_s: float, place: float) -> str:
        """Return what lies at a moment and a place of the scale (0 bottom … 1 top)."""

    def zoom_scale(self, factor: float, place: float) -> None:  # noqa: B027 (or zooms)
        """Show ``factor`` times as much of the scale around ``place``."""

    def scroll_scale(self, share: float) -> None:  # noqa: B027
        """Move along the scale by a share of what is seen."""


def apart(ticks: Ticks, height: float, *, gap: float = LABEL_GAP) -> Ticks:
    """Return the labels that stand at least ``gap`` pixels apart and inside of the picture."""
    picked: Ticks = []
    last = -1e9
    for place, text in ticks:
        y = place * height
        if y - last >= gap and 8 <= y <= height - 8:
            picked.append((place, text))
            last = y
    return picked


def grid_rows(places: list[float], sheet: Sheet) -> NDArray[np.intp]:
    """Return the rows of lines at ``places`` of the scale, a device-independent pixel thick."""
    rows = [int((1 - place) * sheet.height) for place in places]
    thick = max(1, round(sheet.ratio))
    return np.array(
        [row + i for row in rows for i in range(thick) if 0 <= row + i < sheet.height],
        dtype=np.intp,
    )
