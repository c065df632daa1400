"""The engine without a window: what ``syrinx live`` runs."""

from __future__ import annotations

import contextlib
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from syrinx.app.engine import messages as m
from syrinx.app.engine.device_watch import DeviceWatch
from syrinx.app.engine.host import EngineHost
from syrinx.app.engine.latency import LatencyReport
from syrinx.app.engine.reconnect import Reconnect
from syrinx.app.files import reason
from syrinx.dsp.errors import SyrinxError

POLL_S = 0.03
STOP_S = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveReport:
    """What a live run came to.

    Attributes
    ----------
    seconds
        Stream time in s.
    stream
        The devices and what ran on them.
    latency
        Declared delay at the end.
    blocks, late_blocks, dropped_samples, xruns
        As in `messages.Telemetry`, at the end.
    load_mean, load_p99
        Share of the time available that the DSP thread used (telemetry of 0.1 s each).
    engine_rss_mb, engine_ready_s
        Largest memory of the engine process in MB; seconds until it was ready.
    restarts
        How often the engine had to be started again.
    notices
        Sentences that came up.
    """

    seconds: float
    stream: m.StreamStarted
    latency: LatencyReport
    blocks: int
    late_blocks: int
    dropped_samples: int
    xruns: int
    load_mean: float
    load_p99: float
    engine_rss_mb: float
    engine_ready_s: float
    restarts: int
    notices: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the report as JSON values."""
        stream = self.stream
        return {
            "seconds": self.seconds,
            "input_device": stream.input_device,
            "output_device": stream.output_device,
            "host_api": stream.host_api,
            "voice": stream.voice_id,
            "sample_rate": stream.sample_rate,
            "period": stream.period,
            "priority": stream.priority,
            "latency_ms": self.latency.total_ms,
            "latency": self.latency.to_json(),
            "blocks": self.blocks,
            "late_blocks": self.late_blocks,
            "dropped_samples": self.dropped_samples,
            "xruns": self.xruns,
            "load_mean": self.load_mean,
            "load_p99": self.load_p99,
            "engine_rss_mb": self.engine_rss_mb,
            "engine_ready_s": self.engine_ready_s,
            "restarts": self.restarts,
            "notices": list(self.notices),
        }


def run_live(
    config: m.EngineConfig,
    *,
    seconds: float | None,
    report: Path | None = None,
    on_event: Callable[[m.Event], None] | None = None,
    stop: Callable[[], bool] | None = None,
    wait: bool = False,
    on_taps: Callable[[str], None] | None = None,
) -> LiveReport:
    """Run the engine until ``seconds`` are over, Ctrl-C, or ``stop()`` is true.

    Parameters
    ----------
    config
        Devices, voice and parameters.
    seconds
        Stream time to run; None = until interrupted.
    report
        File to write the report to as JSON, also after Ctrl-C.
    on_event
        Gets every event, in the calling thread (progress, level display).
    stop
        Asked about every 30 ms.
    wait
        When the device is lost, wait until it is back and go on, instead of raising.
    on_taps
        Gets the name of the telemetry (`TapReader`) before the stream starts.

    Raises
    ------
    SyrinxError
        The stream does not start, or the device goes away, or the engine fails. The report is
        written first when the stream had started.
    KeyboardInterrupt
        Interrupted before the stream had started.
    """
    run = _Run(on_event, config if wait else None)
    failure: SyrinxError | None = None
    with EngineHost() as host, contextlib.closing(run):
        try:
            run.ready = host.wait_for(m.EngineReady)
            if on_taps is not None:
                on_taps(host.tap_name)
            host.send(m.StartStream(config=config))
            run.stream = host.wait_for(m.StreamStarted)
            run.latency = run.stream.latency
            run.follow(run.stream)
            if on_event is not None:
                on_event(run.ready)
                on_event(run.stream)
            with contextlib.suppress(KeyboardInterrupt):
                while not run.over(seconds) and not (stop is not None and stop()):
                    run.poll(host)
            host.send(m.StopStream())
            deadline = time.monotonic() + STOP_S
            while not run.stopped and time.monotonic() < deadline:
                run.poll(host)
        except KeyboardInterrupt:
            pass
        except SyrinxError as error:
            failure = error
    result = run.result()
    if result is not None and report is not None:
        try:
            report.parent.mkdir(parents=True, exist_ok=True)
            report.write_text(json.dumps(result.to_json(), indent=2) + "\n", encoding="utf-8")
        except OSError as error:
            raise SyrinxError(
                f'The report "{report}" cannot be written: {reason(error)}.'
            ) from error
    if failure is not None:
        raise failure
    if result is None:
        raise KeyboardInterrupt
    return result


class _Run:
    def __init__(
        self, on_event: Callable[[m.Event], None] | None, awaiting: m.EngineConfig | None = None
    ) -> None:
        self._awaiting = awaiting
        self._reconnect = Reconnect()
        self._watch: DeviceWatch | None = None
        self.ready: m.EngineReady | None = None
        self.stream: m.StreamStarted | None = None
        self.latency: LatencyReport | None = None
        self._on_event = on_event
        self._last = m.Telemetry(streaming=False)
        self._loads: list[float] = []
        self._rss_mb = 0.0
        self._restarts = 0
        self._notices: list[str] = []
        self.stopped = False

    def over(self, seconds: float | None) -> bool:
        return self.stopped or (seconds is not None and self._last.stream_s >= seconds)

    def poll(self, host: EngineHost) -> None:
        for event in host.poll():
            self.take(event)
        if self._watch is not None and self._awaiting is not None:
            found = self._watch.poll()
            if found is not None:
                self._reconnect.seen(found)
            if self._reconnect.take_due():
                host.send(m.StartStream(config=self._reconnect.aim(self._awaiting)))
        time.sleep(POLL_S)

    def follow(self, stream: m.StreamStarted) -> None:
        """Remember what a lost stream ran on."""
        if self._awaiting is not None:
            self._reconnect.started(self._awaiting, stream)
        self.close()

    def close(self) -> None:
        """End the watch over devices."""
        watch, self._watch = self._watch, None
        if watch is not None:
            watch.close()

    def _await(self) -> None:
        self._reconnect.lost()
        self._watch = self._watch or DeviceWatch()

    def take(self, event: m.Event) -> None:
        if self._on_event is not None:
            self._on_event(event)
        match event:
            case m.Telemetry() if event.streaming:
                self._last = event
                self._loads.append(event.load)
                self._rss_mb = max(self._rss_mb, event.rss_mb)
            case m.StreamStarted():
                self.stream, self.latency = event, event.latency
                self.follow(event)
            case m.LatencyChanged():
                self.latency = event.latency
            case m.EngineRestarted():
                self._restarts += 1
                self._notices.append(event.message)
            case m.Notice() | m.SafetyChanged() | m.FeedbackHeard():
                self._notices.append(event.message)
            case m.RecordingStopped() if event.error is not None:
                self._notices.append(event.error)
            case m.StreamStopped():
                self.stopped = event.reason in ("command", "ended")
            case m.DeviceLost() if self._awaiting is not None:
                self._notices.append(event.message)
                self._await()
            case m.CommandFailed() if self._reconnect.waiting and event.command == "StartStream":
                self._notices.append(event.message)
            case m.CommandFailed() | m.EngineFailed() | m.DeviceLost():
                raise SyrinxError(event.message)

    def result(self) -> LiveReport | None:
        if self.stream is None or self.latency is None or self.ready is None:
            return None
        last = self._last
        return LiveReport(
            seconds=last.stream_s,
            stream=self.stream,
            latency=self.latency,
            blocks=last.blocks,
            late_blocks=last.late_blocks,
            dropped_samples=last.dropped_samples,
            xruns=last.xruns,
            load_mean=float(np.mean(self._loads)) if self._loads else 0.0,
            load_p99=float(np.percentile(self._loads, 99)) if self._loads else 0.0,
            engine_rss_mb=max(self._rss_mb, self.ready.rss_mb),
            engine_ready_s=self.ready.ready_s,
            restarts=self._restarts,
            notices=tuple(self._notices),
        )
