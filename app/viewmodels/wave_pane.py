"""The waveform over time."""

from __future__ import annotations

from collections.abc import Hashable
from math import log10

import numpy as np
from numpy.typing import NDArray

from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.column_image import Painter
from syrinx.app.viewmodels.pane import CHANNEL_NAMES, Look, Pane, Sheet, Ticks, apart
from syrinx.app.viewmodels.pixels import Pixels, mix, tinted
from syrinx.app.viewmodels.sound_history import Channel, SoundHistory
from syrinx.app.viewmodels.time_window import TimeWindow

CLIPPED = 0.999
_DESCRIPTIONS = {
    "input": mark(
        "Waveform of the input: peaks over time, the darker core is its mean power. "
        "Red: at full scale, which distorts."
    ),
    "output": mark(
        "Waveform of the output: peaks over time, the darker core is its mean power. "
        "Red: at full scale, which distorts."
    ),
}


class WavePane(Pane):
    """The waveform of one channel as the least and the greatest sample of each column."""

    unit = "dB"

    def __init__(self, sound: SoundHistory, window: TimeWindow, channel: Channel) -> None:
        super().__init__(
            sound,
            window,
            name=tr(CHANNEL_NAMES[channel]),
            description=tr(_DESCRIPTIONS[channel]),
        )
        self._channel = channel

    @property
    def ready_s(self) -> float:
        """Up to when there is sound."""
        return self.sound.newest_s

    def key(self) -> Hashable:
        """Return the magnification."""
        return (self.sound.generation, self.window.level)

    def painter(self, look: Look, sheet: Sheet) -> Painter:
        """Return what paints the columns."""
        return _WavePainter(self.sound, self._channel, self.window.level, look, sheet)

    def ticks(self, height: float) -> Ticks:
        """Return levels above and below the middle."""
        top = -20 * log10(self.window.level)
        # A wave of -12 dB reaches a quarter of the way.
        marks = [top, top - 2, top - 6, top - 12]
        upper = [(0.5 + 0.5 * 10 ** ((db - top) / 20), f"{round(db)}") for db in marks[1:]]
        middle = (0.5, "\N{INFINITY}")
        both = [(1 - place, text) for place, text in upper] + [middle] + upper[::-1]
        return apart([(p, t.replace("-", "\N{MINUS SIGN}")) for p, t in both], height)

    def reading(self, time_s: float, place: float) -> str:
        """Return the peak at this moment (10 ms)."""
        rate = self.sound.sample_rate
        at = int(time_s * rate)
        audio = self.sound.read(self._channel, at - rate // 200, at + rate // 200)
        peak = float(np.abs(audio).max(initial=0.0))
        return tr("peak {level:.1f} dB", level=20 * log10(max(peak, 1e-5)))

    def zoom_scale(self, factor: float, place: float) -> None:
        """Magnify."""
        self.window.zoom_level(1.0 / factor)


class _WavePainter:
    def __init__(
        self, sound: SoundHistory, channel: Channel, level: float, look: Look, sheet: Sheet
    ) -> None:
        self._sound, self._channel = sound, channel
        self._gain = level
        self._sheet = sheet
        colour = look.input if channel == "input" else look.output
        ground = np.full(sheet.height, look.blank, np.uint32)
        middle = np.array([sheet.height // 2], dtype=np.intp)
        ground[middle] = tinted(ground[middle], look.grid, 0.25)
        self._ground = ground
        self._outer = tinted(ground, colour, 0.6)
        self._inner = np.full(sheet.height, colour, np.uint32)
        self._hot = np.full(sheet.height, look.danger, np.uint32)

    def blank(self) -> Pixels:
        return self._ground.copy()

    def paint(self, first: int, last: int) -> Pixels:
        per_column = self._sound.sample_rate / self._sheet.columns_per_s
        edges = np.floor(np.arange(first, last + 1) * per_column).astype(np.intp)
        audio = self._sound.read(self._channel, int(edges[0]), int(edges[-1]) + 2)
        cuts = edges - edges[0]
        starts = cuts[:-1]
        # Each column reaches to the first sample of the next, so that the line has no holes.
        after = audio[cuts[1:]]
        inside = audio[: cuts[-1] + 1]
        low = np.minimum(np.minimum.reduceat(inside, starts), after)
        high = np.maximum(np.maximum.reduceat(inside, starts), after)
        length = np.maximum(np.diff(cuts), 1)
        rms = np.sqrt(np.add.reduceat(inside**2, starts) / length)
        half = self._sheet.height / 2
        centres = np.arange(self._sheet.height) + 0.5

        def cover(bottom: NDArray[np.float32], top: NDArray[np.float32]) -> NDArray[np.float64]:
            upper = half * (1 - np.clip(top * self._gain, -1, 1))[:, None]
            lower = half * (1 - np.clip(bottom * self._gain, -1, 1))[:, None]
            beyond = np.maximum(upper - centres, centres - lower)
            return np.clip(0.75 - beyond, 0.0, 1.0)

        shape = (len(starts), self._sheet.height)
        columns = np.broadcast_to(self._ground, shape).copy()
        outer = cover(low, high)
        columns = _blend(columns, self._outer, outer)
        columns = _blend(columns, self._inner, np.minimum(cover(-rms, rms), outer))
        hot = np.maximum(np.abs(low), np.abs(high)) >= CLIPPED
        if hot.any():
            columns[hot] = _blend(columns[hot], self._hot, outer[hot])
        return columns


def _blend(below: Pixels, above: Pixels, share: NDArray[np.float64]) -> Pixels:
    """Cover ``below`` where ``share`` says: whole pixels are copied, only edges are mixed."""
    above = np.broadcast_to(above, below.shape)
    result = np.where(share >= 1.0, above, below)
    edge = (share > 0.0) & (share < 1.0)
    result[edge] = mix(below[edge], above[edge], share[edge])
    return result
