"""Opens and closes outputs in a thread of its own: what a sound library hangs over holds nobody up.

One thread, so that the library is never asked two things at once.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable

from syrinx.app.engine.output import OutputDevice, open_output
from syrinx.dsp.errors import SyrinxError

Opened = Callable[[OutputDevice | SyrinxError], None]


class Opener:
    """Does one job after the other; results are delivered where `look_after` is called.

    Parameters
    ----------
    find
        Returns the output of a name, not opened yet.
    """

    def __init__(self, find: Callable[[str | None], OutputDevice] = open_output) -> None:
        self._find = find
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._results: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._submitted = self._finished = 0
        self._thread: threading.Thread | None = None

    def open(self, wanted: str | None, opened: Opened) -> None:
        """Find and open an output, silent; ``opened`` gets it, or the sentence why not."""

        def job() -> None:
            result: OutputDevice | SyrinxError
            try:
                result = self._find(wanted)
                result.open()
            except SyrinxError as error:
                result = error
            except Exception as error:  # a sound library may answer anything
                result = SyrinxError(f"The device cannot be opened ({error}).")
            done = result
            self._results.put(lambda: opened(done))

        self._submit(job)

    def close(self, device: OutputDevice) -> None:
        """Close an output."""

        def job() -> None:
            device.close()

        self._submit(job)

    def look_after(self) -> None:
        """Deliver what is done; call it often."""
        while not self._results.empty():
            self._results.get()()

    def settle(self, timeout_s: float) -> bool:
        """Wait until nothing is being done; deliver the results. False when the time is over."""
        end = time.monotonic() + timeout_s
        while time.monotonic() < end:
            self.look_after()
            if self._finished == self._submitted and self._results.empty():
                return True
            time.sleep(0.005)
        return False

    def shut_down(self) -> None:
        """End the thread, unless it hangs."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._jobs.put(None)
            thread.join(2.0)

    def _submit(self, job: Callable[[], None]) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="opener", daemon=True)
            self._thread.start()
        self._submitted += 1
        self._jobs.put(job)

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()
            self._finished += 1
