"""The thread that processes what the callback brings."""

from __future__ import annotations

import threading
import time

from syrinx.app.engine.account import ThreadAccount
from syrinx.app.engine.priority import Priority, raise_thread_priority
from syrinx.app.engine.worker import AudioPath


class DspThread:
    """Runs `AudioPath.step` whenever the callback has brought something.

    Attributes
    ----------
    priority
        "realtime", "raised" or "normal": what the system allowed. Known once `start` returned.
    stalls, asleep
        How often `stall` was called, and whether it is in effect.
    """

    def __init__(self, path: AudioPath) -> None:
        self._path = path
        self._stop = False
        self._stall_s = 0.0
        self.stalls = 0
        self.asleep = False
        self._ready = threading.Event()
        self.priority: Priority = "normal"
        self._thread = threading.Thread(target=self._run, name="dsp", daemon=True)

    def start(self) -> None:
        """Start the thread and wait until it runs."""
        self._thread.start()
        self._ready.wait(5.0)

    def stop(self) -> None:
        """Stop it and wait for its end."""
        self._stop = True
        self._path.wake()
        self._thread.join(5.0)

    def stall(self, seconds: float) -> None:
        """Sleep ``seconds`` before the next block: a forced stall."""
        self.stalls += 1
        self._stall_s = seconds

    def _run(self) -> None:
        path = self._path
        self.priority = raise_thread_priority()
        account = ThreadAccount()
        path.watch.follow(account.read)
        self._ready.set()
        while not self._stop:
            if self._stall_s:
                seconds, self._stall_s = self._stall_s, 0.0
                self.asleep = True
                time.sleep(seconds)
                self.asleep = False
            if not path.step():
                path.wait(0.1)
        account.close()
