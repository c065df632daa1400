"""A child process that answers questions: started on demand, killable, started again when dead."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from syrinx.app.engine.spawn import spawn_child
from syrinx.dsp.errors import SyrinxError

CLOSE_S = 2.0


class ChildProcess:
    """Owner of one child; use it from one thread.

    Parameters
    ----------
    target
        Runs in the child: gets its end of the pipe and ``args``; ends when the pipe does.
    name
        Of the process, for lists of processes.

    Notes
    -----
    The child is spawned without the program's main module, with one thread for every numerical
    library, like the engine.
    """

    def __init__(self, target: Callable[..., None], *args: Any, name: str) -> None:
        self._target, self._args, self._name = target, args, name
        self._process: Any = None
        self._connection: Connection | None = None

    @property
    def pid(self) -> int | None:
        """Process id; None while there is none."""
        return None if self._process is None else self._process.pid

    def send(self, question: object) -> None:
        """Ask, starting the child when there is none.

        Raises
        ------
        SyrinxError
            The system does not let us start a process.
        """
        if self._process is None or not self._process.is_alive():
            self.close(kill=True)
            self._spawn()
        assert self._connection is not None  # made by _spawn
        with contextlib.suppress(OSError):  # dead since: `poll` says so
            self._connection.send(question)

    def poll(self) -> list[Any]:
        """Return the answers since the last call.

        Raises
        ------
        ChildDiedError
            The child is gone; what it was asked is not answered. The next `send` starts another.
        """
        answers: list[Any] = []
        connection, process = self._connection, self._process
        if connection is None or process is None:
            return answers
        alive = process.is_alive()
        with contextlib.suppress(OSError, EOFError):
            while connection.poll():
                answers.append(connection.recv())
        if not alive and not answers:
            code = process.exitcode
            self.close(kill=True)
            raise ChildDiedError(
                f"The process {self._name} stopped unexpectedly (exit code {code})."
            )
        return answers

    def close(self, *, kill: bool = False) -> None:
        """End the child: it has two seconds when it is not killed at once."""
        process, connection = self._process, self._connection
        self._process = self._connection = None
        if connection is not None:
            connection.close()
        if process is None:
            return
        if not kill:
            process.join(CLOSE_S)
        if process.is_alive():
            process.kill()
        process.join()
        process.close()

    def _spawn(self) -> None:
        try:
            process, ours = spawn_child(self._target, *self._args, name=self._name)
        except OSError as error:
            raise SyrinxError(f"The process {self._name} cannot be started ({error}).") from error
        self._process, self._connection = process, ours


class ChildDiedError(SyrinxError):
    """A child process is gone without an answer."""
