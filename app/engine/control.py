"""The control thread of the engine process: commands in, events out, everything else started."""

from __future__ import annotations

import contextlib
import dataclasses
import gc
import os
import queue
import sys
import threading
import time
from multiprocessing.connection import Connection
from typing import Literal

import psutil

from syrinx.app.engine import messages as m
from syrinx.app.engine.builder import Builder, BuildRequest, Built, Workshop
from syrinx.app.engine.clip_desk import ClipDesk
from syrinx.app.engine.device import list_devices
from syrinx.app.engine.device_messages import SetMonitor, TestSpeakers
from syrinx.app.engine.device_watch import Freshness
from syrinx.app.engine.event_text import event_line
from syrinx.app.engine.outputs import Outputs
from syrinx.app.engine.priority import BESIDE, raise_process_priority, raise_thread_priority
from syrinx.app.engine.stream import Stream
from syrinx.app.engine.taps import TapWriter
from syrinx.app.logs import RotatingLog
from syrinx.app.settings import home_path
from syrinx.app.texts import mark
from syrinx.dsp.errors import SyrinxError

TELEMETRY_EVERY_S = 0.1
_MAX_QUEUED = 200
_MB = 1e6


class Engine:
    """The engine process.

    Parameters
    ----------
    connection
        Pipe to the host.
    tap_name
        Shared memory for telemetry, owned by the host.
    asked_at
        ``time.time()`` at which the host asked for the process.
    """

    def __init__(self, connection: Connection, tap_name: str, *, asked_at: float) -> None:
        # Before any thread is made: they inherit it, and each of them holds, now and then, the
        # lock that the DSP thread waits for.
        self._priority = raise_process_priority()
        self._connection = connection
        self._asked_at = asked_at
        self._taps = TapWriter(tap_name)
        self._log = RotatingLog(home_path(), "engine")
        self._log.watch_crashes()
        self._events = EventSender(connection, self._log)
        self._built: queue.SimpleQueue[Built] = queue.SimpleQueue()
        self._workshop = Workshop()
        self._builder = Builder(self._workshop, self._built.put)
        self._clips = ClipDesk(self._events.send)
        self._outputs = Outputs(self._events.send)
        self._freshness = Freshness()
        self._freshness.renew()
        self._stream: Stream | None = None
        self._config = m.EngineConfig()
        self._process = psutil.Process()
        self._telemetry_due = 0.0
        self._metering = False
        self.hung = False

    def run(self) -> None:
        """Serve commands until `Shutdown`, or until the host is gone."""
        # A thread that computes in Python gives the DSP thread its turn after 0.2 ms, not 5.
        sys.setswitchinterval(0.0002)
        # Whoever holds that lock must not be put off by another program: the DSP thread would
        # wait with it (measured: 30 ms on a crowded machine).
        raise_thread_priority(BESIDE)
        gc.collect()
        self._events.send(
            m.EngineReady(
                pid=os.getpid(),
                ready_s=time.time() - self._asked_at,
                rss_mb=self._rss_mb(),
                priority=self._priority,
            )
        )
        try:
            while self._serve():
                self._look_after()
        finally:
            self._stop_stream("command")
            self._builder.close()
            self._clips.close()
            self._outputs.close()
            self._taps.close()
            self._events.close()
            self._log.close()

    # ---- commands ----

    def _serve(self) -> bool:
        """Handle one command if there is one; False at the end."""
        try:
            if not self._connection.poll(0.02):
                return True
            command: m.Command = self._connection.recv()
        except (EOFError, OSError):
            return False
        if isinstance(command, m.Shutdown):
            return False
        try:
            self._handle(command)
        except SyrinxError as error:
            self._fail(command, str(error))
        except Exception as error:  # a command that fails must not end the engine
            self._fail(command, f"Internal error in the engine ({type(error).__name__}: {error}).")
        return True

    def _handle(self, command: m.Command) -> None:
        match command:
            case m.StartStream():
                self._start_stream(command.config)
            case m.StopStream():
                self._stop_stream("command")
            case m.SetVoice():
                self._set_voice(command.voice_id)
            case m.SetParams():
                self._set_params(command.params)
            case m.StartRecording():
                self._running(mark("record")).start_recording(command.path, command.content)
                self._events.send(m.RecordingStarted(path=command.path))
            case m.AddMarker():
                seconds = self._running(mark("mark")).add_marker(command.label)
                self._events.send(m.MarkerAdded(seconds=seconds))
            case m.StopRecording():
                self._stop_recording()
            case m.PlayClip():
                self._running(mark("play"))
                self._clips.play(command)
            case m.PlayFed():
                self._clips.begin_feed(command)
            case m.FeedClip():
                self._clips.feed(command)
            case m.StopClip():
                self._clips.stop(command.slot)
            case m.SetClipGain():
                self._clips.set_gain(command.slot, command.gain_db)
            case m.PrepareClips():
                self._clips.prepare(command.paths)
            case m.ListDevices():
                fresh = self._stream is None
                if fresh:
                    self._outputs.hush()
                    self._freshness.renew()
                devices = list_devices(rescan=fresh)
                self._events.send(m.DevicesListed(devices=devices, fresh=fresh))
            case SetMonitor() | TestSpeakers():
                if isinstance(command, SetMonitor):
                    self._config = dataclasses.replace(self._config, monitor=command.monitor)
                self._outputs.handle(command)
            case m.MeasureDelay():
                measurement = self._running(mark("measure")).start_measurement(self._workshop)
                self._builder.aside(measurement.check)
            case m.SetSafety():
                self._set_safety(command)
            case m.MeterStages():
                self._meter_stages(command.on)
            case m.ForceStall():
                self._running(mark("stall")).thread.stall(command.seconds)
            case m.Ping():
                self._events.send(m.Pong(token=command.token))

    def _start_stream(self, config: m.EngineConfig) -> None:
        self._stop_stream("command")
        if self.hung:
            raise SyrinxError("The sound library hangs over a lost device: restart the engine.")
        self._config = config
        self._outputs.hush()
        self._freshness.renew()
        stream = Stream(config, self._workshop, self._taps)
        self._stream = stream
        path = stream.path
        self._clips.begin(path.clips, silent=config.silent)
        stream.meter_stages(self._metering)
        self._events.send(
            m.StreamStarted(
                stream=self._taps.stream,
                sample_rate=path.sample_rate,
                period=path.period,
                input_device=stream.device.input_name,
                output_device=stream.device.output_name,
                host_api=stream.device.host_api,
                voice_id=path.chain.voice_id,
                priority=stream.thread.priority,
                latency=stream.latency(),
            )
        )
        monitor = None if config.silent else config.monitor
        self._outputs.begin(path, main_output=stream.device.output_id, monitor=monitor)
        for notice in (*stream.device.notices, *path.chain.notices):
            self._events.send(m.Notice(message=notice))
        if config.record_path is not None:
            try:
                stream.start_recording(config.record_path, config.record_content)
                self._events.send(m.RecordingStarted(path=config.record_path))
            except SyrinxError as error:
                self._events.send(m.CommandFailed(command="StartRecording", message=str(error)))

    def _stop_stream(self, reason: Literal["command", "ended", "device_lost", "error"]) -> None:
        stream = self._stream
        if stream is None:
            return
        # The device first, so that the recording ends with what was heard.
        self._stream = None
        self._outputs.end()
        clean = stream.close()
        self.hung = self.hung or not clean
        if stream.recorder is not None:
            self._tell_recording(stream)
        broken = "The sound stopped with the stream: start both again."
        self._clips.end(error=None if reason == "command" else broken)
        self._events.send(m.StreamStopped(reason=reason))

    def _set_voice(self, voice_id: str | None) -> None:
        self._config = dataclasses.replace(self._config, voice_id=voice_id)
        if self._stream is None or self._config.silent:
            self._events.send(m.VoiceChanged(voice_id=voice_id))
        else:
            self._request("SetVoice")

    def _set_params(self, params: m.VoiceParams) -> None:
        self._config = dataclasses.replace(self._config, params=params)
        if self._stream is None:
            return
        if self._config.silent:  # a panic silences clips there, too; the rest has no voice to turn
            self._stream.path.mute.set("all" if params.mute == "all" else "off")
            return
        self._stream.set_feedback(params.rack.feedback)
        self._stream.path.mute.set(params.mute)
        chain = self._stream.path.wanted
        if chain.voice_id != self._config.voice_id or not chain.set_params(params):
            self._request("SetParams")

    def _set_safety(self, wanted: m.SetSafety) -> None:
        self._config = dataclasses.replace(
            self._config, safety_ms=wanted.safety_ms, adaptive=wanted.adaptive
        )
        if self._stream is not None and not self._config.silent:
            self._stream.guard.set_safety(wanted.safety_ms, adaptive=wanted.adaptive)

    def _meter_stages(self, on: bool) -> None:
        self._metering = on
        if self._stream is not None:
            self._stream.meter_stages(on)

    def _request(self, command: str) -> None:
        stream = self._running(mark("change the voice"))
        config = self._config
        self._builder.request(
            BuildRequest(
                voice_id=config.voice_id,
                params=config.params,
                sample_rate=stream.path.sample_rate,
                fp32=config.fp32,
                command=command,
            )
        )

    def _running(self, what: str) -> Stream:
        if self._stream is None:
            raise SyrinxError(f"Nothing runs: start the stream, then {what}.")
        return self._stream

    def _fail(self, command: m.Command, message: str) -> None:
        slot = command.slot if isinstance(command, m.PlayClip | m.PlayFed | m.FeedClip) else None
        name = type(command).__name__
        self._events.send(m.CommandFailed(command=name, message=message, slot=slot))

    # ---- what happens by itself ----

    def _look_after(self) -> None:
        while not self._built.empty():
            self._deliver(self._built.get())
        self._clips.look_after()
        self._outputs.look_after()
        stream = self._stream
        if stream is not None:
            if stream.path.retired:
                self._builder.aside(stream.path.retired.clear)
            self._watch(stream)
        now = time.monotonic()
        if now >= self._telemetry_due:
            self._telemetry_due = now + TELEMETRY_EVERY_S
            self._events.send(self._telemetry())

    def _deliver(self, built: Built) -> None:
        stream, request, config = self._stream, built.request, self._config
        if stream is None or config.silent or request.sample_rate != stream.path.sample_rate:
            return
        if request.voice_id != config.voice_id:
            return  # another voice was asked for in the meantime and is being built
        if built.chain is None:
            kept = stream.path.wanted
            self._config = dataclasses.replace(config, voice_id=kept.voice_id, params=kept.params)
            message = built.error or "The voice cannot be built."
            self._events.send(m.CommandFailed(command=request.command, message=message))
            return
        if not built.chain.set_params(config.params):
            return  # the knobs have been turned further: the next one is being built
        before = stream.path.wanted
        built.chain.go_on_from(before)
        stream.path.set_chain(built.chain)
        if before.voice_id != request.voice_id or request.command == "SetVoice":
            self._events.send(m.VoiceChanged(voice_id=request.voice_id))
        for notice in built.chain.notices:
            if notice not in before.notices or before.voice_id != request.voice_id:
                self._events.send(m.Notice(message=notice))
        if before.latency_parts != built.chain.latency_parts:
            self._events.send(m.LatencyChanged(latency=stream.latency()))

    def _watch(self, stream: Stream) -> None:
        lost = stream.device.check()
        if lost is not None:
            self._stop_stream("device_lost" if lost else "ended")
            if lost:
                self._events.send(m.DeviceLost(message=lost, respawn=self.hung))
            return
        adapted = stream.adapt()
        if adapted:
            self._outputs.follow(stream.path)
        if stream.device_delay_moved() or adapted:
            self._events.send(m.LatencyChanged(latency=stream.latency()))
        for event in stream.guard.look():
            self._events.send(event)
        if stream.path.error is not None:
            message = stream.path.error
            self._stop_stream("error")
            self._events.send(m.CommandFailed(command="StartStream", message=message))
            return
        if stream.recorder is not None and stream.recorder.error is not None:
            self._stop_recording()
        heard = stream.take_feedback()
        if heard is not None:
            self._events.send(heard)
        measured = stream.take_measurement()
        if isinstance(measured, m.DelayMeasured):
            self._events.send(measured)
        elif measured is not None:
            self._events.send(m.CommandFailed(command="MeasureDelay", message=measured))

    def _stop_recording(self) -> None:
        stream = self._running(mark("record"))
        if stream.recorder is None:
            raise SyrinxError("Nothing is being recorded.")
        stream.stop_recording()
        self._tell_recording(stream)

    def _tell_recording(self, stream: Stream) -> None:
        recorder, stream.recorder = stream.recorder, None
        if recorder is not None:
            self._events.send(
                m.RecordingStopped(
                    path=str(recorder.path), seconds=recorder.seconds, error=recorder.error
                )
            )

    def _telemetry(self) -> m.Telemetry:
        if self._stream is None:
            return m.Telemetry(streaming=False, rss_mb=self._rss_mb())
        return self._stream.telemetry(rss_mb=self._rss_mb(), clips=self._clips.played)

    def _rss_mb(self) -> float:
        return float(self._process.memory_info().rss / _MB)


class EventSender:
    """Sends events from a thread of its own: a host that does not read holds nothing up.

    The same thread writes down what is worth keeping.
    """

    def __init__(self, connection: Connection, log: RotatingLog) -> None:
        self._connection, self._log = connection, log
        self._queue: queue.SimpleQueue[m.Event | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="events", daemon=True)
        self._thread.start()

    def send(self, event: m.Event) -> None:
        """Queue an event; telemetry is left out when the host is far behind."""
        if isinstance(event, m.Telemetry) and self._queue.qsize() > _MAX_QUEUED:
            return
        self._queue.put(event)

    def close(self) -> None:
        """Send what is queued, as far as somebody reads it."""
        self._queue.put(None)
        self._thread.join(1.0)

    def _run(self) -> None:
        raise_thread_priority(BESIDE)
        with contextlib.suppress(OSError):  # the host is gone
            while (event := self._queue.get()) is not None:
                self._connection.send(event)
                line = event_line(event)
                if line is not None:
                    self._log.write(*line)
