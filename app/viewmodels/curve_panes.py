"""Loudness, and the likeness of two melodies, as lines over time."""

from __future__ import annotations

from collections.abc import Hashable

import numpy as np

from syrinx.app.translation import tr
from syrinx.app.viewmodels.column_image import Painter
from syrinx.app.viewmodels.lines import draw_line, line_rows, widened, widening
from syrinx.app.viewmodels.pane import Look, Pane, Sheet, Ticks, apart, grid_rows
from syrinx.app.viewmodels.pixels import Pixels, tinted
from syrinx.app.viewmodels.sound_history import SoundHistory
from syrinx.app.viewmodels.time_window import TimeWindow
from syrinx.app.viewmodels.tracks import LoudnessTrack, MelodyTrack

LOUDEST_LUFS, SOFTEST_LUFS = 0.0, -54.0
TARGETS_LUFS = (-14.0, -23.0)
"""What streaming services and broadcasters (EBU R128) turn a programme to."""


class _CurvesPainter:
    """Lines on a plain ground.

    Parameters
    ----------
    curves
        ``(track, column, colour, width)``, drawn in this order.
    low, high
        Values at the bottom and the top.
    marks
        ``(place, colour, share)`` of level lines.
    """

    def __init__(
        self,
        curves: list[tuple[LoudnessTrack | MelodyTrack, int, int, float]],
        low: float,
        high: float,
        marks: list[tuple[float, int, float]],
        look: Look,
        sheet: Sheet,
    ) -> None:
        self._curves, self._low, self._high, self._sheet = curves, low, high, sheet
        ground = np.full(sheet.height, look.blank, np.uint32)
        for place, colour, share in marks:
            rows = grid_rows([place], sheet)
            ground[rows] = tinted(ground[rows], colour, share)
        self._ground = ground

    def blank(self) -> Pixels:
        return self._ground.copy()

    def paint(self, first: int, last: int) -> Pixels:
        columns = np.broadcast_to(self._ground, (last - first, self._sheet.height)).copy()
        for track, which, colour, thickness in self._curves:
            # A value of these tracks describes the time up to the end of its frame.
            width = thickness * self._sheet.ratio
            by = widening(width)
            edges = np.arange(first - by, last + 1) * (track.rate_hz / self._sheet.columns_per_s)
            edges -= 1.0
            start = int(np.floor(edges[0])) - 1
            values = track.ring.frames(start, int(np.floor(edges[-1])) + 3)[:, which]
            values = np.maximum(values.astype(np.float64), self._low)
            rows = (self._high - values) / (self._high - self._low) * self._sheet.height
            line = widened(line_rows(rows, edges - start), by)
            draw_line(columns, line, colour, width)
        return columns


class LoudnessPane(Pane):
    """Momentary and short-term loudness of both."""

    unit = "LUFS"

    def __init__(
        self, sound: SoundHistory, window: TimeWindow, first: LoudnessTrack, second: LoudnessTrack
    ) -> None:
        super().__init__(
            sound,
            window,
            name=tr("Loudness"),
            description=tr(
                "Loudness as heard (EBU R128) of input (cool) and output (warm): thin lines the "
                "last 0.4 s, thick ones the last 3 s. The level lines are "
                "−14 LUFS (streaming) and −23 LUFS (broadcast)."
            ),
        )
        self._tracks = (first, second)

    @property
    def ready_s(self) -> float:
        """Up to when there is something to paint, in s."""
        return min(track.ready_s for track in self._tracks)

    def update(self) -> None:
        """Measure what is new."""
        for track in self._tracks:
            track.update()

    def key(self) -> Hashable:
        """Return what the image depends on: a measurement begun anew leaves the old lines."""
        return (self.sound.generation, self._tracks[0].ring.first)

    def painter(self, look: Look, sheet: Sheet) -> Painter:
        """Return what paints the columns."""
        first, second = self._tracks
        curves = [
            (first, 0, look.input, 1.0),
            (second, 0, look.output, 1.0),
            (first, 1, look.input, 3.0),
            (second, 1, look.output, 3.0),
        ]
        marks = [(place, look.grid, 0.15) for place, _ in self.ticks(sheet.height / sheet.ratio)]
        marks += [(self._place(lufs), look.warning, 0.45) for lufs in TARGETS_LUFS]
        return _CurvesPainter(curves, SOFTEST_LUFS, LOUDEST_LUFS, marks, look, sheet)

    def ticks(self, height: float) -> Ticks:
        """Return every 6 LU, and the targets first of all."""
        targets = [(self._place(lufs), f"{lufs:.0f}") for lufs in sorted(TARGETS_LUFS)]
        marks = [(self._place(lufs), f"{lufs}") for lufs in range(-48, 0, 6)]
        room = 16 / max(height, 1.0)
        marks = [m for m in marks if all(abs(m[0] - t[0]) >= room for t in targets)]
        every = apart(sorted(targets + marks), height, gap=15)
        return [(place, text.replace("-", "\N{MINUS SIGN}")) for place, text in every]

    def corner(self) -> str:
        """Say how the two compare."""
        read = [track.read() for track in self._tracks]
        if any(r is None or r.short_term is None for r in read):
            return ""
        change = read[1].short_term - read[0].short_term  # type: ignore[union-attr,operator]
        change = round(change, 1) + 0.0  # no negative zero
        return tr("output {change:+.1f} LU", change=change).replace("-", "\N{MINUS SIGN}")

    def reading(self, time_s: float, place: float) -> str:
        """Return the short-term loudness then."""
        texts = []
        for name, track in zip((tr("in"), tr("out")), self._tracks, strict=True):
            frame = int(time_s * track.rate_hz)
            value = float(track.ring.frames(frame, frame + 1)[0, 1])
            if value == value:
                texts.append(f"{name} {value:.1f}")
        return "   ".join(texts) + (" LUFS" if texts else "")

    @staticmethod
    def _place(lufs: float) -> float:
        return (lufs - SOFTEST_LUFS) / (LOUDEST_LUFS - SOFTEST_LUFS)


class MelodyPane(Pane):
    """How well the melody of the output follows that of the input."""

    def __init__(self, sound: SoundHistory, window: TimeWindow, melody: MelodyTrack) -> None:
        super().__init__(
            sound,
            window,
            name=tr("Melody"),
            description=tr(
                "How well the melody of the output follows yours, over the last 4 s: 1 is "
                "exactly, at whatever pitch; below 0.8 your intonation is lost."
            ),
        )
        self._melody = melody

    @property
    def ready_s(self) -> float:
        """Up to when there is something to paint, in s."""
        return self._melody.ready_s

    def update(self) -> None:
        """Compare what is new."""
        self._melody.update()

    def key(self) -> Hashable:
        """Return what the image depends on."""
        return self.sound.generation

    def painter(self, look: Look, sheet: Sheet) -> Painter:
        """Return what paints the columns."""
        marks = [(place, look.grid, 0.2) for place, _ in self.ticks(sheet.height / sheet.ratio)]
        curves = [(self._melody, 0, look.output, 2.2)]
        return _CurvesPainter(curves, -0.25, 1.25, marks, look, sheet)  # type: ignore[arg-type]

    def ticks(self, height: float) -> Ticks:
        """Return 0, 0.5, 0.8 and 1."""
        marks = [((value + 0.25) / 1.5, f"{value:g}") for value in (0.0, 0.5, 0.8, 1.0)]
        return apart(marks, height, gap=14)

    def corner(self) -> str:
        """Return the correlation and the shift of this moment."""
        correlation, shift = (float(value) for value in self._melody.latest())
        if correlation != correlation:
            return ""
        return f"r = {correlation:.2f}   {shift:+.1f} st".replace("-", "\N{MINUS SIGN}")

    def reading(self, time_s: float, place: float) -> str:
        """Return the correlation and the shift then."""
        frame = int(time_s * self._melody.rate_hz)
        correlation, shift = (float(v) for v in self._melody.ring.frames(frame, frame + 1)[0])
        if correlation != correlation:
            return ""
        return f"r = {correlation:.2f}   {shift:+.1f} st".replace("-", "\N{MINUS SIGN}")
