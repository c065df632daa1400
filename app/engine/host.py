"""The engine process seen from the program that owns it: start, command, listen, restart."""

from __future__ import annotations

import contextlib
import dataclasses
import time
from collections import deque
from pathlib import Path
from typing import Any, TypeVar

from syrinx.app.engine import messages as m
from syrinx.app.engine.device_messages import SetMonitor
from syrinx.app.engine.process import engine_main
from syrinx.app.engine.spawn import spawn_child
from syrinx.app.engine.taps import TapReader, Taps
from syrinx.dsp.errors import SyrinxError

HANG_S = 10.0
"""An engine that is polled and says nothing for so long is replaced."""
PING_EVERY_S = 1.0
START_S = 30.0
CLOSE_S = 5.0
MAX_RESTARTS = 3
RESTART_WINDOW_S = 60.0

E_ = TypeVar("E_", bound=m.Event)


class EngineHost:
    """Owner of one engine process. Not thread-safe: use it from one thread.

    `poll` must be called regularly (a timer of the window, a loop of the command line): it also
    notices a dead or hanging engine and starts it again with its last commands.

    Parameters
    ----------
    home
        Data folder; None = that of the environment.

    Examples
    --------
    >>> with EngineHost() as host:                                    # doctest: +SKIP
    ...     host.send(StartStream(config=EngineConfig(voice_id="deep")))
    ...     started = host.wait_for(StreamStarted)
    """

    def __init__(self, *, home: Path | None = None) -> None:
        self._home = home
        self._taps: Taps | None = None
        self._process: Any = None
        self._connection: Any = None
        self._backlog: deque[m.Event] = deque()
        self._config: m.EngineConfig | None = None
        self._recording: str | None = None
        self._clips: dict[str, str] = {}
        self._voice_id: str | None = None
        self._restarts: deque[float] = deque(maxlen=MAX_RESTARTS)
        self._heard = self._polled = self._pinged = 0.0
        self._ready = False
        self._failed = False

    # ---- life ----

    def start(self) -> None:
        """Start the process; `EngineReady` follows as an event.

        Raises
        ------
        SyrinxError
            The system does not let us start a process.
        """
        if self._process is not None:
            return
        if self._taps is None:
            self._taps = Taps()
        self._failed = False
        self._spawn()

    def close(self) -> None:
        """End the process, at the latest by killing it, and remove the shared memory."""
        process, connection = self._process, self._connection
        self._process = self._connection = None
        if process is not None:
            with contextlib.suppress(OSError):
                connection.send(m.Shutdown())
            deadline = time.monotonic() + CLOSE_S
            while process.is_alive() and time.monotonic() < deadline:
                # Its last events must not fill the pipe.
                with contextlib.suppress(OSError, EOFError):
                    if connection.poll(0.02):
                        self._backlog.append(connection.recv())
                process.join(0.01)
            with contextlib.suppress(OSError, EOFError):
                while connection.poll():
                    self._backlog.append(connection.recv())
            _end(process)
            connection.close()
        if self._taps is not None:
            self._taps.close()
            self._taps = None

    def __enter__(self) -> EngineHost:
        self.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    # ---- facts ----

    @property
    def alive(self) -> bool:
        """Whether the process runs."""
        return self._process is not None and bool(self._process.is_alive())

    @property
    def pid(self) -> int | None:
        """Process id; None before the start."""
        return None if self._process is None else self._process.pid

    @property
    def connection(self) -> Any:
        """The pipe, for a notifier that waits for it to become readable; None before the start."""
        return self._connection

    @property
    def tap_name(self) -> str:
        """Name of the telemetry memory for `TapReader`; the same over restarts."""
        if self._taps is None:
            raise SyrinxError("The engine has not been started.")
        return self._taps.name

    def tap_reader(self) -> TapReader:
        """Return a new reader of the telemetry; its owner closes it."""
        return TapReader(self.tap_name)

    # ---- talking ----

    def send(self, command: m.Command) -> None:
        """Send a command. One that meets a dead engine is repeated after its restart.

        Raises
        ------
        SyrinxError
            The engine was not started, or has failed for good.
        """
        if self._failed:
            raise SyrinxError("The audio engine has failed; restart Syrinx or run `syrinx doctor`.")
        if self._connection is None:
            raise SyrinxError("The engine has not been started.")
        self._remember(command)
        # A dead engine is noticed by the next poll.
        with contextlib.suppress(OSError):
            self._connection.send(command)

    def poll(self) -> list[m.Event]:
        """Return the events since the last call; look after the process."""
        events = list(self._backlog)
        self._backlog.clear()
        if self._process is None or self._failed:
            return events
        events += self._receive()
        now = time.monotonic()
        if any(isinstance(event, m.EngineFailed) for event in events):
            self._give_up()
            return events
        if not self._process.is_alive():
            events += self._receive()
            code = self._process.exitcode
            events += self._revive(f"The audio engine stopped unexpectedly (exit code {code}).")
        elif self._polled and now - self._polled > HANG_S / 2:
            self._heard = now  # it was us who slept
        elif self._ready and now - self._heard > HANG_S:
            events += self._revive("The audio engine did not answer any more.")
        elif now - self._pinged > PING_EVERY_S:
            self._pinged = now
            with contextlib.suppress(OSError):
                self._connection.send(m.Ping(token=0))
        self._polled = now
        return events

    def wait_for(self, kind: type[E_], *, timeout_s: float = START_S) -> E_:
        """Poll until an event of ``kind`` comes and return it; the others stay for `poll`.

        Raises
        ------
        SyrinxError
            A command failed, the engine failed, or the time is over.
        """
        deadline = time.monotonic() + timeout_s
        kept: list[m.Event] = []
        try:
            while time.monotonic() < deadline:
                events = self.poll()
                for index, event in enumerate(events):
                    if isinstance(event, kind):
                        kept += events[index + 1 :]
                        return event
                    if isinstance(event, m.CommandFailed | m.EngineFailed | m.DeviceLost):
                        kept += events[index + 1 :]
                        raise SyrinxError(event.message)
                    kept.append(event)
                time.sleep(0.005)
        finally:
            self._backlog.extend(kept)
        raise SyrinxError(
            f"The audio engine did not answer within {timeout_s:g} s: try again, or run "
            "`syrinx doctor`."
        )

    # ---- inside ----

    def _spawn(self) -> None:
        args = (self.tap_name, _text(self._home), time.time())
        try:
            process, ours = spawn_child(engine_main, *args, name="syrinx-engine")
        except OSError as error:
            raise SyrinxError(f"The audio engine cannot be started ({error}).") from error
        self._process, self._connection = process, ours
        self._ready = False
        self._heard = self._pinged = time.monotonic()
        self._polled = 0.0

    def _receive(self) -> list[m.Event]:
        events: list[m.Event] = []
        with contextlib.suppress(OSError, EOFError):
            while self._connection.poll():
                event = self._connection.recv()
                self._heard = time.monotonic()
                if not (isinstance(event, m.Pong) and event.token == 0):
                    events.append(event)
                self._follow(event)
        return events

    def _follow(self, event: m.Event) -> None:
        """Keep what a restart needs."""
        match event:
            case m.EngineReady():
                self._ready = True
            case m.StreamStopped() if event.reason != "command":
                self._config = None
            case m.CommandFailed() if event.command == "StartStream":
                self._config = None
            case m.CommandFailed() if event.command == "SetVoice" and self._config is not None:
                self._config = dataclasses.replace(self._config, voice_id=self._voice_id)
            case m.StreamStarted() | m.VoiceChanged():
                self._voice_id = event.voice_id
            case m.RecordingStarted():
                self._recording = event.path
            case m.RecordingStopped():
                self._recording = None
            case m.ClipStarted():
                self._clips[event.slot] = event.path
            case m.ClipStopped() if event.path == self._clips.get(event.slot):
                del self._clips[event.slot]
            case m.DeviceLost() if event.respawn:
                self._config = None
                self._replace()

    def _remember(self, command: m.Command) -> None:
        match command:
            case m.StartStream():
                self._config = command.config
            case m.StopStream():
                self._config = None
            case m.SetVoice() if self._config is not None:
                self._config = dataclasses.replace(self._config, voice_id=command.voice_id)
            case m.SetSafety() if self._config is not None:
                self._config = dataclasses.replace(
                    self._config, safety_ms=command.safety_ms, adaptive=command.adaptive
                )
            case m.SetParams() if self._config is not None:
                self._config = dataclasses.replace(self._config, params=command.params)
            case SetMonitor() if self._config is not None:
                self._config = dataclasses.replace(self._config, monitor=command.monitor)

    def _give_up(self) -> None:
        """Be without a process until `start` is called again."""
        self._failed = True
        process, connection = self._process, self._connection
        self._process = self._connection = None
        _end(process, kill=True)
        connection.close()

    def _replace(self) -> None:
        _end(self._process, kill=True)
        self._connection.close()
        self._spawn()

    def _revive(self, reason: str) -> list[m.Event]:
        """Start the engine again, unless it dies too often."""
        now = time.monotonic()
        often = len(self._restarts) == MAX_RESTARTS and now - self._restarts[0] < RESTART_WINDOW_S
        events: list[m.Event] = []
        if self._recording is not None:
            events.append(self._rescue_recording(self._recording))
        sentence = "The sound stopped with the engine: play it again."
        events += [  # they are not played again
            m.ClipStopped(path=path, reason="error", seconds=0.0, error=sentence, slot=slot)
            for slot, path in self._clips.items()
        ]
        config, self._recording, self._clips = self._config, None, {}
        if often:
            self._give_up()
            message = (
                f"{reason} This happens again and again: choose other devices or run "
                "`syrinx doctor`."
            )
            return [*events, m.EngineFailed(message=message)]
        self._restarts.append(now)
        self._replace()
        if config is not None:
            config = dataclasses.replace(config, record_path=None)
            self._config = config
            with contextlib.suppress(OSError):
                self._connection.send(m.StartStream(config=config))
        return [*events, m.EngineRestarted(message=f"{reason} It was started again.")]

    def _rescue_recording(self, path: str) -> m.RecordingStopped:
        import soundfile

        from syrinx.app.engine.recorder import repair_wav_header

        seconds = 0.0
        with contextlib.suppress(OSError, soundfile.LibsndfileError):
            if path.lower().endswith(".wav"):
                repair_wav_header(Path(path))
            seconds = float(soundfile.info(path).duration)
        return m.RecordingStopped(
            path=path,
            seconds=seconds,
            error=f'The recording "{path}" ended with the engine; what was written is kept.',
        )


def _text(path: Path | None) -> str | None:
    return None if path is None else str(path)


def _end(process: Any, *, kill: bool = False) -> None:
    if kill or process.is_alive():
        process.kill()
    process.join(CLOSE_S)
    with contextlib.suppress(ValueError):
        process.close()
