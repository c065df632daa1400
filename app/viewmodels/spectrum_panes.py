"""Spectrograms of input and output with F0 or formants on them, and the difference of the two."""

from __future__ import annotations

from collections.abc import Hashable

import numpy as np

from syrinx.app.translation import mark, tr
from syrinx.app.viewmodels.column_image import Painter
from syrinx.app.viewmodels.pane import CHANNEL_NAMES, Look, Pane, Sheet, Ticks, apart
from syrinx.app.viewmodels.sound_history import Channel, SoundHistory
from syrinx.app.viewmodels.spectrogram import FrequencyAxis, level_of
from syrinx.app.viewmodels.spectrum_painters import (
    DIFFERENCE_DB,
    STEP_DB,
    DifferencePainter,
    SpectrogramPainter,
    smoothed,
)
from syrinx.app.viewmodels.time_window import (
    F_HIGHEST_HZ,
    F_LOWEST_HZ,
    NARROWEST,
    TimeWindow,
)
from syrinx.app.viewmodels.tracks import AXIS, N_BANDS, FormantTrack, LevelTrack, PitchTrack

_WITH_PITCH = {
    "input": mark(
        "Frequency over time of the input, loudness as colour, with the pitch as a line."
    ),
    "output": mark(
        "Frequency over time of the output, loudness as colour, with the pitch as a line."
    ),
}
_WITH_FORMANTS = {
    "input": mark(
        "Frequency over time of the input, loudness as colour, with the formants F1 to F4 as dots."
    ),
    "output": mark(
        "Frequency over time of the output, loudness as colour, with the formants F1 to F4 as dots."
    ),
}
LOOK_AHEAD_S = 0.03
"""A line is drawn where it goes on for three frames; fewer are specks."""


class FrequencyPane(Pane):
    """What has the frequencies of the window as its scale."""

    unit = "Hz"

    @property
    def axis(self) -> FrequencyAxis:
        """The scale as it is seen."""
        return FrequencyAxis(self.window.f_low_hz, self.window.f_high_hz)

    def key(self) -> Hashable:
        """Return the frequencies that are seen."""
        return (self.sound.generation, self.window.f_low_hz, self.window.f_high_hz)

    def ticks(self, height: float) -> Ticks:
        """Return 1-2-5 steps, finer ones when zoomed in."""
        axis = self.axis
        octaves = np.log2(axis.f_max_hz / axis.f_min_hz)
        steps = (1, 2, 5) if octaves > 3.5 else (1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9)
        marks = [
            step * decade
            for decade in (10, 100, 1000, 10_000)
            for step in steps
            if axis.f_min_hz < step * decade < axis.f_max_hz
        ]
        return apart([(float(axis.position(hz)), _hz_text(hz)) for hz in marks], height)

    def zoom_scale(self, factor: float, place: float) -> None:
        """Show ``factor`` times as many octaves."""
        self.window.zoom_frequency(factor, at_hz=float(self.axis.frequency(place)))

    def scroll_scale(self, share: float) -> None:
        """Show higher or lower frequencies."""
        axis = self.axis
        self.window.scroll_frequency(share * float(np.log2(axis.f_max_hz / axis.f_min_hz)))


class SpectrogramPane(FrequencyPane):
    """Levels of one channel, with its F0 as a line, or its formants as dots.

    Parameters
    ----------
    colours
        Table of the `Look`: "cool", "warm" or "grey".
    pitch, formants
        What is drawn on it; None = nothing.
    """

    def __init__(
        self,
        sound: SoundHistory,
        window: TimeWindow,
        channel: Channel,
        levels: LevelTrack,
        *,
        colours: str,
        pitch: PitchTrack | None = None,
        formants: FormantTrack | None = None,
    ) -> None:
        super().__init__(
            sound,
            window,
            name=tr(CHANNEL_NAMES[channel]),
            description=tr((_WITH_FORMANTS if formants else _WITH_PITCH)[channel]),
        )
        self._levels, self._pitch, self._formants = levels, pitch, formants
        self._colours = colours

    @property
    def ready_s(self) -> float:
        """Up to when there is something to paint, in s."""
        ready = self._levels.ready_s
        for track in (self._pitch, self._formants):
            if track is not None:
                ready = min(ready, track.ready_s - LOOK_AHEAD_S)
        return ready

    def update(self) -> None:
        """Analyse what is new."""
        for track in (self._levels, self._pitch, self._formants):
            if track is not None:
                track.update()

    def painter(self, look: Look, sheet: Sheet) -> Painter:
        """Return what paints the columns."""
        return SpectrogramPainter(
            self._levels,
            self.axis,
            getattr(look, self._colours),
            look,
            sheet,
            pitch=self._pitch,
            formants=self._formants,
            grid=[place for place, _ in self.ticks(sheet.height / sheet.ratio)],
        )

    def corner(self) -> str:
        """Return the F0, or the formants, of this moment."""
        if self._formants is not None:
            last = self._formants.ring.frames(
                self._formants.ring.count - 3, self._formants.ring.count
            )
            known = [hz[~np.isnan(hz)] for hz in last.T]
            return "   ".join(
                f"F{i} {float(hz[-1]):,.0f}" for i, hz in enumerate(known, 1) if len(hz)
            )
        hz = self._pitch.latest_hz() if self._pitch is not None else None
        return f"F0 {hz:.0f} Hz" if hz else ""

    def reading(self, time_s: float, place: float) -> str:
        """Return frequency and level."""
        hz = float(self.axis.frequency(place))
        frame = int(time_s * self._levels.rate_hz)
        value = int(self._levels.ring.frames(frame, frame + 1)[0, _band_of(hz)])
        return f"{hz:,.0f} Hz   {level_of(value):.0f} dB"


class FormantPane(SpectrogramPane):
    """Formants on a grey spectrogram of the range where they lie, with a zoom of its own."""

    def __init__(
        self,
        sound: SoundHistory,
        window: TimeWindow,
        channel: Channel,
        levels: LevelTrack,
        formants: FormantTrack,
    ) -> None:
        super().__init__(sound, window, channel, levels, colours="grey", formants=formants)
        self.low_hz, self.high_hz = 180.0, 5600.0

    @property
    def axis(self) -> FrequencyAxis:
        """The scale as it is seen."""
        return FrequencyAxis(self.low_hz, self.high_hz)

    def key(self) -> Hashable:
        """Return the frequencies that are seen."""
        return (self.sound.generation, self.low_hz, self.high_hz)

    def zoom_scale(self, factor: float, place: float) -> None:
        """Show ``factor`` times as many octaves."""
        at = float(self.axis.frequency(place))
        low, high = at * (self.low_hz / at) ** factor, at * (self.high_hz / at) ** factor
        self._set(max(low, F_LOWEST_HZ), min(high, F_HIGHEST_HZ))

    def scroll_scale(self, share: float) -> None:
        """Show higher or lower frequencies."""
        ratio = (self.high_hz / self.low_hz) ** share
        ratio = min(F_HIGHEST_HZ / self.high_hz, max(F_LOWEST_HZ / self.low_hz, ratio))
        self._set(self.low_hz * ratio, self.high_hz * ratio)

    def _set(self, low: float, high: float) -> None:
        if high / low >= NARROWEST:
            self.low_hz, self.high_hz = low, high
            self.window.changed.emit()


class DifferencePane(FrequencyPane):
    """By how many dB the output is louder than the input, at the same moment of speech."""

    def __init__(
        self, sound: SoundHistory, window: TimeWindow, first: LevelTrack, second: LevelTrack
    ) -> None:
        super().__init__(
            sound,
            window,
            name=tr("Output \N{MINUS SIGN} input"),
            description=tr(
                "What the voice adds and takes away: frequency over time, and as colour by "
                "how much the output is louder (warm) or softer (cool) than the input at the "
                "same moment of speech, in thirds of an octave; full colour is {most:.0f} dB.",
                most=DIFFERENCE_DB,
            ),
        )
        self._first, self._second = first, second

    @property
    def ready_s(self) -> float:
        """Up to when there is something to paint, in s."""
        return min(self._first.ready_s, self._second.ready_s)

    def update(self) -> None:
        """Analyse what is new."""
        self._first.update()
        self._second.update()

    def painter(self, look: Look, sheet: Sheet) -> Painter:
        """Return what paints the columns."""
        grid = [place for place, _ in self.ticks(sheet.height / sheet.ratio)]
        return DifferencePainter(self._first, self._second, self.axis, look, sheet, grid=grid)

    def reading(self, time_s: float, place: float) -> str:
        """Return frequency and difference."""
        hz = float(self.axis.frequency(place))
        frame = int(time_s * self._first.rate_hz)
        before, after = (
            smoothed(track.ring.frames(frame, frame + 1).astype(np.int32))[0, _band_of(hz)]
            for track in (self._first, self._second)
        )
        return f"{hz:,.0f} Hz   {(after - before) * STEP_DB:+.0f} dB"


def _band_of(hz: float) -> int:
    return min(N_BANDS - 1, max(0, int(float(AXIS.position(hz)) * N_BANDS)))


def _hz_text(hz: float) -> str:
    return f"{hz / 1000:g}k" if hz >= 1000 else f"{hz:g}"
