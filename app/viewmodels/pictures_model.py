"""The pictures of the sound: what is kept, which stretch is seen, and what each picture needs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from syrinx.app.engine.taps import TapAudio, TapF0
from syrinx.app.files import free_path
from syrinx.app.viewmodels.charts import LagChart, SpectrumChart
from syrinx.app.viewmodels.curve_panes import LoudnessPane, MelodyPane
from syrinx.app.viewmodels.notes_pane import NotesPane
from syrinx.app.viewmodels.sound_export import write_wav
from syrinx.app.viewmodels.sound_history import Channel, SoundHistory
from syrinx.app.viewmodels.spectrum_panes import DifferencePane, FormantPane, SpectrogramPane
from syrinx.app.viewmodels.time_window import TimeWindow
from syrinx.app.viewmodels.tracks import (
    EnvelopeTrack,
    FormantTrack,
    LevelTrack,
    LoudnessTrack,
    MelodyTrack,
    PitchTrack,
    SpectrumTrack,
)
from syrinx.app.viewmodels.wave_pane import WavePane

CHANNELS: tuple[Channel, Channel] = ("input", "output")


class PicturesModel(QObject):
    """Everything that pictures of the sound share.

    An analysis exists once, whichever pictures show it, and goes on only while one of them is
    refreshed.

    Attributes
    ----------
    sound
        The last minute.
    window
        Which stretch of it is seen.
    """

    paused_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sound = SoundHistory()
        self.window = TimeWindow(self.sound, self)
        sound = self.sound
        self._levels = {c: LevelTrack(sound, c) for c in CHANNELS}
        self._pitch = {c: PitchTrack(sound, c) for c in CHANNELS}
        self._formants = {c: FormantTrack(sound, c) for c in CHANNELS}
        self.loudness = {c: LoudnessTrack(sound, c) for c in CHANNELS}

    # ---- what arrives ----

    def clear(self) -> None:
        """Begin with an empty picture."""
        self.sound.clear()

    def feed(self, audio: TapAudio, f0: TapF0 | None) -> None:
        """Take what the taps held."""
        self.sound.feed(
            audio.input,
            audio.output,
            position=audio.position,
            sample_rate=audio.sample_rate,
            latency=audio.latency,
        )
        if f0 is not None and f0.stream == audio.stream:
            for position, hz in zip(f0.positions.tolist(), f0.f0_hz.tolist(), strict=True):
                self.sound.feed_f0(hz, position=position)

    def tick(self, elapsed_s: float) -> None:
        """Move the right edge by ``elapsed_s`` of wall time."""
        self.window.tick(elapsed_s)

    # ---- what the user does ----

    @property
    def paused(self) -> bool:
        """The pictures stand still; the sound goes on unseen."""
        return self.sound.paused

    def set_paused(self, paused: bool) -> None:
        """Freeze the pictures, or let them go on."""
        if paused != self.sound.paused:
            self.sound.paused = paused
            self.paused_changed.emit(paused)

    def save_wav(self, folder: Path, channels: Sequence[Channel]) -> tuple[Path, float]:
        """Save what is selected, else what is seen; return the file and its seconds.

        Raises
        ------
        SyrinxError
            There is no sound yet, or it cannot be written.
        """
        start, stop = self.window.shown()
        stem = "syrinx " + (channels[0] if len(channels) == 1 else "input and output")
        path = free_path(folder, stem, ".wav")
        return path, write_wav(self.sound, path, channels, start, stop)

    # ---- what pictures are made of ----

    def spectrogram(self, channel: Channel) -> SpectrogramPane:
        """Return the spectrogram of one channel with its F0."""
        return SpectrogramPane(
            self.sound,
            self.window,
            channel,
            self._levels[channel],
            colours="cool" if channel == "input" else "warm",
            pitch=self._pitch[channel],
        )

    def formants(self, channel: Channel) -> FormantPane:
        """Return the formants of one channel on a grey spectrogram."""
        return FormantPane(
            self.sound, self.window, channel, self._levels[channel], self._formants[channel]
        )

    def difference(self) -> DifferencePane:
        """Return the output's spectrogram less the input's."""
        return DifferencePane(self.sound, self.window, *self._levels.values())

    def wave(self, channel: Channel) -> WavePane:
        """Return the waveform of one channel."""
        return WavePane(self.sound, self.window, channel)

    def notes(self) -> NotesPane:
        """Return both melodies on notes."""
        return NotesPane(self.sound, self.window, *self._pitch.values())

    def loudness_over_time(self) -> LoudnessPane:
        """Return the loudness of both over time."""
        return LoudnessPane(self.sound, self.window, *self.loudness.values())

    def melody(self) -> MelodyPane:
        """Return how well the melodies go together over time."""
        track = MelodyTrack(self.sound, *self._pitch.values())
        return MelodyPane(self.sound, self.window, track)

    def long_term_spectrum(self) -> SpectrumChart:
        """Return the long-term spectra of both."""
        first, second = (SpectrumTrack(self.sound, c) for c in CHANNELS)
        return SpectrumChart(self.sound, self.window, first, second)

    def delay(self) -> LagChart:
        """Return the likeness over the delay."""
        first, second = (EnvelopeTrack(self.sound, c) for c in CHANNELS)
        return LagChart(self.sound, self.window, first, second)
