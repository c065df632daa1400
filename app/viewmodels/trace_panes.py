"""Waveforms, notes, loudness and likeness over time."""

from __future__ import annotations

from collections.abc import Hashable
from math import log10

import numpy as np
from numpy.typing import NDArray

from syrinx.app.viewmodels.column_image import Painter, Pixels
from syrinx.app.viewmodels.lines import draw_line, line_rows, widened, widening
from syrinx.app.viewmodels.pane import Look, Pane, Sheet, Ticks, apart
from syrinx.app.viewmodels.pixels import mix, tinted
from syrinx.app.viewmodels.sound_history import Channel, SoundHistory
from syrinx.app.viewmodels.spectrum_panes import LOOK_AHEAD_S, grid_rows
from syrinx.app.viewmodels.time_window import TimeWindow
from syrinx.app.viewmodels.tracks import LoudnessTrack, MelodyTrack, PitchTrack
from syrinx.dsp.notes import is_black, note_hz, note_name, note_number, note_text

CLIPPED = 0.999
LOUDEST_LUFS, SOFTEST_LUFS = 0.0, -54.0
TARGETS_LUFS = (-14.0, -23.0)
"""What streaming services and broadcasters (EBU R128) turn a programme to."""
_NOTE_LOW, _NOTE_HIGH = 35.5, 79.5
_NOTE_LEAST, _NOTE_MOST = 28.0, 90.0


class WavePane(Pane):
    """The waveform of one channel as the least and the greatest sample of each column."""

    unit = "dB"

    def __init__(self, sound: SoundHistory, window: TimeWindow, channel: Channel) -> None:
        super().__init__(
            sound,
            window,
            name=channel.capitalize(),
            description=(
                f"Waveform of the {channel}: peaks over time, the darker core is its mean "
                "power. Red: at full scale, which distorts."
            ),
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
        return f"peak {20 * log10(max(peak, 1e-5)):.1f} dB"

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


class NotesPane(Pane):
    """F0 of input and output on a scale of notes."""

    def __init__(
        self, sound: SoundHistory, window: TimeWindow, first: PitchTrack, second: PitchTrack
    ) -> None:
        super().__init__(
            sound,
            window,
            name="Pitch",
            description=(
                "The melody of input (cool) and output (warm) on the notes of a piano; dark "
                "lanes are its black keys."
            ),
        )
        self._tracks = (first, second)
        self.low, self.high = _NOTE_LOW, _NOTE_HIGH

    @property
    def ready_s(self) -> float:
        """Up to when there is something to paint, in s."""
        return min(track.ready_s for track in self._tracks) - LOOK_AHEAD_S

    def update(self) -> None:
        """Analyse what is new."""
        for track in self._tracks:
            track.update()

    def key(self) -> Hashable:
        """Return the notes that are seen."""
        return (self.sound.generation, self.low, self.high)

    def painter(self, look: Look, sheet: Sheet) -> Painter:
        """Return what paints the columns."""
        return _NotesPainter(self._tracks, self.low, self.high, look, sheet)

    def ticks(self, height: float) -> Ticks:
        """Return the names of the notes for which there is room: all, white keys, or Cs."""
        numbers = range(round(self.low + 0.5), round(self.high + 0.5))
        per_note = height / (self.high - self.low)
        if per_note >= 16:
            wanted = list(numbers)
        elif per_note >= 9:
            wanted = [n for n in numbers if not is_black(n)]
        else:
            wanted = [n for n in numbers if n % 12 in ((0, 4, 7, 9) if per_note >= 5.5 else (0, 7))]
        return apart([(self._place(n), note_name(n)) for n in wanted], height, gap=14)

    def corner(self) -> str:
        """Return the notes of this moment."""
        texts = []
        for name, track in zip(("in", "out"), self._tracks, strict=True):
            hz = track.latest_hz()
            if hz:
                texts.append(f"{name} {note_text(hz)}, {hz:.0f} Hz")
        return "   ".join(texts)

    def reading(self, time_s: float, place: float) -> str:
        """Return the notes of input and output then, else the note under the pointer."""
        texts = []
        for name, track in zip(("in", "out"), self._tracks, strict=True):
            frame = round(time_s * track.rate_hz)
            hz = float(track.ring.frames(frame, frame + 1)[0, 0])
            if hz == hz:
                texts.append(f"{name} {note_text(hz)}")
        number = self.low + place * (self.high - self.low)
        return "   ".join(texts) or f"{note_name(round(number))}   {note_hz(number):.0f} Hz"

    def zoom_scale(self, factor: float, place: float) -> None:
        """Show ``factor`` times as many notes."""
        at = self.low + place * (self.high - self.low)
        low = max(_NOTE_LEAST, at + (self.low - at) * factor)
        high = min(_NOTE_MOST, at + (self.high - at) * factor)
        if high - low >= 6.0:
            self.low, self.high = low, high
            self.window.changed.emit()

    def scroll_scale(self, share: float) -> None:
        """Show higher or lower notes."""
        step = share * (self.high - self.low)
        step = max(_NOTE_LEAST - self.low, min(_NOTE_MOST - self.high, step))
        self.low, self.high = self.low + step, self.high + step
        self.window.changed.emit()

    def _place(self, number: float) -> float:
        return (number - self.low) / (self.high - self.low)


class _NotesPainter:
    def __init__(
        self,
        tracks: tuple[PitchTrack, PitchTrack],
        low: float,
        high: float,
        look: Look,
        sheet: Sheet,
    ) -> None:
        self._tracks, self._low, self._high = tracks, low, high
        self._look, self._sheet = look, sheet
        height = sheet.height
        numbers = low + (height - 0.5 - np.arange(height)) / height * (high - low)
        nearest = np.rint(numbers).astype(int)
        ground = np.full(height, look.blank, np.uint32)
        ground[[is_black(int(n)) for n in nearest]] = look.lane
        below_c = [n - 0.5 for n in range(int(low), int(high) + 2) if n % 12 == 0]
        places = [(edge - low) / (high - low) for edge in below_c if low < edge < high]
        rows = grid_rows(places, sheet)
        ground[rows] = tinted(ground[rows], look.grid, 0.3)
        self._ground = ground

    def blank(self) -> Pixels:
        return self._ground.copy()

    def paint(self, first: int, last: int) -> Pixels:
        columns = np.broadcast_to(self._ground, (last - first, self._sheet.height)).copy()
        per_note = self._sheet.height / (self._high - self._low)
        width = 2.2 * self._sheet.ratio
        by = widening(width)
        for track, colour in zip(self._tracks, (self._look.input, self._look.output), strict=True):
            edges = np.arange(first - by, last + 1) * (track.rate_hz / self._sheet.columns_per_s)
            start = int(np.floor(edges[0])) - 3
            hz = track.ring.frames(start, int(np.floor(edges[-1])) + 5)[:, 0].astype(np.float64)
            numbers = note_number(440.0) + 12 * np.log2(hz / 440.0)
            rows = (self._high - numbers) * per_note
            line = line_rows(rows, edges - start, most=2.4 * per_note, least_run=3)
            draw_line(columns, widened(line, by), colour, width)
        return columns


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
            name="Loudness",
            description=(
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
        return f"output {change:+.1f} LU".replace("-", "\N{MINUS SIGN}")

    def reading(self, time_s: float, place: float) -> str:
        """Return the short-term loudness then."""
        texts = []
        for name, track in zip(("in", "out"), self._tracks, strict=True):
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
            name="Melody",
            description=(
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
