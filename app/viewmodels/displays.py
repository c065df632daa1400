"""What is seen of the sound: the two streams and their meters, fed from the taps."""

from __future__ import annotations

from syrinx.app.engine.taps import TapAudio, TapF0
from syrinx.app.viewmodels.meters import Meter
from syrinx.app.viewmodels.stream import StreamModel


class Displays:
    """Input and output as pictures and levels."""

    def __init__(self) -> None:
        self.input = StreamModel()
        self.output = StreamModel()
        self.input_meter = Meter()
        self.output_meter = Meter()

    def clear(self) -> None:
        """Begin with an empty picture."""
        self.input.clear()
        self.output.clear()
        self.input_meter.reset()
        self.output_meter.reset()

    def feed(self, audio: TapAudio, f0: TapF0 | None, elapsed_s: float) -> None:
        """Show what the taps held; ``elapsed_s`` of wall time have gone by."""
        for stream, meter, samples, rms, peak in (
            (self.input, self.input_meter, audio.input, audio.input_rms, audio.input_peak),
            (self.output, self.output_meter, audio.output, audio.output_rms, audio.output_peak),
        ):
            meter.feed(rms=rms, peak=peak, elapsed_s=elapsed_s)
            stream.feed(samples, position=audio.position, sample_rate=audio.sample_rate)
        if f0 is not None and f0.stream == audio.stream:
            for position, hz in zip(f0.positions.tolist(), f0.f0_hz.tolist(), strict=True):
                self.input.feed_f0(hz, position=position)

    def rest(self, elapsed_s: float, *, running: bool) -> None:
        """Let the meters fall; while it runs a look without news is just too early."""
        for meter in (self.input_meter, self.output_meter):
            level = meter.level_dbfs if running else -200.0
            meter.update(rms_dbfs=level, peak_dbfs=level, elapsed_s=0.0 if running else elapsed_s)
