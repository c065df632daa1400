"""Curves over something else than time: the long-term spectrum, and likeness over the delay."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from math import ceil

import numpy as np
from numpy.typing import NDArray

from syrinx.app.translation import tr
from syrinx.app.viewmodels.pane import Ticks, apart
from syrinx.app.viewmodels.sound_history import SoundHistory
from syrinx.app.viewmodels.spectrogram import FrequencyAxis
from syrinx.app.viewmodels.time_window import TimeWindow
from syrinx.app.viewmodels.tracks import EnvelopeTrack, SpectrumTrack
from syrinx.dsp.correlation import LagCurve, lag_correlation
from syrinx.dsp.third_octave import mean_level_db

LAG_SPAN_S = 6.0
LAG_EVERY_S = 0.25
_LOW_DB, _HIGH_DB = -90.0, 0.0
_F_LOW_HZ, _F_HIGH_HZ = 50.0, 16_000.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Curve:
    """One line of a chart.

    Attributes
    ----------
    x, y
        Places from left to right and from bottom to top, 0 to 1.
    colour
        Name of a token: "accent" (input) or "warm" (output).
    name
        Of the line.
    """

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    colour: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """An upright line at ``x`` (0 to 1) with a text beside it."""

    x: float
    text: str
    colour: str


class Chart(ABC):
    """What a `ChartView` shows; it computes in `update`, which is called while it is seen."""

    unit_x = ""
    unit_y = "dB"

    def __init__(self, sound: SoundHistory, *, name: str, description: str) -> None:
        self.sound = sound
        self.name, self.description = name, description
        self.revision = 0

    @property
    def is_empty(self) -> bool:
        """There is nothing to show."""
        return self.sound.is_empty

    @abstractmethod
    def update(self) -> None:
        """Compute what is new; `revision` grows when there is something else to see."""

    @abstractmethod
    def curves(self) -> list[Curve]:
        """Return the lines."""

    def marks(self) -> list[Mark]:
        """Return the upright lines."""
        return []

    @abstractmethod
    def ticks_x(self, width: float) -> Ticks:
        """Return the labels below."""

    @abstractmethod
    def ticks_y(self, height: float) -> Ticks:
        """Return the labels at the left."""

    @abstractmethod
    def corner(self) -> str:
        """Return what is said in the corner."""

    @abstractmethod
    def reading(self, x: float, y: float) -> str:
        """Return what lies at a place."""


class SpectrumChart(Chart):
    """Long-term average spectra of input and output, in sliding thirds of an octave.

    Of what is selected, else of the minute that is kept.
    """

    unit_x = "Hz"

    def __init__(
        self, sound: SoundHistory, window: TimeWindow, first: SpectrumTrack, second: SpectrumTrack
    ) -> None:
        super().__init__(
            sound,
            name=tr("Long-term spectrum"),
            description=tr(
                "Mean level in a third of an octave around each frequency, of input (cool) and "
                "output (warm): of what is selected, else of the last minute."
            ),
        )
        self._window = window
        self._tracks = (first, second)
        self._axis = FrequencyAxis(_F_LOW_HZ, _F_HIGH_HZ)
        self._seen: object = None
        self._levels: list[NDArray[np.float64]] = []

    def update(self) -> None:
        """Analyse what is new, and take the means again where there is something new."""
        for track in self._tracks:
            track.update()
        state = (
            self.sound.generation,
            self._window.selection,
            *(track.ring.count for track in self._tracks),
        )
        if state != self._seen:
            self._seen = state
            self.revision += 1
            self._levels = [mean_level_db(self._frames(track)) for track in self._tracks]

    def curves(self) -> list[Curve]:
        """Return both spectra, as far as the device's rate reaches."""
        centres = self._tracks[0].centres_hz
        heard = centres <= 0.45 * self.sound.sample_rate
        x = np.asarray(self._axis.position(centres[heard]))
        return [
            Curve(x=x, y=_place(level[heard]), colour=colour, name=name)
            for level, colour, name in zip(
                self._levels, ("accent", "warm"), ("input", "output"), strict=False
            )
        ]

    def ticks_x(self, width: float) -> Ticks:
        """Return 1-2-5 steps."""
        marks = (50, 100, 200, 500, 1000, 2000, 5000, 10_000)
        texts = [(float(self._axis.position(hz)), _short(hz)) for hz in marks]
        return apart(texts, width, gap=44)

    def ticks_y(self, height: float) -> Ticks:
        """Return every 10 or 20 dB."""
        step = 10 if height > 200 else 20
        marks = [
            (float(_place(np.array(float(db)))), f"{db}".replace("-", "\N{MINUS SIGN}"))
            for db in range(-80, 0, step)
        ]
        return apart(marks, height, gap=15)

    def corner(self) -> str:
        """Say of what the mean is."""
        start, stop = self._range()
        if stop <= start:
            return ""
        if self._window.selection:
            return tr("of the selection {seconds:.1f} s", seconds=stop - start)
        return tr("of the last {seconds:.1f} s", seconds=stop - start)

    def reading(self, x: float, y: float) -> str:
        """Return the frequency and both levels."""
        hz = float(self._axis.frequency(x))
        index = int(np.argmin(np.abs(np.log(self._tracks[0].centres_hz / hz))))
        if not self._levels:
            return ""
        first, second = (level[index] for level in self._levels)
        text = tr(
            "{hz:,.0f} Hz   in {first:.0f}   out {second:.0f} dB", hz=hz, first=first, second=second
        )
        return text.replace("-", "\N{MINUS SIGN}")

    def _range(self) -> tuple[float, float]:
        if self._window.selection:
            return self._window.shown()
        return self.sound.oldest_s, self.sound.newest_s

    def _frames(self, track: SpectrumTrack) -> NDArray[np.float32]:
        start, stop = self._range()
        # A frame ends 0.1 s after its number says; its window is centred about there.
        first = ceil(start * track.rate_hz)
        last = max(first + 1, int(stop * track.rate_hz))
        frames: NDArray[np.float32] = track.ring.frames(first, last)
        return frames


class LagChart(Chart):
    """Where the loudness of the output matches that of the input: the true delay."""

    unit_x = "ms"
    unit_y = ""

    def __init__(
        self, sound: SoundHistory, window: TimeWindow, first: EnvelopeTrack, second: EnvelopeTrack
    ) -> None:
        super().__init__(
            sound,
            name=tr("Delay"),
            description=tr(
                "How alike the loudness of output and input is when the output is taken to be "
                "so many milliseconds late, over the last 6 s. The peak is the true delay of "
                "the voice (devices and buffers come on top); the line is what is declared."
            ),
        )
        self._window = window
        self._tracks = (first, second)
        self._computed_s = -1.0
        self._generation = -1
        self._curve: LagCurve | None = None
        self._best_ms: float | None = None
        self._declared_ms = 0.0
        self._span_ms = (-50.0, 250.0)

    def update(self) -> None:
        """Correlate again four times a second."""
        done = True
        for track in self._tracks:
            done &= track.update()
        if self._generation != self.sound.generation:
            self._generation, self._computed_s = self.sound.generation, -1.0
            self._curve = self._best_ms = None
            self.revision += 1
        known = min(track.ready_s for track in self._tracks)
        if not done or self.sound.is_empty or abs(known - self._computed_s) < LAG_EVERY_S:
            return
        self._computed_s = known
        sound = self.sound
        self._declared_ms = 1000.0 * sound.latency / sound.sample_rate
        self._span_ms = (-50.0, max(250.0, 50.0 * ceil((self._declared_ms + 60.0) / 50.0)))
        rate = self._tracks[0].rate_hz
        stop = int(known * rate)
        first, second = (
            t.ring.frames(stop - int(LAG_SPAN_S * rate), stop)[:, 0] for t in self._tracks
        )
        self._curve = lag_correlation(
            first,
            second,
            rate_hz=rate,
            least_ms=self._span_ms[0] - self._declared_ms,
            most_ms=self._span_ms[1] - self._declared_ms,
        )
        best = self._curve.best_ms
        self._best_ms = None if best is None else best + self._declared_ms
        self.revision += 1

    def curves(self) -> list[Curve]:
        """Return the correlation over the delay."""
        if self._curve is None:
            return []
        x = self._x(self._curve.lags_ms + self._declared_ms)
        y = np.clip((self._curve.correlation + 0.75) / 2.0, 0, 1)
        return [Curve(x=x, y=y, colour="warm", name="correlation")]

    def marks(self) -> list[Mark]:
        """Return the declared delay and the one that was found."""
        if self._curve is None:
            return []
        made = [Mark(x=float(self._x(self._declared_ms)), text=tr("declared"), colour="text_muted")]
        if self._best_ms is not None:
            made.append(Mark(x=float(self._x(self._best_ms)), text="", colour="warm"))
        return made

    def ticks_x(self, width: float) -> Ticks:
        """Return every 50 or 100 ms."""
        low, high = self._span_ms
        step = 50 if width / (high - low) * 50 >= 44 else 100
        marks = range(-50 if step == 50 else 0, int(high) + 1, step)
        return [
            (float(self._x(ms)), f"{ms}".replace("-", "\N{MINUS SIGN}"))
            for ms in marks
            if low <= ms <= high
        ]

    def ticks_y(self, height: float) -> Ticks:
        """Return halves."""
        marks = ((-0.5, "−0.5"), (0.0, "0"), (0.5, "0.5"), (1.0, "1"))
        return apart([((value + 0.75) / 2.0, text) for value, text in marks], height, gap=14)

    def corner(self) -> str:
        """Return the measured and the declared delay."""
        if self._curve is None:
            return ""
        if self._best_ms is None:
            return tr("not found (declared {declared:.0f} ms)", declared=self._declared_ms)
        return tr(
            "{found:.0f} ms (declared {declared:.0f} ms)",
            found=self._best_ms,
            declared=self._declared_ms,
        )

    def reading(self, x: float, y: float) -> str:
        """Return the correlation at a delay."""
        if self._curve is None:
            return ""
        low, high = self._span_ms
        delay = low + x * (high - low)
        index = int(np.argmin(np.abs(self._curve.lags_ms + self._declared_ms - delay)))
        text = f"{delay:.0f} ms   r = {self._curve.correlation[index]:.2f}"
        return text.replace("-", "\N{MINUS SIGN}")

    def _x(self, ms: float | NDArray[np.float64]) -> NDArray[np.float64]:
        low, high = self._span_ms
        return np.asarray((np.asarray(ms) - low) / (high - low))


def _place(level_db: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.clip((level_db - _LOW_DB) / (_HIGH_DB - _LOW_DB), 0.0, 1.0)


def _short(hz: int) -> str:
    return f"{hz // 1000}k" if hz >= 1000 else str(hz)
