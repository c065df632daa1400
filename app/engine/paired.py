"""An input and an output that PortAudio cannot join: two halves with clocks of their own."""

from __future__ import annotations

import math

import numpy as np

from syrinx.app.engine.device import DeviceClient
from syrinx.app.engine.device_names import feedback
from syrinx.app.engine.messages import DeviceInfo
from syrinx.app.engine.output import Frames
from syrinx.app.engine.portaudio_halves import PortAudioHalf
from syrinx.app.engine.portaudio_modes import channel_counts
from syrinx.app.engine.pulse_device import PulseInput, PulseOutput
from syrinx.app.engine.pulse_list import is_pulse
from syrinx.dsp.processor import Audio
from syrinx.dsp.resample import PolyphaseResampler

_SCRATCH = 8192


class PairedDevice:
    """An `AudioDevice` whose halves belong to different systems, or take no common rate.

    Where both are cards, each runs at its own rate, and the input is resampled in its callback
    (20 us per 10 ms). Their clocks differ: `AudioPath` keeps the fill between them.

    Parameters
    ----------
    source, sink
        Number and description of input and output, as `known_devices` lists them.
    sample_rate
        Wanted rate in Hz; None = that of the half that cannot be converted, else the output's own.
    period
        Not chosen here: the sound server has periods of 5 ms, a card its own.
    input_channel, exclusive
        See `EngineConfig`.

    Raises
    ------
    SyrinxError
        A half does not work.
    """

    def __init__(
        self,
        source: tuple[int, DeviceInfo],
        sink: tuple[int, DeviceInfo],
        *,
        sample_rate: int | None = None,
        period: int | None = None,
        input_channel: int | None = None,
        exclusive: bool = False,
    ) -> None:
        del period
        self.input_name, self.output_name = source[1].name, sink[1].name
        self.host_api, self.output_id = sink[1].host_api, sink[1].id
        self.coupled = False
        self.period = 0
        self.input_latency_s = self.output_latency_s = 0.0
        self._client: DeviceClient | None = None
        self._channel = None if input_channel is None else input_channel - 1
        self._scratch_in: Audio = np.zeros(_SCRATCH, np.float32)
        self._scratch_out: Audio = np.zeros(_SCRATCH, np.float32)
        wanted = () if sample_rate is None else (sample_rate,)
        self._input: PortAudioHalf | PulseInput
        self._output: PortAudioHalf | PulseOutput
        # The server converts to any rate; a card does not, and is asked first.
        if not is_pulse(sink[1]):
            self._output = PortAudioHalf(*sink, output=True, rates=wanted, exclusive=exclusive)
            self.sample_rate = self._output.sample_rate
        else:
            self.sample_rate = sample_rate or sink[1].default_sample_rate
        if not is_pulse(source[1]):
            self._input = PortAudioHalf(
                *source, output=False, rates=(self.sample_rate,),
                input_channel=input_channel, exclusive=exclusive,
            )  # fmt: skip
            if is_pulse(sink[1]):
                self.sample_rate = self._input.sample_rate
        if is_pulse(sink[1]):
            self._output = PulseOutput(sink[1], rate=self.sample_rate)
        if is_pulse(source[1]):
            channel_counts(source[1].input_channels, input_channel, source[1].name)
            self._input = PulseInput(
                source[1], rate=self.sample_rate, every_channel=input_channel is not None
            )
        self._resampler = PolyphaseResampler(self._input.sample_rate, self.sample_rate)
        warning = feedback(source[1], [sink[1]])
        self.notices: list[str] = [] if warning is None else [warning]

    def open(self) -> None:
        """Start both halves, silent. Raises SyrinxError with a sentence."""
        self._output.open()
        try:
            self._input.open()
        except Exception:
            self._output.close()
            raise
        scaled = self._input.period * self.sample_rate / self._input.sample_rate
        self.period = max(math.ceil(scaled), self._output.period)
        self._read_latency()

    def run(self, client: DeviceClient) -> None:
        """From the next callbacks on, call ``client``."""
        self._client = client
        self._output.run(self._on_output)
        self._input.run(self._on_input)

    def check(self) -> str | None:
        """Return a sentence once one of them is gone, else None."""
        self._read_latency()
        return self._input.check() or self._output.check()

    def close(self) -> bool:
        """Stop both; False when one hangs."""
        clean = self._input.close()
        return self._output.close() and clean

    def _read_latency(self) -> None:
        """A sound server knows its delays only after a while, and changes them."""
        rate = self._input.sample_rate
        waits = self._input.period + float(self._resampler.latency_in)
        self.input_latency_s = self._input.latency_s + waits / rate
        self.output_latency_s = self._output.latency_s

    # ---- audio threads ----

    def _on_output(self, frames: Frames) -> None:
        client = self._client
        if client is None:
            frames.fill(0)
            return
        for start in range(0, frames.shape[0], _SCRATCH):
            part = frames[start : start + _SCRATCH]
            mono = self._scratch_out[: part.shape[0]]
            client.render(mono)
            part[:] = mono[:, None]

    def _on_input(self, frames: Frames, xruns: int) -> None:
        client = self._client
        if client is None:
            return
        for start in range(0, frames.shape[0], _SCRATCH):
            part = frames[start : start + _SCRATCH]
            mono = self._scratch_in[: part.shape[0]]
            if self._channel is None:
                np.mean(part[:, :2], axis=1, out=mono)
            else:
                mono[:] = part[:, self._channel]
            if self._resampler.rate_in != self._resampler.rate_out:
                mono = self._resampler.process(mono)
            client.capture(mono, xruns=xruns)
            xruns = 0
