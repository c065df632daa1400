"""A thread that runs errands: the latest request of each kind, one after the other.

The engine's control thread must never wait for a voice to be built or a file to be read. It leaves
a request here and is handed the result.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Request = TypeVar("Request")
Result = TypeVar("Result")
_JOIN_S = 10.0


class Errands(Generic[Request, Result]):
    """Works on the latest request of each key; older ones that it has not begun are dropped.

    Keys wait in the order in which they were first asked for.

    Parameters
    ----------
    work
        Called in the thread with a request and a question: asked now and then, it says whether the
        result is not wanted any more. It must not raise.
    deliver
        Called in the thread with each result.
    name
        Of the thread.
    begin
        Called in the thread before the first errand, to set its priority.
    """

    def __init__(
        self,
        work: Callable[[Request, Callable[[], bool]], Result],
        deliver: Callable[[Result], None],
        *,
        name: str,
        begin: Callable[[], object] | None = None,
    ) -> None:
        self._work, self._deliver, self._begin = work, deliver, begin
        self._waiting: dict[Hashable, Request] = {}
        self._current: Hashable = None
        self._unwanted = False
        self._closing = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def request(self, request: Request, key: Hashable = "") -> None:
        """Ask for something, instead of what was asked for under ``key`` before."""
        with self._changed:
            self._unwanted = self._unwanted or key == self._current
            self._waiting[key] = request
            self._changed.notify()

    def withdraw(self, keep: Callable[[Hashable], bool]) -> None:
        """Drop the requests whose key ``keep`` does not accept, the one being worked on too."""
        with self._changed:
            self._waiting = {key: value for key, value in self._waiting.items() if keep(key)}
            if self._current is not None and not keep(self._current):
                self._unwanted = True

    def close(self) -> None:
        """End the thread once it has finished what it does."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join(_JOIN_S)

    def _run(self) -> None:
        if self._begin is not None:
            self._begin()
        while True:
            with self._changed:
                self._current = None
                while not self._waiting and not self._closing:
                    self._changed.wait()
                if self._closing:
                    return
                self._current = next(iter(self._waiting))
                request = self._waiting.pop(self._current)
                self._unwanted = False
            self._deliver(self._work(request, self._is_unwanted))

    def _is_unwanted(self) -> bool:
        return self._closing or self._unwanted
