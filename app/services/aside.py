"""Work that takes a moment and must not hold the window up: done in a thread, told by a signal."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from syrinx.dsp.errors import SyrinxError


class Aside(QObject):
    """Runs one function after the other; `done` brings result or error to the window's thread."""

    done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._order = threading.Lock()
        self._threads: list[threading.Thread] = []

    def run(self, work: Callable[[], object]) -> None:
        """Call ``work`` aside. `done` gets what it returns, or the `SyrinxError` it raises."""

        def body() -> None:
            result: object
            with self._order:
                try:
                    result = work()
                except SyrinxError as error:
                    result = error
            self.done.emit(result)

        self._threads = [thread for thread in self._threads if thread.is_alive()]
        thread = threading.Thread(target=body, name="aside", daemon=True)
        self._threads.append(thread)
        thread.start()

    def wait(self, timeout_s: float = 5.0) -> None:
        """Wait for what runs."""
        for thread in self._threads:
            thread.join(timeout_s)
