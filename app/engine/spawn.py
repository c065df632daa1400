"""Starting a child process that needs nothing of the program that starts it."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import types
from collections.abc import Iterator

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
