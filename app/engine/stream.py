"""One running stream: device, audio path, DSP thread, recording and measurement together."""

from __future__ import annotations

import gc
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np

from syrinx.app.engine.builder import BuildRequest, Workshop
from syrinx.app.engine.device import AudioDevice, list_devices, open_device
from syrinx.app.engine.dsp_thread import DspThread
from syrinx.app.engine.guard import Guard
from syrinx.app.engine.latency import LatencyReport
from syrinx.app.engine.measurement import Measurement
from syrinx.app.engine.messages import (
    DelayMeasured,
    EngineConfig,
    FeedbackHeard,
    Levels,
    RecordContent,
    Telemetry,
    VoiceParams,
)
from syrinx.app.engine.params import Mute
from syrinx.app.engine.probe import LoopbackProbe
from syrinx.app.engine.rack_params import FeedbackParams
from syrinx.app.engine.recorder import Recorder
from syrinx.app.engine.taps import TapWriter
from syrinx.app.engine.voice_chain import VoiceChain
from syrinx.app.engine.worker import AudioPath
from syrinx.dsp.errors import SyrinxError
from syrinx.dsp.units import samples_to_ms

_MOVED_S, _TELL_S = 0.003, 1.0


class Stream:
    """Builds the voice, warms it up, then opens the device and runs.

    Parameters
    ----------
    config
        See `EngineConfig`.
    workshop
        Builds the voice.
    taps
        Where telemetry goes.

    Raises
    ------
    SyrinxError
        The voice or the device does not work. Nothing is left open then.
    """

    def __init__(self, config: EngineConfig, workshop: Workshop, taps: TapWriter) -> None:
        self.device = _find_device(config)
        params = config.params
        if config.silent:  # only the pitch is followed; without a gate there is no delay
            panic: Mute = "all" if params.mute == "all" else "off"
            params = VoiceParams(source_f0_hz=params.source_f0_hz, mute=panic)
        chain = workshop.build(
            BuildRequest(
                voice_id=None if config.silent else config.voice_id,
                params=params,
                sample_rate=self.device.sample_rate,
                fp32=config.fp32,
                command="StartStream",
            )
        )
        # From here on no collection may stop the audio: what lives now lives on.
        gc.collect()
        gc.freeze()
        gc.disable()
        try:
            self.device.open()
        except SyrinxError:
            _collect_again()
            raise
        self._config, self._taps = config, taps
        self.path = self._make_path(chain, self.device.period, config.safety_ms)
        self.path.mute.start(params.mute)
        taps.begin(sample_rate=chain.sample_rate, latency=chain.latency)
        self.recorder: Recorder | None = None
        self._measurement: Measurement | None = None
        self._metering = False
        self.thread = DspThread(self.path)
        self.thread.start()
        self.device.run(self.path)
        self._told_at = time.monotonic()
        self._told_s = self.device.input_latency_s + self.device.output_latency_s
        adaptive = config.adaptive and not config.silent
        self.guard = Guard(self, safety_ms=config.safety_ms, adaptive=adaptive)

    def adapt(self) -> bool:
        """Start over with a larger period when the device has called with more than at first.

        Returns
        -------
        bool
            Whether that was so; the declared delay is another one then.
        """
        path, thread = self.path, self.thread
        if path.largest_callback <= path.period:
            return False
        thread.stop()
        self.path = self._make_path(path.wanted, path.largest_callback, path.safety_ms)
        self.path.take_over(path)
        self.thread = DspThread(self.path)
        self.thread.start()
        self.device.run(self.path)
        return True

    def device_delay_moved(self) -> bool:
        """Whether the devices declare another delay than when this was last asked."""
        device, now = self.device, time.monotonic()
        total = device.input_latency_s + device.output_latency_s
        if now < self._told_at + _TELL_S or abs(total - self._told_s) < _MOVED_S:
            return False
        self._told_at, self._told_s = now, total
        return True

    def _make_path(self, chain: VoiceChain, period: int, safety_ms: float) -> AudioPath:
        path = AudioPath(
            chain,
            period=period,
            safety_ms=safety_ms,
            taps=self._taps,
            coupled=self.device.coupled,
            silent=self._config.silent,
        )
        self._guard(path, self._config.params.rack.feedback)
        return path

    def set_feedback(self, params: FeedbackParams) -> None:
        """Turn the feedback guard on or off, or its knobs."""
        self._guard(self.path, params)

    @staticmethod
    def _guard(path: AudioPath, params: FeedbackParams) -> None:
        path.guard.sensitivity, path.guard.muted_s = params.sensitivity, params.muted_s
        path.guard.own_delay_ms = samples_to_ms(path.chain.latency, path.sample_rate)
        path.guard.on = params.on

    def take_feedback(self) -> FeedbackHeard | None:
        """Return what the feedback guard has found since the last call, in a sentence."""
        report = self.path.guard.take_report()
        if report is None:
            return None
        rest_s = f"{report.muted_s:.0f}"
        if report.kind == "howl":
            message = (
                "Your microphone hears the loudspeaker and began to howl: the output rests for "
                f"{rest_s} s and is then tried again. Use headphones, or turn the loudspeaker down."
            )
        else:
            message = (
                "Your microphone hears the loudspeaker and sends it round again: the output rests "
                f"for {rest_s} s and is then tried again. Use headphones, or turn the loudspeaker "
                "down."
            )
        return FeedbackHeard(kind=report.kind, muted_s=report.muted_s, message=message)

    def close(self) -> bool:
        """Stop everything; False when the sound library hangs. The recorder stays, closed."""
        clean = self.device.close()
        self.thread.stop()
        self.stop_recording()
        _collect_again()
        return clean

    def latency(self) -> LatencyReport:
        """Return the declared delay."""
        path = self.path
        chain, rate = path.wanted, path.sample_rate
        return LatencyReport(
            input_ms=1000.0 * self.device.input_latency_s,
            buffer_ms=samples_to_ms(path.prefill_of(chain), rate),
            chain_parts=tuple(
                (name, samples_to_ms(samples, rate)) for name, samples in chain.latency_parts
            ),
            output_ms=1000.0 * self.device.output_latency_s,
        )

    def telemetry(self, *, rss_mb: float, clips: tuple[tuple[str, float], ...] = ()) -> Telemetry:
        """Return what happened since the last call."""
        path, rate = self.path, self.path.sample_rate
        counters = path.take_counters()
        samples = counters.busy_samples
        recorder = self.recorder
        return Telemetry(
            streaming=True,
            stream_s=counters.rendered / rate,
            blocks=counters.blocks,
            late_blocks=counters.late_blocks,
            dropped_samples=counters.dropped,
            xruns=counters.xruns,
            load=counters.busy_s * rate / samples if samples else 0.0,
            load_peak=counters.load_peak,
            queue_ms=samples_to_ms(path.queue, rate),
            declared_queue_ms=samples_to_ms(path.prefill, rate),
            levels=Levels(
                input_peak=counters.input_peak,
                input_rms=float(np.sqrt(counters.input_square / samples)) if samples else 0.0,
                output_peak=counters.output_peak,
                output_rms=float(np.sqrt(counters.output_square / samples)) if samples else 0.0,
            ),
            rss_mb=rss_mb,
            source_f0_hz=path.chain.source_f0_hz,
            recording_s=None if recorder is None else recorder.seconds,
            recording_bytes=0 if recorder is None else recorder.size_bytes,
            recording_free_bytes=0 if recorder is None else recorder.free_bytes,
            clips=clips,
            stages=self._stages(samples / rate),
            readings=(*path.chain.readings(), *_feedback(path)),
        )

    def meter_stages(self, on: bool) -> None:
        """Measure what each stage of the voice costs, or stop it."""
        self._metering = on
        self.path.chain.stages.switch(on)

    def _stages(self, seconds: float) -> tuple[tuple[str, float], ...]:
        """Return the share of ``seconds`` of audio that each stage took."""
        if not self._metering:
            return ()
        stages = self.path.chain.stages
        spent = stages.take()
        if not spent:  # another voice has come
            stages.switch(True)
        return tuple((name, s / seconds if seconds else 0.0) for name, s in spent.items())

    # ---- recording ----

    def start_recording(self, path: str, content: RecordContent = "both") -> None:
        """Record to a new file. Raises SyrinxError when that cannot be."""
        if self.recorder is not None:
            raise SyrinxError(f'A recording to "{self.recorder.path}" runs already: stop it first.')
        chain = self.path.chain
        self.recorder = Recorder(
            Path(path), sample_rate=chain.sample_rate, latency=chain.latency, content=content
        )
        self.path.recorder = self.recorder

    def add_marker(self, label: str) -> float:
        """Mark what is being recorded now; return its place in s. Raises SyrinxError."""
        if self.recorder is None:
            raise SyrinxError("Nothing is being recorded: start a recording, then mark.")
        return self.recorder.mark(label)

    def stop_recording(self) -> None:
        """Write the rest and close the file; `recorder` stays for its result."""
        self.path.recorder = None
        if self.recorder is not None:
            self.recorder.close()

    # ---- measurement ----

    def start_measurement(self, workshop: Workshop) -> Measurement:
        """Begin to measure the way out of the output and into the input, and the voice.

        The caller lets somebody run `Measurement.check`.

        Raises
        ------
        SyrinxError
            A measurement runs already.
        """
        if self.path.probe is not None:
            raise SyrinxError("The delay is being measured already: wait for the result.")
        if self.path.mute.wanted == "all":
            raise SyrinxError("Panic mute is on, so no chirp gets out: take it back, then measure.")
        chain, rate = self.path.wanted, self.path.sample_rate
        request = BuildRequest(
            voice_id=chain.voice_id,
            params=replace(chain.params, bypass=False, wet=1.0),
            sample_rate=rate,
            fp32=self._config.fp32,
            command="MeasureDelay",
        )
        self.path.probe = LoopbackProbe(sample_rate=rate)
        build = partial(workshop.build, request, rest=time.sleep)
        self._measurement = Measurement(self.path.probe, build)
        return self._measurement

    def take_measurement(self) -> DelayMeasured | str | None:
        """Return the result once it is there, or the sentence that says why there is none."""
        probe, measurement = self.path.probe, self._measurement
        result = None
        if measurement is not None:
            result = measurement.take(self.latency(), self.path.sample_rate)
            if result is not None:
                self._measurement = None
        if probe is not None and probe.over:
            self.path.probe = None
        return result


def _feedback(path: AudioPath) -> tuple[tuple[str, float], ...]:
    if not path.guard.on:
        return ()
    state = path.guard.state
    return (("feedback", 0.0 if state == "listening" else 2.0 if state == "muted" else 1.0),)


def _collect_again() -> None:
    gc.unfreeze()
    gc.enable()
    gc.collect()


def _find_device(config: EngineConfig) -> AudioDevice:
    """Open by name; a device that is not in the list may have been plugged in since."""
    try:
        return open_device(config)
    except SyrinxError:
        if config.script is not None:
            raise
        list_devices(rescan=True)
        return open_device(config)
