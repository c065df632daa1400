"""Entry point of the engine process: as little as possible before the thread caps are set."""

from __future__ import annotations

import os
import signal
import sys
from multiprocessing.connection import Connection


def engine_main(connection: Connection, tap_name: str, home: str | None, asked_at: float) -> None:
    """Run the engine until it is told to shut down or its host is gone.

    Parameters
    ----------
    connection
        Commands come from it, events go into it.
    tap_name
        `syrinx.app.engine.taps.Taps.name` of the host.
    home
        Data folder; None = that of the environment.
    asked_at
        ``time.time()`` at which the host asked for the process.
    """
    from syrinx.app.engine.priority import cap_threads

    cap_threads()
    if home is not None:
        os.environ["SYRINX_HOME"] = home
    # Ctrl-C reaches the whole group of the terminal; the host decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A window's program may have no console at all.
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115

    try:
        from syrinx.app.engine.control import Engine

        engine = Engine(connection, tap_name, asked_at=asked_at)
    except Exception as error:
        from syrinx.app.engine.messages import EngineFailed

        reason = f"{type(error).__name__}: {error}"
        message = f"The audio engine cannot start ({reason}): reinstall Syrinx."
        connection.send(EngineFailed(message=message))
        return
    engine.run()
    if engine.hung:
        os._exit(0)  # the sound library would hang in its exit handler, too
