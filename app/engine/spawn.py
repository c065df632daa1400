"""Starting a child process that needs nothing of the program that starts it."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import sys
import threading
import types
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from typing import Any

from syrinx.app.engine.priority import THREAD_CAPS

_start_lock = threading.Lock()


@contextlib.contextmanager
def bare_start() -> Iterator[None]:
    """Let the child start with our environment and thread caps, but without our main module.

    multiprocessing would import the program's main module again in the child, and with it all
    that the window needs; our children need none of it.
    """
    with _start_lock:
        main = sys.modules["__main__"]
        kept = {name: os.environ.get(name) for name in THREAD_CAPS}
        try:
            sys.modules["__main__"] = types.ModuleType("__main__")
            os.environ.update(dict.fromkeys(THREAD_CAPS, "1"))
            yield
        finally:
            sys.modules["__main__"] = main
            for name, value in kept.items():
                if value is None:
                    os.environ.pop(name, None)
                else:
                    os.environ[name] = value


def spawn_child(target: Callable[..., None], *args: Any, name: str) -> tuple[Any, Connection]:
    """Start a daemon process on ``target(its end of a pipe, *args)``; return it and our end.

    Raises
    ------
    OSError
        The system does not let us start a process.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=True)
    process = context.Process(target=target, args=(theirs, *args), name=name, daemon=True)
    try:
        with bare_start():
            process.start()
    except BaseException:
        ours.close()
        raise
    finally:
        theirs.close()
    return process, ours
