"""Entry point of the training process: gives way to everything else before anything is imported."""

from __future__ import annotations

import os
import signal
import sys
import threading
from multiprocessing.connection import Connection
from pathlib import Path

NICE = 10
MOST_THREADS = 4
ORPHANED = 3
"""Exit code when the program that wanted the voice is gone."""


def training_main(connection: Connection, home: str | None) -> None:
    """Work on the job of the first command, and end with it or with the program that asked.

    Parameters
    ----------
    connection
        Commands come from it, events go into it.
    home
        Data folder; None = that of the environment.
    """
    give_way()
    rest_threads()
    # Ctrl-C reaches the whole group of the terminal; the host decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A window's program may have no console at all.
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115

    from syrinx.app.clone import training_messages as m

    try:
        command = connection.recv()
    except (EOFError, OSError):
        return
    if not isinstance(command, m.StartTraining):
        return
    orders = PipeOrders(connection, live=command.live)
    try:
        from syrinx.app.clone.training_work import TrainingWork

        work = TrainingWork(
            Path(command.folder), orders.tell, orders, home=None if home is None else Path(home)
        )
        work.run()
    except Exception as error:
        text = " ".join(f"{type(error).__name__}: {error}".split())
        orders.tell(m.TrainingFailed(message=f"This is an error in Syrinx itself ({text})."))


class PipeOrders:
    """What came through the pipe, read by a thread; the process ends when its other end is gone.

    Parameters
    ----------
    connection
        The pipe.
    live
        Whether a live stream runs at the beginning.
    """

    def __init__(self, connection: Connection, *, live: bool) -> None:
        self._connection = connection
        self._live = live
        self._cancelled = threading.Event()
        threading.Thread(target=self._listen, name="orders", daemon=True).start()

    def cancelled(self) -> bool:
        """Whether the job shall end with the best so far."""
        return self._cancelled.is_set()

    def threads(self) -> int:
        """How many threads may compute now."""
        return threads_for(live=self._live, cores=cores())

    def tell(self, event: object) -> None:
        """Send an event."""
        try:
            self._connection.send(event)
        except OSError:
            os._exit(ORPHANED)

    def _listen(self) -> None:
        from syrinx.app.clone import training_messages as m

        while True:
            try:
                command = self._connection.recv()
            except (EOFError, OSError):
                os._exit(ORPHANED)  # whatever is written is written atomically
            match command:
                case m.CancelTraining():
                    self._cancelled.set()
                case m.LiveStream():
                    self._live = command.runs


def cores() -> int:
    """Cores that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)  # not everywhere
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1


def threads_for(*, live: bool, cores: int) -> int:
    """Threads of fine-tuning: four at most; a live stream has a core for itself."""
    return max(1, min(MOST_THREADS, cores - 1 if live else cores))


def give_way() -> None:
    """Lower the process's priority, for the processor and the disk, as far as the system can."""
    import psutil

    process = psutil.Process()
    try:
        if sys.platform == "win32":
            process.nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
            process.ionice(psutil.IOPRIO_LOW)
        else:
            process.nice(max(NICE, process.nice()))
            if sys.platform == "linux":
                process.ionice(psutil.IOPRIO_CLASS_BE, 7)  # idle could keep a checkpoint waiting
    except (psutil.Error, OSError):
        return


def rest_threads() -> None:
    """Let threads that wait for work sleep; must run before a numerical library is imported.

    OpenMP's would spin for 200 ms after every piece of work, on the cores that a live stream
    needs.
    """
    os.environ["OMP_WAIT_POLICY"] = "PASSIVE"
    os.environ["GOMP_SPINCOUNT"] = "0"
    os.environ["KMP_BLOCKTIME"] = "0"
