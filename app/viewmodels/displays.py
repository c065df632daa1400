"""What is seen of the sound: the pictures and the meters, fed from the taps."""

from __future__ import annotations

from syrinx.app.engine.taps import TapAudio, TapF0
from syrinx.app.viewmodels.meters import Meter
from syrinx.app.viewmodels.pictures_model import PicturesModel


class Displays:
    """Input and output as pictures and levels."""

    def __init__(self) -> None:
        self.pictures = PicturesModel()
        self.input_meter = Meter()
        self.output_meter = Meter()

    def clear(self) -> None:
        """Begin with an empty picture."""
        self.pictures.clear()
        self.input_meter.reset()
        self.output_meter.reset()

    def feed(self, audio: TapAudio, f0: TapF0 | None, elapsed_s: float) -> None:
        """Show what the taps held; ``elapsed_s`` of wall time have gone by."""
        for meter, rms, peak in (
            (self.input_meter, audio.input_rms, audio.input_peak),
            (self.output_meter, audio.output_rms, audio.output_peak),
        ):
            meter.feed(rms=rms, peak=peak, elapsed_s=elapsed_s)
        self.pictures.feed(audio, f0)

    def rest(self, elapsed_s: float, *, running: bool) -> None:
        """Let the meters fall; while it runs a look without news is just too early."""
        for meter in (self.input_meter, self.output_meter):
            level = meter.level_dbfs if running else -200.0
            meter.update(rms_dbfs=level, peak_dbfs=level, elapsed_s=0.0 if running else elapsed_s)
