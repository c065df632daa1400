"""Which stretch of the sound is seen: zoom, scrolling, what is selected. All pictures share it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from syrinx.app.viewmodels.sound_history import KEPT_S, SoundHistory
from syrinx.app.viewmodels.spectrogram import ScrollClock

SPAN_S = 8.0
SHORTEST_S = 0.25
F_LOWEST_HZ, F_HIGHEST_HZ = 50.0, 20_000.0
F_LOW_HZ, F_HIGH_HZ = 60.0, 12_000.0
NARROWEST = 2.0
"""Least ratio of the highest to the lowest frequency seen."""
SELECTION_LEAST_S = 0.02


class TimeWindow(QObject):
    """A window onto a `SoundHistory`.

    Attributes
    ----------
    span_s
        Time from the left edge to the right one.
    following
        The right edge is the present; else it stands where it was scrolled to.
    f_low_hz, f_high_hz
        Frequencies seen in spectrograms.
    level
        Magnification of waveforms.
    selection
        From and to in s, or None.
    """

    changed = Signal()

    def __init__(self, sound: SoundHistory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sound = sound
        self._clock = ScrollClock()
        self._generation = sound.generation
        self._end_s = 0.0
        self.span_s = SPAN_S
        self.following = True
        self.f_low_hz, self.f_high_hz = F_LOW_HZ, F_HIGH_HZ
        self.level = 1.0
        self.selection: tuple[float, float] | None = None

    # ---- what is seen ----

    @property
    def end_s(self) -> float:
        """Time at the right edge in s."""
        return self._clock.time_s if self.following else self._end_s

    @property
    def start_s(self) -> float:
        """Time at the left edge in s; below 0 where there was no sound yet."""
        return self.end_s - self.span_s

    def age_of(self, time_s: float) -> float:
        """Return how long before the newest sound a moment lies, in s."""
        return self._sound.newest_s - time_s

    def shown(self) -> tuple[float, float]:
        """Return from and to in s of what is selected, else of what is seen; never unknown."""
        start, stop = self.selection or (self.start_s, self.end_s)
        oldest, newest = self._sound.oldest_s, self._sound.newest_s
        return max(start, oldest), max(max(start, oldest), min(stop, newest))

    def tick(self, elapsed_s: float) -> None:
        """Move by ``elapsed_s`` of wall time."""
        if self._generation != self._sound.generation:
            self._generation = self._sound.generation
            self._clock.reset()
            self.following, self.selection = True, None
            self.changed.emit()
        if not self._sound.paused:
            self._clock.tick(elapsed_s, self._sound.newest_s)
        if not self.following:
            self._end_s = self._held(self._end_s)

    # ---- what the user does ----

    def scroll(self, seconds: float) -> None:
        """Go back (negative) or forth; at the newest sound it follows again."""
        self._move_to(self.end_s + seconds)

    def go_oldest(self) -> None:
        """Show the oldest sound that is kept."""
        self._move_to(self._sound.oldest_s + self.span_s)

    def follow(self) -> None:
        """Show the present."""
        self.following = True
        self.changed.emit()

    def hold(self) -> None:
        """Stay at what is seen now, while the sound goes on."""
        if self.following:
            self._end_s, self.following = self._clock.time_s, False
            self.changed.emit()

    def zoom(self, factor: float, *, at_s: float | None = None) -> None:
        """Show ``factor`` times as much time; what lies at ``at_s`` stays where it is."""
        before, end = self.span_s, self.end_s
        self.span_s = min(KEPT_S, max(SHORTEST_S, before * factor))
        if not self.following:
            anchor = end if at_s is None else at_s
            self._end_s = self._held(anchor + (end - anchor) * self.span_s / before)
        self.changed.emit()

    def zoom_frequency(self, factor: float, *, at_hz: float | None = None) -> None:
        """Show ``factor`` times as many octaves around ``at_hz``."""
        low, high = self.f_low_hz, self.f_high_hz
        centre = at_hz or (low * high) ** 0.5
        low, high = centre * (low / centre) ** factor, centre * (high / centre) ** factor
        self._set_frequencies(low, high)

    def scroll_frequency(self, octaves: float) -> None:
        """Show what lies ``octaves`` higher."""
        ratio = 2.0**octaves
        ratio = min(F_HIGHEST_HZ / self.f_high_hz, max(F_LOWEST_HZ / self.f_low_hz, ratio))
        self._set_frequencies(self.f_low_hz * ratio, self.f_high_hz * ratio)

    def zoom_level(self, factor: float) -> None:
        """Magnify waveforms by ``factor`` more."""
        self.level = min(64.0, max(1.0, self.level * factor))
        self.changed.emit()

    def reset_zoom(self) -> None:
        """Show what is seen at the start of the program."""
        self.span_s, self.level = SPAN_S, 1.0
        self.f_low_hz, self.f_high_hz = F_LOW_HZ, F_HIGH_HZ
        if not self.following:
            self._end_s = self._held(self._end_s)
        self.changed.emit()

    def select(self, start_s: float, stop_s: float) -> None:
        """Select a stretch, in any order; one that is too short selects nothing."""
        start, stop = sorted((start_s, stop_s))
        start, stop = max(start, self._sound.oldest_s), min(stop, self._sound.newest_s)
        self.selection = (start, stop) if stop - start >= SELECTION_LEAST_S else None
        self.changed.emit()

    def stretch_selection(self, seconds: float) -> None:
        """Move the far end of the selection; without one it begins in the middle."""
        middle = self.start_s + 0.5 * self.span_s
        start, stop = self.selection or (middle, middle)
        self.hold()
        self.select(start, max(start + SELECTION_LEAST_S, stop + seconds))

    def clear_selection(self) -> None:
        """Select nothing."""
        if self.selection is not None:
            self.selection = None
            self.changed.emit()

    # ---- inside ----

    def _set_frequencies(self, low: float, high: float) -> None:
        low, high = max(F_LOWEST_HZ, low), min(F_HIGHEST_HZ, high)
        if high / low >= NARROWEST:
            self.f_low_hz, self.f_high_hz = low, high
            self.changed.emit()

    def _held(self, end_s: float) -> float:
        """Return the right edge next to ``end_s`` with something in the window."""
        first = min(self._clock.time_s, self._sound.oldest_s + self.span_s)
        return max(first, min(end_s, self._clock.time_s))

    def _move_to(self, end_s: float) -> None:
        self._end_s = self._held(end_s)
        self.following = self._end_s >= self._clock.time_s - 1e-6
        self.changed.emit()
