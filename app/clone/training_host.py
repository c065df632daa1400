"""The training process seen from the program that wants a voice: start, command, listen, restart.

The program never imports torch: that is the child's alone.
"""

from __future__ import annotations

import contextlib
import dataclasses
import time
from collections import deque
from pathlib import Path
from typing import Any

from syrinx.app.clone import training_messages as m
from syrinx.app.clone.training_job import read_job, read_state, write_state
from syrinx.app.clone.training_process import training_main
from syrinx.app.engine.spawn import spawn_child
from syrinx.dsp.errors import SyrinxError

CANCEL_S = 120.0
"""A process that was told to end and says nothing for so long is killed."""
JOIN_S = 5.0
MAX_RESTARTS = 1


class TrainingHost:
    """Owner of one training process at a time. Not thread-safe: use it from one thread.

    `poll` must be called regularly: it also notices a process that died, and starts it again once
    from the job's checkpoint.

    Parameters
    ----------
    home
        Data folder; None = that of the environment.

    Examples
    --------
    >>> write_job(folder, TrainingJob(name="Ada", ...))               # doctest: +SKIP
    >>> with TrainingHost() as host:
    ...     host.start(folder)
    ...     while host.running:
    ...         for event in host.poll(): ...
    """

    def __init__(self, *, home: Path | None = None) -> None:
        self._home = home
        self._process: Any = None
        self._connection: Any = None
        self._command: m.StartTraining | None = None
        self._events: deque[m.Event] = deque()
        self._restarts = 0
        self._cancelled, self._heard = False, 0.0
        self._stored: m.VoiceStored | None = None

    # ---- life ----

    def start(self, folder: Path, *, live: bool = False) -> None:
        """Start a process on a job, or go on with one that was interrupted.

        Parameters
        ----------
        folder
            Where `syrinx.app.clone.training_job.write_job` put the job.
        live
            Whether a live stream runs now.

        Raises
        ------
        SyrinxError
            There is no job in the folder, another one runs, or the system lets us start no
            process.
        """
        if self.running:
            raise SyrinxError("A voice is being made already: wait for it, or cancel it.")
        read_job(folder)
        self._command = m.StartTraining(folder=str(folder.absolute()), live=live)
        self._events.clear()
        self._restarts, self._cancelled, self._stored = 0, False, None
        self._spawn()

    def close(self) -> None:
        """Kill the process; the job can be gone on with."""
        self._command = None
        self._let_go()

    def __enter__(self) -> TrainingHost:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    # ---- facts ----

    @property
    def running(self) -> bool:
        """Whether a job was started whose end `poll` has not returned yet."""
        return self._command is not None

    @property
    def pid(self) -> int | None:
        """Process id; None when there is none."""
        return None if self._process is None else self._process.pid

    # ---- talking ----

    def send(self, command: m.CancelTraining | m.LiveStream) -> None:
        """Send a command; one that meets a dead process is heeded after its restart."""
        if self._command is None:
            return
        if isinstance(command, m.CancelTraining):
            if not self._cancelled:
                self._cancelled, self._heard = True, time.monotonic()
        else:
            self._command = m.StartTraining(folder=self._command.folder, live=command.runs)
        with contextlib.suppress(OSError):
            self._connection.send(command)

    def poll(self) -> list[m.Event]:
        """Return the events since the last call; look after the process."""
        if self._process is None:
            return []
        alive = self._process.is_alive()  # asked first: what it said before it died comes along
        events = self._receive()
        if any(m.is_end(event) for event in events):
            self._end()
        elif not alive:
            events += self._revive(self._process.exitcode)
        elif self._cancelled and time.monotonic() - self._heard > CANCEL_S:
            events.append(self._give_up())
        return events

    # ---- inside ----

    def _spawn(self) -> None:
        home = None if self._home is None else str(self._home)
        try:
            process, ours = spawn_child(training_main, home, name="syrinx-training")
        except OSError as error:
            self._command = None
            raise SyrinxError(f"The training process cannot be started ({error}).") from error
        self._process, self._connection = process, ours
        with contextlib.suppress(OSError):
            ours.send(self._command)
            if self._cancelled:
                ours.send(m.CancelTraining())

    def _receive(self) -> list[m.Event]:
        events: list[m.Event] = []
        with contextlib.suppress(OSError, EOFError):
            while self._connection.poll():
                event = self._connection.recv()
                self._heard = time.monotonic()
                if isinstance(event, m.VoiceStored):
                    self._stored = event
                events.append(event)
        return events

    def _revive(self, code: int | None) -> list[m.Event]:
        """Start the process again, once."""
        self._let_go()
        if self._restarts >= MAX_RESTARTS:
            self._command = None
            message = (
                f"The training process stopped unexpectedly (exit code {code}) again: close other "
                "programs, then go on with it."
            )
            return [m.TrainingFailed(message=message, resumable=True)]
        self._restarts += 1
        try:
            self._spawn()
        except SyrinxError as error:
            return [m.TrainingFailed(message=str(error), resumable=True)]
        message = (
            f"The training process stopped unexpectedly (exit code {code}) and goes on from where "
            "it was."
        )
        return [m.TrainingRestarted(message=message)]

    def _give_up(self) -> m.TrainingCancelled:
        """Cancel without the process; a voice that it stored stays."""
        folder = None if self._command is None else Path(self._command.folder)
        self._end()
        if folder is not None:
            with contextlib.suppress(SyrinxError):
                write_state(folder, dataclasses.replace(read_state(folder), status="cancelled"))
        return m.TrainingCancelled(stored=self._stored)

    def _end(self) -> None:
        """The job has ended, and how is written down: its process is not needed any more."""
        self._command = None
        self._let_go()

    def _let_go(self) -> None:
        process, connection = self._process, self._connection
        self._process = self._connection = None
        if process is None:
            return
        if process.is_alive():
            process.kill()
        process.join(JOIN_S)
        with contextlib.suppress(ValueError):
            process.close()
        connection.close()
