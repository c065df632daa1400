"""Two melodies on the notes of a piano."""

from __future__ import annotations

from collections.abc import Hashable

import numpy as np

from syrinx.app.translation import tr
from syrinx.app.viewmodels.column_image import Painter
from syrinx.app.viewmodels.lines import draw_line, line_rows, widened, widening
from syrinx.app.viewmodels.pane import Look, Pane, Sheet, Ticks, apart, grid_rows
from syrinx.app.viewmodels.pixels import Pixels, tinted
from syrinx.app.viewmodels.sound_history import SoundHistory
from syrinx.app.viewmodels.spectrum_panes import LOOK_AHEAD_S
from syrinx.app.viewmodels.time_window import TimeWindow
from syrinx.app.viewmodels.tracks import PitchTrack
from syrinx.dsp.notes import is_black, note_hz, note_name, note_number, note_text

_NOTE_LOW, _NOTE_HIGH = 35.5, 79.5
_NOTE_LEAST, _NOTE_MOST = 28.0, 90.0


class NotesPane(Pane):
    """F0 of input and output on a scale of notes."""

    def __init__(
        self, sound: SoundHistory, window: TimeWindow, first: PitchTrack, second: PitchTrack
    ) -> None:
        super().__init__(
            sound,
            window,
            name=tr("Pitch"),
            description=tr(
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
        for name, track in zip((tr("in"), tr("out")), self._tracks, strict=True):
            hz = track.latest_hz()
            if hz:
                texts.append(f"{name} {note_text(hz)}, {hz:.0f} Hz")
        return "   ".join(texts)

    def reading(self, time_s: float, place: float) -> str:
        """Return the notes of input and output then, else the note under the pointer."""
        texts = []
        for name, track in zip((tr("in"), tr("out")), self._tracks, strict=True):
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
